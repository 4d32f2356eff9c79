// Which cards have really been on this screen: half of one, or half a screen of it, for a second. Told to the server in batches.

const LONG_ENOUGH = 1000; // ms
const BATCH = 1500; // ms
const MOST = 200; // cards in one report
const steps = Array.from({ length: 11 }, (_, step) => step / 10);

export class Sightings {
  constructor(live) {
    this.live = live;
    this.seen = new Set(); // told, or about to be
    this.due = new Set();
    this.articles = new Map(); // card id -> the element that is watched
    this.timers = new Map(); // card id -> since it came into sight
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#moved(entry)), { threshold: steps });
  }

  /** Watches these cards; `articleOf(id)` is the element of one, if it is on the page. */
  watch(cards, articleOf) {
    const wanted = new Map();
    for (const { id } of cards) if (!this.seen.has(id) && articleOf(id)) wanted.set(id, articleOf(id));
    for (const [id, article] of this.articles) if (wanted.get(id) !== article) this.#drop(id);
    for (const [id, article] of wanted) {
      if (this.articles.has(id)) continue;
      this.articles.set(id, article);
      article.sighted = id;
      this.observer.observe(article);
    }
  }

  /** Tells what is due now. */
  flush() {
    const cards = [...this.due].slice(0, MOST);
    if (cards.length && this.live.tellSeen(cards)) for (const id of cards) this.due.delete(id);
    if (this.due.size) this.#later();
  }

  stop() {
    this.watch([], () => null);
    this.observer.disconnect();
    clearTimeout(this.batch);
    this.batch = null;
  }

  #drop(id) {
    this.observer.unobserve(this.articles.get(id));
    this.articles.delete(id);
    this.#lost(id);
  }

  #lost(id) {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  #moved({ target: { sighted: id }, intersectionRatio: ratio, intersectionRect: { height } }) {
    if (!this.articles.has(id)) return;
    if (ratio < 0.5 && height < innerHeight / 2) return this.#lost(id);
    if (!this.timers.has(id)) this.timers.set(id, setTimeout(() => this.#sighted(id), LONG_ENOUGH));
  }

  #sighted(id) {
    this.timers.delete(id);
    if (document.hidden) return;
    this.seen.add(id);
    this.due.add(id);
    this.#drop(id);
    this.#later();
  }

  #later() {
    this.batch ??= setTimeout(() => {
      this.batch = null;
      this.flush();
    }, BATCH);
  }
}
