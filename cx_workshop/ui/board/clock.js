// The workshop's timer, read by the server's clock. Pure.

/** A timer as 'none', 'running', 'paused' or 'over', with the whole seconds that are left. */
export function timerNow(timer, now) {
  if (timer?.left != null) return { phase: 'paused', left: timer.left };
  if (!timer?.ends_at) return { phase: 'none', left: 0 };
  const left = Math.ceil((Date.parse(timer.ends_at) - now) / 1000);
  return left > 0 ? { phase: 'running', left } : { phase: 'over', left: 0 };
}

/** 402 -> '06:42'. */
export const inMinutes = (seconds) => [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Which part of the end this is: 'minute', 'seconds', or null as long as there is time. */
export const lastOf = ({ phase, left }) => (phase === 'none' || left > 60 ? null : left > 10 ? 'minute' : 'seconds');
