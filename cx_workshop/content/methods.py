"""Methods: a folder under data/methods/<step>/ each, with method.toml and the words in three languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from cx_workshop.content.board import Board, Field, plain_board, read_board
from cx_workshop.content.folder import Table
from cx_workshop.process import STEP_BY_ID, Mode
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES, N_, translate


@dataclass(frozen=True)
class Part:
    """A lane or a row in words."""

    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True)
class FieldWords:
    name: str
    hint: str
    options: dict[str, str]
    low: str
    high: str
    """What the ends of a scale mean."""


def photo_words(language: str) -> FieldWords:
    """Of the photo that every card can hold; the words of a method do not know it."""
    return FieldWords(translate(N_("Photo"), language), hint="", options={}, low="", high="")


@dataclass(frozen=True)
class AxisWords:
    name: str
    low: str
    high: str


@dataclass(frozen=True)
class Starter:
    """A card that lies on the board from the start."""

    text: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class MethodWords:
    """A method in one language."""

    name: str
    question: str
    why: str
    how: list[str]
    result: str
    prompts: list[str]
    example: list[str]
    facilitator: str
    pitfalls: list[str]
    title: str
    """What the text of a card is, such as the name of a persona; empty where it is just a card."""
    lanes: list[Part]
    """The lanes of the board and of its templates."""
    rows: list[Part]
    sheet: str
    templates: dict[str, str]
    axes: dict[str, AxisWords]
    regions: dict[str, str]
    fields: dict[str, FieldWords]
    starters: list[Starter]


@dataclass(frozen=True)
class Method:
    """How-to with its board."""

    id: str
    """Its folder, such as empathize/empathy_map."""
    step: str
    mode: Mode
    minutes: int
    group: tuple[int, int]
    """How many people it suits, from and to."""
    sources: list[str]
    chooses: bool
    """Whether a team chooses here: closing it then parks what was not kept."""
    board: Board
    words: dict[str, MethodWords]


@cache
def methods() -> dict[str, Method]:
    """All methods by id; raises ContentError for a folder that is not right."""
    folders = sorted(path.parent for path in (DATA / "methods").glob("*/*/method.toml"))
    return {found.id: found for found in map(read_method, folders)}


def method(method_id: str) -> Method:
    """The method; where its folder is gone, one that lets a team still read what it wrote."""
    return methods().get(method_id) or _stand_in(method_id)


@cache
def _stand_in(method_id: str) -> Method:
    step, _, name = method_id.partition("/")
    return Method(
        id=method_id,
        step=step,
        mode="diverge",
        minutes=10,
        group=(1, 100),
        sources=[],
        chooses=False,
        board=plain_board(),
        words={language: _stand_in_words(name.replace("_", " "), language) for language in LANGUAGES},
    )


def _stand_in_words(name: str, language: str) -> MethodWords:
    missing = N_("The folder of this method is missing on the server. What was written with it can still be read.")
    return MethodWords(
        name=name,
        question=translate(missing, language),
        why="",
        how=[],
        result="",
        prompts=[],
        example=[],
        facilitator="",
        pitfalls=[],
        title="",
        lanes=[Part(lane, translate(N_("Cards"), language)) for lane in plain_board().lanes],
        rows=[],
        sheet="",
        templates={},
        axes={},
        regions={},
        fields={},
        starters=[],
    )


def read_method(folder: Path) -> Method:
    table = Table(folder / "method.toml")
    step = table.text("step", "the step's id")
    if step not in STEP_BY_ID or step != folder.parent.name:
        raise table.wrong("step", f"one of {', '.join(STEP_BY_ID)}, the name of the folder above")
    board = read_board(table.table("board", "a table with layout and lanes"))
    found = Method(
        id=f"{step}/{folder.name}",
        step=step,
        mode=table.choice("mode", get_args(Mode), "diverge or converge"),  # type: ignore[arg-type]  # choice() has looked
        minutes=table.minutes(),
        group=_group(table),
        sources=table.texts("sources", "a list of sources"),
        chooses=table.flag("chooses"),
        board=board,
        words={language: read_words(folder / f"{language}.toml", board) for language in LANGUAGES},
    )
    table.finish()
    return found


def _group(table: Table) -> tuple[int, int]:
    match table.need("group", list, "two numbers of people: from, to"):
        case [int(least), int(most)] if 1 <= least <= most:
            return least, most
    raise table.wrong("group", "two numbers of people: from, to")


def read_words(path: Path, board: Board) -> MethodWords:
    table = Table(path)
    of_templates = [lane for lanes in board.templates.values() for lane in lanes]
    lanes = list(dict.fromkeys([*board.lanes, *of_templates]))
    words = MethodWords(
        name=table.text("name"),
        question=table.text("question"),
        why=table.text("why"),
        how=table.texts("how"),
        result=table.text("result"),
        prompts=table.texts("prompts"),
        example=table.texts("example"),
        facilitator=table.text("facilitator"),
        pitfalls=table.texts("pitfalls"),
        title=table.text("title") if table.has("title") else "",
        lanes=_parts(table, "lanes", lanes),
        rows=_parts(table, "rows", board.rows),
        sheet=_sheet(table) if board.sheets else "",
        templates=_names(table, "templates", ["default", *board.templates] if board.templates else []),
        axes={axis: _axis(one) for axis, one in _in_order(table, "axes", board.axes)},
        regions=_names(table, "regions", board.regions),
        fields=_fields(table, board.fields),
        starters=[_starter(one, board) for one in _starters(table, board)],
    )
    table.finish()
    return words


def _in_order(table: Table, key: str, ids: list[str]) -> list[tuple[str, Table]]:
    """The tables that stand under a key, one for each id of method.toml, in its order."""
    if not ids:
        return []
    found = table.table(key, f"a table for each of {', '.join(ids)}")
    if list(found.values) != ids:
        raise table.wrong(key, f"the {key} of method.toml in their order: {', '.join(ids)}")
    return [(id, found.table(id)) for id in ids]


def _parts(table: Table, key: str, ids: list[str]) -> list[Part]:
    parts = []
    for id, one in _in_order(table, key, ids):
        parts.append(Part(id, one.text("name"), one.text("hint")))
        one.finish()
    return parts


def _names(table: Table, key: str, ids: list[str]) -> dict[str, str]:
    if not ids:
        return {}
    found = table.table(key, f"a name for each of {', '.join(ids)}")
    if list(found.values) != ids:
        raise table.wrong(key, f"a name for each of {', '.join(ids)}")
    return {id: found.text(id, "a name") for id in ids}


def _sheet(table: Table) -> str:
    sheets = table.table("sheets", "a table with the name of a sheet")
    name = sheets.text("name", "a name")
    sheets.finish()
    return name


def _axis(table: Table) -> AxisWords:
    axis = AxisWords(*(table.text(key, "a word or two") for key in ("name", "low", "high")))
    table.finish()
    return axis


def _fields(table: Table, fields: list[Field]) -> dict[str, FieldWords]:
    found = {}
    for field, (id, one) in zip(fields, _in_order(table, "fields", [field.id for field in fields]), strict=True):
        found[id] = FieldWords(
            name=one.text("name", "a name"),
            hint=one.text("hint") if one.has("hint") else "",
            options=_names(one, "options", field.options),
            low=one.text("low", "a word or two") if field.kind == "scale" or one.has("low") else "",
            high=one.text("high", "a word or two") if field.kind == "scale" or one.has("high") else "",
        )
        one.finish()
    return found


def _starters(table: Table, board: Board) -> list[Table]:
    return table.tables("starters", "a list of cards") if board.starters else []


def _starter(table: Table, board: Board) -> Starter:
    fields = table.need("fields", dict, "the card's fields") if table.has("fields") else {}
    if not fields.keys() <= board.field_by_id.keys():
        raise table.wrong("fields", f"some of {', '.join(board.field_by_id)}")
    starter = Starter(table.text("text"), fields)
    table.finish()
    return starter
