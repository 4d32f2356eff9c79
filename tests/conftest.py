"""A real database for each test, and the people in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.model import Activity, Card, Seat, Workshop
from cx_workshop.storage import Store, queries
from cx_workshop.verbs import Command, Outcome, perform
from cx_workshop.verbs.act import new_id


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "workshops.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store(database)
    yield store
    store.close()


@dataclass
class Room:
    """A workshop with somebody in each role, and short ways to act and to look."""

    store: Store
    workshop: Workshop
    facilitator: Seat
    participant: Seat
    other: Seat
    observer: Seat
    activities: list[Activity]

    def act(self, seat: Seat, verb: str, /, *, id: str | None = None, **args: Any) -> Outcome:
        command = Command(verb, args, seat=seat.id, id=id or new_id())
        return perform(self.store, command).result(10)

    def open(self, step: str = "empathize") -> str:
        """Open the activity of a step; its id."""
        activity = next(activity.id for activity in self.activities if activity.step == step)
        self.act(self.facilitator, "open_activity", activity=activity)
        return activity

    def add(self, seat: Seat, activity: str, text: str = "They wait", lane: str = "sees") -> str:
        card = new_id()
        self.act(seat, "add_card", activity=activity, card=card, lane=lane, text=text)
        return card

    def card(self, card: str) -> Card:
        with self.store.reading() as db:
            found = queries.card_by_id(db, card)
        assert found is not None
        return found

    def activity(self, activity: str) -> Activity:
        with self.store.reading() as db:
            found = queries.activity_by_id(db, activity)
        assert found is not None
        return found

    def lane(self, activity: str, lane: str) -> list[str]:
        """The texts of a lane, in order."""
        with self.store.reading() as db:
            return [card.text for card in queries.board_of(db, activity) if card.lane == lane]

    def kinds(self) -> list[str]:
        """The kinds of all events, oldest first."""
        with self.store.reading() as db:
            return [event.kind for event in queries.events_of(db, self.workshop.id)]


@pytest.fixture
def room(store: Store) -> Room:
    args = {
        "title": "Parcels",
        "challenge": "Late parcels",
        "language": "en",
        "agenda_id": FIRST,
        "name": "Fay",
    }
    created = perform(store, Command("create", args)).result(10)
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, created.data["code"])
        assert workshop is not None
    for name, key in (("Pia", None), ("Otto", None), ("Olga", workshop.observer_key)):
        perform(store, Command("join", {"name": name, "key": key}, workshop=workshop.id)).result(10)
    with store.reading() as db:
        seats = queries.seats_of(db, workshop.id)
        return Room(store, workshop, *seats, activities=queries.activities_of(db, workshop.id))
