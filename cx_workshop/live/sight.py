"""Who is shown what: a board or an event as one seat may see it; what is hidden from it is not in any byte."""

from dataclasses import replace

from cx_workshop.live import protocol
from cx_workshop.model import ON_BOARD, Activity, Card, Dot, Event, Link
from cx_workshop.storage import Database, queries, sightings
from cx_workshop.tracking import seen_by_all
from cx_workshop.verbs.votes import candidates, suggested_dots

MARKS = ("dot_cast", "concern_marked", "dot_taken_back")
"""What people do in a vote with dots."""


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
        self._prev = queries.seq_before(db, event)
        cards = _returned_cards(db, event)
        links = _shown_links(db, event, list(cards))
        self._returned: dict[str, Card | Link] = {**cards, **links, **_returned_links(db, event)}
        boards = [event.activity, *{card.activity for card in cards.values()}]
        self._nameless = queries.nameless_among(db, boards) if event.after.keys() & {"cards", "links"} else set[str]()
        self.event = replace(
            event,
            anonymous=event.anonymous or event.activity in self._nameless,
            private=_still_private(db, event),
            after=event.after | {"links": {id: {} for id in links} | event.after.get("links", {})},
        )
        self._told_again = _is_told_again(db, event)
        changed = bool(event.private) or event.kind in ("cards_revealed", "activity_closed", "activity_opened")
        self._hidden = queries.hidden_count(db, event.activity) if changed and event.activity else None
        self._insiders = _insiders(self.event, self._nameless, cards)
        self._messages: dict[str | None, str] = {}

    def to(self, seat: str) -> str:
        """The message for this seat."""
        reader = seat if seat in self._insiders else None
        if reader not in self._messages:
            self._messages[reader] = protocol.event(
                self.event if reader else self._as_others_know_it(),
                prev=self._prev,
                returned=self._returned,
                nameless=self._nameless,
                hidden=self._hidden,
                seat=reader,
            )
        return self._messages[reader]

    def _as_others_know_it(self) -> Event:
        """Of a vote others learn who has voted, once; not by how many marks, nor which of them are concerns."""
        if self.event.kind not in MARKS:
            return self.event
        return replace(self.event, kind="dot_cast", seat=None if self._told_again else self.event.seat)


def _own_dots(db: Database, vote: str, seat: str) -> list[Dot]:
    return [dot for dot in queries.dots_in(db, vote) if dot.seat and seat in queries.eyes_of(db, dot.seat)]


def _is_told_again(db: Database, event: Event) -> bool:
    """Whether others have heard already that this person has voted."""
    taken_back = event.kind == "dot_taken_back"
    return taken_back or (event.kind in MARKS and queries.has_marked_before(db, list(event.after["dots"])))


def _insiders(event: Event, nameless: set[str], returned: dict[str, Card]) -> set[str | None]:
    """The seats that are told more than the others: what is private to them, and that a nameless act was their own."""
    found: set[str | None] = {seat for seats in event.private.values() for seat in seats}
    if event.anonymous or nameless:
        written = [card or {} for card in event.after.get("cards", {}).values()]
        found |= {event.seat, *(card.get("seat") for card in written)}
        found |= {card.seat for card in returned.values()}
    return found - {None}


def _still_private(db: Database, event: Event) -> dict[str, list[str]]:
    """Who may be told today: what was written for somebody without a device is for those who lead now."""
    if all(len(seats) == 1 for seats in event.private.values()):
        return event.private  # each its author's
    lead = {seat.id for seat in queries.seats_of(db, event.workshop) if seat.role == "facilitator"}
    return {
        row: seats if len(seats) == 1 else [one for one in seats if one in lead] for row, seats in event.private.items()
    }


def _returned_cards(db: Database, event: Event) -> dict[str, Card]:
    """Cards that this event brought to screens that do not know them, or have forgotten them: they are sent whole."""
    found: dict[str, Card] = {}
    for card_id, after in event.after.get("cards", {}).items():
        before = event.before.get("cards", {}).get(card_id)
        if before and after and (_came_back(before, after) or (before.get("hidden") and not after["hidden"])):
            card = queries.card_by_id(db, card_id)
            if card is not None and card.status in ON_BOARD:
                found[card_id] = card
    return found


def _came_back(before: dict[str, object], after: dict[str, object]) -> bool:
    return before.get("status") not in (None, *ON_BOARD) and after.get("status") in ON_BOARD


def _shown_links(db: Database, event: Event, returned: list[str]) -> dict[str, Link]:
    """The links of cards that this event revealed: nobody else was told of them when they were made."""
    before = event.before.get("cards", {})
    revealed = [card for card in returned if (before.get(card) or {}).get("hidden")]
    return {link.id: link for link in queries.shown_links_among(db, revealed)} if revealed else {}


def _returned_links(db: Database, event: Event) -> dict[str, Link]:
    """Links that this event made again, whole for the same reason."""
    changed = event.after.get("links", {})
    again = [id for id, after in changed.items() if after and "card" not in after and after.get("removed_at") is None]
    return {link.id: link for link in queries.links_of(db, event.workshop) if link.id in again} if again else {}
