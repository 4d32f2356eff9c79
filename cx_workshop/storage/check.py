"""Is the file sound, and does its log agree with its rows?"""

import json
import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from cx_workshop.storage import queries
from cx_workshop.storage.transaction import stored

REPLAYED = ("workshops", "seats", "activities", "cards", "links", "images", "votes", "dots", "decisions")


def problems(db: Database) -> list[str]:
    """What is wrong, one sentence each; empty where all is well."""
    try:
        return _broken_file(db) or [*_broken_references(db), *_broken_log(db)]
    except sqlite3.DatabaseError as error:
        return [str(error)]


def _broken_file(db: Database) -> list[str]:
    found = [row["integrity_check"] for row in db.query("pragma integrity_check")]
    return [problem for problem in found if problem != "ok"]


def _broken_references(db: Database) -> list[str]:
    broken = db.query("pragma foreign_key_check")
    return [f"{row['table']} row {row['rowid']} refers to a row of {row['parent']} that is not there" for row in broken]


def _broken_log(db: Database) -> list[str]:
    return [problem for workshop in queries.all_workshops(db) for problem in log_problems(db, workshop.id)]


def log_problems(db: Database, workshop: str) -> list[str]:
    """Replay a workshop's log; each of its rows must end as it stands in its table."""
    replayed: dict[str, dict[str, dict[str, object]]] = {table: {} for table in REPLAYED}
    for event in queries.events_of(db, workshop):
        for table in REPLAYED:
            for row_id, after in event.after.get(table, {}).items():
                replayed[table].setdefault(row_id, {}).update(after or {})
    return [problem for table in REPLAYED for problem in _differences(db, workshop, table, replayed[table])]


def _differences(db: Database, workshop: str, table: str, logged: dict[str, dict[str, object]]) -> Iterator[str]:
    owner = "id" if table == "workshops" else "workshop"
    rows = {row["id"]: row for row in db.query(f"select * from {table} where {owner} = ?", [workshop])}
    for row_id in rows.keys() - logged.keys():
        yield f"{table} {row_id} stands in no event"
    for row_id in logged.keys() - rows.keys():
        yield f"{table} {row_id} is in the log, but its row has gone"
    for row_id in rows.keys() & logged.keys():
        for name, value in logged[row_id].items():
            if name not in rows[row_id] or _differs(rows[row_id][name], value):
                yield f"{table} {row_id}: {name} is {rows[row_id].get(name)!r}, the log says {value!r}"


def _differs(kept: object, logged: object) -> bool:
    if isinstance(logged, dict | list):
        return not isinstance(kept, str) or bool(json.loads(kept) != logged)
    return kept != stored(logged)
