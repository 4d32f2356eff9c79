"""A room at the usual Streamlit board: people come in, write, and stop when the time is up."""

import asyncio
from time import perf_counter_ns, process_time

from bench.figures import Figures
from bench.room import A_SECOND, EACH, MS, schedule, undisturbed
from bench.seats import PollingSeat, Tally
from bench.servers import Server, disturbance


async def measure(server: Server, count: int, *, seconds: float, limit: float) -> Figures:
    """The usual Streamlit board: come in, write, and stop when the limit in seconds is reached."""
    figures, tally = Figures(server.name, count), Tally(int(count * (seconds / EACH + 2)) + 100)
    seats = [PollingSeat(tally) for _ in range(count)]
    inside: list[PollingSeat] = []
    before = server.memory_kib()

    async def come(number: int, seat: PollingSeat) -> None:
        await asyncio.sleep(number / A_SECOND)
        asked = perf_counter_ns()
        await seat.connect(server.port)
        figures.join_page.append((await seat.run("", limit=limit) - asked) * MS)
        inside.append(seat)

    comers = [asyncio.create_task(come(number, seat)) for number, seat in enumerate(seats)]
    _, out = await asyncio.wait(comers, timeout=limit)
    for task in out:
        task.cancel()
    errors = {str(task.exception()) for task in comers if task.done() and not task.cancelled() and task.exception()}
    figures.inside = len(inside)
    figures.trouble += [f"{len(out)} not in after {limit:.0f} s"] if out else []
    figures.trouble += sorted(errors)
    figures.memory = (server.memory_kib() - before) / max(1, len(inside))
    if len(inside) > 1:
        await watch(server, inside, figures, tally, seconds)
    for seat in seats:
        if hasattr(seat, "socket"):
            seat.close()
    return figures


async def watch(server: Server, inside: list[PollingSeat], figures: Figures, tally: Tally, seconds: float) -> None:
    """Measure idle and active seats; a card not seen by the end waited at least until then."""
    minute = len(inside) / 60
    cpu, quiet = server.cpu_seconds(), min(seconds, 10)
    runs = sum(seat.runs for seat in inside)
    await asyncio.sleep(quiet)
    figures.idle_cpu = (server.cpu_seconds() - cpu) / (minute * quiet)
    figures.idle_reruns = sum(seat.runs for seat in inside) - runs
    cpu, own = server.cpu_seconds(), process_time()
    others, stolen = disturbance([server])
    with undisturbed():
        started = perf_counter_ns()
        for moment, seat in schedule(inside, seconds, seed=1):
            await asyncio.sleep(max(0.0, moment - (perf_counter_ns() - started) * 1e-9))
            seat.write("")
        await asyncio.sleep(max(0.0, seconds - (perf_counter_ns() - started) * 1e-9))
        figures.active_cpu = (server.cpu_seconds() - cpu) / (minute * seconds)
        figures.client = (process_time() - own) / seconds
        others_now, stolen_now = disturbance([server])
        figures.others, figures.stolen = (others_now - others) / seconds, (stolen_now - stolen) / seconds
        await asyncio.sleep(5)
    figures.written = len(tally.sent)
    figures.pairs = len(tally.sent) * (len(inside) - 1)
    figures.unseen = figures.pairs - len(tally.waits)
    figures.waits = [wait * MS for wait in tally.waits]
    end, arrived = perf_counter_ns(), [0] * len(tally.sent)
    for number in tally.sightings:
        arrived[number] += 1
    for number, count in enumerate(arrived):
        missing = len(inside) - 1 - count
        figures.waits.extend([(end - tally.sent[number]) * MS] * missing)
