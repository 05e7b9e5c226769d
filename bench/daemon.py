"""Twelve hours of the daemon over 100 places, 10 of them failing in every way, in a minute or so.

    python3 dev.py bench daemon

The daemon, its pulls, the GitHub connector, the HTTP client and the store are the real ones. The clock is passed in,
and the places are a stand-in behind the client's transport: each answer takes its seconds of that clock, and a job that
took 40 of them holds its slot for as long. Waits between retries are left out, so failing places come sooner than in
real life, not later. Three goals, exit code 1 where one is missed: between two pulls of a healthy place never more than
two of its intervals, also at the beginning and at the end; no review lost or stored twice, at failing places neither;
memory grows by less than 5 % after the first hour. How often failing places were asked stands beside it, for reading.
"""

from __future__ import annotations

import gc
import heapq
import itertools
import json
import logging
import os
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from statistics import median
from typing import Final

import httpx
import stamina

from bench.harness import row
from reviewwatch import config as configs
from reviewwatch.config import Config
from reviewwatch.connector import Connector, load_connector
from reviewwatch.engine.local import Daemon
from reviewwatch.engine.workers import Job
from reviewwatch.net import HttpClient
from reviewwatch.net.guard import checked_addresses
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.values import text, whole
from reviewwatch.storage.verbs import sources
from reviewwatch.types import Health

HOURS: Final = 12
N_PLACES: Final = 100
N_FAILING: Final = 10
TICK: Final = 15.0
EVERY: Final = (900, 1800, 3600)
"""Intervals of the places, seconds, in turn."""
HEALED_AT: Final = 9 * 3600.0
LATE_GOAL: Final = 2.0
GROWTH_GOAL: Final = 0.05
START: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TIMEOUT: Final = 20.0
MAX_BODY: Final = 200_000


class Clock:
    """Seconds since the start; a job moves it, and the next job begins where it began itself."""

    def __init__(self) -> None:
        self.at = 0.0

    def seconds(self) -> float:
        return self.at

    def now(self) -> datetime:
        return START + timedelta(seconds=self.at)

    def move(self, seconds: float) -> None:
        self.at += seconds


class Shift:
    """Workers of a simulation: a job begins at its time, and its end, where its answers led, is an event of its own."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count()
        self._events: list[tuple[float, int, str, Job | None]] = []
        self._names: Counter[str] = Counter()

    def submit(self, name: str, job: Job) -> None:
        self._names[name] += 1
        self._push(name, job)

    def running(self) -> frozenset[str]:
        return frozenset(+self._names)

    def wait(self, seconds: float) -> bool:
        self.work_until(self._clock.at + seconds)
        return not self._events

    def work_until(self, end: float) -> None:
        """Do what begins or ends before then, in the order of its time."""
        while self._events and self._events[0][0] <= end:
            self._clock.at, _, name, job = heapq.heappop(self._events)
            if job is None:
                self._names[name] -= 1
            else:
                self._push(name, job())
        self._clock.at = end

    def _push(self, name: str, job: Job | None) -> None:
        heapq.heappush(self._events, (self._clock.at, next(self._numbers), name, job))


@dataclass
class Ask:
    """One request to a place."""

    clock: Clock
    place: int
    n: int
    request: httpx.Request


Fault = Callable[[Ask], httpx.Response | None]


def gives(status: int, body: bytes = b"{}", **headers: str) -> Fault:
    """Answer so, whatever was asked."""
    sent = {key.replace("_", "-"): value for key, value in headers.items()}
    return lambda _ask: httpx.Response(status, content=body, headers=sent)


def hangs(ask: Ask) -> None:
    """Take the request and say nothing until the other side gives up."""
    ask.clock.move(TIMEOUT)
    raise httpx.ReadTimeout("timed out", request=ask.request)


def drips(ask: Ask) -> httpx.Response:
    """Send byte by byte; the client gives up after three time-outs."""

    def body() -> Iterator[bytes]:
        for _ in range(6):
            ask.clock.move(TIMEOUT / 2)
            yield b" "
        raise httpx.ReadTimeout("the whole request took too long", request=ask.request)

    return httpx.Response(200, content=body())


def never_ends(ask: Ask) -> httpx.Response | None:
    """Give page after page of issues, each in its own slow minute: only the deadline ends it."""
    if ask.request.url.path.endswith("/comments"):
        return None
    ask.clock.move(50)
    first = START - timedelta(days=30) + timedelta(seconds=ask.n * 100)
    items = [issue(ask.place, 10**6 + ask.n * 100 + number, first + timedelta(seconds=number)) for number in range(100)]
    onward = f'<{ask.request.url.copy_merge_params({"page": str(ask.n)})}>; rel="next"'
    return httpx.Response(200, json=items, headers={"link": onward})


def breaks_off(ask: Ask) -> None:
    """End the connection in the middle."""
    raise httpx.RemoteProtocolError("peer closed connection", request=ask.request)


def redirects_inside(_ask: Ask) -> httpx.Response:
    """Lead into somebody's network; the guard is the real one, which the stand-in's transport calls."""
    return httpx.Response(302, headers={"location": "http://169.254.169.254/latest/meta-data"})


def once(fault: Fault) -> Fault:
    """Fail at every fourth request alone."""
    return lambda ask: fault(ask) if ask.n % 4 == 0 else None


LOGIN: Final = b"<!doctype html><html><head><title>Sign in</title></head><body></body></html>"
FAULTS: Final[Mapping[str, Fault]] = {
    "429 with a wait": gives(429, retry_after="1500"),
    "429 without": gives(429),
    "500 always": gives(500),
    "never ends": never_ends,
    "500 once": once(gives(500)),
    "200 with an error": gives(200, b'{"message": "Something went wrong"}'),
    "cut JSON": gives(200, b'[{"number": 1, "title": "The la'),
    "changed layout": gives(200, b'[{"no": 1, "subject": "The lamp"}]'),
    "too large": gives(200, b"[" + b" " * MAX_BODY + b"]"),
    "slow drip": drips,
    "hang": hangs,
    "cut body": breaks_off,
    "redirect inside": redirects_inside,
    "403 html": gives(403, LOGIN),
    "401": gives(401, b'{"message": "Bad credentials"}'),
    "404": gives(404, b'{"message": "Not Found"}'),
    "410": gives(410, b'{"message": "Gone"}'),
}
"""The first ten begin at once, the others after three hours: a place that is paused is tried once a day alone."""


def fault_of(place: int, at: float) -> str | None:
    """Return how a place fails at a time, None where it does not: each fails in a second way after three hours."""
    if place % (N_PLACES // N_FAILING) or at >= HEALED_AT:
        return None
    number = place // (N_PLACES // N_FAILING) + (N_FAILING if at >= HEALED_AT / 3 else 0)
    return list(FAULTS)[number] if number < len(FAULTS) else "500 always"


def issue(place: int, number: int, at: datetime) -> dict[str, object]:
    """Return an issue as GitHub shows it."""
    words = f"The lamp in room {number % 90} of house {place} flickers, take {number}, and nobody answered the bell."
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "number": number,
        "title": f"Lamp {number}",
        "body": words,
        "user": {"login": f"guest-{number % 37}", "type": "User"},
        "created_at": stamp,
        "updated_at": stamp,
        "comments": 0,
        "html_url": f"https://place-{place}.example/issues/{number}",
        "labels": [],
        "author_association": "NONE",
    }


@dataclass
class StandIn(httpx.BaseTransport):
    """All places behind one transport: a new issue every half hour, each place at its own minute.

    Attributes:
        pulls: When each pull of a place began, seconds since the start.
        shown: How many issues each had when it last gave a good answer.
        n_asked: Requests by place.
        faults: Requests by fault.
    """

    clock: Clock
    pulls: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    shown: Counter[int] = field(default_factory=Counter)
    n_asked: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not request.url.host.startswith("place-"):
            checked_addresses(request.url.host, 80, lambda host, _port: [host], allow_private=False)
        place = int(request.url.host.removeprefix("place-").removesuffix(".example"))
        self.n_asked[place] += 1
        began = self.clock.at
        self.clock.move(random.Random(place * 1000 + self.n_asked[place]).uniform(0.2, 5))
        kind = fault_of(place, began)
        if kind is None:
            return self._answer(place, request)
        self.faults[kind] += 1
        answer = FAULTS[kind](Ask(self.clock, place, self.n_asked[place], request))
        return self._answer(place, request) if answer is None else answer

    def _answer(self, place: int, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/comments"):
            return _tagged(request, [])
        first = START + timedelta(minutes=place % 30)
        n = max(0, int((self.clock.now() - first) / timedelta(minutes=30)) + 1)
        self.shown[place] = n
        since = request.url.params.get("since", "")
        times = [first + timedelta(minutes=30 * number) for number in range(n)]
        items = [issue(place, number, at) for number, at in enumerate(times, 1)]
        return _tagged(request, [item for item in items if str(item["updated_at"]) >= since][:100])


def _tagged(request: httpx.Request, items: list[dict[str, object]]) -> httpx.Response:
    body = json.dumps(items).encode()
    tag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
    if request.headers.get("if-none-match") == tag:
        return httpx.Response(304, headers={"etag": tag})
    return httpx.Response(200, content=body, headers={"etag": tag})


class Places:
    """The connectors and the client over the stand-in."""

    def __init__(self, config: Config, clock: Clock, stand_in: StandIn) -> None:
        self._config = config
        self._clock = clock
        self._pulls = stand_in.pulls
        self._client = HttpClient(config.http, clock=clock.seconds, now=clock.now, sleep=clock.move, transport=stand_in)
        self._connectors: dict[str, Connector] = {}

    def connector(self, source_id: str) -> Connector:
        """Return a connector; a pull asks for its own once, at its beginning."""
        self._pulls[int(source_id.removeprefix("place-"))].append(self._clock.at)
        if source_id not in self._connectors:
            source = self._config.sources[source_id]
            self._connectors[source_id] = load_connector(source.connector).from_options(source_id, source.options)
        return self._connectors[source_id]

    def http(self) -> HttpClient:
        return self._client

    def close(self) -> None:
        self._client.close()


def main() -> int:
    """Run twelve hours and say what came of them; 1 where a goal is missed."""
    logging.getLogger("reviewwatch").addHandler(logging.NullHandler())
    logging.getLogger("reviewwatch").propagate = False
    memory = Path("/dev/shm")
    with (
        stamina.set_testing(True, attempts=4, cap=True),
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
    ):
        clock = Clock()
        stand_in = StandIn(clock)
        config = _config(Path(folder))
        open_store(config.store).close()
        used = _simulate(config, clock, stand_in)
        return 0 if _report(config, clock, stand_in, used) else 1


def _config(folder: Path) -> Config:
    lines = [
        'store = "reviews.db"\n[http]\npace = "0s"\nmax_body = 200_000\ntimeout = "20s"\n[brands.inn]\nname = "Inn"\n'
    ]
    for place in range(N_PLACES):
        lines.append(
            f'[sources.place-{place}]\nconnector = "github"\nrepo = "inn/place"\nid_space = "place-{place}"\n'
            f'base_url = "http://place-{place}.example"\nevery = "{EVERY[place % len(EVERY)]}s"\n'
        )
    path = folder / "reviewwatch.toml"
    path.write_text("".join(lines))
    return configs.load(path)


@dataclass(frozen=True)
class Used:
    """Memory after each hour: resident bytes and blocks that Python holds; and pulls with failed ones among them."""

    resident: list[int]
    blocks: list[int]
    n_pulls: int
    n_failed: int


def _simulate(config: Config, clock: Clock, stand_in: StandIn) -> Used:
    shift, chance = Shift(clock), random.Random(7)
    daemon = Daemon(
        config,
        lambda given: Places(given, clock, stand_in),
        now=clock.now,
        clock=clock.seconds,
        workers=shift,
        chance=chance.random,
    )
    daemon.begin()
    # The last connection to leave a store tidies it up; one that stays spares the daemon that at every tick.
    staying = open_store(config.store)
    staying.all("SELECT 1 FROM leases")
    resident, blocks = [], []
    for number in range(1, int(HOURS * 3600 / TICK) + 1):
        daemon.tick(clock.now())
        shift.work_until(number * TICK)
        if number % int(3600 / TICK) == 0:
            gc.collect()
            resident.append(_resident())
            blocks.append(sys.getallocatedblocks())
    staying.close()
    state = daemon.state
    daemon.end()
    return Used(resident, blocks, state.n_pulls, state.n_failed)


def _resident() -> int:
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _report(config: Config, clock: Clock, stand_in: StandIn, used: Used) -> bool:
    healthy = [place for place in range(N_PLACES) if fault_of(place, 0) is None]
    _report_failing(config, stand_in, healthy)
    return all([_report_time(clock, stand_in, used, healthy), _report_reviews(config, stand_in), _report_memory(used)])


def _report_time(clock: Clock, stand_in: StandIn, used: Used, healthy: list[int]) -> bool:
    gaps = []
    for place in healthy:
        times = [0.0, *stand_in.pulls[place], clock.at]
        every = EVERY[place % len(EVERY)]
        gaps += [(after - before) / every for before, after in itertools.pairwise(times)]
    row(
        name="healthy places",
        hours=HOURS,
        places=len(healthy),
        pulls=sum(len(stand_in.pulls[place]) for place in healthy),
        pulls_of_all=used.n_pulls,
        failed_of_all=used.n_failed,
        gap_in_intervals_median=median(gaps),
        gap_in_intervals_max=max(gaps),
        goal=LATE_GOAL,
        is_held=max(gaps) <= LATE_GOAL,
    )
    return max(gaps) <= LATE_GOAL


def _report_reviews(config: Config, stand_in: StandIn) -> bool:
    db = open_store(config.store)
    found = db.all(
        """
        SELECT l.listing_key, COUNT(*) AS n FROM reviews r JOIN listings l ON l.listing_id = r.listing_id
        WHERE r.gone_at IS NULL AND CAST(r.external_id AS INTEGER) < 1000000 GROUP BY l.listing_key
        """
    )
    db.close()
    stored = {text(item["listing_key"]).split(":")[0]: whole(item["n"]) for item in found}
    lost = {
        place: stand_in.shown[place] - stored.get(f"place-{place}", 0)
        for place in range(N_PLACES)
        if stand_in.shown[place] != stored.get(f"place-{place}", 0)
    }
    row(name="reviews", stored=sum(stored.values()), lost=sum(lost.values()), places=lost, goal=0, is_held=not lost)
    return not lost


def _report_memory(used: Used) -> bool:
    growth = used.resident[-1] / used.resident[0] - 1
    row(
        name="memory after the first hour",
        resident_mib=[value / 2**20 for value in used.resident],
        growth=growth,
        python_blocks_growth=used.blocks[-1] / used.blocks[0] - 1,
        goal=GROWTH_GOAL,
        is_held=growth < GROWTH_GOAL,
    )
    return growth < GROWTH_GOAL


def _report_failing(config: Config, stand_in: StandIn, healthy: list[int]) -> None:
    """Print how often failing places were asked, and how they stand three hours after they were mended."""
    failing = [place for place in range(N_PLACES) if place not in healthy]
    db = open_store(config.store)
    states = {state.source_id: state for state in sources.all_states(db)}
    db.close()
    row(
        name="failing places",
        pulls={f"{fault_of(place, 0)}, {_every(place)}s": len(stand_in.pulls[place]) for place in failing},
        requests_by_fault=dict(stand_in.faults),
        health_at_the_end=dict(Counter(states[f"place-{place}"].health.value for place in failing)),
        paused=sorted(state.last_error[:90] for state in states.values() if state.health is Health.PAUSED),
    )


def _every(place: int) -> int:
    return EVERY[place % len(EVERY)]


if __name__ == "__main__":
    sys.exit(main())
