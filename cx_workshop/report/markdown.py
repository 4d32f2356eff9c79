"""The summary as Markdown."""

import re
from collections.abc import Iterator

from cx_workshop.process import SHAPES
from cx_workshop.report.boards import Sheet
from cx_workshop.report.cards import Entry, ToldCard
from cx_workshop.report.decisions import ToldDecision, responsible
from cx_workshop.report.report import ActivitySection, Report
from cx_workshop.report.threads import Ground
from cx_workshop.report.votes import ToldVote
from cx_workshop.report.words import (
    AGREED,
    answers,
    card_title,
    counts,
    day_and_people,
    heading,
    is_web,
    label,
    marks,
    picture,
    position,
    reason,
    standing,
    status_mark,
    vote_notes,
    vote_title,
)
from cx_workshop.translate import _

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$&]|:(?=\w)|^[#+=-]")
"""What Markdown, or Streamlit's dialect of it, would read as markup: anywhere, or at the start of a line."""
IN_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C", "&": "&amp;"})
NUMBERED = re.compile(r"^(\d+)([.)])")


def as_markdown(report: Report) -> str:
    parts = [f"# {_one_line(report.title)}", escape(day_and_people(report))]
    if report.challenge:
        parts.append(f"> {escape(report.challenge)}")
    parts += _agreed(report)
    parts += [f"## {_('What we chose')}"]
    parts += [_chosen(section) for section in report.chosen] or [_("Nothing has been kept yet.")]
    if report.without_evidence:
        parts += [f"### {_('Kept without evidence')}", _texts(report.without_evidence)]
    parts.append(f"## {_('The way there')}")
    parts += [_way(section) for section in report.activities] or [_("No activity has been opened yet.")]
    return "\n\n".join(parts) + "\n"


def _agreed(report: Report) -> Iterator[str]:
    for kind, title in AGREED.items():
        if found := [one for one in report.agreed if one.kind == kind]:
            yield f"## {_(title)}"
            yield "\n".join(_decision(one, report.language) for one in found)


def _decision(decision: ToldDecision, language: str) -> str:
    lines = [f"- **{escape(decision.what)}**"]
    if decision.why:
        lines.append(f"  - {_name(_('Why'))} {escape(decision.why)}")
    if who := responsible(decision, language):
        lines.append(f"  - {escape(who)}")
    return "\n".join([*lines, *_grounds(decision.about, "  ", _("about"))])


def _chosen(section: ActivitySection) -> str:
    return f"### {heading(section)}\n\n{_cards(section.kept, section, level=4)}"


def _way(section: ActivitySection) -> str:
    shape = SHAPES["diverge" if section.mode == "diverge" else "converge"]
    parts = [f"### {shape} {heading(section)}"]
    if section.reason:
        parts.append(_one_line(reason(section)))
    parts += [f"*{section.question}* {counts(section)}.", *_survey(section)]
    for sheet in section.sheets:
        parts += _sheet(sheet, section)
    if section.parked and not section.in_place:
        parts += [f"#### {_('Parked')}", _cards(section.parked, section, level=5)]
    for vote in section.votes:
        parts += _vote(vote)
    return "\n\n".join(parts)


def _vote(vote: ToldVote) -> Iterator[str]:
    yield f"#### {_one_line(vote_title(vote))}"
    yield from (_one_line(note) for note in vote_notes(vote))
    if vote.kind == "yes_no":
        yield answers(vote)
    elif vote.standings:
        yield "\n".join(
            f"{place}. {_one_line(one.text)} ({standing(one)})" for place, one in enumerate(vote.standings, start=1)
        )
    else:
        yield _("Nobody gave a dot.")


def _survey(section: ActivitySection) -> Iterator[str]:
    if section.tallies:
        yield "\n".join(
            f"- {_name(tally.name)} {', '.join(f'{n} × {escape(answer)}' for answer, n in tally.counts.items() if n)}"
            + (f" ({escape(tally.ends)})" if tally.ends else "")
            for tally in section.tallies
        )
    if section.remarks:
        yield f"#### {_('Remarks')}"
        yield _texts(section.remarks)


def _sheet(sheet: Sheet, section: ActivitySection) -> Iterator[str]:
    level = 4
    if sheet.name:
        yield f"{'#' * level} {_one_line(sheet.name)}"
        level += 1
    for group in sheet.groups:
        inner = level
        if group.name:
            mark = f" ({status_mark(group.status)})" if status_mark(group.status) else ""
            yield f"{'#' * level} {_one_line(group.name)}{mark}"
            inner += 1
        if group.cards:
            yield _cards(group.cards, section, level=inner, placed=True)
    if sheet.grid:
        for number, column in enumerate(sheet.grid.columns):
            yield f"{'#' * level} {_one_line(column)}"
            yield "\n".join(
                _item(card, before=f"{_name(row)} ", placed=True)
                for row, cells in sheet.grid.rows
                for card in cells[number]
            )


def _cards(cards: list[ToldCard], section: ActivitySection, *, level: int, placed: bool = False) -> str:
    """As list items; where a card is a form, as small sections."""
    if section.layout != "form":
        return "\n".join(_item(card, placed=placed) for card in cards)
    return "\n\n".join(_form(card, section, level) for card in cards)


def _form(card: ToldCard, section: ActivitySection, level: int) -> str:
    title = escape(card_title(card))
    if section.title and card.text:
        title = f"{escape(label(section.title))} {title}"
    lines = [*_entries(card, ""), *_grounds(card.grounds, "")]
    return "\n\n".join([f"{'#' * level} {title}{_marks(card, placed=False)}", *(["\n".join(lines)] if lines else [])])


def _item(card: ToldCard, *, before: str = "", placed: bool = False) -> str:
    """A card in a list; one without text begins with its first field."""
    first = [escape(card.text)] if card.text else []
    rest = [*_slider(card), *_entries(card, "  ")]
    if not first and rest:
        first, rest = [rest[0].removeprefix("  - ")], rest[1:]
    grounds = [] if placed else _grounds(card.grounds, "  ")
    return "\n".join([f"- {before}{''.join(first)}{_marks(card, placed=placed)}", *rest, *grounds])


def _slider(card: ToldCard) -> Iterator[str]:
    if card.slider:
        yield f"  - {escape(f'{card.slider.left} ▸ {card.slider.right}')}: {position(card.slider)}"


def _entries(card: ToldCard, indent: str) -> Iterator[str]:
    for entry in card.entries:
        values = [escape(value) for value in entry.values]
        if entry.kind == "list":
            yield "\n".join([f"{indent}- {_name(entry.name)}", *(f"{indent}  - {value}" for value in values)])
        else:
            yield f"{indent}- {_name(entry.name)} {_value(entry)}"


def _value(entry: Entry) -> str:
    if entry.kind == "image":
        return f"*{_one_line(picture(entry))}*"
    if entry.kind == "link" and is_web(entry.values[0]):
        return f"[{_one_line(entry.values[0])}](<{entry.values[0].translate(IN_ADDRESS)}>)"
    return escape(entry.values[0])


def _grounds(grounds: list[Ground], indent: str, how: str = "") -> Iterator[str]:
    for ground in grounds:
        yield f"{indent}- {how or _('rests on')}: {escape(ground.text)} ({escape(ground.activity)})"
        yield from _grounds(ground.grounds, f"{indent}  ")


def _marks(card: ToldCard, *, placed: bool) -> str:
    found = marks(card, placed=placed)
    return f" ({escape(', '.join(found))})" if found else ""


def _texts(texts: list[str]) -> str:
    return "\n".join(f"- {escape(text)}" for text in texts)


def _name(name: str) -> str:
    return f"**{escape(label(name))}**"


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))


def escape(text: str) -> str:
    """Text that Markdown shows as it was typed; its lines stay lines of the same list item or paragraph."""
    lines = [SPECIAL.sub(r"\\\g<0>", line.strip()) for line in text.splitlines() if line.strip()]
    return "\\\n  ".join(NUMBERED.sub(r"\1\\\2", line) for line in lines)
