// Sheets that travel: everybody writes on one, and when the time is up it goes on to the next person. The server's clock counts.

import { h, setText } from './dom.js';

const MINUTES = 5;
const SECOND = 1000;
const GRACE = 300; // ms after the end: our idea of the server's clock may be off by a little
const SPREAD = 2000; // ms over which a room's screens ask for the next turn
const AGAIN = 10_000; // ms until a screen that was refused asks once more

export class Travel {
  /** `live` has the clock and the connection; `moved(sheet)` is told that this person has another sheet now. */
  constructor({ activity, say, send, live, moved }) {
    Object.assign(this, { activity, say, send, live, moved });
    this.text = h('p', { class: 'turn-text', role: 'status', 'data-role': 'turn' });
    this.clock = h('span', { class: 'clock', role: 'timer', 'data-role': 'clock', hidden: true });
    this.minutes = h('input', { type: 'number', min: 1, max: 60, value: MINUTES, inputmode: 'numeric', 'data-role': 'turn-minutes' });
    this.start = h('form', { class: 'hand-out', onsubmit: (event) => (event.preventDefault(), this.#handOut()) },
      h('label', {}, h('span', {}, say('rounds_of')), this.minutes, h('span', {}, say('rounds_minutes'))),
      h('button', { type: 'submit', class: 'primary', 'data-role': 'hand-out' }, say('hand_out')));
    this.next = h('button', { type: 'button', class: 'quiet', 'data-role': 'pass-on', onclick: () => this.#passOn() }, say('pass_on'));
    this.element = h('div', { class: 'travel', 'data-role': 'travel' }, this.text, this.clock, this.start, this.next);
    this.asked = null; // the turn whose end we have asked for
  }

  /** Takes in the activity; tells of a sheet that has come to this person. */
  update({ shape = {}, status, locked }, you) {
    Object.assign(this, { turn: shape.turn ?? null, you, handedOut: Boolean(shape.sheets), open: status === 'open', locked });
    const before = this.number;
    this.number = this.turn?.number ?? null;
    if (this.mine && this.number !== before) this.moved(this.mine, { first: before === undefined });
  }

  /** The sheet that this person writes on in this turn; undefined for who has none. */
  get mine() {
    return this.open ? this.turn?.sheets[this.you?.id] : undefined;
  }

  /** Why this person does not write on `sheet` now: a key of the words, or null. */
  hindrance(sheet) {
    if (!this.turn) return this.handedOut ? null : 'status_not_handed_out';
    return this.mine && this.mine !== sheet ? 'status_other_sheet' : null;
  }

  draw() {
    const leads = this.you?.role === 'facilitator';
    const before = !this.turn && !this.handedOut;
    this.element.hidden = !this.open;
    this.start.hidden = !(before && leads);
    this.next.hidden = !(this.turn && leads);
    this.clock.hidden = !this.turn;
    setText(this.text, this.#sentence(before, leads));
    this.text.hidden = !this.text.textContent;
    clearTimeout(this.ticking);
    if (this.turn && this.open) this.#tick();
  }

  /** The server did not pass on: it was too early by its clock, say. Who did not press a button needs not hear of it: true. */
  refused(number) {
    if (this.asked !== number) return false;
    setTimeout(() => (this.asked = null), AGAIN);
    return true;
  }

  #sentence(before, leads) {
    const { say, turn } = this;
    if (turn) return say('turn', { n: turn.number, of: Object.keys(turn.sheets).length });
    if (before) return leads ? '' : say('wait_for_sheets');
    return say('sheets_all_round');
  }

  /** Draws the clock each second; ends by itself when the board is gone. */
  #tick() {
    const left = Date.parse(this.turn.ends_at) - this.live.now();
    const seconds = Math.max(0, Math.ceil(left / SECOND));
    setText(this.clock, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
    this.clock.toggleAttribute('data-last', seconds <= 10);
    if (left <= -GRACE) this.#timeIsUp();
    this.ticking = setTimeout(() => this.element.isConnected && this.turn && this.#tick(), left > 0 ? left % SECOND || SECOND : SECOND);
  }

  /** Asks once a turn, and only while connected: nothing piles up in the outbox. */
  #timeIsUp() {
    const { number } = this;
    const may = this.you?.role === 'facilitator' || (this.you?.role === 'participant' && !this.locked);
    if (this.asked === number || !may) return;
    this.asked = number;
    setTimeout(() => {
      if (this.number !== number) return;
      if (this.live.connection.state === 'live') this.#passOn();
      else this.asked = null;
    }, Math.random() * SPREAD);
  }

  #passOn() {
    this.send('pass_sheets_on', { activity: this.activity, number: this.number });
  }

  #handOut() {
    const minutes = Math.round(Number(this.minutes.value));
    if (minutes >= 1 && minutes <= 60) this.send('hand_out_sheets', { activity: this.activity, minutes });
  }
}
