"""Methods: a folder under data/methods/<step>/ each, with method.toml and the words in three languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from cx_workshop.content.folder import ContentError, need, need_minutes, need_sentences, read_toml
from cx_workshop.process import STEP_BY_ID, Mode
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES


@dataclass(frozen=True)
class Lane:
    id: str
    name: str
    hint: str


@dataclass(frozen=True)
class MethodWords:
    """A method in one language."""

    name: str
    question: str
    why: str
    how: list[str]
    result: str
    facilitator: str
    pitfalls: list[str]
    lanes: list[Lane]


@dataclass(frozen=True)
class Method:
    """How-to with its board."""

    id: str
    """Its folder, such as empathize/empathy_map."""
    step: str
    mode: Mode
    minutes: int
    sources: list[str]
    lanes: list[str]
    chooses: bool
    """Whether a team chooses here: closing it then parks what was not kept."""
    words: dict[str, MethodWords]


@cache
def methods() -> dict[str, Method]:
    """All methods by id; raises ContentError for a folder that is not right."""
    folders = sorted(path.parent for path in (DATA / "methods").glob("*/*/method.toml"))
    return {found.id: found for found in map(read_method, folders)}


def method(method_id: str) -> Method:
    return methods()[method_id]


def read_method(folder: Path) -> Method:
    path = folder / "method.toml"
    values = read_toml(path)
    step = need(path, values, "step", str, "the step's id")
    if step not in STEP_BY_ID or step != folder.parent.name:
        raise ContentError(path, "step", f"one of {', '.join(STEP_BY_ID)}, the name of the folder above")
    mode = need(path, values, "mode", str, "diverge or converge")
    if mode not in get_args(Mode):
        raise ContentError(path, "mode", "diverge or converge")
    board = need(path, values, "board", dict, "a table with layout and lanes")
    if board.get("layout") != "lanes":
        raise ContentError(path, "board.layout", "lanes")
    lanes = need(path, board, "lanes", list, "a list of lane ids")
    return Method(
        id=f"{step}/{folder.name}",
        step=step,
        mode=mode,
        minutes=need_minutes(path, values),
        sources=need(path, values, "sources", list, "a list of sources"),
        lanes=lanes,
        chooses=_chooses(path, values),
        words={language: read_words(folder / f"{language}.toml", lanes) for language in LANGUAGES},
    )


def _chooses(path: Path, values: dict[str, Any]) -> bool:
    chooses = values.get("chooses", False)
    if not isinstance(chooses, bool):
        raise ContentError(path, "chooses", "true or false")
    return chooses


def read_words(path: Path, lanes: list[str]) -> MethodWords:
    values = read_toml(path)
    by_lane = need(path, values, "lanes", dict, "a table for each lane")
    if list(by_lane) != lanes:
        raise ContentError(path, "lanes", f"the lanes of method.toml in their order: {', '.join(lanes)}")
    sentence = "a sentence"
    return MethodWords(
        name=need(path, values, "name", str, sentence),
        question=need(path, values, "question", str, sentence),
        why=need(path, values, "why", str, sentence),
        how=need_sentences(path, values, "how"),
        result=need(path, values, "result", str, sentence),
        facilitator=need(path, values, "facilitator", str, sentence),
        pitfalls=need_sentences(path, values, "pitfalls"),
        lanes=[
            Lane(lane, *(need(path, words, key, str, sentence, within=f"lanes.{lane}") for key in ("name", "hint")))
            for lane, words in by_lane.items()
        ],
    )
