"""The rules of guidance are checked like methods, and stand on a ground that can be looked up."""

import shutil
from pathlib import Path

import pytest

from cx_workshop.content import ContentError, guidance
from cx_workshop.content.guidance import CONTROLS, FIGURES, read_rule
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES
from cx_workshop.verbs import VERBS

FILES = sorted(path.stem for path in (DATA / "guidance").glob("*.toml"))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a good rule, in a data folder of its own."""
    monkeypatch.setattr("cx_workshop.content.folder.DATA", tmp_path / "data")
    (tmp_path / "data" / "guidance").mkdir(parents=True)
    return shutil.copy(DATA / "guidance" / "one_voice.toml", tmp_path / "data" / "guidance" / "one_voice.toml")


def test_every_file_is_a_rule_and_every_figure_has_one() -> None:
    assert sorted(rule.id for rule in guidance()) == FILES
    assert sorted(rule.figure for rule in guidance()) == sorted(FIGURES)
    assert [rule.order for rule in guidance()] == sorted({rule.order for rule in guidance()})


@pytest.mark.parametrize("rule", guidance(), ids=lambda rule: str(rule.id))
def test_a_rule_speaks_every_language_and_names_its_ground(rule: object) -> None:
    words = rule.words  # type: ignore[attr-defined]
    assert list(words) == list(LANGUAGES)
    assert len({one.says for one in words.values()}) == len(LANGUAGES)
    assert all(one.says.endswith((".", "?")) and len(one.do) < 40 for one in words.values())
    assert 1900 < rule.year < 2027  # type: ignore[attr-defined]


def test_every_control_is_a_verb() -> None:
    assert set(CONTROLS) - VERBS.keys() == set()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('figure = "most_share"', 'figure = "iq"', "figure: expected one of coverage"),
        ("least = 0.501", 'least = "half"', "least: expected a number"),
        ("least = 0.501", "", "least: expected a threshold: either least or below"),
        ("least = 0.501", "least = 0.5\nbelow = 1", "least: expected a threshold: either least or below"),
        ('control = "hide_cards"', 'control = "shout"', "control: expected one of close_vote"),
        ('control = "hide_cards"', "", "control: expected what to do: either a control or a method"),
        ('control = "hide_cards"', 'method = "ideate/none"', "method: expected a folder in data/methods"),
        ("year = 2010", 'year = "long ago"', "year: expected a year"),
        ("[nl]", "[fr]", "nl: expected a table"),
        ("urgent", "urgent", ""),
    ],
)
def test_a_wrong_rule_is_named_with_key_and_what_is_expected(file: Path, old: str, new: str, expected: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    if not expected:
        assert read_rule(file).id == "one_voice"
        return
    with pytest.raises(ContentError) as caught:
        read_rule(file)
    assert str(caught.value).startswith(f"data/guidance/one_voice.toml: {expected}")
