// A facilitator writes for somebody without a device: whose name what is written bears, said in one line while it is on.

import { h, setText } from './dom.js';

export class Behalf {
  constructor(board) {
    const { say } = (this.board = board);
    this.sentence = h('span');
    this.element = h('p', { class: 'behalf', role: 'status', hidden: true, 'data-role': 'behalf' }, this.sentence,
      h('button', { type: 'button', class: 'quiet', 'data-role': 'stop-behalf', onclick: () => board.live.speakFor(null) }, say('behalf_stop')));
  }

  draw() {
    const { live, say } = this.board;
    const { seat } = this;
    this.element.hidden = !seat;
    if (seat) setText(this.sentence, say('behalf', { name: seat.name }));
    else if (live.behalf && live.state.you) live.speakFor(null); // that seat is gone, or we no longer lead
  }

  /** Whom one writes for, if anybody. */
  get seat() {
    const { behalf, state } = this.board.live;
    const seat = behalf && state.seats.get(behalf);
    return seat && !seat.removed_at && state.you?.role === 'facilitator' ? seat : null;
  }

  /** The person whose cards are one's own just now. */
  as(you) {
    return this.seat ? { ...you, id: this.seat.id } : you;
  }

  /** What goes with a verb that can be done for somebody. */
  get args() {
    return this.seat ? { on_behalf_of: this.seat.id } : {};
  }
}
