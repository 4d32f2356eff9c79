"""What a vote says: which cards stand first, and about which people are of two minds."""

from collections.abc import Mapping
from dataclasses import dataclass

Totals = Mapping[str, Mapping[str, int]]
"""Card -> kind of mark (dot, concern) -> how many, as a closed vote holds them."""

DISPUTED = 1 / 4
"""Concerns for each dot from which on a card is disputed."""


@dataclass(frozen=True)
class Standing:
    card: str
    dots: int
    concerns: int


def standings(totals: Totals) -> list[Standing]:
    """Every card that was marked: most dots first, of equals the one with fewer concerns."""
    found = [Standing(card, marks.get("dot", 0), marks.get("concern", 0)) for card, marks in totals.items()]
    return sorted(found, key=lambda one: (-one.dots, one.concerns))


def split_opinions(totals: Totals) -> list[str]:
    """The cards with many dots and concerns at once, the one with most concerns first.

    Many dots: no fewer than the cards with any have on average. Many concerns: at least one for every four dots.
    """
    liked = [one for one in standings(totals) if one.dots]
    average = sum(one.dots for one in liked) / max(1, len(liked))
    split = [one for one in liked if one.dots >= average and one.concerns >= max(1, DISPUTED * one.dots)]
    return [one.card for one in sorted(split, key=lambda one: (-one.concerns, -one.dots))]
