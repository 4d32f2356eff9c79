"""What of a board stands on paper: its lanes, rows, axes or fields, and how they share the page."""

from collections.abc import Callable
from math import ceil
from typing import Any

from cx_workshop.content import Board, Field, Method, MethodWords, Shape
from cx_workshop.content.methods import Part
from cx_workshop.translate import _, language_in_use

Drawn = dict[str, Any]
IN_A_ROW = 5
"""As many lanes stand side by side; more of them go in two rows, so that a sticky note fits."""
FRAMES = 8
"""On a sheet for sketches that the method does not divide itself."""
ROUNDS = 6
"""On a sheet that travels: six people, as the method was described."""
THEMES = 6
SLIDERS = 8
"""At least as many; those that the method does not name are for the team's own."""
LINE = 0.9
ROOM = {"text": 1.6, "list": 1.6, "image": 3.0, "scale": 1.2, "choice": 1.2}
"""How high fields are, one against the other; others are a LINE."""
FOUR_FIT, TWO_FIT = 5.5, 9.0
"""As high may a card be of which four or two stand on a page."""
BESIDE = 7
"""A scale of at most as many steps stands beside its question, in a survey."""
SHORT = 34
"""Characters of all options together that stand in half a line."""


def board_on_paper(method: Method, shape: Shape) -> Drawn:
    """`kind` names the drawing in worksheet_boards.typ, the rest is what it draws."""
    words = method.words[language_in_use()]
    drawn = {"landscape": True, "note": "", **_drawing(method.board)(method.board, shape, words)}
    if method.board.fields and drawn["kind"] not in ("form", "sliders", "frames"):
        drawn["note"] = _("A card can also hold: {fields}.", fields=", ".join(_field_names(method.board, words)))
    return drawn


def _field_names(board: Board, words: MethodWords) -> list[str]:
    """Fields as one reads them, those with options with all of these."""
    said = [words.fields[field.id] for field in board.fields]
    return [f"{one.name} ({' / '.join(one.options.values())})" if one.options else one.name for one in said]


def _drawing(board: Board) -> Callable[[Board, Shape, MethodWords], Drawn]:
    if board.travels:
        return _travelling
    if board.layout == "lanes" and any(field.kind == "image" for field in board.fields):
        return _frames
    return DRAWINGS[board.layout]


def _part(part: Part) -> Drawn:
    return {"name": part.name, "hint": part.hint}


def _in_rows(parts: list[Any], most: int) -> list[list[Any]]:
    """As few rows as need be, the first ones longer."""
    rows = ceil(len(parts) / most)
    width = ceil(len(parts) / rows)
    return [parts[start : start + width] for start in range(0, len(parts), width)]


def _lanes(_board: Board, shape: Shape, words: MethodWords) -> Drawn:
    return {"kind": "lanes", "rows": _in_rows([_part(lane) for lane in shape.parts("lanes", words)], IN_A_ROW)}


def _frames(_board: Board, shape: Shape, words: MethodWords) -> Drawn:
    lanes = [_part(lane) for lane in shape.parts("lanes", words)]
    if len(lanes) == 1:
        lanes = [{"name": str(number), "hint": ""} for number in range(1, FRAMES + 1)]
    return {"kind": "frames", "rows": _in_rows(lanes, 4), "caption": words.title}


def _travelling(_board: Board, shape: Shape, words: MethodWords) -> Drawn:
    rounds = [{"name": str(number), "hint": "", "scale": None} for number in range(1, ROUNDS + 1)]
    columns = [_part(lane) for lane in shape.parts("lanes", words)]
    return {"kind": "table", "corner": _("Round"), "columns": columns, "rows": rounds, "first": "narrow"}


def _grid(board: Board, shape: Shape, words: MethodWords) -> Drawn:
    columns = [_part(lane) for lane in shape.parts("lanes", words)]
    rows = [_part(row) | {"scale": _curve(board, row.id, words)} for row in shape.parts("rows", words)]
    return {"kind": "table", "corner": "", "columns": columns, "rows": rows, "first": "wide"}


def _curve(board: Board, row: str, words: MethodWords) -> Drawn | None:
    """The guides between which a team draws its curve, in the row whose cards are scored."""
    scored = next((field for field in board.fields if field.kind == "scale" and row in field.rows), None)
    if board.chart != "curve" or scored is None:
        return None
    said = words.fields[scored.id]
    return {"high": f"+{scored.max} {said.high}", "middle": "0", "low": f"−{-(scored.min or 0)} {said.low}"}


def _themes(_board: Board, _shape: Shape, words: MethodWords) -> Drawn:
    names = [f"{_('Theme')} {number}" for number in range(1, THEMES + 1)]
    return {"kind": "themes", "rows": _in_rows(names, 3), "loose": _part(words.lanes[0])}


def _matrix(board: Board, _shape: Shape, words: MethodWords) -> Drawn:
    x, y = ({"name": axis.name, "low": axis.low, "high": axis.high} for axis in words.axes.values())
    return {"kind": "matrix", "x": x, "y": y, "regions": words.regions}


def _sliders(_board: Board, _shape: Shape, words: MethodWords) -> Drawn:
    rows = [[one.text, one.fields.get("left", ""), one.fields.get("right", "")] for one in words.starters]
    head = [words.title or words.lanes[0].name, words.fields["left"].name, words.fields["right"].name]
    return {"kind": "sliders", "head": head, "rows": [*rows, *[["", "", ""]] * (SLIDERS - len(rows))]}


def _form(board: Board, _shape: Shape, words: MethodWords) -> Drawn:
    """A card to fill in; small ones stand several on a page, as they do on the board."""
    title = {"kind": "title", "name": words.title or words.lanes[0].name, "hint": words.lanes[0].hint}
    fields = [(field, _field(field, words, wide=board.one_each)) for field in board.fields]
    small, large = (_form_rows(title, fields, pair=pair) for pair in (_is_short, lambda _field, _drawn: True))
    height = sum(row["room"] for row in small)
    if height <= FOUR_FIT:
        return {"kind": "form", "rows": small, "copies": [[1, 1], [1, 1]]}
    if height <= TWO_FIT:
        return {"kind": "form", "rows": small, "copies": [[1, 1]]}
    return {"kind": "form", "rows": small if board.one_each else large, "copies": [[1]], "landscape": False}


def _form_rows(title: Drawn, fields: list[tuple[Field, Drawn]], *, pair: Callable[[Field, Drawn], bool]) -> list[Drawn]:
    """Fields in their order, two beside each other where both may `pair`."""
    rows: list[list[tuple[float, Drawn, bool]]] = [[(0.8, title, False)]]
    for field, drawn in fields:
        room = LINE if drawn["wide"] else ROOM.get(field.kind, LINE)
        one = (room, drawn, pair(field, drawn))
        if one[2] and len(rows[-1]) == 1 and rows[-1][0][2]:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [
        {"room": max(room for room, *_rest in row), "fields": [drawn for _room, drawn, _pair in row]} for row in rows
    ]


def _is_short(field: Field, drawn: Drawn) -> bool:
    if field.kind == "choice":
        return sum(map(len, drawn["options"])) <= SHORT
    return field.kind in ("line", "date", "number", "link", "scale") and not drawn["wide"]


def _field(field: Field, words: MethodWords, *, wide: bool) -> Drawn:
    said = words.fields[field.id]
    counted = field.kind == "number" and field.min is not None and field.max is not None and field.max - field.min <= 10
    return {
        "kind": "scale" if counted else field.kind,
        "name": said.name,
        "hint": said.hint,
        "options": list(said.options.values()),
        "min": field.min,
        "max": field.max,
        "low": said.low,
        "high": said.high,
        "wide": wide and field.kind == "scale" and len(range(field.min or 0, (field.max or 0) + 1)) <= BESIDE,
    }


DRAWINGS: dict[str, Callable[[Board, Shape, MethodWords], Drawn]] = {
    "lanes": _lanes,
    "grid": _grid,
    "themes": _themes,
    "matrix": _matrix,
    "sliders": _sliders,
    "form": _form,
}
