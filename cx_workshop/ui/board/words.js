// Every sentence comes translated from Python; here a key becomes that sentence.

/** speaker(words) -> say('waiting', {n: 2}); a missing key shows as itself, so that nobody overlooks it. */
export const speaker = (words) => (key, values = {}) =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);

/** The key's form for one or for many: 'cards' -> 'cards_one' or 'cards_many'. */
export const counted = (say, key, n, values = {}) => say(`${key}_${n === 1 ? 'one' : 'many'}`, { n, ...values });
