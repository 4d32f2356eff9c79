"""When time runs out: what it costs, and ways to win it back, each carried out with one press or put to the room."""

from math import ceil

import streamlit as st

from cx_workshop.content import method
from cx_workshop.model import Activity, Vote
from cx_workshop.storage import queries
from cx_workshop.tracking.schedule import Proposal, Schedule, proposals
from cx_workshop.translate import N_, _, language_in_use, translate
from cx_workshop.ui import session
from cx_workshop.ui.acts import act_button
from cx_workshop.ui.floor import running_of
from cx_workshop.ui.rounds import name_of
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.fields import LONGEST_LINE

WAYS = {"shorten": N_("Shorten {what}"), "skip": N_("Skip {what}")}
QUESTIONS = {
    "shorten": N_("We are {late} min late. Shall we shorten {what}?"),
    "skip": N_("We are {late} min late. Shall we skip {what}?"),
}
"""For the phones of the room, in the workshop's language."""


def is_replanning(activities: list[Activity], schedule: Schedule) -> bool:
    """By itself when the workshop runs late; put off or called for by the facilitator, for as long as one board."""
    return bool(st.session_state.get(_key(activities), schedule.is_late))


def offer_replan(activities: list[Activity], schedule: Schedule) -> None:
    on = is_replanning(activities, schedule)
    label = _("Not now") if on else _("Re-plan")

    def turn() -> None:
        st.session_state[_key(activities)] = not on

    st.button(label, key="replan", icon=":material/update:", on_click=turn)


def show_replan(guest: Guest, activities: list[Activity], schedule: Schedule) -> None:
    running, late = running_of(activities), max(0, ceil(schedule.slip))
    with st.container(border=True, key="cockpit_replan", gap="small"):
        st.markdown(_cost(running, schedule, late))
        ways = proposals(activities, late)
        if late and not ways:
            st.caption(_("What is left is protected: Define, Test and the closing activity keep their time."))
        for number, way in enumerate(ways):
            _show_way(guest, way, number, activities, late)
        if running:
            _show_answer(guest, running)


def _cost(running: Activity | None, schedule: Schedule, late: int) -> str:
    over = int(schedule.overrun)
    sentences = []
    if running and over:
        sentences.append(_("**{name}** is {minutes} min over its time.", name=name_of(running), minutes=over))
    if late:
        sentences.append(_("As it stands, the workshop ends **{minutes} min later** than planned.", minutes=late))
    else:
        sentences.append(_("The end is still on time."))
    return " ".join(sentences)


def _show_way(guest: Guest, way: Proposal, number: int, activities: list[Activity], late: int) -> None:
    running = running_of(activities)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        what = _(WAYS[way.kind], what=_what(way, activities, language_in_use()))
        st.markdown(f"{what} · **{_('wins {minutes} min', minutes=way.won)}**", width="stretch")
        key = f"{way.kind}_{number}"
        act_button(_("Do it"), guest, "replan", args={"minutes": way.minutes}, key=f"replan_{key}")
        if running:
            args = {"activity": running.id, "question": _question(guest, way, activities, late)}
            act_button(_("Ask the room"), guest, "ask_room", args=args, key=f"ask_{key}")


def _what(way: Proposal, activities: list[Activity], language: str) -> str:
    """The activities by name; those that are shortened with the minutes they keep."""
    names = {one.id: method(one.method).words[language].name for one in activities}
    kept = translate(N_("{name} to {minutes} min"), language)
    return ", ".join(
        kept.format(name=names[id], minutes=minutes) if minutes else names[id] for id, minutes in way.minutes.items()
    )


def _question(guest: Guest, way: Proposal, activities: list[Activity], late: int) -> str:
    language = guest.workshop.language
    what = _what(way, activities, language)
    return translate(QUESTIONS[way.kind], language).format(late=late, what=what)[:LONGEST_LINE]


def _show_answer(guest: Guest, running: Activity) -> None:
    """What the room was last asked here, and what it said."""
    with session.store().reading() as db:
        asked = [vote for vote in queries.votes_on(db, running.id) if vote.kind == "yes_no"]
        answered = len(queries.dots_in(db, asked[-1].id)) if asked else 0
    if not asked:
        return
    last = asked[-1]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"“{plain(last.question)}” · **{_said(last, answered)}**", width="stretch")
        if last.closed_at is None:
            act_button(_("Close the question"), guest, "close_vote", args={"vote": last.id}, key=f"close_{last.id}")


def _said(vote: Vote, answered: int) -> str:
    """How many have answered, and once it is closed what."""
    if vote.closed_at is None:
        return _("{count} have answered", count=answered)
    said = vote.totals.get("", {})
    return _("yes: {yes}, no: {no}", yes=said.get("yes", 0), no=said.get("no", 0))


def _key(activities: list[Activity]) -> str:
    running = running_of(activities)
    return f"replanning_{running.id if running else ''}"
