"""Networks that go away and servers that stop: what people write meanwhile arrives once, in its order."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.people import Person
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def export(venue: Venue, folder: Path) -> dict[str, Any]:
    """The workshop as the command line hands it out."""
    file = folder / "workshop.json"
    done = venue.server.command("export", venue.code, "--format", "json", "--output", str(file))
    assert done.returncode == 0, done.stderr
    archive: dict[str, Any] = json.loads(file.read_text())
    return archive


def ids(person: Person, lane: str) -> list[str]:
    """The cards' ids on screen, from top to bottom."""
    found: list[str] = person.lane(lane).locator("[data-card]").evaluate_all("all => all.map(one => one.dataset.card)")
    return found


def nothing_waits(person: Person) -> None:
    expect(person.board.locator("[data-waiting]")).to_have_count(0)
    expect(person.connection).to_have_attribute("data-waiting", "0")
    person.is_live()


WORDS = {"en": ("no network: 1 waiting", "waiting"), "nl": ("geen netwerk: nog 1 te versturen", "wacht nog")}


@pytest.mark.parametrize("language", WORDS)
def test_without_a_network_cards_wait_and_say_so(venue: Venue, sit: Sit, language: str, screenshots: Path) -> None:
    sentence, waiting = WORDS[language]
    pia, otto = sit(PIA, language=language, size="phone"), sit(OTTO)
    pia.page.context.set_offline(True)
    pia.write("sees", "In the tunnel")
    expect(pia.card("In the tunnel")).to_have_attribute("data-waiting", "")
    expect(pia.card("In the tunnel")).to_contain_text(waiting)
    expect(pia.connection).to_have_attribute("data-connection", "waiting")
    expect(pia.connection).to_contain_text(sentence)
    pia.page.screenshot(path=screenshots / f"offline-{language}.png")
    venue.act(FAY, "lock_board", activity=venue.activity)
    venue.act(FAY, "unlock_board", activity=venue.activity)
    venue.add(venue.sit(OTTO), "Meanwhile")
    otto.sees_card("Meanwhile")
    expect(pia.card("Meanwhile")).to_have_count(0)
    pia.page.context.set_offline(False)
    for person in (pia, otto):
        expect(person.cards("sees")).to_have_text(["Meanwhile", "In the tunnel"])
    nothing_waits(pia)


def test_what_was_written_while_the_server_was_away_arrives_once(venue: Venue, sit: Sit, tmp_path: Path) -> None:
    pia = sit(PIA)
    pia.write("sees", "Before")
    nothing_waits(pia)
    venue.server.kill()
    for text in ("One", "Two", "Three"):
        pia.write("sees", text)
    pia.key("Two", "e")
    pia.page.keyboard.type(" and a half")
    pia.type("Enter")
    expect(pia.connection).to_contain_text("no network: 4 waiting")
    texts = ["Before", "One", "Two and a half", "Three"]
    expect(pia.cards("sees")).to_have_text(texts)
    written = ids(pia, "sees")
    venue.server.start()
    pia.page.reload()
    expect(pia.cards("sees")).to_have_text(texts)
    nothing_waits(pia)
    assert ids(pia, "sees") == written
    archive = export(venue, tmp_path)
    cards = sorted(archive["cards"], key=lambda card: card["position"])
    assert [(card["id"], card["text"]) for card in cards] == list(zip(written, texts, strict=True))
    kinds = [event["kind"] for event in archive["events"] if event["kind"].startswith("card_")]
    assert sorted(kinds) == ["card_added"] * 4 + ["card_edited"]


def test_a_field_half_typed_survives_a_reload(sit: Sit) -> None:
    pia = sit(PIA)
    pia.field("hears").fill("Half a thou")
    pia.page.reload()
    expect(pia.field("hears")).to_have_value("Half a thou")


def test_two_tabs_keep_an_outbox_each(venue: Venue, sit: Sit, tmp_path: Path) -> None:
    one = sit(PIA)
    two = Person(one.page.context.new_page())
    two.page.goto(one.page.url)
    two.is_live()
    three = Person(one.page.context.new_page())
    three.page.goto(one.page.url)
    three.is_live()
    expect(three.board.locator("[data-lane]").first).to_be_visible()
    venue.server.kill()
    one.write("sees", "One 1")
    two.write("hears", "Two 1")
    one.write("sees", "One 2")
    two.write("hears", "Two 2")
    three.write("gains", "Three 1")
    three.page.close()  # nobody but another tab can send this
    for tab in (one, two):
        expect(tab.connection).to_contain_text("no network: 2 waiting")
    venue.server.start()
    for tab in (one, two):
        expect(tab.cards("sees")).to_have_text(["One 1", "One 2"])
        expect(tab.cards("hears")).to_have_text(["Two 1", "Two 2"])
        expect(tab.cards("gains")).to_have_text(["Three 1"])
        nothing_waits(tab)
    archive = export(venue, tmp_path)
    assert sorted(card["text"] for card in archive["cards"]) == ["One 1", "One 2", "Three 1", "Two 1", "Two 2"]
    assert [event["kind"] for event in archive["events"]].count("card_added") == 5


def test_everybody_is_back_after_a_restart(venue: Venue, sit: Sit) -> None:
    people = [sit(FAY), sit(PIA), sit(OTTO, size="phone"), sit(OLGA)]
    people[1].write("sees", "Before")
    for person in people:
        person.sees_card("Before")
    venue.server.kill()
    for person in people:
        expect(person.connection).to_have_attribute("data-connection", "waiting")
        expect(person.connection).to_contain_text("no network")
    # another process of the same workshop, as a second server would be
    venue.act(OTTO, "add_card", activity=venue.activity, card="0" * 32, lane="sees", text="Meanwhile")
    venue.server.start()
    for person in people:
        person.is_live()
        expect(person.cards("sees")).to_have_text(["Before", "Meanwhile"])
        expect(person.page.locator("[data-role=people]")).to_contain_text("4 here")
    people[2].write("sees", "After")
    for person in people:
        person.sees_card("After")


def test_a_page_still_follows_after_a_restart(venue: Venue, sit: Sit) -> None:
    """The live channel has come back, and so has Streamlit's own."""
    fay, pia = sit(FAY), sit(PIA)
    venue.server.kill()
    expect(pia.connection).to_have_attribute("data-connection", "waiting")
    venue.server.start()
    for person in (fay, pia):
        person.is_live()
    fay.press(re.compile("Next: "))
    for person in (fay, pia):
        person.sees_board("define")
    fay.goes_to("facilitate")
    expect(fay.page.get_by_text("People (4)")).to_be_visible()
