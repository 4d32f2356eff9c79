from typing import Any

import pytest

from cx_workshop.model import Seat, Workshop
from cx_workshop.storage import check, queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import refused


def form(room: Room, name: str = "One", seats: list[Any] | None = None) -> str:
    people = [room.participant.id] if seats is None else seats
    return str(room.act(room.facilitator, "form_team", name=name, seats=people).data["code"])


def found(room: Room, code: str) -> Workshop:
    with room.store.reading() as db:
        workshop = queries.workshop_by_code(db, code)
    assert workshop is not None
    return workshop


def sitting(room: Room, code: str) -> dict[str, Seat]:
    with room.store.reading() as db:
        return {seat.name: seat for seat in queries.seats_of(db, found(room, code).id)}


def test_a_team_has_the_agenda_its_people_and_the_facilitators(room: Room) -> None:
    room.open()
    code = form(room)
    team = found(room, code)
    with room.store.reading() as db:
        agenda = [(a.method, a.minutes, a.status) for a in queries.agenda_of(db, team.id)]
        assert check.problems(db) == []
    assert agenda == [(activity.method, activity.minutes, "planned") for activity in room.activities]
    assert (team.title, team.parent) == ("Parcels · One", room.workshop.id)
    assert {name: seat.role for name, seat in sitting(room, code).items()} == {
        "Fay": "facilitator",
        "Pia": "participant",
    }
    assert sitting(room, code)["Pia"].comes_from == room.participant.id


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "empty_name"),
        ({"name": "x" * 61}, "name_too_long"),
        ({"seats": []}, "empty_team"),
        ({"seats": ["none"]}, "unknown_seat"),
        ({"seats": [7]}, "bad_arguments"),
    ],
)
def test_a_team_that_makes_no_sense_is_refused(room: Room, change: dict[str, Any], code: str) -> None:
    with refused(room.store, code):
        room.act(room.facilitator, "form_team", **{"name": "One", "seats": [room.participant.id]} | change)


def test_nobody_is_in_two_teams_and_observers_are_in_none(room: Room) -> None:
    form(room)
    for seat in (room.participant, room.observer, room.facilitator):
        with refused(room.store, "in_team_already"):
            form(room, "Two", [seat.id])


def test_a_team_is_not_split_again(room: Room) -> None:
    inside = sitting(room, form(room))
    with refused(room.store, "team_in_team"):
        room.act(inside["Fay"], "form_team", name="In it", seats=[inside["Pia"].id])


def test_people_are_called_to_their_teams_and_back(room: Room) -> None:
    code = form(room)
    room.act(room.facilitator, "call_to_teams")
    assert found(room, room.workshop.code).called["to"] == "teams"
    room.act(sitting(room, code)["Fay"], "call_to_plenary")
    assert found(room, code).called["to"] == "plenary"


def test_what_a_team_kept_is_laid_on_the_board_of_all_and_says_where_it_comes_from(room: Room) -> None:
    code = form(room)
    inside, team = sitting(room, code), found(room, code)
    with room.store.reading() as db:
        board = queries.agenda_of(db, team.id)[0].id
    room.act(inside["Fay"], "open_activity", activity=board)
    card = new_id()
    room.act(inside["Pia"], "add_card", activity=board, card=card, lane="sees", text="A locker")
    here = room.open()
    args = {"team": team.id, "activity": here, "lane": "sees"}
    room.act(room.facilitator, "bring_cards", cards=[card], **args)
    assert room.lane(here, "sees") == ["A locker\n(One)"]
    own = room.add(room.participant, here)
    with refused(room.store, "unknown_card"):
        room.act(room.facilitator, "bring_cards", cards=[own], **args)
    with refused(room.store, "bad_arguments"):
        room.act(room.facilitator, "bring_cards", cards=[], **args)
    with room.store.reading() as db:
        assert check.problems(db) == []


def test_cards_of_another_workshop_are_not_brought(room: Room) -> None:
    words = {"title": "Two", "challenge": "", "language": "en", "agenda_id": "first_workshop", "name": "Ann"}
    other = perform(room.store, Command("create", words)).result(10).data["code"]
    args = {"team": found(room, other).id, "cards": ["x"], "activity": room.open(), "lane": "sees"}
    with refused(room.store, "no_teams"):
        room.act(room.facilitator, "bring_cards", **args)


def test_somebody_named_twice_sits_in_a_team_once(room: Room) -> None:
    code = form(room, seats=[room.participant.id, room.participant.id])
    with room.store.reading() as db:
        assert [seat.name for seat in queries.seats_of(db, found(room, code).id)] == ["Fay", "Pia"]
