"""The agenda: plan an activity, move, retime or drop it."""

from typing import Any

from cx_workshop.content import Method, methods
from cx_workshop.model import Activity
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, new_id, verb

LONGEST_MINUTES = 24 * 60


@verb(roles=FACILITATORS, event="activity_planned")
def plan_activity(act: Act, *, method: str, minutes: int, position: int) -> dict[str, Any]:
    """Put one more activity into the agenda, at a position counted from 1; those behind it move on."""
    used = methods().get(method)
    if used is None:
        raise Refused("unknown_method")
    others = queries.agenda_of(act.db, act.workshop.id)
    place = min(max(position, 1), len(others) + 1)
    _check_minutes(minutes)
    planned = insert_activity(act, used, minutes=minutes, position=place)
    number_agenda(act, [a.id for a in others[: place - 1]] + [planned] + [a.id for a in others[place - 1 :]])
    return {"activity": planned}


@verb(roles=FACILITATORS, event="activity_moved")
def move_activity(act: Act, *, activity: str, position: int) -> None:
    """Put it at another position, counted from 1."""
    moved = act.find_activity(activity)
    others = [a.id for a in queries.agenda_of(act.db, act.workshop.id) if a.id != moved.id]
    place = min(max(position, 1), len(others) + 1)
    number_agenda(act, [*others[: place - 1], moved.id, *others[place - 1 :]])


@verb(roles=FACILITATORS, event="activity_retimed")
def retime_activity(act: Act, *, activity: str, minutes: int) -> None:
    _check_minutes(minutes)
    act.tx.update("activities", act.find_activity(activity).id, minutes=minutes)


@verb(roles=FACILITATORS, event="activity_dropped")
def drop_activity(act: Act, *, activity: str) -> None:
    """Take a planned activity out; one that has been opened stays, for its board is part of the workshop."""
    _drop(act, activity)
    number_agenda(act, [a.id for a in queries.agenda_of(act.db, act.workshop.id)])


@verb(roles=FACILITATORS, event="agenda_replanned")
def replan(act: Act, *, minutes: dict[str, int]) -> None:
    """Shorten or lengthen several activities still to come at once; one with 0 minutes is taken out."""
    if not minutes or any(type(number) is not int for number in minutes.values()):
        raise Refused("bad_arguments")
    for activity, number in minutes.items():
        if number == 0:
            _drop(act, activity)
            continue
        _check_minutes(number)
        act.tx.update("activities", _find_planned(act, activity).id, minutes=number)
    act.activity = None  # it is about the whole agenda
    act.anonymous = False
    number_agenda(act, [a.id for a in queries.agenda_of(act.db, act.workshop.id)])


def insert_activity(
    act: Act,
    method: Method,
    *,
    minutes: int,
    position: int,
    round: int = 1,
    shape: dict[str, Any] | None = None,
    hidden: bool | None = None,
    anonymous: bool | None = None,
) -> str:
    """A planned activity; its id. The method says whether cards are hidden and nameless, where that is None."""
    among_others = not act.workshop.solo  # who works alone has nobody to hide from
    activity = Activity(
        id=new_id(),
        workshop=act.workshop.id,
        position=position,
        step=method.step,
        method=method.id,
        mode=method.mode,
        minutes=minutes,
        status="planned",
        locked=False,
        round=round,
        opened_at=None,
        closed_at=None,
        shape=shape or {},
        hidden=among_others and method.board.private if hidden is None else hidden,
        anonymous=among_others and method.board.anonymous if anonymous is None else anonymous,
        notes="",
    )
    act.tx.insert("activities", vars(activity))
    return activity.id


def _find_planned(act: Act, activity: str) -> Activity:
    found = act.find_activity(activity)
    if found.status != "planned":
        raise Refused("activity_was_opened")
    return found


def _drop(act: Act, activity: str) -> None:
    act.tx.update("activities", _find_planned(act, activity).id, status="dropped")


def _check_minutes(minutes: int) -> None:
    if not 0 < minutes <= LONGEST_MINUTES:
        raise Refused("bad_minutes")


def number_agenda(act: Act, ids: list[str]) -> None:
    """Number the activities in this order, from 1."""
    for position, activity in enumerate(ids, start=1):
        act.tx.update("activities", activity, position=position)
