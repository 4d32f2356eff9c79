// The plane of a matrix: two axes with their words, named quarters, and cards as small notes wherever they were put.

import { h, setAttribute, setText } from './dom.js';
import { short } from './card.js';
import { Lane } from './lane.js';
import { fanned, spotAt } from './spots.js';

export class Plane extends Lane {
  constructor({ method, ...options }) {
    super(options);
    const [x, y] = method.axes;
    const regions = Object.entries(method.regions ?? {}).map(([id, name]) => h('p', { class: 'region', 'data-region': id }, name));
    this.empty = h('p', { class: 'nothing-yet' }, this.say('plane_empty'));
    this.legend = h('ol', { class: 'legend', 'aria-hidden': 'true' }); // the notes hold all this: it is for the eye
    this.plane = h('div', { class: 'plane' }, ...regions, this.empty);
    this.list.before(this.plane);
    this.plane.append(this.list);
    const axis = (name, axis, arrow) => h('p', { class: `axis ${name}` },
      h('span', {}, axis.low), h('strong', {}, `${axis.name} `, h('span', { 'aria-hidden': 'true' }, arrow)), h('span', {}, axis.high));
    const frame = h('div', { class: 'frame' }, h('div', { class: 'axis-place' }, axis('y', y, '→')), h('div', { class: 'field' }));
    this.plane.replaceWith(frame);
    frame.lastElementChild.replaceWith(this.plane);
    frame.append(axis('x', x, '→'));
    frame.after(this.legend);
    this.element.classList.add('plane-lane');
    this.element.setAttribute('data-free', ''); // a card may be dropped anywhere on it
    this.element.addEventListener('click', ({ target }) => this.#point(target.closest('[data-points]')));
  }

  /** `cards` are those that lie here, in reading order, with their spots; `held(card)`: somebody here is moving it. */
  spread(cards, views, held) {
    for (const [index, { x, y, aside }] of fanned(cards, held).entries()) {
      const { element } = views.get(cards[index].id);
      element.style.setProperty('--x', x);
      element.style.setProperty('--y', y);
      element.style.setProperty('--fan', aside);
      setAttribute(element, 'data-side', x < 0.5 ? 'left' : 'right');
      setAttribute(element, 'data-half', y < 0.5 ? 'bottom' : 'top');
    }
    this.empty.hidden = cards.length > 0;
    this.#drawLegend(cards);
  }

  /** Nobody writes here: what is written lies in the tray. */
  draw(lying, parked, about) {
    super.draw(lying, parked, { ...about, writable: false, reason: null });
  }

  /** The spot under the pointer. */
  spotAt(pointer) {
    const style = getComputedStyle(this.plane);
    const size = (name) => Number.parseFloat(style.getPropertyValue(name));
    const note = { width: size('--note-width'), height: size('--note-height') };
    return spotAt(pointer, this.list.getBoundingClientRect(), note);
  }

  #drawLegend(cards) {
    while (this.legend.childElementCount > cards.length) this.legend.lastElementChild.remove();
    for (const [index, card] of cards.entries()) {
      const row = this.legend.children[index] ?? this.legend.appendChild(h('li', { dir: 'auto' }));
      setText(row, `${card.status === 'kept' ? '★ ' : ''}${short(card.text, 120)}`);
      setAttribute(row, 'data-points', card.id);
    }
  }

  #point(row) {
    if (!row) return;
    const article = this.list.querySelector(`[data-card="${row.dataset.points}"]`);
    article?.scrollIntoView({ block: 'nearest' });
    article?.focus();
  }
}
