"""The run sheet as a facilitator reads it: clock times, totals, and text that stays text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest

from cx_workshop.content import agendas, method
from cx_workshop.report.run_sheet import agenda_run_sheet, workshop_run_sheet
from cx_workshop.storage import Store, queries
from cx_workshop.translate import LANGUAGES, use_language
from cx_workshop.verbs.workshop import LONGEST_CHALLENGE
from tests.report.reading import A4, MARKUP, pages, size, squeezed


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pages(pdf))


def test_each_activity_has_its_time_by_the_clock() -> None:
    sheet = text_of(agenda_run_sheet(agendas()["first_workshop"], start=time(23, 30), daily=False))
    assert re.findall(r"\d\d:\d\d–\d\d:\d\d", sheet) == [
        "23:30–23:50", "23:50–00:05", "00:05–00:20", "00:20–00:32", "00:32–00:45"
    ]  # fmt: skip
    assert "75 min of work" in sheet


def test_steps_on_days_of_their_own_begin_at_the_same_hour() -> None:
    agenda = agendas()["five_day_sprint"]
    sheet = text_of(agenda_run_sheet(agenda, start=time(9), daily=True))
    assert len(re.findall(r"09:00–", sheet)) == len({method(item.method).step for item in agenda.activities})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("agenda_id", agendas())
def test_every_agenda_fits_on_a4_and_says_what_to_do(agenda_id: str, language: str) -> None:
    use_language(language)
    agenda = agendas()[agenda_id]
    found = pages(agenda_run_sheet(agenda, start=time(9), daily=False))
    text = squeezed("".join(page.extract_text() for page in found))
    words = [method(item.method).words[language] for item in agenda.activities]
    told = [agenda.names[language], *(part for one in words for part in (one.name, one.question, one.facilitator))]
    assert {frozenset(size(page)) for page in found} == {frozenset(A4)}
    assert [part for part in told if squeezed(part) not in text] == []


def test_what_people_wrote_is_text(home: Store) -> None:
    with home.reading() as db:
        [led] = queries.all_workshops(db)
        activities = queries.agenda_of(db, led.id)
    led = replace(led, title=MARKUP, challenge=(MARKUP * 20)[:LONGEST_CHALLENGE])
    again = replace(activities[0], round=2)
    text = squeezed(text_of(workshop_run_sheet(led, [again, *activities], start=time(9), daily=False)))
    assert (squeezed(led.challenge) in text, led.code.replace("-", "") in text, "round2" in text) == (True, True, True)
    assert squeezed(text_of(workshop_run_sheet(led, [], start=time(9), daily=False))).startswith(squeezed(MARKUP))
