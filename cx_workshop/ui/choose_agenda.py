"""Choosing an agenda: its name and minutes, what it is for, and what is in it."""

from html import escape

import streamlit as st

from cx_workshop.content import Agenda, agendas, method
from cx_workshop.process import SHAPES, STEPS
from cx_workshop.report.words import duration, step_name
from cx_workshop.translate import _, language_in_use


def choose_agenda(usual: str, *, key: str) -> None:
    """A choice whose widget holds the agenda's id; outside of forms, for those do not tell what is chosen."""
    language = language_in_use()
    ids = list(agendas())
    chosen = st.selectbox(
        _("Agenda"),
        ids,
        index=ids.index(usual),
        format_func=lambda one: agendas()[one].names[language],
        key=key,
    )
    found = agendas()[chosen]
    work = _("{whole} of work", whole=duration(found.minutes))
    st.caption(f"**{work}.** {first_sentence(found.abouts[language])}")
    st.html(
        f'<details class="cx-agenda"><summary>{_("What is in it?")}</summary>{_contents(found, language)}</details>'
    )


def first_sentence(about: str) -> str:
    """What an agenda is for, without the advice that follows."""
    end = about.find(". ")
    return about if end < 0 else about[: end + 1]


def _contents(found: Agenda, language: str) -> str:
    """Its text in full, and step by step what is done, with minutes."""
    parts = [escape(found.abouts[language])]
    for step in STEPS:
        used = [(method(item.method), item.minutes) for item in found.activities if method(item.method).step == step.id]
        if used:
            total = duration(sum(minutes for _method, minutes in used))
            names = " · ".join(
                f"{SHAPES[one.mode]} {escape(one.words[language].name)} {minutes}" for one, minutes in used
            )
            parts.append(f"<b>{step_name(step.id)}</b>, {total}<br>{names}")
    return "".join(f"<p>{part}</p>" for part in parts)
