"""Who is shown what: a board or an event as one seat may see it; what is hidden from it is not in any byte."""

from cx_workshop.live import protocol
from cx_workshop.model import ON_BOARD, Activity, Card, Dot, Event, Link
from cx_workshop.storage import Database, queries, sightings
from cx_workshop.tracking import seen_by_all
from cx_workshop.verbs.votes import candidates, suggested_dots


def board_message(db: Database, activity: Activity, seq: int, seat: str) -> str:
    """An activity's board for a seat."""
    cards = queries.board_of(db, activity.id)
    unseen = {card.id for card in cards if card.hidden and seat not in queries.eyes_of(db, card.seat)}
    votes = queries.votes_on(db, activity.id)
    going_on = [vote.id for vote in votes if vote.closed_at is None]
    told = protocol.Board(
        seq=seq,
        activity=activity,
        cards=[card for card in cards if card.id not in unseen],
        links=[(link, card) for link, card in queries.evidence_of_board(db, activity.id) if link.card not in unseen],
        at_hand=[card for card in queries.kept_cards(db, activity.workshop) if card.activity != activity.id],
        hidden=sum(card.hidden for card in cards),
        votes=votes,
        dots=[dot for vote in going_on for dot in _own_dots(db, vote, seat)],
        voted={vote: sorted({dot.seat for dot in queries.dots_in(db, vote) if dot.seat}) for vote in going_on},
    )
    return protocol.board(told, seat=seat)


def is_same_for_all(db: Database, activity: Activity) -> bool:
    """Whether every seat is shown the same board, so that one encoding serves all."""
    secret = activity.anonymous or activity.hidden or queries.hidden_count(db, activity.id)
    return not secret and not queries.votes_on(db, activity.id)


def unseen_message(db: Database, activity: Activity, seat: str, here: list[str]) -> str:
    """Which of the cards one could vote on this seat has not seen; for facilitators also how much those here have."""
    authors = {card.id: card.seat for card in candidates(db, activity.id)}
    seen = sightings.on_board(db, activity.id)
    yours = [card for card, author in authors.items() if seat not in (author, *seen.get(card, ()))]
    seats = {one.id: one.role for one in queries.seats_of(db, activity.workshop)}
    people = [one for one in here if seats.get(one) == "participant"]
    figure = seen_by_all(authors, seen, people) if seats.get(seat) == "facilitator" else None
    return protocol.unseen(activity.id, yours, figure, people=len(people), dots=suggested_dots(len(authors)))


class Telling:
    """One event on its way to the screens: encoded once for those who are told the same."""

    def __init__(self, db: Database, event: Event) -> None:
        self.event = event
        self._prev = queries.seq_before(db, event)
        cards = _returned_cards(db, event)
        self._returned = cards | _returned_links(db, event)
        changed = bool(event.private) or event.kind in ("cards_revealed", "activity_closed", "activity_opened")
        self._hidden = queries.hidden_count(db, event.activity) if changed and event.activity else None
        self._insiders = _insiders(event, cards)
        self._messages: dict[str | None, str] = {}

    def to(self, seat: str) -> str:
        """The message for this seat."""
        reader = seat if seat in self._insiders else None
        if reader not in self._messages:
            self._messages[reader] = protocol.event(
                self.event, prev=self._prev, returned=self._returned, hidden=self._hidden, seat=reader
            )
        return self._messages[reader]


def _own_dots(db: Database, vote: str, seat: str) -> list[Dot]:
    return [dot for dot in queries.dots_in(db, vote) if dot.seat and seat in queries.eyes_of(db, dot.seat)]


def _insiders(event: Event, returned: dict[str, Card | Link]) -> set[str | None]:
    """The seats that are told more than the others: what is private to them, and that a nameless act was their own."""
    found: set[str | None] = {seat for seats in event.private.values() for seat in seats}
    if event.anonymous:
        written = [card or {} for card in event.after.get("cards", {}).values()]
        found |= {event.seat, *(card.get("seat") for card in written)}
        found |= {card.seat for card in returned.values()}
    return found - {None}


def _returned_cards(db: Database, event: Event) -> dict[str, Card | Link]:
    """Cards that this event brought to screens that do not know them, or have forgotten them: they are sent whole."""
    found: dict[str, Card | Link] = {}
    for card_id, after in event.after.get("cards", {}).items():
        before = event.before.get("cards", {}).get(card_id)
        if before and after and (_came_back(before, after) or (before.get("hidden") and not after["hidden"])):
            card = queries.card_by_id(db, card_id)
            if card is not None:
                found[card_id] = card
    return found


def _came_back(before: dict[str, object], after: dict[str, object]) -> bool:
    return before.get("status") not in (None, *ON_BOARD) and after.get("status") in ON_BOARD


def _returned_links(db: Database, event: Event) -> dict[str, Card | Link]:
    """Links that this event made again, whole for the same reason."""
    changed = event.after.get("links", {})
    again = [id for id, after in changed.items() if after and "card" not in after and after.get("removed_at") is None]
    return {link.id: link for link in queries.links_of(db, event.workshop) if link.id in again} if again else {}
