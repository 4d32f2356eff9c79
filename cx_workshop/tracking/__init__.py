"""Figures over what a workshop holds: plain numbers in, plain numbers out, each under the name its field gives it."""

from cx_workshop.tracking.agreement import RankAgreement, beyond_chance, fleiss_kappa, kendalls_w
from cx_workshop.tracking.diversity import chao1, evenness, hill_number, sample_coverage
from cx_workshop.tracking.equality import gini, herfindahl, herfindahl_by_chance
from cx_workshop.tracking.notyet import Figure, NotYet
from cx_workshop.tracking.opinions import Standing, split_opinions, standings
from cx_workshop.tracking.recommendation import NetPromoterScore, net_promoter_score
from cx_workshop.tracking.seen import SeenByAll, seen_by_all
from cx_workshop.tracking.usability import system_usability_scale

__all__ = [
    "Figure",
    "NetPromoterScore",
    "NotYet",
    "RankAgreement",
    "SeenByAll",
    "Standing",
    "beyond_chance",
    "chao1",
    "evenness",
    "fleiss_kappa",
    "gini",
    "herfindahl",
    "herfindahl_by_chance",
    "hill_number",
    "kendalls_w",
    "net_promoter_score",
    "sample_coverage",
    "seen_by_all",
    "split_opinions",
    "standings",
    "system_usability_scale",
]
