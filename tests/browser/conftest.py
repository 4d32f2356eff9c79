"""Real Chromium, and people who sit before it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from cx_workshop.live.seats import cookie_name
from cx_workshop.storage import Store
from tests.browser.people import Person
from tests.live.venue import Venue, open_venue
from tests.server import Server, running

SIZES = {"phone": (390, 844), "laptop": (1366, 768), "projector": (1920, 1080), "small phone": (320, 640)}
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Chromium as systems call it; the first draws no window and needs 40 % less CPU time a page."""
PATIENCE = 20_000
"""Milliseconds that a test waits for a thing to appear; a busy machine may need some."""
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


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Open a browser of its own on a path; `size`, `language`, `dark`, `host` as wanted.

    `seats` (code -> token) are those that it holds already. Errors in it fail the test.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open(
        path: str = "/",
        *,
        size: str = "laptop",
        language: str = "en",
        dark: bool = False,
        host: str = "127.0.0.1",
        seats: dict[str, str] | None = None,
        **more: Any,
    ) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            color_scheme="dark" if dark else "light",
            has_touch="phone" in size,
            **more,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        context.on("request", lambda request: errors.append(request.url) if _is_elsewhere(request.url, host) else None)
        address = f"http://{host}:{server.port}"
        for code, token in (seats or {}).items():
            cookie = {"name": cookie_name(code), "value": token, "domain": host, "path": "/", "httpOnly": True}
            context.add_cookies([{**cookie, "sameSite": "Lax"}])
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open
    for context in contexts:
        context.close()
    assert errors == []


def _is_elsewhere(url: str, host: str) -> bool:
    """Whether the page asked another server than ours: it must work in a local network."""
    return url.startswith("http") and not url.startswith(f"http://{host}:")


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
