// A vote's result, revealed from the lowest up.

import { titleOf } from './fields.js';
import { short } from './card.js';
import { arrange, h } from './dom.js';
import { counted } from './words.js';

const MOST = 6; // rows on a projector
const BEAT = 1400; // ms between two rows
const LONGEST = 160; // characters of a card

export class Theatre {
  constructor(say) {
    this.say = say;
    this.title = h('h2');
    this.rows = h('ol', { class: 'result', role: 'list' });
    this.element = h('section', { class: 'theatre', role: 'status', 'data-role': 'stage-result', hidden: true }, this.title, this.rows);
  }

  /** `then()` is called when it has begun and when it is over. */
  play({ vote, totals, cards, then }) {
    this.stop();
    this.then = then;
    const rows = vote.kind === 'yes_no' ? this.#answers(totals['']) : this.#ranked(totals, cards);
    this.title.textContent = vote.question || this.say(vote.kind === 'original' ? 'stage_most_original' : 'stage_result', { n: vote.round });
    this.element.hidden = false;
    arrange(this.rows, rows);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    [...rows].reverse().forEach((row, index) => this.#show(row, still ? 0 : index * BEAT));
    then();
  }

  stop() {
    for (const timer of this.timers ?? []) clearTimeout(timer);
    this.timers = [];
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.then?.();
  }

  #show(row, pause) {
    this.timers.push(setTimeout(() => row.removeAttribute('data-covered'), pause));
  }

  #ranked(totals, cards) {
    const found = Object.entries(totals).filter(([id]) => cards.has(id)).map(([id, { dot = 0, concern = 0 }]) => ({ card: cards.get(id), dot, concern }));
    found.sort((a, b) => b.dot - a.dot || a.concern - b.concern);
    const most = found[0]?.dot || 1;
    if (!found.length) return [h('li', { 'data-covered': '' }, h('span', { class: 'what' }, this.say('stage_no_dots')))];
    return found.slice(0, MOST).map(({ card, dot, concern }) => this.#row({
      what: short(titleOf(card, this.say), LONGEST), share: dot / most, count: counted(this.say, 'stage_dots', dot),
      more: concern && counted(this.say, 'stage_concerns', concern),
    }));
  }

  #answers({ yes = 0, no = 0 } = {}) {
    const most = Math.max(yes, no, 1);
    return [['stage_yes', yes], ['stage_no', no]].map(([key, n]) => this.#row({ what: this.say(key), share: n / most, count: String(n) }));
  }

  #row({ what, share, count, more }) {
    return h('li', { 'data-covered': '' },
      h('span', { class: 'what', dir: 'auto' }, what),
      h('span', { class: 'bar', style: `--share: ${share}`, 'aria-hidden': 'true' }),
      h('span', { class: 'count' }, count, more ? h('small', {}, ` · ${more}`) : null));
  }
}
