"""What a method's board is like: how it lays out cards, and what a card has besides its text."""

from dataclasses import dataclass
from typing import Literal, get_args

from cx_workshop.content.folder import Table

Layout = Literal["lanes", "grid", "themes", "matrix", "sliders", "form"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
FieldKind = Literal["line", "text", "list", "choice", "number", "scale", "date", "link", "image", "sheet"]
KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
CHARTS = ("curve", "gap", "nps", "sus", "ratings", "personas")
REGIONS = ("top_left", "top_right", "bottom_left", "bottom_right")
OWN = ("lanes", "rows")
WIDEST_SCALE = 11


@dataclass(frozen=True)
class Field:
    """One thing that a card has besides its text."""

    id: str
    kind: FieldKind
    options: list[str]
    min: int | None
    max: int | None
    lanes: list[str]
    """Only cards of these lanes have it; of all where this is empty. The same for rows."""
    rows: list[str]
    quick: bool
    """Whether it is asked beside the write field, when a card is added."""
    of: str = ""
    """Of a sheet: the method on whose boards it lies."""

    def belongs(self, *, lane: str, row: str) -> bool:
        return (not self.lanes or lane in self.lanes) and (not self.rows or row in self.rows)


PHOTO = Field("photo", "image", options=[], min=None, max=None, lanes=[], rows=[], quick=False)
"""A photo of a note or a sheet of paper; no method asks for it."""


@dataclass(frozen=True)
class Board:
    layout: Layout
    lanes: list[str]
    rows: list[str]
    own: list[str]
    """Of which the team may add its own: lanes, rows."""
    sheets: bool
    """Whether there are several copies side by side, such as one a persona."""
    team: bool
    """Whether everybody may change every card."""
    one_each: bool
    private: bool
    """Whether people write here for themselves first, until the facilitator reveals it."""
    anonymous: bool
    freezes_on: str | None
    """The field that, once it is filled in, freezes the others of its card."""
    prompts_later: bool
    travels: bool
    """Whether everybody writes on a sheet of their own, and the sheets travel on."""
    starters: bool
    axes: list[str]
    regions: list[str]
    chart: str | None
    templates: dict[str, list[str]]
    fields: list[Field]

    @property
    def photo(self) -> Field | None:
        """Where a photo of paper goes: the method's own picture, else one that every card can hold.

        A sheet of a form may have a picture that is something else, such as a portrait. Sliders and surveys have none.
        """
        if self.one_each or self.layout == "sliders":
            return None
        own = [field for field in self.fields if field.kind == "image" and self.layout != "form"]
        return own[0] if own else PHOTO

    @property
    def field_by_id(self) -> dict[str, Field]:
        """All that a card can hold: what the method asks for, and the photo."""
        fields = {field.id: field for field in self.fields}
        return fields | ({PHOTO.id: PHOTO} if self.photo is PHOTO else {})


def plain_board() -> Board:
    """One lane for cards that have nothing but their text."""
    return Board(
        layout="lanes",
        lanes=["cards"],
        rows=[],
        own=[],
        sheets=False,
        team=False,
        one_each=False,
        private=False,
        anonymous=False,
        freezes_on=None,
        prompts_later=False,
        travels=False,
        starters=False,
        axes=[],
        regions=[],
        chart=None,
        templates={},
        fields=[],
    )


def read_board(table: Table) -> Board:
    layout = table.choice("layout", LAYOUTS, f"one of {', '.join(LAYOUTS)}")
    lanes = table.texts("lanes", "a list of lane ids")
    if layout not in ("lanes", "grid") and len(lanes) > 1:
        raise table.wrong("lanes", f"one lane: a board of layout {layout} has no more")
    rows = table.texts("rows", "a list of row ids") if layout == "grid" else []
    axes = table.texts("axes", "two axes: x, then y") if layout == "matrix" else []
    if layout == "matrix" and len(axes) != 2:
        raise table.wrong("axes", "two axes: x, then y")
    templates = table.table("templates") if table.has("templates") else None
    fields = [_read_field(one, lanes, rows) for one in table.tables("fields", "tables")] if table.has("fields") else []
    freezes_on = table.text("freezes_on", "a field's id") if table.has("freezes_on") else None
    if freezes_on and freezes_on not in [field.id for field in fields]:
        raise table.wrong("freezes_on", "a field's id")
    board = Board(
        layout=layout,  # type: ignore[arg-type]  # choice() has looked
        lanes=lanes,
        rows=rows,
        own=_some_of(table, "own", OWN),
        sheets=table.flag("sheets"),
        team=table.flag("team"),
        one_each=table.flag("one_each"),
        private=table.flag("private"),
        anonymous=table.flag("anonymous"),
        freezes_on=freezes_on,
        prompts_later=table.flag("prompts_later"),
        travels=table.flag("travels"),
        starters=table.flag("starters"),
        axes=axes,
        regions=_some_of(table, "regions", REGIONS) if layout == "matrix" else [],
        chart=table.choice("chart", CHARTS, f"one of {', '.join(CHARTS)}") if table.has("chart") else None,
        templates={name: templates.texts(name, "a list of lane ids") for name in templates.values} if templates else {},
        fields=fields,
    )
    table.finish()
    return board


def _some_of(table: Table, key: str, known: tuple[str, ...]) -> list[str]:
    expected = f"some of {', '.join(known)}"
    found = table.texts(key, expected) if table.has(key) else []
    if not set(found) <= set(known):
        raise table.wrong(key, expected)
    return found


def _read_field(table: Table, lanes: list[str], rows: list[str]) -> Field:
    kind = table.choice("kind", KINDS, f"one of {', '.join(KINDS)}")
    numbers = kind in ("number", "scale")
    field = Field(
        id=table.text("id", "a field's id"),
        kind=kind,  # type: ignore[arg-type]  # choice() has looked
        options=table.texts("options", "a list of options") if kind == "choice" else [],
        min=table.number("min") if numbers else None,
        max=table.number("max") if numbers else None,
        lanes=_some_of(table, "lanes", tuple(lanes)),
        rows=_some_of(table, "rows", tuple(rows)),
        of=table.text("of", "a method's id") if kind == "sheet" else "",
        quick=table.flag("quick"),
    )
    if numbers and not _is_range(field):
        raise table.wrong("max", "more than min" if kind == "number" else f"a scale of at most {WIDEST_SCALE} steps")
    if field.id == PHOTO.id:
        raise table.wrong("id", "another id: every card can hold a photo already")
    if field.quick and kind not in ("choice", "scale"):
        raise table.wrong("quick", "a choice or a scale: what one picks while writing")
    table.finish()
    return field


def _is_range(field: Field) -> bool:
    assert field.min is not None and field.max is not None
    steps = field.max - field.min + 1
    return steps > 1 and (field.kind == "number" or steps <= WIDEST_SCALE)
