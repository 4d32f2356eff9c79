"""How many kinds there really are, and how many are still to be found: themes as species, cards as their numbers."""

from collections.abc import Iterable
from math import exp, isfinite, log

from cx_workshop.tracking.notyet import NOTHING_COUNTED, Figure, NotYet
from cx_workshop.translate import N_

ONE_GROUP = N_("Not yet, because everything lies in one group.")
TWO_OBSERVATIONS = N_("Not yet, because there are fewer than two observations.")
SHANNON = 1e-9
"""So near to 1, the general formula divides by nearly nothing; the limit is Shannon's."""


def hill_number(counts: Iterable[float], q: float) -> Figure:
    """The effective number of kinds, from 1 to S, the number of those with any; not yet where nothing was counted.

    Formula: qD = (Σ p^q)^(1 / (1 - q)) with p = count / sum; 0D = S, 1D = exp(-Σ p ln p), 2D = 1 / Σ p². The larger
    q, the less do rare kinds weigh. It moves with how finely a team groups: compare only at equal n and grouping.
    Source: Hill (1973), Diversity and Evenness; Jost (2006), Entropy and diversity.
    Raises ValueError for a count or a q below 0 or without end.
    """
    if not (q >= 0 and isfinite(q)):
        raise ValueError("q is a number from 0")
    p = shares(counts)
    if not p:
        return NotYet(NOTHING_COUNTED)
    if abs(q - 1) < SHANNON:
        effective = exp(_entropy(p))
    else:
        most = max(p)  # taken out of the sum, which would vanish for a large q
        effective = exp((q * log(most) + log(sum((one / most) ** q for one in p))) / (1 - q))
    return min(max(effective, 1.0), float(len(p)))


def evenness(counts: Iterable[float]) -> Figure:
    """How evenly the kinds are filled, from 0 to 1 where all have the same; not yet below two kinds.

    Formula: J = H / ln S with H = -Σ p ln p.
    Source: Pielou (1966), The measurement of diversity in different types of biological collections.
    Raises ValueError for a count below 0 or without end.
    """
    p = shares(counts)
    if len(p) < 2:
        return NotYet(ONE_GROUP if p else NOTHING_COUNTED)
    return min(max(_entropy(p) / log(len(p)), 0.0), 1.0)


def sample_coverage(counts: Iterable[float]) -> Figure:
    """How much of what there is to find has been found, from 0 to 1; not yet below two observations.

    Formula: C = 1 - (f1 / n) · ((n - 1) f1 / ((n - 1) f1 + 2 f2)), f1 and f2 being the kinds found once and twice.
    The next card brings a new theme with the chance 1 - C, if cards come as they came so far.
    Source: Chao & Jost (2012), Coverage-based rarefaction and extrapolation.
    Raises ValueError for a count that is not a whole number from 0.
    """
    found = _whole(counts)
    n, once, twice = sum(found), found.count(1), found.count(2)
    if n < 2:
        return NotYet(TWO_OBSERVATIONS)
    if not once:
        return 1.0
    return 1 - once / n * ((n - 1) * once / ((n - 1) * once + 2 * twice))


def chao1(counts: Iterable[float]) -> Figure:
    """How many kinds there are at least, those not found yet among them: S or more; not yet below two observations.

    Formula: S + ((n - 1) / n) · f1² / (2 f2); f1 (f1 - 1) / 2 in place of f1² / (2 f2) where no kind was found twice.
    Source: Chao (1984), Nonparametric estimation of the number of classes in a population.
    Raises ValueError for a count that is not a whole number from 0.
    """
    found = _whole(counts)
    n, once, twice = sum(found), found.count(1), found.count(2)
    if n < 2:
        return NotYet(TWO_OBSERVATIONS)
    unseen = once**2 / (2 * twice) if twice else once * (once - 1) / 2
    return len(found) + (n - 1) / n * unseen


def shares(counts: Iterable[float]) -> list[float]:
    """The share of each kind that has any, all together 1; raises ValueError for a count below 0 or without end."""
    found = [one for one in counted(counts) if one]
    most = max(found, default=0)
    parts = [one / most for one in found]
    return [part / sum(parts) for part in parts if part]


def counted(counts: Iterable[float]) -> list[float]:
    """The counts; raises ValueError for one below 0 or without end."""
    found = list(counts)
    if not all(isinstance(one, int) or isfinite(one) for one in found) or any(one < 0 for one in found):
        raise ValueError("a count is a number from 0")
    return found


def _whole(counts: Iterable[float]) -> list[int]:
    found = counted(counts)
    if any(one != int(one) for one in found):
        raise ValueError("a count is a whole number from 0")
    return [int(one) for one in found if one]


def _entropy(p: list[float]) -> float:
    return -sum(one * log(one) for one in p)
