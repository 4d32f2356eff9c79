"""The facilitator's cockpit: time, agenda, the live board, people, and what is written down while talking."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from cx_workshop.model import Activity
from cx_workshop.storage import overview, queries
from cx_workshop.tracking.schedule import MOST_SLIP, Schedule, schedule_of
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui import components, session
from cx_workshop.ui.after import show_after
from cx_workshop.ui.agenda import show_agenda, show_planning
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.charts import show_chart
from cx_workshop.ui.controls import show_controls
from cx_workshop.ui.decisions import show_decisions
from cx_workshop.ui.floor import next_of, running_of, show_ending, show_wording
from cx_workshop.ui.invitation import offer_invitation, show_invitation
from cx_workshop.ui.notes import show_notes
from cx_workshop.ui.parking import show_parking
from cx_workshop.ui.prints import offer_prints
from cx_workshop.ui.replan import is_replanning, offer_replan, show_replan
from cx_workshop.ui.rounds import name_of, show_reason
from cx_workshop.ui.session import Guest
from cx_workshop.ui.step import board_data

STYLE = Path(__file__).with_name("cockpit.css")


def show_cockpit(guest: Guest) -> None:
    st.html(STYLE)
    with session.store().reading() as db:
        ever = queries.activities_of(db, guest.workshop.id)
        events = overview.agenda_events(db, guest.workshop.id)
    activities = [activity for activity in ever if activity.status != "dropped"]
    schedule = schedule_of(ever, events, datetime.now(UTC))
    _show_line(guest, activities, schedule)
    show_controls(guest, activities, running_of(activities))
    with st.container(key="cockpit"):
        with st.container(key="cockpit_agenda"):
            show_agenda(guest, activities, schedule.spent)
            if guest.workshop.status == "open":
                show_planning(guest, activities)
        with st.container(key="cockpit_board"):
            _show_board(guest, activities, begun=schedule.started is not None)
        with st.container(key="cockpit_people"):
            components.roster(_to_browser(guest))
    if guest.workshop.status == "open":
        with st.container(key="cockpit_desk"):
            show_notes(guest, activities)
            show_decisions(guest, running_of(activities))
            show_parking(guest, activities)
    _show_tools(guest)


def _show_line(guest: Guest, activities: list[Activity], schedule: Schedule) -> None:
    """How people come in, what is on, when it will end, and what to do about it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="cockpit_line"):
        if schedule.started:
            offer_invitation(guest)
        if guest.workshop.status == "open" and activities:
            with st.container(width="stretch"):
                components.now(_time(guest, activities, schedule))
            with st.container(width="content", key="cockpit_links"):
                st.markdown(f"[{_('Notes')}](#notes) · [{_('Decisions')}](#decisions) · [{_('Parking lot')}](#parking)")
            if schedule.started:
                offer_replan(activities, schedule)
    if guest.workshop.status == "open" and is_replanning(activities, schedule):
        show_replan(guest, activities, schedule)


def _time(guest: Guest, activities: list[Activity], schedule: Schedule) -> dict[str, object]:
    running, following = running_of(activities), next_of(activities)
    shown = running or following
    label = _("Now:") if running else _("Next:") if following else _("All activities are closed.")
    return _to_browser(guest) | {
        "label": label,
        "name": name_of(shown) if shown else "",
        "minutes": running.minutes if running else 0,
        "time_up": _text(schedule.time_up),
        "rest": schedule.rest,
        "planned_end": _text(schedule.planned_end),
        "at": _text(datetime.now(UTC)),
        "late": schedule.is_late,
        "most_slip": MOST_SLIP,
    }


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _to_browser(guest: Guest) -> dict[str, object]:
    return {"code": guest.workshop.code, "words": board_words(), "language": language_in_use()}


def _show_board(guest: Guest, activities: list[Activity], *, begun: bool) -> None:
    """The board that everybody works on; before the first one opens, the way in is the main thing."""
    if not begun:
        show_invitation(guest)
        return
    opened = [activity for activity in activities if activity.status != "planned"]
    shown = running_of(activities) or max(opened, key=lambda one: one.position, default=None)
    if shown:
        show_reason(shown)
    components.board(board_data(guest, shown, activities), follow=lambda: None)
    show_chart(guest, shown)


def _show_tools(guest: Guest) -> None:
    """What is wanted before and after, and seldom in between."""
    with st.container(horizontal=True, gap="small", key="cockpit_tools"):
        offer_prints(guest)
        show_wording(guest)
        show_ending(guest)
        show_after(guest)
