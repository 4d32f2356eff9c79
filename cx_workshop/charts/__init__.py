"""Draw figures: a board's cards as a DataFrame, a DataFrame as an Altair chart, and what it shows in words."""

from collections.abc import Callable

from cx_workshop.charts import curve, gap, personas, ratings, recommendation, usability
from cx_workshop.charts.drawing import Canvas, Drawing, Panel
from cx_workshop.charts.palette import DARK, LIGHT
from cx_workshop.content import method, shape_of
from cx_workshop.model import Activity, Card
from cx_workshop.process import STEP_BY_ID
from cx_workshop.translate import language_in_use

__all__ = ["DARK", "LIGHT", "Drawing", "Panel", "draw"]

DRAWERS: dict[str, Callable[[Canvas], Drawing]] = {
    "curve": curve.draw,
    "gap": gap.draw,
    "nps": recommendation.draw,
    "sus": usability.draw,
    "ratings": ratings.draw,
    "personas": personas.draw,
}


def draw(activity: Activity, cards: list[Card], *, dark: bool = False) -> Drawing:
    """The chart that the activity's method asks for, from the cards that lie on its board."""
    used = method(activity.method)
    assert used.board.chart is not None
    palette = DARK if dark else LIGHT
    canvas = Canvas(
        method=used,
        words=used.words[language_in_use()],
        shape=shape_of(activity),
        cards=cards,
        palette=palette,
        hue=palette.diamond(STEP_BY_ID[activity.step].diamond),
    )
    return DRAWERS[used.board.chart](canvas)
