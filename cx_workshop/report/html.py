"""The summary as HTML to read on screen; every text from people is escaped."""

from html import escape

from cx_workshop.process import SHAPES
from cx_workshop.report.boards import Group, Sheet
from cx_workshop.report.decisions import ToldDecision, responsible
from cx_workshop.report.html_cards import cards_as_html, list_as_html, text_as_html, thread_as_html
from cx_workshop.report.report import ActivitySection, Report
from cx_workshop.report.votes import ToldVote
from cx_workshop.report.words import (
    AGREED,
    answers,
    counts,
    day_and_people,
    heading,
    reason,
    standing,
    status_mark,
    vote_notes,
    vote_title,
)
from cx_workshop.translate import _


def as_html(report: Report) -> str:
    """A fragment (no html or body element), for a page that brings report.css."""
    challenge = f"<blockquote>{text_as_html(report.challenge)}</blockquote>" if report.challenge else ""
    chosen = "".join(_chosen(section, report) for section in report.chosen)
    way = "".join(_way(section, report) for section in report.activities)
    return (
        f'<article class="report" lang="{report.language}">'
        f"<header><h1>{text_as_html(report.title)}</h1><p class=meta>{text_as_html(day_and_people(report))}</p>"
        f"{challenge}</header>"
        f"{_agreed(report)}<section class=chosen><h2>{_('What we chose')}</h2>"
        f"{chosen or _paragraph(_('Nothing has been kept yet.'))}{_without_evidence(report)}</section>"
        f"<section><h2>{_('The way there')}</h2>{way or _paragraph(_('No activity has been opened yet.'))}</section>"
        "</article>"
    )


def _agreed(report: Report) -> str:
    parts = []
    for kind, title in AGREED.items():
        items = "".join(f"<li dir=auto>{_decision(one, report)}</li>" for one in report.agreed if one.kind == kind)
        if items:
            parts.append(f"<section class=chosen><h2>{_(title)}</h2><ul class=agreed>{items}</ul></section>")
    return "".join(parts)


def _decision(decision: ToldDecision, report: Report) -> str:
    why = f"<p>{text_as_html(decision.why)}</p>" if decision.why else ""
    who = responsible(decision, report.language)
    told = f"<p class=meta>{text_as_html(who)}</p>" if who else ""
    return f"<strong>{text_as_html(decision.what)}</strong>{why}{told}{thread_as_html(decision.about, _('about'))}"


def _chosen(section: ActivitySection, report: Report) -> str:
    return f"<h3>{_heading(section)}</h3>{cards_as_html(section.kept, section, report.code, level=4)}"


def _without_evidence(report: Report) -> str:
    if not report.without_evidence:
        return ""
    return f"<h3>{_('Kept without evidence')}</h3>{list_as_html(report.without_evidence)}"


def _way(section: ActivitySection, report: Report) -> str:
    again = f"<p class=reason dir=auto>{text_as_html(reason(section))}</p>" if section.reason else ""
    sheets = "".join(_sheet(sheet, section, report.code) for sheet in section.sheets)
    parked = ""
    if section.parked and not section.in_place:
        parked = f"<h4>{_('Parked')}</h4>{cards_as_html(section.parked, section, report.code, level=5)}"
    return (
        f'<section class="diamond{section.diamond} {section.mode}"><h3>{_heading(section)}</h3>{again}'
        f"<p><em>{escape(section.question)}</em> {counts(section)}.</p>{_survey(section)}{sheets}{parked}"
        f"{''.join(_vote(vote) for vote in section.votes)}</section>"
    )


def _vote(vote: ToldVote) -> str:
    notes = "".join(f"<p dir=auto>{text_as_html(note)}</p>" for note in vote_notes(vote))
    ranked = "".join(
        f"<li dir=auto>{text_as_html(one.text)} <small>{escape(standing(one))}</small></li>" for one in vote.standings
    )
    result = _paragraph(answers(vote)) if vote.kind == "yes_no" else f"<ol>{ranked}</ol>"
    if vote.kind != "yes_no" and not ranked:
        result = _paragraph(_("Nobody gave a dot."))
    return f"<h4 dir=auto>{text_as_html(vote_title(vote))}</h4>{notes}{result}"


def _heading(section: ActivitySection) -> str:
    shape = SHAPES["diverge" if section.mode == "diverge" else "converge"]
    return f"<span aria-hidden=true>{shape}</span> {escape(heading(section))}"


def _sheet(sheet: Sheet, section: ActivitySection, code: str) -> str:
    level = 5 if sheet.name else 4
    name = f"<h4 dir=auto>{text_as_html(sheet.name)}</h4>" if sheet.name else ""
    groups = "".join(_group(group, section, code, level) for group in sheet.groups)
    return f"{name}{groups}{_grid(sheet, section, code)}"


def _group(group: Group, section: ActivitySection, code: str, level: int) -> str:
    if not group.name:
        return cards_as_html(group.cards, section, code, level=level, placed=True)
    mark = status_mark(group.status)
    name = text_as_html(group.name) + (f" <small>{mark}</small>" if mark else "")
    cards = cards_as_html(group.cards, section, code, level=level + 1, placed=True)
    return f"<h{level} dir=auto>{name}</h{level}>{cards}"


def _grid(sheet: Sheet, section: ActivitySection, code: str) -> str:
    """A table that scrolls inside its own box, by keyboard too."""
    if sheet.grid is None:
        return ""
    columns = "".join(f"<th scope=col dir=auto>{escape(column)}</th>" for column in sheet.grid.columns)
    rows = "".join(
        f"<tr><th scope=row dir=auto>{escape(row)}</th>"
        + "".join(f"<td>{cards_as_html(cell, section, code, level=5, placed=True)}</td>" for cell in cells)
        + "</tr>"
        for row, cells in sheet.grid.rows
    )
    name = escape(", ".join(filter(None, [section.name, sheet.name])))
    return _scrolling(f"<thead><tr><td></td>{columns}</tr></thead><tbody>{rows}</tbody>", name, "grid")


def _survey(section: ActivitySection) -> str:
    """Questions with the same answers share a table."""
    tables: dict[tuple[str, ...], list[str]] = {}
    for tally in section.tallies:
        ends = f" <small>{escape(tally.ends)}</small>" if tally.ends else ""
        cells = "".join(f"<td>{n or ''}</td>" for n in tally.counts.values())
        row = f"<tr><th scope=row>{escape(tally.name)}{ends}</th>{cells}</tr>"
        tables.setdefault(tuple(tally.counts), []).append(row)
    shown = "".join(
        _scrolling(
            f"<thead><tr><td></td>{''.join(f'<th scope=col>{escape(answer)}</th>' for answer in answers)}</tr></thead>"
            f"<tbody>{''.join(rows)}</tbody>",
            escape(section.name),
            "tally",
        )
        for answers, rows in tables.items()
    )
    remarks = f"<h4>{_('Remarks')}</h4>{list_as_html(section.remarks)}" if section.remarks else ""
    return shown + remarks


def _scrolling(table: str, name: str, kind: str) -> str:
    return f'<div class="{kind}" role="region" tabindex="0" aria-label="{name}"><table>{table}</table></div>'


def _paragraph(text: str) -> str:
    return f"<p>{text}</p>"
