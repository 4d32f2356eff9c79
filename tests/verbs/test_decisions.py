import pytest

from cx_workshop.model import Decision
from cx_workshop.storage import queries
from tests.conftest import Room
from tests.looking import refused


def decisions(room: Room) -> list[Decision]:
    with room.store.reading() as db:
        return queries.decisions_of(db, room.workshop.id)


def test_a_decision_keeps_what_why_owner_date_and_the_card_it_is_about(room: Room) -> None:
    board = room.open()
    card = room.add(room.participant, board)
    words = {"what": " Call first ", "why": "They ask", "owner": "Otto", "due": "2026-12-01"}
    decision = room.act(room.facilitator, "record_decision", card=card, **words).data["decision"]
    [kept] = decisions(room)
    assert kept == Decision(
        id=decision,
        workshop=room.workshop.id,
        kind="decision",
        what="Call first",
        why="They ask",
        owner="Otto",
        due="2026-12-01",
        activity=board,
        card=card,
        seat=room.facilitator.id,
        recorded_at=kept.recorded_at,
        dropped_at=None,
    )


def test_an_action_is_worded_anew_and_dropped(room: Room) -> None:
    action = room.act(room.facilitator, "record_action", what="Print labels").data["decision"]
    room.act(room.facilitator, "edit_decision", decision=action, what="Print 100 labels", owner="Pia")
    assert [(one.kind, one.what, one.owner) for one in decisions(room)] == [("action", "Print 100 labels", "Pia")]
    room.act(room.facilitator, "drop_decision", decision=action)
    with refused(room.store, "unknown_decision"):
        room.act(room.facilitator, "edit_decision", decision=action, what="Again")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"what": " "}, "empty_text"),
        ({"what": "x" * 301}, "text_too_long"),
        ({"what": "x", "why": "x" * 2001}, "text_too_long"),
        ({"what": "x", "due": "soon"}, "bad_field"),
        ({"what": "x", "card": "none"}, "unknown_card"),
        ({"what": "x", "activity": "none"}, "unknown_activity"),
    ],
)
def test_a_decision_that_says_nothing_or_too_much_is_refused(room: Room, words: dict[str, str], code: str) -> None:
    with refused(room.store, code):
        room.act(room.facilitator, "record_decision", **words)
