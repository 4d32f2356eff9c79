import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, Transaction, connect, open_store, queries
from cx_workshop.verbs import Command, perform

NOBODY = 65534


@contextmanager
def one_group(store: Store) -> Iterator[None]:
    """What is submitted inside waits, and is then taken as one group."""
    reached, go = threading.Event(), threading.Event()

    def wait(tx: Transaction) -> None:
        reached.set()
        go.wait(10)

    first = store.submit(wait)
    assert reached.wait(10)
    yield
    go.set()
    first.result(10)


def add(name: str, answer: Any = None) -> Any:
    """Work that leaves one row in the table `notes`, and returns or raises the answer."""

    def work(tx: Transaction) -> Any:
        tx.db.conn.execute("insert into notes values (?)", [name])
        if isinstance(answer, Exception):
            raise answer
        return answer

    return work


def notes(store: Store) -> list[str]:
    with store.reading() as db:
        return [row["name"] for row in db.query("select name from notes order by rowid")]


@pytest.fixture
def noted(store: Store) -> Store:
    """A store with a table `notes` beside its own."""
    store.submit(lambda tx: tx.db.conn.execute("create table notes (name text primary key)") and None).result(10)
    return store


def test_a_result_is_on_disk_when_its_future_answers(noted: Store) -> None:
    assert noted.submit(add("one", "first")).result(10) == "first"
    assert notes(noted) == ["one"]


def test_results_and_refusals_come_to_the_right_futures(noted: Store) -> None:
    wanted: list[Any] = [1, Refused("not_allowed"), "three", KeyError("four"), None, Refused("too_fast")]
    with one_group(noted):
        futures = [noted.submit(add(str(number), answer)) for number, answer in enumerate(wanted)]
    answers = [future.exception(10) or future.result(10) for future in futures]
    assert answers == wanted
    assert notes(noted) == ["0", "2", "4"]


def test_a_group_is_one_commit(noted: Store) -> None:
    commits: list[list[str]] = []
    noted.on_commit(lambda: commits.append(notes(noted)))
    with one_group(noted):
        futures = [noted.submit(add(str(number))) for number in range(20)]
    for future in futures:
        future.result(10)
    assert commits == [[], [str(number) for number in range(20)]]


def test_a_group_of_refusals_wakes_nobody(noted: Store) -> None:
    commits: list[None] = []
    noted.on_commit(lambda: commits.append(None))
    assert isinstance(noted.submit(add("one", Refused("not_allowed"))).exception(10), Refused)
    assert (commits, notes(noted)) == ([], [])


def test_an_error_of_sqlite_takes_only_its_own_job_down(noted: Store) -> None:
    with one_group(noted):
        futures: list[Future[Any]] = [
            noted.submit(add("one", "first")),
            noted.submit(lambda tx: tx.db.conn.execute("select * from nothing")),
            noted.submit(add("three", "third")),
        ]
    error = futures[1].exception(10)
    assert isinstance(error, Refused)
    assert error.code == "storage_failed"
    assert [futures[0].result(10), futures[2].result(10)] == ["first", "third"]
    assert notes(noted) == ["one", "three"]


def test_more_than_one_group_waits_its_turn(noted: Store) -> None:
    with one_group(noted):
        futures = [noted.submit(add(f"{number:03}", number)) for number in range(600)]
    assert [future.result(10) for future in futures] == list(range(600))
    assert notes(noted) == [f"{number:03}" for number in range(600)]


def test_a_future_given_up_does_not_stop_the_writer(noted: Store) -> None:
    with one_group(noted):
        first, given_up, last = (noted.submit(add(name, name)) for name in ("one", "two", "three"))
        given_up.cancel()
    assert [first.result(5), last.result(5)] == ["one", "three"]
    assert noted.submit(add("four", "four")).result(5) == "four"


def test_closing_finishes_what_waits(database: Path) -> None:
    store = Store(database)
    store.submit(lambda tx: tx.db.conn.execute("create table notes (name text)") and None).result(10)
    with one_group(store):
        futures = [store.submit(add(str(number), number)) for number in range(600)]
        closing = threading.Thread(target=store.close)
        closing.start()
    closing.join(10)
    assert [future.result(0) for future in futures] == list(range(600))
    assert len(notes(store)) == 600


def test_two_stores_on_one_file_share_it(store: Store, database: Path) -> None:
    """As two processes do."""
    second = Store(database)
    values = {"title": "Parcels", "challenge": "", "language": "en", "agenda_id": FIRST, "name": "Fay"}
    futures = [perform(each, Command("create", values)) for each in (store, second) * 10]
    codes = {future.result(10).data["code"] for future in futures}
    second.close()
    with store.reading() as db:
        assert {workshop.code for workshop in queries.all_workshops(db)} == codes


def test_open_store_is_one_for_each_file(database: Path) -> None:
    store = open_store(database)
    assert open_store(database) is store
    open_store.cache_clear()
    store.close()


def test_a_reading_connection_cannot_write(store: Store) -> None:
    with store.reading() as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.conn.execute("delete from workshops")


def test_a_writing_connection_is_durable_and_keeps_references(store: Store, database: Path) -> None:
    db = connect(database)
    values = {
        name: db.conn.execute(f"pragma {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    db.close()
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "a" / "b" / "workshops.db")
    store.close()
    assert store.path.exists()


def refusal_of(path: Path) -> str:
    with pytest.raises(Refused) as error:
        Store(path)
    return error.value.code


def test_a_file_that_is_no_database_is_damaged(database: Path) -> None:
    database.write_bytes(b"Dear diary, " * 1000)
    assert refusal_of(database) == "database_damaged"
    assert database.read_bytes() == b"Dear diary, " * 1000


def test_a_damaged_table_is_told_at_the_start(store: Store, database: Path) -> None:
    with store.reading() as db:
        [page] = [row["rootpage"] for row in db.query("select rootpage from sqlite_master where name = 'workshops'")]
        size = db.conn.execute("pragma page_size").fetchone()[0]
    store.close()
    content = bytearray(database.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    database.write_bytes(content)
    assert refusal_of(database) == "database_damaged"


def test_a_folder_where_the_file_should_be_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == "storage_read_only"


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may write everywhere; as nobody, it may not."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may enter and only its owner may write; pytest's own are closed to nobody."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.mark.parametrize("name", ["workshops.db", "new/workshops.db"])
def test_a_folder_that_cannot_be_written_is_told_as_such(folder: Path, name: str) -> None:
    with without_rights():
        assert refusal_of(folder / name) == "storage_read_only"
    assert list(folder.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_to_each_verb(folder: Path) -> None:
    folder.chmod(0o777)
    path = folder / "workshops.db"
    Store(path).close()
    path.chmod(0o444)
    values = {"title": "Parcels", "challenge": "", "language": "en", "agenda_id": FIRST, "name": "Fay"}
    with without_rights():
        store = Store(path)
        error = perform(store, Command("create", values)).exception(10)
        store.close()
    assert isinstance(error, Refused)
    assert error.code == "storage_read_only"
