"""The facilitator changes the agenda, and a step holds two activities."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.people import Person, pick
from tests.server import Server

pytestmark = pytest.mark.browser


def test_an_activity_is_added_opened_and_looked_back_from(server: Server, visit: Visit) -> None:
    code, fay_token = server.create()
    bo_token = server.join(code, "Bo")
    fay = Person(visit(f"/facilitate?code={code}", seats={code: fay_token}))
    bo = Person(visit(f"/empathize?code={code}", seats={code: bo_token}, size="phone", language="nl"))
    fay.press("Open Empathy map")
    bo.write("sees", "Te laat")
    fay.sees_card("Te laat")

    fay.page.get_by_text("Add an activity").click()
    pick(fay.page, "Method", "◇ Empathize: Evidence wall")
    fay.press("Add to the agenda")
    added = fay.page.get_by_role("link", name="Evidence wall")
    expect(added).to_be_visible()
    added.locator("xpath=ancestor::*[@data-testid='stHorizontalBlock'][1]").get_by_role("button", name="⋮").click()
    fay.press("Open now")

    expect(bo.board.locator("[data-role=method]")).to_have_text("Bewijswand")
    bo.write("say", "“Waar blijft het?”")
    fay.sees_card("“Waar blijft het?”")
    bo.page.get_by_role("radio", name="Empathiekaart").click()
    expect(bo.board.locator("[data-role=method]")).to_have_text("Empathiekaart")
    bo.sees_card("Te laat")
    bo.page.locator("[data-role=go-there]").click()
    bo.sees_card("“Waar blijft het?”")
