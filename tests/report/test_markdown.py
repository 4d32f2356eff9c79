"""What is written comes out of a real Markdown parser as it was typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cx_workshop.report.boards import Group, Sheet
from cx_workshop.report.cards import Entry, ToldCard
from cx_workshop.report.markdown import as_markdown, escape
from cx_workshop.report.report import Report
from cx_workshop.translate import use_language
from tests.report.everywhere import BARE, EMPTY, agreed, boards, filled, report_of

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
    section = replace(
        BARE,
        question="Which finding matters most?",
        added=3,
        kept=[ToldCard(text, author, "kept")],
        sheets=[Sheet("", [Group("Findings", [ToldCard(text, author), ToldCard("Last")])])],
        parked=[ToldCard(text, author, "parked")],
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


def bold(name: str, text: str) -> str:
    return f"<strong_open>{name}<strong_close> {text}"


@pytest.mark.parametrize("text", TEXTS)
def test_fields_and_threads_show_as_typed(text: str) -> None:
    line = text.strip()
    inner = [
        ("li ul li", bold("Line:", line)),
        ("li ul li", "<strong_open>Needs:<strong_close>"),
        ("li ul li ul li", line),
        ("li ul li ul li", "Last"),
        ("li ul li", bold("Portrait:", f"<em_open>{' '.join(text.split())}<em_close>")),
        ("li ul li", bold("Film:", shown_link(line))),
        ("li ul li", f"rests on: {line} (Empathy map)"),
        ("li ul li ul li", f"rests on: {line} (Persona)"),
    ]
    found = outline(as_markdown(filled(text)))
    chosen = found[3 : found.index(("h2", "The way there"))]
    assert chosen == [
        ("h3", "Test: How might we"),
        ("h4", f"We believe that: {' '.join(text.split())} (2 merged)"),
        *[(place.removeprefix("li ") + " p", said) for place, said in inner],
        ("h3", "Define: How might we"),
        ("ul li p", "Card (2 merged)"),
        *[(f"ul {place} p", said) for place, said in inner[:6]],
        ("ul li ul li p", f"rests on: {line} (Empathy map)"),
        ("h3", "Kept without evidence"),
        ("ul li p", line),
    ]


def shown_link(text: str) -> str:
    return f"<link_open>{text}<link_close>" if text.startswith("http") else text


@pytest.mark.parametrize("text", TEXTS)
def test_boards_show_as_typed(text: str) -> None:
    line, one = text.strip(), " ".join(text.split())
    label = one if one.endswith((".", "?", "!", "…", ":")) else f"{one}:"
    question = "<em_open>Which one?<em_close>"
    found = outline(as_markdown(boards(text)))
    assert found[found.index(("h2", "The way there")) + 1 :] == [
        ("h3", "▽ Define: How might we, round 2"),
        ("p", f"Once more, because: {one}"),
        ("p", f"{question} cards: 0, kept: 0, parked: 1."),
        ("h4", one),
        ("h5", one),
        ("ul li p", bold(label, f"{line} (Pia, parked)")),
        ("h5", "Use"),
        ("ul li p", bold(label, "Last")),
        ("ul li ul li p", bold("Feeling:", "+1")),
        ("h3", "▽ Define: How might we"),
        ("p", f"{question} cards: 0, kept: 0, parked: 0."),
        ("h4", f"{one} (kept)"),
        ("ul li p", f"{line} (Pia, parked)"),
        ("h4", "Loose cards"),
        ("h3", "▽ Define: How might we"),
        ("p", f"{question} cards: 0, kept: 0, parked: 0."),
        ("ul li p", f"{one} ▸ digital: 70 of 100"),
        ("h3", "▽ Define: How might we"),
        ("p", f"{question} answers: 0."),
        ("ul li p", bold("I like it.", "2 × 1 (no … yes)")),
        ("h4", "Remarks"),
        ("ul li p", line),
    ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("fill", [filled, boards, agreed])
def test_lines_show_as_typed_everywhere(fill: Callable[[str], Report], text: str) -> None:
    plain = outline(as_markdown(fill("One\nplain\nThree")))
    typed = [(place, said.replace("plain", text.strip())) for place, said in plain]
    assert outline(as_markdown(fill(f"One\n{text}\nThree"))) == typed


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://example.com/a_b?c=1&copy;=2", "https://example.com/a_b?c=1&copy;=2"),
        ("http://example.com/<b>\\)", "http://example.com/%3Cb%3E%5C)"),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, href: str | None) -> None:
    card = ToldCard("Film", status="kept", entries=[Entry("Film", "link", [address])])
    tokens = PARSER.parse(as_markdown(report_of(replace(BARE, kept=[card]))))
    links = [inner for token in tokens for inner in token.children or [] if inner.type == "link_open"]
    assert [link.attrs["href"] for link in links] == ([href] if href else [])


def test_a_card_without_text_is_told_by_its_fields() -> None:
    card = ToldCard("", status="kept", entries=[Entry("Needs", "list", ["To rest"]), Entry("Type", "choice", ["User"])])
    sections = [replace(BARE, kept=[card]), replace(BARE, kept=[card], layout="form", title="Name")]
    lines = as_markdown(report_of(*sections)).split("## The way there")[0].splitlines()
    told = ["- **Needs:**", "  - To rest", "- **Type:** User"]
    as_item = ["- **Needs:**", "    - To rest", "  - **Type:** User"]
    assert [line for line in lines[4:] if line] == [
        "## What we chose",
        "### Define: How might we",
        "#### Without a title",
        *told,
        "### Define: How might we",
        *as_item,
    ]


def test_what_was_agreed_stands_before_what_was_chosen() -> None:
    assert as_markdown(agreed("Call first")).split("## What we chose")[0].splitlines()[3:] == [
        "",
        "## What we decided",
        "",
        "- **Call first**",
        "  - **Why:** Call first",
        "  - Call first · by December 1, 2026",
        "  - about: Call first (Decision)",
        "    - rests on: Call first (Prototype)",
        "",
        "## What we do next",
        "",
        "- **Last**",
        "",
    ]


def test_nothing_opened_and_nothing_kept_are_said() -> None:
    assert as_markdown(EMPTY) == (
        "# Parcels\n\nNovember 21, 2026\n\n## What we chose\n\nNothing has been kept yet.\n\n"
        "## The way there\n\nNo activity has been opened yet.\n"
    )


def test_escape_leaves_plain_text_alone() -> None:
    text = "They wait: 10 minutes (or more), 5% don't; why? “Ask” – it's free!"
    assert escape(text) == text
