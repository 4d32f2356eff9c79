"""gettext catalogues: English is the source, Dutch and German are complete.

`_("…")` marks a sentence and translates it into the language of whoever is looking; `N_("…")` only marks it. The
catalogues are the plain .po files in data/locales, read once; nothing has to be compiled.
"""

from contextvars import ContextVar
from functools import cache

from babel import negotiate_locale
from babel.messages.pofile import read_po

from cx_workshop.settings import DATA

LANGUAGES = {"en": "English", "nl": "Nederlands", "de": "Deutsch"}
SOURCE = "en"

_language: ContextVar[str] = ContextVar("language", default=SOURCE)


def N_(sentence: str) -> str:
    """Mark a sentence that is translated later."""
    return sentence


@cache
def catalogue(language: str) -> dict[str, str]:
    """English sentence -> sentence in this language."""
    if language == SOURCE:
        return {}
    with (DATA / "locales" / f"{language}.po").open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale=language) if m.id and m.string}


def translate(sentence: str, language: str) -> str:
    return catalogue(language).get(sentence, sentence) if language in LANGUAGES else sentence


def _(sentence: str, **values: object) -> str:
    """The sentence in the language in use, its {placeholders} filled in."""
    text = translate(sentence, _language.get())
    return text.format(**values) if values else text


def use_language(language: str) -> None:
    """From here on, `_` speaks this language (per thread and per task)."""
    _language.set(language if language in LANGUAGES else SOURCE)


def language_in_use() -> str:
    return _language.get()


def preferred_language(accepted: str | None) -> str:
    """The best of our languages for an Accept-Language header or a locale such as nl-BE."""
    wanted = [part.split(";")[0].strip().lower() for part in (accepted or "").split(",")]
    return negotiate_locale(wanted, list(LANGUAGES), sep="-") or SOURCE
