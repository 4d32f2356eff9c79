// One question of a card's form: its name, its control, and what somebody else has written there meanwhile.

import { createControl } from './control.js';
import { h, setText } from './dom.js';
import { isFilled, normal, problem, reading, same } from './fields.js';

let questions = 0;

export class Question {
  constructor({ field, say, pictures, key, language, changed }) {
    Object.assign(this, { field, say, language, changed });
    const id = `question-${(questions += 1)}`;
    this.base = null; // what stood here when the person began, or what they have seen since
    this.here = null; // what stands here now
    this.control = createControl(field, { say, pictures, key, id, changed: () => this.#changed() });
    this.hint = h('p', { class: 'note', id: `${id}-hint`, hidden: !hintOf(field, say) }, hintOf(field, say));
    this.note = h('p', { class: 'note problem', id: `${id}-note`, 'aria-live': 'polite' });
    this.theirs = h('p', { class: 'text', dir: 'auto' });
    this.sentence = h('p', { class: 'note' });
    this.meanwhile = h('div', { class: 'meanwhile', role: 'status', hidden: true }, this.sentence, this.theirs,
      h('button', { type: 'button', class: 'quiet', 'data-role': 'take-theirs', onclick: () => this.#takeTheirs() }, say('take_theirs')));
    const single = ['INPUT', 'TEXTAREA'].includes(this.control.element.tagName);
    this.element = h(single ? 'div' : 'fieldset', { class: 'asked', 'data-question': field.id, 'data-kind': field.kind },
      h(single ? 'label' : 'legend', single ? { for: id } : {}, field.name), this.hint, this.control.element, this.note, this.meanwhile);
    this.control.describe(`${id}-hint ${id}-note`);
    this.describedBy = `${id}-hint ${id}-note`;
  }

  get value() {
    return normal(this.field, this.control.value);
  }

  /** Whether the person has changed something here. */
  get touched() {
    return Boolean(this.control.pending) || !same(this.value, this.base);
  }

  /** What stands on the board now: taken over where the person has not touched it, else shown beneath. */
  update(here) {
    this.here = here ?? null;
    if (!this.touched) {
      if (!same(this.here, this.base)) this.control.value = this.here;
      this.base = this.here;
    } else if (same(this.here, this.value)) this.base = this.here;
    this.#drawMeanwhile();
  }

  /** What the person wrote here before: a draft, or what was refused. `base` is what they saw then. */
  give(value, base) {
    if (this.touched) return; // what was typed since is newer
    this.control.value = value;
    this.base = base ?? null;
    this.update(this.here);
  }

  /** Where saving would overwrite something, the person has it before their eyes. */
  get seen() {
    return this.meanwhile.hidden ? this.base : this.here;
  }

  /** Says what is wrong here; true if something is. */
  check() {
    const wrong = this.control.pending ? ['picture_waits'] : problem(this.field, this.value);
    setText(this.note, wrong ? this.say(...wrong) : '');
    this.control.describe(this.describedBy, Boolean(wrong));
    return Boolean(wrong);
  }

  #changed() {
    if (this.note.textContent) this.check();
    this.#drawMeanwhile();
    this.changed();
  }

  #takeTheirs() {
    this.control.value = this.base = this.here;
    this.#drawMeanwhile();
    this.changed();
    this.control.focus();
  }

  #drawMeanwhile() {
    this.meanwhile.hidden = !this.touched || same(this.here, this.base) || same(this.here, this.value);
    if (this.meanwhile.hidden) return;
    const text = isFilled(this.here) ? reading(this.field, this.here, this.language) || this.say('picture') : '';
    setText(this.sentence, this.say(text ? 'meanwhile_here' : 'meanwhile_emptied'));
    setText(this.theirs, text);
  }
}

function hintOf({ hint, kind, min, max }, say) {
  const more = kind === 'list' ? say('one_per_line') : kind === 'number' && max - min > 10 ? say('from_to', { min, max }) : '';
  return [hint, more].filter(Boolean).join(' · ');
}
