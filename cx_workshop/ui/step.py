"""A step page: the board of its activity, following the facilitator or looking back."""

from dataclasses import asdict
from functools import cache, partial
from typing import Any

import streamlit as st

from cx_workshop.content import Method, method
from cx_workshop.content.methods import photo_words
from cx_workshop.model import Activity
from cx_workshop.process import STEPS
from cx_workshop.report.words import step_name
from cx_workshop.storage import queries
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui import components, session
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.charts import show_chart
from cx_workshop.ui.controls import show_controls
from cx_workshop.ui.door import ask_for_seat
from cx_workshop.ui.floor import running_of
from cx_workshop.ui.pages import chosen_activity, leave_for
from cx_workshop.ui.rounds import name_of, show_reason
from cx_workshop.ui.session import Guest


def show_step(step: str) -> None:
    guest = session.guest(session.wanted_code())
    if guest is None:
        ask_for_seat()
        return
    with session.store().reading() as db:
        activities = queries.agenda_of(db, guest.workshop.id)
    follow = partial(go_along, guest)
    above = st.container()
    shown = choose_activity(step, activities)
    if guest.leads:
        with above:
            show_controls(guest, activities, shown, follow=follow)
    if shown:
        show_reason(shown)
    components.board(board_data(guest, shown, activities) | called_to(shown), follow=follow)
    show_chart(guest, shown)


def go_along(guest: Guest) -> None:
    """To where the workshop is now."""
    with session.store().reading() as db:
        running = running_of(queries.agenda_of(db, guest.workshop.id))
    if running:
        leave_for(running.step, running.id)


def called_to(shown: Activity | None) -> dict[str, bool]:
    """Whether the facilitator called everybody to this board; whom they called follows on from there."""
    called = shown is not None and st.session_state.get("called_to") == shown.id
    if not called:
        st.session_state.called_to = None
    return {"called": True, "follow": True} if called else {"called": False}


def choose_activity(step: str, activities: list[Activity]) -> Activity | None:
    """The activity that this person looks at; a choice, where the step has had several."""
    usual = activity_of(step, activities)
    opened = {
        activity.id: activity for activity in activities if activity.step == step and activity.status != "planned"
    }
    if usual is None or len(opened) < 2:
        return usual
    key = chosen_activity(step)
    if st.session_state.get(key) not in opened:
        wanted = st.query_params.get("activity", "")
        st.session_state[key] = wanted if wanted in opened else usual.id
    chosen = st.segmented_control(
        _("Activities of this step"),
        list(opened),
        format_func=lambda activity: name_of(opened[activity]),
        key=key,
        required=True,
        label_visibility="collapsed",
    )
    return opened.get(chosen or "", usual)


def activity_of(step: str, activities: list[Activity]) -> Activity | None:
    """What a step's page shows: its open activity, else the last one that was open, else the first to come."""
    mine = [activity for activity in activities if activity.step == step]
    opened = [activity for activity in mine if activity.status == "open"]
    closed = [activity for activity in mine if activity.status == "closed"]
    return next(iter(opened or closed[::-1] or mine), None)


def board_data(guest: Guest, shown: Activity | None, activities: list[Activity]) -> dict[str, Any]:
    running = running_of(activities)
    # Whom the workshop led here follows on, even if it has meanwhile gone further.
    led = shown is not None and st.session_state.get("led_to") == shown.id
    if not led:
        st.session_state.led_to = None
    return {
        "code": guest.workshop.code,
        "activity": shown.id if shown else None,
        "follow": running is None or running == shown or led,
        "steps": [{"id": step.id, "name": step_name(step.id), "diamond": str(step.diamond)} for step in STEPS],
        "methods": {activity.method: board_words_of(activity.method, language_in_use()) for activity in activities},
        "prompts": _prompts(shown),
        "words": board_words(),
        "language": language_in_use(),
    }


@cache
def board_words_of(method_id: str, language: str) -> dict[str, Any]:
    """What a board needs of its method: how it is laid out, and its words. Prompts come apart: they may come later."""
    used, words = method(method_id), method(method_id).words[language]
    return {
        **asdict(used.board),
        "chooses": used.chooses,
        **{key: getattr(words, key) for key in ("name", "question", "how", "title", "sheet", "regions")},
        "templates": [
            {"id": id, "name": name, "lanes": used.board.templates.get(id, used.board.lanes)}
            for id, name in words.templates.items()
        ],
        "lanes": [vars(lane) for lane in words.lanes if lane.id in used.board.lanes],
        "other_lanes": [vars(lane) for lane in words.lanes if lane.id not in used.board.lanes],
        "rows": [vars(row) for row in words.rows],
        "axes": [{"id": id, **vars(axis)} for id, axis in words.axes.items()],
        "fields": [asdict(field) | asdict(words.fields[field.id]) for field in used.board.fields],
        "photo": _photo(used, language),
    }


def _photo(used: Method, language: str) -> dict[str, Any] | None:
    """The field that takes a photo of paper, if there is one."""
    if (photo := used.board.photo) is None:
        return None
    return asdict(photo) | asdict(used.words[language].fields.get(photo.id, photo_words(language)))


def _prompts(shown: Activity | None) -> list[str]:
    """The method's prompts, unless they are for later: then they leave the server once the facilitator shows them."""
    if shown is None or (method(shown.method).board.prompts_later and not shown.shape.get("prompts")):
        return []
    return method(shown.method).words[language_in_use()].prompts
