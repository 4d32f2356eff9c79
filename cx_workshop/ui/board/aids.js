// What is chosen beside the write field while one writes: quick fields, whose last choice stays for the next card, and a
// picture, with which a card needs no text.

import { numbers } from './control.js';
import { h, setText } from './dom.js';
import { aidKey, draft, keepDraft } from './drafts.js';
import { isSend } from './grow.js';
import { fieldsOf, isForm } from './fields.js';
import { PictureControl } from './picture.js';
import { Radios } from './radios.js';

/** The aids of a place, given what add_card would be told of it; null where its cards have none. In a form one writes the name
 *  of a sheet, and all fields come after it. */
export function createAids({ method, at, key, say, pictures }) {
  const fields = isForm(method) ? [] : fieldsOf(method, at);
  const quick = fields.filter((field) => field.quick);
  const picture = fields.find(({ kind }) => kind === 'image');
  return quick.length || picture ? new Aids({ quick, picture, key, say, pictures }) : null;
}

class Aids {
  constructor({ quick, picture, key, say, pictures }) {
    Object.assign(this, { say, key, field: picture });
    this.quick = new Map(quick.map((field) => [field, this.#choice(field)]));
    const groups = [...this.quick].map(([field, radios]) => {
      radios.value = JSON.parse(draft(this.#keyOf(field)) || 'null');
      return h('fieldset', { class: 'quick', 'data-quick': field.id }, h('legend', {}, field.name), radios.element);
    });
    this.picture = picture && new PictureControl({ say, pictures, key: aidKey(key, picture.id), short: true, changed: () => this.#changed() });
    this.note = h('p', { class: 'note problem', 'aria-live': 'polite' });
    this.element = h('div', { class: 'aids', 'data-pictures': Boolean(picture), onkeydown: (event) => this.#key(event) },
      this.picture?.element, ...groups, this.note);
  }

  /** The fields that go with add_card. */
  get values() {
    const chosen = [...this.quick].map(([{ id }, radios]) => [id, radios.value]);
    const all = [...chosen, [this.field?.id, this.picture?.value]].filter(([, value]) => value != null);
    return Object.fromEntries(all);
  }

  /** Whether there is a card without a word being written. */
  get isEnough() {
    return Boolean(this.picture?.value);
  }

  /** Whether the picture is not there yet, so that the card must wait; says so. */
  tellPending() {
    const waits = Boolean(this.picture?.pending);
    setText(this.note, waits ? this.say('picture_waits') : '');
    return waits;
  }

  /** The card is on its way: the picture was for this one, the choices stay. */
  sent() {
    if (this.picture) this.picture.value = null;
  }

  /** Takes fields back that could not be sent; false if there is another picture already. */
  giveBack(fields) {
    const image = fields[this.field?.id];
    if (image && (this.picture.value || this.picture.pending)) return false;
    if (image) this.picture.value = image;
    for (const [field, radios] of this.quick) if (field.id in fields) radios.value = fields[field.id];
    return Object.keys(fields).every((id) => id === this.field?.id || [...this.quick.keys()].some((field) => field.id === id));
  }

  set readOnly(readOnly) {
    this.element.hidden = readOnly;
  }

  /** Enter on a choice adds the card, as in the text field; after saying what a picture shows, one goes on to the text. */
  onEnter({ add, goOn }) {
    Object.assign(this, { add, goOn });
  }

  #choice(field) {
    const { say } = this;
    const changed = () => keepDraft(this.#keyOf(field), JSON.stringify(this.#radios(field).value));
    if (field.kind === 'scale') return numbers(field, { say, changed });
    return new Radios({ options: Object.entries(field.options).map(([value, name]) => ({ value, name })), none: say('none'), changed });
  }

  #radios(field) {
    return this.quick.get(field);
  }

  #keyOf(field) {
    return aidKey(this.key, field.id);
  }

  #changed() {
    if (this.note.textContent) this.tellPending();
  }

  #key(event) {
    if (!isSend(event) || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    if (event.target.type === 'radio') this.add();
    else this.goOn();
  }
}
