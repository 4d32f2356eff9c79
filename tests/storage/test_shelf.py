"""Vectors that outlive the server, and stand nowhere else."""

from cx_workshop.storage import Store, VectorShelf
from cx_workshop.storage.erase import erase_deleted
from tests.conftest import Room
from tests.looking import everything


def test_what_is_kept_is_found_by_its_key(store: Store) -> None:
    shelf = VectorShelf(store)
    assert shelf.find(["a", "b"]) == {}
    shelf.keep({"a": b"\x01", "b": b"\x02"})
    shelf.keep({"a": b"other", "c": b"\x03"})
    store.submit(lambda tx: None).result(10)  # by now the writer has seen to it
    assert shelf.find(["a", "c", "d"]) == {"a": b"\x01", "c": b"\x03"}
    assert shelf.find([f"key {n}" for n in range(50_000)] + ["b"]) == {"b": b"\x02"}


def test_keeping_is_no_event(store: Store) -> None:
    before = everything(store)
    VectorShelf(store).keep({"a": b"\x01"})
    store.submit(lambda tx: None).result(10)
    assert everything(store) == before


def test_what_a_deleted_workshop_said_leaves_no_vector(room: Room, store: Store) -> None:
    shelf = VectorShelf(store)
    shelf.keep({"a": b"\x01"})
    store.submit(lambda tx: erase_deleted(tx.db)).result(10)
    assert shelf.find(["a"]) == {"a": b"\x01"}  # nothing was deleted
    room.act(room.facilitator, "delete", code=room.workshop.code)
    store.submit(lambda tx: erase_deleted(tx.db)).result(10)
    assert shelf.find(["a"]) == {}
