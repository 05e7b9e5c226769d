"""What became of a reply: is the one on the site ours, and when do we look again? Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import datetime, timedelta
from typing import Final

from reviewwatch.types import OwnerReply

# Tags that a site adds or takes away; `<3` and `a < b` are text.
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_LINK: Final = re.compile(r"\[([^\[\]]{0,500})\]\([^()\s]{0,500}\)")
_MARKS: Final = re.compile(r"[*_`~\\]|^[ \t]*(?:#{1,6}|>)[ \t]", re.MULTILINE)
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0f\ufeff]")
_BLANKS: Final = re.compile(r"\s+")

FIRST_LOOK: Final = timedelta(minutes=5)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
LAST_LOOK: Final = timedelta(days=8)


def next_look(since: datetime, now: datetime) -> datetime | None:
    """Return when to look for a reply at its place: 5 minutes after it was sent, hourly for a day, daily for a week.

    Looks that were missed are made up by one; after the last one it is left to the pulls.

    Args:
        since: When it was sent.
    """
    age = now - since
    if age < FIRST_LOOK:
        return since + FIRST_LOOK
    step = _HOUR if age < _DAY else _DAY
    at = since + step * (age // step + 1)
    return at if at - since <= LAST_LOOK else None


def is_ours(text: str, account: str | None, owner_reply: OwnerReply) -> bool:
    """Say whether an owner reply on the site is the text that we sent.

    Sites turn Markdown into HTML, entities into characters and line ends into blanks; what is left after folding all
    of that must be equal. The account must be the same where both are known, in any case of letters.
    """
    if account and owner_reply.account and account.casefold() != owner_reply.account.casefold():
        return False
    ours = _folded(text)
    return bool(ours) and ours == _folded(owner_reply.text)


def _folded(text: str) -> str:
    """Return the words alone. Blanks go entirely: a site that drops a line end joins two words."""
    plain = _TAG.sub("", html.unescape(_TAG.sub("", unicodedata.normalize("NFC", text))))
    plain = _INVISIBLE.sub("", _MARKS.sub("", _LINK.sub(r"\1", plain)))
    return _BLANKS.sub("", plain)
