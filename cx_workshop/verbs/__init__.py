"""Decide: what people can do, one module per concern; each verb says who may, checks, changes, and leaves its event."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import cx_workshop.verbs.after
import cx_workshop.verbs.agenda
import cx_workshop.verbs.cards
import cx_workshop.verbs.decisions
import cx_workshop.verbs.floor
import cx_workshop.verbs.images
import cx_workshop.verbs.links
import cx_workshop.verbs.parking
import cx_workshop.verbs.places
import cx_workshop.verbs.privacy
import cx_workshop.verbs.rounds
import cx_workshop.verbs.scores
import cx_workshop.verbs.seats
import cx_workshop.verbs.shapes
import cx_workshop.verbs.signals
import cx_workshop.verbs.teams
import cx_workshop.verbs.timer
import cx_workshop.verbs.undo
import cx_workshop.verbs.votes
import cx_workshop.verbs.workshop  # noqa: F401  importing them registers their verbs
from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, Transaction, queries
from cx_workshop.verbs.act import STRANGERS, VERBS, Act, Verb, new_id, utc_now

__all__ = ["VERBS", "Command", "Outcome", "perform"]


@dataclass(frozen=True)
class Command:
    """A verb with its arguments, who sends it, and an id made by the sender: a repeat answers what the first did."""

    verb: str
    args: dict[str, Any]
    seat: str | None = None
    workshop: str | None = None
    """Its id, where the sender has no seat yet."""
    id: str = field(default_factory=new_id)
    at: str | None = None
    """When it happened, if that is not now: the sample workshop tells its own day."""


@dataclass(frozen=True)
class Outcome:
    seq: int
    data: dict[str, Any]


def perform(store: Store, command: Command) -> "Future[Outcome]":
    """Have the writer carry it out; the future raises Refused where it may not or cannot be."""
    return store.submit(partial(_carry_out, command))


def _carry_out(command: Command, tx: Transaction) -> Outcome:
    verb = VERBS.get(command.verb)
    if verb is None:
        raise Refused("unknown_verb")
    act = _set_scene(command, tx)
    if act.workshop_or_none and (first := queries.event_of_command(act.db, act.workshop.id, command.id)):
        if first.seat != command.seat:
            raise Refused("id_taken")
        return Outcome(first.seq, {})
    _check_allowed(verb, act)
    data = verb.run(act, **verb.bind(command.args)) or {}
    seq = tx.log(
        {
            "workshop": act.workshop.id,
            "command": command.id,
            "kind": verb.event,
            "at": act.now,
            "seat": act.seat.id,
            "activity": act.activity,
            "anonymous": act.anonymous,
        }
    )
    return Outcome(seq, data)


def _set_scene(command: Command, tx: Transaction) -> Act:
    seat = queries.seat_by_id(tx.db, command.seat) if command.seat else None
    if command.seat and seat is None:
        raise Refused("unknown_seat")
    if seat and seat.removed_at:
        raise Refused("seat_removed")
    workshop_id = seat.workshop if seat else command.workshop
    workshop = queries.workshop_by_id(tx.db, workshop_id) if workshop_id else None
    if workshop_id and workshop is None:
        raise Refused("unknown_code")
    return Act(tx, command.id, command.at or utc_now(), seat, workshop)


def _check_allowed(verb: Verb, act: Act) -> None:
    if (act.seat_or_none.role not in verb.roles) if act.seat_or_none else (verb.roles is not STRANGERS):
        raise Refused("not_allowed")
    if act.workshop_or_none and act.workshop.status == "closed" and not verb.when_closed:
        raise Refused("workshop_closed")
