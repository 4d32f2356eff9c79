// A theme: a lane whose heading is a card, which can be renamed, kept, parked and merged like one.

import { short } from './card.js';
import { h, setAttribute, setText } from './dom.js';
import { Lane } from './lane.js';

export class ThemeLane extends Lane {
  /** `menu(theme)`: the items of the heading's menu. */
  constructor({ board, menu, ...options }) {
    super(options);
    Object.assign(this, { board, menu, editWord: 'theme_name', editor: null });
    this.state = h('p', { class: 'state' });
    this.more = h('button', {
      type: 'button', class: 'more', 'data-role': 'theme-menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => this.#openMenu(),
    }, h('span', { 'aria-hidden': 'true' }, '⋮'));
    this.article = h('div', { class: 'theme-head', tabindex: -1, ondblclick: () => this.#rename(), onkeydown: (event) => this.#key(event) });
    this.heading.replaceWith(this.article);
    this.article.append(this.heading, this.state, this.more);
    this.element.classList.add('theme');
  }

  /** The theme as it is now. */
  drawTheme(theme, { writable, say }) {
    this.theme = theme;
    const states = { kept: `★ ${say('kept')}`, parked: `⏸\uFE0E ${say('parked')}` };
    setText(this.state, states[theme.status] ?? (theme.waiting ? `◌ ${say('waiting')}` : ''));
    setAttribute(this.element, 'data-state', theme.status);
    setAttribute(this.element, 'data-waiting', Boolean(theme.waiting));
    setAttribute(this.more, 'aria-label', say('theme_menu', { theme: short(theme.text) }));
    this.more.hidden = !writable;
  }

  #openMenu() {
    const { menu } = this.board;
    if (menu.opener === this.article) menu.close({ refocus: true });
    else menu.open(this.article, this.menu(this.theme));
  }

  #rename() {
    if (!this.editor) this.board.acts.run('edit', this.theme);
  }

  #key(event) {
    if (event.target !== this.article) return;
    const voted = !event.ctrlKey && !event.metaKey && !event.altKey && this.board.voting.pressed(event.key, this.theme);
    if (!voted && (event.key !== 'Enter' || this.more.hidden)) return;
    event.preventDefault();
    if (!voted) this.#openMenu();
  }
}
