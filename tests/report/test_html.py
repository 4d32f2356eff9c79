"""What people wrote reaches the page as text, never as markup."""

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from cx_workshop.report.html import as_html
from cx_workshop.report.report import Report
from cx_workshop.translate import use_language
from tests.report.everywhere import agreed, boards, filled
from tests.report.test_markdown import TEXTS, report

TEXTS = [*TEXTS, '" onmouseover="alert(1)', "'><img src=x onerror=alert(1)>", "</li></ul></article>", "]]>", "a\u2028b"]
TAGS = {
    "article",
    "section",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "blockquote",
    "ul",
    "li",
    "small",
    "em",
    "span",
    "br",
    *("h5", "h6", "b", "strong", "dl", "dt", "dd", "div", "img", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "class",
    "lang",
    "dir",
    "aria-hidden",
    "src",
    "alt",
    "loading",
    "role",
    "tabindex",
    "aria-label",
    "scope",
    "style",
}


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


class Reader(HTMLParser):
    """Collects the texts of each element, and all tags and attributes there are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.all: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.all.append((tag, attrs))
        self.attributes |= {name for name, _ in attrs}
        if tag == "br":
            self.handle_data("\n")
        elif tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.texts and self.texts[-1][0] == self.open[-1]:
            data = self.texts.pop()[1] + data
        self.texts.append((self.open[-1], data))


def read(report: Report) -> Reader:
    reader = Reader()
    reader.feed(as_html(report))
    reader.close()
    assert reader.open == []
    return reader


def texts(reader: Reader, tag: str) -> list[str]:
    return [text for name, text in reader.texts if name == tag]


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_is_written_shows_as_typed(text: str) -> None:
    reader = read(report(f"One\n{text}", title=text, challenge=text, author=text))
    card = f"One\n{text} "
    assert texts(reader, "li") == [card, card, "Last", card]
    assert texts(reader, "small") == [text] * 3
    assert (texts(reader, "h1"), texts(reader, "blockquote")) == ([text], [text])
    assert reader.tags - TAGS == set()
    assert reader.attributes - ATTRIBUTES == set()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("fill", [filled, boards, agreed])
def test_whatever_is_written_shows_as_typed_everywhere(fill: Callable[[str], Report], text: str) -> None:
    """With the same tags around it as a plain word has."""
    text = " ".join(text.split())
    plain, typed = read(fill("-plain-")), read(fill(f"-{text}-"))
    assert typed.texts == [(tag, said.replace("-plain-", f"-{text}-")) for tag, said in plain.texts]
    assert typed.all == [
        (tag, [(k, v and v.replace("-plain-", f"-{text}-")) for k, v in attrs]) for tag, attrs in plain.all
    ]
    assert (typed.tags - TAGS, typed.attributes - ATTRIBUTES) == (set(), set())


def test_a_grid_is_a_table_that_a_screen_reader_can_follow() -> None:
    reader = read(boards("Mia"))
    boxes = [attrs for tag, attrs in reader.all if tag == "div" and ("class", "grid") in attrs]
    assert boxes == [[("class", "grid"), ("role", "region"), ("tabindex", "0"), ("aria-label", "How might we, Mia")]]
    heads = [dict(attrs)["scope"] for tag, attrs in reader.all if tag == "th"]
    assert heads == ["col", "col", "row", "col", "col", "row"]
    assert texts(reader, "th") == ["MiaUseMia", "12I like it. "]


def test_a_picture_stands_under_the_workshops_address() -> None:
    [first, _second] = [attrs for tag, attrs in read(filled('A "square"')).all if tag == "img"]
    assert first == [("src", "/images/KTX-4F9/image-1"), ("alt", 'A "square"'), ("loading", "lazy")]


def test_a_slider_says_its_place_and_draws_it() -> None:
    reader = read(boards("physical"))
    assert "physical ▸ digital: 70 of 100" in texts(reader, "div")
    assert [dict(attrs)["style"] for _tag, attrs in reader.all if "style" in dict(attrs)] == ["width:70%"]


@pytest.mark.parametrize(
    ("address", "links"),
    [('https://example.com/"><b>', 2), ("javascript:alert(1)", 0), ("//example.com", 0), ("http://[", 0)],
)
def test_only_addresses_of_the_web_become_links(address: str, links: int) -> None:
    reader = read(filled(address))
    assert [dict(attrs)["href"] for tag, attrs in reader.all if tag == "a"] == [address] * links
    assert texts(reader, "a") == [address] * links


def test_names_of_people_show_as_typed() -> None:
    reader = read(replace(report(), people=["<b>Pia</b>"], facilitators=["Fay & Co"]))
    assert texts(reader, "p")[0] == "November 21, 2026 · led by Fay & Co · with <b>Pia</b>"


def test_the_summary_says_its_language() -> None:
    assert as_html(report())[: len('<article class="report" lang="en">')] == '<article class="report" lang="en">'


def test_nothing_opened_and_nothing_kept_are_said() -> None:
    reader = read(replace(report(), activities=[]))
    assert texts(reader, "p")[1:] == ["Nothing has been kept yet.", "No activity has been opened yet."]
