// The thread from evidence to decision, as a board shows it: what a card rests on, and what the next one is made from.

import { short } from './card.js';
import { Chip } from './chip.js';
import { arrange, h, setAttribute, setText } from './dom.js';
import { Picker } from './picker.js';
import { groundsOf, THEMES } from './store.js';
import { counted } from './words.js';

export class Thread {
  constructor(board) {
    this.board = board;
    this.chip = new Chip(board);
    this.grounds = new Map();
    this.asked = new Set(); // the cards elsewhere that we have asked the server about
  }

  /** Another board: what was chosen on the last one does not count here. */
  begin() {
    this.board.panel.shut();
    this.chip.drop();
  }

  /** Call after the cards are drawn. */
  draw() {
    const { board } = this;
    this.grounds = groundsOf(board.live.state, board.activity, board.live.outbox?.commands ?? []);
    for (const view of board.lanes.views.values()) this.#drawLine(view);
    this.chip.draw();
    board.panel.update(board.cards);
  }

  /** The cards that a card rests on: [{id, text, activity}]. */
  of(card) {
    return [...this.grounds.get(card) ?? []].map((id) => this.find(id)).filter(Boolean);
  }

  rests(card, ground) {
    return this.grounds.get(card)?.has(ground) ?? false;
  }

  /** Whether any card of this board rests on it. */
  isUsed(ground) {
    return [...this.grounds].some(([card, grounds]) => grounds.has(ground) && this.board.cards.has(card));
  }

  /** A card of this board or of another, as far as this page knows it. */
  find(id) {
    const { cards, live, activity } = this.board;
    const elsewhere = [...live.state.boards.values()].map((other) => other.cards.get(id)).find(Boolean);
    const found = cards.get(id) ?? live.state.boards.get(activity)?.grounds.get(id) ?? elsewhere;
    if (!found) this.#ask(id);
    return found ?? null;
  }

  methodOf({ activity }) {
    const method = this.board.live.state.activities.get(activity)?.method;
    return this.board.data.methods[method]?.name ?? '';
  }

  /** What the menu of a card offers. */
  items(card) {
    const { say } = this.board;
    return [
      { name: 'made_from', label: say('made_from'), act: () => this.choose(card) },
      { name: 'make_from', key: 'M', label: say('make_from'), act: () => this.makeFrom(card) },
    ];
  }

  pressed(key, card) {
    if (key !== 'm' || !this.board.writable) return false;
    this.makeFrom(card);
    return true;
  }

  /** The next card that is written here is made from this one. */
  makeFrom(card) {
    const { lanes, announcer, say } = this.board;
    const place = lanes.places.of(card);
    this.chip.hold(card, lanes.lanes.get(place)?.write?.element);
    announcer.own(say('from_chosen', { text: short(card.text) }));
  }

  /** What the next card's add_card says of its ground; the chip is used up. */
  take() {
    const { ground } = this.chip;
    this.chip.drop();
    return ground ? { made_from: ground.id } : {};
  }

  /** Choose what a card is made from: what was kept before, and the cards of this board. */
  choose(card) {
    const { board } = this;
    const { say, panel } = board;
    const picker = new Picker({
      say, none: say('made_from_none'), groups: () => this.#groups(card),
      choose: ({ id, chosen }) => board.send(chosen ? 'unlink_cards' : 'link_cards', { card: card.id, rests_on: id }),
    });
    const title = say('made_from_title', { text: short(card.text) });
    panel.open({ anchor: this.#article(card), card: card.id, title, content: [picker.element], first: picker.first, draw: () => picker.draw() });
  }

  #groups(card) {
    const { board } = this;
    const option = ({ id, text }) => ({ id, text, chosen: this.rests(card.id, id) });
    const groups = new Map();
    const add = (name, one) => groups.set(name, [...groups.get(name) ?? [], option(one)]);
    const here = new Set([...board.cards.keys()]);
    const atHand = (board.live.state.boards.get(board.activity)?.atHand ?? []).map((id) => this.find(id)).filter(Boolean);
    const linked = this.of(card.id).filter(({ id }) => !here.has(id) && !atHand.some((one) => one.id === id));
    for (const one of [...atHand, ...linked]) add(this.methodOf(one), one);
    for (const one of board.cards.values()) if (one.id !== card.id && one.lane !== THEMES && one.text) add(board.say('this_board'), one);
    return [...groups].map(([name, options]) => ({ name, options }));
  }

  #drawLine(view) {
    const n = this.of(view.id).length;
    if (!n && !view.rests) return;
    view.rests ??= this.#line(view);
    view.rests.hidden = !n;
    setText(view.rests, counted(this.board.say, 'rests_on', n));
  }

  /** Tab reaches it where it reaches the card. */
  #line(view) {
    const button = h('button', { type: 'button', class: 'rests', 'data-stop': true, tabindex: view.article.tabIndex, 'aria-haspopup': 'dialog', onclick: () => this.#show(view, button) });
    view.more.before(button);
    setAttribute(view.article, 'aria-labelledby', `${view.article.getAttribute('aria-labelledby')} rests-${view.id}`);
    button.id = `rests-${view.id}`;
    return button;
  }

  #show(view, anchor) {
    const { board } = this;
    const list = h('ol', { role: 'list', class: 'grounds' });
    const rows = new Map();
    const more = h('button', { type: 'button', class: 'quiet', onclick: () => this.choose(board.cards.get(view.id)) }, board.say('made_from'));
    const draw = () => {
      const grounds = this.of(view.id);
      for (const one of grounds) if (!rows.has(one.id)) rows.set(one.id, this.#ground(view.id, one));
      arrange(list, grounds.map(({ id }) => rows.get(id)));
      for (const button of list.querySelectorAll('button')) button.hidden = !board.writable;
      more.hidden = !board.writable;
    };
    const title = board.say('rests_on_title', { text: short(board.cards.get(view.id).text) });
    board.panel.open({ anchor, card: view.id, title, content: [list, more], draw });
  }

  #ground(card, { id, text, activity }) {
    const { board } = this;
    const from = activity === board.activity ? board.say('this_board') : this.methodOf({ activity });
    const away = () => board.send('unlink_cards', { card, rests_on: id });
    return h('li', {}, h('p', {}, h('small', {}, from), h('span', { dir: 'auto' }, text)),
      h('button', { type: 'button', class: 'quiet', 'aria-label': board.say('unlink_long', { text: short(text) }), onclick: away }, board.say('unlink')));
  }

  #article(card) {
    return this.board.lanes.viewOf(card.id).article;
  }

  /** Somebody linked a card of another board that we have not heard of: the board's message brings it. */
  #ask(id) {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    this.board.live.fetch(this.board.activity);
  }
}
