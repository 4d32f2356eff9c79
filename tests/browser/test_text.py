"""Whatever people type is shown as they typed it, wherever it appears."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SIZES, Sit, Visit
from tests.browser.people import Person
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser

HACK = "window.hacked = true"
TEXTS = [
    f'<img src=x onerror="{HACK}">',
    f"<script>{HACK}</script><b>bold</b>",
    f"[a link](javascript:{HACK}) ![](http://example.invalid/x.png)",
    "**stars** _lines_ `code` ~~gone~~ # 1. - > |a|b|",
    ":red[x] :material/home: :small[y] :blue-background[z] :smile:",
    "$x$ and $$y$$ cost $5 to $6",
    "{name} {n} %s %(x)s &amp; &lt;b&gt; \\n \\*",
    "مرحبا بالعالم، الطرد متأخر",
    "👩‍👩‍👧‍👦 🏳️‍🌈 é ﷽ 𝔘𝔫𝔦",
    "line one\nline two\n\nline four",
]
TITLE = f'<img src=x onerror="{HACK}"> :red[x] $x$ and $y$ **b** _i_ [l](javascript:{HACK})'
CHALLENGE = f"<script>{HACK}</script> :red[why] $1$ **not** `so`\n# heading\n- list"
NAME = "<b>Zoë</b> :red[x] $1 $2 **b** _i_ `c` ~~d~~"


def listen(page: Page, dialogs: list[str]) -> None:
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))


def nothing_ran(page: Page) -> None:
    assert page.evaluate("window.hacked") is None
    expect(page.locator("img[src=x], script:text('hacked'), a[href^=javascript]")).to_have_count(0)


def shows(page: Page, text: str) -> None:
    """Somewhere on the page, as one visible element's text, exactly."""
    expect(page.get_by_text(text, exact=True).first).to_be_visible()


def test_cards_are_shown_as_typed(venue: Venue, sit: Sit, screenshots: Path) -> None:
    pia, otto = sit(PIA), sit(OTTO, size="phone")
    for text in TEXTS:
        pia.field("sees").fill(text)
        pia.field("sees").press("Enter")
    for person in (pia, otto):
        expect(person.cards("sees")).to_have_count(len(TEXTS))
        assert person.cards("sees").evaluate_all("all => all.map(one => one.textContent)") == TEXTS
    nothing_waits = pia.board.locator("[data-waiting]")
    expect(nothing_waits).to_have_count(0)
    assert pia.cards("sees").nth(7).evaluate("one => getComputedStyle(one).direction") == "rtl"
    pia.key(TEXTS[0], "Enter")
    expect(pia.menu).to_have_attribute("aria-label", re.compile(re.escape(TEXTS[0][:20])))
    pia.page.keyboard.press("Escape")
    pia.page.screenshot(path=screenshots / "text-board.png", full_page=True)
    nothing_ran(pia.page)
    for card in venue.cards():
        venue.act(PIA, "keep_card", card=card.id)
    pia.goes_to("summary")
    report = pia.page.locator(".report")
    for text in TEXTS:
        expect(report).to_contain_text(text, use_inner_text=True)
    nothing_ran(pia.page)
    pia.page.screenshot(path=screenshots / "text-summary.png", full_page=True)


def test_title_challenge_and_names_are_shown_as_typed(visit: Visit, screenshots: Path) -> None:
    dialogs: list[str] = []
    page = visit("/")
    listen(page, dialogs)
    fay = Person(page)
    fay.lead(title=TITLE, challenge=CHALLENGE, name=NAME)
    fay.is_live()
    expect(page.locator("[data-role=title]")).to_have_text(TITLE)
    expect(page.locator("[data-role=roster] .name")).to_have_text(f"{NAME} (you)")
    page.get_by_role("button", name=f"What to do for {NAME}", exact=True).click()
    page.get_by_role("menuitem", name="Remove …").click()
    expect(page.get_by_role("menuitem", name=f"Remove {NAME}; the cards stay", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.screenshot(path=screenshots / "text-facilitate.png", full_page=True)
    page.locator("[data-role=people]").click()
    expect(page.locator("[data-role=header] [data-seat]")).to_contain_text(f"{NAME} (you)")
    page.keyboard.press("Escape")
    fay.press("Open Empathy map")
    fay.write("sees", "They wait")
    nothing_ran(page)
    fay.goes_to("summary")
    shows(page.locator(".report"), TITLE)
    expect(page.locator(".report")).to_contain_text("<script>window.hacked = true</script> :red[why] $1$ **not** `so`")
    expect(page.locator(".report")).to_contain_text(NAME)
    nothing_ran(page)
    page.screenshot(path=screenshots / "text-summary-title.png", full_page=True)
    code = fay.code
    page.goto(page.url.split("/summary")[0])
    mine = my_workshop(page)
    expect(mine).to_have_text(TITLE)
    nothing_ran(page)
    page.screenshot(path=screenshots / "text-start.png", full_page=True)
    page.goto(f"{page.url.rstrip('/')}/?code={code}")
    expect(page.get_by_text(f"You are about to join {TITLE}.")).to_be_visible()
    expect(page.get_by_text(f"You already have a seat here: {NAME}, facilitator.")).to_be_visible()
    expect(page.get_by_role("button", name=f"Go on as {NAME}", exact=True)).to_be_visible()
    nothing_ran(page)
    assert dialogs == []


def test_ten_thousand_characters_and_not_one_more(venue: Venue, sit: Sit) -> None:
    pia, fay = sit(PIA), sit(FAY)
    long = "abcdefghi " * 999 + "0123456789"
    pia.field("sees").fill(long)
    expect(pia.lane("sees")).to_contain_text("0 characters left")
    pia.field("sees").fill(f"{long}!")
    expect(pia.lane("sees")).to_contain_text("1 over the limit")
    pia.field("sees").press("Enter")
    expect(pia.field("sees")).to_have_value(f"{long}!")
    expect(pia.cards("sees")).to_have_count(0)
    pia.field("sees").fill(f"  {long}\n ")  # what is around a text is not part of it
    pia.field("sees").press("Enter")
    pia.field("sees").fill("👩" * 10_000)
    pia.field("sees").press("Enter")
    for person in (pia, fay):
        expect(person.cards("sees")).to_have_text([long, "👩" * 10_000])
    expect(pia.board.locator("[data-waiting]")).to_have_count(0)
    assert [len(card.text) for card in venue.cards()] == [10_000, 10_000]


def as_typed(text: str) -> re.Pattern[str]:
    """The text, with or without the joiner behind a colon that nobody sees."""
    return re.compile(re.escape(text).replace(":", ":\u2060?"))


def my_workshop(page: Page) -> Locator:
    """The first of "my workshops" on the start page."""
    return page.get_by_test_id("stPageLink").filter(has=page.locator("a[href*='code=']")).first


@pytest.mark.parametrize("word", [":smile:", ":material/home:"])
def test_a_word_between_colons_is_no_picture(visit: Visit, word: str) -> None:
    """Streamlit makes pictures of such words in Markdown and in labels."""
    fay = Person(visit("/"))
    fay.lead(title=f"Title {word}", challenge="", name=f"Fay {word}")
    fay.is_live()
    expect(fay.page.locator("[data-role=roster] .name")).to_have_text(f"Fay {word} (you)")
    start = fay.page.url.split("/facilitate")[0]
    code = fay.code
    fay.page.goto(start)
    expect(my_workshop(fay.page)).to_have_text(as_typed(f"Title {word}"))
    fay.page.goto(f"{start}/?code={code}")
    expect(fay.page.get_by_text(as_typed(f"You are about to join Title {word}."))).to_be_visible()
    expect(fay.page.get_by_text(as_typed(f"Go on as Fay {word}"))).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_a_title_without_spaces_breaks_no_header(visit: Visit, screenshots: Path, dark: bool) -> None:
    page = visit("/", size="small phone", dark=dark, language="de")
    fay = Person(page)
    fay.lead(title="Donaudampfschiff" * 12 + "fahrtxxx", challenge="x" * 1000, name="W" * 60)
    fay.is_live()
    for name in ("facilitate", "empathize", "summary"):
        if name != "facilitate":
            fay.goes_to(name)
        if name == "summary":
            page.locator(".report").wait_for()
        for size in ("small phone", "phone", "laptop", "projector"):
            page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
            expect(page.locator("[data-role=languages]")).to_be_in_viewport(ratio=1)
            expect(page.locator("[data-role=connection]")).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.scrollingElement.scrollWidth") <= SIZES[size][0]
            if size == "small phone":
                page.screenshot(path=screenshots / f"long-title-{name}{'-dark' if dark else ''}.png")
        page.set_viewport_size({"width": 320, "height": 640})
