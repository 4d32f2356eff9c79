// The facilitator sends everybody into their teams, or back to the whole room: the browser goes to the address that knows its seat.

import { device } from './storage.js';

const FRESH = 10 * 60_000; // ms for which a call still reaches a phone that slept through it

export class Elsewhere {
  constructor(live) {
    this.live = live;
    this.key = `cx-called:${live.code}`;
  }

  /** To be told of every change; leaves the page at most once for each call. */
  heard({ type, message }) {
    if (type !== 'message' || !['event', 'welcome'].includes(message.op)) return;
    const { called, code } = this.live.state.workshop ?? {};
    const { you } = this.live.state;
    if (!called?.to || !you || device.get(this.key) === called.at) return;
    const age = this.live.now() - Date.parse(called.at);
    device.set(this.key, called.at);
    if (age > FRESH || (called.to === 'teams' && you.role === 'facilitator')) return; // who leads stays, and sees all teams
    location.assign(`/${called.to}/${code}`);
  }
}
