// Editing a card in place. What somebody else writes meanwhile is shown below, and saving replaces it on purpose.

import { h, setText } from './dom.js';
import { draft, editKey, keepDraft } from './drafts.js';
import { grow, isSend } from './grow.js';
import { isTooLong, lengthNote } from './limit.js';

export class Editor {
  /** `save(text)` is called with what the person made of it. */
  constructor({ view, card, say, save }) {
    Object.assign(this, { view, say, save, card });
    this.began = card.text;
    this.field = h('textarea', {
      rows: 1, dir: 'auto', 'data-role': 'edit', 'aria-label': say(view.editWord ?? 'edit_card'), enterkeyhint: 'done',
      oninput: () => this.#changed(), onkeydown: (event) => this.#key(event),
    });
    this.note = h('p', { class: 'note', 'aria-live': 'polite' });
    this.sentence = h('p', { class: 'note' });
    this.theirs = h('p', { class: 'text', dir: 'auto' });
    this.meanwhile = h('div', { class: 'meanwhile', role: 'status', hidden: true }, this.sentence, this.theirs);
    this.element = h('div', { class: 'editor' }, this.field, this.note, this.meanwhile, h('div', { class: 'row' },
      h('button', { type: 'button', class: 'primary', 'data-role': 'save', onclick: () => this.#save() }, say('save')),
      h('button', { type: 'button', class: 'quiet', 'data-role': 'cancel', onclick: () => this.end() }, say('cancel'))));
    this.field.value = draft(editKey(card.id)) || card.text;
    view.article.prepend(this.element);
    view.article.dataset.editing = '';
    view.editor = this;
    grow(this.field);
  }

  focus() {
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  /** What the person typed and has not saved, or ''. */
  get unsaved() {
    const text = this.field.value.trim();
    return text === this.began ? '' : text;
  }

  /** Takes in the card as it is now. */
  draw(card) {
    if (!this.unsaved && card.text !== this.began) {
      this.field.value = this.began = card.text; // nothing typed yet: start from what is there now
      grow(this.field);
    }
    const changed = card.text !== this.began && card.text !== this.field.value.trim();
    this.meanwhile.hidden = !changed;
    if (!changed) return;
    setText(this.sentence, this.say('changed_meanwhile'));
    setText(this.theirs, card.text);
  }

  /** Back to reading; the card keeps focus if the editor had it. */
  end() {
    const focused = this.element.contains(this.element.getRootNode().activeElement);
    keepDraft(editKey(this.card.id), '');
    delete this.view.article.dataset.editing;
    this.view.editor = null;
    this.element.remove();
    if (focused) this.view.article.focus();
  }

  #save() {
    const text = this.field.value.trim();
    if (!text || isTooLong(text)) return;
    const changed = text !== this.began || !this.meanwhile.hidden;
    this.end();
    if (changed) this.save(text);
  }

  #changed() {
    grow(this.field);
    setText(this.note, lengthNote(this.field.value, this.say));
    keepDraft(editKey(this.card.id), this.unsaved);
  }

  #key(event) {
    if (event.key === 'Escape') this.end();
    else if (isSend(event)) this.#save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
