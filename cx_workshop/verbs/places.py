"""Where cards lie: move one, place it on a plane, put it into a theme."""

from cx_workshop.content.shape import THEMES
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import WRITERS, Act, verb
from cx_workshop.verbs.boards import board_cards, check_place, on_open_board, place_before

Number = float | int


@verb(roles=WRITERS, event="card_moved", undoable=True)
def move_card(
    act: Act, *, card: str, lane: str, before: str | None = None, row: str | None = None, sheet: str | None = None
) -> None:
    """Put a card into a lane, before another card or at the end; row and sheet stay where they are not named."""
    moved = on_open_board(act, card)
    board = act.find_activity(moved.activity)
    row, sheet = moved.row if row is None else row, moved.sheet if sheet is None else sheet
    check_place(board, lane=lane, row=row, sheet=sheet)
    if (lane == THEMES) != (moved.lane == THEMES):
        raise Refused("unknown_lane")  # a theme stays a theme
    if before == card:
        return
    position = place_before(act, moved, board_cards(act, board, lane=lane, row=row, sheet=sheet), before)
    act.tx.update("cards", card, lane=lane, row=row, sheet=sheet, position=position, updated_at=act.now)


@verb(roles=WRITERS, event="card_placed", undoable=True)
def place_card(act: Act, *, card: str, x: Number | None, y: Number | None = None) -> None:
    """Give a card its place on a plane or slider, from 0 to 1 each; None takes it off again."""
    placed = on_open_board(act, card)
    for number in (x, y):
        if number is not None and not 0 <= number <= 1:
            raise Refused("bad_arguments")
    act.tx.update("cards", placed.id, x=_rounded(x), y=_rounded(y), updated_at=act.now)


@verb(roles=WRITERS, event="card_put_in_theme", undoable=True)
def put_in_theme(act: Act, *, card: str, theme: str, before: str | None = None) -> None:
    moved, found = on_open_board(act, card), on_open_board(act, theme)
    if found.activity != moved.activity or found.lane != THEMES or moved.lane == THEMES:
        raise Refused("unknown_card")
    position = place_before(act, moved, queries.cards_in_theme(act.db, theme), before)
    act.tx.update("cards", card, theme=theme, position=position, updated_at=act.now)


@verb(roles=WRITERS, event="card_taken_out_of_theme", undoable=True)
def take_out_of_theme(act: Act, *, card: str) -> None:
    act.tx.update("cards", on_open_board(act, card).id, theme=None, updated_at=act.now)


def _rounded(number: Number | None) -> float | None:
    return None if number is None else round(float(number), 4)
