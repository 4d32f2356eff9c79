// Commands that the server has not answered, kept on the device until it has: a cut cable, a closed lid or a reload
// loses nothing. Each command has its own key, so that tabs share the outbox without overwriting one another, and its id
// is the same on every send, so that sending twice does it once.

import { uuid } from './uuid.js';

const WINDOW = 8; // commands under way at once
export const PATIENCE = 6000; // ms without an answer before the socket counts as dead

export class Outbox {
  /** `tab` tells this tab's commands from those of others; `storage` is storage.device or a stand-in. */
  constructor({ code, seat, storage, tab, now = () => Date.now() }) {
    this.prefix = `cx-outbox:${code}:${seat}:`;
    Object.assign(this, { storage, tab, now });
    this.commands = []; // {id, verb, args, tab, key, sentAt, answered}; answered: the seq that the server named
    this.count = 0;
  }

  put(verb, args) {
    const id = uuid();
    const order = `${String(this.now()).padStart(15, '0')}-${String(this.count++).padStart(6, '0')}`;
    const command = { id, verb, args, tab: this.tab, key: `${this.prefix}${order}:${id}`, sentAt: null, answered: null };
    this.storage.set(command.key, JSON.stringify({ id, verb, args, tab: this.tab }));
    this.commands.push(command);
    return command;
  }

  /** Takes in stored commands: first this tab's own (after a reload); `everyones` also those that another tab left behind.
   *  Returns how many were new here. */
  adopt({ everyones = false } = {}) {
    const before = this.commands.length;
    const known = new Set(this.commands.map((command) => command.key));
    for (const key of this.storage.keys(this.prefix)) {
      const stored = known.has(key) ? null : parsed(this.storage.get(key));
      if (stored && (everyones || stored.tab === this.tab)) this.commands.push({ ...stored, key, sentAt: null, answered: null });
    }
    this.commands.sort((a, b) => (a.key < b.key ? -1 : 1));
    return this.commands.length - before;
  }

  /** The commands to send now, marked as sent. Two on the same card never travel together, so their order holds. */
  next() {
    const ready = [];
    const underWay = [];
    for (const command of this.unanswered) {
      const free = !underWay.some((earlier) => touch(earlier, command));
      underWay.push(command);
      if (command.sentAt == null && free && underWay.length <= WINDOW) ready.push(command);
    }
    for (const command of ready) command.sentAt = this.now();
    return ready;
  }

  /** The socket is gone: everything unanswered is sent again. */
  resend() {
    for (const command of this.unanswered) command.sentAt = null;
  }

  /** Answered with yes. It stays in the overlay until its event has come in, so that nothing flickers. */
  done(id, seq) {
    const command = this.#take(id);
    if (!command) return;
    if (seq == null) this.#drop(command);
    else command.answered = seq;
  }

  /** Answered with no: the command, with what the person gave its card since; null if it isn't (any longer) here. */
  refused(id) {
    const command = this.#take(id);
    if (!command) return null;
    this.#drop(command);
    const later = this.unanswered.filter((other) => rests(other, command));
    for (const other of later) {
      this.storage.remove(other.key); // without its card or dot it would only be refused as well
      this.#drop(other);
    }
    if (command.verb !== 'add_card') return command;
    const written = later.reduce((kept, { verb, args }) => {
      if (verb === 'edit_card') return { ...kept, text: args.text };
      if (verb !== 'fill_card') return kept;
      const { text = kept.text, ...fields } = args.fields;
      return { text, fields: { ...kept.fields, ...fields } };
    }, { text: command.args.text, ...(command.args.fields && { fields: command.args.fields }) });
    return { ...command, args: { ...command.args, ...written } };
  }

  /** The server asked for patience: the command stays and goes again when `next` is called after this. */
  postpone(id) {
    const command = this.commands.find((other) => other.id === id);
    if (command) command.sentAt = null;
  }

  /** Forgets answered commands whose events have come in. */
  settle(seq) {
    this.commands = this.commands.filter((command) => command.answered == null || command.answered > seq);
  }

  overdue() {
    return this.unanswered.some((command) => command.sentAt != null && this.now() - command.sentAt >= PATIENCE);
  }

  get unanswered() {
    return this.commands.filter((command) => command.answered == null);
  }

  #take(id) {
    const command = this.unanswered.find((other) => other.id === id);
    if (!command) return null;
    this.storage.remove(command.key);
    return command;
  }

  #drop(command) {
    this.commands = this.commands.filter((other) => other !== command);
  }
}

function touch(a, b) {
  if (a.verb === 'undo' || b.verb === 'undo') return true; // undo means the act before it, whichever that was
  if (a.args.dot && a.args.dot === b.args.dot) return true;
  const cards = [b.args.card, b.args.before].filter(Boolean);
  return cards.includes(a.args.card) || cards.includes(a.args.before);
}

/** Whether a command makes no sense without an earlier one: what is done to a new card, a dot that is taken back again. */
function rests(command, earlier) {
  if (earlier.verb === 'add_card') return command.args.card === earlier.args.card;
  return earlier.args.dot != null && command.args.dot === earlier.args.dot;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
