"""The one way to change rows: every change is remembered, before and after, for the event that tells of it."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from cx_workshop.model import Changes
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries

SECRETS = {"facilitator_key", "observer_key", "token_hash"}
"""Columns that open a door: the log goes to screens and exports, they do not."""

ELSEWHERE = {"parent", "comes_from"}
"""Columns that name a row of another workshop."""

UNTOLD = SECRETS | ELSEWHERE | {"data"}
"""Columns that stand in no event: secrets, other workshops' rows, and the bytes of pictures, which never change."""

JSON = {"fields", "shape", "timer", "called", "totals"}
"""Columns that hold JSON."""


class Transaction:
    """The rows that one verb touches, inside the writer's savepoint."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.before: Changes = {}
        self.after: Changes = {}
        self.private: dict[str, list[str]] = {}

    def insert(self, table: str, row: dict[str, Any]) -> None:
        self.copy(table, row)
        self._remember(table, row["id"], None, row)
        self._keep_private(table, row)

    def copy(self, table: str, row: dict[str, Any]) -> None:
        """Insert a row that is not a change of now, such as one of an imported workshop."""
        try:
            self._insert(table, row)
        except sqlite3.IntegrityError as error:
            raise Refused("id_taken") from error

    def update(self, table: str, row_id: str, **columns: Any) -> None:
        """Change columns of one row; columns that keep their value are not remembered."""
        [row] = self.db.query(f"select * from {table} where id = ?", [row_id])
        new = {name: value for name, value in columns.items() if stored(value) != row[name]}
        if new:
            sql = f"update {table} set {', '.join(f'{name} = ?' for name in new)} where id = ?"
            self.db.conn.execute(sql, [*map(stored, new.values()), row_id])
            old = {name: json.loads(row[name]) if name in JSON else row[name] for name in new}
            self._remember(table, row_id, old, new)
            self._keep_private(table, row | new)

    def rewrite_log(self, workshop: str, change: Callable[[Changes], bool]) -> None:
        """Change what the events of a workshop tell, where `change` says that it did; only for taking names out."""
        for event in queries.events_of(self.db, workshop):
            if any([change(event.before), change(event.after)]):
                sql = "update events set before = ?, after = ? where seq = ?"
                self.db.conn.execute(sql, [stored(event.before), stored(event.after), event.seq])

    def log(self, event: dict[str, Any]) -> int:
        """Write the event that tells of the remembered changes; its sequence number."""
        return self._insert("events", event | {"before": self.before, "after": self.after, "private": self.private})

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        """The number of the new row; in plain SQL, as sqlite-utils reads the table's schema again for each."""
        sql = f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})"
        return int(self.db.conn.execute(sql, [stored(value) for value in row.values()]).lastrowid or 0)

    def _keep_private(self, table: str, row: dict[str, Any]) -> None:
        """Note who alone may be told of this change: of a hidden card its author, of a dot whoever cast it."""
        if table == "dots" or (table == "cards" and row["hidden"]):
            self.private[row["id"]] = queries.eyes_of(self.db, row["seat"])
        elif table == "cards":
            self.private.pop(row["id"], None)
        elif table == "links":
            ends = [queries.card_by_id(self.db, row[end]) for end in ("card", "rests_on")]
            hidden = [queries.eyes_of(self.db, card.seat) for card in ends if card and card.hidden]
            if hidden:
                self.private[row["id"]] = sorted(set.intersection(*map(set, hidden)))

    def _remember(self, table: str, row_id: str, old: dict[str, Any] | None, new: dict[str, Any]) -> None:
        old, new = old and _told(old), _told(new)
        before, after = self.before.setdefault(table, {}), self.after.setdefault(table, {})
        if row_id not in before:
            before[row_id] = old
        elif (first := before[row_id]) is not None:
            before[row_id] = (old or {}) | first
        after[row_id] = (after.get(row_id) or {}) | new


def _told(columns: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in columns.items() if name not in UNTOLD}


def stored(value: object) -> object:
    """The value as SQLite gives it back: JSON as text, truth as 0 or 1."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value
