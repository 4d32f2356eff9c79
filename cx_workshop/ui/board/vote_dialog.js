// The facilitator's dialog that opens a vote, or asks everybody a quick question. Its root wants theme.css, fields.css and votes.css.

import { h, setAttribute, setText } from './dom.js';
import { Radios } from './radios.js';
import { candidates } from './choosing.js';
import { counted } from './words.js';

const MOST_DOTS = 50;
const AGAIN = 2000; // ms: what people see leaves no events, so the dialog asks as long as it is open
const kinds = ['dots', 'original', 'yes_no'];

/** `live` is the workshop, `activity` the row of an open one, `root` an element of the page that takes the dialog. */
export function openVoteDialog({ live, activity, say, root, kind = 'dots' }) {
  const dialog = new VoteDialog({ live, activity, say, kind });
  root.append(dialog.element);
  dialog.element.showModal();
  dialog.focus();
  return dialog;
}

class VoteDialog {
  constructor({ live, activity, say, kind }) {
    Object.assign(this, { live, activity: activity.id, say });
    this.seen = null; // the server's latest answer about what people have seen
    this.touched = new Set(); // what the person has chosen, and no suggestion changes any more
    this.#build(kind);
    live.watch(this, this.activity);
    this.unlisten = live.listen((change) => this.#changed(change));
    this.element.addEventListener('close', () => this.#left());
    for (const type of ['keydown', 'keypress', 'keyup']) this.element.addEventListener(type, (event) => event.stopPropagation());
    this.asking = setInterval(() => live.askUnseen(this.activity), AGAIN);
    live.askUnseen(this.activity);
    this.#draw();
  }

  focus() {
    this.kind.focus();
  }

  #build(kind) {
    const { say } = this;
    this.kind = new Radios({ options: kinds.map((value) => ({ value, name: say(`vote_kind_${value}`) })), changed: () => this.#chosen() });
    this.kind.value = kind;
    this.dots = this.#number('dots');
    this.perCard = this.#number('per_card');
    this.title = h('h2', { id: 'vote-title' });
    this.numbers = h('div', { class: 'numbers' }, this.dots.element, this.perCard.element);
    this.question = h('input', { type: 'text', id: 'vote-question', dir: 'auto', autocomplete: 'off', maxlength: 300, oninput: () => this.#draw() });
    this.questionLabel = h('label', { for: 'vote-question' });
    this.about = h('p', { class: 'note', role: 'status' });
    this.figure = h('p');
    this.reason = h('input', { type: 'text', id: 'vote-reason', dir: 'auto', autocomplete: 'off', maxlength: 300, oninput: () => this.#draw() });
    this.showButton = this.#button('show_unseen', 'primary', () => this.live.do('show_unseen', { activity: this.activity }));
    this.early = h('div', { class: 'early', 'data-role': 'early' }, this.figure, this.showButton,
      h('div', { class: 'asked' }, h('label', { for: 'vote-reason' }, say('vote_reason')), this.reason));
    this.problem = h('p', { class: 'note problem', role: 'alert' });
    this.openButton = this.#button('open_vote', 'primary', null, 'submit');
    this.element = h('dialog', { class: 'vote-dialog', 'aria-labelledby': 'vote-title' },
      h('form', { onsubmit: (event) => this.#open(event), novalidate: true },
        this.title,
        h('fieldset', { class: 'asked' }, h('legend', { class: 'unseen' }, say('vote_title')), this.kind.element),
        this.numbers, h('div', { class: 'asked' }, this.questionLabel, this.question), this.about, this.early, this.problem,
        h('div', { class: 'row end' }, this.#button('cancel', 'quiet', () => this.element.close()), this.openButton)));
  }

  #button(role, look, act, type = 'button') {
    return h('button', { type, class: look, 'data-role': role, onclick: act }, this.say(role));
  }

  #number(name) {
    const changed = () => (this.touched.add(name), this.#draw());
    const input = h('input', { type: 'number', id: `vote-${name}`, min: 1, max: MOST_DOTS, step: 1, inputmode: 'numeric', value: 1, oninput: changed });
    return { input, element: h('div', { class: 'asked' }, h('label', { for: `vote-${name}` }, this.say(`vote_${name}`)), input) };
  }

  get isVote() {
    return this.kind.value !== 'yes_no';
  }

  /** For the most original one card is enough; else what the server suggests for so many cards. */
  #suggest() {
    const suggested = this.kind.value === 'original' ? 1 : this.seen?.dots ?? 1;
    if (!this.touched.has('dots')) this.dots.input.value = suggested;
    if (!this.touched.has('per_card')) this.perCard.input.value = Math.min(2, this.dots.input.value || 1);
  }

  #chosen() {
    this.touched.clear();
    this.#draw();
  }

  #draw() {
    const { say, isVote, seen } = this;
    this.#suggest();
    const n = candidates(this.live.state.boards.get(this.activity)?.cards).length;
    const early = isVote && n > 0 && seen?.people > 0 && seen.by_all < 1;
    setText(this.title, say(isVote ? 'vote_title' : 'ask_room'));
    setText(this.questionLabel, say(isVote ? 'vote_question' : 'ask_question'));
    setAttribute(this.question, 'placeholder', { dots: say('vote_usual'), original: say('vote_usual_original') }[this.kind.value]);
    setText(this.about, !isVote ? say('ask_about') : n ? counted(say, 'vote_candidates', n) : say('vote_nothing'));
    this.numbers.hidden = !isVote;
    this.early.hidden = !early;
    if (early) setText(this.figure, say('vote_early', { another: percent(seen.by_another), all: percent(seen.by_all) }));
    setText(this.openButton, say(!isVote ? 'ask_room' : early ? 'open_early' : 'open_vote'));
    this.openButton.className = early ? 'quiet' : 'primary';
    this.openButton.disabled = isVote ? !n || !seen || (early && !this.reason.value.trim()) : !this.question.value.trim();
  }

  #open(event) {
    event.preventDefault();
    if (this.openButton.disabled || this.command) return;
    const about = { activity: this.activity, question: this.question.value.trim() };
    const numbers = { dots: this.dots.input.valueAsNumber || 0, per_card: this.perCard.input.valueAsNumber || 0 };
    const reason = this.early.hidden ? '' : this.reason.value.trim();
    setText(this.problem, '');
    this.command = this.isVote
      ? this.live.do('open_vote', { ...about, kind: this.kind.value, ...numbers, reason })
      : this.live.do('ask_room', about);
    this.#closeOnceDone();
  }

  #changed(change) {
    if (change.type === 'refused' && change.command.id === this.command?.id) {
      this.command = null;
      setText(this.problem, change.message);
    }
    if (change.message?.op === 'unseen' && change.message.activity === this.activity) this.seen = change.message;
    this.#closeOnceDone();
    this.#draw();
    return false;
  }

  #closeOnceDone() {
    const { command, live } = this;
    if (command && !live.outbox.unanswered.includes(command)) this.element.close();
  }

  #left() {
    clearInterval(this.asking);
    this.unlisten();
    this.live.unwatch(this);
    this.element.remove();
  }
}

const percent = (share) => Math.floor(100 * share); // never 100 while one is missing
