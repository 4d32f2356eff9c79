"""The summary people take home, live while the workshop runs."""

from cx_workshop.ui import session
from cx_workshop.ui.door import ask_for_seat
from cx_workshop.ui.summary import show_summary

guest = session.guest(session.wanted_code())
if guest is None:
    ask_for_seat()
else:
    show_summary(guest)
