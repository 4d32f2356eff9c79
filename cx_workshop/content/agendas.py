"""Agendas: which methods follow one another, with their minutes."""

from dataclasses import dataclass
from functools import cache

from cx_workshop.content.folder import ContentError, need, need_minutes, read_toml
from cx_workshop.content.methods import methods
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES

FIRST = "first_workshop"


@dataclass(frozen=True)
class Item:
    method: str
    minutes: int


@dataclass(frozen=True)
class Agenda:
    id: str
    activities: list[Item]
    names: dict[str, str]
    abouts: dict[str, str]


@cache
def agenda(agenda_id: str) -> Agenda:
    """An agenda by the name of its folder; raises ContentError where it names a method that is not there."""
    folder = DATA / "agendas" / agenda_id
    path = folder / "agenda.toml"
    items = need(path, read_toml(path), "activities", list, "a list of activities")
    words = {language: (folder / f"{language}.toml", read_toml(folder / f"{language}.toml")) for language in LANGUAGES}
    for item in items:
        used = need(path, item, "method", str, "a folder in data/methods", within="activities")
        if used not in methods():
            raise ContentError(path, "activities.method", f"a folder in data/methods, not {used!r}")
    return Agenda(
        id=agenda_id,
        activities=[Item(item["method"], need_minutes(path, item)) for item in items],
        names={language: need(file, values, "name", str, "a name") for language, (file, values) in words.items()},
        abouts={language: need(file, values, "about", str, "a sentence") for language, (file, values) in words.items()},
    )
