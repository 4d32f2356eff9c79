"""How people come in: the code, the QR code, the links."""

from urllib.parse import urlencode

import streamlit as st

from cx_workshop.live.links import Links
from cx_workshop.translate import _
from cx_workshop.ui import session
from cx_workshop.ui.address import is_only_local, room_address
from cx_workshop.ui.pages import link_to
from cx_workshop.ui.session import Guest

CODE_STYLE = (
    "font-size:clamp(3rem,6vw,5rem);line-height:1.1;font-weight:700;letter-spacing:.08em;text-align:center;margin:0"
)
QR_STYLE = "display:block;width:20rem;max-width:100%;margin:.5rem auto;border-radius:.5rem"


def offer_invitation(guest: Guest) -> None:
    """The same behind a button that bears the code, once people are at work."""
    with st.popover(guest.workshop.code, icon=":material/qr_code_2:", help=_("QR code and links")):
        show_invitation(guest)


def room_links(guest: Guest) -> Links:
    """The links under an address that the phones in the room can open."""
    address = session.address()
    if is_only_local(address) and (reachable := room_address(address)):
        address = reachable
    return Links(address, guest.workshop)


def show_invitation(guest: Guest) -> None:
    """The code in large letters, the QR code, and the links."""
    links = room_links(guest)
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
