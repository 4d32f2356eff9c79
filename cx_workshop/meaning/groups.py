"""Cards that may belong together, when no theme exists yet."""

import numpy as np

from cx_workshop.meaning.likeness import NEAR
from cx_workshop.meaning.vectors import Mask, Matrix, apart, vectors, worded


def group(cards: list[str]) -> list[list[int]]:
    """Places of cards in groups, each card in one, in the order of their first cards.

    Average linkage, found by chains of nearest neighbours (Murtagh 1983). Seen from their middle, n cards have a mean
    likeness of -1 / (n - 1); groups join while they are more alike than half of that. People's own groups agree with
    these in part only (adjusted Rand index 0.2, the mean of eight labelled sets): a start for a conversation.
    """
    rows = vectors.of(cards)
    likeness = rows @ rows.T
    seen = apart(rows, rows)
    likeness = np.where(likeness >= NEAR, likeness, seen @ seen.T)
    speaks = worded(rows)
    least = -0.5 / max(1, speaks.sum() - 1)
    return sorted(sorted(found) for found in _linked(likeness, speaks, least))


def _linked(likeness: Matrix, speaks: Mask, least: float) -> list[list[int]]:
    members = [[place] for place in range(len(likeness))]
    active = speaks.copy()
    found = [members[place] for place in np.flatnonzero(~speaks)]
    np.fill_diagonal(likeness, -np.inf)
    chain: list[int] = []
    while active.any():
        if not chain:
            chain.append(int(active.argmax()))
        last = chain[-1]
        near = np.where(active, likeness[last], -np.inf)
        best = int(near.argmax())
        if len(chain) > 1 and near[chain[-2]] == near[best]:
            best = chain[-2]
        if near[best] <= least:  # nothing will come nearer: an average of what is far is far
            found.append(members[last])
            active[chain.pop()] = False
        elif len(chain) > 1 and best == chain[-2]:
            del chain[-2:]
            a, b = len(members[best]), len(members[last])
            merged = (a * likeness[best] + b * likeness[last]) / (a + b)
            likeness[best] = likeness[:, best] = merged
            likeness[best, best] = -np.inf
            members[best] += members[last]
            active[last] = False
        else:
            chain.append(best)
    return found
