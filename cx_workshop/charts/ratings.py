"""Ratings on several scales: of each thing its shape, of many people how they spread; never a total."""

from typing import Any

import altair as alt
import pandas as pd

from cx_workshop.charts.drawing import LABEL_SIZE, Canvas, Drawing, Panel, layered, number, some, titled, unlike
from cx_workshop.charts.palette import Palette
from cx_workshop.content.methods import FieldWords
from cx_workshop.translate import _

MOST_PANELS = 24
ROW_HEIGHT = 48


def draw(canvas: Canvas) -> Drawing:
    """A panel for each thing that a team has rated; where each person answers, one for all of them."""
    ratings = rating_frame(canvas)
    if ratings.empty:
        return Drawing([_("Not yet: the chart begins with the first rating.")])
    low, high = int(ratings["low"].min()), int(ratings["high"].max())
    if canvas.method.board.one_each:
        chart = answer_spread(spread_frame(ratings), low=low, high=high, palette=canvas.palette, hue=canvas.hue)
        return Drawing(spread_in_words(ratings), [Panel(chart)], spread_table(ratings, low=low, high=high))
    shown = ratings["card"].drop_duplicates()[:MOST_PANELS]
    panels = [
        Panel(
            rating_dots(ratings[ratings["card"] == card], low=low, high=high, palette=canvas.palette, hue=canvas.hue),
            card,
        )
        for card in shown
    ]
    return Drawing(shapes_in_words(ratings), panels, rating_table(ratings))


def rating_frame(canvas: Canvas) -> pd.DataFrame:
    """A row for each rating: card, scale, what its ends mean, its range, rating."""
    scales = [field for field in canvas.method.board.fields if field.kind == "scale"]
    cards = [card for card in canvas.cards if any(field.id in card.fields for field in scales)]
    rows = [
        [
            name,
            canvas.words.fields[field.id].name,
            _ends(canvas.words.fields[field.id]),
            field.min,
            field.max,
            card.fields[field.id],
        ]
        for name, card in zip(unlike(map(titled, cards)), cards, strict=True)
        for field in scales
        if field.id in card.fields
    ]
    return pd.DataFrame(rows, columns=["card", "scale", "ends", "low", "high", "rating"])


def spread_frame(ratings: pd.DataFrame) -> pd.DataFrame:
    """A row for each scale (with what its ends mean) and rating: how many people gave it."""
    return ratings.groupby(["scale", "ends", "rating"], sort=False).size().reset_index(name="people")


def rating_dots(ratings: pd.DataFrame, *, low: int, high: int, palette: Palette, hue: str) -> alt.TopLevelMixin:
    """One thing: a dot on each of its scales, the scale's name above."""
    x, y = _scales(ratings, low=low, high=high)
    line, name = _ground(ratings, low, high, palette, y)
    base = alt.Chart(ratings)
    said = [alt.Tooltip("scale:N", title=_("Scale")), alt.Tooltip("rating:Q", title=_("Rating"))]
    return layered(
        line,
        base.mark_point(filled=True, shape="circle", size=190, color=hue, opacity=1).encode(x=x, y=y, tooltip=said),
        name,
        height=ROW_HEIGHT * ratings["scale"].nunique(),
        palette=palette,
    )


def answer_spread(spread: pd.DataFrame, *, low: int, high: int, palette: Palette, hue: str) -> alt.TopLevelMixin:
    """Many people: on each scale a dot as large as the number of those who gave that rating, with the number on it."""
    x, y = _scales(spread, low=low, high=high)
    line, name = _ground(spread, low, high, palette, y)
    base = alt.Chart(spread)
    most = max(4, int(spread["people"].max()))
    size = alt.Size("people:Q", scale=alt.Scale(domain=[0, most], range=[0, 700], nice=False), legend=None)
    said = [
        alt.Tooltip("scale:N", title=_("Scale")),
        alt.Tooltip("rating:Q", title=_("Rating")),
        alt.Tooltip("people:Q", title=_("Answers")),
    ]
    number = base.mark_text(align="left", dx=18, fontSize=LABEL_SIZE, color=palette.ink)
    return layered(
        line,
        base.mark_point(filled=True, shape="circle", color=hue, opacity=1).encode(x=x, y=y, size=size, tooltip=said),
        number.encode(x=x, y=y, text="people:Q"),
        name,
        height=(ROW_HEIGHT + 16) * spread["scale"].nunique(),
        palette=palette,
    )


def shapes_in_words(ratings: pd.DataFrame) -> list[str]:
    """Of each thing where it is strongest and weakest: no sum, for a 5 and a 1 are not two 3s."""
    sentences = []
    for card, one in ratings.groupby("card", sort=False):
        best, worst = one["rating"].max(), one["rating"].min()
        if best == worst:
            sentences.append(_("{card}: {score} on each scale.", card=card, score=best))
        else:
            high, low = (some(list(one.loc[one["rating"] == value, "scale"])) for value in (best, worst))
            sentences.append(
                _(
                    "{card}: strongest in {high} ({best}), weakest in {low} ({worst}).",
                    card=card,
                    high=high,
                    low=low,
                    best=best,
                    worst=worst,
                )
            )
    left = len(sentences) - MOST_PANELS
    return [*sentences[:MOST_PANELS], _("More of them in the table: {n}.", n=left)] if left > 0 else sentences


def spread_in_words(ratings: pd.DataFrame) -> list[str]:
    middle = ratings.groupby("scale", sort=False)["rating"].median().sort_values(ascending=False, kind="stable")
    row = ", ".join(f"{scale} {number(value)}" for scale, value in middle.items())
    return [_("The middle answer on each scale: {row}. Answers: {n}.", row=row, n=ratings["card"].nunique())]


def rating_table(ratings: pd.DataFrame) -> pd.DataFrame:
    """A row a thing, a column a scale."""
    table = ratings.pivot(index="card", columns="scale", values="rating")
    table = table.loc[ratings["card"].unique(), ratings["scale"].unique()].reset_index()
    return table.rename(columns={"card": _("What is rated")}).rename_axis(columns=None)


def spread_table(ratings: pd.DataFrame, *, low: int, high: int) -> pd.DataFrame:
    """A row a scale, a column for each possible rating: how many people gave it."""
    table = pd.crosstab(ratings["scale"], ratings["rating"])
    table = table.reindex(index=ratings["scale"].unique(), columns=range(low, high + 1), fill_value=0)
    return table.rename(columns=str).rename_axis(_("Scale")).rename_axis(columns=None).reset_index()


def _ends(words: FieldWords) -> str:
    return f"{words.low} … {words.high}"


def _scales(rows: pd.DataFrame, *, low: int, high: int) -> tuple[alt.X, alt.Y]:
    axis = alt.Axis(
        title=None,
        values=list(range(low, high + 1)),
        format="d",
        grid=False,
        domain=False,
        ticks=False,
    )
    x = alt.X("rating:Q", scale=alt.Scale(domain=[low - 0.3, high + 0.3], nice=False, zero=False), axis=axis)
    names = list(rows["scale"].unique())
    return x, alt.Y("scale:N", sort=names, axis=None, scale=alt.Scale(domain=names, paddingInner=0.5, paddingOuter=0.6))


def _ground(rows: pd.DataFrame, low: int, high: int, palette: Palette, y: alt.Y) -> tuple[Any, Any]:
    """What the dots stand on: each scale from end to end, and over it its name with what its ends mean."""
    scales = rows[["scale", "ends"]].drop_duplicates().assign(low=low, high=high)
    scales["words"] = scales["scale"] + ": " + scales["ends"]
    base = alt.Chart(scales)
    line = base.mark_rule(strokeWidth=2, color=palette.faint).encode(x=alt.X("low:Q"), x2="high", y=y)
    text = base.mark_text(align="left", dy=-20, fontSize=LABEL_SIZE, color=palette.ink, limit=alt.ExprRef("width - 4"))
    return line, text.encode(x=alt.value(4), y=y, text="words:N")
