// Fields that point to a sheet of another board, such as a persona's to its journey: which sheets there are, and the way to one.

import { shapeOf } from './places.js';
import { tab } from './storage.js';

/** The method with such fields knowing their `sheets`: [{value, name, href, turn()}], as they are whenever one asks. */
export function withSheets(method, board) {
  const fields = method.fields?.map((field) => (field.kind === 'sheet'
    ? Object.defineProperty({ ...field }, 'sheets', { get: () => sheetsOf(field, board) }) : field));
  return { ...method, ...(fields && { fields }) };
}

/** The sheet that a value stands for; undefined where there is no such sheet any more. */
export const sheetOf = (field, value) => field.sheets?.find((sheet) => sheet.value === value);

/** Where whoever opens this board begins: the sheet they looked at last. */
export const sheetKey = (activity) => `cx-sheet:${activity}`;

function sheetsOf({ of }, { live, data, say }) {
  const boards = [...live.state.activities.values()].filter(({ method }) => method === of).sort((a, b) => a.position - b.position);
  return boards.flatMap(({ id, step, round, shape }) => shapeOf(data.methods[of], shape).sheets.map((sheet) => ({
    value: `${id}/${sheet.id}`,
    name: boards.length > 1 && round > 1 ? `${sheet.name} · ${say('round', { n: round })}` : sheet.name,
    href: `/${step}?${new URLSearchParams({ code: data.code, activity: id })}`,
    turn: () => tab.set(sheetKey(id), sheet.id),
  })));
}
