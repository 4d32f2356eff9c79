"""Who is in the workshop, and how more people come in."""

from urllib.parse import urlencode

import streamlit as st

from cx_workshop.live.links import Links
from cx_workshop.model import Seat
from cx_workshop.storage import queries
from cx_workshop.translate import _
from cx_workshop.ui import session
from cx_workshop.ui.acts import Field, act_button
from cx_workshop.ui.address import is_only_local, room_address
from cx_workshop.ui.door import ROLE_NAMES
from cx_workshop.ui.pages import link_to
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.seats import LONGEST_NAME

CODE_STYLE = "font-size:3rem;font-weight:700;letter-spacing:.08em;text-align:center;margin:0"
QR_STYLE = "display:block;width:14rem;max-width:100%;margin:.5rem auto;border-radius:.5rem"


def room_links(guest: Guest) -> Links:
    """The links under an address that the phones in the room can open."""
    address = session.address()
    if is_only_local(address) and (reachable := room_address(address)):
        address = reachable
    return Links(address, guest.workshop)


def show_invitation(guest: Guest) -> None:
    """The code in large letters, the QR code, and the links."""
    links = room_links(guest)
    st.subheader(_("Invite"))
    with st.container(border=True):
        st.html(
            f'<p style="{CODE_STYLE}">{guest.workshop.code}</p>'
            f'<img src="{links.join_qr()}" alt="{_("QR code of the join link")}" style="{QR_STYLE}">'
        )
        st.code(links.join, language=None, wrap_lines=True)
        stage = f"/stage?{urlencode(guest.link)}"
        st.link_button(_("Open the stage for the projector"), stage, icon=":material/present_to_all:", width="stretch")
        if not guest.workshop.parent:
            link_to("teams", guest, label=_("Split the room into teams"))
        with st.expander(_("Links for a second facilitator and for observers")):
            st.caption(_("Secret: whoever opens it leads with you."))
            st.code(links.lead, language=None, wrap_lines=True)
            st.caption(_("Read-only: whoever opens it sees everything and changes nothing."))
            st.code(links.watch, language=None, wrap_lines=True)


def show_people(guest: Guest) -> None:
    with session.store().reading() as db:
        seats = [seat for seat in queries.seats_of(db, guest.workshop.id) if not seat.removed_at]
    st.subheader(_("People ({count})", count=len(seats)))
    for seat in seats:
        with st.container(horizontal=True, vertical_alignment="center"):
            you = f" · {_('you')}" if seat.id == guest.seat.id else ""
            with st.container(width="stretch"):
                st.markdown(f"{plain(seat.name)} :small[{_(ROLE_NAMES[seat.role])}{you}]")
            _seat_menu(guest, seat)


def _seat_menu(guest: Guest, seat: Seat) -> None:
    with st.popover("⋮", help=_("Rename, change the role, remove")):
        name = f"name_{seat.id}"
        st.text_input(_("Name"), seat.name, max_chars=LONGEST_NAME, key=name)
        act_button(_("Rename"), guest, "rename", args={"seat": seat.id, "name": Field(name)}, key=f"rename_{seat.id}")
        leads = seat.role == "facilitator"
        act_button(
            _("Make participant") if leads else _("Let lead too"),
            guest,
            "change_role",
            args={"seat": seat.id, "role": "participant" if leads else "facilitator"},
            key=f"role_{seat.id}",
        )
        st.caption(_("Whoever is removed can no longer write or read here; the cards stay."))
        label = _("Remove {name}", name=plain(seat.name))
        act_button(label, guest, "remove", args={"seat": seat.id}, key=f"remove_{seat.id}")
