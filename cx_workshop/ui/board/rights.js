// What a seat may do, for showing only what can be done. The server decides; this spares people a refusal.

/** Why nobody here can write on this activity: a key of the words, or null if they can. */
export function hindrance({ workshop, activity, you, readonly, refused, voting }) {
  if (refused) return 'status_refused';
  if (workshop?.status === 'closed') return 'status_workshop_closed';
  if (activity?.status === 'planned') return 'status_planned';
  if (activity?.status === 'closed') return 'status_closed';
  if (you?.role === 'observer') return 'status_observer';
  if (activity?.locked && you?.role !== 'facilitator') return 'status_locked';
  if (voting && you?.role !== 'facilitator') return 'status_voting';
  if (readonly) return 'status_readonly';
  return null;
}

/** The acts this seat may do on this card, given that the board can be written on; `team`: everybody may change every card. */
export function allowed(card, you, { team = false } = {}) {
  const own = team || card.seat === you.id || you.role === 'facilitator';
  const acts = ['move'];
  acts.push(...(card.status === 'open' ? ['keep', 'park'] : card.status === 'kept' ? ['reopen', 'park'] : ['reopen', 'keep']));
  if (own) acts.push('edit', 'remove');
  return new Set(acts);
}
