"""Simulated people: one live socket, one Streamlit page session, or the page session of a polling app."""

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter_ns

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.wire import BINARY, HOST, Message, Refused, Socket, connect

# The ids that the bench makes are UUIDs that can be found in a message without parsing it.
CARD = "be9c0000-0000-4000-8000-"
DO = "be9d0000-0000-4000-8000-"
CARD_BYTES, DO_BYTES = CARD.encode(), DO.encode()
ANY_CARD = re.compile(CARD_BYTES + b"([0-9a-f]{12})")
OP = re.compile(rb'"op": ?"(\w+)"')
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_"  # how Streamlit marks the triggers of a component
WORDS = "The desk staff ask for the order number again although it was typed in before"
LIMIT = 30.0  # seconds for a single answer
VERBS_SENT: Iterator[int] = count()


@dataclass
class Tally:
    """Who wrote which card when, and how long it took to each other seat."""

    capacity: int
    sent: list[int] = field(default_factory=list)  # nanoseconds, by number of the card
    author: list[object] = field(default_factory=list)
    acknowledged: dict[int, int] = field(default_factory=dict)  # number of the card: nanoseconds till done
    refused: list[str] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)  # nanoseconds, one for each card and other seat
    sightings: list[int] = field(default_factory=list)  # the number of the card of each wait

    def next(self, author: object) -> int:
        """Number a new card and start its clock."""
        self.author.append(author)
        self.sent.append(perf_counter_ns())
        return len(self.sent) - 1

    def see(self, number: int, by: object, seen: bytearray, now: int) -> None:
        """Note a card's first arrival at a seat other than its author's."""
        if not seen[number]:
            seen[number] = 1
            if self.author[number] is not by:
                self.waits.append(now - self.sent[number])
                self.sightings.append(number)


class LiveSeat:
    """A person's board: hello, open, and then whatever comes."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.seen = bytearray(tally.capacity)
        self.waiting: dict[str, asyncio.Future[tuple[Message, int]]] = {}
        self.watching: dict[bytes, asyncio.Future[int]] = {}
        self.answers: dict[str, asyncio.Future[int | None]] = {}
        self.activity = ""

    async def join(self, port: int, code: str, *, cookie: str = "", token: str = "") -> Message:
        """Connect and say hello; give the welcome."""
        self.socket = await connect(port, f"/live/{code}", self.hear, cookie=cookie)
        hello: Message = {"op": "hello", "protocol": 1}
        return (await self.ask(hello | {"seat": token} if token else hello, "welcome"))[0]

    async def open(self, activity: str) -> Message:
        """Open a board and give it."""
        self.activity = activity
        return (await self.ask({"op": "open", "activity": activity}, "board"))[0]

    async def ask(self, message: Message, answer: str) -> tuple[Message, int]:
        """Send a message and give the next one of a kind, with its nanosecond."""
        self.waiting[answer] = asyncio.get_running_loop().create_future()
        self.socket.say(message)
        async with asyncio.timeout(LIMIT):
            return await self.waiting[answer]

    def watch(self, word: bytes) -> asyncio.Future[int]:
        """A future for the nanosecond at which the first event with this word comes in."""
        self.watching[word] = asyncio.get_running_loop().create_future()
        return self.watching[word]

    def do(self, verb: str, **args: object) -> None:
        """Send a verb whose acknowledgement is not measured."""
        self.socket.say({"op": "do", "id": f"bench-{next(VERBS_SENT)}", "verb": verb, "args": args})

    async def answered(self, verb: str, **args: object) -> int | None:
        """Send a verb and give the nanosecond at which it was acknowledged, or None where it was refused."""
        id = f"bench-{next(VERBS_SENT)}"
        self.answers[id] = asyncio.get_running_loop().create_future()
        self.socket.say({"op": "do", "id": id, "verb": verb, "args": args})
        async with asyncio.timeout(LIMIT):
            return await self.answers[id]

    def write(self, lane: str) -> int:
        """Send a card; the tally will know when it is acknowledged and who saw it."""
        number = self.tally.next(self)
        args = {
            "activity": self.activity,
            "card": f"{CARD}{number:012x}",
            "lane": lane,
            "text": f"{number}. {WORDS}",
        }
        self.socket.say({"op": "do", "id": f"{DO}{number:012x}", "verb": "add_card", "args": args})
        return number

    def hear(self, payload: bytes, now: int) -> None:
        """Sort a message out without parsing what comes most."""
        kind = OP.search(payload, 0, 200)
        op = kind[1] if kind else b""
        if op == b"event":
            at = payload.find(CARD_BYTES)
            if at >= 0:
                self.tally.see(int(payload[at + 24 : at + 36], 16), self, self.seen, now)
            if self.watching:
                for word in [word for word in self.watching if word in payload]:
                    self.watching.pop(word).set_result(now)
        elif op == b"done":
            at = payload.find(DO_BYTES)
            if at >= 0:
                number = int(payload[at + 24 : at + 36], 16)
                self.tally.acknowledged[number] = now - self.tally.sent[number]
            elif self.answers and (answer := self.answers.pop(json.loads(payload)["id"], None)):
                answer.set_result(now)
        elif op == b"refused":
            self.refused(json.loads(payload))
        elif waiter := self.waiting.pop(op.decode(), None):
            waiter.set_result((json.loads(payload), now))

    def refused(self, message: Message) -> None:
        """Keep a refusal; fail what waits, if it was not a card's."""
        self.tally.refused.append(message["code"])
        if answer := self.answers.pop(message["id"] or "", None):
            answer.set_result(None)
        elif not (message["id"] or "").startswith(DO):
            for waiter in self.waiting.values():
                waiter.set_exception(Refused(f"{message['code']}: {message['message']}"))
            self.waiting.clear()


class PageSession:
    """A browser tab's Streamlit session, without the tab: it runs pages and counts how often."""

    def __init__(self) -> None:
        self.finished: asyncio.Future[int] | None = None
        self.runs = 0
        self.page, self.page_hash, self.board = "", "", ""
        self.faults: list[str] = []

    async def connect(self, port: int, *, cookie: str = "", query: str = "") -> None:
        """Open the session's stream; nothing runs yet."""
        self.url, self.query = f"http://{HOST}:{port}/", query
        self.socket: Socket = await connect(port, "/_stcore/stream", self.hear, cookie=cookie, protocol="streamlit")

    def message(self, page: str = "") -> BackMsg:
        """The rerun message a browser sends."""
        back = BackMsg()
        state = back.rerun_script
        state.query_string, state.page_name = self.query, page
        if not page:
            state.page_script_hash = self.page_hash
        state.context_info.url = self.url + (page or self.page)
        state.context_info.timezone, state.context_info.locale = "Europe/Amsterdam", "en-GB"
        state.widget_states.SetInParent()
        return back

    async def run(self, page: str, *, limit: float = LIMIT) -> int:
        """Run a page and give the nanosecond at which its script had finished."""
        return await self.send(self.message(page), limit)

    async def send(self, back: BackMsg, limit: float) -> int:
        """Send a message and wait for the end of the run that it starts."""
        self.finished = asyncio.get_running_loop().create_future()
        self.socket.send(back.SerializeToString(), BINARY)
        async with asyncio.timeout(limit):
            return await self.finished

    async def follow(self, activity: str, step: str, *, limit: float = LIMIT) -> int:
        """Have the board's trigger fire, as it does when another activity opens; wait for the step's page."""
        back = self.message()
        fired = json.dumps([{"event": "opened", "value": {"activity": activity, "step": step, "seq": 0}}])
        back.rerun_script.widget_states.widgets.add(id=f"{TRIGGER}{self.board}__events", json_trigger_value=fired)
        finished = await self.send(back, limit)
        if self.page != step:
            self.faults.append(f"on page {self.page} instead of {step}")
        return finished

    def hear(self, payload: bytes, now: int) -> None:
        forward = ForwardMsg.FromString(payload)
        kind = forward.WhichOneof("type")
        if kind == "new_session":
            self.runs += 1
        elif kind == "navigation":
            self.page_hash = forward.navigation.page_script_hash
            pages = {page.page_script_hash: page.url_pathname for page in forward.navigation.app_pages}
            self.page = pages.get(self.page_hash, "")
        elif kind == "delta":
            self.draw(forward, payload, now)
        elif kind == "page_not_found":
            self.faults.append("page not found")
        elif kind == "script_finished" and forward.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            if self.finished and not self.finished.done():
                self.finished.set_result(now)
        else:
            self.other(forward)

    def draw(self, forward: ForwardMsg, payload: bytes, now: int) -> None:
        """A browser would draw an element here; only an exception and the board matter."""
        element = forward.delta.new_element
        if element.HasField("exception"):
            self.faults.append(f"{element.exception.type}: {element.exception.message}")
        elif element.bidi_component.component_name == "cx_board":
            self.board = element.bidi_component.id

    def other(self, forward: ForwardMsg) -> None:
        """Any message that a page of ours does not need."""


class PollingSeat(PageSession):
    """A person on the ordinary Streamlit board: the tab reruns its fragment on the app's timer."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self.tally = tally
        self.seen = bytearray(tally.capacity)
        self.field, self.text = "", ""
        self.timers: dict[str, asyncio.Task[None]] = {}

    def message(self, page: str = "") -> BackMsg:
        back = super().message(page)
        if self.field:
            back.rerun_script.widget_states.widgets.add(id=self.field, string_value=self.text)
        return back

    def write(self, _lane: str) -> int:
        """Type a card and press Enter."""
        number = self.tally.next(self)
        self.text = f"{CARD}{number:012x} {WORDS}"
        self.socket.send(self.message().SerializeToString(), BINARY)
        return number

    def draw(self, forward: ForwardMsg, payload: bytes, now: int) -> None:
        super().draw(forward, payload, now)
        if forward.delta.new_element.HasField("text_input"):
            self.field = forward.delta.new_element.text_input.id
        else:
            for found in ANY_CARD.finditer(payload):
                self.tally.see(int(found[1], 16), self, self.seen, now)

    def other(self, forward: ForwardMsg) -> None:
        if forward.WhichOneof("type") == "auto_rerun":
            fragment = forward.auto_rerun.fragment_id
            if old := self.timers.get(fragment):
                old.cancel()
            self.timers[fragment] = asyncio.create_task(self.poll(fragment, forward.auto_rerun.interval))

    async def poll(self, fragment: str, interval: float) -> None:
        """Ask for the fragment on the app's timer, as the browser does."""
        while not self.socket.transport.is_closing():
            await asyncio.sleep(interval)
            back = self.message()
            back.rerun_script.fragment_id, back.rerun_script.is_auto_rerun = fragment, True
            self.socket.send(back.SerializeToString(), BINARY)

    def close(self) -> None:
        """Close the tab."""
        for timer in self.timers.values():
            timer.cancel()
        self.socket.close()
