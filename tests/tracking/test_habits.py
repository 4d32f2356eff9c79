"""The wheel of five, counted from what was done, beside what people say."""

import math

import pytest

from cx_workshop.tracking import Replay, habit_level, habits_done, habits_table, self_scores
from tests.tracking.told import Log


def told() -> Replay:
    log = Log(
        "ideate/crazy_eights", "prototype/test_card", "prototype/concept_card", "test/test_session", "test/habits"
    )
    log.add("sketch", "crazy_eights", fields={"image": {"image": "i", "alt": ""}})
    log.add("thrown away", "crazy_eights", status="removed")
    log.add("test", "test_card", fields={"result": "Six of ten"})
    log.add("concept", "concept_card", x=0.5)
    for number in range(3):
        log.add(f"seen {number}", "test_session")
    log.say("round_begun", 5, activities={"test_session": {"round": 2, "opened_at": "now", "status": "open"}})
    log.add("said", "habits", fields={"visualise": 4, "prototype": 1})
    log.add("and said", "habits", fields={"visualise": 3})
    return Replay(log)


def test_habits_are_counted_from_what_was_done() -> None:
    assert habits_done(told().cards, told().activities) == {
        "visualise": 2, "experiment": 3, "create": 1, "prototype": 1, "feedback": 3,
    }  # fmt: skip


def test_what_was_done_stands_beside_what_people_say() -> None:
    table = habits_table(told().cards, told().activities).set_index("habit")
    assert table["level"].to_dict() == {"visualise": 2, "experiment": 2, "create": 1, "prototype": 1, "feedback": 2}
    assert table.loc["visualise", ["said", "answers"]].tolist() == [3.5, 2]
    assert math.isnan(table.loc["feedback", "said"]) and table.loc["feedback", "answers"] == 0


@pytest.mark.parametrize(("done", "level"), [(0, 0), (1, 1), (3, 2), (4, 3), (15, 4), (16, 5), (5000, 5)])
def test_each_ring_of_the_wheel_takes_twice_as_much(done: int, level: int) -> None:
    assert habit_level(done) == level


def test_self_scores_are_told_round_by_round() -> None:
    table = self_scores(told().cards, told().activities, "test/habits")
    assert table[["round", "field", "mean", "answers"]].to_numpy().tolist() == [
        [1, "visualise", 3.5, 2],
        [1, "prototype", 1.0, 1],
    ]


def test_seven_skills_are_told_before_and_after() -> None:
    log = Log("test/seven_skills")
    log.add("before", "seven_skills", fields={"visual": 1, "stories": 4})
    again = {"position": 2, "step": "test", "method": "test/seven_skills", "round": 2}
    log.say("round_begun", 60, activities={"again": again})
    log.add("after", "again", 61, fields={"visual": 3, "stories": 4})
    table = self_scores(Replay(log).cards, Replay(log).activities, "test/seven_skills")
    assert table.pivot(index="field", columns="round", values="mean").to_dict() == {
        1: {"stories": 4, "visual": 1},
        2: {"stories": 4, "visual": 3},
    }


def test_nothing_done_is_an_empty_wheel() -> None:
    table = habits_table([], [])
    assert table["done"].to_list() == table["level"].to_list() == table["answers"].to_list() == [0] * 5
    assert self_scores([], [], "test/habits").empty
