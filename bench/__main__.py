"""python -m bench: measure ours, bare and polling in one run and write RESULTS.md."""

import argparse
import asyncio
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import browser, floor, polling, room
from bench.report import Conditions, Results
from bench.servers import CLIENT_CORE, CORES, busy_seconds, running

RESULTS = Path(__file__).parent / "RESULTS.md"
PARTS = ["rooms", "polling", "floor", "browser"]
LED = 100  # seats whose facilitator presses every control
HARD_STOP = 90 * 60  # seconds
BUSY = 0.1  # of a core, used by others: more disturbs


def options() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--seats", type=int, nargs="+", help="numbers of seats (10 30 60 100 300)")
    parser.add_argument("--seconds", type=float, help="of writing for each number of seats and server (30)")
    parser.add_argument("--quick", action="store_true", help="about two minutes, smaller and shorter")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to run (all)")
    parser.add_argument("--patience", type=float, default=0, help="minutes to wait for quiet, each time")
    parser.add_argument("--output", type=Path, default=RESULTS)
    asked = parser.parse_args()
    asked.seats = asked.seats or ([10, 100] if asked.quick else [10, 30, 60, 100, 300])
    asked.seconds = asked.seconds or (10 if asked.quick else 30)
    asked.quiet = 6 if asked.quick else 20
    asked.polled = 8 if asked.quick else 20
    asked.polling = [100] if asked.quick else [10, 30, 100]
    return asked


async def measure(asked: argparse.Namespace, results: Results) -> None:
    """Run everything that was asked for, one after the other."""
    for count in asked.seats if "rooms" in asked.only else []:
        await quiet(asked.patience)
        with (
            part(results, f"ours and bare, {count} seats"),
            running("ours") as ours,
            running("bare") as bare,
        ):
            both = [ours, bare]
            for figures in await room.side_by_side(both, count, seconds=asked.seconds, quiet=asked.quiet):
                results.runs[figures.server, count] = figures
    for count in asked.polling if "polling" in asked.only else []:
        await quiet(asked.patience)
        with part(results, f"polling, {count} seats"), running("polling") as server:
            figures = await polling.measure(server, count, seconds=asked.polled, limit=40)
            results.runs["polling", count] = figures
    if "floor" in asked.only:
        await quiet(asked.patience)
        with part(results, f"controls and a vote, {LED} seats"), running("ours") as server:
            results.floor = await floor.measure(server, LED)
    if "browser" in asked.only:
        await quiet(asked.patience)
        with part(results, "browser"), running("ours") as server:
            results.screens = await browser.look(server)


async def quiet(patience: float) -> None:
    """Wait until others leave the cores alone for five seconds, or the patience in minutes is over."""
    limit = time.monotonic() + patience * 60
    while time.monotonic() < limit:
        before = sum(busy_seconds(core)[0] for core in CORES)
        await asyncio.sleep(5)
        if sum(busy_seconds(core)[0] for core in CORES) - before < BUSY * 5:
            return


@contextmanager
def part(results: Results, name: str) -> Iterator[None]:
    """Say what is being measured; where it fails, keep that as a result and go on."""
    print(f"{time.strftime('%H:%M:%S')} {name}", file=sys.stderr, flush=True)
    try:
        yield
    except Exception as error:
        results.failed.append(f"{name}: {type(error).__name__} {error}")
        print(results.failed[-1], *getattr(error, "__notes__", []), sep="\n", file=sys.stderr, flush=True)


async def run(asked: argparse.Namespace) -> None:
    """Measure, write the page, print the targets."""
    began, results = time.monotonic(), Results()
    async with asyncio.timeout(HARD_STOP):
        await measure(asked, results)
    minutes = (time.monotonic() - began) / 60
    conditions = Conditions(asked.seconds, asked.polled, minutes)
    asked.output.write_text(results.page(conditions))
    for what, limit, value, mark in results.targets():
        print(f"{mark} {what}: {value} (target {limit})")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are stopped too
    os.sched_setaffinity(0, {CLIENT_CORE})
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 20_000), most))
    asyncio.run(run(options()))
