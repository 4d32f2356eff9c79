"""When a workshop will end, and how time is won back."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cx_workshop.model import Activity
from cx_workshop.storage import overview, queries
from cx_workshop.tracking.schedule import LEAST, PROTECTED, Schedule, proposals, schedule_of
from cx_workshop.verbs import Command, perform
from tests.conftest import Room

START = datetime(2026, 11, 24, 9, tzinfo=UTC)
STEPS = ["empathize", "define", "ideate", "prototype", "test"]


def at(room: Room, minute: float, verb: str, **args: object) -> None:
    moment = (START + timedelta(minutes=minute)).isoformat().replace("+00:00", "Z")
    perform(room.store, Command(verb, args, seat=room.facilitator.id, at=moment)).result(10)


def schedule(room: Room, minute: float) -> Schedule:
    with room.store.reading() as db:
        activities = queries.activities_of(db, room.workshop.id)
        events = overview.agenda_events(db, room.workshop.id)
    return schedule_of(activities, events, START + timedelta(minutes=minute))


def minutes(moment: datetime | None) -> float:
    """Since the start."""
    assert moment is not None
    return (moment - START).total_seconds() / 60


@pytest.fixture
def whole(room: Room) -> int:
    return sum(activity.minutes for activity in room.activities)


def test_a_workshop_that_has_not_begun_ends_as_long_from_now_as_its_agenda_takes(room: Room, whole: int) -> None:
    now = schedule(room, 0)
    assert (now.started, now.planned_end, now.time_up, now.is_late) == (None, None, None, False)
    assert (minutes(now.expected_end), now.rest, now.spent) == (whole, whole, {})


def test_the_end_slips_once_an_activity_is_over_its_minutes(room: Room, whole: int) -> None:
    first = room.activities[0]
    at(room, 0, "open_activity", activity=first.id)
    early = schedule(room, first.minutes - 1)
    assert (minutes(early.planned_end), minutes(early.expected_end), early.overrun) == (whole, whole, 0)
    late = schedule(room, first.minutes + 7)
    assert (minutes(late.time_up), late.overrun, late.slip, late.is_late) == (first.minutes, 7, 7, True)
    assert late.spent == {first.id: first.minutes + 7}
    assert (minutes(late.planned_end), minutes(late.expected_end)) == (whole, whole + 7)


def test_time_won_early_may_be_spent_later(room: Room, whole: int) -> None:
    first, second = room.activities[:2]
    at(room, 0, "open_activity", activity=first.id)
    at(room, first.minutes - 5, "open_activity", activity=second.id)
    now = schedule(room, first.minutes - 5 + second.minutes)
    assert (now.overrun, now.slip, now.is_late, minutes(now.planned_end)) == (0, -5, False, whole)


def test_a_break_moves_both_ends(room: Room, whole: int) -> None:
    first = room.activities[0]
    at(room, 0, "open_activity", activity=first.id)
    at(room, first.minutes, "close_activity", activity=first.id)
    now = schedule(room, first.minutes + 15)
    assert (minutes(now.planned_end), minutes(now.expected_end), now.slip) == (whole + 15, whole + 15, 0)


def test_an_activity_opened_again_goes_on_where_it_was(room: Room) -> None:
    first, second = room.activities[:2]
    at(room, 0, "open_activity", activity=first.id)
    at(room, 4, "open_activity", activity=second.id)
    at(room, 6, "open_activity", activity=first.id)
    now = schedule(room, 7)
    assert now.spent == {first.id: 5, second.id: 2}
    assert minutes(now.time_up) == 6 + first.minutes - 4


def test_the_planned_end_is_that_of_the_agenda_at_the_start(room: Room, whole: int) -> None:
    first, second, third, fourth, _ = room.activities
    at(room, -2, "retime_activity", activity=second.id, minutes=second.minutes + 10)
    at(room, 0, "open_activity", activity=first.id)
    at(room, 1, "retime_activity", activity=second.id, minutes=60)
    at(room, 2, "drop_activity", activity=third.id)
    at(room, 3, "plan_activity", method="ideate/scamper", minutes=30, position=5)
    at(room, 4, "replan", minutes={fourth.id: 1, second.id: 50})
    now = schedule(room, 5)
    assert minutes(now.planned_end) == whole + 10
    rest = whole - first.minutes - second.minutes - third.minutes - fourth.minutes + 50 + 30 + 1
    assert (now.rest, minutes(now.expected_end)) == (rest, first.minutes + rest)


def activity(number: int, step: str, length: int, status: str = "planned") -> Activity:
    empty = dict.fromkeys(Activity.__dataclass_fields__, "")
    return replace(Activity(**empty), id=f"{number}", step=step, minutes=length, status=status)  # type: ignore[arg-type]


def test_one_activity_is_shortened_where_that_is_enough() -> None:
    agenda = [activity(i, "ideate", length) for i, length in enumerate((10, 40, 20, 30))]
    shorten, skip = proposals(agenda, 8)
    assert (shorten.kind, shorten.minutes, shorten.won) == ("shorten", {"1": 32}, 8)
    assert (skip.kind, skip.minutes, skip.won) == ("skip", {"0": 0}, 10)


def test_several_are_shortened_where_one_is_not_enough() -> None:
    agenda = [activity(i, "ideate", length) for i, length in enumerate((10, 40, 20, 30))]
    one, several, skip = proposals(agenda, 28)
    assert (one.minutes, one.won) == ({"1": 20}, 20)
    assert (several.minutes, several.won) == ({"1": 24, "2": 12, "0": 6}, 28)
    assert (skip.minutes, skip.won) == ({"1": 0}, 40)


def test_nothing_is_proposed_where_all_that_is_left_is_protected() -> None:
    assert proposals([activity(1, "define", 30), activity(2, "test", 30), activity(3, "ideate", 10)], 5) == []
    assert proposals([], 5) == []


def test_proposals_keep_what_they_promise() -> None:
    chance = random.Random(20261124)
    for _ in range(500):
        agenda = [
            activity(n, chance.choice(STEPS), chance.randint(1, 120), chance.choice(["planned", "planned", "closed"]))
            for n in range(chance.randrange(9))
        ]
        to_win = chance.randint(-5, 200)
        by_id = {one.id: one for one in agenda}
        for proposal in proposals(agenda, to_win):
            touched = [by_id[id] for id in proposal.minutes]
            assert all(one.status == "planned" and one.step not in PROTECTED for one in touched)
            assert agenda[-1] not in touched
            assert proposal.won == sum(by_id[id].minutes - kept for id, kept in proposal.minutes.items()) > 0
            if proposal.kind == "shorten":
                assert proposal.won <= to_win
                assert all(kept >= max(LEAST, by_id[id].minutes / 2) for id, kept in proposal.minutes.items())
            else:
                assert list(proposal.minutes.values()) == [0]
