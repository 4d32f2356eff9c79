"""Version 1 of what goes over the wire: messages in, checked; messages out, with only the columns that screens need."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cx_workshop.meaning.suggestions import Suggestions
from cx_workshop.model import Activity, Card, Changes, Dot, Event, Link, Seat, Vote, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.tracking import SeenByAll, split_opinions

VERSION = 1
LARGEST_MESSAGE = 64 * 1024
LONGEST_ID = 64
MOST_SEEN = 200
"""Cards in one report of what has been on a screen."""
MOST_PATCHES = 500
"""So many changed cards an event tells one by one; of more it says that the board is to be read anew."""

WORKSHOP = ("id", "code", "title", "challenge", "language", "solo", "status", "timer", "called")
SEAT = ("id", "name", "role", "device", "ready_for", "late_for", "hand_at")
ACTIVITY = (
    "id",
    "position",
    "step",
    "method",
    "mode",
    "minutes",
    "status",
    "locked",
    "round",
    "opened_at",
    "closed_at",
    "shape",
    "hidden",
    "anonymous",
)
CARD = (
    "id",
    "activity",
    "seat",
    "lane",
    "row",
    "sheet",
    "position",
    "x",
    "y",
    "theme",
    "text",
    "status",
    "fields",
    "created_at",
    "updated_at",
    "hidden",
)
VOTE = ("id", "activity", "kind", "question", "round", "dots", "per_card", "totals", "opened_at", "closed_at")
DOT = ("id", "vote", "card", "seat", "kind", "taken_back_at")
LINK = ("id", "card", "rests_on", "removed_at")
GROUND = ("id", "activity", "lane", "text", "status")
"""What a screen needs of a card that lies on another board."""

Message = dict[str, Any]


@dataclass(frozen=True)
class Hello:
    token: str | None
    since: int | None
    language: str | None


@dataclass(frozen=True)
class Open:
    activity: str


@dataclass(frozen=True)
class Suggest:
    """Asks for themes, duplicates and names on a board of themes."""

    activity: str


@dataclass(frozen=True)
class Ping:
    """Asks how far the log has come: a screen that heard less has missed something and comes back."""


@dataclass(frozen=True)
class Seen:
    """Says which cards have really been on this screen; nothing answers it."""

    cards: list[str]


@dataclass(frozen=True)
class Unseen:
    """Asks which cards of a board this person has not seen yet."""

    activity: str


@dataclass(frozen=True)
class Do:
    id: str
    verb: str
    args: dict[str, Any]


ABOUT_A_BOARD: dict[str, type[Open | Suggest | Unseen]] = {"open": Open, "suggest": Suggest, "unseen": Unseen}


def parse(text: str) -> Hello | Open | Suggest | Do | Ping | Seen | Unseen:
    """A client's message; raises Refused with bad_message, message_too_large or wrong_protocol."""
    if len(text) > LARGEST_MESSAGE or len(text.encode()) > LARGEST_MESSAGE:
        raise Refused("message_too_large")
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("bad_message") from None
    match message:
        case {"op": "hello", "protocol": int(version)}:
            if version != VERSION:
                raise Refused("wrong_protocol")
            return Hello(
                _optional(message, "seat", str), _optional(message, "since", int), _optional(message, "language", str)
            )
        case {"op": "open" | "suggest" | "unseen" as op, "activity": str(activity)} if _is_id(activity):
            return ABOUT_A_BOARD[op](activity)
        case {"op": "ping"}:
            return Ping()
        case {"op": "seen", "cards": list(cards)} if 0 < len(cards) <= MOST_SEEN and all(
            isinstance(card, str) and _is_id(card) for card in cards
        ):
            return Seen(cards)
        case {"op": "do", "id": str(id), "verb": str(verb), "args": dict(args)} if (
            id.isascii() and 0 < len(id) <= LONGEST_ID
        ):
            return Do(id, verb, args)
    raise Refused("bad_message")


def _optional(message: Message, key: str, kind: type) -> Any:
    value = message.get(key)
    if value is not None and (type(value) is not kind or not str(value).isascii()):
        raise Refused("bad_message")
    return value


def encode(message: Message) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def welcome(
    *,
    seq: int,
    now: str,
    you: Seat,
    workshop: Workshop,
    seats: list[Seat],
    here: list[str],
    activities: list[Activity],
    reset: bool,
) -> str:
    sent = [_columns(activity, ACTIVITY) for activity in activities]
    return encode(
        {
            "op": "welcome",
            "seq": seq,
            "now": now,
            "reset": reset,
            "you": _columns(you, SEAT),
            "workshop": _columns(workshop, WORKSHOP),
            "seats": [_columns(seat, SEAT) for seat in seats if not seat.removed_at],
            "here": here,
            "activities": sent,
            "activity": next((activity for activity in sent if activity["status"] == "open"), None),
        }
    )


@dataclass(frozen=True)
class Board:
    """What a board message tells one seat."""

    seq: int
    activity: Activity
    cards: list[Card]
    links: list[tuple[Link, Card]]
    """What the cards rest on."""
    at_hand: list[Card]
    """What was kept elsewhere, to go on from."""
    hidden: int
    """How many cards lie here that only their authors see."""
    votes: list[Vote]
    dots: list[Dot]
    """This seat's own, in votes that are open."""
    voted: dict[str, list[str]]
    """Vote -> the seats that have voted, as long as it is open."""


def board(board: Board, *, seat: str | None) -> str:
    """A board as this seat may see it, or with None as everybody may."""
    grounds = {card.id: card for card in [*board.at_hand, *(card for _, card in board.links)]}
    named = not board.activity.anonymous
    return encode(
        {
            "op": "board",
            "seq": board.seq,
            "activity": _columns(board.activity, ACTIVITY),
            "cards": [_signed(_columns(card, CARD), named=named, seat=seat) for card in board.cards],
            "links": [_columns(link, LINK) for link, _ in board.links],
            "grounds": [_columns(card, GROUND) for card in grounds.values()],
            "at_hand": [card.id for card in board.at_hand],
            "hidden": board.hidden,
            "votes": [_counted(_columns(vote, VOTE)) for vote in board.votes],
            "dots": [_columns(dot, DOT) for dot in board.dots],
            "voted": board.voted,
        }
    )


def event(
    event: Event,
    *,
    prev: int,
    returned: Mapping[str, Card | Link],
    nameless: Collection[str] = (),
    hidden: int | None = None,
    seat: str | None = None,
) -> str:
    """What an event tells a seat, or with None what it tells everybody else.

    `prev` is the workshop's event before it, by which a screen knows that it missed none; `returned` holds the cards
    that came back to their board and the links that were made again, whole; `nameless` are the boards on which
    authors are not named; `hidden` is how many cards on this board only their authors see, where that may have changed.
    """
    data: Message = {}
    told = {
        "cards": CARD,
        "activities": ACTIVITY,
        "links": LINK,
        "seats": (*SEAT, "removed_at"),
        "votes": VOTE,
        "dots": DOT,
    }
    if len(event.after.get("cards", {})) > MOST_PATCHES:
        data["anew"] = True
        del told["cards"], told["links"]
    for table, columns in told.items():
        if patches := [patch for patch in _patches(event.after, table, columns) if _may_know(event, patch["id"], seat)]:
            data[table] = [_whole(patch, returned.get(patch["id"]), columns) for patch in patches]
    if "votes" in data:
        data["votes"] = [_counted(vote) for vote in data["votes"]]
    if "cards" in data:
        data["cards"] = [
            _signed(card, named=not (event.anonymous or card.get("activity") in nameless), seat=seat)
            for card in data["cards"]
        ]
    if workshop := _patches(event.after, "workshops", WORKSHOP):
        data["workshop"] = workshop[0]
    if hidden is not None:
        data["hidden"] = hidden
    return encode(
        {
            "op": "event",
            "seq": event.seq,
            "prev": prev,
            "at": event.at,
            "kind": event.kind,
            "seat": event.seat if not event.anonymous or event.seat == seat else None,
            "activity": event.activity,
            "data": data,
        }
    )


def done(id: str, seq: int) -> str:
    return encode({"op": "done", "id": id, "seq": seq})


def suggestions(activity: str, found: Suggestions) -> str:
    return encode({"op": "suggestions", "activity": activity, **asdict(found)})


def pong(seq: int) -> str:
    return encode({"op": "pong", "seq": seq})


def unseen(activity: str, yours: list[str], figure: SeenByAll | None, *, people: int, dots: int) -> str:
    """What a person has not seen yet; and for whoever leads how much the others have, and the dots that suit."""
    told = {"people": people, "dots": dots, "by_another": figure.by_another, "by_all": figure.by_all} if figure else {}
    return encode({"op": "unseen", "activity": activity, "yours": yours, **told})


def refused(id: str | None, error: Refused, language: str) -> str:
    return encode({"op": "refused", "id": id, "code": error.code, "message": error.sentence(language)})


def presence(seats: list[str]) -> str:
    return encode({"op": "presence", "seats": seats})


def attendance(*, seen: dict[str, str], activity: str | None, writers: int, written: dict[str, int]) -> str:
    """When seats were last here; on the open activity how many people have written, and who how many cards."""
    return encode({"op": "attendance", "seen": seen, "activity": activity, "writers": writers, "written": written})


def _columns(row: object, names: tuple[str, ...]) -> Message:
    return {name: getattr(row, name) for name in names}


def _patches(after: Changes, table: str, names: tuple[str, ...]) -> list[Message]:
    return [
        {"id": row_id} | {name: value for name, value in (columns or {}).items() if name in names}
        for row_id, columns in after.get(table, {}).items()
    ]


def _counted(vote: Message) -> Message:
    """A closed vote with the cards on which opinions are split."""
    return vote | {"split": split_opinions(vote["totals"])} if vote.get("totals") else vote


def _may_know(event: Event, row_id: str, seat: str | None) -> bool:
    return row_id not in event.private or seat in event.private[row_id]


def _signed(card: Message, *, named: bool, seat: str | None) -> Message:
    """The card with its author's name only where authors are named, or to the author."""
    return card if named or card.get("seat") in (None, seat) else card | {"seat": None}


def _whole(patch: Message, row: object | None, names: tuple[str, ...]) -> Message:
    return patch if row is None else patch | _columns(row, names)


def _is_id(id: str) -> bool:
    return id.isascii() and 0 < len(id) <= LONGEST_ID
