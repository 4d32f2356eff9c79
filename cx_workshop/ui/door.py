"""How people come in: join with a code, lead a new workshop, practise alone, go on where one was."""

import hmac
from collections.abc import Callable

import streamlit as st

from cx_workshop.content.agendas import ALONE, FIRST
from cx_workshop.live.seats import Entry, entry_of, join, normal_code, tickets
from cx_workshop.model import Role
from cx_workshop.refusal import Refused
from cx_workshop.settings import read_settings
from cx_workshop.storage import queries
from cx_workshop.translate import LANGUAGES, N_, _, language_in_use, use_language
from cx_workshop.ui import session
from cx_workshop.ui.choose_agenda import choose_agenda
from cx_workshop.ui.pages import file_of, leave_for, link_to
from cx_workshop.ui.picture import double_diamond
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.seats import LONGEST_NAME
from cx_workshop.verbs.workshop import LONGEST_CHALLENGE, LONGEST_TITLE

Fields = Callable[[str], str]
"""What stands in a form, by the name of the field."""

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
        if not code:
            st.text_input(_("Code"), placeholder="KTX-4F9", max_chars=12, key="join_code")
        _name_field("join")
        _enter_button(_("Join"), "join", lambda field: _join(code or field("code"), field("name"), key))


def show_lead() -> None:
    """The form for a new workshop."""
    with st.container(border=True):
        st.subheader(_("Lead"))
        st.markdown(_("A workshop for your team, in the room or far apart."))
        choose_agenda(FIRST, key="lead_agenda")
        with st.form("lead", border=False):
            st.text_input(_("Title"), max_chars=LONGEST_TITLE, key="lead_title")
            challenge = _("What should get better, and for whom?")
            st.text_area(_("Challenge"), max_chars=LONGEST_CHALLENGE, height=90, help=challenge, key="lead_challenge")
            _name_field("lead")
            language_field(language_in_use(), key="lead_language")
            _password_field("lead")
            _enter_button(_("Create the workshop"), "lead", _create)


def show_practise() -> None:
    """A workshop for one: the same boards, led by oneself."""
    with st.container(border=True):
        st.subheader(_("Practise"))
        st.markdown(_("The five steps alone, at your own pace, on the boards that teams use."))
        choose_agenda(ALONE, key="practise_agenda")
        with st.form("practise", border=False):
            st.text_input(_("What do you want to work on?"), max_chars=LONGEST_TITLE, key="practise_title")
            _name_field("practise")
            _password_field("practise")
            _enter_button(_("Start practising"), "practise", lambda field: _create(field, solo=True))


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
        if code and session.was_removed(code):
            st.info(Refused("seat_removed").sentence(language_in_use()), icon=":material/info:")
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
    if key and same_secret(key, workshop.facilitator_key):
        return _("This link lets you lead **{title}** together with its facilitator.", title=title)
    if key and same_secret(key, workshop.observer_key):
        return _("This link lets you watch **{title}**: you see everything and change nothing.", title=title)
    return _("You are about to join **{title}**.", title=title)


def _name_field(form: str) -> None:
    st.text_input(_("Your name"), max_chars=LONGEST_NAME, autocomplete="given-name", key=f"{form}_name")


def _password_field(form: str) -> None:
    if read_settings().host_password:
        st.text_input(_("Password of this server"), type="password", key=f"{form}_password")


def _enter_button(label: str, form: str, take_seat: Callable[[Fields], Entry]) -> None:
    """The form's button: takes the seat in its callback, where no other run can cut in.

    The ticket stays with the session until the browser has left with it; a refusal is said, and the form keeps what
    was typed.
    """

    def pressed() -> None:
        use_language(session.language())
        st.session_state.refusal = None
        try:
            entry = take_seat(lambda name: str(st.session_state.get(f"{form}_{name}", "")))
        except Refused as error:
            st.session_state.refusal = form, error
        else:
            st.session_state.entering = tickets.issue(entry)

    st.form_submit_button(label, type="primary", width="stretch", on_click=pressed)
    refusal = st.session_state.get("refusal")
    if refusal and refusal[0] == form:  # it stays until the next press: a run that is cut off must not take it along
        st.error(refusal[1].sentence(language_in_use()), icon=":material/info:")


def _join(code: str, name: str, key: str | None) -> Entry:
    address = st.context.ip_address or "localhost"
    return join(session.store(), code=code, name=name, key=key, address=address)


def _create(field: Fields, *, solo: bool = False) -> Entry:
    """Create a workshop; a solo one begins with its first activity open."""
    wanted = read_settings().host_password
    if wanted and not same_secret(field("password"), wanted):
        raise Refused("wrong_password")
    store = session.store()
    args = {
        "title": field("title"),
        "challenge": field("challenge"),
        "name": field("name"),
        "language": field("language") or language_in_use(),
        "agenda_id": field("agenda") or (ALONE if solo else FIRST),
        "solo": solo,
    }
    created = perform(store, Command("create", args)).result()
    if solo:
        with store.reading() as db:
            workshop = queries.workshop_by_code(db, created.data["code"])
            assert workshop is not None
            first = queries.agenda_of(db, workshop.id)[0]
        perform(store, Command("open_activity", {"activity": first.id}, seat=created.data["id"])).result()
    return entry_of(store, created.data["seat"])


def same_secret(one: str, other: str) -> bool:
    """Whether they are equal, told in the same time however much of them is."""
    return hmac.compare_digest(one.encode(), other.encode())


def language_field(chosen: str, *, key: str) -> str:
    """A choice of the workshop's language."""
    return st.selectbox(
        _("Language of the workshop"),
        list(LANGUAGES),
        index=list(LANGUAGES).index(chosen),
        format_func=LANGUAGES.__getitem__,
        key=key,
    )
