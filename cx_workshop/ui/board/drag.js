// Moving a card by mouse or by a long press of a finger: an extra, everything here can be done by keys and menu too.

import { h } from './dom.js';

const SLACK = 6; // px of movement that still is a click
const LONG_PRESS = 350; // ms
const EDGE = 56; // px at the window's edges where the page scrolls along

export class Drag {
  /** `mayMove(id)` and `drop(id, lane, before, spot)`; `grid` holds the lanes. In a lane with data-free a card lies anywhere. */
  constructor(grid, { mayMove, drop }) {
    Object.assign(this, { grid, mayMove, drop });
    this.marker = h('li', { class: 'drop-here', 'aria-hidden': 'true' });
    grid.addEventListener('pointerdown', (event) => this.#press(event));
    // A finger that has picked a card up must not scroll; only a listener that is there from the start may forbid it.
    grid.addEventListener('touchmove', (event) => this.ghost && event.preventDefault(), { passive: false });
    grid.addEventListener('contextmenu', (event) => this.ghost && event.preventDefault());
  }

  #press(event) {
    const article = event.target.closest('[data-card]');
    if (!article || event.button || !event.isPrimary || event.target.closest('button, a, input, textarea, [data-editing]')) return;
    if (!this.mayMove(article.dataset.card)) return;
    this.#end();
    this.article = article;
    this.start = this.at = { x: event.clientX, y: event.clientY };
    this.listening = new AbortController();
    const { signal } = this.listening;
    const touch = event.pointerType !== 'mouse';
    if (touch) this.timer = setTimeout(() => this.#lift(), LONG_PRESS);
    addEventListener('pointermove', (move) => this.#move(move, touch), { signal });
    addEventListener('pointerup', () => this.#release(), { signal });
    addEventListener('pointercancel', () => this.#end(), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && this.#end(), { signal, capture: true });
  }

  #move(event, touch) {
    this.at = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(this.at.x - this.start.x, this.at.y - this.start.y) > SLACK;
    if (this.ghost) this.#follow();
    else if (far && touch) this.#end(); // it is a scroll
    else if (far) this.#lift();
  }

  #lift() {
    const box = this.article.getBoundingClientRect();
    this.ghost = this.article.cloneNode(true);
    this.ghost.removeAttribute('data-card'); // it only looks like the card
    this.ghost.classList.add('ghost');
    this.ghost.style.width = `${box.width}px`;
    this.offset = { x: box.left - this.start.x, y: box.top - this.start.y };
    this.grid.append(this.ghost);
    this.article.toggleAttribute('data-lifted', true);
    this.grid.toggleAttribute('data-dragging', true);
    getSelection()?.removeAllRanges();
    this.#follow();
  }

  #follow() {
    const under = this.grid.getRootNode().elementFromPoint(this.at.x, this.at.y);
    const lane = under?.closest('[data-lane]');
    if (lane) this.#aimAt(lane);
    const offset = this.aimed?.hasAttribute('data-free') ? middle(this.ghost) : this.offset;
    this.ghost.style.transform = `translate(${this.at.x + offset.x}px, ${this.at.y + offset.y}px)`;
    cancelAnimationFrame(this.scrolling);
    this.#scrollAlong();
  }

  #aimAt(lane) {
    if (lane !== this.aimed) {
      this.aimed?.removeAttribute('data-aimed');
      lane.setAttribute('data-aimed', '');
      this.aimed = lane;
    }
    const free = lane.hasAttribute('data-free');
    this.ghost.classList.toggle('note', free);
    if (!free) return this.#aim(lane);
    this.marker.remove();
    this.target = { lane: lane.dataset.lane, before: null };
  }

  #aim(lane) {
    const items = [...lane.querySelector('.cards').children].filter((item) => item !== this.marker);
    const boxes = items.map((item) => item.getBoundingClientRect());
    const columns = boxes.some((box) => box.left !== boxes[0].left); // then one reads line by line
    const next = items.find((_, index) => {
      const { top, height, bottom, left, width } = boxes[index];
      return columns ? this.at.y < top || (this.at.y < bottom && this.at.x < left + width / 2) : this.at.y < top + height / 2;
    });
    if (next ? this.marker.nextElementSibling !== next : !this.marker.isConnected || this.marker.nextElementSibling || !lane.contains(this.marker)) {
      lane.querySelector('.cards').insertBefore(this.marker, next ?? null);
    }
    this.target = { lane: lane.dataset.lane, before: next?.firstElementChild.dataset.card ?? null };
  }

  #scrollAlong() {
    const { x, y } = this.at;
    const step = y < EDGE ? -8 : y > innerHeight - EDGE ? 8 : 0;
    const sideways = this.grid.querySelector('[data-scrolls]'); // the columns of a grid
    const { left = 0, right = 0 } = sideways?.getBoundingClientRect() ?? {};
    const aside = !sideways ? 0 : x < left + EDGE ? -8 : x > right - EDGE ? 8 : 0;
    if ((!step && !aside) || !this.ghost) return;
    scroller(this.grid).scrollBy(0, step);
    sideways?.scrollBy(aside, 0);
    this.scrolling = requestAnimationFrame(() => this.ghost && this.#follow());
  }

  #release() {
    const { ghost, target, article, at } = this;
    this.#end();
    if (!ghost || !target) return;
    article.focus({ preventScroll: true });
    this.drop(article.dataset.card, target.lane, target.before, at);
  }

  #end() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.scrolling);
    this.listening?.abort();
    this.ghost?.remove();
    this.marker.remove();
    this.aimed?.removeAttribute('data-aimed');
    this.article?.removeAttribute('data-lifted');
    this.grid.removeAttribute('data-dragging');
    this.ghost = this.target = this.aimed = null;
  }
}

const middle = ({ offsetWidth: width, offsetHeight: height }) => ({ x: -width / 2, y: -height / 2 });

/** The nearest element around that scrolls, out through shadow roots: Streamlit scrolls a section, not the window. */
function scroller(element) {
  for (let node = element; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    if (node.scrollHeight > node.clientHeight && /auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
  }
  return document.scrollingElement;
}
