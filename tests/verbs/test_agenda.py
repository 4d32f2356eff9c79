"""Plan, move, retime and drop activities."""

from typing import Any

import pytest

from cx_workshop.storage import queries
from tests.conftest import Room
from tests.looking import refused

FIRST_AGENDA = ["empathy_map", "how_might_we", "silent_writing", "concept_card", "feedback_grid"]


def agenda(room: Room) -> list[str]:
    """The methods' folders in the order of the agenda, which is numbered from 1 without a gap."""
    with room.store.reading() as db:
        activities = queries.agenda_of(db, room.workshop.id)
    assert [activity.position for activity in activities] == list(range(1, len(activities) + 1))
    return [activity.method.partition("/")[2] for activity in activities]


def plan(room: Room, **changes: Any) -> str:
    args = {"method": "ideate/scamper", "minutes": 15, "position": 3} | changes
    return str(room.act(room.facilitator, "plan_activity", **args).data["activity"])


def test_plan_activity_puts_it_in_its_place(room: Room) -> None:
    planned = room.activity(plan(room))
    assert agenda(room) == [*FIRST_AGENDA[:2], "scamper", *FIRST_AGENDA[2:]]
    assert (planned.step, planned.mode, planned.minutes, planned.status) == ("ideate", "diverge", 15, "planned")


@pytest.mark.parametrize(("position", "index"), [(-5, 0), (0, 0), (1, 0), (6, 5), (99, 5)])
def test_plan_activity_beyond_either_end_is_put_at_the_end(room: Room, position: int, index: int) -> None:
    plan(room, position=position)
    assert agenda(room).index("scamper") == index


def test_plan_activity_can_use_a_method_twice(room: Room) -> None:
    plan(room, method="empathize/empathy_map", position=6)
    assert agenda(room) == [*FIRST_AGENDA, "empathy_map"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"method": "ideate/none"}, "unknown_method"),
        ({"method": ""}, "unknown_method"),
        ({"minutes": 0}, "bad_minutes"),
        ({"minutes": -1}, "bad_minutes"),
        ({"minutes": 1441}, "bad_minutes"),
        ({"minutes": 2.5}, "bad_arguments"),
        ({"minutes": True}, "bad_arguments"),
    ],
)
def test_plan_activity_refuses(room: Room, changes: dict[str, Any], code: str) -> None:
    with refused(room.store, code):
        plan(room, **changes)
    assert agenda(room) == FIRST_AGENDA
    assert room.kinds()[-1] == "seat_joined"


@pytest.mark.parametrize(("position", "index"), [(1, 0), (2, 1), (5, 4), (50, 4), (-1, 0)])
def test_move_activity_takes_the_place(room: Room, position: int, index: int) -> None:
    moved = room.activities[2]
    room.act(room.facilitator, "move_activity", activity=moved.id, position=position)
    assert agenda(room).index("silent_writing") == index
    assert sorted(agenda(room)) == sorted(FIRST_AGENDA)


def test_retime_activity_changes_its_minutes(room: Room) -> None:
    room.act(room.facilitator, "retime_activity", activity=room.activities[0].id, minutes=1440)
    assert room.activity(room.activities[0].id).minutes == 1440
    with refused(room.store, "bad_minutes"):
        room.act(room.facilitator, "retime_activity", activity=room.activities[0].id, minutes=0)


def test_drop_activity_closes_the_gap_and_nobody_can_open_it(room: Room) -> None:
    dropped = room.activities[1].id
    room.act(room.facilitator, "drop_activity", activity=dropped)
    assert agenda(room) == [FIRST_AGENDA[0], *FIRST_AGENDA[2:]]
    with refused(room.store, "unknown_activity"):
        room.act(room.facilitator, "open_activity", activity=dropped)


@pytest.mark.parametrize("closed", [False, True])
def test_drop_activity_keeps_one_that_was_opened(room: Room, closed: bool) -> None:
    activity = room.open()
    if closed:
        room.act(room.facilitator, "close_activity", activity=activity)
    with refused(room.store, "activity_was_opened"):
        room.act(room.facilitator, "drop_activity", activity=activity)
    assert agenda(room) == FIRST_AGENDA


def test_replan_shortens_and_skips_in_one_event(room: Room) -> None:
    _, define, ideate, prototype, _ = room.activities
    before = len(room.kinds())
    room.act(room.facilitator, "replan", minutes={define.id: 7, ideate.id: 0, prototype.id: 90})
    assert agenda(room) == [FIRST_AGENDA[0], FIRST_AGENDA[1], *FIRST_AGENDA[3:]]
    assert [room.activity(one.id).minutes for one in (define, prototype)] == [7, 90]
    assert room.activity(ideate.id).status == "dropped"
    assert room.kinds()[before:] == ["agenda_replanned"]


@pytest.mark.parametrize(
    ("minutes", "code"),
    [
        ({}, "bad_arguments"),
        ({"none": 5}, "unknown_activity"),
        ({"1": "5"}, "bad_arguments"),
        ({"1": True}, "bad_arguments"),
        ({"1": -1}, "bad_minutes"),
        ({"1": 24 * 60 + 1}, "bad_minutes"),
        ({"1": 5, "0": 5}, "activity_was_opened"),
        ({"1": 5, "0": 0}, "activity_was_opened"),
    ],
)
def test_replan_is_refused_as_a_whole(room: Room, minutes: dict[str, Any], code: str) -> None:
    room.open()
    ids = {str(number): activity.id for number, activity in enumerate(room.activities)}
    with refused(room.store, code):
        room.act(room.facilitator, "replan", minutes={ids.get(key, key): value for key, value in minutes.items()})
