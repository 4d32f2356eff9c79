"""Back from decisions to what was seen and heard, and what rests on nothing."""

import pytest

from cx_workshop.tracking import Evidence, NotYet, Replay, evidence_of, threads_of
from tests.tracking.told import Log

METHODS = (
    "empathize/evidence_wall", "define/themes", "define/how_might_we", "ideate/silent_writing", "test/test_session",
    "test/decision", "test/sus_form",
)  # fmt: skip
WALL, THEMES_BOARD, QUESTIONS, IDEAS, SESSION, DECISIONS, SURVEY = (method.partition("/")[2] for method in METHODS)


class Thread(Log):
    def link(self, card: str, rests_on: str, removed_at: str | None = None) -> None:
        row = {"card": card, "rests_on": rests_on, "removed_at": removed_at}
        self.say("cards_linked", 0, links={f"{card} {rests_on}": row})

    def decide(self, id: str, card: str | None = None, kind: str = "decision", dropped_at: str | None = None) -> None:
        row = {"kind": kind, "what": id, "card": card, "dropped_at": dropped_at}
        self.say("decision_recorded", 0, decisions={id: row})


@pytest.fixture
def thread() -> Thread:
    """A finding, a question that rests on it, an idea that answers it."""
    log = Thread(*METHODS)
    for card, board in (("finding", WALL), ("question", QUESTIONS), ("idea", IDEAS)):
        log.add(card, board)
    log.link("question", "finding")
    log.link("idea", "question")
    return log


def evidence(log: Log) -> Evidence:
    replay = Replay(log)
    return evidence_of(replay.cards, replay.links, replay.activities, replay.decisions)


def test_a_decision_is_traced_over_all_links(thread: Thread) -> None:
    thread.decide("go", "idea")
    thread.decide("bare")
    found = evidence(thread)
    assert [(one.kind, one.id, one.observations) for one in found.outcomes] == [
        ("recorded", "go", ["finding"]),
        ("recorded", "bare", []),
    ]
    assert (found.share, [one.id for one in found.without]) == (0.5, ["bare"])


def test_actions_and_dropped_decisions_are_no_decisions(thread: Thread) -> None:
    thread.decide("act", "idea", kind="action")
    thread.decide("dropped", "idea", dropped_at="then")
    assert evidence(thread).outcomes == []
    assert str(evidence(thread).share) == "Not yet, because nothing has been decided."


def test_cards_of_the_decision_board_are_decisions_and_kept_cards_are_told_apart(thread: Thread) -> None:
    thread.add("verdict", DECISIONS)
    thread.link("verdict", "idea")
    thread.add("parked", DECISIONS, status="parked")
    thread.add("other idea", IDEAS, status="kept")
    thread.change("finding", status="kept")
    thread.add("answer", SURVEY, status="kept")
    found = evidence(thread)
    assert [(one.kind, one.id) for one in found.outcomes] == [("decided", "verdict"), ("kept", "other idea")]
    assert (found.share, found.share_of_kept) == (1, 0)


@pytest.mark.parametrize(
    ("board", "label", "share"),
    [(WALL, "observation", 1), (WALL, "quote", 1), (WALL, "assumption", 0), (SESSION, "observation", 1),
     (SESSION, "interpretation", 0), (IDEAS, "observation", 0)],
)  # fmt: skip
def test_only_what_was_seen_or_heard_is_an_observation(thread: Thread, board: str, label: str, share: float) -> None:
    thread.add("ground", board, fields={"label": label})
    thread.add("verdict", DECISIONS)
    thread.link("verdict", "ground")
    assert evidence(thread).share == share


def test_a_theme_rests_on_what_lies_in_it(thread: Thread) -> None:
    thread.theme("theme", THEMES_BOARD)
    thread.add("note", THEMES_BOARD, theme="theme")
    thread.link("note", "finding")
    thread.decide("go", "theme")
    assert evidence(thread).share == 1
    thread.change("note", status="removed")
    assert evidence(thread).share == 0


def test_what_was_merged_hands_its_thread_on(thread: Thread) -> None:
    thread.add("better idea", IDEAS)
    thread.change("idea", status="merged", merged_into="better idea")
    thread.decide("go", "idea")
    [found] = evidence(thread).outcomes
    assert (found.card, found.observations) == ("better idea", ["finding"])


def test_links_that_were_taken_away_or_run_in_a_circle_lead_nowhere(thread: Thread) -> None:
    thread.link("finding", "idea")
    thread.decide("go", "idea")
    assert evidence(thread).outcomes[0].observations == ["finding"]
    thread.say("cards_unlinked", 0, links={"question finding": {"removed_at": "now"}})
    assert evidence(thread).outcomes[0].observations == []
    assert threads_of(Replay(thread).cards, Replay(thread).links).all_below("idea") == ["question"]


def test_questions_on_which_nothing_rests_are_unanswered_once_the_team_went_on(thread: Thread) -> None:
    thread.add("lonely", QUESTIONS)
    thread.add("parked", QUESTIONS, status="parked")
    assert evidence(thread).unanswered == ["lonely"]
    assert evidence(Thread(*METHODS)).unanswered == []


def test_nothing_at_all_is_not_yet() -> None:
    found = evidence_of([], [], [], [])
    assert isinstance(found.share, NotYet) and isinstance(found.share_of_kept, NotYet)
