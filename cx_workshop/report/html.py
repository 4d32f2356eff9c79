"""The summary as HTML to read on screen; every text from people is escaped."""

from html import escape

from cx_workshop.process import SHAPES
from cx_workshop.report.report import ActivitySection, Line, Report
from cx_workshop.report.words import counts, day_and_people, step_name
from cx_workshop.translate import _


def as_html(report: Report) -> str:
    """A fragment (no html or body element), for a page that brings report.css."""
    challenge = f"<blockquote>{_text(report.challenge)}</blockquote>" if report.challenge else ""
    chosen = "".join(_chosen(section) for section in report.chosen) or f"<p>{_('Nothing has been kept yet.')}</p>"
    way = "".join(_way(section) for section in report.activities) or f"<p>{_('No activity has been opened yet.')}</p>"
    return (
        f'<article class="report" lang="{report.language}">'
        f"<header><h1>{_text(report.title)}</h1><p class=meta>{_text(day_and_people(report))}</p>{challenge}</header>"
        f"<section class=chosen><h2>{_('What we chose')}</h2>{chosen}</section>"
        f"<section><h2>{_('The way there')}</h2>{way}</section>"
        "</article>"
    )


def _chosen(section: ActivitySection) -> str:
    return f"<h3>{_heading(section)}</h3>{_list(section.kept)}"


def _way(section: ActivitySection) -> str:
    lanes = "".join(f"<h4>{escape(lane.name)}</h4>{_list(lane.lines)}" for lane in section.lanes)
    parked = f"<h4>{_('Parked')}</h4>{_list(section.parked)}" if section.parked else ""
    return (
        f'<section class="diamond{section.diamond} {section.mode}"><h3>{_heading(section)}</h3>'
        f"<p><em>{escape(section.question)}</em> {counts(section)}.</p>{lanes}{parked}</section>"
    )


def _heading(section: ActivitySection) -> str:
    shape = SHAPES["diverge" if section.mode == "diverge" else "converge"]
    return f"<span aria-hidden=true>{shape}</span> {step_name(section.step)}: {escape(section.name)}"


def _list(lines: list[Line]) -> str:
    return "<ul>" + "".join(f"<li dir=auto>{_text(line.text)}{_author(line)}</li>" for line in lines) + "</ul>"


def _author(line: Line) -> str:
    return f" <small>{_text(line.author)}</small>" if line.author else ""


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
