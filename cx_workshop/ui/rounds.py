"""Once more: an activity as a new round, with the reason that stays beside it."""

import streamlit as st

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui.acts import Field, act_button
from cx_workshop.ui.pages import page_of
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.fields import LONGEST_LINE


def name_of(activity: Activity) -> str:
    """The activity's name; a later round says which."""
    name = method(activity.method).words[language_in_use()].name
    return f"{name} · {_('round {n}', n=activity.round)}" if activity.round > 1 else name


def show_reason(activity: Activity) -> None:
    """Why there is this round, in the words of whoever began it."""
    if reason := activity.shape.get("reason"):
        st.caption(_("Round {n}, because: {reason}", n=activity.round, reason=plain(reason)))


def offer_round(guest: Guest, activity: Activity) -> None:
    """Ask why, and then do this activity once more."""
    with st.popover(_("New round …")):
        ask_for_round(guest, activity)


def ask_for_round(guest: Guest, activity: Activity) -> None:
    st.markdown(
        _("Everybody goes to an empty board of **{name}**. The old one stays to be read.", name=_name(activity))
    )
    why = f"why_{activity.id}"
    st.text_input(_("Why once more?"), max_chars=LONGEST_LINE, key=why)
    args = {"activity": activity.id, "reason": Field(why)}
    label, then = _("Begin the new round"), page_of(activity)
    act_button(label, guest, "new_round", args=args, key=f"round_{activity.id}", then=then, kind="primary")


def _name(activity: Activity) -> str:
    return method(activity.method).words[language_in_use()].name
