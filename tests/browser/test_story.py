"""Six people walk one workshop from an empty database to the summary: three languages, phones, laptops, a projector."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit
from tests.browser.people import Person

pytestmark = pytest.mark.browser

STEPS = {
    "empathize": ("pains", "Empathy map"),
    "define": ("questions", "How might we"),
    "ideate": ("before", "Silent writing"),
    "prototype": ("what", "Concept card"),
    "test": ("decision", "Feedback grid"),
}


def path_of(link: Locator) -> str:
    """The part of a shown link that this test can open: its address is the one of the room."""
    parts = urlsplit(link.inner_text().strip())
    return f"{parts.path}?{parts.query}"


def test_six_people_walk_a_workshop(visit: Visit, screenshots: Path) -> None:
    fay = Person(visit("/", size="laptop"))
    fay.lead(title="Late parcels", challenge="What do people need when a parcel is late?", name="Fay")
    fay.page.get_by_text("Links for a second facilitator and for observers").click()
    expect(fay.page.get_by_test_id("stCode")).to_have_count(3)
    join, lead, watch = (path_of(link) for link in fay.page.get_by_test_id("stCode").all())

    gus = Person(visit(lead, size="laptop", language="de"))
    olga = Person(visit(watch, size="projector"))
    bo = Person(visit(join, size="phone", language="nl"))
    carla = Person(visit(join, size="small phone", language="de-AT", dark=True))
    dan = Person(visit(join, size="laptop", dark=True))
    for person, name in ((gus, "Gus"), (olga, "Olga"), (bo, "Bo"), (carla, "Carla"), (dan, "Dan")):
        person.join(name)
    everybody = [fay, gus, olga, bo, carla, dan]
    writers = {"Bo": bo, "Carla": carla, "Dan": dan}
    expect(fay.page.get_by_text("People (6)")).to_be_visible()
    fay.page.screenshot(path=screenshots / "facilitate-laptop.png", full_page=True)

    for number, (step, (lane, method)) in enumerate(STEPS.items()):
        fay.press(f"Open {method}" if number == 0 else f"Next: {method}")
        for person in everybody[2:]:
            person.sees_board(step)
        for name, person in writers.items():
            person.write(lane, f"{name} on {step}")
        if step == "ideate":  # there everybody writes in private first
            fay.press("Reveal 3 cards")
        for person in (fay, olga, bo, carla, dan):
            for name in writers:
                person.sees_card(f"{name} on {step}")
        dan.key(f"Carla on {step}", "k")
        expect(bo.card(f"Carla on {step}")).to_have_attribute("data-state", "kept")
        for person, size in ((bo, "phone"), (carla, "small-phone-dark"), (dan, "laptop-dark"), (olga, "projector")):
            person.page.screenshot(path=screenshots / f"{step}-{size}.png")

    expect(olga.board.locator("textarea:visible")).to_have_count(0)
    fay.page.goto(f"{urlsplit(fay.page.url)._replace(path='/facilitate').geturl()}")
    fay.press("Close the workshop …")
    fay.press("Close for everybody")
    expect(fay.page.get_by_role("button", name="Reopen the workshop")).to_be_visible()

    headings = {"en": (dan, "What we chose"), "nl": (bo, None), "de": (carla, None)}
    for language, (person, heading) in headings.items():
        person.page.goto(f"{urlsplit(person.page.url)._replace(path='/summary').geturl()}")
        report = person.page.locator(".report")
        expect(report).to_have_attribute("lang", language)
        for step in STEPS:
            expect(report.locator(".chosen").get_by_text(f"Carla on {step}")).to_be_visible()
        if heading:
            expect(report.get_by_role("heading", name=heading)).to_be_visible()
        else:
            expect(report.get_by_role("heading", name="What we chose")).to_have_count(0)
        person.page.screenshot(path=screenshots / f"summary-{language}.png", full_page=True)

    fay.goes_to("summary")
    with fay.page.expect_download() as download:
        fay.page.get_by_role("button", name="Download everything (JSON)").click()
    archive = json.loads(Path(download.value.path()).read_text())
    assert sorted(card["text"] for card in archive["cards"]) == sorted(
        f"{name} on {step}" for step in STEPS for name in writers
    )
