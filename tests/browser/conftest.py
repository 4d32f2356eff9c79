"""Real Chromium, and people who sit before it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from cx_workshop.live.seats import cookie_name
from cx_workshop.storage import Store
from tests.browser.people import Person
from tests.browser.windows import PATIENCE, Windows
from tests.live.venue import Venue, open_venue
from tests.server import Server, running

SIZES = {
    "phone": (390, 844),
    "tablet": (820, 1180),
    "laptop": (1366, 768),
    "projector": (1920, 1080),
    "small phone": (320, 640),
}
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Chromium as systems call it; the first draws no window and needs 40 % less CPU time a page."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,  # without one, Playwright's own; without that too, this fails, as it should
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP workshop.test 127.0.0.1",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("data") / "workshops.db") as server:
        yield server


@pytest.fixture(scope="package")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


Visit = Callable[..., Page]


@pytest.fixture
def visit(windows: Windows, server: Server) -> Iterator[Visit]:
    """Open a browser of its own on a path; `size`, `language`, `dark`, `host`, `reduced_motion` as wanted.

    `seats` (code -> token) are those that it holds already. It may have served earlier tests, and is empty again; who
    leaves routes, scripts or listeners in it asks for a `fresh` one. Errors in it fail the test.
    """
    windows.errors.clear()

    def open(
        path: str = "/",
        *,
        size: str = "laptop",
        language: str = "en",
        dark: bool = False,
        host: str = "127.0.0.1",
        seats: dict[str, str] | None = None,
        reduced_motion: Literal["reduce", "no-preference"] = "no-preference",
        fresh: bool = False,
    ) -> Page:
        page = windows.take(language, host, "phone" in size, fresh=fresh)
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="screen", color_scheme="dark" if dark else "light", reduced_motion=reduced_motion)
        for code, token in (seats or {}).items():
            cookie = {"name": cookie_name(code), "value": token, "domain": host, "path": "/", "httpOnly": True}
            page.context.add_cookies([{**cookie, "sameSite": "Lax"}])
        page.goto(f"http://{host}:{server.port}{path}")
        return page

    yield open
    windows.give_back()
    assert windows.errors == []


@pytest.fixture(scope="package")
def shared_store(server: Server) -> Iterator[Store]:
    """The server's database, opened by this process as well."""
    with closing(Store(server.database)) as store:
        yield store


@pytest.fixture
def venue(server: Server, shared_store: Store) -> Iterator[Venue]:
    """A workshop with somebody in each role, made without clicking. No page may leave a traceback in the log."""
    logged = len(server.log.read_text())
    venue = open_venue(server, shared_store)
    yield venue
    venue.leave()
    assert "Traceback" not in server.log.read_text()[logged:]


Sit = Callable[..., Person]


@pytest.fixture
def sit(visit: Visit, venue: Venue) -> Sit:
    """Sit down before a page of the venue's workshop: `sit(PIA)`, `sit(FAY, "facilitate", size="phone")`."""

    def sit(name: str, page: str = "empathize", **how: Any) -> Person:
        person = Person(visit(f"/{page}?code={venue.code}", seats={venue.code: venue.tokens[name]}, **how))
        person.is_live()
        return person

    return sit


@pytest.fixture
def screenshots() -> Path:
    """Where a test leaves pictures to be looked at; not part of the repository."""
    folder = Path("screenshots")
    folder.mkdir(exist_ok=True)
    return folder
