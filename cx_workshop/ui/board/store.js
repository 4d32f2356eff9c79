// What this browser knows of a workshop. Pure functions: apply() takes in what the server says,
// overlay() lays the commands it has not yet answered over that.

const gone = new Set(['removed', 'merged']);

/** The lane in which themes lie, which are cards themselves. */
export const THEMES = 'themes';

export const empty = () => ({
  seq: 0, // the last event taken in; hello sends it as `since`
  rosterSeq: 0, // seats, activities and workshop are known up to here
  you: null,
  workshop: null,
  seats: new Map(),
  here: new Set(),
  attendance: { seen: {}, activity: null, writers: 0, written: {} }, // told to facilitators only
  activities: new Map(),
  // activity id -> {seq, cards: Map, links: Map, grounds: Map of cards elsewhere, atHand: ids of grounds, hidden: how many
  // cards only their authors see, votes: Map, dots: Map of one's own, voted: vote id -> Set of seats}
  boards: new Map(),
});

export function apply(state, message) {
  switch (message.op) {
    case 'welcome': return welcomed(state, message);
    case 'board': return withBoard(state, message);
    case 'event': return happened(state, message);
    case 'attendance': return { ...state, attendance: message };
    case 'presence': return { ...state, here: new Set(message.seats) };
    default: return state;
  }
}

const byId = (rows = []) => new Map(rows.map((row) => [row.id, row]));

function welcomed(state, message) {
  // A server restored from a copy may know less than we do: then we start over as after a reset.
  const startOver = !state.seq || message.reset || message.seq < state.seq;
  return {
    ...state,
    seq: startOver ? message.seq : state.seq,
    rosterSeq: message.seq,
    you: message.you,
    workshop: message.workshop,
    seats: byId(message.seats),
    here: new Set(message.here),
    activities: byId(message.activities),
  };
}

function withBoard(state, { seq, activity, cards, links, grounds, at_hand: atHand = [], hidden = 0, votes, dots, voted = {} }) {
  const choosing = { hidden, votes: byId(votes), dots: byId(dots), voted: new Map(Object.entries(voted).map(([vote, seats]) => [vote, new Set(seats)])) };
  return {
    ...state,
    activities: seq >= state.rosterSeq ? patched(state.activities, [activity]) : state.activities,
    boards: new Map(state.boards).set(activity.id, { seq, cards: byId(cards), links: byId(links), grounds: byId(grounds), atHand, ...choosing }),
  };
}

function happened(state, event) {
  const { seq, data = {} } = event;
  const seen = { ...state, seq: Math.max(state.seq, seq), boards: patchedBoards(state.boards, event) };
  if (seq <= state.rosterSeq) return seen; // the welcome held it already
  seen.seats = patched(state.seats, data.seats);
  seen.activities = patched(state.activities, data.activities);
  if (data.workshop) seen.workshop = { ...state.workshop, ...data.workshop };
  const you = seen.seats.get(state.you?.id);
  if (you) seen.you = { ...state.you, name: you.name, role: you.role };
  return seen;
}

function patched(rows, patches) {
  if (!patches?.length) return rows;
  const next = new Map(rows);
  for (const patch of patches) next.set(patch.id, { ...next.get(patch.id), ...patch });
  return next;
}

function patchedBoards(boards, event) {
  return new Map([...boards].map(([id, board]) => [id, event.seq > board.seq ? happenedOn(id, board, event) : board]));
}

function happenedOn(id, board, event) {
  const { activity, data: { cards, links } = {} } = event;
  const next = cards?.length || links?.length ? patchedBoard(id, board, activity, cards, links) : board;
  return chosenOn(id, next, event);
}

const castings = new Set(['dot_cast', 'concern_marked', 'question_answered']);

/** The board with what an event tells of hidden cards, of votes, of one's own dots and of who has voted. */
function chosenOn(id, board, { activity, kind, seat, data = {} }) {
  const changes = {};
  if (data.activities?.some((one) => one.id === id && one.hidden === false)) changes.hidden = 0;
  if (data.hidden != null && activity === id) changes.hidden = data.hidden;
  const votes = data.votes?.filter((vote) => vote.activity === id || board.votes.has(vote.id)) ?? [];
  if (votes.length) changes.votes = patched(board.votes, votes);
  const dots = data.dots?.filter((dot) => board.votes.has(dot.vote) || board.dots.has(dot.id)) ?? [];
  if (dots.length) changes.dots = new Map([...patched(board.dots, dots)].filter(([, dot]) => !dot.taken_back_at));
  const open = activity === id && seat && castings.has(kind) && openVote(board);
  if (open) changes.voted = new Map(board.voted).set(open.id, new Set([...(board.voted.get(open.id) ?? []), seat]));
  return Object.keys(changes).length ? { ...board, ...changes } : board;
}

/** The vote or question that is open on a board, or undefined. */
export const openVote = (board) => [...(board?.votes.values() ?? [])].find((vote) => !vote.closed_at);

function patchedBoard(id, board, activity, cards = [], links = []) {
  const next = { ...board, cards: new Map(board.cards), links: new Map(board.links) };
  for (const patch of cards) {
    const card = { ...next.cards.get(patch.id), ...patch };
    const here = (card.activity ?? activity) === id && 'lane' in card && 'text' in card;
    if (here && !gone.has(card.status)) next.cards.set(card.id, card);
    else next.cards.delete(patch.id);
  }
  for (const patch of links) {
    const link = { ...next.links.get(patch.id), ...patch };
    if (link.removed_at) next.links.delete(link.id);
    else if (next.cards.has(link.card)) next.links.set(link.id, link);
  }
  return next;
}

export const openActivity = (state) => [...state.activities.values()].find((activity) => activity.status === 'open') ?? null;

/** The cards of a board as the person should see them now. A card touched by an unanswered command has `waiting`. */
export function overlay(state, activity, commands) {
  const cards = new Map(state.boards.get(activity)?.cards);
  for (const { verb, args, answered } of commands) {
    const id = effects[verb]?.(cards, args, activity, state.you, state.activities.get(activity));
    if (id && cards.has(id) && answered == null) cards.set(id, { ...cards.get(id), waiting: true });
  }
  return cards;
}

/** Card id -> the ids of the cards it rests on, as the person should see it now. */
export function groundsOf(state, activity, commands) {
  const found = new Map();
  const grounds = (card) => found.get(card) ?? found.set(card, new Set()).get(card);
  for (const { card, rests_on: ground } of state.boards.get(activity)?.links.values() ?? []) grounds(card).add(ground);
  for (const { verb, args } of commands) {
    if (verb === 'link_cards') grounds(args.card).add(args.rests_on);
    if (verb === 'unlink_cards') grounds(args.card).delete(args.rests_on);
    if (verb === 'add_card' && args.made_from) grounds(args.card).add(args.made_from);
  }
  return found;
}

// Each says what a verb will probably change, and which card it touched. What the server has already done stays as it is.
const effects = {
  add_card(cards, { activity, card, lane, text, row = '', sheet = '', fields = {}, on_behalf_of: behalf }, shown, you, { hidden = false } = {}) {
    if (activity !== shown || cards.has(card)) return null;
    const place = { lane, row, sheet, theme: null, x: null, y: null, position: endOf(cards) };
    cards.set(card, { id: card, activity, seat: behalf ?? you.id, ...place, text: text.trim(), status: 'open', fields, hidden: hidden && lane !== THEMES });
    return card;
  },
  edit_card: (cards, { card, text }) => change(cards, card, { text: text.trim() }),
  fill_card(cards, { card, fields: { text, ...fields } }) {
    const now = cards.get(card);
    if (!now) return null;
    const kept = Object.entries({ ...now.fields, ...fields }).filter(([, value]) => value != null && value !== '');
    return change(cards, card, { text: text?.trim() ?? now.text, fields: Object.fromEntries(kept) });
  },
  move_card(cards, { card, lane, before, row, sheet }) {
    const now = cards.get(card);
    if (!now) return null;
    const place = { lane, row: row ?? now.row, sheet: sheet ?? now.sheet };
    return change(cards, card, { ...place, position: placeBefore(cards, { ...now, ...place }, before) });
  },
  place_card: (cards, { card, x, y = null }) => change(cards, card, { x, y }),
  put_in_theme(cards, { card, theme, before }) {
    const now = cards.get(card);
    return now ? change(cards, card, { theme, position: placeBefore(cards, { ...now, theme }, before) }) : null;
  },
  take_out_of_theme: (cards, { card }) => change(cards, card, { theme: null }),
  keep_card: (cards, { card }) => change(cards, card, { status: 'kept' }),
  park_card: (cards, { card }) => change(cards, card, { status: 'parked' }),
  reopen_card: (cards, { card }) => change(cards, card, { status: 'open' }),
  remove_card(cards, { card }) {
    for (const one of cards.values()) if (one.theme === card) change(cards, one.id, { theme: null });
    cards.delete(card);
    return null;
  },
  merge_cards(cards, { card, into }) {
    const [merged, kept] = [cards.get(card), cards.get(into)];
    if (!merged || !kept) return null;
    const inside = [...cards.values()].filter((one) => one.theme === card).sort(inOrder);
    for (const one of inside) change(cards, one.id, { theme: into, position: endOf(cards) });
    if (merged.lane !== THEMES) change(cards, into, { text: `${kept.text}\n${merged.text}` });
    cards.delete(card);
    return into;
  },
};

function change(cards, id, columns) {
  if (!cards.has(id)) return null;
  cards.set(id, { ...cards.get(id), ...columns });
  return id;
}

export const inOrder = (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1);

const endOf = (cards) => Math.max(0, ...[...cards.values()].map((card) => card.position)) + 1;

const same = (a, b) => (a.theme ? a.theme === b.theme : ['lane', 'row', 'sheet'].every((key) => (a[key] ?? '') === (b[key] ?? '')));

function placeBefore(cards, moved, before) {
  const others = [...cards.values()].filter((card) => card.id !== moved.id && same(moved, card)).sort(inOrder);
  const index = others.findIndex((card) => card.id === before);
  if (index < 0) return (others.at(-1)?.position ?? 0) + 1;
  return ((others[index - 1]?.position ?? others[index].position - 2) + others[index].position) / 2;
}

/** Place id -> {lying, parked}, each from top to bottom. `placeOf(card)` names a card's place, null where this board does not
 *  show it; a place that the board does not know is kept, not hidden. */
export function sorted(cards, placeIds, placeOf = (card) => card.lane) {
  const places = new Map(placeIds.map((id) => [id, { lying: [], parked: [] }]));
  for (const card of [...cards.values()].sort(inOrder)) {
    const place = placeOf(card);
    if (place == null) continue;
    if (!places.has(place)) places.set(place, { lying: [], parked: [] });
    places.get(place)[card.status === 'parked' ? 'parked' : 'lying'].push(card);
  }
  return places;
}
