from typing import Any

import pytest

from cx_workshop.model import Seat
from cx_workshop.storage import queries
from cx_workshop.verbs import Command, Outcome, perform
from tests.conftest import Room
from tests.looking import last_event, refused

LONGEST_NAME = 60


def join(room: Room, name: str = "Nia", key: str | None = None, id: str = "first") -> Outcome:
    args = {"name": name, "key": key}
    return perform(room.store, Command("join", args, workshop=room.workshop.id, id=id)).result(10)


def act(room: Room, who: Seat, verb: str, /, **args: Any) -> Outcome:
    """As Room.act, for verbs that have an argument called seat."""
    return perform(room.store, Command(verb, args, seat=who.id)).result(10)


def seat(room: Room, seat_id: str) -> Seat:
    with room.store.reading() as db:
        found = queries.seat_by_id(db, seat_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("key", "role"),
    [(None, "participant"), ("", "participant"), ("facilitator_key", "facilitator"), ("observer_key", "observer")],
)
def test_join_gives_the_role_of_the_key(room: Room, key: str | None, role: str) -> None:
    outcome = join(room, key=getattr(room.workshop, key) if key else key)
    taken, event = seat(room, outcome.data["id"]), last_event(room.store)
    assert (taken.name, taken.role, taken.workshop, taken.joined_at) == ("Nia", role, room.workshop.id, event.at)
    assert (event.kind, event.seat, event.seq) == ("seat_joined", taken.id, outcome.seq)
    assert event.before == {"seats": {taken.id: None}}
    told = {name: value for name, value in vars(taken).items() if name != "comes_from"}
    assert event.after == {"seats": {taken.id: told}}


def test_join_tells_the_token_once_and_keeps_only_its_hash(room: Room) -> None:
    outcome = join(room)
    assert outcome.data.keys() == {"seat", "code", "id"}
    with room.store.reading() as db:
        [row] = db.query("select * from seats where id = ?", [outcome.data["id"]])
    assert row["token_hash"] == queries.token_hash(outcome.data["seat"])
    assert outcome.data["seat"] not in row.values()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("  Nia \n de  Vries ", "Nia de Vries"),
        ("n" * LONGEST_NAME, "n" * LONGEST_NAME),
        ("יעל", "יעל"),
        ("Zoë 🙂 <b>", "Zoë 🙂 <b>"),
    ],
)
def test_names_are_kept_with_single_spaces(room: Room, name: str, kept: str) -> None:
    assert seat(room, join(room, name).data["id"]).name == kept
    act(room, room.participant, "rename", seat=room.participant.id, name=name)
    assert seat(room, room.participant.id).name == kept


@pytest.mark.parametrize(
    ("name", "key", "code"),
    [
        (" \n", None, "empty_name"),
        ("n" * (LONGEST_NAME + 1), None, "name_too_long"),
        ("Nia", "a wrong key", "unknown_code"),
        (7, None, "bad_arguments"),
    ],
)
def test_join_refuses(room: Room, name: str, key: str | None, code: str) -> None:
    with refused(room.store, code):
        join(room, name, key)


def test_join_refuses_a_workshop_that_is_not_there(room: Room) -> None:
    with refused(room.store, "unknown_code"):
        perform(room.store, Command("join", {"name": "Nia"}, workshop="none")).result(10)


def test_join_again_with_the_same_id_takes_no_second_seat(room: Room) -> None:
    join(room)
    with refused(room.store, "id_taken"):
        join(room)


def test_rename_tells_what_was(room: Room) -> None:
    act(room, room.observer, "rename", seat=room.observer.id, name="Olga B.")
    event = last_event(room.store)
    assert seat(room, room.observer.id).name == "Olga B."
    assert (event.kind, event.seat) == ("seat_renamed", room.observer.id)
    assert event.before == {"seats": {room.observer.id: {"name": "Olga"}}}
    assert event.after == {"seats": {room.observer.id: {"name": "Olga B."}}}


def test_rename_of_another_is_for_facilitators(room: Room) -> None:
    with refused(room.store, "not_yours"):
        act(room, room.participant, "rename", seat=room.other.id, name="Nemo")
    act(room, room.facilitator, "rename", seat=room.other.id, name="Nemo")
    assert seat(room, room.other.id).name == "Nemo"


@pytest.mark.parametrize(("name", "code"), [("", "empty_name"), ("n" * 61, "name_too_long"), (None, "bad_arguments")])
def test_rename_refuses(room: Room, name: str, code: str) -> None:
    with refused(room.store, code):
        act(room, room.participant, "rename", seat=room.participant.id, name=name)


@pytest.mark.parametrize("role", ["facilitator", "observer"])
def test_change_role_tells_what_was(room: Room, role: str) -> None:
    act(room, room.facilitator, "change_role", seat=room.participant.id, role=role)
    event = last_event(room.store)
    assert seat(room, room.participant.id).role == role
    assert event.kind == "role_changed"
    assert event.before == {"seats": {room.participant.id: {"role": "participant"}}}
    assert event.after == {"seats": {room.participant.id: {"role": role}}}


def test_change_role_refuses_a_role_that_is_not_there(room: Room) -> None:
    with refused(room.store, "bad_arguments"):
        act(room, room.facilitator, "change_role", seat=room.participant.id, role="king")


@pytest.mark.parametrize("role", ["participant", "observer"])
def test_the_last_facilitator_keeps_the_role(room: Room, role: str) -> None:
    with refused(room.store, "last_facilitator"):
        act(room, room.facilitator, "change_role", seat=room.facilitator.id, role=role)
    act(room, room.facilitator, "change_role", seat=room.participant.id, role="facilitator")
    act(room, room.facilitator, "change_role", seat=room.facilitator.id, role=role)
    assert seat(room, room.facilitator.id).role == role


def test_remove_keeps_the_row_and_the_cards(room: Room) -> None:
    card = room.add(room.participant, room.open())
    act(room, room.facilitator, "remove", seat=room.participant.id)
    event = last_event(room.store)
    assert seat(room, room.participant.id).removed_at == event.at
    assert event.kind == "seat_removed"
    assert event.before == {"seats": {room.participant.id: {"removed_at": None}}}
    assert event.after == {"seats": {room.participant.id: {"removed_at": event.at}}}
    assert (room.card(card).seat, room.card(card).status) == (room.participant.id, "open")


def test_the_last_facilitator_cannot_be_removed(room: Room) -> None:
    with refused(room.store, "last_facilitator"):
        act(room, room.facilitator, "remove", seat=room.facilitator.id)


def test_a_removed_facilitator_no_longer_counts(room: Room) -> None:
    act(room, room.facilitator, "change_role", seat=room.participant.id, role="facilitator")
    act(room, room.participant, "remove", seat=room.facilitator.id)
    with refused(room.store, "last_facilitator"):
        act(room, room.participant, "remove", seat=room.participant.id)


@pytest.mark.parametrize(
    ("verb", "more"), [("rename", {"name": "Nemo"}), ("change_role", {"role": "observer"}), ("remove", {})]
)
def test_a_seat_that_is_removed_or_of_another_workshop_is_unknown(room: Room, verb: str, more: dict[str, str]) -> None:
    act(room, room.facilitator, "remove", seat=room.other.id)
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": "first_workshop", "name": "Ann"}
    elsewhere = perform(room.store, Command("create", values)).result(10).data["id"]
    for unknown in (room.other.id, elsewhere, "none"):
        with refused(room.store, "unknown_seat"):
            act(room, room.facilitator, verb, seat=unknown, **more)
