"""A room splits into teams and comes back: nobody types a code, and what a team kept is there for all."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit, Visit
from tests.browser.people import Person
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def test_a_room_splits_into_teams_and_comes_back(visit: Visit, sit: Sit, venue: Venue) -> None:
    leader = Person(visit(f"/teams?code={venue.code}", seats={venue.code: venue.tokens[FAY]}))
    pia, otto = sit(PIA, size="phone"), sit(OTTO)
    leader.is_live()
    number = leader.page.get_by_role("spinbutton", name="How many teams?")
    number.fill("2")
    number.press("Enter")
    leader.press("Form 2 teams")
    teams = leader.page.locator("[data-role=teams] [data-team]")
    expect(teams).to_have_count(2)
    leader.press("Everybody to their team")
    for person in (pia, otto):
        person.page.wait_for_url(re.compile(rf"code=(?!{venue.code})"))
        person.is_live()
    assert pia.code != otto.code

    mine = teams.and_(leader.page.locator(f"[data-team='{pia.code}']"))
    expect(mine).to_contain_text("1 of 1 here")
    expect(mine).to_contain_text("Has not begun yet")
    mine.get_by_text("Look in").click()
    leader.page.wait_for_url(f"**/facilitate?code={pia.code}")
    leader.is_live()
    leader.press("Open Empathy map")
    pia.sees_board("empathize")
    pia.write("sees", "A locker")
    pia.nothing_waits()
    pia.key("A locker", "k")

    leader.page.goto(f"{venue.server.address}/teams?code={venue.code}")
    leader.is_live()
    expect(mine).to_contain_text("1 card on this board")
    chosen = leader.page.get_by_role("combobox", name="Team").first
    chosen.click()
    leader.page.get_by_role("option", name="A locker").click()
    leader.page.keyboard.press("Escape")
    leader.press(re.compile("^Lay them on"))
    leader.press("Everybody back here")
    for person in (pia, otto):
        person.page.wait_for_url(re.compile(rf"code={venue.code}"))
        expect(person.board.locator("[data-card] > .text", has_text="A locker")).to_be_visible()
