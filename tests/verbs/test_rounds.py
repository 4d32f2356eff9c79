from datetime import datetime, timedelta

import pytest

from cx_workshop.content import method, shape_of
from cx_workshop.model import Activity, Seat
from cx_workshop.storage import queries
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import last_event, refused, sql
from tests.verbs.test_shapes import JOURNEY, PARADOXES, lay, on_sheets, opened, part

BRAINWRITING = "ideate/brainwriting"


def new_round(room: Room, activity: str, reason: str = "With what we heard since") -> Activity:
    made = room.act(room.facilitator, "new_round", activity=activity, reason=reason).data["activity"]
    return room.activity(made)


def agenda(room: Room) -> list[str]:
    with room.store.reading() as db:
        return [activity.id for activity in queries.agenda_of(db, room.workshop.id)]


def test_a_new_round_is_empty_and_the_old_one_stays_readable(room: Room) -> None:
    first = room.open()
    room.add(room.participant, first)
    second = new_round(room, first, "  With what\nwe heard since ")
    assert (second.method, second.round, second.status) == (room.activity(first).method, 2, "open")
    assert second.shape == {"reason": "With what we heard since"}
    assert (room.activity(first).status, room.activity(first).round) == ("closed", 1)
    assert room.lane(first, "sees") == ["They wait"]
    assert room.lane(second.id, "sees") == []
    assert agenda(room)[:2] == [first, second.id]
    event = last_event(room.store)
    assert (event.kind, event.seat) == ("round_begun", room.facilitator.id)
    with refused(room.store, "activity_closed"):
        room.add(room.participant, first)
    room.add(room.participant, second.id)


def test_rounds_are_counted_on_from_the_last(room: Room) -> None:
    first = room.open()
    second, third = new_round(room, first), new_round(room, first)
    assert (second.round, third.round) == (2, 3)


def test_a_new_round_keeps_the_shape_of_the_old_one(room: Room) -> None:
    first = opened(room, JOURNEY)
    part(room, room.participant, "add_part", activity=first, kind="lanes", id="own", name="Return")
    part(room, room.participant, "add_part", activity=first, kind="sheets", id="b", name="Bram")
    second = new_round(room, first)
    assert shape_of(second) == shape_of(room.activity(first))
    lay(room, second.id, lane="own", sheet="b")


def test_a_new_round_lays_the_starters_on_each_sheet(room: Room) -> None:
    first = opened(room, PARADOXES)
    part(room, room.participant, "add_part", activity=first, kind="sheets", id="b", name="Bram")
    second = new_round(room, first)
    assert sorted(on_sheets(room, second.id)) == sorted(on_sheets(room, first))


def test_a_new_round_says_why_and_is_the_facilitators(room: Room) -> None:
    activity = room.open()
    with refused(room.store, "empty_reason"):
        new_round(room, activity, " \n")
    with refused(room.store, "text_too_long"):
        new_round(room, activity, "x" * 301)
    with refused(room.store, "not_allowed"):
        room.act(room.participant, "new_round", activity=activity, reason="Once more")


# Sheets that travel


@pytest.fixture
def three(room: Room) -> list[Seat]:
    """Pia, Otto, and a third participant."""
    room.act(room.facilitator, "change_role", seat=room.observer.id, role="participant")
    return [room.participant, room.other, room.observer]


@pytest.fixture
def activity(room: Room) -> str:
    return opened(room, BRAINWRITING)


def hand_out(room: Room, activity: str, minutes: int = 5) -> None:
    room.act(room.facilitator, "hand_out_sheets", activity=activity, minutes=minutes)


def pass_on(room: Room, activity: str, number: int, seat: Seat | None = None) -> None:
    room.act(seat or room.facilitator, "pass_sheets_on", activity=activity, number=number)


def holders(room: Room, activity: str) -> list[str]:
    """The names of the people on whose sheets the people write, in the order of the people."""
    shape = room.activity(activity).shape
    return [shape["names"]["sheets"][sheet] for sheet in shape["turn"]["sheets"].values()]


def time_is_up(room: Room, activity: str) -> None:
    ended = "update activities set shape = json_set(shape, '$.turn.ends_at', '2020-01-01') where id = ?"
    sql(room.store, ended, activity)


def write(room: Room, seat: Seat, activity: str, sheet: Seat) -> None:
    args = {"activity": activity, "lane": "idea_1", "text": "A locker", "sheet": sheet.id}
    room.act(seat, "add_card", card=new_id(), **args)


def test_hand_out_gives_everybody_who_writes_a_sheet(room: Room, three: list[Seat], activity: str) -> None:
    hand_out(room, activity, 7)
    shape = room.activity(activity).shape
    ids = [seat.id for seat in three]
    assert shape["sheets"] == ids
    assert shape["names"]["sheets"] == {seat.id: seat.name for seat in three}
    assert (shape["turn"]["number"], shape["turn"]["minutes"]) == (1, 7)
    assert shape["turn"]["sheets"] == dict(zip(ids, ids, strict=True))
    event = last_event(room.store)
    assert (event.kind, event.seat) == ("sheets_handed_out", room.facilitator.id)
    assert datetime.fromisoformat(shape["turn"]["ends_at"]) - datetime.fromisoformat(event.at) == timedelta(minutes=7)


def test_sheets_go_round_until_everybody_had_each(room: Room, three: list[Seat], activity: str) -> None:
    hand_out(room, activity)
    assert holders(room, activity) == ["Pia", "Otto", "Olga"]
    pass_on(room, activity, 1)
    assert holders(room, activity) == ["Olga", "Pia", "Otto"]
    pass_on(room, activity, 2)
    assert holders(room, activity) == ["Otto", "Olga", "Pia"]
    pass_on(room, activity, 3)
    shape = room.activity(activity).shape
    assert "turn" not in shape
    assert shape["sheets"] == [seat.id for seat in three]


def test_the_same_turn_is_passed_on_once(room: Room, three: list[Seat], activity: str) -> None:
    hand_out(room, activity)
    time_is_up(room, activity)
    pass_on(room, activity, 1, three[0])
    after = room.activity(activity)
    for seat in (*three, room.facilitator):
        pass_on(room, activity, 1, seat)
        assert room.activity(activity) == after
        assert last_event(room.store).after == {}
    pass_on(room, activity, 3)  # one that has not begun
    assert room.activity(activity) == after


def test_a_participant_waits_until_time_is_up(room: Room, three: list[Seat], activity: str) -> None:
    hand_out(room, activity)
    with refused(room.store, "not_allowed"):
        pass_on(room, activity, 1, three[1])
    time_is_up(room, activity)
    pass_on(room, activity, 1, three[1])
    assert room.activity(activity).shape["turn"]["number"] == 2


def test_everybody_writes_on_the_sheet_in_front_of_them(room: Room, three: list[Seat], activity: str) -> None:
    pia, otto, olga = three
    hand_out(room, activity)
    write(room, pia, activity, pia)
    with refused(room.store, "not_your_sheet"):
        write(room, pia, activity, olga)
    pass_on(room, activity, 1)
    write(room, pia, activity, olga)
    with refused(room.store, "not_your_sheet"):
        write(room, pia, activity, pia)
    write(room, room.facilitator, activity, otto)  # who has no sheet helps on any
    pass_on(room, activity, 2)
    pass_on(room, activity, 3)
    for sheet in three:
        write(room, pia, activity, sheet)


def test_alone_one_writes_on_ones_own(room: Room, activity: str) -> None:
    for seat in (room.participant, room.other):
        room.act(room.facilitator, "remove", seat=seat.id)
    hand_out(room, activity)
    assert holders(room, activity) == ["Fay"]
    pass_on(room, activity, 1)
    assert "turn" not in room.activity(activity).shape


def test_hand_out_refuses(room: Room, activity: str) -> None:
    for minutes in (0, 61):
        with refused(room.store, "bad_minutes"):
            hand_out(room, activity, minutes)
    with refused(room.store, "not_allowed"):
        room.act(room.participant, "hand_out_sheets", activity=activity, minutes=5)
    empathy_map = room.open()
    with refused(room.store, "bad_arguments"):
        hand_out(room, empathy_map)
    with refused(room.store, "activity_closed"):
        hand_out(room, activity)


def test_a_new_round_hands_the_sheets_out_anew(room: Room, three: list[Seat], activity: str) -> None:
    hand_out(room, activity)
    again = new_round(room, activity)
    assert shape_of(again).sheets == ["1"]
    assert "turn" not in again.shape
    assert method(again.method).board.travels
    hand_out(room, again.id)
    assert holders(room, again.id) == [seat.name for seat in three]
