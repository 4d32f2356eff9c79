"""The summary on screen, and its downloads."""

from pathlib import Path

import streamlit as st

from cx_workshop.refusal import Refused
from cx_workshop.report.archive import as_json
from cx_workshop.report.html import as_html
from cx_workshop.report.markdown import as_markdown
from cx_workshop.report.report import Report, build_report
from cx_workshop.storage import queries
from cx_workshop.translate import LANGUAGES, _, language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.session import Guest

WIDTH = 1180
"""Pixels, so that a line holds about 80 characters and the side stands next to it on any screen."""
STYLE = Path(__file__).with_name("report.css")


def show_summary(guest: Guest) -> None:
    document, side = st.columns([5, 2], gap="large", width=WIDTH)
    with side:
        language = _language_and_downloads(guest)
    with document:
        st.html(STYLE)
        reader = language_in_use()
        report = _report(guest, language)
        use_language(language)
        st.html(as_html(report))
        use_language(reader)


def _language_and_downloads(guest: Guest) -> str:
    language = st.selectbox(
        _("Language of the summary"),
        list(LANGUAGES),
        index=list(LANGUAGES).index(language_in_use()),
        format_func=LANGUAGES.__getitem__,
    )
    st.download_button(
        _("Download as Markdown"),
        lambda: _markdown(guest, language),
        file_name=f"{guest.workshop.code}.md",
        mime="text/markdown",
        icon=":material/download:",
        type="primary",
        width="stretch",
        on_click="ignore",
    )
    if guest.leads:
        _offer_everything(guest)
    return language


def _offer_everything(guest: Guest) -> None:
    """For facilitators only: it holds their notes, and waits until there is nothing left to reveal."""
    with session.store().reading() as db:
        waits = queries.has_secrets(db, guest.workshop.id)
    st.download_button(
        _("Download everything (JSON)"),
        lambda: _json(guest),
        file_name=f"{guest.workshop.code}.json",
        mime="application/json",
        icon=":material/download:",
        width="stretch",
        on_click="ignore",
        disabled=waits,
        help=_("All cards and their whole history; can be imported again."),
    )
    if waits:
        st.caption(Refused("still_hidden").sentence(language_in_use()))


def _report(guest: Guest, language: str) -> Report:
    with session.store().reading() as db:
        return build_report(db, guest.workshop, language)


def _markdown(guest: Guest, language: str) -> str:
    use_language(language)
    return as_markdown(_report(guest, language))


def _json(guest: Guest) -> str:
    """Refused to whom no longer leads: the button may be older than their role."""
    with session.store().reading() as db:
        seat = queries.seat_by_id(db, guest.seat.id)
        if seat is None or seat.removed_at or seat.role != "facilitator":
            raise Refused("not_allowed")
        return as_json(db, guest.workshop)
