"""Ways to look at a database from outside: all its rows, its last event, and that a refusal left both alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from cx_workshop.model import Event
from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, queries

TABLES = ("workshops", "seats", "activities", "images", "cards", "links", "votes", "dots", "decisions", "events")


def everything(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    with store.reading() as db:
        return {table: list(db.query(f"select * from {table} order by rowid")) for table in TABLES}


def last_event(store: Store) -> Event:
    with store.reading() as db:
        return queries.events_after(db, 0)[-1]


@contextmanager
def refused(store: Store, code: str) -> Iterator[None]:
    """What is done inside is refused with this code, and no row or event changes."""
    rows = everything(store)
    with pytest.raises(Refused) as error:
        yield
    assert error.value.code == code
    assert everything(store) == rows


def sql(store: Store, statement: str, *values: Any) -> None:
    """Change the file behind the back of verbs and log."""

    def work(tx: Any) -> None:
        tx.db.conn.execute(statement, values)

    store.submit(work).result(10)
