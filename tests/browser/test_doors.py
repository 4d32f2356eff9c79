"""The ways in: by code, by link, with a password; and what is said where there is none."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Sit, Visit
from tests.browser.people import Person, has_loaded, pick
from tests.live.venue import FAY, OTTO, PIA, Venue
from tests.server import Server, running

pytestmark = pytest.mark.browser

JOIN, LEAD, PRACTISE = range(3)


def door(page: Page, number: int) -> Locator:
    """One of the three forms of the start page."""
    has_loaded(page)
    return page.get_by_test_id("stForm").nth(number)


def box(form: Locator, number: int) -> Locator:
    return form.get_by_role("textbox").nth(number)


def send(form: Locator) -> None:
    """Press the button of a page that stands still: a sentence that comes or goes could move it away meanwhile."""
    expect(form.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    form.get_by_test_id("stFormSubmitButton").get_by_role("button").click()


SENTENCES = {
    "nl": (
        "Er is geen workshop met deze code. Vraag je begeleider of de code klopt.",
        "Vul je naam in.",
        "Deze workshop is afgesloten. Je kunt alles nog wel lezen.",
    ),
    "de": (
        "Zu diesem Code gibt es keinen Workshop. Bitte fragen Sie bei der Moderation nach.",
        "Bitte geben Sie Ihren Namen ein.",
        "Dieser Workshop ist abgeschlossen. Lesen können Sie ihn weiterhin.",
    ),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_door_that_stays_shut_says_why(venue: Venue, visit: Visit, language: str, screenshots: Path) -> None:
    unknown, nameless, closed = SENTENCES[language]
    page = visit("/", language=language)
    form = door(page, JOIN)
    box(form, 0).fill("QQQ-QQQ")
    box(form, 1).fill("Nia")
    send(form)
    expect(page.get_by_role("alert")).to_contain_text(unknown)
    page.screenshot(path=screenshots / f"wrong-code-{language}.png")
    expect(box(form, 0)).to_have_value("QQQ-QQQ")
    expect(box(form, 1)).to_have_value("Nia")
    box(form, 0).fill(venue.code.lower().replace("-", " "))
    box(form, 1).fill("  ")
    send(form)
    expect(page.get_by_role("alert")).to_contain_text(nameless)
    expect(box(form, 0)).to_have_value(venue.code.lower().replace("-", " "))
    venue.act(FAY, "close")
    box(form, 1).fill("Nia")
    send(form)
    expect(page.get_by_role("alert")).to_contain_text(closed)
    expect(box(form, 1)).to_have_value("Nia")


def test_a_workshop_needs_a_title_and_a_name(visit: Visit) -> None:
    page = visit("/", language="nl")
    form = door(page, LEAD)
    box(form, 1).fill("Wat hebben klanten nodig?")
    box(form, 2).fill("Fay")
    send(form)
    expect(page.get_by_role("alert")).to_contain_text("Geef de workshop een titel.")
    expect(box(form, 1)).to_have_value("Wat hebben klanten nodig?")
    expect(box(form, 2)).to_have_value("Fay")
    box(form, 0).fill("Pakjes")
    box(form, 2).fill("")
    send(form)
    expect(page.get_by_role("alert")).to_contain_text("Vul je naam in.")
    expect(box(form, 0)).to_have_value("Pakjes")
    box(form, 2).fill("Fay")
    send(form)
    page.wait_for_url("**/facilitate?code=*")
    expect(page.locator("[data-role=title]")).to_have_text("Pakjes")


def test_join_from_a_phone_by_link(venue: Venue, visit: Visit) -> None:
    nia = Person(visit(f"/?code={venue.code}", size="phone", language="nl"))
    expect(nia.page.get_by_text("Parcels").first).to_be_visible()
    nia.join("Nia")
    nia.sees_board("empathize")
    nia.field("sees").tap()
    nia.page.keyboard.type("Op mijn telefoon")
    nia.lane("sees").locator("[data-role=add]").tap()
    nia.sees_card("Op mijn telefoon")
    expect(nia.field("sees")).to_be_focused()  # the keyboard stays
    [cookie] = [one for one in nia.page.context.cookies() if one["name"].startswith("cx_seat_")]
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == (
        f"cx_seat_{venue.code.replace('-', '')}",
        True,
        "Lax",
    )
    assert nia.page.evaluate("document.cookie.includes('cx_seat')") is False
    assert cookie["value"] not in nia.page.content()
    nia.page.goto(nia.page.url.replace("/empathize", "/"))
    expect(nia.page.get_by_text("Nia").first).to_be_visible()  # the seat is offered again
    nia.page.get_by_role("button").filter(has_text="Nia").click()
    nia.sees_board("empathize")


def test_practising_starts_on_an_open_board(visit: Visit, screenshots: Path) -> None:
    page = visit("/")
    form = door(page, PRACTISE)
    box(form, 0).fill("My own shop")
    box(form, 1).fill("Sol")
    send(form)
    sol = Person(page)
    sol.sees_board("empathize")
    sol.is_live()
    sol.write("intangible", "Alone")
    sol.sees_card("Alone")
    expect(page.locator("[data-page=facilitate]")).to_have_count(0)
    sol.press("Next: How might we")
    sol.sees_board("define")
    page.screenshot(path=screenshots / "practise.png")


def test_an_agenda_is_chosen_with_its_minutes(visit: Visit) -> None:
    page = visit("/")
    expect(page.get_by_text("75 min of work. Once through all five steps")).to_be_visible()
    pick(page, "Agenda", "Full day")
    expect(page.get_by_text("6 h 03 min of work.")).to_be_visible()
    fay = Person(page)
    fay.lead(title="Late parcels", challenge="", name="Fay")
    expect(page.get_by_text("6 h 03 min of work, 6 h 03 min still to come")).to_be_visible()
    expect(page.get_by_role("link", name="○ Evidence wall")).to_be_visible()
    expect(page.get_by_role("link", name="○ Decision")).to_be_hidden()  # a long agenda folds what is not on


def test_my_workshops_are_those_of_this_browser(venue: Venue, sit: Sit, visit: Visit) -> None:
    pia = sit(PIA)
    pia.page.goto(f"{venue.server.address}/")
    expect(pia.page.get_by_test_id("stPageLink")).to_have_text([re.compile("Library: all methods"), "Parcels"])
    expect(pia.page.get_by_text(f"{venue.code} · participant")).to_be_visible()
    pia.page.get_by_role("link", name="Parcels").click()
    pia.sees_board("empathize")
    stranger = visit("/")
    expect(door(stranger, PRACTISE)).to_be_visible()
    expect(stranger.get_by_text("My workshops on this device")).to_have_count(0)
    expect(stranger.get_by_text(venue.code)).to_have_count(0)


def test_language_is_switched_and_stays(sit: Sit) -> None:
    fay = sit(FAY)
    fay.write("sees", "They wait")
    expect(fay.lane("sees").get_by_role("heading")).to_contain_text("Sees")
    fay.page.locator("[data-language=de]").click()
    for _ in range(2):
        expect(fay.lane("sees").get_by_role("heading")).to_contain_text("Sieht")
        expect(fay.board).to_have_attribute("lang", "de")
        expect(fay.page.get_by_role("button", name="Sperren")).to_be_visible()
        expect(fay.page.locator("[data-language=de]")).to_have_attribute("aria-pressed", "true")
        fay.sees_card("They wait")
        fay.page.reload()
    fay.goes_to("facilitate")
    expect(fay.page.get_by_role("heading", name="Ablauf")).to_be_visible()
    expect(fay.page.get_by_text("Personen (4)")).to_be_visible()
    fay.page.goto(fay.page.url.split("/facilitate")[0])
    expect(fay.page.get_by_role("heading", name="Üben")).to_be_visible()


@pytest.mark.parametrize("page", ["facilitate", "test", "summary"])
def test_without_a_seat_one_is_asked_to_join(venue: Venue, visit: Visit, page: str) -> None:
    venue.add(venue.sit(PIA), "They wait")
    nia = Person(visit(f"/{page}?code={venue.code}"))
    expect(nia.page.get_by_text("You are about to join Parcels.")).to_be_visible()
    expect(nia.page.get_by_text("They wait")).to_have_count(0)
    nia.join("Nia")
    nia.sees_board("empathize")


def test_a_page_of_no_workshop_leads_back(visit: Visit) -> None:
    page = visit("/define?code=QQQ-QQQ")
    sentence = "There is no workshop with this code. Please check it with the facilitator."
    expect(page.get_by_text(sentence)).to_be_visible()
    page.get_by_role("link", name="To the start page").click()
    expect(door(page, PRACTISE)).to_be_visible()


def test_a_ticket_or_cookie_of_nobody_opens_nothing(venue: Venue, visit: Visit) -> None:
    page = visit("/enter/nothing")
    expect(door(page, PRACTISE)).to_be_visible()
    page = visit(f"/empathize?code={venue.code}", seats={venue.code: "forged"})
    expect(page.get_by_text("You are about to join Parcels.")).to_be_visible()


def test_a_room_without_https(venue: Venue, visit: Visit) -> None:
    """Phones come over plain http on a local address, where browsers hold back part of what they can do."""
    nia = Person(visit(f"/?code={venue.code}", host="workshop.test", size="phone"))
    assert nia.page.evaluate("[isSecureContext, typeof crypto.randomUUID]") == [False, "undefined"]
    nia.join("Nia")
    nia.sees_board("empathize")
    nia.write("sees", "One")
    nia.write("sees", "Two")
    expect(nia.board.locator("[data-waiting]")).to_have_count(0)
    assert [card.text for card in venue.cards()] == ["One", "Two"]
    nia.card("One").locator("[data-role=menu]").tap()
    nia.item("edit").tap()
    nia.board.locator("[data-role=edit]").fill("One and a half")
    nia.board.locator("[data-role=save]").tap()
    nia.card("Two").locator("[data-role=menu]").tap()
    nia.item("move").tap()
    nia.menu.locator("[data-to=pains]").tap()
    expect(nia.cards("pains")).to_have_text(["Two"])
    nia.card("Two").locator("[data-role=menu]").tap()
    nia.item("keep").tap()
    expect(nia.card("Two")).to_have_attribute("data-state", "kept")
    nia.board.locator("[data-role=undo]").tap()
    expect(nia.card("Two")).to_have_attribute("data-state", "open")
    venue.act(OTTO, "add_card", activity=venue.activity, card="1" * 32, lane="gains", text="Others too")
    nia.sees_card("Others too")
    expect(nia.cards("sees")).to_have_text(["One and a half"])


class TestPassword:
    """A server that lets only those lead who know its password."""

    @pytest.fixture(scope="class")
    @classmethod
    def server(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
        database = tmp_path_factory.mktemp("password") / "workshops.db"
        with running(database, CX_WORKSHOP_HOST_PASSWORD="sésame") as server:
            yield server

    @pytest.mark.parametrize("wrong", ["", "sesame"])
    def test_is_asked_of_whoever_leads(self, browser: Browser, server: Server, wrong: str) -> None:
        page = browser.new_page(locale="nl")
        page.goto(server.address)
        form = door(page, LEAD)
        box(form, 0).fill("Pakjes")
        box(form, 2).fill("Fay")
        form.locator("[type=password]").fill(wrong)
        send(form)
        expect(page.get_by_role("alert")).to_contain_text("Dit wachtwoord klopt niet.")
        expect(box(form, 0)).to_have_value("Pakjes")
        form.locator("[type=password]").fill("sésame")
        send(form)
        page.wait_for_url("**/facilitate?code=*")
        page.goto(server.address)
        expect(door(page, PRACTISE).locator("[type=password]")).to_be_visible()
        expect(door(page, JOIN).locator("[type=password]")).to_have_count(0)
        page.context.close()
