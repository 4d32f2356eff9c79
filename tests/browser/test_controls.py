"""What a facilitator presses while an activity runs, and what it does to everybody's screens."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.browser.test_following import activity_of, says
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser

WRONG_CLOCK = "const real = Date.now; Date.now = () => real() + 47 * 60_000"
"""As on a phone whose clock is 47 minutes ahead."""


def control(person: Person, name: str) -> Locator:
    """In the row or under More."""
    button = person.page.locator(f"[data-control={name}]")
    button.wait_for(state="attached")
    if not button.is_visible():
        person.page.locator("[data-role=more-controls]").click()
    return button


def timer(person: Person) -> Locator:
    return person.page.locator("[data-role=timer]")


def private(person: Person) -> Locator:
    return person.board.locator("[data-role=private]")


def test_a_timer_runs_on_all_screens_by_the_servers_clock(venue: Venue, sit: Sit, screenshots: Path) -> None:
    fay, pia = sit(FAY), sit(PIA, size="phone")
    pia.page.add_init_script(WRONG_CLOCK)
    pia.page.reload()
    fay.press("Start 20 min")
    for person in (fay, pia):
        expect(timer(person)).to_contain_text(re.compile("^(20:00|19:5[0-9])$"))
    control(fay, "plus").click()
    expect(timer(pia)).to_contain_text(re.compile("^(21:00|20:5[0-9])$"))
    pia.page.reload()
    expect(timer(pia)).to_contain_text(re.compile("^20:[0-5][0-9]$"))
    fay.type("t")
    expect(timer(pia)).to_contain_text("paused")
    expect(fay.page.get_by_role("button", name="Go on")).to_be_visible()
    venue.act(FAY, "start_timer", seconds=62)
    expect(timer(pia)).to_contain_text("last minute")
    expect(pia.page.locator("[data-role=timer-spoken]")).to_have_text("One minute left")
    pia.page.screenshot(path=screenshots / "last-minute-phone.png")
    venue.act(FAY, "start_timer", seconds=2)
    for person in (fay, pia):
        expect(timer(person)).to_contain_text("Time is up")
    expect(pia.page.locator("[data-role=timer-spoken]")).to_have_text("Time is up")
    pia.page.get_by_role("button", name="Sound when the time is up: on").click()
    pia.page.reload()
    expect(pia.page.get_by_role("button", name="Sound when the time is up: off")).to_be_visible()
    expect(pia.page.locator("[data-role=timer-spoken]")).to_have_text("")  # it was over before
    fay.press("Next: How might we")
    for person in (fay, pia):
        person.sees_board("define")
        expect(timer(person).locator(".clock")).to_be_hidden()


def test_people_write_in_private_until_the_facilitator_reveals(venue: Venue, sit: Sit, screenshots: Path) -> None:
    fay, pia, otto = sit(FAY), sit(PIA), sit(OTTO, size="phone")
    fay.press("Write in private")
    expect(private(otto)).to_be_visible()
    control(fay, "hide_names").click()
    expect(otto.board.locator("[data-role=nameless]")).to_have_text("Nobody is told who wrote what.")
    pia.write("sees", "A long queue")
    expect(pia.card("A long queue").locator(".state")).to_have_text("private")
    otto.write("sees", "No sign")
    pia.write("hears", "Nobody calls")
    for person in (pia, otto, fay):
        expect(private(person)).to_have_text("Private for now: others see only that 3 cards exist.")
    expect(fay.board.locator("[data-card]")).to_have_count(0)
    otto.page.screenshot(path=screenshots / "private-phone.png")
    assert violations(fay.page) == []
    control(fay, "reveal_next").click()
    expect(fay.board.locator("[data-card]")).to_have_count(1)
    expect(private(pia)).to_have_text("Private for now: others see only that 2 cards exist.")
    fay.type("r")
    for person in (pia, otto, fay):
        for text in ("A long queue", "No sign", "Nobody calls"):
            person.sees_card(text)
        expect(private(person)).to_be_hidden()
    expect(otto.card("A long queue").locator(".author")).to_have_text("")
    control(fay, "show_names").click()
    expect(fay.page.locator("[data-role=control-refused]")).to_contain_text(
        "People have written here without their names; that promise stays."
    )
    expect(fay.board.locator("[data-role=messages] .message")).to_have_count(0)  # it is said once


def test_the_facilitator_calls_everybody_and_leads_by_keys(venue: Venue, sit: Sit, screenshots: Path) -> None:
    for number in range(30):
        venue.lay("sees", f"Card {number}")
    card = venue.lay("sees", "Look at this one")
    fay, pia, otto = sit(FAY), sit(PIA), sit(OTTO, "summary")
    fay.type("l")
    says(pia, "locked: only the facilitator can write now")
    pia.goes_to("define")
    fay.press("Everyone here")
    for person in (pia, otto):
        person.sees_board("empathize")
    fay.type("l")
    says(pia, "20 min · open")
    pia.field("hears").fill("Half a")
    fay.card("Look at this one").locator("[data-role=menu]").click()
    fay.item("call").click()
    expect(pia.card("Look at this one")).to_be_in_viewport()
    expect(pia.card("Look at this one")).to_have_class(re.compile("called"))
    pia.page.screenshot(path=screenshots / "called.png")
    expect(pia.field("hears")).to_have_value("Half a")
    assert venue.cards()[-1].id == card

    pia.field("hears").press("l")
    expect(pia.field("hears")).to_have_value("Half al")
    fay.field("hears").focus()
    fay.type("n", "Escape")
    expect(fay.field("hears")).to_have_value("n")
    fay.page.locator("[data-role=method]").focus()
    fay.type("?")
    expect(fay.page.get_by_role("dialog")).to_contain_text("Go on to the next activity")
    fay.type("Escape", "v")
    expect(fay.page.get_by_role("dialog")).to_contain_text("Open a vote")
    fay.type("Escape")
    venue.act(FAY, "open_activity", activity=activity_of(venue, "define"))
    fay.sees_board("define")
    fay.press("Everyone here")
    fay.goes_to("empathize")
    fay.press("Everyone here")  # back to a closed board
    for person in (pia, otto):
        person.sees_board("empathize")
        says(person, "closed: you look back")
    fay.type("n")
    for person in (fay, pia, otto):
        person.sees_board("ideate")
