"""Real Chromium, and people who sit before it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.server import Server, running

SIZES = {"phone": (390, 844), "laptop": (1366, 768), "projector": (1920, 1080), "small phone": (320, 640)}
PATIENCE = 20_000
"""Milliseconds that a test waits for a thing to appear; a busy machine may need some."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
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


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("data") / "workshops.db") as server:
        yield server


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Open a browser of its own on a path; `size`, `language`, `dark`, `host` as wanted. Errors in it fail the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open(
        path: str = "/",
        *,
        size: str = "laptop",
        language: str = "en",
        dark: bool = False,
        host: str = "127.0.0.1",
    ) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            color_scheme="dark" if dark else "light",
            has_touch="phone" in size,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: errors.append(request.url) if _is_elsewhere(request.url, host) else None)
        page.goto(f"http://{host}:{server.port}{path}")
        return page

    yield open
    for context in contexts:
        context.close()
    assert errors == []


def _is_elsewhere(url: str, host: str) -> bool:
    """Whether the page asked another server than ours: it must work in a local network."""
    return url.startswith("http") and not url.startswith(f"http://{host}:")


@pytest.fixture
def screenshots() -> Path:
    """Where a test leaves pictures to be looked at; not part of the repository."""
    folder = Path("screenshots")
    folder.mkdir(exist_ok=True)
    return folder
