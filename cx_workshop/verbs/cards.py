"""What people write: add, edit, fill in, remove, restore, keep, park, reopen and merge cards."""

import re
from itertools import product
from typing import Any

from cx_workshop.content import method, shape_of
from cx_workshop.content.shape import THEMES
from cx_workshop.model import Activity, Card, CardStatus
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import WRITERS, Act, new_id, verb
from cx_workshop.verbs.boards import GAP, check_place, check_writable, on_open_board, own, show_if_revealed
from cx_workshop.verbs.fields import LONGEST_TEXT, Fields, checked_fields, cleaned, filled
from cx_workshop.verbs.links import hand_links_on, make_link

UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")
TEXT = "text"
"""How fill_card names a card's text, beside the ids of its fields."""


@verb(roles=WRITERS, event="card_added", undoable=True)
def add_card(
    act: Act,
    *,
    activity: str,
    card: str,
    lane: str,
    text: str,
    row: str = "",
    sheet: str = "",
    fields: dict[str, Any] | None = None,
    made_from: str | None = None,
    on_behalf_of: str | None = None,
) -> None:
    """A new card at the end of its place; its id is made by whoever writes it."""
    board = act.find_activity(activity)
    seat = act.author(on_behalf_of)
    check_writable(act, board)
    check_place(board, lane=lane, row=row, sheet=sheet)
    _check_may_add(act, board, seat, sheet)
    if not UUID.fullmatch(card):
        raise Refused("bad_arguments")
    kept = filled({}, _checked_fields(act, board, fields or {}, lane=lane, row=row))
    said = _checked_text(text, kept)
    insert_card(act, board, card=card, lane=lane, row=row, sheet=sheet, text=said, fields=kept, seat=seat)
    if made_from:
        make_link(act, card, made_from)


@verb(roles=WRITERS, event="card_edited", undoable=True)
def edit_card(act: Act, *, card: str, text: str) -> None:
    changed = own(act, on_open_board(act, card))
    _check_not_frozen(act, changed)
    act.tx.update("cards", changed.id, text=_checked_text(text, changed.fields), updated_at=act.now)


@verb(roles=WRITERS, event="card_filled", undoable=True)
def fill_card(act: Act, *, card: str, fields: dict[str, Any], base: dict[str, Any]) -> None:
    """Fill in some of a card's fields, its `text` among them; `base` is what stood there when the person began.

    Refused with changed_meanwhile where somebody else has changed one of these fields since.
    """
    changed = own(act, on_open_board(act, card))
    board = act.find_activity(changed.activity)
    _check_unchanged(changed, fields, base)
    _check_not_frozen(act, changed, fields)
    new = {name: value for name, value in fields.items() if name != TEXT}
    kept = filled(changed.fields, _checked_fields(act, board, new, lane=changed.lane, row=changed.row))
    text = fields.get(TEXT, changed.text)
    if not isinstance(text, str):
        raise Refused("bad_arguments")
    act.tx.update("cards", changed.id, text=_checked_text(text, kept), fields=kept, updated_at=act.now)


@verb(roles=WRITERS, event="card_removed", undoable=True)
def remove_card(act: Act, *, card: str) -> None:
    """Take it off the board; what lay in it, if it is a theme, lies loose again."""
    removed = own(act, on_open_board(act, card))
    for inside in queries.cards_in_theme(act.db, removed.id):
        act.tx.update("cards", inside.id, theme=None, updated_at=act.now)
    _set_status(act, removed, "removed")


@verb(roles=WRITERS, event="card_restored", undoable=True)
def restore_card(act: Act, *, card: str) -> None:
    """Bring a removed card back to its board."""
    removed = act.find_card(card)
    if removed.status != "removed":
        raise Refused("unknown_card")
    board = act.find_activity(removed.activity)
    check_writable(act, board)
    _set_status(act, own(act, removed), "open")
    show_if_revealed(act, board, card)


@verb(roles=WRITERS, event="card_kept", undoable=True)
def keep_card(act: Act, *, card: str) -> None:
    _set_status(act, on_open_board(act, card), "kept")


@verb(roles=WRITERS, event="card_parked", undoable=True)
def park_card(act: Act, *, card: str) -> None:
    _set_status(act, on_open_board(act, card), "parked")


@verb(roles=WRITERS, event="card_reopened", undoable=True)
def reopen_card(act: Act, *, card: str) -> None:
    """Neither kept nor parked: a candidate again."""
    _set_status(act, on_open_board(act, card), "open")


@verb(roles=WRITERS, event="cards_merged", undoable=True)
def merge_cards(act: Act, *, card: str, into: str) -> None:
    """Make one of two: a theme brings along what lies in it, a note its text and links. Rows stay as they were."""
    merged, kept = on_open_board(act, card), on_open_board(act, into)
    notes = method(act.find_activity(kept.activity).method).board.layout not in ("form", "sliders")
    places = [(one.activity, one.lane, one.row) for one in (merged, kept)]
    if merged.id == kept.id or places[0] != places[1] or not notes:
        raise Refused("not_to_merge")
    if (merged.hidden or kept.hidden) and (merged.hidden, merged.seat) != (kept.hidden, kept.seat):
        raise Refused("cards_hidden")
    inside = queries.cards_in_theme(act.db, merged.id)
    end = max((one.position for one in queries.cards_in_theme(act.db, kept.id)), default=0.0)
    for number, one in enumerate(inside, start=1):
        act.tx.update("cards", one.id, theme=kept.id, position=end + number * GAP, updated_at=act.now)
    if merged.lane != THEMES:
        text = _checked_text(f"{kept.text}\n{merged.text}", kept.fields)
        act.tx.update("cards", kept.id, text=text, fields=merged.fields | kept.fields, updated_at=act.now)
    hand_links_on(act, merged.id, kept.id)
    act.tx.update("cards", merged.id, status="merged", merged_into=kept.id, updated_at=act.now)


def insert_card(
    act: Act,
    board: Activity,
    *,
    card: str,
    lane: str,
    row: str,
    sheet: str,
    text: str,
    fields: Fields,
    seat: str | None,
    position: float | None = None,
) -> None:
    """Lay a card at the end of its lane; `seat` is its author, None for one that the method brings along.

    Whoever lays many gives them their `position`, for each look for the end goes through the lane.
    """
    act.tx.insert(
        "cards",
        {
            "id": card,
            "workshop": act.workshop.id,
            "activity": board.id,
            "seat": seat,
            "lane": lane,
            "row": row,
            "sheet": sheet,
            "position": position or queries.last_position(act.db, board.id, lane) + GAP,
            "x": None,
            "y": None,
            "theme": None,
            "merged_into": None,
            "text": text,
            "status": "open",
            "fields": fields,
            "created_at": act.now,
            "updated_at": act.now,
            "hidden": board.hidden and seat is not None and lane != THEMES,
        },
    )


def lay_starters(act: Act, activity: Activity, sheet: str | None = None) -> None:
    """The cards that the method brings along, in the workshop's language, as nobody's; on one sheet, else on each."""
    shape = shape_of(activity)
    sheets = [sheet] if sheet else shape.sheets or [""]
    starters = method(activity.method).words[act.workshop.language].starters
    for on, starter in product(sheets, starters):
        insert_card(
            act,
            activity,
            card=new_id(),
            lane=shape.lanes[0],
            row="",
            sheet=on,
            text=starter.text,
            fields=starter.fields,
            seat=None,
        )


def _checked_text(text: str, fields: Fields) -> str:
    """The text without control characters; it may be empty where the card says something in a field."""
    text = cleaned(text)
    if not text and not fields:
        raise Refused("empty_text")
    if len(text) > LONGEST_TEXT:
        raise Refused("text_too_long")
    return text


def _checked_fields(act: Act, board: Activity, fields: Fields, *, lane: str, row: str) -> Fields:
    return checked_fields(act.db, act.workshop.id, board.method, fields, lane=lane, row=row)


def _check_may_add(act: Act, activity: Activity, seat: str, sheet: str) -> None:
    board = method(activity.method).board
    if board.one_each and queries.has_answered(act.db, activity.id, seat):
        raise Refused("one_each")
    turn = activity.shape.get("turn")
    if turn and turn["sheets"].get(seat, sheet) != sheet:
        raise Refused("not_your_sheet")


def _check_unchanged(card: Card, fields: Fields, base: Fields) -> None:
    """Nothing is overwritten that the person has not seen; writing the same once more does no harm."""
    now = card.fields | {TEXT: card.text}
    for name, value in fields.items():
        here = now.get(name)
        if here != base.get(name) and here != value:
            raise Refused("changed_meanwhile")


def _check_not_frozen(act: Act, card: Card, fields: Fields | None = None) -> None:
    """Once a result has come in, only the result can still be worded differently, not taken away."""
    result = method(act.find_activity(card.activity).method).board.freezes_on
    if result and card.fields.get(result):
        only_result = fields is not None and fields.keys() <= {result} and fields.get(result)
        if not only_result:
            raise Refused("card_frozen")


def _set_status(act: Act, card: Card, status: CardStatus) -> None:
    act.tx.update("cards", card.id, status=status, updated_at=act.now)
