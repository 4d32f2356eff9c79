// The write field at the end of a lane: Enter adds, the field stays ready.

import { h, setText } from './dom.js';
import { draft, draftKey, keepDraft } from './drafts.js';
import { grow, isSend } from './grow.js';
import { isTooLong, lengthNote } from './limit.js';

export class WriteField {
  /** `add(text, more)` is called with what the person wrote, and further arguments of add_card; `aids()` gives what is chosen
   *  beside the field, or null; `placeholder` says what is written here, if that is not just a card; `camera(addPhoto)` makes the
   *  button for photos of paper, where there is one. */
  constructor({ say, activity, lane, add, aids, placeholder, camera }) {
    Object.assign(this, { say, add });
    this.camera = camera?.((fields) => this.add('', { fields: { ...this.aids?.values, ...fields } })) ?? null;
    this.key = draftKey(activity, lane.id);
    this.aids = aids?.(this.key) ?? null;
    this.aids?.onEnter({ add: () => this.#submit(), goOn: () => this.focus() });
    const id = `write-${lane.id}`;
    this.field = h('textarea', {
      id, rows: 1, dir: 'auto', placeholder: placeholder || say('write'), enterkeyhint: 'send', autocomplete: 'off',
      'data-role': 'write', 'aria-describedby': `hint-${lane.id} ${id}-note`,
      onkeydown: (event) => this.#key(event),
      oninput: () => this.#changed(),
    });
    this.button = h('button', { type: 'button', class: 'primary', 'data-role': 'add', onclick: () => this.#submit() }, say('add'));
    this.button.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps focus and keyboard
    this.note = h('p', { class: 'note', id: `${id}-note`, 'aria-live': 'polite' });
    this.label = h('label', { class: 'unseen', for: id });
    this.element = h('div', { class: 'write' }, this.label, h('div', { class: 'row' }, this.field, this.camera?.element, this.button), this.aids?.element, this.note);
    this.field.value = draft(this.key);
    this.#changed();
  }

  /** Without the right to write an empty field disappears; a half-typed text stays readable, so that it isn't lost. */
  draw(writable, reason) {
    this.field.readOnly = !writable;
    this.element.hidden = !writable && !this.field.value;
    this.button.hidden = !writable;
    if (this.aids) this.aids.readOnly = !writable;
    if (this.camera) this.camera.element.hidden = !writable;
    this.reason = writable ? null : reason;
    this.#note();
  }

  /** Puts text and fields back that could not be sent; false if the field is taken or closed. */
  giveBack(text, fields = {}) {
    if (this.field.value || this.field.readOnly) return false;
    if (Object.keys(fields).length && !this.aids?.giveBack(fields)) return false;
    this.field.value = text;
    this.#changed();
    return true;
  }

  /** Empties the field and returns what was in it. */
  take() {
    const text = this.field.value.trim();
    this.field.value = '';
    this.#changed();
    return text;
  }

  /** Goes on with another draft, that of another sheet, say; what was typed stays kept under its own key. */
  useDraft(key) {
    if (key === this.key) return;
    this.key = key;
    this.field.value = draft(key);
    this.#changed();
  }

  rename(name) {
    setText(this.label, this.say('write_in', { lane: name }));
  }

  /** What has been typed and not sent, or ''. */
  get unsent() {
    return this.field.value.trim();
  }

  focus() {
    this.field.focus();
  }

  #key(event) {
    if (!isSend(event)) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    if (this.field.readOnly || isTooLong(this.field.value)) return;
    if (this.aids?.tellPending() || (!this.unsent && !this.aids?.isEnough)) return;
    const fields = this.aids?.values ?? {};
    const text = this.take();
    this.aids?.sent();
    this.field.focus(); // first: adding may lead on to the new card
    this.add(text, Object.keys(fields).length ? { fields } : {});
  }

  #changed() {
    keepDraft(this.key, this.field.value);
    this.element.toggleAttribute('data-typing', Boolean(this.field.value));
    if (this.field.value) grow(this.field);
    else this.field.style.height = '';
    this.#note();
  }

  #note() {
    const kept = this.reason && this.field.value;
    setText(this.note, kept ? this.say('text_kept', { reason: this.reason }) : lengthNote(this.field.value, this.say));
  }
}
