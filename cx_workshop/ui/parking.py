"""The parking lot: what was put aside on any board, and what came up and has no place yet."""

from itertools import groupby

import streamlit as st

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.report.cards import title_of
from cx_workshop.storage import overview
from cx_workshop.translate import _, language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.acts import act, act_button
from cx_workshop.ui.floor import running_of
from cx_workshop.ui.rounds import name_of
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.fields import LONGEST_LINE


def show_parking(guest: Guest, activities: list[Activity]) -> None:
    with session.store().reading() as db:
        cards = overview.parked_cards(db, guest.workshop.id)
    by_id = {activity.id: activity for activity in activities}
    cards = [card for card in cards if card.activity in by_id]
    with st.container(key="cockpit_parking", gap="small"):
        st.subheader(_("Parking lot ({count})", count=len(cards)), anchor="parking")
        for activity, group in groupby(cards, key=lambda card: by_id[card.activity]):
            st.markdown(f"**{name_of(activity)}**")
            for card in group:
                with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                    st.markdown(plain(title_of(card, activity, language_in_use())), width="stretch")
                    if activity.status == "open":
                        args = {"card": card.id}
                        act_button(_("Back to its board"), guest, "reopen_card", args=args, key=f"back_{card.id}")
        _ask_for_thought(guest, running_of(activities))


def _ask_for_thought(guest: Guest, running: Activity | None) -> None:
    """Only while a board is open that takes it: what is parked lies there for all to see."""
    if running is None or method(running.method).board.one_each:
        st.caption(_("A new thought can be parked while a board is open."))
        return
    with st.form("park", border=False):
        st.text_input(_("A new thought"), max_chars=LONGEST_LINE, key="thought")
        st.form_submit_button(_("To the parking lot"), on_click=_park, args=[guest, running.id])


def _park(guest: Guest, activity: str) -> None:
    use_language(session.language())
    if act(guest, "park_thought", activity=activity, text=st.session_state.thought):
        st.session_state.thought = ""
