"""Guidance: a file under data/guidance/ for each rule that says when a facilitator is told what, and on what ground."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cx_workshop.content.folder import Table
from cx_workshop.content.methods import methods
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES

FIGURES = (
    "coverage", "directions_at_vote", "finalist_themes", "minutes_left_undecided", "minutes_over",
    "minutes_without_prompts", "most_share", "new_theme_rate_at_vote", "problems_on_assumptions", "rate_left",
    "silent_share", "tests_without_number", "unseen_share", "votes_without_original", "writers_share",
)  # fmt: skip
"""What a rule can look at; tracking/guidance.py computes them."""
CONTROLS = (
    "close_vote", "hide_cards", "link_cards", "open_vote", "record_decision", "replan", "show_prompts", "show_unseen",
    "start_timer",
)  # fmt: skip
"""What a hint can open: verbs that the facilitator has at hand."""


@dataclass(frozen=True)
class HintWords:
    says: str
    do: str
    """What the button says that opens the control or the method."""


@dataclass(frozen=True)
class Rule:
    id: str
    """The name of its file."""
    order: int
    """Of several that apply, the lowest is told."""
    figure: str
    least: float | None
    """It applies from here on; else below `below`."""
    below: float | None
    urgent: bool
    """Whether it is told at once, however short ago another was."""
    control: str | None
    method: str | None
    source: str
    year: int
    words: dict[str, HintWords]

    def applies(self, figure: float) -> bool:
        return figure >= self.least if self.least is not None else self.below is not None and figure < self.below


@cache
def guidance() -> list[Rule]:
    """All rules, the most important first; raises ContentError for a file that is not right."""
    return sorted(map(read_rule, (DATA / "guidance").glob("*.toml")), key=lambda rule: (rule.order, rule.id))


def read_rule(path: Path) -> Rule:
    table = Table(path)
    rule = Rule(
        id=path.stem,
        order=table.number("order"),
        figure=table.choice("figure", FIGURES, f"one of {', '.join(FIGURES)}"),
        least=table.decimal("least") if table.has("least") else None,
        below=table.decimal("below") if table.has("below") else None,
        urgent=table.flag("urgent"),
        control=table.choice("control", CONTROLS, f"one of {', '.join(CONTROLS)}") if table.has("control") else None,
        method=table.text("method", "a folder in data/methods") if table.has("method") else None,
        source=table.text("source", "whose finding it is"),
        year=table.number("year", "a year"),
        words={language: _words(table.table(language)) for language in LANGUAGES},
    )
    if (rule.least is None) == (rule.below is None):
        raise table.wrong("least", "a threshold: either least or below")
    if (rule.control is None) == (rule.method is None):
        raise table.wrong("control", "what to do: either a control or a method")
    if rule.method and rule.method not in methods():
        raise table.wrong("method", f"a folder in data/methods, not {rule.method!r}")
    table.finish()
    return rule


def _words(table: Table) -> HintWords:
    words = HintWords(table.text("says"), table.text("do", "a word or two"))
    table.finish()
    return words
