// One slider of a card: its poles, where it stands in words. While somebody drags it, news from others waits.

import { h, setAttribute, setText } from './dom.js';

const PAUSE = 400; // ms after a key: ten presses are one act

export class Slider {
  /** `set(x)` is called when the person lets go; x from 0 to 1. */
  constructor({ say, id, set }) {
    Object.assign(this, { say, set });
    this.left = h('span', { class: 'pole left', dir: 'auto' });
    this.right = h('span', { class: 'pole right', dir: 'auto' });
    this.range = h('input', {
      type: 'range', min: 0, max: 100, step: 1, id: `slider-${id}`, 'data-role': 'slider',
      onpointerdown: () => (this.held = true), onpointerup: () => (this.held = false), onpointercancel: () => (this.held = false),
      oninput: () => this.#words(Number(this.range.value)), onchange: () => this.#changed(), onclick: () => this.#pressed(),
      onblur: () => this.flush(), onkeydown: ({ key }) => key === 'Enter' && this.#changed(),
    });
    this.stands = h('p', { class: 'stands', 'aria-hidden': 'true' });
    this.element = h('div', { class: 'slider' }, this.left, this.range, this.right, this.stands);
  }

  draw(card, { writable }) {
    const { left = '', right = '' } = card.fields;
    this.x = card.x;
    const isSet = card.x != null;
    setText(this.left, left);
    setText(this.right, right);
    this.range.disabled = !writable;
    if (!this.held && !this.timer) this.range.value = isSet ? Math.round(card.x * 100) : 50;
    setAttribute(this.element, 'data-unset', !isSet && !this.timer && !this.held);
    this.#words(isSet || this.held || this.timer ? Number(this.range.value) : null);
  }

  /** Tells now what waits for a pause. */
  flush() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    const x = Number(this.range.value) / 100;
    if (x !== this.x) this.set(x);
  }

  /** The browser tells of no change where one that is not set yet is pressed in the middle. */
  #pressed() {
    if (this.x == null && !this.timer) this.#changed();
    this.flush();
  }

  #changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
    this.element.removeAttribute('data-unset');
    this.#words(Number(this.range.value));
  }

  #words(n) {
    const words = this.#inWords(n);
    setAttribute(this.range, 'aria-valuetext', words);
    setText(this.stands, words);
  }

  #inWords(n) {
    const { say } = this;
    if (n == null) return say('slider_unset');
    const [left, right] = [this.left.textContent, this.right.textContent];
    if (n === 50 || !left || !right) return n === 50 ? say('slider_middle') : say('of_hundred', { n });
    return say('slider_towards', { n: n > 50 ? n : 100 - n, pole: n > 50 ? right : left });
  }
}
