"""How one card is told: its text, and what stands in its fields, in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from cx_workshop.content import Field, method
from cx_workshop.content.board import PHOTO, FieldKind
from cx_workshop.content.methods import FieldWords, photo_words
from cx_workshop.model import Activity, Card, CardStatus
from cx_workshop.report.threads import Ground
from cx_workshop.translate import N_, translate


@dataclass(frozen=True)
class Entry:
    """A field that somebody filled in."""

    name: str
    kind: FieldKind
    values: list[str]
    """One, but for a list; of a picture the words that stand for it, if it has any."""
    image: str = ""


@dataclass(frozen=True)
class Slider:
    left: str
    right: str
    at: int | None
    """From 0 (left) to 100; None while nobody has placed it."""


@dataclass(frozen=True)
class ToldCard:
    """A card as the summary tells it."""

    text: str
    author: str | None = None
    status: CardStatus = "open"
    entries: list[Entry] = field(default_factory=list)
    slider: Slider | None = None
    merged: int = 0
    """How many other cards were merged into it."""
    grounds: list[Ground] = field(default_factory=list)
    """What it rests on; told of kept cards only."""


Teller = Callable[[Card], ToldCard]


def tell(
    card: Card,
    activity: Activity,
    language: str,
    *,
    author: str | None = None,
    merged: int = 0,
    grounds: list[Ground] | None = None,
    sheets: dict[str, str] | None = None,
) -> ToldCard:
    """`sheets` are the names of those that a field may point to: activity/sheet -> name."""
    return ToldCard(
        text=card.text,
        author=author,
        status=card.status,
        entries=entries_of(card, activity, language, sheets or {}),
        slider=_slider(card, activity, language),
        merged=merged,
        grounds=grounds or [],
    )


def title_of(card: Card, activity: Activity, language: str) -> str:
    """One line that stands for a card elsewhere; an answer to a survey never by what it scored."""
    used = method(activity.method)
    values = [] if used.board.one_each else [v for e in entries_of(card, activity, language, {}) for v in e.values]
    text = next(filter(None, [card.text, *values]), used.words[language].name)
    return " ".join(text.split())


def entries_of(card: Card, activity: Activity, language: str, sheets: dict[str, str]) -> list[Entry]:
    """Its filled fields in the method's order; to a reader a slider's poles are none, nor is a lost sheet."""
    used = method(activity.method)
    words = used.words[language].fields | {PHOTO.id: photo_words(language)}
    poles = {"left", "right"} if used.board.layout == "sliders" else set()
    return [
        _entry(field, words[field.id], value, language)
        for field in used.board.field_by_id.values()
        if (value := _value(card, field, sheets)) is not None
        and field.id not in poles
        and field.belongs(lane=card.lane, row=card.row)
    ]


def _value(card: Card, field: Field, sheets: dict[str, str]) -> Any:
    value = card.fields.get(field.id)
    return sheets.get(str(value)) if field.kind == "sheet" else value


def _slider(card: Card, activity: Activity, language: str) -> Slider | None:
    used = method(activity.method)
    if used.board.layout != "sliders":
        return None
    words = used.words[language].fields
    left, right = (str(card.fields.get(pole) or words[pole].name) for pole in ("left", "right"))
    return Slider(left, right, None if card.x is None else round(card.x * 100))


def _entry(field: Field, words: FieldWords, value: Any, language: str) -> Entry:
    match field.kind:
        case "image":
            return Entry(words.name, "image", [value["alt"]] if value.get("alt") else [], value["image"])
        case "list":
            return Entry(words.name, "list", list(value))
        case "choice":
            said = words.options.get(value, value)
        case "scale":
            said = scale(field, words, value, language)
        case "number":
            said = format_decimal(value, locale=language)
        case "date":
            said = format_date(date.fromisoformat(value), format="long", locale=language)
        case _:
            said = value
    return Entry(words.name, field.kind, [said])


def scale(field: Field, words: FieldWords, value: int, language: str) -> str:
    """The step with what it means: a sign says the direction by itself, a count needs both ends."""
    assert field.min is not None and field.max is not None
    if field.min >= 0:
        text = translate(N_("{value} of {max}"), language).format(value=value, max=field.max)
        return f"{text} ({words.low} … {words.high})"
    end = {field.min: words.low, field.max: words.high}.get(value)
    return f"{signed(value)} ({end})" if end else signed(value)


def signed(value: int) -> str:
    return f"{value:+d}".replace("-", "−") if value else "0"
