"""How a page sends a verb: at once, and with a clear sentence where it is refused."""

from typing import Any, Literal

import streamlit as st

from cx_workshop.refusal import Refused
from cx_workshop.translate import language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.pages import leave_for
from cx_workshop.ui.session import Guest, store
from cx_workshop.verbs import Command, Outcome, perform


def act_button(
    label: str,
    guest: Guest,
    verb: str,
    *,
    args: dict[str, Any],
    key: str,
    then: str | None = None,
    kind: Literal["primary", "secondary"] = "secondary",
    icon: str | None = None,
) -> None:
    """A button that carries out a verb, and then goes to the page `then`.

    It acts in the button's callback: the event it causes makes this very page run again, and a run that is cut off by
    the next has already forgotten which button was pressed.
    """

    def pressed() -> None:
        use_language(session.language())
        done = act(guest, verb, **{name: _value_now(value) for name, value in args.items()})
        if done and then:
            leave_for(then, done.data.get("activity") or args.get("activity"))

    st.button(label, key=key, type=kind, icon=icon, on_click=pressed)


def act(guest: Guest, verb: str, **args: Any) -> Outcome | None:
    """Carry out a verb for this person; None where it was refused."""
    try:
        return perform(store(), Command(verb, args, seat=guest.seat.id)).result()
    except Refused as error:
        st.toast(error.sentence(language_in_use()), icon=":material/info:", duration="long")
        return None


class Field(str):
    """An argument that is what stands in the widget of this key when the button is pressed."""


def _value_now(value: Any) -> Any:
    return st.session_state[value] if isinstance(value, Field) else value
