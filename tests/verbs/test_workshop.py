from typing import Any

import pytest

from cx_workshop.content import agenda
from cx_workshop.content.agendas import FIRST
from cx_workshop.model import Workshop
from cx_workshop.storage import Store, queries
from cx_workshop.verbs import Command, Outcome, perform
from cx_workshop.verbs.workshop import LETTERS
from tests.conftest import Room
from tests.looking import everything, last_event, refused

LONGEST_TITLE, LONGEST_CHALLENGE = 200, 1000
VALUES = {"title": "Parcels", "challenge": "Late parcels", "language": "nl", "agenda_id": FIRST, "name": "Fay"}
WORDS = {"title": "Parcels", "challenge": "Late parcels", "language": "nl"}


def create(store: Store, **changes: Any) -> Outcome:
    return perform(store, Command("create", VALUES | changes)).result(10)


def workshop_of(store: Store, code: str) -> Workshop:
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, code)
    assert workshop is not None
    return workshop


def test_create_makes_an_open_workshop_with_two_secret_keys(store: Store) -> None:
    workshop = workshop_of(store, create(store, solo=True).data["code"])
    assert workshop == Workshop(
        id=workshop.id,
        code=workshop.code,
        title="Parcels",
        challenge="Late parcels",
        language="nl",
        solo=True,
        status="open",
        facilitator_key=workshop.facilitator_key,
        observer_key=workshop.observer_key,
        created_at=workshop.created_at,
        closed_at=None,
        timer={},
        called={},
        parent=None,
        deleted_at=None,
    )
    assert len({workshop.facilitator_key, workshop.observer_key, ""}) == 3


def test_create_plans_the_agenda(store: Store) -> None:
    workshop = workshop_of(store, create(store).data["code"])
    with store.reading() as db:
        planned = queries.activities_of(db, workshop.id)
    assert [(a.position, a.method, a.minutes, a.status, a.locked, a.round) for a in planned] == [
        (position, item.method, item.minutes, "planned", False, 1)
        for position, item in enumerate(agenda(FIRST).activities, start=1)
    ]


def test_create_seats_its_facilitator(store: Store) -> None:
    outcome = create(store)
    workshop = workshop_of(store, outcome.data["code"])
    with store.reading() as db:
        [seat] = queries.seats_of(db, workshop.id)
        assert queries.seat_by_token(db, outcome.data["seat"]) == seat
    assert (seat.id, seat.name, seat.role, seat.removed_at) == (outcome.data["id"], "Fay", "facilitator", None)


def test_create_leaves_one_event_of_all_new_rows(store: Store) -> None:
    outcome = create(store)
    event, rows = last_event(store), everything(store)
    assert (event.seq, event.kind, event.seat) == (outcome.seq, "workshop_created", outcome.data["id"])
    assert len(rows["events"]) == 1
    for table in ("workshops", "activities", "seats"):
        assert event.before[table] == {row["id"]: None for row in rows[table]}
        assert event.after[table].keys() == event.before[table].keys()


def test_secrets_are_never_in_events(store: Store) -> None:
    outcome = create(store)
    workshop = workshop_of(store, outcome.data["code"])
    logged = str(everything(store)["events"])
    secrets = [outcome.data["seat"], queries.token_hash(outcome.data["seat"])]
    secrets += [workshop.facilitator_key, workshop.observer_key, "token_hash", "facilitator_key", "observer_key"]
    assert [secret for secret in secrets if secret in logged] == []


def test_join_codes_use_only_letters_that_are_not_mistaken(store: Store) -> None:
    codes = [perform(store, Command("create", VALUES)) for _ in range(40)]
    for code in [future.result(10).data["code"] for future in codes]:
        assert (len(code), code[3]) == (7, "-")
        assert set(code) - {"-"} <= set(LETTERS)
    assert set("B8I1LO0S5Z2") & set(LETTERS) == set()


def test_title_and_challenge_are_kept_as_typed_without_space_around(store: Store) -> None:
    workshop = workshop_of(store, create(store, title="  <b>Zoë</b> 🙂 ", challenge=" *שלום*\n").data["code"])
    assert (workshop.title, workshop.challenge) == ("<b>Zoë</b> 🙂", "*שלום*")


WRONG_WORDS = [
    ({"title": " \n"}, "empty_title"),
    ({"title": "x" * (LONGEST_TITLE + 1)}, "title_too_long"),
    ({"challenge": "x" * (LONGEST_CHALLENGE + 1)}, "title_too_long"),
    ({"language": "fr"}, "bad_arguments"),
    ({"title": 7}, "bad_arguments"),
    ({"more": "x"}, "bad_arguments"),
]


@pytest.mark.parametrize(
    ("changes", "code"), [*WRONG_WORDS, ({"name": " "}, "empty_name"), ({"solo": 1}, "bad_arguments")]
)
def test_create_refuses(store: Store, changes: dict[str, Any], code: str) -> None:
    with refused(store, code):
        create(store, **changes)


def test_create_takes_the_longest_title_and_challenge(store: Store) -> None:
    longest = {"title": "t" * LONGEST_TITLE, "challenge": "c" * LONGEST_CHALLENGE}
    workshop = workshop_of(store, create(store, **longest).data["code"])
    assert {"title": workshop.title, "challenge": workshop.challenge} == longest


def test_edit_changes_the_words_and_tells_what_was(room: Room) -> None:
    room.act(room.facilitator, "edit", title="Letters", challenge="Late parcels", language="de")
    workshop, event = workshop_of(room.store, room.workshop.code), last_event(room.store)
    assert (workshop.title, workshop.challenge, workshop.language) == ("Letters", "Late parcels", "de")
    assert event.kind == "workshop_edited"
    assert event.before == {"workshops": {workshop.id: {"title": "Parcels", "language": "en"}}}
    assert event.after == {"workshops": {workshop.id: {"title": "Letters", "language": "de"}}}


@pytest.mark.parametrize(("changes", "code"), WRONG_WORDS)
def test_edit_refuses(room: Room, changes: dict[str, Any], code: str) -> None:
    with refused(room.store, code):
        room.act(room.facilitator, "edit", **WORDS | changes)


def test_close_makes_it_read_only(room: Room) -> None:
    room.act(room.facilitator, "close")
    workshop, event = workshop_of(room.store, room.workshop.code), last_event(room.store)
    assert (workshop.status, workshop.closed_at) == ("closed", event.at)
    assert event.kind == "workshop_closed"
    assert event.before == {"workshops": {workshop.id: {"status": "open", "closed_at": None}}}
    assert event.after == {"workshops": {workshop.id: {"status": "closed", "closed_at": event.at}}}
    with refused(room.store, "workshop_closed"):
        room.act(room.facilitator, "close")


def test_reopen_brings_it_back(room: Room) -> None:
    room.act(room.facilitator, "close")
    closed_at = last_event(room.store).at
    room.act(room.facilitator, "reopen")
    event = last_event(room.store)
    assert workshop_of(room.store, room.workshop.code) == room.workshop
    assert event.kind == "workshop_reopened"
    assert event.before == {"workshops": {room.workshop.id: {"status": "closed", "closed_at": closed_at}}}
    assert event.after == {"workshops": {room.workshop.id: {"status": "open", "closed_at": None}}}
