"""How likely people are to recommend something."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

LEAST_ANSWERS = 10
HIGHEST = 10
MOST_OF_A_DETRACTOR, MOST_OF_A_PASSIVE = 6, 8
NORMAL_95 = 1.959964


@dataclass(frozen=True)
class NetPromoterScore:
    """The score from -100 to +100 with its 95 % interval; all three are None while there are too few answers."""

    score: float | None
    low: float | None
    high: float | None
    n: int
    promoters: int
    passives: int
    detractors: int


def net_promoter_score(scores: Iterable[int]) -> NetPromoterScore:
    """% promoters (9, 10) - % detractors (0 to 6), with its 95 % interval; not yet below ten answers.

    Formula: s = p - d; variance (p + d - (p - d)²) / n; interval s ± 1.96 times its root, kept within -100 and +100.
    Where all answers lie in one band the formula gives an interval of no width: that says that the sample shows no
    spread, not that the score is certain.
    Source: Reichheld (2003), The One Number You Need to Grow; the variance is that of a multinomial sample.
    Raises ValueError for an answer outside 0 to 10.
    """
    answers = list(scores)
    if any(not 0 <= answer <= HIGHEST for answer in answers):
        raise ValueError("an answer runs from 0 to 10")
    detractors = sum(answer <= MOST_OF_A_DETRACTOR for answer in answers)
    promoters = sum(answer > MOST_OF_A_PASSIVE for answer in answers)
    n = len(answers)
    counts = {"n": n, "promoters": promoters, "passives": n - promoters - detractors, "detractors": detractors}
    if n < LEAST_ANSWERS:
        return NetPromoterScore(score=None, low=None, high=None, **counts)
    share = (promoters - detractors) / n
    margin = NORMAL_95 * sqrt(((promoters + detractors) / n - share**2) / n)
    return NetPromoterScore(
        score=100 * share, low=100 * max(-1.0, share - margin), high=100 * min(1.0, share + margin), **counts
    )
