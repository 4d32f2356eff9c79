"""Sentences that more than one format of the summary uses."""

from urllib.parse import urlsplit

from babel.dates import format_date

from cx_workshop.report.cards import Entry, Slider, ToldCard
from cx_workshop.report.report import ActivitySection, Report
from cx_workshop.report.votes import ToldStanding, ToldVote
from cx_workshop.translate import N_, _

STEP_NAMES = {
    "empathize": N_("Empathize"),
    "define": N_("Define"),
    "ideate": N_("Ideate"),
    "prototype": N_("Prototype"),
    "test": N_("Test"),
}
MODE_NAMES = {"diverge": N_("diverge"), "converge": N_("converge")}

AGREED = {"decision": N_("What we decided"), "action": N_("What we do next")}
"""The headings above recorded decisions and actions."""


def step_name(step: str) -> str:
    return _(STEP_NAMES[step])


def day_and_people(report: Report) -> str:
    """One line: the day, who led, who took part."""
    day = format_date(report.day, format="long", locale=report.language)
    led = _("led by {names}", names=", ".join(report.facilitators)) if report.facilitators else ""
    took_part = _("with {names}", names=", ".join(report.people)) if report.people else ""
    return " · ".join(part for part in (day, led, took_part) if part)


def heading(section: ActivitySection) -> str:
    """The step and the activity, with its round where it is not the first."""
    return f"{step_name(section.step)}: {in_round(section.name, section.round)}"


def in_round(name: str, number: int) -> str:
    """An activity's name, with its round where it is not the first."""
    return name if number == 1 else _("{name}, round {number}", name=name, number=number)


def duration(minutes: int) -> str:
    """Such as 75 min, or 6 h 03 min."""
    if minutes < 120:
        return _("{minutes} min", minutes=minutes)
    return _("{hours} h {minutes} min", hours=minutes // 60, minutes=f"{minutes % 60:02}")


def counts(section: ActivitySection) -> str:
    """One line: how many cards there were, and what became of them."""
    if section.survey:
        return _("answers: {n}", n=section.added)
    kept, parked = len(section.kept), len(section.parked)
    return _("cards: {added}, kept: {kept}, parked: {parked}", added=section.added, kept=kept, parked=parked)


def vote_title(vote: ToldVote) -> str:
    """What stands above a vote: its round, or the question that everybody was asked."""
    if vote.kind == "yes_no":
        return vote.question
    return _("Most original, round {n}" if vote.kind == "original" else "Result of round {n}", n=vote.round)


def vote_notes(vote: ToldVote) -> list[str]:
    """What was asked, and why it was opened early."""
    asked = "" if vote.kind == "yes_no" else vote.question
    early = _("Opened before everybody had seen every card, because: {reason}", reason=vote.reason)
    return [note for note in (asked, early if vote.reason else "") if note]


def answers(vote: ToldVote) -> str:
    return _("Yes {yes} · No {no}", yes=vote.yes, no=vote.no)


def standing(one: ToldStanding) -> str:
    """What a card got, in words."""
    dots = _("{n} dot" if one.dots == 1 else "{n} dots", n=one.dots) if one.dots else ""
    concerns = _("{n} concern" if one.concerns == 1 else "{n} concerns", n=one.concerns) if one.concerns else ""
    split = _("opinions are split") if one.split else ""
    return " · ".join(filter(None, [dots, concerns, split]))


def reason(section: ActivitySection) -> str:
    return _("Once more, because: {reason}", reason=section.reason)


def status_mark(status: str) -> str:
    """What became of a card that is told where it lies; nothing for one that nobody has decided on."""
    return {"kept": _("kept"), "parked": _("parked")}.get(status, "")


def marks(card: ToldCard, *, placed: bool) -> list[str]:
    """What stands behind a card: its author, what was merged into it, and what became of it."""
    merged = _("{n} merged", n=card.merged) if card.merged else ""
    return [mark for mark in (card.author, merged, status_mark(card.status) if placed else "") if mark]


def card_title(card: ToldCard) -> str:
    """The heading of a card that is a small section."""
    return " ".join(card.text.split()) or _("Without a title")


def position(slider: Slider) -> str:
    """Where a slider stands between its poles."""
    return _("not placed yet") if slider.at is None else _("{value} of {max}", value=slider.at, max=100)


def picture(entry: Entry) -> str:
    """The words that stand for a picture."""
    return entry.values[0] if entry.values else _("A picture without a description")


def label(name: str) -> str:
    """A name before its value: a colon, unless it ends as a sentence."""
    return name if name.endswith((".", "?", "!", "…", ":")) else f"{name}:"


def is_web(address: str) -> bool:
    """Whether an address may become a link; a file from elsewhere may hold any."""
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False
