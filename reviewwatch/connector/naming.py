"""What an address that a person copied says: the path at a known place, and a name for the source."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import unquote, urlsplit

_LONGEST: Final = 40


def path_at(url: str, *hosts: str) -> str:
    """Return the path of an address on one of these hosts, "" for anything else; `https://` may be missing."""
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        return parts.path if parts.hostname in hosts else ""
    except ValueError:
        return ""


def source_name(part: str, otherwise: str) -> str:
    """Return a part of an address as lower-case ASCII letters, digits and dashes, `otherwise` if nothing is left.

    Args:
        part: As it stands in the address, percent signs and all.
    """
    plain = unicodedata.normalize("NFKD", unquote(part)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or otherwise
