// How the votes on a board ended: a ranked list with bars, what opinions are split about, and earlier rounds folded below.

import { short } from './card.js';
import { standings } from './choosing.js';
import { arrange, h, setAttribute, setText } from './dom.js';
import { titleOf } from './fields.js';
import { counted } from './words.js';

const FIRST = 3; // cards that a facilitator usually goes on with

/** “5 dots · 1 concern” */
export const inWords = (say, dots, concerns) =>
  [dots && counted(say, 'dots', dots), concerns && counted(say, 'concerns', concerns)].filter(Boolean).join(' · ');

export class Results {
  constructor(board) {
    this.board = board;
    this.shown = new Map(); // vote id -> Result
    this.latest = h('div');
    this.summary = h('summary', {}, board.say('earlier_votes'));
    this.list = h('div', { class: 'earlier-list' });
    this.earlier = h('details', { class: 'earlier' }, this.summary, this.list);
    this.element = h('div', { class: 'results', 'data-role': 'results', hidden: true }, this.latest, this.earlier);
  }

  /** `votes` that have ended, the latest first. While people vote anew all of them are folded away: nobody should be led by them. */
  draw(votes, { voting }) {
    const shown = voting ? 0 : 1;
    this.element.hidden = !votes.length;
    this.earlier.hidden = votes.length <= shown;
    if (voting && !this.voting) this.earlier.open = false;
    this.voting = voting;
    const results = votes.map((vote, index) => {
      const result = this.shown.get(vote.id) ?? new Result(this.board, vote);
      this.shown.set(vote.id, result);
      result.draw(vote, { latest: index < shown });
      return result.element;
    });
    arrange(this.latest, results.slice(0, shown));
    arrange(this.list, results.slice(shown));
  }
}

class Result {
  constructor(board, vote) {
    this.board = board;
    const { say } = board;
    this.title = h('h3', { id: `result-${vote.id}`, tabindex: -1 });
    this.question = h('p', { class: 'note', dir: 'auto' });
    this.list = h('ol', { role: 'list', class: 'standings', 'aria-labelledby': `result-${vote.id}` });
    this.none = h('p', { class: 'note' }, say('result_none'));
    this.splitList = h('ul', { role: 'list' });
    this.split = h('div', { class: 'split', 'data-role': 'split' }, h('h4', {}, say('split')), h('p', { class: 'note' }, say('split_about')), this.splitList);
    this.first = h('input', { type: 'number', id: `first-${vote.id}`, min: 1, step: 1, inputmode: 'numeric', value: FIRST, oninput: () => (this.first.dataset.chosen = '', this.#drawKeeping()) });
    this.keepButton = h('button', { type: 'button', class: 'primary', 'data-role': 'keep-first', onclick: () => this.#keep() });
    this.tie = h('p', { class: 'note', role: 'status' });
    this.keeping = h('div', { class: 'keeping' }, h('label', { for: `first-${vote.id}` }, say('keep_how_many')), this.first, this.keepButton, this.tie);
    this.element = h('section', { class: 'result', 'data-vote': vote.id, 'aria-labelledby': `result-${vote.id}` },
      this.title, this.question, this.none, this.list, this.split, this.keeping);
  }

  draw(vote, { latest }) {
    const { say, cards, you, writable } = this.board;
    setText(this.title, say(vote.kind === 'original' ? 'result_original' : 'result_round', { n: vote.round }));
    setText(this.question, vote.question);
    this.question.hidden = !vote.question;
    this.standings = standings(vote, cards);
    this.none.hidden = this.standings.length > 0;
    const most = Math.max(1, ...this.standings.map(({ dots }) => dots));
    arrange(this.list, this.standings.map((one, index) => this.#row(this.list.children[index], one, most)));
    const split = (vote.split ?? []).filter((id) => cards.has(id)).map((id) => this.standings.find(({ card }) => card.id === id));
    this.split.hidden = !split.length;
    arrange(this.splitList, split.map(({ card, dots, concerns }, index) => {
      const row = this.splitList.children[index] ?? h('li', { dir: 'auto' });
      setText(row, `${short(titleOf(card, say), 120)} (${inWords(say, dots, concerns)})`);
      return row;
    }));
    this.keeping.hidden = !latest || you.role !== 'facilitator' || !writable || !this.#chosen(Infinity).length;
    if (!this.keeping.hidden) this.#drawKeeping();
  }

  #row(row, { card, dots, concerns, place }, most) {
    const { say } = this.board;
    const shown = row ?? h('li', {}, h('span', { class: 'place' }), h('span', { class: 'what', dir: 'auto' }), h('span', { class: 'bar', 'aria-hidden': 'true' }), h('span', { class: 'got' }));
    setText(shown.children[0], String(place));
    setText(shown.children[1], `${card.status === 'kept' ? '★ ' : ''}${short(titleOf(card, say), 120)}`);
    shown.children[2].style.setProperty('--share', dots / most);
    setText(shown.children[3], inWords(say, dots, concerns));
    return shown;
  }

  /** The cards with dots among the first so many. */
  #chosen(n) {
    return this.standings.filter(({ dots }) => dots).slice(0, n);
  }

  get #wanted() {
    return Math.min(Math.max(1, Math.floor(this.first.valueAsNumber) || 1), this.#chosen(Infinity).length);
  }

  #drawKeeping() {
    const { say } = this.board;
    const most = this.#chosen(Infinity).length;
    setAttribute(this.first, 'max', most);
    if (!('chosen' in this.first.dataset)) this.first.value = Math.min(FIRST, most);
    const n = this.#wanted;
    const [last, next] = [this.standings[n - 1], this.standings[n]];
    setText(this.keepButton, say(n === 1 ? 'keep_first_one' : 'keep_first_many', { n }));
    this.keepButton.disabled = this.#chosen(n).every(({ card }) => card.status === 'kept');
    setText(this.tie, next && last.dots === next.dots ? say('keep_tie', { n, next: n + 1 }) : '');
  }

  #keep() {
    const { board } = this;
    const cards = this.#chosen(this.#wanted).map(({ card }) => card).filter(({ status }) => status !== 'kept');
    for (const card of cards) board.live.do('keep_card', { card: card.id });
    board.draw();
    board.announcer.own(board.say('did_keep', { text: cards.map((card) => short(titleOf(card, board.say))).join(', ') }));
  }
}
