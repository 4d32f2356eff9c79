"""Expectation beside experience, touchpoint by touchpoint."""

from typing import Any

import altair as alt
import pandas as pd

from cx_workshop.charts.drawing import (
    LABEL_SIZE,
    Canvas,
    Drawing,
    Panel,
    brief,
    layered,
    number,
    records,
    some,
    titled,
)
from cx_workshop.charts.palette import Palette
from cx_workshop.translate import N_, _

ROW_HEIGHT = 52
EXPECTATION, EXPERIENCE = "expectation", "experience"
COLUMNS = ["touchpoint", "phase", "channel", "expectation", "experience", "gap", "verdict", "quote"]
VERDICTS = {"exceeds": N_("exceeds"), "meets": N_("meets"), "falls_short": N_("falls short")}
"""Satisfaction meets the expectation, delight exceeds it (S3)."""


def draw(canvas: Canvas) -> Drawing:
    gaps = gap_frame(canvas)
    waiting = len(canvas.cards) - len(gaps)
    sentences = [_("Touchpoints that still miss a score: {n}.", n=waiting)] if waiting else []
    if gaps.empty:
        start = _("Not yet: the chart begins with the first touchpoint that has both an expectation and an experience.")
        return Drawing([start, *sentences])
    low, high = scale_of(canvas)
    chart = expectation_gap(gaps, low=low, high=high, palette=canvas.palette, hue=canvas.hue)
    return Drawing([*in_words(gaps), *sentences], [Panel(chart)], gap_table(gaps))


def gap_frame(canvas: Canvas) -> pd.DataFrame:
    """A row for each touchpoint with both scores, by phase in the order in which phases first appear."""
    rows = []
    for card in canvas.cards:
        fields = card.fields
        if EXPECTATION in fields and EXPERIENCE in fields:
            gap = fields[EXPERIENCE] - fields[EXPECTATION]
            about = [titled(card), fields.get("phase", ""), fields.get("channel", "")]
            rows.append([*about, fields[EXPECTATION], fields[EXPERIENCE], gap, verdict(gap), fields.get("quote", "")])
    gaps = pd.DataFrame(rows, columns=COLUMNS)
    order = gaps["phase"].str.casefold().str.strip()
    ranks = {phase: rank for rank, phase in enumerate(order.unique())}
    return gaps.sort_values("phase", key=lambda _: order.map(ranks), kind="stable", ignore_index=True)


def verdict(gap: int) -> str:
    return "meets" if gap == 0 else "exceeds" if gap > 0 else "falls_short"


def scale_of(canvas: Canvas) -> tuple[int, int]:
    field = canvas.method.board.field_by_id[EXPECTATION]
    assert field.min is not None and field.max is not None
    return field.min, field.max


def expectation_gap(gaps: pd.DataFrame, *, low: int, high: int, palette: Palette, hue: str) -> alt.TopLevelMixin:
    """A dumbbell a touchpoint: a ring for what was expected, a dot for how it was; name and verdict stand beside it."""
    rows = records(gaps)
    base = alt.Chart(
        gaps.assign(
            row=range(len(rows)),
            name=[" · ".join(filter(None, (row["phase"], row["touchpoint"]))) for row in rows],
            said=[f"{number(row['gap'], signed=True)} {_(VERDICTS[row['verdict']])}" for row in rows],
        )
    )
    y = alt.Y("row:O", axis=None, scale=alt.Scale(domain=list(range(len(rows)))))
    axis = alt.Axis(
        title=f"○ {_('expectation')}\u2003● {_('experience')}",
        titleAnchor="start",
        titleAlign="left",
        orient="top",
        values=list(range(low, high + 1)),
        format="d",
        gridOpacity=0.5,
        domain=False,
        ticks=False,
    )
    scale = alt.Scale(domain=[low - 0.2, high + 0.2], nice=False, zero=False)
    expected, experienced = (alt.X(f"{id}:Q", scale=scale, axis=axis) for id in (EXPECTATION, EXPERIENCE))
    tooltip = [
        alt.Tooltip("name:N", title=_("Touchpoint")),
        alt.Tooltip("expectation:Q", title=_("Expectation")),
        alt.Tooltip("experience:Q", title=_("Experience")),
        alt.Tooltip("said:N", title=_("Gap")),
        alt.Tooltip("quote:N", title=_("Quote")),
    ]
    words: dict[str, Any] = {"fontSize": LABEL_SIZE, "dy": -17, "color": palette.ink}
    dot: dict[str, Any] = {"shape": "circle", "opacity": 1}
    return layered(
        base.mark_rule(strokeWidth=3, color=hue, opacity=0.55).encode(x=expected, x2=EXPERIENCE, y=y),
        base.mark_point(size=150, filled=True, fill=palette.ground, strokeWidth=2.5, stroke=palette.ink, **dot).encode(
            x=expected, y=y, tooltip=tooltip
        ),
        base.mark_point(size=110, filled=True, color=hue, **dot).encode(x=experienced, y=y, tooltip=tooltip),
        base.mark_text(align="left", limit=alt.ExprRef("width - 120"), **words).encode(
            x=alt.value(4), y=y, text="name:N"
        ),
        base.mark_text(align="right", fontWeight="bold", **words).encode(x=alt.value("width"), y=y, text="said:N"),
        height=ROW_HEIGHT * len(rows),
        palette=palette,
    )


def in_words(gaps: pd.DataFrame) -> list[str]:
    """The widest gap first."""
    names: dict[str, list[str]] = {id: [] for id in VERDICTS}
    for row in records(gaps.sort_values("gap", key=abs, ascending=False, kind="stable")):
        names[row["verdict"]].append(f"{brief(row['touchpoint'], 40)} ({number(row['gap'], signed=True)})")
    sentences = []
    if names["falls_short"]:
        sentences.append(_("Falls short of what people expect: {names}.", names=some(names["falls_short"])))
    if names["exceeds"]:
        sentences.append(_("Exceeds what people expect (delight): {names}.", names=some(names["exceeds"])))
    if names["meets"]:
        sentences.append(_("Meets what people expect (satisfaction): {names}.", names=some(names["meets"])))
    return sentences


def gap_table(gaps: pd.DataFrame) -> pd.DataFrame:
    names = {
        "touchpoint": _("Touchpoint"),
        "phase": _("Phase"),
        "channel": _("Channel"),
        "expectation": _("Expectation"),
        "experience": _("Experience"),
        "gap": _("Gap"),
        "verdict": _("Result"),
        "quote": _("Quote"),
    }
    said = [_(VERDICTS[id]) for id in gaps["verdict"]]
    return gaps.assign(verdict=said).rename(columns=names)
