// “Stuck? Try this”: the method's prompts, one at a time. Where they come later, the facilitator lets them come.

import { h, setText } from './dom.js';

export class Prompts {
  constructor(board) {
    const { say } = board;
    this.board = board;
    this.at = 0;
    this.prompt = h('p', { class: 'prompt', 'aria-live': 'polite' });
    this.another = h('button', { type: 'button', class: 'quiet', 'data-role': 'another', onclick: () => this.#next() }, say('prompts_another'));
    this.details = h('details', { class: 'drawer', 'data-role': 'prompts' }, h('summary', {}, say('prompts')), h('div', { class: 'inside' }, this.prompt, this.another));
    const show = () => board.send('show_prompts', { activity: board.activity });
    this.later = h('button', { type: 'button', class: 'quiet', 'data-role': 'show-prompts', onclick: show }, say('prompts_show'));
    this.element = h('div', {}, this.details, this.later);
  }

  draw(activity) {
    const { data, method, writable, you } = this.board;
    const prompts = data.activity === activity.id ? data.prompts ?? [] : []; // Python's are those of the board it shows
    if (JSON.stringify(prompts) !== JSON.stringify(this.prompts)) {
      this.prompts = prompts;
      this.at = 0;
    }
    this.details.hidden = !prompts.length;
    this.another.hidden = prompts.length < 2;
    setText(this.prompt, prompts[this.at] ?? '');
    this.later.hidden = !(method.prompts_later && !activity.shape?.prompts && writable && you.role === 'facilitator');
    this.element.hidden = this.details.hidden && this.later.hidden;
  }

  #next() {
    this.at = (this.at + 1) % this.prompts.length;
    setText(this.prompt, this.prompts[this.at]);
  }
}
