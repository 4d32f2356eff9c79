"""Where a workshop is led: the facilitator's cockpit."""

import streamlit as st

from cx_workshop.translate import _
from cx_workshop.ui import session
from cx_workshop.ui.cockpit import show_cockpit
from cx_workshop.ui.door import ask_for_seat

guest = session.guest(session.wanted_code())
if guest is None:
    ask_for_seat()
elif not guest.leads:
    st.info(_("This page is for the facilitator."))
else:
    show_cockpit(guest)
