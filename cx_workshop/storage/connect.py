"""Connections to the one file, each with the pragmas that make an acknowledged verb durable."""

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

BUSY_SECONDS = 10


class PlainDatabase(Database):
    """Reads in one statement; sqlite-utils sets a savepoint around each, in case it turns out to write."""

    def query(
        self, sql: str, params: Sequence[Any] | dict[str, Any] | None = None
    ) -> Generator[dict[str, Any], None, None]:
        cursor = self.conn.execute(sql, params or ())
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)


def connect(path: Path, *, read_only: bool = False) -> Database:
    """Open the file; a connection belongs to the thread that opened it."""
    mode = "ro" if read_only else "rwc"
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
    conn.execute("pragma foreign_keys = on")
    if not read_only:
        conn.execute("pragma journal_mode = wal")
        conn.execute("pragma synchronous = full")
    return PlainDatabase(conn, recursive_triggers=False, execute_plugins=False)


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """A short-lived connection that cannot write."""
    db = connect(path, read_only=True)
    try:
        yield db
    finally:
        db.close()
