"""What reviews are asked for: themes by trade, and the cues that every trade shares. Loaded once, from data files.

A pack is a file in `packs`. It names its trades and holds a table for each theme; phrases are written as `phrases`
reads them, with commas between:

    words     the theme is named; a mention where the clause judges
    always    a mention wherever it stands
    unhappy   a mention that judges by itself
    happy     the same, in praise
    not       the words mean something else there
    instead_of    themes that give way in the same clause
    also      further trades that use this theme
    lent      further trades that use it but for `words`: what they only name is seldom judged
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from reviewwatch.assess.phrases import Phrases, first_words

PACKS: Final = ("general", "hospitality", "apps", "shops", "delivery", "games", "health", "finance", "software")
OWN: Final = len(PACKS)
"""Rank of what a team adds."""
CUES: Final = "cues"
CLASSES: Final = "sensitive"
"""Files of what every trade shares: how it is said, and what makes a sensitive matter."""
THEME: Final = "theme"
NOT: Final = "not"
NONE: Final = "none"
TONE: Final = "tone"
TRADE: Final = "trade"
RISK: Final = "risk"
CLASS: Final = "class"
MATTER: Final = "sensitive"
NEAR: Final = "near"
_BARE: Final = "words"
_SETTINGS: Final = {"health": "in_care", "games": "in_play"}
_SIGNS: Final = {"words": 0, "always": 0, "unhappy": -1, "happy": 1}


@dataclass(frozen=True, slots=True)
class Sign:
    """What a phrase tells.

    Attributes:
        kind: THEME, NOT (of a theme), CLASS (of `matters`), MATTER, or a table of `cues.toml`.
        name: The theme, the class, the matter, or the key of the table.
        polarity: -1, 0 or 1, of a phrase that judges by itself.
        is_weak: It names its theme, and is a mention only where the clause judges.
        rank: Number of its pack: 0 are the themes of every trade, the highest a team's own. Of two themes with the same
            words, the higher one is meant.
        is_turned: A negation stands before it, and has turned its polarity around.
    """

    kind: str
    name: str
    polarity: int = 0
    is_weak: bool = False
    rank: int = 0
    is_turned: bool = False


Found = tuple[int, int, Sign]
"""From which word to which a phrase stands, and what it tells."""


@cache
def turned(sign: Sign) -> Sign:
    """Return a sign behind a negation."""
    return replace(sign, polarity=-sign.polarity, is_turned=True)


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme that a team adds, or more words for one that is there.

    Attributes:
        trades: Where it is used, everywhere if empty.
    """

    theme: str
    phrases: tuple[str, ...]
    trades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """What is looked for in a review.

    Attributes:
        first_words: Stems that phrases begin with, but for those of sensitive matters.
        themes: Their ids.
        gives_way: By theme, those that do in a clause that names it; nothing of a theme to which none does.
        by_trade: The themes that each trade uses, where no trade was asked for and the text has to tell it.
        trades_of: The other way round.
        has_characters: Its reviews name people who are not real.
        setting: A class of `matters` that holds throughout its reviews.
    """

    phrases: Phrases[Sign]
    first_words: Set[str]
    themes: frozenset[str]
    gives_way: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_trade: Mapping[str, frozenset[str]] = field(default_factory=dict)
    trades_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_characters: bool = False
    setting: str = ""


@lru_cache(maxsize=64)
def topics(trades: tuple[str, ...] = (), own: tuple[OwnTheme, ...] = ()) -> Topics:
    """Return what is looked for in the reviews of a trade; without one, everything there is."""
    tables = [(name, table, pack) for pack in PACKS for name, table in _themes(pack, trades)]
    mine = [one for one in own if not one.trades or not trades or set(one.trades) & set(trades)]
    signs = [
        *_cues(is_told=bool(trades)),
        *(
            sign
            for name, table, pack in tables
            for sign in _signs(name, table, PACKS.index(pack), is_home=_is_home(pack, table, trades))
        ),
    ]
    signs += [(phrase, Sign(THEME, one.theme, rank=OWN)) for one in mine for phrase in one.phrases]
    themes = frozenset([name for name, _, _ in tables] + [one.theme for one in mine])
    by_trade = {} if trades else {trade: _used_by(trade) | {one.theme for one in mine} for trade in PACKS[1:]}
    return Topics(
        phrases=Phrases([*signs, *_of_matters()]),
        first_words=first_words([phrase for phrase, _ in signs]),
        themes=themes,
        gives_way={name: frozenset(given) for name, table, _ in tables if (given := table.get("instead_of"))},
        by_trade=by_trade,
        trades_of={name: tuple([trade for trade, used in by_trade.items() if name in used]) for name in themes},
        has_characters=trades == ("games",),
        setting=_SETTINGS.get(trades[0], "") if len(trades) == 1 else "",
    )


def _used_by(trade: str) -> frozenset[str]:
    return frozenset([name for pack in PACKS for name, _ in _themes(pack, (trade,))])


def _themes(pack: str, trades: tuple[str, ...]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the tables of a pack that some of the trades use."""
    tables = data(pack)
    for name, table in tables.items():
        if name != "trades" and (not trades or not _users(tables, table).isdisjoint(trades)):
            yield name, table


def _users(tables: Mapping[str, Any], table: Mapping[str, Any]) -> Set[str]:
    return {*tables["trades"], *table.get("also", ()), *table.get("lent", ())}


def _is_home(pack: str, table: Mapping[str, Any], trades: tuple[str, ...]) -> bool:
    """Say whether a theme is that of all trades, or of one that is asked for: others are borrowed.

    What is merely named of a borrowed theme is no mention: a bank that has an account is not about signing in.
    """
    return not trades or pack == PACKS[0] or not {pack, *table.get("also", ())}.isdisjoint(trades)


def _signs(theme: str, table: Mapping[str, Any], rank: int, is_home: bool) -> Iterator[tuple[str, Sign]]:
    for key, polarity in _SIGNS.items():
        if key == _BARE and not is_home:
            continue
        sign = Sign(THEME, theme, polarity, is_weak=key == "words", rank=rank)
        yield from ((phrase, sign) for phrase in listed(table.get(key, "")))
    yield from ((phrase, Sign(NOT, theme)) for phrase in listed(table.get("not", "")))


def _cues(is_told: bool) -> Iterator[tuple[str, Sign]]:
    """Yield what is said in every trade, but for sensitive matters.

    Args:
        is_told: The trade is, so that no word has to tell it.
    """
    polarities = {"happy": 1, "unhappy": -1}
    for kind, table in data(CUES).items():
        if kind == NEAR or (kind == TRADE and is_told):
            continue
        for name, phrases in table.items():
            sign = Sign(kind, name, polarities.get(name, 0))
            yield from ((phrase, sign) for phrase in listed(phrases))


def _of_matters() -> Iterator[tuple[str, Sign]]:
    """Yield what `matters` puts together, and what only sounds so."""
    for kind, table in ((NEAR, data(CUES)[NEAR]), (CLASS, data(CLASSES)["words"])):
        for name, phrases in table.items():
            sign = Sign(kind, name)
            yield from ((phrase, sign) for phrase in listed(phrases))


def listed(phrases: str) -> Sequence[str]:
    """Return the phrases of a table's entry."""
    return [phrase for one in phrases.split(",") if (phrase := one.strip())]


@cache
def data(name: str) -> dict[str, Any]:
    """Return the tables of a pack, or of the cues that all trades share."""
    return tomllib.loads((files("reviewwatch.assess.packs") / f"{name}.toml").read_text("utf-8"))
