"""A grid of rows and columns: by mouse, by keyboard, on a second screen and on a phone."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from cx_workshop.verbs.act import new_id
from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def opened(venue: Venue, method: str) -> str:
    """A new activity of this method, opened; its id."""
    activity = venue.act(FAY, "plan_activity", method=method, minutes=30, position=1).data["activity"]
    venue.act(FAY, "open_activity", activity=activity)
    return str(activity)


def lay(venue: Venue, activity: str, text: str, name: str = PIA, **place: str) -> str:
    card = new_id()
    venue.act(name, "add_card", activity=activity, card=card, text=text, **place)
    return card


@pytest.fixture
def journey(venue: Venue) -> str:
    return opened(venue, "empathize/journey_map")


def cell(row: str, lane: str) -> str:
    return f"{row}·{lane}"


def plus(person: Person, place: str) -> Locator:
    return person.lane(place).locator("[data-role=open-write]")


def where(venue: Venue, activity: str) -> dict[str, tuple[str, str]]:
    """text -> (row, lane), by the database."""
    venue.activity = activity
    return {card.text: (card.row, card.lane) for card in venue.cards()}


def test_write_in_a_cell_and_drag_to_another(venue: Venue, sit: Sit, journey: str) -> None:
    pia, otto = sit(PIA), sit(OTTO)
    doing, thinking = cell("doing", "purchase"), cell("thinking", "delivery")
    expect(pia.board.locator("textarea")).to_have_count(0)
    plus(pia, doing).click()
    expect(pia.field(doing)).to_be_focused()
    for text in ("Pays", "Waits"):
        pia.page.keyboard.type(text)
        pia.type("Enter")
    expect(pia.cards(doing)).to_have_text(["Pays", "Waits"])
    expect(otto.cards(doing)).to_have_text(["Pays", "Waits"])
    expect(pia.board.locator(".head[data-column=purchase] .count")).to_have_text("2")
    pia.page.mouse.click(5, 5)
    expect(pia.board.locator("textarea")).to_have_count(0)  # an empty field makes room again

    pia.card("Pays").scroll_into_view_if_needed()
    pia.card("Pays").drag_to(pia.lane(thinking))
    expect(otto.cards(thinking)).to_have_text(["Pays"])
    expect(otto.board.locator(".head[data-column=delivery] .count")).to_have_text("1")
    expect(pia.board.locator("[data-waiting]")).to_have_count(0)
    assert where(venue, journey) == {"Pays": ("thinking", "delivery"), "Waits": ("doing", "purchase")}
    assert violations(pia.page) == []


def test_arrow_keys_walk_in_all_directions(venue: Venue, sit: Sit, journey: str) -> None:
    for text, row, lane in (
        ("A", "doing", "awareness"),
        ("B", "doing", "awareness"),
        ("C", "doing", "consideration"),
        ("D", "thinking", "awareness"),
    ):
        lay(venue, journey, text, row=row, lane=lane, sheet="1")
    pia = sit(PIA)
    pia.tab_to(pia.card("A"))
    empty = cell("thinking", "consideration")
    for key, target in (
        ("ArrowUp", pia.card("A")),
        ("ArrowLeft", pia.card("A")),
        ("ArrowRight", pia.card("C")),
        ("ArrowDown", plus(pia, empty)),
        ("ArrowLeft", pia.card("D")),
        ("ArrowUp", pia.card("B")),
        ("ArrowDown", pia.card("D")),
        ("ArrowRight", plus(pia, empty)),
    ):
        pia.type(key)
        pia.is_on(target)
    pia.type("Enter")
    pia.page.keyboard.type("E")
    pia.type("Enter", "Escape")
    pia.is_on(plus(pia, empty))
    pia.type("ArrowUp")
    pia.is_on(pia.card("E"))

    for key, row, lane in (
        ("Alt+ArrowUp", "doing", "consideration"),
        ("Alt+ArrowLeft", "doing", "awareness"),
        ("Alt+ArrowDown", "doing", "awareness"),
        ("Alt+ArrowDown", "thinking", "awareness"),
        ("Alt+ArrowRight", "thinking", "consideration"),
    ):
        pia.type(key)
        expect(pia.cards(cell(row, lane)).filter(has_text=re.compile("^E$"))).to_have_count(1)
        pia.is_on(pia.card("E"))
    pia.type("Enter", "m", "Enter")
    pia.menu.locator("[data-row=feeling]").press("Enter")
    pia.menu.locator(f"[data-to='{cell('feeling', 'use')}']").press("Enter")
    expect(pia.cards(cell("feeling", "use"))).to_have_text(["E"])
    pia.is_on(pia.card("E"))
    expect(pia.board.locator("[data-role=announcer]")).to_have_text("Moved to Feeling, Use, place 1 of 1")
    stops = pia.board.locator(".cells").evaluate(
        "cells => [...cells.querySelectorAll('[tabindex=\"0\"]')].map(one => one.dataset.role ?? one.className)"
    )
    assert stops == ["card", "menu", "open-write"]  # Tab visits one cell, arrow keys the others


def test_an_observer_walks_over_empty_cells(venue: Venue, sit: Sit, journey: str) -> None:
    lay(venue, journey, "A", row="thinking", lane="awareness", sheet="1")
    olga = sit(OLGA)
    olga.tab_to(olga.lane(cell("doing", "awareness")))
    olga.type("ArrowRight", "ArrowDown", "ArrowLeft")
    olga.is_on(olga.card("A"))
    expect(olga.board.locator("[data-role=open-write]:visible")).to_have_count(0)


def test_columns_out_of_sight_are_announced_and_reached(venue: Venue, sit: Sit, journey: str) -> None:
    for number in range(4):
        args: dict[str, Any] = {"kind": "lanes", "id": f"own{number}", "name": f"Own {number}"}
        venue.act(FAY, "add_part", activity=journey, **args)
    pia = sit(PIA)
    span = pia.board.locator("[data-role=span]")
    expect(span).to_have_text(re.compile(r"^1–6 of 10"))
    for _ in range(2):
        span.get_by_role("button").last.click()
    expect(span).to_have_text(re.compile(r"^\d–10 of 10"))
    head = pia.board.locator(".head[data-column=own3]")
    expect(head).to_be_in_viewport(ratio=0.95)
    left = "element => Math.round(element.getBoundingClientRect().left)"
    assert abs(head.evaluate(left) - pia.lane(cell("doing", "own3")).evaluate(left)) <= 1
    pia.tab_to(plus(pia, cell("doing", "awareness")))
    expect(span).to_have_text(re.compile(r"^1–6 of 10"))  # the keys bring back what they lead to


def test_a_phone_shows_one_column_at_a_time(venue: Venue, sit: Sit, journey: str, screenshots: Path) -> None:
    lay(venue, journey, "A", row="doing", lane="consideration", sheet="1")
    pia = sit(PIA, size="phone")
    expect(pia.lane(cell("doing", "awareness"))).to_be_visible()
    expect(pia.card("A")).to_be_hidden()
    pia.board.locator("[data-role=column-after]").tap()
    pia.sees_card("A")
    expect(pia.lane(cell("doing", "awareness"))).to_be_hidden()
    pia.page.screenshot(path=screenshots / "grid-phone.png")
    plus(pia, cell("thinking", "consideration")).tap()
    pia.page.keyboard.type("B")
    pia.type("Enter")
    pia.sees_card("B")
    pia.card("A").locator("[data-role=menu]").tap()
    pia.item("move").tap()
    pia.menu.locator("[data-row=doing]").tap()
    pia.menu.locator(f"[data-to='{cell('doing', 'loyalty')}']").tap()
    pia.sees_card("A")  # it took the person along
    pia.is_on(pia.card("A"))
    expect(pia.board.locator("[data-column=loyalty][aria-current]")).to_be_visible()
    pia.board.locator("[data-column=awareness]").first.tap()
    expect(pia.card("A")).to_be_hidden()
    assert pia.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert violations(pia.page) == []
