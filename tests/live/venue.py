"""A workshop on a running server, with somebody in each role and their tokens."""

from dataclasses import dataclass, field
from typing import Any

from cx_workshop import content
from cx_workshop.content.agendas import FIRST
from cx_workshop.model import Card, Event, Workshop
from cx_workshop.storage import Store, queries
from cx_workshop.verbs import Command, Outcome, perform
from cx_workshop.verbs.act import new_id
from tests.server import LiveSeat, Server

FAY, PIA, OTTO, OLGA = "Fay", "Pia", "Otto", "Olga"
"""The facilitator, two participants, and an observer."""


@dataclass
class Venue:
    """Made straight on the database, as another process of the same workshop would: that takes milliseconds."""

    server: Server
    store: Store
    workshop: Workshop
    tokens: dict[str, str]
    ids: dict[str, str]
    activity: str
    """The empathy map, which is open."""
    sitting: list[LiveSeat] = field(default_factory=list)

    @property
    def code(self) -> str:
        return self.workshop.code

    def sit(self, name: str = FAY, *, server: Server | None = None, **hello: Any) -> LiveSeat:
        seat = (server or self.server).sit(self.code, self.tokens[name], **hello)
        self.sitting.append(seat)
        return seat

    def act(self, name: str, verb: str, /, **args: Any) -> Outcome:
        """Carry out a verb in this process, which to the server is another one."""
        return perform(self.store, Command(verb, args, seat=self.ids[name])).result(10)

    def begin(self, method: str) -> str:
        """Open a new activity of this method, which `activity` then names; everybody sees what is written. Its step."""
        planned = self.act(FAY, "plan_activity", method=method, minutes=15, position=1)
        self.activity = planned.data["activity"]
        self.act(FAY, "open_activity", activity=self.activity)
        if content.method(method).board.private:
            self.act(FAY, "reveal_cards", activity=self.activity)
        return method.partition("/")[0]

    def lay(self, lane: str, text: str, name: str = PIA, **more: Any) -> str:
        """A card that lies there already; its id."""
        card = new_id()
        self.act(name, "add_card", activity=self.activity, card=card, lane=lane, text=text, **more)
        return card

    def add(self, seat: LiveSeat, text: str = "They wait", lane: str = "sees", **command: str) -> str:
        """A new card by way of the seat's socket; its id."""
        card = new_id()
        answer = seat.do("add_card", activity=self.activity, card=card, lane=lane, text=text, **command)
        assert answer["op"] == "done", answer
        return card

    def cards(self) -> list[Card]:
        """What lies on the board by the database."""
        with self.store.reading() as db:
            return queries.board_of(db, self.activity)

    def events(self, since: int = 0) -> list[Event]:
        with self.store.reading() as db:
            return queries.events_of(db, self.workshop.id, since)

    def seqs(self, since: int = 0) -> list[int]:
        return [event.seq for event in self.events(since)]

    def leave(self) -> None:
        for seat in self.sitting:
            seat.close()


def open_venue(server: Server, store: Store) -> Venue:
    created = perform(
        store,
        Command(
            "create",
            {"title": "Parcels", "challenge": "Late parcels", "language": "en", "agenda_id": FIRST, "name": FAY},
        ),
    ).result(10)
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, created.data["code"])
        assert workshop is not None
        activity = next(a.id for a in queries.activities_of(db, workshop.id) if a.step == "empathize")
    tokens, ids = {FAY: created.data["seat"]}, {FAY: created.data["id"]}
    for name, key in ((PIA, None), (OTTO, None), (OLGA, workshop.observer_key)):
        joined = perform(store, Command("join", {"name": name, "key": key}, workshop=workshop.id)).result(10)
        tokens[name], ids[name] = joined.data["seat"], joined.data["id"]
    venue = Venue(server, store, workshop, tokens, ids, activity)
    venue.act(FAY, "open_activity", activity=activity)
    return venue
