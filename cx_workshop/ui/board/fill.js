// Filling in a card's fields, in place on the card. What others save meanwhile comes in quietly, or is shown beneath.

import { h, setText } from './dom.js';
import { fillKey } from './drafts.js';
import { isFrozen, valuesOf } from './fields.js';
import { Questions } from './questions.js';

export class FillEditor {
  /** `save(changes)` is called with the arguments of fill_card; `leave(words)` with what could not be saved any more. */
  constructor({ view, card, method, say, pictures, language, save, leave }) {
    Object.assign(this, { view, method, say, save, leave });
    this.questions = new Questions({ method, where: card, key: fillKey(card.id), say, pictures, language, changed: () => this.#changed() });
    this.frozen = h('p', { class: 'note frozen', role: 'status', hidden: true }, say('frozen'));
    const button = (role, act, look = 'quiet') => h('button', { type: 'button', class: look, 'data-role': role, onclick: act }, say(role));
    this.saving = h('div', { class: 'row' }, button('save', () => this.#save(), 'primary'), button('cancel', () => this.#cancel()));
    this.asking = h('div', { class: 'row asking', role: 'alertdialog', 'aria-label': say('throw_away'), hidden: true },
      h('p', {}, say('throw_away')), button('go_on', () => this.#goOn()), button('throw_away_yes', () => this.end()));
    this.note = h('p', { class: 'note problem', 'aria-live': 'polite' });
    this.element = h('div', { class: 'filling', 'data-role': 'filling', role: 'group', 'aria-label': say('fill_in'), onkeydown: (event) => this.#key(event) },
      this.frozen, this.questions.element, h('div', { class: 'filling-end' }, this.note, this.saving, this.asking));
    view.article.prepend(this.element);
    view.article.dataset.editing = 'whole';
    view.editor = this;
    this.questions.update(valuesOf(card));
    this.questions.restore();
    this.draw(card);
    this.questions.grow();
  }

  focus() {
    this.questions.focus();
  }

  /** Lays what was refused over the card as it is now. */
  give({ fields, base }) {
    this.questions.give(fields, base);
  }

  /** What the person typed and has not saved, in words, or ''. */
  get unsaved() {
    return this.questions.touched.length ? this.questions.words : '';
  }

  /** Takes in the card as it is now. */
  draw(card) {
    const frozen = isFrozen(this.method, card);
    this.questions.update(valuesOf(card));
    this.questions.freeze(frozen ? this.method.freezes_on : null);
    this.frozen.hidden = !frozen;
    this.isFrozen = frozen;
  }

  /** Back to reading; the card keeps focus if the editor had it. */
  end() {
    const focused = this.element.contains(this.element.getRootNode().activeElement);
    this.questions.forget();
    delete this.view.article.dataset.editing;
    this.view.editor = null;
    this.element.remove();
    if (focused) this.view.article.focus();
  }

  #save() {
    const { questions } = this;
    if (questions.findProblem()) return;
    if (questions.isEmpty) return setText(this.note, this.say('needs_something'));
    const { fields, base } = questions.changes;
    const words = questions.words;
    this.end();
    if (!Object.keys(fields).length) return;
    const result = this.method.freezes_on;
    if (!this.isFrozen) return this.save({ fields, base });
    if (result in fields) this.save({ fields: { [result]: fields[result] }, base: { [result]: base[result] } });
    if (Object.keys(fields).some((id) => id !== result)) this.leave(words);
  }

  #cancel() {
    if (!this.unsaved) return this.end();
    this.saving.hidden = true;
    this.asking.hidden = false;
    this.asking.querySelector('button').focus();
  }

  #goOn() {
    this.asking.hidden = true;
    this.saving.hidden = false;
    this.questions.focus();
  }

  #changed() {
    setText(this.note, '');
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const { target } = event;
    const single = target.matches('input:not([type=radio], [type=file])');
    if (event.key === 'Escape') this.asking.hidden ? this.#cancel() : this.#goOn();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#save();
    else if (event.key === 'Enter' && single) (this.questions.next(target)?.control ?? this.saving.firstElementChild).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
