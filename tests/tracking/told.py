"""Logs as short as a sentence: who did what to which row, and when."""

from datetime import UTC, datetime, timedelta
from typing import Any

from cx_workshop.content.shape import THEMES
from cx_workshop.model import Event

START = datetime(2026, 11, 24, 9, tzinfo=UTC)


def at(minute: float) -> str:
    return (START + timedelta(minutes=minute)).isoformat()


class Log(list[Event]):
    """Events of a workshop with an activity for each of these methods, called by the method's name."""

    def __init__(self, *methods: str, people: str = "", minutes: int = 20) -> None:
        super().__init__()
        activities = {
            method.partition("/")[2]: {
                "position": place,
                "step": method.partition("/")[0],
                "method": method,
                "minutes": minutes,
                "status": "planned",
            }
            for place, method in enumerate(methods, start=1)
        }
        self.say("workshop_created", 0, activities=activities)
        for name in people:
            self.say("seat_joined", 0, seats={name: {"name": name, "role": "participant"}})

    def say(self, kind: str, minute: float, *, activity: str | None = None, before: Any = None, **after: Any) -> None:
        event = Event(
            seq=len(self) + 1, workshop="w", command=f"c{len(self)}", kind=kind, at=at(minute), seat=None,
            activity=activity, before=before or {}, after=after, private={}, anonymous=False,
        )  # fmt: skip
        self.append(event)

    def open(self, activity: str, minute: float = 0) -> None:
        self.say("activity_opened", minute, activities={activity: {"status": "open"}})

    def close(self, activity: str, minute: float) -> None:
        self.say("activity_closed", minute, activities={activity: {"status": "closed"}})

    def add(self, card: str, activity: str, minute: float = 0, *, seat: str | None = None, **columns: Any) -> None:
        row = {"activity": activity, "seat": seat, "lane": "notes", "text": card, "status": "open", "theme": None}
        times = {"created_at": at(minute), "updated_at": at(minute)}
        self.say("card_added", minute, activity=activity, cards={card: row | times | columns})

    def theme(self, card: str, activity: str, minute: float = 0) -> None:
        self.add(card, activity, minute, lane=THEMES)

    def change(self, card: str, minute: float = 0, **columns: Any) -> None:
        self.say("card_changed", minute, cards={card: columns})
