"""The diamond that a team draws itself: how many directions are open, from the first card to now."""

from cx_workshop.ui import session
from cx_workshop.ui.diamond import show_diamond
from cx_workshop.ui.door import ask_for_seat

guest = session.guest(session.wanted_code())
if guest is None:
    ask_for_seat()
else:
    show_diamond(guest)
