"""What a team makes of its board: own lanes, rows and sheets, another set of columns; and what a facilitator shows."""

from typing import Any

from cx_workshop.content import method, shape_of
from cx_workshop.content.shape import PARTS, PartKind
from cx_workshop.model import Activity
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, WRITERS, Act, verb
from cx_workshop.verbs.boards import check_writable
from cx_workshop.verbs.cards import lay_starters

LONGEST_NAME, MOST_PARTS, LONGEST_ID = 80, 40, 64


@verb(roles=WRITERS, event="part_added")
def add_part(act: Act, *, activity: str, kind: str, id: str, name: str, after: str | None = None) -> None:
    """One more lane, row or sheet, behind another or at the end; its id is made by whoever adds it."""
    board, parts = _parts(act, activity, kind)
    shape = shape_of(board)
    ids = shape.ids(parts)
    if id in ids or len(ids) >= MOST_PARTS or not (id.isascii() and id.isprintable() and 0 < len(id) <= LONGEST_ID):
        raise Refused("bad_arguments")
    place = ids.index(after) + 1 if after in ids else len(ids)
    _reshape(act, board, {parts: [*ids[:place], id, *ids[place:]], "names": _named(shape.names, parts, id, name)})
    if parts == "sheets":
        lay_starters(act, board, sheet=id)


@verb(roles=WRITERS, event="part_renamed")
def rename_part(act: Act, *, activity: str, kind: str, id: str, name: str) -> None:
    board, parts = _parts(act, activity, kind)
    shape = shape_of(board)
    if id not in shape.ids(parts):
        raise Refused("unknown_lane")
    _reshape(act, board, {"names": _named(shape.names, parts, id, name)})


@verb(roles=WRITERS, event="part_moved")
def move_part(act: Act, *, activity: str, kind: str, id: str, before: str | None = None) -> None:
    """Put a lane, row or sheet before another or at the end; what lies on it goes along."""
    board, parts = _parts(act, activity, kind)
    shape = shape_of(board)
    if id not in shape.ids(parts):
        raise Refused("unknown_lane")
    if before == id:
        return
    left = [other for other in shape.ids(parts) if other != id]
    place = left.index(before) if before in left else len(left)
    names = shape.names
    if parts == "sheets":  # one that is called by its number keeps that name
        names = names | {parts: shape.sheet_names(method(board.method).words[act.workshop.language])}
    _reshape(act, board, {parts: [*left[:place], id, *left[place:]]} | ({"names": names} if names else {}))


@verb(roles=WRITERS, event="part_dropped")
def drop_part(act: Act, *, activity: str, kind: str, id: str) -> None:
    """Take a lane, row or sheet away on which no card lies."""
    board, parts = _parts(act, activity, kind)
    left = [other for other in shape_of(board).ids(parts) if other != id]
    column = parts.removesuffix("s")
    if any(getattr(card, column) == id for card in queries.board_of(act.db, board.id)) or not left:
        raise Refused("part_has_cards")
    _reshape(act, board, {parts: left})


@verb(roles=WRITERS, event="template_chosen")
def use_template(act: Act, *, activity: str, template: str) -> None:
    """Take another set of columns, as long as no card lies on the board."""
    board = act.find_activity(activity)
    check_writable(act, board)
    templates = {"default": method(board.method).board.lanes} | method(board.method).board.templates
    if template not in templates:
        raise Refused("bad_arguments")
    if queries.board_of(act.db, board.id):
        raise Refused("part_has_cards")
    _reshape(act, board, {"lanes": templates[template]})


@verb(roles=FACILITATORS, event="prompts_shown")
def show_prompts(act: Act, *, activity: str) -> None:
    """Show the method's prompts, once people have written what came to mind by itself."""
    _reshape(act, act.find_activity(activity), {"prompts": True})


def _parts(act: Act, activity: str, kind: str) -> tuple[Activity, PartKind]:
    """The activity, if its team may make such parts of its own."""
    board = act.find_activity(activity)
    check_writable(act, board)
    of_method = method(board.method).board
    if kind not in PARTS or not (of_method.sheets if kind == "sheets" else kind in of_method.own):
        raise Refused("bad_arguments")
    return board, kind


def _named(names: dict[str, dict[str, str]], kind: str, id: str, name: str) -> dict[str, dict[str, str]]:
    name = " ".join(name.split())
    if not name:
        raise Refused("empty_text")
    if len(name) > LONGEST_NAME:
        raise Refused("name_too_long")
    return names | {kind: names.get(kind, {}) | {id: name}}


def _reshape(act: Act, activity: Activity, changes: dict[str, Any]) -> None:
    act.tx.update("activities", activity.id, shape=activity.shape | changes)
