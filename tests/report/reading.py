"""PDFs as their readers see them."""

import io
import re

from pypdf import PageObject, PdfReader

A4, A3 = {595, 842}, {842, 1191}
"""Points of both sides, however the page lies."""
MARKUP = '#panic() $x$ @me <b> *bold* _it_ \\ [a] = `c` // -- "q" ~ é ß € 🙂'
"""What Typst would read as more than text."""


def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def size(page: PageObject) -> set[int]:
    return {round(page.mediabox.width), round(page.mediabox.height)}


def squeezed(text: str) -> str:
    """Without spaces and hyphens: where a line ends does not matter."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)
