"""A step page: the board of its activity, following the facilitator or looking back."""

from typing import Any

import streamlit as st

from cx_workshop.content import methods
from cx_workshop.model import Activity
from cx_workshop.process import STEPS
from cx_workshop.report.words import step_name
from cx_workshop.storage import queries
from cx_workshop.translate import language_in_use
from cx_workshop.ui import components, session
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.door import ask_for_seat
from cx_workshop.ui.floor import show_controls
from cx_workshop.ui.session import Guest


def show_step(step: str) -> None:
    guest = session.guest(session.wanted_code())
    if guest is None:
        ask_for_seat()
        return
    with session.store().reading() as db:
        activities = queries.activities_of(db, guest.workshop.id)
    shown = activity_of(step, activities)
    if guest.leads:
        show_controls(guest, activities)
    components.board(board_data(guest, shown, activities))


def activity_of(step: str, activities: list[Activity]) -> Activity | None:
    """What a step's page shows: its open activity, else the last one that was open, else the first to come."""
    mine = [activity for activity in activities if activity.step == step]
    opened = [activity for activity in mine if activity.status == "open"]
    closed = [activity for activity in mine if activity.status == "closed"]
    return next(iter(opened or closed[::-1] or mine), None)


def board_data(guest: Guest, shown: Activity | None, activities: list[Activity]) -> dict[str, Any]:
    running = next((activity for activity in activities if activity.status == "open"), None)
    return {
        "code": guest.workshop.code,
        "activity": shown.id if shown else None,
        "follow": running is None or running == shown,
        "steps": [{"id": step.id, "name": step_name(step.id), "diamond": str(step.diamond)} for step in STEPS],
        "methods": methods_in(language_in_use()),
        "words": board_words(),
        "language": language_in_use(),
    }


@st.cache_data(show_spinner=False)
def methods_in(language: str) -> dict[str, Any]:
    """What a board says of each method, in one language."""
    return {
        found.id: {
            "name": words.name,
            "question": words.question,
            "how": words.how,
            "lanes": [vars(lane) for lane in words.lanes],
        }
        for found in methods().values()
        for words in [found.words[language]]
    }
