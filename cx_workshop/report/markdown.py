"""The summary as Markdown."""

import re

from cx_workshop.process import SHAPES
from cx_workshop.report.report import ActivitySection, Line, Report
from cx_workshop.report.words import counts, day_and_people, step_name
from cx_workshop.translate import _

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$&]|:(?=\w)|^[#+=-]")
"""What Markdown, or Streamlit's dialect of it, would read as markup: anywhere, or at the start of a line."""
NUMBERED = re.compile(r"^(\d+)([.)])")


def as_markdown(report: Report) -> str:
    parts = [f"# {escape(' '.join(report.title.split()))}", escape(day_and_people(report))]
    if report.challenge:
        parts.append(f"> {escape(report.challenge)}")
    parts += [f"## {_('What we chose')}"]
    parts += [_chosen(section) for section in report.chosen] or [_("Nothing has been kept yet.")]
    parts.append(f"## {_('The way there')}")
    parts += [_way(section) for section in report.activities] or [_("No activity has been opened yet.")]
    return "\n\n".join(parts) + "\n"


def _chosen(section: ActivitySection) -> str:
    return f"### {step_name(section.step)}: {section.name}\n\n{_list(section.kept)}"


def _way(section: ActivitySection) -> str:
    shape = SHAPES["diverge" if section.mode == "diverge" else "converge"]
    parts = [f"### {shape} {step_name(section.step)}: {section.name}", f"*{section.question}* {counts(section)}."]
    for lane in section.lanes:
        parts += [f"#### {lane.name}", _list(lane.lines)]
    if section.parked:
        parts += [f"#### {_('Parked')}", _list(section.parked)]
    return "\n\n".join(parts)


def _list(lines: list[Line]) -> str:
    return "\n".join(f"- {escape(line.text)}{f' ({escape(line.author)})' if line.author else ''}" for line in lines)


def escape(text: str) -> str:
    """Text that Markdown shows as it was typed; its lines stay lines of the same list item or paragraph."""
    lines = [SPECIAL.sub(r"\\\g<0>", line.strip()) for line in text.splitlines() if line.strip()]
    return "\\\n  ".join(NUMBERED.sub(r"\1\\\2", line) for line in lines)
