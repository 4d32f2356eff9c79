import pytest

from tests.conftest import Room
from tests.looking import last_event, refused


def opened(room: Room, step: str) -> str:
    """The activity of a step with one card, opened."""
    activity = room.open(step)
    room.add(room.participant, activity, "First", lane={"define": "questions", "empathize": "sees"}[step])
    return activity


def test_open_activity_opens_it_and_tells_what_was(room: Room) -> None:
    activity = room.open()
    event = last_event(room.store)
    assert (room.activity(activity).status, room.activity(activity).opened_at) == ("open", event.at)
    assert (event.kind, event.activity, event.seat) == ("activity_opened", activity, room.facilitator.id)
    assert event.before == {"activities": {activity: {"status": "planned", "opened_at": None}}}
    assert event.after == {"activities": {activity: {"status": "open", "opened_at": event.at}}}


def test_open_activity_closes_the_one_that_was_open(room: Room) -> None:
    first, second = room.open("empathize"), room.open("define")
    event = last_event(room.store)
    assert (room.activity(first).status, room.activity(second).status) == ("closed", "open")
    assert event.before == {
        "activities": {
            first: {"status": "open", "closed_at": None},
            second: {"status": "planned", "opened_at": None},
        }
    }
    assert event.after == {
        "activities": {
            first: {"status": "closed", "closed_at": event.at},
            second: {"status": "open", "opened_at": event.at},
        }
    }


def test_open_activity_again_opens_a_closed_one(room: Room) -> None:
    activity = room.open()
    room.act(room.facilitator, "close_activity", activity=activity)
    room.open()
    assert (room.activity(activity).status, room.activity(activity).closed_at) == ("open", None)


def test_open_activity_that_is_open_changes_nothing(room: Room) -> None:
    activity = room.open()
    before = room.activity(activity)
    room.open()
    assert room.activity(activity) == before
    assert (last_event(room.store).before, last_event(room.store).after) == ({}, {})


def test_close_activity_closes_it_and_tells_what_was(room: Room) -> None:
    activity = room.open()
    room.act(room.facilitator, "close_activity", activity=activity)
    event = last_event(room.store)
    assert (room.activity(activity).status, room.activity(activity).closed_at) == ("closed", event.at)
    assert (event.kind, event.activity) == ("activity_closed", activity)
    assert event.before == {"activities": {activity: {"status": "open", "closed_at": None}}}
    assert event.after == {"activities": {activity: {"status": "closed", "closed_at": event.at}}}


def test_close_activity_leaves_a_planned_one_planned(room: Room) -> None:
    planned = room.activities[2]
    room.act(room.facilitator, "close_activity", activity=planned.id)
    assert room.activity(planned.id) == planned


def test_lock_and_unlock_tell_what_was(room: Room) -> None:
    activity = room.open()
    room.act(room.facilitator, "lock_board", activity=activity)
    event = last_event(room.store)
    assert room.activity(activity).locked is True
    assert (event.kind, event.activity) == ("board_locked", activity)
    assert event.before == {"activities": {activity: {"locked": False}}}
    assert event.after == {"activities": {activity: {"locked": True}}}
    room.act(room.facilitator, "unlock_board", activity=activity)
    event = last_event(room.store)
    assert room.activity(activity).locked is False
    assert (event.kind, event.activity) == ("board_unlocked", activity)
    assert event.before == {"activities": {activity: {"locked": True}}}
    assert event.after == {"activities": {activity: {"locked": False}}}


@pytest.mark.parametrize("verb", ["open_activity", "close_activity", "lock_board", "unlock_board"])
def test_an_unknown_activity_is_refused(room: Room, verb: str) -> None:
    with refused(room.store, "unknown_activity"):
        room.act(room.facilitator, verb, activity="none")


def test_closing_a_choosing_board_parks_what_was_not_kept(room: Room) -> None:
    activity = room.open("define")
    kept, open_, removed, parked = (room.add(room.participant, activity, text, "questions") for text in "KORP")
    room.act(room.participant, "keep_card", card=kept)
    room.act(room.participant, "park_card", card=parked)
    room.act(room.participant, "remove_card", card=removed)
    room.act(room.facilitator, "close_activity", activity=activity)
    event = last_event(room.store)
    assert [room.card(card).status for card in (kept, open_, removed, parked)] == [
        "kept",
        "parked",
        "removed",
        "parked",
    ]
    assert event.before["cards"].keys() == {open_}
    assert {card: (after or {})["status"] for card, after in event.after["cards"].items()} == {open_: "parked"}
    assert room.card(open_).updated_at == event.at


def test_closing_a_choosing_board_parks_nothing_where_nothing_was_kept(room: Room) -> None:
    activity = opened(room, "define")
    room.act(room.facilitator, "close_activity", activity=activity)
    assert last_event(room.store).after.keys() == {"activities"}
    assert room.lane(activity, "questions") == ["First"]


def test_closing_another_board_parks_nothing(room: Room) -> None:
    activity = opened(room, "empathize")
    room.act(room.participant, "keep_card", card=room.add(room.participant, activity))
    room.act(room.facilitator, "close_activity", activity=activity)
    assert last_event(room.store).after.keys() == {"activities"}


@pytest.mark.parametrize("closing", ["close_activity", "open_activity of the next"])
def test_reopening_takes_the_parking_back_and_nothing_else(room: Room, closing: str) -> None:
    activity = room.open("define")
    kept, open_, parked = (room.add(room.participant, activity, text, "questions") for text in "KOP")
    room.act(room.participant, "keep_card", card=kept)
    room.act(room.participant, "park_card", card=parked)
    if closing == "close_activity":
        room.act(room.facilitator, closing, activity=activity)
    else:
        room.open("ideate")
    assert [room.card(card).status for card in (kept, open_, parked)] == ["kept", "parked", "parked"]
    room.open("define")
    event = last_event(room.store)
    assert [room.card(card).status for card in (kept, open_, parked)] == ["kept", "open", "parked"]
    assert {card: (after or {})["status"] for card, after in event.after["cards"].items()} == {open_: "open"}
    assert room.card(open_).updated_at == event.at


def test_reopening_looks_only_at_the_last_closing(room: Room) -> None:
    activity = room.open("define")
    kept, first, second = (room.add(room.participant, activity, text, "questions") for text in "KFS")
    room.act(room.participant, "keep_card", card=kept)
    for _ in range(2):
        room.act(room.facilitator, "close_activity", activity=activity)
        room.open("define")
    room.act(room.participant, "park_card", card=first)
    room.act(room.facilitator, "close_activity", activity=activity)
    room.open("define")
    assert [room.card(card).status for card in (kept, first, second)] == ["kept", "parked", "open"]
