"""Full disks, and files that cannot be written, are held by others or are not ours: one sentence, and nothing lost."""

import ctypes
import hashlib
import resource
import sqlite3
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cx_workshop.refusal import SENTENCES
from cx_workshop.translate import translate
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, PIA, Venue
from tests.server import LiveSeat, Message, Server

pytestmark = [pytest.mark.server, pytest.mark.faults]

ROOM = 300_000
"""Bytes that the server may still write until its disk is full."""


def test_full_disk_refuses_cards_and_loses_none(venue: Venue) -> None:
    with _little_room(venue.server):
        seat = venue.sit(PIA, language="de")
        texts = []
        while (answer := _add(venue, seat, f"{len(texts)} {'x' * 5000}"))["op"] == "done":
            texts.append(f"{len(texts)} {'x' * 5000}")
        assert answer["code"] in ("storage_full", "storage_failed")
        assert answer["message"] == translate(SENTENCES[answer["code"]], "de")
        assert answer["message"] != SENTENCES[answer["code"]]
        assert len(texts) > 0
        assert [card["text"] for card in venue.sit(FAY).board(venue.activity)["cards"]] == texts
    assert "Traceback" not in venue.server.log.read_text()


def test_full_disk_keeps_the_server_alive_and_readable(venue: Venue) -> None:
    with _little_room(venue.server):
        seat = venue.sit(PIA)
        _fill_up(venue, seat)
        for _ in range(20):
            assert _add(venue, seat, "x" * 5000)["op"] == "refused"
        with urllib.request.urlopen(venue.server.address) as page:
            assert page.status == 200
        assert venue.server.post("/join", {"code": "ZZZ-ZZZ", "name": "Nia"})[1]["code"] == "unknown_code"
        assert venue.server.process.poll() is None


def test_writing_goes_on_when_there_is_space_again(venue: Venue) -> None:
    seat, reader = venue.sit(PIA), venue.sit(FAY)
    with _little_room(venue.server):
        _fill_up(venue, seat)
    done = _add(venue, seat, "Space again")
    assert reader.event_at(done["seq"])["data"]["cards"][0]["text"] == "Space again"
    assert [event["seq"] for event in reader.events] == venue.seqs(reader.welcome["seq"])
    assert venue.server.command("check").returncode == 0


@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_database_that_cannot_be_written_is_said_at_the_start_or_to_each_verb(venue: Venue, folder: int) -> None:
    venue.store.close()
    server = venue.server
    server.stop()
    _chmod(server.database, 0o444, folder)
    server.in_child = _obey_permissions
    try:
        server.spawn()
        if server.answers():
            assert _add(venue, venue.sit(PIA), "No")["code"] == "storage_read_only"
        else:
            assert server.process.wait(10) == 1
            last_line = server.log.read_text().splitlines()[-1]
            assert last_line == f"CX Workshop cannot start. {SENTENCES['storage_read_only']}"
        assert "Traceback" not in server.log.read_text()
    finally:
        server.kill()
        _chmod(server.database, 0o644, 0o755)
    server.in_child = None
    server.start()
    venue.add(venue.sit(PIA), "Yes")


def test_file_held_by_another_program_refuses_and_recovers(venue: Venue) -> None:
    """Such as a database browser with an open change. Readers are not held up."""
    seat = venue.sit(PIA)
    with closing(sqlite3.connect(venue.server.database, isolation_level=None)) as other:
        other.execute("begin immediate")
        command = new_id()
        args = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "Held up"}
        seat.send({"op": "do", "id": command, "verb": "add_card", "args": args})
        assert venue.sit(FAY).board(venue.activity)["cards"] == []
        assert seat.wait(lambda message: message["op"] in ("done", "refused"))["code"] == "storage_failed"
        other.execute("rollback")
    assert seat.do("add_card", id=command, **args)["op"] == "done"
    assert [card.text for card in venue.cards()] == ["Held up"]


@pytest.mark.parametrize("spoilt", ["text", "half", "header", "middle"])
def test_damaged_database_is_refused_and_left_alone(venue: Venue, spoilt: str) -> None:
    path = _stopped_in_one_file(venue)
    sound = path.read_bytes()
    path.write_bytes(
        {
            "text": b"my shopping list",
            "half": sound[: len(sound) // 2],
            "header": b"\0" * 100 + sound[100:],
            "middle": sound[:4096] + b"\xff" * 8192 + sound[12288:],
        }[spoilt]
    )
    _assert_refused(venue.server, "database_damaged")


def test_folder_in_place_of_the_database_is_refused(venue: Venue) -> None:
    path = _stopped_in_one_file(venue)
    path.unlink()
    path.mkdir()
    assert venue.server.spawn().wait(30) == 1
    assert "Traceback" not in venue.server.log.read_text()


def test_database_of_another_program_is_refused_and_left_alone(venue: Venue) -> None:
    path = _stopped_in_one_file(venue)
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table recipes (name text)")
        db.commit()
    _assert_refused(venue.server, "database_damaged")


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_newer_database_is_refused_and_left_alone(venue: Venue, journal: str) -> None:
    """In WAL it was in use; `backup` leaves one without."""
    path = _stopped_in_one_file(venue)
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('cx_workshop', 'm999_later', '2031-01-01')"
        )
        db.commit()
        db.execute(f"pragma journal_mode = {journal}")
    _assert_refused(venue.server, "newer_database")


def _add(venue: Venue, seat: LiveSeat, text: str) -> Message:
    return seat.do("add_card", activity=venue.activity, card=new_id(), lane="sees", text=text)


def _fill_up(venue: Venue, seat: LiveSeat) -> None:
    while _add(venue, seat, "x" * 5000)["op"] == "done":
        pass


@contextmanager
def _little_room(server: Server) -> Iterator[None]:
    """A limit to the size of files that the server writes: a full disk that needs no rights of an administrator."""
    largest = max(path.stat().st_size for path in server.database.parent.iterdir())
    unlimited = resource.RLIM_INFINITY
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (largest + ROOM, unlimited))
    yield
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))


def _obey_permissions() -> None:
    """Root may write what nobody may; after this, the new process may not (for others it changes nothing)."""
    drop_from_bounding_set, cap_dac_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, cap_dac_override, 0, 0, 0)


def _chmod(database: Path, file: int, folder: int) -> None:
    for path in database.parent.glob(f"{database.name}*"):
        path.chmod(file)
    database.parent.chmod(folder)


def _stopped_in_one_file(venue: Venue) -> Path:
    """Stop the server and bring everything into the one file."""
    venue.store.close()
    venue.server.stop()
    path = venue.server.database
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma journal_mode = delete")
    return path


def _assert_refused(server: Server, code: str) -> None:
    server.log.write_text("")
    before = hashlib.sha256(server.database.read_bytes()).hexdigest()
    server.spawn()
    assert not server.answers()
    assert server.process.wait(10) == 1
    assert server.log.read_text() == f"CX Workshop cannot start. {SENTENCES[code]}\n"
    assert hashlib.sha256(server.database.read_bytes()).hexdigest() == before
