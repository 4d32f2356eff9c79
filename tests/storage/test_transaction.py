from typing import Any

import pytest

from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, Transaction
from cx_workshop.storage.transaction import SECRETS, stored
from cx_workshop.verbs.act import new_id
from tests.conftest import Room


class Undo(Exception):
    """Ends a transaction of a test without leaving anything behind."""


def changes(store: Store, work: Any) -> tuple[Any, Any]:
    """What a transaction remembers of this work, before and after."""

    def run(tx: Transaction) -> Any:
        work(tx)
        return tx.before, tx.after

    result: tuple[Any, Any] = store.submit(run).result(10)
    return result


def seat_row(room: Room) -> dict[str, Any]:
    seat = {"id": new_id(), "workshop": room.workshop.id, "name": "Nia", "role": "participant"}
    return seat | {"joined_at": "2026-01-01T00:00:00.000Z", "removed_at": None}


def test_an_insert_remembers_that_there_was_nothing(room: Room) -> None:
    row = seat_row(room)
    before, after = changes(room.store, lambda tx: tx.insert("seats", row | {"token_hash": "secret"}))
    assert (before, after) == ({"seats": {row["id"]: None}}, {"seats": {row["id"]: row}})


def test_an_update_remembers_only_what_changes(room: Room) -> None:
    seat = room.participant
    before, after = changes(room.store, lambda tx: tx.update("seats", seat.id, name="Nia", role=seat.role))
    assert (before, after) == ({"seats": {seat.id: {"name": "Pia"}}}, {"seats": {seat.id: {"name": "Nia"}}})


def test_an_update_that_changes_nothing_is_not_remembered(room: Room) -> None:
    activity = room.activities[0]
    assert changes(room.store, lambda tx: tx.update("activities", activity.id, locked=False)) == ({}, {})


def test_two_updates_remember_the_first_before_and_the_last_after(room: Room) -> None:
    seat = room.participant

    def work(tx: Transaction) -> None:
        tx.update("seats", seat.id, name="Nia")
        tx.update("seats", seat.id, name="Mia", role="observer")

    before, after = changes(room.store, work)
    assert before == {"seats": {seat.id: {"name": "Pia", "role": "participant"}}}
    assert after == {"seats": {seat.id: {"name": "Mia", "role": "observer"}}}


def test_an_update_after_an_insert_is_part_of_it(room: Room) -> None:
    row = seat_row(room)

    def work(tx: Transaction) -> None:
        tx.insert("seats", row)
        tx.update("seats", row["id"], name="Mia")

    before, after = changes(room.store, work)
    assert (before, after) == ({"seats": {row["id"]: None}}, {"seats": {row["id"]: row | {"name": "Mia"}}})


@pytest.mark.parametrize("secret", sorted(SECRETS - {"token_hash"}))
def test_a_changed_secret_is_not_remembered(room: Room, secret: str) -> None:
    before, after = changes(room.store, lambda tx: tx.update("workshops", room.workshop.id, **{secret: "new"}))
    assert (secret in str(before), secret in str(after)) == (False, False)


def test_json_is_remembered_as_it_is_read(room: Room) -> None:
    card = room.add(room.participant, room.open())
    before, after = changes(room.store, lambda tx: tx.update("cards", card, fields={"need": "Zoë"}))
    assert (before, after) == ({"cards": {card: {"fields": {}}}}, {"cards": {card: {"fields": {"need": "Zoë"}}}})
    assert room.card(card).fields == {"need": "Zoë"}


def test_copy_is_not_remembered(room: Room) -> None:
    assert changes(room.store, lambda tx: tx.copy("seats", seat_row(room))) == ({}, {})


@pytest.mark.parametrize("more", [{"role": "king"}, {"workshop": "none"}, {"name": None}])
def test_a_row_that_does_not_fit_is_refused(room: Room, more: dict[str, Any]) -> None:
    with pytest.raises(Refused) as error:
        changes(room.store, lambda tx: tx.insert("seats", seat_row(room) | more))
    assert error.value.code == "id_taken"


def test_an_error_takes_back_what_its_work_did(room: Room) -> None:
    row = seat_row(room)

    def work(tx: Transaction) -> None:
        tx.insert("seats", row)
        raise Undo

    with pytest.raises(Undo):
        changes(room.store, work)
    with room.store.reading() as db:
        assert list(db.query("select * from seats where id = ?", [row["id"]])) == []


@pytest.mark.parametrize(
    ("value", "kept"), [(True, 1), (False, 0), ({"é": 1}, '{"é": 1}'), ([], "[]"), ("x", "x"), (1.5, 1.5), (None, None)]
)
def test_stored_is_the_value_as_sqlite_gives_it_back(value: object, kept: object) -> None:
    assert (stored(value), type(stored(value))) == (kept, type(kept))
