"""Who follows whom: the workshop moves on, is locked and closes, and every screen says where it is."""

from pathlib import Path

import pytest
from playwright.sync_api import WebSocketRoute, expect

from cx_workshop.storage import queries
from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def activity_of(venue: Venue, step: str) -> str:
    with venue.store.reading() as db:
        return next(one.id for one in queries.activities_of(db, venue.workshop.id) if one.step == step)


def fields(person: Person) -> int:
    return person.board.locator("textarea[data-role=write]:visible").count()


def has_fields(person: Person, wanted: bool) -> None:
    expect(person.field("sees")).to_be_visible(visible=wanted)
    assert fields(person) == (6 if wanted else 0)


def says(person: Person, words: str) -> None:
    expect(person.board.locator("[data-role=status]")).to_contain_text(words)


def test_others_follow_and_who_looks_back_stays(venue: Venue, sit: Sit, screenshots: Path) -> None:
    fay, pia, otto, olga = sit(FAY), sit(PIA, size="phone"), sit(OTTO), sit(OLGA)
    fay.press("Next: How might we")
    for person in (fay, pia, otto, olga):
        person.sees_board("define")
        expect(person.page.locator("[data-page=define]")).to_have_attribute("data-progress", "current")

    otto.goes_to("empathize")
    bar = otto.board.locator(".moved-on")
    expect(bar).to_contain_text("The workshop has moved on to “How might we”.")
    says(otto, "closed: you look back")
    has_fields(otto, False)
    fay.press("Next: Silent writing")
    for person in (fay, pia, olga):
        person.sees_board("ideate")
    expect(bar).to_contain_text("The workshop has moved on to “Silent writing”.")
    assert "/empathize" in otto.page.url
    otto.page.screenshot(path=screenshots / "looking-back.png")
    otto.goes_to("test")
    expect(bar).to_contain_text("The workshop is at “Silent writing” now.")
    says(otto, "not open yet")
    otto.board.locator("[data-role=go-there]").click()
    otto.sees_board("ideate")
    expect(bar).to_be_hidden()
    venue.act(FAY, "open_activity", activity=activity_of(venue, "prototype"))
    for person in (fay, pia, otto, olga):
        person.sees_board("prototype")


def test_text_half_typed_is_kept_when_the_workshop_moves_on(venue: Venue, sit: Sit) -> None:
    pia = sit(PIA)
    pia.field("sees").fill("Half a thou")
    venue.act(FAY, "open_activity", activity=activity_of(venue, "define"))
    pia.sees_board("define")
    expect(pia.board.locator("[data-role=left-over]")).to_have_value("Half a thou")
    expect(pia.board.get_by_text("The workshop moved on while you were writing. This was your text:")).to_be_visible()


def test_observer_has_nothing_to_write_with(venue: Venue, sit: Sit) -> None:
    venue.add(venue.sit(PIA), "They wait")
    olga = sit(OLGA)
    olga.sees_card("They wait")
    has_fields(olga, False)
    says(olga, "open: you watch as an observer")
    for role in ("menu", "undo", "add"):
        expect(olga.board.locator(f"[data-role={role}]:visible")).to_have_count(0)
    olga.goes_to("summary")
    expect(olga.page.locator("[data-page=facilitate]")).to_have_count(0)


def test_lock_and_close(venue: Venue, sit: Sit, screenshots: Path) -> None:
    fay, pia = sit(FAY), sit(PIA)
    for person in (fay, pia):
        has_fields(person, True)
    pia.field("hears").fill("Half a thou")
    fay.press("Lock")
    expect(pia.field("sees")).to_be_hidden()
    says(pia, "locked: only the facilitator can write now")
    expect(pia.field("hears")).to_have_value("Half a thou")
    expect(pia.field("hears")).not_to_be_editable()
    expect(pia.lane("hears")).to_contain_text("Your text is kept here")
    says(fay, "locked for participants: only you can write")
    has_fields(fay, True)
    fay.write("sees", "Fay may")
    pia.sees_card("Fay may")
    expect(pia.card("Fay may").locator("[data-role=menu]")).to_be_hidden()
    pia.page.screenshot(path=screenshots / "locked.png")
    fay.press("Unlock")
    expect(pia.field("hears")).to_be_editable()
    expect(pia.field("hears")).to_have_value("Half a thou")
    pia.field("hears").press("Enter")
    fay.sees_card("Half a thou")

    fay.press("Close Empathy map")
    for person in (fay, pia):
        says(person, "closed: you look back")
        has_fields(person, False)
    expect(fay.page.get_by_role("button", name="Close Empathy map")).to_have_count(0)
    venue.act(FAY, "close")
    says(pia, "the workshop is closed: you look back")
    expect(
        fay.page.get_by_text("This workshop is closed: everybody can read it, nobody can change it.")
    ).to_be_visible()


def test_two_facilitators_at_the_same_time(venue: Venue, sit: Sit) -> None:
    venue.act(FAY, "change_role", seat=venue.ids[OTTO], role="facilitator")
    fay, pia, otto = sit(FAY), sit(PIA), venue.sit(OTTO)
    fay.press("Next: How might we")
    assert otto.do("open_activity", activity=activity_of(venue, "ideate"))["op"] == "done"
    while [event["kind"] for event in otto.events].count("activity_opened") < 2:
        otto.event("activity_opened")
    with venue.store.reading() as db:
        [running] = [one for one in queries.activities_of(db, venue.workshop.id) if one.status == "open"]
    for person in (fay, pia):
        expect(person.page.locator(f"[data-page={running.step}]")).to_have_attribute("data-progress", "current")
    pia.sees_board(running.step)


def test_a_step_that_is_skipped_at_once_takes_nobody_aside(venue: Venue, sit: Sit) -> None:
    """A page on its way to one activity hears that the next is open already: that is where it must arrive."""
    pia = sit(PIA, fresh=True)
    held: list[str | bytes] = []
    servers: list[WebSocketRoute] = []
    holding = False

    def between(page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        servers.append(server)
        page.on_message(lambda message: held.append(message) if holding else server.send(message))

    pia.page.route_web_socket("**/_stcore/stream", between)
    pia.page.reload()
    has_fields(pia, True)
    holding = True
    pia.page.evaluate("Math.random = () => 0")  # asks for its page at once
    venue.act(FAY, "open_activity", activity=activity_of(venue, "define"))
    while not held:
        pia.page.wait_for_timeout(20)
    pia.page.evaluate("Math.random = () => 0.999")  # and now takes its time
    venue.act(FAY, "open_activity", activity=activity_of(venue, "ideate"))
    expect(pia.lane("before")).to_be_visible()
    holding = False
    for message in held:
        servers[-1].send(message)
    pia.sees_board("ideate")
    expect(pia.field("before")).to_be_visible()


def test_whoever_gets_to_lead_gets_the_controls(venue: Venue, sit: Sit) -> None:
    otto = sit(OTTO)
    expect(otto.page.locator("[data-page=facilitate]")).to_have_count(0)
    venue.act(FAY, "change_role", seat=venue.ids[OTTO], role="facilitator")
    expect(otto.page.get_by_role("button", name="Next: How might we")).to_be_visible()
    expect(otto.page.locator("[data-page=facilitate]")).to_have_count(1)
    otto.press("Lock")
    says(otto, "locked for participants: only you can write")


def test_removed_seat_reads_a_sentence(venue: Venue, sit: Sit, screenshots: Path) -> None:
    venue.add(venue.sit(PIA), "They wait")
    fay, pia = sit(FAY), sit(PIA)
    pia.field("hears").fill("Half a thou")
    fay.goes_to("facilitate")
    fay.page.get_by_role("button", name="What to do for Pia").click()
    fay.page.get_by_role("menuitem", name="Remove …").click()
    fay.page.get_by_role("menuitem", name="Remove Pia; the cards stay").click()
    expect(fay.page.get_by_text("People (3)")).to_be_visible()
    expect(pia.board.locator("[data-role=messages]")).to_contain_text(
        "The facilitator has taken you out of this workshop."
    )
    expect(pia.connection).to_have_attribute("data-connection", "refused")
    expect(pia.field("sees")).to_be_hidden()
    expect(pia.field("hears")).to_have_value("Half a thou")
    expect(pia.connection).to_have_text("✕Join again")  # the board says why
    pia.page.screenshot(path=screenshots / "removed.png")
    pia.page.locator("[data-role=join-again]").click()
    expect(pia.page.get_by_test_id("stForm").get_by_role("textbox")).to_be_visible()
    expect(pia.page.get_by_text("They wait")).to_have_count(0)
    pia.page.goto(pia.page.url.replace("/?", "/summary?"))
    expect(pia.page.get_by_text("The facilitator has taken you out of this workshop.")).to_be_visible()
    pia.join("Pia")
    pia.sees_card("They wait")
