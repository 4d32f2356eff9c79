// Which of a grid's columns are in sight, and two buttons for the others: what is out of sight must not be overlooked.

import { h, setText } from './dom.js';

export class Span {
  /** `cells` is what scrolls. */
  constructor(say, cells) {
    Object.assign(this, { say, cells });
    const button = (by, sign, word) => h('button', { type: 'button', class: 'quiet', tabindex: -1, 'aria-label': say(word), onclick: () => this.#go(by) }, sign);
    this.left = button(-1, '‹', 'columns_left');
    this.right = button(1, '›', 'columns_right');
    this.text = h('span');
    this.element = h('div', { class: 'span', 'data-role': 'span', hidden: true }, this.text, h('span', { class: 'sides' }, this.left, this.right));
    cells.addEventListener('scroll', () => this.draw(this.count), { passive: true });
  }

  draw(count) {
    this.count = count;
    const { scrollWidth, clientWidth, scrollLeft } = this.cells;
    const all = scrollWidth <= clientWidth + 1;
    this.element.toggleAttribute('data-all', all);
    this.element.hidden = false; // it also fills the corner
    if (all) return;
    const first = Math.round(scrollLeft / this.#width());
    const last = Math.floor((scrollLeft + clientWidth - this.#heads() + 8) / this.#width());
    setText(this.text, this.say('columns_seen', { from: first + 1, to: Math.min(last, count), n: count }));
    this.left.disabled = scrollLeft < 2;
    this.right.disabled = scrollLeft > scrollWidth - clientWidth - 2;
    this.cells.toggleAttribute('data-more-left', !this.left.disabled);
    this.cells.toggleAttribute('data-more-right', !this.right.disabled);
  }

  /** Brings a column's head, and so the column, into sight. */
  scrollTo(head) {
    const left = head.offsetLeft - this.#heads();
    const { scrollLeft, clientWidth } = this.cells;
    const seen = left >= scrollLeft && head.offsetLeft + head.offsetWidth <= scrollLeft + clientWidth;
    if (!seen) this.cells.scrollTo({ left });
  }

  #go(by) {
    this.cells.scrollBy({ left: by * this.#width() * 2 });
  }

  #heads() {
    return this.element.offsetWidth;
  }

  #width() {
    return Math.max(1, (this.cells.scrollWidth - this.#heads()) / this.count);
  }
}

/** What is scrolled sideways in one is in the other too. */
export function scrollTogether(one, other) {
  const follow = (from, to) => () => {
    if (Math.abs(to.scrollLeft - from.scrollLeft) >= 1) to.scrollLeft = from.scrollLeft;
  };
  one.addEventListener('scroll', follow(one, other), { passive: true });
  other.addEventListener('scroll', follow(other, one), { passive: true });
}
