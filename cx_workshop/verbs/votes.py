"""Choosing together: dots, concerns, and a quick yes or no; totals stay hidden until a vote closes."""

from collections import Counter

from cx_workshop.model import Activity, Card, Dot, DotKind, Vote, VoteKind
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, queries
from cx_workshop.verbs.act import FACILITATORS, WRITERS, Act, new_id, verb
from cx_workshop.verbs.cards import UUID
from cx_workshop.verbs.fields import LONGEST_LINE

MOST_DOTS = 50


@verb(roles=FACILITATORS, event="vote_opened")
def open_vote(
    act: Act, *, activity: str, dots: int, per_card: int, kind: str = "dots", question: str = "", reason: str = ""
) -> dict[str, str]:
    """Let everybody give so many dots to the cards of an open board; its writing rests meanwhile."""
    board = _open_board(act, activity)
    if kind not in ("dots", "original") or not 0 < per_card <= dots <= MOST_DOTS:
        raise Refused("bad_dots")
    if queries.hidden_count(act.db, board.id):
        raise Refused("cards_hidden")
    if not candidates(act.db, board.id):
        raise Refused("nothing_to_vote_on")
    return _open(act, board, kind, question=question, dots=dots, per_card=per_card, reason=reason)


@verb(roles=FACILITATORS, event="unseen_shown")
def show_unseen(act: Act, *, activity: str) -> None:
    """Have every screen offer its person the cards that they have not seen yet, as before a vote."""
    if not candidates(act.db, _open_board(act, activity).id):
        raise Refused("nothing_to_vote_on")


@verb(roles=FACILITATORS, event="question_asked")
def ask_room(act: Act, *, activity: str, question: str) -> dict[str, str]:
    """Ask everybody for a yes or no, on every screen at once."""
    if not question.strip():
        raise Refused("empty_text")
    return _open(act, _open_board(act, activity), "yes_no", question=question, dots=1, per_card=1)


@verb(roles=WRITERS, event="dot_cast")
def cast_dot(act: Act, *, vote: str, card: str, dot: str, on_behalf_of: str | None = None) -> None:
    """Give one dot to a card; the dot's id is made by whoever gives it."""
    seat = act.author(on_behalf_of)
    open_one, chosen = _open_vote(act, vote), _candidate(act, vote, card)
    given = [one for one in queries.dots_by(act.db, vote, seat) if one.kind == "dot"]
    if len(given) >= open_one.dots:
        raise Refused("no_dots_left")
    if sum(one.card == chosen.id for one in given) >= open_one.per_card:
        raise Refused("card_has_its_dots")
    _cast(act, open_one, "dot", dot=dot, seat=seat, card=chosen.id)


@verb(roles=WRITERS, event="concern_marked")
def mark_concern(act: Act, *, vote: str, card: str, dot: str, on_behalf_of: str | None = None) -> None:
    """Mark a card about which one has a concern, once."""
    seat = act.author(on_behalf_of)
    open_one, chosen = _open_vote(act, vote), _candidate(act, vote, card)
    if any((one.card, one.kind) == (chosen.id, "concern") for one in queries.dots_by(act.db, vote, seat)):
        raise Refused("concern_is_marked")
    _cast(act, open_one, "concern", dot=dot, seat=seat, card=chosen.id)


@verb(roles=WRITERS, event="dot_taken_back")
def take_back_dot(act: Act, *, dot: str) -> None:
    """Take a dot or a concern back, as long as its vote is open."""
    given = queries.dot_by_id(act.db, dot)
    if (
        given is None
        or given.seat is None
        or given.taken_back_at
        or act.seat.id not in queries.eyes_of(act.db, given.seat)
    ):
        raise Refused("unknown_dot")
    _open_vote(act, given.vote)
    act.tx.update("dots", given.id, taken_back_at=act.now)


@verb(roles=WRITERS, event="question_answered")
def answer_question(act: Act, *, vote: str, yes: bool, dot: str, on_behalf_of: str | None = None) -> None:
    """Say yes or no; saying it again changes one's answer."""
    seat = act.author(on_behalf_of)
    asked = _open_vote(act, vote, question=True)
    for earlier in queries.dots_by(act.db, vote, seat):
        act.tx.update("dots", earlier.id, taken_back_at=act.now)
    _cast(act, asked, "yes" if yes else "no", dot=dot, seat=seat, card=None)


@verb(roles=FACILITATORS, event="vote_closed")
def close_vote(act: Act, *, vote: str) -> None:
    """End a vote or a question; its totals are told to everybody."""
    found = _find(act, vote)
    if found.closed_at:
        raise Refused("vote_closed")
    _close(act, found)


def close_votes(act: Act, board: Activity) -> None:
    """End whatever vote is open on this board."""
    for vote in queries.votes_on(act.db, board.id):
        if vote.closed_at is None:
            _close(act, vote)


def candidates(db: Database, activity: str) -> list[Card]:
    """The cards that can be chosen: what lies on the board and is not parked, themes as well."""
    return [card for card in queries.revealed_of(db, activity) if card.status in ("open", "kept")]


def suggested_dots(count: int) -> int:
    """How many dots suit so many candidates: a third of them, and one."""
    return max(1, min(count // 3 + 1, MOST_DOTS))


def _open_board(act: Act, activity: str) -> Activity:
    board = act.find_activity(activity)
    act.anonymous = False  # a vote says who has voted, on every board
    if board.status != "open":
        raise Refused("activity_closed" if board.status == "closed" else "activity_not_open")
    return board


def _open(
    act: Act, board: Activity, kind: VoteKind | str, *, question: str, dots: int, per_card: int, reason: str = ""
) -> dict[str, str]:
    earlier = queries.votes_on(act.db, board.id)
    if any(vote.closed_at is None for vote in earlier):
        raise Refused("vote_is_open")
    question, reason = " ".join(question.split()), " ".join(reason.split())
    if len(question) > LONGEST_LINE or len(reason) > LONGEST_LINE:
        raise Refused("text_too_long")
    vote = new_id()
    act.tx.insert(
        "votes",
        {
            "id": vote,
            "workshop": act.workshop.id,
            "activity": board.id,
            "kind": kind,
            "question": question,
            "round": 1 + sum(one.kind == kind for one in earlier),
            "dots": dots,
            "per_card": per_card,
            "reason": reason,
            "totals": {},
            "opened_at": act.now,
            "closed_at": None,
        },
    )
    return {"vote": vote}


def _find(act: Act, vote: str) -> Vote:
    found = queries.vote_by_id(act.db, vote)
    if found is None or found.workshop != act.workshop.id:
        raise Refused("unknown_vote")
    act.activity = found.activity
    return found


def _open_vote(act: Act, vote: str, *, question: bool = False) -> Vote:
    found = _find(act, vote)
    if found.closed_at:
        raise Refused("vote_closed")
    if (found.kind == "yes_no") != question:
        raise Refused("bad_arguments")
    return found


def _candidate(act: Act, vote: str, card: str) -> Card:
    activity = _find(act, vote).activity
    found = queries.card_by_id(act.db, card)
    if found is None or found.activity != activity or found.hidden or found.status not in ("open", "kept"):
        raise Refused("unknown_card")
    return found


def _cast(act: Act, vote: Vote, kind: DotKind, *, dot: str, seat: str, card: str | None) -> None:
    if not UUID.fullmatch(dot):
        raise Refused("bad_arguments")
    row = {"id": dot, "workshop": act.workshop.id, "vote": vote.id, "card": card, "seat": seat, "kind": kind}
    act.tx.insert("dots", {**row, "cast_at": act.now, "taken_back_at": None})


def _close(act: Act, vote: Vote) -> None:
    on_board = {card.id for card in candidates(act.db, vote.activity)} | {None}
    counted = [dot for dot in queries.dots_in(act.db, vote.id) if dot.card in on_board]
    act.tx.update("votes", vote.id, closed_at=act.now, totals=totals_of(counted))


def totals_of(dots: list[Dot]) -> dict[str, dict[str, int]]:
    """Card id -> kind of dot -> how many; the answers to a question under the empty id."""
    counts = Counter((dot.card or "", dot.kind) for dot in dots)
    found: dict[str, dict[str, int]] = {}
    for (card, kind), number in sorted(counts.items()):
        found.setdefault(card, {})[kind] = number
    return found
