// Half-typed text, kept per tab so that a reload, a page switch or the next activity doesn't lose it.

import { tab } from './storage.js';

const PREFIX = 'cx-draft:';
const LEFT_OVER = 'cx-left-over:';

export const draftKey = (activity, place, sheet = '') => `${PREFIX}${activity}:${sheet ? `${sheet}:` : ''}${place}`;
export const nameKey = (activity, kind, id = '') => `${PREFIX}${activity}:name:${kind}:${id}`;
export const editKey = (card) => `${PREFIX}card:${card}`;
export const fillKey = (card) => `${PREFIX}fill:${card}`;
export const askKey = (activity, place) => `${PREFIX}ask:${activity}:${place}`;
export const drawingKey = (picture) => `${picture}:drawing`;

/** What is chosen beside a write field, by the key of its draft: no text that could be given back as one. */
export const aidKey = (key, what) => `cx-aid:${key}:${what}`;

export const draft = (key) => tab.get(key) ?? '';

export function keepDraft(key, text) {
  if (text) tab.set(key, text);
  else tab.remove(key);
}

/** Takes out what is left of an activity's drafts: texts whose fields are not on the screen, such as those of another sheet. */
export function takeDrafts(activity) {
  const keys = tab.keys(`${PREFIX}${activity}:`);
  const texts = keys.map(draft);
  keys.forEach((key) => tab.remove(key));
  return texts;
}

/** The cards that were being filled in; a picture that waits to be sent is kept under a longer key. */
export const filledCards = () => [...new Set(tab.keys(fillKey('')).map((key) => key.slice(fillKey('').length).split(':')[0]))];

/** Text of a command that was refused and has no field to go back to: {id, sentence, text}. */
export function keepLeftOver(code, leftOver) {
  tab.set(`${LEFT_OVER}${code}:${leftOver.id}`, JSON.stringify(leftOver));
}

export const dropLeftOver = (code, id) => tab.remove(`${LEFT_OVER}${code}:${id}`);

export const leftOvers = (code) => tab.keys(`${LEFT_OVER}${code}:`).map((key) => JSON.parse(tab.get(key)));
