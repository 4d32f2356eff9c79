"""How much of a board people have had before them when they are to choose from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SeenByAll:
    """Shares from 0 to 1; both are 1 where there is nothing to see."""

    cards: int
    by_another: float
    """Of the cards, those that somebody besides their author has seen."""
    by_all: float
    """Those that everybody has seen; whoever wrote a card has."""


def seen_by_all(
    authors: Mapping[str, str | None], seen: Mapping[str, Collection[str]], people: Collection[str]
) -> SeenByAll:
    """`authors`: card -> who wrote it; `seen`: card -> who has had it on screen; `people`: everybody who counts."""
    another = sum(any(one != author for one in seen.get(card, ())) for card, author in authors.items())
    everybody = sum(set(people) <= {*seen.get(card, ()), author} for card, author in authors.items())
    n = len(authors)
    return SeenByAll(n, another / n if n else 1.0, everybody / n if n else 1.0)
