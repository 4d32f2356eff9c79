"""The one palette: the hues of the process, and six for lines that a colour-blind person tells apart as well."""

from dataclasses import dataclass
from typing import Literal

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


@dataclass(frozen=True)
class Palette:
    """Colours on one ground; but for grey and faint, each may be used for words (AA) as well as for marks."""

    problem: str
    solution: str
    decision: str
    ground: str
    ink: str
    muted: str
    grey: str
    """For a mark that stands back, not for words."""
    faint: str
    """For guides that may be overlooked, such as a zero line."""
    lines: tuple[str, ...]

    def diamond(self, number: Literal[1, 2]) -> str:
        return self.problem if number == 1 else self.solution

    def line(self, number: int) -> tuple[str, str]:
        """Colour and shape of the line with this number, from 0; a seventh has the first colour and another shape."""
        turn = number // len(self.lines)
        return self.lines[number % len(self.lines)], SHAPES[(number + turn) % len(SHAPES)]


LIGHT = Palette(
    problem="#3D4DB7",
    solution="#0B7A75",
    decision="#8F5B00",
    ground="#FFFFFF",
    ink="#1C1F2B",
    muted="#5A5F6E",
    grey="#8A8FA0",
    faint="#C9CCD6",
    lines=("#3D4DB7", "#A55E17", "#291313", "#0B7A75", "#131B43", "#4B4B24"),
)
DARK = Palette(
    problem="#AAB4FF",
    solution="#6ED3CC",
    decision="#F0B44C",
    ground="#14161F",
    ink="#ECEEF6",
    muted="#A9AFBF",
    grey="#767C90",
    faint="#474C5E",
    lines=("#AAB4FF", "#E0C128", "#E6556D", "#6ED3CC", "#EEF6C4", "#7A8E14"),
)
