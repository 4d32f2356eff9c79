"""The Diamond page: the double diamond of a workshop, and a slider that tells its day again."""

from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import streamlit as st

from cx_workshop.charts import Drawing
from cx_workshop.charts.diamond import draw_diamond
from cx_workshop.charts.diamond_frames import course_of
from cx_workshop.report.words import STEP_NAMES
from cx_workshop.storage import queries
from cx_workshop.tracking import Replay
from cx_workshop.translate import _, language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain


@dataclass
class Told:
    """A workshop's log as far as it has been told; only what is new is taken."""

    lock: Lock = field(default_factory=Lock)
    replay: Replay = field(default_factory=Replay)
    events: int = 0


@dataclass(frozen=True)
class Shown:
    """The page as it is after one event, for everybody who reads it in this language."""

    drawing: Drawing
    specs: list[dict[str, Any]]


def show_diamond(guest: Guest) -> None:
    st.title(_("Diamond"))
    st.markdown(
        _(
            "How many directions are open: each theme with cards, and each card in no theme, until it is parked, "
            "merged or removed. A diamond opens as ideas come and closes as you choose."
        )
    )
    _diamond(guest.workshop.code)


@st.fragment
def _diamond(code: str) -> None:
    """Runs alone while somebody moves the slider."""
    use_language(session.language())
    guest = session.guest(code)
    if guest is None:
        return
    events = _told(guest.workshop.id)
    place = st.container()
    number = _slider(events, code)
    with place:
        is_over, dark = guest.workshop.status == "closed", st.context.theme.type == "dark"
        shown = _shown(guest.workshop.id, events, number, is_over=is_over, language=language_in_use(), dark=dark)
        show_drawing(shown.drawing, shown.specs, key="double_diamond")


def show_drawing(drawing: Drawing, specs: list[dict[str, Any]], *, key: str) -> None:
    """A chart, what it says in words, and the numbers behind it."""
    said = " ".join(drawing.sentences)
    for spec in specs:
        st.vega_lite_chart(spec=spec, alt=said, key=f"chart_{key}")
    points = "- " if len(drawing.sentences) > 1 else ""
    st.markdown("\n".join(points + plain(sentence) for sentence in drawing.sentences))
    if not drawing.table.empty:
        with st.expander(_("The numbers behind it"), key=f"numbers_{key}"):
            st.dataframe(drawing.table, hide_index=True)


def _slider(events: int, code: str) -> int:
    """The event up to which the workshop is told; whoever has it at the end stays there as more come."""
    if events < 2:
        return events
    key, known = f"told_until_{code}", f"told_in_all_{code}"
    if st.session_state.get(key, 0) in (0, st.session_state.get(known)):
        st.session_state[key] = events
    st.session_state[known] = events
    return int(st.slider(_("Replay: so far as event …"), 1, events, key=key))


def _told(workshop: str) -> int:
    """How many events there are, now that all have been told."""
    told = _telling(workshop)
    with told.lock, session.store().reading() as db:
        new = queries.events_of(db, workshop, told.replay.seq)
        if any(event.kind == "workshop_anonymised" for event in new):
            told.replay, told.events = Replay(), 0  # names have gone from the log itself
            new = queries.events_of(db, workshop)
        told.replay.take_all(new)
        told.events += len(new)
        return told.events


@st.cache_resource(max_entries=32, show_spinner=False)
def _telling(workshop: str) -> Told:
    """One for everybody who looks at this workshop."""
    return Told()


@st.cache_resource(max_entries=128, show_spinner=False)
def _shown(workshop: str, events: int, number: int, *, is_over: bool, language: str, dark: bool) -> Shown:
    until = None
    if number < events:
        with session.store().reading() as db:
            until = Replay(queries.events_of(db, workshop, limit=number))
    told = _telling(workshop)
    with told.lock:
        course = course_of(
            told.replay, {step: _(name) for step, name in STEP_NAMES.items()}, until=until, is_over=is_over
        )
    drawing = draw_diamond(course, dark=dark)
    # Whether they are right is tested; to check each anew takes as long as to draw it.
    return Shown(drawing, [panel.chart.to_dict(validate=False) for panel in drawing.panels])
