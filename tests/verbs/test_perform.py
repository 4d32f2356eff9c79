from typing import Any

import pytest

from cx_workshop.verbs import VERBS, Command, Outcome, perform
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import everything, last_event, refused


def test_an_outcome_names_the_event(room: Room) -> None:
    activity = room.activities[0].id
    outcome = room.act(room.facilitator, "open_activity", id="mine", activity=activity)
    event = last_event(room.store)
    assert outcome == Outcome(event.seq, {})
    assert (event.command, event.workshop, event.seat) == ("mine", room.workshop.id, room.facilitator.id)


def test_a_verb_leaves_exactly_one_event(room: Room) -> None:
    before = room.kinds()
    room.add(room.participant, room.open())
    assert room.kinds() == [*before, "activity_opened", "card_added"]


def test_a_repeat_answers_what_the_first_did(room: Room) -> None:
    activity = room.open()
    args = {"activity": activity, "card": new_id(), "lane": "sees", "text": "Once"}
    first = room.act(room.participant, "add_card", id="twice", **args)
    rows = everything(room.store)
    assert room.act(room.participant, "add_card", id="twice", **args) == first
    assert everything(room.store) == rows


def test_a_repeat_answers_even_where_the_verb_would_now_be_refused(room: Room) -> None:
    activity = room.open()
    card = room.add(room.participant, activity)
    first = room.act(room.participant, "remove_card", id="twice", card=card)
    room.act(room.facilitator, "close_activity", activity=activity)
    rows = everything(room.store)
    assert room.act(room.participant, "remove_card", id="twice", card=card) == first
    assert everything(room.store) == rows


def test_a_repeat_in_the_same_group_is_done_once(room: Room) -> None:
    activity = room.open()
    args = {"activity": activity, "card": new_id(), "lane": "sees", "text": "Once"}
    command = Command("add_card", args, seat=room.participant.id, id="twice")
    futures = [perform(room.store, command) for _ in range(5)]
    assert len({future.result(10).seq for future in futures}) == 1
    assert room.lane(activity, "sees") == ["Once"]


def test_a_refused_command_may_be_sent_again(room: Room) -> None:
    activity = room.activities[0].id
    args = {"activity": activity, "card": new_id(), "lane": "sees", "text": "Later"}
    with refused(room.store, "activity_not_open"):
        room.act(room.participant, "add_card", id="twice", **args)
    room.open()
    room.act(room.participant, "add_card", id="twice", **args)
    assert room.lane(activity, "sees") == ["Later"]


def test_another_seats_command_id_is_refused(room: Room) -> None:
    activity = room.open()
    args = {"activity": activity, "card": new_id(), "lane": "sees", "text": "Once"}
    room.act(room.participant, "add_card", id="twice", **args)
    with refused(room.store, "id_taken"):
        room.act(room.other, "add_card", id="twice", **args | {"card": new_id()})


def test_two_workshops_may_use_the_same_command_id(room: Room) -> None:
    room.act(room.facilitator, "lock_board", id="same", activity=room.activities[0].id)
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": "first_workshop", "name": "Ann"}
    seat = perform(room.store, Command("create", values)).result(10).data["id"]
    perform(room.store, Command("close", {}, seat=seat, id="same")).result(10)
    assert last_event(room.store).kind == "workshop_closed"


def test_a_command_happens_at_the_time_it_names(room: Room) -> None:
    at = "2026-01-02T03:04:05.678Z"
    command = Command("open_activity", {"activity": room.activities[0].id}, seat=room.facilitator.id, at=at)
    perform(room.store, command).result(10)
    assert (last_event(room.store).at, room.activity(room.activities[0].id).opened_at) == (at, at)


@pytest.mark.parametrize("verb", ["nothing", "", "__class__", "take_seat"])
def test_an_unknown_verb_is_refused(room: Room, verb: str) -> None:
    with refused(room.store, "unknown_verb"):
        room.act(room.facilitator, verb)


@pytest.mark.parametrize("args", [None, [], "text", {"activity": None}, {"activity": 1}, {}, {"activity": "x", "y": 1}])
def test_wrong_arguments_are_refused(room: Room, args: Any) -> None:
    with refused(room.store, "bad_arguments"):
        perform(room.store, Command("open_activity", args, seat=room.facilitator.id)).result(10)


def test_a_seat_that_is_not_there_is_refused(room: Room) -> None:
    with refused(room.store, "unknown_seat"):
        perform(room.store, Command("undo", {}, seat="none")).result(10)


@pytest.mark.parametrize("verb", VERBS)
def test_a_removed_seat_is_refused_whatever_it_asks(room: Room, verb: str) -> None:
    args = {"seat": room.participant.id}
    perform(room.store, Command("remove", args, seat=room.facilitator.id)).result(10)
    with refused(room.store, "seat_removed"):
        room.act(room.participant, verb)


def test_a_repeat_from_a_seat_removed_meanwhile_is_refused(room: Room) -> None:
    card = room.add(room.participant, room.open())
    room.act(room.participant, "keep_card", id="twice", card=card)
    perform(room.store, Command("remove", {"seat": room.participant.id}, seat=room.facilitator.id)).result(10)
    with refused(room.store, "seat_removed"):
        room.act(room.participant, "keep_card", id="twice", card=card)
