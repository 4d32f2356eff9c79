"""Answers that were given elsewhere: recommendation scores come in together, as one act."""

from typing import Any

from cx_workshop.content import method
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, new_id, verb
from cx_workshop.verbs.boards import GAP, check_writable
from cx_workshop.verbs.cards import insert_card
from cx_workshop.verbs.fields import LONGEST_TEXT, Fields, checked_fields, cleaned

SCORE, REASON = "score", "reason"
MOST_SCORES = 5000


@verb(roles=FACILITATORS, event="scores_imported", undoable=True)
def import_scores(act: Act, *, activity: str, rows: list[Any]) -> dict[str, Any]:
    """Lay a card for each row {score, reason}; all or none. They are nobody's here: whoever answered has no seat."""
    board = act.find_activity(activity)
    check_writable(act, board)
    used = method(board.method).board
    if used.chart != "nps" or not 0 < len(rows) <= MOST_SCORES:
        raise Refused("bad_arguments")
    lane = used.lanes[0]
    end = queries.last_position(act.db, board.id, lane)
    for number, row in enumerate(rows, start=1):
        score, reason = _checked_row(row)
        insert_card(
            act,
            board,
            card=new_id(),
            lane=lane,
            row="",
            sheet="",
            text=reason,
            fields=checked_fields(act.db, act.workshop.id, board.method, score, lane=lane, row=""),
            seat=None,
            position=end + number * GAP,
        )
    return {"added": len(rows)}


def _checked_row(row: Any) -> tuple[Fields, str]:
    if not isinstance(row, dict) or not {SCORE} <= row.keys() <= {SCORE, REASON}:
        raise Refused("bad_arguments")
    reason = row.get(REASON, "")
    if not isinstance(reason, str):
        raise Refused("bad_arguments")
    if row[SCORE] is None:
        raise Refused("bad_field")
    reason = cleaned(reason)
    if len(reason) > LONGEST_TEXT:
        raise Refused("text_too_long")
    return {SCORE: row[SCORE]}, reason
