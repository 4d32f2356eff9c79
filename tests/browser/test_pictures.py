"""Pictures on cards: drawn, chosen, sent, enlarged; and what happens where one cannot be sent."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Route, expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.live.venue import OTTO, PIA, Venue

pytestmark = pytest.mark.browser

EIGHTS = "ideate/crazy_eights"


def photo(width: int = 3000, height: int = 2000) -> dict[str, object]:
    """A file that a person may choose."""
    kept = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(kept, "JPEG")
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


def draw_line(person: Person) -> None:
    """From one corner to the other, by mouse."""
    box = person.board.locator("[data-role=canvas]").bounding_box()
    assert box
    mouse = person.page.mouse
    mouse.move(box["x"] + 20, box["y"] + 20)
    mouse.down()
    mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] - 20, steps=10)
    mouse.up()


def is_sent(person: Person) -> None:
    expect(person.board.locator(".picture-there[data-sent]")).to_be_visible()


def test_draw_a_sketch_in_one_go(venue: Venue, sit: Sit, screenshots: Path) -> None:
    step = venue.begin(EIGHTS)
    pia, otto = sit(PIA, step), sit(OTTO, step, size="phone", dark=True)
    pia.board.locator("[data-role=draw]").click()
    done = pia.board.locator("[data-role=done]")
    expect(done).to_be_disabled()
    draw_line(pia)
    pia.type("Control+z")
    expect(done).to_be_disabled()
    draw_line(pia)
    pia.board.locator("[data-role=clear]").click()
    expect(done).to_be_disabled()
    pia.board.locator("[data-role=undo_stroke]").click()
    pia.page.screenshot(path=screenshots / "draw-laptop.png")
    assert violations(pia.page) == []
    pia.page.reload()
    pia.board.locator("[data-role=draw]").click()
    expect(done).to_be_enabled()  # the drawing has waited in this tab
    done.click()
    expect(pia.board.locator("[data-role=alt]")).to_be_focused()
    pia.page.keyboard.type("A door")
    is_sent(pia)
    pia.type("Enter")
    expect(pia.field("sketches")).to_be_focused()
    pia.type("Enter")
    picture = otto.board.locator("[data-card] [data-role=enlarge]")
    expect(picture).to_have_accessible_name("Enlarge: A door")
    picture.tap()
    large = otto.board.locator("[data-role=large]")
    expect(large.locator("img")).to_have_js_property("complete", True)
    assert large.locator("img").evaluate("image => [image.naturalWidth, image.naturalHeight]") == [1200, 900]
    otto.page.screenshot(path=screenshots / "picture-large-phone-dark.png")
    otto.type("Escape")
    expect(large).to_be_hidden()
    expect(picture).to_be_focused()
    pia.nothing_waits()
    [card] = venue.cards()
    assert (card.text, card.fields["image"]["alt"]) == ("", "A door")
    expect(pia.board.locator(".picture-there")).to_be_hidden()


def test_choose_a_file_by_keyboard(venue: Venue, sit: Sit) -> None:
    step = venue.begin("define/persona")
    venue.lay("personas", "Maureen")
    pia = sit(PIA, step, fresh=True)
    # From early on: Playwright takes a moment before it catches the dialog.
    pia.page.on("filechooser", lambda chooser: chooser.set_files([photo()]))
    pia.fill("Maureen")
    pia.tab_to(pia.form.locator("[data-role=choose_picture]"))
    pia.type("Enter")
    expect(pia.board.locator("[data-role=alt]")).to_be_focused()
    pia.page.keyboard.type("Maureen at her window")
    is_sent(pia)
    pia.type("Control+Enter")
    picture = pia.card("Maureen").locator("[data-role=enlarge]")
    expect(picture).to_have_accessible_name("Enlarge: Maureen at her window")
    with venue.store.reading() as db:
        [image] = db.query("select kind, width, height from images where workshop = ?", [venue.workshop.id])
    assert image == {"kind": "image/webp", "width": 2000, "height": 1333}


def test_a_picture_waits_where_there_is_no_network(venue: Venue, sit: Sit) -> None:
    step = venue.begin(EIGHTS)
    pia = sit(PIA, step, size="phone")
    expect(pia.board.locator("[data-role=file-photo]")).to_have_attribute("capture", "environment")
    pia.page.context.set_offline(True)
    pia.board.locator("[data-role=draw]").tap()
    draw_line(pia)
    pia.board.locator("[data-role=done]").tap()
    status = pia.board.locator(".picture-about .note")
    expect(status).to_contain_text("No network")
    pia.field("sketches").fill("A door")
    pia.field("sketches").press("Enter")
    expect(pia.board.locator(".aids .problem")).to_have_text("The picture has not been sent yet.")
    pia.page.context.set_offline(False)
    pia.page.reload()
    pia.is_live()
    pia.board.locator("[data-role=try_again]").tap()
    is_sent(pia)
    pia.field("sketches").press("Enter")
    pia.sees_card("A door")
    pia.nothing_waits()
    assert list(venue.cards()[0].fields) == ["image"]


def test_a_refused_picture_says_why_and_stays(venue: Venue, sit: Sit) -> None:
    step = venue.begin(EIGHTS)
    pia = sit(PIA, step, fresh=True)

    def refuse(route: Route) -> None:
        route.fulfill(status=413, json={"code": "image_too_large", "message": "A picture has at most 10 MB."})

    pia.page.route("**/images/*", refuse)
    pia.board.locator("[data-role=file-choice]").set_input_files([photo(400, 300)])  # type: ignore[list-item]
    expect(pia.board.locator(".picture-about .note")).to_have_text("A picture has at most 10 MB.")
    pia.page.unroute("**/images/*", refuse)
    pia.board.locator("[data-role=try_again]").click()
    is_sent(pia)
    pia.board.locator("[data-role=remove_picture]").click()
    expect(pia.board.locator("[data-role=draw]")).to_be_focused()


def test_photos_of_notes_become_cards(venue: Venue, sit: Sit, screenshots: Path) -> None:
    """Several at once, each with what is to be seen; on a board whose method asks for no picture."""
    pia, otto = sit(PIA), sit(OTTO, size="phone", dark=True)
    files = pia.lane("says_and_does").locator("[data-role=photo-files]")
    asked = [files.get_attribute(name) for name in ("accept", "multiple", "capture")]
    assert asked == ["image/*", "", None]  # a phone offers camera and album
    dialog = pia.board.locator("[data-role=photo-dialog]")
    files.set_input_files([photo(400, 300)])  # type: ignore[list-item]
    expect(dialog.locator("[data-role=alt]")).to_be_focused()
    pia.type("Escape")
    expect(dialog).to_be_hidden()
    files.set_input_files([photo(), photo(300, 400), photo(400, 300)])  # type: ignore[list-item]
    expect(dialog.locator(".picture-there[data-sent]")).to_have_count(3)
    pia.page.keyboard.type("“I rang twice”")
    pia.page.screenshot(path=screenshots / "photos-laptop.png")
    assert violations(pia.page) == []
    dialog.locator("[data-role=remove_picture]").nth(1).click()
    dialog.get_by_role("button", name="Add 2 cards").click()
    expect(dialog).to_be_hidden()
    pictures = otto.lane("says_and_does").locator("[data-card] [data-role=enlarge]")
    expect(pictures).to_have_count(2)
    expect(pictures.first).to_have_accessible_name("Enlarge: “I rang twice”")
    pia.nothing_waits()
    second = pia.lane("says_and_does").locator("[data-card]").nth(1)
    second.focus()
    pia.type("f")
    pia.form.locator("[data-role=alt]").fill("A queue")
    pia.type("Control+Enter")
    expect(pictures.nth(1)).to_have_accessible_name("Enlarge: A queue")
    assert [(card.text, card.fields["photo"]["alt"]) for card in venue.cards()] == [
        ("", "“I rang twice”"),
        ("", "A queue"),
    ]
    otto.page.screenshot(path=screenshots / "photos-phone-dark.png")
    pia.goes_to("summary")
    shown = pia.page.get_by_role("img", name="A queue")
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("naturalWidth", 400)
