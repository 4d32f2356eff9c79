"""Suggestions over the wire: who is told what, and what is never compared."""

import pytest

from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue, open_venue
from tests.server import LiveSeat, Message

pytestmark = pytest.mark.server


@pytest.fixture
def board(venue: Venue) -> Venue:
    venue.begin("define/themes")
    return venue


def suggested(seat: LiveSeat, activity: str) -> Message:
    seat.send({"op": "suggest", "activity": activity})
    return seat.wait(lambda message: message["op"] in ("suggestions", "refused"))


def test_participants_and_facilitators_are_told_the_same(board: Venue) -> None:
    theme = board.lay("themes", "Waiting")
    first, second = board.lay("loose", "The parcel came too late"), board.lay("loose", "My parcel came too late")
    other = board.lay("loose", "Shoes are too small")
    seats = [board.sit(PIA), board.sit(OTTO), board.sit(FAY)]
    found = suggested(seats[0], board.activity)
    assert found == {
        "op": "suggestions",
        "activity": board.activity,
        "themes": {card: [theme] for card in (first, second, other)},
        "duplicates": [[second, first, found["duplicates"][0][2]]],
        "names": {},
    }
    assert [suggested(seat, board.activity) for seat in seats[1:]] == [found, found]


def test_what_changes_is_looked_at_anew(board: Venue) -> None:
    seat = board.sit(PIA)
    assert suggested(seat, board.activity)["themes"] == {}
    theme, card = board.lay("themes", "Waiting"), board.lay("loose", "Five days late")
    assert suggested(seat, board.activity)["themes"] == {card: [theme]}


def test_what_is_hidden_is_compared_with_nothing_and_told_to_nobody(board: Venue) -> None:
    theme, seen = board.lay("themes", "Waiting"), board.lay("loose", "The parcel came too late")
    board.act(FAY, "hide_cards", activity=board.activity)
    hidden = board.lay("loose", "The parcel came too late")
    for name in (PIA, OTTO, FAY):  # its author neither
        seat = board.sit(name)
        found = suggested(seat, board.activity)
        assert (found["themes"], found["duplicates"]) == ({seen: [theme]}, [])
    board.act(FAY, "reveal_cards", activity=board.activity)
    found = suggested(board.sit(OTTO), board.activity)
    assert (set(found["themes"]), found["duplicates"]) == ({seen, hidden}, [[hidden, seen, 1.0]])


def test_who_only_watches_and_who_is_elsewhere_are_refused(board: Venue) -> None:
    elsewhere = open_venue(board.server, board.store)
    answers = [
        suggested(board.sit(OLGA), board.activity),
        suggested(elsewhere.sit(FAY), board.activity),
        suggested(elsewhere.sit(FAY), elsewhere.activity),  # no board of themes
    ]
    assert [answer.get("code") for answer in answers] == ["not_allowed", "unknown_activity", "not_allowed"]
    elsewhere.leave()


def test_a_seat_asks_for_one_thing_at_a_time_and_others_are_heard_meanwhile(board: Venue) -> None:
    for number in range(40):
        board.lay("loose", f"Card number {number} about something that nobody has read before")
    seat, other = board.sit(PIA), board.sit(OTTO)
    for _ in range(2):
        seat.send({"op": "suggest", "activity": board.activity})
    board.add(other, "While they wait", lane="loose")
    answers = [seat.wait(lambda message: message["op"] in ("suggestions", "refused")) for _ in range(2)]
    assert [(answer["op"], answer.get("code")) for answer in answers] == [
        ("refused", "too_fast"),
        ("suggestions", None),
    ]
