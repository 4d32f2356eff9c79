"""What was recorded while talking comes first, with the card it is about and its thread."""

from datetime import date

from cx_workshop.report.decisions import ToldDecision, responsible
from cx_workshop.report.threads import Ground
from cx_workshop.translate import use_language
from tests.conftest import Room
from tests.report.telling import keep, plan, summary, write

NAME = "Concept card"


def test_decisions_come_before_actions_with_the_thread_of_their_card(room: Room) -> None:
    board = plan(room, "prototype/concept_card")
    finding = write(room, board, "what", "They wait")
    idea = write(room, board, "what", "A call", made_from=finding)
    gone = write(room, board, "what", "Gone")
    keep(room, idea)
    act = room.facilitator, "record_action"
    room.act(*act, what="Print labels", owner="Otto")
    room.act(*act, what="Ask Pia", card=gone)
    room.act(room.facilitator, "drop_decision", decision=room.act(*act, what="Dropped").data["decision"])
    room.act(room.facilitator, "record_decision", what="Call first", why="They ask", due="2026-12-01", card=idea)
    room.act(room.participant, "remove_card", card=gone)
    report = summary(room)
    thread = [Ground("They wait", NAME, [])]
    assert report.agreed == [
        ToldDecision(
            "decision", "Call first", "They ask", due=date(2026, 12, 1), about=[Ground("A call", NAME, thread)]
        ),
        ToldDecision("action", "Print labels", owner="Otto"),
        ToldDecision("action", "Ask Pia"),
    ]
    [section] = report.chosen
    assert section.kept[0].grounds == thread


def test_a_decision_about_a_merged_card_is_about_what_it_became(room: Room) -> None:
    board = plan(room, "prototype/concept_card")
    one, other = write(room, board, "what", "One"), write(room, board, "what", "Other")
    room.act(room.facilitator, "record_decision", what="Both", card=one)
    room.act(room.facilitator, "merge_cards", card=one, into=other)
    [decision] = summary(room).agreed
    assert decision.about == [Ground("Other One", NAME, [])]


def test_who_and_until_when_stand_on_one_line() -> None:
    use_language("en")
    day = date(2026, 12, 1)
    told = [ToldDecision("action", "Call", owner=owner, due=due) for owner in ("Otto", "") for due in (day, None)]
    assert [responsible(one, "en") for one in told] == [
        "Otto · by December 1, 2026",
        "Otto",
        "by December 1, 2026",
        "",
    ]
