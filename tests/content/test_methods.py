import shutil
import sys
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
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a good method, in a data folder of its own."""
    monkeypatch.setattr("cx_workshop.content.folder.DATA", tmp_path / "data")
    copied: Path = shutil.copytree(GOOD, tmp_path / "data" / "methods" / "define" / "how_might_we")
    return copied


def test_every_folder_is_a_method() -> None:
    assert sorted(methods()) == FOLDERS


def test_every_step_has_a_method() -> None:
    assert {found.step for found in methods().values()} == STEP_BY_ID.keys()


@pytest.mark.parametrize("method_id", FOLDERS)
def test_a_method_speaks_every_language(method_id: str) -> None:
    found = method(method_id)
    assert list(found.words) == list(LANGUAGES)
    for words in found.words.values():
        templates = [lane for lanes in found.board.templates.values() for lane in lanes]
        assert [lane.id for lane in words.lanes] == list(dict.fromkeys([*found.board.lanes, *templates]))
        assert [row.id for row in words.rows] == found.board.rows
    assert len({len(words.how) for words in found.words.values()}) == 1
    assert len({words.question for words in found.words.values()}) == len(LANGUAGES)


@pytest.mark.parametrize("method_id", FOLDERS)
def test_a_question_holds_no_placeholder(method_id: str) -> None:
    assert [words.question for words in method(method_id).words.values() if {"{", "}"} & set(words.question)] == []


@pytest.mark.parametrize("agenda_id", AGENDAS)
def test_an_agenda_speaks_every_language(agenda_id: str) -> None:
    found = agenda(agenda_id)
    assert (list(found.names), list(found.abouts)) == (list(LANGUAGES), list(LANGUAGES))


@pytest.mark.parametrize("agenda_id", AGENDAS)
def test_an_agenda_walks_through_the_steps(agenda_id: str) -> None:
    found = agenda(agenda_id)
    steps = [list(STEP_BY_ID).index(method(item.method).step) for item in found.activities]
    assert steps == sorted(steps)


def test_the_first_agenda_is_there() -> None:
    assert FIRST in AGENDAS


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_method_is_read_from_its_folder(folder: Path) -> None:
    assert read_method(folder) == method("define/how_might_we")


def test_chooses_is_false_unless_said(folder: Path) -> None:
    change(folder / "method.toml", "chooses = true", "")
    assert read_method(folder).chooses is False


LAYOUTS = "lanes, grid, themes, matrix, sliders, form"
LANES = "the lanes of method.toml in their order: findings, questions"
STEPS = f"one of {', '.join(STEP_BY_ID)}, the name of the folder above"
BROKEN = [
    ("method.toml", 'step = "define"', "", "step: expected the step's id"),
    ("method.toml", 'step = "define"', 'step = "dream"', f"step: expected {STEPS}"),
    ("method.toml", 'step = "define"', 'step = "ideate"', f"step: expected {STEPS}"),
    ("method.toml", 'mode = "converge"', "", "mode: expected diverge or converge"),
    ("method.toml", 'mode = "converge"', 'mode = "sideways"', "mode: expected diverge or converge"),
    ("method.toml", "minutes = 15", "", "minutes: expected a whole number of minutes"),
    ("method.toml", "minutes = 15", 'minutes = "15"', "minutes: expected a whole number of minutes"),
    ("method.toml", "minutes = 15", "minutes = 7.5", "minutes: expected a whole number of minutes"),
    ("method.toml", "minutes = 15", "minutes = 0", "minutes: expected a whole number of minutes"),
    ("method.toml", "minutes = 15", "minutes = -15", "minutes: expected a whole number of minutes"),
    ("method.toml", "sources = [", "notes = [", "sources: expected a list of sources"),
    ("method.toml", "[board]", "[table]", "board: expected a table with layout and lanes"),
    ("method.toml", 'layout = "lanes"', 'layout = "circle"', f"board.layout: expected one of {LAYOUTS}"),
    ("method.toml", 'lanes = ["findings", "questions"]', "lanes = []", "board.lanes: expected a list of lane ids"),
    ("method.toml", "chooses = true", 'chooses = "yes"', "chooses: expected true or false"),
    (
        "method.toml",
        'lanes = ["findings", "questions"]',
        'lanes = ["findings", "questions"]\n[[board.fields]]\nid = "photo"\nkind = "line"',
        "board.fields.id: expected another id: every card can hold a photo already",
    ),
    ("en.toml", "[lanes.findings]", "[lanes.facts]", f"lanes: expected {LANES}"),
    ("nl.toml", "[lanes.findings]", "[lanes.facts]", f"lanes: expected {LANES}"),
    ("method.toml", '"findings", "questions"', '"questions", "findings"', None),
    ("method.toml", '"findings", "questions"', '"findings"', None),
    ("en.toml", "\nwhy = ", "\nreason = ", "why: expected a sentence"),
    ("de.toml", "\nhow = [", "\nsteps = [", "how: expected a list of sentences"),
    ("nl.toml", "\nresult = ", "\nend = ", "result: expected a sentence"),
    ("en.toml", "\nfacilitator = ", "\nlead = ", "facilitator: expected a sentence"),
    ("en.toml", "\npitfalls = [", "\nholes = [", "pitfalls: expected a list of sentences"),
    ("en.toml", "\nquestion = ", "\nask = ", "question: expected a sentence"),
    ("en.toml", "\nhow = [", "\nhow = [1,", "how: expected a list of sentences"),
    ("en.toml", 'name = "Findings"', "", "lanes.findings.name: expected a sentence"),
    ("en.toml", 'name = "Findings"', 'name = ""', "lanes.findings.name: expected a sentence"),
    ("en.toml", 'name = "How might we"', "", "name: expected a sentence"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), BROKEN)
def test_a_broken_folder_says_where_and_what_is_expected(
    folder: Path, file: str, old: str, new: str, message: str | None
) -> None:
    change(folder / file, old, new)
    with pytest.raises(ContentError) as error:
        read_method(folder)
    if message is None:  # the lanes of method.toml are not those of the words
        lanes = new.replace('"', "")
        file, message = "en.toml", f"lanes: expected the lanes of method.toml in their order: {lanes}"
    assert str(error.value) == f"data/methods/define/how_might_we/{file}: {message}"


def test_a_method_whose_folder_is_gone_is_stood_in_for() -> None:
    found = method("define/my_own_method")
    assert (found.id, found.step, found.board.lanes) == ("define/my_own_method", "define", ["cards"])
    assert {words.name for words in found.words.values()} == {"my own method"}
    assert len({words.question for words in found.words.values()}) == len(LANGUAGES)
    assert found.id not in methods()


@pytest.mark.parametrize("file", ["method.toml", "en.toml", "nl.toml", "de.toml"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(ContentError) as error:
        read_method(folder)
    assert str(error.value) == f"data/methods/define/how_might_we/{file}: file: expected to exist"


@pytest.mark.parametrize(
    ("content", "reason"), [(b"mode = ", "Invalid value (at end of document)"), (b'mode = "\xff"', "'utf-8' codec")]
)
def test_a_file_that_is_not_toml_is_named(folder: Path, content: bytes, reason: str) -> None:
    (folder / "method.toml").write_bytes(content)
    with pytest.raises(ContentError) as error:
        read_method(folder)
    start = f"data/methods/define/how_might_we/method.toml: file: expected TOML ({reason}"
    assert str(error.value)[: len(start)] == start


@pytest.fixture
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the first agenda, in a data folder of its own."""
    for module in ("cx_workshop.content.folder", "cx_workshop.content.agendas"):
        monkeypatch.setattr(sys.modules[module], "DATA", tmp_path / "data")
    copied: Path = shutil.copytree(DATA / "agendas" / FIRST, tmp_path / "data" / "agendas" / "mine")
    return copied


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("agenda.toml", "activities = [", "steps = [", "activities: expected a list of activities"),
        ("agenda.toml", "minutes = 20", 'minutes = "long"', "activities.minutes: expected a whole number of minutes"),
        (
            "agenda.toml",
            "ideate/silent_writing",
            "a/b",
            "activities.method: expected a folder in data/methods, not 'a/b'",
        ),
        ("agenda.toml", "activities = [", "activities = [7,", "activities: expected a list of activities"),
        ("nl.toml", "name = ", "title = ", "name: expected a name"),
        ("de.toml", "about = ", "more = ", "about: expected a sentence"),
        ("en.toml", "name = ", "name ", None),
    ],
)
def test_a_broken_agenda_says_where_and_what_is_expected(
    agendas: Path, file: str, old: str, new: str, message: str | None
) -> None:
    change(agendas / file, old, new)
    with pytest.raises(ContentError) as error:
        agenda("mine")
    start = f"data/agendas/mine/{file}: {message or 'file: expected TOML'}"
    assert str(error.value)[: len(start)] == start
