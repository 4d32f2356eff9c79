"""Cards as HTML: list items, or small sections where a card is a form; every text from people is escaped."""

from html import escape
from urllib.parse import quote

from cx_workshop.report.cards import Entry, Slider, ToldCard
from cx_workshop.report.report import ActivitySection
from cx_workshop.report.threads import Ground
from cx_workshop.report.words import card_title, is_web, label, marks, picture, position
from cx_workshop.translate import _


def cards_as_html(
    cards: list[ToldCard], section: ActivitySection, code: str, *, level: int, placed: bool = False
) -> str:
    """The cards of a workshop with this code; `level` is that of their headings, where they are sections.

    `placed` cards are told where they lie: with what became of them, without what they rest on.
    """
    if not cards:
        return ""
    if section.layout == "form":
        return "".join(_form(card, section, code, level) for card in cards)
    return "<ul>" + "".join(f"<li dir=auto>{_card(card, code, placed)}</li>" for card in cards) + "</ul>"


def list_as_html(texts: list[str]) -> str:
    return "<ul>" + "".join(f"<li dir=auto>{text_as_html(text)}</li>" for text in texts) + "</ul>"


def text_as_html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _card(card: ToldCard, code: str, placed: bool) -> str:
    parts = [text_as_html(card.text) + _marks(card, placed=placed), _slider(card.slider), _entries(card, code)]
    return "".join(parts) + ("" if placed else thread_as_html(card.grounds))


def _form(card: ToldCard, section: ActivitySection, code: str, level: int) -> str:
    title = f"<small>{escape(section.title)}</small> " if section.title and card.text else ""
    return (
        f"<section class=form><h{level} dir=auto>{title}{escape(card_title(card))}{_marks(card, placed=False)}"
        f"</h{level}>{_entries(card, code)}{thread_as_html(card.grounds)}</section>"
    )


def _entries(card: ToldCard, code: str) -> str:
    if not card.entries:
        return ""
    entries = "".join(
        f'<div class="{entry.kind}"><dt>{escape(label(entry.name))}</dt><dd dir=auto>{_value(entry, code)}</dd></div>'
        for entry in card.entries
    )
    return f"<dl>{entries}</dl>"


def _value(entry: Entry, code: str) -> str:
    match entry.kind:
        case "list":
            return list_as_html(entry.values)
        case "image":
            address = escape(f"/images/{quote(code, safe='')}/{quote(entry.image, safe='')}")
            return f'<img src="{address}" alt="{escape(picture(entry))}" loading="lazy">'
        case "link" if is_web(entry.values[0]):
            address = escape(entry.values[0])
            return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{address}</a>'
    return text_as_html(entry.values[0])


def _slider(slider: Slider | None) -> str:
    if slider is None:
        return ""
    poles = escape(f"{slider.left} ▸ {slider.right}")
    filled = f'<span style="width:{slider.at}%"></span>'
    bar = "" if slider.at is None else f"<span class=bar aria-hidden=true>{filled}</span>"
    return f"<div class=slider>{poles}: {position(slider)}{bar}</div>"


def thread_as_html(grounds: list[Ground], how: str = "") -> str:
    """What something rests on, or is about where `how` says so."""
    if not grounds:
        return ""
    items = "".join(
        f"<li dir=auto><b>{how or _('rests on')}</b> {escape(ground.text)} <small>{escape(ground.activity)}</small>"
        f"{thread_as_html(ground.grounds)}</li>"
        for ground in grounds
    )
    return f"<ul class=thread>{items}</ul>"


def _marks(card: ToldCard, *, placed: bool) -> str:
    found = marks(card, placed=placed)
    return f" <small>{text_as_html(', '.join(found))}</small>" if found else ""
