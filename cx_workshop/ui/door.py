"""How people come in: join with a code, lead a new workshop, practise alone, go on where one was."""

import hmac
from typing import Any

import streamlit as st

from cx_workshop.content import agenda
from cx_workshop.content.agendas import FIRST
from cx_workshop.live.seats import entry_of, join, normal_code, tickets
from cx_workshop.model import Role
from cx_workshop.refusal import Refused
from cx_workshop.settings import read_settings
from cx_workshop.storage import queries
from cx_workshop.translate import LANGUAGES, N_, _, language_in_use
from cx_workshop.ui import components, session
from cx_workshop.ui.pages import file_of, leave_for, link_to
from cx_workshop.ui.picture import double_diamond
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.seats import LONGEST_NAME
from cx_workshop.verbs.workshop import LONGEST_CHALLENGE, LONGEST_TITLE

ROLE_NAMES: dict[Role, str] = {
    "facilitator": N_("facilitator"),
    "participant": N_("participant"),
    "observer": N_("observer"),
}


def show_join(code: str | None = None, key: str | None = None) -> None:
    """The join form; a link fills the code in, and a secret link brings its key."""
    if code and (mine := session.guest(normal_code(code))):
        _offer_own_seat(mine)
    with st.form("join"):
        st.subheader(_("Join"))
        st.markdown(_what_link(code, key) if code else _("With the code that your facilitator shows."))
        typed = code or st.text_input(_("Code"), placeholder="KTX-4F9", max_chars=12, key="join_code")
        name = st.text_input(_("Your name"), max_chars=LONGEST_NAME, key="join_name", autocomplete="given-name")
        if st.form_submit_button(_("Join"), type="primary", width="stretch"):
            _enter(lambda: join(session.store(), code=typed, name=name, key=key, address=_address()))


def show_lead() -> None:
    """The form for a new workshop."""
    chosen = agenda(FIRST)
    with st.form("lead"):
        st.subheader(_("Lead"))
        st.markdown(_("A workshop for your team, in the room or far apart."))
        title = st.text_input(_("Title"), max_chars=LONGEST_TITLE)
        challenge = st.text_area(
            _("Challenge"), max_chars=LONGEST_CHALLENGE, height=90, help=_("What should get better, and for whom?")
        )
        name = st.text_input(_("Your name"), max_chars=LONGEST_NAME, autocomplete="given-name")
        language = language_field(language_in_use(), key="lead_language")
        st.caption(f"**{_('Agenda')}:** {chosen.names[language_in_use()]}. {chosen.abouts[language_in_use()]}")
        password = st.text_input(_("Password of this server"), type="password") if read_settings().host_password else ""
        if st.form_submit_button(_("Create the workshop"), type="primary", width="stretch"):
            _create(password, title=title, challenge=challenge, name=name, language=language)


def show_practise() -> None:
    """A workshop for one: the same boards, led by oneself."""
    with st.form("practise"):
        st.subheader(_("Practise"))
        st.markdown(_("The five steps alone, at your own pace, on the boards that teams use."))
        title = st.text_input(_("What do you want to work on?"), max_chars=LONGEST_TITLE)
        name = st.text_input(_("Your name"), max_chars=LONGEST_NAME, autocomplete="given-name", key="practise_name")
        password = st.text_input(_("Password of this server"), type="password") if read_settings().host_password else ""
        if st.form_submit_button(_("Start practising"), type="primary", width="stretch"):
            _create(password, title=title, challenge="", name=name, language=language_in_use(), solo=True)


def show_my_workshops(mine: list[Guest]) -> None:
    if not mine:
        return
    st.subheader(_("My workshops on this device"))
    for guest in mine:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            link_to(_page_of(guest), guest, label=plain(guest.workshop.title), stretch=True)
            status = _("closed") if guest.workshop.status == "closed" else ""
            role = _("practice") if guest.workshop.solo else _(ROLE_NAMES[guest.seat.role])
            st.caption(" · ".join(filter(None, (guest.workshop.code, role, guest.workshop.created_at[:10], status))))


def show_how_it_works() -> None:
    """The double diamond, in one picture and one sentence."""
    st.subheader(_("How it works"))
    st.html(double_diamond())
    st.markdown(
        _(
            "The first diamond finds the right problem, the second the right solution. "
            "Each opens first, so that you see more, and then closes, so that you choose."
        )
    )


def ask_for_seat() -> None:
    """On a page of a workshop in which this browser has no seat."""
    code = session.wanted_code()
    with session.store().reading() as db:
        known = code and queries.workshop_by_code(db, code)
    _left, middle, _right = st.columns([1, 2, 1])
    with middle:
        if code and not known:
            st.info(Refused("unknown_code").sentence(language_in_use()), icon=":material/info:")
        show_join(code=code if known else None)
        st.page_link(file_of("start"), label=_("To the start page"), icon=":material/home:")


def _offer_own_seat(mine: Guest) -> None:
    with st.container(border=True):
        role = _(ROLE_NAMES[mine.seat.role])
        st.markdown(_("You already have a seat here: {name}, {role}.", name=plain(mine.seat.name), role=role))
        st.button(
            _("Go on as {name}", name=plain(mine.seat.name)),
            type="primary",
            width="stretch",
            on_click=leave_for,
            args=[_page_of(mine)],
        )
        st.caption(_("Or join once more under another name:"))


def _page_of(guest: Guest) -> str:
    if guest.leads and not guest.workshop.solo:
        return "facilitate"
    with session.store().reading() as db:
        activities = queries.agenda_of(db, guest.workshop.id)
    return next((activity.step for activity in activities if activity.status == "open"), activities[0].step)


def _what_link(code: str, key: str | None) -> str:
    with session.store().reading() as db:
        workshop = queries.workshop_by_code(db, normal_code(code))
    if workshop is None:
        return Refused("unknown_code").sentence(language_in_use())
    title = plain(workshop.title)
    if key and hmac.compare_digest(key, workshop.facilitator_key):
        return _("This link lets you lead **{title}** together with its facilitator.", title=title)
    if key and hmac.compare_digest(key, workshop.observer_key):
        return _("This link lets you watch **{title}**: you see everything and change nothing.", title=title)
    return _("You are about to join **{title}**.", title=title)


def _create(password: str, **values: Any) -> None:
    """Create a workshop, open the first activity of a solo one, and go in."""

    def entry() -> Any:
        wanted = read_settings().host_password
        if wanted and not hmac.compare_digest(password.encode(), wanted.encode()):
            raise Refused("wrong_password")
        store = session.store()
        created = perform(store, Command("create", values | {"agenda_id": FIRST})).result()
        if values.get("solo"):
            with store.reading() as db:
                seat = queries.seat_by_id(db, created.data["id"])
                first = queries.agenda_of(db, seat.workshop)[0] if seat else None
            if seat and first:
                perform(store, Command("open_activity", {"activity": first.id}, seat=seat.id)).result()
        return entry_of(store, created.data["seat"])

    _enter(entry)


def _enter(take_seat: Any) -> None:
    """Take the seat and let the browser fetch its cookie; a refusal is said, and the form keeps what was typed."""
    try:
        entry = take_seat()
    except Refused as error:
        st.error(error.sentence(language_in_use()), icon=":material/info:")
        return
    components.go(tickets.issue(entry))


def language_field(chosen: str, *, key: str) -> str:
    """A choice of the workshop's language."""
    return st.selectbox(
        _("Language of the workshop"),
        list(LANGUAGES),
        index=list(LANGUAGES).index(chosen),
        format_func=LANGUAGES.__getitem__,
        key=key,
    )


def _address() -> str:
    return st.context.ip_address or "localhost"
