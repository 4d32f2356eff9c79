"""All figures at once: for any log numbers in their range or the reason why there are none."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx_workshop.tracking import NotYet, Replay, SaturationCurve, all_figures, curves
from cx_workshop.tracking.figures import plain
from tests.tracking.told import Log

METHODS = ("empathize/evidence_wall", "define/themes", "ideate/silent_writing", "test/decision")
BOARDS = [method.partition("/")[2] for method in METHODS]
SHARES = ("convergence", "evenness", "coverage")


def test_an_empty_log_gives_reasons_and_noughts() -> None:
    found = all_figures(Replay())
    for diamond in found["diamonds"].values():
        assert (diamond.width, diamond.widest, diamond.fluency, diamond.flexibility) == (0, 0, 0, 0)
        assert all(isinstance(getattr(diamond, share), NotYet) for share in (*SHARES, "new_theme_rate"))
    assert (found["votes"], found["curves"], found["idea_rate"]) == ([], {}, 0)


def test_figures_of_themes_are_those_of_the_open_cards_of_their_diamond() -> None:
    log = Log(*METHODS)
    for place, number in enumerate([12, 8, 6, 5, 4, 3, 1, 1]):
        log.theme(f"theme {place}", "themes")
        for card in range(number):
            log.add(f"{place} {card}", "themes", card, theme=f"theme {place}")
    first, second = all_figures(Replay(log))["diamonds"].values()
    assert (first.width, first.fluency, first.flexibility, second.width) == (8, 40, 8, 0)
    assert [round(one, 2) for one in (first.effective_themes, first.dominant_themes, first.evenness)] == [
        6.27,
        5.41,
        0.88,
    ]
    assert first.new_theme_rate == 0


def test_a_diamond_that_was_wide_tells_how_wide() -> None:
    log = Log(*METHODS)
    for card in "abc":
        log.add(card, "evidence_wall")
    for card in "ab":
        log.change(card, status="parked")
    first = all_figures(Replay(log))["diamonds"][1]
    assert (first.width, first.widest) == (1, 3)


def test_the_curve_of_an_activity_is_counted_from_its_opening() -> None:
    log = Log(*METHODS)
    log.open("silent_writing", 100)
    minute = 100.0
    for card in range(30):
        minute += 1 / (30.5 - card)
        log.add(f"idea {card}", "silent_writing", minute)
    found = curves(Replay(log))
    assert [*found] == ["silent_writing"]
    curve = found["silent_writing"]
    assert isinstance(curve, SaturationCurve) and round(curve.c) == 31


def test_figures_are_json_without_numbers_that_are_none() -> None:
    text = json.dumps(plain(all_figures(Replay(Log(*METHODS, people="ab")))), allow_nan=False)
    assert json.loads(text)["participation"]["gini"] == {"not_yet": "Not yet, because nobody has contributed anything."}


ACTS = st.tuples(
    st.sampled_from(["add", "theme", "status", "inside", "open", "close", "leave", "vote", "link", "decide"]),
    st.integers(0, 9),
    st.integers(0, 9),
    st.floats(-100, 1000),
)


def act(log: Log, kind: str, this: int, other: int, minute: float) -> None:
    status = ["open", "kept", "parked", "merged", "removed"][other % 5]
    card, board = f"card {this}", BOARDS[other % len(BOARDS)]
    match kind:
        case "add":
            log.add(card, board, minute, seat="abc"[other % 3])
        case "theme":
            log.theme(f"card {other}", "themes", minute)
        case "status":
            log.change(card, minute, status=status, merged_into=f"card {other}")
        case "inside":
            log.change(card, minute, theme=f"card {other}")
        case "open":
            log.open(board, minute)
        case "close":
            log.close(board, minute)
        case "leave":
            log.say("seat_removed", minute, seats={"abc"[this % 3]: {"removed_at": "now"}})
        case "vote":
            vote = {"activity": board, "totals": {card: {"dot": other}}, "closed_at": "now"}
            log.say("vote_closed", minute, votes={f"vote {this}": vote})
        case "link":
            log.say("cards_linked", minute, links={f"{this} {other}": {"card": card, "rests_on": f"card {other}"}})
        case "decide":
            log.say("decision_recorded", minute, decisions={f"decision {this}": {"card": card}})


@settings(derandomize=True, database=None, deadline=None, max_examples=150)
@given(st.lists(ACTS, max_size=60), st.integers(0, 60))
def test_any_log_gives_figures_in_their_range_and_a_replay_the_same(acts: list[Any], n: int) -> None:
    log = Log(*METHODS, people="abc")
    for each in acts:
        act(log, *each)
    live = Replay()
    seen = {}
    for event in log:
        live.take(event)
        if event.seq == n:
            seen = plain(all_figures(live))
    if seen:
        assert plain(all_figures(Replay().until(log, n))) == seen
    found = all_figures(live)
    json.dumps(plain(found), allow_nan=False)
    for diamond in found["diamonds"].values():
        assert 0 <= diamond.width <= diamond.widest
        for share in (getattr(diamond, name) for name in SHARES):
            assert isinstance(share, NotYet) or 0 <= share <= 1
    for share in (found["participation"].gini, found["participation"].most, found["evidence"]["share"]):
        assert isinstance(share, NotYet) or 0 <= share <= 1
    assert all(row["spent"] >= 0 for row in found["time"]["activities"])


@pytest.mark.parametrize("people", [1, 2])
def test_all_cards_equal_and_one_person_give_no_figure_that_needs_several(people: int) -> None:
    log = Log(*METHODS, people="ab"[:people])
    for card in range(20):
        log.add(str(card), "silent_writing", 0, seat="a", text="same")
    found = all_figures(Replay(log))
    assert isinstance(found["participation"].gini, NotYet) is (people == 1)
    assert found["curves"] == {}
