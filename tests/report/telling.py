"""Short ways to let a team fill a board, and to read what the summary tells of it."""

from typing import Any

from cx_workshop.model import Seat
from cx_workshop.report.report import ActivitySection, Report, build_report
from cx_workshop.storage import queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.conftest import Room


def plan(room: Room, method: str) -> str:
    """An open activity of this method; its id."""
    planned = room.act(room.facilitator, "plan_activity", method=method, minutes=10, position=99).data["activity"]
    room.act(room.facilitator, "open_activity", activity=planned)
    return str(planned)


def write(room: Room, activity: str, lane: str, text: str, /, *, by: Seat | None = None, **more: Any) -> str:
    card = new_id()
    args = {"activity": activity, "card": card, "lane": lane, "text": text}
    room.act(by or room.participant, "add_card", **args, **more)
    return card


def shape(room: Room, verb: str, **args: Any) -> None:
    """Add or rename a part of a board; like Room.act, whose own `id` is that of the command."""
    perform(room.store, Command(verb, args, seat=room.participant.id)).result(10)


def keep(room: Room, *cards: str) -> None:
    for card in cards:
        room.act(room.facilitator, "keep_card", card=card)


def summary(room: Room, language: str = "en") -> Report:
    with room.store.reading() as db:
        now = queries.workshop_by_id(db, room.workshop.id)
        assert now is not None
        return build_report(db, now, language)


def section(room: Room, language: str = "en") -> ActivitySection:
    """The last activity of the summary."""
    return summary(room, language).activities[-1]
