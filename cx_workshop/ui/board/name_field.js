// Asks for a name in place: of a column, a row, a sheet. What is half typed is kept as a draft.

import { h } from './dom.js';
import { draft, keepDraft } from './drafts.js';
import { isSend } from './grow.js';

const LONGEST = 80; // characters, as the server has it

/** Puts a name field behind `anchor`. `save(name)` is called with what the person typed, `end()` in any case. */
export function askName({ anchor, say, label, value = '', placeholder = '', key, save, end }) {
  const field = h('input', { type: 'text', maxlength: LONGEST, dir: 'auto', autocomplete: 'off', enterkeyhint: 'done', 'data-role': 'name', 'aria-label': label, placeholder });
  const leave = () => {
    keepDraft(key, '');
    element.remove();
    end();
  };
  const finish = () => {
    const name = field.value.trim().replace(/\s+/g, ' ') || placeholder;
    leave();
    if (name && name !== value) save(name);
  };
  field.addEventListener('input', () => keepDraft(key, field.value === value ? '' : field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    else if (isSend(event)) finish();
    else return;
    event.preventDefault();
  });
  const element = h('div', { class: 'name-field' }, field,
    h('button', { type: 'button', class: 'primary', 'data-role': 'save-name', onclick: finish }, say('save')),
    h('button', { type: 'button', class: 'quiet', onclick: leave }, say('cancel')));
  field.value = draft(key) || value;
  anchor.after(element);
  field.focus();
  field.select();
  return element;
}
