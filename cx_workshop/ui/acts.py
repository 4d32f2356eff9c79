"""How a page sends a verb: at once, and with a clear sentence where it is refused."""

from typing import Any

import streamlit as st

from cx_workshop.refusal import Refused
from cx_workshop.translate import language_in_use
from cx_workshop.ui.session import Guest, store
from cx_workshop.verbs import Command, perform


def act(guest: Guest, verb: str, **args: Any) -> bool:
    """Carry out a verb for this person; whether it was accepted."""
    try:
        perform(store(), Command(verb, args, seat=guest.seat.id)).result()
    except Refused as error:
        say(error)
        return False
    return True


def say(error: Refused) -> None:
    """Show why something was refused, now and after a rerun."""
    st.toast(error.sentence(language_in_use()), icon=":material/info:", duration="long")
