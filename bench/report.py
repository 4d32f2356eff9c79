"""What was measured, as RESULTS.md."""

import os
import platform
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.browser import STAGES, Screens, median
from bench.figures import Figures
from bench.floor import DOTS, VOTE_SECONDS, Floor
from bench.room import A_SECOND, EACH, FOLLOW, TURNS

SERVERS = ("ours", "bare", "polling")
PACKAGES = ("streamlit", "starlette", "uvicorn", "websockets", "sqlite-utils")
MUCH = 0.1  # of the server's core used by others: then the page says so
Runs = dict[tuple[str, int], Figures]
Rows = list[list[str]]


def percentile(values: list[float], share: float) -> float | None:
    """The value that this share of the values does not exceed."""
    return sorted(values)[max(0, int(len(values) * share + 0.999999) - 1)] if values else None


def number(value: float | None, digits: int = 1) -> str:
    """A number for a person to read, or a dash."""
    return "–" if value is None else f"{value:,.{digits}f}"


def spread(values: list[float], *shares: float) -> str:
    """Percentiles with slashes between."""
    return " / ".join(number(percentile(values, share)) for share in shares)


def three(values: list[float]) -> str:
    """p50 / p95 / max."""
    return spread(values, 0.5, 0.95, 1.0)


def two(values: list[float]) -> str:
    """p50 / p95."""
    return spread(values, 0.5, 0.95)


def ratio(over: float | None, under: float | None) -> float | None:
    """How many times as much."""
    return over / under if over is not None and under else None


def table(head: list[str], rows: Rows) -> str:
    """A markdown table, or a sentence where there is nothing to show."""
    if not rows:
        return "Not measured in this run.\n"
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *rows]) + "\n"


@dataclass(frozen=True)
class Conditions:
    """How long and in which way it was measured."""

    seconds: float  # of writing, ours and bare
    polled: float  # seconds of writing, polling
    minutes: float  # of the whole run


@dataclass
class Results:
    """All figures of one run, and how they are told."""

    runs: Runs = field(default_factory=dict)
    screens: Screens | None = None
    floor: Floor | None = None
    failed: list[str] = field(default_factory=list)

    @property
    def seats(self) -> list[int]:
        """The numbers of seats that were measured."""
        return sorted({count for _, count in self.runs})

    def ratio(self, over: str, under: str, count: int, share: float = 0.95) -> float | None:
        """Of one server's way of a card to another's, at a percentile."""
        pair = [self.runs.get((name, count), Figures(name, count)) for name in (over, under)]
        return ratio(*(percentile(figures.waits, share) for figures in pair))

    def rows(self, cell: Callable[[Figures], str]) -> Rows:
        """One row for each number of seats, one cell for each server."""
        pick = self.runs.get
        return [
            [str(count), *(cell(figures) if (figures := pick((name, count))) else "–" for name in SERVERS)]
            for count in self.seats
        ]

    def targets(self) -> list[tuple[str, str, str, str]]:
        """Every target with its limit, what was measured, and a mark; a dash where it was not measured."""
        told: list[tuple[str, str, str, str]] = []

        def target(what: str, limit: str, value: float | None, most: float, digits: int = 2) -> None:
            mark = "–" if value is None else "✓" if value <= most else "✗"
            told.append((what, limit, number(value, digits), mark))

        def shared(count: int) -> str:
            disturbed = any(self.runs[name, count].others > MUCH for name in SERVERS[:2] if (name, count) in self.runs)
            return " (disturbed)" if disturbed else ""

        ours, crowd = self.runs.get(("ours", 100), Figures("ours", 100)), self.runs.get(("ours", 300))
        own = [figures for (name, _), figures in self.runs.items() if name == "ours"]
        lost = [figures.lost_board + figures.lost_file for figures in own if figures.checked]
        switch = percentile(ours.switch_board + ours.switch_page, 1.0)
        screens = self.screens or Screens()
        opened = median(screens.opened)
        way = "card to others, p95, ours"
        target(f"{way} / bare, 100 seats{shared(100)}", "≤ 1.25", self.ratio("ours", "bare", 100), 1.25)
        target(f"{way} / polling, 100 seats", "≤ 0.01", self.ratio("ours", "polling", 100), 0.01, 5)
        target(f"{way} / bare, 300 seats{shared(300)}", "≤ 2", self.ratio("ours", "bare", 300), 2)
        target("cards unseen, 300 seats", "0", crowd.unseen if crowd else None, 0, 0)
        target("acknowledged cards lost, all runs", "0", sum(lost) if lost else None, 0, 0)
        target("idle, whole server, 100 seats (CPU s a seat-minute)", "≤ 0.005", ours.idle_cpu, 0.005, 4)
        target("idle, above the empty server (same)", "≤ 0.005", above_empty(ours), 0.005, 4)
        target("script runs while idle, 100 seats", "0", ours.idle_reruns, 0, 0)
        target("memory a seat, 100 seats (KiB)", "≤ 150", ours.memory, 150, 0)
        target("page session, p95, 100 people in 5 s (ms)", "< 100", percentile(ours.join_page, 0.95), 100, 1)
        target("first board, p95, 100 people in 5 s (ms)", "< 100", percentile(ours.join_board, 0.95), 100, 1)
        target("activity switch, all 100 on the new board and page (s)", "< 2", switch and switch / 1000, 2)
        led = self.floor or Floor(100)
        busy = " (disturbed)" if led.others > MUCH else ""
        a_vote = f"100 people x {DOTS} dots in {VOTE_SECONDS:.0f} s"
        target(
            f"each control on all screens, the slowest's p95, 100 seats (ms){busy}", "< 300", led.slowest(0.95), 300, 1
        )
        target(f"{a_vote}: dots lost or refused", "0", led.lost + led.refused if led.dots else None, 0, 0)
        target(f"{a_vote}: wrong totals, file and screens", "0", led.wrong if led.dots else None, 0, 0)
        target("board of 500 cards open, from navigation (s)", "< 1", opened and opened / 1000, 1)
        journey = f"journey of 3 personas, 7 phases, {screens.journey_cards} cards open, from navigation (s)"
        drawn, saved = median(screens.journey), max(screens.saved, default=None)
        target(journey, "< 1", drawn and drawn / 1000, 1)
        target("persona saved by one on another's screen, worst (s)", "< 1", saved and saved / 1000, 1)
        target("own card on screen after Enter (ms)", "< 50", median(screens.added), 50, 1)
        return told

    def page(self, conditions: Conditions) -> str:
        """The whole of RESULTS.md."""
        head = ["seats", *SERVERS]
        method = Path(__file__).with_name("method.md").read_text()
        sections = [
            "# Results\n",
            f"{datetime.now(UTC):%Y-%m-%d} · {machine()} · one run of {conditions.minutes:.0f} minutes.\n",
            self.warning(),
            "## Targets\n",
            table(["what", "target", "measured", ""], [list(each) for each in self.targets()]),
            "## A card, from sending to its arrival at each other seat (ms, p50 / p95 / max)\n",
            table([*head, "ours / bare, p50 / p95"], self.way_rows()),
            "## What became of the cards\n",
            table(head, self.rows(cards)),
            "Lost: acknowledged, but not on the board that a new client opens + not in the file.\n",
            "## Acknowledgement of a card (ms, p50 / p95 / max)\n",
            table(head, self.rows(lambda figures: three(figures.done))),
            "## CPU seconds a seat-minute: idle / of that above the empty server / writing\n",
            table(head, self.rows(cpu)),
            "## While idle: the empty server (CPU s a minute), script runs with all seats in\n",
            table(head, self.rows(quiet)),
            "## Memory a seat (KiB)\n",
            table(head, self.rows(lambda figures: number(figures.memory, 0))),
            f"## Joining, {A_SECOND} people a second (ms, p50 / p95)\n",
            table([*head, "ours: page session", "ours: first board"], self.join_rows()),
            "## The facilitator opens the next activity (ms, p50 / p95 / all)\n",
            table(["seats", "board knows", "new board is there", "new page has run"], self.switch_rows()),
            "## The facilitator's controls, from the press to its arrival at each of 100 seats (ms)\n",
            table(["control", "p50 / p95 / max", "presses"], self.control_rows()),
            "## In Chromium (ms)\n",
            table(["what", "median", "worst", "times"], self.screen_rows()),
            "## What disturbed: client's core used / server's core used by others / stolen by the host\n",
            table(head, self.rows(noise)),
            self.trouble(),
            "## Method\n",
            method.format(
                each=EACH,
                order=TURNS,
                turn=conditions.seconds / TURNS.count("A"),
                follow=FOLLOW,
                polled=conditions.polled,
                dots=DOTS,
                vote=VOTE_SECONDS,
            ),
        ]
        return "\n".join(sections)

    def warning(self) -> str:
        """A loud sentence where the machine was not ours alone."""
        worst = max([*(figures.others for figures in self.runs.values()), self.floor.others if self.floor else 0.0])
        if worst < MUCH:
            return ""
        return (
            f"**The machine was busy with other things: up to {worst:.0%} of the server's core in one turn. "
            f"Times are too high then, and ratios uncertain.**\n"
        )

    def way_rows(self) -> Rows:
        """A card's way, and the ratio to the bare server."""
        rows = self.rows(lambda figures: three(figures.waits))
        shares = (0.5, 0.95)
        return [
            [*row, " / ".join(number(self.ratio("ours", "bare", int(row[0]), share), 2) for share in shares)]
            for row in rows
        ]

    def join_rows(self) -> Rows:
        """The whole way in for each server, and the two parts of ours."""
        rows = self.rows(lambda each: f"{two(each.join_whole or each.join_page)}, {each.inside} in")
        for row in rows:
            ours = self.runs.get(("ours", int(row[0])), Figures("ours", 0))
            row += [two(ours.join_page), two(ours.join_board)]
        return rows

    def switch_rows(self) -> Rows:
        """Channel, page and board of a switch."""
        ours = [figures for figures in self.runs.values() if figures.switch_event]
        return [
            [str(each.seats), three(each.switch_event), three(each.switch_board), three(each.switch_page)]
            for each in ours
        ]

    def control_rows(self) -> Rows:
        """Every control, and the way of a dot to the disk and back."""
        if self.floor is None:
            return []
        rows = [[name, three(waits), str(self.floor.presses[name])] for name, waits in self.floor.controls.items()]
        return [*rows, ["a dot of the vote, to its answer", three(self.floor.cast), str(self.floor.dots)]]

    def screen_rows(self) -> Rows:
        """What a person at a screen waits for."""
        if self.screens is None:
            return []
        measured = {
            f"navigation to {self.screens.cards} cards drawn, first visit": self.screens.first,
            f"navigation to {self.screens.cards} cards drawn": self.screens.opened,
            **dict(zip(STAGES.values(), map(list, zip(*self.screens.stages, strict=True)), strict=False)),
            f"navigation to a journey of {self.screens.journey_cards} cards drawn": self.screens.journey,
            "Enter to the own card on screen": self.screens.added,
            "another seat's send to the card on screen": self.screens.others,
            "one person's Save to the persona on another's screen": self.screens.saved,
        }
        return [
            [what, number(median(ms)), number(max(ms, default=None)), str(len(ms))] for what, ms in measured.items()
        ]

    def trouble(self) -> str:
        """What went wrong, if anything did."""
        told = [f"- {each}" for each in self.failed]
        told += [
            f"- {figures.server}, {figures.seats} seats: {each}"
            for figures in self.runs.values()
            for each in dict.fromkeys(figures.trouble)
        ]
        told += [f"- browser: {each}" for each in self.screens.trouble] if self.screens else []
        return "\n".join(told or ["Nothing failed."]) + "\n"


def above_empty(figures: Figures) -> float | None:
    """Idle CPU seconds a seat-minute above what the server uses with nobody in."""
    if figures.idle_cpu is None or figures.empty_cpu is None:
        return None
    return figures.idle_cpu - figures.empty_cpu / max(1, figures.inside)


def cpu(figures: Figures) -> str:
    """Idle, of that above the empty server, writing."""
    values = (figures.idle_cpu, above_empty(figures), figures.active_cpu)
    return " / ".join(number(value, 4) for value in values)


def quiet(figures: Figures) -> str:
    """The empty server, and how often pages ran while nobody did anything."""
    return f"{number(figures.empty_cpu, 2)}, {number(figures.idle_reruns, 0)} runs"


def cards(figures: Figures) -> str:
    """Written, lost and unseen."""
    unseen = f"{figures.unseen:,} of {figures.pairs:,} unseen"
    if not figures.checked:
        return f"{figures.written} written, {unseen}"
    lost = f"{figures.lost_board} + {figures.lost_file} lost"
    return f"{figures.written} written, {figures.acknowledged} acknowledged, {lost}, {unseen}"


def noise(figures: Figures) -> str:
    """How busy the machine was with the client and with other things."""
    return " / ".join(f"{max(0.0, share):.0%}" for share in (figures.client, figures.others, figures.stolen))


def machine() -> str:
    """What it ran on, by kind and version."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    parts = [f"{os.cpu_count()} cores", *models[:1], f"Python {platform.python_version()}"]
    parts += [f"SQLite {sqlite3.sqlite_version}", *(f"{name} {version(name)}" for name in PACKAGES)]
    return " · ".join(parts)
