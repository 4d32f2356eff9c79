"""The summary of a workshop, in the reader's language: what was kept first, then the way there."""

from dataclasses import dataclass
from datetime import date

from cx_workshop.content import method
from cx_workshop.model import ON_BOARD, Activity, Card, Seat, Workshop
from cx_workshop.process import STEP_BY_ID
from cx_workshop.storage import Database, queries


@dataclass(frozen=True)
class Line:
    """A card as the summary tells it."""

    text: str
    author: str | None
    status: str


@dataclass(frozen=True)
class LaneSection:
    name: str
    lines: list[Line]


@dataclass(frozen=True)
class ActivitySection:
    step: str
    mode: str
    diamond: int
    name: str
    question: str
    status: str
    added: int
    """All cards ever written here, removed ones left out."""
    kept: list[Line]
    lanes: list[LaneSection]
    """Cards that were neither kept nor parked, in the order of the board."""
    parked: list[Line]


@dataclass(frozen=True)
class Report:
    language: str
    title: str
    challenge: str
    code: str
    day: date
    closed: bool
    people: list[str]
    facilitators: list[str]
    activities: list[ActivitySection]

    @property
    def chosen(self) -> list[ActivitySection]:
        """The activities in which the team kept something, the last first: the decision, then what it rests on."""
        return [section for section in reversed(self.activities) if section.kept]


def build_report(db: Database, workshop: Workshop, language: str) -> Report:
    seats = queries.seats_of(db, workshop.id)
    activities = queries.agenda_of(db, workshop.id)
    names = {seat.id: seat.name for seat in seats}
    opened = [activity.opened_at for activity in activities if activity.opened_at]
    cards = [card for card in queries.cards_of(db, workshop.id) if card.status in ON_BOARD]
    return Report(
        language=language,
        title=workshop.title,
        challenge=workshop.challenge,
        code=workshop.code,
        day=date.fromisoformat(min(opened, default=workshop.created_at)[:10]),
        closed=workshop.status == "closed",
        people=_names(seats, "participant"),
        facilitators=_names(seats, "facilitator"),
        activities=[
            _section(activity, [card for card in cards if card.activity == activity.id], names, language)
            for activity in activities
            if activity.status != "planned"
        ],
    )


def _names(seats: list[Seat], role: str) -> list[str]:
    return [seat.name for seat in seats if seat.role == role and not seat.removed_at]


def _section(activity: Activity, cards: list[Card], names: dict[str, str], language: str) -> ActivitySection:
    words = method(activity.method).words[language]
    order = {lane.id: i for i, lane in enumerate(words.lanes)}
    cards = sorted(cards, key=lambda card: (order.get(card.lane, len(order)), card.position, card.id))

    def lines(status: str, lane: str | None = None) -> list[Line]:
        return [
            Line(card.text, names.get(card.seat or ""), card.status)
            for card in cards
            if card.status == status and lane in (None, card.lane)
        ]

    return ActivitySection(
        step=activity.step,
        mode=activity.mode,
        diamond=STEP_BY_ID[activity.step].diamond,
        name=words.name,
        question=words.question,
        status=activity.status,
        added=len(cards),
        kept=lines("kept"),
        lanes=[LaneSection(lane.name, found) for lane in words.lanes if (found := lines("open", lane.id))],
        parked=lines("parked"),
    )
