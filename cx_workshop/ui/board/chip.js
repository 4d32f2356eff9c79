// “from: …” above a write field: the next card is made from that one. It goes along to whichever field one writes in.

import { h, setText } from './dom.js';
import { short } from './card.js';

export class Chip {
  constructor({ root, say, announcer }) {
    this.say = say;
    this.root = root;
    this.ground = null;
    this.text = h('span', { dir: 'auto' });
    const off = () => {
      const write = this.element.parentElement;
      this.drop();
      announcer.own(say('from_dropped'));
      write?.querySelector('textarea')?.focus();
    };
    this.element = h('p', { class: 'made-from', 'data-role': 'made-from' }, this.text,
      h('button', { type: 'button', class: 'quiet', 'aria-label': say('from_drop'), onclick: off }, h('span', { 'aria-hidden': 'true' }, '✕')));
    root.addEventListener('focusin', ({ target }) => this.#show(target.closest('.write')));
  }

  /** Shows it at a write field, or the board's first one, and goes there. */
  hold(ground, write) {
    this.ground = ground;
    const at = write && !write.hidden ? write : this.root.querySelector('.lane .write:not([hidden])');
    this.#show(at);
    at?.querySelector('textarea')?.focus();
  }

  drop() {
    this.ground = null;
    this.element.remove();
  }

  draw() {
    if (this.ground) setText(this.text, this.say('from', { text: short(this.ground.text, 80) }));
  }

  #show(write) {
    if (!this.ground || !write || this.element.parentElement === write) return;
    write.prepend(this.element);
    this.draw();
  }
}
