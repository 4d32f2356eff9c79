"""What the projector shows: the lobby, then the question, the timer and the board; no controls."""

from cx_workshop.ui import session
from cx_workshop.ui.door import ask_for_seat
from cx_workshop.ui.stage import show_stage

guest = session.guest(session.wanted_code())
if guest is None:
    ask_for_seat()
else:
    show_stage(guest)
