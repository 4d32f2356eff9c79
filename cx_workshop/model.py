"""What a workshop is made of: frozen dataclasses that mirror the tables, one field per column."""

from dataclasses import dataclass, fields
from typing import Any, Literal, Self

Role = Literal["facilitator", "participant", "observer"]
ROLES: tuple[Role, ...] = ("facilitator", "participant", "observer")
CardStatus = Literal["open", "kept", "parked", "merged", "removed"]
ON_BOARD: tuple[CardStatus, ...] = ("open", "kept", "parked")
"""The statuses of cards that lie on a board; merged and removed ones have left it."""


class Row:
    """A dataclass read from a table row."""

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        return cls(**{field.name: row[field.name] for field in fields(cls)})  # type: ignore[arg-type]  # Row is only mixed into dataclasses


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


@dataclass(frozen=True)
class Seat(Row):
    """A person in a workshop; a removed seat keeps its row, so that its cards keep their author."""

    id: str
    workshop: str
    name: str
    role: Role
    joined_at: str
    removed_at: str | None


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


@dataclass(frozen=True)
class Card(Row):
    """All that a person contributes: a note, a theme, a persona, a test."""

    id: str
    workshop: str
    activity: str
    seat: str | None
    """Who wrote it; nobody where the method brings it along."""
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
