"""Figures over what a workshop holds: plain numbers in, plain numbers out, each under the name its field gives it."""

from cx_workshop.tracking.recommendation import NetPromoterScore, net_promoter_score
from cx_workshop.tracking.usability import system_usability_scale

__all__ = ["NetPromoterScore", "net_promoter_score", "system_usability_scale"]
