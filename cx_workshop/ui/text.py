"""Text from people in Streamlit's own elements, which read Markdown; and minutes as one says them."""

import re

from cx_workshop.report.markdown import escape
from cx_workshop.translate import _

PICTURE = re.compile(r"\\?:(?=[\w+/-]+:)")
"""The colon before a word such as :smile:, which Streamlit would draw as a picture."""


def plain(text: str) -> str:
    """The text as it was typed; a joiner that nobody sees keeps words between colons words."""
    return PICTURE.sub(":\u2060", escape(text))


def duration(minutes: int) -> str:
    """Such as 75 min, or 6 h 03 min."""
    if minutes < 120:
        return _("{minutes} min", minutes=minutes)
    return _("{hours} h {minutes} min", hours=minutes // 60, minutes=f"{minutes % 60:02}")
