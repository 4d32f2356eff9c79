"""What comes of a board's cards: charts, what they show in words, and the numbers behind them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd
from babel.numbers import format_decimal

from cx_workshop.charts.palette import Palette
from cx_workshop.content import Method, MethodWords, Shape
from cx_workshop.model import Card
from cx_workshop.translate import _, language_in_use

alt.data_transformers.disable_max_rows()
LABEL_SIZE = 13
NARROW = 560
"""A chart of less than so many pixels is on a phone: it leaves out words that stand below it anyway."""


@dataclass(frozen=True)
class Canvas:
    """All that a chart is drawn from."""

    method: Method
    words: MethodWords
    shape: Shape
    cards: Sequence[Card]
    palette: Palette
    hue: str
    """Of the diamond that the activity lies in."""


@dataclass(frozen=True)
class Panel:
    chart: alt.TopLevelMixin
    title: str = ""
    """What people called the thing it shows; empty where the chart stands alone."""


@dataclass(frozen=True)
class Drawing:
    """Sentences say what the charts show; without a chart they say what is missing."""

    sentences: list[str]
    panels: list[Panel] = field(default_factory=list)
    table: pd.DataFrame = field(default_factory=pd.DataFrame)


def layered(*layers: Any, height: int, palette: Palette) -> alt.TopLevelMixin:
    """One chart of these layers, as wide as the page, its plot of this height, its axes in words that one can read."""
    words = {"Color": palette.muted, "FontSize": LABEL_SIZE, "FontWeight": "normal"}
    axis: dict[str, Any] = {f"{part}{what}": value for part in ("label", "title") for what, value in words.items()}
    return alt.layer(
        *layers,
        height=height,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        config=alt.Config(axis=alt.AxisConfig(**axis)),
    )


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows, each by the names of its columns."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def number(value: float, *, signed: bool = False) -> str:
    """A number with at most one decimal, as the language in use writes it."""
    pattern = "+0.#;-0.#" if signed and round(value, 1) else "0.#"
    return format_decimal(round(value, 1), format=pattern, locale=language_in_use()).replace("-", "−")


def brief(text: str, length: int = 60) -> str:
    """One line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def in_lines(text: str, *, width: int = 22, most: int = 2) -> str:
    """Words over a few short lines, to stand inside a chart."""
    lines = wrap(text, width)
    return "\n".join(lines if len(lines) <= most else [*lines[: most - 1], brief(" ".join(lines[most - 1 :]), width)])


def unlike(names: Iterable[str]) -> list[str]:
    """The names, numbered where one comes a second time: a chart puts what is called the same into one place."""
    seen: set[str] = set()
    found: list[str] = []
    for name in names:
        turn, new = 1, name
        while new in seen:
            turn += 1
            new = f"{name} ({turn})"
        seen.add(new)
        found.append(new)
    return found


def some(names: Sequence[str], most: int = 6) -> str:
    """Names in a row; many are cut short."""
    left = len(names) - most
    row = ", ".join(names[:most])
    return _("{names} and {n} more", names=row, n=left) if left > 0 else row


def titled(card: Card) -> str:
    """What a card is called, in a line."""
    return brief(card.text) if card.text.strip() else _("without a name")
