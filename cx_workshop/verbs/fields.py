"""What may stand in the fields of a card."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from cx_workshop.content import Field, method, shape_of
from cx_workshop.content.board import FieldKind
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, queries

LONGEST_LINE, LONGEST_TEXT, LONGEST_LIST = 300, 10_000, 50
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that nobody types: what is pasted may bring them along, and no document takes them."""

Fields = dict[str, Any]


def cleaned(text: str) -> str:
    return CONTROL.sub("", text.replace("\r\n", "\n")).strip()


def checked_fields(db: Database, workshop: str, method_id: str, fields: Fields, *, lane: str, row: str) -> Fields:
    """The fields as they are kept, None where one is emptied.

    Raises Refused with bad_field, text_too_long, unknown_image or unknown_sheet.
    """
    known = method(method_id).board.field_by_id
    checked: Fields = {}
    for name, value in fields.items():
        field = known.get(name)
        if field is None or not field.belongs(lane=lane, row=row):
            raise Refused("bad_field")
        checked[name] = None if value in (None, "", []) else _checked(field, value)
        if field.kind == "image" and checked[name]:
            _check_image(db, workshop, checked[name]["image"])
        if field.kind == "sheet" and checked[name]:
            _check_sheet(db, workshop, field, checked[name])
    return checked


def are_fields(method_id: str, fields: Fields) -> bool:
    """Whether these could have been filled in; a file from elsewhere may say anything."""
    known = method(method_id).board.field_by_id
    try:
        return all(_checked(known[name], value) == value for name, value in fields.items() if name in known)
    except Refused:
        return False


def images_in(fields: Fields) -> list[str]:
    """The ids of the pictures that these fields show."""
    return [value["image"] for value in fields.values() if isinstance(value, dict) and "image" in value]


def filled(old: Fields, new: Fields) -> Fields:
    """The old fields with the new ones over them; an emptied one is gone."""
    return {name: value for name, value in (old | new).items() if value is not None}


def _checked(field: Field, value: Any) -> Any:
    kinds = {"list": list, "number": int, "scale": int, "image": dict}
    if type(value) is not kinds.get(field.kind, str):
        raise Refused("bad_field")
    return CHECKS[field.kind](field, value)


def _line(_: Field, text: str) -> str:
    return _short(" ".join(cleaned(text).split()), LONGEST_LINE)


def _text(_: Field, text: str) -> str:
    return _short(cleaned(text), LONGEST_TEXT)


def _list(_: Field, lines: list[Any]) -> list[str] | None:
    _insist(len(lines) <= LONGEST_LIST and all(isinstance(line, str) for line in lines))
    return [_short(line, LONGEST_LINE) for line in map(cleaned, lines) if line] or None


def _choice(field: Field, option: str) -> str:
    _insist(option in field.options)
    return option


def _number(field: Field, number: int) -> int:
    assert field.min is not None and field.max is not None
    _insist(field.min <= number <= field.max)
    return number


def _date(_: Field, day: str) -> str:
    _insist(is_day(day))
    return day


def _link(_: Field, address: str) -> str:
    _insist(_is_address(address.strip()))
    return address.strip()


def _image(_: Field, image: dict[str, Any]) -> dict[str, str]:
    alt = image.get("alt", "")
    _insist(image.keys() <= {"image", "alt"} and isinstance(image.get("image"), str) and isinstance(alt, str))
    return {"image": image["image"], "alt": _short(cleaned(alt), LONGEST_LINE)}


def _sheet(_: Field, sheet: str) -> str:
    """Written as activity/sheet."""
    _insist(bool(re.fullmatch(r"[^/\s]+/[^/\s]+", sheet)) and len(sheet) <= LONGEST_LINE)
    return sheet


CHECKS: dict[FieldKind, Callable[[Field, Any], Any]] = {
    "line": _line,
    "text": _text,
    "list": _list,
    "choice": _choice,
    "number": _number,
    "scale": _number,
    "date": _date,
    "link": _link,
    "image": _image,
    "sheet": _sheet,
}


def _insist(condition: bool) -> None:
    if not condition:
        raise Refused("bad_field")


def _short(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Refused("text_too_long")
    return text


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return len(text) <= 2000 and parts.scheme in ("http", "https") and bool(parts.hostname) and text.isprintable()


def _check_image(db: Database, workshop: str, image_id: str) -> None:
    image = queries.image_by_id(db, image_id)
    if image is None or image.workshop != workshop:
        raise Refused("unknown_image")


def _check_sheet(db: Database, workshop: str, field: Field, value: str) -> None:
    id, _, sheet = value.partition("/")
    activity = queries.activity_by_id(db, id)
    if activity is None or activity.workshop != workshop or activity.method != field.of:
        raise Refused("unknown_sheet")
    if sheet not in shape_of(activity).sheets:
        raise Refused("unknown_sheet")
