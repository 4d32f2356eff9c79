"""Text from people in Streamlit's own elements, which read Markdown."""

import re

from cx_workshop.report.markdown import escape

PICTURE = re.compile(r"\\?:(?=[\w+/-]+:)")
"""The colon before a word such as :smile:, which Streamlit would draw as a picture."""


def plain(text: str) -> str:
    """The text as it was typed; a joiner that nobody sees keeps words between colons words."""
    return PICTURE.sub(":\u2060", escape(text))
