"""The facilitators' own notes, one for each activity."""

import streamlit as st

from cx_workshop.model import Activity
from cx_workshop.translate import _, use_language
from cx_workshop.ui import session
from cx_workshop.ui.acts import act
from cx_workshop.ui.floor import next_of, running_of
from cx_workshop.ui.rounds import name_of
from cx_workshop.ui.session import Guest
from cx_workshop.verbs.fields import LONGEST_TEXT

HEIGHT = 180


def show_notes(guest: Guest, activities: list[Activity]) -> None:
    """Of the activity that is on, or another; kept as soon as one leaves the field."""
    with st.container(key="cockpit_notes", gap="small"):
        st.subheader(_("My notes"), anchor="notes")
        by_id = {activity.id: activity for activity in activities}
        on = running_of(activities) or next_of(activities) or (activities[-1] if activities else None)
        if on is None:
            return
        chosen = st.selectbox(
            _("Activity"),
            list(by_id),
            index=list(by_id).index(on.id),
            format_func=lambda activity: name_of(by_id[activity]),
            key=f"notes_of_{on.id}",  # another activity opens: the notes go along
        )
        _show_note(guest, by_id[chosen])
        st.caption(_("For facilitators only; kept when you leave the field."))


def _show_note(guest: Guest, activity: Activity) -> None:
    key, known = f"note_{activity.id}", f"known_note_{activity.id}"
    if st.session_state.get(known) != activity.notes or key not in st.session_state:
        st.session_state[key] = st.session_state[known] = activity.notes  # new here, or written by another facilitator
    st.text_area(
        _("Notes"),
        key=key,
        height=HEIGHT,
        max_chars=LONGEST_TEXT,
        label_visibility="collapsed",
        placeholder=_("What to say, whom to ask, what to watch …"),
        on_change=_keep,
        args=[guest, activity.id],
    )


def _keep(guest: Guest, activity: str) -> None:
    use_language(session.language())
    text = st.session_state[f"note_{activity}"]
    if act(guest, "write_note", activity=activity, text=text):
        st.session_state[f"known_note_{activity}"] = text.strip()
