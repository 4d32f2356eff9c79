// Placing a card by two sliders, one for each axis, with the name of the quarter it comes to lie in.

import { h, setText } from './dom.js';
import { FINE, percent, STEP, stepped } from './spots.js';

const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

export class Placing {
  /** `show(spot)` on every step, `done(spot)` at the end. */
  constructor({ say, axes, spot, region, show, done }) {
    Object.assign(this, { say, spot, region, show });
    const [x, y] = axes;
    this.inputs = { x: this.#input(x, 'x'), y: this.#input(y, 'y') };
    this.region = region;
    this.where = h('p', { class: 'where', 'aria-hidden': 'true' });
    const button = h('button', { type: 'button', class: 'primary', 'data-role': 'place-done', onclick: () => done(this.spot) }, say('place_done'));
    this.element = h('div', { class: 'placing', onkeydown: (event) => this.#key(event) },
      this.#labelled(x, this.inputs.x), this.#labelled(y, this.inputs.y), this.where, button);
    this.#draw();
  }

  get first() {
    return this.inputs.x;
  }

  #input(axis, name) {
    return h('input', {
      type: 'range', min: 0, max: 100, step: 1, 'data-axis': name, 'aria-label': axis.name, 'aria-orientation': name === 'y' ? 'vertical' : null,
      oninput: ({ target }) => this.#go({ ...this.spot, [name]: Number(target.value) / 100 }),
    });
  }

  #labelled(axis, input) {
    return h('div', { class: 'labelled' }, h('strong', { 'aria-hidden': 'true' }, axis.name), input,
      h('p', { class: 'ends-of', 'aria-hidden': 'true' }, h('span', {}, axis.low), h('span', {}, axis.high)));
  }

  #go(spot) {
    this.spot = spot;
    this.#draw();
    this.show(spot);
  }

  #draw() {
    for (const [name, input] of Object.entries(this.inputs)) {
      input.value = percent(this.spot[name]);
      input.setAttribute('aria-valuetext', this.say('of_hundred', { n: percent(this.spot[name]) }));
    }
    setText(this.where, this.region(this.spot));
  }

  /** Arrows move the card as one sees it, whichever slider has the focus. */
  #key(event) {
    const direction = directions[event.key];
    if (!direction || event.target.type !== 'range' || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#go(stepped(this.spot, direction, event.shiftKey ? FINE : STEP));
  }
}
