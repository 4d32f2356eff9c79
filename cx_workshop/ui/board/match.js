// Which entries of the library a person is looking for. Pure functions.

/** Case and accents make no difference, nor does ß. */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** An entry with what it is searched by; `group`, `mode`, `minutes` and `people` [from, to] are what it is filtered by. */
export const searchable = (entry) => ({ ...entry, text: fold([entry.name, entry.lead, entry.why].join(' ')) });

export const everything = { query: '', group: '', mode: '', minutes: 0, people: 0, alone: false };

/** Every word typed occurs, and every filter that is set fits. What has no time or people of its own fits none of those. */
export function matches(entry, { query, group, mode, minutes, people, alone }) {
  const [from, to] = entry.people ?? [Infinity, 0];
  return fold(query).split(/\s+/).every((word) => entry.text.includes(word))
    && (!group || entry.group === group)
    && (!mode || entry.mode === mode)
    && (!minutes || entry.minutes <= minutes)
    && (!people || (from <= people && people <= to))
    && (!alone || from === 1);
}
