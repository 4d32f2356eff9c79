"""Sheets that travel: handed out, passed on by hand and by the clock; what is half written then is not lost."""

import re

import pytest
from playwright.sync_api import Locator, expect

from cx_workshop.verbs import Command, perform
from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.browser.test_grid import opened
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser

LONG_AGO = "2020-01-01T00:00:00.000Z"
AN_HOUR_AHEAD = "const real = Date.now; Date.now = () => real() + 3_600_000"
"""A device whose clock is wrong."""


@pytest.fixture
def activity(venue: Venue) -> str:
    return opened(venue, "ideate/brainwriting")


def turn(person: Person) -> Locator:
    return person.board.locator("[data-role=turn]")


def mine(person: Person, name: str) -> None:
    """The sheet looked at is this one, and the one to write on."""
    expect(person.board.locator("[role=tab][aria-selected=true]")).to_have_text(re.compile(f"^{name}.*yours now"))


def test_sheets_go_round(venue: Venue, sit: Sit, activity: str) -> None:
    fay, pia, otto = sit(FAY, "ideate"), sit(PIA, "ideate"), sit(OTTO, "ideate", size="phone")
    expect(turn(pia)).to_contain_text("The facilitator hands out the sheets.")
    for person in (fay, pia, otto):
        expect(person.board.locator("textarea[data-role=write]:visible")).to_have_count(0)
    fay.board.locator("[data-role=hand-out]").click()
    expect(turn(pia)).to_have_text("Round 1 of 2")
    expect(pia.board.locator("[data-role=clock]")).to_have_text(re.compile("^(5:00|4:5[0-9])$"))
    mine(pia, "Pia")
    mine(otto, "Otto")
    pia.write("idea_1", "A locker")
    pia.field("idea_2").fill("A shelf in the k")
    pia.board.get_by_role("tab", name="Otto").click()
    expect(pia.board.locator("[data-role=status]")).to_contain_text("to read: this round you write on another sheet")
    expect(pia.board.locator("textarea[data-role=write]:visible")).to_have_count(0)
    pia.board.get_by_role("tab", name="Pia").click()
    expect(pia.field("idea_2")).to_have_value("A shelf in the k")
    assert violations(pia.page) == []

    fay.board.locator("[data-role=pass-on]").click()
    mine(pia, "Otto")
    mine(otto, "Pia")
    expect(turn(otto)).to_have_text("Round 2 of 2")
    expect(otto.board.locator("[data-role=announcer]")).to_have_text("Your next sheet: Pia")
    otto.sees_card("A locker")
    expect(pia.field("idea_2")).to_have_value("")
    expect(pia.board.locator("[data-role=left-over]")).to_have_value("A shelf in the k")
    otto.write("idea_1", "A locker that is cooled")
    fay.board.locator("[data-role=pass-on]").click()
    expect(turn(pia)).to_have_text("All sheets have been round. Everybody can read and write on each.")
    for name in ("Pia", "Otto"):
        pia.board.get_by_role("tab", name=name).click()
        pia.write("idea_3", f"On the sheet of {name}")
    expect(pia.board.locator("[data-waiting]")).to_have_count(0)
    venue.activity = activity
    assert sorted((card.sheet == venue.ids[PIA], card.text) for card in venue.cards()) == [
        (False, "On the sheet of Otto"),
        (True, "A locker"),
        (True, "A locker that is cooled"),
        (True, "On the sheet of Pia"),
    ]


def test_screens_pass_on_when_time_is_up_by_the_servers_clock(venue: Venue, sit: Sit, activity: str) -> None:
    olga = sit(OLGA, "ideate")
    args = {"activity": activity, "minutes": 5}
    perform(venue.store, Command("hand_out_sheets", args, seat=venue.ids[FAY], at=LONG_AGO)).result(10)
    expect(olga.board.locator("[data-role=clock]")).to_have_text("0:00")  # an observer's screen asks for nothing
    since = venue.events()[-1].seq
    pia, otto = sit(PIA, "ideate", fresh=True), sit(OTTO, "ideate")
    for person in (pia, otto, olga):
        expect(turn(person)).to_have_text("Round 2 of 2")
        expect(person.board.locator("[data-role=clock]")).to_have_text(re.compile("^(5:00|4:[0-5][0-9])$"))
    mine(pia, "Otto")
    pia.page.add_init_script(AN_HOUR_AHEAD)
    pia.page.reload()
    expect(pia.board.locator("[data-role=clock]")).to_have_text(re.compile("^4:[0-5][0-9]$"))
    passed = [event for event in venue.events(since) if event.kind == "sheets_passed_on"]
    assert {event.seat for event in passed} <= {venue.ids[PIA], venue.ids[OTTO]}
    assert len([event for event in passed if event.after]) == 1
    expect(pia.board.locator("[data-role=messages] .message")).to_have_count(0)
