"""What the facilitator does with the agenda while it runs: open, close, lock, unlock."""

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, verb
from cx_workshop.verbs.cards import lay_starters


@verb(roles=FACILITATORS, event="activity_opened")
def open_activity(act: Act, *, activity: str) -> None:
    """Make this the activity everybody works on; the one that was open closes."""
    open_now(act, act.find_activity(activity))


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


def open_now(act: Act, opened: Activity) -> None:
    for other in queries.agenda_of(act.db, act.workshop.id):
        if other.status == "open" and other.id != opened.id:
            _close(act, other)
    if opened.status == "planned":
        lay_starters(act, opened)
    if opened.status == "closed":
        _take_back_parking(act, opened)
    if opened.status != "open":
        act.tx.update("activities", opened.id, status="open", opened_at=act.now, closed_at=None)


def _close(act: Act, activity: Activity) -> None:
    """Close it; where a team chose, that is kept some and not others, the others are parked."""
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
