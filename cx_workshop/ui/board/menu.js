// The menu of a card: a menu button after the WAI-ARIA pattern, with the lanes one level down.

import { h } from './dom.js';
import { close, onPressOutside, openAt } from './popover.js';

export class Menu {
  constructor(root, say) {
    this.say = say;
    this.panel = h('div', { role: 'menu', class: 'menu', hidden: true, onkeydown: (event) => this.#key(event) });
    root.append(this.panel);
    this.opener = null; // the article whose menu is open
  }

  /** `items`: [{label, act} | {label, items}]; `article` gets focus back on Escape; the menu opens beside `button`. */
  open(article, items, button = article.querySelector('.more')) {
    this.close();
    this.opener = article;
    this.button = button;
    this.button.setAttribute('aria-expanded', 'true');
    this.panel.setAttribute('aria-label', this.button.getAttribute('aria-label'));
    this.levels = [items];
    this.#fill();
    this.ended = new AbortController();
    onPressOutside(this.panel, this.button, () => this.close(), this.ended.signal);
    addEventListener('resize', () => this.close(), { signal: this.ended.signal });
  }

  close({ refocus = false } = {}) {
    if (!this.opener) return;
    const { opener } = this;
    this.opener = null;
    this.ended.abort();
    this.button.setAttribute('aria-expanded', 'false');
    close(this.panel);
    if (refocus) opener.focus();
  }

  #fill() {
    const items = this.levels.at(-1).map((item) => this.#item(item));
    if (this.levels.length > 1) items.unshift(this.#item({ label: `‹ ${this.say('menu_back')}`, act: null, back: true }));
    this.panel.replaceChildren(...items);
    openAt(this.panel, this.button);
    this.panel.children[this.levels.length > 1 ? 1 : 0]?.focus();
  }

  #item(item) {
    const keys = item.key && h('span', { class: 'key', 'aria-hidden': 'true' }, item.key);
    const more = item.items && h('span', { class: 'key', 'aria-hidden': 'true' }, '›');
    return h('button', {
      type: 'button', role: 'menuitem', tabindex: -1, 'data-act': item.name, 'data-to': item.lane, 'data-row': item.row,
      'aria-haspopup': item.items && 'menu', onclick: () => this.#choose(item),
    }, h('span', {}, item.label), keys || more || null);
  }

  #choose(item) {
    if (item.back) return this.#up();
    if (item.items) {
      this.levels.push(item.items);
      return this.#fill();
    }
    this.close({ refocus: true });
    item.act();
  }

  #up() {
    if (this.levels.length === 1) return this.close({ refocus: true });
    const left = this.levels.pop();
    this.#fill();
    const parent = this.levels.at(-1).findIndex(({ items }) => items === left);
    this.panel.children[parent + (this.levels.length > 1 ? 1 : 0)]?.focus();
  }

  #key(event) {
    const items = [...this.panel.children];
    const at = items.indexOf(event.target.closest('[role=menuitem]'));
    const go = (index) => items.at(index % items.length).focus();
    const inLevel = this.levels.length > 1;
    switch (event.key) {
      case 'ArrowDown': go(at + 1); break;
      case 'ArrowUp': go(at - 1); break;
      case 'Home': go(0); break;
      case 'End': go(-1); break;
      case 'ArrowRight': if (items[at]?.hasAttribute('aria-haspopup')) items[at].click(); break;
      case 'ArrowLeft': if (inLevel) this.#up(); break;
      case 'Escape': this.#up(); break;
      case 'Tab': this.close({ refocus: true }); break;
      default: {
        const letter = event.key.toLowerCase();
        const found = [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) => item.textContent.toLowerCase().startsWith(letter));
        if (event.key.length > 1 || !found || letter === ' ') return;
        found.focus();
      }
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
