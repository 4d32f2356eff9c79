"""Sentences that more than one format of the summary uses."""

from babel.dates import format_date

from cx_workshop.report.report import ActivitySection, Report
from cx_workshop.translate import N_, _

STEP_NAMES = {
    "empathize": N_("Empathize"),
    "define": N_("Define"),
    "ideate": N_("Ideate"),
    "prototype": N_("Prototype"),
    "test": N_("Test"),
}
MODE_NAMES = {"diverge": N_("diverge"), "converge": N_("converge")}


def step_name(step: str) -> str:
    return _(STEP_NAMES[step])


def day_and_people(report: Report) -> str:
    """One line: the day, who led, who took part."""
    day = format_date(report.day, format="long", locale=report.language)
    led = _("led by {names}", names=", ".join(report.facilitators)) if report.facilitators else ""
    took_part = _("with {names}", names=", ".join(report.people)) if report.people else ""
    return " · ".join(part for part in (day, led, took_part) if part)


def counts(section: ActivitySection) -> str:
    """One line: how many cards there were, and what became of them."""
    kept, parked = len(section.kept), len(section.parked)
    return _("cards: {added}, kept: {kept}, parked: {parked}", added=section.added, kept=kept, parked=parked)
