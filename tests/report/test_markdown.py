"""What is written comes out of a real Markdown parser as it was typed."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cx_workshop.report.markdown import as_markdown, escape
from cx_workshop.report.report import ActivitySection, LaneSection, Line, Report
from cx_workshop.translate import use_language

PARSER = MarkdownIt("gfm-like", {"linkify": False})
TEXTS = [
    "Plain words, nothing else.",
    "# not a heading",
    "####### seven",
    "- not a list",
    "+ nor this",
    "* nor this",
    "1. first",
    "12) twelfth",
    "123. a long number",
    "2026. What a year",
    "123456789) the longest number of a list",
    "> not a quote",
    "---",
    "===",
    "***",
    "___",
    "~~~",
    "```python",
    "`code` ``two``",
    "*emphasis* _and_ **strong** __and__",
    "~~gone~~",
    "snake_case_name",
    "[link](http://example.com)",
    "![image](x.png)",
    "[ref]: http://example.com",
    "[ ] a box",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<http://example.com>",
    "http://example.com/a_b?c=1&d=2",
    "&amp; &lt; &#35; &copy",
    "a | b",
    "| a | b |",
    "|---|---|",
    "\\ backslash \\* and at the end \\",
    "$x$ and $$y$$",
    ":red[text] :material/home: :+1:",
    "    four spaces",
    "שלום *עולם*",
    "🙂 👩🏽‍💻",
    "C# and A+ and x = y - 1",
    "(c) (tm) -- ...",
    "text {.class} {{braces}}",
]


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


def report(text: str = "Card", *, title: str = "Parcels", challenge: str = "", author: str | None = None) -> Report:
    """With one card in every place that a card can have."""
    section = ActivitySection(
        step="define",
        mode="converge",
        diamond=1,
        name="How might we",
        question="Which finding matters most?",
        status="closed",
        added=3,
        kept=[Line(text, author, "kept")],
        lanes=[LaneSection("Findings", [Line(text, author, "open"), Line("Last", None, "open")])],
        parked=[Line(text, author, "parked")],
    )
    return Report(
        language="en",
        title=title,
        challenge=challenge,
        code="KTX-4F9",
        day=date(2026, 11, 21),
        closed=True,
        people=["Pia", "Otto"],
        facilitators=["Fay"],
        activities=[section],
    )


def shown(inline: Token) -> str:
    """The text of a paragraph as a reader sees it; anything but text and line breaks shows as its kind."""
    signs = {"softbreak": "\n", "hardbreak": "\n"}
    kinds = ("text", "text_special")
    return "".join(
        token.content if token.type in kinds else signs.get(token.type, f"<{token.type}>")
        for token in inline.children or []
    )


def outline(markdown: str) -> list[tuple[str, str]]:
    """(what it stands in, its text) of each piece of text, and of anything else its kind."""
    found, open_ = [], []
    for token in PARSER.parse(markdown):
        if token.nesting == 1:
            open_.append(token.tag)
        elif token.nesting == -1:
            open_.pop()
        elif token.type == "inline":
            found.append((" ".join(open_), shown(token)))
        else:
            found.append((" ".join(open_), f"<{token.type}>"))
    return found


def expected(text: str, title: str = "Parcels", challenge: str | None = None) -> list[tuple[str, str]]:
    return [
        ("h1", title),
        ("p", "November 21, 2026 · led by Fay · with Pia, Otto"),
        *([("blockquote p", challenge)] if challenge else []),
        ("h2", "What we chose"),
        ("h3", "Define: How might we"),
        ("ul li p", text),
        ("h2", "The way there"),
        ("h3", "▽ Define: How might we"),
        ("p", "<em_open>Which finding matters most?<em_close> cards: 3, kept: 1, parked: 1."),
        ("h4", "Findings"),
        ("ul li p", text),
        ("ul li p", "Last"),
        ("h4", "Parked"),
        ("ul li p", text),
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_a_card_shows_as_typed(text: str) -> None:
    assert outline(as_markdown(report(text))) == expected(text.strip())


@pytest.mark.parametrize("text", TEXTS)
def test_a_second_line_shows_as_typed_in_the_same_card(text: str) -> None:
    assert outline(as_markdown(report(f"First\n{text}"))) == expected(f"First\n{text.strip()}")


@pytest.mark.parametrize("text", TEXTS)
def test_title_and_challenge_show_as_typed(text: str) -> None:
    text = text.strip()
    markdown = as_markdown(report("Card", title=text, challenge=text))
    assert outline(markdown) == expected("Card", title=text, challenge=text)


@pytest.mark.parametrize("text", TEXTS)
def test_an_author_shows_as_typed(text: str) -> None:
    author = " ".join(text.split())
    assert outline(as_markdown(report("Card", author=author))) == expected(f"Card ({author})")


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\n\n", "\n \n\t\n"])
def test_lines_of_a_card_stay_in_it(break_: str) -> None:
    assert outline(as_markdown(report(f"One{break_}Two"))) == expected("One\nTwo")


def test_lines_of_a_challenge_stay_in_the_quote() -> None:
    found = outline(as_markdown(report("Card", challenge="One\n- Two\n# Three")))
    assert found == expected("Card", challenge="One\n- Two\n# Three")


def test_lines_of_a_title_stay_in_the_heading() -> None:
    [heading, *rest] = outline(as_markdown(report("Card", title="One\nTwo")))
    assert (heading[0], heading[1].split()) == ("h1", ["One", "Two"])
    assert rest == expected("Card")[1:]


def test_nothing_opened_and_nothing_kept_are_said() -> None:
    empty = Report("en", "Parcels", "", "KTX-4F9", date(2026, 11, 21), False, [], [], [])
    assert as_markdown(empty) == (
        "# Parcels\n\nNovember 21, 2026\n\n## What we chose\n\nNothing has been kept yet.\n\n"
        "## The way there\n\nNo activity has been opened yet.\n"
    )


def test_escape_leaves_plain_text_alone() -> None:
    text = "They wait: 10 minutes (or more), 5% don't; why? “Ask” – it's free!"
    assert escape(text) == text
