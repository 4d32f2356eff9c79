// Before the first activity: the code in letters a hand high, the QR code, and names as people arrive.

import { arrange, h, setAttribute, setText } from './dom.js';

export class Lobby {
  constructor(say) {
    this.say = say;
    this.title = h('h1', { dir: 'auto', 'data-role': 'stage-title' });
    this.challenge = h('p', { class: 'question', dir: 'auto' });
    this.code = h('p', { class: 'big-code', 'data-role': 'stage-code' });
    this.address = h('p', { class: 'address' });
    this.qr = h('img', { class: 'qr', alt: say('stage_qr') });
    this.names = h('ul', { class: 'names', role: 'list', 'aria-live': 'polite', 'data-role': 'stage-names' });
    this.element = h('section', { class: 'lobby', hidden: true },
      h('div', { class: 'about' }, this.title, this.challenge),
      h('div', { class: 'invitation' }, h('div', {}, h('p', { class: 'how' }, say('stage_join')), this.address, this.code), this.qr),
      this.names);
    this.chips = new Map();
  }

  invite({ qr, address }) {
    setAttribute(this.qr, 'src', qr);
    setText(this.address, address);
  }

  draw({ workshop }, present) {
    setText(this.title, workshop?.title ?? '');
    setText(this.challenge, workshop?.challenge ?? '');
    setText(this.code, workshop?.code ?? '');
    arrange(this.names, present.map((seat) => this.#chip(seat)));
  }

  #chip({ id, name }) {
    if (!this.chips.has(id)) this.chips.set(id, h('li', { dir: 'auto' }));
    setText(this.chips.get(id), name);
    return this.chips.get(id);
  }
}
