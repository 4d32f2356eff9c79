// What a participant shows the facilitator without a word: done, more time please, hand up.

import { h, setAttribute, setText } from './dom.js';

const kinds = {
  ready: { verb: 'mark_ready', argument: 'ready', column: 'ready_for' },
  late: { verb: 'ask_for_time', argument: 'wanted', column: 'late_for' },
  hand: { verb: 'raise_hand', argument: 'up', column: 'hand_at' },
};

export class Signals {
  constructor(board) {
    const { say } = (this.board = board);
    this.buttons = Object.fromEntries(Object.keys(kinds).map((kind) => [kind,
      h('button', { type: 'button', class: 'quiet', 'data-signal': kind, onclick: () => this.#press(kind) },
        h('span', { class: 'tick', 'aria-hidden': 'true' }), h('span', {}, say(`signal_${kind}`)))]));
    this.element = h('div', { class: 'signals', role: 'group', 'aria-label': say('signals'), 'data-role': 'signals', hidden: true },
      ...Object.values(this.buttons));
  }

  /** `reason`: why nobody can write here, if so; a locked board does not keep anybody from a sign. */
  draw(activity, reason) {
    const { workshop, you } = this.board.live.state;
    this.activity = activity;
    this.element.hidden = you.role !== 'participant' || workshop.solo || workshop.status === 'closed' || activity.status !== 'open' || reason === 'status_refused';
    for (const [kind, button] of Object.entries(this.buttons)) {
      const on = this.#isOn(kind);
      setAttribute(button, 'aria-pressed', String(on));
      setText(button.firstChild, on ? '✓' : '');
    }
  }

  /** As the server knows it, with what it has not yet answered. */
  #isOn(kind) {
    const { live } = this.board;
    const { verb, argument, column } = kinds[kind];
    const asked = live.outbox?.commands.findLast((command) => command.verb === verb && command.answered == null);
    if (asked) return asked.args[argument];
    const value = live.state.seats.get(live.state.you.id)?.[column];
    return kind === 'hand' ? Boolean(value) : value === this.activity.id;
  }

  #press(kind) {
    const { verb, argument } = kinds[kind];
    const about = kind === 'hand' ? {} : { activity: this.activity.id };
    this.board.send(verb, { ...about, [argument]: !this.#isOn(kind) });
  }
}
