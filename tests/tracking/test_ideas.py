"""Ideas: how many, how different, how fast, and whether they are still new."""

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx_workshop.tracking import (
    NotYet,
    Replay,
    SaturationCurve,
    cards_per_theme,
    convergence_ratio,
    flexibility,
    fluency,
    idea_rate,
    new_theme_rate,
    saturation_curve,
    themes_as_they_came,
)
from tests.tracking.told import Log


def board() -> Replay:
    """Six notes and two themes: one kept, one parked, one merged, one removed, two open; one of these in a theme."""
    log = Log("define/themes")
    for theme in ("x", "y"):
        log.theme(theme, "themes")
    for minute, card in enumerate(("kept", "parked", "merged", "removed", "loose", "inside"), start=1):
        log.add(card, "themes", minute)
        if card not in ("loose", "inside"):
            log.change(card, minute, status=card)
    log.change("inside", 7, theme="x")
    log.change("parked", 8, theme="y")
    return Replay(log)


def test_fluency_counts_duplicates_once_and_themes_not_at_all() -> None:
    assert fluency(board().written) == 4


def test_convergence_is_the_share_of_what_was_added_that_was_kept() -> None:
    written, themes = board().written, [card for card in board().cards if card.lane == "themes"]
    assert convergence_ratio(written, themes) == 1 / 5
    assert isinstance(convergence_ratio([]), NotYet)


def test_what_lies_in_a_kept_theme_is_kept() -> None:
    log = Log("define/themes")
    log.theme("x", "themes")
    for card in ("in", "out"):
        log.add(card, "themes")
    log.change("in", theme="x")
    log.change("x", status="kept")
    replay = Replay(log)
    assert convergence_ratio(replay.written, replay.cards) == 1 / 2


def test_themes_are_counted_by_their_open_cards() -> None:
    assert cards_per_theme(board().cards) == {"x": 1}
    assert flexibility(board().cards) == 1
    assert themes_as_they_came(board().cards) == ["y", "x"]


@pytest.mark.parametrize(
    ("themes", "rate"),
    [
        ("abcd" * 5 + "abcdabcdab", 0),
        ("abcd" * 5 + "abcdabcdae", 1 / 4),
        ("abcd" * 5 + "abcdabcdee", 1 / 4),
        ("ab" * 10 + "cd" * 5, 1),
        ("a" * 20 + "e" * 10 + "a" * 10, 0),
    ],
)
def test_new_themes_of_the_last_run_are_measured_by_those_of_the_base(themes: str, rate: float) -> None:
    assert new_theme_rate(themes) == rate


def test_a_rate_of_new_themes_takes_a_base_and_a_run() -> None:
    assert str(new_theme_rate("ab")) == "Not yet, because 2 cards lie in themes and it takes 30."
    assert new_theme_rate("aab", base=2, run=1) == 1
    with pytest.raises(ValueError, match="at least one"):
        new_theme_rate("ab", base=0, run=1)


def test_cards_a_minute_are_told_in_a_moving_window() -> None:
    table = idea_rate([0.1, 0.9, 1.5, 3.0], until=4, window=2)
    assert table.to_dict("list") == {
        "minute": [0, 1, 2, 3, 4],
        "cards": [2, 1, 0, 1, 0],
        "rate": [1.0, 1.5, 0.5, 0.5, 0.5],
        "total": [2, 3, 3, 4, 4],
    }


def test_a_night_between_two_days_costs_no_rows() -> None:
    table = idea_rate([0, 1_000_000], window=2)
    assert table["minute"].to_list() == [0, 1, 2, 1_000_000]
    assert idea_rate([]).empty


@pytest.mark.parametrize(("c", "m"), [(40, 0.2), (120, 0.05)])
def test_a_curve_that_ideas_came_along_is_found(c: float, m: float) -> None:
    times = [t / 10 for t in range(1, 600) if int(c * (1 - exp(-m * t / 10))) > int(c * (1 - exp(-m * (t - 1) / 10)))]
    found = saturation_curve(times)
    assert isinstance(found, SaturationCurve)
    assert (found.c, found.m) == (pytest.approx(c, rel=0.05), pytest.approx(m, rel=0.1))
    assert found.fit > 0.99 and found(0) == 0


@pytest.mark.parametrize(
    ("times", "why"),
    [
        ([], "Not yet, because 0 cards have been written and it takes 10."),
        ([0.0] * 20, "Not yet, because the cards did not come along such a curve."),
        ([float(t) for t in range(30)], "Not yet, because cards still come about as fast as at the start."),
        ([0.0] * 15 + [10.0] * 30, "Not yet, because the cards did not come along such a curve."),
    ],
)
def test_a_curve_that_does_not_fit_is_not_drawn(times: list[float], why: str) -> None:
    assert str(saturation_curve(times)) == why


@settings(derandomize=True, database=None, deadline=None, max_examples=50)
@given(st.lists(st.floats(0, 1e6), max_size=40))
def test_curves_stay_in_their_range(times: list[float]) -> None:
    found = saturation_curve(times)
    assert isinstance(found, NotYet) or (found.c > 0 and found.m > 0 and 0.9 <= found.fit <= 1)
