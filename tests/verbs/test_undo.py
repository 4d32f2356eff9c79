from typing import Any

import pytest

from cx_workshop.verbs import VERBS
from tests.conftest import Room
from tests.looking import last_event, refused

UNDOABLE: dict[str, tuple[str | None, dict[str, Any]]] = {
    "edit_card": (None, {"text": "Else"}),
    "move_card": (None, {"lane": "hears"}),
    "remove_card": (None, {}),
    "restore_card": ("remove_card", {}),
    "keep_card": (None, {}),
    "park_card": (None, {}),
    "reopen_card": ("keep_card", {}),
    "fill_card": (None, {"fields": {"text": "Else"}, "base": {"text": "They wait"}}),
    "place_card": (None, {"x": 0.25, "y": 0.75}),
}
"""Verb -> what comes before it, and its arguments beside the card."""
ELSEWHERE = {
    "add_card",
    "merge_cards",
    "put_in_theme",
    "take_out_of_theme",
    "link_cards",
    "unlink_cards",
    "import_scores",
}
"""Undone in tests of their own: here, or where they need another board or a second card."""


@pytest.fixture
def activity(room: Room) -> str:
    return room.open()


@pytest.fixture
def card(room: Room, activity: str) -> str:
    return room.add(room.participant, activity)


def columns(room: Room, card: str) -> dict[str, Any]:
    return {name: value for name, value in vars(room.card(card)).items() if name != "updated_at"}


def test_every_undoable_verb_is_undone_here() -> None:
    assert {name for name, verb in VERBS.items() if verb.undoable} == ELSEWHERE | UNDOABLE.keys()


@pytest.mark.parametrize("verb", UNDOABLE)
def test_undo_puts_back_what_was(room: Room, card: str, verb: str) -> None:
    first, more = UNDOABLE[verb]
    if first:
        room.act(room.participant, first, card=card)
    before = columns(room, card)
    room.act(room.participant, verb, card=card, **more)
    done = last_event(room.store)
    assert columns(room, card) != before
    room.act(room.participant, "undo")
    event = last_event(room.store)
    assert columns(room, card) == before
    assert room.card(card).updated_at == event.at
    assert (event.kind, event.seat, event.activity) == ("act_undone", room.participant.id, before["activity"])
    assert event.after["events"] == {done.command: {"undone": True}}
    for changed in (set(done.after["cards"][card] or {}) - {"updated_at"}) & before.keys():
        assert (event.before["cards"][card] or {})[changed] == (done.after["cards"][card] or {})[changed]
        assert (event.after["cards"][card] or {})[changed] == before[changed]


def test_undo_of_adding_takes_the_card_off_the_board(room: Room, activity: str, card: str) -> None:
    room.act(room.participant, "undo")
    assert room.card(card).status == "removed"
    assert room.lane(activity, "sees") == []


def test_undo_of_a_move_that_numbered_anew_puts_every_card_back(room: Room, activity: str) -> None:
    cards = {text: room.add(room.participant, activity, text) for text in "ABXY"}
    for turn in range(60):
        before = {card: columns(room, card) for card in cards.values()}
        room.act(room.participant, "move_card", card=cards["XY"[turn % 2]], lane="sees", before=cards["B"])
        if len(last_event(room.store).after["cards"]) > 1:
            break
    assert {card: columns(room, card) for card in cards.values()} != before
    room.act(room.participant, "undo")
    assert {card: columns(room, card) for card in cards.values()} == before


def test_undo_again_goes_one_act_further(room: Room, activity: str, card: str) -> None:
    room.act(room.participant, "edit_card", card=card, text="Else")
    room.act(room.participant, "keep_card", card=card)
    states = []
    for _ in range(3):
        room.act(room.participant, "undo")
        states.append((room.card(card).text, room.card(card).status))
    assert states == [("Else", "open"), ("They wait", "open"), ("They wait", "removed")]
    with refused(room.store, "nothing_to_undo"):
        room.act(room.participant, "undo")


def test_undo_after_a_new_act_takes_that_one_first(room: Room, card: str) -> None:
    room.act(room.participant, "edit_card", card=card, text="Second")
    room.act(room.participant, "undo")
    room.act(room.participant, "edit_card", card=card, text="Third")
    room.act(room.participant, "undo")
    assert room.card(card).text == "They wait"
    room.act(room.participant, "undo")
    assert room.card(card).status == "removed"


def test_undo_takes_only_ones_own_acts(room: Room, activity: str, card: str) -> None:
    other = room.add(room.other, activity, "Another")
    room.act(room.participant, "undo")
    assert (room.card(card).status, room.card(other).status) == ("removed", "open")


def test_undo_with_nothing_done_is_refused(room: Room, card: str) -> None:
    with refused(room.store, "nothing_to_undo"):
        room.act(room.other, "undo")


def test_undo_passes_over_what_cannot_be_undone(room: Room, activity: str) -> None:
    card = room.add(room.facilitator, activity)
    room.act(room.facilitator, "lock_board", activity=activity)
    room.act(room.facilitator, "undo")
    assert room.card(card).status == "removed"
    assert room.activity(activity).locked is True


@pytest.mark.parametrize("verb", [verb for verb, (first, _) in UNDOABLE.items() if not first])
def test_undo_is_refused_when_others_built_on_it(room: Room, card: str, verb: str) -> None:
    room.act(room.facilitator, verb, card=card, **UNDOABLE[verb][1])
    with refused(room.store, "others_built_on_it"):
        room.act(room.participant, "undo")


def test_undo_is_refused_when_another_put_the_same_back(room: Room, card: str) -> None:
    room.act(room.other, "keep_card", card=card)
    room.act(room.other, "reopen_card", card=card)
    with refused(room.store, "others_built_on_it"):
        room.act(room.participant, "undo")


def test_undo_is_refused_when_the_closing_parked_the_card(room: Room) -> None:
    activity = room.open("define")
    room.act(room.facilitator, "keep_card", card=room.add(room.facilitator, activity, "Kept", "questions"))
    room.add(room.participant, activity, "Not kept", "questions")
    room.act(room.facilitator, "close_activity", activity=activity)
    with refused(room.store, "others_built_on_it"):
        room.act(room.participant, "undo")


def test_undo_is_refused_once_the_activity_is_closed(room: Room, activity: str, card: str) -> None:
    room.act(room.facilitator, "close_activity", activity=activity)
    with refused(room.store, "activity_closed"):
        room.act(room.participant, "undo")


def test_undo_on_a_locked_board_is_for_facilitators(room: Room, activity: str, card: str) -> None:
    led = room.add(room.facilitator, activity)
    room.act(room.facilitator, "lock_board", activity=activity)
    with refused(room.store, "board_locked"):
        room.act(room.participant, "undo")
    room.act(room.facilitator, "undo")
    assert (room.card(card).status, room.card(led).status) == ("open", "removed")


def test_a_repeated_undo_undoes_once(room: Room, card: str) -> None:
    room.act(room.participant, "edit_card", card=card, text="Else")
    first = room.act(room.participant, "undo", id="twice")
    assert room.act(room.participant, "undo", id="twice") == first
    assert (room.card(card).text, room.card(card).status) == ("They wait", "open")


def test_a_link_is_undone_only_where_one_may_write_and_without_a_name_where_none_is_told(room: Room, card: str) -> None:
    board = room.card(card).activity
    ground = room.add(room.other, board)
    room.act(room.facilitator, "hide_names", activity=board)
    room.act(room.participant, "link_cards", card=card, rests_on=ground)
    room.act(room.facilitator, "lock_board", activity=board)
    with refused(room.store, "board_locked"):
        room.act(room.participant, "undo")
    room.act(room.facilitator, "unlock_board", activity=board)
    room.act(room.participant, "undo")
    assert (last_event(room.store).activity, last_event(room.store).anonymous) == (board, True)
