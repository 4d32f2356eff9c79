"""Themes: a pile of loose cards becomes groups with a name, by several people at once."""

import pytest
from playwright.sync_api import Locator, expect

from cx_workshop.verbs.act import new_id
from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


@pytest.fixture
def board(venue: Venue) -> str:
    return plan(venue, "define/themes")


def plan(venue: Venue, method: str) -> str:
    """Plan and open an activity; its id, which is the venue's from now on."""
    venue.activity = venue.act(FAY, "plan_activity", method=method, minutes=10, position=1).data["activity"]
    venue.act(FAY, "open_activity", activity=venue.activity)
    return venue.activity


def lay(venue: Venue, texts: str, lane: str = "loose", **more: str) -> list[str]:
    """Cards that lie there already, one for each word; their ids."""
    cards = []
    for text in texts.split():
        cards.append(new_id())
        venue.act(PIA, "add_card", activity=venue.activity, card=cards[-1], lane=lane, text=text, **more)
    return cards


def drag(person: Person, card: Locator, target: Locator, *, x: float = 0.5, y: float = 0.5) -> None:
    """By mouse, to a point of the target given in parts of its width and height."""
    card.scroll_into_view_if_needed()
    start, end = card.bounding_box(), target.bounding_box()
    assert start and end
    mouse = person.page.mouse
    mouse.move(start["x"] + 20, start["y"] + 12)
    mouse.down()
    mouse.move(end["x"] + end["width"] * x, end["y"] + end["height"] * y, steps=5)
    mouse.up()


def theme(person: Person, name: str) -> Locator:
    return person.board.locator(".theme").filter(has=person.page.get_by_role("heading", name=name))


def holds(person: Person, name: str, cards: list[str]) -> None:
    expect(theme(person, name).locator(".cards >> nth=0").locator("[data-card] > .text")).to_have_text(cards)


def test_two_people_group_at_once(venue: Venue, sit: Sit, board: str) -> None:
    lay(venue, "One Two Three Four")
    pia, otto = sit(PIA, "define"), sit(OTTO, "define")
    expect(pia.lane("loose")).to_contain_text("4 still loose")

    pia.board.locator("[data-role=new-theme]").click()
    name = pia.board.locator("[data-role=edit]")
    expect(name).to_be_focused()
    pia.page.keyboard.type("Silence")
    pia.type("Enter")
    expect(theme(otto, "Silence")).to_be_visible()

    drag(pia, pia.card("Two"), theme(pia, "Silence"))
    drag(otto, otto.card("Three"), theme(otto, "Silence"), y=0.9)
    for person in (pia, otto):
        holds(person, "Silence", ["Two", "Three"])
        expect(person.lane("loose")).to_contain_text("2 still loose")

    drag(otto, otto.card("Four"), otto.board.locator("[data-role=new-theme]"))
    otto.type("Escape")
    holds(pia, "Theme 1", ["Four"])

    names = otto.board.locator(".theme h3 .name")
    expect(names).to_have_text(["Silence", "Theme 1"])
    theme(pia, "Silence").locator("[data-role=theme-menu]").click()
    pia.item("later").press("Enter")
    expect(names).to_have_text(["Theme 1", "Silence"])
    pia.is_on(theme(pia, "Silence").locator(".theme-head"))
    pia.type("Control+z")
    expect(names).to_have_text(["Silence", "Theme 1"])

    theme(pia, "Silence").locator("[data-role=theme-menu]").click()
    pia.item("merge").click()
    pia.menu.get_by_role("menuitem", name="Theme 1").click()
    for person in (pia, otto):
        holds(person, "Theme 1", ["Four", "Two", "Three"])
        expect(theme(person, "Silence")).to_have_count(0)

    theme(otto, "Theme 1").locator("[data-role=theme-menu]").click()
    otto.item("remove").click()
    for person in (pia, otto):
        expect(person.board.locator(".theme")).to_have_count(0)
        expect(person.lane("loose")).to_contain_text("4 still loose")
    otto.type("Control+z")
    holds(pia, "Theme 1", ["Four", "Two", "Three"])


def test_grouping_by_keys_alone(venue: Venue, sit: Sit, board: str) -> None:
    lay(venue, "One Two")
    pia = sit(PIA, "define")
    pia.tab_to(pia.card("One"))
    pia.type("t")
    expect(pia.item("new-theme")).to_be_focused()
    pia.type("Enter")
    pia.page.keyboard.type("Silence")
    pia.type("Enter")
    holds(pia, "Silence", ["One"])
    pia.tab_to(pia.card("Two"), back=True)
    pia.type("t", "Enter")
    holds(pia, "Silence", ["One", "Two"])
    pia.is_on(pia.card("Two"))
    pia.type("Alt+ArrowUp")
    holds(pia, "Silence", ["Two", "One"])
    pia.type("Alt+ArrowLeft")
    expect(pia.cards("loose")).to_have_text(["Two"])
    pia.is_on(pia.card("Two"))

    menu = theme(pia, "Silence").locator("[data-role=theme-menu]")
    pia.tab_to(menu)
    pia.type("Enter", "Enter")
    edit = pia.board.locator("[data-role=edit]")
    expect(edit).to_have_attribute("aria-label", "Name of the theme")
    venue.act(OTTO, "edit_card", card=venue_theme(venue), text="Nobody says why")
    expect(edit).to_have_value("Nobody says why")  # nothing was typed here yet
    pia.page.keyboard.type(" at all")
    pia.type("Enter")
    expect(theme(pia, "Nobody says why at all")).to_be_visible()
    field = theme(pia, "Nobody").locator("[data-role=write]")
    pia.tab_to(field)
    pia.page.keyboard.type("Three")
    pia.type("Enter")
    holds(pia, "Nobody", ["One", "Three"])
    pia.is_on(field)


def venue_theme(venue: Venue) -> str:
    return next(card.id for card in venue.cards() if card.lane == "themes")


def test_a_name_half_typed_outlives_its_theme(venue: Venue, sit: Sit, board: str) -> None:
    [silence] = lay(venue, "Silence", "themes")
    lay(venue, "One")
    pia = sit(PIA, "define")
    theme(pia, "Silence").get_by_role("heading").dblclick()
    pia.page.keyboard.type(" is long")
    venue.act(FAY, "remove_card", card=silence)
    expect(pia.board.locator("[data-role=left-over]")).to_have_value("Silence is long")
    expect(pia.board.locator(".theme")).to_have_count(0)


@pytest.mark.parametrize(("size", "dark"), [("phone", True), ("laptop", False)])
def test_themes_on_every_screen(venue: Venue, sit: Sit, board: str, size: str, dark: bool) -> None:
    [one, *_] = lay(venue, "One Two")
    [silence] = lay(venue, "Silence", "themes")
    venue.act(PIA, "put_in_theme", card=one, theme=silence)
    venue.act(PIA, "keep_card", card=silence)
    pia = sit(PIA, "define", size=size, dark=dark)
    pia.card("Two").locator("[data-role=menu]").click()
    pia.item("theme").click()
    pia.menu.get_by_role("menuitem", name="Silence").click()
    holds(pia, "Silence", ["One", "Two"])
    assert violations(pia.page) == []
    pia.card("Two").locator("[data-role=menu]").click()
    pia.item("merge").click()
    pia.board.locator("[data-role=panel]").get_by_role("button", name="One").click()
    holds(pia, "Silence", ["One\nTwo"])
    assert pia.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_suggestions_are_taken_or_left(venue: Venue, sit: Sit, board: str) -> None:
    [waiting] = lay(venue, "Waiting", "themes")
    [unnamed] = [venue.lay("themes", "Theme 1")]
    for text, pile in (
        ("The parcel came five days late", waiting),
        ("Shoes too small", unnamed),
        ("Which size?", unnamed),
    ):
        venue.act(PIA, "put_in_theme", card=venue.lay("loose", text), theme=pile)
    for text in ("Delivery takes too long", "The delivery takes too long", "These boots pinch", "This shoe pinches"):
        venue.lay("loose", text)
    pia, otto = sit(PIA, "define"), sit(OTTO, "define")
    into = pia.board.locator("[data-into]")
    expect(into).to_have_count(0)
    ask = pia.board.locator("[data-role=suggest]")
    pia.tab_to(ask)
    pia.type("Enter")
    expect(pia.board.locator(".suggestions")).to_contain_text("themes for 4 cards")

    pairs = pia.board.locator(".pairs li")
    expect(pairs).to_have_count(2)
    pia.tab_to(pairs.first.locator("[data-role=alike_merge]"))
    pia.type("Enter")
    expect(pairs).to_have_count(1)
    pia.is_on(pairs.first.locator("button").first)
    pia.type("Tab", "Enter")  # leave both
    expect(pairs).to_have_count(0)
    expect(otto.card("Delivery takes too long\nThe delivery takes too long")).to_be_visible()

    chip = pia.card("These boots pinch").locator("[data-into]").first
    expect(chip).to_have_text("→ Theme 1")
    pia.tab_to(pia.cards("loose").first.locator(".."))
    pia.type("ArrowDown")
    pia.is_on(pia.card("These boots pinch"))
    pia.tab_to(chip)
    pia.type("Enter")
    holds(otto, "Theme 1", ["Shoes too small", "Which size?", "These boots pinch"])
    pia.is_on(pia.card("This shoe pinches").locator("[data-into]").first)

    name = theme(pia, "Theme 1").locator("[data-name]").first
    word = name.inner_text()
    assert violations(pia.page) == []
    name.click()
    expect(theme(otto, word)).to_be_visible()
    expect(pia.board.locator("[data-name]")).to_have_count(0)
    expect(otto.board.locator("[data-into], [data-name]")).to_have_count(0)  # suggestions are whose who asked
    pia.board.locator("[data-role=suggest-hide]").click()
    expect(into).to_have_count(0)
    expect(ask).to_be_focused()
