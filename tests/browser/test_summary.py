"""The summary of the sample workshop, which has every kind of card, and a picture that somebody drew."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.images import redraw
from tests.browser.conftest import Sit, Visit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.live.venue import FAY, OLGA, PIA, Venue
from tests.server import Server

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("size", "dark"), [("small phone", True), ("projector", False)])
def test_the_sample_can_be_read(server: Server, visit: Visit, size: str, dark: bool) -> None:
    """By everybody: tables scroll in their own box, the page stays; the side stands right beside the document."""
    watch = re.search(r"^Watch +https?://[^/]+(\S+)", server.command("demo").stdout, re.M)
    assert watch
    helen = Person(visit(watch[1], size=size, dark=dark))
    helen.join("Helen")
    helen.goes_to("summary")
    report = helen.page.locator(".report")
    expect(report.get_by_role("heading", name="Pilot The Yes with 40 families")).to_be_visible()
    table = report.get_by_role("region", name="Journey map, Amira, orders at night")
    expect(table.get_by_role("rowheader", name="Feeling")).to_be_attached()
    assert violations(helen.page) == []
    width = helen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
    if size == "projector":
        document, side = report.bounding_box(), helen.page.get_by_role("button", name="Download as").bounding_box()
        assert document and side
        assert 0 < side["x"] - document["x"] - document["width"] < 100
    else:
        table.focus()
        helen.page.keyboard.press("ArrowRight")
        helen.page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_a_picture_is_shown_to_who_has_a_seat(venue: Venue, sit: Sit) -> None:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "PNG")
    image = venue.act(PIA, "add_image", **redraw(drawn.getvalue())).data["image"]
    persona = venue.act(FAY, "plan_activity", method="define/persona", minutes=10, position=2).data["activity"]
    venue.act(FAY, "open_activity", activity=persona)
    card = {"activity": persona, "card": new_id(), "lane": "personas", "text": "Mia"}
    venue.act(PIA, "add_card", **card, fields={"portrait": {"image": image, "alt": "Mia waves"}})
    olga = sit(OLGA, "summary")
    picture = olga.page.locator(".report").get_by_role("img", name="Mia waves")
    picture.scroll_into_view_if_needed()
    olga.page.wait_for_function("document.querySelector('.report img').naturalWidth === 40")
