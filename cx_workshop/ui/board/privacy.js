// Above the lanes: that what one writes is private for now, and that nobody is told who wrote what.

import { h, setText } from './dom.js';
import { counted } from './words.js';

export class Privacy {
  constructor(say) {
    this.say = say;
    this.hidden = h('p', { 'data-role': 'private', hidden: true });
    this.nameless = h('p', { 'data-role': 'nameless', hidden: true }, say('nameless'));
    this.element = h('div', { class: 'privacy' }, this.hidden, this.nameless);
  }

  /** `count`: how many cards lie here that only their authors see. */
  draw(activity, count = 0) {
    this.hidden.hidden = !count && !activity.hidden;
    setText(this.hidden, count ? counted(this.say, 'private', count) : this.say('private_none'));
    this.nameless.hidden = !activity.anonymous;
  }
}
