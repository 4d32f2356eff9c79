"""The real server in a process of its own, and a seat that speaks the live protocol with it."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from cx_workshop.settings import ROOT
from cx_workshop.ui.address import is_free
from cx_workshop.verbs.act import new_id

START_SECONDS = 60
ANSWER_SECONDS = 20
PORTS = count(20_000 + os.getpid() % 100 * 100)
"""Of this process alone, as tests run in several; and lower than those that systems lend to callers: while a server is
down, a browser that knocks could be given the server's own port."""
Message = dict[str, Any]


class Server:
    """`python app.py` on a free port; survives being killed, on the same port and file."""

    def __init__(self, database: Path, **environment: str) -> None:
        self.database = database
        self.port = free_port()
        self.environment = os.environ | environment | {"CX_WORKSHOP_DATABASE": str(database), "PORT": str(self.port)}
        self.log = database.with_name(f"server-{self.port}.log")
        self.in_child: Callable[[], None] | None = None
        """Run in the new process before it becomes the server, such as to limit what it may write."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def live(self, code: str) -> str:
        """The address of a workshop's live channel."""
        return f"ws://127.0.0.1:{self.port}/live/{code}"

    def spawn(self) -> "subprocess.Popen[bytes]":
        """Start the process without waiting until it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "app.py"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=self.in_child,  # noqa: PLW1509  no threads of ours hold a lock that the child would need
            )
        return self.process

    def start(self) -> "Server":
        self.spawn()
        if not self.answers():
            raise AssertionError(self.log.read_text())
        return self

    def answers(self) -> bool:
        """Wait until the server is ready; False if its process ends instead."""
        deadline = time.monotonic() + START_SECONDS
        while not self._is_healthy():
            if self.process.poll() is not None or time.monotonic() > deadline:
                return False
            time.sleep(0.05)  # nothing to listen to yet: this is how one learns that a port answers
        return True

    def kill(self) -> None:
        """kill -9: no goodbye, nothing flushed."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def command(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run the command line on the same database."""
        return subprocess.run(
            [sys.executable, "-m", "cx_workshop", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def create(self, **options: str) -> tuple[str, str]:
        """A new workshop: its code and its facilitator's token."""
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        made = self.command("create", "--json", "--title", "Parcels", *words)
        assert made.returncode == 0, made.stderr
        answer = json.loads(made.stdout)
        return answer["code"], answer["facilitator"]

    def join(self, code: str, name: str, **more: str) -> str:
        """A new seat; its token."""
        return str(self.post("/join", {"code": code, "name": name, **more})[1]["seat"])

    def post(self, path: str, body: Message) -> tuple[int, Message]:
        """Status and JSON answer."""
        request = urllib.request.Request(
            self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def sit(self, code: str, token: str, **hello: Any) -> "LiveSeat":
        return LiveSeat(self, code, token, **hello)

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=1):
                return True
        except OSError:
            return False


class LiveSeat:
    """One socket: says hello, sends verbs, and waits for what comes back. All messages are kept in `heard`."""

    def __init__(
        self, server: Server, code: str, token: str | None, *, headers: dict[str, str] | None = None, **hello: Any
    ) -> None:
        self.heard: list[Message] = []
        self._leave = ExitStack()
        self.socket: ClientConnection = self._leave.enter_context(
            connect(server.live(code), additional_headers=headers, max_size=None, max_queue=None)
        )
        self.send({"op": "hello", "protocol": 1, "seat": token, **hello})
        self.welcome = self.wait(lambda message: message["op"] in ("welcome", "refused"))

    def send(self, message: Message | str) -> None:
        self.socket.send(message if isinstance(message, str) else json.dumps(message))

    def wait(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message, of those not yet waited past, that is wanted."""
        while True:
            message: Message = json.loads(self.socket.recv(timeout=ANSWER_SECONDS))
            self.heard.append(message)
            if wanted(message):
                return message

    def do(self, verb: str, *, id: str | None = None, **args: Any) -> Message:
        """Send a verb and wait for `done` or `refused`."""
        id = id or new_id()
        self.send({"op": "do", "id": id, "verb": verb, "args": args})
        return self.wait(lambda message: message["op"] in ("done", "refused") and message["id"] == id)

    def event(self, kind: str) -> Message:
        return self.wait(lambda message: message["op"] == "event" and message["kind"] == kind)

    def event_at(self, seq: int) -> Message:
        """The event with this number, whether it has come in already or not."""

        def wanted(message: Message) -> bool:
            return bool(message["op"] == "event" and message["seq"] == seq)

        return next(filter(wanted, self.heard), None) or self.wait(wanted)

    @property
    def events(self) -> list[Message]:
        """All events that have come in so far."""
        return [message for message in self.heard if message["op"] == "event"]

    def close_code(self) -> int:
        """Hear everything out until the server closes the socket; with which code."""
        try:
            self.wait(lambda message: False)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006
        raise AssertionError("wait() only ends by what is wanted")

    def board(self, activity: str) -> Message:
        self.send({"op": "open", "activity": activity})
        return self.wait(lambda message: message["op"] == "board")

    def activity_of(self, step: str) -> str:
        return next(str(activity["id"]) for activity in self.welcome["activities"] if activity["step"] == step)

    def close(self) -> None:
        self._leave.close()


@contextmanager
def running(database: Path, **environment: str) -> Iterator[Server]:
    server = Server(database, **environment).start()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    return next(filter(is_free, PORTS))
