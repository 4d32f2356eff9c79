"""What a facilitator is told, and when: the figures that the rules look at, and which one hint to show."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from cx_workshop.content import Rule, methods
from cx_workshop.content.shape import THEMES
from cx_workshop.model import Activity, Card
from cx_workshop.process import STEP_BY_ID
from cx_workshop.tracking.directions import OPEN
from cx_workshop.tracking.diversity import sample_coverage
from cx_workshop.tracking.ideas import cards_per_theme, new_theme_rate, themes_as_they_came
from cx_workshop.tracking.notyet import NotYet
from cx_workshop.tracking.participation import contributions
from cx_workshop.tracking.rates import WINDOW
from cx_workshop.tracking.replay import Replay
from cx_workshop.tracking.schedule import schedule_of
from cx_workshop.tracking.seen import seen_by_all
from cx_workshop.tracking.threads import DECISION, Threads, is_observation, lie_in_themes, threads_of

QUIET = timedelta(minutes=3)
"""Between one hint and the next, unless time is up."""
LEAST_PEOPLE, LEAST_CARDS, LEAST_FINALISTS = 3, 10, 3
"""Below these, nothing is said about who takes part and what was kept."""
SETTLED = 10
"""Minutes after which the pace of an activity can be compared with its best."""
RESEARCH = frozenset(("empathize", "define"))
TEST_CARD = "prototype/test_card"
PROBLEMS = frozenset(("define/core_problem", "define/point_of_view"))

Answer = Literal["", "followed", "dismissed"]


@dataclass(frozen=True)
class Shown:
    """A hint that was shown: when, during which activity, and what became of it."""

    rule: str
    at: datetime
    activity: str | None = None
    answer: Answer = ""


def next_hint(
    rules: Iterable[Rule],
    figures: Mapping[str, float],
    shown: Sequence[Shown],
    *,
    now: datetime,
    activity: str | None = None,
) -> Rule | None:
    """The one hint to show now, or none; `shown` is what was shown so far, oldest first.

    What is shown stays until it is answered or no longer true. A hint that was answered does not come back during the
    same activity. At most one in three minutes is new, unless it is urgent.
    """
    answered = {one.rule for one in shown if one.answer and one.activity == activity}
    due = [
        rule
        for rule in rules
        if rule.figure in figures and rule.applies(figures[rule.figure]) and rule.id not in answered
    ]
    last = shown[-1] if shown else None
    urgent = next((rule for rule in due if rule.urgent), None)
    if urgent or last is None:
        return urgent or next(iter(due), None)
    standing = next((rule for rule in due if rule.id == last.rule and not last.answer), None)
    if standing or timedelta(0) <= now - last.at < QUIET:
        return standing
    return next(iter(due), None)


def guidance_figures(
    replay: Replay, *, now: datetime, seen: Mapping[str, Collection[str]] | None = None
) -> dict[str, float]:
    """The figures that rules look at, by name; one that says nothing at this moment is left out.

    `seen`: card -> who has had it on screen, as for seen_by_all; it is no part of the log.
    """
    found = _of_time(replay, now) | _of_people(replay) | _of_what_was_chosen(replay) | _of_evidence(replay)
    running = next((one for one in replay.activities if one.status == "open"), None)
    if running:
        found |= _of_vote(replay, running, seen)
        if running.mode == "diverge":
            found |= _of_writing(replay, running, now)
        if running.step == "define":
            found |= _of_research(replay)
    return found


def _of_time(replay: Replay, now: datetime) -> dict[str, float]:
    if not replay.spans:
        return {}
    schedule = schedule_of(replay.activities, replay.agenda_events, now)
    found = {"minutes_over": schedule.overrun}
    boards = {activity.id for activity in replay.activities if activity.method == DECISION}
    decided = any(one.kind == "decision" and not one.dropped_at for one in replay.decisions) or any(
        card.activity in boards and card.status in OPEN for card in replay.cards
    )
    goes_on = schedule.rest or schedule.time_up
    if goes_on and not decided:
        found["minutes_left_undecided"] = (schedule.expected_end - now).total_seconds() / 60
    return found


def _of_people(replay: Replay) -> dict[str, float]:
    cards = contributions(replay.written, replay.seats)
    if len(cards) < LEAST_PEOPLE or sum(cards) < LEAST_CARDS:
        return {}
    return {"silent_share": cards.count(0) / len(cards), "most_share": cards[0] / sum(cards)}


def _of_research(replay: Replay) -> dict[str, float]:
    first = {activity.id for activity in replay.activities if activity.step in RESEARCH}
    counts = cards_per_theme(card for card in replay.cards if card.activity in first)
    coverage = sample_coverage(counts.values())
    return {} if isinstance(coverage, NotYet) or counts.total() < LEAST_CARDS else {"coverage": coverage}


def _of_writing(replay: Replay, running: Activity, now: datetime) -> dict[str, float]:
    opened = next(span.start for span in reversed(replay.spans) if span.activity == running.id)
    minutes = (now - opened).total_seconds() / 60
    on = {card.id: card.seat for card in replay.written if card.activity == running.id}
    times = [((one.at - opened).total_seconds() / 60, on[one.card]) for one in replay.additions if one.card in on]
    found: dict[str, float] = {}
    people = {seat.id for seat in replay.seats if seat.role == "participant" and not seat.removed_at}
    recent = [seat for minute, seat in times if minute > minutes - WINDOW]
    if minutes >= WINDOW and len(people) >= LEAST_PEOPLE and not running.hidden:
        found["writers_share"] = len(people & set(recent)) / len(people)
    starts = [minute for minute, _ in times]
    best = max((bisect_left(starts, start + WINDOW) - place for place, start in enumerate(starts)), default=0)
    if minutes >= SETTLED and best >= LEAST_CARDS:
        found["rate_left"] = len(recent) / best
    used = methods().get(running.method)
    if used and used.board.prompts_later and not running.shape.get("prompts"):
        found["minutes_without_prompts"] = minutes
    return found


def _of_vote(replay: Replay, running: Activity, seen: Mapping[str, Collection[str]] | None) -> dict[str, float]:
    """While a vote is open; who gave a reason for opening it early has been warned."""
    vote = next((one for one in replay.votes if one.activity == running.id and not one.closed_at), None)
    if vote is None or vote.kind == "yes_no":
        return {}
    cards = [card for card in replay.cards if card.activity == running.id]
    found: dict[str, float] = {}
    if not vote.reason:
        diamond = STEP_BY_ID[running.step].diamond if running.step in STEP_BY_ID else 0
        found["directions_at_vote"] = replay.directions.width.get(diamond, 0)
        rate = new_theme_rate(themes_as_they_came(cards))
        found |= {"new_theme_rate_at_vote": rate} if isinstance(rate, float) else {}
    if seen is not None:
        people = {seat.id for seat in replay.seats if seat.role == "participant" and not seat.removed_at}
        authors = {card.id: card.seat for card in cards if card.status in OPEN and card.lane != THEMES}
        if len(people) >= 2 and authors:
            found["unseen_share"] = 1 - seen_by_all(authors, seen, people).by_another
    return found


def _of_what_was_chosen(replay: Replay) -> dict[str, float]:
    ideate = {activity.id for activity in replay.activities if activity.step == "ideate"}
    kept = [card for card in replay.written if card.activity in ideate and card.status == "kept"]
    found: dict[str, float] = {}
    if len(kept) >= LEAST_FINALISTS and all(card.theme for card in kept):
        found["finalist_themes"] = len({card.theme for card in kept})
    votes = [vote for vote in replay.votes if vote.activity in ideate]
    original = {vote.activity for vote in votes if vote.kind == "original"}
    closed = {vote.activity for vote in votes if vote.kind == "dots" and vote.closed_at}
    return found | {"votes_without_original": len(closed - original)}


def _of_evidence(replay: Replay) -> dict[str, float]:
    boards = {activity.id: activity for activity in replay.activities}
    open_cards = [card for card in replay.written if card.status in OPEN and card.activity in boards]
    problems = [card for card in open_cards if boards[card.activity].method in PROBLEMS]
    tests = [card for card in open_cards if boards[card.activity].method == TEST_CARD]
    threads, inside = threads_of(replay.cards, replay.links), lie_in_themes(replay.cards)
    by_id = {card.id: card for card in replay.cards}
    return {
        "problems_on_assumptions": sum(_is_assumed(card, threads, inside, by_id, boards) for card in problems),
        "tests_without_number": sum(
            not any(sign.isdigit() for sign in str(card.fields.get("criterion", ""))) for card in tests
        ),
    }


def _is_assumed(
    card: Card,
    threads: Threads,
    inside: Mapping[str, list[str]],
    by_id: Mapping[str, Card],
    boards: Mapping[str, Activity],
) -> bool:
    """Whether it rests on no observation, neither by a link nor in its own words."""
    below = threads.all_below(card.id, inside)
    return not card.fields.get("evidence") and not any(is_observation(by_id[one], boards) for one in below)
