"""How like and how far apart texts are."""

import numpy as np

from cx_workshop.meaning.vectors import vectors, worded

NEAR = 0.62
"""Cosine from which two cards may say the same: 16 of 22 pairs that do lie above it, and 1 of 1,751 that do not."""


def near_duplicates(cards: list[str]) -> list[tuple[int, int, float]]:
    """Pairs of places of cards that may say the same, with their cosine from 0 to 1, most alike first."""
    rows = vectors.of(cards)
    likeness = rows @ rows.T
    first, second = np.nonzero(np.triu(likeness >= NEAR, k=1))
    pairs = [(int(i), int(j), min(1.0, float(likeness[i, j]))) for i, j in zip(first, second, strict=True)]
    return sorted(pairs, key=lambda pair: (-pair[2], pair[:2]))


def spread(cards: list[str]) -> float:
    """The mean cosine distance of all pairs: 0 where all say the same, about 1 where none is like another.

    Cards without a word are left out; it is 0 too where no two are left.
    """
    rows = vectors.of(cards)
    rows = rows[worded(rows)]
    n = len(rows)
    if n < 2:
        return 0.0
    alike = (float(np.square(rows.sum(axis=0)).sum()) - float(np.square(rows).sum())) / (n * (n - 1))
    return max(0.0, 1 - alike)


def novelty(cards: list[str]) -> list[float | None]:
    """For each card, in the order written, its cosine distance to the nearest earlier one; None for the first.

    None too for a card without a word.
    """
    rows = vectors.of(cards)
    speaks = worded(rows)
    likeness = rows @ rows.T
    found: list[float | None] = []
    for place in range(len(rows)):
        earlier = likeness[place, :place][speaks[:place]]
        found.append(max(0.0, 1 - float(earlier.max())) if speaks[place] and earlier.size else None)
    return found
