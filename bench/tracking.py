"""python -m bench.tracking: how long figures take over a hundred thousand events, on one core."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from cx_workshop.content import methods
from cx_workshop.content.shape import THEMES
from cx_workshop.model import Event
from cx_workshop.tracking import Replay, all_figures

EVENTS, CARDS, PEOPLE, THEME_COUNT = 100_000, 5_000, 30, 60
START = datetime(2026, 11, 24, 9, tzinfo=UTC)
METHODS = (
    "empathize/empathy_map", "define/themes", "define/how_might_we", "ideate/silent_writing", "ideate/idea_themes",
    "prototype/concept_card", "test/feedback_grid", "test/decision",
)  # fmt: skip
TIMES = 5


def main() -> None:
    """Print processor time: what else the machine does is left out."""
    events = log()
    methods()  # read once at start, not with each figure
    replay = Replay(events[:-1])
    print(f"{EVENTS:,} events, {CARDS:,} cards, {PEOPLE} people; the best of {TIMES} runs")
    print(f"one event more, and the width: {best(lambda: _one_more(events)):.3f} ms")
    print(f"log told again from the start: {best(lambda: Replay(events)):.0f} ms")
    print(f"all figures from a log that was told: {best(lambda: all_figures(replay)):.0f} ms")
    print(f"both: {best(lambda: all_figures(Replay(events))):.0f} ms")


def best(run: Callable[[], Any]) -> float:
    """Milliseconds; a run that answers with a number has taken the time itself."""
    times = []
    for _ in range(TIMES):
        start = time.process_time()
        answer = run()
        times.append(answer if isinstance(answer, float) else (time.process_time() - start) * 1000)
    return min(times)


def _one_more(events: list[Event]) -> float:
    replay = Replay(events[:-1])
    start = time.process_time()
    replay.take(events[-1])
    _ = replay.directions.width
    return (time.process_time() - start) * 1000


def log() -> list[Event]:
    """What a large workshop leaves: cards, edits, moves, themes, kept and parked ones, votes and dots."""
    return [
        Event(
            seq=seq, workshop="w", command=f"c{seq}", kind=kind, at=(START + timedelta(seconds=seq / 5)).isoformat(),
            seat=seat, activity=activity, before={}, after=after, private={}, anonymous=False,
        )
        for seq, (kind, seat, activity, after) in enumerate(_acts(random.Random(1)), start=1)
    ]  # fmt: skip


def _acts(chance: random.Random) -> Iterator[tuple[str, str | None, str | None, dict[str, Any]]]:
    seats = {f"s{n}": {"name": f"Person {n}", "role": "participant"} for n in range(PEOPLE)}
    activities = {
        f"a{n}": {"position": n, "step": used.partition("/")[0], "method": used, "minutes": 30, "status": "open"}
        for n, used in enumerate(METHODS)
    }
    yield "workshop_created", None, None, {"seats": seats, "activities": activities}
    themes = {f"t{n}": f"a{chance.choice([1, 4])}" for n in range(THEME_COUNT)}
    for theme, activity in themes.items():
        yield "card_added", "s0", activity, {"cards": {theme: _card(activity, "s0", THEMES)}}
    yield "vote_opened", "s0", "a2", {"votes": {"v": {"activity": "a2", "dots": 5, "per_card": 2}}}
    cards = []
    for n in range(EVENTS - THEME_COUNT - 2):
        seat, activity = f"s{chance.randrange(PEOPLE)}", f"a{chance.randrange(len(METHODS))}"
        if n % (EVENTS // CARDS) == 0 and len(cards) < CARDS:
            cards.append(f"c{n}")
            yield "card_added", seat, activity, {"cards": {cards[-1]: _card(activity, seat, "notes")}}
            continue
        card = chance.choice(cards)
        kind, columns = _change(chance)
        if kind == "dot_cast":
            dot = {"vote": "v", "card": card, "seat": seat, "kind": "dot"}
            yield kind, seat, activity, {"dots": {f"d{n}": dot}}
        else:
            yield kind, seat, activity, {"cards": {card: columns}}


def _card(activity: str, seat: str, lane: str) -> dict[str, Any]:
    return {"activity": activity, "seat": seat, "lane": lane, "text": "They wait", "status": "open", "theme": None}


def _change(chance: random.Random) -> tuple[str, dict[str, Any]]:
    """What happens to a card, about as often as it does."""
    kinds: list[tuple[int, str, dict[str, Any]]] = [
        (5, "card_edited", {"text": "They wait for a long time"}),
        (6, "card_moved", {"position": chance.random()}),
        (2, "card_placed", {"x": chance.random(), "y": chance.random()}),
        (3, "card_put_in_theme", {"theme": f"t{chance.randrange(THEME_COUNT)}"}),
        (1, "card_taken_out_of_theme", {"theme": None}),
        (1, "card_kept", {"status": "kept"}),
        (1, "card_parked", {"status": "parked"}),
        (1, "card_reopened", {"status": "open"}),
        (5, "dot_cast", {}),
    ]
    [(_, kind, columns)] = chance.choices(kinds, weights=[weight for weight, _, _ in kinds])
    return kind, columns


if __name__ == "__main__":
    main()
