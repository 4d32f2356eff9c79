// Follow me: the facilitator calls everybody to a board, or to one card on it, and this board goes along.

import { short } from './card.js';
import { titleOf } from './fields.js';

const FRESH = 30_000; // ms for which a call still points: the page behind it may be built anew meanwhile
const SHOWN = 6000; // ms for which the card stands out

export class Caller {
  constructor(board) {
    this.board = board;
  }

  /** Before the board is drawn: a call that this browser has not heeded yet leads it there. */
  heed() {
    const { live, follow, data } = this.board;
    if (data.called === undefined) return; // where one leads, and on the stage, nobody is called away
    const call = live.takeCall();
    const activity = live.state.activities.get(call?.activity);
    if (activity) follow.come(activity);
  }

  /** Once the cards are there: brings the one that was named into sight, once. */
  point() {
    const { live, lanes, activity, cards, say, announcer } = this.board;
    const { call } = live;
    const old = !call?.card || this.pointed === call.at || live.now() - Date.parse(call.at) > FRESH;
    const card = old || call.activity !== activity ? null : cards.get(call.card);
    if (!card) return;
    if (!lanes.places.isOnSheet(card)) return lanes.bars.sheets.choose(card.sheet);
    lanes.reveal(lanes.places.of(card));
    const article = lanes.views.get(card.id)?.article;
    if (!article) return;
    this.pointed = call.at;
    article.closest('details')?.setAttribute('open', ''); // a parked one
    article.scrollIntoView({ block: 'center' });
    article.classList.add('called');
    setTimeout(() => article.classList.remove('called'), SHOWN);
    announcer.own(say('called_to', { text: short(titleOf(card, say)) }));
  }
}
