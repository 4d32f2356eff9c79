// The control for a picture: draw it, take it or choose it, and say what is to be seen. It is sent at once; where that fails,
// it stays here, also over a reload, until it could be sent or is taken away.

import { coarsePointer, h, setText } from './dom.js';
import { draft, drawingKey, keepDraft } from './drafts.js';
import { asBlob, asText, shrunk } from './upload.js';

const ACCEPTED = 'image/png,image/jpeg,image/webp';

export class PictureControl {
  /** `short`: little room, so short words. */
  constructor({ say, pictures, key, changed, id = key, short = false }) {
    Object.assign(this, { say, pictures, key: `${key}:picture`, changed });
    this.image = null; // its id on the server
    this.blob = null; // what could not be sent yet
    const button = (role, act, word = role) => h('button', { type: 'button', class: 'quiet', 'data-role': role, onclick: act }, say(word));
    const file = (role, capture) => h('input', {
      type: 'file', accept: ACCEPTED, capture, hidden: true, 'data-role': `file-${role}`, onchange: ({ target }) => this.#choose(target),
    });
    const [photo, choice] = [file('photo', 'environment'), file('choice')];
    const touch = coarsePointer();
    this.drawButton = button('draw', () => this.#draw());
    this.ways = h('div', { class: 'row ways' }, this.drawButton, touch ? button('take_photo', () => photo.click(), short ? 'photo' : 'take_photo') : null,
      button('choose_picture', () => choice.click(), short ? 'picture' : 'choose_picture'), photo, choice);
    this.preview = h('img', { alt: '' });
    this.status = h('p', { class: 'note', role: 'status' });
    this.retry = button('try_again', () => this.#send());
    this.remove = button('remove_picture', () => this.#remove());
    this.alt = h('input', {
      type: 'text', dir: 'auto', id: `${id}-alt`, autocomplete: 'off', maxlength: 300, 'data-role': 'alt', oninput: () => this.changed(),
    });
    this.there = h('div', { class: 'picture-there', hidden: true }, this.preview, h('div', { class: 'picture-about' },
      h('label', { for: `${id}-alt` }, say('picture_alt')), this.alt, this.status, h('div', { class: 'row' }, this.retry, this.remove)));
    this.element = h('div', { class: 'picture-control' }, this.ways, this.there);
    const kept = draft(this.key);
    if (kept) this.#keep(asBlob(kept), say('picture_waits'));
    this.#show();
  }

  get value() {
    return this.image && { image: this.image, alt: this.alt.value };
  }

  set value(value) {
    this.image = value?.image ?? null;
    this.alt.value = value?.alt ?? '';
    if (this.image) this.blob = null;
    this.#show();
  }

  /** A picture that is not on the server yet. */
  get pending() {
    return Boolean(this.blob);
  }

  get readOnly() {
    return this.alt.readOnly;
  }

  set readOnly(readOnly) {
    this.alt.readOnly = readOnly;
    this.#show();
  }

  focus() {
    (this.ways.hidden ? this.alt : this.drawButton).focus();
  }

  describe() {} // its parts say what they are

  /** Neither what could not be sent nor what was drawn and not used is kept any longer. */
  forget() {
    keepDraft(this.key, '');
    keepDraft(drawingKey(this.key), '');
  }

  async #draw() {
    const drawn = await this.pictures.draw(drawingKey(this.key));
    if (drawn) await this.#takeAndAsk(drawn);
  }

  async #choose(input) {
    const [file] = input.files;
    input.value = ''; // the same file may be chosen again
    if (file) await this.#takeAndAsk(await shrunk(file));
  }

  #takeAndAsk(blob) {
    const sending = this.take(blob);
    this.alt.focus();
    return sending;
  }

  /** Has this picture from now on, and sends it. */
  async take(blob) {
    this.image = null;
    this.#keep(blob, '');
    keepDraft(this.key, await asText(blob));
    await this.#send();
  }

  #keep(blob, sentence) {
    this.blob = blob;
    setText(this.status, sentence);
    this.#show();
  }

  async #send() {
    const { blob } = this;
    this.sending = true;
    this.#keep(blob, this.say('picture_sending'));
    try {
      const image = await this.pictures.send(blob);
      if (this.blob !== blob) return; // taken away or replaced meanwhile
      this.image = image;
      this.sending = false;
      keepDraft(this.key, '');
      this.#keep(null, '');
    } catch ({ sentence }) {
      this.sending = false;
      if (this.blob === blob) this.#keep(blob, sentence ?? this.say('picture_offline'));
    }
    this.changed();
  }

  #remove() {
    this.image = null;
    this.alt.value = '';
    keepDraft(this.key, '');
    this.#keep(null, '');
    this.changed();
    this.drawButton.focus();
  }

  #show() {
    const there = Boolean(this.image || this.blob);
    this.ways.hidden = there || this.readOnly;
    this.there.hidden = !there;
    this.there.toggleAttribute('data-sent', Boolean(this.image));
    this.retry.hidden = !this.blob || Boolean(this.sending);
    this.remove.hidden = this.readOnly;
    const source = this.blob ?? this.image;
    if (source === this.seen) return;
    URL.revokeObjectURL(this.preview.src);
    this.seen = source;
    if (source) this.preview.src = this.blob ? URL.createObjectURL(this.blob) : this.pictures.address(this.image);
  }
}
