"""The summary of a workshop, in the reader's language: what was decided and kept first, then the way there."""

from dataclasses import dataclass, field, replace
from datetime import date

from cx_workshop.content import method, shape_of
from cx_workshop.content.shape import THEMES
from cx_workshop.model import ON_BOARD, Activity, Card, Seat, Vote, Workshop
from cx_workshop.process import STEP_BY_ID
from cx_workshop.report.boards import IN_PLACE, Sheet, Tally, remarks_of, sheet_names_of, sheets_of, tallies_of
from cx_workshop.report.cards import ToldCard, tell, title_of
from cx_workshop.report.decisions import ToldDecision, each_thread_once, tell_decisions
from cx_workshop.report.threads import Ground, grounds_of, told_once
from cx_workshop.report.votes import ToldVote, tell_votes
from cx_workshop.storage import Database, queries
from cx_workshop.tracking.threads import DECISION, Threads, card_now, threads_of


@dataclass(frozen=True)
class ActivitySection:
    method: str
    step: str
    mode: str
    diamond: int
    name: str
    question: str
    layout: str
    status: str
    round: int = 1
    reason: str = ""
    """Why it was done once more, in a later round."""
    title: str = ""
    """What the text of a card is, such as the name of a persona."""
    added: int = 0
    """All cards ever written here, removed ones and themes left out."""
    kept: list[ToldCard] = field(default_factory=list)
    """What went on from here; of decisions all that were not parked."""
    sheets: list[Sheet] = field(default_factory=list)
    """The board: cards that were neither kept nor parked, and the others too where their place tells something."""
    parked: list[ToldCard] = field(default_factory=list)
    survey: bool = False
    tallies: list[Tally] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What a survey has instead of cards: nobody is told apart."""
    votes: list[ToldVote] = field(default_factory=list)

    @property
    def in_place(self) -> bool:
        return self.layout in IN_PLACE


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
    decided: list[ToldDecision] = field(default_factory=list)
    """What was recorded while talking: decisions, then actions."""
    without_evidence: list[str] = field(default_factory=list)
    """Kept from the step define on, though it rests on nothing; empty as long as nobody has linked anything."""

    @property
    def agreed(self) -> list[ToldDecision]:
        """The recorded decisions and actions, which a reader meets first."""
        return each_thread_once(self.decided, set())

    @property
    def chosen(self) -> list[ActivitySection]:
        """The activities in which the team kept something: decisions first, then from the last step back.

        Threads run into each other: each piece is told where a reader meets it first.
        """
        kept = [section for section in reversed(self.activities) if section.kept]
        told: set[tuple[str, str]] = set()
        each_thread_once(self.decided, told)
        return [
            replace(section, kept=[replace(card, grounds=told_once(card.grounds, told)) for card in section.kept])
            for section in sorted(kept, key=lambda section: section.method != DECISION)
        ]


@dataclass(frozen=True)
class _Rows:
    """What all sections are told from."""

    activities: dict[str, Activity]
    cards: dict[str, Card]
    threads: Threads
    names: dict[str, str]
    sheets: dict[str, str]
    votes: list[Vote]
    language: str

    def told(self, card: Card) -> ToldCard:
        activity = self.activities[card.activity]
        board = method(activity.method).board
        with_thread = card.status == "kept" or _decides(activity)
        return tell(
            card,
            activity,
            self.language,
            author=None if board.team or activity.anonymous else self.names.get(card.seat or ""),
            merged=self.threads.merged[card.id],
            grounds=grounds_of(self.threads, card.id, self.named) if with_thread else [],
            sheets=self.sheets,
        )

    def about(self, card_id: str) -> Ground | None:
        """A card with its thread, or what it was merged into; None where that has left the board."""
        now = card_now(card_id, self.cards)
        return Ground(*self.named(now), grounds_of(self.threads, now, self.named)) if now else None

    def title(self, card_id: str) -> str | None:
        """What a card is called now; None where it has left the board."""
        now = card_now(card_id, self.cards)
        return self.named(now)[0] if now else None

    def named(self, card_id: str) -> tuple[str, str]:
        card = self.cards[card_id]
        activity = self.activities[card.activity]
        return title_of(card, activity, self.language), method(activity.method).words[self.language].name


def build_report(db: Database, workshop: Workshop, language: str) -> Report:
    seats = queries.seats_of(db, workshop.id)
    activities = queries.agenda_of(db, workshop.id)
    cards = [card for card in queries.cards_of(db, workshop.id) if not card.hidden]
    opened = [activity.opened_at for activity in activities if activity.opened_at]
    rows = _Rows(
        # A board that was dropped from the agenda again still holds what others rest on.
        activities={activity.id: activity for activity in queries.activities_of(db, workshop.id)},
        cards={card.id: card for card in cards},
        threads=threads_of(cards, queries.links_of(db, workshop.id)),
        names={seat.id: seat.name for seat in seats},
        sheets=sheet_names_of(activities, language),
        votes=queries.votes_of(db, workshop.id),
        language=language,
    )
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
            _section(activity, [card for card in cards if card.activity == activity.id], rows)
            for activity in activities
            if activity.status != "planned"
        ],
        decided=tell_decisions(queries.decisions_of(db, workshop.id), rows.about),
        without_evidence=_without_evidence(cards, rows),
    )


def _names(seats: list[Seat], role: str) -> list[str]:
    return [seat.name for seat in seats if seat.role == role and not seat.removed_at]


def _decides(activity: Activity) -> bool:
    return activity.method == DECISION


def _section(activity: Activity, cards: list[Card], rows: _Rows) -> ActivitySection:
    used, words = method(activity.method), method(activity.method).words[rows.language]
    lanes = shape_of(activity).lanes
    order = {lane: i for i, lane in enumerate(lanes)}
    lie = [card for card in cards if card.status in ON_BOARD]
    lie.sort(key=lambda card: (order.get(card.lane, len(order)), card.position, card.id))
    section = ActivitySection(
        method=activity.method,
        step=activity.step,
        mode=activity.mode,
        diamond=STEP_BY_ID[activity.step].diamond,
        name=words.name,
        question=words.question,
        layout=used.board.layout,
        status=activity.status,
        round=activity.round,
        reason=activity.shape.get("reason", ""),
        title=words.title,
        votes=tell_votes([vote for vote in rows.votes if vote.activity == activity.id], rows.title),
        added=sum(1 for card in cards if card.status != "removed" and card.lane != THEMES),
    )
    if used.board.one_each:
        fields = used.board.fields
        counted, said = tallies_of(lie, fields, words), remarks_of(lie, fields)
        return replace(section, survey=True, tallies=counted, remarks=said)
    chosen = ("kept", "open") if _decides(activity) else ("kept",)
    left = [card for card in lie if section.in_place or card.status not in (*chosen, "parked")]
    return replace(
        section,
        kept=[rows.told(card) for card in lie if card.status in chosen],
        sheets=sheets_of(activity, left, words, rows.told),
        parked=[rows.told(card) for card in lie if card.status == "parked"],
    )


def _without_evidence(cards: list[Card], rows: _Rows) -> list[str]:
    """What was kept but rests on no other card, nor holds any as a theme does."""
    themes = {card.theme for card in cards if card.status in ON_BOARD}
    return [
        rows.named(card.id)[0]
        for card in cards
        if rows.threads.rests_on
        and card.status == "kept"
        and card.id not in rows.threads.rests_on
        and card.id not in themes
        and (activity := rows.activities[card.activity]).step != "empathize"
        and activity.status != "dropped"
        and not method(activity.method).board.one_each
    ]
