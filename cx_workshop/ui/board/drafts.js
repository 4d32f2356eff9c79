// Half-typed text, kept per tab so that a reload, a page switch or the next activity doesn't lose it.

import { tab } from './storage.js';

const PREFIX = 'cx-draft:';
const LEFT_OVER = 'cx-left-over:';

export const draftKey = (activity, lane) => `${PREFIX}${activity}:${lane}`;
export const editKey = (card) => `${PREFIX}card:${card}`;

export const draft = (key) => tab.get(key) ?? '';

export function keepDraft(key, text) {
  if (text) tab.set(key, text);
  else tab.remove(key);
}

/** The cards whose edit a reload interrupted. */
export const editedCards = () => tab.keys(editKey('')).map((key) => key.slice(editKey('').length));

/** Text of a command that was refused and has no field to go back to: {id, sentence, text}. */
export function keepLeftOver(code, leftOver) {
  tab.set(`${LEFT_OVER}${code}:${leftOver.id}`, JSON.stringify(leftOver));
}

export const dropLeftOver = (code, id) => tab.remove(`${LEFT_OVER}${code}:${id}`);

export const leftOvers = (code) => tab.keys(`${LEFT_OVER}${code}:`).map((key) => JSON.parse(tab.get(key)));
