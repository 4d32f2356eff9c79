from typing import Any

import pytest

from cx_workshop.content import method
from cx_workshop.model import Workshop
from cx_workshop.storage import Store, check, queries
from cx_workshop.storage.erase import erase_deleted
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import everything, refused, sql


def problems(room: Room) -> list[str]:
    with room.store.reading() as db:
        return check.problems(db)


def copied(room: Room, **args: Any) -> Workshop:
    code = room.act(room.facilitator, "copy", title="Once more", **args).data["code"]
    with room.store.reading() as db:
        found = queries.workshop_by_code(db, code)
    assert found is not None
    return found


def boards_of(room: Room, workshop: Workshop) -> list[tuple[str, str, int, list[str]]]:
    """Method, status, minutes and texts of each board."""
    with room.store.reading() as db:
        return [
            (a.method, a.status, a.minutes, [card.text for card in queries.board_of(db, a.id)])
            for a in queries.agenda_of(db, workshop.id)
        ]


def test_a_copy_has_the_agenda_and_its_facilitator_alone(room: Room) -> None:
    room.add(room.participant, room.open())
    room.act(room.facilitator, "retime_activity", activity=room.activities[1].id, minutes=99)
    copy = copied(room)
    minutes = [99 if position == 1 else activity.minutes for position, activity in enumerate(room.activities)]
    expected = [(a.method, "planned", time, []) for a, time in zip(room.activities, minutes, strict=True)]
    assert boards_of(room, copy) == expected
    assert (copy.title, copy.challenge, copy.status) == ("Once more", room.workshop.challenge, "open")
    with room.store.reading() as db:
        assert [(seat.name, seat.role) for seat in queries.seats_of(db, copy.id)] == [("Fay", "facilitator")]
    assert problems(room) == []


def test_a_copy_with_cards_has_their_threads_and_pictures_but_no_authors(room: Room) -> None:
    board = room.open()
    ground = room.add(room.participant, board, "They wait")
    room.act(room.participant, "keep_card", card=ground)
    room.act(room.participant, "remove_card", card=room.add(room.participant, board, "Gone"))
    question = new_id()
    asked = room.open("define")
    lane = method(room.activity(asked).method).board.lanes[0]
    words = {"activity": asked, "card": question, "lane": lane, "text": "How might we", "made_from": ground}
    room.act(room.participant, "add_card", **words)
    copy = copied(room, with_cards=True)
    assert [board[1:2] + board[3:] for board in boards_of(room, copy)[:2]] == [
        ("closed", ["They wait"]),
        ("closed", ["How might we"]),
    ]
    with room.store.reading() as db:
        cards = {card.text: card for card in queries.cards_of(db, copy.id)}
        [link] = queries.links_of(db, copy.id)
    assert {card.seat for card in cards.values()} == {None}
    assert (link.card, link.rests_on) == (cards["How might we"].id, cards["They wait"].id)
    assert cards["They wait"].status == "kept"
    assert problems(room) == []


def test_what_was_hidden_is_not_copied(room: Room) -> None:
    board = room.open()
    room.act(room.facilitator, "hide_cards", activity=board)
    room.add(room.participant, board)
    assert boards_of(room, copied(room, with_cards=True))[0][1:] == ("planned", 20, [])


def test_no_name_is_left_anywhere_once_they_are_numbers(room: Room) -> None:
    room.act(room.participant, "rename", seat=room.participant.id, name="Philippa")
    room.act(room.facilitator, "plan_activity", method="ideate/brainwriting", minutes=30, position=1)
    with room.store.reading() as db:
        sheets = queries.agenda_of(db, room.workshop.id)[0].id
    room.act(room.facilitator, "open_activity", activity=sheets)
    room.act(room.facilitator, "hand_out_sheets", activity=sheets, minutes=5)
    room.act(room.facilitator, "close")
    room.act(room.facilitator, "anonymise")
    rows = {table: [row for row in rows if row] for table, rows in everything(room.store).items()}
    names = [seat["name"] for seat in rows["seats"]]
    assert sorted(names) == ["Person 1", "Person 2", "Person 3", "Person 4"]
    assert [name for name in ("Fay", "Pia", "Philippa", "Otto", "Olga") if f'"{name}' in str(rows)] == []
    assert problems(room) == []


def test_a_deleted_workshop_is_found_by_nobody_and_leaves_no_row(room: Room, store: Store) -> None:
    room.add(room.participant, room.open(), "They wait")
    with refused(store, "not_this_code"):
        room.act(room.facilitator, "delete", code="AAA-AAA")
    room.act(room.facilitator, "delete", code=room.workshop.code)
    with store.reading() as db:
        assert queries.workshop_by_code(db, room.workshop.code) is None
        assert queries.all_workshops(db) == []
    with refused(store, "unknown_code"):
        room.act(room.facilitator, "reopen")
    store.submit(lambda tx: erase_deleted(tx.db)).result(10)
    assert everything(store) == {table: [] for table in everything(store)}


def test_another_workshop_stays_whole_beside_a_deleted_one(room: Room) -> None:
    copy = copied(room)
    room.act(room.facilitator, "delete", code=room.workshop.code)
    room.store.submit(lambda tx: erase_deleted(tx.db)).result(10)
    assert [row["code"] for row in everything(room.store)["workshops"]] == [copy.code]
    assert problems(room) == []


def test_what_a_stopped_server_had_not_erased_yet_is_erased_at_the_next_start(room: Room) -> None:
    room.act(room.facilitator, "delete", code=room.workshop.code)
    Store(room.store.path).close()
    assert everything(room.store)["events"] == []


def test_the_code_of_a_deleted_workshop_is_not_given_away_before_it_is_erased(room: Room) -> None:
    sql(room.store, "update workshops set deleted_at = created_at")
    with room.store.reading() as db:
        assert not queries.is_code_free(db, room.workshop.code)


@pytest.mark.parametrize(("link", "key"), [("lead", "facilitator_key"), ("watch", "observer_key")])
def test_a_renewed_link_lets_nobody_in_by_the_old_one(room: Room, link: str, key: str) -> None:
    room.act(room.facilitator, "renew_link", link=link)
    with room.store.reading() as db:
        now = queries.workshop_by_id(db, room.workshop.id)
    assert getattr(now, key) != getattr(room.workshop, key)
    assert str(getattr(now, key)) not in str(everything(room.store)["events"])


def test_a_link_of_another_name_is_refused(room: Room) -> None:
    with refused(room.store, "bad_arguments"):
        room.act(room.facilitator, "renew_link", link="code")
