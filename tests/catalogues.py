"""Keeps data/locales in step with the sentences in the code: python -m tests.catalogues (make words)."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from cx_workshop.settings import DATA, ROOT
from cx_workshop.translate import LANGUAGES, SOURCE

ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""The header wants one; the day of the last run would change both files each time."""
TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


def sentences() -> Iterator[tuple[str, str]]:
    """Every marked sentence, also inside f-strings, with the file it stands in."""
    for folder in (ROOT / "cx_workshop", ROOT / "pages"):
        for path in sorted(folder.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                match node:
                    case ast.Call(func=ast.Name(id="_" | "N_"), args=[ast.Constant(value=str(sentence)), *_]):
                        yield sentence, str(path.relative_to(ROOT))


def file_of(language: str) -> Path:
    return DATA / "locales" / f"{language}.po"


def read(language: str) -> Catalog:
    with file_of(language).open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> int:
    """Bring new sentences in, empty, and drop those that are gone; how many wait for a translation."""
    old = read(language)
    new = Catalog(
        locale=language,
        project="CX Workshop",
        charset="utf-8",
        fuzzy=False,
        header_comment="# CX Workshop",
        creation_date=ANY_DAY,
    )
    for sentence, file in sorted(sentences()):
        kept = old.get(sentence)
        new.add(sentence, kept.string if kept else "", locations=[(file, 0)])
    with file_of(language).open("wb") as target:
        write_po(target, new, width=0, omit_header=False, include_lineno=False, sort_output=True)
    return sum(1 for message in new if message.id and not message.string)


if __name__ == "__main__":
    for each in TRANSLATED:
        print(f"{each}: {update(each)} to translate")
