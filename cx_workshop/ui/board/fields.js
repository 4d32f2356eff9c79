// What a card has besides its text: which fields, what counts as filled in, and how a value reads. The server decides what is
// kept (verbs/fields.py); values are brought into the same form here, so that what was sent equals what comes back.

import { sheetOf } from './sheet_field.js';

export const TEXT = 'text'; // how fill_card names a card's text, beside the ids of its fields

const LONGEST_LINE = 300;
const LONGEST_TEXT = 10_000;
const LONGEST_LIST = 50;
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** The fields of a method that a card of this lane and row has; and the photo of paper, where it holds one. */
export function fieldsOf(method, { lane, row = '', fields = {} }) {
  const asked = (method.fields ?? []).filter(({ lanes = [], rows = [] }) => (!lanes.length || lanes.includes(lane)) && (!rows.length || rows.includes(row)));
  const { photo } = method;
  return photo && fields[photo.id] && !asked.some(({ id }) => id === photo.id) ? [...asked, photo] : asked;
}

/** Whether this board's cards are sheets of fields, shown whole. */
export const isForm = (method) => method.layout === 'form';

/** The field by which a card's text is asked and read. */
export const textField = (method, say) => ({ id: TEXT, kind: 'text', name: method.title || say('text'), hint: '' });

/** What stands on a card, its text among it. */
export const valuesOf = (card) => ({ ...card.fields, [TEXT]: card.text });

export const isFilled = (value) => value != null && value !== '' && !(Array.isArray(value) && !value.length);

/** Once its result is in, the rest of a card stays as it was written. */
export const isFrozen = (method, card) => Boolean(method.freezes_on && isFilled(card.fields?.[method.freezes_on]));

const plain = (value) => (!isFilled(value) ? null : value.image ? [value.image, value.alt ?? ''] : value);

export const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

const cleaned = (text) => String(text).replaceAll('\r\n', '\n').replace(CONTROL, '').trim();

const inform = {
  line: (text) => cleaned(text).split(/\s+/).join(' '),
  list: (lines) => lines.map(cleaned).filter(Boolean),
  link: (address) => withScheme(cleaned(address)),
  image: (value) => value && { image: value.image, alt: cleaned(value.alt ?? '') },
};

/** A value in the form in which the server keeps it; null where there is none. */
export function normal({ kind, id }, value) {
  if (value == null) return null;
  const kept = inform[kind]?.(value) ?? (typeof value === 'string' ? cleaned(value) : value);
  return isFilled(kept) || id === TEXT ? kept : null;
}

const withScheme = (address) => (address && !/^[a-z][a-z0-9+.-]*:/i.test(address) ? `https://${address}` : address);

/** Why the server would not take a value: [key, values] of a sentence, or null. */
export function problem({ kind, min, max, id }, value) {
  if (!isFilled(value)) return null;
  if (kind === 'list') return listProblem(value);
  if (kind === 'link') return isAddress(value) ? null : ['bad_link'];
  if (kind === 'number' && !(Number.isInteger(value) && value >= min && value <= max)) return ['from_to', { min, max }];
  const over = kind === 'line' ? [...value].length - LONGEST_LINE : kind === 'text' || id === TEXT ? [...value].length - LONGEST_TEXT : 0;
  return over > 0 ? ['too_long', { n: over }] : null;
}

function listProblem(lines) {
  if (lines.length > LONGEST_LIST) return ['too_many_lines', { n: LONGEST_LIST }];
  const over = Math.max(...lines.map((line) => [...line].length)) - LONGEST_LINE;
  return over > 0 ? ['line_too_long', { n: over }] : null;
}

/** Whether this can be a link: anything else stays text. */
export function isAddress(text) {
  try {
    const { protocol, hostname } = new URL(text);
    return ['http:', 'https:'].includes(protocol) && Boolean(hostname) && text.length <= 2000 && !/\s/.test(text);
  } catch {
    return false;
  }
}

/** A value as one line of text. */
export function reading(field, value, language) {
  switch (field.kind) {
    case 'choice': return field.options[value] ?? String(value);
    case 'list': return value.join('; ');
    case 'scale': return signed(field, value);
    case 'date': return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00Z`));
    case 'image': return value.alt ?? '';
    case 'sheet': return sheetOf(field, value)?.name ?? '';
    default: return String(value);
  }
}

/** A step of a scale; where some are below zero, with its sign. */
export const signed = ({ min }, number) => (min < 0 && number > 0 ? `+${number}` : String(number).replace('-', '−'));

/** How far a card is filled in: {n, all}. */
export function progress(fields, card) {
  return { n: fields.filter(({ id }) => isFilled(card.fields?.[id])).length, all: fields.length };
}

/** What a card is called where there is little room: its text, or what its picture shows. */
export const titleOf = (card, say) =>
  card.text || Object.values(card.fields ?? {}).find((value) => value?.alt)?.alt || say('untitled_card');

/** All that was written in {text, fields}, to be read and copied where it has no field any more. */
export function written({ text, fields = {} }, method = {}) {
  const names = new Map([...(method.photo ? [method.photo] : []), ...(method.fields ?? [])].map((field) => [field.id, field]));
  const { [TEXT]: title = text, ...rest } = fields;
  const lines = Object.entries(rest).filter(([, value]) => isFilled(value)).map(([id, value]) => {
    const field = names.get(id);
    const says = field ? reading(field, value) : value.alt ?? (Array.isArray(value) ? value.join('; ') : value);
    return field ? `${field.name}: ${says}` : String(says);
  });
  return [title, ...lines].filter(Boolean).join('\n');
}
