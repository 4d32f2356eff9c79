"""Start a server on its own core, weigh it from outside, stop it."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from bench.wire import HOST, Message

ROOT = Path(__file__).parent.parent
CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, CLIENT_CORE = CORES[0], CORES[-1]
COMMANDS = {
    "ours": ["app.py"],
    "bare": ["-m", "bench.baseline_bare"],
    "polling": ["-m", "streamlit", "run", str(ROOT / "bench/baseline_polling/app.py")],
}
START_LIMIT = 40  # seconds


@dataclass(frozen=True, eq=False)
class Server:
    """A running server."""

    name: str
    port: int
    database: Path
    log: Path
    process: subprocess.Popen[bytes]
    environment: dict[str, str]

    def family(self) -> Iterator[int]:
        """Its process and all that it started."""
        waiting = [self.process.pid]
        while waiting:
            pid = waiting.pop()
            yield pid
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                with suppress(FileNotFoundError, ProcessLookupError):  # a thread may end while we look
                    waiting += map(int, children.read_text().split())

    def cpu_seconds(self) -> float:
        """CPU time used so far, by the kernel's clock of each process (ended threads too)."""
        return sum(time.clock_gettime((~pid << 3) | 2) for pid in self.family())

    def memory_kib(self) -> int:
        """Resident memory."""
        status = "".join(Path(f"/proc/{pid}/status").read_text() for pid in self.family())
        return sum(map(int, re.findall(r"^VmRSS:\s+(\d+)", status, re.MULTILINE)))

    def workshop(self) -> Message:
        """Create a workshop on the command line; give its code and the facilitator's token."""
        words = ["cx_workshop", "create", "--title", "Bench", "--language", "en", "--json"]
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"could not create a workshop: {done.stderr.strip()[-500:]}")
        created: Message = json.loads(done.stdout)
        return created


@contextmanager
def running(name: str) -> Iterator[Server]:
    """Start one of the servers on an empty database, pinned to the server's core, and stop it afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, socket.create_server((HOST, 0)) as probe:
        port = probe.getsockname()[1]
        probe.close()
        database, log = Path(folder) / "workshops.db", Path(folder) / "server.log"
        environment = os.environ | {
            "PORT": str(port),
            "CX_WORKSHOP_DATABASE": str(database),
            "BENCH_DATABASE": str(database),
            "STREAMLIT_SERVER_ADDRESS": HOST,
            "PYTHONPATH": str(ROOT),
        }
        if name == "polling":
            environment |= {
                "STREAMLIT_SERVER_PORT": str(port),
                "STREAMLIT_SERVER_HEADLESS": "true",
                "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
            }
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, *COMMANDS[name]],
                cwd=folder if name == "polling" else ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            os.sched_setaffinity(process.pid, {SERVER_CORE})
        server = Server(name, port, database, log, process, environment)
        try:
            wait_until_up(server)
            yield server
        except Exception as error:
            error.add_note(f"{name} ended with {process.poll()}; its log: {log.read_text()[-2000:]}")
            raise
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_until_up(server: Server) -> None:
    """Return when the server answers HTTP at all."""
    path = "/" if server.name == "bare" else "/_stcore/health"
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit and server.process.poll() is None:
        try:
            urlopen(f"http://{HOST}:{server.port}{path}", timeout=2).close()
            return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{server.name} did not start: {server.log.read_text()[-2000:]}")


def busy_seconds(core: int) -> tuple[float, float]:
    """Seconds in which a core worked for anybody, and which the host took away (steal), since boot."""
    for line in Path("/proc/stat").read_text().splitlines():
        name, *ticks = line.split()
        if name == f"cpu{core}":
            user, nice, system, _idle, _wait, hard, soft, steal = map(int, ticks[:8])
            per_second = os.sysconf("SC_CLK_TCK")
            return (user + nice + system + hard + soft) / per_second, steal / per_second
    raise ValueError(f"no core {core}")


def disturbance(measured: Iterable[Server]) -> tuple[float, float]:
    """Seconds since boot in which the server's core worked for others than these, or was stolen."""
    busy, stolen = busy_seconds(SERVER_CORE)
    return busy - sum(server.cpu_seconds() for server in measured), stolen
