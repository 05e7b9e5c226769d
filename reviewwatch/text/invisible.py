"""Characters that are not seen, and where they do honest work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# Tab, newline and the other white space of a text are not among them.
_CONTROLS: Final = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
# What is to be ignored where it cannot be shown (Unicode's Default_Ignorable_Code_Point), and the interlinear marks.
_IGNORABLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_JOINERS: Final = "\u200c\u200d"
_SELECTORS: Final = "\ufe00-\ufe0f"

HIDDEN: Final = f"{_CONTROLS}{_IGNORABLE}{_JOINERS}{_SELECTORS}"
"""A class of all of them, to be put in brackets."""

_KEYCAP: Final = "\u20e3"


def idle(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds of a text, but for joiners and selectors that the text is written with.

    A joiner works between letters of a script that needs it, or between emoji; a selector after an emoji, or in the
    picture of a key.
    """
    for found in pattern.finditer(text):
        if not _works(text, found.start()):
            yield found


def _works(text: str, at: int) -> bool:
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in _JOINERS:
        if _is_selector(before):
            before = text[at - 2 : at - 1]
        return _is_joined(before) and _is_joined(after)
    if _is_selector(sign):
        return _is_emoji(before) or (after == _KEYCAP and before in tuple("0123456789#*"))
    return False


def _is_selector(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f"


def _is_emoji(sign: str) -> bool:
    return "\u203c" <= sign <= "\u3299" or "\U0001f000" <= sign <= "\U0001faff" or sign in ("\u00a9", "\u00ae")


def _is_joined(sign: str) -> bool:
    """Tell whether a joiner may stand beside a sign: letters from Arabic to Myanmar, Khmer and Mongolian, and emoji."""
    return "\u0620" <= sign <= "\u109f" or "\u1780" <= sign <= "\u18af" or _is_emoji(sign)
