from datetime import UTC, date, datetime

import pytest

from cx_workshop.content import method
from cx_workshop.model import Workshop
from cx_workshop.report.report import LaneSection, Line, Report, build_report
from cx_workshop.report.words import counts, day_and_people
from cx_workshop.storage import Store, queries
from cx_workshop.translate import use_language
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.demo import fill_demo
from tests.conftest import Room


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


def summary(store: Store, workshop: Workshop, language: str = "en") -> Report:
    with store.reading() as db:
        now = queries.workshop_by_id(db, workshop.id)
        assert now is not None
        return build_report(db, now, language)


def test_a_workshop_that_has_not_begun(room: Room) -> None:
    assert summary(room.store, room.workshop) == Report(
        language="en",
        title="Parcels",
        challenge="Late parcels",
        code=room.workshop.code,
        day=date.fromisoformat(room.workshop.created_at[:10]),
        closed=False,
        people=["Pia", "Otto"],
        facilitators=["Fay"],
        activities=[],
    )


def test_cards_stand_by_what_became_of_them(room: Room) -> None:
    activity = room.open("define")
    cards = {text: room.add(room.participant, activity, text, "questions") for text in ("K", "O", "P", "R")}
    room.add(room.other, activity, "F", "findings")
    for text, verb in (("K", "keep_card"), ("P", "park_card"), ("R", "remove_card")):
        room.act(room.participant, verb, card=cards[text])
    [section] = summary(room.store, room.workshop).activities
    assert (section.step, section.mode, section.diamond, section.status) == ("define", "converge", 1, "open")
    assert section.added == 4
    assert section.kept == [Line("K", "Pia", "kept")]
    assert section.parked == [Line("P", "Pia", "parked")]
    assert section.lanes == [
        LaneSection("Findings", [Line("F", "Otto", "open")]),
        LaneSection("How might we …", [Line("O", "Pia", "open")]),
    ]
    assert counts(section) == "cards: 4, kept: 1, parked: 1"


def test_cards_stand_in_the_order_of_the_board(room: Room) -> None:
    activity = room.open()
    first = room.add(room.participant, activity, "A")
    room.act(room.participant, "keep_card", card=first)
    for text in "BCDEF":
        card = room.add(room.participant, activity, text)
        room.act(room.participant, "move_card", card=card, lane="sees", before=first)
        room.act(room.participant, "keep_card", card=card)
    [section] = summary(room.store, room.workshop).activities
    assert [line.text for line in section.kept] == list("BCDEFA")


def test_chosen_are_the_activities_where_something_was_kept(room: Room) -> None:
    room.add(room.participant, room.open("empathize"))
    card = room.add(room.participant, room.open("define"), "Kept", "questions")
    room.act(room.participant, "keep_card", card=card)
    room.open("ideate")
    report = summary(room.store, room.workshop)
    assert [section.step for section in report.activities] == ["empathize", "define", "ideate"]
    assert [section.step for section in report.chosen] == ["define"]


def test_who_was_removed_is_not_named_but_the_cards_keep_their_author(room: Room) -> None:
    room.add(room.participant, room.open())
    perform(room.store, Command("remove", {"seat": room.participant.id}, seat=room.facilitator.id)).result(10)
    report = summary(room.store, room.workshop)
    assert report.people == ["Otto"]
    assert report.activities[0].lanes[0].lines == [Line("They wait", "Pia", "open")]


@pytest.mark.parametrize("language", ["en", "nl", "de"])
def test_the_summary_is_in_the_readers_language(room: Room, language: str) -> None:
    room.open()
    report = summary(room.store, room.workshop, language)
    assert (report.language, report.activities[0].name) == (
        language,
        method("empathize/empathy_map").words[language].name,
    )


def test_the_sample_workshop_tells_its_own_day(store: Store) -> None:
    code = fill_demo(store, language="en", start=datetime(2026, 3, 1, 9, tzinfo=UTC)).data["code"]
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, code)
    assert workshop is not None
    report = summary(store, workshop)
    assert [section.step for section in report.activities] == ["empathize", "define", "ideate", "prototype", "test"]
    assert {section.status for section in report.activities} == {"closed"}
    assert day_and_people(report) == (
        "March 1, 2026 · led by Ines · with Margaret, Tomasz, Kwame, Deepa, Siobhan, Rhys, Yusuf"
    )
