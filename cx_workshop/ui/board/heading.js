// What the board is: step, method, question, the workshop's challenge, minutes, and whether it is open; how it works is a drawer.

import { arrange, h, setAttribute, setText } from './dom.js';

const shapes = { diverge: '◇', converge: '▽' };

export class Heading {
  /** `buttons` stand at the right; `goThere()` takes a person who looks back to the open activity. */
  constructor({ say, buttons, goThere }) {
    this.say = say;
    this.shape = h('span', {});
    this.of = h('span', { class: 'of' });
    this.mode = h('span', {});
    this.step = h('p', { class: 'step', 'data-role': 'step' }, this.shape, this.of, this.mode);
    this.facts = h('p', { class: 'facts', 'data-role': 'status' });
    this.name = h('h2', { 'data-role': 'method', tabindex: -1 });
    this.question = h('p', { class: 'question' });
    this.challenge = h('p', { class: 'challenge', dir: 'auto', 'data-role': 'challenge' });
    this.how = h('ol');
    this.about = h('p', { class: 'about', dir: 'auto' }); // the challenge, which a phone shows above only in part
    this.details = h('details', { class: 'drawer how' }, h('summary', {}, say('how_it_works')), h('div', { class: 'inside' }, this.about, this.how));
    this.movedOn = h('p', { class: 'moved-on', hidden: true, role: 'status' }, h('span'),
      h('button', { type: 'button', class: 'primary', 'data-role': 'go-there', onclick: goThere }, say('go_there')));
    this.element = h('header', { class: 'heading' }, this.movedOn,
      h('div', { class: 'line' }, this.step, this.facts, h('div', { class: 'tools' }, ...buttons)), this.name, this.question, this.challenge);
  }

  /** `reason` is the key of why nobody can write here, or null; `elsewhere` the method name of the open activity, if another. */
  draw({ activity, method, step, challenge, reason, you, elsewhere }) {
    const { say } = this;
    setText(this.shape, `${shapes[activity.mode]} `);
    setText(this.of, `${step.name} · `);
    setText(this.mode, say(activity.mode));
    setAttribute(this.step, 'data-mode', activity.mode);
    setText(this.name, activity.round > 1 ? `${method.name} · ${say('round', { n: activity.round })}` : method.name);
    setText(this.question, method.question ?? '');
    setText(this.challenge, challenge);
    setText(this.about, challenge);
    this.challenge.hidden = !challenge;
    const locked = activity.locked && you.role === 'facilitator' && 'status_locked_for_others';
    const status = say(reason ?? (locked || 'status_open'));
    setText(this.facts, activity.minutes ? `${say('minutes', { n: activity.minutes })} · ${status}` : status);
    setAttribute(this.facts, 'data-writable', !reason);
    this.#drawHow(method.how ?? []);
    this.movedOn.hidden = !elsewhere;
    const moved = activity.status === 'planned' ? 'is_at' : 'moved_on';
    if (elsewhere) setText(this.movedOn.firstElementChild, say(moved, { method: elsewhere }));
  }

  #drawHow(steps) {
    this.details.hidden = !steps.length;
    if (this.drawn === steps) return;
    this.drawn = steps;
    arrange(this.how, steps.map((step) => h('li', {}, step)));
  }
}
