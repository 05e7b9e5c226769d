"""What a source is called before a person has named it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import unquote

_LONGEST: Final = 40


def source_name(part: str, otherwise: str) -> str:
    """Return a part of an address as lower-case ASCII letters, digits and dashes, `otherwise` if nothing is left.

    Args:
        part: As it stands in the address, percent signs and all.
    """
    plain = unicodedata.normalize("NFKD", unquote(part)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or otherwise
