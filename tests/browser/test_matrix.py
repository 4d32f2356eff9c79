"""A plane with two axes: cards get their place by mouse, keys, sliders and finger."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.browser.test_themes import drag, lay, plan
from tests.live.venue import OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


@pytest.fixture
def board(venue: Venue) -> str:
    return plan(venue, "ideate/how_now_wow")


def spot(venue: Venue, text: str) -> tuple[float | None, float | None]:
    return next((card.x, card.y) for card in venue.cards() if card.text == text)


def says(person: Person, sentence: str | re.Pattern[str]) -> None:
    expect(person.board.locator("[data-role=announcer]")).to_have_text(sentence)


def lies(person: Person, text: str, x: float | None, y: float | None) -> None:
    """The card is drawn at this spot."""
    note = person.lane("plane").locator(".plane li", has_text=text)
    expect(note).to_have_attribute("style", re.compile(f"--x: {x}; --y: {y};"))


def answered(person: Person) -> None:
    expect(person.board.locator("[data-waiting]")).to_have_count(0)


def test_placing_by_mouse_is_seen_by_all(venue: Venue, sit: Sit, board: str) -> None:
    lay(venue, "Locker Bike", "tray")
    pia, otto = sit(PIA, "ideate"), sit(OTTO, "ideate")
    plane = pia.lane("plane").locator(".plane .cards")
    drag(pia, pia.card("Locker"), plane, x=0.8, y=0.2)
    expect(otto.cards("plane")).to_have_text(["Locker"])
    expect(otto.cards("tray")).to_have_text(["Bike"])
    says(pia, re.compile(r"Feasible \d+ of 100, Original \d+ of 100, Wow"))
    answered(pia)
    x, y = spot(venue, "Locker")
    assert x == pytest.approx(0.86, abs=0.03)
    assert y == pytest.approx(0.84, abs=0.03)
    lies(otto, "Locker", x, y)

    drag(pia, pia.card("Locker"), plane, x=2, y=0.99)
    answered(pia)
    frame, note = plane.bounding_box(), pia.card("Locker").bounding_box()
    assert frame and note
    assert note["x"] >= frame["x"] and note["x"] + note["width"] <= frame["x"] + frame["width"] + 1
    assert note["y"] + note["height"] <= frame["y"] + frame["height"] + 1
    drag(pia, pia.card("Locker"), pia.lane("tray"))
    expect(otto.cards("plane")).to_have_count(0)
    assert spot(venue, "Locker") == (None, None)


def test_placing_by_keys(venue: Venue, sit: Sit, board: str) -> None:
    _, bike = lay(venue, "Locker Bike", "tray")
    pia, otto = sit(PIA, "ideate"), sit(OTTO, "ideate")
    pia.tab_to(pia.card("Locker"))
    pia.type("Enter", "p", "Enter")
    panel = pia.board.locator("[data-role=panel]")
    expect(panel.locator("[data-axis=x]")).to_be_focused()
    pia.type("ArrowRight", "ArrowRight", "Shift+ArrowLeft", "ArrowUp")
    says(pia, "Feasible 59 of 100, Original 55 of 100, Wow")
    expect(panel.locator("[data-axis=y]")).to_have_attribute("aria-valuetext", "55 of 100")
    pia.tab_to(panel.locator("[data-role=place-done]"))
    pia.type("Enter")
    expect(panel).to_be_hidden()
    pia.is_on(pia.card("Locker"))
    assert spot(venue, "Locker") == (0.59, 0.55)

    for key in ("Alt+ArrowLeft", "Alt+ArrowLeft", "Alt+Shift+ArrowLeft", "Alt+ArrowDown", "Alt+ArrowDown"):
        pia.type(key)
    says(pia, "Feasible 48 of 100, Original 45 of 100")
    pia.is_on(pia.card("Locker"))
    lies(otto, "Locker", 0.48, 0.45)
    pia.type("Control+z")  # five presses were one act
    lies(otto, "Locker", 0.59, 0.55)

    venue.act(OTTO, "place_card", card=bike, x=0.9, y=0.55)
    expect(pia.cards("plane")).to_have_text(["Locker", "Bike"])
    pia.type("ArrowRight")
    pia.is_on(pia.card("Bike"))
    pia.type("ArrowLeft")
    pia.is_on(pia.card("Locker"))


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("laptop", True)])
def test_matrix_on_every_screen(venue: Venue, sit: Sit, board: str, size: str, dark: bool) -> None:
    cards = lay(venue, "Locker Bike Map", "tray")
    for card, x in zip(cards, (0.5, 0.51), strict=False):
        venue.act(PIA, "place_card", card=card, x=x, y=1.0)
    olga, pia = sit(OLGA, "ideate", size=size, dark=dark), sit(PIA, "ideate", size=size, dark=dark)
    olga.focus("Locker")
    expect(olga.card("Locker").locator(".text")).to_be_visible()
    pia.card("Map").locator("[data-role=menu]").click()
    pia.item("place").click()
    panel = pia.board.locator("[data-role=panel]")
    expect(panel).to_contain_text("Wow")
    assert violations(pia.page) == []
    panel.locator("[data-axis=x]").fill("10")
    panel.locator("[data-role=place-done]").click()
    expect(olga.cards("plane")).to_have_text(["Map", "Locker", "Bike"])
    for person in (olga, pia):
        assert person.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert violations(pia.page) == []
