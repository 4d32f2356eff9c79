"""The store of a process: many readers, and one writer thread that commits what it is handed in groups."""

import errno
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.storage.connect import connect, reading
from cx_workshop.storage.erase import erase_deleted
from cx_workshop.storage.migrations import check_ours, migrate
from cx_workshop.storage.transaction import Transaction

GROUP = 256
"""The most verbs in one commit: with synchronous=FULL one fsync then carries them all."""

UNWRITABLE = {(errno.EACCES,), (errno.EPERM,), (errno.EROFS,)}

Work = Callable[[Transaction], Any]
Job = tuple[Work, "Future[Any]", bool]
"""What to do, who waits for the answer, and whether listeners are told."""


class Store:
    """One database file as one process sees it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._listeners: list[Callable[[], None]] = []
        self._prepare()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work, *, quiet: bool = False) -> "Future[Any]":
        """Have the writer run this; the future answers once it is on disk, or raises what it raised.

        `quiet`: it leaves no event, so that nobody need be woken.
        """
        future: Future[Any] = Future()
        self._jobs.put((work, future, quiet))
        return future

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Call this, in the writer's thread, after each commit."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        with reading(self.path) as db:
            yield db

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join()

    def _prepare(self) -> None:
        with _storage_errors():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            check_ours(self.path)
            db = connect(self.path)
            try:
                migrate(db, self.path)
                if queries.has_deleted(db):
                    with db.atomic():
                        erase_deleted(db)
            finally:
                db.close()

    def _run(self) -> None:
        db = connect(self.path)
        while group := self._next_group():
            self._commit(db, group)
        db.close()

    def _next_group(self) -> list[Job]:
        """At least one job, and whatever else waits; nothing once the store is closed."""
        group: list[Job] = []
        while not group or (len(group) < GROUP and not self._jobs.empty()):
            job = self._jobs.get()
            if job is None:  # closed: finish this group, then be told again
                if group:
                    self._jobs.put(None)
                break
            if job[1].set_running_or_notify_cancel():  # else whoever asked has gone
                group.append(job)
        return group

    def _commit(self, db: Database, group: list[Job]) -> None:
        answers: list[tuple[Future[Any], Any, BaseException | None]] = []
        quiet = all(quiet for _, _, quiet in group)
        try:
            with _storage_errors():
                db.conn.execute("begin immediate")
                for work, future, _ in group:
                    answers.append((future, *_run_in_savepoint(db, work)))
                db.conn.commit()
        except Exception as error:
            db.rollback()
            if len(group) > 1:  # one of them may be what the disk refused: each gets its own chance
                for job in group:
                    self._commit(db, [job])
                return
            answers = [(group[0][1], None, error)]
        if not quiet and any(refused is None for _, _, refused in answers):
            for listener in self._listeners:
                listener()
        for future, result, refused in answers:
            if refused is None:
                future.set_result(result)
            else:
                future.set_exception(refused)


def _run_in_savepoint(db: Database, work: Work) -> tuple[Any, BaseException | None]:
    """What the work returned or why it was refused; an error of SQLite itself is the whole group's."""
    db.conn.execute("savepoint verb")
    answer: tuple[Any, BaseException | None]
    try:
        answer = work(Transaction(db)), None
    except sqlite3.OperationalError:
        raise
    except Exception as error:
        db.conn.execute("rollback to verb")
        answer = None, error
    db.conn.execute("release verb")
    return answer


@contextmanager
def _storage_errors() -> Iterator[None]:
    """Give what SQLite and the file system refuse the code that people and programs see."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise Refused(_code_of(error)) from error


def _code_of(error: sqlite3.DatabaseError | OSError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return "storage_full"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")) or error.args[:1] in UNWRITABLE:
        return "storage_read_only"
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return "database_damaged"
    return "storage_failed"


@cache
def open_store(path: Path) -> Store:
    """The process's store of this file."""
    return Store(path)
