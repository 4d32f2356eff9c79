"""Guidance: what the figures say at which moment, and that at most one hint is shown."""

from datetime import datetime, timedelta

import pytest

from cx_workshop.content import guidance
from cx_workshop.content.guidance import FIGURES
from cx_workshop.tracking import Replay, Shown, guidance_figures, next_hint
from tests.tracking.told import START, Log

METHODS = (
    "empathize/evidence_wall", "define/themes", "define/core_problem", "ideate/silent_writing", "ideate/idea_themes",
    "prototype/test_card", "test/decision",
)  # fmt: skip
PEOPLE = "abcd"


def minute(number: float) -> datetime:
    return START + timedelta(minutes=number)


def told(log: Log, at: float, **more: object) -> dict[str, float]:
    return guidance_figures(Replay(log), now=minute(at), **more)  # type: ignore[arg-type]


@pytest.fixture
def log() -> Log:
    return Log(*METHODS, people=PEOPLE)


def test_nothing_is_said_of_an_empty_workshop(log: Log) -> None:
    figures = told(log, 0)
    assert set(figures) <= set(FIGURES)
    assert next_hint(guidance(), figures, [], now=minute(0)) is None
    assert next_hint(guidance(), guidance_figures(Replay(), now=minute(0)), [], now=minute(0)) is None


def test_a_silent_third_and_one_voice_are_told_of(log: Log) -> None:
    for card in range(12):
        log.add(str(card), "silent_writing", card, seat="a" if card < 8 else "b")
    assert (told(log, 20)["silent_share"], told(log, 20)["most_share"]) == (0.5, 8 / 12)
    assert "silent_share" not in told(Log(*METHODS, people="a"), 20)


def test_writing_that_stops_is_told_of_once_it_was_under_way(log: Log) -> None:
    log.open("silent_writing", 0)
    for card in range(20):
        log.add(str(card), "silent_writing", card / 4, seat=PEOPLE[card % 4])
    early, late = told(log, 5), told(log, 12)
    assert (early["writers_share"], "rate_left" in early) == (1, False)
    assert (late["writers_share"], late["rate_left"], late["minutes_without_prompts"]) == (0, 0, 12)
    log.say("cards_hidden", 12, activities={"silent_writing": {"hidden": True, "shape": {"prompts": True}}})
    assert {"writers_share", "minutes_without_prompts"}.isdisjoint(told(log, 12))


def test_time_over_and_no_decision_before_the_end_are_told_of(log: Log) -> None:
    log.open("decision", 0)
    for other in METHODS[:-1]:
        log.say("activity_dropped", 1, activities={other.partition("/")[2]: {"status": "dropped"}})
    assert (told(log, 10)["minutes_over"], told(log, 10)["minutes_left_undecided"]) == (0, 10)
    assert told(log, 25)["minutes_over"] == 5
    log.add("verdict", "decision", 12)
    assert "minutes_left_undecided" not in told(log, 12)


def test_an_early_vote_is_told_of_unless_there_is_a_reason(log: Log) -> None:
    log.open("idea_themes", 0)
    for card in range(30):
        if card % 5 == 0:
            log.theme(f"theme {card}", "idea_themes")
        log.add(str(card), "idea_themes", card, theme=f"theme {card - card % 5}", seat="a")
    assert "directions_at_vote" not in told(log, 31)
    log.say("vote_opened", 31, votes={"v": {"activity": "idea_themes"}})
    figures = told(log, 32, seen={str(card): {"a", "b"} for card in range(15)})
    assert (figures["directions_at_vote"], figures["new_theme_rate_at_vote"], figures["unseen_share"]) == (6, 0.5, 0.5)
    log.say("vote_opened", 33, votes={"v": {"reason": "Time"}})
    assert {"directions_at_vote", "new_theme_rate_at_vote", "unseen_share"}.isdisjoint(told(log, 33))


def test_a_choice_of_the_feasible_and_of_one_theme_is_told_of(log: Log) -> None:
    log.theme("theme", "idea_themes")
    for card in "xyz":
        log.add(card, "idea_themes", theme="theme", status="kept")
    log.say("vote_closed", 1, votes={"v": {"activity": "idea_themes", "closed_at": "now"}})
    assert (told(log, 1)["finalist_themes"], told(log, 1)["votes_without_original"]) == (1, 1)
    log.say("vote_opened", 2, votes={"o": {"activity": "idea_themes", "kind": "original"}})
    assert told(log, 2)["votes_without_original"] == 0


def test_problems_without_evidence_and_tests_without_a_number_are_told_of(log: Log) -> None:
    log.add("guess", "evidence_wall", fields={"label": "assumption"})
    log.add("seen", "evidence_wall", fields={"label": "observation"})
    log.add("problem", "core_problem")
    log.add("grounded", "core_problem", fields={"evidence": ["Six of ten said so"]})
    log.say("cards_linked", 1, links={"l": {"card": "problem", "rests_on": "guess"}})
    log.add("vague", "test_card", fields={"criterion": "Most like it"})
    log.add("sharp", "test_card", fields={"criterion": "6 of 10 come back"})
    assert (told(log, 1)["problems_on_assumptions"], told(log, 1)["tests_without_number"]) == (1, 1)
    log.say("cards_linked", 1, links={"m": {"card": "problem", "rests_on": "seen"}})
    assert told(log, 1)["problems_on_assumptions"] == 0


def test_low_coverage_is_told_of_while_a_problem_is_defined(log: Log) -> None:
    for card in range(12):
        log.theme(f"theme {card}", "themes")
        log.add(str(card), "themes", theme=f"theme {card}")
    assert "coverage" not in told(log, 1)
    log.open("themes", 1)
    assert told(log, 1)["coverage"] == 0


FIGURES_NOW = {"most_share": 0.6, "silent_share": 0.4}


def hint(figures: dict[str, float], shown: list[Shown], at: float, activity: str = "a") -> str | None:
    found = next_hint(guidance(), figures, shown, now=minute(at), activity=activity)
    return found.id if found else None


def test_the_most_important_hint_is_shown_alone() -> None:
    assert hint(FIGURES_NOW, [], 0) == "one_voice"


def test_a_hint_stays_until_it_is_answered_or_no_longer_true() -> None:
    shown = [Shown("one_voice", minute(0), "a")]
    assert hint(FIGURES_NOW, shown, 1) == "one_voice"
    assert hint(FIGURES_NOW, shown, 60) == "one_voice"
    assert hint({"silent_share": 0.4}, shown, 1) is None
    assert hint({"silent_share": 0.4}, shown, 3) == "silent_people"


@pytest.mark.parametrize("answer", ["dismissed", "followed"])
def test_an_answered_hint_is_followed_by_another_three_minutes_later_at_the_earliest(answer: str) -> None:
    shown = [Shown("one_voice", minute(0), "a", answer)]  # type: ignore[arg-type]
    assert hint(FIGURES_NOW, shown, 2.9) is None
    assert hint(FIGURES_NOW, shown, 3) == "silent_people"
    assert hint(FIGURES_NOW, shown, 30, activity="b") == "one_voice"


def test_time_that_is_up_is_told_at_once_but_not_again_once_answered() -> None:
    figures = FIGURES_NOW | {"minutes_over": 2}
    shown = [Shown("one_voice", minute(0), "a")]
    assert hint(figures, shown, 1) == "time_is_up"
    assert hint(figures, [*shown, Shown("time_is_up", minute(1), "a", "dismissed")], 2) is None


def test_a_clock_that_was_set_back_does_not_silence_hints() -> None:
    assert hint(FIGURES_NOW, [Shown("one_voice", minute(100), "a", "dismissed")], 0) == "silent_people"
