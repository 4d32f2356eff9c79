"""Who may do what, when: one table, walked from the register of verbs."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, Transaction, queries
from cx_workshop.verbs import VERBS, Command, perform
from cx_workshop.verbs.act import new_id

ROLES = ("facilitator", "participant", "observer", "stranger")
STATES = ("planned", "open", "locked", "hidden", "voting", "closed")
"""Of an activity: hidden is one on which everybody writes in private, voting one with a vote on its cards."""
OK = "allowed"
GONE = "workshop_closed"

# in an open workshop, the activity    planned, open, locked, hidden, voting, closed    and in a closed workshop
NO = ("not_allowed",) * 7
YES = (OK, OK, OK, OK, OK, OK, GONE)
ALWAYS = (OK,) * 7
NOT_YOURS = ("not_yours",) * 7
LEAD = ("activity_not_open", OK, OK, OK, OK, "activity_closed", GONE)
WRITE = ("activity_not_open", OK, "board_locked", OK, "voting", "activity_closed", GONE)
OTHERS = ("activity_not_open", "not_yours", "board_locked", "unknown_card", "voting", "activity_closed", GONE)
LEAD_SEEN = ("activity_not_open", OK, OK, "unknown_card", OK, "activity_closed", GONE)
SEEN = ("activity_not_open", OK, "board_locked", "unknown_card", "voting", "activity_closed", GONE)
NO_THEME_LEAD = ("activity_not_open", *("unknown_card",) * 4, "activity_closed", GONE)
NO_THEME = ("activity_not_open", "unknown_card", "board_locked", "unknown_card", "voting", "activity_closed", GONE)
NO_PARTS_LEAD = ("activity_not_open", *("bad_arguments",) * 4, "activity_closed", GONE)
NO_PARTS = ("activity_not_open", "bad_arguments", "board_locked", "bad_arguments", "voting", "activity_closed", GONE)
CARDS_LEAD = ("activity_not_open", *("part_has_cards",) * 4, "activity_closed", GONE)
CARDS = ("activity_not_open", "part_has_cards", "board_locked", "part_has_cards", "voting", "activity_closed", GONE)
NOT_PLANNED = ("activity_not_open", OK, OK, OK, OK, OK, GONE)
NOT_CLOSED = (OK, OK, OK, OK, OK, "activity_closed", GONE)
ONLY_PLANNED = (OK, *("activity_was_opened",) * 5, GONE)
REVEAL = (*("nothing_hidden",) * 3, OK, *("nothing_hidden",) * 2, GONE)
OPEN_VOTE = ("activity_not_open", OK, OK, "cards_hidden", "vote_is_open", "activity_closed", GONE)
UNSEEN = ("activity_not_open", OK, OK, "nothing_to_vote_on", OK, "activity_closed", GONE)
ASK = ("activity_not_open", OK, OK, OK, "vote_is_open", "activity_closed", GONE)
IN_VOTE = (*("unknown_vote",) * 4, OK, "unknown_vote", GONE)
NO_QUESTION = (*("unknown_vote",) * 4, "bad_arguments", "unknown_vote", GONE)
OWN_DOT = (*("unknown_dot",) * 4, OK, "unknown_dot", GONE)
NO_DOT = (*("unknown_dot",) * 6, GONE)
NO_TEAMS = (*("no_teams",) * 6, GONE)
NO_TEAM_LEAD = ("activity_not_open", *("no_teams",) * 4, "activity_closed", GONE)
NO_TIMER = (*("no_timer",) * 6, GONE)
NO_RUNNING_TIMER = (*("timer_not_running",) * 6, GONE)
NO_DECISION = (*("unknown_decision",) * 6, GONE)

RIGHTS = {
    #                              facilitator, participant, observer, stranger
    "create": (NO, NO, NO, ALWAYS),
    "edit": (ALWAYS, NO, NO, NO),
    "close": (YES, NO, NO, NO),
    "reopen": (ALWAYS, NO, NO, NO),
    "copy": (ALWAYS, NO, NO, NO),
    "anonymise": (ALWAYS, NO, NO, NO),
    "delete": (ALWAYS, NO, NO, NO),
    "renew_link": (ALWAYS, NO, NO, NO),
    "form_team": (YES, NO, NO, NO),
    "call_to_teams": (NO_TEAMS, NO, NO, NO),
    "call_to_plenary": (NO_TEAMS, NO, NO, NO),
    "bring_cards": (NO_TEAM_LEAD, NO, NO, NO),
    "join": (NO, NO, NO, YES),
    "rename": (ALWAYS, ALWAYS, ALWAYS, NO),
    "rename another's": (ALWAYS, NOT_YOURS, NOT_YOURS, NO),
    "change_role another's": (YES, NO, NO, NO),
    "remove another's": (ALWAYS, NO, NO, NO),
    "plan_activity": (YES, NO, NO, NO),
    "move_activity": (YES, NO, NO, NO),
    "retime_activity": (YES, NO, NO, NO),
    "drop_activity": (ONLY_PLANNED, NO, NO, NO),
    "replan": (ONLY_PLANNED, NO, NO, NO),
    "park_thought": (LEAD, NO, NO, NO),
    "open_activity": (YES, NO, NO, NO),
    "close_activity": (YES, NO, NO, NO),
    "lock_board": (YES, NO, NO, NO),
    "unlock_board": (YES, NO, NO, NO),
    "add_card": (LEAD, WRITE, NO, NO),
    "edit_card": (LEAD, WRITE, NO, NO),
    "edit_card another's": (LEAD_SEEN, OTHERS, NO, NO),
    "move_card": (LEAD, WRITE, NO, NO),
    "move_card another's": (LEAD_SEEN, SEEN, NO, NO),
    "remove_card": (LEAD, WRITE, NO, NO),
    "remove_card another's": (LEAD_SEEN, OTHERS, NO, NO),
    "restore_card": (LEAD, WRITE, NO, NO),
    "restore_card another's": (LEAD_SEEN, OTHERS, NO, NO),
    "keep_card": (LEAD, WRITE, NO, NO),
    "keep_card another's": (LEAD_SEEN, SEEN, NO, NO),
    "park_card": (LEAD, WRITE, NO, NO),
    "park_card another's": (LEAD_SEEN, SEEN, NO, NO),
    "reopen_card": (LEAD, WRITE, NO, NO),
    "reopen_card another's": (LEAD_SEEN, SEEN, NO, NO),
    "merge_cards": (LEAD_SEEN, SEEN, NO, NO),
    "fill_card": (LEAD, WRITE, NO, NO),
    "fill_card another's": (LEAD_SEEN, OTHERS, NO, NO),
    "place_card": (LEAD, WRITE, NO, NO),
    "place_card another's": (LEAD_SEEN, SEEN, NO, NO),
    "put_in_theme": (NO_THEME_LEAD, NO_THEME, NO, NO),
    "take_out_of_theme": (LEAD, WRITE, NO, NO),
    "link_cards": (LEAD_SEEN, SEEN, NO, NO),
    "link_cards another's": (LEAD_SEEN, SEEN, NO, NO),
    "unlink_cards": (LEAD, WRITE, NO, NO),
    "add_part": (NO_PARTS_LEAD, NO_PARTS, NO, NO),
    "rename_part": (NO_PARTS_LEAD, NO_PARTS, NO, NO),
    "move_part": (NO_PARTS_LEAD, NO_PARTS, NO, NO),
    "drop_part": (NO_PARTS_LEAD, NO_PARTS, NO, NO),
    "use_template": (CARDS_LEAD, CARDS, NO, NO),
    "show_prompts": (YES, NO, NO, NO),
    "new_round": (YES, NO, NO, NO),
    "hand_out_sheets": (NO_PARTS_LEAD, NO, NO, NO),
    "pass_sheets_on": (LEAD, WRITE, NO, NO),
    "add_image": (YES, YES, NO, NO),
    "import_scores": (NO_PARTS_LEAD, NO, NO, NO),
    "call_everyone": (NOT_PLANNED, NO, NO, NO),
    "write_note": (ALWAYS, NO, NO, NO),
    "hide_cards": (NOT_CLOSED, NO, NO, NO),
    "reveal_cards": (REVEAL, NO, NO, NO),
    "hide_names": (YES, NO, NO, NO),
    "show_names": (YES, NO, NO, NO),
    "start_timer": (YES, NO, NO, NO),
    "change_timer": (NO_TIMER, NO, NO, NO),
    "pause_timer": (NO_RUNNING_TIMER, NO, NO, NO),
    "stop_timer": (NO_TIMER, NO, NO, NO),
    "add_seat": (YES, NO, NO, NO),
    "mark_ready": (YES, YES, NO, NO),
    "ask_for_time": (YES, YES, NO, NO),
    "raise_hand": (YES, YES, NO, NO),
    "take_hand another's": (YES, NO, NO, NO),
    "open_vote": (OPEN_VOTE, NO, NO, NO),
    "show_unseen": (UNSEEN, NO, NO, NO),
    "ask_room": (ASK, NO, NO, NO),
    "cast_dot": (IN_VOTE, IN_VOTE, NO, NO),
    "mark_concern": (IN_VOTE, IN_VOTE, NO, NO),
    "answer_question": (NO_QUESTION, NO_QUESTION, NO, NO),
    "take_back_dot": (OWN_DOT, OWN_DOT, NO, NO),
    "take_back_dot another's": (NO_DOT, NO_DOT, NO, NO),
    "close_vote": (IN_VOTE, NO, NO, NO),
    "record_decision": (YES, NO, NO, NO),
    "record_action": (YES, NO, NO, NO),
    "edit_decision": (NO_DECISION, NO, NO, NO),
    "drop_decision": (NO_DECISION, NO, NO, NO),
    "undo": (LEAD, WRITE, NO, NO),
}
"""Verb -> what it answers to each role. A verb without a row here fails a test."""


@dataclass
class Scene:
    """A workshop with its first activity in one state, and of each role a seat with a card and a removed one."""

    workshop: str
    code: str
    activity: str
    seats: dict[str, str]
    cards: dict[str, str]
    removed: dict[str, str]
    vote: str
    """Open in the state voting, and each seat has given one dot; elsewhere there is none of these."""
    dots: dict[str, str]

    def args(self, verb: str, owner: str) -> dict[str, Any]:
        """Arguments that are right in themselves, on what belongs to `owner`."""
        words = {"title": "New", "challenge": "", "language": "nl"}
        part = {"activity": self.activity, "kind": "lanes", "id": "new"}
        other = self.cards["facilitator" if owner == "participant" else "participant"]
        known: dict[str, dict[str, Any]] = {
            "create": words | {"agenda_id": FIRST, "name": "Ann"},
            "edit": words,
            "copy": {"title": "Once more"},
            "delete": {"code": self.code},
            "renew_link": {"link": "watch"},
            "form_team": {"name": "One", "seats": [self.seats["another"]]},
            "bring_cards": {"team": "none", "cards": ["none"], "activity": self.activity, "lane": "sees"},
            "join": {"name": "Ann"},
            "rename": {"name": "Ann", "seat": self.seats[owner]},
            "change_role": {"role": "observer", "seat": self.seats[owner]},
            "remove": {"seat": self.seats[owner]},
            "plan_activity": {"method": "ideate/scamper", "minutes": 15, "position": 1},
            "move_activity": {"activity": self.activity, "position": 2},
            "retime_activity": {"activity": self.activity, "minutes": 25},
            "park_thought": {"activity": self.activity, "text": "Ask legal"},
            "replan": {"minutes": {self.activity: 5}},
            "add_card": {"activity": self.activity, "card": new_id(), "lane": "sees", "text": "New"},
            "edit_card": {"card": self.cards[owner], "text": "New"},
            "move_card": {"card": self.cards[owner], "lane": "hears"},
            "restore_card": {"card": self.removed[owner]},
            "merge_cards": {"card": self.cards[owner], "into": other},
            "fill_card": {"card": self.cards[owner], "fields": {"text": "New"}, "base": {"text": owner}},
            "place_card": {"card": self.cards[owner], "x": 0.5, "y": 1},
            "put_in_theme": {"card": self.cards[owner], "theme": other},
            "link_cards": {"card": self.cards[owner], "rests_on": other},
            "unlink_cards": {"card": self.cards[owner], "rests_on": other},
            "add_part": part | {"name": "New"},
            "rename_part": part | {"name": "New"},
            "move_part": part,
            "drop_part": part,
            "use_template": {"activity": self.activity, "template": "default"},
            "new_round": {"activity": self.activity, "reason": "We learned more"},
            "hand_out_sheets": {"activity": self.activity, "minutes": 5},
            "pass_sheets_on": {"activity": self.activity, "number": 1},
            "import_scores": {"activity": self.activity, "rows": [{"score": 9}]},
            "write_note": {"activity": self.activity, "text": "Ask Pia"},
            "start_timer": {"seconds": 60},
            "change_timer": {"by": 60},
            "add_seat": {"name": "Nia"},
            "mark_ready": {"activity": self.activity, "ready": True},
            "ask_for_time": {"activity": self.activity, "wanted": True},
            "raise_hand": {"up": True},
            "take_hand": {"seat": self.seats[owner]},
            "open_vote": {"activity": self.activity, "dots": 3, "per_card": 1},
            "ask_room": {"activity": self.activity, "question": "More time?"},
            "cast_dot": {"vote": self.vote, "card": self.cards[owner], "dot": new_id()},
            "mark_concern": {"vote": self.vote, "card": self.cards[owner], "dot": new_id()},
            "answer_question": {"vote": self.vote, "yes": True, "dot": new_id()},
            "take_back_dot": {"dot": self.dots[owner]},
            "close_vote": {"vote": self.vote},
            "call_everyone": {"activity": self.activity},
            "record_decision": {"what": "Call first"},
            "record_action": {"what": "Call them"},
            "edit_decision": {"decision": "none", "what": "Call first"},
            "drop_decision": {"decision": "none"},
            "add_image": {"kind": "image/webp", "width": 1, "height": 1, "data": b"RIFF"},
        }
        if verb in known:
            return known[verb]
        names = VERBS[verb].arguments
        return {"card": self.cards[owner]} if "card" in names else {"activity": self.activity} if names else {}


class TakenBack(Exception):
    """The verb was allowed; raised so that its savepoint rolls back."""


@dataclass
class Trial:
    """Stands where a store is expected: runs the work on the real one, and takes back what it did."""

    store: Store

    def submit(self, work: Any) -> "Future[Any]":
        return self.store.submit(partial(self._run, work))

    def _run(self, work: Any, tx: Transaction) -> None:
        raise TakenBack(work(tx))


def prepare(store: Store, state: str, workshop_closed: bool) -> Scene:
    def act(verb: str, args: dict[str, Any], seat: str | None = None) -> dict[str, Any]:
        return perform(store, Command(verb, args, seat=seat, workshop=workshop_id)).result(10).data

    workshop_id = None
    words = {"title": "Parcels", "challenge": "", "language": "en"}
    created = act("create", words | {"agenda_id": FIRST, "name": "Fay"})
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, created["code"])
        assert workshop is not None
        activity = queries.activities_of(db, workshop.id)[0].id
    workshop_id = workshop.id
    seats = {
        "facilitator": created["id"],
        "participant": act("join", {"name": "Pia"})["id"],
        "another": act("join", {"name": "Otto"})["id"],
        "observer": act("join", {"name": "Olga", "key": workshop.observer_key})["id"],
    }
    leader = seats["facilitator"]
    act("open_activity", {"activity": activity}, leader)
    if state == "hidden":
        act("hide_cards", {"activity": activity}, leader)
    cards, removed = {}, {}
    for role in ("facilitator", "participant", "another"):
        for kept in (removed, cards):
            kept[role] = new_id()
            act("add_card", {"activity": activity, "card": kept[role], "lane": "sees", "text": role}, seats[role])
            if kept is removed:
                act("remove_card", {"card": kept[role]}, seats[role])
    vote, dots = "none", dict.fromkeys(seats, "none")
    if state == "planned":  # no verb takes a board back to that
        store.submit(lambda tx: tx.update("activities", activity, status="planned", opened_at=None)).result(10)
    elif state == "voting":
        vote = act("open_vote", {"activity": activity, "dots": 3, "per_card": 2}, leader)["vote"]
        for role, card in cards.items():
            dots[role] = new_id()
            act("cast_dot", {"vote": vote, "card": card, "dot": dots[role]}, seats[role])
    elif state in ("locked", "closed"):
        verb = {"locked": "lock_board", "closed": "close_activity"}[state]
        act(verb, {"activity": activity}, leader)
    if workshop_closed:
        act("close", {}, leader)
    return Scene(
        workshop.id,
        workshop.code,
        activity,
        seats,
        cards | {"observer": cards["another"]},
        removed | {"observer": removed["another"]},
        vote,
        dots,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("rights") / "workshops.db")
    yield store
    store.close()


@pytest.fixture(scope="module")
def scenes(store: Store) -> dict[tuple[str, bool], Scene]:
    return {(state, closed): prepare(store, state, closed) for state, closed in product(STATES, (False, True))}


def answer(store: Store, scene: Scene, row: str, role: str) -> str:
    verb, _, others = row.partition(" ")
    owner = "another" if others or role == "stranger" else role
    home = None if verb == "create" else scene.workshop
    command = Command(verb, scene.args(verb, owner), seat=scene.seats.get(role), workshop=home)
    try:
        perform(Trial(store), command).result(10)  # type: ignore[arg-type]  # all that perform asks is submit
    except Refused as error:
        return error.code
    except TakenBack:
        return OK
    raise AssertionError("neither refused nor taken back")


def test_every_verb_has_its_row() -> None:
    assert {row.partition(" ")[0] for row in RIGHTS} == VERBS.keys()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", RIGHTS)
def test_a_right_is_as_the_table_says(store: Store, scenes: dict[tuple[str, bool], Scene], row: str, role: str) -> None:
    *by_state, in_closed = RIGHTS[row][ROLES.index(role)]
    expected = dict(zip(STATES, by_state, strict=True))
    assert {state: answer(store, scenes[state, False], row, role) for state in STATES} == expected
    closed = {state: answer(store, scenes[state, True], row, role) for state in STATES}
    assert closed == dict.fromkeys(STATES, in_closed)
