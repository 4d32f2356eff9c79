"""What is agreed while talking: decisions and actions, recorded on the spot."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from cx_workshop.model import Activity, Card, Decision
from cx_workshop.report.cards import title_of
from cx_workshop.report.decisions import responsible, tell_decisions
from cx_workshop.storage import queries
from cx_workshop.translate import _, language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.acts import act, act_button
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.decisions import LONGEST_REASON
from cx_workshop.verbs.fields import LONGEST_LINE

FIELDS = ("what", "why", "owner", "due")


@dataclass(frozen=True)
class _Known:
    """What a decision can be about, and who can see to it."""

    cards: dict[str, str]
    names: list[str]


def show_decisions(guest: Guest, running: Activity | None) -> None:
    with session.store().reading() as db:
        decisions = [one for one in queries.decisions_of(db, guest.workshop.id) if one.dropped_at is None]
        activities = {one.id: one for one in queries.activities_of(db, guest.workshop.id)}
        kept = queries.kept_cards(db, guest.workshop.id)
        seats = [one for one in queries.seats_of(db, guest.workshop.id) if not one.removed_at]
    known = _Known(
        {card.id: _title(card, activities) for card in kept},
        sorted({seat.name for seat in seats if seat.role != "observer"}),
    )
    with st.container(key="cockpit_decisions", gap="small"):
        st.subheader(_("Decisions and actions ({count})", count=len(decisions)), anchor="decisions")
        for decision in sorted(decisions, key=lambda one: one.kind == "action"):
            _show(guest, decision, known)
        _show_form(guest, running, known)


def _show(guest: Guest, decision: Decision, known: _Known) -> None:
    [told] = tell_decisions([decision], lambda card: None)
    about = known.cards.get(decision.card or "")
    with st.container(horizontal=True, vertical_alignment="top", gap="small", wrap=False):
        with st.container(width="stretch", gap=None):
            kind = _("Decision") if decision.kind == "decision" else _("Action")
            st.markdown(f"{kind}: **{plain(decision.what)}**")
            facts = [plain(decision.why), plain(responsible(told, language_in_use()))]
            facts += [_("about: {card}", card=plain(about))] if about else []
            for fact in filter(None, facts):
                st.caption(fact)
        with st.popover("⋮", help=_("Change it, take it off the list")):
            _show_fields(decision.id, decision, known)
            st.button(_("Save"), key=f"save_{decision.id}", type="primary", on_click=_save, args=[guest, decision.id])
            args = {"decision": decision.id}
            act_button(_("Take off the list"), guest, "drop_decision", args=args, key=f"drop_{decision.id}")


def _show_form(guest: Guest, running: Activity | None, known: _Known) -> None:
    """A form: nothing runs again while somebody types into it."""
    with st.form("record", border=True):
        kinds = {"record_decision": _("Decision"), "record_action": _("Action")}
        st.segmented_control(
            _("Kind"),
            list(kinds),
            default="record_decision",
            format_func=kinds.__getitem__,
            key="record_kind",
            required=True,
            label_visibility="collapsed",
        )
        _show_fields("new", None, known)
        if known.cards:
            st.selectbox(
                _("About which card?"),
                list(known.cards),
                None,
                format_func=known.cards.__getitem__,
                key="card_new",
                placeholder=_("No card"),
            )
        st.form_submit_button(_("Record"), type="primary", on_click=_record, args=[guest, running])


def _show_fields(key: str, decision: Decision | None, known: _Known) -> None:
    """What, why, who, until when."""
    now = decision or Decision("", "", "decision", "", "", "", "", None, None, None, "", None)
    st.text_input(_("What?"), now.what, max_chars=LONGEST_LINE, key=f"what_{key}")
    st.text_area(_("Why?"), now.why, max_chars=LONGEST_REASON, height=80, key=f"why_{key}")
    with st.container(horizontal=True):
        names = sorted({*known.names, now.owner} - {""})
        index = names.index(now.owner) if now.owner else None
        label, hint = _("Who sees to it?"), _("A name")
        st.selectbox(label, names, index, accept_new_options=True, key=f"owner_{key}", placeholder=hint)
        st.date_input(_("Until when?"), date.fromisoformat(now.due) if now.due else None, key=f"due_{key}")


def _typed(key: str) -> dict[str, str]:
    return {name: str(st.session_state[f"{name}_{key}"] or "") for name in FIELDS}


def _record(guest: Guest, running: Activity | None) -> None:
    """Keep it; the form is empty again once it is kept, and not before."""
    use_language(session.language())
    about: dict[str, Any] = {"card": st.session_state.get("card_new")}
    if about["card"] is None:
        about = {"activity": running.id if running else None}
    if act(guest, st.session_state.record_kind, **_typed("new"), **about):
        st.session_state.update(what_new="", why_new="", owner_new=None, due_new=None, card_new=None)


def _save(guest: Guest, decision: str) -> None:
    use_language(session.language())
    act(guest, "edit_decision", decision=decision, **_typed(decision))


def _title(card: Card, activities: dict[str, Activity]) -> str:
    return title_of(card, activities[card.activity], language_in_use())
