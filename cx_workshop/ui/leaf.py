"""A leaf of the library in HTML, for screen and paper: a method in full, or a concept with its figures."""

from collections.abc import Iterable
from html import escape

from cx_workshop.content import Concept, Method
from cx_workshop.content.concepts import Figure
from cx_workshop.content.sources import SEEDS
from cx_workshop.process import SHAPES, STEP_BY_ID
from cx_workshop.report.words import MODE_NAMES, step_name
from cx_workshop.translate import _, language_in_use
from cx_workshop.ui.sketch import sketch

ANY_NUMBER = 100
"""A method for so many people is one for any number, such as a survey."""


def people(group: tuple[int, int]) -> str:
    """How many people a method suits."""
    least, most = group
    if most >= ANY_NUMBER:
        return _("any number of people")
    return _("{least} to {most} people", least=least, most=most)


def method_leaf(method: Method) -> str:
    """A fragment, for a page that brings leaf.css."""
    words = method.words[language_in_use()]
    facts = [_("{minutes} min", minutes=method.minutes), people(method.group)]
    if method.group[0] == 1:
        facts.append(_("works alone too"))
    eyebrow = (
        f"<span aria-hidden=true>{SHAPES[method.mode]}</span> {step_name(method.step)} · {_(MODE_NAMES[method.mode])}"
    )
    main = (
        f"<p class=why>{escape(words.why)}</p>"
        + _section(_("How it goes"), _list(words.how, "ol"))
        + sketch(method)
        + _section(_("What a good result looks like"), f"<p>{escape(words.result)}</p>")
        + _prompts(words.prompts, later=method.board.prompts_later)
        + _section(_("A worked example"), _paragraphs(words.example), kind="example")
    )
    side = (
        _section(_("For the facilitator"), f"<p>{escape(words.facilitator)}</p>", kind="facilitator")
        + _section(_("Pitfalls"), _list(words.pitfalls))
        + _sources(method.sources)
    )
    diamond = STEP_BY_ID[method.step].diamond
    return (
        f'<article class="leaf diamond{diamond}" lang="{language_in_use()}"><header><p class=eyebrow>{eyebrow}</p>'
        f"<h1 tabindex=-1>{escape(words.name)}</h1><p class=question>{escape(words.question)}</p>"
        f"<p class=facts>{' · '.join(facts)}</p></header>"
        f"<div class=columns><div class=main>{main}</div><aside>{side}</aside></div></article>"
    )


def concept_leaf(concept: Concept) -> str:
    """A concept, told briefly; every figure is somebody's claim with its year."""
    words = concept.words[language_in_use()]
    figures = f"<div class=figures>{''.join(map(_figure, words.figures))}</div>" if words.figures else ""
    return (
        f'<article class="leaf concept" lang="{language_in_use()}">'
        f"<header><p class=eyebrow>{_('What stands behind it')}</p>"
        f"<h1 tabindex=-1>{escape(words.name)}</h1><p class=question>{escape(words.short)}</p></header>"
        f"{_paragraphs(words.text)}{figures}{_sources(concept.sources)}</article>"
    )


def _figure(figure: Figure) -> str:
    claim = _("A claim of its author from {year}, not a benchmark.", year=figure.year)
    return (
        f"<figure><p class=number>{escape(figure.figure)}</p><p>{escape(figure.says)}</p>"
        f"<figcaption><cite>{escape(figure.source)}, {figure.year}</cite><br>{claim}</figcaption></figure>"
    )


def _prompts(prompts: list[str], *, later: bool) -> str:
    """Those for later stay folded: whoever has read them has fewer ideas of their own in the first round."""
    heading = _("When somebody is stuck")
    if not later:
        return _section(heading, _list(prompts))
    warning = _("For after the first round: whoever reads these first has fewer ideas of their own.")
    return (
        f"<section><details><summary><h2>{heading}</h2><p>{warning}</p></summary>{_list(prompts)}</details></section>"
    )


def _sources(sources: list[str]) -> str:
    return _section(_("Sources"), f"<ul>{''.join(f'<li>{_source(one)}</li>' for one in sources)}</ul>", kind="sources")


def _source(name: str) -> str:
    """A seed with its title; a book or paper as it is named."""
    if (seed := SEEDS.get(name)) is None:
        return escape(name)
    facts = ", ".join(escape(str(fact)) for fact in (seed.where, seed.year) if fact)
    return f'{name}: <cite lang="{seed.language}">{escape(seed.title)}</cite>{f". {facts}" if facts else ""}'


def _section(heading: str, body: str, *, kind: str = "") -> str:
    return f"<section{f' class={kind}' if kind else ''}><h2>{heading}</h2>{body}</section>"


def _list(items: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
