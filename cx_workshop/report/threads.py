"""The thread from evidence to decision: what a card rests on, and which kept ones rest on nothing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from cx_workshop.model import ON_BOARD, Card, Link

DEEPEST = 4
"""As many links as from a decision over concept, idea and question to a finding."""


@dataclass(frozen=True)
class Ground:
    """A card that another rests on, and what it rests on in its turn."""

    text: str
    activity: str
    grounds: list["Ground"]


@dataclass(frozen=True)
class Threads:
    """Which card on a board rests on which; what was merged counts as the card it has become."""

    rests_on: dict[str, list[str]]
    merged: Counter[str]
    """How many cards have become part of this one."""

    def grounds(self, card: str, tell: Callable[[str], tuple[str, str]]) -> list[Ground]:
        """The thread of a card, each other card in it once; `tell` gives the text and the activity of one."""
        return self._below(card, tell, DEEPEST, {card})

    def _below(self, card: str, tell: Callable[[str], tuple[str, str]], depth: int, seen: set[str]) -> list[Ground]:
        found = [one for one in self.rests_on.get(card, []) if one not in seen] if depth else []
        seen.update(found)
        return [Ground(*tell(one), self._below(one, tell, depth - 1, seen)) for one in found]


def told_once(grounds: list[Ground], told: set[tuple[str, str]]) -> list[Ground]:
    """The same, but what a card rests on is left out where a reader has met it before; `told` is what they have met."""
    found = []
    for ground in grounds:
        here = (ground.text, ground.activity)
        known = here in told
        if ground.grounds:
            told.add(here)
        found.append(Ground(*here, [] if known else told_once(ground.grounds, told)))
    return found


def threads_of(cards: list[Card], links: list[Link]) -> Threads:
    by_id = {card.id: card for card in cards}
    rests_on: dict[str, list[str]] = {}
    for link in links:
        card, ground = card_now(link.card, by_id), card_now(link.rests_on, by_id)
        if link.removed_at or card is None or ground is None or card == ground:
            continue
        grounds = rests_on.setdefault(card, [])
        if ground not in grounds:
            grounds.append(ground)
    targets = [card_now(card.id, by_id) for card in cards if card.status == "merged"]
    return Threads(rests_on, Counter(target for target in targets if target))


def card_now(card_id: str | None, cards: dict[str, Card]) -> str | None:
    """The card itself, or the one it was merged into, however often; None where that has left the board."""
    seen: set[str] = set()
    while card_id in cards and card_id not in seen:
        seen.add(card_id)
        if cards[card_id].status in ON_BOARD:
            return card_id
        card_id = cards[card_id].merged_into
    return None
