// Photos of paper become cards: a button beside the write field takes several at once, a dialog asks what is on each.

import { h, setText } from './dom.js';
import { aidKey } from './drafts.js';
import { PictureControl } from './picture.js';
import { shrunk } from './upload.js';
import { counted } from './words.js';

const MOST = 20; // at once; a room's network takes them one after another

/** A phone offers its camera and its album, a laptop its files. `add(photo)` is called with what a card's field holds. */
export class PhotoButton {
  constructor({ say, pictures, add }) {
    Object.assign(this, { pictures, add });
    this.files = h('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, 'data-role': 'photo-files', onchange: () => this.#chosen() });
    this.button = h('button', {
      type: 'button', class: 'camera', 'data-role': 'photos', 'aria-label': say('photos'), title: say('photos'), onclick: () => this.files.click(),
    });
    this.element = h('span', { class: 'photos-from' }, this.button, this.files);
  }

  /** Whether somebody is choosing photos, or saying what is on them. */
  get isOpen() {
    return Boolean(this.choosing);
  }

  async #chosen() {
    const files = [...this.files.files];
    this.files.value = ''; // the same files may be chosen again
    this.choosing = true;
    (await this.pictures.askAbout(files)).forEach(this.add);
    this.choosing = false;
  }
}

/** The photos that were chosen, each with the question what is to be seen; they are sent while one writes. */
export class PhotoDialog {
  constructor({ root, say, pictures }) {
    Object.assign(this, { say, pictures });
    this.list = h('ol', { role: 'list', class: 'photo-list' });
    this.note = h('p', { class: 'note problem', 'aria-live': 'polite' });
    this.done = h('button', { type: 'button', class: 'primary', 'data-role': 'add-photos', onclick: () => this.#finish() });
    this.dialog = h('dialog', { class: 'photos', 'aria-labelledby': 'photos-title', 'data-role': 'photo-dialog' },
      h('h2', { id: 'photos-title', tabindex: -1 }, say('photos_title')), h('p', { class: 'hint' }, say('photos_hint')), this.list, this.note,
      h('div', { class: 'row end' }, h('button', { type: 'button', class: 'quiet', onclick: () => this.dialog.close() }, say('cancel')), this.done));
    this.dialog.addEventListener('close', () => this.#left());
    root.append(this.dialog);
  }

  /** [{image, alt}] of the photos that are to become cards; none if the person leaves. */
  async open(files) {
    const { say, pictures } = this;
    const taken = files.slice(0, MOST);
    this.controls = taken.map((_, n) => new PictureControl({ say, pictures, key: aidKey('photos', n), id: `photo-${n}`, changed: () => this.#draw() }));
    this.list.replaceChildren(...this.controls.map(({ element }) => h('li', {}, element)));
    setText(this.note, files.length > MOST ? say('photos_most', { n: MOST }) : '');
    this.begun = new Set(); // the controls that have got their photo
    this.made = [];
    this.#draw();
    this.dialog.showModal();
    const answer = new Promise((made) => (this.answer = made));
    this.#send(taken);
    return answer;
  }

  /** One after another; the first is there to be described at once. */
  async #send(files) {
    const { controls } = this;
    for (const [n, file] of files.entries()) {
      const sending = controls[n].take(await shrunk(file));
      this.begun.add(controls[n]);
      this.#draw();
      if (n === 0) controls[n].focus();
      await sending;
    }
  }

  /** A photo that was taken away again leaves the list; without the last one there is nothing to ask. */
  #draw() {
    const there = this.#there;
    for (const control of this.controls) control.element.parentElement.hidden = !there.includes(control);
    setText(this.done, counted(this.say, 'photos_add', there.length));
    if (!there.length) this.dialog.close();
  }

  get #there() {
    return this.controls.filter((control) => control.value || control.pending || !this.begun.has(control));
  }

  #finish() {
    if (this.#there.some(({ value }) => !value)) return setText(this.note, this.say('picture_waits'));
    this.made = this.#there.map(({ value }) => value);
    this.dialog.close();
  }

  #left() {
    for (const control of this.controls) control.forget();
    this.answer(this.made);
  }
}
