"""axe-core finds nothing serious on any page, in light and dark; no rule is left out, not even for Streamlit."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Sit, Visit
from tests.live.venue import FAY, OLGA, PIA, Venue

pytestmark = pytest.mark.browser

LOOKS = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


BY_LOOK = ["color-contrast", "scrollable-region-focusable", "target-size"]
"""The rules that colours and the size of the screen can break; names and roles are the same in every look."""


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What is serious or critical by these rules or by all, one line for each element."""
    only = {"runOnly": rules} if rules else {}
    result: dict[str, Any] = Axe().run(page, options={"resultTypes": ["violations"], **only}).response
    return [
        f"{rule['id']}: {node['target']} {node['html'][:200]} {node['failureSummary'][:200]}"
        for rule in result["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@LOOKS
def test_start(visit: Visit, dark: bool) -> None:
    page = visit("/", dark=dark)
    page.locator("img[alt]").wait_for()
    assert violations(page) == []


@LOOKS
def test_facilitate_and_summary(venue: Venue, sit: Sit, dark: bool) -> None:
    card = venue.add(venue.sit(PIA), "They wait")
    venue.act(PIA, "keep_card", card=card)
    fay = sit(FAY, "facilitate", dark=dark)
    expect(fay.page.get_by_text("People (4)")).to_be_visible()
    assert violations(fay.page) == []
    fay.page.get_by_role("button", name="What to do for Olga").click()
    expect(fay.page.get_by_role("menuitem", name="Remove")).to_be_visible()
    assert violations(fay.page) == []
    fay.page.keyboard.press("Escape")
    fay.goes_to("summary")
    expect(fay.page.locator(".report")).to_contain_text("They wait")
    assert violations(fay.page) == []


@pytest.mark.parametrize(("size", "dark"), [("laptop", False), ("phone", True)])
def test_board(venue: Venue, sit: Sit, size: str, dark: bool) -> None:
    seat = venue.sit(PIA)
    _open, kept, parked = (venue.add(seat, text) for text in ("Open", "Kept", "Parked"))
    venue.act(PIA, "keep_card", card=kept)
    venue.act(PIA, "park_card", card=parked)
    fay = sit(FAY, dark=dark, size=size)
    fay.lane("sees").locator("[data-role=parked]").click()
    expect(fay.card("Parked")).to_be_visible()
    fay.field("sees").fill("A thought")
    fay.key("Open", "e")
    assert violations(fay.page) == []
    fay.page.keyboard.press("Escape")
    fay.key("Kept", "Enter")
    expect(fay.menu).to_be_visible()
    assert violations(fay.page) == []
    fay.page.keyboard.press("Escape")
    fay.page.locator("[data-role=people]").click()
    expect(fay.page.locator("[data-seat]").first).to_be_visible()
    assert violations(fay.page) == []
    fay.page.keyboard.press("Escape")


@LOOKS
def test_looking_back(venue: Venue, sit: Sit, dark: bool) -> None:
    venue.add(venue.sit(PIA), "They wait")
    olga = sit(OLGA, dark=dark)
    olga.goes_to("define")
    expect(olga.board.locator("[data-role=go-there]")).to_be_visible()
    assert violations(olga.page) == []
