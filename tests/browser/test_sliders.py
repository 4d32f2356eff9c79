"""Sliders: a team sets where it stands between two poles; the last one wins."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.browser.test_themes import plan
from tests.live.venue import OTTO, PIA, Venue

pytestmark = pytest.mark.browser

FIRST = "Physical or digital"


@pytest.fixture
def board(venue: Venue) -> str:
    return plan(venue, "empathize/paradoxes")


def slider(person: Person, text: str = FIRST) -> Locator:
    return person.board.get_by_role("slider", name=text)


def test_a_slider_is_set_and_seen_by_all(venue: Venue, sit: Sit, board: str) -> None:
    pia, otto = sit(PIA), sit(OTTO)
    expect(slider(otto)).to_have_attribute("aria-valuetext", "not set yet")
    box = slider(pia).bounding_box()
    assert box
    mouse = pia.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2, steps=4)
    held = slider(pia).input_value()
    first = next(card for card in venue.cards() if card.text == FIRST)
    venue.act(OTTO, "place_card", card=first.id, x=0.1)
    expect(slider(otto)).to_have_value("10")
    expect(slider(pia)).to_have_value(held)  # it does not jump away under the hand
    mouse.up()
    expect(slider(otto)).to_have_value(held)
    expect(slider(otto)).to_have_attribute(
        "aria-valuetext", f"{held} of 100 towards “Arrange it from anywhere, at any hour”"
    )
    assert [event.kind for event in venue.events()].count("card_placed") == 2


def test_sliders_by_keys(venue: Venue, sit: Sit, board: str) -> None:
    pia, otto = sit(PIA), sit(OTTO)
    pia.tab_to(slider(pia, "Form or function"))
    pia.type("Enter")
    expect(slider(otto, "Form or function")).to_have_attribute("aria-valuetext", "in the middle")
    pia.type("ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(slider(otto, "Form or function")).to_have_value("47")
    assert [event.kind for event in venue.events()].count("card_placed") == 2

    pia.tab_to(pia.field("tensions"))
    pia.page.keyboard.type("Fast or friendly")
    pia.tab_to(pia.board.locator("[data-pole=left]"))
    pia.page.keyboard.type("At once")
    pia.type("Tab")
    pia.page.keyboard.type("With a chat")
    pia.type("Enter")
    expect(slider(otto, "Fast or friendly")).to_have_attribute("aria-valuetext", "not set yet")
    expect(otto.card("Fast or friendly").locator(".pole")).to_have_text(["At once", "With a chat"])
    pia.is_on(pia.field("tensions"))


def test_a_refused_slider_comes_back_with_its_poles(venue: Venue, sit: Sit, board: str) -> None:
    pia = sit(PIA)
    pia.field("tensions").fill("Fast or friendly")
    pia.board.locator("[data-pole=left]").fill("At once")
    pia.page.reload()
    pia.is_live()
    expect(pia.board.locator("[data-pole=left]")).to_have_value("At once")
    pia.page.context.set_offline(True)
    pia.field("tensions").press("Enter")
    expect(pia.field("tensions")).to_have_value("")
    venue.act("Fay", "lock_board", activity=board)
    pia.page.context.set_offline(False)
    expect(pia.board.locator("[data-role=left-over]")).to_have_value("Fast or friendly\nOn one side: At once")


@pytest.mark.parametrize("size", ["phone", "laptop"])
def test_sliders_on_every_screen(venue: Venue, sit: Sit, board: str, size: str) -> None:
    pia = sit(PIA, size=size)
    slider(pia).fill("20")
    expect(pia.card(FIRST)).to_contain_text("80 of 100 towards “See it, hold it, meet someone”")
    pia.field("tensions").fill("Fast or friendly")
    assert violations(pia.page) == []
    assert pia.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
