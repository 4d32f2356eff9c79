// All questions of a card as one form: what is touched, what saving sends, and a draft that survives a reload.

import { h } from './dom.js';
import { draft, keepDraft } from './drafts.js';
import { fieldsOf, isFilled, textField, TEXT, written } from './fields.js';
import { Question } from './question.js';

export class Questions {
  /** `where` has the lane and row that decide which fields there are; `key` is where the draft is kept. */
  constructor({ method, where, key, say, pictures, language, changed = () => {} }) {
    Object.assign(this, { method, key, changed });
    const fields = fieldsOf(method, where);
    const title = textField(method, say);
    const asked = method.one_each ? [...fields, title] : [title, ...fields]; // a survey's remark comes last
    this.all = asked.map((field) => new Question({ field, say, pictures, language, key: `${key}:${field.id}`, changed: () => this.#changed() }));
    this.element = h('div', { class: 'questions' }, ...this.all.map((question) => question.element));
  }

  /** Takes in what stands on the card now: {text, …fields}. */
  update(values) {
    for (const question of this.all) question.update(values[question.field.id]);
  }

  /** Lays the draft of this card, if there is one, over what stands there. */
  restore() {
    const kept = draft(this.key);
    if (!kept) return;
    const { fields, base } = JSON.parse(kept);
    this.give(fields, base);
  }

  give(fields, base = {}) {
    for (const question of this.all) {
      const { id } = question.field;
      if (id in fields) question.give(fields[id], base[id]);
    }
    this.#changed();
  }

  get touched() {
    return this.all.filter((question) => question.touched);
  }

  /** What fill_card is told: only what was changed, and what stood there as far as the person has seen. */
  get changes() {
    const { touched } = this;
    return {
      fields: Object.fromEntries(touched.map(({ field, value }) => [field.id, field.id === TEXT ? value ?? '' : value])),
      base: Object.fromEntries(touched.map(({ field, seen }) => [field.id, seen])),
    };
  }

  /** What add_card is told: {text, fields}. */
  get answers() {
    const filled = this.all.filter(({ value }) => isFilled(value)).map(({ field, value }) => [field.id, value]);
    const { [TEXT]: text = '', ...fields } = Object.fromEntries(filled);
    return { text, fields };
  }

  get isEmpty() {
    return this.all.every(({ value, control }) => !isFilled(value) && !control.pending);
  }

  /** What was typed and not saved, to be read and copied. */
  get words() {
    return written({ fields: this.changes.fields }, this.method);
  }

  /** Says what is wrong where; goes to the first such question and returns true if there is one. */
  findProblem() {
    const [first] = this.all.filter((question) => question.check());
    first?.control.focus();
    return Boolean(first);
  }

  /** Once the result is in, only the result can be worded anew. */
  freeze(except) {
    for (const { field, control } of this.all) control.readOnly = except !== null && field.id !== except;
  }

  focus() {
    const open = this.all.filter(({ control }) => !control.readOnly);
    const first = open.find(({ value, field }) => !isFilled(value) && field.kind !== 'image') ?? open[0];
    first?.control.focus();
  }

  /** The question after the one that `element` stands in; undefined after the last. */
  next(element) {
    return this.all[this.all.findIndex((question) => question.element.contains(element)) + 1];
  }

  /** To be called once it is on screen. */
  grow() {
    for (const { control } of this.all) control.grow?.();
  }

  forget() {
    keepDraft(this.key, '');
    for (const { control } of this.all) control.forget?.();
  }

  #changed() {
    const { changes, touched } = this;
    keepDraft(this.key, touched.length ? JSON.stringify(changes) : '');
    this.changed();
  }
}
