// The list of keys, as a dialog.

import { h } from './dom.js';

const keys = [
  ['Enter', 'keys_add'], ['Shift+Enter', 'keys_line'], ['← ↑ ↓ →', 'keys_walk'], ['Enter', 'keys_menu'], ['E', 'keys_edit'], ['F', 'keys_fill'],
  ['K', 'keys_keep'], ['P', 'keys_park'], ['Del', 'keys_remove'], ['Alt + ← ↑ ↓ →', 'keys_move'],
  ['Shift + Alt + ← ↑ ↓ →', 'keys_nudge'], ['T', 'keys_theme'], ['M', 'keys_from'], ['Ctrl+Enter', 'keys_save'],
  ['+', 'keys_dot'], ['−', 'keys_no_dot'], ['!', 'keys_concern'],
  ['Ctrl+Z', 'keys_undo'], ['Esc', 'keys_leave'], ['?', 'keys_help'],
];

const leading = [['N', 'keys_next'], ['R', 'keys_reveal'], ['T', 'keys_timer'], ['L', 'keys_lock'], ['V', 'keys_vote']];

export function helpDialog(say) {
  const list = (rows, more) => h('dl', more, ...rows.map(([key, word]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, say(word)))));
  const dialog = h('dialog', { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title', tabindex: -1, autofocus: true }, say('keys')), list(leading, { 'data-role': 'keys-leading' }), list(keys),
    h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, say('close')));
  return dialog;
}

/** `leads`: whether this person leads, so that the keys of the controls are theirs. */
export function openHelp(dialog, { leads }) {
  dialog.querySelector('[data-role=keys-leading]').hidden = !leads;
  dialog.showModal();
}
