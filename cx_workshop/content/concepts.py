"""Concepts: what stands behind the methods, told briefly, every figure with its source and year."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cx_workshop.content.folder import Table
from cx_workshop.content.methods import methods
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES


@dataclass(frozen=True)
class Figure:
    """A number as its author gave it: a dated claim, not a benchmark."""

    figure: str
    says: str
    source: str
    year: int


@dataclass(frozen=True)
class ConceptWords:
    name: str
    short: str
    text: list[str]
    figures: list[Figure]


@dataclass(frozen=True)
class Concept:
    id: str
    order: int
    sources: list[str]
    methods: list[str]
    words: dict[str, ConceptWords]


@cache
def concepts() -> list[Concept]:
    """All concepts in the order in which one would read them; raises ContentError for a folder that is not right."""
    folders = [path.parent for path in (DATA / "concepts").glob("*/concept.toml")]
    return sorted(map(read_concept, folders), key=lambda concept: (concept.order, concept.id))


def read_concept(folder: Path) -> Concept:
    table = Table(folder / "concept.toml")
    found = Concept(
        id=folder.name,
        order=table.number("order"),
        sources=table.texts("sources", "a list of sources"),
        methods=table.texts("methods", "a list of methods"),
        words={language: _read_words(folder / f"{language}.toml") for language in LANGUAGES},
    )
    if unknown := [name for name in found.methods if name not in methods()]:
        raise table.wrong("methods", f"folders in data/methods, not {unknown[0]!r}")
    table.finish()
    return found


def _read_words(path: Path) -> ConceptWords:
    table = Table(path)
    words = ConceptWords(
        name=table.text("name", "a name"),
        short=table.text("short"),
        text=table.texts("text", "a list of paragraphs"),
        figures=[_read_figure(one) for one in table.tables("figures", "tables")] if table.has("figures") else [],
    )
    table.finish()
    return words


def _read_figure(table: Table) -> Figure:
    figure = Figure(table.text("figure"), table.text("says"), table.text("source"), table.number("year", "a year"))
    table.finish()
    return figure
