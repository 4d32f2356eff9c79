"""What a disturbed evening cost: what screens were promised against what the database holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from cx_workshop.live.protocol import CARD
from cx_workshop.storage import reading
from tests.faults.screen import HARMLESS, Screen
from tests.live.venue import Venue


@dataclass
class Verdict:
    acknowledged: int
    """Commands, of which `cards` added one."""
    cards: int
    lost: int
    """Acknowledged commands without their event, and acknowledged cards without their row."""
    doubled: int
    """Cards that are there twice, and commands answered in two ways."""
    strange_boards: int
    """Screens whose board is not what the database holds."""
    strange_logs: int
    """Screens that took in events twice or out of order."""
    refused: list[str]
    returns: int
    gaps: int
    """Times that a screen noticed a missing event."""

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.strange_boards or self.strange_logs or self.refused)


def judge(venue: Venue, screens: Sequence[Screen]) -> Verdict:
    promised = {id: seq for screen in screens for id, (_, seq) in screen.acknowledged.items()}
    added = set().union(*(screen.added for screen in screens))
    kept = {event.command: event.seq for event in venue.events()}
    with reading(venue.server.database) as db:
        texts = {row["id"]: row["text"] for row in db.query("select id, text from cards")}
    board = {card.id: {name: getattr(card, name) for name in CARD} for card in venue.cards()}
    return Verdict(
        acknowledged=len(promised),
        cards=len(added),
        lost=sum(kept.get(id) != seq for id, seq in promised.items()) + len(added - texts.keys()),
        doubled=sum(count - 1 for count in Counter(texts.values()).values())
        + sum(len(screen.contradictions) for screen in screens),
        strange_boards=sum(screen.cards != board for screen in screens),
        strange_logs=sum(screen.log != sorted(set(screen.log)) for screen in screens),
        refused=sorted({r["code"] for screen in screens for r in screen.refusals} - HARMLESS),
        returns=sum(screen.returns for screen in screens),
        gaps=sum(screen.gaps for screen in screens),
    )


def told(name: str, verdict: Verdict, **more: float) -> str:
    """One line of figures, for whoever runs pytest with -s."""
    return f"\n{name}: " + ", ".join(f"{key} {value}" for key, value in (more | asdict(verdict)).items())
