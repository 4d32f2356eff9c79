"""The double diamond as a workshop drew it: open directions over time, mirrored around zero."""

from typing import Any

import altair as alt
import pandas as pd

from cx_workshop.charts.diamond_frames import Course, area_frame, ideal_frame, peak_frame, stretch_frame
from cx_workshop.charts.diamond_words import diamond_table, in_words
from cx_workshop.charts.drawing import LABEL_SIZE, NARROW, Drawing, Panel, layered
from cx_workshop.charts.palette import DARK, LIGHT, Palette
from cx_workshop.translate import N_, _

NOT_BEGUN = N_("Not yet: the diamond begins when the first activity opens.")
HEIGHT = 360
BAND = 26
"""Pixels below the diamond, in which the steps stand by name."""
TINT = 0.35
"""How much of a diamond's hue a diverging step has; a converging one has all of it."""
ON_PHONE = f"width < {NARROW}"
DIVERGES = "datum.mode == 'diverge'"


def draw_diamond(course: Course, *, dark: bool = False) -> Drawing:
    """The diamond up to the course's moment; what is still to come is an outline."""
    stretches = stretch_frame(course)
    if stretches.empty:
        return Drawing([_(NOT_BEGUN)])
    area = area_frame(course, stretches)
    chart = double_diamond(area, stretches, course, DARK if dark else LIGHT)
    return Drawing(in_words(course, area), [Panel(chart)], diamond_table(area, course))


def double_diamond(area: pd.DataFrame, stretches: pd.DataFrame, course: Course, palette: Palette) -> alt.TopLevelMixin:
    """Area and stretches as their frames give them; the steps stand below by name, there is no legend."""
    ideal = ideal_frame(area, stretches)
    widest = max(4, int(ideal["width"].max()))
    scale = alt.Scale(domain=[0, max(1.0, float(stretches["end"].max()))], nice=False)
    x = _time_axis(scale)
    heights = alt.Scale(domain=[-1.12 * widest, 1.12 * widest], nice=False)
    y = _width_axis(heights)
    hue = alt.Color("diamond:N", scale=alt.Scale(domain=[1, 2], range=[palette.problem, palette.solution]), legend=None)
    said = [
        alt.Tooltip("minute:Q", title=_("Minute"), format=".0f"),
        alt.Tooltip("name:N", title=_("Step")),
        alt.Tooltip("width:Q", title=_("Open directions")),
    ]
    outline = alt.Chart(ideal)
    filled = alt.Chart(area).mark_area(interpolate="step-after", line=False)
    layers: list[Any] = [
        outline.mark_line(strokeDash=[5, 4], strokeWidth=1.5, color=palette.grey).encode(
            x=x, y=y, detail="side:N", order="order:Q"
        ),
        filled.encode(
            x=x,
            y=alt.Y("low:Q", scale=heights),
            y2="width:Q",
            color=hue,
            detail="run:N",
            fillOpacity=alt.FillOpacity(
                "mode:N", scale=alt.Scale(domain=["diverge", "converge"], range=[TINT, 1]), legend=None
            ),
            tooltip=said,
        ),
        *_band_layers(stretches, x, hue, palette),
        *_peak_layers(peak_frame(area), x, y, palette),
    ]
    decisions = course.decided
    if not decisions.empty:
        mark: dict[str, Any] = {"x": x, "tooltip": [alt.Tooltip("what:N", title=_("Decision")), said[0]]}
        base = alt.Chart(decisions)
        layers += [
            base.mark_rule(strokeWidth=2, color=palette.decision).encode(**mark),
            base.mark_point(shape="diamond", filled=True, size=150, opacity=1, color=palette.decision).encode(
                y=alt.value(6), **mark
            ),
        ]
    if course.looks_back:
        here = alt.Chart(pd.DataFrame({"minute": [course.now]}))
        layers.append(here.mark_rule(strokeWidth=1.5, strokeDash=[2, 3], color=palette.ink).encode(x=x))
    return layered(*layers, height=HEIGHT, palette=palette)


def _time_axis(scale: alt.Scale) -> alt.X:
    axis = alt.Axis(
        title=_("minutes since the start"),
        titleAnchor="end",
        offset=BAND + 8,
        grid=False,
        domain=False,
        ticks=False,
        tickCount=alt.ExprRef(f"{ON_PHONE} ? 4 : 9"),
        format="d",
    )
    return alt.X("minute:Q", scale=scale, axis=axis)


def _width_axis(scale: alt.Scale) -> alt.Y:
    """The same to both sides of zero, so a number stands for the width and not for what lies below."""
    axis = alt.Axis(
        title=_("open directions"),
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=alt.ExprRef(f"{ON_PHONE} ? -34 : 0"),
        titleY=-10,
        titleBaseline="bottom",
        tickCount=5,
        labelExpr="format(abs(datum.value), 'd')",
        gridOpacity=0.4,
        domain=False,
        ticks=False,
    )
    return alt.Y("width:Q", scale=scale, axis=axis)


def _band_layers(stretches: pd.DataFrame, x: alt.X, hue: alt.Color, palette: Palette) -> list[Any]:
    """The steps as a strip below, filled as the diamond above them is; a short one has its sign alone, or nothing."""
    top, bottom = alt.value(HEIGHT + 4), alt.value(HEIGHT + 4 + BAND)
    base = alt.Chart(stretches)
    place: dict[str, Any] = {"x": alt.X("start:Q"), "x2": "end:Q"}
    filled = base.mark_rect(stroke=palette.ground, strokeWidth=1).encode(
        y=top,
        y2=bottom,
        color=hue,
        fillOpacity=alt.condition(DIVERGES, alt.value(TINT), alt.value(1)),
        tooltip=[alt.Tooltip("name:N", title=_("Step"))],
        **place,
    )
    room, sign = "datum.share * width", "slice(datum.name, 0, 1)"
    text = alt.ExprRef(f"{room} > 9 * length(datum.name) ? datum.name : {room} > 18 ? {sign} : ''")
    words = base.mark_text(fontSize=LABEL_SIZE, text=text).encode(
        x=alt.X("middle:Q"),
        y=alt.value(HEIGHT + 4 + BAND / 2),
        color=alt.condition(DIVERGES, alt.value(palette.ink), alt.value(palette.ground)),
    )
    return [filled, words]


def _peak_layers(peaks: pd.DataFrame, x: alt.X, y: alt.Y, palette: Palette) -> list[Any]:
    """How wide each diamond became, and how wide it is in the end, as numbers at the place."""
    if peaks.empty:
        return []
    text = alt.Chart(peaks).mark_text(fontSize=LABEL_SIZE + 2, fontWeight="bold", dy=-10, color=palette.ink)
    return [text.encode(x=x, y=y, text="width:Q")]
