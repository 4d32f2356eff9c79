"""A journey's feelings as tables: the quotes with their scores, their means, and where people leave without a word."""

import pandas as pd

from cx_workshop.charts.drawing import Canvas, unlike
from cx_workshop.model import Card

FEELING, MOMENT, PAIN, EXIT = "feeling", "moment", "pain", "silent_exit"
"""Ids of the rows and fields of a journey's board."""
WHERE = ["line", "persona", "place", "phase"]


def quote_frame(canvas: Canvas) -> pd.DataFrame:
    """A row for each quote with a score: line and persona, place and phase, feeling, quote, moment of truth."""
    rows = [
        [*_where(canvas, card), float(card.fields[FEELING]), card.text, MOMENT in card.fields]
        for card in _cards(canvas, FEELING)
        if FEELING in card.fields
    ]
    return pd.DataFrame(rows, columns=[*WHERE, "feeling", "quote", "moment"])


def exit_frame(canvas: Canvas) -> pd.DataFrame:
    """A row for each pain over which somebody leaves silently."""
    rows = [[*_where(canvas, card), card.text] for card in _cards(canvas, PAIN) if EXIT in card.fields]
    return pd.DataFrame(rows, columns=[*WHERE, "pain"])


def mean_frame(quotes: pd.DataFrame) -> pd.DataFrame:
    """A row for each persona and phase: the mean feeling, its quotes, a stretch that ends at an empty phase."""
    grouped = quotes.groupby(WHERE, sort=True)
    means = grouped.agg(
        feeling=("feeling", "mean"), quotes=("quote", list), n=("quote", "size"), moment=("moment", "any")
    ).reset_index()
    gaps = means.groupby("line")["place"].diff().fillna(1) > 1
    means["stretch"] = means["line"].astype(str) + "-" + gaps.groupby(means["line"]).cumsum().astype(str)
    return means


def unscored(canvas: Canvas) -> int:
    """How many quotes still have no score."""
    return sum(FEELING not in card.fields for card in _cards(canvas, FEELING))


def name_of(canvas: Canvas, mark: str) -> str:
    """What the mark is called that a card can bear in this field."""
    return next(iter(canvas.words.fields[mark].options.values()))


def phases(canvas: Canvas) -> list[str]:
    return unlike(part.name for part in canvas.shape.parts("lanes", canvas.words))


def personas(canvas: Canvas) -> list[str]:
    return unlike(canvas.shape.sheet_names(canvas.words).values())


def _cards(canvas: Canvas, row: str) -> list[Card]:
    shape = canvas.shape
    return [
        card for card in canvas.cards if card.row == row and card.lane in shape.lanes and card.sheet in shape.sheets
    ]


def _where(canvas: Canvas, card: Card) -> list[int | str]:
    line, place = canvas.shape.sheets.index(card.sheet), canvas.shape.lanes.index(card.lane)
    return [line, personas(canvas)[line], place, phases(canvas)[place]]
