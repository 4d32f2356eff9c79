"""Writing for oneself first: cards that only their author sees until they are revealed, and boards without names."""

from cx_workshop.content import method
from cx_workshop.model import ON_BOARD, Activity
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, verb


@verb(roles=FACILITATORS, event="cards_hidden")
def hide_cards(act: Act, *, activity: str) -> None:
    """From now on everybody writes in private; what already lies on the board has been seen, and stays."""
    board = act.find_activity(activity)
    if board.status == "closed":
        raise Refused("activity_closed")
    act.tx.update("activities", board.id, hidden=True)


@verb(roles=FACILITATORS, event="cards_revealed")
def reveal_cards(act: Act, *, activity: str, count: int | None = None) -> None:
    """Show what was written in private: so many cards, or all, and then writing is open again."""
    board = act.find_activity(activity)
    if count is not None and count < 1:
        raise Refused("bad_arguments")
    if not board.hidden and not queries.hidden_count(act.db, board.id):
        raise Refused("nothing_hidden")
    reveal(act, board, count)


@verb(roles=FACILITATORS, event="names_hidden")
def hide_names(act: Act, *, activity: str) -> None:
    """Tell nobody any more who writes what on this board."""
    board = act.find_activity(activity)
    if method(board.method).board.travels:
        raise Refused("sheets_have_names")
    act.tx.update("activities", board.id, anonymous=True)


@verb(roles=FACILITATORS, event="names_shown")
def show_names(act: Act, *, activity: str) -> None:
    """Name authors again, as long as nobody has written on the promise that they are not named."""
    board = act.find_activity(activity)
    if board.anonymous and any(card.seat for card in queries.written_on(act.db, board.id)):
        raise Refused("names_promised")
    act.tx.update("activities", board.id, anonymous=False)


def reveal(act: Act, board: Activity, count: int | None = None) -> None:
    """Reveal cards in the order of their ids, which says nothing about who was first; each with those merged into it.

    What somebody took away again before anybody saw it stays unseen.
    """
    hidden = [card for card in queries.written_on(act.db, board.id) if card.hidden]
    shown = set(sorted(card.id for card in hidden if card.status in ON_BOARD)[:count])
    while merged := {card.id for card in hidden if card.merged_into in shown} - shown:
        shown |= merged
    for card in sorted(shown):
        act.tx.update("cards", card, hidden=False)
    if count is None:
        act.tx.update("activities", board.id, hidden=False)
