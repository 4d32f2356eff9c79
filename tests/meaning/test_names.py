"""Names for themes, from the cards' own words."""

from cx_workshop.meaning import suggest_names
from tests.meaning.test_themes import SETS


def test_names_say_what_sets_a_theme_apart() -> None:
    first = {theme: words[0] for theme, words in suggest_names(SETS["bank_de"]).items()}
    assert first == {
        "Anmeldung": "Passwort",
        "Gebühren": "zahle",
        "Beratung": "Hotline",
        "Filiale": "Öffnungszeiten",
        "Sicherheit": "Mails",
    }


def test_names_are_words_of_the_cards_as_written_there() -> None:
    for themes in SETS.values():
        for theme, words in suggest_names(themes).items():
            assert len(words) == 3
            assert [word for word in words if word not in " ".join(themes[theme])] == []


def test_a_word_that_everybody_uses_comes_after_ones_own() -> None:
    names = suggest_names({"a": ["Soup is cold", "Cold tea"], "b": ["Soup is expensive", "Price of tea"]}, n=1)
    assert names == {"a": ["cold"], "b": ["expensive"]}


def test_two_forms_of_a_word_are_one_suggestion() -> None:
    [words] = suggest_names({"a": ["Two sizes", "Which size?", "Shoe sizes differ"]}).values()
    assert len({word[:4].casefold() for word in words}) == len(words)


def test_no_name_where_there_are_no_words() -> None:
    assert suggest_names({}) == {}
    assert suggest_names({"a": [], "b": ["the and", "het", "und 42", "👍"]}) == {"a": [], "b": []}
