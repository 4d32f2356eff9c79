"""The timer on all screens, by the server's clock: start, change, pause, stop."""

from datetime import datetime, timedelta
from typing import Any

from cx_workshop.refusal import Refused
from cx_workshop.verbs.act import FACILITATORS, Act, as_text, is_moment, verb

LONGEST_SECONDS = 24 * 3600


@verb(roles=FACILITATORS, event="timer_started")
def start_timer(act: Act, *, seconds: int | None = None) -> None:
    """Start a new timer of so many seconds; without them, let a paused one go on."""
    if seconds is None:
        paused = act.workshop.timer
        if "left" not in paused:
            raise Refused("timer_not_paused")
        _run(act, seconds=paused["seconds"], left=paused["left"])
        return
    if not 0 < seconds <= LONGEST_SECONDS:
        raise Refused("bad_timer")
    _run(act, seconds=seconds, left=seconds)


@verb(roles=FACILITATORS, event="timer_changed")
def change_timer(act: Act, *, by: int) -> None:
    """Give so many seconds more, or take them away; a timer that has run out starts from now."""
    timer = act.workshop.timer
    if not timer:
        raise Refused("no_timer")
    left = max(seconds_left(timer, act.now), 0) + by
    if not 0 < left <= LONGEST_SECONDS:
        raise Refused("bad_timer")
    seconds = max(timer["seconds"] + by, left)
    if "left" in timer:
        _set(act, {"seconds": seconds, "left": left})
    else:
        _run(act, seconds=seconds, left=left)


@verb(roles=FACILITATORS, event="timer_paused")
def pause_timer(act: Act) -> None:
    timer = act.workshop.timer
    if "ends_at" not in timer or seconds_left(timer, act.now) <= 0:
        raise Refused("timer_not_running")
    _set(act, {"seconds": timer["seconds"], "left": seconds_left(timer, act.now)})


@verb(roles=FACILITATORS, event="timer_stopped")
def stop_timer(act: Act) -> None:
    if not act.workshop.timer:
        raise Refused("no_timer")
    _set(act, {})


def stop_running_timer(act: Act) -> None:
    """The timer belongs to what people are working on: it ends with it."""
    if act.workshop.timer:
        _set(act, {})


def seconds_left(timer: dict[str, Any], now: str) -> int:
    """Of a running or paused timer, rounded; less than zero once it has run out."""
    if "left" in timer:
        return int(timer["left"])
    return round((datetime.fromisoformat(timer["ends_at"]) - datetime.fromisoformat(now)).total_seconds())


def is_timer(timer: dict[str, Any]) -> bool:
    """Whether this could have been set here; a file from elsewhere may say anything."""
    match timer:
        case {"seconds": int(seconds), "left": int(left), **more}:
            return not more and 0 < left <= seconds <= LONGEST_SECONDS
        case {"seconds": int(seconds), "ends_at": str(ends_at), **more}:
            return not more and 0 < seconds <= LONGEST_SECONDS and is_moment(ends_at)
    return timer == {}


def _run(act: Act, *, seconds: int, left: int) -> None:
    ends = datetime.fromisoformat(act.now) + timedelta(seconds=left)
    _set(act, {"seconds": seconds, "ends_at": as_text(ends)})


def _set(act: Act, timer: dict[str, Any]) -> None:
    act.tx.update("workshops", act.workshop.id, timer=timer)
