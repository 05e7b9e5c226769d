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

_IS_JOINER: Final = re.compile(f"[{_JOINERS}]")
_IS_SELECTOR: Final = re.compile(f"[{_SELECTORS}]")
_EMOJI: Final = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_JOINING_LETTERS: Final = "\u0620-\u109f\u1780-\u18af"  # Arabic to Myanmar, Khmer, Mongolian
_IS_EMOJI: Final = re.compile(f"[{_EMOJI}]")
_IS_JOINED: Final = re.compile(f"[{_JOINING_LETTERS}{_EMOJI}]")
_IS_JOINED_BEFORE: Final = re.compile(f"[{_JOINING_LETTERS}{_EMOJI}{_SELECTORS}]")
_IS_KEY: Final = re.compile("[0-9#*]")
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
    if _IS_JOINER.match(sign):
        return bool(_IS_JOINED_BEFORE.match(before) and _IS_JOINED.match(after))
    if _IS_SELECTOR.match(sign):
        return bool(_IS_EMOJI.match(before) or (_IS_KEY.match(before) and after == _KEYCAP))
    return False
