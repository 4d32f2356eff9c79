"""Coming back: a seat that names its last event hears exactly what it missed; and who is here."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cx_workshop.live.channel import CATCH_UP
from cx_workshop.live.protocol import MOST_PATCHES
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue
from tests.server import Message

pytestmark = pytest.mark.server

RETURNS = 30
WRITERS = (FAY, PIA)


def test_seat_that_comes_back_hears_what_it_missed_in_order(venue: Venue) -> None:
    away = venue.sit(OTTO)
    since = away.welcome["seq"]
    away.close()
    writer = venue.sit(PIA)
    for text in "abc":
        venue.add(writer, text)
    back = venue.sit(OTTO, since=since)
    back.event_at(venue.seqs()[-1])
    assert [event["data"]["cards"][0]["text"] for event in back.events] == ["a", "b", "c"]
    assert [event["seq"] for event in back.events] == venue.seqs(since)
    assert back.welcome["reset"] is False


def test_seat_that_missed_nothing_hears_only_what_is_new(venue: Venue) -> None:
    seat = venue.sit(OTTO)
    back = venue.sit(OTTO, since=seat.welcome["seq"])
    venue.add(seat)
    back.event("card_added")
    assert [event["seq"] for event in back.events] == venue.seqs(seat.welcome["seq"])


def test_seat_without_since_hears_only_what_is_new(venue: Venue) -> None:
    venue.add(venue.sit(PIA), "Before")
    seat = venue.sit(OTTO)
    venue.add(venue.sit(PIA), "After")
    seat.event("card_added")
    assert [event["data"]["cards"][0]["text"] for event in seat.events] == ["After"]


def test_missed_event_of_a_returned_card_holds_it_whole(venue: Venue) -> None:
    writer = venue.sit(PIA)
    card = venue.add(writer, "One")
    writer.do("remove_card", card=card)
    since = venue.seqs()[-1]
    writer.do("restore_card", card=card)
    back = venue.sit(OTTO, since=since)
    assert back.event("card_restored")["data"]["cards"] == back.board(venue.activity)["cards"]


@pytest.mark.parametrize(("missed", "reset"), [(CATCH_UP, False), (CATCH_UP + 1, True)])
def test_seat_that_missed_too_much_starts_over(venue: Venue, missed: int, reset: bool) -> None:
    since = venue.seqs()[-1]
    verbs = [Command("lock_board", {"activity": venue.activity}, seat=venue.ids[FAY]) for _ in range(missed)]
    for future in [perform(venue.store, command) for command in verbs]:
        future.result(30)
    back = venue.sit(OTTO, since=since)
    assert back.welcome["reset"] is reset
    last = venue.act(FAY, "unlock_board", activity=venue.activity).seq
    back.event_at(last)
    assert [event["seq"] for event in back.events] == ([last] if reset else venue.seqs(since))


@pytest.mark.parametrize("since", [-1, 0])
def test_since_before_the_first_event_replays_everything(venue: Venue, since: int) -> None:
    seat = venue.sit(OTTO, since=since)
    seat.event_at(venue.seqs()[-1])
    assert [event["seq"] for event in seat.events] == venue.seqs()


@pytest.mark.parametrize("ahead", [1, 2**62, 2**63, 10**40])
def test_since_after_the_last_event_is_no_obstacle(venue: Venue, ahead: int) -> None:
    """Such as after the server was restored from a copy."""
    seat = venue.sit(OTTO, since=venue.seqs()[-1] + ahead)
    assert (seat.welcome["op"], seat.welcome.get("seq")) == ("welcome", venue.seqs()[-1])
    venue.add(seat)
    seat.event_at(venue.seqs()[-1])


def test_log_of_a_seat_that_keeps_coming_back_equals_the_database(venue: Venue) -> None:
    chance = random.Random(20261121)
    seat = venue.sit(OTTO)
    start = last = seat.welcome["seq"]
    applied: list[int] = []
    with _writing(venue, WRITERS):
        for _ in range(RETURNS):
            seat.close()
            seat = venue.sit(OTTO, since=last)
            for _ in range(chance.randrange(8)):
                seat.wait(_is_event)
            applied += [event["seq"] for event in seat.events]
            last = applied[-1] if applied else last
    seat.close()
    seat = venue.sit(OTTO, since=last)
    seat.event_at(venue.act(FAY, "lock_board", activity=venue.activity).seq)
    applied += [event["seq"] for event in seat.events]
    assert applied == venue.seqs(start)
    assert len(applied) > RETURNS


def test_presence_tells_who_comes_and_goes(venue: Venue) -> None:
    lead, guest = venue.sit(FAY), venue.sit(PIA)
    both = sorted((venue.ids[FAY], venue.ids[PIA]))
    assert guest.welcome["here"] == both
    lead.wait(lambda message: message["op"] == "presence" and message["seats"] == both)
    guest.close()
    lead.wait(lambda message: message["op"] == "presence" and message["seats"] == [venue.ids[FAY]])


def test_presence_counts_a_seat_with_two_screens_once(venue: Venue) -> None:
    phone, _, lead = venue.sit(PIA), venue.sit(PIA), venue.sit(FAY)
    both = sorted((venue.ids[FAY], venue.ids[PIA]))
    assert lead.welcome["here"] == both
    phone.close()
    venue.sit(OLGA)
    present = lead.wait(lambda message: message["op"] == "presence" and venue.ids[OLGA] in message["seats"])
    assert present["seats"] == sorted((*both, venue.ids[OLGA]))


def _is_event(message: Message) -> bool:
    return bool(message["op"] == "event")


@contextmanager
def _writing(venue: Venue, names: tuple[str, ...]) -> Iterator[None]:
    """Each of these seats adds card after card until the end of the block."""
    enough = threading.Event()

    def write(name: str) -> None:
        seat = venue.sit(name)
        while not enough.is_set():
            seat.do("add_card", activity=venue.activity, card=new_id(), lane="sees", text="On and on")

    threads = [threading.Thread(target=write, args=[name]) for name in names]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join()


def test_people_in_a_deleted_workshop_are_told(venue: Venue) -> None:
    seats = [venue.sit(name) for name in (PIA, OLGA)]
    venue.act(FAY, "delete", code=venue.code)
    for seat in seats:
        assert seat.close_code() == 4404
        assert seat.heard[-1]["code"] == "workshop_deleted"


def test_an_event_of_very_many_cards_has_the_board_read_anew(venue: Venue) -> None:
    venue.begin("empathize/nps_survey")
    seat = venue.sit(OTTO)
    venue.act(FAY, "import_scores", activity=venue.activity, rows=[{"score": 9}] * (MOST_PATCHES + 1))
    assert seat.event("scores_imported")["data"] == {"anew": True}
    assert len(seat.board(venue.activity)["cards"]) == MOST_PATCHES + 1
    venue.act(FAY, "undo")
    assert seat.event("act_undone")["data"] == {"anew": True}
    assert seat.board(venue.activity)["cards"] == []
    assert [len(event.after["cards"]) for event in venue.events()[-2:]] == [MOST_PATCHES + 1] * 2
    venue.act(FAY, "import_scores", activity=venue.activity, rows=[{"score": 9}] * MOST_PATCHES)
    assert len(seat.event("scores_imported")["data"]["cards"]) == MOST_PATCHES
