"""The half-day agenda from first to last with eight people: three before real screens, five on the wire."""

import re

import pytest
from playwright.sync_api import expect

from cx_workshop.content import method
from cx_workshop.storage import Store, queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.browser.conftest import Visit
from tests.browser.people import Person
from tests.server import LiveSeat, Server

pytestmark = pytest.mark.browser

NAMES = ("Ada", "Bo", "Chidi", "Dora", "Emre")
VOTED_ON = "ideate/idea_themes"


class Leader(Person):
    """The facilitator, who needs one press for each step."""

    def control(self, id: str) -> None:
        button = self.page.locator(f"[data-role=controls] [data-control={id}]").locator("visible=true")
        expect(button).not_to_have_attribute("aria-disabled", "true")
        button.click()

    def is_at(self, name: str) -> None:
        expect(self.board.locator("[data-role=method]")).to_have_text(name)


def test_a_half_day_with_eight_people(visit: Visit, server: Server, shared_store: Store) -> None:
    words = {
        "title": "Shoes online",
        "challenge": "Which size?",
        "language": "en",
        "agenda_id": "half_day",
        "name": "Fay",
    }
    made = perform(shared_store, Command("create", words)).result(10).data
    code = made["code"]
    with shared_store.reading() as db:
        workshop = queries.workshop_by_code(db, code)
        assert workshop is not None
        agenda = queries.agenda_of(db, workshop.id)
    on_wire = [server.sit(code, server.join(code, name)) for name in NAMES]
    fay = Leader(visit(f"/facilitate?code={code}", seats={code: made["seat"]}))
    phone = Person(visit(f"/empathize?code={code}", seats={code: server.join(code, "Pia")}, size="phone"))
    laptop = Leader(visit(f"/empathize?code={code}", seats={code: server.join(code, "Otto")}))
    for person in (fay, phone, laptop):
        person.is_live()

    for number, activity in enumerate(agenda):
        used = method(activity.method)
        fay.control("next")
        for person in (fay, laptop):
            Leader.is_at(person, used.words["en"].name)
        if number == 0:
            fay.control("start_timer")
            expect(phone.page.locator("[data-role=timer]")).to_contain_text(":")
        texts = [f"{name} on {used.words['en'].name}" for name in NAMES]
        cards = [write(seat, activity.id, used.board.lanes[0], text) for seat, text in zip(on_wire, texts, strict=True)]
        if used.board.private:
            expect(laptop.card(texts[0])).to_have_count(0)
            fay.control("reveal")
        expect(laptop.card(texts[-1])).to_be_visible()
        if activity.method == VOTED_ON:
            choose(fay, laptop, on_wire, cards)

    fay.control("close")
    expect(laptop.board.locator("[data-role=status]")).to_contain_text("closed")
    with shared_store.reading() as db:
        assert [one.status for one in queries.agenda_of(db, workshop.id)] == ["closed"] * len(agenda)
        assert len(queries.cards_of(db, workshop.id)) >= len(agenda) * len(NAMES)
    for seat in on_wire:
        seat.close()


def write(seat: LiveSeat, activity: str, lane: str, text: str) -> str:
    card = new_id()
    answer = seat.do("add_card", activity=activity, card=card, lane=lane, text=text)
    assert answer["op"] == "done", answer
    return card


def choose(fay: Leader, watcher: Person, voters: list[LiveSeat], cards: list[str]) -> None:
    """A vote in which all give their dots, and whose result everybody sees."""
    fay.control("vote")
    fay.page.get_by_label("Why open it all the same?").fill("Time is short")
    fay.page.locator("[data-role=open_vote]").click()
    for seat in voters:
        opened = seat.event("vote_opened")["data"]["votes"][0]
        for card in cards[: opened["dots"]]:
            assert seat.do("cast_dot", vote=opened["id"], card=card, dot=new_id())["op"] == "done"
    fay.control("close_vote")
    expect(watcher.board.get_by_text(re.compile("Result", re.IGNORECASE)).first).to_be_visible()
