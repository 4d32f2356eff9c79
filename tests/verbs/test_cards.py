from typing import Any

import pytest

from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.boards import GAP
from tests.conftest import Room
from tests.looking import last_event, refused

LONGEST_TEXT = 10_000
TEXTS = {
    "longest": "x" * LONGEST_TEXT,
    "longest in emoji": "🙂" * LONGEST_TEXT,
    "right to left": "שלום, עולם — مرحبا",
    "emoji": "👩🏽‍💻🏳️‍🌈 é",
    "html": "<script>alert(1)</script> &amp; <b>",
    "markdown": "# *no* [link](x) `code`\n1. one\n- two",
    "lines": "one\n\n  two\ttab\nthree",
    "quotes": "'; drop table cards; -- \"\\",
}


@pytest.fixture
def activity(room: Room) -> str:
    return room.open()


@pytest.fixture
def card(room: Room, activity: str) -> str:
    return room.add(room.participant, activity)


def elsewhere(room: Room) -> tuple[str, str]:
    """An open activity, and a card on it, of another workshop."""
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": "first_workshop", "name": "Ann"}
    seat = perform(room.store, Command("create", values)).result(10).data["id"]
    activity, card = next(iter(last_event(room.store).after["activities"])), new_id()
    perform(room.store, Command("open_activity", {"activity": activity}, seat=seat)).result(10)
    args = {"activity": activity, "card": card, "lane": "sees", "text": "There"}
    perform(room.store, Command("add_card", args, seat=seat)).result(10)
    return activity, card


def test_add_card_puts_it_at_the_end_of_its_lane(room: Room, activity: str) -> None:
    for text in ("One", "Two", "Three"):
        room.add(room.participant, activity, text)
    room.add(room.other, activity, "Aside", lane="hears")
    assert room.lane(activity, "sees") == ["One", "Two", "Three"]
    assert room.lane(activity, "hears") == ["Aside"]


def test_add_card_leaves_the_whole_row_in_its_event(room: Room, activity: str) -> None:
    card = room.add(room.participant, activity, "They wait")
    event = last_event(room.store)
    row = {
        "id": card,
        "workshop": room.workshop.id,
        "activity": activity,
        "seat": room.participant.id,
        "lane": "sees",
        "row": "",
        "sheet": "",
        "position": GAP,
        "x": None,
        "y": None,
        "theme": None,
        "merged_into": None,
        "text": "They wait",
        "status": "open",
        "fields": {},
        "created_at": event.at,
        "updated_at": event.at,
        "hidden": False,
    }
    assert vars(room.card(card)) == row
    assert (event.kind, event.seat, event.activity) == ("card_added", room.participant.id, activity)
    assert (event.before, event.after) == ({"cards": {card: None}}, {"cards": {card: row}})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_is_kept_as_typed(room: Room, activity: str, text: str) -> None:
    card = room.add(room.participant, activity, text)
    assert room.card(card).text == text
    assert (last_event(room.store).after["cards"][card] or {})["text"] == text
    room.act(room.participant, "edit_card", card=card, text="Else")
    room.act(room.participant, "edit_card", card=card, text=f" \n{text}\n ")
    assert room.card(card).text == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo", "one\ntwo"),
        ("a\x00b\x07\x1b[0mc\x7f\x9f", "ab[0mc"),
        ("\u200fא\u200d\u00a0b\ufffd", "\u200fא\u200d\u00a0b\ufffd"),
    ],
)
def test_characters_that_nobody_types_are_left_out(room: Room, activity: str, typed: str, kept: str) -> None:
    assert room.card(room.add(room.participant, activity, typed)).text == kept


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": ""}, "empty_text"),
        ({"text": " \n\t\u2003"}, "empty_text"),
        ({"text": "\x00\x07"}, "empty_text"),
        ({"text": "x" * (LONGEST_TEXT + 1)}, "text_too_long"),
        ({"text": None}, "bad_arguments"),
        ({"text": "half an emoji \ud83d"}, "bad_arguments"),
        ({"lane": "nowhere"}, "unknown_lane"),
        ({"activity": "none"}, "unknown_activity"),
        ({"card": "1"}, "bad_arguments"),
        ({"card": "X" * 36}, "bad_arguments"),
        ({"more": "x"}, "bad_arguments"),
    ],
)
def test_add_card_refuses(room: Room, activity: str, changes: dict[str, Any], code: str) -> None:
    with refused(room.store, code):
        room.act(
            room.participant,
            "add_card",
            **{"activity": activity, "card": new_id(), "lane": "sees", "text": "Text"} | changes,
        )


def test_add_card_refuses_an_activity_of_another_workshop(room: Room) -> None:
    foreign, _ = elsewhere(room)
    with refused(room.store, "unknown_activity"):
        room.add(room.participant, foreign)


def test_add_card_refuses_the_id_of_another_card(room: Room, activity: str, card: str) -> None:
    with refused(room.store, "id_taken"):
        room.act(room.other, "add_card", activity=activity, card=card, lane="sees", text="Mine now")


def test_edit_card_tells_what_was(room: Room, card: str) -> None:
    added_at = room.card(card).updated_at
    room.act(room.participant, "edit_card", card=card, text="They wait long")
    event = last_event(room.store)
    assert (room.card(card).text, room.card(card).updated_at) == ("They wait long", event.at)
    assert event.kind == "card_edited"
    assert (event.before["cards"][card] or {})["text"] == "They wait"
    assert (event.before["cards"][card] or {}).get("updated_at", added_at) == added_at
    assert (event.after["cards"][card] or {})["text"] == "They wait long"


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "empty_text"), ("x" * (LONGEST_TEXT + 1), "text_too_long"), (3, "bad_arguments")]
)
def test_edit_card_refuses(room: Room, card: str, text: str, code: str) -> None:
    with refused(room.store, code):
        room.act(room.participant, "edit_card", card=card, text=text)


@pytest.mark.parametrize(
    ("verb", "status", "kind"),
    [
        ("keep_card", "kept", "card_kept"),
        ("park_card", "parked", "card_parked"),
        ("remove_card", "removed", "card_removed"),
    ],
)
def test_a_card_changes_its_status(room: Room, card: str, verb: str, status: str, kind: str) -> None:
    room.act(room.participant, verb, card=card)
    event = last_event(room.store)
    assert room.card(card).status == status
    assert (event.kind, event.activity) == (kind, room.card(card).activity)
    assert (event.before["cards"][card] or {})["status"] == "open"
    assert (event.after["cards"][card] or {})["status"] == status


@pytest.mark.parametrize(
    ("first", "verb", "kind"),
    [
        ("keep_card", "reopen_card", "card_reopened"),
        ("park_card", "reopen_card", "card_reopened"),
        ("remove_card", "restore_card", "card_restored"),
    ],
)
def test_a_card_becomes_open_again(room: Room, card: str, first: str, verb: str, kind: str) -> None:
    room.act(room.participant, first, card=card)
    status = room.card(card).status
    room.act(room.participant, verb, card=card)
    event = last_event(room.store)
    assert room.card(card).status == "open"
    assert event.kind == kind
    assert (event.before["cards"][card] or {})["status"] == status
    assert (event.after["cards"][card] or {})["status"] == "open"


ON_CARDS = {
    "edit_card": {"text": "Else"},
    "move_card": {"lane": "hears"},
    "remove_card": {},
    "keep_card": {},
    "park_card": {},
    "reopen_card": {},
    "restore_card": {},
}


@pytest.mark.parametrize(("verb", "more"), ON_CARDS.items(), ids=ON_CARDS)
def test_a_card_that_is_not_here_is_unknown(room: Room, activity: str, verb: str, more: dict[str, str]) -> None:
    _, foreign = elsewhere(room)
    for unknown in ("none", foreign):
        with refused(room.store, "unknown_card"):
            room.act(room.facilitator, verb, card=unknown, **more)


@pytest.mark.parametrize("verb", [verb for verb in ON_CARDS if verb != "restore_card"])
def test_a_removed_card_is_unknown(room: Room, card: str, verb: str) -> None:
    room.act(room.participant, "remove_card", card=card)
    with refused(room.store, "unknown_card"):
        room.act(room.participant, verb, card=card, **ON_CARDS[verb])


def test_restore_card_refuses_a_card_that_was_not_removed(room: Room, card: str) -> None:
    with refused(room.store, "unknown_card"):
        room.act(room.participant, "restore_card", card=card)


def test_move_card_changes_lane_and_tells_what_was(room: Room, card: str) -> None:
    room.act(room.other, "move_card", card=card, lane="pains")
    event = last_event(room.store)
    assert (room.card(card).lane, room.card(card).position) == ("pains", GAP)
    assert (event.kind, event.seat) == ("card_moved", room.other.id)
    assert (event.before["cards"][card] or {})["lane"] == "sees"
    assert (event.after["cards"][card] or {})["lane"] == "pains"


def test_move_card_refuses_a_lane_that_is_not_there(room: Room, card: str) -> None:
    with refused(room.store, "unknown_lane"):
        room.act(room.participant, "move_card", card=card, lane="nowhere")


@pytest.mark.parametrize(
    ("moved", "before", "order"),
    [("D", "A", "DABC"), ("D", "B", "ADBC"), ("A", "C", "BACD"), ("A", None, "BCDA"), ("D", None, "ABCD")],
)
def test_move_card_puts_it_before_another(
    room: Room, activity: str, moved: str, before: str | None, order: str
) -> None:
    cards = {text: room.add(room.participant, activity, text) for text in "ABCD"}
    target = cards[before] if before else None
    room.act(room.participant, "move_card", card=cards[moved], lane="sees", before=target)
    assert room.lane(activity, "sees") == list(order)
    assert last_event(room.store).after.get("cards", {}).keys() <= {cards[moved]}


def test_move_card_before_one_that_has_gone_puts_it_last(room: Room, activity: str) -> None:
    cards = {text: room.add(room.participant, activity, text) for text in "ABC"}
    room.act(room.participant, "remove_card", card=cards["C"])
    room.act(room.participant, "move_card", card=cards["A"], lane="sees", before=cards["C"])
    assert room.lane(activity, "sees") == ["B", "A"]


def test_move_card_before_itself_leaves_it_there(room: Room, activity: str) -> None:
    cards = {text: room.add(room.participant, activity, text) for text in "ABC"}
    room.act(room.participant, "move_card", card=cards["A"], lane="sees", before=cards["A"])
    assert room.lane(activity, "sees") == ["A", "B", "C"]


def test_a_lane_is_numbered_anew_where_no_room_is_left(room: Room, activity: str) -> None:
    """Two cards that go before the same third halve the gap each time, until no number is left in it."""
    cards = {text: room.add(room.participant, activity, text) for text in "ABXY"}
    for turn in range(60):
        moved, still = ("XY", "YX")[turn % 2]
        room.act(room.participant, "move_card", card=cards[moved], lane="sees", before=cards["B"])
        expected = ["A", still, moved, "B"] if turn else ["A", "X", "B", "Y"]
        assert room.lane(activity, "sees") == expected
        if len(last_event(room.store).after["cards"]) > 1:
            break
    assert turn > 45
    assert [room.card(cards[text]).position for text in expected] == [GAP, 2 * GAP, 3 * GAP, 4 * GAP]
    assert last_event(room.store).after["cards"].keys() == set(cards.values()) - {cards["A"]}
