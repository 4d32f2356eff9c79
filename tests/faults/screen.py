"""A person's screen as the browser plays it: an outbox, a socket that comes back, and the board as it was told."""

import asyncio
import json
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from cx_workshop.verbs.act import new_id
from tests.server import Message

PATIENCE = 0.5
"""Seconds without an answer, after which a socket counts as dead."""
SILENCE = 0.25
"""Seconds without a message, after which the screen asks whether it missed the last one."""
PAUSE = 0.1
"""Seconds, at most, before the next knock on the door."""
WINDOW = 4
"""Commands under way at once."""
HARMLESS = {"unknown_card", "nothing_to_undo", "others_built_on_it"}
"""Refusals that people who work on the same cards run into."""
LANES = ("sees", "hears", "pains", "gains")


class Missed(Exception):
    """Something did not arrive: give the socket up and come back."""


@dataclass
class Command:
    verb: str
    args: dict[str, Any]
    sent_at: float | None = None


class Screen:
    def __init__(self, address: str, token: str, activity: str, *, seed: int, pace: float) -> None:
        self.address, self.token, self.activity, self.pace = address, token, activity, pace
        self.chance = random.Random(seed)
        self.outbox: dict[str, Command] = {}
        self.acknowledged: dict[str, tuple[Command, int]] = {}
        self.refusals: list[Message] = []
        self.contradictions: list[Message] = []
        """Second answers that say another thing than the first."""
        self.seq = 0
        self.log: list[int] = []
        """The events taken in, by number."""
        self.repeats = 0
        """Events heard that had been heard before."""
        self.gaps = 0
        self.returns = 0
        self.cards: dict[str, Message] | None = None
        self.board_seq = 0
        self.board_asked_at: float | None = None
        self.writing = True
        self.live = asyncio.Event()
        self.on_traffic: Callable[[], None] = lambda: None
        self._next_write = 0.0

    @property
    def added(self) -> set[str]:
        """The cards that the server has acknowledged."""
        return {str(command.args["card"]) for command, _ in self.acknowledged.values() if command.verb == "add_card"}

    async def run(self) -> None:
        """Stay in the workshop until cancelled."""
        while True:
            with suppress(OSError, EOFError, WebSocketException, Missed):
                async with connect(self.address, max_size=None, open_timeout=5, close_timeout=0.1) as socket:
                    await self._talk(socket)
            self.live.clear()
            await asyncio.sleep(self.chance.uniform(0, PAUSE))

    async def caught_up(self, seq: int) -> None:
        """Nothing waits for an answer, and the board is there and as new as this event."""
        while self.outbox or self.cards is None or self.seq < seq or self.board_asked_at:
            await asyncio.sleep(0.05)

    async def _talk(self, socket: ClientConnection) -> None:
        hello = {"op": "hello", "protocol": 1, "seat": self.token}
        await self._send(socket, hello | ({"since": self.seq} if self.seq else {}))
        async with asyncio.timeout(PATIENCE):
            while (message := await self._receive(socket))["op"] != "welcome":
                pass
        self._welcomed(message)
        while True:
            await self._pump(socket)
            try:
                async with asyncio.timeout(min(SILENCE, max(0.0, self._next_write - time.monotonic()))):
                    message = await self._receive(socket)
            except TimeoutError:
                await self._send(socket, {"op": "ping"})
            else:
                self._take_in(message)
            self._look_at_the_clock()

    def _welcomed(self, message: Message) -> None:
        self.returns += 1
        if not self.seq or message["reset"]:
            self.seq, self.cards = message["seq"], None
        self.board_asked_at = None
        for command in self.outbox.values():
            command.sent_at = None
        if self.chance.random() < 0.1:  # boards are fetched anew now and then; otherwise the events have to be enough
            self.cards = None
        self.live.set()

    async def _pump(self, socket: ClientConnection) -> None:
        now = time.monotonic()
        if self.cards is None and self.board_asked_at is None:
            self.board_asked_at = now
            await self._send(socket, {"op": "open", "activity": self.activity})
        if self.writing and self.cards is not None and len(self.outbox) < WINDOW and now >= self._next_write:
            self.outbox[new_id()] = self._something_to_do(self.cards)
            self._next_write = now + self.chance.uniform(0.5, 1.5) * self.pace
        if not self.writing:
            self._next_write = now + SILENCE
        for id, command in list(self.outbox.items()):
            if command.sent_at is None:
                command.sent_at = now
                await self._send(socket, {"op": "do", "id": id, "verb": command.verb, "args": command.args})

    def _something_to_do(self, cards: dict[str, Message]) -> Command:
        """Mostly a new card; never something with a card that an unanswered command touches."""
        touched = {command.args.get("card") for command in self.outbox.values()}
        own = sorted(self.added & cards.keys() - touched)
        others = sorted(cards.keys() - touched)
        kind, lane = self.chance.random(), self.chance.choice(LANES)
        if kind < 0.15 and own:
            return Command("edit_card", {"card": self.chance.choice(own), "text": f"Edited {new_id()}"})
        if kind < 0.25 and own:
            return Command("remove_card", {"card": self.chance.choice(own)})
        if kind < 0.35 and others:
            return Command("move_card", {"card": self.chance.choice(others), "lane": lane, "before": None})
        if kind < 0.45 and others:
            return Command(self.chance.choice(["keep_card", "park_card"]), {"card": self.chance.choice(others)})
        if kind < 0.5 and not self.outbox:
            return Command("undo", {})
        return Command(
            "add_card", {"activity": self.activity, "card": new_id(), "lane": lane, "text": f"Card {new_id()}"}
        )

    def _take_in(self, message: Message) -> None:
        match message["op"]:
            case "done":
                self._done(message)
            case "refused":
                self.outbox.pop(message["id"], None)
                self.refusals.append(message)
            case "board":
                self.cards = {card["id"]: card for card in message["cards"]}
                self.board_seq, self.board_asked_at = message["seq"], None
            case "event":
                self._happened(message)
            case "pong":
                if message["seq"] > self.seq:
                    self._missed()

    def _done(self, message: Message) -> None:
        command = self.outbox.pop(message["id"], None)
        if command is not None:
            self.acknowledged[message["id"]] = command, message["seq"]
        elif self.acknowledged[message["id"]][1] != message["seq"]:
            self.contradictions.append(message)

    def _happened(self, event: Message) -> None:
        if event["seq"] <= self.seq:
            self.repeats += 1
            return
        if event["prev"] != self.seq:
            self._missed()
        self.seq = event["seq"]
        self.log.append(self.seq)
        if self.cards is not None and self.seq > self.board_seq:
            for patch in event["data"].get("cards", []):
                self._lay(patch)

    def _lay(self, patch: Message) -> None:
        assert self.cards is not None
        card = self.cards.pop(patch["id"], {}) | patch
        if "text" in card and card["activity"] == self.activity and card["status"] not in ("removed", "merged"):
            self.cards[card["id"]] = card

    def _missed(self) -> None:
        self.gaps += 1
        raise Missed

    def _look_at_the_clock(self) -> None:
        """An answer that does not come means a dead socket."""
        asked = [self.board_asked_at, *(command.sent_at for command in self.outbox.values())]
        if any(at is not None and time.monotonic() - at > PATIENCE for at in asked):
            raise Missed

    async def _send(self, socket: ClientConnection, message: Message) -> None:
        await socket.send(json.dumps(message))
        self.on_traffic()

    async def _receive(self, socket: ClientConnection) -> Message:
        message: Message = json.loads(await socket.recv())
        self.on_traffic()
        return message
