from datetime import UTC, date, datetime

import pytest
from babel.dates import format_date

from cx_workshop.content import method
from cx_workshop.content.folder import read_toml
from cx_workshop.model import Workshop
from cx_workshop.report.boards import Group, Sheet
from cx_workshop.report.cards import ToldCard
from cx_workshop.report.report import Report, build_report
from cx_workshop.report.words import counts, day_and_people
from cx_workshop.settings import DATA
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
    assert section.kept == [ToldCard("K", "Pia", "kept")]
    assert section.parked == [ToldCard("P", "Pia", "parked")]
    groups = [Group("Findings", [ToldCard("F", "Otto")]), Group("How might we …", [ToldCard("O", "Pia")])]
    assert section.sheets == [Sheet("", groups)]
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
    assert [card.text for card in section.kept] == list("BCDEFA")


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
    assert report.activities[0].sheets[0].groups[0].cards == [ToldCard("They wait", "Pia")]


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
    assert [section.method for section in report.activities] == [
        "empathize/empathy_map",
        "empathize/journey_map",
        "define/persona",
        "define/how_might_we",
        "ideate/silent_writing",
        "ideate/impact_effort",
        "prototype/concept_card",
        "prototype/concept",
        "prototype/test_card",
        "test/feedback_grid",
        "test/decision",
    ]
    assert [section.method for section in report.chosen][:2] == ["test/decision", "test/feedback_grid"]
    assert {section.status for section in report.activities} == {"closed"}
    assert day_and_people(report) == (
        "March 1, 2026 · led by Ines · with Margaret, Tomasz, Kwame, Deepa, Siobhan, Rhys, Yusuf"
    )


@pytest.mark.parametrize("language", ["en", "nl", "de"])
def test_the_sample_workshop_goes_from_a_finding_to_a_decision(store: Store, language: str) -> None:
    code = fill_demo(store, language=language, start=datetime(2026, 3, 2, 9, tzinfo=UTC)).data["code"]
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, code)
        assert workshop is not None
    words = read_toml(DATA / "demo" / f"{language}.toml")
    texts, report = words["cards"], summary(store, workshop, language)
    [decision] = report.chosen[0].kept
    thread, grounds = [], decision.grounds
    while grounds:
        thread.append(grounds[0].text)
        grounds = grounds[0].grounds
    assert [decision.text, *thread] == [
        texts[key] for key in ("decision", "concept", "i_drawing", "d_q_sure", "d_guess")
    ]
    assert [entry.kind for entry in decision.entries] == ["choice", "text", "list", "line", "date"]
    assert decision.entries[-1].values == [format_date(date(2027, 3, 1), "long", locale=language)]
    [test_card] = next(section.kept for section in report.activities if section.method == "prototype/test_card")
    assert len(test_card.entries) == 5
    assert report.without_evidence == [texts[key] for key in ("p_trace", "p_paper", "p_right")]
    journeys = next(section for section in report.activities if section.method == "empathize/journey_map")
    assert [sheet.name for sheet in journeys.sheets] == list(words["sheets"].values())
