"""The emotion curve of a journey: one line a persona, from phase to phase."""

import json
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from cx_workshop.charts.curve_labels import LINE, UNIT, place_words
from cx_workshop.charts.curve_words import in_words, quote_table
from cx_workshop.charts.drawing import LABEL_SIZE, NARROW, Canvas, Drawing, Panel, layered, number
from cx_workshop.charts.feelings import EXIT, FEELING, exit_frame, mean_frame, name_of, personas, phases, quote_frame
from cx_workshop.charts.palette import Palette
from cx_workshop.translate import _

ON_PHONE = f"width < {NARROW}"


@dataclass(frozen=True)
class Axes:
    """What the curve runs along, whether or not there is a point."""

    phases: list[str]
    personas: list[str]
    low: int
    high: int
    title: str
    leaves: str
    """What a silent exit is called."""


def draw(canvas: Canvas) -> Drawing:
    quotes, exits = quote_frame(canvas), exit_frame(canvas)
    sentences = in_words(canvas, quotes, exits)
    if quotes.empty:
        return Drawing(sentences)
    field, words = canvas.method.board.field_by_id[FEELING], canvas.words.fields[FEELING]
    assert field.min is not None and field.max is not None
    title = _(
        "{name}: from {low} ({min}) to {high} ({max})",
        name=words.name,
        low=words.low,
        min=number(field.min, signed=True),
        high=words.high,
        max=number(field.max, signed=True),
    )
    axes = Axes(phases(canvas), personas(canvas), field.min, field.max, title, name_of(canvas, EXIT))
    chart = emotion_curve(quotes, exits, axes, canvas.palette)
    return Drawing(sentences, [Panel(chart)], quote_table(canvas, quotes, exits))


def emotion_curve(quotes: pd.DataFrame, exits: pd.DataFrame, axes: Axes, palette: Palette) -> alt.TopLevelMixin:
    """Quotes and exits as quote_frame and exit_frame give them; labels stand at the points, there is no legend."""
    means = mean_frame(quotes)
    words = place_words(means, exits, low=axes.low, high=axes.high)
    x, y = _phase_axis(axes), _feeling_axis(axes, words.bottom, words.top)
    colours, shapes = zip(*map(palette.line, range(len(axes.personas))), strict=True)
    colour = alt.Color("persona:N", scale=alt.Scale(domain=axes.personas, range=list(colours)), legend=None)
    shape = alt.Shape("persona:N", scale=alt.Scale(domain=axes.personas, range=list(shapes)), legend=None)
    where = [alt.Tooltip("persona:N", title=_("Persona")), alt.Tooltip("phase:N", title=_("Phase"))]
    felt = alt.Tooltip("feeling:Q", title=_("Feeling"), format="+.1~f")
    point: dict[str, Any] = {"x": x, "y": y, "color": colour}
    said: dict[str, Any] = {"tooltip": [*where, felt, alt.Tooltip("quote:N", title=_("Quote"))]}
    each, mean = alt.Chart(quotes), alt.Chart(means.assign(quote=means["quotes"].str.join(" · ")))
    layers: list[Any] = [
        alt.Chart(pd.DataFrame({"feeling": [0]})).mark_rule(color=palette.faint).encode(y=y),
        mean.mark_line(strokeWidth=2.5).encode(detail="stretch:N", **point),
        each.mark_point(filled=True, size=60, opacity=0.4).encode(shape=shape, **point, **said),
        mean.mark_point(filled=True, size=130, opacity=1).encode(shape=shape, **point, **said),
        _label_layer(words.labels).encode(text="text:N", **point),
    ]
    # A layer without a mark would be a picture without a name to a screen reader, so there is none.
    if not (moments := quotes[quotes["moment"]]).empty:
        ring = alt.Chart(moments).mark_point(shape="circle", filled=False, opacity=1, size=520)
        layers.append(ring.encode(strokeWidth=alt.value(2.5), **point, **said))
    if not exits.empty:
        text = alt.ExprRef(f"{ON_PHONE} ? '✕' : {json.dumps('✕ ' + axes.leaves)}")
        leaves = alt.Chart(words.exits).mark_text(fontSize=LABEL_SIZE, fontWeight="bold", text=text)
        tooltip = [*where, alt.Tooltip("pain:N", title=_("Pain"))]
        layers.append(leaves.encode(x=x, y=alt.Y("height:Q"), color=colour, tooltip=tooltip))
    return layered(
        *layers,
        height=round(UNIT * (words.top - words.bottom)),
        palette=palette,
    )


def _phase_axis(axes: Axes) -> alt.X:
    axis = alt.Axis(
        labelAngle=alt.ExprRef(f"{ON_PHONE} ? -40 : 0"),
        labelAlign=alt.ExprRef(f"{ON_PHONE} ? 'right' : 'center'"),
        labelLimit=alt.ExprRef(f"{ON_PHONE} ? 110 : width / {len(axes.phases)}"),
        labelOverlap=False,
        gridOpacity=0.4,
        grid=True,
        ticks=False,
    )
    return alt.X("phase:N", title=None, scale=alt.Scale(domain=axes.phases, padding=0.5), axis=axis)


def _feeling_axis(axes: Axes, bottom: float, top: float) -> alt.Y:
    axis = alt.Axis(
        title=axes.title,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=alt.ExprRef(f"{ON_PHONE} ? -34 : 0"),
        titleY=-10,
        titleBaseline="bottom",
        values=list(range(axes.low, axes.high + 1)),
        format="+d",
        labelExpr="datum.value == 0 ? '0' : datum.label",
        grid=False,
        domain=False,
        ticks=False,
    )
    return alt.Y("feeling:Q", scale=alt.Scale(domain=[bottom, top], nice=False, zero=False), axis=axis)


def _label_layer(labels: pd.DataFrame) -> Any:
    """On a phone a name stands over its point, and the quotes stand in the sentences below the chart alone."""

    def on_phone(name: str, value: str) -> alt.ExprRef:
        return alt.ExprRef(f"{ON_PHONE} && datum.kind == 'name' ? {value} : datum.{name}")

    return alt.Chart(labels).mark_text(
        fontSize=LABEL_SIZE,
        lineBreak="\n",
        lineHeight=LINE,
        limit=alt.ExprRef(f"{ON_PHONE} ? 90 : 400"),
        fontWeight=alt.ExprRef("datum.kind == 'name' ? 'bold' : 'normal'"),
        align=on_phone("align", "'center'"),
        baseline=on_phone("baseline", "'bottom'"),
        dx=on_phone("dx", "0"),
        dy=on_phone("dy", "-12"),
        opacity=alt.ExprRef(f"{ON_PHONE} && datum.kind == 'quote' ? 0 : 1"),
    )
