"""Connections to the one file, each with the pragmas that make an acknowledged verb durable."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

BUSY_SECONDS = 10


def connect(path: Path, *, read_only: bool = False) -> Database:
    """Open the file; a connection belongs to the thread that opened it."""
    mode = "ro" if read_only else "rwc"
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
    conn.execute("pragma foreign_keys = on")
    if not read_only:
        conn.execute("pragma journal_mode = wal")
        conn.execute("pragma synchronous = full")
    return Database(conn, recursive_triggers=False, execute_plugins=False)


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """A short-lived connection that cannot write."""
    db = connect(path, read_only=True)
    try:
        yield db
    finally:
        db.close()
