"""Facilitators, and they alone, are told who has written and when people were last here; never what."""

import pytest

from tests.live.venue import FAY, OLGA, PIA, Venue
from tests.server import LiveSeat, Message

pytestmark = pytest.mark.server

SECRET = "Only mine for now"


def attendance(seat: LiveSeat, **wanted: object) -> Message:
    """The first such message that says this."""
    return seat.wait(
        lambda message: message["op"] == "attendance" and all(message[name] == value for name, value in wanted.items())
    )


def test_who_has_written_is_counted_also_while_it_is_hidden(venue: Venue) -> None:
    fay, pia, olga = venue.sit(FAY), venue.sit(PIA), venue.sit(OLGA)
    nia = str(venue.act(FAY, "add_seat", name="Nia").data["id"])
    venue.act(FAY, "hide_cards", activity=venue.activity)
    venue.add(pia, SECRET)
    venue.lay("sees", "For Nia", FAY, on_behalf_of=nia)
    written = {venue.ids[PIA]: 1, nia: 1}
    told = attendance(fay, written=written)
    assert (told["activity"], told["writers"]) == (venue.activity, 2)
    assert SECRET not in str(fay.heard)
    for other in (pia, olga):
        other.event_at(venue.seqs()[-1])
    venue.act(FAY, "change_role", seat=venue.ids[OLGA], role="facilitator")
    assert attendance(olga)["written"] == written
    assert all(message["op"] != "attendance" for message in pia.heard)


def test_on_a_board_without_names_only_their_number_is_told(venue: Venue) -> None:
    fay, pia = venue.sit(FAY), venue.sit(PIA)
    venue.act(FAY, "hide_names", activity=venue.activity)
    venue.add(pia)
    venue.add(pia)
    assert attendance(fay, writers=1)["written"] == {}


def test_when_somebody_was_last_here_is_told_once_their_last_screen_has_left(venue: Venue) -> None:
    fay, phone, laptop = venue.sit(FAY), venue.sit(PIA), venue.sit(PIA)
    phone.close()
    venue.sit(OLGA)
    fay.wait(lambda message: message["op"] == "presence" and venue.ids[OLGA] in message["seats"])
    assert venue.ids[PIA] not in attendance(fay)["seen"]
    laptop.close()
    seen = fay.wait(lambda message: message["op"] == "attendance" and venue.ids[PIA] in message["seen"])["seen"]
    assert fay.welcome["now"] < seen[venue.ids[PIA]]
