"""Reads an archive that anybody may have written: only what an export can hold gets past here."""

import json
import re
from base64 import b64decode
from dataclasses import fields
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cx_workshop.content import methods
from cx_workshop.content.shape import is_shape
from cx_workshop.model import Activity, Card, Decision, Dot, DotKind, Event, Image, Link, Seat, Vote, Workshop
from cx_workshop.process import STEP_BY_ID
from cx_workshop.refusal import Refused
from cx_workshop.storage.transaction import ELSEWHERE, SECRETS
from cx_workshop.translate import LANGUAGES
from cx_workshop.verbs.act import is_moment
from cx_workshop.verbs.fields import are_fields, is_day
from cx_workshop.verbs.images import is_kept_picture
from cx_workshop.verbs.timer import is_timer
from cx_workshop.verbs.votes import MOST_DOTS
from cx_workshop.verbs.workshop import LETTERS

Record = dict[str, Any]

FORMAT, VERSION = "cx-workshop", 3
HERE_ONLY = SECRETS | ELSEWHERE | {"seq", "deleted_at"}
"""Columns that belong to one database: keys, other workshops, and the place in its log (the list has its order)."""
TABLES: dict[str, type] = {
    "seats": Seat,
    "activities": Activity,
    "images": Image,
    "cards": Card,
    "links": Link,
    "votes": Vote,
    "dots": Dot,
    "decisions": Decision,
    "events": Event,
}
SINCE_2: dict[str, Record] = {
    "activities": {"shape": {}},
    "cards": {"row": "", "sheet": "", "x": None, "y": None, "theme": None, "merged_into": None},
}
"""What version 1 did not have yet; nor images and links."""
SINCE_3: dict[str, Record] = {
    "seats": {"device": True, "ready_for": None, "late_for": None, "hand_at": None},
    "activities": {"hidden": False, "anonymous": False, "notes": ""},
    "cards": {"hidden": False},
    "events": {"private": {}, "anonymous": False},
}
"""What version 2 did not have yet; nor votes, dots, decisions, and a workshop's timer and call."""
REFERENCES = {
    "seat": "seats",
    "activity": "activities",
    "ready_for": "activities",
    "late_for": "activities",
    "vote": "votes",
    "card": "cards",
    "rests_on": "cards",
    "theme": "cards",
    "merged_into": "cards",
}
"""Column -> the table whose row it names."""
LARGEST_NUMBER = 2**53
CODE = re.compile(rf"[{LETTERS}]{{3}}-[{LETTERS}]{{3}}")


def read_archive(text: str) -> Record:
    """The archive, checked row by row; raises Refused with bad_export or newer_export."""
    archive = _parse(text)
    if archive["version"] > VERSION:
        raise Refused("newer_export")
    if archive["version"] < 2:
        _bring_up_to_date(archive, SINCE_2, images=[], links=[])
    if archive["version"] < 3:
        _bring_up_to_date(archive, SINCE_3, votes=[], dots=[], decisions=[])
        _insist(isinstance(archive.get("workshop"), dict))
        archive["workshop"] = {"timer": {}, "called": {}} | archive["workshop"]
    _check_row(archive.get("workshop"), Workshop)
    for table, kind in TABLES.items():
        rows = archive.get(table)
        _insist(isinstance(rows, list))
        for row in rows or []:
            _read_bytes(row, kind)
            _check_row(row, kind)
    _check_references(archive)
    _check_meaning(archive)
    return archive


def _insist(condition: bool) -> None:
    if not condition:
        raise Refused("bad_export")


def _parse(text: str) -> Record:
    try:
        archive = json.loads(text, parse_constant=_no_number)
        json.dumps(archive, ensure_ascii=False).encode()  # half a character cannot be kept
    except (ValueError, RecursionError):
        raise Refused("bad_export") from None
    _insist(isinstance(archive, dict) and archive.get("format") == FORMAT and type(archive.get("version")) is int)
    return dict(archive)


def _no_number(_name: str) -> None:
    """NaN and Infinity are no JSON: a browser could not read what the log says."""
    raise ValueError


def _bring_up_to_date(archive: Record, since: dict[str, Record], **tables: list[Record]) -> None:
    archive |= tables
    for table, columns in since.items():
        rows = archive.get(table)
        for row in rows if isinstance(rows, list) else []:
            _insist(isinstance(row, dict))
            row.update(columns | row)


def _read_bytes(row: Any, kind: type) -> None:
    """Pictures stand in JSON as base64."""
    if kind is Image and isinstance(row, dict) and isinstance(row.get("data"), str):
        try:
            row["data"] = b64decode(row["data"], validate=True)
        except ValueError:
            raise Refused("bad_export") from None
        _insist(is_kept_picture(row["data"], row.get("kind")))


def _check_row(row: Any, kind: type) -> None:
    """Exactly the columns of this kind, each of its type; days are days."""
    hints = {field.name: get_type_hints(kind)[field.name] for field in fields(kind) if field.name not in HERE_ONLY}
    _insist(isinstance(row, dict) and row.keys() == hints.keys())
    for name, hint in hints.items():
        _insist(_is_a(row[name], hint))
        if (name == "at" or name.endswith("_at")) and row[name] is not None:
            _insist(is_moment(row[name]))


def _is_a(value: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin is Literal:
        return value in get_args(hint)
    if origin is UnionType:
        return any(_is_a(value, part) for part in get_args(hint))
    if hint in (int, float):
        numbers = (int,) if hint is int else (int, float)
        return type(value) in numbers and -LARGEST_NUMBER < value < LARGEST_NUMBER  # not so: infinity, and NaN
    return type(value) is (origin or hint)


def _check_references(archive: Record) -> None:
    """A file speaks of its own rows only: never of those that another workshop has here."""
    own = {table: {row["id"] for row in archive[table]} for table in TABLES if table != "events"}
    own["workshops"] = {archive["workshop"]["id"]}
    own["events"] = {event["command"] for event in archive["events"]}
    for row in (row for table in TABLES for row in archive[table]):
        _insist(row["workshop"] in own["workshops"])
        for column, table in REFERENCES.items():
            _insist(row.get(column) is None or row[column] in own[table])
    for event in archive["events"]:
        for changes in (event["before"], event["after"]):
            for table, rows in changes.items():
                _insist(table in own and isinstance(rows, dict) and rows.keys() <= own[table])
                _insist(all(columns is None or isinstance(columns, dict) for columns in rows.values()))


def _check_meaning(archive: Record) -> None:
    workshop = archive["workshop"]
    _insist(workshop["language"] in LANGUAGES and bool(CODE.fullmatch(workshop["code"])))
    _insist(is_timer(workshop["timer"]) and _is_call(workshop["called"], archive))
    for activity in archive["activities"]:
        _insist(activity["method"] in methods() and activity["step"] in STEP_BY_ID and is_shape(activity["shape"]))
    method_of = {activity["id"]: activity["method"] for activity in archive["activities"]}
    for card in archive["cards"]:
        _insist(are_fields(method_of[card["activity"]], card["fields"]))
        _insist(all(card[axis] is None or 0 <= card[axis] <= 1 for axis in ("x", "y")))
        _insist(not card["hidden"] or card["status"] in ("removed", "merged"))
    for vote in archive["votes"]:
        _insist(vote["closed_at"] is not None and 0 < vote["per_card"] <= vote["dots"] <= MOST_DOTS)
        _insist(_are_totals(vote["totals"], {card["id"] for card in archive["cards"]} | {""}))
    for decision in archive["decisions"]:
        _insist(not decision["due"] or is_day(decision["due"]))
    _insist(all(event["private"] == {} for event in archive["events"]))


def _is_call(called: Record, archive: Record) -> bool:
    if not called:
        return True
    activities, cards = ([row["id"] for row in archive[table]] for table in ("activities", "cards"))
    board = called.get("activity") in activities if "to" not in called else called["to"] in ("teams", "plenary")
    named = board and called.get("card") in [None, *cards]
    return called.keys() - {"to"} == {"activity", "card", "at"} and named and is_moment(called["at"])


def _are_totals(totals: Record, cards: set[str]) -> bool:
    kinds = set(get_args(DotKind))
    return all(
        card in cards and isinstance(counts, dict) and counts.keys() <= kinds and all(map(_is_count, counts.values()))
        for card, counts in totals.items()
    )


def _is_count(number: Any) -> bool:
    return type(number) is int and 0 < number < LARGEST_NUMBER
