"""Boards without a database: an activity of a method, and cards made by hand."""

from itertools import count
from typing import Any

from cx_workshop.charts import LIGHT
from cx_workshop.charts.drawing import Canvas
from cx_workshop.content import method, read_shape
from cx_workshop.model import Activity, Card
from cx_workshop.translate import language_in_use

NUMBERS = count(1)


def card(text: str = "", *, lane: str = "answers", row: str = "", sheet: str = "", **fields: Any) -> Card:
    number = next(NUMBERS)
    return Card(
        id=f"card-{number}",
        workshop="w",
        activity="a",
        seat=None,
        lane=lane,
        row=row,
        sheet=sheet,
        position=float(number),
        x=None,
        y=None,
        theme=None,
        merged_into=None,
        text=text,
        status="open",
        fields=fields,
        created_at="",
        updated_at="",
        hidden=False,
    )


def board(method_id: str, **shape: Any) -> Activity:
    used = method(method_id)
    return Activity(
        "a", "w", 1, used.step, method_id, used.mode, 10, "open", False, 1, None, None, shape, False, False, ""
    )


def canvas(method_id: str, cards: list[Card], **shape: Any) -> Canvas:
    used = method(method_id)
    words = used.words[language_in_use()]
    return Canvas(used, words, read_shape(method_id, shape), cards, LIGHT, LIGHT.problem)


def layers(chart: Any) -> list[tuple[str, dict[str, str]]]:
    """Of each layer its mark and which field each channel shows; the whole specification is checked on the way."""
    return [
        (layer["mark"]["type"], {name: one["field"] for name, one in layer["encoding"].items() if "field" in one})
        for layer in chart.to_dict()["layer"]
    ]
