"""What kept cards rest on, and which rest on nothing."""

from cx_workshop.report.threads import Ground, told_once
from tests.conftest import Room
from tests.report.telling import keep, plan, section, summary, write


def chain(room: Room, texts: str) -> list[str]:
    """Cards of which each rests on the one before; all on a board of their own."""
    board = plan(room, "prototype/concept_card")
    cards: list[str] = []
    for text in texts:
        cards.append(write(room, board, "what", text, made_from=cards[-1] if cards else None))
    return cards


def texts(grounds: list[Ground]) -> list[object]:
    """A thread as nested lists: a text, then what it rests on."""
    return [
        part
        for ground in grounds
        for part in ([ground.text, texts(ground.grounds)] if ground.grounds else [ground.text])
    ]


def test_a_thread_goes_back_four_links(room: Room) -> None:
    keep(room, chain(room, "abcdef")[-1])
    [card] = section(room).kept
    assert card.grounds == [
        Ground(
            "e",
            "Concept card",
            [Ground("d", "Concept card", [Ground("c", "Concept card", [Ground("b", "Concept card", [])])])],
        )
    ]


def test_a_thread_names_each_card_once_and_the_nearest_place(room: Room) -> None:
    a, _b, c = chain(room, "abc")
    room.act(room.participant, "link_cards", card=c, rests_on=a)
    keep(room, c)
    assert texts(section(room).kept[0].grounds) == ["b", "a"]


def test_only_kept_cards_are_told_with_their_thread(room: Room) -> None:
    chain(room, "ab")
    assert [card.grounds for card in section(room).sheets[0].groups[0].cards] == [[], []]


def test_what_was_unlinked_or_removed_holds_nothing(room: Room) -> None:
    a, b, c = chain(room, "abc")
    room.act(room.participant, "unlink_cards", card=b, rests_on=a)
    keep(room, b, c)
    assert [texts(card.grounds) for card in section(room).kept] == [[], ["b"]]
    room.act(room.participant, "remove_card", card=b)
    assert [texts(card.grounds) for card in section(room).kept] == [[]]


def test_a_merged_card_hands_its_links_on(room: Room) -> None:
    a, b, c = chain(room, "abc")
    into = write(room, room.card(a).activity, "what", "into")
    room.act(room.facilitator, "merge_cards", card=b, into=into)
    keep(room, c, into)
    assert [texts(card.grounds) for card in section(room).kept] == [["into b", ["a"]], ["a"]]


def test_a_card_without_text_is_named_by_its_first_field(room: Room) -> None:
    persona = write(room, plan(room, "define/persona"), "personas", "", fields={"about": "34,\nin a hurry"})
    keep(room, write(room, plan(room, "prototype/concept_card"), "what", "It", made_from=persona))
    assert section(room).kept[0].grounds == [Ground("34, in a hurry", "Persona", [])]


def test_an_answer_to_a_survey_is_never_named_by_its_score(room: Room) -> None:
    answer = write(room, plan(room, "empathize/nps_survey"), "answers", "", fields={"score": 9})
    keep(room, write(room, plan(room, "prototype/concept_card"), "what", "It", made_from=answer))
    assert section(room).kept[0].grounds == [Ground("Recommendation score", "Recommendation score", [])]


def test_what_a_reader_has_met_is_not_unfolded_again() -> None:
    finding = Ground("finding", "D", [])
    question = Ground("question", "D", [finding])
    told: set[tuple[str, str]] = set()
    assert told_once([Ground("idea", "I", [question])], told) == [Ground("idea", "I", [question])]
    assert told_once([question, finding], told) == [Ground("question", "D", []), finding]


def test_kept_without_evidence_is_named_once_somebody_links(room: Room) -> None:
    """Not what was seen and heard: that is the evidence. Nor a theme: it rests on the cards that lie in it."""
    seen = write(room, plan(room, "empathize/evidence_wall"), "say", "Seen")
    keep(room, seen)
    wall = plan(room, "define/themes")
    theme, bare = (write(room, wall, "themes", name) for name in ("Trust", "Bare"))
    inside = write(room, wall, "loose", "Inside")
    room.act(room.participant, "put_in_theme", card=inside, theme=theme)
    keep(room, theme, bare, inside)
    assert summary(room).without_evidence == []
    room.act(room.participant, "link_cards", card=inside, rests_on=seen)
    assert summary(room).without_evidence == ["Bare"]
