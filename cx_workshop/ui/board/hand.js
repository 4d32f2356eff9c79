// At hand: what the team kept on earlier boards, to go on from here; on request all cards of such a board.

import { short } from './card.js';
import { arrange, h, setText } from './dom.js';
import { THEMES } from './store.js';
import { uuid } from './uuid.js';
import { counted } from './words.js';

const KEPT = '';

export class Hand {
  constructor(board) {
    const { say } = board;
    this.board = board;
    this.rows = new Map(); // card id -> {element, text, buttons, used}
    this.groups = new Map(); // activity -> section
    this.label = h('summary');
    this.source = h('select', { 'aria-label': say('hand_source'), 'data-role': 'hand-source', onchange: () => this.#look() });
    this.all = h('button', { type: 'button', class: 'primary', 'data-role': 'take-all', onclick: () => this.#takeAll() });
    this.lists = h('div', { class: 'groups' });
    this.none = h('p', { class: 'note', role: 'status' });
    this.element = h('details', { class: 'drawer', 'data-role': 'hand', ontoggle: () => this.board.draw() }, this.label,
      h('div', { class: 'inside' }, h('div', { class: 'row' }, this.source, this.all), this.lists, this.none));
  }

  draw(activity) {
    const { board } = this;
    if (this.activity !== activity.id) this.#begin(activity.id);
    const kept = this.#kept;
    const others = this.#others(activity);
    const { say } = board;
    this.element.hidden = !kept.length && !others.length;
    setText(this.label, kept.length ? say('hand_kept', { n: kept.length }) : say('hand'));
    if (!this.element.open || this.element.hidden) return;
    this.#drawSources(others);
    const shown = this.source.value === KEPT ? kept : this.#cardsOf(this.source.value);
    this.#drawCards(shown);
    const left = shown.filter((card) => card.text && !board.thread.isUsed(card.id));
    this.left = left;
    this.all.hidden = !board.writable || !left.length || board.method.layout !== 'themes';
    setText(this.all, counted(say, 'take_all', left.length));
    this.none.hidden = shown.length > 0;
    setText(this.none, say(this.source.value === KEPT ? 'hand_none' : 'hand_empty'));
  }

  #begin(activity) {
    this.activity = activity;
    this.source.replaceChildren();
    this.board.live.unwatch(this);
  }

  get #kept() {
    const { live, activity, thread } = this.board;
    const ids = live.state.boards.get(activity)?.atHand ?? [];
    return ids.map((id) => thread.find(id)).filter((card) => card && card.lane !== THEMES);
  }

  /** The other boards on which something can lie. */
  #others({ id }) {
    return [...this.board.live.state.activities.values()].filter((other) => other.id !== id && ['open', 'closed'].includes(other.status))
      .sort((a, b) => a.position - b.position);
  }

  #cardsOf(activity) {
    const cards = this.board.live.state.boards.get(activity)?.cards.values() ?? [];
    return [...cards].filter((card) => card.lane !== THEMES && card.status !== 'parked');
  }

  #drawSources(others) {
    const options = [[KEPT, this.board.say('hand_only_kept')], ...others.map((other) => [other.id, this.board.say('hand_all_of', { method: this.board.thread.methodOf({ activity: other.id }) })])];
    const drawn = JSON.stringify(options);
    if (this.source.childElementCount && this.drawn === drawn) return;
    this.drawn = drawn;
    const chosen = this.source.value;
    this.source.replaceChildren(...options.map(([value, name]) => h('option', { value }, name)));
    this.source.value = options.some(([value]) => value === chosen) ? chosen : KEPT;
  }

  /** Another board's cards come from the server, once they are asked for. */
  #look() {
    const { live } = this.board;
    if (this.source.value === KEPT) live.unwatch(this);
    else live.watch(this, this.source.value);
    this.board.draw();
  }

  #drawCards(cards) {
    const byActivity = new Map();
    for (const card of cards) byActivity.set(card.activity, [...byActivity.get(card.activity) ?? [], card]);
    arrange(this.lists, [...byActivity].map(([activity, group]) => {
      if (!this.groups.has(activity)) this.groups.set(activity, h('section', {}, h('h3', {}), h('ol', { role: 'list', class: 'grounds' })));
      const section = this.groups.get(activity);
      setText(section.firstElementChild, this.board.thread.methodOf({ activity }));
      arrange(section.lastElementChild, group.map((card) => this.#row(card)));
      return section;
    }));
  }

  #row(card) {
    const { say, thread, writable } = this.board;
    if (!this.rows.has(card.id)) {
      const button = (word, act) => h('button', { type: 'button', class: 'quiet', onclick: act }, say(word));
      const text = h('span', { dir: 'auto' });
      const used = h('small', { class: 'used' }, `✓ ${say('hand_used')}`);
      const use = button('hand_use', () => thread.makeFrom(this.rows.get(card.id).card));
      const take = button('hand_take', () => {
        this.#take([this.rows.get(card.id).card]);
        use.focus(); // this button is gone
      });
      this.rows.set(card.id, { element: h('li', { 'data-ground': card.id }, h('p', {}, text, used), h('div', { class: 'row' }, use, take)), text, used, use, take });
    }
    const row = this.rows.get(card.id);
    row.card = card;
    setText(row.text, card.text);
    for (const [button, word] of [[row.use, 'hand_use_long'], [row.take, 'hand_take_long']]) {
      button.setAttribute('aria-label', say(word, { text: short(card.text) }));
      button.hidden = !writable || !card.text;
    }
    row.used.hidden = !thread.isUsed(card.id);
    row.take.hidden ||= !row.used.hidden;
    return row.element;
  }

  #takeAll() {
    const { left, board } = this;
    this.#take(left);
    board.heading.name.focus(); // the button is gone
  }

  /** A card of the same text on this board, made from each. */
  #take(cards) {
    const { board } = this;
    const [place] = board.lanes.ids.filter((id) => !board.lanes.lanes.get(id).element.hasAttribute('data-free'));
    for (const { id, text } of cards) {
      board.send('add_card', { activity: board.activity, card: uuid(), ...board.lanes.places.at(place), text, made_from: id });
    }
    board.announcer.own(counted(board.say, 'taken', cards.length));
  }
}
