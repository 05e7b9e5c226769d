"""A text that an edit left behind, offered at the next one."""

from __future__ import annotations

from typing import Final

from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.face import Choice, Face
from reviewwatch.cli.screen.sheets import Sheet, Sheets
from reviewwatch.cli.screen.wording import moment

GO_ON: Final = Choice("y", "go on with it")
DROP: Final = Choice("n", "drop it, and begin with what is shown here")
_QUOTED: Final = 60


def left_words(left: Sheet) -> str:
    """Say that there is one, and since when."""
    return f"There is a text of yours from {moment(left.written_at)} that was not taken."


def sheet_for(face: Face, sheets: Sheets, review_id: int, start: str, hint: str) -> Sheet | None:
    """Return the file to write in: the one that was left, if the person goes on with it; None where they step back.

    Args:
        start: What a new one begins with.
        hint: A comment of ours in a new one.
    """
    left = sheets.left(review_id)
    if left is not None:
        words = safe(left.glimpse())
        begins = f" It begins: “{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else ""
        begins += " Vim has a copy of it and offers to recover that." if left.has_swap else ""
        key = face.ask((GO_ON, DROP), f"{left_words(left)}{begins}")
        if key == GO_ON.key:
            return left
        if key != DROP.key:
            return None
        left.drop()
    return sheets.new(review_id, start, (hint,))
