"""A workshop as one JSON file, complete, and back again without loss.

Left out are the doors: seats' tokens and the keys of secret links. An imported workshop gets new ones.
"""

import json
from dataclasses import asdict, dataclass, fields
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cx_workshop.model import Activity, Card, Event, Seat, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, Store, Transaction, queries
from cx_workshop.storage.transaction import SECRETS
from cx_workshop.verbs.act import new_secret
from cx_workshop.verbs.workshop import free_code

FORMAT, VERSION = "cx-workshop", 1
HERE_ONLY = SECRETS | {"seq"}
"""Columns that belong to one database: keys, and the place in its log (the order of the list holds it)."""
TABLES: dict[str, type] = {"seats": Seat, "activities": Activity, "cards": Card, "events": Event}


@dataclass(frozen=True)
class Imported:
    code: str
    facilitator_key: str


def as_json(db: Database, workshop: Workshop) -> str:
    archive = {
        "format": FORMAT,
        "version": VERSION,
        "workshop": _record(workshop),
        "seats": [_record(row) for row in queries.seats_of(db, workshop.id)],
        "activities": [_record(row) for row in queries.activities_of(db, workshop.id)],
        "cards": [_record(row) for row in queries.cards_of(db, workshop.id)],
        "events": [_record(row) for row in queries.events_of(db, workshop.id)],
    }
    return json.dumps(archive, ensure_ascii=False, indent=1) + "\n"


def import_json(store: Store, text: str) -> Imported:
    """Take a workshop in, all or nothing; raises Refused for a file that is cut, forged, newer or already here."""
    archive = _read(text)
    result = store.submit(lambda tx: _insert(tx, archive)).result()
    assert isinstance(result, Imported)
    return result


def _record(row: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name not in HERE_ONLY}


def _read(text: str) -> dict[str, Any]:
    try:
        archive = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("bad_export") from None
    if not isinstance(archive, dict) or archive.get("format") != FORMAT or type(archive.get("version")) is not int:
        raise Refused("bad_export")
    if archive["version"] > VERSION:
        raise Refused("newer_export")
    _check_row(archive.get("workshop"), Workshop)
    for table, kind in TABLES.items():
        rows = archive.get(table)
        if not isinstance(rows, list):
            raise Refused("bad_export")
        for row in rows:
            _check_row(row, kind)
            if row["workshop"] != archive["workshop"]["id"]:
                raise Refused("bad_export")
    return archive


def _check_row(row: Any, kind: type) -> None:
    """Exactly the columns of this kind, each of its type."""
    hints = {field.name: get_type_hints(kind)[field.name] for field in fields(kind) if field.name not in HERE_ONLY}
    if not isinstance(row, dict) or row.keys() != hints.keys():
        raise Refused("bad_export")
    if not all(_is_a(row[name], hint) for name, hint in hints.items()):
        raise Refused("bad_export")


def _is_a(value: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin is Literal:
        return value in get_args(hint)
    if origin is UnionType:
        return any(_is_a(value, part) for part in get_args(hint))
    if hint is float:
        return type(value) in (int, float)
    return type(value) is (origin or hint)


def _insert(tx: Transaction, archive: dict[str, Any]) -> Imported:
    workshop = archive["workshop"]
    if queries.workshop_by_id(tx.db, workshop["id"]):
        raise Refused("already_here")
    code = workshop["code"] if queries.workshop_by_code(tx.db, workshop["code"]) is None else free_code(tx.db)
    keys = {"facilitator_key": new_secret(), "observer_key": new_secret()}
    try:
        tx.insert("workshops", workshop | keys | {"code": code})
        for table in TABLES:
            for row in archive[table]:
                tx.copy(table, row)
    except Refused:
        raise Refused("bad_export") from None
    return Imported(code, keys["facilitator_key"])
