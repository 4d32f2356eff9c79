// What one person gives a card: their dots, a button for one more and one for one less, and a mark for a concern.

import { short } from './card.js';
import { h, setAttribute, setText } from './dom.js';
import { titleOf } from './fields.js';

const SHOWN = 4; // dots that stand there one by one; more are counted

export class Ballot {
  /** `acts` has give(), takeBack() and toggleConcern(); Tab reaches the buttons where it reaches the card. */
  constructor({ say, acts, tabIndex, stop }) {
    this.say = say;
    const button = (role, act, ...content) => h('button', { type: 'button', 'data-role': role, 'data-stop': stop, tabindex: tabIndex, onclick: act }, ...content);
    this.marks = h('span', { class: 'marks', 'aria-hidden': 'true' });
    this.less = button('take-back', acts.takeBack, h('span', { 'aria-hidden': 'true' }, '−'));
    this.more = button('give', acts.give, this.marks, h('span', {}, say('dot_word')));
    this.concern = button('concern', acts.toggleConcern, h('span', {}, say('concern_word')));
    this.element = h('div', { class: 'ballot', role: 'group' }, this.less, this.more, this.concern);
  }

  /** `dots` and `concern` are this person's marks here; `free`: whether one more dot may be given. */
  draw({ card, vote, dots, concern, free }) {
    const { say } = this;
    const text = short(titleOf(card, say));
    const n = dots.length;
    setText(this.marks, vote.per_card > SHOWN ? `● ${n}` : '●'.repeat(n) + '○'.repeat(Math.max(0, vote.per_card - n)));
    setAttribute(this.element, 'aria-label', say('ballot', { text, n, of: vote.per_card }));
    setAttribute(this.more, 'aria-label', say('dot_give', { text }));
    setAttribute(this.more, 'aria-disabled', !free && 'true');
    setAttribute(this.less, 'aria-label', say('dot_take_back', { text }));
    setAttribute(this.concern, 'aria-label', say('concern_about', { text }));
    setAttribute(this.concern, 'aria-pressed', String(Boolean(concern)));
    setAttribute(this.element, 'data-mine', n > 0);
    setAttribute(this.element, 'data-waiting-dots', [...dots, concern].some((mark) => mark?.waiting));
    if (!n && this.less === this.less.getRootNode().activeElement) this.more.focus();
    this.less.hidden = !n;
  }
}
