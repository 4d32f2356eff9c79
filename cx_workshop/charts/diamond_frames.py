"""What a diamond is drawn from: the stretches of its steps, the area they fill, and the outline that is meant."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from cx_workshop.charts.drawing import records
from cx_workshop.process import SHAPES, STEP_BY_ID
from cx_workshop.tracking import Replay, bands_table, decisions_table, directions_table

MOMENTS = 500
"""So many a chart tells apart; more are not to be seen."""
LONGEST_BREAK = 10
"""Minutes that a break takes on the axis; a night between two days takes no more."""


@dataclass(frozen=True)
class Course:
    """A workshop's widths, activities and decisions, and how far they are shown."""

    widths: pd.DataFrame
    bands: pd.DataFrame
    decided: pd.DataFrame
    now: float
    """The moment up to which they are shown, in minutes since the start with long breaks shortened, as all here is."""
    names: dict[str, str]
    """Of the steps, in the language in use."""
    planned: list[tuple[str, float]] = field(default_factory=list)
    """The steps of the activities still to come, each with its minutes."""
    looks_back: bool = False
    shortened: bool = False
    """Whether there was a break so long that it was shortened."""


def course_of(replay: Replay, names: dict[str, str], *, until: Replay | None = None, is_over: bool = False) -> Course:
    """The course of a workshop; `until` is the same log told only so far, where one looks back."""
    shown = until or replay
    bands = bands_table(replay)
    now = replay.minute_of(replay.now) if replay.now else 0.0
    moment = shown.minute_of(shown.now) if shown.now and shown.started else 0.0
    worked = float(bands["end"].max()) if len(bands) and not bands["running"].any() else now
    real, drawn = _clock(bands, worked)

    def shorter(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
        return table.assign(**{name: np.interp(table[name], real, drawn) for name in columns})

    open_now = {one.id: one.minutes for one in replay.activities if one.status == "open"}
    spent = (bands["end"] - bands["start"])[bands["activity"].isin(open_now)].sum()
    going_on = [(one.step, max(0.0, one.minutes - spent)) for one in replay.activities if one.status == "open"]
    to_come = [(one.step, float(one.minutes)) for one in replay.activities if one.status == "planned"]
    return Course(
        widths=shorter(directions_table(shown), "minute"),
        bands=shorter(bands, "start", "end"),
        decided=shorter(decisions_table(shown), "minute"),
        now=float(np.interp(min(max(0.0, moment), worked), real, drawn)),
        names=names,
        planned=[] if is_over else [*going_on, *to_come],
        looks_back=until is not None,
        shortened=real[-1] - drawn[-1] > 1,
    )


def stretch_frame(course: Course) -> pd.DataFrame:
    """How long each step was worked on, up to the next one: number, step, diamond, mode, name, start, end.

    What is to come follows with its planned minutes; `came` is False for it.
    """
    rows: list[list[object]] = []
    for band in course.bands.sort_values("start", kind="stable").itertuples():
        if rows and rows[-1][0] == band.step:
            rows[-1][2] = band.end
        elif band.step in STEP_BY_ID:
            if rows:
                rows[-1][2] = band.start
            rows.append([band.step, band.start, band.end, True])
    end = float(course.bands["end"].max()) if rows else 0.0
    for step, minutes in course.planned if rows else ():
        if step not in STEP_BY_ID:
            continue
        if rows[-1][0] == step:
            rows[-1][2] = end + minutes
        else:
            rows.append([step, end, end + minutes, False])
        end += minutes
    frame = pd.DataFrame(rows, columns=["step", "start", "end", "came"])
    steps = [STEP_BY_ID[step] for step in frame["step"]]
    return frame.assign(
        number=range(len(frame)),
        diamond=[step.diamond for step in steps],
        mode=[step.mode for step in steps],
        name=[f"{SHAPES[step.mode]} {course.names[step.id]}" for step in steps],
        middle=(frame["start"] + frame["end"]) / 2,
        share=(frame["end"] - frame["start"]) / max(1.0, end),
    )


def area_frame(course: Course, stretches: pd.DataFrame) -> pd.DataFrame:
    """The width of the diamond that is worked on, wherever it changes: minute, width, low, and what its stretch is.

    `run` counts the stretches that look alike as one.
    """
    parts = []
    for one in records(stretches[stretches["came"] & ((stretches["start"] < course.now) | (stretches["number"] == 0))]):
        end = min(one["end"], course.now)
        known = course.widths[["minute", f"diamond_{one['diamond']}"]].set_axis(["minute", "width"], axis=1)
        before = known[known["minute"] <= one["start"]]["width"]
        first = int(before.iloc[-1]) if len(before) else 0
        inside = _thinned(known[(known["minute"] > one["start"]) & (known["minute"] < end)], span=course.now)
        until = known[known["minute"] <= end]["width"]
        last = int(until.iloc[-1]) if len(until) else 0
        edges = [pd.DataFrame({"minute": [at], "width": [width]}) for at, width in ((one["start"], first), (end, last))]
        what = {name: one[name] for name in ("number", "diamond", "mode", "step", "name")}
        parts.append(pd.concat([edges[0], inside, edges[1]], ignore_index=True).assign(**what))
    columns = ["minute", "width", "number", "diamond", "mode", "step", "name"]
    area = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
    turns = area["diamond"].ne(area["diamond"].shift()) | area["mode"].ne(area["mode"].shift())
    return area.assign(low=-area["width"], run=turns.cumsum())


def ideal_frame(area: pd.DataFrame, stretches: pd.DataFrame) -> pd.DataFrame:
    """The outline of two diamonds over the same time, each as wide as its own became: minute, width, side, order.

    Each opens while its steps diverge and closes until the next diamond begins, or until its own last step ends.
    """
    widest = area.groupby("diamond")["width"].max()
    most = int(area["width"].max()) if len(area) else 0
    rows = []
    for diamond in (1, 2):
        own = stretches[stretches["diamond"] == diamond]
        if own.empty:
            continue
        start = float(own["start"].iloc[0])
        later = stretches[(stretches["diamond"] > diamond) & (stretches["start"] > start)]
        own = own[own["start"] < later["start"].iloc[0]] if len(later) else own
        closing = own[own["mode"] == "converge"]
        end = float(own["end"].max())
        peak = float(closing["start"].iloc[0]) if len(closing) and closing["start"].iloc[0] > start else None
        peak = peak if peak is not None else (start + end) / 2
        width = max(2, int(widest.get(diamond, most)))
        for side in (1, -1):
            corners = [(start, 0), (peak, side * width), (end, 0)]
            rows += [[at, high, f"{diamond}{side}", n] for n, (at, high) in enumerate(corners)]
    return pd.DataFrame(rows, columns=["minute", "width", "side", "order"])


def peak_frame(area: pd.DataFrame) -> pd.DataFrame:
    """Of each diamond the moment at which it was widest, and its last one: minute, width, diamond, last."""
    rows = []
    for diamond, one in area.groupby("diamond"):
        top, end = one.iloc[int(one["width"].argmax())], one.iloc[-1]
        rows.append([top["minute"], top["width"], diamond, False])
        rows.append([end["minute"], end["width"], diamond, True])
    return pd.DataFrame(rows, columns=["minute", "width", "diamond", "last"])


def _clock(bands: pd.DataFrame, now: float) -> tuple[list[float], list[float]]:
    """Minutes as they were, and as they are drawn: one by one while something is open, breaks up to the longest."""
    real, drawn = [0.0], [0.0]
    for start, end in [*bands.sort_values("start")[["start", "end"]].itertuples(index=False), (now, now)]:
        pause = max(0.0, start - real[-1])
        real.append(real[-1] + pause)
        drawn.append(drawn[-1] + min(pause, LONGEST_BREAK))
        work = max(0.0, end - real[-1])
        real.append(real[-1] + work)
        drawn.append(drawn[-1] + work)
    return real, drawn


def _thinned(known: pd.DataFrame, *, span: float) -> pd.DataFrame:
    """Of the changes within one moment the widest and the last."""
    if len(known) <= MOMENTS:
        return known
    moment = (known["minute"] * MOMENTS / max(span, 1e-9)).astype("int64")
    kept = {*known.groupby(moment)["width"].idxmax(), *known.groupby(moment)["width"].tail(1).index}
    return known.loc[sorted(kept)]
