"""What every verb on a card looks at first: is the board open, is the place on it, is the card one's own."""

from cx_workshop.content import method, shape_of
from cx_workshop.content.shape import THEMES
from cx_workshop.model import ON_BOARD, Activity, Card
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import Act

GAP = 1024.0
"""Between the positions of two neighbours, so that many cards fit in between before a lane is numbered anew."""


def check_writable(act: Act, activity: Activity) -> None:
    if activity.status == "planned":
        raise Refused("activity_not_open")
    if activity.status == "closed":
        raise Refused("activity_closed")
    if act.is_facilitator:
        return
    if activity.locked:
        raise Refused("board_locked")
    if any(vote.closed_at is None and vote.kind != "yes_no" for vote in queries.votes_on(act.db, activity.id)):
        raise Refused("voting")


def check_place(activity: Activity, *, lane: str, row: str, sheet: str) -> None:
    """Whether this board has such a lane, row and sheet; a board without rows or sheets has the empty one."""
    shape = shape_of(activity)
    themes = [THEMES] if method(activity.method).board.layout == "themes" else []
    if lane not in [*shape.lanes, *themes] or row not in (shape.rows or [""]):
        raise Refused("unknown_lane")
    if sheet not in (shape.sheets or [""]):
        raise Refused("unknown_sheet")


def on_open_board(act: Act, card_id: str) -> Card:
    """A card that lies on a board which this seat may write on."""
    card = act.find_card(card_id)
    if card.status not in ON_BOARD:
        raise Refused("unknown_card")
    check_writable(act, act.find_activity(card.activity))
    return card


def own(act: Act, card: Card) -> Card:
    """The card, if this seat may change what it says: its author, a facilitator, on a team's board everybody."""
    theirs = card.seat != act.seat.id and not act.is_facilitator
    if theirs and not method(act.find_activity(card.activity).method).board.team:
        raise Refused("not_yours")
    return card


def show_if_revealed(act: Act, board: Activity, card: str) -> None:
    """A card that was hidden when it left, and is back on a board whose cards have been revealed, is for all."""
    if not board.hidden:
        act.tx.update("cards", card, hidden=False)


def position_among(act: Act, others: list[Card], index: int) -> float:
    """A number between the neighbours; where none is left between them, the lane is numbered anew."""
    low = others[index - 1].position if index else 0.0
    high = others[index].position if index < len(others) else low + 2 * GAP
    middle = (low + high) / 2
    if low < middle < high:
        return middle
    for i, other in enumerate(others):
        act.tx.update("cards", other.id, position=GAP * (i + 1 if i < index else i + 2))
    return GAP * (index + 1)


def place_before(act: Act, card: Card, others: list[Card], before: str | None) -> float:
    """The card's position before another of these, or at their end."""
    others = [other for other in others if other.id != card.id]
    index = next((i for i, other in enumerate(others) if other.id == before), len(others))
    return position_among(act, others, index)


def board_cards(act: Act, activity: Activity, *, lane: str, row: str, sheet: str) -> list[Card]:
    """The cards of one place on a board, in their order."""
    here = (lane, row, sheet)
    return [card for card in queries.board_of(act.db, activity.id) if (card.lane, card.row, card.sheet) == here]
