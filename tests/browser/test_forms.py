"""The layout "form": sheets that a team fills in together, and surveys that ask everybody once."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.test_axe import violations
from tests.browser.test_layout import STICKS_OUT
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser

PERSONA, TEST_CARD, SURVEY, NPS = "define/persona", "prototype/test_card", "test/sus_form", "test/nps_test"
MAUREEN = "Maureen, 58"


def test_name_a_sheet_and_fill_it_in(venue: Venue, sit: Sit, screenshots: Path) -> None:
    venue.begin("empathize/journey_map")
    journey = venue.activity
    venue.act(FAY, "add_part", activity=journey, kind="sheets", id="m", name="Maureen")
    venue.lay("purchase", "Pays at once", row="doing", sheet="m")
    venue.begin("empathize/reactions")  # the board that the step shows when nothing else is asked for
    step = venue.begin(PERSONA)
    pia, otto = sit(PIA, step), sit(OTTO, step, size="phone")
    expect(pia.field("personas")).to_have_attribute("placeholder", "Name …")
    pia.write("personas", MAUREEN)
    expect(pia.form).to_be_visible()
    expect(pia.asked("text")).to_have_value(MAUREEN)
    pia.chip("type", "User persona").click()
    pia.asked("needs").fill("To be sure that it's right\n\nTo walk to the market")
    pia.asked("quote").fill("  It  might break ")
    pia.chip("journey", "Maureen").click()
    pia.asked("review").fill("2027-03-09")
    pia.page.screenshot(path=screenshots / "form-filling-laptop.png")
    assert violations(pia.page) == []
    pia.form.locator("[data-role=save]").click()
    expect(pia.form).to_have_count(0)
    expect(otto.value(MAUREEN, "type")).to_have_text("User persona")
    expect(otto.value(MAUREEN, "needs").locator("li")).to_have_text(
        ["To be sure that it's right", "To walk to the market"]
    )
    expect(otto.value(MAUREEN, "review")).to_have_text("March 9, 2027")
    expect(otto.value(MAUREEN, "media")).to_have_text("not yet")
    expect(otto.card(MAUREEN).locator(".progress")).to_have_text("5 of 14 filled in")
    otto.page.screenshot(path=screenshots / "form-phone.png", full_page=True)
    otto.card(MAUREEN).locator("[data-role=fill]").tap()
    otto.asked("about").fill("Lives alone")
    otto.form.locator("[data-role=save]").tap()
    otto.nothing_waits()
    expect(pia.value(MAUREEN, "about")).to_have_text("Lives alone")
    [card] = venue.cards()
    assert (card.text, card.fields) == (
        MAUREEN,
        {
            "type": "user",
            "needs": ["To be sure that it's right", "To walk to the market"],
            "quote": "It might break",
            "journey": f"{journey}/m",
            "review": "2027-03-09",
            "about": "Lives alone",
        },
    )
    checks = pia.page.locator(".st-key-chart")
    expect(checks).to_contain_text("Personas: 1. Three to five are enough for an organisation (S3).")
    expect(checks).to_contain_text(f"Evidence, still empty: {MAUREEN}.")
    pia.page.screenshot(path=screenshots / "persona-checks.png", full_page=True)
    pia.value(MAUREEN, "journey").get_by_role("link", name="Maureen").click()
    pia.sees_card("Pays at once")
    expect(pia.board.locator("[role=tab][aria-selected=true] .name")).to_have_text("Maureen")


def test_what_others_save_meanwhile(venue: Venue, sit: Sit, screenshots: Path) -> None:
    """Untouched fields follow quietly; a touched one shows both, and saving replaces only what was seen."""
    step = venue.begin(PERSONA)
    card = venue.lay("personas", MAUREEN)
    pia = sit(PIA, step)
    pia.fill(MAUREEN)
    pia.asked("about").fill("Lives alone")
    pia.asked("quote").press_sequentially("It might")
    theirs = {"about": "Has a dog", "character": "Proud"}
    venue.act(OTTO, "fill_card", card=card, fields=theirs, base={"about": None, "character": None})
    expect(pia.asked("character")).to_have_value("Proud")
    meanwhile = pia.form.locator("[data-question=about] .meanwhile")
    expect(meanwhile).to_contain_text("Has a dog")
    pia.page.screenshot(path=screenshots / "form-meanwhile.png")
    expect(pia.asked("quote")).to_be_focused()
    pia.page.keyboard.type(" break")
    venue.act(OTTO, "fill_card", card=card, fields={"about": "Has a cat"}, base={"about": "Has a dog"})
    expect(meanwhile).to_contain_text("Has a cat")
    pia.type("Control+Enter")
    expect(pia.value(MAUREEN, "about")).to_have_text("Lives alone")
    pia.nothing_waits()
    assert venue.cards()[0].fields == {"about": "Lives alone", "character": "Proud", "quote": "It might break"}

    pia.fill(MAUREEN)
    pia.asked("about").fill("Lives near us")
    venue.act(OTTO, "fill_card", card=card, fields={"about": "Has two cats"}, base={"about": "Lives alone"})
    meanwhile.locator("[data-role=take-theirs]").click()
    expect(pia.asked("about")).to_have_value("Has two cats")
    expect(meanwhile).to_be_hidden()


def test_a_form_survives_a_reload_and_asks_before_it_is_thrown_away(venue: Venue, sit: Sit) -> None:
    step = venue.begin(PERSONA)
    venue.lay("personas", MAUREEN)
    pia = sit(PIA, step)
    pia.fill(MAUREEN)
    pia.asked("about").fill("Lives alone")
    pia.chip("type", "Buyer persona").click()
    pia.page.reload()
    expect(pia.asked("about")).to_have_value("Lives alone")
    expect(pia.chip("type", "Buyer persona").locator("input")).to_be_checked()
    pia.asked("about").click()
    pia.type("Escape")
    expect(pia.form.locator("[data-role=go_on]")).to_be_focused()
    pia.type("Enter")
    expect(pia.asked("about")).to_have_value("Lives alone")
    pia.type("Escape", "Tab", "Enter")
    expect(pia.form).to_have_count(0)
    pia.is_on(pia.card(MAUREEN))
    pia.page.reload()
    pia.sees_card(MAUREEN)
    expect(pia.form).to_have_count(0)


def test_what_was_refused_comes_back_with_both_versions(venue: Venue, sit: Sit) -> None:
    """Written without a network, while somebody else wrote in the same field."""
    step = venue.begin(PERSONA)
    card = venue.lay("personas", MAUREEN)
    pia = sit(PIA, step)
    pia.sees_card(MAUREEN)
    pia.page.context.set_offline(True)
    expect(pia.connection).to_have_attribute("data-connection", "waiting")
    pia.fill(MAUREEN)
    pia.asked("about").fill("Lives alone")
    pia.asked("media").fill("Radio")
    pia.type("Control+Enter")
    expect(pia.value(MAUREEN, "about")).to_have_text("Lives alone")
    venue.act(OTTO, "fill_card", card=card, fields={"about": "Has a dog"}, base={"about": None})
    pia.page.context.set_offline(False)
    expect(pia.form.locator("[data-question=about] .meanwhile")).to_contain_text("Has a dog")
    expect(pia.asked("about")).to_have_value("Lives alone")
    expect(pia.asked("media")).to_have_value("Radio")
    expect(pia.board.locator("[data-role=messages]")).to_contain_text("nothing was overwritten")
    pia.form.locator("[data-role=save]").click()
    expect(pia.form).to_have_count(0)
    pia.nothing_waits()
    assert venue.cards()[0].fields == {"about": "Lives alone", "media": ["Radio"]}


def test_a_result_freezes_its_card(venue: Venue, sit: Sit) -> None:
    step = venue.begin(TEST_CARD)
    card = venue.lay("tests", "They practise more", fields={"criterion": "6 of 8"})
    pia = sit(PIA, step)
    pia.fill("They practise more")
    pia.asked("criterion").fill("2 of 8")
    venue.act(OTTO, "fill_card", card=card, fields={"result": "3 of 8"}, base={"result": None})
    expect(pia.asked("criterion")).not_to_be_editable()
    expect(pia.form.locator(".frozen")).to_be_visible()
    expect(pia.asked("result")).to_have_value("3 of 8")
    pia.asked("result").fill("3 of 8, on four days")
    pia.form.locator("[data-role=save]").click()
    expect(pia.value("They practise more", "result")).to_have_text("3 of 8, on four days")
    expect(pia.board.locator("[data-role=left-over]")).to_have_value(re.compile("2 of 8"))
    pia.nothing_waits()
    assert venue.cards()[0].fields == {"criterion": "6 of 8", "result": "3 of 8, on four days"}


def test_a_field_that_does_not_fit_says_so(venue: Venue, sit: Sit) -> None:
    step = venue.begin("prototype/prototype_card")
    venue.lay("prototypes", "Locker map")
    pia = sit(PIA, step)
    pia.key("Locker map", "Enter")
    pia.asked("link").fill("javascript:alert(1)")
    pia.asked("minutes").fill("20000")
    pia.type("Control+Enter")
    expect(pia.asked("link")).to_be_focused()
    expect(pia.asked("link")).to_have_attribute("aria-invalid", "true")
    expect(pia.form.locator("[data-question=minutes] .problem")).to_have_text("a whole number from 0 to 10000")
    pia.asked("link").fill("example.org/map")
    pia.asked("minutes").fill("20")
    pia.type("Control+Enter")
    link = pia.value("Locker map", "link").locator("a")
    expect(link).to_have_attribute("href", "https://example.org/map")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    pia.nothing_waits()
    assert venue.cards()[0].fields == {"link": "https://example.org/map", "minutes": 20}


def test_a_survey_asks_once_and_lets_one_change(venue: Venue, sit: Sit, screenshots: Path) -> None:
    step = venue.begin(SURVEY)
    pia, fay = sit(PIA, step, size="phone"), sit(FAY, step)
    ask = pia.board.locator("[data-role=ask]")
    for number in range(1, 11):
        pia.chip(f"q{number}", str(1 + number % 5)).tap()
    pia.page.screenshot(path=screenshots / "survey-phone.png")
    assert pia.page.evaluate(STICKS_OUT) <= 0
    assert violations(pia.page) == []
    pia.page.reload()
    expect(pia.chip("q1", "2").locator("input")).to_be_checked()
    ask.locator("[data-role=send]").tap()
    expect(ask).to_have_count(0)
    expect(pia.field("answers")).to_be_hidden()
    mine = pia.board.locator("[data-mine]")
    expect(mine.locator("[data-role=fill]")).to_have_text("Change my answers")
    expect(fay.board.locator("[data-card] [data-field=q1] dd")).to_have_text("2")
    expect(fay.board.locator("[data-role=ask]")).to_be_visible()
    mine.locator("[data-role=fill]").tap()
    pia.chip("q1", "5").tap()
    pia.form.locator("[data-role=save]").tap()
    expect(fay.board.locator("[data-card] [data-field=q1] dd")).to_have_text("5 strongly agree")
    pia.nothing_waits()
    [card] = venue.cards()
    assert (card.text, card.fields) == ("", {f"q{n}": 5 if n == 1 else 1 + n % 5 for n in range(1, 11)})


def test_a_survey_by_keyboard(venue: Venue, sit: Sit) -> None:
    step = venue.begin(NPS)
    pia = sit(PIA, step)
    pia.tab_to(pia.chip("score", "0").locator("input"))
    pia.type("ArrowLeft", "ArrowLeft")
    expect(pia.chip("score", "9").locator("input")).to_be_checked()
    pia.tab_to(pia.asked("text"))
    pia.page.keyboard.type("Fast")
    pia.type("Control+Enter")
    expect(pia.board.locator("[data-mine] [data-field=score] dd")).to_have_text("9")
    pia.is_on(pia.board.locator("[data-mine]"))
    pia.nothing_waits()
    assert [(card.text, card.fields) for card in venue.cards()] == [("Fast", {"score": 9})]


@pytest.mark.parametrize("method", [PERSONA, NPS])
def test_a_form_fits_a_small_phone(venue: Venue, sit: Sit, screenshots: Path, method: str) -> None:
    step = venue.begin(method)
    pia = sit(PIA, step, size="small phone", language="de", dark=True)
    if method == PERSONA:
        venue.lay("personas", "Donaudampfschifffahrtsgesellschaftskapitän", fields={"quote": "x" * 200})
        pia.board.locator("[data-role=fill]").tap()
    else:
        expect(pia.board.locator("[data-role=ask]")).to_be_visible()
    pia.page.screenshot(path=screenshots / f"form-320-dark-{step}.png", full_page=True)
    assert pia.page.evaluate(STICKS_OUT) <= 0
    assert violations(pia.page) == []
