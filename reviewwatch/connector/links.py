"""Links in what a place sends: made whole, kept only if they lead to the web, and told apart by what they name."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

_LONGEST: Final = 2_000
_TRACKING: Final = re.compile(r"(?<=[?&])utm_[^&#=]*(?:=[^&#]*)?&?")
_EMPTY_QUERY: Final = re.compile(r"[?&]+(?=#|\Z)")


def web_link(link: str, base: str = "") -> str | None:
    """Return where a link leads as an address with http or https, None where it leads elsewhere or is none.

    Args:
        link: As a place or a person wrote it; any text at all.
        base: The address of the page that it stands in; without it a relative link leads nowhere.
    """
    try:
        parts = urlsplit(found := urljoin(base, link.strip()) if link.strip() else "")
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    return found if is_web and len(found) <= _LONGEST and found.isprintable() and " " not in found else None


def without_tracking(link: str) -> str:
    """Return a link or id without the parameters that say only where it was clicked (`utm_…`); all else names it."""
    return _EMPTY_QUERY.sub("", _TRACKING.sub("", link)) if "utm_" in link else link
