// Text that a person wrote is never lost: what cannot stay where it was goes where it can be read and copied.

import { isTextField } from './dom.js';
import { takeDrafts } from './drafts.js';
import { isFrozen, written } from './fields.js';
import { uuid } from './uuid.js';

/** A card that somebody else removed, or moved to another sheet, takes its editor with it. */
export function rescueEdits({ lanes, cards, messages, say }) {
  for (const { id, editor } of lanes.editable) {
    if (!editor) continue;
    if (!cards.has(id)) leaveOver(messages, say('card_gone'), unsaved(editor));
    else if (!lanes.places.isOnSheet(cards.get(id))) leaveOver(messages, say('card_elsewhere'), unsaved(editor));
  }
}

/** The sheets travel on while the person types. */
export function rescueSheet({ lanes, messages, say }) {
  rescueUnsent(lanes, messages, say('sheets_moved'));
}

/** The workshop moves on while the person types. */
export function rescueTyping({ lanes, messages, say }, activity) {
  const sentence = say('moved_while_typing');
  rescueUnsent(lanes, messages, sentence);
  for (const text of takeDrafts(activity)) leaveOver(messages, sentence, text.trim());
}

function rescueUnsent(lanes, messages, sentence) {
  for (const { editor } of lanes.editable) if (editor) leaveOver(messages, sentence, unsaved(editor));
  for (const text of lanes.takeUnsent()) leaveOver(messages, sentence, text);
}

/** A command was refused: what was written goes back to where it came from, if that is still free. */
export function giveBack(board, { verb, id, args }, message) {
  const { lanes, activity, messages, say, data, live } = board;
  const writtenHere = verb === 'add_card' && args.activity === activity;
  const back = verb === 'fill_card' ? fillAgain(board, args) : writtenHere && lanes.giveBack(args);
  const home = args.activity ?? (board.cards.has(args.card) ? activity : null);
  // Of a card, its text and fields; or the name of a lane, row or sheet.
  const text = args.name ?? written(args, data.methods[live.state.activities.get(home)?.method]);
  if (text && !back) messages.leaveOver(id, say('not_accepted', { message }), text);
  else messages.alert(message);
}

/** Opens the card's form once more, with what the person wrote and what stands there now; false where that is not possible. */
function fillAgain(board, { card: id, fields, base }) {
  const card = board.cards.get(id);
  if (!board.acts.can('fill', card) || isFrozen(board.method, card)) return false;
  const { editor } = board.lanes.viewOf(id);
  if (editor && !editor.give) return false;
  board.edit(card, { fill: true, focus: !isTextField(board.root.getRootNode().activeElement) });
  board.lanes.viewOf(id).editor.give({ fields, base });
  return true;
}

function unsaved(editor) {
  const text = editor.unsaved;
  editor.end();
  return text;
}

function leaveOver(messages, sentence, text) {
  if (text) messages.leaveOver(uuid(), sentence, text);
}
