// Cards that a person has not seen yet: offered before and during a vote, and gone through one by one.

import { short } from './card.js';
import { candidates } from './choosing.js';
import { h, setText } from './dom.js';
import { titleOf } from './fields.js';
import { Sightings } from './sightings.js';
import { counted } from './words.js';

export class Unseen {
  constructor(board) {
    this.board = board;
    this.sightings = new Sightings(board.live);
    this.left = []; // the ids of cards to be shown
    this.at = null; // the card that is shown
    this.vote = null; // the one for which the server was asked
    this.awaited = false;
    const { say } = board;
    this.words = h('p');
    this.next = h('button', { type: 'button', class: 'primary', 'data-role': 'show-next', onclick: () => this.#next() });
    this.later = h('button', { type: 'button', class: 'quiet', 'data-role': 'dismiss', onclick: () => this.#stop() }, say('not_now'));
    this.element = h('section', { class: 'unseen-bar', 'aria-label': say('not_seen'), 'data-role': 'unseen', hidden: true }, this.words, this.next, this.later);
  }

  begin() {
    this.vote = null;
    this.#empty();
  }

  stop() {
    this.sightings.stop();
  }

  /** Call after the cards are drawn; `vote` is the one that is open. */
  draw(activity, vote) {
    const { board } = this;
    const counts = board.you.role !== 'observer' && !board.data.readonly && activity.status === 'open';
    const cards = counts ? candidates(board.cards).filter(({ seat }) => seat !== board.you.id) : [];
    this.sightings.watch(cards, (id) => board.lanes.viewOf(id)?.article);
    if (this.vote && this.vote !== vote?.id) this.#empty(); // too late: it has ended
    if (vote && counts && this.vote !== vote.id) this.#ask();
    this.vote = vote?.id;
    const here = new Set(cards.map(({ id }) => id));
    this.left = this.left.filter((id) => here.has(id) && !this.sightings.seen.has(id));
    this.#drawBar();
  }

  /** Takes in what the server says of this board. */
  hear({ op, kind, activity, yours }) {
    const { board } = this;
    if (activity !== board.activity) return;
    if (kind === 'unseen_shown' && board.you.role === 'participant') this.#ask();
    if (op !== 'unseen' || !this.awaited) return;
    this.awaited = false;
    const articleOf = (id) => board.lanes.viewOf(id)?.article;
    this.left = yours.filter((id) => !this.sightings.seen.has(id) && board.cards.has(id)).sort((a, b) => inReading(articleOf(a), articleOf(b)));
    if (this.left.length) board.announcer.own(counted(board.say, 'unseen_cards', this.left.length));
  }

  #ask() {
    this.awaited = true;
    this.sightings.flush();
    this.board.live.askUnseen(this.board.activity);
  }

  #drawBar() {
    const { say } = this.board;
    const n = this.left.filter((id) => id !== this.at).length;
    this.element.hidden = !this.left.length && this.at === null;
    setText(this.words, n || !this.at ? counted(say, this.at ? 'unseen_more' : 'unseen_cards', n) : say('unseen_last'));
    setText(this.next, say(!this.at ? 'show_me' : n ? 'show_next' : 'done'));
    this.later.hidden = this.at !== null && !n;
  }

  #next() {
    const [id] = this.left.filter((one) => one !== this.at);
    if (!id) return this.#stop();
    this.at = id;
    this.#goTo(this.board.cards.get(id));
    this.board.draw();
  }

  #goTo(card) {
    const { board } = this;
    const { lanes, say } = board;
    if (!lanes.places.isOnSheet(card)) {
      lanes.places.sheet = card.sheet;
      board.draw();
    }
    const place = lanes.places.of(card);
    if (place) lanes.reveal(place);
    const article = lanes.viewOf(card.id)?.article;
    article?.scrollIntoView({ block: 'center' });
    article?.focus({ preventScroll: true });
    this.#point(article);
    board.announcer.own(short(titleOf(card, say)));
  }

  /** A finger leaves no focus to be seen. */
  #point(article) {
    this.pointed?.removeAttribute('data-shown');
    article?.setAttribute('data-shown', '');
    this.pointed = article;
  }

  #stop() {
    this.#empty();
    this.board.lanes.element.querySelector('[data-card][tabindex="0"]')?.focus({ preventScroll: true });
    this.board.draw();
  }

  #empty() {
    this.left = [];
    this.at = null;
    this.#point(null);
    this.element.hidden = true;
  }
}

/** As they stand on the page; what is on another sheet comes last. */
function inReading(a, b) {
  if (!a || !b) return Number(!a) - Number(!b);
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
