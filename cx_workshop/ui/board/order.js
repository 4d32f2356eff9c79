// Putting columns, rows, sheets and themes into another order, by their menus.

/** The items that put one of `parts` ([{id, name}]) a place back or on; at the edge there is only one of them.
 *  `move(before)` puts it before another (its id) or at the end; `tell(sentence)` speaks. */
export function orderItems({ parts, id, say, move, tell, words = ['part_earlier', 'part_later'] }) {
  const at = parts.findIndex((part) => part.id === id);
  const item = (name, label, to, before) => parts[to] && {
    name, label: say(label),
    act: () => {
      move(before?.id ?? null);
      tell(say('did_move_part', { name: parts[at].name, place: to + 1, n: parts.length }));
    },
  };
  return [item('earlier', words[0], at - 1, parts[at - 1]), item('later', words[1], at + 1, parts[at + 2])].filter(Boolean);
}
