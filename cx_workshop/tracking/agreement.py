"""How far people agree: on the order of things, and on which belong together."""

from collections.abc import Iterable, Sequence
from math import isnan
from typing import NamedTuple

import numpy as np
import pandas as pd

from cx_workshop.tracking.diversity import counted
from cx_workshop.tracking.notyet import Figure, NotYet
from cx_workshop.translate import N_

TWO_AND_TWO = N_("Not yet, because it takes at least two people and two cards.")
NOT_ALL_RANKED = N_("Not yet, because not everybody has ranked everything.")
ALL_TIED = N_("Not yet, because nobody has put one thing before another.")
NOT_ALL_SORTED = N_("Not yet, because the cards were not all sorted by the same number of people.")
ONE_CATEGORY = N_("Not yet, because everybody put everything into the same group.")


class RankAgreement(NamedTuple):
    """Kendall's W from 0 to 1, and χ² = m (n - 1) W with n - 1 degrees of freedom."""

    w: float
    chi_square: float


def kendalls_w(ratings: Iterable[Iterable[float | None]]) -> RankAgreement | NotYet:
    """How far several people agree on an order: W from 0 (none) to 1 (all the same), and its χ².

    `ratings` has a row for each item and a column for each rater; within each rater they become ranks, equal ones the
    average of theirs. Formula: W = 12 S / (m² (n³ - n) - m Σ (t³ - t)), S the squared deviations of the n rank sums,
    m the raters, t how many share a rank. Not yet below two raters or two items, where somebody has not rated
    everything, and where nobody put one item before another.
    Source: Kendall & Babington Smith (1939), The Problem of m Rankings; with ties Siegel & Castellan (1988).
    """
    rows = [list(row) for row in ratings]
    n, m = len(rows), max(map(len, rows), default=0)
    if n < 2 or m < 2:
        return NotYet(TWO_AND_TWO)
    if any(len(row) != m or any(one is None or isnan(one) for one in row) for row in rows):
        return NotYet(NOT_ALL_RANKED)
    ranks = pd.DataFrame(rows).rank()
    together = [int(one) for _, column in ranks.items() for one in column.value_counts()]
    possible = m**2 * (n**3 - n) - m * sum(t**3 - t for t in together)
    if not possible:
        return NotYet(ALL_TIED)
    sums = ranks.sum(axis=1)
    w = min(12 * float(((sums - sums.mean()) ** 2).sum()) / possible, 1.0)
    return RankAgreement(w, m * (n - 1) * w)


def beyond_chance(w: float, raters: int) -> Figure:
    """Kendall's W without what chance gives: 0 for blind ranking, 1 for full agreement, at least -1 / (m - 1).

    Formula: (m W - 1) / (m - 1), the mean rank correlation of all pairs of raters. Not yet below two raters.
    Source: Kendall (1970), Rank Correlation Methods.
    """
    return (raters * w - 1) / (raters - 1) if raters > 1 else NotYet(TWO_AND_TWO)


def fleiss_kappa(table: Iterable[Sequence[float]]) -> Figure:
    """How far several people sort alike beyond chance: 1 fully, 0 as by chance, at least -1 / (n - 1).

    `table` has a row for each subject and a column for each category; a cell says how many of the n raters put it
    there. Formula: κ = (P - Pe) / (1 - Pe), P the mean share of agreeing pairs in a row, Pe = Σ p² over the columns.
    Not yet below two raters or two subjects, where rows differ in their number of raters, and where all is in one
    category.
    Source: Fleiss (1971), Measuring nominal scale agreement among many raters.
    Raises ValueError for a count below 0 or without end.
    """
    rows = [counted(row) for row in table]
    raters = {sum(row) for row in rows}
    if len(rows) < 2 or max(raters) < 2:
        return NotYet(TWO_AND_TWO)
    if len(raters) > 1 or len({len(row) for row in rows}) > 1:
        return NotYet(NOT_ALL_SORTED)
    [n] = raters
    counts = np.array(rows, dtype=float)
    p = counts.sum(axis=0) / counts.sum()
    if (counts.sum(axis=0) > 0).sum() == 1:
        return NotYet(ONE_CATEGORY)
    by_chance = float((p**2).sum())
    pairs = float((counts**2 - counts).sum()) / (len(rows) * n * (n - 1))
    return min(max((pairs - by_chance) / (1 - by_chance), -1 / (n - 1)), 1.0)
