"""python -m bench.meaning: how soon, how fast and how well cards are understood."""

import json
import resource
import time
from pathlib import Path

from cx_workshop.meaning import suggest_themes
from cx_workshop.meaning.vectors import vectors

SETS = Path(__file__).parent.parent / "tests" / "meaning" / "themes.json"
CARDS = 1000


def main() -> None:
    """Print load time, memory, cards a second, and for each labelled set who finds the way back."""
    sets: dict[str, dict[str, list[str]]] = json.loads(SETS.read_text(encoding="utf-8"))
    before = megabytes()
    print(f"first text: {seconds(['Hello']):.2f} s, {megabytes() - before} MB")
    texts = [card for themes in sets.values() for cards in themes.values() for card in cards]
    many = [f"{texts[number % len(texts)]} {number}" for number in range(CARDS)]
    print(f"{CARDS} short cards at once: {CARDS / seconds(many):.0f} a second")
    print(f"{len(texts)} one by one: {len(texts) / sum(seconds([text]) for text in texts):.0f} a second")
    back = {name: found(themes) for name, themes in sets.items()}
    for name, right in {**back, "all": [one for each in back.values() for one in each]}.items():
        print(f"{name}: {sum(right)} of {len(right)} ({sum(right) / len(right):.0%}) among the two suggested")


def found(themes: dict[str, list[str]]) -> list[bool]:
    """For each card, left out of its theme, whether that theme is among the two suggested."""
    return [
        theme in suggest_themes({name: [one for one in rest if one != card] for name, rest in themes.items()}, card)
        for theme, cards in themes.items()
        for card in cards
    ]


def seconds(texts: list[str]) -> float:
    """What the vectors of these texts take."""
    start = time.perf_counter()
    vectors.of(texts)
    return time.perf_counter() - start


def megabytes() -> int:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
