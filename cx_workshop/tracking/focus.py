"""What a vote gathers on: a few cards, or all alike."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from cx_workshop.model import Vote
from cx_workshop.tracking.diversity import hill_number
from cx_workshop.tracking.equality import herfindahl, herfindahl_by_chance
from cx_workshop.tracking.notyet import Figure
from cx_workshop.tracking.opinions import Totals, split_opinions, standings

COLUMNS = {"vote": "str", "activity": "str", "kind": "str", "round": "int64", "card": "str", "dots": "int64",
           "concerns": "int64", "share": "float64", "split": "bool"}  # fmt: skip


@dataclass(frozen=True)
class VoteFocus:
    """How concentrated a vote is."""

    dots: int
    candidates: int
    effective: Figure
    """On how many cards the dots really lie: Hill 1D, from 1 to the cards with dots."""
    herfindahl: Figure
    by_chance: Figure
    """What the index would be if the dots had fallen blindly; read the two side by side."""


def vote_focus(totals: Totals, candidates: int) -> VoteFocus:
    """`totals` as a closed vote holds them; `candidates` is how many cards could be chosen."""
    dots = [one.dots for one in standings(totals) if one.card]
    candidates = max(candidates, sum(one > 0 for one in dots))
    return VoteFocus(
        dots=sum(dots),
        candidates=candidates,
        effective=hill_number(dots, 1),
        herfindahl=herfindahl(dots),
        by_chance=herfindahl_by_chance(candidates, sum(dots)),
    )


def votes_table(votes: Iterable[Vote]) -> pd.DataFrame:
    """A row for each card that was marked in a closed vote, in the order of the result; `share` is of its dots."""
    rows = []
    for vote in votes:
        if vote.closed_at is None or vote.kind == "yes_no":
            continue
        found, split = standings(vote.totals), split_opinions(vote.totals)
        dots = max(1, sum(one.dots for one in found))
        rows += [
            (vote.id, vote.activity, vote.kind, vote.round, one.card, one.dots, one.concerns,
             one.dots / dots, one.card in split)
            for one in found
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
