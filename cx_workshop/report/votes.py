"""What the team voted on a board: how the cards stood, what opinions were split about, and quick questions."""

from collections.abc import Callable
from dataclasses import dataclass

from cx_workshop.model import Vote, VoteKind
from cx_workshop.tracking import split_opinions, standings


@dataclass(frozen=True)
class ToldStanding:
    text: str
    dots: int
    concerns: int
    split: bool
    """Whether it had many dots and concerns at once."""


@dataclass(frozen=True)
class ToldVote:
    kind: VoteKind
    round: int
    question: str
    reason: str
    """Why it was opened before everybody had seen everything."""
    standings: list[ToldStanding]
    yes: int
    no: int


def tell_votes(votes: list[Vote], title: Callable[[str], str | None]) -> list[ToldVote]:
    """Those that have ended; `title` names a card, with None for one that has left the board."""
    return [_tell(vote, title) for vote in votes if vote.closed_at]


def _tell(vote: Vote, title: Callable[[str], str | None]) -> ToldVote:
    split, answers = split_opinions(vote.totals), vote.totals.get("", {})
    ranked = [(one, title(one.card)) for one in standings(vote.totals) if one.card]
    return ToldVote(
        kind=vote.kind,
        round=vote.round,
        question=vote.question,
        reason=vote.reason,
        standings=[ToldStanding(text, one.dots, one.concerns, one.card in split) for one, text in ranked if text],
        yes=answers.get("yes", 0),
        no=answers.get("no", 0),
    )
