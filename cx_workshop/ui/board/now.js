// The cockpit's line about time, by the server's clock: the open activity with its minutes, when the day was to end, and when
// it will.

import { h, setAttribute, setText } from './dom.js';
import { join } from './live.js';
import { mounting } from './mounts.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { speaker } from './words.js';

const MINUTE = 60_000; // ms
const SECOND = 1000;

const sheets = ['theme.css', 'now.css'];
sheets.forEach(fetchSheet);

export const mount = mounting((shadow, data) => new Now(shadow, data));

class Now {
  constructor(shadow, data) {
    this.say = speaker(data.words);
    this.label = h('span', { class: 'label' });
    this.name = h('strong', { 'data-role': 'now' });
    this.spent = h('span', { class: 'spent', 'data-role': 'spent' });
    this.planned = h('span', { 'data-role': 'planned-end' });
    this.expected = h('span', { 'data-role': 'expected-end' });
    this.root = h('div', { class: 'cx-now', lang: data.language, 'data-role': 'time' },
      h('div', { class: 'what' }, this.label, this.name, this.spent), h('div', { class: 'ends' }, this.planned, this.expected));
    this.style = dress(shadow, this.root, sheets);
    this.live = join(data.code, data.language);
  }

  update(data, trigger) {
    Object.assign(this, { data, trigger, told: data.late });
    followTheme(this.root);
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.draw(), SECOND);
    this.draw();
  }

  async leave() {
    clearInterval(this.ticking);
    this.live.leave();
    this.root.remove();
    (await this.style).remove();
  }

  draw() {
    const { say, data } = this;
    const { label, name, minutes } = data;
    const time = this.#times();
    setText(this.label, label);
    setText(this.name, name);
    const spent = Math.max(0, Math.floor(minutes + time.over / MINUTE));
    setText(this.spent, data.time_up ? say('spent_of', { n: spent, all: minutes }) : '');
    setAttribute(this.spent, 'data-over', data.time_up && time.over >= MINUTE);
    setText(this.planned, time.planned ? say('planned_end', { time: this.#clock(time.planned) }) : '');
    setText(this.expected, say('expected_end', { time: this.#clock(time.expected) }));
    const late = time.over >= MINUTE || time.slip > data.most_slip * MINUTE;
    setAttribute(this.expected, 'data-late', time.slip > data.most_slip * MINUTE);
    if (late === this.told) return;
    this.told = late; // the page has something else to offer now
    this.trigger('late', { late, at: this.live.now() });
  }

  /** All in ms. While nothing is open, both ends move on. */
  #times() {
    const { data } = this;
    const now = this.live.now();
    const up = data.time_up ? Date.parse(data.time_up) : now;
    const expected = Math.max(up, now) + data.rest * MINUTE;
    const moved = data.time_up ? 0 : now - Date.parse(data.at);
    const planned = data.planned_end && Date.parse(data.planned_end) + moved;
    return { over: data.time_up ? now - up : 0, expected, planned, slip: planned ? expected - planned : 0 };
  }

  /** The time of day; of another day with its name. */
  #clock(ms) {
    const moment = new Date(ms);
    const today = moment.toDateString() === new Date(this.live.now()).toDateString();
    return moment.toLocaleTimeString(this.data.language, { hour: '2-digit', minute: '2-digit', ...(!today && { weekday: 'short' }) });
  }
}
