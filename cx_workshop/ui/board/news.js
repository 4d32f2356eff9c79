// Which events deserve a glow or a spoken sentence: what others do on the board that is being looked at.

import { short } from './card.js';
import { titleOf } from './fields.js';
import { counted } from './words.js';

const spoken = new Set(['card_added', 'card_kept', 'card_parked', 'card_filled']);

/** The ids of cards that somebody else just put on a board, or that have just been revealed; of a hidden one nothing is told but the number. */
export const glowing = ({ kind, seat, data }, you) =>
  (kind === 'cards_revealed' || (kind === 'card_added' && seat !== you?.id) ? data.cards ?? [] : []).map((card) => card.id);

/** The sentence for one event, or null. */
export function news({ message: { kind, seat, activity, data }, before, board }) {
  const { live, say, lanes, you } = board;
  if (activity && activity !== board.activity) return null;
  const [changed] = data?.activities ?? [];
  const was = changed && before.activities.get(changed.id);
  if (was && 'locked' in changed && changed.locked !== was.locked) return say(changed.locked ? 'news_locked' : 'news_unlocked');
  if (was?.status === 'open' && changed.status === 'closed') return say('news_closed');
  if (kind === 'cards_revealed') return counted(say, 'news_revealed', data.cards?.length ?? 0);
  if (kind === 'vote_opened' || kind === 'vote_closed') return say(`news_${kind}`);
  if (seat === you.id || !spoken.has(kind) || !lanes) return null;
  const [patch] = data?.cards ?? [];
  const card = live.state.boards.get(activity)?.cards.get(patch?.id);
  if (!card) return null;
  const name = live.state.seats.get(seat)?.name ?? say('someone');
  return say(`news_${kind}`, { name, lane: lanes.nameOf(card), text: short(titleOf(card, say)) });
}
