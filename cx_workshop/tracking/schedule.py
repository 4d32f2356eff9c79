"""The time of a workshop: what its activities took and still take, when it will end, and how time is won back.

Everything counts in minutes. The planned end is what the agenda promised when the first activity opened; what is
added, shortened or skipped since then moves only the expected one. Breaks come on top of an agenda: while nothing is
open, both ends move on.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from cx_workshop.model import Activity, Event

PROTECTED = ("define", "test")
"""The steps in which a team chooses and learns: cut these, and the rest was for nothing."""
MOST_SLIP = 5
"""Minutes by which the end may slip before there is anything to decide."""
LEAST = 5
"""Minutes that a shortened activity keeps; none loses more than half of its own."""


@dataclass(frozen=True)
class Schedule:
    """How a workshop stands at a moment."""

    spent: dict[str, float]
    """Activity -> how long it has been open."""
    rest: int
    """What the activities still to come take."""
    started: datetime | None
    planned_end: datetime | None
    expected_end: datetime
    time_up: datetime | None
    """When the open activity has had its minutes."""
    overrun: float
    """How long it has been open beyond them."""

    @property
    def slip(self) -> float:
        """By how much it will end later than planned; less than zero if earlier."""
        return _minutes(self.expected_end - self.planned_end) if self.planned_end else 0

    @property
    def is_late(self) -> bool:
        """Whether there is something to decide."""
        return self.overrun >= 1 or self.slip > MOST_SLIP


@dataclass(frozen=True)
class Proposal:
    """One way to win time back."""

    kind: Literal["shorten", "skip"]
    minutes: dict[str, int]
    """Activity -> the minutes it keeps; 0 where it is skipped."""
    won: int


def schedule_of(activities: Sequence[Activity], events: Sequence[Event], now: datetime) -> Schedule:
    """`activities` are all of a workshop, dropped ones too; `events` those that changed its agenda, oldest first."""
    spent, opened, started = _times(events)
    agenda = [activity for activity in activities if activity.status != "dropped"]
    rest = sum(activity.minutes for activity in agenda if activity.status == "planned")
    running = next((activity for activity in agenda if activity.id in opened), None)
    time_up = None
    if running:
        time_up = opened[running.id] + timedelta(minutes=running.minutes - spent[running.id])
        spent[running.id] += _minutes(now - opened[running.id])
    return Schedule(
        spent=dict(spent),
        rest=rest,
        started=started,
        planned_end=_planned_end(activities, events, started, now - timedelta(minutes=sum(spent.values()))),
        expected_end=max(time_up or now, now) + timedelta(minutes=rest),
        time_up=time_up,
        overrun=max(0.0, _minutes(now - time_up)) if time_up else 0.0,
    )


def proposals(agenda: Sequence[Activity], to_win: int) -> list[Proposal]:
    """Ways to win so many minutes, the gentlest first; protected steps and the closing activity stay as they are."""
    movable = [one for one in agenda[:-1] if one.status == "planned" and one.step not in PROTECTED]
    if to_win <= 0 or not movable:
        return []
    found = [_shorten([max(movable, key=_spare)], to_win)]
    if found[0].won < to_win:
        found.append(_shorten(movable, to_win))
    different = {tuple(one.minutes.items()): one for one in found if one.won}
    enough = [one for one in movable if one.minutes >= to_win]
    skipped = min(enough, key=lambda one: one.minutes) if enough else max(movable, key=lambda one: one.minutes)
    return [*different.values(), Proposal("skip", {skipped.id: 0}, skipped.minutes)]


def _shorten(activities: Iterable[Activity], to_win: int) -> Proposal:
    """Take from each in proportion to what it can spare, until there is enough."""
    able = [one for one in activities if _spare(one) > 0]
    share = min(1.0, to_win / max(1, sum(_spare(one) for one in able)))
    kept, left = {}, to_win
    for one in sorted(able, key=_spare, reverse=True):
        taken = min(left, _spare(one), ceil(_spare(one) * share))
        if taken > 0:
            kept[one.id] = one.minutes - taken
            left -= taken
    return Proposal("shorten", kept, to_win - left)


def _spare(activity: Activity) -> int:
    return max(0, activity.minutes - max(LEAST, ceil(activity.minutes / 2)))


def _times(events: Iterable[Event]) -> tuple[defaultdict[str, float], dict[str, datetime], datetime | None]:
    """How long each activity was open until it closed, since when the open one is, and when the first one opened."""
    spent: defaultdict[str, float] = defaultdict(float)
    opened: dict[str, datetime] = {}
    started = None
    for event in events:
        at = datetime.fromisoformat(event.at)
        for activity, after in event.after.get("activities", {}).items():
            status = (after or {}).get("status")
            if status == "open":
                opened.setdefault(activity, at)
                started = started or at
            elif status and activity in opened:
                spent[activity] += _minutes(at - opened.pop(activity))
    return spent, opened, started


def _planned_end(
    activities: Sequence[Activity], events: Sequence[Event], started: datetime | None, without_breaks: datetime
) -> datetime | None:
    """`without_breaks` is when it would have started, had there been none."""
    if started is None:
        return None
    later = [event for event in events if datetime.fromisoformat(event.at) > started]
    return without_breaks + timedelta(minutes=sum(minutes_at_start(activities, later).values()))


def minutes_at_start(activities: Sequence[Activity], later: Sequence[Event]) -> dict[str, int]:
    """Activity -> its minutes when the first one opened: what was changed later is taken back."""
    rows = {activity.id: activity.minutes for activity in activities}
    minutes = {activity.id: activity.minutes for activity in activities if activity.status != "dropped"}
    for event in reversed(later):
        changes = event.after.get("activities", {})
        for activity, before in event.before.get("activities", {}).items():
            after = changes.get(activity) or {}
            if before is None:
                minutes.pop(activity, None)
                continue
            if after.get("status") == "dropped":
                minutes[activity] = rows[activity]
            if "minutes" in before and activity in minutes:
                minutes[activity] = before["minutes"]
    return minutes


def _minutes(span: timedelta) -> float:
    return span.total_seconds() / 60
