"""Boards in Chromium: how long full ones take to open, and what is written to be on screen."""

import asyncio
import os
import shutil
import statistics
import time
import uuid
from dataclasses import dataclass, field
from itertools import pairwise, product
from tempfile import TemporaryDirectory

from playwright.async_api import BrowserContext, Page, Playwright, ViewportSize, async_playwright

from bench.room import Room, lanes_of, rows_of
from bench.seats import WORDS, LiveSeat
from bench.servers import CORES, Server
from bench.wire import HOST, post

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-headless-shell")
CARDS, WRITERS, WARMUPS, OPENINGS, ADDS = 500, 10, 3, 5, 15
JOURNEY = 300  # cards in three personas' journeys of seven phases
SHEETS, SAVES = ["1", "second", "third"], 10
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


VIEWPORT: ViewportSize = {"width": 1280, "height": 800}
CLICK = "button => { const at = performance.timeOrigin + performance.now(); button.click(); return at; }"


@dataclass
class Screens:
    """What a person at a screen waits for, in ms."""

    cards: int = CARDS
    journey_cards: int = JOURNEY
    first: list[float] = field(default_factory=list)  # the same as opened, on the very first visit
    opened: list[float] = field(default_factory=list)  # navigation to all cards drawn
    stages: list[list[float]] = field(default_factory=list)  # the parts of each opening
    added: list[float] = field(default_factory=list)  # Enter to the frame with the own card
    others: list[float] = field(default_factory=list)  # somebody else's send to the frame with the card
    journey: list[float] = field(default_factory=list)  # navigation to the first persona's journey drawn
    saved: list[float] = field(default_factory=list)  # one person's press on Save to the frame on another's screen
    trouble: list[str] = field(default_factory=list)


async def look(server: Server) -> Screens:
    """Fill boards through the live channel, then open them and write on them in Chromium."""
    room, screens = Room(server, WRITERS, capacity=CARDS + 100), Screens()
    await room.prepare()
    writers = [(await room.enter(f"Person {number}"))[0] for number in range(WRITERS)]
    for number in range(CARDS - len(room.tally.sent)):
        writers[number % WRITERS].write(room.lanes[number % len(room.lanes)])
        await asyncio.sleep(0.004)
    await asyncio.sleep(2)
    os.sched_setaffinity(0, CORES)  # a browser is many processes, and nothing else is measured meanwhile
    with TemporaryDirectory(prefix="bench-") as profile:
        async with async_playwright() as playwright:
            context = await playwright.chromium.launch_persistent_context(
                profile,  # a profile, as people have one, keeps compiled scripts too
                executable_path=CHROMIUM,
                args=["--no-sandbox"],
                viewport=VIEWPORT,
            )
            await context.add_init_script(f"({WATCH})()")
            await sit(context, room, "Reader")
            await measure_board(context, room, screens)
            await measure_journey(context, room, writers, screens)
            await measure_saving(context, playwright, room, screens)
            await context.close()
    for writer in writers:
        writer.socket.close()
    room.host.socket.close()
    return screens


async def sit(context: BrowserContext, room: Room, name: str) -> None:
    """Give a browser a seat of its own."""
    seat = await post(room.server.port, "/join", {"code": room.code, "name": name})
    cookie = f"cx_seat_{room.code.replace('-', '')}"
    await context.add_cookies([{"name": cookie, "value": seat["seat"], "url": f"http://{HOST}:{room.server.port}"}])


def address(room: Room, step: str) -> str:
    """A step's page."""
    return f"http://{HOST}:{room.server.port}/{step}?code={room.code}"


async def measure_board(context: BrowserContext, room: Room, screens: Screens) -> None:
    """Open the board some times, then write on it."""
    for number in range(WARMUPS + OPENINGS):
        page = await context.new_page()
        marks = await measure_opening(page, address(room, room.first["step"]), CARDS, screens)
        if not screens.first:
            screens.first.append(marks[-1])
        if number >= WARMUPS:  # only a warmed browser counts
            screens.opened.append(marks[-1])
            screens.stages.append([later - earlier for earlier, later in pairwise([0.0, *marks])])
        if number < WARMUPS + OPENINGS - 1:
            await page.close()
    await measure_adding(page, screens)
    await measure_others(page, room, screens)
    await page.close()


async def measure_opening(page: Page, where: str, cards: int, screens: Screens) -> list[float]:
    """Navigate and wait for the board's own mark; when each stage was reached."""
    await page.goto(where)
    await page.wait_for_function(f"performance.getEntriesByName('{DRAWN}').length > 0", timeout=30_000)
    marks: list[float] = await page.evaluate(MARKS, list(STAGES))
    count = await page.locator("[data-card]").count()
    if count < cards:
        screens.trouble.append(f"{count} of {cards} cards on screen")
    return marks


async def measure_journey(context: BrowserContext, room: Room, writers: list[LiveSeat], screens: Screens) -> None:
    """Fill the journeys of three personas, with a phase of the team's own, and open them some times."""
    activity = await room.begin("empathize/journey_map")
    room.host.do("add_part", activity=activity["id"], kind="lanes", id="return", name="Return")
    for sheet in SHEETS[1:]:
        room.host.do("add_part", activity=activity["id"], kind="sheets", id=sheet, name=sheet.title())
    await asyncio.sleep(1)
    places = list(product([*lanes_of(activity), "return"], rows_of(activity)))
    for number in range(JOURNEY):
        lane, row = places[number // len(SHEETS) % len(places)]
        place = {"activity": activity["id"], "lane": lane, "row": row, "sheet": SHEETS[number % len(SHEETS)]}
        felt = {"feeling": number % 5 - 2} if row == "feeling" else {}
        writers[number % WRITERS].do(
            "add_card", card=str(uuid.uuid4()), text=f"{number}. {WORDS}", fields=felt, **place
        )
        await asyncio.sleep(0.004)
    await asyncio.sleep(2)
    for number in range(WARMUPS + OPENINGS):
        page = await context.new_page()
        marks = await measure_opening(page, address(room, "empathize"), JOURNEY // len(SHEETS), screens)
        if number >= WARMUPS:
            screens.journey.append(marks[-1])
        await page.close()


async def measure_saving(context: BrowserContext, playwright: Playwright, room: Room, screens: Screens) -> None:
    """One person fills in personas; wait for the frame that shows each to another, who is typing in a form."""
    await room.begin("define/persona")
    browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    elsewhere = await browser.new_context(viewport=VIEWPORT)
    await sit(elsewhere, room, "Writer")
    reader, writer = await context.new_page(), await elsewhere.new_page()
    for page in (reader, writer):
        await page.goto(address(room, "define"))
    await name_persona(reader, "Mine")
    typing = reader.locator("[data-question=about] textarea")
    await typing.press_sequentially("I am still typ")
    anchor = await reader.locator("[data-role=board]").element_handle()
    for number in range(SAVES):
        await name_persona(writer, f"Persona {number}")
        await writer.locator("[data-question=needs] textarea").fill(f"To be sure\nTo be quick {number}")
        shown = asyncio.create_task(reader.evaluate(WAIT_FOR, [anchor, f"To be quick {number}"]))
        await asyncio.sleep(0.1)
        sent = await writer.locator("[data-role=save]").evaluate(CLICK)
        screens.saved.append(await shown - sent)
    await typing.press_sequentially("ing")
    if (kept := await typing.input_value()) != "I am still typing":
        screens.trouble.append(f"a form that was being typed in says {kept!r}")
    await browser.close()


async def name_persona(page: Page, name: str) -> None:
    """Write a name and wait for the form that opens."""
    field = page.locator("[data-lane=personas] textarea[data-role=write]")
    await field.fill(name)
    await field.press("Enter")
    await page.locator("[data-role=filling]").wait_for()


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
