"""The leaves of the library and the drawing of a board, made from what data/ holds."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from cx_workshop.content import concepts, method, methods
from cx_workshop.content.sources import SEEDS
from cx_workshop.translate import LANGUAGES, use_language
from cx_workshop.ui.agenda import place_for
from cx_workshop.ui.choose_agenda import first_sentence
from cx_workshop.ui.leaf import concept_leaf, method_leaf, people
from cx_workshop.ui.library import shelf_data
from cx_workshop.ui.sketch import sketch
from tests.conftest import Room

VOID = {"br"}


class Reader(HTMLParser):
    """The visible text of a fragment; fails where its tags do not close in order."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(autouse=True, params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("en")


@pytest.mark.parametrize("method_id", methods())
def test_a_methods_leaf_tells_all_of_it(method_id: str, language: str) -> None:
    words = method(method_id).words[language]
    texts = Reader(method_leaf(method(method_id))).texts
    told = [words.name, words.question, words.why, words.result, words.facilitator]
    told += [*words.how, *words.prompts, *words.example, *words.pitfalls]
    assert [text for text in told if text not in texts] == []


@pytest.mark.parametrize("method_id", methods())
def test_a_sketch_names_what_the_board_has(method_id: str, language: str) -> None:
    found = method(method_id)
    words = found.words[language]
    texts = Reader(sketch(found)).texts
    named = [lane.name for lane in words.lanes if lane.id in found.board.lanes] if found.board.layout == "lanes" else []
    named += [row.name for row in words.rows] + [*words.regions.values()]
    named += [text for axis in words.axes.values() for text in (axis.name, axis.low, axis.high)]
    named += [field.name for field in words.fields.values()] if found.board.layout == "form" else []
    assert [name for name in named if name not in texts] == []


def test_prompts_for_later_are_folded() -> None:
    folded = [name for name in methods() if "<details>" in method_leaf(method(name))]
    assert folded == [name for name in methods() if method(name).board.prompts_later]


def test_a_concept_shows_every_figure_with_its_year(language: str) -> None:
    for concept in concepts():
        texts = Reader(concept_leaf(concept)).texts
        for figure in concept.words[language].figures:
            assert (figure.figure in texts, f"{figure.source}, {figure.year}" in texts) == (True, True)


def test_every_seed_that_is_named_has_a_title() -> None:
    used = {source for one in [*methods().values(), *concepts()] for source in one.sources}
    assert {source for source in used if source[0] == "S" and source[1:].isdigit()} == SEEDS.keys()


def test_the_shelf_holds_everything() -> None:
    entries = shelf_data(None)["entries"]
    assert len(entries) == len(methods()) + len(concepts())
    assert entries[0]["href"] == f"/library?{entries[0]['id']}"


@pytest.mark.parametrize(
    ("group", "words"), [((1, 8), {"en": "1 to 8 people"}), ((1, 200), {"en": "any number of people"})]
)
def test_people_are_counted_unless_any_number_will_do(
    group: tuple[int, int], words: dict[str, str], language: str
) -> None:
    assert people(group) == words.get(language, people(group))


@pytest.mark.parametrize(("about", "first"), [("One. Two.", "One."), ("One", "One"), ("3.5 hours. Two", "3.5 hours.")])
def test_first_sentence_ends_at_its_full_stop(about: str, first: str) -> None:
    assert first_sentence(about) == first


def test_an_added_activity_stands_behind_the_others_of_its_step(room: Room) -> None:
    assert [place_for(step, room.activities) for step in ("empathize", "define", "test")] == [2, 3, 6]
    assert place_for("ideate", [one for one in room.activities if one.step != "ideate"]) == 3
