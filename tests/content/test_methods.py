import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cx_workshop.content import ContentError, agenda, method, methods
from cx_workshop.content.agendas import FIRST
from cx_workshop.content.methods import read_method
from cx_workshop.process import STEP_BY_ID
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES

GOOD = DATA / "methods" / "define" / "how_might_we"
FOLDERS = sorted(str(path.parent.relative_to(DATA / "methods")) for path in DATA.glob("methods/*/*/method.toml"))
AGENDAS = sorted(path.parent.name for path in DATA.glob("agendas/*/agenda.toml"))


@pytest.fixture
def folder() -> "Iterator[Path]":
    """A copy of a good method, beside it in a step of its own: messages name files from the project's folder on."""
    raise NotImplementedError


def test_every_folder_is_a_method() -> None:
    assert sorted(methods()) == FOLDERS


def test_every_step_has_a_method() -> None:
    assert {found.step for found in methods().values()} == STEP_BY_ID.keys()


@pytest.mark.parametrize("method_id", FOLDERS)
def test_a_method_speaks_every_language(method_id: str) -> None:
    found = method(method_id)
    assert list(found.words) == list(LANGUAGES)
    for words in found.words.values():
        assert [lane.id for lane in words.lanes] == found.lanes
    assert len({len(words.how) for words in found.words.values()}) == 1
    assert len({words.question for words in found.words.values()}) == len(LANGUAGES)


@pytest.mark.parametrize("method_id", FOLDERS)
def test_a_question_holds_no_placeholder(method_id: str) -> None:
    assert [words.question for words in method(method_id).words.values() if {"{", "}"} & set(words.question)] == []


@pytest.mark.parametrize("agenda_id", AGENDAS)
def test_an_agenda_speaks_every_language_and_walks_through_the_steps(agenda_id: str) -> None:
    found = agenda(agenda_id)
    assert (list(found.names), list(found.abouts)) == (list(LANGUAGES), list(LANGUAGES))
    steps = [list(STEP_BY_ID).index(method(item.method).step) for item in found.activities]
    assert steps == sorted(steps)


def test_the_first_agenda_is_there() -> None:
    assert FIRST in AGENDAS
