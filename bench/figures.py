"""What was measured of one server with one number of seats."""

from dataclasses import dataclass, field


@dataclass
class Figures:
    """Times in ms, CPU in seconds, memory in KiB."""

    server: str
    seats: int
    inside: int = 0
    trouble: list[str] = field(default_factory=list)
    join_page: list[float] = field(default_factory=list)
    join_board: list[float] = field(default_factory=list)
    join_whole: list[float] = field(default_factory=list)
    memory: float | None = None  # a seat
    empty_cpu: float | None = None  # a minute, only the facilitator there
    idle_cpu: float | None = None  # a seat-minute
    idle_reruns: int | None = None
    active_cpu: float | None = None  # a seat-minute
    waits: list[float] = field(default_factory=list)
    turns: list[list[float]] = field(default_factory=list)
    done: list[float] = field(default_factory=list)
    written: int = 0
    acknowledged: int = 0
    checked: bool = False  # whether the lost ones were looked for
    lost_board: int = 0
    lost_file: int = 0
    unseen: int = 0
    pairs: int = 0
    switch_event: list[float] = field(default_factory=list)
    switch_page: list[float] = field(default_factory=list)
    switch_board: list[float] = field(default_factory=list)
    client: float = 0.0  # share of its core that the client used while cards were measured
    others: float = 0.0  # share of the server's core that other processes used meanwhile
    stolen: float = 0.0  # share of the server's core that the host took meanwhile
