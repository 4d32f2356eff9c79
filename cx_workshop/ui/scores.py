"""Bringing in recommendation scores that were collected elsewhere."""

from functools import partial
from typing import Any

import streamlit as st

from cx_workshop.content import method
from cx_workshop.model import Activity
from cx_workshop.tracking import net_promoter_score
from cx_workshop.translate import _, use_language
from cx_workshop.ui import session
from cx_workshop.ui.acts import act
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.score_file import Problem, read_scores

SHOWN_PROBLEMS = 20
WIDEST_VALUE = 40


def show_score_import(guest: Guest, activity: Activity) -> None:
    """For whoever leads, below an open board that asks for a recommendation score."""
    writable = activity.status == "open" and guest.workshop.status == "open"
    if not (guest.leads and writable and method(activity.method).board.chart == "nps"):
        return
    with st.expander(_("Bring in scores (CSV)"), icon=":material/upload_file:", key=f"import_{activity.id}"):
        st.markdown(
            _(
                "A file with a column `score`, whole numbers from 0 to 10, and if you like a column `reason`. "
                "Comma or semicolon, UTF-8, at most 5,000 answers."
            )
        )
        turn = st.session_state.get("scores_brought_in", 0)  # another key empties the field
        file = st.file_uploader(_("CSV file"), type="csv", key=f"scores_{activity.id}_{turn}")
        if file is not None:
            _show_file(guest, activity, file.getvalue())


def _show_file(guest: Guest, activity: Activity, data: bytes) -> None:
    found = read_scores(data)
    if found.problems:
        st.error(_("Nothing was brought in. Please mend the file and choose it again:"), icon=":material/error:")
        st.markdown("\n".join(f"- {_in_words(problem)}" for problem in found.problems[:SHOWN_PROBLEMS]))
        if (more := len(found.problems) - SHOWN_PROBLEMS) > 0:
            st.markdown(_("Further lines with something wrong: {n}.", n=more))
        return
    figure = net_promoter_score(row["score"] for row in found.rows)
    groups = {"promoters": figure.promoters, "passives": figure.passives, "detractors": figure.detractors}
    st.markdown(
        _("Answers: {n}. Promoters: {promoters}, passives: {passives}, detractors: {detractors}.", n=figure.n, **groups)
    )
    st.markdown(_("With a reason: {n}.", n=sum(bool(row.get("reason")) for row in found.rows)))
    st.button(
        _("Bring in {n} answers", n=figure.n),
        type="primary",
        key=f"bring_in_{activity.id}",
        on_click=partial(_bring_in, guest, activity.id, found.rows),
    )


def _bring_in(guest: Guest, activity: str, rows: list[dict[str, Any]]) -> None:
    use_language(session.language())
    if act(guest, "import_scores", activity=activity, rows=rows):
        st.session_state.scores_brought_in = st.session_state.get("scores_brought_in", 0) + 1
        st.toast(_("{n} answers are on the board now.", n=len(rows)), icon=":material/check:")


def _in_words(problem: Problem) -> str:
    value = problem.value[:WIDEST_VALUE] + "…" * (len(problem.value) > WIDEST_VALUE)
    return plain(_("Line {line}: {problem}", line=problem.line, problem=_(problem.sentence, value=value)))
