"""Every page on every screen, in light and dark: nothing sticks out, nothing is too small or too pale."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cx_workshop.process import STEPS
from tests.browser.conftest import SIZES, Sit, Visit
from tests.browser.people import Person
from tests.live.venue import FAY, OTTO, PIA, Venue
from tests.server import Server

pytestmark = pytest.mark.browser

PAGES = ["facilitate", *(step.id for step in STEPS), "summary"]
FINGER = 44
"""CSS pixels that a finger needs."""

STICKS_OUT = """() => {
  const wide = document.scrollingElement.scrollWidth - innerWidth
  const main = document.querySelector('[data-testid=stMain]')  // Streamlit scrolls this, not the window
  return Math.max(wide, main.scrollWidth - main.clientWidth)
}"""

EVERYTHING = """(least) => {
  const above = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host
  function* everything(node = document.querySelector('[data-testid=stMain]')) {
    for (const element of node.querySelectorAll('*')) {
      yield element
      if (element.shadowRoot) yield* everything(element.shadowRoot)
    }
  }
"""
"""The beginning of a script that walks the page's elements, into shadow roots too."""

OVERHANGS = (
    EVERYTHING
    + """
  const board = [...everything()].find((element) => element.matches('.cx-board'))
  const edge = board.getBoundingClientRect().right + 0.5
  return [...board.querySelectorAll('button, h2, h3, textarea, .card, .moved-on')]
    .filter((element) => element.checkVisibility() && !element.closest('.chips'))
    .filter((element) => element.getBoundingClientRect().right > edge)
    .map((element) => element.outerHTML.slice(0, 120))
}"""
)
"""What of the board lies right of it."""

TOO_SMALL = (
    EVERYTHING
    + """
  const touched = 'button, summary, textarea, .pages a'
  const ours = (element) => element.closest('.cx-board, .cx-header')
  const found = [...everything()]
    .filter((element) => element.matches(touched) && ours(element) && element.checkVisibility())
  if (found.length < 10) return [`only ${found.length} found`]
  return found.map((element) => [element.getBoundingClientRect().height, element])
    .filter(([height]) => height < least - 0.5)
    .map(([height, element]) => `${height} ${element.outerHTML.slice(0, 120)}`)
}"""
)
"""Our buttons and fields that are lower than `least`."""

TOO_PALE = (
    EVERYTHING
    + """
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1)
  const light = (colour) => {
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    const [red, green, blue] = colour.slice(0, 3).map((value) => linear(value / 255))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const lastOfGradient = /(rgba?|color|oklab|oklch)\\([^()]*\\)(?= [^,]*\\)?$)/
  const behind = (element) => {
    const layers = []
    for (let node = element; node; node = above(node)) {
      const { backgroundColor, backgroundImage } = getComputedStyle(node)
      layers.push(rgba(backgroundImage.match(lastOfGradient)?.[0] ?? backgroundColor))
      if (layers.at(-1)[3] === 1) break
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1])
  }
  const ink = (element) => {
    const colour = rgba(getComputedStyle(element).color)
    for (let node = element; node; node = above(node)) colour[3] *= getComputedStyle(node).opacity
    return colour
  }
  const wanted = (element) => {
    const { fontSize, fontWeight } = getComputedStyle(element)
    const pixels = parseFloat(fontSize)
    return pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5
  }
  const contrast = (element) => {
    const ground = behind(element)
    const [more, less] = [light(over(ink(element), ground)), light(ground)].sort((a, b) => b - a)
    return (more + 0.05) / (less + 0.05)
  }
  // What stands in a chart has its contrast checked in tests/charts.
  const left_out = ':disabled, script, style, [data-testid=stIconMaterial], .unseen, .unseen *, svg *'
  const isWords = (node) => node.nodeType === 3 && node.textContent.trim()
  const hasWords = (element) => [...element.childNodes].some(isWords)
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(left_out)
  const texts = [...everything()].filter((element) => hasWords(element) && seen(element))
  if (texts.length < 25) return [`only ${texts.length} texts found`]
  return texts.filter((element) => contrast(element) < wanted(element) - 0.01)
    .map((element) => `${contrast(element).toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`)
}"""
)
"""Texts whose contrast is below AA, with their number."""


def fits(page: Page, screenshots: Path, name: str) -> None:
    """At each width, and as a picture of each."""
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"({STICKS_OUT})() <= 0")
        page.screenshot(path=screenshots / f"{name}-{width}.png")
    page.set_viewport_size({"width": 1366, "height": 768})


@pytest.fixture(scope="module")
def demos(server: Server) -> dict[str, tuple[str, str]]:
    """For each language the code of the sample workshop and a path that leads it."""

    def made(language: str) -> tuple[str, str]:
        links = server.command("demo", "--language", language).stdout
        code, path = re.search(r"^Code +(\S+)", links, re.M), re.search(r"^Lead +https?://[^/]+(\S+)", links, re.M)
        assert code and path, links
        return code[1], path[1]

    return {language: made(language) for language in ("nl", "de")}


@pytest.mark.parametrize(("language", "dark"), [("de", False), ("nl", True)])
def test_sample_workshop_fits_and_can_be_read(
    demos: dict[str, tuple[str, str]], visit: Visit, screenshots: Path, language: str, dark: bool
) -> None:
    _code, path = demos[language]
    look = f"{language}-{'dark' if dark else 'light'}"
    person = Person(visit(path, language=language, dark=dark))
    page = person.page
    person.join("Fay")
    pale = {}
    for name in [*PAGES, "start"]:
        if name == "start":
            page.goto(page.url.split("/summary")[0])
            page.locator("img[alt]").wait_for()
        elif not page.url.split("?")[0].endswith(name):
            person.goes_to(name)
        if name == "facilitate":
            page.locator("[data-role=roster] [data-seat]").first.wait_for()
        elif name == "summary":
            page.locator(".report .chosen").first.wait_for()
        elif name != "start":
            expect(person.board.locator("[data-card]").first).to_be_visible()
        fits(page, screenshots, f"{name}-{look}")
        pale[name] = page.evaluate(TOO_PALE)
    assert {name: found for name, found in pale.items() if found} == {}


def test_fingers_find_their_buttons(venue: Venue, sit: Sit) -> None:
    seat = venue.sit(PIA)
    for text in ("One", "Two", "Three"):
        venue.add(seat, text)
    venue.act(PIA, "park_card", card=venue.cards()[0].id)
    fay = sit(FAY, size="small phone")
    fay.page.evaluate("document.fonts.ready")
    fay.lane("sees").locator("[data-role=parked]").tap()
    expect(fay.card("One")).to_be_visible()
    assert fay.page.evaluate(TOO_SMALL, FINGER) == []
    fay.field("sees").fill("A thought")
    fay.card("Two").locator("[data-role=menu]").tap()
    expect(fay.menu).to_be_visible()
    assert fay.page.evaluate(TOO_SMALL, FINGER) == []
    box = fay.menu.bounding_box()
    assert box
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 320, 640)  # a sheet at the bottom
    fay.item("edit").tap()
    assert fay.page.evaluate(TOO_SMALL, FINGER) == []
    fay.board.locator("[data-role=cancel]").tap()
    fay.page.locator("[data-role=pages]").tap()
    assert fay.page.evaluate(TOO_SMALL, FINGER) == []


def test_fingers_find_the_facilitators_controls(venue: Venue, sit: Sit) -> None:
    venue.act(FAY, "start_timer", seconds=600)
    fay = sit(FAY, size="phone")
    fay.page.locator("[data-role=more-controls]").tap()
    expect(fay.page.locator("[data-control=lock]")).to_be_visible()
    assert fay.page.evaluate(TOO_SMALL, FINGER) == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_cards_keep_still_where_motion_is_unwelcome(venue: Venue, sit: Sit, motion: str) -> None:
    pia = sit(PIA, reduced_motion=motion)
    venue.add(venue.sit(OTTO), "They wait")
    pia.sees_card("They wait")
    card = pia.card("They wait")
    assert card.evaluate("card => getComputedStyle(card).transitionDuration") == (
        "0s" if motion == "reduce" else "0.15s"
    )
    if motion == "reduce":
        assert card.evaluate("card => getComputedStyle(card).animationName") == "none"


def test_others_cards_are_announced(venue: Venue, sit: Sit) -> None:
    pia = sit(PIA, language="nl")
    expect(pia.lane("sees")).to_be_visible()
    announcer = pia.board.locator("[data-role=announcer]")
    expect(announcer).to_have_attribute("aria-live", "polite")
    otto = venue.sit(OTTO)
    venue.add(otto, "They wait")
    expect(announcer).to_contain_text("Otto")
    expect(announcer).to_contain_text("They wait")
    for text in ("One", "Two", "Three", "Four"):
        venue.add(otto, text)
    expect(announcer).to_contain_text("wijzigingen van anderen")
    pia.key("They wait", "k")
    expect(announcer).to_contain_text("They wait")
    venue.act(FAY, "lock_board", activity=venue.activity)
    expect(announcer).not_to_contain_text("They wait")


@pytest.mark.parametrize("language", ["nl", "de"])
def test_an_open_board_fits_a_small_phone(venue: Venue, sit: Sit, screenshots: Path, language: str) -> None:
    """With the buttons and fields that a closed one lacks."""
    for name in (FAY, PIA):
        person = sit(name, size="small phone", language=language)
        undo = person.board.locator("[data-role=undo]")
        expect(undo).to_be_visible()
        person.page.screenshot(path=screenshots / f"open-board-320-{language}-{name}.png")
        assert person.page.evaluate(STICKS_OUT) <= 0
        expect(undo).to_be_in_viewport(ratio=1)
        assert person.page.evaluate(OVERHANGS) == []
