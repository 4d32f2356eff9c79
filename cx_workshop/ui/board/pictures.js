// The pictures of a workshop: shown on cards, enlarged in a dialog, drawn, sent.

import { h, setText } from './dom.js';
import { DrawDialog } from './draw.js';
import { PhotoDialog } from './photos.js';
import { upload } from './upload.js';

export class Pictures {
  /** `root` is where dialogs are put. */
  constructor({ code, root, say }) {
    Object.assign(this, { code, root, say });
  }

  address(image) {
    return `/images/${encodeURIComponent(this.code)}/${encodeURIComponent(image)}`;
  }

  /** A button with the picture, which a press enlarges; `name` says what it is where nobody said what it shows. */
  shown({ image, alt }, { name, tabindex = 0 }) {
    const says = alt || name;
    return h('button', {
      type: 'button', class: 'picture', 'data-role': 'enlarge', 'data-stop': '', tabindex,
      'aria-label': this.say('enlarge', { name: says }), onclick: () => this.#enlarge(image, says),
    }, h('img', { src: this.address(image), alt: '', loading: 'lazy', draggable: 'false' }));
  }

  /** Opens the sheet of paper; what was drawn as a PNG, or null if the person left without it. */
  draw(key) {
    this.drawing ??= new DrawDialog(this.root, this.say);
    return this.drawing.open(key);
  }

  /** Asks what is on each of these files; [{image, alt}] of those that are to become cards. */
  askAbout(files) {
    this.asking ??= new PhotoDialog({ root: this.root, say: this.say, pictures: this });
    return this.asking.open(files);
  }

  send(blob) {
    return upload(this.code, blob);
  }

  #enlarge(image, says) {
    this.dialog ??= this.#dialog();
    this.large.src = this.address(image);
    this.large.alt = says;
    setText(this.caption, says);
    this.dialog.showModal();
  }

  #dialog() {
    this.large = h('img', { alt: '' });
    this.caption = h('p', { dir: 'auto' });
    const dialog = h('dialog', { class: 'large-picture', 'aria-label': this.say('picture'), 'data-role': 'large' }, this.large,
      h('div', { class: 'row' }, this.caption, h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, this.say('close'))));
    dialog.addEventListener('click', ({ target }) => (target === dialog || target === this.large) && dialog.close());
    this.root.append(dialog);
    return dialog;
  }
}
