"""Patterns that several rules share, and how patterns are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final


def any_of(*phrases: str) -> str:
    """Return a pattern for any of the phrases, in their order."""
    return rf"(?:{'|'.join(phrases)})"


def compiled(*phrases: str) -> re.Pattern[str]:
    """Return any of the phrases as one pattern in any case of letters."""
    return re.compile(any_of(*phrases), re.IGNORECASE | re.MULTILINE)


# Lengths are bounded and each match starts where nothing of its kind stands before it, so that time stays linear.
EMAIL: Final = compiled(r"(?<![\w.+-])[\w.+-]{1,64} ?@ ?(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b")

# "nora (dot) hill (at) inn (dot) example": kept from machines that gather addresses.
SPELLED_EMAIL: Final = compiled(
    r"(?<![\w.+-])[\w+-]{1,64}(?:(?: ?[(\[]dot[)\]] ?|\.)[\w+-]{1,64}){0,4} ?[(\[]at[)\]] ?[\w-]{1,63}"
    r"(?:(?: ?[(\[]dot[)\]] ?|\.)[\w-]{1,63}){0,4}(?: ?[(\[]dot[)\]] ?|\.)[a-z]{2,24}\b"
)

# Endings that make a bare "word.ending" an address. Those that are words themselves ("sorry.It was") are left out:
# with a path, or after www, any ending counts.
_ENDINGS: Final = (
    "com|org|net|info|biz|io|co|app|dev|tv|ai|gl|ly|gy|gd|cc|link|site|online|shop|store|example|edu|gov"
    "|uk|ca|au|nz|ie|de|ch|fr|nl|lu|pt|br|mx|ar|dk|fi|pl|cz|ru|ua|tr|gr|vn|jp|kr|cn|tw|hk|sg|za|eu"
)
_PATH: Final = r"[^\s<>\"')\]]"
_HOST: Final = r"(?<![@.\w-])(?:[a-z0-9-]{1,63}\.){1,8}"
LINK: Final = compiled(
    rf"\b(?:https?://|www\.){_PATH}+",
    rf"{_HOST}(?:{_ENDINGS})(?:/{_PATH}*)?(?![\w@])",
    rf"{_HOST}[a-z]{{2,24}}/{_PATH}+",
    r"\bhxxps?\b\S*",
    r"(?<![\w-])[\w-]{1,63}(?: dot [\w-]{2,24}){1,4} (?:slash|/) ?[\w-]+",
    r"(?<![\w-])[\w-]{1,63}\[\.\][\w.\[\]-]{2,60}",
    r"(?<![\w-])[\w-]{1,63} ?(?:\(dot\)|\[dot\]| dot ) ?(?:com|net|org|io|co)\b",
)

_NUMBER: Final = compiled(r"(?<![\w/.:-])(?:\+|\(?0|\(?\d{2,4}\)?[ .-])[\d() .-]{5,24}\d(?![\w/:])")
# Dates, spans of years, numbers in groups of three, versions and network addresses.
_NO_PHONE: Final = compiled(
    r"\d{4}[.-]\d{1,2}[.-]\d{1,2}",
    r"\d{1,2}[.-]\d{1,2}[.-]\d{2,4}",
    r"(?:19|20)\d\d ?- ?(?:19|20)\d\d",
    r"[1-9]\d{0,2}(?:[ .]\d{3})+",
    r"[1-9]\d*(?:\.\d+)+",
)
MIN_PHONE_DIGITS: Final = 7


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Yield where phone numbers stand: seven digits or more, set apart or with a leading + or 0."""
    for at in _NUMBER.finditer(text):
        if len(digits(at.group())) >= MIN_PHONE_DIGITS and not _NO_PHONE.fullmatch(at.group().strip()):
            yield at.span()


def digits(text: str) -> str:
    """Return the digits of a text alone."""
    return re.sub(r"\D", "", text)
