"""Charts under boards: they follow the board while people write, and cost nothing where there is none."""

import re

import pytest
from playwright.sync_api import expect

from cx_workshop.live.protocol import MOST_PATCHES
from cx_workshop.verbs.act import new_id
from tests.browser.conftest import Sit
from tests.browser.test_axe import violations
from tests.live.venue import FAY, PIA, Venue

pytestmark = pytest.mark.browser

CSV = {"name": "scores.csv", "mimeType": "text/csv"}
GOOD = b"score;reason\r\n9;So kind\r\n10;\r\n3;Late\r\n"


def begin(venue: Venue, method: str) -> str:
    """Plan and open an activity of this method."""
    activity = str(venue.act(FAY, "plan_activity", method=method, minutes=10, position=1).data["activity"])
    venue.act(FAY, "open_activity", activity=activity)
    return activity


def feel(venue: Venue, activity: str, lane: str, text: str, feeling: int) -> None:
    args = {"activity": activity, "card": new_id(), "lane": lane, "row": "feeling", "sheet": "1", "text": text}
    venue.act(PIA, "add_card", **args, fields={"feeling": feeling})


def test_a_curve_grows_while_another_person_adds_points(venue: Venue, sit: Sit) -> None:
    journey = begin(venue, "empathize/journey_map")
    fay = sit(FAY)
    said = fay.page.locator(".st-key-chart")
    expect(said).to_contain_text("Not yet: the curve begins with the first score in the row “Feeling”.")
    board = fay.board.element_handle()
    feel(venue, journey, "use", "Finally, and it fits", 2)
    expect(said).to_contain_text("Persona 1: one point so far, Use (+2: “Finally, and it fits”).")
    feel(venue, journey, "delivery", "Where is it?", -2)
    expect(said).to_contain_text("lowest at Delivery (−2: “Where is it?”)")
    expect(said.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    expect(said.get_by_test_id("stVegaLiteChart")).to_have_accessible_name(re.compile("Finally, and it fits"))
    assert board is not None
    assert board.evaluate("board => board.isConnected")
    fay.page.get_by_text("The numbers behind it").click()
    expect(said.get_by_test_id("stDataFrame")).to_be_visible()
    assert violations(fay.page) == []


def test_a_board_without_a_chart_asks_for_no_run(venue: Venue, sit: Sit) -> None:
    pia, live = sit(PIA), venue.sit(FAY)
    with pia.page.expect_websocket(lambda socket: "_stcore/stream" in socket.url) as streamlit:
        pia.page.reload()
    asked = []

    def heard(frame: object) -> None:  # Playwright marks its listeners, and a list's append cannot be marked
        asked.append(frame)

    streamlit.value.on("framesent", heard)
    pia.is_live()
    venue.add(live, "The first")
    pia.sees_card("The first")
    expect(pia.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    before = len(asked)
    for number in range(5):
        venue.add(live, f"Card {number}")
        pia.sees_card(f"Card {number}")
    assert len(asked) == before
    with streamlit.value.expect_event("framesent"):  # of this one every page is told
        venue.act(FAY, "plan_activity", method="define/point_of_view", minutes=5, position=9)
    assert len(asked) == before + 1


def test_scores_come_in_from_a_file_all_or_none(venue: Venue, sit: Sit) -> None:
    survey = begin(venue, "empathize/nps_survey")
    fay, pia = sit(FAY), sit(PIA, size="phone")
    expect(pia.page.get_by_text("Bring in scores (CSV)")).to_have_count(0)
    fay.page.get_by_text("Bring in scores (CSV)").click()
    field = fay.page.locator("input[type=file]")
    field.set_input_files({**CSV, "buffer": b"score\n9\n<b>x</b>\n11\n"})
    expect(fay.page.get_by_text("Line 3: “<b>x</b>” is not a whole number.")).to_be_visible()
    expect(fay.page.get_by_text("Line 4: 11 is not from 0 to 10.")).to_be_visible()
    expect(fay.page.get_by_role("button", name="Bring in")).to_have_count(0)
    assert violations(fay.page) == []
    field.set_input_files({**CSV, "buffer": GOOD})
    expect(fay.page.get_by_text("With a reason: 2.")).to_be_visible()
    fay.press("Bring in 3 answers")
    for person in (fay, pia):
        chart = person.page.locator(".st-key-chart")
        expect(chart).to_contain_text("Answers: 3. Promoters: 2, passives: 0, detractors: 1.")
        expect(chart).to_contain_text("Not yet a score: that takes 10 answers.")
    expect(fay.page.get_by_role("button", name="Bring in 3 answers")).to_have_count(0)
    expect(fay.board.locator("[data-role=ask]")).to_be_visible()  # whoever brings answers in may still give their own
    venue.act(FAY, "import_scores", activity=survey, rows=[{"score": 10}] * (MOST_PATCHES + 1))
    counts = [person.board.locator(".lane h3 .count") for person in (fay, pia)]
    for count in counts:
        expect(count).to_have_text(str(MOST_PATCHES + 4))
    fay.board.locator("[data-role=undo]").click()
    for count in counts:
        expect(count).to_have_text("3")
