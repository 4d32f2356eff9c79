// A list of cards to choose from, in groups, with a field that filters it.

import { arrange, h, setAttribute, setText } from './dom.js';

const MANY = 6; // options from which on one filters rather than reads

export class Picker {
  /** `groups()` -> [{name, options: [{id, text, chosen}]}]; `choose(option)`; `none` is said where there is nothing. */
  constructor({ say, groups, choose, none }) {
    Object.assign(this, { groups, choose });
    this.rows = new Map(); // id -> {element, button, text}
    this.field = h('input', { type: 'search', 'data-role': 'filter', 'aria-label': say('filter'), placeholder: say('filter'), autocomplete: 'off', oninput: () => this.draw() });
    this.list = h('div', { class: 'options' });
    this.none = h('p', { class: 'note', role: 'status' }, none);
    this.nothing = say('filter_none');
    this.noneAtAll = none;
    this.element = h('div', { class: 'picker', onkeydown: (event) => this.#key(event) }, this.field, this.list, this.none);
    this.draw();
  }

  /** Where one begins: the filter of a long list, else the first option. */
  get first() {
    return this.field.hidden ? this.#buttons[0] : this.field;
  }

  draw() {
    const groups = this.groups();
    const all = groups.flatMap(({ options }) => options);
    const wanted = this.field.value.trim().toLocaleLowerCase();
    const fits = ({ text }) => text.toLocaleLowerCase().includes(wanted);
    this.field.hidden = all.length < MANY && !wanted;
    const sections = groups.map((group) => ({ ...group, options: group.options.filter(fits) })).filter(({ options }) => options.length);
    arrange(this.list, sections.map((group) => this.#section(group)));
    setText(this.none, all.length ? this.nothing : this.noneAtAll);
    this.none.hidden = sections.length > 0;
  }

  #section({ name, options }) {
    this.sections ??= new Map();
    if (!this.sections.has(name)) this.sections.set(name, h('section', {}, h('h3', {}, name), h('ol', { role: 'list', 'aria-label': name })));
    const section = this.sections.get(name);
    arrange(section.lastElementChild, options.map((option) => this.#row(option)));
    return section;
  }

  #row(option) {
    const { id, text, chosen } = option;
    if (!this.rows.has(id)) {
      const button = h('button', { type: 'button', dir: 'auto', 'data-option': id }, h('span', { class: 'mark', 'aria-hidden': 'true' }), h('span'));
      this.rows.set(id, { element: h('li', {}, button), button });
    }
    const { element, button } = this.rows.get(id);
    button.onclick = () => this.choose(option);
    setText(button.firstElementChild, chosen ? '✓' : '');
    setText(button.lastElementChild, text);
    setAttribute(button, 'aria-pressed', chosen == null ? null : String(chosen));
    return element;
  }

  get #buttons() {
    return [...this.list.querySelectorAll('button')];
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [this.field, ...this.#buttons].filter((each) => !each.hidden);
    all[Math.max(0, Math.min(all.length - 1, all.indexOf(event.target) + step))]?.focus();
  }
}
