"""A workshop as one JSON file, complete, and back again without loss.

Left out are the doors: seats' tokens and the keys of secret links. An imported workshop gets new ones. Left out is also
who wrote on boards without names, and who gave which dot.
"""

import json
from base64 import b64encode
from dataclasses import asdict, dataclass
from typing import Any

from cx_workshop.model import Workshop
from cx_workshop.refusal import Refused
from cx_workshop.report.forgery import FORMAT, HERE_ONLY, TABLES, VERSION, read_archive
from cx_workshop.report.promises import keep_promises
from cx_workshop.storage import Database, Store, Transaction, check, queries
from cx_workshop.verbs.act import new_secret
from cx_workshop.verbs.workshop import free_code


@dataclass(frozen=True)
class Imported:
    code: str
    facilitator_key: str


def as_json(db: Database, workshop: Workshop) -> str:
    """Everything; raises Refused with still_hidden while there is something that not everybody may see."""
    if queries.has_secrets(db, workshop.id):
        raise Refused("still_hidden")
    archive: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "workshop": _record(workshop),
        "seats": [_record(row) for row in queries.seats_of(db, workshop.id)],
        "activities": [_record(row) for row in queries.activities_of(db, workshop.id)],
        "images": [_record(row) for row in queries.images_of(db, workshop.id)],
        "cards": [_record(row) for row in queries.cards_of(db, workshop.id)],
        "links": [_record(row) for row in queries.links_of(db, workshop.id)],
        "votes": [_record(row) for row in queries.votes_of(db, workshop.id)],
        "dots": [_record(row) for row in queries.dots_of(db, workshop.id)],
        "decisions": [_record(row) for row in queries.decisions_of(db, workshop.id)],
        "events": [_record(row) for row in queries.events_of(db, workshop.id)],
    }
    keep_promises(archive)
    return json.dumps(archive, ensure_ascii=False, indent=1) + "\n"


def import_json(store: Store, text: str) -> Imported:
    """Take a workshop in, all or nothing; raises Refused for a file that is cut, forged, newer or already here."""
    archive = read_archive(text)
    result = store.submit(lambda tx: _insert(tx, archive)).result()
    assert isinstance(result, Imported)
    return result


def _record(row: Any) -> dict[str, Any]:
    told = {name: value for name, value in asdict(row).items() if name not in HERE_ONLY}
    return {name: b64encode(value).decode() if type(value) is bytes else value for name, value in told.items()}


def _insert(tx: Transaction, archive: dict[str, Any]) -> Imported:
    workshop = archive["workshop"]
    if queries.workshop_by_id(tx.db, workshop["id"]):
        raise Refused("already_here")
    if queries.workshop_by_code(tx.db, workshop["code"]):
        _rename(archive, free_code(tx.db))
    keys = {"facilitator_key": new_secret(), "observer_key": new_secret()}
    try:
        tx.copy("workshops", workshop | keys)
        for table in TABLES:
            for row in archive[table]:
                tx.copy(table, row)
    except Refused:
        raise Refused("bad_export") from None
    if check.log_problems(tx.db, workshop["id"]):
        raise Refused("bad_export")
    return Imported(workshop["code"], keys["facilitator_key"])


def _rename(archive: dict[str, Any], code: str) -> None:
    """Give it another code, in its log too: its own belongs to another workshop here."""
    workshop = archive["workshop"]
    workshop["code"] = code
    for event in archive["events"]:
        logged = event["after"].get("workshops", {}).get(workshop["id"]) or {}
        if "code" in logged:
            logged["code"] = code
