"""Figures over what a workshop holds: plain numbers in, plain numbers out, each under the name its field gives it."""

from cx_workshop.tracking.opinions import Standing, split_opinions, standings
from cx_workshop.tracking.recommendation import NetPromoterScore, net_promoter_score
from cx_workshop.tracking.seen import SeenByAll, seen_by_all
from cx_workshop.tracking.usability import system_usability_scale

__all__ = [
    "NetPromoterScore",
    "SeenByAll",
    "Standing",
    "net_promoter_score",
    "seen_by_all",
    "split_opinions",
    "standings",
    "system_usability_scale",
]
