// A sheet of white paper to draw on, by finger, pen or mouse. What is drawn waits in this tab until it is used.

import { h } from './dom.js';
import { draft, keepDraft } from './drafts.js';
import { Radios } from './radios.js';
import { Strokes, inks, widths } from './strokes.js';

const LANDSCAPE = { width: 1200, height: 900 };
const SQUARE = { width: 1200, height: 1200 }; // on a phone held upright

export class DrawDialog {
  constructor(root, say) {
    this.say = say;
    const choice = (names, word) => new Radios({ options: names.map((name) => ({ value: name, name: say(`${word}_${name}`) })) });
    this.ink = choice(Object.keys(inks), 'ink');
    this.width = choice(Object.keys(widths), 'line');
    this.ink.value = 'black';
    this.width.value = 'thin';
    this.ink.inputs.forEach((input) => input.after(h('span', { class: 'ink', 'aria-hidden': 'true', style: `--pen: ${inks[input.meant]}` })));
    this.canvas = h('canvas', { 'data-role': 'canvas', role: 'img', tabindex: -1, 'aria-label': say('canvas') });
    const button = (role, act, look = 'quiet') => h('button', { type: 'button', class: look, 'data-role': role, onclick: act }, say(role));
    this.undoButton = button('undo_stroke', () => this.#change(() => this.strokes.undo()));
    this.clearButton = button('clear', () => this.#change(() => this.strokes.clear()));
    this.doneButton = button('done', () => this.#finish(), 'primary');
    const group = (name, { element }) => h('fieldset', {}, h('legend', { class: 'unseen' }, name), element);
    this.dialog = h('dialog', { class: 'draw', 'aria-labelledby': 'draw-title' },
      h('h2', { id: 'draw-title' }, say('draw')),
      h('div', { class: 'draw-tools' }, group(say('ink'), this.ink), group(say('line'), this.width),
        h('div', { class: 'row' }, this.undoButton, this.clearButton)),
      h('div', { class: 'paper' }, this.canvas),
      h('div', { class: 'row end' }, button('cancel', () => this.dialog.close()), this.doneButton));
    this.dialog.addEventListener('close', () => this.#left());
    this.#listen();
    root.append(this.dialog);
  }

  /** The drawing as a PNG, or null; `key` is where it is kept meanwhile. */
  open(key) {
    this.key = key;
    this.strokes = Strokes.read(draft(this.key)) ?? new Strokes(innerWidth < innerHeight ? SQUARE : LANDSCAPE);
    Object.assign(this.canvas, { width: this.strokes.width, height: this.strokes.height });
    this.context = this.canvas.getContext('2d');
    this.dialog.style.setProperty('--ratio', this.strokes.width / this.strokes.height);
    this.made = null;
    this.#paint();
    this.dialog.showModal();
    return new Promise((answer) => (this.answer = answer));
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button) return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      this.drawing = event.pointerId;
      this.strokes.begin(this.ink.value, widths[this.width.value], this.#point(event));
      this.strokes.paintEnd(this.context);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (event.pointerId !== this.drawing) return;
      for (const moved of event.getCoalescedEvents?.() ?? []) this.#goTo(moved);
      this.#goTo(event);
    });
    for (const end of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(end, (event) => {
        if (event.pointerId !== this.drawing) return;
        this.drawing = null;
        this.#change(() => {});
      });
    }
    // A key that undoes belongs to the drawing here, not to the board behind it.
    this.dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!this.undoButton.disabled) this.#change(() => this.strokes.undo());
    });
  }

  #goTo(event) {
    this.strokes.add(this.#point(event));
    this.strokes.paintEnd(this.context);
  }

  #point({ clientX, clientY, pointerType, pressure }) {
    const box = this.canvas.getBoundingClientRect();
    const scale = this.canvas.width / box.width;
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale, pressure: pointerType === 'pen' && pressure ? pressure : 0.5 };
  }

  #change(act) {
    act();
    keepDraft(this.key, this.strokes.list.length ? String(this.strokes) : '');
    this.#paint();
  }

  #paint() {
    this.strokes.paint(this.context);
    this.undoButton.disabled = !this.strokes.list.length;
    this.clearButton.disabled = this.doneButton.disabled = this.strokes.isEmpty;
  }

  async #finish() {
    this.made = await new Promise((made) => this.canvas.toBlob(made, 'image/png'));
    keepDraft(this.key, '');
    this.dialog.close();
  }

  #left() {
    this.answer?.(this.made);
    this.answer = null;
  }
}
