"""A workshop in which everything has happened, exported; and another database to take it in."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

from cx_workshop.content.agendas import FIRST
from cx_workshop.model import Workshop
from cx_workshop.report.archive import as_json
from cx_workshop.storage import Store, queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.images import redraw
from tests.looking import everything


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another database."""
    store = Store(tmp_path / "elsewhere.db")
    yield store
    store.close()


def workshop(store: Store, code: str) -> Workshop:
    with store.reading() as db:
        found = queries.workshop_by_code(db, code)
    assert found is not None
    return found


def export(store: Store, code: str) -> str:
    with store.reading() as db:
        return as_json(db, workshop(store, code))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database with one workshop in which everything has happened. Nothing is changed in it any more."""
    store = Store(tmp_path_factory.mktemp("home") / "workshops.db")
    live_through_a_day(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def exported(home: Store) -> str:
    return export(home, everything(home)["workshops"][0]["code"])


def live_through_a_day(store: Store) -> None:
    def act(seat: str | None, verb: str, **args: Any) -> str | None:
        command = Command(verb, args, seat=seat, workshop=None if seat else home)
        data = perform(store, command).result(10).data
        return next((data[key] for key in ("id", "activity", "image") if key in data), None)

    home = None
    fay = act(None, "create", title="Parcels", challenge="Late", language="en", agenda_id=FIRST, name="Fay")
    with store.reading() as db:
        [found] = queries.all_workshops(db)
        activity = {each.step: each.id for each in queries.activities_of(db, found.id)}
    home = found.id
    pia, otto = act(None, "join", name="Pia"), act(None, "join", name="Otto")
    olga = act(None, "join", name="Olga", key=found.observer_key)
    act(fay, "open_activity", activity=activity["define"])
    kept, open_, gone = cards = [new_id() for _ in range(3)]
    for card, text in zip(cards, ("Kept", "Open <b>שלום</b> 🙂\n*x*", "Gone"), strict=True):
        act(pia, "add_card", activity=activity["define"], card=card, lane="questions", text=text)
    act(pia, "keep_card", card=kept)
    act(otto, "move_card", card=open_, lane="questions", before=kept)
    act(pia, "remove_card", card=gone)
    act(otto, "undo")
    group_and_fill_in(act, fay, pia, rests_on=kept)
    perform(store, Command("remove", {"seat": olga}, seat=fay)).result(10)
    act(fay, "open_activity", activity=activity["ideate"])
    choose_together(store, fay, (pia, otto), activity["ideate"])
    act(fay, "close")


def choose_together(store: Store, fay: str | None, others: tuple[str | None, ...], activity: str) -> None:
    """Private and nameless writing, signals, a timer, a question, a vote, a decision and an action."""

    def act(seat: str | None, verb: str, **args: Any) -> dict[str, Any]:
        return perform(store, Command(verb, args, seat=seat)).result(10).data

    pia, otto = others
    act(fay, "hide_cards", activity=activity)
    act(fay, "hide_names", activity=activity)
    act(fay, "write_note", activity=activity, text="Ask Pia")
    nia = act(fay, "add_seat", name="Nia")["id"]
    act(fay, "start_timer", seconds=60)
    act(fay, "pause_timer")
    lane = {"activity": activity, "lane": "anything"}
    ideas = [new_id() for _ in range(3)]
    act(pia, "add_card", card=ideas[0], text="A locker", **lane)
    act(otto, "add_card", card=ideas[1], text="A call", **lane)
    act(fay, "add_card", card=ideas[2], text="A note", on_behalf_of=nia, **lane)
    act(pia, "mark_ready", activity=activity, ready=True)
    act(otto, "ask_for_time", activity=activity, wanted=True)
    act(otto, "raise_hand", up=True)
    act(fay, "reveal_cards", activity=activity)
    act(fay, "call_everyone", activity=activity, card=ideas[0])
    question = act(fay, "ask_room", activity=activity, question="Ten minutes more?")["vote"]
    act(pia, "answer_question", vote=question, yes=True, dot=new_id())
    act(fay, "close_vote", vote=question)
    vote = act(fay, "open_vote", activity=activity, dots=2, per_card=1, reason="We must")["vote"]
    back = new_id()
    act(pia, "cast_dot", vote=vote, card=ideas[0], dot=back)
    act(pia, "take_back_dot", dot=back)
    act(otto, "cast_dot", vote=vote, card=ideas[1], dot=new_id())
    act(fay, "cast_dot", vote=vote, card=ideas[1], dot=new_id(), on_behalf_of=nia)
    act(pia, "mark_concern", vote=vote, card=ideas[1], dot=new_id())
    act(fay, "close_vote", vote=vote)
    decision = act(fay, "record_decision", what="Call first", card=ideas[1])["decision"]
    act(fay, "edit_decision", decision=decision, what="Call first", why="It is what they ask", due="2026-12-01")
    act(fay, "drop_decision", decision=act(fay, "record_action", what="Print labels", owner="Otto")["decision"])


def group_and_fill_in(act: Callable[..., str | None], fay: str | None, pia: str | None, *, rests_on: str) -> None:
    """A theme that holds and merges, a persona with a picture, links made and taken back, a board with own rows."""
    themes, journey, personas = (
        act(fay, "plan_activity", method=method, minutes=10, position=position)
        for position, method in enumerate(("define/themes", "empathize/journey_map", "define/persona"), start=1)
    )
    act(fay, "open_activity", activity=themes)
    one, two, note = (new_id() for _ in range(3))
    act(pia, "add_card", activity=themes, card=note, lane="loose", text="Alone", made_from=rests_on)
    for theme in (one, two):  # later than what they hold: an import must take them in any order
        act(pia, "add_card", activity=themes, card=theme, lane="themes", text="Theme")
    act(pia, "put_in_theme", card=note, theme=one)
    act(pia, "merge_cards", card=one, into=two)
    act(pia, "unlink_cards", card=note, rests_on=rests_on)
    act(fay, "open_activity", activity=journey)
    act(pia, "add_part", activity=journey, kind="sheets", id="fatma", name="Fatma")
    quote = {"activity": journey, "card": new_id(), "lane": "purchase", "row": "feeling", "sheet": "fatma"}
    act(pia, "add_card", **quote, text="At last", fields={"feeling": 2})
    act(pia, "place_card", card=quote["card"], x=0.5)
    act(fay, "open_activity", activity=personas)
    persona, drawn = new_id(), io.BytesIO()
    Picture.new("RGB", (4, 3), "teal").save(drawn, "PNG")
    act(pia, "add_card", activity=personas, card=persona, lane="personas", text="Fatma")
    portrait = {"image": act(pia, "add_image", **redraw(drawn.getvalue())), "alt": "A square"}
    act(pia, "fill_card", card=persona, fields={"portrait": portrait, "needs": ["to sleep"]}, base={})
