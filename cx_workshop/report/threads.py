"""The thread from evidence to decision, as the summary tells it."""

from collections.abc import Callable
from dataclasses import dataclass

from cx_workshop.tracking.threads import Threads

DEEPEST = 4
"""As many links as from a decision over concept, idea and question to a finding."""


@dataclass(frozen=True)
class Ground:
    """A card that another rests on, and what it rests on in its turn."""

    text: str
    activity: str
    grounds: list["Ground"]


def grounds_of(threads: Threads, card: str, tell: Callable[[str], tuple[str, str]]) -> list[Ground]:
    """The thread of a card, each other card in it once; `tell` gives the text and the activity of one."""
    return _below(threads, card, tell, DEEPEST, {card})


def _below(
    threads: Threads, card: str, tell: Callable[[str], tuple[str, str]], depth: int, seen: set[str]
) -> list[Ground]:
    found = [one for one in threads.rests_on.get(card, []) if one not in seen] if depth else []
    seen.update(found)
    return [Ground(*tell(one), _below(threads, one, tell, depth - 1, seen)) for one in found]


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
