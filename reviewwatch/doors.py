"""Places that people paste the address of and that cannot be watched, with the reason and the way that works today.

The table is `doors.toml`. Matching is by host, exact on label boundaries: `notamazon.com` and `amazon.evil.example` are
not Amazon, while `smile.amazon.co.uk` is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlsplit

_COUNTRY: Final = re.compile(r"com|[a-z]{2}|(?:com|co|org|net)\.[a-z]{2}")
"""What `*` at the end of a host stands for: `.com`, a country's domain, and the likes of `.co.uk` and `.com.br`."""
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Kind(StrEnum):
    """Whether a place may be watched some day."""

    NOT_YET = "not yet"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One place that `add` refuses.

    Attributes:
        place: What people call it.
        hosts: Each stands for itself and everything below it; `*` at the end for every country's domain.
        exact_hosts: Each stands for itself alone, with or without `www.`.
        paths: Patterns, one of which begins the path; none means every path.
        open_paths: Patterns of paths that can be watched all the same, such as a feed.
        why: One sentence, as the source says it.
        door: What works today with this product, in the imperative.
        source: Where the reason was read; `checked_on` says when.
        samples: Addresses as people paste them.
    """

    place: str
    kind: Kind
    why: str
    door: str
    source: str
    checked_on: date
    samples: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    exact_hosts: tuple[str, ...] = ()
    paths: tuple[re.Pattern[str], ...] = ()
    open_paths: tuple[re.Pattern[str], ...] = ()

    def fits(self, host: str, path: str) -> bool:
        """Say whether an address, split, is of this place."""
        is_there = any(_is_below(host, name) for name in self.hosts) or any(
            _is_same(host.removeprefix("www."), name) for name in self.exact_hosts
        )
        if not is_there or any(pattern.search(path) for pattern in self.open_paths):
            return False
        return not self.paths or any(pattern.match(path) for pattern in self.paths)


def find(url: str) -> Door | None:
    """Return the closed door that an address leads to, None if there is none.

    Args:
        url: Any text at all; without a scheme it is read as a browser's address line reads it.
    """
    host, path = _split(url)
    return next((door for door in doors() if door.fits(host, path)), None) if host else None


@cache
def doors() -> tuple[Door, ...]:
    """Return every door in the order of the file; the first that fits is the one."""
    text = files("reviewwatch").joinpath("doors.toml").read_text(encoding="utf-8")
    return tuple(_door(table) for table in tomllib.loads(text)["doors"])


def _door(table: Mapping[str, Any]) -> Door:
    return Door(
        place=table["place"],
        kind=Kind(table["kind"]),
        why=table["why"],
        door=table["door"],
        source=table["source"],
        checked_on=table["checked_on"],
        samples=tuple(table["samples"]),
        hosts=tuple(table.get("hosts", ())),
        exact_hosts=tuple(table.get("exact_hosts", ())),
        paths=_patterns(table.get("paths", ())),
        open_paths=_patterns(table.get("open_paths", ())),
    )


def _patterns(texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def _split(url: str) -> tuple[str, str]:
    """Return host and path as a browser would go there: lower case, without user, port and the dot at the end."""
    text = url.strip()
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"https://{text}")
        host = (parts.hostname or "").rstrip(".")
        return host.encode("idna").decode("ascii").lower(), parts.path or "/"
    except ValueError:  # a port that is none, brackets that do not close, a label that is too long
        return "", ""


def _is_below(host: str, name: str) -> bool:
    if not name.endswith(".*"):
        return host == name or host.endswith(f".{name}")
    labels, wanted = host.split("."), name.removesuffix(".*").split(".")
    n = len(wanted)
    return any(
        labels[i : i + n] == wanted and _COUNTRY.fullmatch(".".join(labels[i + n :])) for i in range(len(labels) - n)
    )


def _is_same(host: str, name: str) -> bool:
    if not name.endswith(".*"):
        return host == name
    stem = name.removesuffix("*")
    return host.startswith(stem) and _COUNTRY.fullmatch(host.removeprefix(stem)) is not None
