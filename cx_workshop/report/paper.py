"""Pages of paper: a template of Typst and its data become a PDF, offline and with the fonts that Typst brings along."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

HERE = Path(__file__).parent
Paper = Literal["a4", "a3"]
PAPERS: tuple[Paper, ...] = ("a4", "a3")


def as_pdf(template: str, data: dict[str, Any]) -> bytes:
    """`data` reaches the template as JSON: what people wrote is text there, whatever signs it holds."""
    return typst.compile(
        HERE / f"{template}.typ", root=HERE, font_paths=_fonts(), sys_inputs={"data": json.dumps(data)}, format="pdf"
    )


@cache
def _fonts() -> typst.Fonts:
    """Looked for once; what the machine has only steps in for letters that Typst's own fonts lack."""
    return typst.Fonts(include_system_fonts=True)
