"""Choosing together: everybody sees all there is, gives dots and marks concerns; totals show once a vote has closed."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser

LOCKER, CALL, SIGN = "A locker", "A call", "A sign"


def ballot(person: Person, text: str, role: str = "give") -> Locator:
    return person.card(text).locator(f"[data-role={role}]")


def marks(person: Person, text: str) -> Locator:
    return ballot(person, text).locator(".marks")


def left(person: Person) -> Locator:
    return person.board.locator("[data-role=dots-left]")


def control(person: Person, name: str) -> None:
    """Press what stands in the facilitator's row, or under More."""
    button = person.page.locator(f"[data-control={name}]")
    if not button.is_visible():
        person.page.locator("[data-role=more-controls]").click()
    button.click()


def open_once_all_is_seen(fay: Person, otto: Person) -> None:
    """What lies below the edge of the phone, Otto has not seen: the dialog says so, and has it shown."""
    control(fay, "vote")
    dialog = fay.page.locator(".vote-dialog")
    early = dialog.locator("[data-role=early]")
    expect(early).to_contain_text("Seen by everybody here: 33 percent")
    expect(dialog.locator("[data-role=open_vote]")).to_be_disabled()
    dialog.locator("[data-role=show_unseen]").click()
    bar = otto.board.locator("[data-role=unseen]")
    expect(bar).to_contain_text("2 cards you have not seen yet")
    for card, share in ((LOCKER, "66 percent"), (SIGN, None)):
        bar.locator("[data-role=show-next]").click()
        expect(otto.card(card)).to_be_focused()
        expect(otto.card(card)).to_be_in_viewport()
        expect(early).to_contain_text(share) if share else expect(early).to_be_hidden()
    bar.locator("[data-role=show-next]").click()
    expect(bar).to_be_hidden()
    expect(dialog.locator("#vote-dots")).to_have_value("2")
    dialog.locator("[data-role=open_vote]").click()
    expect(dialog).to_have_count(0)


def all_see_how_it_ended(fay: Person, pia: Person, otto: Person) -> None:
    control(fay, "close_vote")
    for person in (fay, pia, otto):
        ranked = person.board.locator(".standings li")
        expect(ranked).to_have_text(
            [re.compile(f"1{LOCKER}3 dots · 1 concern"), re.compile(f"2{SIGN}1 dot · 1 concern")]
        )
        expect(person.card(LOCKER).locator(".tally")).to_have_text("3 dots · 1 concern")
        expect(person.board.locator("[data-role=split] li")).to_have_text([f"{LOCKER} (3 dots · 1 concern)"])
    expect(pia.field("sees")).to_be_visible()
    expect(pia.board.locator("[data-role=keep-first]")).to_be_hidden()
    fay.board.locator(".keeping input").fill("1")
    fay.board.locator("[data-role=keep-first]").click()
    expect(otto.card(LOCKER)).to_have_attribute("data-state", "kept")
    expect(otto.card(SIGN)).to_have_attribute("data-state", "open")
    assert violations(fay.page) == []


def test_a_room_chooses(venue: Venue, sit: Sit) -> None:
    venue.lay("sees", CALL, OTTO)
    venue.lay("hears", LOCKER)
    venue.lay("gains", SIGN)
    fay, pia, otto = sit(FAY), sit(PIA), sit(OTTO, size="phone")
    for person in (fay, pia, otto):
        person.sees_card(LOCKER)

    open_once_all_is_seen(fay, otto)

    # Writing rests; observers watch.
    expect(left(pia)).to_have_text("2 of 2 dots left")
    expect(pia.field("sees")).to_be_hidden()
    expect(sit(OLGA).board.locator(".ballot")).to_have_count(0)

    # By keys on the laptop; a second device without network gives more than there are.
    other_device = sit(PIA)
    expect(left(other_device)).to_have_text("2 of 2 dots left")
    other_device.page.context.set_offline(True)
    ballot(other_device, CALL).click()
    expect(left(other_device)).to_have_text("1 of 2 dots left")
    for key in ("+", "+", "-", "+"):
        pia.key(LOCKER, key)
    expect(marks(pia, LOCKER)).to_have_text("●●")
    expect(left(pia)).to_have_text("0 of 2 dots left")
    pia.is_on(pia.card(LOCKER))
    pia.key(SIGN, "+")
    expect(pia.board.locator("[data-role=announcer]")).to_contain_text("You have given all your dots")
    pia.key(SIGN, "!")
    expect(ballot(pia, SIGN, "concern")).to_have_attribute("aria-pressed", "true")
    assert violations(pia.page) == []
    other_device.page.context.set_offline(False)
    expect(other_device.board.locator("[data-role=messages]")).to_contain_text("You have given all your dots")
    expect(marks(other_device, CALL)).to_have_text("○○")
    expect(marks(other_device, LOCKER)).to_have_text("●●")

    # By thumb on the phone; how many have voted is told, not what.
    ballot(otto, SIGN).tap()
    ballot(otto, LOCKER).tap()
    ballot(otto, LOCKER, "concern").tap()
    ballot(otto, LOCKER, "take-back").tap()
    ballot(otto, LOCKER).tap()
    expect(left(otto)).to_have_text("0 of 2 dots left")
    otto.nothing_waits()
    expect(fay.board.locator("[data-role=voted]")).to_have_text("2 of 2 have voted")
    assert fay.board.locator(".tally, .standings li").count() == 0

    all_see_how_it_ended(fay, pia, otto)


def test_a_quick_question_reaches_every_page(venue: Venue, sit: Sit) -> None:
    fay, pia, otto = sit(FAY), sit(PIA, "library"), sit(OTTO, size="phone")
    control(fay, "vote")
    dialog = fay.page.locator(".vote-dialog")
    dialog.get_by_label("Quick question").check()
    dialog.locator("#vote-question").fill("<b>Ten</b> minutes more?")
    dialog.locator("[data-role=open_vote]").click()
    asked = [person.page.locator("[data-role=room-question]") for person in (fay, pia, otto)]
    for banner in asked:
        expect(banner).to_contain_text("<b>Ten</b> minutes more?")
    expect(asked[2].locator("[data-role=yes]")).to_be_in_viewport()
    assert violations(otto.page) == []
    asked[2].locator("[data-role=no]").tap()
    expect(asked[2].locator("[data-role=no]")).to_have_attribute("aria-pressed", "true")
    asked[1].locator("[data-role=yes]").click()
    expect(asked[0]).to_contain_text("2 of 2 have answered")
    asked[2].locator("[data-role=yes]").tap()
    otto.nothing_waits()
    expect(asked[2].locator("[data-role=yes]")).to_have_attribute("aria-pressed", "true")
    fay.goes_to("summary")
    asked[0].locator("[data-role=close-question]").click()
    for banner in asked:
        expect(banner).to_contain_text("Yes 2 · No 0")
    asked[2].locator("[data-role=dismiss]").tap()
    expect(asked[2]).to_be_hidden()
