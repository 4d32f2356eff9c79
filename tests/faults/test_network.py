"""Messages that get lost and connections that break: nothing is lost or doubled, and all see the same board in the end.

CX_FAULT_SECONDS sets how long people work on the bad network (20; the long run is 600).
"""

import asyncio
import os

import pytest

from tests.faults.proxy import Judge, bad_network, cut_at_random, every_fifth_lost
from tests.faults.screen import Screen
from tests.faults.verdict import judge, told
from tests.live.venue import Venue

pytestmark = [pytest.mark.server, pytest.mark.faults]

SECONDS = float(os.environ.get("CX_FAULT_SECONDS") or 20)
WRITERS = 6
SEED = 20261121
CAUGHT_UP_SECONDS = 120
"""Longest wait for everybody to have seen everything; a test that reaches it has failed."""


def test_every_fifth_message_lost_costs_nothing(venue: Venue) -> None:
    _work_on(venue, every_fifth_lost(), pace=3, seconds=SECONDS, name="every fifth message lost")


def test_connections_cut_at_random_cost_nothing(venue: Venue) -> None:
    _work_on(venue, cut_at_random(SEED, likelihood=0.05), pace=0.5, seconds=SECONDS / 3, name="connections cut")


def _work_on(venue: Venue, fate: Judge, *, pace: float, seconds: float, name: str) -> None:
    """Everybody acts every `pace` seconds, on average."""
    tokens = [venue.server.join(venue.code, f"Writer {number}") for number in range(WRITERS)]
    screens = asyncio.run(_work(venue, tokens, fate, pace, seconds))
    verdict = judge(venue, screens)
    print(told(name, verdict, seconds=seconds))
    assert verdict.is_clean
    assert venue.server.command("check").returncode == 0
    assert "Traceback" not in venue.server.log.read_text()
    assert verdict.cards > 0


async def _work(venue: Venue, tokens: list[str], fate: Judge, pace: float, seconds: float) -> list[Screen]:
    async with bad_network(venue.server.live(venue.code), fate) as address, asyncio.TaskGroup() as group:
        screens = [
            Screen(address, token, venue.activity, seed=SEED + number, pace=pace) for number, token in enumerate(tokens)
        ]
        running = [group.create_task(screen.run()) for screen in screens]
        await asyncio.wait(running, timeout=seconds)
        for screen in screens:
            screen.writing = False
        async with asyncio.timeout(CAUGHT_UP_SECONDS):
            await asyncio.gather(*(screen.caught_up(0) for screen in screens))
            await asyncio.gather(*(screen.caught_up(venue.seqs()[-1]) for screen in screens))
        for task in running:
            task.cancel()
    return screens
