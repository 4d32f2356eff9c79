"""The projector: lobby, question, timer, board and results; nothing hidden, and no controls."""

import pytest
from playwright.sync_api import expect

from cx_workshop.verbs.act import new_id
from tests.browser.conftest import Visit
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser


def test_the_stage_shows_what_the_room_does_and_nothing_hidden(visit: Visit, venue: Venue) -> None:
    venue.act(FAY, "start_timer", seconds=600)
    seen = [venue.lay("sees", text) for text in ("They wait", "They call")]
    stage = visit(f"/stage?code={venue.code}", seats={venue.code: venue.tokens[FAY]}, size="projector")
    role = stage.locator("[data-role=stage] >> visible=true").locator
    expect(role("[data-role=stage-method]")).to_have_text("Empathy map")
    expect(role("[data-role=stage-timer]")).to_contain_text(":")
    cards = stage.locator("[data-role=stage] [data-card] > .text >> visible=true")
    expect(cards).to_have_text(["They wait", "They call"])
    expect(stage.locator("[data-role=stage] button >> visible=true")).to_have_count(0)
    expect(stage.locator("[data-role=stage] textarea >> visible=true")).to_have_count(0)

    venue.act(FAY, "hide_cards", activity=venue.activity)
    venue.lay("hears", "My own secret", FAY)
    expect(role("[data-role=stage-note]")).to_have_text("1 card is being written in private")
    expect(cards).to_have_text(["They wait", "They call"])
    venue.act(FAY, "reveal_cards", activity=venue.activity)
    expect(cards).to_have_count(3)

    vote = venue.act(FAY, "open_vote", activity=venue.activity, dots=2, per_card=1).data["vote"]
    for name, card in ((PIA, seen[1]), (OTTO, seen[1]), (OTTO, seen[0])):
        venue.act(name, "cast_dot", vote=vote, card=card, dot=new_id())
    expect(role("[data-role=stage-note]")).to_have_text("A vote is open · 2 people have voted")
    venue.act(FAY, "close_vote", vote=vote)
    result = role("[data-role=stage-result]")
    expect(result.locator("li:not([data-covered])")).to_have_count(2)
    expect(result.locator("li").first).to_contain_text("They call")
    expect(result.locator("li").first).to_contain_text("2 dots")

    question = venue.act(FAY, "ask_room", activity=venue.activity, question="Ten minutes more?").data["vote"]
    venue.act(PIA, "answer_question", vote=question, yes=True, dot=new_id())
    expect(role("[data-role=stage-asked]")).to_have_text("Ten minutes more? 1 answer")
    expect(result).to_be_hidden()


def test_the_lobby_shows_the_code_and_who_has_come(visit: Visit, venue: Venue) -> None:
    code, token = venue.server.create(challenge="Late parcels")
    stage = visit(f"/stage?code={code}", seats={code: token}, size="projector")
    expect(stage.locator("[data-role=stage-code]")).to_have_text(code)
    expect(stage.get_by_role("img", name="QR code of the join link")).to_be_visible()
    mei = venue.server.sit(code, venue.server.join(code, "Mei"))
    expect(stage.locator("[data-role=stage-names] li", has_text="Mei")).to_be_visible()
    mei.close()
