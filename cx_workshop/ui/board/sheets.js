// A row of tabs above the board, one for each sheet: everybody looks at the one they like.

import { arrange, h, setAttribute, setText } from './dom.js';
import { sheetKey } from './sheet_field.js';
import { tab } from './storage.js';
import { counted } from './words.js';

const keys = { ArrowLeft: -1, ArrowRight: 1 };

export class Sheets {
  /** `view` is the Lanes they stand above. */
  constructor(view, parts) {
    const { say, method, activity } = view;
    Object.assign(this, { view, say, method, parts, storage: sheetKey(activity) });
    this.tabs = new Map(); // id -> {element, name, count, news}
    this.news = new Set(); // sheets on which others did something unseen
    this.list = h('div', { role: 'tablist', class: 'tabs', 'aria-label': say('sheets'), onkeydown: (event) => this.#key(event) });
    this.element = h('div', { class: 'sheets', 'data-role': 'sheets', hidden: true }, this.list);
    view.places.sheet = tab.get(this.storage) ?? view.places.sheet;
    if (!parts.own.has('sheets')) return;
    this.menuButton = parts.menuButton('sheets', '');
    this.add = h('button', { type: 'button', class: 'quiet', 'data-role': 'add-sheets', onclick: () => this.#add() }, `+ ${method.sheet}`);
    this.element.append(this.menuButton, this.add);
  }

  /** Takes in which sheets there are. */
  update() {
    const { places } = this.view;
    const sheets = places.shape.sheets;
    if (this.wanted && sheets.some(({ id }) => id === this.wanted)) {
      this.#remember(this.wanted);
      this.wanted = null;
    }
    this.news.delete(places.sheet);
    this.tabs = new Map(sheets.map((sheet) => [sheet.id, this.tabs.get(sheet.id) ?? this.#tab(sheet.id)]));
    arrange(this.list, sheets.map(({ id }) => this.tabs.get(id).element));
  }

  /** `mine`: the sheet that this person writes on now, where sheets travel. */
  draw({ cards, writable, mine }) {
    const { places, grid } = this.view;
    const { sheets } = places.shape;
    this.element.hidden = !(sheets.length > 1 || (sheets.length && writable && this.add));
    if (this.add) this.add.hidden = !writable;
    if (this.menuButton) this.parts.stand(this.menuButton, 'sheets', places.sheet);
    const counts = new Map();
    for (const card of cards.values()) if (card.status !== 'parked') counts.set(card.sheet, (counts.get(card.sheet) ?? 0) + 1);
    for (const { id, name } of sheets) {
      const n = counts.get(id) ?? 0;
      const { element, ...parts } = this.tabs.get(id);
      const chosen = id === places.sheet;
      setText(parts.name, name);
      setText(parts.count, String(n));
      parts.count.title = counted(this.say, 'cards', n);
      setText(parts.mine, id === mine ? this.say('sheet_yours') : '');
      parts.news.hidden = !this.news.has(id);
      setAttribute(element, 'aria-selected', String(chosen));
      element.tabIndex = chosen ? 0 : -1;
    }
    setAttribute(grid, 'role', this.element.hidden ? null : 'tabpanel');
    setAttribute(grid, 'aria-label', this.element.hidden ? null : sheets.find(({ id }) => id === places.sheet)?.name);
  }

  /** Marks the sheets of cards that somebody else has just changed. */
  hear(cards) {
    for (const card of cards) if (card.sheet && card.sheet !== this.view.places.sheet) this.news.add(card.sheet);
  }

  choose(id) {
    // An edit under way stays as a draft and goes on when its card is shown again.
    for (const card of this.view.views.values()) card.editor = null;
    this.#remember(id);
    this.view.redraw();
  }

  #remember(id) {
    this.view.places.sheet = id;
    tab.set(this.storage, id);
  }

  #add() {
    const { sheets } = this.view.places.shape;
    this.parts.ask('sheets', this.add, { placeholder: `${this.method.sheet} ${sheets.length + 1}`, made: (id) => (this.wanted = id) });
  }

  #tab(id) {
    const part = {
      name: h('span', { class: 'name', dir: 'auto' }), count: h('span', { class: 'count' }), mine: h('span', { class: 'mine' }),
      news: h('span', { class: 'news', hidden: true }, h('span', { 'aria-hidden': 'true' }, '●'), h('span', { class: 'unseen' }, this.say('sheet_news'))),
    };
    const element = h('button', { type: 'button', role: 'tab', 'data-sheet': id, onclick: () => this.choose(id) }, part.name, part.count, part.mine, part.news);
    return { element, ...part };
  }

  #key(event) {
    const tabs = [...this.list.children];
    const at = tabs.indexOf(event.target.closest('[role=tab]'));
    const next = { Home: 0, End: tabs.length - 1 }[event.key] ?? (event.key in keys ? (at + keys[event.key] + tabs.length) % tabs.length : null);
    if (at < 0 || next === null) return;
    event.preventDefault();
    tabs[next].focus();
    tabs[next].click();
  }
}
