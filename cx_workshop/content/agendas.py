"""Agendas: which methods follow one another, with their minutes."""

from dataclasses import dataclass
from functools import cache

from cx_workshop.content.folder import Table
from cx_workshop.content.methods import methods
from cx_workshop.settings import DATA
from cx_workshop.translate import LANGUAGES

FIRST = "first_workshop"
ALONE = "solo"


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

    @property
    def minutes(self) -> int:
        """Of work, without welcome and breaks."""
        return sum(item.minutes for item in self.activities)


@cache
def agendas() -> dict[str, Agenda]:
    """All agendas by id, the shortest first."""
    folders = sorted(path.parent.name for path in (DATA / "agendas").glob("*/agenda.toml"))
    return {found.id: found for found in sorted(map(agenda, folders), key=lambda found: found.minutes)}


@cache
def agenda(agenda_id: str) -> Agenda:
    """An agenda by the name of its folder; raises ContentError where it names a method that is not there."""
    folder = DATA / "agendas" / agenda_id
    table = Table(folder / "agenda.toml")
    words = {language: Table(folder / f"{language}.toml") for language in LANGUAGES}
    found = Agenda(
        id=agenda_id,
        activities=[_item(one) for one in table.tables("activities", "a list of activities")],
        names={language: one.text("name", "a name") for language, one in words.items()},
        abouts={language: one.text("about") for language, one in words.items()},
    )
    for one in (table, *words.values()):
        one.finish()
    return found


def _item(table: Table) -> Item:
    used = table.text("method", "a folder in data/methods")
    if used not in methods():
        raise table.wrong("method", f"a folder in data/methods, not {used!r}")
    item = Item(used, table.minutes())
    table.finish()
    return item
