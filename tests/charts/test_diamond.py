"""The diamond that a workshop draws: its stretches, its area, what it says; the sample beside a hasty workshop."""

from datetime import UTC, datetime

import pytest

from cx_workshop.charts import Drawing
from cx_workshop.charts.diamond import draw_diamond
from cx_workshop.charts.diamond_frames import (
    LONGEST_BREAK,
    MOMENTS,
    Course,
    area_frame,
    course_of,
    ideal_frame,
    peak_frame,
    stretch_frame,
)
from cx_workshop.charts.drawing import records
from cx_workshop.process import STEPS
from cx_workshop.storage import Store, queries
from cx_workshop.tracking import Replay
from cx_workshop.verbs.demo import fill_demo
from tests.charts.conftest import layers
from tests.tracking.told import Log

NAMES = {step.id: step.id.capitalize() for step in STEPS}


def drawn(log: Log, *, until: int | None = None, is_over: bool = True) -> tuple[Course, Drawing]:
    past = Replay().until(log, until) if until else None
    course = course_of(Replay(log), NAMES, until=past, is_over=is_over)
    return course, draw_diamond(course)


def workshop() -> Log:
    """Six cards found and five parked, then four ideas of which two are; a day lies in between."""
    log = Log("empathize/empathy_map", "define/how_might_we", "ideate/silent_writing")
    log.open("empathy_map")
    for number in range(6):
        log.add(f"e{number}", "empathy_map", 1 + number)
    log.close("empathy_map", 10)
    log.open("how_might_we", 10)
    for number in range(5):
        log.change(f"e{number}", 12 + number, status="parked")
    log.close("how_might_we", 20)
    log.open("silent_writing", 20 + 24 * 60)
    for number in range(4):
        log.add(f"i{number}", "silent_writing", 21 + 24 * 60)
    log.say("decision_recorded", 22 + 24 * 60, decisions={"d": {"what": "We *go* on", "recorded_at": ""}})
    for number in range(3):
        log.change(f"i{number}", 23 + 24 * 60, status="parked")
    log.close("silent_writing", 30 + 24 * 60)
    return log


def test_each_stretch_shows_the_diamond_that_is_worked_on_and_a_night_is_short() -> None:
    course, drawing = drawn(workshop())
    stretches = stretch_frame(course)
    assert stretches[["step", "start", "end"]].to_numpy().tolist() == [
        ["empathize", 0, 10],
        ["define", 10, 20 + LONGEST_BREAK],
        ["ideate", 20 + LONGEST_BREAK, 30 + LONGEST_BREAK],
    ]
    peaks = peak_frame(area_frame(course, stretches))
    assert peaks["width"].tolist() == [6, 1, 4, 1]
    assert drawing.sentences == [
        "Diamond 1 (the problem): widest at minute 6 with 6 open directions, closed to 1.",
        "Diamond 2 (the solution): widest at minute 31 with 4 open directions, closed to 1.",
        "Decisions, as amber marks: We *go* on (minute 32).",
        "Long breaks are drawn short.",
    ]
    assert drawing.table.columns.tolist() == ["Minute", "Step", "Diamond", "Open directions", "Decision"]
    assert [mark for mark, _ in layers(drawing.panels[0].chart)] == [
        "line", "area", "rect", "text", "text", "rule", "point",
    ]  # fmt: skip


def test_looking_back_shows_what_was_then_and_what_is_to_come_as_an_outline() -> None:
    log = workshop()
    course, drawing = drawn(log, until=9)
    assert drawing.sentences == [
        "Diamond 1 (the problem), open directions: 6; it has not closed yet.",
        "Long breaks are drawn short.",
    ]
    stretches = stretch_frame(course)
    assert area_frame(course, stretches)["step"].unique().tolist() == ["empathize"]
    assert stretches["step"].tolist() == ["empathize", "define", "ideate"]
    assert [mark for mark, _ in layers(drawing.panels[0].chart)][-1] == "rule"
    now = log[:9]
    live = course_of(Replay(now), NAMES)
    assert area_frame(live, stretch_frame(live)).equals(area_frame(course, stretches))


def test_the_outline_closes_where_the_next_diamond_begins() -> None:
    course, _drawing = drawn(workshop())
    stretches = stretch_frame(course)
    outline = ideal_frame(area_frame(course, stretches), stretches)
    one = outline[outline["side"] == "11"]
    assert one[["minute", "width"]].to_numpy().tolist() == [[0, 0], [10, 6], [20 + LONGEST_BREAK, 0]]


def test_what_is_planned_follows_unless_the_workshop_is_over() -> None:
    log = Log("empathize/empathy_map", "ideate/silent_writing", minutes=20)
    log.open("empathy_map")
    log.add("e", "empathy_map", 5)
    course, _drawing = drawn(log, is_over=False)
    assert stretch_frame(course)[["start", "end"]].to_numpy().tolist() == [[0, 20], [20, 40]]
    course, _drawing = drawn(log)
    assert stretch_frame(course)["end"].tolist() == [5]


@pytest.mark.parametrize("log", [Log(), Log("empathize/empathy_map")], ids=["empty", "only planned"])
def test_nothing_begun_says_so(log: Log) -> None:
    assert drawn(log)[1].sentences == ["Not yet: the diamond begins when the first activity opens."]


@pytest.mark.parametrize("cards", [0, 1])
def test_a_board_with_hardly_a_card_is_drawn(cards: int) -> None:
    log = Log("empathize/empathy_map")
    log.open("empathy_map")
    for _number in range(cards):
        log.add("e", "empathy_map", 0)
    assert drawn(log)[1].panels


def test_of_many_changes_the_widest_and_the_last_are_drawn() -> None:
    log = Log("empathize/empathy_map")
    log.open("empathy_map")
    for number in range(3000):
        log.add(f"e{number}", "empathy_map", number / 100)
    for number in range(1500):
        log.change(f"e{number}", 30 + number / 100, status="parked")
    log.close("empathy_map", 46)
    course, drawing = drawn(log)
    area = area_frame(course, stretch_frame(course))
    assert len(area) <= 2 * MOMENTS + 2
    assert (area["width"].max(), area["width"].iloc[-1]) == (3000, 1500)
    assert len(drawing.table) <= 2 * MOMENTS + 2


def shape(course: Course) -> dict[int, tuple[int, int, float]]:
    """Of each diamond how wide it became and ended, and when in its own time it was widest, from 0 to 1."""
    area = area_frame(course, stretch_frame(course))
    found = {}
    for diamond, one in area.groupby("diamond"):
        top, end = records(peak_frame(area)[lambda peaks, diamond=diamond: peaks["diamond"] == diamond])
        start = one["minute"].iloc[0]
        found[int(str(diamond))] = (top["width"], end["width"], (top["minute"] - start) / (end["minute"] - start))
    return found


def sample(store: Store) -> Course:
    created = fill_demo(store, language="en", start=datetime(2026, 11, 23, 9, tzinfo=UTC))
    with store.reading() as db:
        known = queries.workshop_by_code(db, created.data["code"])
        assert known is not None
        return course_of(Replay(queries.events_of(db, known.id)), NAMES, is_over=True)


def test_the_sample_takes_its_time_to_open_and_a_hasty_workshop_does_not(store: Store) -> None:
    for most, _left, when in shape(sample(store)).values():
        assert most >= 20
        assert when > 0.1
    hasty = Log("empathize/empathy_map", "define/how_might_we")
    hasty.open("empathy_map")
    for number in range(8):
        hasty.add(f"e{number}", "empathy_map", 0.5)
    for number in range(7):
        hasty.change(f"e{number}", 2, status="parked")
    hasty.close("empathy_map", 20)
    hasty.open("how_might_we", 20)
    hasty.close("how_might_we", 40)
    course, drawing = drawn(hasty)
    most, left, when = shape(course)[1]
    assert (most, left) == (8, 1)
    assert when < 0.05
    assert drawing.sentences == ["Diamond 1 (the problem): widest at minute 0 with 8 open directions, closed to 1."]
