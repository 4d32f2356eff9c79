"""Once more: an activity as a new round, and sheets that travel from one person to the next."""

from datetime import datetime, timedelta
from typing import Any

from cx_workshop.content import method
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, WRITERS, Act, as_text, verb
from cx_workshop.verbs.agenda import insert_activity, number_agenda
from cx_workshop.verbs.boards import check_writable
from cx_workshop.verbs.fields import LONGEST_LINE
from cx_workshop.verbs.floor import open_now

KEPT_SHAPE = ("lanes", "rows", "sheets", "names")
LONGEST_TURN = 60


@verb(roles=FACILITATORS, event="round_begun")
def new_round(act: Act, *, activity: str, reason: str) -> dict[str, Any]:
    """Do an activity once more, on an empty board behind all others that were opened; the old one stays to be read."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("empty_reason")
    if len(reason) > LONGEST_LINE:
        raise Refused("text_too_long")
    again = act.find_activity(activity)
    agenda = queries.agenda_of(act.db, act.workshop.id)
    place = 1 + max((a.position for a in agenda if a.status != "planned"), default=len(agenda))
    rounds = [a.round for a in agenda if a.method == again.method]
    used = method(again.method)
    kept = [key for key in KEPT_SHAPE if key in again.shape and not (key == "sheets" and used.board.travels)]
    shape = {key: again.shape[key] for key in kept} | {"reason": reason}
    made = insert_activity(
        act, used, minutes=again.minutes, position=place, round=max(rounds) + 1, shape=shape, anonymous=again.anonymous
    )
    ids = [a.id for a in agenda]
    number_agenda(act, [*ids[: place - 1], made, *ids[place - 1 :]])
    open_now(act, act.find_activity(made))
    return {"activity": made}


@verb(roles=FACILITATORS, event="sheets_handed_out")
def hand_out_sheets(act: Act, *, activity: str, minutes: int) -> None:
    """A sheet for everybody who writes; from now on they travel every so many minutes."""
    board = act.find_activity(activity)
    check_writable(act, board)
    if not method(board.method).board.travels:
        raise Refused("bad_arguments")
    if not 0 < minutes <= LONGEST_TURN:
        raise Refused("bad_minutes")
    seats = queries.seats_of(act.db, act.workshop.id)
    people = [seat for seat in seats if not seat.removed_at and seat.role == "participant"]
    people = people or [act.seat]  # alone one writes on one's own
    ids = [seat.id for seat in people]
    names = {**board.shape.get("names", {}), "sheets": {seat.id: seat.name for seat in people}}
    turn = {"number": 1, "minutes": minutes, "sheets": dict(zip(ids, ids, strict=True)), "ends_at": _end(act, minutes)}
    act.tx.update("activities", board.id, shape=board.shape | {"sheets": ids, "names": names, "turn": turn})


@verb(roles=WRITERS, event="sheets_passed_on")
def pass_sheets_on(act: Act, *, activity: str, number: int) -> None:
    """End turn `number`: everybody gets their neighbour's sheet. A facilitator may at any time, others when time is up.

    The screens of a room all ask for it at once; whoever comes second changes nothing.
    """
    board = act.find_activity(activity)
    check_writable(act, board)
    turn = board.shape.get("turn")
    if not turn or number != turn["number"]:
        return
    if not act.is_facilitator and act.now < turn["ends_at"]:
        raise Refused("not_allowed")
    if number >= len(turn["sheets"]):
        act.tx.update("activities", board.id, shape={k: v for k, v in board.shape.items() if k != "turn"})
        return
    act.tx.update("activities", board.id, shape=board.shape | {"turn": _next_turn(act, turn)})


def _next_turn(act: Act, turn: dict[str, Any]) -> dict[str, Any]:
    people = list(turn["sheets"])
    sheets = list(turn["sheets"].values())
    passed = dict(zip(people, sheets[-1:] + sheets[:-1], strict=True))
    return turn | {"number": turn["number"] + 1, "sheets": passed, "ends_at": _end(act, turn["minutes"])}


def _end(act: Act, minutes: int) -> str:
    return as_text(datetime.fromisoformat(act.now) + timedelta(minutes=minutes))
