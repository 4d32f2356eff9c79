"""Personas side by side, in words: how many there are, whose needs are one, what is still open and what is due."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import chain

from cx_workshop.charts.drawing import Canvas, Drawing, brief, some, titled
from cx_workshop.meaning import near_duplicates
from cx_workshop.model import Card
from cx_workshop.translate import _

FEWEST, MOST = 3, 5
"""Personas of an organisation, after S3."""
EXPECTED = ("needs", "quote", "evidence", "journey", "review")
"""The fields without which a persona decides nothing."""
NEED_LENGTH = 60


def draw(canvas: Canvas) -> Drawing:
    personas = [card for card in canvas.cards if card.status != "parked"]
    if not personas:
        return Drawing([_("Not yet: there is something to compare from the first persona on.")])
    names = {field.id: canvas.words.fields[field.id].name for field in canvas.method.board.fields}
    due = due_for_review(personas, datetime.now(UTC).date())
    return Drawing(
        [
            how_many(len(personas)),
            *same_needs(personas),
            *still_open(personas, names),
            *([_("Time for a review: {names}.", names=some(due))] if due else []),
        ]
    )


def how_many(n: int) -> str:
    if n < FEWEST:
        return _("Personas: {n}. Three to five are enough for an organisation (S3).", n=n)
    if n <= MOST:
        return _("Personas: {n}, as many as an organisation can keep in mind (three to five, S3).", n=n)
    return _("Personas: {n}. Nobody keeps more than five in mind (S3): which two are one?", n=n)


def same_needs(personas: Sequence[Card]) -> list[str]:
    """Two personas may have the same need where what they want says nearly the same."""
    needs = list(chain.from_iterable([(card, need) for need in card.fields.get("needs", [])] for card in personas))
    pairs = [(needs[one], needs[other]) for one, other, _cosine in near_duplicates([need for _card, need in needs])]
    return [
        _(
            "{one} and {other} may have the same need: “{need}”, “{same}”. Two with one need are one.",
            one=titled(one),
            other=titled(other),
            need=brief(need, NEED_LENGTH),
            same=brief(same, NEED_LENGTH),
        )
        for (one, need), (other, same) in pairs
        if one.id != other.id
    ]


def still_open(personas: Sequence[Card], names: dict[str, str]) -> list[str]:
    """For each expected field the personas that say nothing there yet."""
    without = {field: [titled(card) for card in personas if not card.fields.get(field)] for field in EXPECTED}
    return [
        _("{field}, still empty: {names}.", field=names[field], names=some(found))
        for field, found in without.items()
        if found
    ]


def due_for_review(personas: Sequence[Card], today: date) -> list[str]:
    return [
        titled(card) for card in personas if (day := card.fields.get("review")) and date.fromisoformat(day) <= today
    ]
