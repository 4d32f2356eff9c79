from typing import Any

import pytest

from cx_workshop.content import method, shape_of
from cx_workshop.content.shape import Shape
from cx_workshop.model import Seat
from cx_workshop.storage import queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import last_event, refused

JOURNEY, STORYBOARD, PARADOXES, PROMPTS = (
    "empathize/journey_map",
    "prototype/storyboard",
    "empathize/paradoxes",
    "ideate/prompt_cards",
)
"""A grid with own lanes, rows, sheets and templates; lanes with sheets; sheets with starters; prompts for later."""


def opened(room: Room, method_id: str) -> str:
    """A new activity of this method, opened."""
    planned = room.act(room.facilitator, "plan_activity", method=method_id, minutes=30, position=1).data["activity"]
    room.act(room.facilitator, "open_activity", activity=planned)
    return str(planned)


@pytest.fixture
def journey(room: Room) -> str:
    return opened(room, JOURNEY)


def part(room: Room, seat: Seat, verb: str, /, **args: Any) -> None:
    """A verb on a part of a board; its `id` is the part's, where Room.act means the command's."""
    perform(room.store, Command(verb, args, seat=seat.id)).result(10)


def shape(room: Room, activity: str) -> Shape:
    return shape_of(room.activity(activity))


def lay(room: Room, activity: str, **place: str) -> str:
    """A card of the participant's; its id."""
    card = new_id()
    place = {"lane": "purchase", "row": "doing", "sheet": "1"} | place
    room.act(room.participant, "add_card", activity=activity, card=card, text="Pays", **place)
    return card


def on_sheets(room: Room, activity: str) -> list[tuple[str, str]]:
    """(sheet, text) of every card on a board."""
    with room.store.reading() as db:
        return [(card.sheet, card.text) for card in queries.board_of(db, activity)]


def test_add_part_puts_it_behind_another_or_at_the_end(room: Room, journey: str) -> None:
    before = shape(room, journey)
    for kind, after in (("lanes", "purchase"), ("lanes", None), ("rows", "doing"), ("rows", "unknown")):
        id = f"{kind}-{after}"
        part(room, room.participant, "add_part", activity=journey, kind=kind, id=id, name=" Second  life ", after=after)
    now = shape(room, journey)
    assert now.lanes == [*before.lanes[:3], "lanes-purchase", *before.lanes[3:], "lanes-None"]
    assert now.rows == ["doing", "rows-doing", *before.rows[1:], "rows-unknown"]
    assert now.names["lanes"] == {"lanes-purchase": "Second life", "lanes-None": "Second life"}
    assert [part.name for part in now.parts("lanes", method(JOURNEY).words["en"])][2:5] == [
        "Purchase",
        "Second life",
        "Delivery",
    ]


def test_add_part_tells_the_new_shape_whole(room: Room, journey: str) -> None:
    part(room, room.participant, "add_part", activity=journey, kind="sheets", id="b", name="Bram")
    event = last_event(room.store)
    assert (event.kind, event.activity, event.seat) == ("part_added", journey, room.participant.id)
    assert event.before == {"activities": {journey: {"shape": {}}}}
    assert event.after == {
        "activities": {journey: {"shape": {"sheets": ["1", "b"], "names": {"sheets": {"b": "Bram"}}}}}
    }


def test_cards_lie_on_own_parts(room: Room, journey: str) -> None:
    for kind in ("lanes", "rows", "sheets"):
        part(room, room.participant, "add_part", activity=journey, kind=kind, id="own", name="Own")
    card = room.card(lay(room, journey, lane="own", row="own", sheet="own"))
    assert (card.lane, card.row, card.sheet) == ("own", "own", "own")


def test_rename_part_keeps_everything_else(room: Room, journey: str) -> None:
    card, before = lay(room, journey), shape(room, journey)
    for kind, id in (("lanes", "purchase"), ("rows", "doing"), ("sheets", "1")):
        part(room, room.other, "rename_part", activity=journey, kind=kind, id=id, name="Fatma")
    now = shape(room, journey)
    assert (now.lanes, now.rows, now.sheets) == (before.lanes, before.rows, before.sheets)
    assert now.names == {"lanes": {"purchase": "Fatma"}, "rows": {"doing": "Fatma"}, "sheets": {"1": "Fatma"}}
    assert now.sheet_names(method(JOURNEY).words["en"]) == {"1": "Fatma"}
    assert room.card(card).lane == "purchase"


@pytest.mark.parametrize(
    ("id", "before", "order"),
    [
        ("purchase", "awareness", "purchase awareness consideration delivery use loyalty"),
        ("awareness", None, "consideration purchase delivery use loyalty awareness"),
        ("purchase", "use", "awareness consideration delivery purchase use loyalty"),
        ("purchase", "purchase", "awareness consideration purchase delivery use loyalty"),
        ("purchase", "unknown", "awareness consideration delivery use loyalty purchase"),
    ],
)
def test_move_part_puts_it_before_another(room: Room, journey: str, id: str, before: str | None, order: str) -> None:
    card, names = lay(room, journey), shape(room, journey).names
    part(room, room.other, "move_part", activity=journey, kind="lanes", id=id, before=before)
    assert shape(room, journey).lanes == order.split()
    assert (room.card(card).lane, shape(room, journey).names) == ("purchase", names)


def test_move_part_moves_rows_and_sheets_and_only_what_is_there(room: Room, journey: str) -> None:
    part(room, room.participant, "add_part", activity=journey, kind="sheets", id="b", name="Bram")
    part(room, room.other, "move_part", activity=journey, kind="sheets", id="b", before="1")
    first, second, *rest = shape(room, journey).rows
    part(room, room.other, "move_part", activity=journey, kind="rows", id=first, before=rest[0])
    now = shape(room, journey)
    assert (now.sheets, now.rows) == (["b", "1"], [second, first, *rest])
    assert now.sheet_names(method(JOURNEY).words["en"]) == {"b": "Bram", "1": "Persona 1"}
    with refused(room.store, "unknown_lane"):
        part(room, room.other, "move_part", activity=journey, kind="rows", id="purchase")


def test_drop_part_takes_away_what_is_empty(room: Room, journey: str) -> None:
    part(room, room.participant, "add_part", activity=journey, kind="sheets", id="b", name="Bram")
    for kind, id in (("lanes", "loyalty"), ("rows", "message"), ("sheets", "1")):
        part(room, room.participant, "drop_part", activity=journey, kind=kind, id=id)
    now = shape(room, journey)
    assert "loyalty" not in now.lanes
    assert "message" not in now.rows
    assert now.sheets == ["b"]
    with refused(room.store, "unknown_lane"):
        lay(room, journey, lane="loyalty", sheet="b")
    with refused(room.store, "unknown_sheet"):
        lay(room, journey)


@pytest.mark.parametrize("status", ["open", "kept", "parked"])
def test_drop_part_is_refused_where_a_card_lies(room: Room, journey: str, status: str) -> None:
    card = lay(room, journey)
    part(room, room.participant, "add_part", activity=journey, kind="sheets", id="b", name="Bram")
    if status != "open":
        room.act(room.participant, {"kept": "keep_card", "parked": "park_card"}[status], card=card)
    for kind, id in (("lanes", "purchase"), ("rows", "doing"), ("sheets", "1")):
        with refused(room.store, "part_has_cards"):
            part(room, room.facilitator, "drop_part", activity=journey, kind=kind, id=id)
    room.act(room.participant, "remove_card", card=card)
    part(room, room.participant, "drop_part", activity=journey, kind="lanes", id="purchase")


def test_the_last_part_stays(room: Room, journey: str) -> None:
    with refused(room.store, "part_has_cards"):
        part(room, room.facilitator, "drop_part", activity=journey, kind="sheets", id="1")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"id": "purchase"}, "bad_arguments"),
        ({"id": ""}, "bad_arguments"),
        ({"id": "x" * 65}, "bad_arguments"),
        ({"id": "doing·purchase"}, "bad_arguments"),
        ({"kind": "walls"}, "bad_arguments"),
        ({"name": " \n"}, "empty_text"),
        ({"name": "x" * 81}, "name_too_long"),
    ],
)
def test_add_part_refuses(room: Room, journey: str, wrong: dict[str, Any], code: str) -> None:
    with refused(room.store, code):
        args = {"activity": journey, "kind": "lanes", "id": "own", "name": "Own"} | wrong
        part(room, room.participant, "add_part", **args)


def test_a_board_has_at_most_forty_of_a_kind(room: Room, journey: str) -> None:
    for number in range(40 - len(shape(room, journey).lanes)):
        part(room, room.participant, "add_part", activity=journey, kind="lanes", id=f"own-{number}", name="Own")
    with refused(room.store, "bad_arguments"):
        part(room, room.participant, "add_part", activity=journey, kind="lanes", id="more", name="Own")


def test_rename_part_knows_only_what_is_there(room: Room, journey: str) -> None:
    with refused(room.store, "unknown_lane"):
        part(room, room.participant, "rename_part", activity=journey, kind="rows", id="purchase", name="Own")


def test_only_what_the_method_leaves_to_the_team(room: Room) -> None:
    storyboard = opened(room, STORYBOARD)
    part(room, room.participant, "add_part", activity=storyboard, kind="lanes", id="own", name="Own")
    with refused(room.store, "bad_arguments"):
        part(room, room.facilitator, "add_part", activity=storyboard, kind="rows", id="own", name="Own")
    empathy_map = room.open()
    for kind in ("lanes", "rows", "sheets"):
        with refused(room.store, "bad_arguments"):
            part(room, room.facilitator, "add_part", activity=empathy_map, kind=kind, id="own", name="Own")


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("add_part", {"kind": "lanes", "id": "own", "name": "Own"}),
        ("rename_part", {"kind": "lanes", "id": "purchase", "name": "Own"}),
        ("move_part", {"kind": "lanes", "id": "purchase"}),
        ("drop_part", {"kind": "lanes", "id": "purchase"}),
        ("use_template", {"template": "attention"}),
    ],
)
def test_who_may_change_the_shape(room: Room, journey: str, verb: str, args: dict[str, Any]) -> None:
    with refused(room.store, "not_allowed"):
        part(room, room.observer, verb, activity=journey, **args)
    room.act(room.facilitator, "lock_board", activity=journey)
    with refused(room.store, "board_locked"):
        part(room, room.participant, verb, activity=journey, **args)
    part(room, room.facilitator, verb, activity=journey, **args)
    room.open()
    with refused(room.store, "activity_closed"):
        part(room, room.facilitator, verb, activity=journey, **args)


def test_use_template_takes_other_columns_while_nothing_lies_there(room: Room, journey: str) -> None:
    usual = shape(room, journey).lanes
    room.act(room.participant, "use_template", activity=journey, template="attention")
    assert shape(room, journey).lanes == ["attention", "interest", "information", "action"]
    room.act(room.participant, "use_template", activity=journey, template="default")
    assert shape(room, journey).lanes == usual
    card = lay(room, journey)
    with refused(room.store, "part_has_cards"):
        room.act(room.facilitator, "use_template", activity=journey, template="attention")
    room.act(room.participant, "remove_card", card=card)
    with refused(room.store, "bad_arguments"):
        room.act(room.participant, "use_template", activity=journey, template="unknown")
    room.act(room.participant, "use_template", activity=journey, template="attention")


def test_starters_lie_on_the_first_sheet_and_on_each_new_one(room: Room) -> None:
    activity = opened(room, PARADOXES)
    texts = [starter.text for starter in method(PARADOXES).words["en"].starters]
    assert on_sheets(room, activity) == [("1", text) for text in texts]
    part(room, room.participant, "add_part", activity=activity, kind="sheets", id="b", name="Bram")
    assert on_sheets(room, activity) == [(sheet, text) for sheet in ("1", "b") for text in texts]
    with room.store.reading() as db:
        assert {card.seat for card in queries.board_of(db, activity)} == {None}


def test_opening_again_lays_no_starters_again(room: Room) -> None:
    activity = opened(room, PARADOXES)
    count = len(on_sheets(room, activity))
    room.open()
    room.act(room.facilitator, "open_activity", activity=activity)
    assert len(on_sheets(room, activity)) == count


def test_prompts_are_shown_by_a_facilitator(room: Room) -> None:
    activity = opened(room, PROMPTS)
    with refused(room.store, "not_allowed"):
        room.act(room.participant, "show_prompts", activity=activity)
    room.act(room.facilitator, "show_prompts", activity=activity)
    assert room.activity(activity).shape == {"prompts": True}
    assert last_event(room.store).kind == "prompts_shown"
