"""The facilitator's page: what is on and what comes next, the workshop's wording, and its end."""

import streamlit as st

from cx_workshop.model import Activity
from cx_workshop.translate import _
from cx_workshop.ui.acts import Field, act_button
from cx_workshop.ui.door import language_field
from cx_workshop.ui.session import Guest
from cx_workshop.verbs.workshop import LONGEST_CHALLENGE, LONGEST_TITLE


def show_wording(guest: Guest) -> None:
    """Change what the workshop is called, what it is about, and its language."""
    workshop = guest.workshop
    with st.popover(_("Change title and challenge …")):
        st.text_input(_("Title"), workshop.title, max_chars=LONGEST_TITLE, key="new_title")
        st.text_area(_("Challenge"), workshop.challenge, max_chars=LONGEST_CHALLENGE, key="new_challenge")
        language_field(workshop.language, key="new_language")
        args = {name: Field(f"new_{name}") for name in ("title", "challenge", "language")}
        act_button(_("Save"), guest, "edit", args=args, key="edit", kind="primary")


def show_ending(guest: Guest) -> None:
    """Close or reopen the workshop."""
    if guest.workshop.status == "closed":
        st.info(_("This workshop is closed: everybody can read it, nobody can change it."), icon=":material/lock:")
        act_button(_("Reopen the workshop"), guest, "reopen", args={}, key="reopen")
        return
    with st.popover(_("Close the workshop …")):
        st.markdown(_("Everybody can still read it; nobody can change it until you reopen it."))
        act_button(_("Close for everybody"), guest, "close", args={}, key="close", kind="primary")


def running_of(activities: list[Activity]) -> Activity | None:
    return next((activity for activity in activities if activity.status == "open"), None)


def next_of(activities: list[Activity]) -> Activity | None:
    """The first planned activity after the last one that was opened."""
    last = max((a.position for a in activities if a.status != "planned"), default=0)
    return next((a for a in activities if a.status == "planned" and a.position > last), None)
