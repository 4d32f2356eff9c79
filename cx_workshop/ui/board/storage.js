// localStorage and sessionStorage that never throw: private windows and full disks fall back to memory.

class Kept {
  constructor(open) {
    this.memory = new Map();
    try {
      this.store = open();
    } catch {
      this.store = null;
    }
  }

  get(key) {
    if (this.memory.has(key)) return this.memory.get(key);
    try {
      return this.store?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  set(key, value) {
    this.memory.delete(key);
    try {
      this.store.setItem(key, value);
    } catch {
      this.memory.set(key, value);
    }
  }

  remove(key) {
    this.memory.delete(key);
    try {
      this.store?.removeItem(key);
    } catch {
      // nothing was stored there
    }
  }

  keys(prefix) {
    let stored = [];
    try {
      stored = Object.keys(this.store ?? {});
    } catch {
      // unreadable storage holds nothing for us
    }
    return [...new Set([...stored, ...this.memory.keys()])].filter((key) => key.startsWith(prefix)).sort();
  }
}

/** Shared by all tabs, survives closing them. */
export const device = new Kept(() => globalThis.localStorage);

/** This tab only, survives a reload. */
export const tab = new Kept(() => globalThis.sessionStorage);
