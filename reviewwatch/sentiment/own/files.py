"""The files that own models are kept in, beside the store: two lines that a person can read, then one compressed block.

    reviewwatch own model 1
    {"after": …, "at": …, "base": …, "before": …, "blake2b": …, "features": 1, "lang": "vi", "n_unhappy": …, …}
    <zlib: the weights of all pieces, then of all words, each a little-endian number of 16 bits>

`own-vi.model` is in use; `own-vi.3.old` is what was in use before, the highest number last.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from reviewwatch.errors import DamagedModelError
from reviewwatch.sentiment import container
from reviewwatch.sentiment.own.calibration import Scale
from reviewwatch.sentiment.own.features import SIZE, VERSION
from reviewwatch.sentiment.own.model import Made, OwnModel, in_little_endian

_BODY: Final = 2 * 2 * SIZE  # bytes
_KIND: Final = container.Kind(
    magic=b"reviewwatch own model 1",
    noun="own model",
    features=VERSION,
    max_body=_BODY + 1,
    error=DamagedModelError,
)
_MAX_FILE: Final = 4 * 2**20
_LANG: Final = re.compile(r"[a-z]{2,3}")
_OLD: Final = re.compile(r"own-([a-z]{2,3})\.(\d{1,6})\.old")


def packed(model: OwnModel) -> bytes:
    """Return the bytes of a file, the same for the same model."""
    return container.packed(_KIND, {**_head(model), "blake2b": _digest(model)}, model.body())


def unpacked(data: bytes, path: str) -> OwnModel:
    """Return what a file holds.

    Raises:
        DamagedModelError: It is not what `packed` wrote, or was written for other features.
    """
    head, body = container.unpacked(_KIND, data, path)
    with container.reading(_KIND, path):
        model = _model(head, body)
    container.check(_KIND, head, _digest(model), path)
    return model


def own_models(folder: Path) -> Mapping[str, OwnModel]:
    """Return the models in use, by language; none where the folder is missing.

    Raises:
        DamagedModelError: A file is not as it was written.
    """
    found = {}
    for path in sorted(folder.glob("own-*.model")):
        model = load(path)
        found[model.lang] = model
    return found


def load(path: Path) -> OwnModel:
    """Return the model in a file.

    Raises:
        DamagedModelError: It is not as it was written, or named for another language.
    """
    with path.open("rb") as file:
        data = file.read(_MAX_FILE + 1)
    if len(data) > _MAX_FILE:
        raise DamagedModelError("is too large for an own model", str(path))
    model = unpacked(data, str(path))
    if path.name.split(".")[0] != f"own-{model.lang}":
        raise DamagedModelError(f"holds a model of the language {model.lang}", str(path))
    return model


def save(folder: Path, model: OwnModel) -> Path:
    """Put a model to use; the one before is kept. Either all of it stands there or nothing changed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = path_of(folder, model.lang)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(packed(model))
    if path.exists():
        kept = folder / f"own-{model.lang}.{max(_numbers(folder, model.lang), default=0) + 1}.old"
        kept.write_bytes(path.read_bytes())
    fresh.replace(path)
    return path


def undo(folder: Path, lang: str) -> OwnModel | None:
    """Go back to the model before, to none where there was none; what was in use is kept as `own-<lang>.undone`.

    Returns:
        What is in use now.

    Raises:
        FileNotFoundError: There is no model of that language.
        DamagedModelError: The one before is not as it was written; nothing changed.
    """
    path = path_of(folder, lang)
    number = max(_numbers(folder, lang), default=None)
    before = None if number is None else folder / f"own-{lang}.{number}.old"
    model = None if before is None else load(before)
    path.replace(path.with_suffix(".undone"))
    if before is not None:
        before.replace(path)
    return model


def path_of(folder: Path, lang: str) -> Path:
    """Return the place of the model in use.

    Raises:
        ValueError: That is no code of a language.
    """
    if not _LANG.fullmatch(lang):
        raise ValueError(f"{lang!r} is no code of a language")
    return folder / f"own-{lang}.model"


def _numbers(folder: Path, lang: str) -> list[int]:
    found = (_OLD.fullmatch(path.name) for path in folder.glob(f"own-{lang}.*.old"))
    return [int(one[2]) for one in found if one]


def _head(model: OwnModel) -> dict[str, Any]:
    return {
        **model.made._asdict(),
        "base": model.base,
        "features": VERSION,
        "lang": model.lang,
        "prior": model.prior,
        "shift": model.scale.shift,
        "slope": model.scale.slope,
        "sources": list(model.made.sources),
        "threshold": model.threshold,
        "unit": model.unit,
    }


def _model(head: Mapping[str, Any], body: bytes) -> OwnModel:
    if len(body) != _BODY or not _LANG.fullmatch(head["lang"]):
        raise ValueError("cut short, or of no language")
    made = {name: head[name] for name in Made._fields}
    return OwnModel(
        lang=head["lang"],
        pieces=_numbers_of(body[: _BODY // 2]),
        words=_numbers_of(body[_BODY // 2 :]),
        unit=float(head["unit"]),
        base=float(head["base"]),
        scale=Scale(float(head["slope"]), float(head["shift"])),
        threshold=float(head["threshold"]),
        made=Made(**{**made, "sources": tuple(map(str, head["sources"]))}),
        prior=str(head["prior"]),
    )


def _numbers_of(data: bytes) -> array[int]:
    return in_little_endian(array("h", data))


def _digest(model: OwnModel) -> str:
    line = json.dumps(_head(model), sort_keys=True).encode()
    return container.digest_of(line, model.body())
