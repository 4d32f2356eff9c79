"""What every verb has in hand, and the register of verbs with who may use them."""

import inspect
import re
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

from cx_workshop.model import Activity, Card, Role, Seat, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, Transaction, queries

F = TypeVar("F", bound=Callable[..., dict[str, Any] | None])

HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")

EVERYONE: frozenset[Role] = frozenset({"facilitator", "participant", "observer"})
WRITERS: frozenset[Role] = frozenset({"facilitator", "participant"})
FACILITATORS: frozenset[Role] = frozenset({"facilitator"})
STRANGERS: frozenset[Role] = frozenset()
"""Verbs by which somebody without a seat gets one."""


@dataclass
class Act:
    """One verb being carried out: the rows it may change, who acts, when, and where."""

    tx: Transaction
    command: str
    now: str
    seat_or_none: Seat | None
    workshop_or_none: Workshop | None
    activity: str | None = None
    """The activity that the event will name."""
    anonymous: bool = False
    """Whether the event keeps to itself who did it."""

    @property
    def db(self) -> Database:
        return self.tx.db

    @property
    def seat(self) -> Seat:
        assert self.seat_or_none is not None
        return self.seat_or_none

    @property
    def workshop(self) -> Workshop:
        assert self.workshop_or_none is not None
        return self.workshop_or_none

    @property
    def is_facilitator(self) -> bool:
        return self.seat.role == "facilitator"

    def find_activity(self, activity_id: str) -> Activity:
        activity = queries.activity_by_id(self.db, activity_id)
        if activity is None or activity.workshop != self.workshop.id or activity.status == "dropped":
            raise Refused("unknown_activity")
        self.activity, self.anonymous = activity.id, activity.anonymous
        return activity

    def find_card(self, card_id: str) -> Card:
        card = queries.card_by_id(self.db, card_id)
        if card is None or card.workshop != self.workshop.id or not self.sees(card):
            raise Refused("unknown_card")
        self.find_activity(card.activity)
        return card

    def sees(self, card: Card) -> bool:
        return not card.hidden or self.seat.id in queries.eyes_of(self.db, card.seat)

    def author(self, on_behalf_of: str | None) -> str:
        """Whose act it is: one's own, or by a facilitator that of somebody without a device."""
        if on_behalf_of is None:
            return self.seat.id
        other = queries.seat_by_id(self.db, on_behalf_of)
        if not self.is_facilitator:
            raise Refused("not_allowed")
        if other is None or other.workshop != self.workshop.id or other.removed_at or other.device:
            raise Refused("unknown_seat")
        return other.id


@dataclass(frozen=True)
class Verb:
    """A verb's function, who may use it, and the event it leaves."""

    name: str
    run: Callable[..., dict[str, Any] | None]
    roles: frozenset[Role]
    event: str
    when_closed: bool
    undoable: bool
    arguments: dict[str, inspect.Parameter] = field(default_factory=dict)

    def bind(self, args: Any) -> dict[str, Any]:
        """The arguments, if each is there and of its type."""
        if not isinstance(args, dict) or not args.keys() <= self.arguments.keys():
            raise Refused("bad_arguments")
        for name, parameter in self.arguments.items():
            allowed = _types(parameter.annotation)
            missing = name not in args and parameter.default is inspect.Parameter.empty
            if missing or (name in args and not (type(args[name]) in allowed and _is_whole(args[name]))):
                raise Refused("bad_arguments")
        return args


def _types(annotation: Any) -> tuple[type, ...]:
    """The plain types that an annotation such as `dict[str, Any] | None` allows."""
    parts = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    return tuple(get_origin(part) or part for part in parts)


def _is_whole(value: object) -> bool:
    """Without text that has half a character in it: JSON can spell that, UTF-8 and so the database cannot."""
    if isinstance(value, dict):
        return all(map(_is_whole, [*value, *value.values()]))
    if isinstance(value, list):
        return all(map(_is_whole, value))
    return not isinstance(value, str) or not HALF_A_CHARACTER.search(value)


VERBS: dict[str, Verb] = {}


def verb(*, roles: frozenset[Role], event: str, when_closed: bool = False, undoable: bool = False) -> Callable[[F], F]:
    """Register a function under its own name; its keyword-only parameters are the verb's arguments."""

    def register(run: F) -> F:
        _, *arguments = inspect.signature(run).parameters.values()
        VERBS[run.__name__] = Verb(
            run.__name__, run, roles, event, when_closed, undoable, {a.name: a for a in arguments}
        )
        return run

    return register


def new_id() -> str:
    return str(uuid.uuid4())


def new_secret() -> str:
    return secrets.token_urlsafe(24)


def utc_now() -> str:
    """The server's clock, in UTC with milliseconds, as every row and message holds it."""
    return as_text(datetime.now(UTC))


def as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_moment(text: object) -> bool:
    """Whether this is a time with its zone, as rows and messages hold one."""
    try:
        return isinstance(text, str) and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
