"""What people do with cards on a board."""

import re

from cx_workshop.content import method
from cx_workshop.model import ON_BOARD, Activity, Card, CardStatus
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import WRITERS, Act, verb

LONGEST_TEXT = 10_000
UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that nobody types: what is pasted may bring them along, and no document takes them."""
GAP = 1024.0
"""Between the positions of two neighbours, so that many cards fit in between before a lane is numbered anew."""


@verb(roles=WRITERS, event="card_added", undoable=True)
def add_card(act: Act, *, activity: str, card: str, lane: str, text: str) -> None:
    """A new card at the end of a lane; its id is made by whoever writes it."""
    board = act.find_activity(activity)
    check_writable(act, board)
    _check_lane(board, lane)
    if not UUID.fullmatch(card):
        raise Refused("bad_arguments")
    act.tx.insert(
        "cards",
        {
            "id": card,
            "workshop": act.workshop.id,
            "activity": board.id,
            "seat": act.seat.id,
            "lane": lane,
            "position": queries.last_position(act.db, board.id, lane) + GAP,
            "text": checked_text(text),
            "status": "open",
            "fields": {},
            "created_at": act.now,
            "updated_at": act.now,
        },
    )


@verb(roles=WRITERS, event="card_edited", undoable=True)
def edit_card(act: Act, *, card: str, text: str) -> None:
    own = _own(act, _on_open_board(act, card))
    act.tx.update("cards", own.id, text=checked_text(text), updated_at=act.now)


@verb(roles=WRITERS, event="card_moved", undoable=True)
def move_card(act: Act, *, card: str, lane: str, before: str | None = None) -> None:
    """Put a card into a lane, before another card or at the end."""
    moved = _on_open_board(act, card)
    board = act.find_activity(moved.activity)
    _check_lane(board, lane)
    if before == card:
        return
    others = [c for c in queries.board_of(act.db, board.id) if c.lane == lane and c.id != card]
    index = next((i for i, other in enumerate(others) if other.id == before), len(others))
    act.tx.update("cards", card, lane=lane, position=_position(act, others, index), updated_at=act.now)


@verb(roles=WRITERS, event="card_removed", undoable=True)
def remove_card(act: Act, *, card: str) -> None:
    _set_status(act, _own(act, _on_open_board(act, card)), "removed")


@verb(roles=WRITERS, event="card_restored", undoable=True)
def restore_card(act: Act, *, card: str) -> None:
    """Bring a removed card back to its board."""
    removed = act.find_card(card)
    if removed.status != "removed":
        raise Refused("unknown_card")
    check_writable(act, act.find_activity(removed.activity))
    _set_status(act, _own(act, removed), "open")


@verb(roles=WRITERS, event="card_kept", undoable=True)
def keep_card(act: Act, *, card: str) -> None:
    _set_status(act, _on_open_board(act, card), "kept")


@verb(roles=WRITERS, event="card_parked", undoable=True)
def park_card(act: Act, *, card: str) -> None:
    _set_status(act, _on_open_board(act, card), "parked")


@verb(roles=WRITERS, event="card_reopened", undoable=True)
def reopen_card(act: Act, *, card: str) -> None:
    """Neither kept nor parked: a candidate again."""
    _set_status(act, _on_open_board(act, card), "open")


def checked_text(text: str) -> str:
    text = CONTROL.sub("", text.replace("\r\n", "\n")).strip()
    if not text:
        raise Refused("empty_text")
    if len(text) > LONGEST_TEXT:
        raise Refused("text_too_long")
    return text


def check_writable(act: Act, activity: Activity) -> None:
    if activity.status == "planned":
        raise Refused("activity_not_open")
    if activity.status == "closed":
        raise Refused("activity_closed")
    if activity.locked and not act.is_facilitator:
        raise Refused("board_locked")


def _check_lane(activity: Activity, lane: str) -> None:
    if lane not in method(activity.method).lanes:
        raise Refused("unknown_lane")


def _on_open_board(act: Act, card_id: str) -> Card:
    card = act.find_card(card_id)
    if card.status not in ON_BOARD:
        raise Refused("unknown_card")
    check_writable(act, act.find_activity(card.activity))
    return card


def _own(act: Act, card: Card) -> Card:
    if card.seat != act.seat.id and not act.is_facilitator:
        raise Refused("not_yours")
    return card


def _set_status(act: Act, card: Card, status: CardStatus) -> None:
    act.tx.update("cards", card.id, status=status, updated_at=act.now)


def _position(act: Act, others: list[Card], index: int) -> float:
    """A number between the neighbours; where none is left between them, the lane is numbered anew."""
    low = others[index - 1].position if index else 0.0
    high = others[index].position if index < len(others) else low + 2 * GAP
    middle = (low + high) / 2
    if low < middle < high:
        return middle
    for i, other in enumerate(others):
        act.tx.update("cards", other.id, position=GAP * (i + 1 if i < index else i + 2))
    return GAP * (index + 1)
