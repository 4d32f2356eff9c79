// A vote as one person sees it: what there is to choose from, what they have given, and how it ended. Pure functions.

import { inOrder, openVote } from './store.js';

/** The cards one can vote on: what everybody sees on the board and nobody has parked. */
export const candidates = (cards) => [...(cards?.values() ?? [])]
  .filter((card) => !card.hidden && (card.status === 'open' || card.status === 'kept'));

/** The vote that is open on a board, other than a question; undefined where none is. */
export function votingOn(board) {
  const vote = openVote(board);
  return vote?.kind === 'yes_no' ? undefined : vote;
}

/** The marks of a seat in a vote, in the order they were given, with what its unanswered commands will change. */
export function marksOf(board, vote, seat, commands = []) {
  const marks = new Map([...(board?.dots ?? [])].filter(([, dot]) => dot.vote === vote.id && dot.seat === seat));
  const give = (kind, { dot, card }) => marks.has(dot) || marks.set(dot, { id: dot, vote: vote.id, card, seat, kind, waiting: true });
  for (const { verb, args } of commands) {
    if (verb === 'cast_dot' && args.vote === vote.id) give('dot', args);
    if (verb === 'mark_concern' && args.vote === vote.id) give('concern', args);
    if (verb === 'take_back_dot') marks.delete(args.dot);
    if (verb === 'answer_question' && args.vote === vote.id) (marks.clear(), give(args.yes ? 'yes' : 'no', args));
  }
  return [...marks.values()];
}

/** How many dots are left to give. */
export const dotsLeft = (vote, marks) => vote.dots - marks.filter(({ kind }) => kind === 'dot').length;

/** The marks on one card: {dots, concern}. */
export function marksOn(card, marks) {
  const here = marks.filter((mark) => mark.card === card);
  return { dots: here.filter(({ kind }) => kind === 'dot'), concern: here.find(({ kind }) => kind === 'concern') };
}

/** The votes that have ended on a board, the latest first; questions are none of them. */
export const endedVotes = (board) => [...(board?.votes.values() ?? [])].filter(({ kind, closed_at: closed }) => closed && kind !== 'yes_no')
  .sort((a, b) => (a.closed_at < b.closed_at ? 1 : -1));

/** How a vote ended: [{card, dots, concerns, place}], most dots first; of equals the one with fewer concerns stands first, and
 *  whoever has as many dots shares the place. Cards that have left the board since are left out. */
export function standings(vote, cards) {
  const found = Object.entries(vote.totals).filter(([id]) => cards.has(id))
    .map(([id, { dot: dots = 0, concern: concerns = 0 }]) => ({ card: cards.get(id), dots, concerns }))
    .sort((a, b) => b.dots - a.dots || a.concerns - b.concerns || inOrder(a.card, b.card));
  return found.map((one) => ({ ...one, place: 1 + found.findIndex(({ dots }) => dots === one.dots) }));
}
