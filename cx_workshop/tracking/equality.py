"""How equally people take part, and how much a choice gathers on few cards."""

from collections.abc import Iterable

from cx_workshop.tracking.diversity import counted, shares
from cx_workshop.tracking.notyet import NOTHING_COUNTED, TWO_PEOPLE, Figure, NotYet
from cx_workshop.translate import N_

NOBODY = N_("Not yet, because nobody has contributed anything.")


def gini(values: Iterable[float], corrected: bool = False) -> Figure:
    """How unequal contributions are: 0 where all gave the same, 1 - 1/n where one gave all; corrected, up to 1.

    Formula: Σ (2i - n - 1) x_i / (n Σ x), x from the smallest to the largest; corrected times n / (n - 1), so that
    groups of different sizes can be compared. Silent people count as 0. There is no threshold for it.
    Not yet below two people, nor while nobody has given anything.
    Source: Gini (1912), Variabilità e mutabilità; the correction is Deltas (2003), The small-sample bias.
    Raises ValueError for a value below 0 or without end.
    """
    found = sorted(counted(values))
    n, most = len(found), max(found, default=0)
    if n < 2:
        return NotYet(TWO_PEOPLE)
    if not most:
        return NotYet(NOBODY)
    parts = [one / most for one in found]
    unequal = sum((2 * i - n - 1) * part for i, part in enumerate(parts, start=1)) / (n * sum(parts))
    highest = 1 - 1 / n
    unequal = min(max(unequal, 0.0), highest)
    return unequal / highest if corrected else unequal


def herfindahl(counts: Iterable[float]) -> Figure:
    """How much a choice gathers on few: from 1/V where all V have the same to 1 where one has all.

    Formula: HHI = Σ p². Read it beside its value by chance. Not yet where nothing was counted.
    Source: Herfindahl (1950), Concentration in the Steel Industry; Hirschman (1945).
    Raises ValueError for a count below 0 or without end.
    """
    p = shares(counts)
    return min(sum(one**2 for one in p), 1.0) if p else NotYet(NOTHING_COUNTED)


def herfindahl_by_chance(candidates: int, n: int) -> Figure:
    """What the index would be on average if n dots fell on V candidates blindly, from 1/V to 1.

    Formula: 1/V + (1 - 1/V) / n, the expectation of Σ p² under a multinomial with equal chances.
    Not yet where there is no candidate or no dot.
    """
    if candidates < 1 or n < 1:
        return NotYet(NOTHING_COUNTED)
    return 1 / candidates + (1 - 1 / candidates) / n
