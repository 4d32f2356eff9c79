// What this browser knows of a workshop. Pure functions: apply() takes in what the server says,
// overlay() lays the commands it has not yet answered over that.

const gone = new Set(['removed', 'merged']);

export const empty = () => ({
  seq: 0, // the last event taken in; hello sends it as `since`
  rosterSeq: 0, // seats, activities and workshop are known up to here
  you: null,
  workshop: null,
  seats: new Map(),
  here: new Set(),
  activities: new Map(),
  boards: new Map(), // activity id -> {seq, cards: Map}
});

export function apply(state, message) {
  switch (message.op) {
    case 'welcome': return welcomed(state, message);
    case 'board': return withBoard(state, message);
    case 'event': return happened(state, message);
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

function withBoard(state, { seq, activity, cards }) {
  return {
    ...state,
    activities: seq >= state.rosterSeq ? patched(state.activities, [activity]) : state.activities,
    boards: new Map(state.boards).set(activity.id, { seq, cards: byId(cards) }),
  };
}

function happened(state, { seq, activity, data = {} }) {
  const seen = { ...state, seq: Math.max(state.seq, seq), boards: patchedBoards(state.boards, seq, activity, data.cards) };
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

function patchedBoards(boards, seq, activity, patches) {
  if (!patches?.length) return boards;
  return new Map([...boards].map(([id, board]) => [id, seq > board.seq ? patchedBoard(id, board, activity, patches) : board]));
}

function patchedBoard(id, board, activity, patches) {
  const cards = new Map(board.cards);
  for (const patch of patches) {
    const card = { ...cards.get(patch.id), ...patch };
    const here = (card.activity ?? activity) === id && 'lane' in card && 'text' in card;
    if (here && !gone.has(card.status)) cards.set(card.id, card);
    else cards.delete(patch.id);
  }
  return { ...board, cards };
}

export const openActivity = (state) => [...state.activities.values()].find((activity) => activity.status === 'open') ?? null;

/** The cards of a board as the person should see them now. A card touched by an unanswered command has `waiting`. */
export function overlay(state, activity, commands) {
  const cards = new Map(state.boards.get(activity)?.cards);
  for (const { verb, args, answered } of commands) {
    const id = effects[verb]?.(cards, args, activity, state.you);
    if (id && cards.has(id) && answered == null) cards.set(id, { ...cards.get(id), waiting: true });
  }
  return cards;
}

// Each says what a verb will probably change, and which card it touched. What the server has already done stays as it is.
const effects = {
  add_card(cards, { activity, card, lane, text }, shown, you) {
    if (activity !== shown || cards.has(card)) return null;
    cards.set(card, { id: card, activity, seat: you.id, lane, text: text.trim(), status: 'open', fields: {}, position: endOf(cards, lane) });
    return card;
  },
  edit_card: (cards, { card, text }) => change(cards, card, { text: text.trim() }),
  move_card(cards, { card, lane, before }) {
    return change(cards, card, { lane, position: placeBefore(cards, card, lane, before) });
  },
  keep_card: (cards, { card }) => change(cards, card, { status: 'kept' }),
  park_card: (cards, { card }) => change(cards, card, { status: 'parked' }),
  reopen_card: (cards, { card }) => change(cards, card, { status: 'open' }),
  remove_card(cards, { card }) {
    cards.delete(card);
    return null;
  },
};

function change(cards, id, columns) {
  if (!cards.has(id)) return null;
  cards.set(id, { ...cards.get(id), ...columns });
  return id;
}

const endOf = (cards, lane) => Math.max(0, ...inLane(cards, lane).map((card) => card.position)) + 1;

function placeBefore(cards, moved, lane, before) {
  const others = inLane(cards, lane).filter((card) => card.id !== moved);
  const index = others.findIndex((card) => card.id === before);
  if (index < 0) return (others.at(-1)?.position ?? 0) + 1;
  return ((others[index - 1]?.position ?? others[index].position - 2) + others[index].position) / 2;
}

/** The cards of one lane from top to bottom. */
export const inLane = (cards, lane) =>
  [...cards.values()].filter((card) => card.lane === lane).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** Lane id -> {lying, parked}, each from top to bottom; a lane that the method doesn't name is kept, not hidden. */
export function sorted(cards, laneIds) {
  const lanes = new Map(laneIds.map((id) => [id, { lying: [], parked: [] }]));
  for (const card of [...cards.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))) {
    if (!lanes.has(card.lane)) lanes.set(card.lane, { lying: [], parked: [] });
    lanes.get(card.lane)[card.status === 'parked' ? 'parked' : 'lying'].push(card);
  }
  return lanes;
}
