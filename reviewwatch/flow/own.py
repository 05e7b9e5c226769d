"""The team's own models that are in use, read when the first review is judged and again when they change."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reviewwatch.config import Config

if TYPE_CHECKING:
    from reviewwatch.sentiment.own import OwnModel
    from reviewwatch.sentiment.own.verdict import Calibration


@dataclass(frozen=True, slots=True)
class Unused:
    """A model that stands there and judges nothing.

    Attributes:
        name: Of its file.
        why: A clause.
        next_step: A command.
    """

    name: str
    why: str
    next_step: str


@dataclass(frozen=True, slots=True)
class OwnModels:
    """What stands beside the store.

    Attributes:
        models: In use, by language.
        calibration: How likely a flag of each probability is right, as the team decided; None where nothing is learned.
        unused: The rest; said by `status` and `doctor`.
    """

    models: Mapping[str, OwnModel]
    calibration: Calibration | None = None
    unused: tuple[Unused, ...] = ()


_KINDS: Final = (".model", ".calibration")
NO_MODELS: Final = OwnModels(MappingProxyType({}))
_Stamp = tuple[tuple[str, int, int], ...]
_kept: dict[Path, tuple[_Stamp, OwnModels]] = {}
_lock: Final = Lock()


def folder_of(config: Config) -> Path:
    """Return where the own models of a store stand: beside it, under its name."""
    return config.store.with_suffix(".models")


def own_of(config: Config) -> OwnModels:
    """Return the own models beside the store of a config.

    They are kept: looking whether they changed costs a look into their folder. One that cannot be read, or that was
    learned on top of another version of the shipped judge, is left out with a warning, and stops nothing.
    """
    folder = folder_of(config)
    stamp = _stamp(folder)
    if not stamp:
        return NO_MODELS
    with _lock:
        known = _kept.get(folder)
        if known is None or known[0] != stamp:
            known = _kept[folder] = (stamp, _read(folder))
            for one in known[1].unused:
                logging.getLogger(__name__).warning("own model %s is not used: %s", one.name, one.why)
        return known[1]


def _stamp(folder: Path) -> _Stamp:
    """Return name, time and size of each model; nothing where there is none."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(_KINDS)]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))


def _read(folder: Path) -> OwnModels:
    models, unused = dict[str, "OwnModel"](), list[Unused]()
    for found in _models(folder):
        if isinstance(found, Unused):
            unused.append(found)
        else:
            models[found.lang] = found
    calibration = _calibration(folder, models)
    if isinstance(calibration, Unused):
        return OwnModels(MappingProxyType(models), None, (*unused, calibration))
    return OwnModels(MappingProxyType(models), calibration, tuple(unused))


def judges_of(models: Mapping[str, OwnModel]) -> tuple[str, ...]:
    """Return the names and versions of all that makes up a verdict, a calibration apart."""
    from reviewwatch.assess import SCORER

    return (SCORER, *sorted(model.scorer for model in models.values()))


def _calibration(folder: Path, models: Mapping[str, OwnModel]) -> Calibration | Unused | None:
    from reviewwatch.errors import DamagedModelError
    from reviewwatch.sentiment.own import verdict

    again = "reviewwatch train --flags"
    try:
        found = verdict.load(folder)
    except (DamagedModelError, OSError) as error:
        return Unused(verdict.NAME, str(error), again)
    if found is None or found.judges == judges_of(models):
        return found
    return Unused(verdict.NAME, f"it was learned from {', '.join(found.judges)}, and others judge now", again)


def _models(folder: Path) -> Iterator[OwnModel | Unused]:
    from reviewwatch.assess import SCORER
    from reviewwatch.assess.own import is_current
    from reviewwatch.errors import DamagedModelError
    from reviewwatch.sentiment import own

    for path in sorted(folder.glob("own-*.model")):
        lang = path.stem.removeprefix("own-")
        again = f"reviewwatch train --lang {lang}"
        try:
            model = own.load(path)
        except (DamagedModelError, OSError) as error:
            yield Unused(path.name, str(error), again)
            continue
        if is_current(model, SCORER):
            yield model
        else:
            yield Unused(path.name, f"it was learned on top of {model.prior}, and this version has {SCORER}", again)
