// A quick question to everybody, on every page: at the foot of the screen until one has answered, then a line below the header.
// When it has ended, how many said yes and how many no, until one has read it.

import { marksOf } from './choosing.js';
import { h, setAttribute, setText } from './dom.js';
import { turnout } from './leading.js';
import { tab } from './storage.js';
import { openActivity } from './store.js';
import { uuid } from './uuid.js';

const key = (what, vote) => `cx-asked:${what}:${vote}`;

export class RoomQuestion {
  constructor(live, say) {
    Object.assign(this, { live, say });
    this.question = h('p', { class: 'asked-question', dir: 'auto', role: 'status' });
    this.state = h('p', { class: 'asked-state', role: 'status', 'data-role': 'asked-state' });
    this.problem = h('p', { class: 'asked-problem', role: 'alert' });
    const answer = (yes) => h('button', { type: 'button', class: 'quiet', 'data-role': yes ? 'yes' : 'no', onclick: (event) => this.#answer(yes, event.currentTarget) }, say(yes ? 'yes' : 'no'));
    this.answers = [answer(true), answer(false)];
    this.end = h('button', { type: 'button', class: 'quiet', 'data-role': 'close-question', onclick: () => this.#do('close_vote') }, say('close_question'));
    this.read = h('button', { type: 'button', class: 'quiet', 'data-role': 'dismiss', onclick: () => this.#dismiss() }, say('dismiss'));
    this.element = h('section', { class: 'cx-room', 'aria-label': say('asked_everybody'), 'data-role': 'room-question', hidden: true },
      h('div', { class: 'asked-words' }, this.question, this.state, this.problem), h('div', { class: 'asked-answers' }, ...this.answers, this.end, this.read));
  }

  draw() {
    const { live, say } = this;
    const { you, workshop } = live.state;
    const activity = you ? openActivity(live.state)?.id ?? null : null;
    if (you) live.watch(this, activity);
    const board = live.state.boards.get(activity);
    const vote = (this.vote = workshop?.status === 'open' ? this.#shown(board) : undefined);
    this.element.hidden = !vote;
    if (!vote) return this.#float(false);
    const given = marksOf(board, vote, you.id, live.outbox?.commands)[0]?.kind;
    const may = !vote.closed_at && you.role !== 'observer';
    setText(this.question, vote.question);
    setText(this.state, this.#said(board, vote, given));
    this.state.hidden = !this.state.textContent;
    for (const button of this.answers) {
      button.hidden = !may;
      setAttribute(button, 'aria-pressed', String(button.dataset.role === given));
    }
    this.end.hidden = Boolean(vote.closed_at) || you.role !== 'facilitator';
    this.read.hidden = !vote.closed_at;
    this.#float(may && !given && you.role === 'participant');
  }

  leave() {
    this.#float(false);
    this.live.unwatch(this);
    this.element.remove();
  }

  /** The question that is open, or the last one, if this person was there or leads and has not put it away. */
  #shown(board) {
    const asked = [...(board?.votes.values() ?? [])].filter(({ kind }) => kind === 'yes_no').sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1));
    const [last] = asked;
    if (!last) return undefined;
    if (!last.closed_at) tab.set(key('here', last.id), '1');
    const knows = tab.get(key('here', last.id)) || this.live.state.you.role === 'facilitator';
    return !last.closed_at || (knows && !tab.get(key('read', last.id))) ? last : undefined;
  }

  #said(board, vote, given) {
    const { say, live } = this;
    const { yes = 0, no = 0 } = vote.totals?.[''] ?? {};
    if (vote.closed_at) return say('asked_result', { yes, no });
    if (live.state.you.role === 'facilitator') return say('answered', turnout(live.state, board, vote));
    return given ? say('asked_changeable') : '';
  }

  #answer(yes, button) {
    if (button.getAttribute('aria-pressed') === 'true') return;
    this.#do('answer_question', { yes, dot: uuid() });
    button.focus({ preventScroll: true });
  }

  #do(verb, args = {}) {
    setText(this.problem, '');
    this.live.do(verb, { vote: this.vote.id, ...args }, (sentence) => setText(this.problem, sentence));
    this.draw();
  }

  #dismiss() {
    tab.set(key('read', this.vote.id), '1');
    this.draw();
  }

  /** Over everything else at the foot of the screen, or where it stands on the page. */
  #float(floats) {
    if (this.floats === floats) return;
    this.floats = floats;
    this.element.popover = floats ? 'manual' : null;
    if (floats) this.element.showPopover?.();
  }
}
