"""The facilitator's page: the agenda with what can be done to each activity, and the end of the workshop."""

from itertools import groupby
from typing import Any

import streamlit as st

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.process import SHAPES, STEP_BY_ID
from cx_workshop.report.words import duration, step_name
from cx_workshop.storage import queries
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui import session
from cx_workshop.ui.acts import Field, act_button
from cx_workshop.ui.agenda import show_activity_menu, show_planning
from cx_workshop.ui.door import language_field
from cx_workshop.ui.pages import link_to
from cx_workshop.ui.rounds import name_of, offer_round, show_reason
from cx_workshop.ui.session import Guest
from cx_workshop.verbs.workshop import LONGEST_CHALLENGE, LONGEST_TITLE

LONG_AGENDA = 8
"""With more activities than this, only the steps that are on stand open."""


def show_agenda(guest: Guest) -> None:
    """Step by step every activity with its state and what can be done; a long agenda folds what is not on."""
    with session.store().reading() as db:
        activities = queries.agenda_of(db, guest.workshop.id)
    st.subheader(_("Agenda"))
    whole, left = _minutes(activities), _minutes([one for one in activities if one.status == "planned"])
    st.caption(_("{whole} of work, {left} still to come", whole=whole, left=left))
    on = [running_of(activities), next_of(activities)]
    for step, group in groupby(activities, key=lambda activity: activity.step):
        mine = list(group)
        folded = None if len(activities) <= LONG_AGENDA else not any(one in on for one in mine)
        with _step_box(step, mine, folded=folded):
            for activity in mine:
                _show_activity(guest, activity, activities)
    if guest.workshop.status == "open":
        show_planning(guest, activities)


def _step_box(step: str, activities: list[Activity], *, folded: bool | None) -> Any:
    """The activities of a step that follow one another, with their minutes; it can be folded unless that is None."""
    done = f" · ✓ {_('done')}" if all(activity.status == "closed" for activity in activities) else ""
    label = f"{SHAPES[STEP_BY_ID[step].mode]} **{step_name(step)}** · {_minutes(activities)}{done}"
    if folded is None:
        box = st.container(border=True)
        box.markdown(label)
        return box
    return st.expander(label, expanded=not folded, key=f"step_box_{activities[0].id}_{folded}")


def _minutes(activities: list[Activity]) -> str:
    return duration(sum(activity.minutes for activity in activities))


def _show_activity(guest: Guest, activity: Activity, activities: list[Activity]) -> None:
    _show_row(guest, activity, activities)
    show_reason(activity)


def _show_row(guest: Guest, activity: Activity, activities: list[Activity]) -> None:
    following = next_of(activities)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=True):
        _describe(guest, activity)
        if guest.workshop.status == "closed":
            return
        if activity.status == "open":
            _lock_button(guest, activity)
            _close_button(guest, activity, primary=following is None)
        if activity.status == "planned":
            _open_button(guest, activity, label=_("Open"), primary=activity == following)
        else:
            offer_round(guest, activity)
        show_activity_menu(guest, activity, last=activity == activities[-1])


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


def _describe(guest: Guest, activity: Activity) -> None:
    states = {"planned": _("planned"), "open": _("open now"), "closed": _("closed")}
    with st.container(width="stretch", gap=None):
        link_to(activity.step, guest, label=f"{SHAPES[activity.mode]} {name_of(activity)}")
        parts = [_("{minutes} min", minutes=activity.minutes), states[activity.status]]
        st.caption(" · ".join([*parts, _("locked")] if activity.locked and activity.status == "open" else parts))


def _open_button(guest: Guest, activity: Activity, *, label: str, primary: bool) -> None:
    act_button(
        label,
        guest,
        "open_activity",
        args={"activity": activity.id},
        key=f"open_{activity.id}",
        then=activity.step,
        kind="primary" if primary else "secondary",
        icon=":material/play_arrow:",
    )


def _close_button(guest: Guest, activity: Activity, *, primary: bool) -> None:
    name = method(activity.method).words[language_in_use()].name
    act_button(
        _("Close {name}", name=name),
        guest,
        "close_activity",
        args={"activity": activity.id},
        key=f"close_{activity.id}",
        kind="primary" if primary else "secondary",
    )


def _lock_button(guest: Guest, activity: Activity) -> None:
    label, verb = (_("Unlock"), "unlock_board") if activity.locked else (_("Lock"), "lock_board")
    icon = ":material/lock_open:" if activity.locked else ":material/lock:"
    act_button(label, guest, verb, args={"activity": activity.id}, key=f"lock_{activity.id}", icon=icon)
