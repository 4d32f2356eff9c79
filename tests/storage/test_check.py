import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cx_workshop.storage import Store, check
from cx_workshop.verbs.demo import fill_demo
from tests.conftest import Room
from tests.looking import last_event, sql


def problems(store: Store) -> list[str]:
    with store.reading() as db:
        return check.problems(db)


@pytest.fixture
def card(room: Room) -> str:
    activity = room.open("define")
    card = room.add(room.participant, activity, "They wait", "questions")
    room.act(room.participant, "keep_card", card=room.add(room.other, activity, "Kept", "questions"))
    room.act(room.participant, "edit_card", card=card, text="They wait long")
    room.act(room.facilitator, "close_activity", activity=activity)
    room.open("define")
    return card


def test_a_workshop_as_verbs_leave_it_is_sound(room: Room, card: str) -> None:
    assert problems(room.store) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("workshops", "title", "Else"),
        ("workshops", "solo", 1),
        ("seats", "name", "Else"),
        ("activities", "locked", 1),
        ("cards", "text", "Else"),
        ("cards", "position", 1.5),
        ("cards", "fields", '{"need": 1}'),
        ("cards", "seat", None),
    ],
)
def test_a_row_changed_behind_the_logs_back_is_found(
    room: Room, card: str, table: str, column: str, value: object
) -> None:
    row_id = {
        "workshops": room.workshop.id,
        "seats": room.participant.id,
        "activities": room.activities[0].id,
        "cards": card,
    }[table]
    sql(room.store, f"update {table} set {column} = ? where id = ?", value, row_id)
    [problem] = problems(room.store)
    assert problem.startswith(f"{table} {row_id}: {column} is ")


def test_a_row_that_the_log_does_not_know_is_found(room: Room) -> None:
    sql(
        room.store,
        "insert into seats (id, workshop, name, role, joined_at) values ('x', ?, 'Nia', 'observer', '2026-01-01')",
        room.workshop.id,
    )
    assert problems(room.store) == ["seats x stands in no event"]


def test_a_row_that_has_gone_is_found(room: Room, card: str) -> None:
    sql(room.store, "delete from cards where id = ?", card)
    assert problems(room.store) == [f"cards {card} is in the log, but its row has gone"]


def test_a_missing_event_is_found(room: Room) -> None:
    room.act(room.facilitator, "edit", title="Letters", challenge="Late parcels", language="en")
    sql(room.store, "delete from events where seq = ?", last_event(room.store).seq)
    assert problems(room.store) == [
        f"workshops {room.workshop.id}: title is 'Letters', the log says 'Parcels'",
    ]


def test_a_missing_first_event_is_found(room: Room) -> None:
    card = room.add(room.participant, room.open())
    sql(room.store, "delete from events where seq = ?", last_event(room.store).seq)
    assert problems(room.store) == [f"cards {card} stands in no event"]


def test_a_broken_reference_is_found(store: Store, room: Room, card: str) -> None:
    store.close()
    _without_references(store.path, "delete from seats where id = ?", room.other.id)
    found = problems(store)
    assert len([problem for problem in found if problem.startswith("cards row ") and "seats" in problem]) == 1
    assert [problem for problem in found if problem.endswith("refers to a row of seats that is not there")] != []


def test_a_damaged_page_is_found(store: Store, room: Room, card: str) -> None:
    with store.reading() as db:
        [page] = [row["rootpage"] for row in db.query("select rootpage from sqlite_master where name = 'cards'")]
        size = db.conn.execute("pragma page_size").fetchone()[0]
    store.close()
    content = bytearray(store.path.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    store.path.write_bytes(content)
    assert problems(store) != []


@pytest.mark.parametrize("language", ["en", "nl", "de"])
def test_the_sample_workshop_is_sound(store: Store, language: str) -> None:
    fill_demo(store, language=language, start=datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert problems(store) == []


def _without_references(path: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(path) as db:
        db.execute(statement, values)
    db.close()
