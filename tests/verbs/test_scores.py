from typing import Any

import pytest

from cx_workshop.storage import queries
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.scores import MOST_SCORES
from tests.conftest import Room
from tests.looking import last_event, refused

ROWS = [{"score": 9, "reason": " So kind "}, {"score": 0}, {"score": 7, "reason": ""}]


@pytest.fixture
def survey(room: Room) -> str:
    return planned(room, "empathize/nps_survey")


def planned(room: Room, method: str) -> str:
    args = {"method": method, "minutes": 5, "position": 1}
    activity = str(room.act(room.facilitator, "plan_activity", **args).data["activity"])
    room.act(room.facilitator, "open_activity", activity=activity)
    return activity


def answers(room: Room, survey: str) -> list[tuple[str | None, str, dict[str, Any]]]:
    with room.store.reading() as db:
        return [(card.seat, card.text, card.fields) for card in queries.board_of(db, survey)]


def answer(room: Room, seat: Any, survey: str) -> None:
    args = {"activity": survey, "card": new_id(), "lane": "answers", "text": "Mine", "fields": {"score": 5}}
    room.act(seat, "add_card", **args)


def test_import_scores_lays_a_card_for_each_row_in_one_event(room: Room, survey: str) -> None:
    before = len(room.kinds())
    assert room.act(room.facilitator, "import_scores", activity=survey, rows=ROWS).data == {"added": 3}
    assert answers(room, survey) == [
        (None, "So kind", {"score": 9}),
        (None, "", {"score": 0}),
        (None, "", {"score": 7}),
    ]
    assert room.kinds()[before:] == ["scores_imported"]
    assert (last_event(room.store).activity, len(last_event(room.store).after["cards"])) == (survey, 3)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"score": 11}, "bad_field"),
        ({"score": -1}, "bad_field"),
        ({"score": 7.0}, "bad_field"),
        ({"score": True}, "bad_field"),
        ({"score": "7"}, "bad_field"),
        ({"score": None}, "bad_field"),
        ({}, "bad_arguments"),
        ({"reason": "Why"}, "bad_arguments"),
        ({"score": 7, "name": "Ada"}, "bad_arguments"),
        ({"score": 7, "reason": 8}, "bad_arguments"),
        ({"score": 7, "reason": "x" * 10_001}, "text_too_long"),
        ([7], "bad_arguments"),
        (7, "bad_arguments"),
    ],
)
def test_import_scores_takes_nothing_when_one_row_is_wrong(room: Room, survey: str, row: Any, code: str) -> None:
    with refused(room.store, code):
        room.act(room.facilitator, "import_scores", activity=survey, rows=[*ROWS, row])


@pytest.mark.parametrize("rows", [[], [{"score": 7}] * (MOST_SCORES + 1)], ids=["none", "too many"])
def test_import_scores_takes_some_rows_and_not_any_number(room: Room, survey: str, rows: list[Any]) -> None:
    with refused(room.store, "bad_arguments"):
        room.act(room.facilitator, "import_scores", activity=survey, rows=rows)


def test_import_scores_is_for_boards_that_ask_for_one(room: Room) -> None:
    other = planned(room, "test/sus_form")
    with refused(room.store, "bad_arguments"):
        room.act(room.facilitator, "import_scores", activity=other, rows=ROWS)


def test_imported_scores_leave_the_facilitator_one_answer_of_their_own(room: Room, survey: str) -> None:
    room.act(room.facilitator, "import_scores", activity=survey, rows=ROWS)
    answer(room, room.facilitator, survey)
    with refused(room.store, "one_each"):
        answer(room, room.facilitator, survey)
    room.act(room.facilitator, "import_scores", activity=survey, rows=ROWS)
    assert len(answers(room, survey)) == 7


def test_undo_of_an_import_takes_all_of_it_off_the_board(room: Room, survey: str) -> None:
    answer(room, room.participant, survey)
    room.act(room.facilitator, "import_scores", activity=survey, rows=ROWS)
    room.act(room.facilitator, "undo")
    assert answers(room, survey) == [(room.participant.id, "Mine", {"score": 5})]
