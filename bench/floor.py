"""What a facilitator does to a room of people: each control on its way to every screen, and a vote in ten seconds."""

import asyncio
import random
import sqlite3
import uuid
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from time import perf_counter_ns

from bench.room import MS, Room, undisturbed
from bench.seats import LIMIT
from bench.servers import Server, disturbance
from bench.wire import Message

TIMES = 10  # each control, but those that need a board written full again
FULL = 3
CANDIDATES, DOTS, VOTE_SECONDS = 12, 5, 10.0
SEED = 4


@dataclass
class Floor:
    """Times in ms: from the facilitator's press to its arrival, once for each press and seat."""

    seats: int
    controls: dict[str, list[float]] = field(default_factory=dict)
    presses: Counter[str] = field(default_factory=Counter)
    dots: int = 0
    """Given, within VOTE_SECONDS."""
    cast: list[float] = field(default_factory=list)
    """From a dot to the answer that it is on disk."""
    refused: int = 0
    lost: int = 0
    """Acknowledged, but not in the file."""
    wrong: int = 0
    """Cards whose total is not what was given, on any screen or in the file."""
    others: float = 0.0
    """Share of the server's core that other processes used meanwhile."""

    def slowest(self, share: float) -> float | None:
        """Of each control the wait that this share of the arrivals does not exceed; that of the slowest control."""
        return max((sorted(waits)[int(len(waits) * share)] for waits in self.controls.values()), default=None)


class Leading(Room):
    """A room whose facilitator presses one control after the other."""

    def __init__(self, server: Server, count: int) -> None:
        super().__init__(server, count, capacity=10)
        self.floor = Floor(count)

    async def press(self, name: str, verb: str, word: str, **args: object) -> None:
        """Press a control; note when an event with this word reaches each seat."""
        heard = [seat.watch(word.encode()) for seat in self.live]
        asked = perf_counter_ns()
        self.host.do(verb, **args)
        async with asyncio.timeout(LIMIT):
            arrived = await asyncio.gather(*heard)
        self.floor.controls.setdefault(name, []).extend((each - asked) * MS for each in arrived)
        self.floor.presses[name] += 1

    async def lead(self) -> None:
        """All controls of one board, and then of the next."""
        board = {"activity": self.first["id"]}
        for _ in range(TIMES):
            await self.press("start the timer", "start_timer", '"timer_started"', seconds=300)
            await self.press("lock the board", "lock_board", '"board_locked"', **board)
            await self.press("unlock the board", "unlock_board", '"board_unlocked"', **board)
            await self.press("call everybody", "call_everyone", '"everyone_called"', **board)
        for named in (True, False):
            if not named:
                await self.press("hide names", "hide_names", '"names_hidden"', **board)
            label = f"reveal a hidden card of each{'' if named else ', without names'}"
            for _ in range(FULL):
                await self.press("hide cards", "hide_cards", '"cards_hidden"', **board)
                await self.everybody_writes()
                await self.press(label, "reveal_cards", '"cards_revealed"', **board)
        for _ in range(FULL):
            await self.press("open a vote", "open_vote", '"vote_opened"', **board, dots=DOTS, per_card=DOTS)
            await self.close_vote(await self.vote_now())
        await self.vote(board)
        for activity in (self.next, self.first) * FULL:
            await self.press("open an activity", "open_activity", '"activity_opened"', activity=activity["id"])

    async def everybody_writes(self) -> None:
        """One hidden card of each seat; over when every screen has heard of all."""
        full = [seat.watch(f'"hidden":{len(self.live)}'.encode()) for seat in self.live]
        for seat in self.live:
            card = str(uuid.uuid4())
            seat.do("add_card", activity=self.first["id"], card=card, lane=self.lanes[0], text=f"Card {card}")
        async with asyncio.timeout(LIMIT):
            await asyncio.gather(*full)

    async def vote_now(self) -> str:
        """The vote that is open."""
        board = await self.host.open(self.first["id"])
        return next(str(vote["id"]) for vote in board["votes"] if vote["closed_at"] is None)

    async def close_vote(self, vote: str) -> None:
        await self.press("close a vote", "close_vote", '"vote_closed"', vote=vote)

    async def vote(self, board: Message) -> None:
        """Everybody gives all dots at moments drawn over ten seconds; then it closes, and is counted again."""
        await self.press("open a vote", "open_vote", '"vote_opened"', **board, dots=DOTS, per_card=DOTS)
        vote, dice = await self.vote_now(), random.Random(SEED)
        opened = await self.host.open(self.first["id"])
        cards = [card["id"] for card in opened["cards"]][:CANDIDATES]
        turns = list(range(len(self.live))) * DOTS
        plan = sorted((dice.uniform(0, VOTE_SECONDS), number, dice.choice(cards)) for number in turns)
        given: Counter[str] = Counter()
        waiting: list[Awaitable[None]] = []
        began = perf_counter_ns()
        for moment, number, card in plan:
            await asyncio.sleep(max(0.0, moment - (perf_counter_ns() - began) * 1e-9))
            given[card] += 1
            waiting.append(asyncio.create_task(self.cast(number, vote, card)))
        await asyncio.gather(*waiting)
        await self.close_vote(vote)
        await self.count_again(vote, given)

    async def cast(self, number: int, vote: str, card: str) -> None:
        """One dot, from the press to the answer."""
        asked = perf_counter_ns()
        answered = await self.live[number].answered("cast_dot", vote=vote, card=card, dot=str(uuid.uuid4()))
        if answered is None:
            self.floor.refused += 1
        else:
            self.floor.cast.append((answered - asked) * MS)

    async def count_again(self, vote: str, given: Counter[str]) -> None:
        """By the file, and by what every seat is told of the closed vote."""
        floor = self.floor
        floor.dots = sum(given.values())
        with sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True) as db:
            sql = "select card, count(*) from dots where vote = ? and taken_back_at is null group by card"
            kept = Counter(dict(db.execute(sql, [vote])))
        floor.lost = len(floor.cast) - kept.total()
        told = [kept]
        for seat in self.live:
            votes = (await seat.open(self.first["id"]))["votes"]
            totals = next(each["totals"] for each in votes if each["id"] == vote)
            told.append(Counter({card: marks["dot"] for card, marks in totals.items()}))
        floor.wrong = sum(
            1 for counted in told for card in given.keys() | counted.keys() if counted[card] != given[card]
        )


async def measure(server: Server, count: int) -> Floor:
    """Fill a room, lead it through all controls and a vote, and empty it."""
    room = Leading(server, count)
    await room.prepare()
    await room.fill()
    (others, _), began = disturbance([server]), perf_counter_ns()
    with undisturbed():
        await room.lead()
    room.floor.others = (disturbance([server])[0] - others) / ((perf_counter_ns() - began) * 1e-9)
    room.leave()
    if trouble := [*room.figures.trouble, *set(room.tally.refused)]:
        raise RuntimeError(", ".join(trouble))
    return room.floor
