"""The facilitator's row above a board: what is pressed while an activity runs, on the step pages and in the cockpit."""

from collections.abc import Callable

import streamlit as st

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.process import STEPS
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui import components
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.floor import running_of
from cx_workshop.ui.rounds import offer_round
from cx_workshop.ui.session import Guest


def show_controls(
    guest: Guest, activities: list[Activity], shown: Activity | None, *, follow: Callable[[], None] = lambda: None
) -> None:
    """Of the open activity; `shown` is the one that the page shows. Calls `follow` once this person has opened one."""
    if guest.workshop.status == "closed":
        st.info(_("This workshop is closed: everybody can read it, nobody can change it."), icon=":material/lock:")
        return
    running = running_of(activities)
    if running and guest.workshop.solo:  # who works alone has no page with the agenda
        offer_round(guest, running)
    words = {activity.method: method(activity.method).words[language_in_use()] for activity in activities}
    components.controls(
        {
            "code": guest.workshop.code,
            "activity": shown.id if shown else None,
            "names": {used: of_method.name for used, of_method in words.items()},
            "diamonds": {step.id: str(step.diamond) for step in STEPS},
            "words": board_words(),
            "language": language_in_use(),
        },
        follow=follow,
    )
