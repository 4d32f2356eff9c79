"""The parking lot: a thought that belongs to no lane now, and must not be lost."""

from cx_workshop.content import method, shape_of
from cx_workshop.refusal import Refused
from cx_workshop.verbs.act import FACILITATORS, Act, new_id, verb
from cx_workshop.verbs.boards import check_writable
from cx_workshop.verbs.cards import insert_card
from cx_workshop.verbs.fields import LONGEST_TEXT, cleaned


@verb(roles=FACILITATORS, event="thought_parked")
def park_thought(act: Act, *, activity: str, text: str) -> dict[str, str]:
    """Write down what came up, as a parked card of the open board; seen by all, also where people write in private."""
    board = act.find_activity(activity)
    check_writable(act, board)
    if method(board.method).board.one_each:
        raise Refused("bad_arguments")  # a survey holds answers only
    text = cleaned(text)
    if not text:
        raise Refused("empty_text")
    if len(text) > LONGEST_TEXT:
        raise Refused("text_too_long")
    shape, card = shape_of(board), new_id()
    row, sheet = (shape.rows or [""])[0], (shape.sheets or [""])[0]
    insert_card(
        act, board, card=card, lane=shape.lanes[0], row=row, sheet=sheet, text=text, fields={}, seat=act.seat.id
    )
    act.tx.update("cards", card, status="parked", hidden=False)
    return {"card": card}
