"""After the day: copy the workshop, take the names out, renew its secret links, delete it."""

import streamlit as st

from cx_workshop.live.seats import entry_of, normal_code, tickets
from cx_workshop.translate import _, use_language
from cx_workshop.ui import session
from cx_workshop.ui.acts import act, act_button
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.workshop import LONGEST_TITLE


def show_after(guest: Guest) -> None:
    """One button that unfolds what one does with a workshop once it is over, or before the next."""
    with st.popover(_("Copy, delete, names …")):
        _offer_copy(guest)
        st.divider()
        _offer_new_links(guest)
        st.divider()
        _offer_no_names(guest)
        st.divider()
        _offer_deletion(guest)


def _offer_copy(guest: Guest) -> None:
    st.markdown(f"**{_('Copy as a new workshop')}**")
    st.text_input(_("Title of the copy"), guest.workshop.title, max_chars=LONGEST_TITLE, key="copy_title")
    st.checkbox(_("With the cards, without their authors"), key="copy_cards")
    st.button(_("Make the copy"), key="copy", on_click=_copy, args=[guest])


def _copy(guest: Guest) -> None:
    """Make the copy, and go into it as its facilitator."""
    use_language(session.language())
    words = {"title": st.session_state.copy_title, "with_cards": st.session_state.copy_cards}
    if made := act(guest, "copy", **words):
        st.session_state.entering = tickets.issue(entry_of(session.store(), made.data["seat"]))


def _offer_new_links(guest: Guest) -> None:
    st.markdown(f"**{_('Renew the secret links')}**")
    st.caption(_("Whoever has an old link no longer comes in by it; people who are in stay in."))
    with st.container(horizontal=True):
        for link, label in (("lead", _("New link to lead")), ("watch", _("New link to watch"))):
            act_button(label, guest, "renew_link", args={"link": link}, key=f"renew_{link}")


def _offer_no_names(guest: Guest) -> None:
    st.markdown(f"**{_('Take the names out')}**")
    st.caption(
        _(
            "A number takes the place of every name, in the history too. Names that people wrote on cards stay. "
            "This cannot be undone."
        )
    )
    act_button(_("Replace all names by numbers"), guest, "anonymise", args={}, key="anonymise")


def _offer_deletion(guest: Guest) -> None:
    st.markdown(f"**{_('Delete for good')}**")
    with session.store().reading() as db:
        others = session.people_in(db, guest)
    st.caption(_("Everything goes: boards, pictures, history. Download it first if you may want it back."))
    if others:
        st.caption(_("They are in this workshop too, and will be told: {names}", names=plain(", ".join(others))))
    st.text_input(_("Type {code} to confirm", code=guest.workshop.code), max_chars=12, key="delete_code")
    label = _("Delete this workshop for good")
    st.button(label, key="delete", icon=":material/delete:", on_click=_delete, args=[guest])


def _delete(guest: Guest) -> None:
    """Delete it, and leave for the start page."""
    use_language(session.language())
    if act(guest, "delete", code=normal_code(st.session_state.delete_code)):
        st.session_state.entering = "/"
