"""The System Usability Scale: a dot for each person, and the mean beside the usual average."""

from typing import Any

import altair as alt
import pandas as pd

from cx_workshop.charts.drawing import LABEL_SIZE, Canvas, Drawing, Panel, layered, number
from cx_workshop.charts.palette import Palette
from cx_workshop.tracking import system_usability_scale
from cx_workshop.tracking.usability import STATEMENTS, USUAL_AVERAGE
from cx_workshop.translate import _

IDS = [f"q{number}" for number in range(1, STATEMENTS + 1)]
FEW = 12


def draw(canvas: Canvas) -> Drawing:
    people = person_frame(canvas)
    waiting = len(canvas.cards) - len(people)
    sentences = [_("Without all ten answers: {n}.", n=waiting)] if waiting else []
    if people.empty:
        return Drawing([_("Not yet: the chart begins when somebody has answered all ten statements."), *sentences])
    table = people[["score"]].sort_values("score", ascending=False, ignore_index=True)
    return Drawing(
        [*in_words(people), *sentences],
        [Panel(usability_dots(people, canvas.palette, canvas.hue))],
        table.rename(columns={"score": _("Score")}),
    )


def person_frame(canvas: Canvas) -> pd.DataFrame:
    """A row for each complete answer: its score, and its place among those with the same one."""
    answers = [[card.fields[id] for id in IDS] for card in canvas.cards if set(IDS) <= card.fields.keys()]
    people = pd.DataFrame({"score": [system_usability_scale(one) for one in answers]}, dtype=float)
    return people.assign(height=people.groupby("score").cumcount())


def usability_dots(people: pd.DataFrame, palette: Palette, hue: str) -> alt.TopLevelMixin:
    """Dots pile up where people agree; the mean is a solid rule, the usual average a dashed one."""
    mean = float(people["score"].mean())
    marks = pd.DataFrame(
        [
            [mean, _("mean {score}", score=number(mean)), mean < USUAL_AVERAGE],
            [USUAL_AVERAGE, _("{score}: usual average", score=USUAL_AVERAGE), mean >= USUAL_AVERAGE],
        ],
        columns=["score", "label", "left"],
    )
    pile = int(people["height"].max()) + 1
    axis = alt.Axis(title=None, values=[0, 25, 50, 75, 100], gridOpacity=0.5, domain=False, ticks=False)
    x = alt.X("score:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)
    y = alt.Y("height:Q", axis=None, scale=alt.Scale(domain=[-0.6, max(4, pile) + 0.5], nice=False))
    base = alt.Chart(marks)
    text: dict[str, Any] = {
        "baseline": "top",
        "fontSize": LABEL_SIZE,
        "align": alt.ExprRef("datum.left ? 'right' : 'left'"),
        "dx": alt.ExprRef("datum.left ? -6 : 6"),
    }
    first, second = "datum.score == datum.usual", "datum.score != datum.usual"
    marks["usual"] = USUAL_AVERAGE
    return layered(
        base.transform_filter(first).mark_rule(strokeWidth=1.5, strokeDash=[5, 4], color=palette.muted).encode(x=x),
        base.transform_filter(second).mark_rule(strokeWidth=2.5, color=hue).encode(x=x),
        alt.Chart(people)
        .mark_point(
            filled=True, shape="circle", size=alt.ExprRef("min(130, 26000 / (height + 1))"), color=hue, opacity=0.75
        )
        .encode(x=x, y=y, tooltip=[alt.Tooltip("score:Q", title=_("Score"))]),
        base.mark_text(color=palette.ink, fontWeight="bold", **text).encode(x=x, y=alt.value(2), text="label:N"),
        height=200,
        palette=palette,
    )


def in_words(people: pd.DataFrame) -> list[str]:
    scores = people["score"]
    values = {"mean": scores.mean(), "low": scores.min(), "high": scores.max()}
    sentence = _(
        "Mean {mean} of 100, from {low} to {high}; answers: {n}. {usual} is the usual average (Sauro 2011).",
        n=len(people),
        usual=USUAL_AVERAGE,
        **{name: number(value) for name, value in values.items()},
    )
    few = _("With fewer than a dozen answers the mean still swings a lot.")
    return [sentence, few] if len(people) < FEW else [sentence]
