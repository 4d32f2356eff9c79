"""Where the words of an emotion curve stand, so that none lies on another."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from cx_workshop.charts.drawing import LABEL_SIZE, brief, in_lines, records

Point = dict[str, Any]
"""A row of mean_frame."""

LINE = LABEL_SIZE + 3
RADIUS = 12
UNIT = 62
"""Pixels of one step of feeling."""
AWAY = 16
"""Pixels between a point and its words."""
COLUMNS = ["line", "persona", "phase", "feeling", "kind", "text", "align", "baseline", "dx", "dy"]


@dataclass
class Room:
    """What is taken in one phase, in pixels upward from a feeling of 0."""

    taken: list[tuple[float, float]]

    def above(self, start: float, height: float) -> float:
        """The lowest free place from here upward."""
        while meeting := [top for bottom, top in self.taken if bottom < start + height and start < top]:
            start = max(meeting)
        self.taken.append((start, start + height))
        return start

    def below(self, end: float, height: float) -> float:
        """The highest free place from here downward; its upper edge."""
        while meeting := [bottom for bottom, top in self.taken if bottom < end and end - height < top]:
            end = min(meeting)
        self.taken.append((end - height, end))
        return end


@dataclass(frozen=True)
class Words:
    """What is written into a curve, and from where to where it reaches, in steps of feeling."""

    labels: pd.DataFrame
    exits: pd.DataFrame
    """The silent exits with the height at which each stands."""
    bottom: float
    top: float


def place_words(means: pd.DataFrame, exits: pd.DataFrame, *, low: int, high: int) -> Words:
    """A persona's name behind its last point, the quotes of its strongest and weakest one, silent exits below all."""
    rooms = {phase: Room([]) for phase in [*means["phase"], *exits["phase"]]}
    for point in records(means):
        height = point["feeling"] * UNIT
        rooms[point["phase"]].taken.append((height - RADIUS, height + RADIUS))
    labels = pd.DataFrame(_labels(means, rooms), columns=COLUMNS)
    heights = [
        rooms[phase].below(min([low * UNIT, *(bottom for bottom, _ in rooms[phase].taken)]) - LINE / 2, LINE) - LINE / 2
        for phase in exits["phase"]
    ]
    taken = [edge for room in rooms.values() for edges in room.taken for edge in edges]
    return Words(
        labels,
        exits.assign(height=[height / UNIT for height in heights]),
        bottom=min(low * UNIT - AWAY, *taken) / UNIT - 0.1,
        top=max(high * UNIT + AWAY, *taken) / UNIT + 0.1,
    )


def _labels(means: pd.DataFrame, rooms: dict[str, Room]) -> list[dict[str, object]]:
    ends = Room([])
    labels = []
    for points in by_line(means):
        last, best, worst = points[-1], strongest(points), weakest(points)
        height = last["feeling"] * UNIT
        dy = height - ends.above(height, LINE)
        labels.append(_label(last, "name", brief(last["persona"], 24), align="left", baseline="middle", dx=AWAY, dy=dy))
        if text := in_lines(quote_of(best)):
            height = best["feeling"] * UNIT
            # The lines of a text run downward from its place, whatever its baseline.
            dy = height - rooms[best["phase"]].above(height + AWAY, _height(text)) - _height(text) + LINE
            labels.append(_label(best, "quote", text, align="center", baseline="bottom", dx=0, dy=dy))
        if best is not worst and (text := in_lines(quote_of(worst))):
            height = worst["feeling"] * UNIT
            dy = height - rooms[worst["phase"]].below(height - AWAY, _height(text))
            labels.append(_label(worst, "quote", text, align="center", baseline="top", dx=0, dy=dy))
    return labels


def by_line(means: pd.DataFrame) -> list[list[Point]]:
    """The points of each persona, from phase to phase."""
    return [records(one) for _line, one in means.groupby("line")]


def strongest(points: list[Point]) -> Point:
    """The best point of one persona; of several the first."""
    return max(points, key=lambda point: point["feeling"])


def weakest(points: list[Point]) -> Point:
    return min(points, key=lambda point: point["feeling"])


def quote_of(point: Point) -> str:
    """The first of its quotes that says something."""
    return next(filter(None, map(str.strip, point["quotes"])), "")


def _height(text: str) -> int:
    return LINE * (text.count("\n") + 1)


def _label(point: Point, kind: str, text: str, **place: object) -> dict[str, object]:
    return {name: point[name] for name in COLUMNS[:4]} | {"kind": kind, "text": text} | place
