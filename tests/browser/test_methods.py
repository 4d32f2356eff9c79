"""Every method in every language, in the real app: it opens, takes a card, shows it to others, and is exported."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from cx_workshop.content import Method, methods, shape_of
from cx_workshop.model import Activity
from cx_workshop.process import STEPS
from cx_workshop.report.archive import as_json, import_json
from cx_workshop.report.markdown import as_markdown
from cx_workshop.report.report import build_report
from cx_workshop.storage import Store, queries
from cx_workshop.translate import LANGUAGES, use_language
from cx_workshop.verbs.act import new_id
from tests.browser.conftest import Sit
from tests.browser.test_axe import BY_LOOK, violations
from tests.live.venue import FAY, OTTO, PIA, Venue

pytestmark = pytest.mark.browser

IN_ORDER = sorted(methods().values(), key=lambda one: [step.id for step in STEPS].index(one.step))


LOOKS: dict[str, dict[str, Any]] = {"nl": {"size": "phone", "dark": True}}
"""In which look a language is walked through, so that no board is opened twice; the others are light on a laptop."""
RULES = {"en": None, "nl": BY_LOOK}
"""By which rules axe looks at the boards of a language: names and roles are the same in every one."""


def plan_all(venue: Venue) -> dict[str, Activity]:
    """An activity of each method, behind those that are there; by method."""
    planned = [
        venue.act(FAY, "plan_activity", method=one.id, minutes=one.minutes, position=100).data["activity"]
        for one in IN_ORDER
    ]
    with venue.store.reading() as db:
        found = {activity.id: activity for activity in queries.agenda_of(db, venue.workshop.id)}
    return {found[activity].method: found[activity] for activity in planned}


def write_by_verb(venue: Venue, activity: Activity, used: Method, text: str) -> None:
    """Otto writes a card; the first field that a card can have is filled in."""
    shape = shape_of(activity)
    place = {"lane": shape.lanes[0], "row": next(iter(shape.rows), ""), "sheet": next(iter(shape.sheets), "")}
    scales = {field.id: field.max for field in used.board.fields if field.kind in ("scale", "number")}
    fields = {} if used.board.layout == "grid" else dict(list(scales.items())[:1])
    venue.act(OTTO, "add_card", activity=activity.id, card=new_id(), text=text, fields=fields, **place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_works(venue: Venue, sit: Sit, store: Store, language: str) -> None:
    activities = plan_all(venue)
    pia = sit(PIA, language=language, **LOOKS.get(language, {}))
    faults: dict[str, list[str]] = {}
    for number, used in enumerate(IN_ORDER):
        venue.act(FAY, "open_activity", activity=activities[used.id].id)
        expect(pia.board.locator("[data-role=method]")).to_have_text(used.words[language].name)
        expect(pia.board.locator(".question")).to_have_text(used.words[language].question)
        text = f"Otto {number}"
        write_by_verb(venue, activities[used.id], used, text)
        if used.board.private:
            expect(pia.board.locator("[data-role=private]")).to_contain_text("1")
            venue.act(FAY, "reveal_cards", activity=activities[used.id].id)
        expect(pia.card(text)).to_be_visible()
        if language in RULES:
            faults[used.id] = violations(pia.page, RULES[language])
    assert {name: found for name, found in faults.items() if found} == {}
    use_language(language)
    with venue.store.reading() as db:
        told = as_markdown(build_report(db, venue.workshop, language))
        exported = as_json(db, venue.workshop)
    use_language("en")
    names = [used.words[language].name for used in IN_ORDER]
    assert [name for name in names if name not in told] == []
    assert [number for number in range(len(IN_ORDER)) if f"Otto {number}" not in told] == []
    code = import_json(store, exported).code
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, code)
        assert workshop is not None
        assert json.loads(as_json(db, workshop)) == json.loads(exported)
