"""The recommendation score: how many detract, stay passive and promote, and the score with its interval."""

from typing import Any

import altair as alt
import pandas as pd
from babel.numbers import format_percent

from cx_workshop.charts.drawing import LABEL_SIZE, Canvas, Drawing, Panel, layered, number
from cx_workshop.charts.palette import Palette
from cx_workshop.tracking import NetPromoterScore, net_promoter_score
from cx_workshop.tracking.recommendation import HIGHEST, LEAST_ANSWERS
from cx_workshop.translate import N_, _, language_in_use

SCORE = "score"
BANDS = {
    "promoters": N_("Promoters, 9 and 10"),
    "passives": N_("Passives, 7 and 8"),
    "detractors": N_("Detractors, 0 to 6"),
}
BAND_HEIGHT = 58


def draw(canvas: Canvas) -> Drawing:
    scores = [card.fields[SCORE] for card in canvas.cards if SCORE in card.fields]
    figure = net_promoter_score(scores)
    if not figure.n:
        return Drawing([_("Not yet: the chart begins with the first answer.")])
    panels = [Panel(band_bars(band_frame(figure), canvas.palette, canvas.hue))]
    if figure.score is not None:
        panels.append(Panel(score_interval(interval_frame(figure), canvas.palette, canvas.hue)))
    return Drawing(in_words(figure), panels, score_table(scores))


def band_frame(figure: NetPromoterScore) -> pd.DataFrame:
    """A row for each band: how many people, which share, and both as a label."""
    counts = {"promoters": figure.promoters, "passives": figure.passives, "detractors": figure.detractors}
    rows = [
        [_(BANDS[id]), n, n / figure.n, f"{n} ({format_percent(n / figure.n, locale=language_in_use())})"]
        for id, n in counts.items()
    ]
    return pd.DataFrame(rows, columns=["band", "people", "share", "label"])


def interval_frame(figure: NetPromoterScore) -> pd.DataFrame:
    """One row: the score, its interval, and the label; for a figure that has a score."""
    assert figure.score is not None and figure.low is not None and figure.high is not None
    label = _(
        "{score}, between {low} and {high}",
        score=number(round(figure.score), signed=True),
        low=number(round(figure.low), signed=True),
        high=number(round(figure.high), signed=True),
    )
    return pd.DataFrame([[figure.score, figure.low, figure.high, label]], columns=["score", "low", "high", "label"])


def band_bars(bands: pd.DataFrame, palette: Palette, hue: str) -> alt.TopLevelMixin:
    """A bar for each band, its name above and its count behind."""
    names = list(bands["band"])
    y = alt.Y("band:N", sort=names, axis=None, scale=alt.Scale(domain=names, paddingInner=0.55, paddingOuter=0.5))
    x = alt.X("people:Q", axis=None, scale=alt.Scale(domain=[0, max(1, int(bands["people"].max())) * 1.3], nice=False))
    colour = alt.Color("band:N", scale=alt.Scale(domain=names, range=[hue, palette.grey, palette.muted]), legend=None)
    base = alt.Chart(bands)
    words: dict[str, Any] = {"align": "left", "fontSize": LABEL_SIZE, "color": palette.ink}
    return layered(
        base.mark_bar(cornerRadiusEnd=3).encode(
            x=x,
            y=y,
            color=colour,
            tooltip=[alt.Tooltip("band:N", title=_("Group")), alt.Tooltip("label:N", title=_("Answers"))],
        ),
        base.mark_text(dy=-18, dx=1, **words).encode(x=alt.value(0), y=y, text="band:N"),
        base.mark_text(dx=6, fontWeight="bold", **words).encode(x=x, y=y, text="label:N"),
        height=BAND_HEIGHT * len(bands),
        palette=palette,
    )


def score_interval(interval: pd.DataFrame, palette: Palette, hue: str) -> alt.TopLevelMixin:
    """The score as a dot on a line as long as its interval, from -100 to +100."""
    base = alt.Chart(interval)
    axis = alt.Axis(
        title=None,
        values=[-100, -50, 0, 50, 100],
        format="+d",
        grid=True,
        labelExpr="datum.value == 0 ? '0' : datum.label",
        gridOpacity=0.6,
        domain=False,
        ticks=False,
    )
    scale = alt.Scale(domain=[-100, 100], nice=False)
    x = alt.X("score:Q", scale=scale, axis=axis)
    label = base.mark_text(
        dy=-20,
        fontSize=LABEL_SIZE + 3,
        fontWeight="bold",
        color=palette.ink,
        align=alt.ExprRef("datum.score < -40 ? 'left' : datum.score > 40 ? 'right' : 'center'"),
    )
    return layered(
        base.mark_rule(strokeWidth=8, color=hue, opacity=0.45, strokeCap="round").encode(
            x=alt.X("low:Q", scale=scale, axis=axis), x2="high"
        ),
        base.mark_point(filled=True, size=220, color=hue, opacity=1).encode(
            x=x, tooltip=[alt.Tooltip("label:N", title=_("Score"))]
        ),
        label.encode(x=x, text="label:N"),
        height=96,
        palette=palette,
    )


def in_words(figure: NetPromoterScore) -> list[str]:
    counts = {
        "promoters": figure.promoters,
        "passives": figure.passives,
        "detractors": figure.detractors,
        "n": figure.n,
    }
    split = _("Answers: {n}. Promoters: {promoters}, passives: {passives}, detractors: {detractors}.", **counts)
    if figure.score is None or figure.low is None or figure.high is None:
        few = {"least": LEAST_ANSWERS}
        return [
            split,
            _("Not yet a score: that takes {least} answers. With fewer, each moves it by over ten points.", **few),
        ]
    values = {"score": figure.score, "low": figure.low, "high": figure.high}
    said = {name: number(round(value), signed=True) for name, value in values.items()}
    if figure.low == figure.high:
        alike = _("The score is {score}. All answers lie in one group, so it cannot be said how sure it is.", **said)
        return [split, alike]
    sure = _(
        "The score is {score}; with so many answers it may be anything from {low} to {high} (95% interval).", **said
    )
    return [sure, split]


def score_table(scores: list[int]) -> pd.DataFrame:
    """How many people gave each score."""
    counts = pd.Series(scores).value_counts()
    rows = [[score, int(counts.get(score, 0))] for score in range(HIGHEST, -1, -1)]
    return pd.DataFrame(rows, columns=[_("Score"), _("Answers")])
