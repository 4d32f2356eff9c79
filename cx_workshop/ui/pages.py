"""The pages by name, and the ways from one to another within a workshop."""

import streamlit as st

from cx_workshop.model import Activity
from cx_workshop.process import STEPS
from cx_workshop.settings import ROOT
from cx_workshop.ui.session import Guest

PAGES = ("start", "facilitate", "stage", "teams", *(step.id for step in STEPS), "diamond", "summary", "library")


def pages_for(guest: Guest) -> list[str]:
    """Where this person can go, in the order of the menu."""
    leads = ["facilitate"] if guest.leads and not guest.workshop.solo else []
    return [*leads, *(step.id for step in STEPS), "diamond", "summary", "library"]


def file_of(name: str) -> str:
    """The page's file, as Streamlit wants to be told it."""
    return str(ROOT / "pages" / f"{name}.py")


def leave_for(name: str, activity: str | None = None, *, leaf: dict[str, str] | None = None) -> None:
    """From a callback: go to another page when the script runs next; an activity says that the workshop leads there.

    A leaf is what a page shows by its query, such as a method of the library.
    """
    st.session_state.leave_for, st.session_state.leaf = name, leaf or {}
    st.session_state.led_to = activity
    if activity:
        st.session_state[_times_led(name)] = st.session_state.get(_times_led(name), 0) + 1
        st.session_state[chosen_activity(name)] = activity


def come_to(step: str, activity: str) -> None:
    """From a callback: to where the facilitator has called everybody; there they stay until something else opens."""
    leave_for(step)
    st.session_state.called_to = st.session_state[chosen_activity(step)] = activity


def stay() -> None:
    """From a callback: on the page that was shown last, unless another callback has already said where to go."""
    if "leave_for" not in st.session_state and (page := st.session_state.get("page")):
        st.session_state.leave_for = page
        st.session_state.leaf = st.session_state.get("page_query", {})


def page_of(activity: Activity) -> str | None:
    """Where to go when an activity opens: to its step's page; the cockpit shows every board itself."""
    return None if st.session_state.get("page") == "facilitate" else activity.step


def chosen_activity(step: str) -> str:
    """The key under which a session keeps which of a step's activities it shows.

    Another one each time the workshop leads there: a browser may still send what it knew of the choice before.
    """
    return f"activity_of_{step}_{st.session_state.get(_times_led(step), 0)}"


def _times_led(step: str) -> str:
    return f"led_to_{step}"


def leave_if_asked(guest: Guest | None) -> None:
    """Go where a callback wants to go; nothing in between may cut this off."""
    name, leaf = st.session_state.pop("leave_for", None), st.session_state.pop("leaf", {})
    if guest and name in pages_for(guest):
        st.session_state.page = name
        st.switch_page(file_of(name), query_params={**leaf, **guest.link})


def link_to(name: str, guest: Guest, *, label: str, stretch: bool = False) -> None:
    st.page_link(file_of(name), label=label, query_params=guest.link, width="stretch" if stretch else "content")
