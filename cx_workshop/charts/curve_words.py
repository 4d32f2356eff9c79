"""What an emotion curve shows, in words, and the table behind it."""

import pandas as pd

from cx_workshop.charts.curve_labels import Point, by_line, quote_of, strongest, weakest
from cx_workshop.charts.drawing import Canvas, brief, number, records, some
from cx_workshop.charts.feelings import EXIT, FEELING, MOMENT, mean_frame, name_of, phases, unscored
from cx_workshop.translate import _


def in_words(canvas: Canvas, quotes: pd.DataFrame, exits: pd.DataFrame) -> list[str]:
    if quotes.empty:
        rows = {part.id: part.name for part in canvas.shape.parts("rows", canvas.words)}
        row = rows.get(FEELING, canvas.words.fields[FEELING].name)
        return [_("Not yet: the curve begins with the first score in the row “{row}”.", row=row)]
    means = mean_frame(quotes)
    alone = means["line"].nunique() == 1
    sentences = list(map(_of_persona, by_line(means)))
    if moments := _places(quotes[quotes["moment"]], alone=alone):
        sentences.append(_("Moments of truth, with a ring: {places}.", places=some(moments)))
    if leaving := _places(exits, alone=alone):
        sentences.append(_("People leave silently at: {places}.", places=some(leaving)))
    reached = set(means["phase"])
    if empty := [phase for phase in phases(canvas) if phase not in reached]:
        sentences.append(_("No feeling yet at: {places}.", places=some(empty)))
    if missing := unscored(canvas):
        sentences.append(_("Quotes without a score: {n}.", n=missing))
    if silent := int((quotes["quote"].str.strip() == "").sum()):
        sentences.append(_("Scores without a quote: {n}.", n=silent))
    return sentences


def quote_table(canvas: Canvas, quotes: pd.DataFrame, exits: pd.DataFrame) -> pd.DataFrame:
    """Every quote with its score, and the silent exits, in the order of the journey."""
    marks = quotes["moment"].map({True: name_of(canvas, MOMENT), False: ""})
    left = exits.assign(feeling=None, quote=exits["pain"], mark=name_of(canvas, EXIT))
    rows = pd.concat([quotes.assign(mark=marks).astype({"feeling": object}), left.astype({"feeling": object})])
    rows = rows.sort_values(["line", "place"], kind="stable")
    names = {
        "persona": _("Persona"),
        "phase": _("Phase"),
        "feeling": _("Feeling"),
        "quote": _("Text"),
        "mark": _("Mark"),
    }
    return rows[list(names)].rename(columns=names).reset_index(drop=True)


def _of_persona(points: list[Point]) -> str:
    persona, best, worst = points[0]["persona"], strongest(points), weakest(points)
    if len(points) == 1:
        return _("{persona}: one point so far, {point}.", persona=persona, point=_said(best))
    if best["feeling"] == worst["feeling"]:
        score = number(best["feeling"], signed=True)
        return _(
            "{persona}: {score} everywhere. Ask for the worst minute and the best one.", persona=persona, score=score
        )
    return _("{persona}: highest at {high}, lowest at {low}.", persona=persona, high=_said(best), low=_said(worst))


def _said(point: Point) -> str:
    score = number(point["feeling"], signed=True)
    if quote := quote_of(point):
        return _("{place} ({score}: “{quote}”)", place=point["phase"], score=score, quote=brief(quote, 90))
    return _("{place} ({score})", place=point["phase"], score=score)


def _places(rows: pd.DataFrame, *, alone: bool) -> list[str]:
    """The phases; where there are several personas, those of each behind its name."""
    found: dict[str, list[str]] = {}
    for row in records(rows.sort_values(["line", "place"])[["persona", "phase"]].drop_duplicates()):
        found.setdefault(row["persona"], []).append(row["phase"])
    if alone:
        return next(iter(found.values()), [])
    return [f"{persona} ({', '.join(places)})" for persona, places in found.items()]
