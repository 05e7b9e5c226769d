"""What a team's decisions on flags teach about the verdict: how likely a flag of each probability is right.

    from the threshold on:  log odds = slope * log odds of the verdict + shift
    below it:               as it is, but never above what the threshold itself becomes

Nobody decides on what was never flagged, so nothing is learned below the threshold, and nothing that was not flagged
becomes so. It is kept in one line of JSON beside the own models, the one before it beside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from math import log
from pathlib import Path
from typing import Any, Final

from reviewwatch.errors import DamagedModelError
from reviewwatch.sentiment.own.calibration import Scale, fit, logistic
from reviewwatch.sentiment.own.learning import folds

NAME: Final = "flags.calibration"
OLD: Final = "flags.old"
_SURE: Final = 1e-4  # how near 0 and 1 a probability may come
_MAX_FILE: Final = 10_000


@dataclass(frozen=True)
class Calibration:
    """How a probability of the verdict is read.

    Attributes:
        threshold: From which it was learned.
        judges: Names and versions of the judges whose verdict it was; for others it means nothing.
        at: When it was learned, UTC, as text.
        n_right, n_wrong: Flags that people took for right or wrong.
    """

    slope: float
    shift: float
    threshold: float
    judges: tuple[str, ...]
    at: str
    n_right: int
    n_wrong: int

    @cached_property
    def scorer(self) -> str:
        """Name and version, as they stand in `Assessment.scorer`."""
        numbers = (self.slope, self.shift, self.threshold)
        return f"calibrated {blake2b(repr(numbers).encode(), digest_size=4).hexdigest()}"

    def of(self, p: float) -> float:
        """Return the probability that a flag of this probability is right."""
        floor = self._scaled(self.threshold)
        return max(self._scaled(p), floor) if p >= self.threshold else min(p, floor)

    def _scaled(self, p: float) -> float:
        return logistic(Scale(self.slope, self.shift).of(log_odds(p)))


def log_odds(p: float) -> float:
    """Return the log odds of a probability, of 0 and 1 as of nearly so."""
    kept = min(max(p, _SURE), 1 - _SURE)
    return log(kept / (1 - kept))


def learn(
    probabilities: Sequence[float], labels: Sequence[bool], threshold: float, judges: tuple[str, ...], at: str
) -> tuple[Calibration, list[float]]:
    """Return what flags teach, and what each would have become by what the others teach.

    Args:
        probabilities: Of flags, at the threshold or above it.
        labels: Whether each was right; of both kinds.
    """
    n_right = sum(labels)
    facts = (threshold, judges, at, n_right, len(labels) - n_right)

    def learned(places: Sequence[int]) -> Calibration:
        scale = fit([log_odds(probabilities[place]) for place in places], [labels[place] for place in places])
        return Calibration(round(scale.slope, 6), round(scale.shift, 6), *facts)

    held_out = list(probabilities)
    for part in folds(labels):
        rest = sorted(set(range(len(labels))) - set(part))
        without = learned(rest)
        for place in part:
            held_out[place] = without.of(probabilities[place])
    return learned(range(len(labels))), held_out


def load(folder: Path) -> Calibration | None:
    """Return what is in use, None where nothing is.

    Raises:
        DamagedModelError: The file is not as it was written.
    """
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        with path.open(encoding="utf-8") as file:
            return _read(json.loads(file.read(_MAX_FILE)))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedModelError("cannot be read", str(path)) from error


def save(folder: Path, calibration: Calibration) -> Path:
    """Put it to use; the one before is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    path, fresh = folder / NAME, folder / "flags.new"
    fresh.write_text(json.dumps(asdict(calibration), sort_keys=True) + "\n", encoding="utf-8")
    if path.exists():
        path.replace(folder / OLD)
    fresh.replace(path)
    return path


def undo(folder: Path) -> Calibration | None:
    """Go back to the one before, to none where there was none.

    Raises:
        FileNotFoundError: None is in use.
    """
    path, old = folder / NAME, folder / OLD
    path.replace(folder / "flags.undone")
    if old.exists():
        old.replace(path)
    return load(folder)


def _read(values: dict[str, Any]) -> Calibration:
    found = Calibration(
        slope=float(values["slope"]),
        shift=float(values["shift"]),
        threshold=float(values["threshold"]),
        judges=tuple(map(str, values["judges"])),
        at=str(values["at"]),
        n_right=int(values["n_right"]),
        n_wrong=int(values["n_wrong"]),
    )
    if not (found.slope >= 0 and 0 <= found.threshold <= 1 and abs(found.shift) < 100):
        raise ValueError("out of range")
    return found
