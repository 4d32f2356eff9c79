"""What may help a team that sorts the cards of a themes board; nothing of it happens unless a person says so."""

import re
from dataclasses import dataclass
from functools import cache

from cx_workshop.content.shape import THEMES
from cx_workshop.meaning.likeness import near_duplicates
from cx_workshop.meaning.names import suggest_names
from cx_workshop.meaning.themes import nearest
from cx_workshop.meaning.vectors import Shelf, vectors
from cx_workshop.model import Card
from cx_workshop.translate import LANGUAGES, N_, translate

NUMBERED = N_("Theme {n}")
"""What a theme is called until somebody names it."""
LEAST_CARDS = 2
"""For a name: of one card, every word is as good as another."""


@dataclass(frozen=True)
class Suggestions:
    themes: dict[str, list[str]]
    """Loose card -> the themes it may belong to, the nearest first."""
    duplicates: list[tuple[str, str, float]]
    """A card, an earlier one that may say the same, and their likeness from 0 to 1; a card is in one pair at most."""
    names: dict[str, list[str]]
    """Theme without a name -> words of its cards."""


def suggestions(cards: list[Card], shelf: Shelf | None = None) -> Suggestions:
    """For the cards of one board, themes among them; what is parked is left alone."""
    here = [card for card in cards if card.status != "parked"]
    notes = sorted(
        (card for card in here if card.lane != THEMES), key=lambda card: (card.created_at, card.position, card.id)
    )
    themes = {card.id: card for card in here if card.lane == THEMES}
    piles = {card.id for card in cards if card.lane == THEMES}
    inside = {theme: [note.text for note in notes if note.theme == theme] for theme in themes}
    vectors.of([card.text for card in here], shelf)  # all at once, and what the shelf has need not be computed
    return Suggestions(
        themes=_themes([note for note in notes if note.theme not in piles], themes, inside),
        duplicates=_duplicates(notes),
        names={
            theme: words
            for theme, words in suggest_names(inside).items()
            if words and len(inside[theme]) >= LEAST_CARDS and _is_unnamed(themes[theme].text)
        },
    )


def _themes(loose: list[Card], themes: dict[str, Card], inside: dict[str, list[str]]) -> dict[str, list[str]]:
    ids = [theme for theme in themes if inside[theme] or not _is_unnamed(themes[theme].text)]
    named = [("" if _is_unnamed(themes[theme].text) else themes[theme].text, inside[theme]) for theme in ids]
    found = nearest(named, [note.text for note in loose])
    return {note.id: [ids[place] for place in places] for note, places in zip(loose, found, strict=True) if places}


def _duplicates(notes: list[Card]) -> list[tuple[str, str, float]]:
    found, paired = [], set[int]()
    for earlier, later, likeness in near_duplicates([note.text for note in notes]):
        if not paired & {earlier, later}:
            paired |= {earlier, later}
            found.append((notes[later].id, notes[earlier].id, round(likeness, 2)))
    return found


def _is_unnamed(text: str) -> bool:
    return any(form.fullmatch(text.strip()) for form in _numbered())


@cache
def _numbered() -> list[re.Pattern[str]]:
    forms = [re.escape(translate(NUMBERED, language)) for language in LANGUAGES]
    return [re.compile(form.replace(re.escape("{n}"), r"\d+")) for form in forms]
