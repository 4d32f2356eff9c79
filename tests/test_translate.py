import ast
import string
from collections.abc import Iterator
from contextvars import copy_context

import pytest

from cx_workshop.refusal import SENTENCES, Refused
from cx_workshop.settings import ROOT
from cx_workshop.translate import LANGUAGES, N_, _, language_in_use, preferred_language, translate, use_language
from tests import catalogues

SOURCES = [*(ROOT / "cx_workshop").rglob("*.py"), *(ROOT / "pages").glob("*.py")]


def placeholders(text: str) -> list[str]:
    return sorted(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)


def strings(node: ast.AST) -> Iterator[str]:
    return (part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str))


def refused_codes() -> set[str]:
    """Every code that the source refuses with."""
    calls = (node for path in SOURCES for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "Refused" and isinstance(call.args[0], ast.Constant)
    }


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_a_catalogue_has_every_sentence_and_no_leftovers(language: str) -> None:
    wanted = {sentence for sentence, _file in catalogues.sentences()}
    found = {str(message.id): message.string for message in catalogues.read(language) if message.id}
    assert wanted - found.keys() == set()
    assert found.keys() - wanted == set()
    assert [sentence for sentence, translated in found.items() if not translated] == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_sentence(language: str) -> None:
    for message in catalogues.read(language):
        if message.id and message.string:
            assert placeholders(str(message.string)) == placeholders(str(message.id))


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_no_translation_is_marked_as_unsure(language: str) -> None:
    assert [message.id for message in catalogues.read(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("nl-BE", "nl"),
        ("de-AT", "de"),
        ("de-CH, de;q=0.9, en;q=0.8", "de"),
        ("fr", "en"),
        ("fr-BE, nl-BE;q=0.9, en;q=0.5", "nl"),
        ("NL", "nl"),
        ("", "en"),
        (None, "en"),
        ("*", "en"),
        (" , ;q=,-,\x00", "en"),
    ],
)
def test_the_language_is_the_best_of_ours(accepted: str | None, language: str) -> None:
    assert preferred_language(accepted) == language


@pytest.mark.parametrize(("language", "spoken"), [("nl", "nl"), ("de", "de"), ("en", "en"), ("fr", "en")])
def test_use_language_is_ours_or_english(language: str, spoken: str) -> None:
    def speak() -> str:
        use_language(language)
        return language_in_use()

    assert copy_context().run(speak) == spoken


def test_a_sentence_without_translation_stays_english() -> None:
    assert [translate("Not in any catalogue", language) for language in [*LANGUAGES, "fr"]] == [
        "Not in any catalogue"
    ] * 4


def test_placeholders_are_filled_in_and_braces_of_people_kept() -> None:
    assert _(N_("led by {names}"), names="{Zoë}") == "led by {Zoë}"


def test_every_code_that_is_refused_has_a_sentence() -> None:
    assert refused_codes() - SENTENCES.keys() == set()


def test_every_sentence_is_used() -> None:
    used = {text for path in SOURCES if path.name != "refusal.py" for text in strings(ast.parse(path.read_text()))}
    assert SENTENCES.keys() - used == set()


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_a_whole_sentence_without_its_code(language: str, code: str) -> None:
    sentence = Refused(code).sentence(language)
    assert (sentence[0], sentence[-1], code in sentence) == (sentence[0].upper(), ".", False)
