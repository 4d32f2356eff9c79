"""What came onto the boards: how much, how different, and whether it is still new."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from cx_workshop.content.shape import THEMES
from cx_workshop.model import Card
from cx_workshop.tracking.directions import OPEN
from cx_workshop.tracking.notyet import Figure, NotYet
from cx_workshop.translate import N_

NOTHING_ADDED = N_("Not yet, because no card has been added.")
FEW_IN_THEMES = N_("Not yet, because {n} cards lie in themes and it takes {least}.")
BASE, RUN = 20, 10
ENOUGH = 0.05
"""A rate of new themes at or below this says that more cards will hardly bring new ones."""


def fluency(written: Iterable[Card]) -> int:
    """Cards added, from 0; duplicates that were merged count once, removed ones not. No norm; never rank people by it.

    Source: Guilford (1967), The Nature of Human Intelligence: fluency, beside flexibility and originality.
    """
    return sum(card.status not in ("merged", "removed") for card in written)


def convergence_ratio(written: Iterable[Card], themes: Iterable[Card] = ()) -> Figure:
    """The share of what was added that was kept, from 0 to 1; not yet where nothing was added.

    Formula: kept / added; what lies in a kept theme is kept, what was removed was not meant to be added.
    """
    kept_themes = {theme.id for theme in themes if theme.status == "kept"}
    added = [card for card in written if card.status != "removed"]
    if not added:
        return NotYet(NOTHING_ADDED)
    kept = sum(card.status == "kept" or (card.status == "open" and card.theme in kept_themes) for card in added)
    return kept / len(added)


def cards_per_theme(cards: Iterable[Card]) -> Counter[str]:
    """Open theme -> its open cards; themes without any are left out."""
    here = [card for card in cards if card.status in OPEN]
    themes = {card.id for card in here if card.lane == THEMES}
    return Counter(card.theme for card in here if card.theme in themes and card.lane != THEMES and card.theme)


def flexibility(cards: Iterable[Card]) -> int:
    """Themes with open cards, from 0; it depends on who grouped.

    Source: Guilford (1967), The Nature of Human Intelligence.
    """
    return len(cards_per_theme(cards))


def themes_as_they_came(cards: Iterable[Card]) -> list[str]:
    """The theme of each card that lies in one, in the order in which the cards were written."""
    found = list(cards)
    there = {card.id for card in found if card.lane == THEMES and card.status not in ("merged", "removed")}
    inside = [card for card in found if card.theme in there and card.status not in ("merged", "removed")]
    return [card.theme for card in sorted(inside, key=lambda card: (card.created_at, card.id)) if card.theme]


def new_theme_rate(themes: Sequence[Hashable], *, base: int = BASE, run: int = RUN) -> Figure:
    """New themes in the last run of cards for each of the base, from 0; not yet below a base and a run of cards.

    `themes` holds the theme of each card in the order written. Formula: themes that only the last `run` cards have /
    themes of the first `base` cards. At most 5 % says that more will hardly bring anything new.
    Source: Guest, Namey & Chen (2020), A simple method to assess and report thematic saturation; their base and run
    count interviews, here they count cards.
    Raises ValueError for a base or a run of none.
    """
    if base < 1 or run < 1:
        raise ValueError("a base and a run have at least one card")
    if len(themes) < base + run:
        return NotYet(FEW_IN_THEMES, {"n": len(themes), "least": base + run})
    return len(set(themes[-run:]) - set(themes[:-run])) / len(set(themes[:base]))
