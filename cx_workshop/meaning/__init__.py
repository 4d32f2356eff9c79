"""What cards are about: likeness, themes and groups from sentence vectors, in sixteen languages and without a network.

Everything in here is a suggestion that a person accepts or leaves. The model (130 MB in memory) is loaded by the first
text that needs it, which takes a second or two: never call this on an event loop.
"""

from cx_workshop.meaning.course import novelty_on_boards, spread_over_time
from cx_workshop.meaning.groups import group
from cx_workshop.meaning.likeness import near_duplicates, novelty, spread
from cx_workshop.meaning.names import suggest_names
from cx_workshop.meaning.themes import suggest_themes

__all__ = [
    "group",
    "near_duplicates",
    "novelty",
    "novelty_on_boards",
    "spread",
    "spread_over_time",
    "suggest_names",
    "suggest_themes",
]
