"""Figures over what a workshop holds: plain numbers in, plain numbers out, each under the name its field gives it.

A figure of which there is too little is NotYet, which says why. `Replay` tells the log again, for tables over time.
"""

from cx_workshop.tracking.agreement import RankAgreement, beyond_chance, fleiss_kappa, kendalls_w
from cx_workshop.tracking.directions import Directions
from cx_workshop.tracking.diversity import chao1, evenness, hill_number, sample_coverage
from cx_workshop.tracking.equality import gini, herfindahl, herfindahl_by_chance
from cx_workshop.tracking.figures import DiamondFigures, all_figures, curves, diamond_figures
from cx_workshop.tracking.focus import VoteFocus, vote_focus, votes_table
from cx_workshop.tracking.guidance import Shown, guidance_figures, next_hint
from cx_workshop.tracking.habits import habit_level, habits_done, habits_table, self_scores
from cx_workshop.tracking.ideas import (
    cards_per_theme,
    convergence_ratio,
    flexibility,
    fluency,
    new_theme_rate,
    themes_as_they_came,
)
from cx_workshop.tracking.notyet import Figure, NotYet
from cx_workshop.tracking.opinions import Standing, split_opinions, standings
from cx_workshop.tracking.participation import Participation, contributions, participation, participation_table
from cx_workshop.tracking.rates import SaturationCurve, idea_rate, saturation_curve
from cx_workshop.tracking.recommendation import NetPromoterScore, net_promoter_score
from cx_workshop.tracking.replay import Replay
from cx_workshop.tracking.seen import SeenByAll, seen_by_all
from cx_workshop.tracking.tables import (
    bands_table,
    cards_a_minute,
    decisions_table,
    directions_table,
    time_by_step,
    time_table,
)
from cx_workshop.tracking.threads import Evidence, Outcome, Threads, card_now, evidence_of, threads_of
from cx_workshop.tracking.usability import system_usability_scale

__all__ = [
    "DiamondFigures",
    "Directions",
    "Evidence",
    "Figure",
    "NetPromoterScore",
    "NotYet",
    "Outcome",
    "Participation",
    "RankAgreement",
    "Replay",
    "SaturationCurve",
    "SeenByAll",
    "Shown",
    "Standing",
    "Threads",
    "VoteFocus",
    "all_figures",
    "bands_table",
    "beyond_chance",
    "card_now",
    "cards_a_minute",
    "cards_per_theme",
    "chao1",
    "contributions",
    "convergence_ratio",
    "curves",
    "decisions_table",
    "diamond_figures",
    "directions_table",
    "evenness",
    "evidence_of",
    "fleiss_kappa",
    "flexibility",
    "fluency",
    "gini",
    "guidance_figures",
    "habit_level",
    "habits_done",
    "habits_table",
    "herfindahl",
    "herfindahl_by_chance",
    "hill_number",
    "idea_rate",
    "kendalls_w",
    "net_promoter_score",
    "new_theme_rate",
    "next_hint",
    "participation",
    "participation_table",
    "sample_coverage",
    "saturation_curve",
    "seen_by_all",
    "self_scores",
    "split_opinions",
    "standings",
    "system_usability_scale",
    "themes_as_they_came",
    "threads_of",
    "time_by_step",
    "time_table",
    "vote_focus",
    "votes_table",
]  # fmt: skip
