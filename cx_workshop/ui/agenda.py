"""The agenda: what each activity takes and took, and how it is changed: add, retime, move, open again, drop."""

from itertools import groupby
from typing import Any

import streamlit as st

from cx_workshop.content import method, methods
from cx_workshop.model import Activity
from cx_workshop.process import SHAPES, STEP_BY_ID, STEPS
from cx_workshop.report.words import duration, step_name
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui.acts import Field, act_button
from cx_workshop.ui.floor import next_of, running_of
from cx_workshop.ui.pages import link_to, page_of
from cx_workshop.ui.rounds import ask_for_round, name_of, show_reason
from cx_workshop.ui.session import Guest
from cx_workshop.verbs.agenda import LONGEST_MINUTES

LONG_AGENDA = 8
"""With more activities than this, only the steps that are on stand open."""
MARKS = {"planned": "○", "open": "▶", "closed": "✓"}
ORDER = {step.id: number for number, step in enumerate(STEPS)}


def full_name(method_id: str) -> str:
    """A method with its step, such as ◇ Empathize: Empathy map."""
    used = method(method_id)
    return f"{SHAPES[used.mode]} {step_name(used.step)}: {used.words[language_in_use()].name}"


def show_agenda(guest: Guest, activities: list[Activity], spent: dict[str, float]) -> None:
    """Step by step every activity with its minutes, planned and spent; a long agenda folds what is not on."""
    st.subheader(_("Agenda"))
    whole, left = _minutes(activities), _minutes([one for one in activities if one.status == "planned"])
    st.caption(_("{whole} of work, {left} still to come", whole=whole, left=left))
    on = [running_of(activities), next_of(activities)]
    for step, group in groupby(activities, key=lambda activity: activity.step):
        mine = list(group)
        folded = None if len(activities) <= LONG_AGENDA else not any(one in on for one in mine)
        with _step_box(step, mine, folded=folded):
            for activity in mine:
                _show_activity(guest, activity, spent.get(activity.id), last=activity == activities[-1])


def _step_box(step: str, activities: list[Activity], *, folded: bool | None) -> Any:
    """The activities of a step that follow one another, with their minutes; it can be folded unless that is None."""
    done = f" · ✓ {_('done')}" if all(activity.status == "closed" for activity in activities) else ""
    label = f"{SHAPES[STEP_BY_ID[step].mode]} **{step_name(step)}** · {_minutes(activities)}{done}"
    if folded is None:
        box = st.container(gap="small")
        box.markdown(label)
        return box
    return st.expander(label, expanded=not folded, key=f"step_box_{activities[0].id}_{folded}")


def _minutes(activities: list[Activity]) -> str:
    return duration(sum(activity.minutes for activity in activities))


def _show_activity(guest: Guest, activity: Activity, spent: float | None, *, last: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        with st.container(width="stretch", gap=None):
            link_to(activity.step, guest, label=f"{MARKS[activity.status]} {name_of(activity)}")
            st.caption(_state(activity, spent))
        if guest.workshop.status == "open":
            show_activity_menu(guest, activity, last=last)
    show_reason(activity)


def _state(activity: Activity, spent: float | None) -> str:
    """Its minutes, planned and spent, and how it stands."""
    states = {"planned": "", "open": _("open now"), "closed": _("closed")}
    parts = [_("{minutes} min", minutes=activity.minutes), states[activity.status]]
    if spent is not None:
        parts[0] = _("{spent} of {minutes} min", spent=round(spent), minutes=activity.minutes)
    if activity.locked and activity.status == "open":
        parts.append(_("locked"))
    return " · ".join(filter(None, parts))


def show_activity_menu(guest: Guest, activity: Activity, *, last: bool) -> None:
    name = full_name(activity.method)
    with st.popover("⋮", help=_("Open, minutes, place in the agenda")):
        st.markdown(f"**{name}**")
        args = {"activity": activity.id}
        if activity.status != "open":
            label = _("Open now") if activity.status == "planned" else _("Open again")
            key = f"open_from_agenda_{activity.id}"
            act_button(label, guest, "open_activity", args=args, key=key, then=page_of(activity))
        minutes = f"minutes_{activity.id}"
        st.number_input(_("Minutes"), 1, LONGEST_MINUTES, activity.minutes, key=minutes)
        retime = args | {"minutes": Field(minutes)}
        act_button(_("Save the minutes"), guest, "retime_activity", args=retime, key=f"retime_{activity.id}")
        if activity.position > 1:
            up = args | {"position": activity.position - 1}
            act_button(_("Earlier"), guest, "move_activity", args=up, key=f"up_{activity.id}")
        if not last:
            down = args | {"position": activity.position + 1}
            act_button(_("Later"), guest, "move_activity", args=down, key=f"down_{activity.id}")
        if activity.status == "planned":
            act_button(_("Take out of the agenda"), guest, "drop_activity", args=args, key=f"drop_{activity.id}")
        else:
            st.divider()
            ask_for_round(guest, activity)


def place_for(step: str, activities: list[Activity]) -> int:
    """Behind the last activity of this step; where there is none, behind those of the steps before it."""
    same = [activity.position for activity in activities if activity.step == step]
    return 1 + (max(same) if same else sum(ORDER[activity.step] < ORDER[step] for activity in activities))


@st.fragment  # choosing a method runs only this again
def show_planning(guest: Guest, activities: list[Activity]) -> None:
    """Add an activity: it goes behind the others of its step."""
    known = sorted(methods(), key=lambda name: (ORDER[method(name).step], full_name(name)))
    with st.expander(_("Add an activity")):
        chosen = st.selectbox(_("Method"), known, format_func=full_name, key="new_method")
        used = method(chosen)
        st.caption(used.words[language_in_use()].why)
        st.number_input(_("Minutes"), 1, LONGEST_MINUTES, used.minutes, key=f"new_minutes_{chosen}")
        place = place_for(used.step, activities)
        args = {"method": Field("new_method"), "minutes": Field(f"new_minutes_{chosen}"), "position": place}
        act_button(_("Add to the agenda"), guest, "plan_activity", args=args, key="plan", kind="primary")
