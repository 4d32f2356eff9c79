"""The diamond itself: how many directions are open."""

from collections import Counter, defaultdict
from typing import NamedTuple

from cx_workshop.process import STEPS

OPEN = frozenset(("open", "kept"))
"""A card is open from the moment it is added until it is parked, merged or removed."""
GONE = frozenset(("merged", "removed"))


class _Card(NamedTuple):
    is_open: bool
    is_gone: bool
    theme: str | None
    is_theme: bool
    step: str


class Directions:
    """Counts the open directions, card by card as they change.

    A direction is an open theme with at least one open card, or an open card in no theme. What lies in a theme that is
    parked is closed with it; what lies in one that has left its board is in no theme.
    """

    def __init__(self) -> None:
        self.by_step: Counter[str] = Counter()
        self.changed = False
        """Whether they have changed since somebody last set this to False."""
        self._cards: dict[str, _Card] = {}
        self._inside: defaultdict[str, set[str]] = defaultdict(set)
        """Theme -> the cards that lie in it."""
        self._open_inside: Counter[str] = Counter()
        self._counted: dict[str, str] = {}
        """Direction -> the step in which it counts."""

    @property
    def width(self) -> dict[int, int]:
        """Diamond -> its open directions: the first counts Empathize and Define, the second what follows."""
        found = {1: 0, 2: 0}
        for step in STEPS:
            found[step.diamond] += self.by_step[step.id]
        return found

    def change(self, card: str, status: str, theme: str | None, is_theme: bool, step: str) -> None:
        """What a card is now; one without a status never counts."""
        new, old = _Card(status in OPEN, status in GONE, theme, is_theme, step), self._cards.get(card)
        if new == old:
            return
        self._cards[card] = new
        before = old.theme if old else None
        if before and old:
            self._inside[before].discard(card)
            self._open_inside[before] -= old.is_open
        if theme:
            self._inside[theme].add(card)
            self._open_inside[theme] += new.is_open
            self._count(theme)
        if before and before != theme:
            self._count(before)
        self._count(card)
        if is_theme:
            for other in self._inside[card]:
                self._count(other)

    def _count(self, card: str) -> None:
        here = self._cards.get(card)
        step = here.step if here and self._is_direction(card, here) else None
        before = self._counted.get(card)
        if step == before:
            return
        self.changed = True
        if before is not None:
            self.by_step[before] -= 1
            del self._counted[card]
        if step is not None:
            self.by_step[step] += 1
            self._counted[card] = step

    def _is_direction(self, card: str, here: _Card) -> bool:
        if not here.is_open:
            return False
        if here.is_theme:
            return self._open_inside[card] > 0
        if here.theme is None:
            return True
        theme = self._cards.get(here.theme)
        return theme is None or theme.is_gone
