// One choice among few as a row of chips: real radio buttons, so that arrow keys and screen readers know their way.

import { h, setAttribute } from './dom.js';

let groups = 0; // radio buttons belong together by name

export class Radios {
  /** `options`: [{value, name}]; `none`: what the chip for no choice says, if there is one; `ends`: what the first and the last
   *  number mean; `clear`: what the button says that takes an answer back. */
  constructor({ options, none, ends, clear, changed = () => {} }) {
    const group = `radios-${(groups += 1)}`;
    this.changed = () => (this.#drawClear(), changed());
    const all = none ? [...options, { value: null, name: none }] : options;
    this.inputs = all.map(({ value }) => {
      const input = h('input', { type: 'radio', name: group, onchange: this.changed });
      input.meant = value;
      return input;
    });
    const chips = all.map(({ value, name }, index) => h('label', { class: value === null ? 'chip none' : 'chip' },
      this.inputs[index], h('span', {}, name)));
    this.row = h('div', { class: 'radios', style: `--steps: ${all.length}`, 'data-steps': all.length }, ...chips);
    this.clear = clear && h('button', { type: 'button', class: 'clear', hidden: true, onclick: () => this.#takeBack() }, clear);
    const words = (ends || clear) && h('p', { class: 'ends' }, h('span', {}, ends?.[0] ?? ''), this.clear, h('span', {}, ends?.[1] ?? ''));
    this.element = h('div', { class: clear ? 'scale' : 'choice' }, this.row, words);
    this.value = null;
    if (ends) for (const [end, index] of [[0, 0], [1, options.length - 1]]) this.#explain(index, ends[end]);
  }

  get value() {
    return this.inputs.find((input) => input.checked)?.meant ?? null;
  }

  set value(value) {
    for (const input of this.inputs) input.checked = input.meant === (value ?? null);
    this.#drawClear();
  }

  get readOnly() {
    return this.inputs[0].disabled;
  }

  set readOnly(readOnly) {
    for (const input of this.inputs) input.disabled = readOnly;
    this.#drawClear();
  }

  focus() {
    (this.inputs.find((input) => input.checked) ?? this.inputs[0]).focus();
  }

  describe(ids) {
    setAttribute(this.row, 'aria-describedby', ids);
  }

  #takeBack() {
    this.value = null;
    this.inputs[0].focus();
    this.changed();
  }

  #drawClear() {
    if (this.clear) this.clear.hidden = this.value === null || this.inputs[0].disabled;
  }

  /** A person who hears the page hears what the first and the last number mean. */
  #explain(index, words) {
    const number = this.row.children[index].textContent;
    if (words) this.inputs[index].setAttribute('aria-label', `${number}: ${words}`);
  }
}
