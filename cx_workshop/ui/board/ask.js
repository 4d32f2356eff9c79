// A survey's questions as one form with one "Send", for whoever has not answered yet.

import { h, setText } from './dom.js';
import { askKey } from './drafts.js';
import { Questions } from './questions.js';

export class Ask {
  /** `send(answers)` is called with {text, fields}. */
  constructor({ activity, place, method, where, say, pictures, language, send }) {
    Object.assign(this, { say, send });
    this.questions = new Questions({ method, where, key: askKey(activity, place), say, pictures, language, changed: () => this.#count() });
    this.note = h('p', { class: 'note', 'aria-live': 'polite' });
    this.button = h('button', { type: 'button', class: 'primary', 'data-role': 'send', onclick: () => this.#send() }, say('send'));
    this.element = h('div', { class: 'ask', 'data-role': 'ask', onkeydown: (event) => this.#key(event) },
      this.questions.element, h('div', { class: 'row filling-end' }, this.button, this.note));
    this.questions.restore();
    this.#count();
  }

  /** Takes answers back that could not be sent. */
  giveBack({ text, fields = {} }) {
    this.questions.give({ text, ...fields });
    return true;
  }

  /** Empties the form and returns what was in it, in words. */
  take() {
    const { words } = this.questions;
    for (const { control } of this.questions.all) control.value = null;
    this.questions.forget();
    this.#count();
    return words;
  }

  #send() {
    const { questions } = this;
    if (questions.findProblem()) return;
    if (questions.isEmpty) {
      setText(this.note, this.say('needs_something'));
      return questions.focus();
    }
    const { answers } = questions;
    this.take();
    this.send(answers);
  }

  #count() {
    const asked = this.questions.all.filter(({ field }) => field.id !== 'text');
    const n = asked.filter(({ value }) => value != null).length;
    setText(this.note, n ? this.say('filled_of', { n, all: asked.length }) : '');
  }

  #key(event) {
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#send();
  }
}
