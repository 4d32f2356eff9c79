"""The double diamond in one picture: five steps, opening and closing twice."""

from html import escape
from urllib.parse import quote

from cx_workshop.report.words import step_name
from cx_workshop.translate import _

INDIGO, INDIGO_TINT, TEAL, TEAL_TINT, INK, PAPER = "#3D4DB7", "#CDD2F4", "#0B7A75", "#BFE4E1", "#1C1F2B", "#FFFFFF"
HALVES = (
    ("M8 110 165 12v196z", INDIGO_TINT),
    ("M165 12 322 110 165 208z", INDIGO),
    ("M322 110 479 12v196z", TEAL_TINT),
    ("M479 12 636 110 479 208z", TEAL),
)
LABELS = (
    ("empathize", 100, 115, INK),
    ("define", 225, 115, PAPER),
    ("ideate", 410, 115, INK),
    ("prototype", 540, 102, PAPER),
    ("test", 540, 130, PAPER),
)


def double_diamond() -> str:
    """An HTML image, with its meaning as alternative text."""
    halves = "".join(f'<path d="{path}" fill="{colour}"/>' for path, colour in HALVES)
    labels = "".join(
        f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="middle">{escape(step_name(step))}</text>'
        for step, x, y, colour in LABELS
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 644 220" font-family="system-ui, sans-serif" '
        f'font-size="17" font-weight="600">{halves}{labels}</svg>'
    )
    alternative = _("Two diamonds side by side: each opens and then closes again.")
    style = "width:100%;max-width:40rem;height:auto"
    return f'<img src="data:image/svg+xml,{quote(svg)}" alt="{escape(alternative)}" style="{style}">'
