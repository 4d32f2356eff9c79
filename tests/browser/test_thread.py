"""The thread: cards that rest on others, what was kept before, and prompts."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.browser.test_axe import violations
from tests.browser.test_themes import lay, plan
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


@pytest.fixture
def kept(venue: Venue) -> list[str]:
    """Two cards that were kept on the empathy map, where a third one lies."""
    first, second, _ = lay(venue, "Waits Worries Walks", "sees")
    for card in (first, second):
        venue.act(FAY, "keep_card", card=card)
    return [first, second]


def line(person: Person, text: str) -> Locator:
    return person.card(text).locator(".rests")


def panel(person: Person) -> Locator:
    return person.board.locator("[data-role=panel]")


def option(person: Person, text: str) -> Locator:
    return panel(person).get_by_role("button", name=text)


def drawer(person: Person) -> Locator:
    return person.board.locator("[data-role=hand]")


def test_from_what_was_kept_to_a_question(venue: Venue, sit: Sit, kept: list[str]) -> None:
    plan(venue, "define/how_might_we")
    pia, otto = sit(PIA, "define"), sit(OTTO, "define")
    drawer(pia).get_by_text("Kept before: 2").click()
    drawer(pia).get_by_role("button", name="Make the next card from “Waits”").click()
    chip = pia.page.locator("[data-role=made-from]")
    expect(chip).to_contain_text("from: Waits")
    pia.is_on(pia.field("findings"))
    pia.field("questions").focus()
    expect(pia.lane("questions").locator("[data-role=made-from]")).to_be_visible()  # it goes along
    pia.write("questions", "How?")
    expect(chip).to_have_count(0)
    expect(line(otto, "How?")).to_have_text("rests on 1 card")
    expect(drawer(pia).locator("li", has_text="Waits")).to_contain_text("used here")
    drawer(pia).get_by_role("button", name="Take over “Worries”").click()
    expect(line(otto, "Worries")).to_have_text("rests on 1 card")

    pia.page.context.set_offline(True)
    pia.card("How?").locator("[data-role=menu]").click()
    pia.item("made_from").click()
    expect(option(pia, "Waits")).to_have_attribute("aria-pressed", "true")
    expect(option(pia, "Worries")).to_have_count(2)  # the one kept before, and its copy here
    option(pia, "Worries").last.click()
    expect(line(pia, "How?")).to_have_text("rests on 2 cards")
    pia.page.context.set_offline(False)
    expect(line(otto, "How?")).to_have_text("rests on 2 cards")
    pia.type("Escape")

    line(otto, "How?").click()
    expect(panel(otto)).to_contain_text("Empathy map")
    otto.page.get_by_role("button", name="No longer rests on “Worries”").click()
    expect(line(pia, "How?")).to_have_text("rests on 1 card")
    otto.type("Escape")
    otto.is_on(line(otto, "How?"))
    otto.type("Control+z")
    expect(line(pia, "How?")).to_have_text("rests on 2 cards")

    pia.card("Worries").locator("[data-role=menu]").click()
    pia.item("made_from").click()
    option(pia, "How?").click()
    expect(pia.board.locator("[data-role=messages]")).to_contain_text("already rests on this one")
    expect(option(pia, "How?")).to_have_attribute("aria-pressed", "false")


def test_the_thread_by_keys_alone(venue: Venue, sit: Sit, kept: list[str]) -> None:
    plan(venue, "define/how_might_we")
    lay(venue, "First", "questions")
    pia = sit(PIA, "define")
    pia.tab_to(pia.card("First"))
    pia.type("m")
    pia.is_on(pia.field("questions"))
    off = pia.board.locator("[data-role=made-from] button")
    pia.tab_to(off, back=True)
    pia.type("Enter")
    expect(off).to_have_count(0)
    pia.is_on(pia.field("questions"))
    pia.tab_to(pia.card("First"), back=True)
    pia.type("m")
    pia.page.keyboard.type("Second")
    pia.type("Enter")
    expect(line(pia, "Second")).to_have_text("rests on 1 card")
    pia.tab_to(pia.card("First"), back=True)
    pia.type("ArrowDown", "Tab")
    pia.is_on(line(pia, "Second"))
    pia.type("Enter")
    expect(panel(pia)).to_be_focused()
    expect(panel(pia)).to_contain_text("This board")
    pia.type("Escape")
    pia.is_on(line(pia, "Second"))
    pia.type("Shift+Tab", "ArrowUp")
    pia.is_on(pia.card("First"))
    pia.type("m")
    pia.page.keyboard.type("Third")
    pia.type("Enter")
    pia.tab_to(pia.card("First"), back=True)
    pia.type("ArrowDown", "Enter")
    pia.item("merge").press("Enter")
    expect(panel(pia)).to_contain_text("Merge “Second” into")
    pia.is_on(option(pia, "First"))
    pia.type("ArrowDown", "Enter")
    expect(pia.cards("questions")).to_have_text(["First", "Third\nSecond"])
    pia.is_on(pia.card("Third\nSecond"))
    pia.type("Control+z")
    expect(pia.cards("questions")).to_have_text(["First", "Second", "Third"])


def test_all_that_was_kept_becomes_a_pile(venue: Venue, sit: Sit, kept: list[str]) -> None:
    plan(venue, "define/themes")
    pia, olga = sit(PIA, "define", size="phone"), sit(OLGA, "define")
    drawer(pia).locator("summary").click()
    drawer(pia).get_by_role("button", name="Take over all 2 cards").click()
    expect(olga.cards("loose")).to_have_text(["Waits", "Worries"])
    expect(drawer(pia).locator("[data-role=take-all]")).to_be_hidden()
    drawer(pia).get_by_role("combobox").select_option(label="All cards of “Empathy map”")
    drawer(pia).get_by_role("button", name="Take over “Walks”").click()
    expect(olga.cards("loose")).to_have_text(["Waits", "Worries", "Walks"])
    assert violations(pia.page) == []
    drawer(olga).locator("summary").click()
    expect(drawer(olga)).to_contain_text("used here")
    expect(drawer(olga).get_by_role("button")).to_have_count(0)


def test_prompts_come_when_the_facilitator_shows_them(venue: Venue, sit: Sit) -> None:
    plan(venue, "ideate/silent_writing")
    fay, pia = sit(FAY, "ideate"), sit(PIA, "ideate")
    expect(pia.board.locator("[data-role=prompts]")).to_be_hidden()
    expect(pia.board.locator("[data-role=show-prompts]")).to_be_hidden()
    pia.field(pia.board.locator("section[data-lane]").first.get_attribute("data-lane") or "").fill("Half a thought")
    fay.board.locator("[data-role=show-prompts]").click()
    expect(fay.board.locator("[data-role=prompts]")).to_be_visible()
    pia.board.locator("[data-role=prompts]").get_by_text("Stuck?").click()
    prompt = pia.board.locator(".prompt")
    first = prompt.text_content() or ""
    pia.board.locator("[data-role=another]").click()
    expect(prompt).not_to_have_text(first)
    expect(pia.board.locator("textarea[data-role=write]").first).to_have_value("Half a thought")
