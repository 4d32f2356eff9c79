from datetime import datetime
from typing import Any

import pytest

from cx_workshop.storage import queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.timer import is_timer, seconds_left
from tests.conftest import Room
from tests.looking import refused

DAY = "2026-11-24T"


def at(room: Room, time: str, verb: str, **args: Any) -> dict[str, Any]:
    """Carry out a verb at a time of the day; the timer then."""
    command = Command(verb, args, seat=room.facilitator.id, at=f"{DAY}{time}.000Z")
    perform(room.store, command).result(10)
    return timer(room)


def timer(room: Room) -> dict[str, Any]:
    with room.store.reading() as db:
        workshop = queries.workshop_by_id(db, room.workshop.id)
    assert workshop is not None
    return workshop.timer


def test_a_timer_runs_pauses_goes_on_and_stops(room: Room) -> None:
    assert at(room, "10:00:00", "start_timer", seconds=600) == {"seconds": 600, "ends_at": f"{DAY}10:10:00.000Z"}
    assert at(room, "10:04:00", "pause_timer") == {"seconds": 600, "left": 360}
    assert at(room, "10:09:00", "start_timer") == {"seconds": 600, "ends_at": f"{DAY}10:15:00.000Z"}
    assert at(room, "10:10:00", "stop_timer") == {}


def test_a_minute_more_or_less(room: Room) -> None:
    at(room, "10:00:00", "start_timer", seconds=120)
    assert at(room, "10:00:30", "change_timer", by=60) == {"seconds": 180, "ends_at": f"{DAY}10:03:00.000Z"}
    assert at(room, "10:00:30", "change_timer", by=-60) == {"seconds": 120, "ends_at": f"{DAY}10:02:00.000Z"}
    at(room, "10:01:00", "pause_timer")
    assert at(room, "10:01:30", "change_timer", by=60) == {"seconds": 180, "left": 120}


def test_a_timer_that_has_run_out_gets_a_minute_from_now(room: Room) -> None:
    at(room, "10:00:00", "start_timer", seconds=60)
    assert at(room, "10:05:00", "change_timer", by=60) == {"seconds": 120, "ends_at": f"{DAY}10:06:00.000Z"}


@pytest.mark.parametrize("seconds", [0, -1, 24 * 3600 + 1, 31_536_000])
def test_a_timer_of_nothing_or_of_a_year_is_refused(room: Room, seconds: int) -> None:
    with refused(room.store, "bad_timer"):
        room.act(room.facilitator, "start_timer", seconds=seconds)


def test_the_last_minute_cannot_be_taken_away(room: Room) -> None:
    at(room, "10:00:00", "start_timer", seconds=60)
    with refused(room.store, "bad_timer"):
        at(room, "10:00:10", "change_timer", by=-60)


def test_of_two_who_press_at_once_the_second_is_told(room: Room) -> None:
    room.act(room.facilitator, "start_timer", seconds=60)
    room.act(room.facilitator, "pause_timer")
    with refused(room.store, "timer_not_running"):
        room.act(room.facilitator, "pause_timer")
    room.act(room.facilitator, "start_timer")
    with refused(room.store, "timer_not_paused"):
        room.act(room.facilitator, "start_timer")
    room.act(room.facilitator, "stop_timer")
    for verb, args in (("stop_timer", {}), ("change_timer", {"by": 60})):
        with refused(room.store, "no_timer"):
            room.act(room.facilitator, verb, **args)


def test_the_next_activity_starts_without_a_timer(room: Room) -> None:
    room.open()
    room.act(room.facilitator, "start_timer", seconds=60)
    room.open("define")
    assert timer(room) == {}


def test_seconds_left_are_less_than_none_once_it_has_run_out() -> None:
    ends = datetime.fromisoformat("2026-11-24T10:00:00+00:00").isoformat()
    assert seconds_left({"seconds": 60, "ends_at": ends}, "2026-11-24T10:00:05.000Z") == -5


@pytest.mark.parametrize(
    "timer",
    [
        {"seconds": 60},
        {"left": 3},
        {"seconds": "60", "left": 3},
        {"seconds": 60, "left": 61},
        {"seconds": 1, "ends_at": "x"},
    ],
)
def test_what_is_no_timer(timer: dict[str, Any]) -> None:
    assert not is_timer(timer)
