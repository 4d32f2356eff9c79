// The timer in the header, the same on every screen: by the server's clock, calm in its last minute, with a soft sound at the end
// that each person can switch off on their device.

import { Chime } from './chime.js';
import { inMinutes, lastOf, timerNow } from './clock.js';
import { h, setAttribute, setText } from './dom.js';
import { device } from './storage.js';

const SECOND = 1000;
const LATE = 3000; // ms after the end from which on a sound would only startle: a tab that slept, a page that was reloaded
const MUTED = 'cx-timer-muted';

export class Timer {
  constructor({ say, live }) {
    Object.assign(this, { say, live });
    this.chime = new Chime();
    this.digits = h('span', { class: 'digits', role: 'timer', 'aria-label': say('timer') });
    this.word = h('span', { class: 'timer-word' });
    this.sound = h('button', { type: 'button', class: 'sound', 'data-role': 'sound', onclick: () => this.#mute(!this.muted) }, h('span', { class: 'bell', 'aria-hidden': 'true' }));
    this.spoken = h('span', { class: 'unseen', role: 'status', 'aria-live': 'polite', 'data-role': 'timer-spoken' });
    this.clock = h('span', { class: 'clock', hidden: true }, h('span', { class: 'reading' }, this.digits, this.word), this.sound);
    this.element = h('div', { class: 'timer', 'data-role': 'timer' }, this.clock, this.spoken);
    this.#mute(device.get(MUTED) === 'yes');
  }

  /** `timer` is the workshop's: {seconds, ends_at} while it runs, {seconds, left} while it is paused, else empty. */
  draw(timer) {
    this.timer = timer;
    clearTimeout(this.ticking);
    this.#tick();
  }

  stop() {
    clearTimeout(this.ticking);
    this.chime.stop();
  }

  #tick() {
    const { timer, live, say } = this;
    const now = timerNow(timer, live.now());
    const last = lastOf(now);
    this.clock.hidden = now.phase === 'none';
    this.chime.wanted = now.phase === 'running' && !this.muted;
    setText(this.digits, now.phase === 'over' ? say('timer_over') : inMinutes(now.left));
    setText(this.word, now.phase === 'paused' ? say('timer_paused') : last && now.phase === 'running' ? say('timer_last') : '');
    setAttribute(this.clock, 'data-phase', now.phase);
    setAttribute(this.clock, 'data-last', last);
    this.#tell(now);
    this.before = { ...now, timer };
    if (now.phase === 'running') this.ticking = setTimeout(() => this.#tick(), (Date.parse(timer.ends_at) - live.now()) % SECOND || SECOND);
  }

  /** Says the last minute and the end, once, to whoever was there before; what a facilitator changes is no countdown. */
  #tell({ phase, left }) {
    const { before, say, timer } = this;
    const another = before?.timer?.ends_at !== timer?.ends_at;
    if (another) setText(this.spoken, '');
    if (another || before?.phase !== 'running') return;
    if (phase === 'running' && before.left > 60 && left <= 60) setText(this.spoken, say('timer_minute'));
    if (phase === 'over' && this.live.now() - Date.parse(timer.ends_at) < LATE) {
      setText(this.spoken, say('timer_over'));
      if (!this.muted) this.chime.play();
    }
  }

  #mute(muted) {
    this.muted = muted;
    device.set(MUTED, muted ? 'yes' : 'no');
    setAttribute(this.sound, 'aria-pressed', String(!muted));
    for (const name of ['aria-label', 'title']) setAttribute(this.sound, name, this.say(muted ? 'sound_off' : 'sound_on'));
  }
}
