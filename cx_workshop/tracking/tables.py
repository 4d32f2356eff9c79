"""The log as DataFrames with fixed columns: what charts draw and tables show."""

from datetime import datetime
from typing import Any

import pandas as pd

from cx_workshop.process import STEP_BY_ID, STEPS
from cx_workshop.tracking.rates import WINDOW, idea_rate
from cx_workshop.tracking.replay import Replay
from cx_workshop.tracking.schedule import minutes_at_start

DIAMONDS = {diamond: [step.id for step in STEPS if step.diamond == diamond] for diamond in (1, 2)}
MOMENT = "datetime64[us, UTC]"


def directions_table(replay: Replay) -> pd.DataFrame:
    """The open directions wherever they change: seq, at, minute, one column a step, diamond_1, diamond_2."""
    steps = [step.id for step in STEPS]
    rows = [(seq, at, replay.minute_of(at), *widths) for seq, at, widths in replay.widths]
    columns = {"seq": "int64", "at": MOMENT, "minute": "float64", **dict.fromkeys(steps, "int64")}
    table = _table(rows, columns)
    for diamond, of_diamond in DIAMONDS.items():
        table[f"diamond_{diamond}"] = table[of_diamond].sum(axis=1)
    return table


def cards_a_minute(replay: Replay, *, window: int = WINDOW) -> pd.DataFrame:
    """minute, cards, rate (in a moving window), total; see idea_rate."""
    until = replay.minute_of(replay.now) if replay.now else None
    return idea_rate([replay.minute_of(one.at) for one in replay.additions], until=until, window=window)


def bands_table(replay: Replay) -> pd.DataFrame:
    """When which activity was open: activity, method, step, diamond, round, start, end (minutes), running.

    What still runs ends at the last event.
    """
    by_id = {activity.id: activity for activity in replay.activities}
    rows = []
    for span in replay.spans:
        if (activity := by_id.get(span.activity)) and replay.now:
            diamond = STEP_BY_ID[activity.step].diamond if activity.step in STEP_BY_ID else 0
            ends = [replay.minute_of(moment) for moment in (span.start, span.end or replay.now)]
            here = (activity.id, activity.method, activity.step, diamond, activity.round)
            rows.append((*here, *ends, span.end is None))
    columns = {"activity": "str", "method": "str", "step": "str", "diamond": "int64", "round": "int64",
               "start": "float64", "end": "float64", "running": "bool"}  # fmt: skip
    return _table(rows, columns)


def time_table(replay: Replay) -> pd.DataFrame:
    """Planned against spent minutes: activity, method, step, round, status, planned, spent, over.

    Planned is what the agenda promised when the first activity was opened; of what came into it later, its minutes.
    """
    bands = bands_table(replay)
    spent = (bands["end"] - bands["start"]).groupby(bands["activity"]).sum()
    activities = replay.activities
    first = replay.spans[0].start if replay.spans else None
    later = [event for event in replay.agenda_events if first and datetime.fromisoformat(event.at) > first]
    promised = minutes_at_start(activities, later)
    rows = [
        (one.id, one.method, one.step, one.round, one.status, promised.get(one.id, one.minutes),
         float(spent.get(one.id, 0.0)))
        for one in activities
        if one.status != "dropped" or one.id in promised
    ]  # fmt: skip
    columns = {"activity": "str", "method": "str", "step": "str", "round": "int64", "status": "str",
               "planned": "int64", "spent": "float64"}  # fmt: skip
    table = _table(rows, columns)
    return table.assign(over=table["spent"] - table["planned"])


def time_by_step(times: pd.DataFrame) -> pd.DataFrame:
    """The same for each step, in their order: step, planned, spent, over."""
    sums = times.groupby("step")[["planned", "spent", "over"]].sum()
    return sums.reindex([step.id for step in STEPS if step.id in sums.index]).rename_axis("step").reset_index()


def decisions_table(replay: Replay) -> pd.DataFrame:
    """What was agreed, as marks on the diamond: decision, kind, what, card, at, minute; dropped ones are left out."""
    rows = [
        (one.id, one.kind, one.what, one.card, replay.decided[one.id], replay.minute_of(replay.decided[one.id]))
        for one in replay.decisions
        if not one.dropped_at
    ]
    columns = {"decision": "str", "kind": "str", "what": "str", "card": "str", "at": MOMENT, "minute": "float64"}
    return _table(rows, columns)


def _table(rows: list[Any], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
