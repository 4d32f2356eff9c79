// The timer as a ring, by the server's clock.

import { h, setAttribute, setText } from './dom.js';

const NS = 'http://www.w3.org/2000/svg';
const ROUND = 2 * Math.PI * 44;
const SECOND = 1000;

export class Ring {
  constructor(say) {
    this.say = say;
    this.arc = circle('arc');
    const svg = document.createElementNS(NS, 'svg');
    svg.setAttribute('viewBox', '0 0 100 100');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(circle('track'), this.arc);
    this.text = h('span', { class: 'left' });
    this.state = h('span', { class: 'state' });
    this.element = h('div', { class: 'ring', role: 'timer', 'data-role': 'stage-timer', hidden: true }, svg, h('p', {}, this.text, this.state));
  }

  /** `timer`: {seconds, ends_at} while it runs, {seconds, left} while it is paused, empty without one. */
  draw(timer, live) {
    Object.assign(this, { timer, live });
    clearTimeout(this.ticking);
    this.element.hidden = !timer?.seconds;
    if (!this.element.hidden) this.#tick();
  }

  stop() {
    clearTimeout(this.ticking);
  }

  #tick() {
    const { seconds, ends_at: end, left: paused } = this.timer;
    const left = end ? (Date.parse(end) - this.live.now()) / SECOND : paused;
    const shown = Math.max(0, Math.ceil(left));
    setText(this.text, `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`);
    setText(this.state, !end ? this.say('timer_paused') : left <= 0 ? this.say('timer_over') : '');
    this.arc.style.strokeDashoffset = ROUND * (1 - Math.min(1, Math.max(0, left / seconds)));
    setAttribute(this.element, 'data-last', left <= 10 ? 'seconds' : left <= 60 ? 'minute' : null);
    if (end && left > 0) this.ticking = setTimeout(() => this.#tick(), (left * SECOND) % SECOND || SECOND);
  }
}

function circle(name) {
  const made = document.createElementNS(NS, 'circle');
  for (const [key, value] of Object.entries({ class: name, cx: 50, cy: 50, r: 44, fill: 'none', 'stroke-dasharray': ROUND })) made.setAttribute(key, value);
  return made;
}
