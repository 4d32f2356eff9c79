"""What an activity's board looks like now: its method's, with what the team has added or renamed."""

from dataclasses import dataclass
from typing import Any, Literal

from cx_workshop.content.methods import MethodWords, Part, method
from cx_workshop.model import Activity

PartKind = Literal["lanes", "rows", "sheets"]
PARTS: tuple[PartKind, ...] = ("lanes", "rows", "sheets")
FIRST_SHEET = "1"
THEMES = "themes"
"""The lane of a themes board in which the themes themselves lie."""


@dataclass(frozen=True)
class Shape:
    """The ids of lanes, rows and sheets in their order, and the names that the team gave."""

    lanes: list[str]
    rows: list[str]
    sheets: list[str]
    names: dict[str, dict[str, str]]
    """Kind of part -> id -> name."""

    def ids(self, kind: PartKind) -> list[str]:
        found: list[str] = getattr(self, kind)
        return found

    def parts(self, kind: Literal["lanes", "rows"], words: MethodWords) -> list[Part]:
        """Lanes or rows with their words; own ones bear the name that the team gave them."""
        known: dict[str, Part] = {part.id: part for part in getattr(words, kind)}
        own = self.names.get(kind, {})
        return [Part(id, own[id]) if id in own else known.get(id, Part(id, id)) for id in self.ids(kind)]

    def sheet_names(self, words: MethodWords) -> dict[str, str]:
        own = self.names.get("sheets", {})
        return {id: own.get(id, f"{words.sheet} {number}") for number, id in enumerate(self.sheets, start=1)}


def shape_of(activity: Activity) -> Shape:
    """The shape of an activity's board."""
    return read_shape(activity.method, activity.shape)


def read_shape(method_id: str, kept: dict[str, Any]) -> Shape:
    """`kept` holds what differs from the method: lists of ids by kind of part, and own names."""
    board = method(method_id).board
    sheets = [FIRST_SHEET] if board.sheets else []
    return Shape(
        lanes=kept.get("lanes", board.lanes),
        rows=kept.get("rows", board.rows),
        sheets=kept.get("sheets", sheets),
        names=kept.get("names", {}),
    )


def is_shape(kept: dict[str, Any]) -> bool:
    """Whether this is what an activity can hold of its board; a file from elsewhere may say anything."""
    kinds: dict[str, Any] = {**dict.fromkeys(PARTS, list), "names": dict, "turn": dict, "prompts": bool, "reason": str}
    if not all(type(value) is kinds.get(key) for key, value in kept.items()):
        return False
    names, turn = kept.get("names", {}), kept.get("turn")
    return (
        all(_is_texts(kept[kind]) and kept[kind] for kind in PARTS if kind in kept)
        and names.keys() <= set(PARTS)
        and all(isinstance(own, dict) and _is_texts([*own.values()]) for own in names.values())
        and (turn is None or _is_turn(turn))
    )


def _is_texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) and value for value in values)


def _is_turn(turn: dict[str, Any]) -> bool:
    kinds = {"number": int, "minutes": int, "sheets": dict, "ends_at": str}
    same = turn.keys() == kinds.keys() and all(type(turn[key]) is kind for key, kind in kinds.items())
    return same and _is_texts([*turn["sheets"].values()])
