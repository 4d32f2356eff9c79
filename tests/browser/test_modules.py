"""The tests of the board's modules, run by the browser they are written for; `node --test` runs them too."""

import json

import pytest
from playwright.sync_api import Browser, Route

from cx_workshop.settings import ROOT

pytestmark = pytest.mark.browser

FILES = sorted(path.name for path in (ROOT / "tests" / "board").glob("*.test.js"))
HARNESS = "/tests/board/harness.js"
IMPORTS = {"imports": {"node:test": HARNESS, "node:assert/strict": HARNESS}}
PAGE = f'<script type="importmap">{json.dumps(IMPORTS)}</script><body></body>'


def _from_disk(route: Route) -> None:
    path = route.request.url.removeprefix("http://modules.test/")
    if path:
        route.fulfill(path=ROOT / path, content_type="text/javascript")
    else:
        route.fulfill(body=PAGE, content_type="text/html")


@pytest.mark.parametrize("file", FILES)
def test_modules_do_as_their_tests_say(browser: Browser, file: str) -> None:
    page = browser.new_page()
    page.route("http://modules.test/**", _from_disk)
    page.goto("http://modules.test/")
    results = page.evaluate(
        "async (file) => { await import(`/tests/board/${file}`); return (await import('node:test')).run() }", file
    )
    page.close()
    assert results
    assert {result["name"]: result["error"] for result in results if result["error"]} == {}
