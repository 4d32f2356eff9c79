"""A room in teams, as its facilitator sees it."""

import secrets
from urllib.parse import urlencode

import streamlit as st

from cx_workshop.content import methods, shape_of
from cx_workshop.model import Activity, Seat, Workshop
from cx_workshop.process import STEPS
from cx_workshop.report.words import step_name
from cx_workshop.storage import queries
from cx_workshop.translate import _, language_in_use, use_language
from cx_workshop.ui import components, session
from cx_workshop.ui.acts import act, act_button
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.floor import running_of
from cx_workshop.ui.pages import link_to
from cx_workshop.ui.rounds import name_of
from cx_workshop.ui.session import Guest
from cx_workshop.ui.text import plain
from cx_workshop.verbs.teams import team_name

MOST_TEAMS = 12
FOUR = 4
"""People make a good team."""


def show_teams(guest: Guest) -> None:
    with session.store().reading() as db:
        seats = queries.seats_of(db, guest.workshop.id)
        teams = queries.teams_of(db, guest.workshop.id)
        free = [seat for seat in seats if _is_free(seat) and not queries.seats_in_teams(db, seat.id)]
        running = running_of(queries.agenda_of(db, guest.workshop.id))
    st.subheader(_("Teams"))
    if guest.workshop.parent:
        st.info(_("This workshop is a team itself. All teams are on the page of the whole room."))
        return
    link_to("facilitate", guest, label=f"← {plain(guest.workshop.title)}")
    if teams:
        _show_row(guest, teams)
        components.teams(_data(teams))
        _show_kept(guest, teams, running)
    if free:
        _offer_split(guest, free, first=not teams)
    elif not teams:
        st.info(_("As soon as people have joined, you can split them into teams here."))


def _is_free(seat: Seat) -> bool:
    return seat.role == "participant" and not seat.removed_at


def _show_row(guest: Guest, teams: list[Workshop]) -> None:
    with st.container(horizontal=True):
        act_button(_("Everybody to their team"), guest, "call_to_teams", args={}, key="to_teams", kind="primary")
        st.button(_("Everybody back here"), key="to_plenary", on_click=_call_back, args=[guest, teams])


def _call_back(guest: Guest, teams: list[Workshop]) -> None:
    """Each team is told by its own facilitator's seat, which is this person's there."""
    use_language(session.language())
    with session.store().reading() as db:
        mine = {seat.workshop: seat for seat in queries.seats_in_teams(db, guest.seat.id)}
    for team in teams:
        if seat := mine.get(team.id):
            act(Guest(team, seat), "call_to_plenary")


def _data(teams: list[Workshop]) -> dict[str, object]:
    language = language_in_use()
    return {
        "words": board_words(),
        "language": language,
        "steps": [{"id": step.id, "name": step_name(step.id), "diamond": str(step.diamond)} for step in STEPS],
        "methods": {used.id: used.words[language].name for used in methods().values()},
        "teams": [{"code": team.code, "name": team_name(team), "href": _look_in(team)} for team in teams],
    }


def _look_in(team: Workshop) -> str:
    return f"/facilitate?{urlencode({'code': team.code})}"


def _show_kept(guest: Guest, teams: list[Workshop], running: Activity | None) -> None:
    """What the teams kept, to be laid on the board that the whole room has open."""
    with session.store().reading() as db:
        kept = {team.id: queries.kept_cards(db, team.id) for team in teams}
    st.subheader(_("What the teams kept"))
    if not any(kept.values()):
        st.caption(_("As soon as a team keeps a card (★), you can bring it back to everybody here."))
        return
    if running is None:
        st.caption(_("Open an activity for the whole room first; what you choose is then laid on its board."))
    for team in teams:
        if not kept[team.id]:
            continue
        with st.container(border=True):
            texts = {card.id: card.text.replace("\n", " ") for card in kept[team.id]}
            st.multiselect(
                team_name(team),
                list(texts),
                format_func=texts.__getitem__,
                key=f"bring_{team.id}",
                placeholder=_("Choose cards"),
            )
            if running:
                label = _("Lay them on “{board}”", board=name_of(running))
                st.button(label, key=f"lay_{team.id}", on_click=_bring, args=[guest, team, running])


def _bring(guest: Guest, team: Workshop, running: Activity) -> None:
    use_language(session.language())
    cards = st.session_state[f"bring_{team.id}"]
    lane = shape_of(running).lanes[0]
    if cards and act(guest, "bring_cards", team=team.id, cards=cards, activity=running.id, lane=lane):
        st.session_state[f"bring_{team.id}"] = []


def _offer_split(guest: Guest, free: list[Seat], *, first: bool) -> None:
    names = {seat.id: seat.name for seat in free}
    usual = max(1, min(round(len(free) / FOUR), MOST_TEAMS)) if first else 1
    with st.container(border=True):
        st.markdown(f"**{_('Split the room') if first else _('One more team')}**")
        st.caption(_("Each team gets a workshop of its own with this agenda. People go there and back without a code."))
        number = st.number_input(_("How many teams?"), 1, min(MOST_TEAMS, len(free)), usual, key="team_number")
        drawn = _draw(list(names), number)
        for index, seats in enumerate(drawn):
            left, right = st.columns([1, 3])
            left.text_input(_("Name of the team"), _("Team {number}", number=index + 1), key=f"team_name_{index}")
            right.multiselect(
                _("People"), list(names), seats, format_func=names.__getitem__, key=f"team_{index}_{number}"
            )
        st.button(
            _("Form {count} teams", count=number) if number > 1 else _("Form the team"),
            type="primary" if first else "secondary",
            key="form_teams",
            on_click=_form,
            args=[guest, number],
        )


def _draw(seats: list[str], number: int) -> list[list[str]]:
    """People by lot, as evenly as it goes; the lot stays while the same people are there to be split."""
    known = st.session_state.get("team_lot", [])
    if set(known) != set(seats):
        known = sorted(seats, key=lambda _: secrets.token_bytes(8))
        st.session_state.team_lot = known
    return [known[index::number] for index in range(number)]


def _form(guest: Guest, number: int) -> None:
    """Form the teams, and let this browser into each of them."""
    use_language(session.language())
    state = st.session_state
    wanted = [(state[f"team_name_{index}"], state[f"team_{index}_{number}"]) for index in range(number)]
    formed = [act(guest, "form_team", name=name, seats=seats) for name, seats in wanted]
    if any(formed):
        state.entering = f"/teams/{guest.workshop.code}"
