"""The house is as its map says."""

import re
from pathlib import Path

import pytest

import cx_workshop
from cx_workshop.settings import ROOT

LONGEST = 350
SOURCES = sorted(
    path
    for folder in ("cx_workshop", "pages", "tests", "bench")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".js", ".css") and "__pycache__" not in path.parts
)


def rooms() -> set[str]:
    """The names in the left column of the map."""
    lines = [line for line in (cx_workshop.__doc__ or "").splitlines() if line.startswith("    ")]
    return {name for line in lines for name in line.split("  ")[2].split(", ")}


def test_the_map_names_every_folder_of_the_package() -> None:
    folders = {path.parent.name for path in (ROOT / "cx_workshop").glob("*/__init__.py")}
    assert folders - rooms() == set()


def test_the_map_names_nothing_that_is_not_there() -> None:
    places = [ROOT, ROOT / "cx_workshop"]
    there = {path.stem if path.suffix == ".py" else path.name for place in places for path in place.iterdir()}
    assert rooms() - there == set()


@pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(ROOT)) for path in SOURCES])
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(ROOT)) for path in SOURCES])
def test_no_file_holds_two_versions_of_itself(path: Path) -> None:
    """A style sheet with the marks of a merge in it is dropped by browsers without a word."""
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"[<>]{7} ", line)] == []
