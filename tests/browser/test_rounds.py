"""Once more: a new round opens empty for everybody, says why, and leaves the old one to be read."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.live.venue import FAY, PIA, Venue

pytestmark = pytest.mark.browser

REASON = "We only had *assumptions*."


def test_a_second_round_opens_empty_and_the_first_can_be_read(venue: Venue, sit: Sit) -> None:
    venue.add(venue.sit(PIA), "They wait")
    fay, pia = sit(FAY, "facilitate"), sit(PIA, size="phone")
    pia.sees_card("They wait")
    fay.page.get_by_role("button", name="⋮").first.click()
    fay.press("Begin the new round")
    expect(fay.page.get_by_text("Please say why: the reason stays with the new round.")).to_be_visible()
    fay.page.get_by_label("Why once more?").fill(REASON)
    fay.press("Begin the new round")

    pia.sees_board("empathize")
    for person in (fay, pia):
        expect(person.board.locator("[data-role=method]")).to_have_text("Empathy map · round 2")
        expect(person.page.get_by_text(f"Round 2, because: {REASON}").first).to_be_visible()
        expect(person.board.locator("[data-card]")).to_have_count(0)
    pia.write("sees", "They said it")
    fay.sees_card("They said it")

    pia.page.get_by_role("radio", name="Empathy map", exact=True).click()
    pia.sees_card("They wait")
    expect(pia.card("They said it")).to_have_count(0)
    expect(pia.field("sees")).to_be_hidden()
    expect(fay.page.get_by_role("link", name="Empathy map · round 2")).to_be_visible()
    expect(fay.page.get_by_text(f"Round 2, because: {REASON}").first).to_be_visible()
