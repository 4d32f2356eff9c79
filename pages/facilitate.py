"""Where a workshop is led: the agenda, who is here, how people come in."""

import streamlit as st

from cx_workshop.translate import _
from cx_workshop.ui import session
from cx_workshop.ui.after import show_after
from cx_workshop.ui.door import ask_for_seat
from cx_workshop.ui.floor import show_agenda, show_ending, show_wording
from cx_workshop.ui.people import show_invitation, show_people
from cx_workshop.ui.prints import offer_prints

guest = session.guest(session.wanted_code())
if guest is None:
    ask_for_seat()
elif not guest.leads:
    st.info(_("This page is for the facilitator."))
else:
    agenda, room = st.columns([3, 2], gap="large")
    with agenda:
        show_agenda(guest)
        with st.container(horizontal=True):
            offer_prints(guest)
            show_wording(guest)
            show_ending(guest)
            show_after(guest)
    with room:
        show_invitation(guest)
        show_people(guest)
