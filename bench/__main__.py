"""python -m bench: measure ours, bare and polling in one run and write RESULTS.md."""

import argparse
import asyncio
import os
import resource
import sys
import time
from pathlib import Path

from bench import browser, polling, room
from bench.report import Results, Runs
from bench.servers import CLIENT_CORE, running

RESULTS = Path(__file__).parent / "RESULTS.md"
PARTS = ["rooms", "polling", "browser"]
HARD_STOP = 45 * 60  # seconds


def options() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--seats", type=int, nargs="+", help="numbers of seats (10 30 60 100 300)")
    parser.add_argument("--seconds", type=float, help="of writing for each number of seats and server (30)")
    parser.add_argument("--quick", action="store_true", help="about two minutes, smaller and shorter")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="parts to run (all)")
    parser.add_argument("--servers", nargs="+", default=["ours", "bare"], choices=["ours", "bare"])
    parser.add_argument("--output", type=Path, default=RESULTS)
    asked = parser.parse_args()
    asked.only = asked.only or PARTS
    asked.seats = asked.seats or ([10, 100] if asked.quick else [10, 30, 60, 100, 300])
    asked.seconds = asked.seconds or (10 if asked.quick else 30)
    asked.quiet = 6 if asked.quick else 20
    asked.polled = 8 if asked.quick else 20
    asked.polling = [100] if asked.quick else [10, 30, 100]
    return asked


def say(text: str) -> None:
    """Tell on the terminal how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


async def measure(asked: argparse.Namespace) -> tuple[Runs, browser.Screens | None]:
    """Run everything that was asked for, one after the other."""
    runs: Runs = {}
    screens = None
    for count in asked.seats if "rooms" in asked.only else []:
        say(f"{' and '.join(asked.servers)}, {count} seats")
        with running(asked.servers[0]) as first, running(asked.servers[-1]) as second:
            servers = [first, second] if len(asked.servers) > 1 else [first]
            measured = await room.side_by_side(servers, count, seconds=asked.seconds, quiet=asked.quiet)
            for figures in measured:
                runs[figures.server, count] = figures
    for count in asked.polling if "polling" in asked.only else []:
        say(f"polling, {count} seats")
        with running("polling") as server:
            runs["polling", count] = await polling.measure(server, count, seconds=asked.polled, limit=40)
    if "browser" in asked.only and "ours" in asked.servers:
        say("browser")
        with running("ours") as server:
            screens = await browser.look(server)
    return runs, screens


async def run(asked: argparse.Namespace) -> None:
    """Measure, write the page, print the targets."""
    began = time.monotonic()
    async with asyncio.timeout(HARD_STOP):
        runs, screens = await measure(asked)
    minutes = (time.monotonic() - began) / 60
    results = Results(runs, screens)
    asked.output.write_text(results.page(seconds=asked.seconds, polled=asked.polled, minutes=minutes))
    for what, limit, value, mark in results.targets():
        print(f"{mark} {what}: {value} (target {limit})")
    say(f"wrote {asked.output.name}")


if __name__ == "__main__":
    os.sched_setaffinity(0, {CLIENT_CORE})
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 20_000), most))
    asyncio.run(run(options()))
