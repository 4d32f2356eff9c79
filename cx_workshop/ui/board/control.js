// One control for one field of a card. All have {element, value, readOnly, focus(), describe(ids)} and tell `changed`.

import { h, setAttribute } from './dom.js';
import { signed } from './fields.js';
import { grow } from './grow.js';
import { PictureControl } from './picture.js';
import { Radios } from './radios.js';

const MOST_BUTTONS = 11; // numbers that stand in a row, such as 0 to 10

/** The control of a field; `pictures` and `key` (where a picture waits that could not be sent) only matter to images. */
export function createControl(field, { say, pictures, key, changed, id }) {
  const { kind, options, min, max } = field;
  if (kind === 'image') return new PictureControl({ say, pictures, key, changed, id });
  if (kind === 'choice') {
    return new Radios({ options: Object.entries(options).map(([value, name]) => ({ value, name })), none: say('none'), changed });
  }
  if (kind === 'sheet') return new Radios({ options: field.sheets, none: say('none'), changed });
  if (kind === 'scale' || (kind === 'number' && max - min < MOST_BUTTONS)) return numbers(field, { say, changed });
  return new TextControl(field, { changed, id });
}

/** A row of numbers with what its ends mean. */
export function numbers(field, { say, changed }) {
  const { min, max, low, high } = field;
  const options = Array.from({ length: max - min + 1 }, (_, step) => ({ value: min + step, name: signed(field, min + step) }));
  return new Radios({ options, clear: say('no_answer'), ends: low || high ? [low, high] : null, changed });
}

const types = { date: { type: 'date' }, link: { type: 'url', inputmode: 'url', placeholder: 'https://' }, number: { type: 'number', inputmode: 'numeric', step: 1 } };

class TextControl {
  constructor({ kind, min, max }, { changed, id }) {
    this.kind = kind;
    this.long = kind === 'text' || kind === 'list';
    const common = { id, dir: kind === 'link' ? 'ltr' : 'auto', autocomplete: 'off', oninput: () => (this.grow(), changed()) };
    this.element = this.long
      ? h('textarea', { ...common, rows: kind === 'list' ? 2 : 1 })
      : h('input', { type: 'text', enterkeyhint: 'next', min, max, ...types[kind], ...common });
  }

  get value() {
    const { value } = this.element;
    if (this.kind === 'list') return value.split('\n');
    if (this.kind === 'number') return this.element.validity.badInput ? NaN : value === '' ? null : Number(value);
    return value || null;
  }

  /** The caret stays where it is, for what others change comes in while one types elsewhere in the form. */
  set value(value) {
    const text = value == null ? '' : this.kind === 'list' ? value.join('\n') : String(value);
    if (this.element.value === text) return;
    const { selectionStart: start, selectionEnd: end } = this.element;
    this.element.value = text;
    if (start != null && this.element.matches(':focus')) this.element.setSelectionRange(start, end);
    this.grow();
  }

  get readOnly() {
    return this.element.readOnly;
  }

  set readOnly(readOnly) {
    this.element.readOnly = readOnly;
  }

  focus() {
    this.element.focus();
  }

  describe(ids, invalid = false) {
    setAttribute(this.element, 'aria-describedby', ids);
    setAttribute(this.element, 'aria-invalid', invalid && 'true');
  }

  /** Call again once it is on screen: what isn't there has no height. */
  grow() {
    if (this.long && this.element.isConnected) grow(this.element);
  }
}
