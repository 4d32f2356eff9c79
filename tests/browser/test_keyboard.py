"""A board by keyboard alone: nothing on it needs a mouse, and the focus never gets lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.live.venue import OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def lay(venue: Venue, texts: str, lane: str = "sees", name: str = PIA) -> None:
    """Cards that lie there already, one for each word."""
    seat = venue.sit(name)
    for text in texts.split():
        venue.add(seat, text, lane)


def state(person: Person, text: str, state: str) -> None:
    expect(person.card(text)).to_have_attribute("data-state", state)


def test_write_walk_and_edit(venue: Venue, sit: Sit) -> None:
    lay(venue, "Four Five", "hears", OTTO)
    pia = sit(PIA)
    pia.tab_to(pia.field("sees"))
    for text in ("One", "Two", "Three"):
        pia.page.keyboard.type(text)
        pia.type("Enter")
    expect(pia.cards("sees")).to_have_text(["One", "Two", "Three"])
    pia.is_on(pia.field("sees"))

    pia.tab_to(pia.card("One"), back=True)
    for key, text in (
        ("ArrowUp", "One"),
        ("ArrowDown", "Two"),
        ("ArrowDown", "Three"),
        ("ArrowDown", "Three"),
        ("ArrowUp", "Two"),
        ("ArrowLeft", "Two"),
        ("ArrowRight", "Five"),
        ("ArrowUp", "Four"),
        ("ArrowLeft", "One"),
        ("ArrowDown", "Two"),
    ):
        pia.type(key)
        pia.is_on(pia.card(text))
    pia.tab_to(pia.card("Four"))  # one card of each lane is in the way of Tab, and no more
    pia.tab_to(pia.card("Two"), back=True)

    pia.type("e")
    edit = pia.board.locator("[data-role=edit]")
    expect(edit).to_be_focused()
    pia.page.keyboard.type(" and a half")
    pia.type("Enter")
    pia.is_on(pia.card("Two and a half"))
    pia.type("e")
    pia.page.keyboard.type(" and more")
    pia.type("Escape")
    pia.is_on(pia.card("Two and a half"))
    expect(edit).to_have_count(0)
    assert sorted(card.text for card in venue.cards()) == ["Five", "Four", "One", "Three", "Two and a half"]


def test_line_break_is_no_send(sit: Sit) -> None:
    pia = sit(PIA)
    pia.tab_to(pia.field("sees"))
    pia.page.keyboard.type("One")
    pia.type("Shift+Enter")
    pia.page.keyboard.type("Two")
    pia.type("Enter")
    expect(pia.cards("sees")).to_have_text(["One\nTwo"], use_inner_text=True)


def test_move_keep_and_park(venue: Venue, sit: Sit) -> None:
    lay(venue, "One Two Three")
    lay(venue, "Four", "hears")
    pia = sit(PIA)
    one = pia.card("One")
    pia.tab_to(one)
    for key, sees, hears in (
        ("Alt+ArrowDown", ["Two", "One", "Three"], ["Four"]),
        ("Alt+ArrowDown", ["Two", "Three", "One"], ["Four"]),
        ("Alt+ArrowDown", ["Two", "Three", "One"], ["Four"]),
        ("Alt+ArrowUp", ["Two", "One", "Three"], ["Four"]),
        ("Alt+ArrowUp", ["One", "Two", "Three"], ["Four"]),
        ("Alt+ArrowRight", ["Two", "Three"], ["One", "Four"]),
        ("Alt+ArrowLeft", ["One", "Two", "Three"], ["Four"]),
        ("Alt+ArrowLeft", ["One", "Two", "Three"], ["Four"]),
    ):
        pia.type(key)
        expect(pia.cards("sees")).to_have_text(sees)
        expect(pia.cards("hears")).to_have_text(hears)
        pia.is_on(one)
    for key, status in (("k", "kept"), ("k", "open"), ("k", "kept")):
        pia.type(key)
        state(pia, "One", status)
        pia.is_on(one)
    pia.type("p")
    state(pia, "One", "parked")
    expect(pia.cards("sees")).to_have_text(["Two", "Three"])
    pia.is_on(pia.card("Two"))

    pia.tab_to(pia.lane("sees").locator("[data-role=parked]"))
    pia.type("Enter")
    pia.tab_to(pia.card("Two"), back=True)
    pia.type("ArrowDown", "ArrowDown")
    pia.is_on(one)
    pia.type("Enter")
    expect(pia.menu).to_be_visible()
    pia.type("End", "ArrowUp")
    while not pia.item("reopen").evaluate("item => item === item.getRootNode().activeElement"):
        pia.type("ArrowUp")
    pia.type("Enter")
    state(pia, "One", "open")
    pia.is_on(one)


def test_parked_cards_are_reached_where_nothing_else_lies(venue: Venue, sit: Sit) -> None:
    lay(venue, "One")
    pia = sit(PIA)
    pia.tab_to(pia.card("One"))
    pia.type("p")
    pia.is_on(pia.field("sees"))
    pia.tab_to(pia.lane("sees").locator("[data-role=parked]"), back=True)
    pia.type("Enter")
    expect(pia.card("One")).to_be_visible()
    pia.tab_to(pia.card("One"))


def test_remove_and_undo(venue: Venue, sit: Sit) -> None:
    lay(venue, "One Two")
    pia = sit(PIA)
    pia.tab_to(pia.card("One"))
    pia.type("Delete")
    expect(pia.cards("sees")).to_have_text(["Two"])
    pia.is_on(pia.card("Two"))
    pia.type("Delete")
    expect(pia.cards("sees")).to_have_count(0)
    pia.is_on(pia.field("sees"))
    pia.tab_to(pia.board.locator("[data-role=undo]"), back=True)
    pia.type("Control+z")
    pia.sees_card("Two")
    pia.type("Enter")
    expect(pia.cards("sees")).to_have_text(["One", "Two"])
    pia.is_on(pia.board.locator("[data-role=undo]"))


def test_menu_by_its_pattern(venue: Venue, sit: Sit) -> None:
    lay(venue, "One Two")
    pia = sit(PIA)
    one, button = pia.card("One"), pia.card("One").locator("[data-role=menu]")
    pia.tab_to(one)
    pia.type("Tab")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    pia.type("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    items = pia.menu.get_by_role("menuitem")
    expect(pia.item("edit")).to_be_focused()
    for key, act in (
        ("ArrowDown", "move"),
        ("ArrowUp", "edit"),
        ("ArrowUp", "remove"),
        ("ArrowDown", "edit"),
        ("End", "remove"),
        ("Home", "edit"),
        ("k", "keep"),
        ("p", "park"),
    ):
        pia.type(key)
        expect(pia.item(act)).to_be_focused()
    pia.type("Escape")
    expect(pia.menu).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    pia.is_on(one)

    pia.type("Enter", "ArrowDown", "ArrowRight")
    expect(pia.menu.locator("[data-to=hears]")).to_be_focused()
    pia.type("ArrowLeft")
    expect(pia.item("edit")).to_be_visible()
    pia.type("Escape")
    pia.is_on(one)
    pia.type("Enter", "m", "Enter", "ArrowDown", "Enter")
    expect(pia.cards("says_and_does")).to_have_text(["One"])
    expect(items).to_have_count(0)
    pia.is_on(one)
    pia.type("Enter", "Tab")
    expect(pia.menu).to_be_hidden()
    pia.is_on(one)


def test_leaving_the_list_of_lanes_leads_back_to_its_item(venue: Venue, sit: Sit) -> None:
    lay(venue, "One")
    pia = sit(PIA)
    pia.tab_to(pia.card("One"))
    for key in ("ArrowLeft", "Escape"):
        pia.type("Enter", "ArrowDown", "ArrowRight")
        expect(pia.menu.locator("[data-to=hears]")).to_be_focused()
        pia.type(key)
        expect(pia.item("move")).to_be_focused()
        pia.type("Escape")


def test_others_acts_leave_the_focus_alone(venue: Venue, sit: Sit) -> None:
    lay(venue, "One Two Three")
    pia = sit(PIA)
    pia.tab_to(pia.card("One"))
    pia.type("ArrowDown")
    two = next(card.id for card in venue.cards() if card.text == "Two")
    venue.act(OTTO, "move_card", card=two, lane="gains", before=None)
    expect(pia.cards("gains")).to_have_text(["Two"])
    pia.is_on(pia.card("Two"))
    pia.type("Enter")
    expect(pia.menu).to_be_visible()
    venue.act("Fay", "remove_card", card=two)
    expect(pia.menu).to_be_hidden()
    pia.is_on(pia.field("gains"))


def test_an_observer_walks_too(venue: Venue, sit: Sit) -> None:
    lay(venue, "One Two")
    olga = sit(OLGA)
    olga.tab_to(olga.card("One"))
    olga.type("ArrowDown")
    olga.is_on(olga.card("Two"))
    olga.type("Enter", "e", "k", "p", "Delete", "Alt+ArrowUp", "Control+z")
    expect(olga.menu).to_have_count(0)
    olga.is_on(olga.card("Two"))
    assert [card.status for card in venue.cards()] == ["open", "open"]


def test_keys_and_pages_without_a_mouse(sit: Sit) -> None:
    pia = sit(PIA)
    keys = pia.board.locator("[data-role=keys]")
    pia.tab_to(keys)
    pia.type("Enter")
    expect(pia.board.get_by_role("dialog")).to_be_visible()
    pia.type("Escape")
    expect(pia.board.get_by_role("dialog")).to_be_hidden()
    pia.is_on(keys)
    pia.tab_to(pia.page.locator("[data-page=define]"), back=True)
    pia.type("Enter")
    pia.page.wait_for_url(re.compile(r"/define\?code="))
    expect(pia.board.locator("[data-role=go-there]")).to_be_visible()
