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


@dataclass(frozen=True)
class Card(Row):
    id: str
    workshop: str
    activity: str
    seat: str | None
    lane: str
    position: float
    text: str
    status: CardStatus
    fields: dict[str, Any]
    created_at: str
    updated_at: str


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
