// The fields of a card as one reads them: on a note what is filled in, on a form's sheet also what is not there yet.

import { arrange, h, setAttribute, setText } from './dom.js';
import { fieldsOf, isAddress, isFilled, isForm, isFrozen, progress, reading, same, textField, titleOf, valuesOf } from './fields.js';
import { sheetOf } from './sheet_field.js';

/** Draws a card's fields into its view; `about` is that of drawCard, with {method, pictures, language}. */
export function drawValues(view, card, about) {
  if (!view.values && !(about.method && (about.method.fields?.length || fieldsOf(about.method, card).length))) return;
  view.values ??= new Values(view, about);
  view.values.draw(card, about);
}

class Values {
  constructor({ id, article, text, foot }, { method, say }) {
    Object.assign(this, { article, method, say });
    this.whole = isForm(method);
    this.drawn = new Map(); // field id -> {value, element}
    this.top = h('div', { class: 'pictures' });
    this.list = h('dl', { class: 'fields', id: this.whole ? null : `fields-${id}` });
    text.before(this.top);
    foot.before(this.list);
    setAttribute(article, 'aria-labelledby', `text-${id} fields-${id} foot-${id}`);
    if (this.whole) this.#addFoot(id, foot);
  }

  draw(card, about) {
    const { method, say } = this;
    const own = card.seat === about.you.id;
    const asked = fieldsOf(method, card);
    const fields = method.one_each ? [...asked, textField(method, say)] : asked; // a survey's remark comes last
    const values = valuesOf(card);
    const shown = fields.filter(({ id }) => isFilled(values[id]) || (this.whole && id !== 'text'));
    const elements = shown.map((field) => ({ field, element: this.#field(field, values[field.id] ?? null, card, about) }));
    const onTop = ({ field }) => field.kind === 'image' && !this.whole;
    arrange(this.top, elements.filter(onTop).map(({ element }) => element));
    arrange(this.list, elements.filter((one) => !onTop(one)).map(({ element }) => element));
    if (this.whole) this.#drawFoot(card, about, progress(fieldsOf(method, { ...card, fields: {} }), card), own);
  }

  /** Only what changed is built anew, so that a link that has the focus keeps it. */
  #field(field, value, card, about) {
    const before = this.drawn.get(field.id);
    if (before && same(before.value, value)) return before.element;
    const name = h(field.kind === 'image' && !this.whole ? 'div' : 'dt', { class: 'field-name' }, field.name);
    const element = h('div', { class: 'field', 'data-field': field.id, 'data-kind': field.kind, 'data-empty': !isFilled(value) },
      field.kind === 'image' && !this.whole ? null : name, ...this.#says(field, value, card, about));
    this.drawn.set(field.id, { value, element });
    return element;
  }

  #says(field, value, card, { pictures, language, say }) {
    const says = (...parts) => [h('dd', { dir: 'auto' }, ...parts)];
    if (!isFilled(value)) return says(say('not_yet'));
    const tabindex = this.article.tabIndex; // Tab reaches only one card of a lane, and what is on it
    switch (field.kind) {
      case 'list': return says(h('ul', {}, ...value.map((line) => h('li', {}, line))));
      case 'link': {
        const link = { href: value, target: '_blank', rel: 'noopener noreferrer', tabindex, 'data-stop': '', draggable: 'false' };
        return says(isAddress(value) ? h('a', link, value) : value);
      }
      case 'sheet': {
        const sheet = sheetOf(field, value);
        return says(sheet ? h('a', { href: sheet.href, onclick: sheet.turn, tabindex, 'data-stop': '', draggable: 'false' }, sheet.name) : say('not_yet'));
      }
      case 'image': {
        const picture = pictures.shown(value, { name: titleOf(card, say), tabindex });
        return this.whole ? says(picture) : [picture];
      }
      case 'scale': return says(h('b', {}, reading(field, value)), ends(field, value));
      default: return says(reading(field, value, language));
    }
  }

  #addFoot(id, foot) {
    this.bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span'));
    this.line = h('span');
    this.progress = h('p', { class: 'progress', id: `fields-${id}` }, this.bar, this.line);
    this.button = h('button', { type: 'button', class: 'quiet', 'data-role': 'fill', 'data-stop': '', tabindex: -1 });
    this.frozen = h('p', { class: 'note frozen', hidden: true }, this.say('frozen'));
    foot.after(this.frozen, h('div', { class: 'row fill-row' }, this.progress, this.button));
  }

  #drawFoot(card, { writable, you }, { n, all }, own) {
    const { say, method } = this;
    const may = writable && (own || method.team || you.role === 'facilitator');
    setText(this.line, say('filled_of', { n, all }));
    this.bar.firstElementChild.style.width = `${(100 * n) / all}%`;
    this.button.hidden = !may;
    setText(this.button, say(method.one_each && own ? 'change_mine' : n < all ? 'fill_in' : 'change'));
    setAttribute(this.button, 'tabindex', this.article.tabIndex);
    setAttribute(this.article, 'data-mine', Boolean(method.one_each && own));
    this.frozen.hidden = !isFrozen(method, card);
  }
}

/** What the chosen end of a scale means, in words. */
function ends({ min, max, low, high }, value) {
  const word = value === min ? low : value === max ? high : '';
  return word ? h('span', { class: 'field-end' }, ` ${word}`) : null;
}
