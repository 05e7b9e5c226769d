"""The options of a `[sources.<id>]` table with `connector = "web_page"`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from reviewwatch.connector import OptionReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is read and how.

    Attributes:
        addresses: The pages of the listing, the main one first; "" alone where a saved page does not say its own.
        path: A saved page, read instead of the address.
    """

    source_id: str
    addresses: tuple[str, ...]
    path: Path | None = None
    respects_robots: bool = True
    id_space: str = "web"

    @classmethod
    def read(cls, source_id: str, options: Mapping[str, object]) -> Options:
        """Validate a table.

        Raises:
            ConfigError: With every problem.
        """
        reader = OptionReader(source_id, options)
        path = reader.text("path", "")
        urls = reader.texts("urls")
        url = reader.text("url", "" if path or urls else None)
        respects_robots = reader.flag("respect_robots", True)
        id_space = reader.text("id_space", "web")
        if path and urls:
            reader.refuse("urls", "is given as well as `path`; a saved page is one page")
        for key, address in (("url", url), *(("urls", one) for one in urls)):
            if address and not is_web(address):
                reader.refuse(key, "must be a web address without a password, such as https://shop.example/lamp")
        reader.finish()
        return cls(
            source_id=source_id,
            addresses=tuple(dict.fromkeys(one for one in (url, *urls) if one)) or ("",),
            path=Path(path).expanduser() if path else None,
            respects_robots=respects_robots,
            id_space=id_space,
        )


def is_web(text: str) -> bool:
    """Say whether a text is an address of the web, with a host and without user or password."""
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
        )
    except ValueError:
        return False
