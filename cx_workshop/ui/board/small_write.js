// The write field of a cell: a “+” until somebody wants to write there, so that a grid of seventy cells stays calm and cheap.
// To the rest of the board it looks like a WriteField.

import { h, setAttribute } from './dom.js';
import { draft } from './drafts.js';
import { WriteField } from './write.js';

export class SmallWrite {
  /** `options` are those of WriteField. */
  constructor(options) {
    this.options = options;
    this.say = options.say;
    this.field = null; // the WriteField, once there is one
    this.writable = false;
    this.plus = h('button', { type: 'button', class: 'plus', tabindex: -1, 'data-role': 'open-write', onclick: () => this.#open().focus() },
      h('span', { 'aria-hidden': 'true' }, '+'));
    this.element = h('div', { class: 'small-write' }, this.plus);
    this.element.addEventListener('focusout', ({ relatedTarget }) => this.element.contains(relatedTarget) || this.#shut());
    this.element.addEventListener('keydown', (event) => this.#key(event));
  }

  draw(writable, reason) {
    Object.assign(this, { writable, reason });
    this.field?.draw(writable, reason);
    if (!writable) this.#shut();
    this.#show();
  }

  giveBack(text, fields) {
    return this.writable && this.#open().giveBack(text, fields);
  }

  take() {
    return this.field?.take() ?? '';
  }

  useDraft(key) {
    if (key === this.key) return;
    this.key = key;
    this.field?.useDraft(key);
    if (draft(key)) this.#open();
    else this.#shut();
  }

  rename(name) {
    this.name = name;
    setAttribute(this.plus, 'aria-label', this.say('write_in', { lane: name }));
    this.field?.rename(name);
  }

  get unsent() {
    return this.field?.unsent ?? '';
  }

  /** Tab comes to the “+” of one cell only; arrow keys lead to the others. */
  reach(reached) {
    this.plus.tabIndex = reached ? 0 : -1;
  }

  focus() {
    if (this.field) this.field.focus();
    else this.plus.focus();
  }

  #open() {
    if (this.field) return this.field;
    this.field = new WriteField(this.options);
    this.field.useDraft(this.key);
    this.field.rename(this.name);
    this.field.draw(this.writable, this.reason);
    this.element.append(this.field.element);
    this.opening = true; // hiding the “+” takes the focus from it, which is no leaving
    this.#show();
    this.opening = false;
    return this.field;
  }

  /** Back to a “+”, unless something has been typed. */
  #shut() {
    if (this.opening || this.unsent || this.field?.camera?.isOpen || this.element.contains(this.element.getRootNode().activeElement)) return;
    this.#putAway();
  }

  #putAway() {
    this.field?.element.remove();
    this.field = null;
    this.#show();
  }

  #show() {
    this.plus.hidden = Boolean(this.field) || !this.writable;
    this.element.hidden = this.plus.hidden && !this.field;
  }

  #key(event) {
    if (event.key !== 'Escape' || !this.field || this.unsent) return;
    this.plus.hidden = false;
    this.plus.focus();
    this.#putAway();
    event.preventDefault();
  }
}
