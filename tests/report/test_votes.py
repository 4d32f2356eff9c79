"""How votes ended stands in the summary, with what opinions are split about."""

import pytest

from cx_workshop.report.html import as_html
from cx_workshop.report.markdown import as_markdown
from cx_workshop.report.votes import ToldStanding
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.report.telling import section, summary


@pytest.fixture
def board(room: Room) -> str:
    return room.open()


def vote(room: Room, board: str, *dots: tuple[str, str], **more: str) -> None:
    """Open a vote, give what is asked, each (card, verb), and close it."""
    opened = room.act(room.facilitator, "open_vote", activity=board, dots=3, per_card=3, **more).data["vote"]
    for card, verb in dots:
        room.act(room.participant, verb, vote=opened, card=card, dot=new_id())
    room.act(room.facilitator, "close_vote", vote=opened)


def test_cards_are_told_as_they_stood_in_each_round(room: Room, board: str) -> None:
    locker, call = (room.add(room.participant, board, text) for text in ("A *locker*", "A call"))
    gone = room.add(room.participant, board, "Gone")
    marks = [(call, "cast_dot"), (locker, "cast_dot"), (locker, "cast_dot"), (locker, "mark_concern")]
    vote(room, board, *marks, (gone, "mark_concern"), reason="Time is up")
    vote(room, board, kind="original", question="Which is the boldest?")
    room.act(room.facilitator, "remove_card", card=gone)
    first, second = section(room).votes
    assert first.standings == [ToldStanding("A *locker*", 2, 1, split=True), ToldStanding("A call", 1, 0, split=False)]
    assert (first.round, first.reason, second.kind, second.standings) == (1, "Time is up", "original", [])
    text = as_markdown(summary(room))
    assert (
        "#### Result of round 1\n\nOpened before everybody had seen every card, because: Time is up\n\n"
        "1. A \\*locker\\* (2 dots · 1 concern · opinions are split)\n2. A call (1 dot)\n\n"
        "#### Most original, round 1\n\nWhich is the boldest?\n\nNobody gave a dot."
    ) in text
    assert "<li dir=auto>A *locker* <small>2 dots · 1 concern · opinions are split</small></li>" in as_html(
        summary(room)
    )


def test_an_open_vote_is_told_to_nobody(room: Room, board: str) -> None:
    card = room.add(room.participant, board)
    room.act(room.facilitator, "open_vote", activity=board, dots=3, per_card=3)
    assert section(room).votes == []
    assert room.card(card).status == "open"


def test_a_quick_question_is_told_with_its_answers(room: Room, board: str) -> None:
    asked = room.act(room.facilitator, "ask_room", activity=board, question="<b>More</b> time?").data["vote"]
    room.act(room.participant, "answer_question", vote=asked, yes=True, dot=new_id())
    room.act(room.facilitator, "close_vote", vote=asked)
    assert "#### \\<b\\>More\\</b\\> time?\n\nYes 1 · No 0" in as_markdown(summary(room))
    assert "<h4 dir=auto>&lt;b&gt;More&lt;/b&gt; time?</h4><p>Yes 1 · No 0</p>" in as_html(summary(room))
