"""The line to a screen: what is framed once goes out as it is, in order, and a full line makes nobody wait."""

import json

import pytest
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader
from websockets.sync.client import connect

from cx_workshop.live.hub import Connection
from cx_workshop.live.line import framed, line_of
from cx_workshop.verbs.fields import LONGEST_TEXT
from tests.live.venue import OTTO, PIA, Venue

MORE_THAN_A_LINE_HOLDS = 16 * 1024 * 1024


def text_in(frame: bytes) -> str:
    reader = StreamReader()
    reader.feed_data(frame)
    parsing = Frame.parse(reader.read_exact, mask=False, max_size=None)
    with pytest.raises(StopIteration) as parsed:
        next(parsing)
    assert parsed.value.value.opcode == Opcode.TEXT
    return bytes(parsed.value.value.data).decode()


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 1_000_000])
def test_frame_holds_the_message(size: int) -> None:
    message = "ü" * (size // 2) + "x" * (size % 2)
    assert text_in(framed(message)) == message


class Line:
    """Takes frames while it is free."""

    def __init__(self) -> None:
        self.free = True
        self.taken: list[str] = []

    def __call__(self, frame: bytes) -> bool:
        if self.free:
            self.taken.append(text_in(frame))
        return self.free


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def connection(line: Line) -> Connection:
    connection = Connection("seat", "workshop", "en")
    connection.line, connection.busy = line, False
    return connection


def waiting(connection: Connection) -> list[str | int]:
    return [connection.outgoing.get_nowait() for _ in range(connection.outgoing.qsize())]


def test_free_line_takes_messages_at_once(connection: Connection, line: Line) -> None:
    for message in "abc":
        connection.send(message)
    assert (line.taken, waiting(connection)) == (["a", "b", "c"], [])


def test_nothing_overtakes_what_waits_for_a_full_line(connection: Connection, line: Line) -> None:
    connection.send("a")
    line.free = False
    connection.send("b")
    line.free = True
    connection.send("c")
    connection.close(4403)
    connection.send("d")
    assert (line.taken, waiting(connection)) == (["a"], ["b", "c", 4403, "d"])


def test_server_without_lines_has_all_written_in_turn(connection: Connection) -> None:
    connection.line = line_of({"type": "websocket", "extensions": {"websocket.http.response": {}}})
    connection.send("a")
    connection.send("b")
    assert waiting(connection) == ["a", "b"]


@pytest.mark.server
def test_screen_that_stops_reading_delays_nobody_and_hears_all_in_order(venue: Venue) -> None:
    for _ in range(60):
        venue.lay("sees", "x" * LONGEST_TEXT)
    asked = MORE_THAN_A_LINE_HOLDS // (60 * LONGEST_TEXT) + 1
    with connect(venue.server.live(venue.code), max_size=None, max_queue=1) as slow:
        slow.send(json.dumps({"op": "hello", "protocol": 1, "seat": venue.tokens[OTTO]}))
        for _ in range(asked):
            slow.send(json.dumps({"op": "open", "activity": venue.activity}))
        writer = venue.sit(PIA)
        added = [venue.add(writer, text) for text in "abc"]
        heard = [json.loads(slow.recv()) for _ in range(asked + 4)]
    told = [message for message in heard if message["op"] == "event"]
    assert [message["data"]["cards"][0]["id"] for message in told] == added
    assert [message["op"] for message in heard].count("board") == asked
