"""What was agreed while talking, as the summary tells it: decisions, and actions that somebody takes on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from babel.dates import format_date

from cx_workshop.model import Decision
from cx_workshop.report.threads import Ground, told_once
from cx_workshop.translate import _


@dataclass(frozen=True)
class ToldDecision:
    kind: Literal["decision", "action"]
    what: str
    why: str = ""
    owner: str = ""
    due: date | None = None
    about: list[Ground] = field(default_factory=list)
    """The card it is about, with what that rests on."""


def tell_decisions(decisions: Iterable[Decision], about: Callable[[str], Ground | None]) -> list[ToldDecision]:
    """Decisions first, then actions; `about` tells of a card, or None where it has left its board."""
    told = [
        ToldDecision(
            kind=one.kind,
            what=one.what,
            why=one.why,
            owner=one.owner,
            due=date.fromisoformat(one.due) if one.due else None,
            about=[ground] if one.card and (ground := about(one.card)) else [],
        )
        for one in decisions
        if one.dropped_at is None
    ]
    return sorted(told, key=lambda one: one.kind == "action")


def each_thread_once(decisions: Iterable[ToldDecision], told: set[tuple[str, str]]) -> list[ToldDecision]:
    """The same, each piece of a thread told where a reader meets it first; `told` is what they have met."""
    return [replace(one, about=told_once(one.about, told)) for one in decisions]


def responsible(decision: ToldDecision, language: str) -> str:
    """One line: who sees to it, and until when."""
    due = _("by {day}", day=format_date(decision.due, format="long", locale=language)) if decision.due else ""
    return " · ".join(part for part in (decision.owner, due) if part)
