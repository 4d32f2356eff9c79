"""How a board is told: its cards by lane, theme or quadrant, as a grid, or counted."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cx_workshop.content import Field, MethodWords, Shape, method, shape_of
from cx_workshop.content.methods import FieldWords
from cx_workshop.content.shape import THEMES, PartKind
from cx_workshop.model import Activity, Card, CardStatus
from cx_workshop.report.cards import Teller, ToldCard, signed

IN_PLACE = ("grid", "themes", "matrix", "sliders")
"""Layouts where its place says something about a card, so that kept and parked ones are told there too."""


@dataclass(frozen=True)
class Group:
    """Cards that lie together: a lane, a theme, a quadrant."""

    name: str
    """Empty where a board has only one place."""
    cards: list[ToldCard]
    status: CardStatus = "open"
    """Of a theme, which can be kept or parked as a whole."""


@dataclass(frozen=True)
class Grid:
    """The columns and rows that hold cards; `rows` are their names, each with its cards by column."""

    columns: list[str]
    rows: list[tuple[str, list[list[ToldCard]]]]


@dataclass(frozen=True)
class Sheet:
    """One copy of a board, such as a persona's; it has groups or a grid."""

    name: str
    groups: list[Group] = field(default_factory=list)
    grid: Grid | None = None


@dataclass(frozen=True)
class Tally:
    """How often each answer was given to one question of a survey."""

    name: str
    counts: dict[str, int]
    ends: str
    """What the ends of the scale mean."""


def sheets_of(activity: Activity, cards: list[Card], words: MethodWords, tell: Teller) -> list[Sheet]:
    """The cards where they lie, in the board's order; empty places are left out."""
    shape = shape_of(activity)
    names = shape.sheet_names(words) if len(shape.sheets) > 1 else shape.names.get("sheets", {})
    found = []
    for id in _in_order(shape.sheets, (card.sheet for card in cards)):
        mine = [card for card in cards if card.sheet == id]
        if method(activity.method).board.layout == "grid":
            found.append(Sheet(names.get(id, ""), grid=_grid(mine, shape, words, tell)))
        else:
            found.append(Sheet(names.get(id, ""), _groups(activity, mine, words, tell)))
    return found


def sheet_names_of(activities: Iterable[Activity], language: str) -> dict[str, str]:
    """The sheets that a field may point to, each written as activity/sheet, with their names."""
    return {
        f"{activity.id}/{id}": name
        for activity in activities
        for id, name in shape_of(activity).sheet_names(method(activity.method).words[language]).items()
    }


def tallies_of(cards: list[Card], fields: list[Field], words: MethodWords) -> list[Tally]:
    return [
        Tally(words.fields[one.id].name, counts, _ends(words.fields[one.id]))
        for one in fields
        if any((counts := _counts([card.fields.get(one.id) for card in cards], one, words.fields[one.id])).values())
    ]


def remarks_of(cards: list[Card], fields: list[Field]) -> list[str]:
    """What people wrote to a survey, by alphabet: nothing tells whose it is, nor which score it goes with."""
    written = [one.id for one in fields if one.kind in ("line", "text")]
    texts = [text for card in cards for text in (card.text, *(card.fields.get(id, "") for id in written))]
    return sorted(filter(None, texts), key=str.casefold)


def _groups(activity: Activity, cards: list[Card], words: MethodWords, tell: Teller) -> list[Group]:
    match method(activity.method).board.layout:
        case "themes":
            return _themes(cards, words, tell)
        case "matrix":
            return _quadrants(cards, words, tell)
    names = _names("lanes", shape_of(activity), words)
    lanes = _in_order(names, (card.lane for card in cards))
    several = len(names) > 1
    return [
        Group(names.get(lane, lane) if several else "", [tell(card) for card in cards if card.lane == lane])
        for lane in lanes
    ]


def _themes(cards: list[Card], words: MethodWords, tell: Teller) -> list[Group]:
    themes = {card.id: card for card in cards if card.lane == THEMES}
    loose = [card for card in cards if card.lane != THEMES and card.theme not in themes]
    groups = [
        Group(theme.text, [tell(card) for card in cards if card.theme == theme.id], theme.status)
        for theme in themes.values()
    ]
    return [*groups, *([Group(words.lanes[0].name, [tell(card) for card in loose])] if loose else [])]


def _quadrants(cards: list[Card], words: MethodWords, tell: Teller) -> list[Group]:
    """Each quadrant with its uppermost cards first; then those that nobody has placed."""
    placed: dict[str, list[tuple[float, float, Card]]] = {}
    loose = []
    for card in cards:
        if card.x is None or card.y is None:
            loose.append(card)
        else:
            region = f"{'top' if card.y >= 0.5 else 'bottom'}_{'right' if card.x >= 0.5 else 'left'}"
            placed.setdefault(region, []).append((-card.y, card.x, card))
    groups = [
        Group(_region(region, words), [tell(card) for _y, _x, card in sorted(placed[region], key=lambda one: one[:2])])
        for region in ("top_left", "top_right", "bottom_left", "bottom_right")
        if region in placed
    ]
    return [*groups, *([Group(words.lanes[0].name, [tell(card) for card in loose])] if loose else [])]


def _region(region: str, words: MethodWords) -> str:
    """The name of a quadrant; one without tells where it lies on both axes."""
    x, y = words.axes.values()
    across = x.high if region.endswith("right") else x.low
    up = y.high if region.startswith("top") else y.low
    return words.regions.get(region, f"{x.name}: {across}, {y.name}: {up}")


def _grid(cards: list[Card], shape: Shape, words: MethodWords, tell: Teller) -> Grid:
    lanes, rows = _names("lanes", shape, words), _names("rows", shape, words)
    columns = _in_order(lanes, (card.lane for card in cards))
    return Grid(
        [lanes.get(column, column) for column in columns],
        [
            (
                rows.get(row, row),
                [[tell(card) for card in cards if (card.row, card.lane) == (row, column)] for column in columns],
            )
            for row in _in_order(rows, (card.row for card in cards))
        ],
    )


def _names(kind: PartKind, shape: Shape, words: MethodWords) -> dict[str, str]:
    assert kind != "sheets"
    return {part.id: part.name for part in shape.parts(kind, words)}


def _in_order(known: Iterable[str], used: Iterable[str]) -> list[str]:
    """Those that are used, in the board's order; what the board has lost meanwhile comes last."""
    found = dict.fromkeys(used)
    order = list(known)
    return [*(id for id in order if id in found), *(id for id in found if id not in order)]


def _counts(given: list[object], one: Field, words: FieldWords) -> dict[str, int]:
    """Answer -> how often; nothing for a field that is written in."""
    counted = Counter(value for value in given if isinstance(value, (str, int)))
    if one.kind == "choice":
        return {words.options[option]: counted[option] for option in one.options}
    if one.min is None or one.max is None:
        return {}
    say: Callable[[int], str] = signed if one.min < 0 else str
    return {say(value): counted[value] for value in range(one.min, one.max + 1)}


def _ends(words: FieldWords) -> str:
    return f"{words.low} … {words.high}" if words.low and words.high else ""
