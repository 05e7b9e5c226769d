"""Text from outside as it may be shown: what a terminal would obey or a reader not see becomes visible."""

from __future__ import annotations

import re
from functools import cache

from reviewwatch.text.invisible import HIDDEN, idle


def show_controls(text: str) -> str:
    """Return text in which every control, direction, zero-width and lone surrogate character is seen as `⟨U+202E⟩`.

    Newline and tab stay, and so do the joiners and selectors that an emoji or a word of a joining script is written
    with. A Windows line end counts as a newline.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    pieces: list[str] = []
    at = 0
    for found in idle(_shown(), text):
        pieces += (text[at : found.start()], f"⟨U+{ord(found[0]):04X}⟩")
        at = found.end()
    return "".join([*pieces, text[at:]])


@cache
def _shown() -> re.Pattern[str]:
    # White space that moves the cursor or ends a line in another way than newline, and lone surrogates, are shown too.
    return re.compile(f"[{HIDDEN}\x0b-\x0d\x1c-\x1f\x85\u2028\u2029\ud800-\udfff]")
