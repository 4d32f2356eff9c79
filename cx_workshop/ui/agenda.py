"""Changing the agenda: add an activity, retime, move or drop one."""

import streamlit as st

from cx_workshop.content import method, methods
from cx_workshop.model import Activity
from cx_workshop.process import SHAPES, STEPS
from cx_workshop.report.words import step_name
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui.acts import Field, act_button
from cx_workshop.ui.session import Guest
from cx_workshop.verbs.agenda import LONGEST_MINUTES

ORDER = {step.id: number for number, step in enumerate(STEPS)}


def full_name(method_id: str) -> str:
    """A method with its step, such as ◇ Empathize: Empathy map."""
    used = method(method_id)
    return f"{SHAPES[used.mode]} {step_name(used.step)}: {used.words[language_in_use()].name}"


def show_activity_menu(guest: Guest, activity: Activity, *, last: bool) -> None:
    name = full_name(activity.method)
    with st.popover("⋮", help=_("Minutes, place in the agenda")):
        st.markdown(f"**{name}**")
        minutes = f"minutes_{activity.id}"
        st.number_input(_("Minutes"), 1, LONGEST_MINUTES, activity.minutes, key=minutes)
        args = {"activity": activity.id}
        retime = args | {"minutes": Field(minutes)}
        act_button(_("Save the minutes"), guest, "retime_activity", args=retime, key=f"retime_{activity.id}")
        if activity.position > 1:
            up = args | {"position": activity.position - 1}
            act_button(_("Earlier"), guest, "move_activity", args=up, key=f"up_{activity.id}")
        if not last:
            down = args | {"position": activity.position + 1}
            act_button(_("Later"), guest, "move_activity", args=down, key=f"down_{activity.id}")
        if activity.status == "closed":
            key = f"open_{activity.id}"
            act_button(_("Open again"), guest, "open_activity", args=args, key=key, then=activity.step)
        if activity.status == "planned":
            act_button(_("Take out of the agenda"), guest, "drop_activity", args=args, key=f"drop_{activity.id}")


def place_for(step: str, activities: list[Activity]) -> int:
    """Behind the last activity of this step; where there is none, behind those of the steps before it."""
    same = [activity.position for activity in activities if activity.step == step]
    return 1 + (max(same) if same else sum(ORDER[activity.step] < ORDER[step] for activity in activities))


@st.fragment  # choosing a method runs only this again
def show_planning(guest: Guest, activities: list[Activity]) -> None:
    """Add an activity: it goes behind the others of its step."""
    known = sorted(methods(), key=lambda name: (ORDER[method(name).step], full_name(name)))
    with st.container(border=True):
        st.markdown(f"**{_('Add an activity')}**")
        chosen = st.selectbox(_("Method"), known, format_func=full_name, key="new_method")
        used = method(chosen)
        st.caption(used.words[language_in_use()].why)
        st.number_input(_("Minutes"), 1, LONGEST_MINUTES, used.minutes, key=f"new_minutes_{chosen}")
        place = place_for(used.step, activities)
        args = {"method": Field("new_method"), "minutes": Field(f"new_minutes_{chosen}"), "position": place}
        act_button(_("Add to the agenda"), guest, "plan_activity", args=args, key="plan", kind="primary")
