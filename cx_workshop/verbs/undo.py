"""Take back one's own last act, as long as nobody has built on it."""

from cx_workshop.model import ON_BOARD, Event
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.storage.transaction import stored
from cx_workshop.verbs.act import VERBS, WRITERS, Act, verb
from cx_workshop.verbs.boards import check_writable, show_if_revealed


@verb(roles=WRITERS, event="act_undone")
def undo(act: Act) -> None:
    """Put back what was before; a card that was added leaves the board. Called again, it goes one act further."""
    event = _last_act(act)
    _check_untouched(act, event)
    board = act.find_activity(event.activity or "")
    check_writable(act, board)
    for card_id, before in event.before.get("cards", {}).items():
        columns = before if before is not None else {"status": "removed"}
        act.tx.update("cards", card_id, **columns | {"updated_at": act.now})
        if columns.get("status") in ON_BOARD:
            show_if_revealed(act, board, card_id)
    for link_id, before in event.before.get("links", {}).items():
        act.tx.update("links", link_id, **before if before is not None else {"removed_at": act.now})
    act.tx.after["events"] = {event.command: {"undone": True}}


def _last_act(act: Act) -> Event:
    undoable = {verb.event for verb in VERBS.values() if verb.undoable}
    undone: set[str] = set()
    for event in queries.events_by_seat(act.db, act.seat.id):
        undone.update(event.after.get("events", {}))
        if event.kind in undoable and event.command not in undone:
            return event
    raise Refused("nothing_to_undo")


def _check_untouched(act: Act, event: Event) -> None:
    """Nobody else has touched these cards since."""
    touched = event.after.get("cards", {})
    cards = queries.cards_among(act.db, list(touched))
    for card in cards:
        if not act.sees(card):
            raise Refused("unknown_card")
        now, after = vars(card), touched[card.id] or {}
        if not all(stored(now[name]) == stored(value) for name, value in after.items() if name != "updated_at"):
            raise Refused("others_built_on_it")
    for later in queries.events_of(act.db, act.workshop.id, since=event.seq):
        if later.seat != act.seat.id and later.after.get("cards", {}).keys() & touched.keys():
            raise Refused("others_built_on_it")
