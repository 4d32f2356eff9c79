// Sliders: each card is a line between two poles, and the team sets where on it.

import { draft, draftKey, keepDraft } from './drafts.js';
import { h, setAttribute } from './dom.js';
import { isSend } from './grow.js';
import { Lane } from './lane.js';
import { Lanes } from './lanes.js';
import { Slider } from './slider.js';

export class Sliders extends Lanes {
  createLane(options) {
    return new SliderLane({ ...options, method: this.method });
  }

  place(lanes) {
    super.place(lanes);
    this.grid.classList.add('sliders');
  }

  draw(cards, about) {
    const shown = super.draw(cards, about);
    for (const view of this.views.values()) {
      view.slider ??= this.#slider(view);
      view.slider.draw(this.board.cards.get(view.id), about);
    }
    return shown;
  }

  takeUnsent() {
    return [...this.lanes.values()].map((lane) => lane.takeUnsent());
  }

  leave() {
    for (const { slider } of this.views.values()) slider?.flush();
  }

  #slider(view) {
    const slider = new Slider({ say: this.say, id: view.id, set: (x) => this.send('place_card', { card: view.id, x }) });
    view.text.after(slider.element);
    setAttribute(slider.range, 'aria-labelledby', `text-${view.id}`);
    return slider;
  }
}

/** A write field with two more for the poles. */
class SliderLane extends Lane {
  constructor({ method, ...options }) {
    super({ ...options, add: (text, more) => options.add(text, { ...more, fields: { ...more?.fields, ...this.#takePoles() } }) });
    const { lane, activity } = options;
    this.poles = ['left', 'right'].map((id) => this.#pole(id, method, draftKey(activity, `${lane.id}:${id}`)));
    this.write.element.append(h('div', { class: 'poles' }, ...this.poles.map(({ label }) => label)));
    this.write.giveBack = (text, fields = {}) => this.#giveBack(text, fields);
    this.#drawTyping();
  }

  /** What was written and not added, all in one. */
  takeUnsent() {
    return [this.write.take(), ...Object.values(this.#takePoles())].filter(Boolean).join('\n');
  }

  #pole(id, { fields = [] }, key) {
    const name = fields.find((field) => field.id === id)?.name ?? this.say(`pole_${id}`);
    const input = h('input', {
      type: 'text', dir: 'auto', autocomplete: 'off', maxlength: 300, 'data-pole': id,
      oninput: () => (keepDraft(key, input.value), this.#drawTyping()), onkeydown: (event) => this.#key(event),
    });
    input.value = draft(key);
    return { id, input, key, label: h('label', {}, h('span', {}, name), input) };
  }

  #key(event) {
    if (!isSend(event)) return;
    event.preventDefault();
    this.write.button.click();
  }

  /** What stands in the two fields, which are empty afterwards. */
  #takePoles() {
    const fields = {};
    for (const { id, input, key } of this.poles) {
      if (input.value.trim()) fields[id] = input.value.trim();
      input.value = '';
      keepDraft(key, '');
    }
    this.#drawTyping();
    return fields;
  }

  #giveBack(text, fields) {
    const back = Object.getPrototypeOf(this.write).giveBack.call(this.write, text);
    if (back) for (const { id, input, key } of this.poles) keepDraft(key, (input.value = fields[id] ?? ''));
    this.#drawTyping();
    return back;
  }

  /** The poles show while one writes, and stay as long as something stands in them. */
  #drawTyping() {
    this.write.element.toggleAttribute('data-poles', this.poles.some(({ input }) => input.value));
  }
}
