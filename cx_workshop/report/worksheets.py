"""Worksheets: the board of a method on one page of paper, for the wall or the table, in the language in use."""

from typing import Any

from cx_workshop.content import Method, Shape, method, read_shape, shape_of
from cx_workshop.model import Activity, Workshop
from cx_workshop.process import STEP_BY_ID
from cx_workshop.report.paper import Paper, as_pdf
from cx_workshop.report.words import MODE_NAMES, in_round, step_name
from cx_workshop.report.worksheet_boards import board_on_paper
from cx_workshop.translate import _, language_in_use

Sheet = dict[str, Any]


def method_worksheet(method_id: str, *, paper: Paper, workshop: Workshop | None = None) -> bytes:
    """The worksheet of one method as a PDF; in a workshop it bears title and code."""
    return _pdf([_sheet(method(method_id), read_shape(method_id, {}), workshop)], paper)


def agenda_worksheets(workshop: Workshop, activities: list[Activity], *, paper: Paper) -> bytes:
    """Those of all activities in one PDF, in their order and with what the team has made of its boards."""
    sheets = [_sheet(method(one.method), shape_of(one), workshop, round=one.round) for one in activities]
    return _pdf(sheets, paper)


def _pdf(sheets: list[Sheet], paper: Paper) -> bytes:
    title = sheets[0]["name"] if len(sheets) == 1 else _("Worksheets")
    data = {"title": title, "language": language_in_use(), "paper": paper, "sheets": sheets}
    return as_pdf("worksheet", data)


def _sheet(used: Method, shape: Shape, workshop: Workshop | None, round: int = 1) -> Sheet:
    words = used.words[language_in_use()]
    board = board_on_paper(used, shape)
    asked = [words.sheet, _("Names")] if used.board.sheets and not used.board.travels else [_("Names")]
    code = workshop.code if workshop else ""
    return {
        "landscape": board["landscape"],
        "diamond": STEP_BY_ID[used.step].diamond,
        "mode": used.mode,
        "step": f"{step_name(used.step)} · {_(MODE_NAMES[used.mode])}",
        "facts": _("{minutes} min", minutes=used.minutes),
        "name": in_round(words.name, round),
        "question": words.question,
        "how": words.how,
        "blanks": [*([label, "", 2] for label in asked), [_("Date"), "", 1], [_("Code"), code, 1]],
        "board": board,
        "foot": [workshop.title if workshop else "", f"{words.name} · CX Workshop"],
    }
