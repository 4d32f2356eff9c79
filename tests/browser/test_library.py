"""The library: searched as one types, read in one's own language, printed, and put into an agenda."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from cx_workshop.storage import queries
from tests.browser.conftest import Sit, Visit
from tests.browser.test_axe import LOOKS, violations
from tests.browser.test_layout import STICKS_OUT, TOO_PALE, fits
from tests.live.venue import FAY, PIA, Venue

pytestmark = pytest.mark.browser


def names(page: Page) -> list[str]:
    return page.locator("[data-entry] strong").all_inner_texts()


def test_a_method_is_searched_read_and_printed(visit: Visit, screenshots: Path) -> None:
    page = visit("/", language="nl")
    page.get_by_test_id("stPageLink").get_by_role("link").first.click()
    search = page.locator("[data-role=search]")
    expect(search).to_be_focused()
    page.keyboard.type("KLANTRÉIS")
    expect(page.locator("[data-entry='method=empathize/journey_map']")).to_be_visible()
    assert "Klantreis" in names(page)
    assert "Persona" not in names(page)
    page.locator("[data-entry='method=empathize/journey_map']").click()
    leaf = page.locator(".leaf")
    expect(leaf.get_by_role("heading", name="Klantreis", level=1)).to_be_focused()
    expect(leaf.locator(".sketch tbody tr")).to_have_count(10)
    expect(leaf.locator(".sources")).to_contain_text("Samenvatting Customer Journey")
    with page.expect_download() as worksheet:
        page.get_by_role("button", name="Werkblad A3").click()
    [sheet] = PdfReader(worksheet.value.path()).pages
    assert (sheet.mediabox.width, "Klantreis" in sheet.extract_text()) == (pytest.approx(1191, abs=1), True)
    page.emulate_media(media="print")
    expect(leaf).to_be_visible()
    for away in (
        page.locator("[data-role=header]"),
        page.locator("[data-role=print]"),
        page.get_by_test_id("stPageLink").first,
    ):
        expect(away).to_be_hidden()
    page.pdf(path=screenshots / "leaf.pdf", format="A4")
    page.emulate_media(media="screen")
    page.go_back()
    expect(search).to_have_value("KLANTRÉIS")
    expect(page.locator("[data-entry='method=empathize/journey_map']")).to_be_focused()


def test_filters_work_together_and_are_cleared(visit: Visit) -> None:
    page = visit("/library")
    shelf = page.locator("[data-role=shelf]")
    shelf.locator("[data-step=define]").click()
    shelf.get_by_label("Time", exact=True).select_option(label="up to 10 min")
    expect(page.locator("[data-entry]")).to_have_count(1)
    assert names(page) == ["Core problem"]
    shelf.get_by_label("People", exact=True).fill("11")
    expect(shelf.get_by_text("Nothing fits all of this.")).to_be_visible()
    shelf.locator("[data-role=clear]").click()
    expect(shelf.get_by_role("heading", name="What stands behind it")).to_be_visible()
    shelf.locator("[data-entry='concept=paradoxes']").click()
    expect(page.locator(".leaf .number").first).to_contain_text("94")
    page.get_by_role("link", name="▽ Define: Persona").click()
    expect(page.get_by_role("heading", name="Persona", level=1)).to_be_visible()


def test_prompts_for_later_open_when_asked(visit: Visit) -> None:
    page = visit("/library?method=ideate/silent_writing")
    prompt = page.get_by_text("And without a screen?")
    expect(prompt).to_be_hidden()
    page.get_by_role("heading", name="When somebody is stuck").click()
    expect(prompt).to_be_visible()


def test_a_facilitator_adds_a_method_to_the_agenda(venue: Venue, sit: Sit) -> None:
    fay, pia = sit(FAY, "facilitate"), sit(PIA, "library")
    fay.goes_to("library")
    fay.page.locator("[data-entry='method=empathize/six_lenses']").click()
    fay.page.get_by_role("button", name="Add to the agenda").click()
    expect(fay.page.get_by_text("In the agenda already: 1 ×")).to_be_visible()
    expect(fay.page.get_by_role("heading", name="Six lenses", level=1)).to_be_visible()
    assert f"code={venue.code}" in fay.page.url
    with venue.store.reading() as db:
        agenda = [activity.method for activity in queries.agenda_of(db, venue.workshop.id)]
    assert agenda[:3] == ["empathize/empathy_map", "empathize/six_lenses", "define/how_might_we"]
    fay.goes_to("facilitate")
    fay.press("Print …")
    for button, pages in (("Run sheet", 1), ("Worksheets of this agenda, A4", len(agenda))):
        with fay.page.expect_download() as printed:
            fay.page.get_by_role("button", name=button).click()
        assert len(PdfReader(printed.value.path()).pages) == pages
    pia.page.locator("[data-entry='method=empathize/six_lenses']").click()
    expect(pia.page.get_by_role("heading", name="Six lenses", level=1)).to_be_visible()
    expect(pia.page.get_by_role("button", name="Add to the agenda")).to_have_count(0)
    pia.goes_to("empathize")
    pia.sees_board("empathize")


@LOOKS
def test_axe_finds_nothing(visit: Visit, dark: bool) -> None:
    page = visit("/library", dark=dark)
    page.locator("[data-entry]").first.wait_for()
    assert violations(page) == []
    for leaf in (
        "method=empathize/journey_map",
        "method=ideate/impact_effort",
        "method=define/persona",
        "concept=humanlike",
    ):
        page.goto(page.url.split("?")[0] + "?" + leaf)
        page.locator("[data-role=print]").wait_for()
        assert violations(page) == []


@pytest.mark.parametrize(("language", "dark"), [("de", False), ("nl", True)])
def test_every_size_fits(visit: Visit, screenshots: Path, language: str, dark: bool) -> None:
    page = visit("/library", language=language, dark=dark)
    page.locator("[data-entry]").first.wait_for()
    fits(page, screenshots, f"library-{language}")
    assert page.evaluate(TOO_PALE) == []
    for layout in (
        "empathize/six_lenses",
        "empathize/journey_map",
        "define/themes",
        "ideate/how_now_wow",
        "empathize/paradoxes",
    ):
        page.goto(f"{page.url.split('?')[0]}?method={layout}")
        page.locator("[data-role=print]").wait_for()
        fits(page, screenshots, f"leaf-{layout.split('/')[1]}-{language}")
        assert page.evaluate(STICKS_OUT) <= 0
        assert page.evaluate(TOO_PALE) == []
