"""The diamond: what counts as an open direction, told from the log."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx_workshop.content.shape import THEMES
from cx_workshop.process import STEP_BY_ID
from cx_workshop.storage import Store, queries
from cx_workshop.tracking import Replay, directions_table
from cx_workshop.verbs.demo import fill_demo
from tests.conftest import Room
from tests.tracking.told import Log

METHODS = (
    "empathize/empathy_map",
    "define/themes",
    "ideate/idea_themes",
    "prototype/concept_card",
    "test/feedback_grid",
)


def widths(log: Log) -> tuple[int, int]:
    width = Replay(log).directions.width
    return width[1], width[2]


def test_a_card_in_no_theme_is_a_direction_of_its_diamond() -> None:
    log = Log(*METHODS)
    for number, method in enumerate(METHODS):
        log.add(f"card {number}", method.partition("/")[2])
    assert widths(log) == (2, 3)
    assert dict(Replay(log).directions.by_step) == dict.fromkeys(STEP_BY_ID, 1)


@pytest.mark.parametrize(("status", "width"), [("kept", 1), ("open", 1), ("parked", 0), ("merged", 0), ("removed", 0)])
def test_a_card_is_open_until_it_is_parked_merged_or_removed(status: str, width: int) -> None:
    log = Log(*METHODS)
    log.add("card", "empathy_map")
    log.change("card", status=status)
    assert widths(log) == (width, 0)
    log.change("card", status="open")
    assert widths(log) == (1, 0)


def test_a_theme_is_one_direction_however_many_cards_lie_in_it() -> None:
    log = Log(*METHODS)
    log.theme("theme", "themes")
    assert widths(log) == (0, 0)
    for number in range(3):
        log.add(f"card {number}", "themes")
        log.change(f"card {number}", theme="theme")
    assert widths(log) == (1, 0)
    log.change("card 0", theme=None)
    assert widths(log) == (2, 0)
    for number in range(3):
        log.change(f"card {number}", status="parked")
    assert widths(log) == (0, 0)


def test_what_lies_in_a_parked_theme_is_closed_with_it() -> None:
    log = Log(*METHODS)
    log.theme("theme", "themes")
    log.add("card", "themes", theme="theme")
    log.change("theme", status="parked")
    assert widths(log) == (0, 0)
    log.change("theme", status="kept")
    assert widths(log) == (1, 0)


def test_what_lay_in_a_removed_theme_is_in_none() -> None:
    log = Log(*METHODS)
    log.theme("theme", "themes")
    for card in ("one", "two"):
        log.add(card, "themes", theme="theme")
    log.change("theme", status="removed")
    assert widths(log) == (2, 0)


def test_a_theme_that_moves_to_another_step_takes_its_direction_along() -> None:
    log = Log(*METHODS)
    log.theme("theme", "themes")
    log.add("card", "themes", theme="theme")
    log.change("theme", activity="idea_themes")
    assert widths(log) == (0, 1)
    log.say("agenda_changed", 0, activities={"idea_themes": {"step": "define"}})
    assert widths(log) == (1, 0)


def test_what_a_method_lays_and_what_a_survey_asks_are_no_directions() -> None:
    log = Log("empathize/paradoxes", "test/sus_form")
    starters = {f"starter {number}": {"activity": "paradoxes", "lane": "statements"} for number in range(3)}
    log.say("activity_opened", 0, cards=starters, activities={"paradoxes": {"status": "open"}})
    log.add("answer", "sus_form", seat="a")
    assert widths(log) == (0, 0)
    assert Replay(log).additions == []


def test_events_of_the_first_schema_are_told_as_well() -> None:
    """It knew no themes, rows and votes, so its cards name no such column."""
    log = Log("empathize/empathy_map")
    row = {"activity": "empathy_map", "seat": "a", "lane": "says", "text": "They wait", "status": "open"}
    log.say("card_added", 1, cards={"card": row})
    log.say("card_parked", 2, cards={"card": {"status": "parked"}})
    log.say("act_undone", 3, cards={"card": {"status": "open"}}, events={"c2": {"undone": True}})
    assert directions_table(Replay(log))["diamond_1"].to_list() == [1, 0, 1]
    [card] = Replay(log).cards
    assert (card.theme, card.row, card.hidden, card.lane) == (None, "", False, "says")


def test_a_clock_that_jumps_back_does_not_turn_time_around() -> None:
    log = Log("empathize/empathy_map")
    for card, minute in (("one", 10), ("two", 20), ("three", -40), ("four", -30)):
        log.add(card, "empathy_map", minute)
    assert directions_table(Replay(log))["minute"].to_list() == [0, 10, 10, 20]


def test_an_event_that_comes_twice_counts_once() -> None:
    log = Log("empathize/empathy_map")
    log.add("one", "empathy_map")
    replay = Replay(log)
    replay.take_all(log)
    assert (replay.directions.width[1], len(replay.additions)) == (1, 1)


def test_an_empty_log_is_an_empty_table() -> None:
    table = directions_table(Replay())
    steps = [*STEP_BY_ID]
    assert [*table.columns] == ["seq", "at", "minute", *steps, "diamond_1", "diamond_2"]
    assert len(table) == 0 and [str(kind) for kind in table.dtypes[3:]] == ["int64"] * 7


NAMES = [f"card {number}" for number in range(5)]
STATUS = st.sampled_from(["open", "kept", "parked", "merged", "removed"])
ACTS = st.one_of(
    st.tuples(st.just("status"), st.sampled_from([*NAMES, "x", "y"]), STATUS),
    st.tuples(st.just("theme"), st.sampled_from(NAMES), st.sampled_from([None, "x", "y"])),
    st.tuples(st.just("activity"), st.sampled_from([*NAMES, "x", "y"]), st.sampled_from(["themes", "idea_themes"])),
)


def counted(replay: Replay) -> dict[int, int]:
    """The definition, word for word, over the rows."""
    cards = {card.id: card for card in replay.cards}
    steps = {activity.id: activity.step for activity in replay.activities}
    is_open = {id for id, card in cards.items() if card.status in ("open", "kept")}
    found = {1: 0, 2: 0}
    for card in (cards[id] for id in is_open):
        if card.lane == THEMES:
            direction = any(other.theme == card.id and other.id in is_open for other in cards.values())
        else:
            direction = card.theme not in cards or cards[card.theme].status in ("merged", "removed")
        found[STEP_BY_ID[steps[card.activity]].diamond] += direction
    return found


@settings(derandomize=True, database=None, deadline=None)
@given(st.permutations([*NAMES, "x", "y"]), st.lists(ACTS, max_size=40))
def test_width_is_as_defined_after_each_event_and_in_each_replay(
    order: list[str], acts: list[tuple[str, str, str]]
) -> None:
    log = Log("define/themes", "ideate/idea_themes")
    for card in order:
        log.add(card, "themes", lane=THEMES if card in "xy" else "notes")
    for column, card, value in acts:
        log.change(card, **{column: value})
    live = Replay()
    for event in log:
        live.take(event)
        assert live.directions.width == counted(live)
        assert Replay(log[: event.seq]).directions.width == live.directions.width
    assert live.widths == Replay().until(log, len(log)).widths


@settings(derandomize=True, database=None, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_simultaneous_events_does_not_matter(order: list[int]) -> None:
    log = Log("define/themes", "ideate/idea_themes")
    for card in NAMES:
        log.add(card, "themes")
    log.theme("x", "themes")
    before = len(log)
    for card in NAMES[:3]:
        log.change(card, theme="x")
    log.change(NAMES[3], status="parked")
    log.change(NAMES[4], status="kept")
    log.theme("y", "idea_themes")
    shuffled = [replace(log[before + place], seq=before + 1 + new) for new, place in enumerate(order)]
    assert Replay([*log[:before], *shuffled]).directions.width == Replay(log).directions.width == {1: 2, 2: 0}


def test_rows_told_from_the_log_are_those_of_the_database(store: Store) -> None:
    created = fill_demo(store, language="en", start=datetime(2026, 11, 23, 9, tzinfo=UTC))
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, created.data["code"])
        assert workshop is not None
        replay = Replay(queries.events_of(db, workshop.id))
        by_id = {row.id: row for row in queries.cards_of(db, workshop.id)}
        assert {row.id: row for row in replay.cards} == by_id
        assert replay.activities == queries.activities_of(db, workshop.id)
        assert {row.id: row for row in replay.links} == {row.id: row for row in queries.links_of(db, workshop.id)}
        assert {row.id for row in replay.seats} == {row.id for row in queries.seats_of(db, workshop.id)}


def test_votes_and_decisions_told_from_the_log_are_those_of_the_database(room: Room) -> None:
    board = room.open()
    cards = [room.add(room.participant, board, text) for text in ("one", "two", "three")]
    room.act(room.facilitator, "park_card", card=cards[2])
    vote = room.act(room.facilitator, "open_vote", activity=board, dots=2, per_card=1).data["vote"]
    room.act(room.other, "cast_dot", vote=vote, card=cards[0], dot="0" * 32)
    room.act(room.facilitator, "close_vote", vote=vote)
    room.act(room.facilitator, "record_decision", what="We go on", card=cards[0])
    with room.store.reading() as db:
        replay = Replay(queries.events_of(db, room.workshop.id))
        assert replay.votes == queries.votes_on(db, board)
        assert replay.dots == queries.dots_of(db, room.workshop.id)
        assert replay.decisions == queries.decisions_of(db, room.workshop.id)
    assert replay.candidates == {vote: 2}
