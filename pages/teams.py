"""A room in teams: split it, see all teams at once, bring back what they kept."""

import streamlit as st

from cx_workshop.translate import _
from cx_workshop.ui import session
from cx_workshop.ui.door import ask_for_seat
from cx_workshop.ui.teams import show_teams

guest = session.guest(session.wanted_code())
if guest is None:
    ask_for_seat()
elif not guest.leads:
    st.info(_("This page is for the facilitator."))
else:
    show_teams(guest)
