// How long a card's text may be. The server decides; telling people while they write spares them a refusal, and a text too
// long for one message would never be answered at all.

import { counted } from './words.js';

const LIMIT = 10_000; // characters, counted as the server counts: an emoji is one
const NEAR = 500;

const left = (text) => (text.length < LIMIT - NEAR ? LIMIT : LIMIT - [...text.trim()].length);

export const isTooLong = (text) => left(text) < 0;

/** What to say about the length: nothing until the limit is near. */
export function lengthNote(text, say) {
  const n = left(text);
  if (n < 0) return say('too_long', { n: -n });
  return n < NEAR ? counted(say, 'left', n) : '';
}
