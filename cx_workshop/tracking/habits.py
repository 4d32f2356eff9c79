"""The wheel of five, counted from what a team did, beside what people say of themselves."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from cx_workshop.content import methods
from cx_workshop.model import Activity, Card

HABITS = ("visualise", "experiment", "create", "prototype", "feedback")
"""As the fields of the method test/habits are called."""
SELF_SCORES = "test/habits"
EXPERIMENTS = frozenset(("prototype/test_card", "prototype/assumptions_map"))
FEEDBACK = frozenset(
    ("test/test_session", "test/feedback_grid", "test/learning_card", "test/experience_again", "test/nps_test",
     "test/sus_form")
)  # fmt: skip
MOST = 5


def habits_done(cards: Iterable[Card], activities: Iterable[Activity]) -> dict[str, int]:
    """Habit -> how often it shows in what people wrote and did.

    Visualise: cards with a picture, or laid out on a plane. Experiment: tests and assumptions set up, results that came
    in, and activities done once more. Create: ideas. Prototype: what was made to be tried. Feedback: what people said
    and did with it. One card may show several.
    Source: the course summary (S3), where the wheel of five comes from.
    """
    boards = {activity.id: activity for activity in activities}
    done = Counter({"experiment": sum(board.round > 1 and board.opened_at is not None for board in boards.values())})
    for card in cards:
        board = boards.get(card.activity)
        if board is None or card.status == "removed":
            continue
        done["visualise"] += _shows_something(card)
        done["experiment"] += (board.method in EXPERIMENTS) + bool(card.fields.get("result"))
        done["create"] += board.step == "ideate"
        done["prototype"] += board.step == "prototype" and board.method not in EXPERIMENTS
        done["feedback"] += board.method in FEEDBACK
    return {habit: done[habit] for habit in HABITS}


def habit_level(done: int) -> int:
    """How far along a spoke, from 0 to 5: none, once, twice, four, eight, sixteen times and more."""
    return min(MOST, done.bit_length())


def habits_table(cards: Iterable[Card], activities: Iterable[Activity]) -> pd.DataFrame:
    """habit, done, level (0 to 5), said: the mean of what people say from 1 to 5, missing where nobody has; answers."""
    found, boards = list(cards), list(activities)
    done = habits_done(found, boards)
    said = self_scores(found, boards, SELF_SCORES).groupby("field")[["mean", "answers"]].last()
    return pd.DataFrame(
        {
            "habit": HABITS,
            "done": [done[habit] for habit in HABITS],
            "level": [habit_level(done[habit]) for habit in HABITS],
            "said": said["mean"].reindex(HABITS).to_numpy(dtype="float64"),
            "answers": said["answers"].reindex(HABITS).fillna(0).to_numpy(dtype="int64"),
        }
    )


def self_scores(cards: Iterable[Card], activities: Iterable[Activity], method: str) -> pd.DataFrame:
    """What people say of themselves on the scales of a method, round by round, so that before stands beside after.

    activity, round, field, mean, answers; in the order of the agenda.
    """
    found = list(cards)
    scales = [field.id for field in methods()[method].board.fields if field.kind == "scale"]
    rows: list[tuple[Any, ...]] = []
    for board in sorted((one for one in activities if one.method == method), key=lambda one: one.position):
        answers = [card for card in found if card.activity == board.id and card.status not in ("removed", "merged")]
        for field in scales:
            given = [card.fields[field] for card in answers if isinstance(card.fields.get(field), int)]
            if given:
                rows.append((board.id, board.round, field, sum(given) / len(given), len(given)))
    columns = {"activity": "str", "round": "int64", "field": "str", "mean": "float64", "answers": "int64"}
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def _shows_something(card: Card) -> bool:
    return card.x is not None or any(isinstance(value, dict) and value.get("image") for value in card.fields.values())
