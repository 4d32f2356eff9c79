// The pages of a workshop as a row of links, the steps among them with their shape and how far the workshop is. Where there
// is little room only the page one is on shows, as a button that opens the list.

import { arrange, h, setAttribute, setText } from './dom.js';
import { Flyout } from './popover.js';
import { openActivity } from './store.js';

const shapes = { diverge: '◇', converge: '▽' };

export class Pages {
  /** `go(id)` asks for another page without a reload. */
  constructor(say, go) {
    Object.assign(this, { say, go });
    this.current = h('span');
    this.button = h('button', { type: 'button', class: 'quiet pages-button', 'data-role': 'pages' }, this.current, h('span', { 'aria-hidden': 'true' }, ' ▾'));
    this.list = h('ol', { role: 'list', class: 'pages', tabindex: -1, 'data-role': 'steps' });
    this.element = h('nav', { 'aria-label': say('steps') }, this.button, this.list);
    this.flyout = new Flyout(this.button, this.list);
  }

  draw(pages = [], page, state) {
    const now = openActivity(state)?.step;
    const drawn = JSON.stringify([pages, page, now]);
    if (this.drawn === drawn) return;
    this.drawn = drawn;
    const at = pages.findIndex(({ id }) => id === now);
    const here = pages.find(({ id }) => id === page);
    this.button.hidden = !here;
    setText(this.current, here ? `${shapes[here.mode] ?? ''} ${here.name}`.trim() : '');
    setAttribute(this.button, 'data-diamond', here?.diamond);
    arrange(this.list, pages.map((entry, index) => h('li', {}, this.#link(entry, entry.id === page, entry.mode && progress(index, at)))));
  }

  #link({ id, name, href, mode, mode_name, diamond }, here, far) {
    const mark = { done: ['✓', 'step_done'], current: ['●', 'step_now'] }[far];
    return h('a', {
      href, title: mode_name, 'data-page': id, 'data-mode': mode, 'data-diamond': diamond, 'data-progress': far, 'aria-current': here && 'page',
      onclick: (event) => this.#follow(event, id),
    },
    mode && h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[mode]), h('span', {}, name),
    mark && h('span', { class: 'mark' }, h('span', { 'aria-hidden': 'true' }, mark[0]), h('span', { class: 'unseen' }, this.say(mark[1]))));
  }

  /** A plain click stays in the session; with a modifier it is the browser's, for another tab. */
  #follow(event, id) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.flyout.shut();
    this.go(id);
  }
}

const progress = (index, at) => (index < at ? 'done' : index === at ? 'current' : 'next');
