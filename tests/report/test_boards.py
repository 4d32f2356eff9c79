"""Each layout is told as its board lies there, by the team's own names; empty places are left out."""

from cx_workshop.content import method
from cx_workshop.report.boards import Grid, Group, Sheet, Tally
from cx_workshop.report.cards import ToldCard
from tests.conftest import Room
from tests.report.telling import keep, plan, section, shape, summary, write


def test_a_grid_has_the_columns_and_rows_that_hold_cards(room: Room) -> None:
    journey = plan(room, "empathize/journey_map")
    part = {"activity": journey, "kind": "sheets"}
    shape(room, "rename_part", **part, id="1", name="Mia")
    shape(room, "add_part", **part, id="len", name="Len")
    shape(room, "add_part", activity=journey, kind="lanes", id="gift", name="The gift", after="use")
    shape(room, "rename_part", activity=journey, kind="rows", id="pain", name="Ouch")
    keep(room, write(room, journey, "gift", "Wraps it", row="doing", sheet="1"))
    write(room, journey, "awareness", "Sees it", row="doing", sheet="1")
    write(room, journey, "gift", "Tape", row="pain", sheet="1")
    write(room, journey, "use", "Plays", row="doing", sheet="len")
    assert section(room).sheets == [
        Sheet(
            "Mia",
            grid=Grid(
                ["Awareness", "The gift"],
                [
                    ("Doing", [[ToldCard("Sees it")], [ToldCard("Wraps it", status="kept")]]),
                    ("Ouch", [[], [ToldCard("Tape")]]),
                ],
            ),
        ),
        Sheet("Len", grid=Grid(["Use"], [("Doing", [[ToldCard("Plays")]])])),
    ]


def test_sheets_of_lanes_stand_one_after_the_other(room: Room) -> None:
    notes = plan(room, "empathize/interview_notes")
    shape(room, "add_part", activity=notes, kind="sheets", id="2", name="Second talk")
    write(room, notes, "says", "Late", sheet="2", by=room.other)
    write(room, notes, "does", "Waits", sheet="1")
    names = method("empathize/interview_notes").words["de"]
    assert section(room, "de").sheets == [
        Sheet(f"{names.sheet} 1", [Group(names.lanes[1].name, [ToldCard("Waits", "Pia")])]),
        Sheet("Second talk", [Group(names.lanes[0].name, [ToldCard("Late", "Otto")])]),
    ]


def test_themes_stand_with_their_cards_and_the_loose_ones_last(room: Room) -> None:
    wall = plan(room, "define/themes")
    theme, _empty = (write(room, wall, "themes", name) for name in ("Trust", "Time"))
    cards = [write(room, wall, "loose", text) for text in ("Yes", "Loose", "Name")]
    for card in (cards[0], cards[2]):
        room.act(room.participant, "put_in_theme", card=card, theme=theme)
    room.act(room.facilitator, "park_card", card=cards[2])
    keep(room, theme)
    assert section(room).sheets == [
        Sheet(
            "",
            [
                Group("Trust", [ToldCard("Yes"), ToldCard("Name", status="parked")], "kept"),
                Group("Time", []),
                Group("Loose cards", [ToldCard("Loose")]),
            ],
        )
    ]
    assert section(room).added == 3


def test_a_matrix_is_told_by_quadrant_the_uppermost_first(room: Room) -> None:
    matrix = plan(room, "ideate/impact_effort")
    places = {"Low": (0.2, 0.6), "High": (0.1, 0.9), "Big": (0.5, 0.5), "Leave": (0.9, 0.1), "Tray": None}
    for text, place in places.items():
        card = write(room, matrix, "tray", text)
        if place:
            room.act(room.participant, "place_card", card=card, x=place[0], y=place[1])
        if text == "High":
            keep(room, card)
    assert section(room).sheets == [
        Sheet(
            "",
            [
                Group("Start now", [ToldCard("High", "Pia", "kept"), ToldCard("Low", "Pia")]),
                Group("Big step", [ToldCard("Big", "Pia")]),
                Group("Leave it", [ToldCard("Leave", "Pia")]),
                Group("Not placed yet", [ToldCard("Tray", "Pia")]),
            ],
        )
    ]


def test_a_quadrant_without_a_name_is_told_by_its_axes(room: Room) -> None:
    card = write(room, plan(room, "ideate/how_now_wow"), "tray", "Meh")
    room.act(room.participant, "place_card", card=card, x=0.1, y=0.1)
    x, y = method("ideate/how_now_wow").words["nl"].axes.values()
    [group] = section(room, "nl").sheets[0].groups
    assert group.name == f"{x.name}: {x.low}, {y.name}: {y.low}"


def test_a_survey_is_counted_and_nobody_is_told_apart(room: Room) -> None:
    survey = plan(room, "empathize/nps_survey")
    write(room, survey, "answers", "Quick", by=room.participant, fields={"score": 9})
    card = write(room, survey, "answers", "", by=room.other, fields={"score": 3})
    write(room, survey, "answers", "brave", by=room.facilitator, fields={"score": 9})
    room.act(room.facilitator, "reveal_cards", activity=survey)
    keep(room, card)
    found = section(room)
    counts = dict.fromkeys(map(str, range(11)), 0) | {"3": 1, "9": 2}
    assert found.tallies == [Tally("Score", counts, "not at all likely … extremely likely")]
    assert found.remarks == ["brave", "Quick"]
    assert (found.survey, found.added) == (True, 3)
    assert (found.kept, found.parked, found.sheets) == ([], [], [])


def test_a_survey_that_has_only_remarks(room: Room) -> None:
    survey = plan(room, "test/sus_form")
    write(room, survey, "answers", "Fine")
    assert (section(room).tallies, section(room).remarks) == ([], [])  # nobody but its author sees it yet
    room.act(room.facilitator, "reveal_cards", activity=survey)
    assert (section(room).tallies, section(room).remarks) == ([], ["Fine"])


def test_a_decision_is_chosen_first_of_all_unless_it_was_parked(room: Room) -> None:
    board = plan(room, "test/decision")
    fields = {"verdict": "go_on", "reason": "It fits", "owner": "Pia", "due": "2027-03-01"}
    write(room, board, "decisions", "Pilot", fields=fields)
    room.act(room.facilitator, "park_card", card=write(room, board, "decisions", "Stop"))
    keep(room, write(room, plan(room, "test/learning_card"), "learnings", "We saw"))
    chosen = summary(room).chosen
    assert [[card.text for card in one.kept] for one in chosen] == [["Pilot"], ["We saw"]]
    assert [(entry.name, entry.values) for entry in chosen[0].kept[0].entries] == [
        ("Verdict", ["Go on"]),
        ("Because", ["It fits"]),
        ("Owner", ["Pia"]),
        ("By", ["March 1, 2027"]),
    ]
    assert [[card.text for card in one.parked] for one in chosen] == [["Stop"], []]


def test_a_later_round_says_why_it_was_done_again(room: Room) -> None:
    again = plan(room, "empathize/six_lenses")
    room.act(room.facilitator, "new_round", activity=again, reason="Nobody had looked at phones")
    found = section(room)
    assert (found.name, found.round, found.reason) == ("Six lenses", 2, "Nobody had looked at phones")
