"""The main script: runs on every visit, before the page it leads to."""

from pathlib import Path

import streamlit as st

from cx_workshop.process import SHAPES, STEPS
from cx_workshop.report.words import step_name
from cx_workshop.translate import _, use_language
from cx_workshop.ui import session
from cx_workshop.ui.header import show_header
from cx_workshop.ui.pages import file_of

ICON = Path(__file__).with_name("icon.svg")

st.set_page_config(page_title="CX Workshop", page_icon=str(ICON), layout="wide")
use_language(session.language())
guest = session.guest(session.wanted_code())


def page(name: str, title: str, *, shown: bool) -> st.Page:
    return st.Page(file_of(name), title=title, default=name == "start", visibility="visible" if shown else "hidden")


seated = guest is not None
pages = [
    page("start", _("Start"), shown=False),
    page("facilitate", _("Facilitate"), shown=guest is not None and guest.leads and not guest.workshop.solo),
    *(page(step.id, f"{SHAPES[step.mode]} {step_name(step.id)}", shown=seated) for step in STEPS),
    page("summary", _("Summary"), shown=seated),
]
current = st.navigation(pages, position="top")
show_header(guest, current.url_path)
current.run()
