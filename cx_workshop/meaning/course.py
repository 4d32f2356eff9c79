"""How far apart and how new cards are while a workshop goes on."""

from collections.abc import Iterable, Mapping

import numpy as np

from cx_workshop.meaning.likeness import novelty
from cx_workshop.meaning.vectors import vectors, worded
from cx_workshop.model import Card


def spread_over_time(texts: Mapping[str, str], changes: Iterable[tuple[str, bool]]) -> list[float | None]:
    """The mean cosine distance of the open cards after each change, from 0 to about 1; None while fewer than two are.

    `texts` holds what each card says, `changes` a card and whether it opens or closes. Each change costs the same,
    however many cards are open: of vectors of length 1 the sum says how alike all pairs are.
    """
    places = {card: place for place, card in enumerate(texts)}
    rows = vectors.of([*texts.values()]).astype(np.float64)
    speaks = worded(rows.astype(np.float32))
    middle, squares, is_open = np.zeros(rows.shape[1]), 0.0, set[int]()
    found: list[float | None] = []
    for card, opens in changes:
        place = places.get(card)
        if place is not None and speaks[place] and opens != (place in is_open):
            sign = 1 if opens else -1
            middle += sign * rows[place]
            squares += sign * float(rows[place] @ rows[place])
            (is_open.add if opens else is_open.remove)(place)
        n = len(is_open)
        alike = (float(middle @ middle) - squares) / (n * (n - 1)) if n > 1 else 0.0
        found.append(max(0.0, 1 - alike) if n > 1 else None)
    return found


def novelty_on_boards(cards: Iterable[Card]) -> dict[str, float | None]:
    """Card -> its cosine distance to the nearest earlier card of the same activity; None for the first of each."""
    boards: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: (card.created_at, card.position, card.id)):
        boards.setdefault(card.activity, []).append(card)
    return {
        card.id: new
        for board in boards.values()
        for card, new in zip(board, novelty([card.text for card in board]), strict=True)
    }
