"""Worksheets as a reader of PDF sees them: one page each, every word of the board, nothing read as markup."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cx_workshop.content import Method, methods
from cx_workshop.model import Activity, Workshop
from cx_workshop.report.paper import Paper
from cx_workshop.report.worksheets import agenda_worksheets, method_worksheet
from cx_workshop.storage import Store, queries
from cx_workshop.translate import LANGUAGES, use_language
from cx_workshop.verbs.shapes import LONGEST_NAME, MOST_PARTS
from cx_workshop.verbs.workshop import LONGEST_TITLE
from tests.report.reading import A3, A4, MARKUP, pages, size, squeezed


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def asked(method: Method, language: str) -> list[str]:
    """What has to stand on the paper of a method."""
    words = method.words[language]
    lanes = [lane.name for lane in words.lanes if lane.id in method.board.lanes]
    parts = [one.name for one in words.rows] + [
        name for one in words.axes.values() for name in (one.name, one.low, one.high)
    ]
    fields = [text for one in words.fields.values() for text in (one.name, *one.options.values())]
    starters = [text for one in words.starters for text in (one.text, *map(str, one.fields.values()))]
    shown = [] if method.board.layout in ("matrix", "sliders", "form") or method.id == "ideate/crazy_eights" else lanes
    poles = [] if starters or any(field.kind == "image" for field in method.board.fields) else fields
    return [words.name, words.question, *words.how, *shown, *parts, *poles, *starters]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_has_a_page_with_all_that_its_board_asks(language: str) -> None:
    use_language(language)
    wrong: dict[str, Any] = {}
    for method in methods().values():
        found = pages(method_worksheet(method.id, paper="a4"))
        text = squeezed(found[0].extract_text())
        missing = [one for one in asked(method, language) if squeezed(one) not in text]
        if len(found) != 1 or size(found[0]) != A4 or missing:
            wrong[method.id] = (len(found), size(found[0]), missing)
    assert wrong == {}


@pytest.mark.parametrize("paper, expected", [("a4", A4), ("a3", A3)])
def test_an_agenda_has_a_page_for_each_activity(home: Store, paper: Paper, expected: set[int]) -> None:
    """With the workshop on it, and with what the team made of its boards; signs of Typst stay signs."""
    led, agenda = agenda_of(home)
    led = replace(led, title=MARKUP)
    again = replace(agenda[-1], round=2)
    own = {"rows": ["doing", "mine"], "names": {"rows": {"mine": MARKUP}}}
    agenda = [again, *(replace(one, shape=own) if one.method == "empathize/journey_map" else one for one in agenda)]
    found = pages(agenda_worksheets(led, agenda, paper=paper))
    texts = [squeezed(page.extract_text()) for page in found]
    assert [size(page) for page in found] == [expected] * len(agenda)
    assert [text.count(squeezed(MARKUP)) for text in texts] == [1 + (one.shape == own) for one in agenda]
    assert [led.code in page.extract_text() for page in found] == [True] * len(agenda)
    assert "round2" in texts[0]


def test_a_grid_as_large_as_can_be_stays_on_its_page(home: Store) -> None:
    led, agenda = agenda_of(home)
    ids = [f"own{number}" for number in range(MOST_PARTS)]
    names = dict.fromkeys(ids, "W" * LONGEST_NAME)
    shape = {"lanes": ids, "rows": ids, "names": {"lanes": names, "rows": names}}
    [journey] = [replace(one, shape=shape) for one in agenda if one.method == "empathize/journey_map"]
    led = replace(led, title="W" * LONGEST_TITLE)
    assert len(pages(agenda_worksheets(led, [journey], paper="a4"))) == 1


def agenda_of(store: Store) -> tuple[Workshop, list[Activity]]:
    with store.reading() as db:
        [led] = queries.all_workshops(db)
        return led, queries.agenda_of(db, led.id)
