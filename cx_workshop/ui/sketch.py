"""What a method's board looks like, drawn in HTML from the method itself, so that it is never out of date."""

from collections.abc import Callable
from html import escape

from cx_workshop.content import Board, Field, Method, MethodWords
from cx_workshop.translate import _, language_in_use

CARD = "<i class=card></i>"
PLACES = ((18, 24), (34, 62), (58, 34), (74, 70), (82, 18))
"""Where cards lie on the plane of a matrix, in percent."""
WIDEST_CHOICE = 4


def sketch(method: Method) -> str:
    """A figure with the board's lanes, rows, axes or fields in the reader's words."""
    words = method.words[language_in_use()]
    drawn = DRAWINGS[method.board.layout](method.board, words)
    notes = "".join(f"<li>{note}</li>" for note in _notes(method.board, words))
    return (
        f'<figure class="sketch {method.board.layout}"><figcaption>{_("What its board looks like")}</figcaption>'
        f"<div class=drawing>{drawn}</div>{f'<ul>{notes}</ul>' if notes else ''}</figure>"
    )


def _lanes(board: Board, words: MethodWords) -> str:
    return "".join(
        f"<div class=lane><b>{escape(lane.name)}</b>{CARD * (1 + (number + 1) % 3)}</div>"
        for number, lane in enumerate(lane for lane in words.lanes if lane.id in board.lanes)
    )


def _grid(board: Board, words: MethodWords) -> str:
    lanes = [lane for lane in words.lanes if lane.id in board.lanes]
    head = "".join(f"<th scope=col>{escape(lane.name)}</th>" for lane in lanes)
    rows = "".join(
        f"<tr><th scope=row>{escape(row.name)}</th>{_cells(down, len(lanes))}</tr>"
        for down, row in enumerate(words.rows)
    )
    return f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(down: int, count: int) -> str:
    return "".join(f"<td>{CARD if (across * 2 + down * 3) % 5 < 2 else ''}</td>" for across in range(count))


def _themes(_board: Board, words: MethodWords) -> str:
    themes = "".join(f"<div class=theme><b>{_('Theme')} {n}</b>{CARD * n}</div>" for n in (1, 2, 3))
    return f"{themes}<div class=lane><b>{escape(words.lanes[0].name)}</b>{CARD * 2}</div>"


def _matrix(board: Board, words: MethodWords) -> str:
    x, y = (words.axes[axis] for axis in board.axes)
    regions = "".join(f"<span class={place}>{escape(name)}</span>" for place, name in words.regions.items())
    cards = "".join(f'<i class=card style="left:{left}%;top:{top}%"></i>' for left, top in PLACES)
    return (
        f"<p class=y><span>{escape(y.high)}</span><b>{escape(y.name)}</b><span>{escape(y.low)}</span></p>"
        f"<div class=plane>{regions}{cards}</div>"
        f"<p class=x><span>{escape(x.low)}</span><b>{escape(x.name)}</b><span>{escape(x.high)}</span></p>"
    )


def _sliders(_board: Board, words: MethodWords) -> str:
    usual = {"left": words.fields["left"].name, "right": words.fields["right"].name}
    tensions = [starter.fields for starter in words.starters if usual.keys() <= starter.fields.keys()] or [usual] * 3
    return "".join(
        f"<p><b>{escape(one['left'])}</b><span class=track><i style='left:{25 + number * 37 % 60}%'></i></span>"
        f"<b>{escape(one['right'])}</b></p>"
        for number, one in enumerate(tensions)
    )


def _form(board: Board, words: MethodWords) -> str:
    title = escape(words.title or words.lanes[0].name)
    fields = "".join(
        f"<dt>{escape(words.fields[field.id].name)}</dt><dd>{_blank(field, words)}</dd>" for field in board.fields
    )
    return f"<dl><dt class=title>{title}</dt><dd><i class=line></i></dd>{fields}</dl>"


def _blank(field: Field, words: MethodWords) -> str:
    """An empty field as it waits to be filled in."""
    said = words.fields[field.id]
    if field.kind == "choice":
        return "".join(f"<span class=option>{escape(option)}</span>" for option in said.options.values())
    if field.kind == "scale":
        assert field.min is not None and field.max is not None
        dots = "<i class=dot></i>" * (field.max - field.min + 1)
        return f"<small>{escape(said.low)}</small> {dots} <small>{escape(said.high)}</small>"
    return "<i class=line></i>" * (2 if field.kind in ("text", "list") else 1)


def _notes(board: Board, words: MethodWords) -> list[str]:
    """What the drawing cannot show."""
    notes = []
    if board.sheets:
        notes.append(_("Several sheets side by side: {name} 1, {name} 2 …", name=escape(words.sheet)))
    if board.fields and board.layout not in ("form", "sliders"):
        names = ", ".join(_field_name(field, words) for field in board.fields)
        notes.append(_("A card can also hold: {fields}.", fields=names))
    if words.starters and board.layout != "sliders":
        notes.append(_("Cards that lie there from the start: {count}.", count=len(words.starters)))
    return notes


def _field_name(field: Field, words: MethodWords) -> str:
    said = words.fields[field.id]
    if field.kind == "choice" and len(said.options) <= WIDEST_CHOICE:
        return f"{escape(said.name)} ({escape(' / '.join(said.options.values()))})"
    return escape(said.name)


DRAWINGS: dict[str, Callable[[Board, MethodWords], str]] = {
    "lanes": _lanes,
    "grid": _grid,
    "themes": _themes,
    "matrix": _matrix,
    "sliders": _sliders,
    "form": _form,
}
