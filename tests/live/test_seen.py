"""Which cards have been on whose screen: noted without an event, and told as a figure to whoever leads."""

import json

import pytest

from cx_workshop.storage import sightings
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue
from tests.server import LiveSeat, Message

pytestmark = pytest.mark.server


def tell(seat: LiveSeat, *cards: str) -> None:
    """Report cards as seen; the writer has taken them once it answers what comes after."""
    seat.send({"op": "seen", "cards": list(cards)})
    assert seat.do("rename", name="Somebody", seat=seat.welcome["you"]["id"])["op"] == "done"


def unseen(seat: LiveSeat, activity: str) -> Message:
    seat.send({"op": "unseen", "activity": activity})
    return seat.wait(lambda message: message["op"] in ("unseen", "refused"))


def seen(venue: Venue) -> dict[str, set[str]]:
    with venue.store.reading() as db:
        return sightings.on_board(db, venue.activity)


def test_the_figure_grows_with_what_people_see(venue: Venue) -> None:
    mine, theirs = venue.lay("sees", "A locker", PIA), venue.lay("sees", "A call", OTTO)
    leader, pia, otto = (venue.sit(name) for name in (FAY, PIA, OTTO))
    first = unseen(leader, venue.activity)
    assert (first["people"], first["by_another"], first["by_all"], first["dots"]) == (2, 0.0, 0.0, 1)
    assert set(first["yours"]) == {mine, theirs}
    assert unseen(pia, venue.activity) == {"op": "unseen", "activity": venue.activity, "yours": [theirs]}
    tell(pia, mine, theirs, theirs)
    half = unseen(leader, venue.activity)
    assert (half["by_another"], half["by_all"]) == (0.5, 0.5)
    tell(otto, mine)
    assert unseen(leader, venue.activity)["by_all"] == 1.0
    assert unseen(otto, venue.activity)["yours"] == []


def test_what_is_seen_leaves_no_event(venue: Venue) -> None:
    card = venue.lay("sees", "A locker", OTTO)
    before = venue.seqs()
    for name in (PIA, OLGA):  # an observer has no vote
        tell(venue.sit(name), card)
    assert seen(venue) == {card: {venue.ids[PIA]}}
    assert [event.kind for event in venue.events(before[-1])] == ["seat_renamed"] * 2


def test_what_a_seat_may_not_see_it_cannot_have_seen(venue: Venue) -> None:
    venue.act(FAY, "hide_cards", activity=venue.activity)
    hidden = venue.lay("sees", "Only mine", OTTO)
    tell(venue.sit(PIA), hidden, new_id(), "no card")
    watcher = venue.sit(OLGA)
    watcher.send({"op": "seen", "cards": [hidden]})
    assert hidden not in json.dumps(unseen(watcher, venue.activity))
    assert seen(venue) == {}
    assert unseen(venue.sit(FAY), venue.activity)["yours"] == []
    assert unseen(watcher, new_id())["code"] == "unknown_activity"


def test_everybody_is_asked_to_look(venue: Venue) -> None:
    leader, pia = venue.sit(FAY), venue.sit(PIA)
    assert leader.do("show_unseen", activity=venue.activity)["code"] == "nothing_to_vote_on"
    venue.lay("sees", "A locker", OTTO)
    leader.do("show_unseen", activity=venue.activity)
    assert pia.event("unseen_shown")["activity"] == venue.activity
