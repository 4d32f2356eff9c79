// The library's shelf: all methods and concepts, searched and filtered here in the browser, so that it answers to each key.

import { arrange, coarsePointer, h, setAttribute, setText } from './dom.js';
import { everything, matches, searchable } from './match.js';
import { mounting } from './mounts.js';
import { dress, fetchSheet, followTheme } from './styles.js';
import { counted, speaker } from './words.js';

const sheets = ['theme.css', 'shelf.css'];
sheets.forEach(fetchSheet);

const WIDE = 700; // px from which the filters stand open
const PATIENCE = 4000; // ms after which a press that was lost on the way becomes an ordinary link
const page = () => document.querySelector('[data-testid=stMain]');
let left = { wanted: everything, top: 0, entry: null }; // as the person left it, for coming back from a method

export const mount = mounting((shadow, data) => new Shelf(shadow, data));

class Shelf {
  constructor(shadow, data) {
    this.say = speaker(data.words);
    this.wanted = { ...left.wanted };
    this.entries = data.entries.map(searchable).sort((one, other) => one.name.localeCompare(other.name, data.language));
    this.links = new Map(this.entries.map((entry) => [entry.id, h('li', {}, this.#link(entry))]));
    this.groups = data.groups.map((group) => ({ ...group, list: h('ul', { role: 'list' }) }));
    for (const group of this.groups) group.element = section(group);
    this.count = h('p', { role: 'status', class: 'count', 'data-role': 'count' });
    this.nothing = h('p', { class: 'nothing' }, this.say('nothing'));
    this.clear = h('button', { type: 'button', class: 'quiet', 'data-role': 'clear', onclick: () => this.#look(everything) }, this.say('clear'));
    this.root = h('div', { class: 'cx-board shelf', lang: data.language, 'data-role': 'shelf' },
      this.#form(data), h('div', { class: 'row found' }, this.count, this.clear), this.nothing, ...this.groups.map(({ element }) => element));
    this.style = dress(shadow, this.root, sheets).then((style) => (this.#comeBack(), style));
  }

  update(data, setTriggerValue) {
    this.trigger = setTriggerValue;
    followTheme(this.root);
    this.#draw();
  }

  async leave() {
    clearTimeout(this.patience);
    this.root.remove();
    (await this.style).remove();
  }

  #form({ groups, modes, times }) {
    const { say } = this;
    this.search = h('input', { type: 'search', id: 'search', placeholder: say('search_hint'), autocomplete: 'off', 'data-role': 'search' });
    this.steps = h('div', { role: 'group', class: 'steps', 'aria-label': say('step') },
      ...[{ id: '', name: say('all') }, ...groups].map((group) => this.#step(group)));
    this.mode = select('mode', [['', say('both')], ...modes.map(({ id, name }) => [id, name])]);
    this.minutes = select('minutes', [[0, say('any_time')], ...times.map((n) => [n, say('up_to', { n })])]);
    this.people = h('input', { type: 'number', id: 'people', min: 1, max: 200, inputmode: 'numeric' });
    this.alone = h('input', { type: 'checkbox', id: 'alone' });
    const labelled = (key, field) => h('div', { class: 'labelled' }, h('label', { for: field.id }, say(key)), field);
    const filters = h('details', { class: 'filters', open: innerWidth >= WIDE }, h('summary', {}, say('filters')),
      h('div', { class: 'row' }, labelled('time', this.minutes), labelled('people', this.people), labelled('mode', this.mode), labelled('alone', this.alone)));
    const form = h('form', { role: 'search', onsubmit: (event) => event.preventDefault() }, labelled('search', this.search), this.steps, filters);
    form.addEventListener('input', () => this.#look({
      query: this.search.value, mode: this.mode.value, minutes: Number(this.minutes.value), people: Number(this.people.value), alone: this.alone.checked,
    }));
    return form;
  }

  #step({ id, name, shape, diamond }) {
    return h('button', { type: 'button', class: 'quiet', 'data-step': id, 'data-diamond': diamond, onclick: () => this.#look({ group: id }) },
      shape && h('span', { class: 'shape', 'aria-hidden': 'true' }, shape), name);
  }

  #link({ id, href, name, lead, facts, alone }) {
    return h('a', { href, 'data-entry': id, onclick: (event) => this.#open(event, id) },
      h('strong', {}, name), h('span', { class: 'lead' }, lead), facts && h('span', { class: 'facts' }, facts));
  }

  #look(wanted) {
    this.wanted = { ...this.wanted, ...wanted };
    this.#draw();
  }

  #draw() {
    const { wanted, say } = this;
    const found = this.entries.filter((entry) => matches(entry, wanted));
    for (const { id, list, element } of this.groups) {
      const links = found.filter(({ group }) => group === id).map((entry) => this.links.get(entry.id));
      arrange(list, links);
      element.hidden = !links.length;
    }
    const all = JSON.stringify(wanted) === JSON.stringify(everything);
    setText(this.count, all ? say('whole', { all: this.entries.length }) : counted(say, 'found', found.length, { all: this.entries.length }));
    this.clear.hidden = all;
    this.nothing.hidden = found.length > 0;
    for (const button of this.steps.children) setAttribute(button, 'aria-pressed', String(button.dataset.step === wanted.group));
    const values = [[this.search, wanted.query], [this.mode, wanted.mode], [this.minutes, wanted.minutes], [this.people, wanted.people || '']];
    for (const [field, value] of values) if (field.value !== String(value)) field.value = value;
    this.alone.checked = wanted.alone;
  }

  /** A plain click stays in the session; with a modifier it is the browser's, for another tab. */
  #open(event, id) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    left = { wanted: this.wanted, top: page()?.scrollTop ?? 0, entry: id };
    this.trigger('open', id);
    this.patience = setTimeout(() => location.assign(this.links.get(id).firstElementChild.href), PATIENCE);
  }

  /** To where the person was before reading a method; who comes for the first time may type at once. */
  #comeBack() {
    const link = this.links.get(left.entry)?.firstElementChild;
    if (link?.isConnected) {
      link.focus({ preventScroll: true });
      requestAnimationFrame(() => page()?.scrollTo(0, left.top));
    } else if (!coarsePointer()) {
      this.search.focus({ preventScroll: true });
    }
    left = { ...left, entry: null };
  }
}

const section = ({ id, name, shape, diamond, list }) => h('section', { 'data-group': id, 'data-diamond': diamond },
  h('h2', {}, shape && h('span', { class: 'shape', 'aria-hidden': 'true' }, shape), name), list);

const select = (id, options) => h('select', { id }, ...options.map(([value, name]) => h('option', { value }, name)));
