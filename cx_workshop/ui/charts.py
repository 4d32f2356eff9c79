"""The chart below a board, drawn anew whenever the board changes."""

from typing import Any

import streamlit as st

from cx_workshop.charts import Drawing, draw
from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.storage import queries
from cx_workshop.translate import _, language_in_use, use_language
from cx_workshop.ui import components, session
from cx_workshop.ui.scores import show_score_import
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain

COLUMNS = 3


def show_chart(guest: Guest, activity: Activity | None) -> None:
    """Below a board whose method has a chart; elsewhere nothing, and nothing that listens."""
    if activity and method(activity.method).board.chart:
        _live_chart(guest.workshop.code, activity.id)
        show_score_import(guest, activity)


@st.fragment
def _live_chart(code: str, activity: str) -> None:
    """Runs alone when the board has changed, so header and board stay as they are."""
    use_language(session.language())
    guest = session.guest(code)
    if guest is None:
        return
    if _comes_first():
        components.redraw({"code": code, "language": language_in_use(), "activity": activity, "seq": 0})
        return
    with session.store().reading() as db:
        seq = queries.last_seq(db, guest.workshop.id)
    drawing, specs = _drawn(activity, seq, language_in_use(), st.context.theme.type == "dark")
    said = " ".join(drawing.sentences)
    with st.container(key="chart"):
        st.subheader(_("What the board shows"))
        _show_panels(drawing, specs, said)
        points = "- " if len(drawing.sentences) > 1 else ""
        st.markdown("\n".join(points + plain(sentence) for sentence in drawing.sentences))
        if not drawing.table.empty:
            with st.expander(_("The numbers behind it"), key=f"numbers_{activity}"):
                st.dataframe(drawing.table, hide_index=True)
        components.redraw({"code": code, "language": language_in_use(), "activity": activity, "seq": seq})


def _comes_first() -> bool:
    """Whether this is a visit's first chart: it waits for the board, for a browser loads what draws charts for long."""
    first = "charts_drawn" not in st.session_state
    st.session_state.charts_drawn = True
    return first


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawn(activity: str, seq: int, language: str, dark: bool) -> tuple[Drawing, list[dict[str, Any]]]:
    """The drawing of a board as it was after an event: made once for everybody who looks in this language."""
    with session.store().reading() as db:
        shown = queries.activity_by_id(db, activity)
        assert shown is not None
        drawing = draw(shown, queries.revealed_of(db, activity), dark=dark)
    # Whether they are right is tested; to check each anew takes as long as to draw it.
    return drawing, [panel.chart.to_dict(validate=False) for panel in drawing.panels]


def _show_panels(drawing: Drawing, specs: list[dict[str, Any]], said: str) -> None:
    """Charts of things that people named stand side by side, each under its name; on a phone in the same order."""
    panels = list(zip(drawing.panels, specs, strict=True))
    width = COLUMNS if len(panels) > 1 and panels[0][0].title else 1
    for start in range(0, len(panels), width):
        for place, (panel, spec) in zip(st.columns(width), panels[start : start + width], strict=False):
            with place:
                if panel.title:
                    st.markdown(f"**{plain(panel.title)}**")
                st.vega_lite_chart(spec=spec, alt=f"{panel.title}. {said}" if panel.title else said)
