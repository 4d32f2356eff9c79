"""Whatever anybody sends gets a code, changes nothing, and leaves a socket that works."""

import json
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from cx_workshop.live.protocol import LARGEST_MESSAGE, MOST_SEEN
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, PIA, Venue
from tests.server import LiveSeat, Message

pytestmark = pytest.mark.server

NOBODYS = "d726b483-bd9c-4851-9f80-7861e6708091"
"""An id as ours are, of nothing."""
MALFORMED = {
    "empty": "",
    "no JSON": "hello",
    "cut off": '{"op":"do"',
    "a number": "1",
    "null": "null",
    "a list": "[]",
    "NaN": "NaN",
    "no op": "{}",
    "op of no kind": '{"op":"dance"}',
    "op as list": '{"op":["do"]}',
    "op null": '{"op":null}',
    "deep lists": "[" * 60_000,
    "deep objects": '{"a":' * 10_000,
    "deep but closed": '{"op":"do","id":"x","verb":"undo","args":' + "[" * 20_000 + "]" * 20_000 + "}",
    "long number": "1" * 5000,
    "open without activity": '{"op":"open"}',
    "open with a number": '{"op":"open","activity":7}',
    "open with a lone surrogate": '{"op":"open","activity":"\\ud800"}',
    "do without id": '{"op":"do","verb":"undo","args":{}}',
    "do with an empty id": '{"op":"do","id":"","verb":"undo","args":{}}',
    "do with a long id": '{"op":"do","id":"' + "x" * 65 + '","verb":"undo","args":{}}',
    "do with a number as id": '{"op":"do","id":1,"verb":"undo","args":{}}',
    "do with a lone surrogate as id": '{"op":"do","id":"\\udfff","verb":"undo","args":{}}',
    "do with args as list": '{"op":"do","id":"x","verb":"undo","args":[]}',
    "do without args": '{"op":"do","id":"x","verb":"undo"}',
    "do with a number as verb": '{"op":"do","id":"x","verb":1,"args":{}}',
    "seen without cards": '{"op":"seen"}',
    "seen of nothing": '{"op":"seen","cards":[]}',
    "seen with an object": '{"op":"seen","cards":{"0":"x"}}',
    "seen with a number": '{"op":"seen","cards":["x",7]}',
    "seen with a long id": '{"op":"seen","cards":["' + "x" * 65 + '"]}',
    "seen with a lone surrogate": '{"op":"seen","cards":["\\ud800"]}',
    "seen of too much": json.dumps({"op": "seen", "cards": ["x"] * (MOST_SEEN + 1)}),
    "unseen without activity": '{"op":"unseen"}',
    "unseen with a number": '{"op":"unseen","activity":7}',
    "hello again": '{"op":"hello","protocol":1}',
    "binary": b'{"op":"ping"}',
    "binary nonsense": b"\xff\x00\xfe",
    "empty binary": b"",
}
BAD_ARGUMENTS = {
    "missing": {"card": None},
    "null": {"text": 1, "card": None},
    "text as number": {"text": 1},
    "text as list": {"text": ["a"]},
    "text as truth": {"text": True},
    "text as object": {"text": {}},
    "text as NaN": {"text": float("nan")},
    "lane as null": {"lane": None},
    "card as infinity": {"card": float("inf")},
    "more than asked": {"seat": "somebody else"},
    "card without form": {"card": "1"},
    "card as markup": {"card": "<script>alert(1)</script>"},
    "card with a line break": {"card": "0" * 8 + "-0000-0000-0000-" + "0" * 12 + "\n"},
}
TEXTS = {
    "emoji": "👩🏽‍🚀 and 🏳️‍🌈",
    "right to left": "\u202eإلى اليمين\u202c שלום",
    "markup": "<script>alert('x')</script><img src=x onerror=alert(1)>&amp;",
    "SQL": "'; drop table cards; --",
    "line breaks": "one\ntwo\n\nthree",
    "combining": "Z̷͙̈́a̴̲͝l̷̻̂g̸̛̗o̵̠͝",
    "noncharacters": "\ufffe\uffff\U0010ffff",
    "zero width": "a\u200bb\ufeffc",
    "longest": "é" * 10_000,
}


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED)
def test_malformed_message_gets_a_code_and_the_socket_goes_on(venue: Venue, sent: str | bytes) -> None:
    seat = venue.sit(PIA)
    assert _ask(seat, sent)["code"] == "bad_message"
    assert venue.add(seat) == venue.cards()[0].id


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED)
def test_malformed_hello_is_refused(venue: Venue, sent: str | bytes) -> None:
    with connect(venue.server.live(venue.code)) as socket:
        socket.send(sent)
        answer = json.loads(socket.recv(timeout=20))
        code = "unknown_seat" if sent == MALFORMED["hello again"] else "bad_message"
        assert (answer["op"], answer["id"], answer["code"]) == ("refused", None, code)
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == (4401 if code == "unknown_seat" else 4400)


@pytest.mark.parametrize("first", ['{"op":"ping"}', '{"op":"open","activity":"x"}', '{"op":"hello"}'])
def test_first_message_other_than_a_hello_is_refused(venue: Venue, first: str) -> None:
    with connect(venue.server.live(venue.code)) as socket:
        socket.send(first)
        assert json.loads(socket.recv(timeout=20))["code"] == "bad_message"
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4400


@pytest.mark.parametrize(
    "hello",
    [
        {"seat": 1},
        {"seat": "\ud800"},
        {"seat": "é"},
        {"since": "1"},
        {"since": 1.5},
        {"since": float("nan")},
        {"since": True},
        {"language": 1},
        {"protocol": "1"},
        {"protocol": 1.0},
        {"protocol": None},
    ],
)
def test_hello_of_wrong_types_is_refused(venue: Venue, hello: Message) -> None:
    seat = LiveSeat(venue.server, venue.code, **{"token": venue.tokens[PIA]} | hello)
    venue.sitting.append(seat)
    assert seat.welcome["code"] == "bad_message"
    assert seat.close_code() == 4400


@pytest.mark.parametrize("language", ["", "xx", "\x00", "nl_NL.utf8", "de-AT", "a" * 5000])
def test_language_of_any_form_is_taken(venue: Venue, language: str) -> None:
    assert venue.sit(PIA, language=language).welcome["op"] == "welcome"


def test_largest_message_is_read(venue: Venue) -> None:
    message = json.dumps({"op": "ping", "filling": ""})
    full = message.replace('""', f'"{"x" * (LARGEST_MESSAGE - len(message))}"')
    assert len(full) == LARGEST_MESSAGE
    assert _ask(venue.sit(PIA), full)["op"] == "pong"


@pytest.mark.parametrize("sent", ["x" * (LARGEST_MESSAGE + 1), "é" * (LARGEST_MESSAGE // 2 + 1), "[" * 100_000])
def test_message_too_large_gets_a_code_and_the_socket_goes_on(venue: Venue, sent: str) -> None:
    seat = venue.sit(PIA)
    assert _ask(seat, sent)["code"] == "message_too_large"
    assert venue.add(seat) == venue.cards()[0].id


def test_message_too_large_for_the_server_closes_the_socket(venue: Venue) -> None:
    seat = venue.sit(PIA)
    with suppress(ConnectionClosed):  # the server may be gone before all of it is out
        seat.send("x" * 2_000_000)
    assert seat.close_code() in (1009, 1006)  # 1006 where the close frame was lost with it


@pytest.mark.parametrize("changed", BAD_ARGUMENTS.values(), ids=BAD_ARGUMENTS)
def test_bad_arguments_get_a_code(venue: Venue, changed: Message) -> None:
    seat = venue.sit(PIA)
    args = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "They wait"}
    assert seat.do("add_card", **(args | changed))["code"] == "bad_arguments"
    del args["text"]
    assert seat.do("add_card", **args)["code"] == "bad_arguments"
    assert venue.cards() == []


@pytest.mark.parametrize("verb", ["", "dance", "__init__", "add_card ", "ADD_CARD", "\x00", "🦊", "x" * 5000])
def test_unknown_verb_gets_a_code(venue: Venue, verb: str) -> None:
    assert venue.sit(FAY).do(verb)["code"] == "unknown_verb"


@pytest.mark.parametrize("forged", ["", "x", "\x00", "🦊", NOBODYS, "0" * 5000, "' or 1=1 --", "../../etc/passwd"])
def test_forged_ids_get_a_code(venue: Venue, forged: str) -> None:
    lead = venue.sit(FAY)
    add = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "They wait"}
    assert lead.do("add_card", **add | {"activity": forged})["code"] == "unknown_activity"
    assert lead.do("add_card", **add | {"lane": forged})["code"] == "unknown_lane"
    assert lead.do("edit_card", card=forged, text="Mine")["code"] == "unknown_card"
    assert lead.do("restore_card", card=forged)["code"] == "unknown_card"
    assert lead.do("remove", seat=forged)["code"] == "unknown_seat"
    assert lead.do("change_role", seat=venue.ids[PIA], role=forged)["code"] == "bad_arguments"
    answer = _ask(lead, json.dumps({"op": "open", "activity": forged}))
    assert answer["code"] in ("unknown_activity", "bad_message")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_arrives_as_it_was_written(venue: Venue, text: str) -> None:
    seat = venue.sit(PIA)
    venue.add(seat, text)
    assert venue.cards()[0].text == text
    assert seat.board(venue.activity)["cards"][0]["text"] == text
    back = venue.sit(FAY, since=0)
    assert back.event("card_added")["data"]["cards"][0]["text"] == text


@pytest.mark.parametrize(
    ("sent", "kept"), [("a\x00b\x07c\x1b[31md\x7fe", "abc[31mde"), ("one\r\ntwo", "one\ntwo"), ("\n a\t\n", "a")]
)
def test_text_loses_what_no_screen_can_show(venue: Venue, sent: str, kept: str) -> None:
    venue.add(venue.sit(PIA), sent)
    assert venue.cards()[0].text == kept


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u2003\u3000", "\x00\x07"])
def test_blank_text_gets_a_code(venue: Venue, text: str) -> None:
    answer = venue.sit(PIA).do("add_card", activity=venue.activity, card=new_id(), lane="sees", text=text)
    assert answer["code"] == "empty_text"


def test_text_too_long_gets_a_code(venue: Venue) -> None:
    answer = venue.sit(PIA).do("add_card", activity=venue.activity, card=new_id(), lane="sees", text="x" * 10_001)
    assert answer["code"] == "text_too_long"


@pytest.mark.parametrize("place", ["text", "lane", "activity", "card"])
def test_lone_surrogate_gets_a_code_and_the_socket_goes_on(venue: Venue, place: str) -> None:
    """JSON may spell half a character; neither SQLite nor UTF-8 can hold it."""
    seat = venue.sit(PIA)
    args = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "They wait"}
    do = {"op": "do", "id": new_id(), "verb": "add_card", "args": args | {place: "half \ud83d"}}
    assert _ask(seat, json.dumps(do))["code"] in ("bad_message", "bad_arguments")
    assert venue.add(seat) == venue.cards()[0].id


def test_pair_of_surrogates_is_a_character(venue: Venue) -> None:
    seat = venue.sit(PIA)
    venue.add(seat, "\U0001f98a")  # json.dumps spells it \\ud83e\\udd8a
    assert [card.text for card in venue.cards()] == ["🦊"]


def test_client_that_leaves_in_the_middle_disturbs_nobody(venue: Venue) -> None:
    """Gone before the handshake's answer, before the refusal, before the welcome, and with answers under way."""
    hello = json.dumps({"op": "hello", "protocol": 1, "seat": venue.tokens[PIA], "since": 0})
    for sent in ([], ["nonsense"], [hello], [hello, '{"op":"ping"}', '{"op":"open","activity":"x"}']):
        with connect(venue.server.live(venue.code)) as socket:
            for message in sent:
                socket.send(message)
            socket.socket.close()
    seat = venue.sit(PIA)
    assert venue.add(seat) == venue.cards()[0].id


def _ask(seat: LiveSeat, sent: str | bytes) -> Message:
    """The answer to a message, whatever kind it is."""
    seat.socket.send(sent)
    return seat.wait(lambda message: message["op"] in ("refused", "done", "board", "pong"))
