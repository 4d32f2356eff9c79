"""What a workshop is made of: frozen dataclasses that mirror the tables, one field per column."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, Self, get_origin

Role = Literal["facilitator", "participant", "observer"]
ROLES: tuple[Role, ...] = ("facilitator", "participant", "observer")
CardStatus = Literal["open", "kept", "parked", "merged", "removed"]
VoteKind = Literal["dots", "original", "yes_no"]
DotKind = Literal["dot", "concern", "yes", "no"]
ON_BOARD: tuple[CardStatus, ...] = ("open", "kept", "parked")
"""The statuses of cards that lie on a board; merged and removed ones have left it."""


class Row:
    """A dataclass read from a table row, where truth is 0 or 1 and JSON is text."""

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        kind: Any = cls
        return cls(**{name: row[name] if read is None else read(row[name]) for name, read in _readers(kind)})


@cache
def _readers(kind: Any) -> list[tuple[str, Callable[[Any], Any] | None]]:
    """How each column of a table becomes a field."""
    readers: dict[Any, Callable[[Any], Any]] = {bool: bool, dict: json.loads}
    return [(column.name, readers.get(get_origin(column.type) or column.type)) for column in fields(kind)]


@dataclass(frozen=True)
class Workshop(Row):
    id: str
    code: str
    title: str
    challenge: str
    language: str
    solo: bool
    status: Literal["open", "closed"]
    facilitator_key: str
    observer_key: str
    created_at: str
    closed_at: str | None
    timer: dict[str, Any]
    """Empty, or `seconds` in all with `ends_at` while it runs, or with `left` in seconds while it is paused."""
    called: dict[str, Any]
    """Where the facilitator last called everybody to: `activity`, `card` or None, and `at`; else empty."""
    parent: str | None
    """The workshop whose room was split into teams, of which this is one."""
    deleted_at: str | None
    """From then on nobody finds it any more; its rows are erased shortly after."""


@dataclass(frozen=True)
class Seat(Row):
    """A person in a workshop; a removed seat keeps its row, so that its cards keep their author."""

    id: str
    workshop: str
    name: str
    role: Role
    joined_at: str
    removed_at: str | None
    device: bool
    """False for somebody without one, for whom a facilitator writes and votes."""
    ready_for: str | None
    """The activity that this person is done with; None while they are at it."""
    late_for: str | None
    """The activity for which they need more time."""
    hand_at: str | None
    """Since when they have had their hand up."""
    comes_from: str | None
    """In a team, the seat that the same person has in the whole room."""


@dataclass(frozen=True)
class Activity(Row):
    """One use of a method in a workshop's agenda."""

    id: str
    workshop: str
    position: int
    step: str
    method: str
    mode: Literal["diverge", "converge"]
    minutes: int
    status: Literal["planned", "open", "closed", "dropped"]
    locked: bool
    round: int
    opened_at: str | None
    closed_at: str | None
    shape: dict[str, Any]
    """What its board has that its method does not say: own lanes, rows and sheets, names, whether prompts show."""
    hidden: bool
    """While people write in private: what they add is shown to nobody else until it is revealed."""
    anonymous: bool
    """Whether nobody is told who wrote what."""
    notes: str
    """The facilitators' own, for nobody else."""


@dataclass(frozen=True)
class Card(Row):
    """All that a person contributes: a note, a theme, a persona, a test."""

    id: str
    workshop: str
    activity: str
    seat: str | None
    """Who wrote it; nobody where the method brings it along, or an answer was given elsewhere."""
    lane: str
    row: str
    sheet: str
    position: float
    x: float | None
    y: float | None
    """Its place on a plane, from 0 to 1; None while it has none."""
    theme: str | None
    """The card of the theme it lies in."""
    merged_into: str | None
    text: str
    status: CardStatus
    fields: dict[str, Any]
    created_at: str
    updated_at: str
    hidden: bool
    """Shown to its author only, until it is revealed."""


@dataclass(frozen=True)
class Link(Row):
    """From a card to the one it rests on."""

    id: str
    workshop: str
    card: str
    rests_on: str
    seat: str | None
    made_at: str
    removed_at: str | None


@dataclass(frozen=True)
class Image(Row):
    """A picture that somebody brought in, checked and drawn anew; PNG or WebP."""

    id: str
    workshop: str
    seat: str | None
    kind: Literal["image/png", "image/webp"]
    width: int
    height: int
    data: bytes
    added_at: str


@dataclass(frozen=True)
class Vote(Row):
    """People choose on a board: with dots, or by yes or no to a question."""

    id: str
    workshop: str
    activity: str
    kind: VoteKind
    question: str
    """What is asked; empty for the usual one."""
    round: int
    """Counted among the votes of its kind on this board."""
    dots: int
    """How many each person has."""
    per_card: int
    """How many of them one card takes."""
    reason: str
    """Why it was opened early, where it was."""
    totals: dict[str, dict[str, int]]
    """Once closed: card id -> kind of dot -> how many; a question's answers stand under the empty id."""
    opened_at: str
    closed_at: str | None


@dataclass(frozen=True)
class Dot(Row):
    """One person's mark in a vote; whose it is nobody is told."""

    id: str
    workshop: str
    vote: str
    card: str | None
    seat: str | None
    kind: DotKind
    cast_at: str
    taken_back_at: str | None


@dataclass(frozen=True)
class Decision(Row):
    """What was agreed while talking: a decision, or an action that somebody takes on."""

    id: str
    workshop: str
    kind: Literal["decision", "action"]
    what: str
    why: str
    owner: str
    due: str
    """A day such as 2026-11-24, or empty."""
    activity: str | None
    card: str | None
    """The card it is about, whose thread leads to its evidence."""
    seat: str | None
    recorded_at: str
    dropped_at: str | None


Changes = dict[str, dict[str, dict[str, Any] | None]]
"""table -> row id -> the changed columns; None where the row did not exist."""


@dataclass(frozen=True)
class Event(Row):
    """What one verb did: the rows it touched, before and after."""

    seq: int
    workshop: str
    command: str
    kind: str
    at: str
    seat: str | None
    activity: str | None
    before: Changes
    after: Changes
    private: dict[str, list[str]]
    """Row id -> the seats that may be told of its change; a row that is not named here is told to all."""
    anonymous: bool
    """Whether nobody is told who did it."""
