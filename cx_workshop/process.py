"""EDIPT and the double diamond: the only list of steps."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["diverge", "converge"]


@dataclass(frozen=True)
class Step:
    """One of the five steps, where it lies in the double diamond, and the page that shows it."""

    id: str
    diamond: Literal[1, 2]
    mode: Mode


STEPS = (
    Step("empathize", 1, "diverge"),
    Step("define", 1, "converge"),
    Step("ideate", 2, "diverge"),
    Step("prototype", 2, "converge"),
    Step("test", 2, "converge"),
)
STEP_BY_ID = {step.id: step for step in STEPS}
SHAPES: dict[Mode, str] = {"diverge": "◇", "converge": "▽"}
