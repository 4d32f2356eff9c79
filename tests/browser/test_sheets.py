"""Sheets, own columns and rows: what a team makes of its board, while others are busy on it."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_grid import cell, lay, opened, plus
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue
from tests.looking import sql

pytestmark = pytest.mark.browser


@pytest.fixture
def journey(venue: Venue) -> str:
    return opened(venue, "empathize/journey_map")


def tabs(person: Person) -> Locator:
    return person.board.get_by_role("tab")


def chosen(person: Person, name: str) -> None:
    expect(person.board.locator("[role=tab][aria-selected=true] .name")).to_have_text(name)


def name_it(person: Person, name: str) -> None:
    field = person.board.locator("[data-role=name]")
    expect(field).to_be_focused()
    field.fill(name)
    field.press("Enter")
    expect(field).to_have_count(0)


def menu_of(person: Person, head: str) -> Locator:
    return person.board.locator(f"{head} [data-role=part-menu]")


def test_sheets_are_added_looked_at_and_renamed(venue: Venue, sit: Sit, journey: str) -> None:
    doing = cell("doing", "purchase")
    lay(venue, journey, "Pays", row="doing", lane="purchase", sheet="1")
    pia, otto, olga = sit(PIA), sit(OTTO), sit(OLGA)
    expect(olga.board.locator("[data-role=sheets]")).to_be_hidden()
    pia.board.locator("[data-role=add-sheets]").click()
    name_it(pia, "")  # an unnamed one is counted on
    chosen(pia, "Persona 2")
    expect(pia.cards(doing)).to_have_count(0)
    for person in (otto, olga):
        expect(tabs(person)).to_have_count(2)
        chosen(person, "Persona 1")
    menu_of(pia, "[data-role=sheets]").click()
    pia.board.locator("[data-act=rename_part]").click()
    name_it(pia, "Bram <b>")
    expect(otto.board.locator("[role=tab] .name")).to_have_text(["Persona 1", "Bram <b>"])
    for act, names in (("earlier", ["Bram <b>", "Persona 1"]), ("later", ["Persona 1", "Bram <b>"])):
        menu_of(pia, "[data-role=sheets]").click()
        pia.board.locator(f"[data-act={act}]").click()
        expect(otto.board.locator("[role=tab] .name")).to_have_text(names)

    plus(pia, doing).click()
    pia.page.keyboard.type("Asks his daughter")
    pia.type("Enter")
    expect(tabs(otto).last.locator(".news")).to_be_visible()
    expect(tabs(otto).locator(".count")).to_have_text(["1", "1"])
    pia.page.keyboard.type("Half a thought")
    tabs(pia).first.focus()
    pia.type("ArrowLeft")
    expect(pia.cards(doing)).to_have_text(["Asks his daughter"])  # round the corner of two tabs and back
    pia.type("ArrowRight")
    chosen(pia, "Persona 1")
    expect(pia.cards(doing)).to_have_text(["Pays"])
    expect(pia.board.locator("textarea")).to_have_count(0)
    tabs(pia).last.click()
    expect(pia.field(doing)).to_have_value("Half a thought")
    pia.page.reload()
    chosen(pia, "Bram <b>")
    expect(pia.field(doing)).to_have_value("Half a thought")

    tabs(otto).last.click()
    expect(otto.board.locator(".news:visible")).to_have_count(0)
    menu_of(otto, "[data-role=sheets]").click()
    otto.board.locator("[data-act=drop_part]").click()
    expect(otto.board.locator("[data-role=messages]")).to_contain_text("There are cards on it.")
    otto.focus("Asks his daughter")
    otto.type("Enter", "m", "Enter")
    otto.board.locator("[role=menuitem][data-to='1']").click()
    expect(tabs(otto).locator(".count")).to_have_text(["2", "0"])
    menu_of(otto, "[data-role=sheets]").click()
    otto.board.locator("[data-act=drop_part]").click()
    expect(tabs(otto)).to_have_count(1)


def test_an_edit_waits_on_its_sheet(venue: Venue, sit: Sit, journey: str) -> None:
    venue.act(FAY, "add_part", activity=journey, kind="sheets", id="b", name="Bram")
    lay(venue, journey, "Pays", row="doing", lane="purchase", sheet="1")
    pia = sit(PIA)
    edit = pia.board.locator("[data-role=edit]")
    pia.key("Pays", "e")
    pia.page.keyboard.type(" at once")
    tabs(pia).last.click()
    expect(edit).to_have_count(0)
    pia.page.reload()
    expect(tabs(pia).last).to_have_attribute("aria-selected", "true")
    tabs(pia).first.click()
    expect(edit).to_have_value("Pays at once")
    edit.press("Enter")
    pia.sees_card("Pays at once")
    expect(pia.board.locator(".left-overs textarea")).to_have_count(0)


def test_columns_come_and_go_while_others_write(venue: Venue, sit: Sit, journey: str) -> None:
    pia, otto = sit(PIA), sit(OTTO)
    doing = cell("doing", "purchase")
    plus(otto, doing).click()
    otto.page.keyboard.type("They w")
    menu_of(pia, ".head[data-column=purchase]").click()
    pia.type("ArrowDown", "ArrowUp", "Enter")
    name_it(pia, "Buying")
    expect(otto.board.locator(".head[data-column=purchase] .name")).to_have_text("Buying")
    menu_of(pia, ".head[data-column=awareness]").click()
    pia.board.locator("[data-act=add_after]").click()
    name_it(pia, "Doubt")
    expect(otto.board.locator(".columns .name")).to_have_text(
        ["Awareness", "Doubt", "Consideration", "Buying", "Delivery", "Use", "Loyalty"]
    )
    pia.board.locator("[data-role=add-rows]").click()
    name_it(pia, "Smell")
    expect(otto.board.locator(".row-head .name").last).to_have_text("Smell")
    pia.is_on(pia.board.locator("[data-role=add-rows]"))
    for act in ("earlier", "earlier", "later"):  # by keys
        menu_of(pia, ".head[data-column=purchase]").focus()
        pia.type("Enter")
        pia.board.locator(f"[data-act={act}]").press("Enter")
        pia.is_on(menu_of(pia, ".head[data-column=purchase]"))
    expect(pia.board.locator("[data-role=announcer]")).to_have_text("Buying: now place 3 of 7")
    menu_of(pia, ".row-head[data-row=thinking]").click()
    pia.board.locator("[data-act=earlier]").click()
    expect(otto.board.locator(".row-head .name").first).to_have_text("Thinking")
    expect(otto.board.locator(".columns .name")).to_have_text(
        ["Awareness", "Doubt", "Buying", "Consideration", "Delivery", "Use", "Loyalty"]
    )
    expect(otto.field(doing)).to_be_focused()
    otto.page.keyboard.type("ait")
    otto.type("Enter")
    expect(pia.cards(doing)).to_have_text(["They wait"])
    menu_of(pia, ".head[data-column=purchase]").click()
    pia.board.locator("[data-act=drop_part]").click()
    expect(pia.board.locator("[data-role=messages]")).to_contain_text("There are cards on it.")
    menu_of(pia, ".head[data-column=loyalty]").click()
    pia.board.locator("[data-act=drop_part]").click()
    expect(otto.board.locator(".head[data-column=loyalty]")).to_have_count(0)


def test_a_locked_board_gives_a_typed_name_back(venue: Venue, sit: Sit, journey: str) -> None:
    pia = sit(PIA)
    pia.board.locator("[data-role=add-lanes]").wait_for()
    pia.page.context.set_offline(True)
    pia.board.locator("[data-role=add-lanes]").click()
    name_it(pia, "Second life")
    venue.act(FAY, "lock_board", activity=journey)
    pia.page.context.set_offline(False)
    expect(pia.board.locator("[data-role=left-over]")).to_have_value("Second life")
    expect(pia.board.locator("[data-role=add-lanes]")).to_be_hidden()


def test_another_set_of_columns_until_a_card_lies_there(venue: Venue, sit: Sit, journey: str) -> None:
    pia, otto = sit(PIA), sit(OTTO)
    choice = pia.board.locator("[data-role=template]")
    expect(choice).to_have_value("default")
    choice.select_option("attention")
    expect(otto.board.locator(".columns .name")).to_have_text(["Attention", "Interest", "Information", "Action"])
    expect(otto.board.locator("[data-role=template]")).to_have_value("attention")
    lay(venue, journey, "Looks up", row="doing", lane="attention", sheet="1")
    expect(choice).to_be_hidden()


def test_lanes_of_ones_own(venue: Venue, sit: Sit) -> None:
    opened(venue, "prototype/storyboard")
    pia = sit(PIA, "prototype", size="phone")
    pia.board.locator("[data-role=add-lanes]").tap()
    name_it(pia, "Years later")
    lane = pia.board.locator("section.lane").last
    expect(lane.get_by_role("heading")).to_have_text(re.compile("Years later"))
    lane.locator("[data-role=part-menu]").tap()
    pia.board.locator("[data-act=rename_part]").tap()
    name_it(pia, "Much later")
    expect(pia.board.locator(".chips button").last).to_have_text(re.compile("Much later"))
    lane.locator("[data-role=part-menu]").tap()
    expect(pia.board.locator("[data-act=later]")).to_have_count(0)
    pia.board.locator("[data-act=earlier]").tap()
    expect(pia.board.locator(".chips button").nth(-2)).to_have_text(re.compile("Much later"))


def test_what_a_method_no_longer_has_stays_readable(venue: Venue, sit: Sit, journey: str) -> None:
    """A lane that is taken out of a method's folder, and then the whole folder, leave no card behind."""
    for text in ("Pays", "Waits"):
        lay(venue, journey, text, row="doing", lane="purchase", sheet="1")
    sql(venue.store, "update cards set lane = 'lost' where activity = ?", journey)
    pia = sit(PIA)
    lost = pia.lane(cell("doing", "lost"))
    expect(lost.locator("[data-card] > .text")).to_have_text(["Pays", "Waits"])
    pia.card("Pays").locator("[data-role=menu]").click()
    pia.item("move").click()
    pia.menu.locator("[data-row=doing]").click()
    pia.menu.locator(f"[data-to='{cell('doing', 'purchase')}']").click()
    expect(pia.cards(cell("doing", "purchase"))).to_have_text(["Pays"])
    pia.nothing_waits()

    sql(venue.store, "update activities set method = 'empathize/gone_for_good' where id = ?", journey)
    pia.page.reload()
    expect(pia.board.locator("[data-role=method]")).to_have_text("gone for good")
    expect(pia.board.locator(".question")).to_contain_text("The folder of this method is missing on the server.")
    for text in ("Pays", "Waits"):
        pia.sees_card(text)
    pia.goes_to("summary")
    expect(pia.page.locator(".report")).to_contain_text("Waits")
    fay = sit(FAY, "facilitate")
    expect(fay.page.get_by_text("gone for good").first).to_be_visible()
