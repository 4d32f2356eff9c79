"""The main script: runs on every visit, before the page it leads to."""

from pathlib import Path

import streamlit as st

from cx_workshop.translate import use_language
from cx_workshop.ui import session
from cx_workshop.ui.components import go
from cx_workshop.ui.header import show_header
from cx_workshop.ui.pages import PAGES, file_of, leave_if_asked

HERE = Path(__file__).parent

st.set_page_config(page_title="CX Workshop", page_icon=str(HERE / "icon.svg"), layout="wide")
st.html(HERE / "page.css")
use_language(session.language())
current = st.navigation([st.Page(file_of(name), default=name == "start") for name in PAGES], position="hidden")
guest = session.guest(session.wanted_code(current.url_path))
leave_if_asked(guest)
st.session_state.page, st.session_state.page_query = current.url_path, st.query_params.to_dict()
show_header(guest, current.url_path)
if path := st.session_state.get("entering"):
    go(path)
current.run()
