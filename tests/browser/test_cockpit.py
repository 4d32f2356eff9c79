"""The cockpit: signs from people, a seat without a device, notes, decisions, the parking lot, and winning time back."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import as_text, new_id
from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def row(fay: Person, name: str) -> Locator:
    """Somebody in the people panel."""
    return fay.page.locator("[data-role=roster] li", has=fay.page.get_by_text(name))


def choose(fay: Person, name: str, *acts: str) -> None:
    """In the menu of somebody in the people panel."""
    row(fay, name).locator(".more").click()
    for act in acts:
        fay.page.locator(f"[data-role=roster] [data-act={act}]").click()


def test_people_show_how_far_they_are_and_who_has_no_device_takes_part(venue: Venue, sit: Sit) -> None:
    fay, pia, otto = sit(FAY, "facilitate"), sit(PIA, size="phone"), sit(OTTO)
    marks = row(fay, PIA).locator("[data-mark]")
    pia.page.locator("[data-signal=late]").tap()
    pia.page.locator("[data-signal=hand]").tap()
    otto.page.locator("[data-signal=ready]").click()
    expect(otto.page.locator("[data-signal=ready]")).to_have_attribute("aria-pressed", "true")
    expect(marks).to_have_text(["hand up", "needs more time"])
    expect(row(fay, OTTO).locator("[data-mark]")).to_have_text("ready")
    expect(fay.page.locator("[data-role=roster] li").first).to_contain_text(PIA)  # whose hand is up stands on top
    row(fay, PIA).get_by_role("button", name="Pia has been heard").click()
    expect(marks).to_have_text(["needs more time"])
    expect(pia.page.locator("[data-signal=hand]")).to_have_attribute("aria-pressed", "false")
    pia.page.locator("[data-signal=ready]").tap()
    expect(marks).to_have_text(["ready"])

    venue.act(FAY, "hide_cards", activity=venue.activity)
    pia.write("sees", "Only mine for now")
    expect(row(fay, PIA)).to_contain_text("1 card")
    expect(fay.page.locator("[data-role=summary]")).to_contain_text("1 has written · 2 are done")
    expect(fay.page.get_by_text("Only mine for now")).to_have_count(0)
    venue.act(FAY, "reveal_cards", activity=venue.activity)

    fay.page.locator("[data-role=add-seat]").click()
    fay.page.get_by_label("Name of the person without a device").fill("Nia")
    fay.page.keyboard.press("Enter")
    choose(fay, "Nia", "write-for")
    expect(fay.board.locator("[data-role=behalf]")).to_contain_text("You are writing for Nia")
    fay.write("hears", "From Nia")
    expect(pia.card("From Nia")).to_contain_text("Nia")
    fay.page.locator("[data-role=stop-behalf]").click()
    fay.write("hears", "From Fay")
    expect(pia.card("From Fay")).to_contain_text(FAY)
    vote = venue.act(FAY, "open_vote", activity=venue.activity, dots=1, per_card=1).data["vote"]
    choose(fay, "Nia", "write-for")
    given = fay.card("From Fay").locator(".ballot[data-mine]")
    fay.card("From Fay").locator("[data-role=give]").click()
    expect(given).to_have_count(1)
    fay.page.locator("[data-role=stop-behalf]").click()
    expect(given).to_have_count(0)
    fay.card("From Fay").locator("[data-role=give]").click()
    expect(given).to_have_count(1)
    venue.act(FAY, "close_vote", vote=vote)
    expect(pia.card("From Fay").locator(".tally")).to_contain_text("2")
    choose(fay, OTTO, "rename")
    fay.page.get_by_label("New name for “Otto”").fill("Otto B.")
    fay.page.keyboard.press("Enter")
    expect(row(fay, "Otto B.")).to_be_visible()
    choose(fay, FAY, "follow")
    expect(fay.page.get_by_text("A workshop needs a facilitator: let somebody else lead first.")).to_be_visible()


def test_what_is_written_down_while_talking_is_kept(venue: Venue, sit: Sit) -> None:
    card = venue.add(venue.sit(PIA), "They wait")
    venue.act(PIA, "keep_card", card=card)
    fay, pia = sit(FAY, "facilitate", size="tablet"), sit(PIA)
    fay.press("Record")
    expect(fay.page.get_by_text("Please write something first.")).to_be_visible()
    notes = fay.page.get_by_role("textbox", name="Notes")
    notes.fill("Ask Pia\nabout the night")
    notes.blur()
    fay.page.get_by_label("A new thought").fill("Ask *legal*")
    fay.page.keyboard.press("Enter")
    expect(fay.page.get_by_text("Parking lot (1)")).to_be_visible()
    pia.lane("sees").locator("[data-role=parked]").click()
    pia.sees_card("Ask *legal*")
    fay.press("Back to its board")
    expect(fay.page.get_by_text("Parking lot (0)")).to_be_visible()

    for label, text in (("What?", "Call *first*"), ("Why?", "They ask"), ("Who sees to it?", "Otto")):
        fay.page.get_by_role("form").or_(fay.page.get_by_test_id("stForm")).get_by_label(label).first.fill(text)
    fay.page.keyboard.press("Enter")
    fay.press("Record")
    expect(fay.page.get_by_text("Decision: Call *first*")).to_be_visible()
    fay.page.reload()
    expect(notes).to_have_value("Ask Pia\nabout the night")
    for person in (fay, pia):
        person.goes_to("summary")
        expect(person.page.locator(".report .agreed")).to_contain_text("Call *first*They askOtto")
    expect(fay.page.get_by_role("button", name="Download everything (JSON)")).to_be_enabled()
    expect(pia.page.get_by_role("button", name="Download everything (JSON)")).to_have_count(0)


def test_time_is_won_back_with_one_press_or_put_to_the_room(venue: Venue, sit: Sit) -> None:
    fay = sit(FAY, "facilitate")
    expect(fay.page.locator("[data-role=expected-end]")).to_contain_text("will end at")
    expect(fay.page.get_by_text("over its time")).to_have_count(0)
    venue.act(FAY, "close_activity", activity=venue.activity)
    an_hour_ago = as_text(datetime.now(UTC) - timedelta(hours=1))
    again = Command("open_activity", {"activity": venue.activity}, seat=venue.ids[FAY], at=an_hour_ago)
    perform(venue.store, again).result(10)
    expect(fay.page.get_by_text("over its time")).to_be_visible()
    fay.press("Ask the room")
    expect(fay.page.get_by_text("0 have answered")).to_be_visible()
    with venue.store.reading() as db:
        [question] = [row["id"] for row in db.query("select id from votes where workshop = ?", [venue.workshop.id])]
    venue.act(PIA, "answer_question", vote=question, yes=True, dot=new_id())
    expect(fay.page.get_by_text("1 have answered")).to_be_visible()
    fay.press("Close the question")
    expect(fay.page.get_by_text("yes: 1, no: 0")).to_be_visible()
    fay.press("Do it")
    expect(fay.page.get_by_text("8 min", exact=True)).to_be_visible()  # of 15: none loses more than half
    assert venue.events()[-1].kind == "agenda_replanned"
    fay.press("Not now")
    expect(fay.page.get_by_text("over its time")).to_have_count(0)
