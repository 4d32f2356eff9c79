// Which theme a loose card may belong to, which cards may say the same, and what a theme may be called. The server finds it when
// a person asks; nothing of it happens before somebody presses it.

import { short } from './card.js';
import { arrange, h, setAttribute, setText } from './dom.js';
import { titleOf } from './fields.js';
import { becomeOne } from './merge.js';
import { THEMES } from './store.js';
import { counted } from './words.js';

const LONGEST = 40; // characters of a text on a button

/** What was found and still makes sense: {themes: card id -> [theme], pairs: [[card, into]], names: theme id -> [word]}, cards as
 *  they are now. `found` is the server's message with {texts: card id -> text then}; `left` are the pairs that a person let be. */
export function stillOpen(found, cards, left) {
  const as = (id) => (cards.get(id)?.text === found.texts.get(id) ? cards.get(id) : undefined);
  const isTheme = (card) => card?.lane === THEMES && card.status !== 'parked';
  const isLoose = (card) => card && card.status !== 'parked' && cards.get(card.theme)?.lane !== THEMES;
  const themes = Object.entries(found.themes)
    .filter(([id]) => isLoose(as(id)))
    .map(([id, ids]) => [id, ids.map((theme) => cards.get(theme)).filter(isTheme)])
    .filter(([, ids]) => ids.length);
  const pairs = found.duplicates
    .map(([card, into]) => [as(card), as(into)])
    .filter(([card, into]) => card && into && !left.has(keyOf(card, into)));
  const names = Object.entries(found.names).filter(([id]) => as(id));
  return { themes: new Map(themes), pairs, names: new Map(names) };
}

export const keyOf = (card, into) => `${card.id} ${into.id}`;

export class Suggestions {
  /** `view` is the board of themes that they lie on. */
  constructor(view) {
    const { say, board } = view;
    Object.assign(this, { view, board, say, found: null, left: new Set(), rows: new Map(), boxes: new Map() });
    this.ask = h('button', { type: 'button', class: 'quiet', 'data-role': 'suggest', onclick: () => this.#ask() });
    this.hide = h('button', { type: 'button', class: 'quiet', 'data-role': 'suggest-hide', onclick: () => this.#hide() }, say('suggest_hide'));
    this.sentence = h('p', { class: 'sentence' });
    this.pairs = h('ul', { role: 'list', class: 'pairs', 'aria-label': say('alike') });
    this.heading = h('p', { class: 'alike' }, say('alike'));
    this.element = h('section', { class: 'suggestions', 'aria-label': say('suggestions') },
      h('div', { class: 'row' }, this.sentence, this.ask, this.hide), this.heading, this.pairs);
  }

  /** What came over the wire; a connection that broke or a refusal ends the waiting. */
  heard({ type, message }) {
    if (type === 'connection') this.looking = false;
    if (type !== 'message' || message.op !== 'suggestions' || message.activity !== this.view.activity || !this.looking) return;
    this.looking = false;
    this.found = { ...message, texts: new Map([...this.board.cards].map(([id, { text }]) => [id, text])) };
    this.board.announcer.own(this.#summary(stillOpen(this.found, this.board.cards, this.left)));
  }

  draw({ writable }) {
    const { found, say } = this;
    const open = found && writable ? stillOpen(found, this.board.cards, this.left) : { themes: new Map(), pairs: [], names: new Map() };
    this.element.hidden = !writable;
    setText(this.ask, say(this.looking ? 'suggesting' : found ? 'suggest_again' : 'suggest'));
    setAttribute(this.element, 'aria-busy', Boolean(this.looking));
    setText(this.sentence, found ? this.#summary(open) : '');
    this.hide.hidden = !found;
    this.#drawPairs(open.pairs);
    for (const [id, { article }] of this.view.views) this.#drawChips(id, article, open.themes.get(id) ?? []);
    for (const lane of this.view.themeLanes) this.#drawNames(lane, open.names.get(lane.id) ?? []);
  }

  #ask() {
    if (this.looking) return;
    this.looking = this.board.live.suggest(this.view.activity);
    this.view.redraw();
  }

  #hide() {
    this.found = null;
    this.view.redraw();
    this.ask.focus();
  }

  #summary({ themes, pairs, names }) {
    const { say } = this;
    const parts = [[themes.size, 'suggested_themes'], [pairs.length, 'suggested_pairs'], [names.size, 'suggested_names']]
      .filter(([n]) => n).map(([n, key]) => counted(say, key, n));
    return parts.length ? say('suggested', { what: parts.join(' · ') }) : say('suggested_none');
  }

  // Cards that may say the same

  #drawPairs(pairs) {
    this.heading.hidden = !pairs.length;
    const keys = new Set(pairs.map(([card, into]) => keyOf(card, into)));
    for (const key of this.rows.keys()) if (!keys.has(key)) this.rows.delete(key);
    arrange(this.pairs, pairs.map(([card, into]) => this.#row(card, into)));
  }

  #row(card, into) {
    const key = keyOf(card, into);
    if (!this.rows.has(key)) this.rows.set(key, this.#createRow(card, into, key));
    return this.rows.get(key);
  }

  #createRow(card, into, key) {
    const { say } = this;
    const [text, other] = [card, into].map((one) => titleOf(one, say));
    const [a, b] = [short(text, LONGEST), short(other, LONGEST)];
    const act = (name, run) => h('button', {
      type: 'button', class: 'quiet', 'data-role': name, 'aria-label': say(`${name}_long`, { a, b }), onclick: () => this.#goOn(row, run),
    }, say(name));
    const row = h('li', {}, h('p', { dir: 'auto' }, other), h('p', { dir: 'auto' }, text),
      h('div', { class: 'row' }, act('alike_merge', () => becomeOne(this.board, card, into)), act('alike_leave', () => this.#leave(key))));
    return row;
  }

  #leave(key) {
    this.left.add(key);
    this.view.redraw();
  }

  /** Does it, and goes to the next pair. */
  #goOn(row, run) {
    const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector('button');
    run();
    (next?.isConnected ? next : this.ask).focus();
  }

  // Where a loose card may go, and what a theme may be called

  #drawChips(id, article, themes) {
    const { say } = this;
    const chips = () => themes.map((theme) => {
      const name = short(theme.text, LONGEST);
      const label = say('suggest_theme', { text: short(titleOf(this.board.cards.get(id), say), LONGEST), theme: name });
      return chip(`→ ${name}`, label, { 'data-into': theme.id, 'data-stop': true, tabindex: article.tabIndex }, () => this.#put(id, theme.id));
    });
    this.#fill(`card ${id}`, themes.map((theme) => `${theme.id} ${theme.text}`), chips, article, (box) => article.append(box));
  }

  #drawNames(lane, words) {
    const { say } = this;
    const chips = () => [
      h('span', {}, say('suggest_names')),
      ...words.map((word) => chip(word, say('suggest_name', { name: word }), { 'data-name': word }, () => this.#call(lane, word))),
    ];
    this.#fill(`theme ${lane.id}`, words, chips, lane.article, (box) => lane.article.after(box));
  }

  /** Keeps the box as it is while it says the same: a finger may be on its way to it. */
  #fill(key, content, chips, article, hang) {
    const known = this.boxes.get(key);
    const says = content.join('\n');
    if (known?.says === says && known.box.isConnected === content.length > 0) return;
    const held = known?.box.contains(known.box.getRootNode().activeElement);
    known?.box.remove();
    if (held) article.focus();
    if (!content.length) return this.boxes.delete(key);
    const box = h('div', { class: 'suggested', role: 'group', 'aria-label': this.say('suggestions') }, ...chips());
    this.boxes.set(key, { says, box });
    hang(box);
  }

  #put(id, theme) {
    const lane = this.view.laneOf(this.view.viewOf(id).article);
    const boxes = [...lane.element.querySelectorAll('.suggested')];
    const at = boxes.findIndex((box) => box.closest('[data-card]').dataset.card === id);
    const next = boxes[at + 1] ?? boxes[at - 1];
    this.board.acts.move(this.board.cards.get(id), theme, null);
    (next?.isConnected ? next.querySelector('button') : this.ask).focus({ preventScroll: true });
  }

  #call(lane, word) {
    this.board.send('edit_card', { card: lane.id, text: word });
    this.board.announcer.own(this.say('suggest_named', { name: word }));
    lane.article.focus();
  }
}

const chip = (text, label, more, onclick) => h('button', { type: 'button', class: 'suggested-chip', 'aria-label': label, dir: 'auto', ...more, onclick }, text);
