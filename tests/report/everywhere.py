"""A report that has the same text from people in every place that can hold one, past plain cards in lanes."""

from dataclasses import replace
from datetime import date

from cx_workshop.report.boards import Grid, Group, Sheet, Tally
from cx_workshop.report.cards import Entry, Slider, ToldCard
from cx_workshop.report.decisions import ToldDecision
from cx_workshop.report.report import ActivitySection, Report
from cx_workshop.report.threads import Ground

BARE = ActivitySection(
    method="define/how_might_we",
    step="define",
    mode="converge",
    diamond=1,
    name="How might we",
    question="Which one?",
    layout="lanes",
    status="closed",
)
EMPTY = Report("en", "Parcels", "", "KTX-4F9", date(2026, 11, 21), False, [], [], [])


def entries(text: str) -> list[Entry]:
    return [
        Entry("Line", "line", [text]),
        Entry("Needs", "list", [text, "Last"]),
        Entry("Portrait", "image", [text], "image-1"),
        Entry("Film", "link", [text]),
    ]


def report_of(*sections: ActivitySection) -> Report:
    return replace(EMPTY, activities=list(sections))


def filled(text: str) -> Report:
    """Kept cards with fields and a thread, as list items and as a form."""
    grounds = [Ground(text, "Empathy map", [Ground(text, "Persona", [])])]
    card = ToldCard("Card", status="kept", entries=entries(text), merged=2, grounds=grounds)
    form = replace(BARE, layout="form", step="test", title="We believe that", kept=[replace(card, text=text)])
    return replace(report_of(replace(BARE, kept=[card]), form), without_evidence=[text])


def agreed(text: str) -> Report:
    """A decision about a card with its thread, and an action that says no more than it must."""
    about = [Ground(text, "Decision", [Ground(text, "Prototype", [])])]
    decision = ToldDecision("decision", text, why=text, owner=text, due=date(2026, 12, 1), about=about)
    return replace(EMPTY, decided=[decision, ToldDecision("action", "Last")])


def boards(text: str) -> Report:
    """Boards of every other layout, a later round and a survey."""
    card = ToldCard(text, "Pia", "parked")
    grid = Grid([text, "Use"], [(text, [[card], [ToldCard("Last", entries=[Entry("Feeling", "scale", ["+1"])])]])])
    slider = ToldCard("", slider=Slider(text, "digital", 70))
    return report_of(
        replace(BARE, layout="grid", sheets=[Sheet(text, grid=grid)], parked=[card], round=2, reason=text),
        replace(BARE, layout="themes", sheets=[Sheet("", [Group(text, [card], "kept"), Group("Loose cards", [])])]),
        replace(BARE, layout="sliders", sheets=[Sheet("", [Group("", [slider])])]),
        replace(BARE, survey=True, tallies=[Tally("I like it.", {"1": 2, "2": 0}, "no … yes")], remarks=[text]),
    )
