// Above the lanes: that what one writes is private for now, and that nobody is told who wrote what.

import { h, setText } from './dom.js';
import { counted } from './words.js';

export class Privacy {
  constructor(say) {
    this.say = say;
    this.hidden = h('span', { 'data-role': 'private', hidden: true });
    this.nameless = h('span', { 'data-role': 'nameless', hidden: true }, say('nameless'));
    this.words = h('p', {}, this.hidden, ' ', this.nameless);
    this.element = h('div', { class: 'privacy' }, this.words);
  }

  /** `count`: how many cards lie here that only their authors see. */
  draw(activity, count = 0) {
    this.hidden.hidden = !count && !activity.hidden;
    setText(this.hidden, count ? counted(this.say, 'private', count) : this.say('private_none'));
    this.nameless.hidden = !activity.anonymous;
    this.words.hidden = this.hidden.hidden && this.nameless.hidden;
  }
}
