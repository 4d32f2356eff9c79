"""Who takes part, what votes gather on, where time went: as figures and as tables with fixed columns."""

import pytest

from cx_workshop.model import Seat, Vote
from cx_workshop.tracking import (
    NotYet,
    Participation,
    Replay,
    bands_table,
    cards_a_minute,
    decisions_table,
    directions_table,
    participation,
    participation_table,
    time_by_step,
    time_table,
    vote_focus,
    votes_table,
)
from tests.tracking.told import Log

CARDS_PER_PERSON = {"a": 12, "b": 8, "c": 6, "d": 2, "e": 2, "f": 0}


def room() -> Replay:
    log = Log("ideate/silent_writing", people="abcdef")
    for person, number in CARDS_PER_PERSON.items():
        for card in range(number):
            log.add(f"{person}{card}", "silent_writing", seat=person)
    log.add("nobody's", "silent_writing")
    return Replay(log)


def test_participation_is_as_published() -> None:
    found = participation(room().written, room().seats)
    assert (found.people, found.silent) == (6, 1)
    assert isinstance(found.gini, float) and round(found.gini, 3) == 0.547
    assert found.most == 12 / 30


def test_participation_counts_participants_who_are_there_or_have_written() -> None:
    def seat(id: str, role: str, removed_at: str | None = None) -> Seat:
        return Seat(id, "w", id, role, "", removed_at, True, None, None, None, None)  # type: ignore[arg-type]

    seats = [seat("a", "participant", "gone"), seat("f", "participant", "gone"), seat("b", "facilitator")]
    seats += [seat("c", "participant"), seat("o", "observer"), seat("d", "participant")]
    table = participation_table(room().written, seats)
    assert table.to_dict("list") == {"person": [1, 2, 3], "cards": [12, 6, 2], "share": [0.6, 0.3, 0.1]}


@pytest.mark.parametrize("people", ["", "a", "ab"])
def test_participation_of_too_few_is_not_yet(people: str) -> None:
    replay = Replay(Log("ideate/silent_writing", people=people))
    found = participation(replay.written, replay.seats)
    assert isinstance(found, Participation)
    assert isinstance(found.gini, NotYet) and isinstance(found.most, NotYet)


def test_focus_of_a_vote_is_as_published_beside_chance() -> None:
    totals = {f"card {number}": {"dot": dots} for number, dots in enumerate([9, 6, 3, 1, 1])}
    found = vote_focus(totals, candidates=10)
    assert (found.dots, found.candidates) == (20, 10)
    figures = (found.effective, found.herfindahl, found.by_chance)
    assert [round(one, 3) for one in figures if isinstance(one, float)] == [3.686, 0.32, 0.145]


def test_focus_of_a_vote_in_which_nobody_gave_a_dot_is_not_yet() -> None:
    found = vote_focus({"a": {"concern": 1}}, candidates=3)
    assert all(isinstance(one, NotYet) for one in (found.effective, found.herfindahl, found.by_chance))


def test_votes_are_told_once_they_are_closed() -> None:
    def vote(id: str, kind: str, totals: dict[str, dict[str, int]], closed_at: str | None = "now") -> Vote:
        return Vote(id, "w", "board", kind, "", 1, 5, 2, "", totals, "", closed_at)  # type: ignore[arg-type]

    marks = {"a": {"dot": 3, "concern": 1}, "b": {"dot": 1}}
    table = votes_table(
        [vote("v", "dots", marks), vote("open", "dots", {}, None), vote("q", "yes_no", {"": {"yes": 2}})]
    )
    assert table.drop(columns=["activity", "kind", "round"]).to_dict("list") == {
        "vote": ["v", "v"],
        "card": ["a", "b"],
        "dots": [3, 1],
        "concerns": [1, 0],
        "share": [0.75, 0.25],
        "split": [True, False],
    }


def day() -> Replay:
    log = Log("empathize/empathy_map", "define/themes", "ideate/silent_writing", minutes=20)
    log.open("empathy_map", 0)
    earlier = {"activities": {"themes": {"minutes": 20}}}
    log.say("activity_retimed", 5, before=earlier, activities={"themes": {"minutes": 45}})
    log.close("empathy_map", 30)
    log.open("themes", 40)
    log.close("themes", 50)
    log.open("empathy_map", 50)
    log.say("decision_recorded", 55, decisions={"d": {"kind": "decision", "what": "Go on", "card": None}})
    return Replay(log)


def test_bands_say_when_which_activity_was_open() -> None:
    table = bands_table(day())
    assert [*zip(table["step"], table["diamond"], table["start"], table["end"], table["running"], strict=True)] == [
        ("empathize", 1, 0, 30, False),
        ("define", 1, 40, 50, False),
        ("empathize", 1, 50, 55, True),
    ]


def test_time_is_spent_against_what_the_agenda_promised() -> None:
    table = time_table(day())
    assert table[["activity", "planned", "spent", "over"]].to_numpy().tolist() == [
        ["empathy_map", 20, 35.0, 15.0],
        ["themes", 20, 10.0, -10.0],
        ["silent_writing", 20, 0.0, -20.0],
    ]
    assert time_by_step(table)["step"].to_list() == ["empathize", "define", "ideate"]


def test_a_clock_that_jumps_back_takes_no_time_away() -> None:
    log = Log("empathize/empathy_map")
    log.open("empathy_map", 0)
    log.add("one", "empathy_map", 10)
    log.add("two", "empathy_map", -60)
    log.close("empathy_map", -50)
    assert time_table(Replay(log))["spent"].to_list() == [20]


def test_decisions_are_marks_at_their_minute() -> None:
    table = decisions_table(day())
    assert table[["decision", "what", "minute"]].to_numpy().tolist() == [["d", "Go on", 55.0]]


@pytest.mark.parametrize("table", [directions_table, cards_a_minute, bands_table, time_table, decisions_table])
def test_tables_have_the_same_columns_whether_or_not_there_is_anything(table: object) -> None:
    assert callable(table)
    empty, full = table(Replay()), table(day())
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert len(empty) == 0


def test_tables_of_people_and_votes_have_their_columns_too() -> None:
    assert (
        participation_table([], []).dtypes.to_dict()
        == participation_table(room().written, room().seats).dtypes.to_dict()
    )
    assert [*votes_table([]).columns][:5] == ["vote", "activity", "kind", "round", "card"]
    assert time_by_step(time_table(Replay())).empty
