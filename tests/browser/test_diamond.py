"""The Diamond page: it grows while people write, goes back with the slider, and can be read without seeing it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.test_axe import violations
from tests.live.venue import FAY, OLGA, PIA, Venue

pytestmark = pytest.mark.browser


def test_an_observer_sees_it_grow_and_goes_back_by_keyboard(venue: Venue, sit: Sit) -> None:
    cards = [venue.lay("sees", text) for text in ("They wait", "They call")]
    olga = sit(OLGA)
    olga.goes_to("diamond")
    main = olga.page.get_by_test_id("stMain")
    expect(main).to_contain_text("Diamond 1 (the problem), open directions: 2; it has not closed yet.")
    chart = main.get_by_test_id("stVegaLiteChart")
    expect(chart.locator("canvas, svg").first).to_be_visible()
    expect(chart).to_have_accessible_name(re.compile("open directions: 2"))
    cards += [venue.lay("sees", text) for text in ("They write", "They leave")]
    expect(main).to_contain_text("open directions: 4")
    for card in cards[:3]:
        venue.act(PIA, "park_card", card=card)
    venue.act(FAY, "record_decision", what="Call *them* first")
    expect(main).to_contain_text("with 4 open directions, closed to 1.")
    expect(main).to_contain_text("Call *them* first (minute 0)")
    main.get_by_text("The numbers behind it").click()
    expect(main.get_by_test_id("stDataFrame")).to_be_visible()
    assert violations(olga.page) == []
    slider = main.get_by_role("slider")
    slider.focus()
    for _press in range(4):
        olga.page.keyboard.press("ArrowLeft")
    expect(main).to_contain_text("open directions: 4; it has not closed yet.")
    expect(main).not_to_contain_text("Call *them* first")
    expect(main).not_to_contain_text("They wait")
