"""What a room of people does together, and what is measured of it."""

import asyncio
import gc
import random
import sqlite3
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter_ns, process_time
from typing import TypeVar

from bench.figures import Figures
from bench.seats import CARD, LIMIT, LiveSeat, PageSession, Tally
from bench.servers import ROOT, Server, disturbance
from bench.wire import Message, Refused, post

EACH = 10.0  # seconds from one card of a seat to its next, on average
A_SECOND = 20  # people who come in each second: 100 in 5 s
TURNS = "ABBABAAB"  # who writes when, of two servers
FOLLOW = 1.2  # seconds over which the boards spread their page switch
WARM = 5  # people who come and go first, so that nothing is imported or compiled while measuring
MS = 1e-6  # a nanosecond
Seat = TypeVar("Seat")


@contextmanager
def undisturbed() -> Iterator[None]:
    """No garbage collection of the client's own while it measures."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


class Room:
    """A server and the people in it."""

    def __init__(self, server: Server, count: int, *, capacity: int, beside: Sequence[Server] = ()) -> None:
        self.server, self.count = server, count
        self.measured = {server, *beside}  # whose work is not a disturbance
        self.figures = Figures(server.name, count)
        self.tally = Tally(capacity)
        self.live: list[LiveSeat] = []
        self.pages: list[PageSession] = []
        self.code, self.facilitator = "BARE", ""
        self.first: Message = {}
        self.next: Message = {}
        self.lanes: list[str] = []
        self.cpu = 0.0  # seconds, while cards were measured
        self.seconds = 0.0

    async def prepare(self) -> None:
        """Open the workshop's first activity and let a few people come and go."""
        if self.server.name == "ours":
            workshop = await asyncio.to_thread(self.server.workshop)
            self.code, self.facilitator = workshop["code"], workshop["facilitator"]
        self.host = LiveSeat(self.tally)
        welcome = await self.host.join(self.server.port, self.code, token=self.facilitator)
        activities = sorted(welcome["activities"], key=lambda each: each["position"])
        self.first = activities[0]
        others = [each for each in activities if each["step"] != self.first["step"]]
        self.next = others[0] if others else {}
        if self.first["status"] == "planned":
            self.open_activity(self.first)
            await asyncio.sleep(0.5)
        await self.host.open(self.first["id"])
        self.lanes = lanes_of(self.first)
        visitors = [await self.enter(f"Visitor {number}") for number in range(WARM)]
        visitors[0][0].write(self.lanes[0])
        await asyncio.sleep(1)
        for live, page in visitors:
            live.socket.close()
            if page:
                page.socket.close()
        await asyncio.sleep(1)
        self.forget()

    def open_activity(self, activity: Message) -> None:
        """The facilitator opens an activity for everybody."""
        self.host.do("open_activity", activity=activity["id"])

    async def begin(self, method: str) -> Message:
        """The facilitator plans one more activity and opens it for everybody; the activity."""
        async with asyncio.timeout(LIMIT):
            planned = self.host.watch(method.encode())
            self.host.do("plan_activity", method=method, minutes=30, position=1)
            await planned
            newcomer = LiveSeat(self.tally)
            welcome = await newcomer.join(self.server.port, self.code, token=self.facilitator)
            newcomer.socket.close()
            activity: Message = next(each for each in welcome["activities"] if each["method"] == method)
            opened = self.host.watch(activity["id"].encode())
            self.open_activity(activity)
            await opened
        return activity

    def forget(self) -> None:
        """Drop what warming up measured."""
        figures = self.figures
        figures.join_page, figures.join_board, figures.join_whole = [], [], []
        self.tally.waits, self.tally.sightings = [], []

    async def enter(self, name: str) -> tuple[LiveSeat, PageSession | None]:
        """One person joins, gets the page and then the board, one after the other as a browser does."""
        began = perf_counter_ns()
        live, page, cookie = LiveSeat(self.tally), None, ""
        if self.server.name == "ours":
            token = (await post(self.server.port, "/join", {"code": self.code, "name": name}))["seat"]
            cookie = f"cx_seat_{self.code.replace('-', '')}={token}"
            page, asked = PageSession(), perf_counter_ns()
            await page.connect(self.server.port, cookie=cookie, query=f"code={self.code}")
            self.figures.join_page.append((await page.run(self.first["step"]) - asked) * MS)
            if page.faults:
                raise Refused(page.faults[0])
        asked = perf_counter_ns()
        await live.join(self.server.port, self.code, cookie=cookie)
        await live.open(self.first["id"])
        arrived = perf_counter_ns()
        self.figures.join_board.append((arrived - asked) * MS)
        self.figures.join_whole.append((arrived - began) * MS)
        return live, page

    async def fill(self) -> None:
        """Everybody comes in, twenty a second; weigh what each seat costs."""
        before = self.server.memory_kib()

        async def come(number: int) -> tuple[LiveSeat, PageSession | None]:
            await asyncio.sleep(number / A_SECOND)
            return await self.enter(f"Person {number}")

        with undisturbed():
            comers = await asyncio.gather(*map(come, range(self.count)), return_exceptions=True)
        for comer in comers:
            if isinstance(comer, BaseException):
                self.figures.trouble.append(f"{type(comer).__name__} {comer}".strip())
            else:
                self.live.append(comer[0])
                self.pages += [comer[1]] if comer[1] else []
        self.figures.inside = len(self.live)
        await asyncio.sleep(2)
        self.figures.memory = (self.server.memory_kib() - before) / max(1, self.figures.inside)

    def runs(self) -> int:
        """How often a page of anybody ran so far."""
        return sum(page.runs for page in self.pages)

    async def write(self, seconds: float, seed: int) -> None:
        """Everybody writes about every ten seconds; note what each card took to each other seat."""
        plan = schedule(self.live, seconds, seed)
        begin, cpu, own = len(self.tally.sent), self.server.cpu_seconds(), process_time()
        others, stolen = disturbance(self.measured)
        with undisturbed():
            started = perf_counter_ns()
            for moment, seat in plan:
                await asyncio.sleep(max(0.0, moment - (perf_counter_ns() - started) * 1e-9))
                seat.write(random.choice(self.lanes))
            await asyncio.sleep(max(0.0, seconds - (perf_counter_ns() - started) * 1e-9))
            own, cpu = process_time() - own, self.server.cpu_seconds() - cpu
            others_now, stolen_now = disturbance(self.measured)
            await self.settle(begin)
        figures, tally = self.figures, self.tally
        self.cpu += cpu
        self.seconds += seconds
        figures.client = max(figures.client, own / seconds)
        figures.others = max(figures.others, (others_now - others) / seconds)
        figures.stolen = max(figures.stolen, (stolen_now - stolen) / seconds)
        cards = range(begin, len(tally.sent))
        pairs = len(cards) * len(self.live)  # the others and the facilitator
        turn = [wait * MS for wait in tally.waits]
        figures.turns.append(turn)
        figures.waits.extend(turn)
        figures.pairs += pairs
        figures.unseen += pairs - len(turn)
        figures.written += len(cards)
        figures.done += [tally.acknowledged[each] * MS for each in cards if each in tally.acknowledged]
        figures.active_cpu = self.cpu / (self.seconds / 60 * max(1, len(self.live)))
        tally.waits, tally.sightings = [], []

    async def settle(self, begin: int, limit: float = 5.0) -> None:
        """Wait until all cards since the begin were seen by all, or the limit in seconds."""
        pairs = (len(self.tally.sent) - begin) * len(self.live)
        for _ in range(int(limit / 0.1)):
            if len(self.tally.waits) >= pairs:
                break
            await asyncio.sleep(0.1)

    async def check(self) -> None:
        """Look for every acknowledged card with new eyes and in the file."""
        figures, tally = self.figures, self.tally
        figures.trouble += [f"refused: {code}" for code in sorted(set(tally.refused))]
        figures.acknowledged = len(tally.acknowledged)
        expected = {f"{CARD}{number:012x}" for number in tally.acknowledged}
        fresh = LiveSeat(tally)
        await fresh.join(self.server.port, self.code, token=self.facilitator)
        board = {card["id"] for card in (await fresh.open(self.first["id"]))["cards"]}
        fresh.socket.close()
        figures.lost_board = len(expected - board)
        with sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True) as db:
            figures.lost_file = len(expected - {row[0] for row in db.execute("select id from cards")})
        figures.checked = True

    async def switch(self) -> None:
        """The facilitator opens the next activity; everybody's board hears of it and turns the page."""
        if not self.next or not self.pages:
            return
        words = self.next["id"].encode()
        heard = [seat.watch(words) for seat in self.live]
        asked = perf_counter_ns()
        self.open_activity(self.next)

        async def follow(live: LiveSeat, page: PageSession, event: asyncio.Future[int]) -> None:
            self.figures.switch_event.append((await event - asked) * MS)
            _, arrived = await live.ask({"op": "open", "activity": self.next["id"]}, "board")
            self.figures.switch_board.append((arrived - asked) * MS)
            await asyncio.sleep(random.uniform(0, FOLLOW))
            arrived = await page.follow(self.next["id"], self.next["step"])
            self.figures.switch_page.append((arrived - asked) * MS)

        with undisturbed():
            people = zip(self.live, self.pages, heard, strict=True)
            everybody = asyncio.gather(*(follow(*person) for person in people), return_exceptions=True)
            try:
                async with asyncio.timeout(30):
                    errors = {f"switch: {type(each).__name__} {each}" for each in await everybody if each}
            except TimeoutError:
                errors = {"switch: not everybody followed within 30 s"}
        self.figures.trouble += sorted(errors | {page.faults[0] for page in self.pages if page.faults})

    def leave(self) -> None:
        """Everybody goes home."""
        for socket in [seat.socket for seat in self.live] + [page.socket for page in self.pages]:
            socket.close()
        self.host.socket.close()


def schedule(seats: list[Seat], seconds: float, seed: int) -> list[tuple[float, Seat]]:
    """When who writes: a start anywhere in the first ten seconds, then every ten give or take two."""
    dice, plan = random.Random(seed), []
    for seat in seats:
        moment = dice.uniform(0, EACH)
        while moment < seconds:
            plan.append((moment, seat))
            moment += dice.uniform(EACH * 0.8, EACH * 1.2)
    return sorted(plan, key=lambda each: each[0])


def lanes_of(activity: Message) -> list[str]:
    """The lanes of an activity's method."""
    lanes: list[str] = board_of(activity)["lanes"] if "method" in activity else ["says", "does", "thinks"]
    return lanes


def rows_of(activity: Message) -> list[str]:
    """The rows of an activity's method, where its board is a grid."""
    rows: list[str] = board_of(activity)["rows"]
    return rows


def board_of(activity: Message) -> Message:
    """What the method's folder says of its board."""
    words = (ROOT / "data" / "methods" / activity["method"] / "method.toml").read_text()
    board: Message = tomllib.loads(words)["board"]
    return board


async def empty(rooms: list[Room], seconds: float) -> None:
    """Nobody is there but the facilitator: what each server uses by itself."""
    before = [room.server.cpu_seconds() for room in rooms]
    await asyncio.sleep(seconds)
    for room, cpu in zip(rooms, before, strict=True):
        room.figures.empty_cpu = (room.server.cpu_seconds() - cpu) / (seconds / 60)


async def idle(rooms: list[Room], seconds: float) -> None:
    """Nobody does anything; all servers are weighed at the same time, each by its own clock."""
    before = [(room.server.cpu_seconds(), room.runs()) for room in rooms]
    await asyncio.sleep(seconds)
    for room, (cpu, runs) in zip(rooms, before, strict=True):
        minutes = seconds / 60 * max(1, len(room.live))
        room.figures.idle_cpu = (room.server.cpu_seconds() - cpu) / minutes
        room.figures.idle_reruns = room.runs() - runs


async def side_by_side(
    servers: list[Server], count: int, *, seconds: float, quiet: float, turns: str = TURNS
) -> list[Figures]:
    """Fill both servers, then let them take turns, so that the machine's moods fall on both."""
    capacity = int(count * (seconds / EACH + len(turns)) + 100)
    rooms = [Room(server, count, capacity=capacity, beside=servers) for server in servers]
    for room in rooms:
        await room.prepare()
    await empty(rooms, quiet / 2)
    for room in rooms:
        await room.fill()
    await idle(rooms, quiet)
    for number, turn in enumerate(turns):
        room = rooms["AB".index(turn) % len(rooms)]
        await room.write(seconds / turns.count(turn), seed=count * 100 + number // 2)
    for room in rooms:
        await room.check()
        await room.switch()
        room.leave()
    return [room.figures for room in rooms]
