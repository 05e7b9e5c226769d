"""The project's own labelled sets in `tests/data`: an open part for whoever works on the code, a sealed one for counts.

Of a sealed part, about a third of a set, nothing but totals may be shown, or the figures of tomorrow measure who has
read it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

Row = Mapping[str, Any]

_DATA: Final = Path(__file__).parents[1] / "tests" / "data"
DETECTOR: Final = _DATA / "detector" / "open.jsonl"
REPLIES: Final = _DATA / "replies"


def rows(path: Path) -> list[Row]:
    """Return the records of a set, one JSON object a line, packed or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def of_replies(name: str, is_sealed: bool = False) -> list[Row]:
    """Return the open or the sealed part of a set of `tests/data/replies`."""
    path = REPLIES / f"{name}.jsonl"
    return rows(sealed(path) if is_sealed else path)


def sealed(path: Path) -> Path:
    """Return where the sealed part of a set stands, by the path of the open one."""
    if path.name == "open.jsonl":
        return path.with_name("sealed.jsonl.gz")
    return path.parent / "sealed" / f"{path.name}.gz"
