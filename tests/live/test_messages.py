"""The messages themselves, without a socket: what is read, and what is sent."""

import json
from typing import Any

import pytest

from cx_workshop.live import protocol
from cx_workshop.live.protocol import LARGEST_MESSAGE, Do, Hello, Open, Ping, Suggest, parse
from cx_workshop.live.sight import Telling, board_message
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from tests.conftest import Room
from tests.looking import last_event

Message = dict[str, Any]


def code_of(message: Any) -> str:
    with pytest.raises(Refused) as error:
        parse(message if isinstance(message, str) else json.dumps(message))
    return error.value.code


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ({"op": "hello", "protocol": 1}, Hello(None, None, None)),
        ({"op": "hello", "protocol": 1, "seat": "t", "since": 7, "language": "nl"}, Hello("t", 7, "nl")),
        ({"op": "hello", "protocol": 1, "seat": None, "since": None, "more": 1}, Hello(None, None, None)),
        ({"op": "open", "activity": "a"}, Open("a")),
        ({"op": "suggest", "activity": "a"}, Suggest("a")),
        ({"op": "ping"}, Ping()),
        ({"op": "do", "id": "1", "verb": "undo", "args": {}}, Do("1", "undo", {})),
        ({"op": "do", "id": "x" * 64, "verb": "", "args": {"a": [1]}}, Do("x" * 64, "", {"a": [1]})),
    ],
)
def test_a_message_is_read(message: Message, read: object) -> None:
    assert parse(json.dumps(message)) == read


@pytest.mark.parametrize(
    "message",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        "[" * 30_000,
        "9" * 5_000,
        {},
        {"op": "nothing"},
        {"op": ["hello"]},
        {"op": "hello"},
        {"op": "hello", "protocol": "1"},
        {"op": "hello", "protocol": 1, "seat": 7},
        {"op": "hello", "protocol": 1, "since": "7"},
        {"op": "hello", "protocol": 1, "since": True},
        {"op": "hello", "protocol": 1, "since": 1.5},
        {"op": "hello", "protocol": 1, "seat": "\ud800"},
        {"op": "hello", "protocol": 1, "language": []},
        {"op": "open"},
        {"op": "open", "activity": 7},
        {"op": "suggest"},
        {"op": "suggest", "activity": ""},
        {"op": "open", "activity": "\ud800"},
        {"op": "do", "verb": "undo", "args": {}},
        {"op": "do", "id": "", "verb": "undo", "args": {}},
        {"op": "do", "id": "x" * 65, "verb": "undo", "args": {}},
        {"op": "do", "id": 1, "verb": "undo", "args": {}},
        {"op": "do", "id": "\ud800", "verb": "undo", "args": {}},
        {"op": "do", "id": "1", "verb": 7, "args": {}},
        {"op": "do", "id": "1", "verb": "undo"},
        {"op": "do", "id": "1", "verb": "undo", "args": []},
    ],
)
def test_a_bad_message_is_refused(message: Any) -> None:
    assert code_of(message) == "bad_message"


@pytest.mark.parametrize("version", [0, 2, -1])
def test_another_protocol_is_refused(version: int) -> None:
    assert code_of({"op": "hello", "protocol": version}) == "wrong_protocol"


@pytest.mark.parametrize("sign", ["x", "é", "🙂"])
def test_a_message_is_measured_in_bytes(sign: str) -> None:
    frame = '{"op":"ping","x":""}'
    fitting = (LARGEST_MESSAGE - len(frame)) // len(sign.encode())
    assert parse(f'{{"op":"ping","x":"{sign * fitting}"}}') == Ping()
    assert code_of(f'{{"op":"ping","x":"{sign * (fitting + 1)}"}}') == "message_too_large"


def test_text_goes_out_as_it_is_and_small() -> None:
    assert protocol.encode({"a": "שלום 🙂", "b": 1}) == '{"a":"שלום 🙂","b":1}'


@pytest.mark.parametrize(
    ("message", "sent"),
    [
        (protocol.done("1", 7), {"op": "done", "id": "1", "seq": 7}),
        (protocol.pong(7), {"op": "pong", "seq": 7}),
        (protocol.presence(["a", "b"]), {"op": "presence", "seats": ["a", "b"]}),
        (
            protocol.refused("1", Refused("unknown_verb"), "en"),
            {
                "op": "refused",
                "id": "1",
                "code": "unknown_verb",
                "message": "This version does not know that action.",
            },
        ),
    ],
)
def test_an_answer_says_no_more_than_it_must(message: str, sent: Message) -> None:
    assert json.loads(message) == sent


def last_message(room: Room) -> Message:
    with room.store.reading() as db:
        message: Message = json.loads(Telling(db, last_event(room.store)).to(""))
    return message


def test_an_event_names_the_one_before_it(room: Room) -> None:
    room.open()
    first = last_event(room.store)
    room.open("define")
    message, event = last_message(room), last_event(room.store)
    assert (message["op"], message["seq"], message["prev"]) == ("event", event.seq, first.seq)
    assert (message["at"], message["kind"], message["seat"]) == (event.at, "activity_opened", room.facilitator.id)
    assert message["activity"] == event.activity


def test_an_event_holds_only_what_changed(room: Room) -> None:
    card = room.add(room.participant, room.open())
    room.act(room.participant, "edit_card", card=card, text="Else")
    data = last_message(room)["data"]
    data["cards"][0].pop("updated_at", None)  # it may be the same millisecond
    assert data == {"cards": [{"id": card, "text": "Else"}]}


def test_a_new_card_is_sent_whole(room: Room) -> None:
    card = room.add(room.participant, room.open())
    [patch] = last_message(room)["data"]["cards"]
    assert patch == {name: getattr(room.card(card), name) for name in protocol.CARD}


@pytest.mark.parametrize("back", ["restore_card", "undo"])
def test_a_card_that_comes_back_is_sent_whole(room: Room, back: str) -> None:
    card = room.add(room.participant, room.open())
    room.act(room.participant, "remove_card", card=card)
    room.act(room.participant, back, **({} if back == "undo" else {"card": card}))
    [patch] = last_message(room)["data"]["cards"]
    assert patch == {name: getattr(room.card(card), name) for name in protocol.CARD}


def test_a_workshop_and_its_activities_are_patched_without_secrets(room: Room) -> None:
    with room.store.reading() as db:
        created = queries.events_of(db, room.workshop.id)[0]
        data = json.loads(Telling(db, created).to(""))["data"]
    assert data["workshop"].keys() == set(protocol.WORKSHOP)
    assert [activity.keys() for activity in data["activities"]] == [set(protocol.ACTIVITY)] * 5
    assert [seat.keys() for seat in data["seats"]] == [{*protocol.SEAT, "removed_at"}]


def test_a_board_holds_the_cards_that_lie_on_it(room: Room) -> None:
    activity = room.open()
    cards = [room.add(room.participant, activity, text) for text in ("One", "Two")]
    room.act(room.participant, "remove_card", card=cards[0])
    with room.store.reading() as db:
        message = json.loads(board_message(db, room.activity(activity), 9, room.participant.id))
    assert (message["op"], message["seq"], message["votes"]) == ("board", 9, [])
    assert message["activity"] == {name: getattr(room.activity(activity), name) for name in protocol.ACTIVITY}
    assert message["cards"] == [{name: getattr(room.card(cards[1]), name) for name in protocol.CARD}]


@pytest.mark.parametrize("opened", [False, True])
def test_a_welcome_names_the_open_activity_and_leaves_out_who_was_removed(room: Room, opened: bool) -> None:
    activity = room.open("define") if opened else None
    gone = type(room.other)(**vars(room.other) | {"removed_at": "2026-01-01T00:00:00.000Z"})
    with room.store.reading() as db:
        activities = queries.activities_of(db, room.workshop.id)
    message = json.loads(
        protocol.welcome(
            seq=3,
            now="2026-01-01T00:00:00.000Z",
            you=room.participant,
            workshop=room.workshop,
            seats=[room.facilitator, room.participant, gone],
            here=[room.participant.id],
            activities=activities,
            reset=False,
        )
    )
    assert message["you"] == {name: getattr(room.participant, name) for name in protocol.SEAT}
    assert message["workshop"] == {name: getattr(room.workshop, name) for name in protocol.WORKSHOP}
    assert [seat["name"] for seat in message["seats"]] == ["Fay", "Pia"]
    assert [each["id"] for each in message["activities"]] == [each.id for each in activities]
    assert (message["activity"] or {}).get("id") == activity
