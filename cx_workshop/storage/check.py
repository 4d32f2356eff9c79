"""Is the file sound, and does its log agree with its rows?"""

import json

from sqlite_utils import Database

from cx_workshop.storage.queries import events_after
from cx_workshop.storage.transaction import SECRETS, stored

REPLAYED = ("workshops", "seats", "activities", "cards")


def problems(db: Database) -> list[str]:
    """What is wrong, one sentence each; empty where all is well."""
    return _broken_file(db) or [*_broken_references(db), *_log_against_rows(db)]


def _broken_file(db: Database) -> list[str]:
    found = [row["integrity_check"] for row in db.query("pragma integrity_check")]
    return [problem for problem in found if problem != "ok"]


def _broken_references(db: Database) -> list[str]:
    broken = db.query("pragma foreign_key_check")
    return [f"{row['table']} row {row['rowid']} refers to a row of {row['parent']} that is not there" for row in broken]


def _log_against_rows(db: Database) -> list[str]:
    """Replay the log; each row must end as it stands in its table."""
    replayed: dict[str, dict[str, dict[str, object]]] = {table: {} for table in REPLAYED}
    for event in events_after(db, 0):
        for table in REPLAYED:
            for row_id, after in event.after.get(table, {}).items():
                replayed[table].setdefault(row_id, {}).update(after or {})
    return [
        f"{table} {row['id']}: {name} is {row[name]!r}, the log says {value!r}"
        for table in REPLAYED
        for row in db.query(f"select * from {table}")
        for name, value in (replayed[table].get(row["id"]) or {"id": None}).items()
        if name not in SECRETS and _differs(row[name], value)
    ]


def _differs(kept: object, logged: object) -> bool:
    if isinstance(logged, dict | list):
        return bool(json.loads(str(kept)) != logged)
    return kept != stored(logged)
