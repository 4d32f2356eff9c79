"""All figures of a workshop at once, under their names; a figure of which there is too little says why."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cx_workshop.content.shape import THEMES
from cx_workshop.model import Activity, Card
from cx_workshop.process import STEP_BY_ID
from cx_workshop.tracking.diversity import chao1, evenness, hill_number, sample_coverage
from cx_workshop.tracking.focus import vote_focus
from cx_workshop.tracking.habits import habits_done
from cx_workshop.tracking.ideas import (
    cards_per_theme,
    convergence_ratio,
    fluency,
    new_theme_rate,
    themes_as_they_came,
)
from cx_workshop.tracking.notyet import Figure, NotYet
from cx_workshop.tracking.opinions import split_opinions
from cx_workshop.tracking.participation import participation
from cx_workshop.tracking.rates import SaturationCurve, saturation_curve
from cx_workshop.tracking.replay import Replay
from cx_workshop.tracking.tables import cards_a_minute, directions_table, time_by_step, time_table
from cx_workshop.tracking.threads import evidence_of


@dataclass(frozen=True)
class DiamondFigures:
    """Of the cards of one diamond."""

    width: int
    widest: int
    fluency: int
    flexibility: int
    convergence: Figure
    effective_themes: Figure
    """Hill 1D of the open cards in open themes."""
    dominant_themes: Figure
    """Hill 2D, in which small themes weigh less."""
    evenness: Figure
    coverage: Figure
    themes_expected: Figure
    """Chao1: the themes there are at least, those not found yet among them."""
    new_theme_rate: Figure


def diamond_figures(replay: Replay, diamond: int, widest: int = 0) -> DiamondFigures:
    boards = _boards(replay)
    cards = [card for card in replay.cards if _diamond(card, boards) == diamond]
    written = [card for card in replay.written if _diamond(card, boards) == diamond]
    counts = [*cards_per_theme(cards).values()]
    width = replay.directions.width[diamond]
    return DiamondFigures(
        width=width,
        widest=max(width, widest),
        fluency=fluency(written),
        flexibility=len(counts),
        convergence=convergence_ratio(written, [card for card in cards if card.lane == THEMES]),
        effective_themes=hill_number(counts, 1),
        dominant_themes=hill_number(counts, 2),
        evenness=evenness(counts),
        coverage=sample_coverage(counts),
        themes_expected=chao1(counts),
        new_theme_rate=new_theme_rate(themes_as_they_came(cards)),
    )


def curves(replay: Replay) -> dict[str, SaturationCurve | NotYet]:
    """Diverging activity -> the curve along which its cards came, counted from its first opening."""
    opened = {span.activity: span.start for span in reversed(replay.spans)}
    on = {card.id: card.activity for card in replay.written}
    minutes: dict[str, list[float]] = {
        activity.id: [] for activity in replay.activities if activity.mode == "diverge" and activity.id in opened
    }
    for addition in replay.additions:
        if (activity := on.get(addition.card)) in minutes:
            minutes[activity].append((addition.at - opened[activity]).total_seconds() / 60)
    return {activity: saturation_curve(times) for activity, times in minutes.items()}


def all_figures(replay: Replay) -> dict[str, Any]:
    """Every figure that needs no sentence vectors, as plain dicts, numbers and NotYet."""
    directions, cards, written = directions_table(replay), replay.cards, replay.written
    rates, times = cards_a_minute(replay), time_table(replay)
    evidence = evidence_of(cards, replay.links, replay.activities, replay.decisions)
    return {
        "events": replay.seq,
        "directions": dict(replay.directions.by_step),
        "diamonds": {
            diamond: diamond_figures(replay, diamond, max(directions[f"diamond_{diamond}"], default=0))
            for diamond in (1, 2)
        },
        "fluency": fluency(written),
        "idea_rate": float(rates["rate"].iloc[-1]) if len(rates) else 0.0,
        "curves": curves(replay),
        "participation": participation(written, replay.seats),
        "votes": [
            {"vote": vote.id, "activity": vote.activity, "kind": vote.kind, "round": vote.round}
            | vars(vote_focus(vote.totals, replay.candidates[vote.id]))
            | {"split": split_opinions(vote.totals)}
            for vote in replay.votes
            if vote.closed_at and vote.kind != "yes_no"
        ],
        "time": {"activities": times.to_dict("records"), "steps": time_by_step(times).to_dict("records")},
        "evidence": {
            "share": evidence.share,
            "share_of_kept": evidence.share_of_kept,
            "without": [vars(one) for one in evidence.without],
            "unanswered": evidence.unanswered,
        },
        "habits": habits_done(cards, replay.activities),
    }


def plain(figure: Any) -> Any:
    """The same as JSON can hold it; a figure that is not there yet is {"not_yet": its sentence}."""
    if isinstance(figure, NotYet):
        return {"not_yet": str(figure)}
    if is_dataclass(figure) and not isinstance(figure, type):
        return plain({field.name: getattr(figure, field.name) for field in fields(figure)})
    if isinstance(figure, dict):
        return {str(name): plain(value) for name, value in figure.items()}
    if isinstance(figure, list):
        return [plain(value) for value in figure]
    return figure if figure is None or isinstance(figure, str | bool | float) else int(figure)


def _boards(replay: Replay) -> dict[str, Activity]:
    return {activity.id: activity for activity in replay.activities}


def _diamond(card: Card, boards: dict[str, Activity]) -> int:
    board = boards.get(card.activity)
    step = STEP_BY_ID.get(board.step) if board else None
    return step.diamond if step else 0
