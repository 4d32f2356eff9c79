// The button that prints a leaf of the library. It knows which leaf is read, so it also turns to the top of the next one.

import { h, setText } from './dom.js';
import { mounting } from './mounts.js';
import { dress, fetchSheet, followTheme } from './styles.js';

const sheets = ['theme.css', 'paper.css'];
sheets.forEach(fetchSheet);
let read = null; // which leaf was shown last on this page

export const mount = mounting((shadow) => new Paper(shadow));

class Paper {
  constructor(shadow) {
    this.button = h('button', { type: 'button', class: 'quiet', 'data-role': 'print', onclick: () => print() });
    this.root = h('div', { class: 'cx-board paper' }, this.button);
    this.style = dress(shadow, this.root, sheets);
  }

  update({ leaf, label }) {
    followTheme(this.root);
    setText(this.button, label);
    if (this.leaf === leaf) return;
    this.leaf = leaf;
    if (read !== leaf) requestAnimationFrame(turnToTop);
    read = leaf;
  }

  async leave() {
    read = null;
    this.root.remove();
    (await this.style).remove();
  }
}

/** Keyboards and screen readers go on from the heading. */
function turnToTop() {
  document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0);
  document.querySelector('.leaf h1')?.focus({ preventScroll: true });
}
