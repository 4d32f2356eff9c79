"""The stage: the page for the projector, over the whole screen."""

import streamlit as st

from cx_workshop.live.links import Links
from cx_workshop.process import STEP_BY_ID
from cx_workshop.storage import queries
from cx_workshop.translate import language_in_use
from cx_workshop.ui import components, session
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.invitation import room_links
from cx_workshop.ui.session import Guest
from cx_workshop.ui.step import board_data

ALONE = "<style>.st-key-header { display: none; } body { overflow: hidden; }</style>"
"""The stage has no header and nothing to scroll."""


def show_stage(guest: Guest) -> None:
    with session.store().reading() as db:
        activities = queries.agenda_of(db, guest.workshop.id)
    links: Links = room_links(guest)
    board = board_data(guest, None, activities) | {"follow": True, "readonly": True, "stage": True}
    for step in board["steps"]:
        step["mode"] = STEP_BY_ID[step["id"]].mode
    st.html(ALONE)
    components.stage(
        {
            "code": guest.workshop.code,
            "words": board_words(),
            "language": language_in_use(),
            "qr": links.join_qr(),
            "address": links.short,
            "board": board,
        }
    )
