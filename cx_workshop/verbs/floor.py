"""What the facilitator does with the agenda while it runs: open, close, lock, unlock, call everybody, take notes."""

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, verb
from cx_workshop.verbs.cards import lay_starters
from cx_workshop.verbs.fields import LONGEST_TEXT, cleaned
from cx_workshop.verbs.privacy import reveal
from cx_workshop.verbs.timer import stop_running_timer
from cx_workshop.verbs.votes import close_votes


@verb(roles=FACILITATORS, event="activity_opened")
def open_activity(act: Act, *, activity: str, after: str | None = None) -> None:
    """Make this the activity everybody works on; the one that was open closes.

    `after` is the one that was open when the facilitator decided; refused where another facilitator has gone on since.
    """
    opened = act.find_activity(activity)
    running = [one.id for one in queries.agenda_of(act.db, act.workshop.id) if one.status == "open"]
    if after is not None and opened.status != "open" and after not in running:
        raise Refused("went_on_meanwhile")
    open_now(act, opened)


@verb(roles=FACILITATORS, event="activity_closed")
def close_activity(act: Act, *, activity: str) -> None:
    closing = act.find_activity(activity)
    if closing.status == "open":
        _close(act, closing)


@verb(roles=FACILITATORS, event="board_locked")
def lock_board(act: Act, *, activity: str) -> None:
    act.tx.update("activities", act.find_activity(activity).id, locked=True)


@verb(roles=FACILITATORS, event="board_unlocked")
def unlock_board(act: Act, *, activity: str) -> None:
    act.tx.update("activities", act.find_activity(activity).id, locked=False)


@verb(roles=FACILITATORS, event="everyone_called")
def call_everyone(act: Act, *, activity: str, card: str | None = None) -> None:
    """Have every screen come to this board, or to one card on it."""
    board = act.find_activity(activity)
    if board.status == "planned":
        raise Refused("activity_not_open")
    if card is not None:
        found = act.find_card(card)
        if found.activity != board.id:
            raise Refused("unknown_card")
        if found.hidden:
            raise Refused("cards_hidden")
    act.tx.update("workshops", act.workshop.id, called={"activity": board.id, "card": card, "at": act.now})


@verb(roles=FACILITATORS, event="note_written", when_closed=True)
def write_note(act: Act, *, activity: str, text: str) -> None:
    """The facilitators' own note on an activity; no other seat is ever told of it."""
    text = cleaned(text)
    if len(text) > LONGEST_TEXT:
        raise Refused("text_too_long")
    act.tx.update("activities", act.find_activity(activity).id, notes=text)


def open_now(act: Act, opened: Activity) -> None:
    for other in queries.agenda_of(act.db, act.workshop.id):
        if other.status == "open" and other.id != opened.id:
            _close(act, other)
    if opened.status == "planned":
        lay_starters(act, opened)
    if opened.status == "closed":
        _take_back_parking(act, opened)
    if opened.status != "open":
        stop_running_timer(act)
        act.tx.update("activities", opened.id, status="open", opened_at=act.now, closed_at=None)


def end_running(act: Act) -> None:
    """End what goes on, on the board that stays open: nothing can be ended any more in a workshop that is closed."""
    for activity in queries.agenda_of(act.db, act.workshop.id):
        if activity.status == "open":
            _end(act, activity)


def _end(act: Act, activity: Activity) -> None:
    """Reveal what is still hidden, so that nothing is lost to the team; end an open vote and the timer."""
    reveal(act, activity)
    close_votes(act, activity)
    stop_running_timer(act)


def _close(act: Act, activity: Activity) -> None:
    """Close it; where a team chose, that is kept some and not others, the others are parked."""
    _end(act, activity)
    act.tx.update("activities", activity.id, status="closed", closed_at=act.now)
    cards = queries.board_of(act.db, activity.id)
    if method(activity.method).chooses and any(card.status == "kept" for card in cards):
        for card in cards:
            if card.status == "open":
                act.tx.update("cards", card.id, status="parked", updated_at=act.now)


def _take_back_parking(act: Act, activity: Activity) -> None:
    """Open again what the last closing of this activity parked, so that closing it by mistake costs nothing."""
    for card in _parked_by_closing(act, activity):
        act.tx.update("cards", card, status="open", updated_at=act.now)


def _parked_by_closing(act: Act, activity: Activity) -> list[str]:
    parked = {card.id for card in queries.board_of(act.db, activity.id) if card.status == "parked"}
    for event in reversed(queries.events_of(act.db, act.workshop.id)):
        closed = event.after.get("activities", {}).get(activity.id) or {}
        if closed.get("status") == "closed":
            return [card for card in event.after.get("cards", {}) if card in parked]
    return []
