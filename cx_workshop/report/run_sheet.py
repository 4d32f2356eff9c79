"""The run sheet: an agenda by the clock, what to do and to lay out, and room for notes; in the language in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from cx_workshop.content import Agenda, Board, MethodWords, method
from cx_workshop.model import Activity, Workshop
from cx_workshop.process import STEP_BY_ID
from cx_workshop.report.paper import as_pdf
from cx_workshop.report.words import duration, in_round, step_name
from cx_workshop.translate import _, language_in_use

USUAL_START = time(9)
ANY_DAY = date(2000, 1, 1)
LONGEST_DAY = 8 * 60
"""Minutes of work; an agenda with more of them takes several days."""


@dataclass(frozen=True)
class Slot:
    """A method in an agenda, with its minutes."""

    method: str
    minutes: int
    round: int = 1

    @property
    def step(self) -> str:
        return method(self.method).step


def workshop_run_sheet(workshop: Workshop, activities: list[Activity], *, start: time, daily: bool) -> bytes:
    """A PDF on A4; `daily` where every step begins anew at the start, on a day of its own."""
    slots = [Slot(one.method, one.minutes, one.round) for one in activities]
    return _pdf(slots, start, daily, title=workshop.title, challenge=workshop.challenge, code=workshop.code)


def agenda_run_sheet(agenda: Agenda, *, start: time, daily: bool) -> bytes:
    """The same of an agenda that nobody has taken yet."""
    slots = [Slot(item.method, item.minutes) for item in agenda.activities]
    language = language_in_use()
    return _pdf(slots, start, daily, title=agenda.names[language], challenge=agenda.abouts[language], code="")


def _pdf(slots: Sequence[Slot], start: time, daily: bool, *, title: str, challenge: str, code: str) -> bytes:
    work = _("{whole} of work", whole=duration(sum(slot.minutes for slot in slots)))
    data = {
        "title": title,
        "challenge": challenge,
        "code": code,
        "language": language_in_use(),
        "paper": "a4",
        "facts": _("{work}; breaks, welcome and close come on top.", work=work),
        "blanks": [[_("Date"), ""], [_("Place"), ""], [_("Led by"), ""]],
        "columns": [_("Time"), _("What to do"), _("Material"), _("Notes")],
        "steps": _steps(slots, start, daily=daily),
    }
    return as_pdf("run_sheet", data)


def _steps(slots: Sequence[Slot], start: time, *, daily: bool) -> list[dict[str, Any]]:
    steps = []
    begin = now = datetime.combine(ANY_DAY, start, UTC)
    for step, group in groupby(slots, key=lambda slot: slot.step):
        rows = []
        mine = list(group)
        now = begin if daily else now
        for slot in mine:
            end = now + timedelta(minutes=slot.minutes)
            rows.append(_row(slot, now, end))
            now = end
        whole = duration(sum(slot.minutes for slot in mine))
        place = STEP_BY_ID[step]
        steps.append(
            {"name": step_name(step), "mode": place.mode, "diamond": place.diamond, "minutes": whole, "rows": rows}
        )
    return steps


def _row(slot: Slot, begin: datetime, end: datetime) -> dict[str, str]:
    used = method(slot.method)
    words = used.words[language_in_use()]
    return {
        "from": f"{begin:%H:%M}",
        "to": f"{end:%H:%M}",
        "minutes": duration(slot.minutes),
        "name": in_round(words.name, slot.round),
        "question": words.question,
        "note": words.facilitator,
        "material": _material(used.board, words),
    }


def _material(board: Board, words: MethodWords) -> str:
    """Which worksheets, and what to write or stick with."""
    if board.travels or board.one_each:
        sheets = _("A worksheet for each person")
    elif board.sheets:
        sheets = _("{name}: a worksheet each", name=words.sheet)
    elif board.layout == "form":
        sheets = _("Worksheets, a few spare ones")
    else:
        sheets = _("A worksheet on the wall, sticky notes")
    draws = any(field.kind == "image" for field in board.fields)
    return f"{sheets}, {_('thick pens')}" if draws else sheets
