"""The library: every method and every concept, to search, to read and to print."""

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from cx_workshop.content import Concept, Method, concepts, methods
from cx_workshop.process import SHAPES, STEPS
from cx_workshop.report.words import MODE_NAMES, step_name
from cx_workshop.storage import queries
from cx_workshop.translate import N_, _, language_in_use
from cx_workshop.ui import components, session
from cx_workshop.ui.acts import act_button
from cx_workshop.ui.agenda import full_name, place_for
from cx_workshop.ui.leaf import concept_leaf, method_leaf, people
from cx_workshop.ui.pages import file_of, leave_for
from cx_workshop.ui.prints import offer_worksheet
from cx_workshop.ui.session import Guest

STYLE = Path(__file__).with_name("leaf.css")
WORDS = {
    "search": N_("Search methods"),
    "search_hint": N_("Name, question, reason"),
    "step": N_("Step"),
    "all": N_("All"),
    "filters": N_("Time, people, mode"),
    "mode": N_("Mode"),
    "both": N_("both"),
    "time": N_("Time"),
    "any_time": N_("any"),
    "up_to": N_("up to {n} min"),
    "people": N_("People"),
    "alone": N_("Works alone"),
    "whole": N_("{all} in all"),
    "found_one": N_("{n} of {all} found"),
    "found_many": N_("{n} of {all} found"),
    "nothing": N_("Nothing fits all of this."),
    "clear": N_("Clear the search and filters"),
}
TIMES = (10, 20, 45)
BEHIND = N_("What stands behind it")


def show_library(guest: Guest | None) -> None:
    """What the address names: a method, a concept, or everything."""
    st.html(STYLE)
    found = methods().get(st.query_params.get("method", ""))
    concept = next((one for one in concepts() if one.id == st.query_params.get("concept")), None)
    if found:
        _show_method(found, guest)
    elif concept:
        _show_concept(concept, guest)
    else:
        _show_shelf(guest)


def _show_shelf(guest: Guest | None) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="shelf_head"):
        st.title(_("Library"), anchor=False)
        if guest is None:
            st.page_link(file_of("start"), label=_("To the start page"), icon=":material/home:")
    components.shelf(shelf_data(guest), opened=partial(_open, in_workshop=guest is not None))


def shelf_data(guest: Guest | None) -> dict[str, Any]:
    """All that the browser needs to search and filter by itself, as one types."""
    language = language_in_use()
    known = [
        *(_method_entry(one, guest) for one in methods().values()),
        *(_concept_entry(one, guest) for one in concepts()),
    ]
    groups = [
        {"id": step.id, "name": step_name(step.id), "shape": SHAPES[step.mode], "diamond": str(step.diamond)}
        for step in STEPS
    ]
    return {
        "language": language,
        "words": {key: _(sentence) for key, sentence in WORDS.items()},
        "groups": [*groups, {"id": "behind", "name": _(BEHIND)}],
        "modes": [{"id": mode, "name": f"{shape} {_(MODE_NAMES[mode])}"} for mode, shape in SHAPES.items()],
        "times": TIMES,
        "entries": known,
    }


def _method_entry(method: Method, guest: Guest | None) -> dict[str, Any]:
    words = method.words[language_in_use()]
    facts = [
        f"{SHAPES[method.mode]} {_(MODE_NAMES[method.mode])}",
        _("{minutes} min", minutes=method.minutes),
        people(method.group),
    ]
    return {
        "id": f"method={method.id}",
        "group": method.step,
        "href": f"/library?{urlencode(leaf_query(guest, method=method.id), safe='/')}",
        "name": words.name,
        "lead": words.question,
        "why": words.why,
        "facts": " · ".join(facts),
        "mode": method.mode,
        "minutes": method.minutes,
        "people": list(method.group),
    }


def _concept_entry(concept: Concept, guest: Guest | None) -> dict[str, Any]:
    words = concept.words[language_in_use()]
    href = f"/library?{urlencode(leaf_query(guest, concept=concept.id))}"
    return {
        "id": f"concept={concept.id}",
        "group": "behind",
        "href": href,
        "name": words.name,
        "lead": words.short,
        "why": "",
    }


def leaf_query(guest: Guest | None, **leaf: str) -> dict[str, str]:
    """The query of a leaf's address; a workshop's code stays in it."""
    return {**leaf, **(guest.link if guest else {})}


def _open(leaf: str, *, in_workshop: bool) -> None:
    """From the shelf's callback: show the method or concept that was chosen, such as method=define/persona.

    In a workshop an event may make the page run again at the same moment; it must not bring the shelf back.
    """
    kind, _is, name = leaf.partition("=")
    if in_workshop:
        leave_for("library", leaf={kind: name})
    else:
        st.query_params[kind] = name


def _show_method(method: Method, guest: Guest | None) -> None:
    tools = _tools(guest)
    if guest and guest.leads and guest.workshop.status == "open":
        with tools:
            _offer_for_agenda(method, guest)
    st.html(method_leaf(method))
    behind = [concept for concept in concepts() if method.id in concept.methods]
    if behind:
        _related(_(BEHIND), [(one.words[language_in_use()].name, {"concept": one.id}) for one in behind], guest)
    with tools:
        offer_worksheet(method, guest)
        components.paper(method.id, _("Print"))  # last, so that it finds the leaf


def _show_concept(concept: Concept, guest: Guest | None) -> None:
    tools = _tools(guest)
    st.html(concept_leaf(concept))
    used = [methods()[name] for name in concept.methods]
    _related(_("Methods that work with it"), [(full_name(one.id), {"method": one.id}) for one in used], guest)
    with tools:
        components.paper(concept.id, _("Print"))


def _tools(guest: Guest | None) -> Any:
    """The line above a leaf: the way back, and room for what can be done with it."""
    tools = st.container(horizontal=True, vertical_alignment="center", key="leaf_tools")
    with tools, st.container(width="stretch"):
        label, query = _("All methods"), leaf_query(guest)
        st.page_link(file_of("library"), label=label, icon=":material/arrow_back:", query_params=query, width="content")
    return tools


def _offer_for_agenda(method: Method, guest: Guest) -> None:
    with session.store().reading() as db:
        activities = queries.agenda_of(db, guest.workshop.id)
    if count := sum(activity.method == method.id for activity in activities):
        st.caption(_("In the agenda already: {count} ×", count=count))
    args = {"method": method.id, "minutes": method.minutes, "position": place_for(method.step, activities)}
    act_button(
        _("Add to the agenda"),
        guest,
        "plan_activity",
        args=args,
        key=f"plan_{method.id}",
        kind="primary",
        icon=":material/add:",
    )


def _related(heading: str, leaves: list[tuple[str, dict[str, str]]], guest: Guest | None) -> None:
    with st.container(key="related", gap="small"):
        st.subheader(heading, anchor=False)
        for name, leaf in leaves:
            st.page_link(file_of("library"), label=name, query_params=leaf_query(guest, **leaf))
