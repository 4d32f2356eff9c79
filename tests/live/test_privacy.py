"""What is hidden is in no byte that another seat receives: cards, names, dots, notes; now, later, and in summaries."""

import pytest

from cx_workshop.report.html import as_html
from cx_workshop.report.markdown import as_markdown
from cx_workshop.report.report import build_report
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue
from tests.server import LiveSeat, Message

pytestmark = pytest.mark.server

SECRET = "Only mine for now"
OTHERS = (FAY, OTTO, OLGA)


def bytes_of(venue: Venue, *seats: LiveSeat) -> list[str]:
    """All that these seats have received up to the newest event, with a board and a return from the first event on."""
    told = []
    for seat in seats:
        seat.event_at(venue.seqs()[-1])
        seat.board(venue.activity)
        told.append(str(seat.heard))
    for name in OTHERS:
        back = venue.sit(name, since=1)
        back.event_at(venue.seqs()[-1])
        back.board(venue.activity)
        told.append(str(back.heard))
    return told


def told_later(venue: Venue, name: str) -> list[Message]:
    """The events that somebody is told who comes now and asks for all of them."""
    back = venue.sit(name, since=1)
    back.event_at(venue.seqs()[-1])
    return back.events


def test_a_hidden_card_is_told_to_its_author_only(venue: Venue) -> None:
    others = [venue.sit(name) for name in OTHERS]
    writer, second_tab = venue.sit(PIA), venue.sit(PIA)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    ground = venue.lay("hears", "For all", FAY)
    venue.act(FAY, "reveal_cards", activity=venue.activity)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    card = venue.add(writer, SECRET)
    writer.do("edit_card", card=card, text=f"{SECRET}!")
    writer.do("move_card", card=card, lane="hears", before=ground)
    writer.do("link_cards", card=card, rests_on=ground)
    writer.do("keep_card", card=card)
    told = bytes_of(venue, *others)
    assert [SECRET in text or card in text for text in told] == [False] * 6
    for own in (writer, second_tab, venue.sit(PIA)):
        mine = {one["id"]: one["text"] for one in own.board(venue.activity)["cards"]}
        assert mine[card] == f"{SECRET}!"
    told_to_tab = [one for event in second_tab.events for one in event["data"].get("cards", []) if one["id"] == card]
    assert [one.get("text") for one in told_to_tab] == [SECRET, f"{SECRET}!", None, None]


def test_others_are_told_how_many_there_are_and_nothing_is_missed(venue: Venue) -> None:
    reader, writer = venue.sit(OTTO), venue.sit(PIA)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    for count in (1, 2):
        venue.add(writer, SECRET)
        assert reader.event("card_added")["data"] == {"hidden": count}
    assert reader.board(venue.activity)["hidden"] == 2
    assert [event["prev"] for event in reader.events[1:]] == [event["seq"] for event in reader.events[:-1]]


def test_revealed_cards_reach_everybody_whole(venue: Venue) -> None:
    reader, writer = venue.sit(OTTO), venue.sit(PIA)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    cards = {venue.add(writer, SECRET), venue.add(writer, SECRET)}
    venue.act(FAY, "reveal_cards", activity=venue.activity, count=1)
    first = reader.event("cards_revealed")["data"]
    assert (len(first["cards"]), first["cards"][0]["text"], first["hidden"]) == (1, SECRET, 1)
    venue.act(FAY, "reveal_cards", activity=venue.activity)
    second = reader.event("cards_revealed")["data"]
    assert {card["id"] for card in first["cards"] + second["cards"]} == cards
    assert (second["hidden"], second["activities"]) == (0, [{"id": venue.activity, "hidden": False}])
    assert {card["id"] for card in reader.board(venue.activity)["cards"]} == cards


def test_a_hidden_card_can_be_touched_by_its_author_only(venue: Venue) -> None:
    writer, leader, other = venue.sit(PIA), venue.sit(FAY), venue.sit(OTTO)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    card = venue.add(writer, SECRET)
    for seat in (leader, other):
        for verb in ("edit_card", "keep_card", "remove_card", "move_card"):
            more = {"text": "Mine"} if verb == "edit_card" else {"lane": "hears"} if verb == "move_card" else {}
            assert seat.do(verb, card=card, **more)["code"] == "unknown_card"
    assert writer.do("remove_card", card=card)["op"] == "done"


def test_who_writes_without_a_name_is_told_to_nobody_else(venue: Venue) -> None:
    others = [venue.sit(name) for name in OTHERS]
    venue.act(FAY, "hide_names", activity=venue.activity)
    writer = venue.sit(PIA)
    card = venue.add(writer, "No name")
    writer.do("move_card", card=card, lane="hears")
    writer.do("remove_card", card=card)
    writer.do("undo")
    venue.act(FAY, "hide_cards", activity=venue.activity)
    venue.add(writer, "Later")
    venue.act(FAY, "reveal_cards", activity=venue.activity)
    acts = ("card_added", "card_moved", "card_removed", "act_undone")
    for seat in others:
        seat.event_at(venue.seqs()[-1])
        told = [event for event in seat.events if event["kind"] in (*acts, "cards_revealed")]
        assert {event["seat"] for event in told if event["kind"] in acts} == {None}
        cards = [card for event in told for card in event["data"].get("cards", [])]
        assert {card.get("seat") for card in [*cards, *seat.board(venue.activity)["cards"]]} == {None}
    writer.event_at(venue.seqs()[-1])
    assert {one["seat"] for one in writer.board(venue.activity)["cards"]} == {venue.ids[PIA]}
    assert next(event for event in writer.events if event["kind"] == "cards_revealed")["data"]["cards"][0]["seat"]


def test_dots_are_told_to_whoever_gave_them_and_totals_only_at_the_end(venue: Venue) -> None:
    card = venue.lay("sees", "A locker")
    vote = venue.act(FAY, "open_vote", activity=venue.activity, dots=2, per_card=2).data["vote"]
    others = [venue.sit(name) for name in OTHERS]
    voter = venue.sit(PIA)
    dots = [new_id(), new_id()]
    voter.do("cast_dot", vote=vote, card=card, dot=dots[0])
    voter.do("mark_concern", vote=vote, card=card, dot=dots[1])
    told = bytes_of(venue, *others)
    assert [any(dot in text for dot in dots) for text in told] == [False] * 6
    board = others[0].board(venue.activity)
    assert (board["dots"], board["voted"], board["votes"][0]["totals"]) == ([], {vote: [venue.ids[PIA]]}, {})
    assert {dot["id"] for dot in voter.board(venue.activity)["dots"]} == set(dots)
    venue.act(FAY, "close_vote", vote=vote)
    closed = others[1].event("vote_closed")["data"]["votes"]
    assert closed[0]["totals"] == {card: {"concern": 1, "dot": 1}}
    assert [any(dot in text for dot in dots) for text in bytes_of(venue, *others)] == [False] * 6


def test_others_learn_that_somebody_has_voted_but_neither_how_often_nor_about_a_concern(venue: Venue) -> None:
    card = venue.lay("sees", "A locker")
    vote = venue.act(FAY, "open_vote", activity=venue.activity, dots=2, per_card=2).data["vote"]
    reader = venue.sit(OTTO)
    dots = [new_id() for _ in range(3)]
    for verb, dot in zip(("mark_concern", "cast_dot", "cast_dot"), dots, strict=True):
        venue.act(PIA, verb, vote=vote, card=card, dot=dot)
    venue.act(PIA, "take_back_dot", dot=dots[0])
    reader.event_at(venue.seqs()[-1])
    for events in (reader.events, told_later(venue, OTTO)):
        told = [(event["kind"], event["seat"]) for event in events[-4:]]
        assert told == [("dot_cast", venue.ids[PIA]), *[("dot_cast", None)] * 3]


def test_the_next_activity_reveals_cards_but_not_who_wrote_them_without_a_name(venue: Venue) -> None:
    """The board that opens has names; the cards are those of the one that closes."""
    venue.act(FAY, "hide_names", activity=venue.activity)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    reader, writer = venue.sit(OTTO), venue.sit(PIA)
    card = venue.add(writer, "No name")
    venue.begin("define/how_might_we")
    for seat, author in ((reader, None), (writer, venue.ids[PIA])):
        [shown] = seat.event("activity_opened")["data"]["cards"]
        assert (shown["id"], shown["text"], shown["seat"]) == (card, "No name", author)


def test_names_hidden_later_are_not_told_to_who_comes_later(venue: Venue) -> None:
    venue.lay("sees", "By name")
    venue.act(FAY, "hide_names", activity=venue.activity)
    [added] = [event for event in told_later(venue, OTTO) if event["kind"] == "card_added"]
    assert (added["seat"], added["data"]["cards"][0]["seat"]) == (None, None)


def test_what_its_author_took_away_unseen_is_told_to_nobody_when_the_others_are_revealed(venue: Venue) -> None:
    others = [venue.sit(name) for name in OTHERS]
    writer = venue.sit(PIA)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    card = venue.add(writer, SECRET)
    writer.do("remove_card", card=card)
    venue.add(writer, "For all")
    venue.act(FAY, "reveal_cards", activity=venue.activity)
    assert [SECRET in text for text in bytes_of(venue, *others)] == [False] * 6
    writer.do("restore_card", card=card)
    assert others[0].event("card_restored")["data"]["cards"][0]["text"] == SECRET


def test_a_link_made_in_private_comes_with_the_card_that_is_revealed(venue: Venue) -> None:
    reader, writer = venue.sit(OTTO), venue.sit(PIA)
    ground = venue.lay("hears", "For all", FAY)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    card = venue.add(writer, SECRET)
    writer.do("link_cards", card=card, rests_on=ground)
    venue.act(FAY, "reveal_cards", activity=venue.activity)
    links = reader.event("cards_revealed")["data"]["links"]
    assert [(link["card"], link["rests_on"]) for link in links] == [(card, ground)]


def test_a_hidden_card_is_neither_called_to_nor_merged_with_one_that_all_see(venue: Venue) -> None:
    shown = venue.lay("sees", "For all", OTTO)
    venue.act(FAY, "hide_cards", activity=venue.activity)
    leader, writer = venue.sit(FAY), venue.sit(PIA)
    own, mine = venue.add(leader, "Mine"), [venue.add(writer, SECRET), venue.add(writer, SECRET)]
    assert leader.do("call_everyone", activity=venue.activity, card=own)["code"] == "cards_hidden"
    for card, into in ((mine[0], shown), (shown, mine[0])):
        assert writer.do("merge_cards", card=card, into=into)["code"] == "cards_hidden"
    assert writer.do("merge_cards", card=mine[0], into=mine[1])["op"] == "done"


def test_whoever_leads_no_more_is_not_told_later_what_was_written_for_somebody_else(venue: Venue) -> None:
    nia = venue.act(FAY, "add_seat", name="Nia").data["id"]
    venue.act(FAY, "change_role", seat=venue.ids[OTTO], role="facilitator")
    venue.act(FAY, "hide_cards", activity=venue.activity)
    venue.lay("sees", SECRET, FAY, on_behalf_of=nia)
    venue.act(FAY, "change_role", seat=venue.ids[OTTO], role="participant")
    told = [str(told_later(venue, name)) for name in (OTTO, FAY)]
    assert [SECRET in text for text in told] == [False, True]


def test_a_picture_does_not_say_whose_it_is(venue: Venue) -> None:
    reader = venue.sit(OTTO)
    venue.act(PIA, "add_image", kind="image/webp", width=1, height=1, data=b"RIFF")
    assert reader.event("image_added")["seat"] is None


def test_facilitators_notes_reach_no_screen(venue: Venue) -> None:
    seats = [venue.sit(name) for name in (PIA, *OTHERS)]
    venue.act(FAY, "write_note", activity=venue.activity, text=SECRET)
    assert [SECRET in text for text in bytes_of(venue, *seats)] == [False] * 7


def test_whoever_writes_for_somebody_without_a_device_sees_what_they_wrote(venue: Venue) -> None:
    nia = venue.act(FAY, "add_seat", name="Nia").data["id"]
    venue.act(FAY, "hide_cards", activity=venue.activity)
    leader, other = venue.sit(FAY), venue.sit(OTTO)
    card = new_id()
    leader.do("add_card", activity=venue.activity, card=card, lane="sees", text=SECRET, on_behalf_of=nia)
    assert [(one["id"], one["seat"]) for one in leader.board(venue.activity)["cards"]] == [(card, nia)]
    assert other.board(venue.activity)["cards"] == []
    assert leader.do("edit_card", card=card, text="Better")["op"] == "done"


def test_the_summary_has_nothing_hidden_and_no_name_where_none_was_promised(venue: Venue) -> None:
    venue.act(FAY, "hide_names", activity=venue.activity)
    venue.lay("sees", "For all")
    venue.act(FAY, "hide_cards", activity=venue.activity)
    venue.lay("sees", SECRET)
    with venue.store.reading() as db:
        report = build_report(db, venue.workshop, "en")
    for text in (as_markdown(report), as_html(report)):
        board = text[text.index("For all") :]
        assert SECRET not in text
        assert PIA not in board
