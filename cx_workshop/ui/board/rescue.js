// Text that a person wrote is never lost: what cannot stay where it was goes where it can be read and copied.

import { takeDrafts } from './drafts.js';
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
  const sentence = say('sheets_moved');
  for (const { editor } of lanes.editable) if (editor) leaveOver(messages, sentence, unsaved(editor));
  for (const { write } of lanes.lanes.values()) leaveOver(messages, sentence, write.take());
}

/** The workshop moves on while the person types. */
export function rescueTyping({ lanes, messages, say }, activity) {
  const sentence = say('moved_while_typing');
  for (const { editor } of lanes.editable) if (editor) leaveOver(messages, sentence, unsaved(editor));
  for (const { write } of lanes.lanes.values()) leaveOver(messages, sentence, write.leave?.() ?? write.take());
  for (const text of takeDrafts(activity)) leaveOver(messages, sentence, text.trim());
}

/** A command was refused: its text goes back to the field it came from, if that is still free. */
export function giveBack({ lanes, activity, messages, say }, { verb, id, args }, message) {
  const writtenHere = verb === 'add_card' && args.activity === activity;
  const back = writtenHere && lanes.lanes.get(lanes.places.of(args))?.write.giveBack(args.text, args);
  // Of a card: its text and what was written beside it; or the name of a lane, row or sheet.
  const written = [args.text ?? args.name, ...Object.values(args.fields ?? {})].filter((part) => part && typeof part === 'string').join('\n');
  if (written && !back) messages.leaveOver(id, say('not_accepted', { message }), written);
  else messages.alert(message);
}

function unsaved(editor) {
  const text = editor.unsaved;
  editor.end();
  return text;
}

function leaveOver(messages, sentence, text) {
  if (text) messages.leaveOver(uuid(), sentence, text);
}
