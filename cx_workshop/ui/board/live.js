// A workshop as this page lives it: connection, outbox and state together. There is one per workshop code in a page; header
// and board share it, and it outlives the moment between two Streamlit pages.

import { Connection } from './connection.js';
import { keepLeftOver } from './drafts.js';
import { written } from './fields.js';
import { Outbox } from './outbox.js';
import { device, tab } from './storage.js';
import { apply, empty, overlay } from './store.js';
import { uuid } from './uuid.js';

const LINGER = 2000; // ms between the last leave and closing: a page switch takes less
const GRACE = 2000; // ms that other tabs get to send their own commands
const ADOPTION = 10_000; // ms between looks for commands that a closed tab left behind
const IN_HAND = new Set(['too_fast']); // refusals that time heals

const lives = new Map();

/** Joins the workshop's live channel; call leave() on what comes back when done. */
export function join(code, language) {
  let live = lives.get(code);
  if (!live || (live.connection.state === 'refused' && !live.users)) lives.set(code, (live = new Live(code, language)));
  live.users += 1;
  clearTimeout(live.lingering);
  return live;
}

class Live {
  constructor(code, language) {
    Object.assign(this, { code, language });
    this.users = 0;
    this.state = empty();
    this.outbox = null; // from the first welcome on: it belongs to a seat
    this.listeners = new Set();
    this.ahead = 0; // ms by which the server's clock is ahead of ours
    this.behalf = null; // the seat without a device for which a facilitator writes just now
    this.call = null; // the facilitator's last call that was heeded here: {activity, card, at}
    this.watched = new Map(); // viewer -> activity whose board it shows
    this.connection = new Connection({
      code,
      hello: () => ({ language, ...(this.state.seq && { since: this.state.seq }) }),
      onMessage: (message) => this.#receive(message),
      onState: (state) => this.#connectionBecame(state),
    });
    this.watchdog = setInterval(() => (this.outbox?.overdue() ? this.connection.restart() : this.connection.check()), 1000);
    this.adopting = setInterval(() => this.#adoptOthers(), ADOPTION);
  }

  leave() {
    this.users -= 1;
    if (this.users) return;
    this.lingering = setTimeout(() => {
      this.connection.close();
      clearInterval(this.watchdog);
      clearInterval(this.adopting);
      if (lives.get(this.code) === this) lives.delete(this.code);
    }, LINGER);
  }

  /** `listener(change)`, change.type: 'message' (with message, and the state before), 'connection', 'outbox', 'behalf', 'refused'
   *  (with command and message; the listener returns true if it saw to it). */
  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Keeps the board of this activity at hand for the viewer (any object). */
  watch(viewer, activity) {
    if (this.watched.get(viewer) === activity) return;
    const asked = [...this.watched.values()].includes(activity);
    this.watched.set(viewer, activity);
    if (activity && !asked && !this.state.boards.has(activity)) this.connection.send({ op: 'open', activity });
  }

  /** Asks for a board once more, because of something that no event tells. */
  fetch(activity) {
    this.connection.send({ op: 'open', activity });
  }

  /** Asks for suggestions; they come as a message. False without a connection. */
  suggest(activity) {
    return this.connection.send({ op: 'suggest', activity });
  }

  /** Asks which cards of a board this person has not seen; the answer comes as a message. */
  askUnseen(activity) {
    this.connection.send({ op: 'unseen', activity });
  }

  /** Tells that these cards have been on this screen; false if nobody could hear it. */
  tellSeen(cards) {
    return this.connection.send({ op: 'seen', cards });
  }

  unwatch(viewer) {
    this.watched.delete(viewer);
  }

  /** From now on what is written is this seat's; null: one's own again. */
  speakFor(seat) {
    this.behalf = seat;
    this.#tell({ type: 'behalf' });
  }

  /** `onRefused(message)` is told of a refusal in place of the listeners. */
  do(verb, args = {}, onRefused = null) {
    const command = Object.assign(this.outbox.put(verb, args), { onRefused });
    this.#pump();
    this.#tell({ type: 'outbox' });
    return command;
  }

  cards(activity) {
    return overlay(this.state, activity, this.outbox?.commands ?? []);
  }

  /** What the server's clock shows, in ms; late by as long as the welcome was under way. */
  now() {
    return Date.now() + this.ahead;
  }

  /** The facilitator's call to come to a board, if it is new here; null otherwise. Whoever takes it goes there. */
  takeCall() {
    const { called } = this.state.workshop ?? {};
    if (!called?.at || called.at === this.call?.at) return null;
    this.call = called;
    return called;
  }

  get waiting() {
    return this.outbox?.unanswered.length ?? 0;
  }

  #receive(message) {
    if (message.op === 'done') return this.#done(message);
    if (message.op === 'refused') return message.id ? this.#refused(message) : this.#tell({ type: 'connection' });
    const before = this.state;
    if (this.#missedSome(message)) return this.connection.restart(); // hello asks for what came since
    this.state = apply(before, message);
    if (message.op === 'welcome') this.ahead = Date.parse(message.now) - Date.now();
    this.outbox?.settle(this.state.seq);
    if (message.op === 'welcome') this.#welcomed();
    if (message.data?.anew) this.#readAnew(); // so much has changed that no event tells it
    this.#tell({ type: 'message', message, before });
  }

  /** An event names the one before it, a pong the last one sent. A gap that a new start does not close is let be. */
  #missedSome(message) {
    const previous = { event: message.prev, pong: message.seq }[message.op];
    if (!(previous > this.state.seq) || previous === this.gap) return false;
    this.gap = previous;
    return true;
  }

  #welcomed() {
    const seat = this.state.you.id;
    this.call ??= this.state.workshop.called; // what was called before this page came calls nobody
    if (this.outbox?.seat !== seat) {
      this.outbox = new Outbox({ code: this.code, seat, storage: device, tab: tabId() });
      this.outbox.seat = seat;
    }
    this.outbox.adopt();
    this.outbox.resend();
    this.#readAnew();
    this.#pump();
    setTimeout(() => this.#adoptOthers(), GRACE);
  }

  /** Boards on screen are fetched anew; others would go stale unseen, so they are dropped. */
  #readAnew() {
    const shown = new Set([...this.watched.values()].filter(Boolean));
    const boards = new Map([...this.state.boards].filter(([activity]) => shown.has(activity)));
    this.state = { ...this.state, boards };
    for (const activity of shown) this.fetch(activity);
  }

  /** Should the other tab still be there, both send: the same id does it once. */
  #adoptOthers() {
    if (this.connection.state !== 'live' || !this.outbox.adopt({ everyones: true })) return;
    this.#pump();
    this.#tell({ type: 'outbox' });
  }

  #done({ id, seq }) {
    this.outbox?.done(id, seq);
    this.outbox?.settle(this.state.seq);
    this.#pump();
    this.#tell({ type: 'outbox' });
  }

  #refused({ id, code, message }) {
    if (IN_HAND.has(code)) {
      setTimeout(() => (this.outbox.postpone(id), this.#pump()), 1000 + Math.random() * 1000);
      return;
    }
    const command = this.outbox?.refused(id);
    this.#pump();
    if (!command) return;
    if (command.onRefused) return command.onRefused(message);
    const seenTo = this.#tell({ type: 'refused', command, message });
    // A page without a board has nowhere to show the text: the next board will.
    const text = written(command.args);
    if (!seenTo && text) keepLeftOver(this.code, { id, sentence: message, text });
  }

  #pump() {
    if (this.connection.state !== 'live' || !this.outbox) return;
    for (const { id, verb, args } of this.outbox.next()) this.connection.send({ op: 'do', id, verb, args });
  }

  #connectionBecame(state) {
    if (state === 'waiting') this.outbox?.resend();
    this.#tell({ type: 'connection' });
  }

  /** True if a listener saw to it. */
  #tell(change) {
    return [...this.listeners].map((listener) => listener(change)).includes(true);
  }
}

function tabId() {
  const known = tab.get('cx-tab');
  if (!known) tab.set('cx-tab', uuid());
  return known ?? tab.get('cx-tab');
}
