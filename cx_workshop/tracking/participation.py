"""Who takes part: how equally cards come from people, and how many are silent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from cx_workshop.model import Card, Seat
from cx_workshop.tracking.equality import gini
from cx_workshop.tracking.notyet import TWO_PEOPLE, Figure, NotYet


@dataclass(frozen=True)
class Participation:
    people: int
    silent: int
    """Of them, those who have not written a card."""
    gini: Figure
    """Corrected for the number of people; there is no threshold for it."""
    most: Figure
    """The share of the cards that comes from one person, the busiest."""


def contributions(written: Iterable[Card], seats: Iterable[Seat]) -> list[int]:
    """How many cards each participant wrote, most first, silent people with 0; who is who is not told.

    Whoever was taken out counts only if they wrote something.
    """
    counts = Counter(card.seat for card in written if card.status != "removed")
    people = [seat for seat in seats if seat.role == "participant" and (counts[seat.id] or not seat.removed_at)]
    return sorted((counts[seat.id] for seat in people), reverse=True)


def participation(written: Iterable[Card], seats: Iterable[Seat]) -> Participation:
    """Equality of contributions among participants; facilitators and observers do not count."""
    cards = contributions(written, seats)
    unequal = gini(cards, corrected=True)
    if len(cards) < 2:
        most: Figure = NotYet(TWO_PEOPLE)
    else:
        most = unequal if isinstance(unequal, NotYet) else cards[0] / sum(cards)
    return Participation(len(cards), cards.count(0), unequal, most)


def participation_table(written: Iterable[Card], seats: Iterable[Seat]) -> pd.DataFrame:
    """A row for each participant without a name, the busiest first: `person` is a number from 1."""
    cards = pd.Series(contributions(written, seats), dtype="int64")
    share = cards / max(1, cards.sum())
    return pd.DataFrame({"person": range(1, len(cards) + 1), "cards": cards, "share": share.astype("float64")})
