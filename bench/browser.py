"""The board in Chromium: how long 500 cards take to open, and one card to be on screen."""

import asyncio
import os
import shutil
import statistics
import time
from dataclasses import dataclass, field
from itertools import pairwise
from tempfile import TemporaryDirectory

from playwright.async_api import BrowserContext, Page, async_playwright

from bench.room import Room
from bench.servers import CORES, Server
from bench.wire import HOST, post

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-headless-shell")
CARDS, WRITERS, WARMUPS, OPENINGS, ADDS = 500, 10, 3, 5, 15
DRAWN = "cx-board-drawn"  # the board's own mark; the others are set by what WATCH adds to a page
STAGES = {
    "bench-streamlit": "navigation to Streamlit's own socket",
    "bench-live": "from there to the board's socket",
    "bench-board": "from there to the board's message",
    DRAWN: "from there to all cards drawn",
}

WATCH = """() => {
    const mark = name => performance.getEntriesByName(name).length || performance.mark(name);
    window.WebSocket = class extends WebSocket {
        constructor(...address) {
            super(...address);
            mark(String(address[0]).includes('/live/') ? 'bench-live' : 'bench-streamlit');
            this.addEventListener('message', ({data}) => {
                if (typeof data === 'string' && data.startsWith('{"op":"board"')) mark('bench-board');
            });
        }
    };
}"""
MARKS = "names => names.map(name => performance.getEntriesByName(name)[0]?.startTime ?? NaN)"
AFTER_PAINT = """field => {
    const root = field.getRootNode(), board = root.querySelectorAll ? root : document;
    window.benchShown = new Promise(resolve => {
        field.addEventListener('keydown', pressed => {
            const count = () => board.querySelectorAll('[data-card]').length;
            const before = count(), at = pressed.timeStamp;
            const look = () => {
                if (count() === before) return requestAnimationFrame(look);
                const painted = new MessageChannel();
                painted.port1.onmessage = () => resolve(performance.now() - at);
                painted.port2.postMessage(0);
            };
            requestAnimationFrame(look);
        }, {once: true, capture: true});
    });
}"""
WAIT_FOR = """([field, words]) => new Promise(resolve => {
    const root = field.getRootNode();
    const look = () => {
        const cards = [...root.querySelectorAll('[data-card]')];
        if (!cards.some(card => card.textContent.includes(words))) return requestAnimationFrame(look);
        const painted = new MessageChannel();
        painted.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        painted.port2.postMessage(0);
    };
    look();
})"""


@dataclass
class Screens:
    """What a person at a screen waits for, in ms."""

    cards: int = CARDS
    first: list[float] = field(default_factory=list)  # the same as opened, on the very first visit
    opened: list[float] = field(default_factory=list)  # navigation to all cards drawn
    stages: list[list[float]] = field(default_factory=list)  # the parts of each opening
    added: list[float] = field(default_factory=list)  # Enter to the frame with the own card
    others: list[float] = field(default_factory=list)  # somebody else's send to the frame with the card
    trouble: list[str] = field(default_factory=list)


async def look(server: Server) -> Screens:
    """Fill a board through the live channel, then open it and write on it in Chromium."""
    room, screens = Room(server, WRITERS, capacity=CARDS + 100), Screens()
    await room.prepare()
    writers = [(await room.enter(f"Person {number}"))[0] for number in range(WRITERS)]
    for number in range(CARDS - len(room.tally.sent)):
        writers[number % WRITERS].write(room.lanes[number % len(room.lanes)])
        await asyncio.sleep(0.004)
    await asyncio.sleep(2)
    seat = await post(server.port, "/join", {"code": room.code, "name": "Reader"})
    name = f"cx_seat_{room.code.replace('-', '')}"
    origin = f"http://{HOST}:{server.port}"
    os.sched_setaffinity(0, CORES)  # a browser is many processes, and nothing else is measured meanwhile
    with TemporaryDirectory(prefix="bench-") as profile:
        async with async_playwright() as playwright:
            context = await playwright.chromium.launch_persistent_context(
                profile,  # a profile, as people have one, keeps compiled scripts too
                executable_path=CHROMIUM,
                args=["--no-sandbox"],
                viewport={"width": 1280, "height": 800},
            )
            await context.add_init_script(f"({WATCH})()")
            await context.add_cookies([{"name": name, "value": seat["seat"], "url": origin}])
            await measure(context, f"{origin}/{room.first['step']}?code={room.code}", room, screens)
            await context.close()
    for writer in writers:
        writer.socket.close()
    room.host.socket.close()
    return screens


async def measure(context: BrowserContext, address: str, room: Room, screens: Screens) -> None:
    """Open the board some times, then write on it."""
    for number in range(WARMUPS + OPENINGS):
        page = await context.new_page()
        await measure_opening(page, address, screens, warm=number >= WARMUPS)
        if number < WARMUPS + OPENINGS - 1:
            await page.close()
    await measure_adding(page, screens)
    await measure_others(page, room, screens)


async def measure_opening(page: Page, address: str, screens: Screens, *, warm: bool) -> None:
    """Navigate and wait for the board's own mark; only a warmed browser counts."""
    await page.goto(address)
    await page.wait_for_function(f"performance.getEntriesByName('{DRAWN}').length > 0", timeout=30_000)
    marks = await page.evaluate(MARKS, list(STAGES))
    if not screens.first:
        screens.first.append(marks[-1])
    if warm:
        screens.opened.append(marks[-1])
        screens.stages.append([later - earlier for earlier, later in pairwise([0.0, *marks])])
    count = await page.locator("[data-card]").count()
    if count < CARDS:
        screens.trouble.append(f"{count} of {CARDS} cards on screen")


async def measure_adding(page: Page, screens: Screens) -> None:
    """Type a card and press Enter; wait for the frame that shows it."""
    await page.wait_for_timeout(1500)
    written = page.locator("textarea[data-role=write]").first
    for number in range(ADDS):
        await written.fill(f"Written in the browser {number}")
        await written.evaluate(AFTER_PAINT)
        await written.press("Enter")
        screens.added.append(await page.evaluate("window.benchShown"))
        await page.wait_for_timeout(150)


async def measure_others(page: Page, room: Room, screens: Screens) -> None:
    """Have somebody else send a card; wait for the frame that shows it here."""
    anchor = await page.locator("textarea[data-role=write]").first.element_handle()
    for _ in range(ADDS):
        words = f"{len(room.tally.sent)}. "
        shown = asyncio.create_task(page.evaluate(WAIT_FOR, [anchor, words + "The desk"]))
        await asyncio.sleep(0.1)
        sent = time.time() * 1000
        room.host.write(room.lanes[0])
        screens.others.append(await shown - sent)


def median(values: list[float]) -> float | None:
    """The middle one, where there is any."""
    return statistics.median(values) if values else None
