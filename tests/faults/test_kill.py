"""kill -9 at any moment: what was acknowledged is there, once, and everybody is back by themselves.

CX_FAULT_KILLS sets how often (20; the long run is 50).
"""

import asyncio
import os
import random
import signal
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.faults.screen import Screen
from tests.faults.verdict import judge, told
from tests.live.venue import Venue
from tests.server import Server

pytestmark = [pytest.mark.server, pytest.mark.faults]

KILLS = int(os.environ.get("CX_FAULT_KILLS") or 20)
WRITERS = 6
SEED = 20261121
BACK_SECONDS = 60
"""Longest wait for everybody to be back; a test that reaches it has failed."""


def test_kill_under_load_loses_and_doubles_nothing(venue: Venue) -> None:
    started = time.monotonic()
    screens = _screens(venue)
    asyncio.run(_killed_again_and_again(venue, screens))
    verdict = judge(venue, screens)
    print(told("kill -9", verdict, kills=KILLS, seconds=round(time.monotonic() - started)))
    assert verdict.is_clean
    assert venue.server.command("check").returncode == 0
    assert verdict.cards > KILLS


def test_kill_while_the_first_start_makes_the_database(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    server = Server(tmp_path / "workshops.db")
    for _ in range(6):
        process = server.spawn()
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.4, 1.2))
        server.kill()
    server.start()
    code, token = server.create()
    with closing(server.sit(code, token)) as seat:
        assert seat.welcome["op"] == "welcome"
    assert server.command("check").returncode == 0
    server.stop()


def _screens(venue: Venue) -> list[Screen]:
    """Everybody writes as fast as answers come."""
    tokens = [venue.server.join(venue.code, f"Writer {number}") for number in range(WRITERS)]
    return [
        Screen(venue.server.live(venue.code), token, venue.activity, seed=SEED + number, pace=0)
        for number, token in enumerate(tokens)
    ]


async def _killed_again_and_again(venue: Venue, screens: list[Screen]) -> None:
    chance = random.Random(SEED)
    async with asyncio.TaskGroup() as group:
        running = [group.create_task(screen.run()) for screen in screens]
        for number in range(KILLS):
            if number % 2:  # else the next kill may strike while people are still coming back
                await _everybody_back(screens)
            await _kill_after(venue.server, screens, messages=chance.randrange(1, 500))
            await asyncio.to_thread(venue.server.start)
        for screen in screens:
            screen.writing = False
        async with asyncio.timeout(BACK_SECONDS):
            await asyncio.gather(*(screen.caught_up(0) for screen in screens))
            await asyncio.gather(*(screen.caught_up(venue.seqs()[-1]) for screen in screens))
        for task in running:
            task.cancel()


async def _everybody_back(screens: list[Screen]) -> None:
    async with asyncio.timeout(BACK_SECONDS):
        await asyncio.gather(*(screen.live.wait() for screen in screens))


async def _kill_after(server: Server, screens: list[Screen], *, messages: int) -> None:
    """Strike in the very moment in which this many messages have gone in or out."""
    struck = asyncio.Event()

    def count() -> None:
        nonlocal messages
        messages -= 1
        if messages == 0:
            server.process.send_signal(signal.SIGKILL)
            struck.set()

    for screen in screens:
        screen.on_traffic = count
    async with asyncio.timeout(BACK_SECONDS):
        await struck.wait()
    await asyncio.to_thread(server.process.wait)
