"""The three doors: join, lead, practise; and the workshops this browser has a seat in."""

import streamlit as st

from cx_workshop.translate import _
from cx_workshop.ui import session
from cx_workshop.ui.door import show_how_it_works, show_join, show_lead, show_my_workshops, show_practise
from cx_workshop.ui.pages import file_of

if "code" in st.query_params:
    _left, middle, _right = st.columns([1, 2, 1])
    with middle:
        show_join(code=st.query_params["code"], key=st.query_params.get("key"))
else:
    st.title("CX Workshop")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_("Design thinking for customer experience, together or alone."), width="stretch")
        st.page_link(file_of("library"), label=_("Library: all methods"), icon=":material/menu_book:")
    join, lead, practise = st.columns(3)
    with join:
        show_join()
    with lead:
        show_lead()
    with practise:
        show_practise()
    show_my_workshops(session.my_workshops())
    show_how_it_works()
