"""A hundred people give five dots each: none is lost, and the totals are right."""

from collections import Counter
from contextlib import ExitStack, closing

import pytest

from cx_workshop.storage import queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, Venue
from tests.server import LiveSeat

pytestmark = pytest.mark.server

PEOPLE, DOTS = 100, 5


def sit_down(venue: Venue, number: int, leave: ExitStack) -> LiveSeat:
    joined = perform(venue.store, Command("join", {"name": f"Seat {number}"}, workshop=venue.workshop.id)).result(10)
    return leave.enter_context(closing(venue.server.sit(venue.code, joined.data["seat"])))


def test_of_five_hundred_dots_none_is_lost(venue: Venue) -> None:
    cards = [venue.lay("sees", f"Card {number}") for number in range(12)]
    vote = venue.act(FAY, "open_vote", activity=venue.activity, dots=DOTS, per_card=DOTS).data["vote"]
    given: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    with ExitStack() as leave:
        people = [sit_down(venue, number, leave) for number in range(PEOPLE)]
        waited: dict[int, set[str]] = {number: set() for number in range(PEOPLE)}
        for turn in range(DOTS + 1):  # the last is one too many for everybody
            for number, seat in enumerate(people):
                card = cards[(number * turn + turn) % len(cards)]
                given[card] += turn < DOTS
                command, args = new_id(), {"vote": vote, "card": card, "dot": new_id()}
                waited[number].add(command)
                seat.send({"op": "do", "id": command, "verb": "cast_dot", "args": args})
        for number, seat in enumerate(people):
            while waiting := waited[number] - {message.get("id") for message in seat.heard}:
                answer = seat.wait(lambda message, ids=waiting: message.get("id") in ids)  # type: ignore[misc]
                answers[answer.get("code", answer["op"])] += 1
        venue.act(FAY, "close_vote", vote=vote)
        closed = [seat.event("vote_closed")["data"]["votes"][0]["totals"] for seat in people]
    with venue.store.reading() as db:
        counted = Counter(dot.card for dot in queries.dots_in(db, vote))
    assert answers == {"done": PEOPLE * DOTS, "no_dots_left": PEOPLE}
    assert counted == given
    assert closed == [{card: {"dot": n} for card, n in sorted(given.items())}] * PEOPLE
