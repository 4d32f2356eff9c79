"""How fast ideas come, and whether they are running out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cx_workshop.tracking.notyet import NotYet
from cx_workshop.translate import N_

WINDOW = 5
"""Minutes."""
LEAST_IDEAS = 10
LEAST_FIT = 0.9
FEW_IDEAS = N_("Not yet, because {n} cards have been written and it takes {least}.")
NOT_SLOWING = N_("Not yet, because cards still come about as fast as at the start.")
NO_FIT = N_("Not yet, because the cards did not come along such a curve.")


@dataclass(frozen=True)
class SaturationCurve:
    """n(t) = c (1 - e^(-mt)): `c` ideas in all if people went on, `m` how soon, per minute."""

    c: float
    m: float
    fit: float
    """R², from 0.9 to 1."""

    def __call__(self, minute: float) -> float:
        return float(self.c * -np.expm1(-self.m * minute))


def idea_rate(minutes: Sequence[float], *, until: float | None = None, window: int = WINDOW) -> pd.DataFrame:
    """Cards a minute; `minutes` are the moments at which cards were written, counted from the start.

    `rate` is the mean over a window of so many minutes that ends there. A lull is not the end. Minutes around which
    nothing happened are left out, so that a night between two days costs nothing.
    """
    bins = np.sort(np.floor(np.asarray(minutes, dtype=float)).astype(np.int64))
    last = max(int(until if until is not None else 0), int(bins[-1])) if bins.size else -1
    around = np.unique(np.concatenate([bins + step for step in range(window + 1)] or [bins]))
    minute = around[around <= last]
    total = np.searchsorted(bins, minute, side="right")
    return pd.DataFrame(
        {
            "minute": minute,
            "cards": total - np.searchsorted(bins, minute, side="left"),
            "rate": (total - np.searchsorted(bins, minute - window, side="right")) / window,
            "total": total,
        }
    )


def saturation_curve(minutes: Sequence[float]) -> SaturationCurve | NotYet:
    """The curve along which ideas run out, where it fits.

    `minutes` are the moments at which the cards of one activity were written, counted from its opening.
    Formula: n(t) = c (1 - e^(-mt)), by least squares. Not yet below ten cards, while at the end less than 63 % of c
    has come (the curve is then a guess), and where R² is below 0.9.
    Source: Bousfield & Sedgewick (1944), An analysis of sequences of restricted associative responses.
    """
    t = np.sort(np.asarray(minutes, dtype=float))
    if len(t) < LEAST_IDEAS:
        return NotYet(FEW_IDEAS, {"n": len(t), "least": LEAST_IDEAS})
    n = np.arange(1, len(t) + 1)
    if t[-1] <= 0:
        return NotYet(NO_FIT)
    m, c, left_over = _best(t, n, np.geomspace(0.05, 50, 60) / t[-1])
    m, c, left_over = _best(t, n, m * np.geomspace(1 / 1.13, 1.13, 60))
    fit = 1 - left_over / float(((n - n.mean()) ** 2).sum())
    if fit < LEAST_FIT:
        return NotYet(NO_FIT)
    return SaturationCurve(c, m, fit) if m * t[-1] >= 1 else NotYet(NOT_SLOWING)


def _best(t: np.ndarray, n: np.ndarray, among: np.ndarray) -> tuple[float, float, float]:
    """Of these m the best, with its c and the squares that are left over; for a given m, c is a linear fit."""
    found = []
    for m in among:
        shape = -np.expm1(-m * t)
        power = float(shape @ shape)
        c = float(shape @ n) / power if power else 0.0
        found.append((float(((n - c * shape) ** 2).sum()), float(m), c))
    left_over, m, c = min(found)
    return m, c, left_over
