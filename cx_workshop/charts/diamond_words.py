"""What a diamond shows, in words, and the table behind it."""

import pandas as pd

from cx_workshop.charts.diamond_frames import Course, peak_frame
from cx_workshop.charts.drawing import brief, number, records, some
from cx_workshop.translate import N_, _

DIAMONDS = {1: N_("Diamond 1 (the problem)"), 2: N_("Diamond 2 (the solution)")}
HALF = 0.5
"""A diamond that is still wider than this share of its widest has not closed."""


def in_words(course: Course, area: pd.DataFrame) -> list[str]:
    peaks = peak_frame(area)
    sentences = [_of_diamond(diamond, area, peaks) for diamond in (1, 2) if diamond in set(peaks["diamond"])]
    if not course.decided.empty:
        row = [
            f"{brief(one['what'])} ({_('minute {n}', n=number(round(one['minute'])))})"
            for one in records(course.decided)
        ]
        sentences.append(_("Decisions, as amber marks: {names}.", names=some(row)))
    if course.shortened:
        sentences.append(_("Long breaks are drawn short."))
    return sentences


def diamond_table(area: pd.DataFrame, course: Course) -> pd.DataFrame:
    """The width wherever it changes, with the step and what was decided there."""
    changed = area[area["width"].ne(area["width"].shift()) | area["number"].ne(area["number"].shift())]
    rows = changed[["minute", "name", "diamond", "width"]].assign(decision="")
    decided = course.decided[["minute", "what"]].rename(columns={"what": "decision"}).assign(name="", width=None)
    table = pd.concat([rows.astype(object), decided.astype(object)]).sort_values("minute", kind="stable")
    table["diamond"] = table["diamond"].ffill()
    names = {
        "minute": _("Minute"),
        "name": _("Step"),
        "diamond": _("Diamond"),
        "width": _("Open directions"),
        "decision": _("Decision"),
    }
    return table.assign(minute=[round(float(minute), 1) for minute in table["minute"]]).rename(columns=names)


def _of_diamond(diamond: int, area: pd.DataFrame, peaks: pd.DataFrame) -> str:
    top, end = records(peaks[peaks["diamond"] == diamond])
    values = {
        "diamond": _(DIAMONDS[diamond]),
        "most": number(top["width"]),
        "minute": number(round(top["minute"])),
        "left": number(end["width"]),
    }
    if end["width"] == top["width"]:
        return _("{diamond}, open directions: {most}; it has not closed yet.", **values)
    if end["width"] > HALF * top["width"]:
        return _(
            "{diamond}: widest at minute {minute} with {most} open directions; {left} are left, so it is still wide.",
            **values,
        )
    return _("{diamond}: widest at minute {minute} with {most} open directions, closed to {left}.", **values)
