"""What can be taken to paper: worksheets, and the agenda as a run sheet. Made when the button is pressed."""

from collections.abc import Callable
from datetime import time
from functools import partial

import streamlit as st

from cx_workshop.content import Method
from cx_workshop.model import Activity, Workshop
from cx_workshop.report.paper import PAPERS, Paper
from cx_workshop.report.run_sheet import LONGEST_DAY, USUAL_START, workshop_run_sheet
from cx_workshop.report.worksheets import agenda_worksheets, method_worksheet
from cx_workshop.storage import queries
from cx_workshop.translate import _, language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.session import Guest


def offer_worksheet(method: Method, guest: Guest | None) -> None:
    """Its board on paper, in the reader's language."""
    workshop = guest.workshop if guest else None
    for paper in PAPERS:
        label = _("Worksheet {paper}", paper=paper.upper())
        make = partial(method_worksheet, method.id, paper=paper, workshop=workshop)
        _offer(label, f"{method.id.split('/')[1]}-{paper}.pdf", make, language_in_use())


def offer_prints(guest: Guest) -> None:
    """For the walls of a workshop: in its language, whatever the facilitator reads."""
    workshop = guest.workshop
    with st.popover(_("Print …")):
        _offer_run_sheet(workshop)
        for paper in PAPERS:
            label = _("Worksheets of this agenda, {paper}", paper=paper.upper())
            _offer(label, f"{workshop.code}-{paper}.pdf", partial(_worksheets, workshop, paper), workshop.language)


@st.fragment  # choosing an hour runs only this again, and the bubble stays open
def _offer_run_sheet(workshop: Workshop) -> None:
    """For the facilitator's hand, in the facilitator's language."""
    minutes = sum(activity.minutes for activity in _agenda(workshop))
    start = st.time_input(_("Start"), USUAL_START)
    daily = st.toggle(_("Each step on a day of its own"), value=minutes > LONGEST_DAY)
    make = partial(_run_sheet, workshop, start, daily=daily)
    _offer(_("Run sheet"), f"{workshop.code}.pdf", make, language_in_use())


def _run_sheet(workshop: Workshop, start: time, *, daily: bool) -> bytes:
    return workshop_run_sheet(workshop, _agenda(workshop), start=start, daily=daily)


def _worksheets(workshop: Workshop, paper: Paper) -> bytes:
    return agenda_worksheets(workshop, _agenda(workshop), paper=paper)


def _agenda(workshop: Workshop) -> list[Activity]:
    with session.store().reading() as db:
        return queries.agenda_of(db, workshop.id)


def _offer(label: str, name: str, make: Callable[[], bytes], language: str) -> None:
    def made() -> bytes:
        use_language(language)
        return make()

    icon = ":material/download:"
    st.download_button(label, made, file_name=name, mime="application/pdf", icon=icon, on_click="ignore", key=name)
