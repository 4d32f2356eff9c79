// What a facilitator can press while the workshop runs, and which of it usually comes next. Pure: the row draws what is said here.

import { timerNow } from './clock.js';
import { openActivity, openVote } from './store.js';
import { counted } from './words.js';

const MINUTE = 60; // seconds

/** Key -> the controls that it presses; of these only one is there at a time. */
export const SHORTCUTS = {
  n: ['next'], r: ['reveal', 'write_openly'], t: ['start_timer', 'pause_timer', 'go_on_timer'], l: ['lock', 'unlock'], v: ['vote'],
};

/** The activity that comes next: the first planned one behind the last that was opened; null where there is none. */
export function nextActivity(state) {
  const agenda = [...state.activities.values()].filter(({ status }) => status !== 'dropped').sort((a, b) => a.position - b.position);
  const last = agenda.findLastIndex(({ status }) => status !== 'planned');
  return agenda.slice(last + 1).find(({ status }) => status === 'planned') ?? null;
}

/** In how many ms a running timer changes what can be pressed; null where none does. */
export function nextChange(timer, now) {
  if (timerNow(timer, now).phase !== 'running') return null;
  const left = Date.parse(timer.ends_at) - now;
  return left > MINUTE * 1000 ? left - MINUTE * 1000 : left;
}

/** How many have voted, and of how many: who takes part, and whoever else has voted. */
export function turnout(state, board, vote) {
  const voted = board?.voted.get(vote.id) ?? new Set();
  const asked = [...state.seats.values()].filter(({ id, role }) => role === 'participant' || voted.has(id));
  return { n: voted.size, of: asked.length };
}

/** The controls from left to right: [{id, label, icon, verb, args, rank}], rank 0 for what must stay in sight; one is primary.
 *  `shown` is the activity that this facilitator looks at, `name(activity)` what people call one. */
export function controls({ state, board, shown, now, say, name }) {
  const { workshop, you } = state;
  if (you?.role !== 'facilitator' || workshop?.status !== 'open') return [];
  const open = openActivity(state);
  const next = nextActivity(state);
  const vote = openVote(board);
  const all = [
    ...(open ? timing(open, timerNow(workshop.timer, now), say) : []),
    ...(open && !workshop.solo ? writing(open, board, say) : []),
    ...(open && !workshop.solo ? [voting(state, board, vote, { open, say }), calling(state, shown ?? open.id, say)] : []),
    open && { id: 'close', label: say('close_activity', { name: name(open) }), verb: 'close_activity', args: { activity: open.id }, rank: 6 },
    next && {
      id: 'next', icon: 'play_arrow', label: say(open ? 'next' : 'open_first', { name: name(next) }), verb: 'open_activity',
      args: { activity: next.id, ...(open && { after: open.id }) }, rank: 7,
    },
  ].filter(Boolean);
  const primary = ['close_vote', 'reveal', 'next', 'close'].find((id) => all.some((one) => one.id === id));
  return all.map((one) => (one.id === primary ? { ...one, primary: true, rank: 0 } : one));
}

function timing({ minutes }, { phase, left }, say) {
  const button = (id, verb, args = {}, more = {}) => ({ id, label: say(id), verb, args, rank: 8, ...more });
  const start = button('start_timer', 'start_timer', { seconds: minutes * MINUTE }, { label: say('start_timer', { n: minutes }), icon: 'timer', rank: 1 });
  const plus = button('plus', 'change_timer', { by: MINUTE });
  const minus = left > MINUTE ? [button('minus', 'change_timer', { by: -MINUTE })] : [];
  const stop = button('stop_timer', 'stop_timer', {}, { icon: 'stop' });
  return {
    none: [start],
    running: [button('pause_timer', 'pause_timer', {}, { icon: 'pause', rank: 1 }), plus, ...minus, stop],
    paused: [button('go_on_timer', 'start_timer', {}, { icon: 'timer', rank: 1 }), plus, ...minus, stop],
    over: [start, plus, stop],
  }[phase];
}

function writing(open, board, say) {
  const args = { activity: open.id };
  const hidden = board?.hidden ?? 0;
  const privately = hidden
    ? [{ id: 'reveal', icon: 'visibility', label: counted(say, 'reveal', hidden), verb: 'reveal_cards', args, rank: 1 },
      ...(hidden > 1 ? [{ id: 'reveal_next', label: say('reveal_next'), verb: 'reveal_cards', args: { ...args, count: 1 }, rank: 6 }] : [])]
    : open.hidden
      ? [{ id: 'write_openly', icon: 'visibility', label: say('write_openly'), verb: 'reveal_cards', args, rank: 5 }]
      : [{ id: 'write_privately', icon: 'visibility_off', label: say('write_privately'), verb: 'hide_cards', args, rank: 5 }];
  const names = open.anonymous ? 'show_names' : 'hide_names';
  const lock = open.locked ? 'unlock' : 'lock';
  return [
    ...privately,
    { id: names, label: say(names), verb: names, args, rank: 9 },
    { id: lock, icon: open.locked ? 'lock_open' : 'lock', label: say(lock), verb: `${lock}_board`, args, rank: 3 },
  ];
}

function voting(state, board, vote, { open, say }) {
  if (vote) return { id: 'close_vote', icon: 'how_to_vote', label: say('end_vote', turnout(state, board, vote)), verb: 'close_vote', args: { vote: vote.id }, rank: 1 };
  return { id: 'vote', icon: 'how_to_vote', label: say('vote_now'), args: { activity: open.id }, rank: 2 };
}

function calling(state, shown, say) {
  if (!['open', 'closed'].includes(state.activities.get(shown)?.status)) return null;
  return { id: 'call', icon: 'campaign', label: say('call_everyone'), verb: 'call_everyone', args: { activity: shown }, rank: 4 };
}
