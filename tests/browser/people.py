"""What a person does on the screens, in the words of a workshop."""

import re

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 80


def has_loaded(page: Page) -> None:
    """Streamlit fetches the code of its fields late, and forgets what was typed before the last has come."""
    page.wait_for_load_state("networkidle")


def pick(page: Page, label: str, option: str) -> None:
    """Choose from a list. One that opens while the page still scrolls closes again, so the page scrolls first."""
    field = page.get_by_role("combobox", name=label).first
    field.scroll_into_view_if_needed()
    field.click()
    page.get_by_role("option", name=option).click()


class Person:
    """Somebody before a browser, in their own language."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def code(self) -> str:
        found = re.search(r"code=([A-Z0-9-]+)", self.page.url)
        assert found, self.page.url
        return found[1]

    def stands_still(self) -> None:
        """The page has run: nothing that is about to be pressed moves away any more, as it would from under no hand."""
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def lead(self, *, title: str, challenge: str, name: str) -> None:
        """Create a workshop by the middle door; the form's fields stand in their order."""
        has_loaded(self.page)
        form = self.page.get_by_test_id("stForm").nth(1)
        form.get_by_role("textbox").nth(0).fill(title)
        form.get_by_role("textbox").nth(1).fill(challenge)
        form.get_by_role("textbox").nth(2).fill(name)
        form.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
        self.page.wait_for_url("**/facilitate?code=*")

    def join(self, name: str) -> None:
        """On a join link: the name is all that is asked."""
        has_loaded(self.page)
        form = self.page.get_by_test_id("stForm")
        form.get_by_role("textbox").fill(name)
        form.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
        self.page.wait_for_url(re.compile(r"/(facilitate|empathize|define|ideate|prototype|test)\?code="))
        self.is_live()

    def is_live(self) -> None:
        expect(self.connection).to_have_attribute("data-connection", "live")

    def press(self, name: str | re.Pattern[str]) -> None:
        self.stands_still()
        self.page.get_by_role("button", name=name).first.click()

    def sees_board(self, step: str) -> None:
        """The step's board is on the screen, and the page behind it has followed."""
        self.page.wait_for_url(re.compile(rf"/{step}\?code="))
        expect(self.board.locator("[data-lane]").first).to_be_visible()

    @property
    def board(self) -> Locator:
        return self.page.locator("[data-role=board]")

    @property
    def connection(self) -> Locator:
        return self.page.locator("[data-role=connection]")

    @property
    def menu(self) -> Locator:
        return self.board.get_by_role("menu")

    def item(self, act: str) -> Locator:
        """An item of the open menu."""
        return self.menu.locator(f"[data-act={act}]")

    def field(self, lane: str) -> Locator:
        return self.lane(lane).locator("textarea[data-role=write]")

    def cards(self, lane: str) -> Locator:
        """The cards that lie in a lane, from top to bottom; not the parked ones."""
        return self.lane(lane).locator(".cards >> nth=0").locator("[data-card] > .text")

    def lane(self, lane: str) -> Locator:
        return self.board.locator(f"section[data-lane={lane}]")

    def write(self, lane: str, text: str) -> None:
        field = self.field(lane)
        field.fill(text)
        field.press("Enter")

    def card(self, text: str) -> Locator:
        return self.board.locator("[data-card]", has=self.page.get_by_text(text, exact=True)).first

    def sees_card(self, text: str) -> None:
        expect(self.card(text)).to_be_visible()

    def key(self, text: str, key: str) -> None:
        """Press a key on a card."""
        self.focus(text)
        self.page.keyboard.press(key)

    def focus(self, text: str) -> None:
        """Stand on a card, as soon as it can have the focus: not while the board still fetches its look."""
        self.sees_card(text)
        self.card(text).focus()

    def type(self, *keys: str) -> None:
        """Press keys one after another, wherever the focus is."""
        for key in keys:
            self.page.keyboard.press(key)

    def fill(self, text: str) -> Locator:
        """Open the form of a card by its key; the form."""
        self.key(text, "f")
        expect(self.form).to_be_visible()
        return self.form

    @property
    def form(self) -> Locator:
        return self.board.locator("[data-role=filling]")

    def asked(self, field: str) -> Locator:
        """What one types, or the row of chips, of one question."""
        return (
            self.board.locator(f"[data-question={field}]").locator("textarea, input:not([type]), .radios, input").first
        )

    def nothing_waits(self) -> None:
        """The server has answered everything."""
        expect(self.board.locator("[data-waiting]")).to_have_count(0)

    def chip(self, field: str, name: str) -> Locator:
        within = self.board.locator(f"[data-question={field}], [data-quick={field}]").locator("visible=true")
        return within.locator("label.chip", has_text=re.compile(f"^{re.escape(name)}$"))

    def value(self, text: str, field: str) -> Locator:
        """What a card says in one of its fields."""
        return self.card(text).locator(f"[data-field={field}] dd")

    def tab_to(self, target: Locator, *, back: bool = False) -> None:
        """Press Tab until the focus is there; a page whose Tab never gets there fails."""
        target.wait_for()
        for _ in range(MOST_TABS):
            self.type("Shift+Tab" if back else "Tab")
            if target.evaluate("element => element.getRootNode().activeElement === element"):
                return
        raise AssertionError(f"{MOST_TABS} times Tab do not lead to {target}")

    def is_on(self, target: Locator) -> None:
        """The focus is there, and stays there when the server has answered."""
        expect(target).to_be_focused()
        expect(self.board.locator("[data-waiting]")).to_have_count(0)
        expect(target).to_be_focused()

    def goes_to(self, page: str) -> None:
        """By the header's row of pages, or on a phone by its list."""
        button = self.page.locator("[data-role=pages]")
        if button.is_visible():
            button.click()
        self.page.locator(f"[data-page={page}]").click()
        self.page.wait_for_url(re.compile(rf"/{page}\?code="))
