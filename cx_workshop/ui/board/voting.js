// A vote on the board that is looked at: the bar above it, a ballot on each card, what was given, and how it ended.

import { Ballot } from './ballot.js';
import { short } from './card.js';
import { candidates, dotsLeft, endedVotes, marksOf, marksOn, votingOn } from './choosing.js';
import { h, setText } from './dom.js';
import { titleOf } from './fields.js';
import { turnout } from './leading.js';
import { inWords, Results } from './results.js';
import { uuid } from './uuid.js';
import { VoteBar } from './vote_bar.js';
import { counted } from './words.js';

export class Voting {
  constructor(board) {
    this.board = board;
    this.vote = undefined; // the one that is open
    this.ballots = new Map(); // card id -> Ballot
    this.tallies = new Map(); // card id -> element with what it got
    this.bar = new VoteBar({ say: board.say, takeBack: (dots) => this.#send(dots.map(({ id }) => ['take_back_dot', { dot: id }])) });
    this.results = new Results(board);
  }

  /** Another board: its cards have their own ballots. */
  begin() {
    this.ballots.clear();
    this.tallies.clear();
  }

  /** Whether cards rest because a vote is open. */
  get isOpen() {
    return Boolean(votingOn(this.#known));
  }

  get #known() {
    return this.board.live.state.boards.get(this.board.activity);
  }

  /** Call after the cards are drawn. */
  draw() {
    const { board } = this;
    const { state, outbox } = board.live;
    this.vote = votingOn(this.#known);
    board.root.toggleAttribute('data-voting', Boolean(this.vote));
    this.marks = this.vote ? this.#marks(state.you, outbox?.commands ?? []) : [];
    const cards = this.vote ? candidates(board.cards) : [];
    this.bar.draw({ vote: this.vote, marks: this.marks, gone: this.#gone(cards), turnout: this.vote && turnout(state, this.#known, this.vote), may: this.#mayVote });
    this.#drawBallots(this.#mayVote ? cards : []);
    const ended = endedVotes(this.#known);
    this.#drawTallies(this.vote ? undefined : ended[0]);
    this.results.draw(ended, { voting: Boolean(this.vote) });
  }

  /** + gives a dot, − takes one back, ! marks a concern. True if the key meant something here. */
  pressed(key, card) {
    if (!this.ballots.has(card.id)) return false;
    if (key === '+') this.#give(card.id);
    else if (key === '-' || key === '−') this.#takeBack(card.id);
    else if (key === '!') this.#toggleConcern(card.id);
    else return false;
    return true;
  }

  /** One's own, or those of the person without a device for whom one votes just now. */
  #marks(you, commands) {
    const seat = this.board.behalf.as(you).id;
    const theirs = commands.filter(({ verb, args }) => verb === 'take_back_dot' || (args.on_behalf_of ?? you.id) === seat);
    return marksOf(this.#known, this.vote, seat, theirs);
  }

  get #mayVote() {
    const { you, workshop } = this.board.live.state;
    return you.role !== 'observer' && !this.board.data.readonly && workshop.status === 'open' && this.board.live.connection.state !== 'refused';
  }

  /** The dots one gave to cards that cannot be chosen any more: they can be given to others. */
  #gone(cards) {
    const here = new Set(cards.map(({ id }) => id));
    return this.marks.filter(({ card, kind }) => kind === 'dot' && !here.has(card));
  }

  #drawBallots(cards) {
    const wanted = new Map(cards.map((card) => [card.id, card]));
    for (const [id, ballot] of this.ballots) {
      if (wanted.has(id) && ballot.element.isConnected) continue;
      ballot.element.remove();
      this.ballots.delete(id);
    }
    for (const [id, card] of wanted) {
      const ballot = this.ballots.get(id) ?? this.#hang(id);
      const { dots, concern } = marksOn(id, this.marks);
      ballot?.draw({ card, vote: this.vote, dots, concern, free: this.#isFree(dots) });
    }
  }

  #isFree(dots) {
    return dotsLeft(this.vote, this.marks) > 0 && dots.length < this.vote.per_card;
  }

  /** A ballot on a card; none while the card is not on the screen, such as on another sheet. */
  #hang(id) {
    const { say, lanes } = this.board;
    const view = lanes.viewOf(id);
    if (!view) return null;
    const isCard = view.article.hasAttribute('data-card');
    const acts = { give: () => this.#give(id), takeBack: () => this.#takeBack(id), toggleConcern: () => this.#toggleConcern(id) };
    const ballot = new Ballot({ say, acts, stop: isCard, tabIndex: isCard ? view.article.tabIndex : 0 });
    view.article.append(ballot.element);
    this.ballots.set(id, ballot);
    return ballot;
  }

  #give(card) {
    const { dots } = marksOn(card, this.marks);
    if (!this.#isFree(dots)) return this.#tell(dotsLeft(this.vote, this.marks) > 0 ? 'dots_full' : 'dots_none', card);
    this.#send([['cast_dot', { vote: this.vote.id, card, dot: uuid(), ...this.board.behalf.args }]]);
    this.#tellLeft(card);
  }

  #takeBack(card) {
    const last = marksOn(card, this.marks).dots.at(-1);
    if (!last) return;
    this.#send([['take_back_dot', { dot: last.id }]]);
    this.#tellLeft(card);
  }

  #toggleConcern(card) {
    const { concern } = marksOn(card, this.marks);
    this.#send([concern ? ['take_back_dot', { dot: concern.id }] : ['mark_concern', { vote: this.vote.id, card, dot: uuid(), ...this.board.behalf.args }]]);
    this.#tell(concern ? 'did_unconcern' : 'did_concern', card);
  }

  #send(commands) {
    for (const [verb, args] of commands) this.board.live.do(verb, args);
    this.board.draw();
  }

  #tellLeft(card) {
    const { board } = this;
    const n = marksOn(card, this.marks).dots.length;
    board.announcer.own(`${counted(board.say, 'dots_here', n)}. ${board.say('dots_left', { n: dotsLeft(this.vote, this.marks), of: this.vote.dots })}`);
  }

  #tell(key, card) {
    const { board } = this;
    board.announcer.own(board.say(key, { text: short(titleOf(board.cards.get(card), board.say)) }));
  }

  /** What each card got stands on it until the next vote. */
  #drawTallies(vote) {
    const { lanes, cards, say } = this.board;
    for (const [id, element] of this.tallies) if (!vote?.totals[id] || !cards.has(id)) (element.remove(), this.tallies.delete(id));
    for (const [id, { dot: dots = 0, concern: concerns = 0 }] of Object.entries(vote?.totals ?? {})) {
      const view = cards.has(id) && lanes.viewOf(id);
      if (!view) continue;
      const element = this.tallies.get(id) ?? h('span', { class: 'tally' });
      if (!element.isConnected) (view.foot ?? view.article).append(element);
      this.tallies.set(id, element);
      setText(element, inWords(say, dots, concerns));
    }
  }
}
