"""The log told again: the rows of a workshop as they stood after the events taken so far, and how they came to be so.

Whoever has taken an event need not take it again: what is live costs only what is new, and a replay to event n is the
same as what was live at n.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from cx_workshop.content import methods
from cx_workshop.content.shape import THEMES
from cx_workshop.model import Activity, Card, Decision, Dot, Event, Link, Row, Seat, Vote
from cx_workshop.process import STEPS
from cx_workshop.tracking.directions import OPEN, Directions

T = TypeVar("T", bound=Row)

TABLES: dict[str, type[Row]] = {
    "activities": Activity,
    "cards": Card,
    "decisions": Decision,
    "dots": Dot,
    "links": Link,
    "seats": Seat,
    "votes": Vote,
}
BLANK: dict[str, dict[str, Any]] = {
    "activities": {"position": 0, "step": "", "method": "", "mode": "diverge", "minutes": 0, "status": "planned",
                   "locked": False, "round": 1, "opened_at": None, "closed_at": None, "shape": {}, "hidden": False,
                   "anonymous": False, "notes": ""},
    "cards": {"activity": "", "seat": None, "lane": "", "row": "", "sheet": "", "position": 0.0, "x": None, "y": None,
              "theme": None, "merged_into": None, "text": "", "status": "open", "fields": {}, "created_at": "",
              "updated_at": "", "hidden": False},
    "decisions": {"kind": "decision", "what": "", "why": "", "owner": "", "due": "", "activity": None, "card": None,
                  "seat": None, "recorded_at": "", "dropped_at": None},
    "dots": {"vote": "", "card": None, "seat": None, "kind": "dot", "cast_at": "", "taken_back_at": None},
    "links": {"card": "", "rests_on": "", "seat": None, "made_at": "", "removed_at": None},
    "seats": {"name": "", "role": "participant", "joined_at": "", "removed_at": None, "device": True,
              "ready_for": None, "late_for": None, "hand_at": None, "comes_from": None},
    "votes": {"activity": "", "kind": "dots", "question": "", "round": 1, "dots": 0, "per_card": 0, "reason": "",
              "totals": {}, "opened_at": "", "closed_at": None},
}  # fmt: skip
"""What a column holds of which an event does not speak: those of an older version knew fewer."""

LAID_WITH = frozenset(("activity_opened", "round_begun", "part_added"))
"""The events in which a method lays the cards that it brings along."""
WATCHED = {
    "cards": frozenset(("status", "theme", "lane", "activity")),
    "activities": frozenset(("step", "method")),
}
"""The columns by which directions open and close, and by which they come to another step."""
NOTHING: frozenset[str] = frozenset()
GONE_ROW = {"status": "removed"}
JITTER = timedelta(minutes=1)
"""By so much may the time of an event lie before that of the last; more, and the clock was set back."""


class Addition(NamedTuple):
    """A card that somebody wrote."""

    seq: int
    at: datetime
    card: str


class Change(NamedTuple):
    """A card that opens, or closes."""

    seq: int
    at: datetime
    card: str
    opens: bool


@dataclass
class Span:
    """A stretch of time for which an activity was open; `end` is None while it still is."""

    activity: str
    start: datetime
    end: datetime | None = None


class Replay:
    """Takes events one after another; those it has taken already, it leaves alone."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.seq = 0
        self.now: datetime | None = None
        """The moment of the last event; it never goes back."""
        self.started: datetime | None = None
        """When the first activity was opened, or the first card laid."""
        self.directions = Directions()
        self.widths: list[tuple[int, datetime, tuple[int, ...]]] = []
        """Event, moment and open directions in each of the five steps, wherever they change."""
        self.additions: list[Addition] = []
        self.changes: list[Change] = []
        self.spans: list[Span] = []
        self.candidates: dict[str, int] = {}
        """Vote -> how many cards could be chosen when it was opened."""
        self.decided: dict[str, datetime] = {}
        """Decision -> when it was recorded, as time is told here."""
        self.agenda_events: list[Event] = []
        """Those that touched activities, at their moments as told here."""
        self._rows: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in TABLES}
        self._made: dict[str, list[Any]] = {}
        """Table -> its rows as dataclasses, until the next event."""
        self._laid: set[str] = set()
        self._surveys: set[str] = set()
        self._steps: dict[str, str] = {}
        self._set_back = timedelta(0)
        self.take_all(events)

    def take_all(self, events: Iterable[Event]) -> None:
        for event in events:
            self.take(event)

    def take(self, event: Event) -> None:
        if event.seq <= self.seq:
            return
        self.seq = event.seq
        if self._made:
            self._made.clear()
        self._tell_time(event.at)
        for table, patches in event.after.items():
            rows = self._rows.get(table)
            if rows is None:
                continue
            watched = WATCHED.get(table, NOTHING)
            for row_id, patch in patches.items():
                row = rows.get(row_id)
                if row is None or patch is None or not watched.isdisjoint(patch):
                    self._change(event, table, row_id, patch or GONE_ROW)
                else:  # most events only word, move or mark something
                    row.update(patch)
        if "activities" in event.after:
            self._note_agenda(event)
        if self.directions.changed or (self.started and not self.widths):
            self._note_width()

    def until(self, events: Iterable[Event], seq: int) -> "Replay":
        """Takes those of the events that are no later than this one; itself."""
        self.take_all(event for event in events if event.seq <= seq)
        return self

    @property
    def activities(self) -> list[Activity]:
        """In the order of the agenda, dropped ones too."""
        return sorted(self._all("activities", Activity), key=lambda one: one.position)

    @property
    def cards(self) -> list[Card]:
        """Every card, in the order in which they came."""
        return self._all("cards", Card)

    @property
    def seats(self) -> list[Seat]:
        return self._all("seats", Seat)

    @property
    def votes(self) -> list[Vote]:
        return self._all("votes", Vote)

    @property
    def dots(self) -> list[Dot]:
        return self._all("dots", Dot)

    @property
    def decisions(self) -> list[Decision]:
        return self._all("decisions", Decision)

    @property
    def links(self) -> list[Link]:
        return self._all("links", Link)

    @property
    def written(self) -> list[Card]:
        """The cards that people wrote: no themes, nothing that a method brought along, no answers to a survey."""
        return [
            card
            for card in self.cards
            if card.lane != THEMES and card.id not in self._laid and card.activity not in self._surveys
        ]

    def minute_of(self, moment: datetime) -> float:
        """Minutes since the workshop started."""
        return (moment - (self.started or moment)).total_seconds() / 60

    def _all(self, table: str, kind: type[T]) -> list[T]:
        if table not in self._made:
            names = BLANK[table].keys() | {"id", "workshop"}
            known = (
                {name: row[name] for name in names} if len(row) > len(names) else row
                for row in self._rows[table].values()
            )
            self._made[table] = [kind(**row) for row in known]
        return self._made[table]

    def _tell_time(self, at: str) -> None:
        moment = datetime.fromisoformat(at)
        if self._set_back:
            moment += self._set_back
        if self.now and moment < self.now:
            if self.now - moment > JITTER:
                self._set_back += self.now - moment
            moment = self.now
        self.now = moment

    def _change(self, event: Event, table: str, row_id: str, patch: dict[str, Any]) -> None:
        rows = self._rows[table]
        is_new = row_id not in rows
        if is_new:
            rows[row_id] = BLANK[table] | {"id": row_id, "workshop": event.workshop}
        row = rows[row_id]
        was_open = not is_new and row.get("status") in OPEN
        row.update(patch)
        if table == "cards":
            self._note_card(event, row, is_new=is_new, was_open=was_open)
        elif table == "activities":
            self._note_activity(row)
        elif table == "votes" and is_new:
            self.candidates[row_id] = self._count_candidates(row["activity"])
        elif table == "decisions" and is_new and self.now:
            self.decided[row_id] = self.now

    def _note_card(self, event: Event, card: dict[str, Any], *, is_new: bool, was_open: bool) -> None:
        assert self.now
        self.started = self.started or self.now
        if is_new and event.kind in LAID_WITH:
            self._laid.add(card["id"])
        if card["lane"] != THEMES and self._is_written(card):
            is_open = card["status"] in OPEN
            if is_new:
                self.additions.append(Addition(event.seq, self.now, card["id"]))
            if is_open != was_open:
                self.changes.append(Change(event.seq, self.now, card["id"], is_open))
        self._note_direction(card)

    def _note_activity(self, activity: dict[str, Any]) -> None:
        """Its cards count in its step from now on, and not at all if they are answers to a survey."""
        self._steps[activity["id"]] = activity["step"]
        used = methods().get(activity["method"])
        (self._surveys.add if used and used.board.one_each else self._surveys.discard)(activity["id"])
        for card in self._rows["cards"].values():
            if card["activity"] == activity["id"]:
                self._note_direction(card)

    def _note_direction(self, card: dict[str, Any]) -> None:
        status = card["status"] if self._is_written(card) else ""
        self.directions.change(
            card["id"], status, card["theme"], card["lane"] == THEMES, self._steps.get(card["activity"], "")
        )

    def _count_candidates(self, activity: str) -> int:
        cards = self._rows["cards"].values()
        return sum(card["activity"] == activity and card["status"] in OPEN and not card["hidden"] for card in cards)

    def _is_written(self, card: dict[str, Any]) -> bool:
        return card["id"] not in self._laid and card["activity"] not in self._surveys

    def _note_agenda(self, event: Event) -> None:
        assert self.now
        self.agenda_events.append(replace(event, at=self.now.isoformat()))
        for activity, patch in event.after["activities"].items():
            status = (patch or {}).get("status")
            running = [span for span in self.spans if span.activity == activity and span.end is None]
            if status == "open" and not running:
                self.started = self.started or self.now
                self.spans.append(Span(activity, self.now))
            elif status and status != "open":
                for span in running:
                    span.end = self.now

    def _note_width(self) -> None:
        assert self.now
        self.directions.changed = False
        widths = tuple(self.directions.by_step[step.id] for step in STEPS)
        if not self.widths or widths != self.widths[-1][2]:
            self.widths.append((self.seq, self.now, widths))
