"""What can be taken to paper: the worksheet of a method, those of an agenda. Made when the button is pressed."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from cx_workshop.content import Method
from cx_workshop.model import Workshop
from cx_workshop.report.paper import PAPERS, Paper
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
        for paper in PAPERS:
            label = _("Worksheets of this agenda, {paper}", paper=paper.upper())
            _offer(label, f"{workshop.code}-{paper}.pdf", partial(_worksheets, workshop, paper), workshop.language)


def _worksheets(workshop: Workshop, paper: Paper) -> bytes:
    with session.store().reading() as db:
        activities = queries.agenda_of(db, workshop.id)
    return agenda_worksheets(workshop, activities, paper=paper)


def _offer(label: str, name: str, make: Callable[[], bytes], language: str) -> None:
    def made() -> bytes:
        use_language(language)
        return make()

    icon = ":material/download:"
    st.download_button(label, made, file_name=name, mime="application/pdf", icon=icon, on_click="ignore", key=name)
