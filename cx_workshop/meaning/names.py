"""What a theme may be called, in its cards' own words."""

import re
from collections import Counter

from cx_workshop.meaning.stop_words import STOP_WORDS
from cx_workshop.meaning.vectors import apart, unit, vectors

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 3
STEM = 4
"""Letters that two forms of one word share: size and sizes, Maß and Maße."""


def suggest_names(themes: dict[str, list[str]], n: int = 3) -> dict[str, list[str]]:
    """For each theme up to n words of its cards, best first, spelled as they stand there first.

    A word is good where many cards of the theme have it and few others do, and where its meaning lies near the middle
    of the theme, seen from the middle of all.
    """
    counts = {name: Counter(word for card in cards for word in _spelled([card])) for name, cards in themes.items()}
    everywhere = sum(counts.values(), Counter[str]())
    spelled = _spelled([card for cards in themes.values() for card in cards])
    forms = vectors.of([spelled[word] for word in everywhere])
    meanings = dict(zip(everywhere, apart(forms, forms), strict=True))
    ground = vectors.of([card for cards in themes.values() for card in cards])
    found = {}
    for name, cards in themes.items():
        [middle] = unit(apart(vectors.of(cards), ground).sum(axis=0, keepdims=True))
        worth = {
            word: float(meanings[word] @ middle) + count / len(cards) * count / everywhere[word]
            for word, count in counts[name].items()
        }
        found[name] = [spelled[word] for word in _unlike(sorted(worth, key=lambda word: -worth[word]))][:n]
    return found


def _spelled(cards: list[str]) -> dict[str, str]:
    """The words that say what cards are about, in small letters, each with how it is written first."""
    found: dict[str, str] = {}
    for form in (form for card in cards for form in WORD.findall(card)):
        if len(word := form.casefold()) >= SHORTEST and word not in STOP_WORDS:
            found.setdefault(word, form)
    return found


def _unlike(words: list[str]) -> list[str]:
    """Without those that begin like one before."""
    first = {word[:STEM]: word for word in reversed(words)}
    return [word for word in words if first[word[:STEM]] == word]
