"""Which complaints a business can hardly get: a hotel no lost parcels, a shop no cold rooms.

What a business deals in is told by its brand's `trade`, else by its profile. A hotel may have an app or a web page;
where the review speaks of one, complaints about programs are read, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from reviewwatch.reply.reading.lines import Line
from reviewwatch.types import Business, Profile

_GOODS: Final = ("shops", "delivery")
_PROGRAMS: Final = ("apps", "games", "software")
_TRADES: Final[Mapping[str, tuple[str, ...]]] = {
    "app": _PROGRAMS,
    "game": _PROGRAMS,
    "software": _PROGRAMS,
    "delivery": _GOODS,
    "items": _GOODS,
    "packaging": _GOODS,
    "returns": _GOODS,
    "assembly": _GOODS,
    "fit": _GOODS,
    "freshness": (*_GOODS, "hospitality"),
    "stock": (*_GOODS, "hospitality"),
    "room": ("hospitality",),
    "bed": ("hospitality",),
    "checkin": ("hospitality",),
    "breakfast": ("hospitality",),
    "finance": ("finance",),
    "care": ("health",),
}
"""The trades that a family of aspects is of; any where it is not named."""
_BY_PROFILE: Final[Mapping[Profile, tuple[str, ...]]] = {
    Profile.HOSPITALITY: ("hospitality",),
    Profile.HEALTHCARE: ("health",),
    Profile.FINANCE: ("finance",),
}
_SAYS: Final[Mapping[tuple[str, ...], re.Pattern[str]]] = {
    _PROGRAMS: re.compile(
        r"\b(?:apps?|web ?sites?|web ?pages?|online|log(?:in|ging|ged)?|password|account|software|notifications?|screen"
        r"|update)\b",
        re.IGNORECASE,
    ),
    _GOODS: re.compile(
        r"\b(?:parcels?|packages?|deliver(?:y|ies|ed)|courier|shipp(?:ing|ed)|take ?aways?|take ?outs?|groceries"
        r"|order(?:s|ed)?|online shop)\b",
        re.IGNORECASE,
    ),
}


_GAMES: Final = frozenset([
    "game", "gameplay", "graphics", "matchmaking", "cheating", "servers", "story", "controls", "difficulty", "content",
    "monetization",
])  # fmt: skip
"""What is only said of games: an evening may be fun anywhere."""
_PLAYS: Final = re.compile(
    r"\b(?:games?|gam(?:er|ing)|play\w*|levels?|quests?|matches|multiplayer|servers|campaign|dlc)\b", re.IGNORECASE
)


def shut_out(business: Business, lines: Sequence[Line]) -> frozenset[str]:
    """Return the families of aspects and the themes that are not read: those of other trades that the review does not
    speak of."""
    own = business.trade or _BY_PROFILE.get(business.profile, ())
    text = "\n".join(line.text for line in lines)
    games = frozenset[str]() if "games" in own or _PLAYS.search(text) else _GAMES
    if not own:
        return games
    own = (*own, *(trade for trades, says in _SAYS.items() if says.search(text) for trade in trades))
    return games | frozenset(family for family, trades in _TRADES.items() if not set(trades) & set(own))
