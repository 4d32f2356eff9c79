"""Where cards lie: rows and sheets of a grid, and spots on a plane."""

from typing import Any

import pytest

from cx_workshop.content import method
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import last_event, refused

GRID = "empathize/journey_map"


def plan(room: Room, method_id: str) -> str:
    """Plan and open an activity of a method; its id."""
    planned = room.act(room.facilitator, "plan_activity", method=method_id, minutes=10, position=1)
    activity = str(planned.data["activity"])
    room.act(room.facilitator, "open_activity", activity=activity)
    return activity


def add(room: Room, activity: str, **place: str) -> str:
    card = new_id()
    room.act(room.participant, "add_card", activity=activity, card=card, text=card[:4], **place)
    return card


@pytest.fixture
def matrix(room: Room) -> str:
    return plan(room, "ideate/how_now_wow")


@pytest.fixture
def card(room: Room, matrix: str) -> str:
    return add(room, matrix, lane="tray")


def spot(room: Room, card: str) -> tuple[float | None, float | None]:
    return room.card(card).x, room.card(card).y


@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, 1), (0.25, 0.75), (0.123449, 1.0), (0.5, None), (None, None)])
def test_place_card_keeps_the_spot(room: Room, card: str, x: float | None, y: float | None) -> None:
    room.act(room.participant, "place_card", card=card, x=0.9, y=0.9)
    room.act(room.other, "place_card", card=card, x=x, y=y)
    assert spot(room, card) == (x if x is None else round(x, 4), y)
    event = last_event(room.store)
    assert (event.kind, event.seat, event.activity) == ("card_placed", room.other.id, room.card(card).activity)


def test_place_card_without_y_is_a_spot_on_a_slider(room: Room) -> None:
    board = plan(room, "empathize/paradoxes")
    slider = add(room, board, lane="tensions", sheet="1")
    room.act(room.other, "place_card", card=slider, x=0.7)
    assert spot(room, slider) == (0.7, None)


@pytest.mark.parametrize(
    "place",
    [
        {"x": -0.01, "y": 0.5},
        {"x": 0.5, "y": 1.01},
        {"x": float("nan"), "y": 0.5},
        {"x": 0.5, "y": float("nan")},
        {"x": float("inf"), "y": 0.5},
        {"x": 0.5, "y": float("-inf")},
        {"x": "0.5", "y": 0.5},
        {"x": True, "y": 0.5},
        {"y": 0.5},
    ],
)
def test_place_card_refuses_what_is_no_spot(room: Room, card: str, place: dict[str, Any]) -> None:
    with refused(room.store, "bad_arguments"):
        room.act(room.participant, "place_card", card=card, **place)


def test_place_card_is_undone(room: Room, card: str) -> None:
    room.act(room.participant, "place_card", card=card, x=0.2, y=0.3)
    room.act(room.participant, "place_card", card=card, x=None, y=None)
    room.act(room.participant, "undo")
    assert spot(room, card) == (0.2, 0.3)
    room.act(room.participant, "undo")
    assert spot(room, card) == (None, None)


def test_place_card_that_is_gone(room: Room, card: str) -> None:
    room.act(room.participant, "remove_card", card=card)
    with refused(room.store, "unknown_card"):
        room.act(room.participant, "place_card", card=card, x=0.5, y=0.5)


@pytest.fixture
def grid(room: Room) -> str:
    return plan(room, GRID)


def cells(board: str) -> tuple[list[str], list[str], str]:
    """The lanes, rows and first sheet of a grid's method."""
    shape = method(board).board
    return shape.lanes, shape.rows, "1" if shape.sheets else ""


def test_move_card_to_another_row_keeps_its_sheet(room: Room, grid: str) -> None:
    (lane, other, *_), (row, next_row, *_), sheet = cells(GRID)
    card = add(room, grid, lane=lane, row=row, sheet=sheet)
    room.act(room.other, "move_card", card=card, lane=other, row=next_row)
    assert (room.card(card).lane, room.card(card).row, room.card(card).sheet) == (other, next_row, sheet)
    room.act(room.other, "move_card", card=card, lane=lane)
    assert (room.card(card).lane, room.card(card).row) == (lane, next_row)


def test_move_card_before_another_looks_at_its_own_cell_only(room: Room, grid: str) -> None:
    (lane, *_), (row, next_row, *_), sheet = cells(GRID)
    first, second = (add(room, grid, lane=lane, row=row, sheet=sheet) for _ in range(2))
    elsewhere = add(room, grid, lane=lane, row=next_row, sheet=sheet)
    room.act(room.other, "move_card", card=second, lane=lane, row=row, before=first)
    assert room.card(second).position < room.card(first).position
    room.act(room.other, "move_card", card=second, lane=lane, row=row, before=elsewhere)
    assert room.card(second).position > room.card(first).position


def test_move_card_to_another_sheet(room: Room, grid: str) -> None:
    (lane, *_), (row, *_), sheet = cells(GRID)
    if not sheet:
        pytest.skip("this journey has one sheet only")
    part = {"activity": grid, "kind": "sheets", "id": "fatma", "name": "Fatma"}
    perform(room.store, Command("add_part", part, seat=room.participant.id)).result(10)
    card = add(room, grid, lane=lane, row=row, sheet=sheet)
    room.act(room.participant, "move_card", card=card, lane=lane, sheet="fatma")
    assert room.card(card).sheet == "fatma"
    with refused(room.store, "unknown_sheet"):
        room.act(room.participant, "move_card", card=card, lane=lane, sheet="nobody")
    room.act(room.participant, "undo")
    assert room.card(card).sheet == sheet


@pytest.mark.parametrize(
    ("place", "code"), [({"row": "nowhere"}, "unknown_lane"), ({"lane": "nowhere"}, "unknown_lane")]
)
def test_move_card_refuses_what_the_grid_does_not_have(room: Room, grid: str, place: dict[str, str], code: str) -> None:
    (lane, *_), (row, *_), sheet = cells(GRID)
    card = add(room, grid, lane=lane, row=row, sheet=sheet)
    with refused(room.store, code):
        room.act(room.participant, "move_card", card=card, **{"lane": lane, **place})
