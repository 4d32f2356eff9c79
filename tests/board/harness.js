// Stands in for node:test and node:assert, so that the same tests run in the browser that the modules are written for.

const tests = [], before = [], after = [];
const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** Maps and sets as arrays, undefined as a word: what JSON would drop still counts. */
function plain(value) {
  if (value === undefined) return 'undefined';
  if (value instanceof Map || value instanceof Set) return [value.constructor.name, [...value].map(plain)];
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') return Object.fromEntries(Object.keys(value).sort().map((key) => [key, plain(value[key])]));
  return value;
}

function insist(holds, actual, expected) {
  if (!holds) throw new Error(`expected ${JSON.stringify(plain(expected))}, not ${JSON.stringify(plain(actual))}`);
}

export default {
  equal: (actual, expected) => insist(Object.is(actual, expected), actual, expected),
  deepEqual: (actual, expected) => insist(same(actual, expected), actual, expected),
};

export const test = (name, run) => tests.push({ name, run });
export const beforeEach = (run) => before.push(run);
export const afterEach = (run) => after.push(run);

class Timers {
  enable() {
    this.real = globalThis.setTimeout;
    this.waiting = [];
    this.now = 0;
    this.realClear = globalThis.clearTimeout;
    globalThis.setTimeout = (call, pause = 0) => this.waiting.push({ call, due: this.now + pause });
    globalThis.clearTimeout = (number) => { if (number) this.waiting[number - 1] = { call() {}, due: Infinity }; };
  }

  tick(passed) {
    this.now += passed;
    for (const timer of this.waiting.filter(({ due }) => due <= this.now)) {
      timer.due = Infinity;
      timer.call();
    }
  }

  reset() {
    globalThis.setTimeout = this.real;
    globalThis.clearTimeout = this.realClear;
  }
}

export const mock = { timers: new Timers() };

/** Runs what has been registered: [{name, error}], error null where all is well. */
export async function run() {
  const results = [];
  for (const { name, run } of tests) {
    let error = null;
    try {
      before.forEach((each) => each());
      await run();
    } catch (failure) {
      error = String(failure.stack ?? failure);
    } finally {
      after.forEach((each) => each());
    }
    results.push({ name, error });
  }
  return results;
}
