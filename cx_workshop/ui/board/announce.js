// What a screen reader hears of the others' work: at most one sentence every two seconds, many cards as a number.

import { h } from './dom.js';
import { counted } from './words.js';

const PAUSE = 2000;

export class Announcer {
  constructor(say) {
    this.say = say;
    this.element = h('p', { class: 'unseen', role: 'status', 'aria-live': 'polite', 'data-role': 'announcer' });
    this.pending = [];
    this.last = 0;
  }

  /** Somebody else did something: waits its turn. */
  others(sentence) {
    this.pending.push(sentence);
    this.timer ??= setTimeout(() => this.#speak(), Math.max(200, this.last + PAUSE - Date.now()));
  }

  /** The answer to the person's own key: at once. */
  own(sentence) {
    this.element.textContent = sentence;
  }

  stop() {
    clearTimeout(this.timer);
  }

  #speak() {
    this.timer = null;
    this.last = Date.now();
    const { pending } = this;
    this.pending = [];
    this.own(pending.length === 1 ? pending[0] : counted(this.say, 'news', pending.length));
  }
}
