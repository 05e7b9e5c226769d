"""Measure CPU time of calls and of whole processes, and print the figures as JSON lines.

Shared cores make seconds meaningless and ratios fair: measure both sides in one run, alternating (`interleave`), and
compare medians. CPU time is user plus system of this thread's process (`cpu_of`, `interleave`) or of one child and all
it waited for (`cpu_of_process`).

    pair = interleave(lambda: ours(texts), lambda: theirs(texts), n=5)
    row(name="mixed", ours=pair.a, theirs=pair.b, ratio=pair.ratio)

    runs = cpu_of_process([sys.executable, "-m", "reviewwatch", "--help"], n=9)
    row(name="help", cpu_s=spread([run.cpu_s for run in runs]))
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from statistics import median
from typing import Any

# Linux counts the memory of whoever calls exec into the peak of the new program (setmax_mm_hiwater_rss in fs/exec.c),
# so a bench that holds a large corpus would report its own size. A small process in between keeps it out.
_LAUNCHER = """
import os, sys, time
argv = sys.argv[1:]
started = time.perf_counter()
null_output = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[null_output])
_, status, usage = os.wait4(pid, 0)
print(usage.ru_utime + usage.ru_stime, time.perf_counter() - started, usage.ru_maxrss, status)
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long something took, in the unit it was measured in.

    Attributes:
        median, low, high: Over the repetitions; `high / low` says how noisy the machine was.
        n: Repetitions.
    """

    median: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things measured in turns, so that both saw the same machine.

    Attributes:
        a, b: CPU seconds of each.
        ratio: How many times more CPU `b` took than `a`: the median over the turns.
        ratio_low, ratio_high: The least and the greatest ratio of one turn.
    """

    a: Timing
    b: Timing
    ratio: float
    ratio_low: float
    ratio_high: float


@dataclass(frozen=True, slots=True)
class ProcessRun:
    """One run of a whole process, children that it waited for included.

    Attributes:
        cpu_s: User and system seconds.
        wall_s: From start to end.
        peak_mib: Largest resident set of the process or of one of its children; at least about 9, see `_LAUNCHER`.
        exit_code: Negative is the signal that ended it.
    """

    cpu_s: float
    wall_s: float
    peak_mib: float
    exit_code: int


def spread(values: Sequence[float]) -> Timing:
    """Return median and range of measured values."""
    return Timing(median(values), min(values), max(values), len(values))


def cpu_of(call: Callable[[], object], n: int) -> Timing:
    """Run a call `n` times and return its CPU seconds in this process."""
    return spread([_cpu_once(call) for _ in range(n)])


def interleave(a: Callable[[], object], b: Callable[[], object], n: int) -> Pair:
    """Run two calls in turns, A B A B, `n` times each, and return their CPU seconds and how they compare."""
    turns = [(_cpu_once(a), _cpu_once(b)) for _ in range(n)]
    ratios = spread([b_s / max(a_s, 1e-9) for a_s, b_s in turns])
    return Pair(
        spread([a_s for a_s, _ in turns]),
        spread([b_s for _, b_s in turns]),
        ratios.median,
        ratios.low,
        ratios.high,
    )


def cpu_of_process(argv: Sequence[str], n: int, env: Mapping[str, str] | None = None) -> list[ProcessRun]:
    """Run a command `n` times to its end, one after the other, its standard output thrown away.

    Args:
        argv: The command and its arguments; a name without a slash is looked up on PATH.
        env: The whole environment of the child; None passes ours on.

    Returns:
        One entry a run, in order. Standard error passes through, so that a failure can be seen.
    """
    return [run_process(argv, env) for _ in range(n)]


def run_process(argv: Sequence[str], env: Mapping[str, str] | None = None) -> ProcessRun:
    """Run a command once to its end and return what it cost; to alternate two commands, call it for each in turn."""
    launcher = subprocess.run(
        [sys.executable, "-S", "-I", "-c", _LAUNCHER, *argv], env=env, stdout=subprocess.PIPE, check=True, text=True
    )
    cpu_s, wall_s, peak, status = launcher.stdout.split()
    return ProcessRun(
        cpu_s=float(cpu_s),
        wall_s=float(wall_s),
        peak_mib=int(peak) / (2**20 if sys.platform == "darwin" else 2**10),  # macOS counts bytes, Linux KiB
        exit_code=os.waitstatus_to_exitcode(int(status)),
    )


def row(**values: Any) -> None:
    """Print one JSON line; dataclasses become objects and floats keep four significant digits."""
    print(json.dumps({name: _plain(value) for name, value in values.items()}, ensure_ascii=False), flush=True)


def _cpu_once(call: Callable[[], object]) -> float:
    # A collection that an earlier call left due must not be charged to this one.
    gc.collect()
    started = time.process_time()
    call()
    return time.process_time() - started


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
