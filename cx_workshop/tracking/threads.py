"""The thread from evidence to decision: which card rests on which, and which rest on nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from cx_workshop.content import methods
from cx_workshop.content.shape import THEMES
from cx_workshop.model import ON_BOARD, Activity, Card, Decision, Link
from cx_workshop.tracking.directions import OPEN
from cx_workshop.tracking.notyet import Figure, NotYet
from cx_workshop.translate import N_

DECISION = "test/decision"
QUESTION = "define/how_might_we"
SEEN_IN_TESTS = frozenset(
    ("test/test_session", "test/feedback_grid", "test/experience_again", "test/nps_test", "test/sus_form")
)
"""The methods of the last step by which people see and hear; all of Empathize are such."""
NOT_SEEN = frozenset(("assumption", "interpretation"))
"""Labels of a card that says what somebody thinks, not what they saw or heard."""
NO_DECISION = N_("Not yet, because nothing has been decided.")


@dataclass(frozen=True)
class Threads:
    """Which card on a board rests on which; what was merged counts as the card it has become."""

    rests_on: dict[str, list[str]]
    merged: Counter[str]
    """How many cards have become part of this one."""

    def all_below(self, card: str, inside: Mapping[str, list[str]] | None = None) -> list[str]:
        """All that a card rests on, over however many links, each once; a theme rests on what lies in it, too."""
        found, waiting = {card: None}, [card]
        while waiting:
            one = waiting.pop()
            below = [*self.rests_on.get(one, []), *(inside or {}).get(one, [])]
            new = [other for other in below if other not in found]
            found |= dict.fromkeys(new)
            waiting += new
        del found[card]
        return [*found]


@dataclass(frozen=True)
class Outcome:
    """What the team decided or kept, and the observations it traces back to."""

    kind: Literal["recorded", "decided", "kept"]
    """Recorded while talking, a card of the decision board, or a card kept from the step define on."""
    id: str
    """Of the decision, or of the card."""
    card: str | None
    observations: list[str]


@dataclass(frozen=True)
class Evidence:
    outcomes: list[Outcome]
    unanswered: list[str]
    """Questions on which no card rests, although the team has gone on from them."""

    @property
    def share(self) -> Figure:
        """Of the decisions, recorded or on the board, those that trace back to an observation, from 0 to 1."""
        return _share([one for one in self.outcomes if one.kind != "kept"])

    @property
    def share_of_kept(self) -> Figure:
        """The same, of the kept cards."""
        return _share([one for one in self.outcomes if one.kind == "kept"])

    @property
    def without(self) -> list[Outcome]:
        """The orphans: decisions and kept cards that rest on no observation."""
        return [one for one in self.outcomes if not one.observations]


def threads_of(cards: Iterable[Card], links: Iterable[Link]) -> Threads:
    by_id = {card.id: card for card in cards}
    rests_on: dict[str, list[str]] = {}
    for link in links:
        card, ground = card_now(link.card, by_id), card_now(link.rests_on, by_id)
        if link.removed_at or card is None or ground is None or card == ground:
            continue
        grounds = rests_on.setdefault(card, [])
        if ground not in grounds:
            grounds.append(ground)
    targets = [card_now(card.id, by_id) for card in by_id.values() if card.status == "merged"]
    return Threads(rests_on, Counter(target for target in targets if target))


def card_now(card_id: str | None, cards: dict[str, Card]) -> str | None:
    """The card itself, or the one it was merged into, however often; None where that has left the board."""
    seen: set[str] = set()
    while card_id in cards and card_id not in seen:
        seen.add(card_id)
        if cards[card_id].status in ON_BOARD:
            return card_id
        card_id = cards[card_id].merged_into
    return None


def evidence_of(
    cards: Iterable[Card], links: Iterable[Link], activities: Iterable[Activity], decisions: Iterable[Decision]
) -> Evidence:
    """Traces every decision and every kept card back over links; actions are no decisions.

    A recorded decision about no card traces back to nothing: nobody can follow it.
    """
    by_id = {card.id: card for card in cards}
    boards = {activity.id: activity for activity in activities}
    threads = threads_of(by_id.values(), links)
    inside = lie_in_themes(by_id.values())

    def outcome(kind: Literal["recorded", "decided", "kept"], id: str, card: str | None) -> Outcome:
        below = [card, *threads.all_below(card, inside)] if card else []
        return Outcome(kind, id, card, [one for one in below if is_observation(by_id[one], boards)])

    outcomes = [
        outcome("recorded", one.id, card_now(one.card, by_id))
        for one in decisions
        if one.kind == "decision" and not one.dropped_at
    ]
    for card in by_id.values():
        board = boards.get(card.activity)
        if board is None or board.status == "dropped" or card.status not in OPEN or _is_survey(board):
            continue
        if board.method == DECISION:
            outcomes.append(outcome("decided", card.id, card.id))
        elif card.status == "kept" and board.step != "empathize":
            outcomes.append(outcome("kept", card.id, card.id))
    return Evidence(outcomes, _unanswered(by_id, boards, threads))


def lie_in_themes(cards: Iterable[Card]) -> dict[str, list[str]]:
    """Theme -> the open cards that lie in it."""
    inside: dict[str, list[str]] = {}
    for card in cards:
        if card.theme and card.status in OPEN:
            inside.setdefault(card.theme, []).append(card.id)
    return inside


def is_observation(card: Card, boards: Mapping[str, Activity]) -> bool:
    """Whether a card says what was seen or heard; one that is labelled as somebody's thought does not."""
    board = boards.get(card.activity)
    if board is None or card.lane == THEMES or not NOT_SEEN.isdisjoint(_labels(card)):
        return False
    return board.step == "empathize" or board.method in SEEN_IN_TESTS


def _unanswered(by_id: Mapping[str, Card], boards: Mapping[str, Activity], threads: Threads) -> list[str]:
    answered = {ground for grounds in threads.rests_on.values() for ground in grounds}
    went_on = any(boards[card.activity].step == "ideate" for card in by_id.values() if card.activity in boards)
    questions = [
        card for card in by_id.values() if card.activity in boards and boards[card.activity].method == QUESTION
    ]
    return [card.id for card in questions if went_on and card.status in OPEN and card.id not in answered]


def _labels(card: Card) -> set[str]:
    return {value for value in card.fields.values() if isinstance(value, str)}


def _is_survey(board: Activity) -> bool:
    used = methods().get(board.method)
    return used is not None and used.board.one_each


def _share(outcomes: list[Outcome]) -> Figure:
    if not outcomes:
        return NotYet(NO_DECISION)
    return sum(bool(one.observations) for one in outcomes) / len(outcomes)
