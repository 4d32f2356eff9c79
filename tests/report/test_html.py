"""What people wrote reaches the page as text, never as markup."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from cx_workshop.report.html import as_html
from cx_workshop.report.report import Report
from cx_workshop.translate import use_language
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "br":
            self.handle_data("\n")
        else:
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
    assert reader.attributes - {"class", "lang", "dir", "aria-hidden"} == set()


def test_names_of_people_show_as_typed() -> None:
    reader = read(replace(report(), people=["<b>Pia</b>"], facilitators=["Fay & Co"]))
    assert texts(reader, "p")[0] == "November 21, 2026 · led by Fay & Co · with <b>Pia</b>"


def test_the_summary_says_its_language() -> None:
    assert as_html(report())[: len('<article class="report" lang="en">')] == '<article class="report" lang="en">'


def test_nothing_opened_and_nothing_kept_are_said() -> None:
    reader = read(replace(report(), activities=[]))
    assert texts(reader, "p")[1:] == ["Nothing has been kept yet.", "No activity has been opened yet."]
