"""What people show the facilitator without a word: ready, more time please, hand up."""

from cx_workshop.verbs.act import FACILITATORS, WRITERS, Act, verb
from cx_workshop.verbs.seats import find_seat


@verb(roles=WRITERS, event="ready_marked")
def mark_ready(act: Act, *, activity: str, ready: bool, on_behalf_of: str | None = None) -> None:
    """Done with this activity, or not yet."""
    board = act.find_activity(activity)
    seat = act.author(on_behalf_of)
    act.tx.update("seats", seat, ready_for=board.id if ready else None, late_for=None)
    act.anonymous = False  # a signal says who, on every board


@verb(roles=WRITERS, event="time_asked_for")
def ask_for_time(act: Act, *, activity: str, wanted: bool) -> None:
    """“I need more time”, or no longer."""
    board = act.find_activity(activity)
    act.tx.update("seats", act.seat.id, late_for=board.id if wanted else None, ready_for=None)
    act.anonymous = False


@verb(roles=WRITERS, event="hand_raised")
def raise_hand(act: Act, *, up: bool) -> None:
    act.tx.update("seats", act.seat.id, hand_at=(act.seat.hand_at or act.now) if up else None)


@verb(roles=FACILITATORS, event="hand_taken")
def take_hand(act: Act, *, seat: str) -> None:
    """This person has been heard: their hand goes down."""
    act.tx.update("seats", find_seat(act, seat).id, hand_at=None)
