"""Fields on cards: chosen while one writes, filled in later, shown on the card."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.live.venue import OTTO, PIA, Venue

pytestmark = pytest.mark.browser

WALL = "empathize/evidence_wall"


def test_a_choice_goes_with_the_card_and_stays_for_the_next(venue: Venue, sit: Sit) -> None:
    venue.begin(WALL)
    pia, otto = sit(PIA), sit(OTTO)
    quick = pia.lane("say").locator("[data-quick=label]")
    expect(quick).to_be_hidden()
    pia.field("say").fill("Nobody told me")
    pia.chip("label", "Quote").click()
    pia.field("say").press("Enter")
    expect(pia.field("say")).to_be_focused()
    pia.write("say", "It takes too long")
    for text in ("Nobody told me", "It takes too long"):
        expect(otto.value(text, "label")).to_have_text("Quote")
    expect(otto.card("Nobody told me").locator("[data-field]")).to_have_count(1)
    pia.nothing_waits()
    assert [card.fields for card in venue.cards()] == [{"label": "quote"}] * 2
    pia.page.reload()
    pia.write("say", "I gave up")
    expect(otto.value("I gave up", "label")).to_have_text("Quote")


def test_choose_and_fill_in_by_keyboard(venue: Venue, sit: Sit) -> None:
    venue.begin(WALL)
    pia, otto = sit(PIA), sit(OTTO)
    pia.tab_to(pia.field("do"))
    pia.page.keyboard.type("Six turned back")
    pia.tab_to(pia.chip("label", "none").locator("input"))
    pia.type("ArrowRight", "Enter")
    pia.sees_card("Six turned back")
    pia.is_on(pia.field("do"))
    expect(otto.value("Six turned back", "label")).to_have_text("Observation")
    pia.tab_to(pia.card("Six turned back"), back=True)
    pia.type("f")
    expect(pia.chip("reading", "none").locator("input")).to_be_focused()  # the first that is not filled in
    pia.type("ArrowRight", "Control+Enter")
    expect(otto.value("Six turned back", "reading")).to_have_text("Fact")
    pia.is_on(pia.card("Six turned back"))
    pia.type("Enter")
    pia.item("fill").click()
    expect(pia.asked("text")).to_be_visible()
    pia.type("Escape")
    pia.is_on(pia.card("Six turned back"))


def test_who_may_not_change_a_card_cannot_fill_it_in(venue: Venue, sit: Sit) -> None:
    venue.begin(WALL)
    venue.lay("say", "Mine", OTTO, fields={"label": "quote"})
    pia = sit(PIA)
    pia.key("Mine", "f")
    expect(pia.form).to_have_count(0)
    pia.type("Enter")
    expect(pia.item("keep")).to_be_visible()
    expect(pia.item("fill")).to_have_count(0)


def test_choosing_on_a_small_phone(venue: Venue, sit: Sit, screenshots: Path) -> None:
    venue.begin(WALL)
    pia = sit(PIA, size="small phone", dark=True)
    pia.field("say").tap()
    pia.field("say").fill("Nobody told me")
    pia.chip("reading", "Fact").tap()
    box = pia.chip("label", "Observation").bounding_box()
    assert box
    assert box["height"] >= 44
    pia.page.screenshot(path=screenshots / "quick-320-dark.png")
    pia.lane("say").locator("[data-role=add]").tap()
    expect(pia.value("Nobody told me", "reading")).to_have_text("Fact")
