// The timer as a ring, by the server's clock.

import { inMinutes, lastOf, timerNow } from './clock.js';
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
    const { timer, live, say } = this;
    const now = timerNow(timer, live.now());
    setText(this.text, inMinutes(now.left));
    setText(this.state, { paused: say('timer_paused'), over: say('timer_over') }[now.phase] ?? '');
    const left = now.phase === 'running' ? (Date.parse(timer.ends_at) - live.now()) / SECOND : now.left;
    this.arc.style.strokeDashoffset = ROUND * (1 - Math.min(1, left / timer.seconds));
    setAttribute(this.element, 'data-last', lastOf(now));
    if (now.phase === 'running') this.ticking = setTimeout(() => this.#tick(), (left * SECOND) % SECOND || SECOND);
  }
}

function circle(name) {
  const made = document.createElementNS(NS, 'circle');
  for (const [key, value] of Object.entries({ class: name, cx: 50, cy: 50, r: 44, fill: 'none', 'stroke-dasharray': ROUND })) made.setAttribute(key, value);
  return made;
}
