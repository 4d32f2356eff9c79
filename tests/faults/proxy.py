"""A bad network: a proxy between screens and server that loses messages, or cuts connections."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Literal

from websockets.asyncio.client import connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import WebSocketException

Direction = Literal["up", "down"]
Fate = Literal["pass", "lose", "cut"]
Judge = Callable[[Direction], Fate]
"""Asked for each message."""


@asynccontextmanager
async def bad_network(target: str, fate: Judge) -> AsyncIterator[str]:
    """The address by which a workshop's channel (`target`) is then reached."""

    async def pass_on(screen: ServerConnection) -> None:
        with suppress(OSError, WebSocketException):
            async with connect(target, max_size=None, close_timeout=0.1) as server:
                await asyncio.wait(
                    [
                        asyncio.create_task(pump(screen, server, "up")),
                        asyncio.create_task(pump(server, screen, "down")),
                    ],
                    return_when=asyncio.FIRST_COMPLETED,
                )
                screen.transport.abort()  # as a network ends: without a word
                server.transport.abort()

    async def pump(source: Connection, sink: Connection, direction: Direction) -> None:
        with suppress(OSError, WebSocketException):
            async for message in source:
                match fate(direction):
                    case "pass":
                        await sink.send(message)
                    case "cut":
                        return

    async with serve(pass_on, "127.0.0.1", 0, max_size=None, close_timeout=0.1) as proxy:
        port = next(iter(proxy.sockets)).getsockname()[1]
        yield f"ws://127.0.0.1:{port}"


def every_fifth_lost() -> Judge:
    """Counted over all connections, in each direction: so it hits every kind of message."""
    passed = Counter[Direction]()

    def fate(direction: Direction) -> Fate:
        passed[direction] += 1
        return "pass" if passed[direction] % 5 else "lose"

    return fate


def cut_at_random(seed: int, likelihood: float) -> Judge:
    chance = random.Random(seed)
    return lambda direction: "cut" if chance.random() < likelihood else "pass"
