// The line above a board in a vote: what is asked, how many dots one has left, how many people have voted; never what.

import { dotsLeft } from './choosing.js';
import { h, setText } from './dom.js';
import { counted } from './words.js';

const SHOWN = 12; // dots that stand there one by one

export class VoteBar {
  constructor({ say, takeBack }) {
    this.say = say;
    this.question = h('strong', { class: 'vote-question', dir: 'auto' });
    this.dots = h('span', { class: 'marks', 'aria-hidden': 'true' });
    this.left = h('span', { class: 'left', 'data-role': 'dots-left' });
    this.voted = h('span', { class: 'voted', 'data-role': 'voted' });
    this.goneWords = h('span');
    this.gone = h('p', { class: 'gone', hidden: true }, this.goneWords,
      h('button', { type: 'button', class: 'quiet', 'data-role': 'take-back-gone', onclick: () => takeBack(this.lost) }, say('dots_gone_back')));
    this.element = h('section', { class: 'vote-bar', 'aria-label': say('vote'), 'data-role': 'vote-bar', hidden: true },
      h('div', { class: 'vote-line' }, this.question, h('p', { class: 'counts' }, this.dots, this.left, this.voted)), this.gone);
  }

  /** `gone`: dots of one's own on cards that are not there any more; `turnout`: how many have voted of how many; `may`: one has a vote. */
  draw({ vote, marks, gone, turnout, may }) {
    this.element.hidden = !vote;
    if (!vote) return;
    const { say } = this;
    const left = dotsLeft(vote, marks);
    setText(this.question, vote.question || say(vote.kind === 'original' ? 'vote_usual_original' : 'vote_usual'));
    setText(this.dots, vote.dots <= SHOWN ? '●'.repeat(Math.max(0, left)) + '○'.repeat(Math.min(vote.dots, vote.dots - left)) : '');
    setText(this.left, say('dots_left', { n: left, of: vote.dots }));
    this.dots.hidden = this.left.hidden = !may;
    setText(this.voted, say('voted', turnout));
    this.lost = gone;
    this.gone.hidden = !gone.length;
    setText(this.goneWords, counted(say, 'dots_gone', gone.length));
  }
}
