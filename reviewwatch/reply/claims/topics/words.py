"""What things are called in reviews: the groups of `words.toml`, found by the words of a fact."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reviewwatch.reply.claims.values.amounts import DAY_NAMES
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import BREAK, items_of, stem

Phrase = tuple[str, ...]
"""Singular words that stand side by side."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a business in all its names.

    Attributes:
        names: Of the thing itself.
        does: What people do with it, or what it does.
        lacks: What says that it is not there.
        is_business: It is the business as a whole, which reviews call "they".
    """

    names: frozenset[Phrase] = frozenset()
    does: frozenset[Phrase] = frozenset()
    lacks: frozenset[Phrase] = frozenset()
    is_business: bool = False


def phrase(text: str) -> Phrase:
    """Return the words of a name as they are compared: singular, hyphens as spaces, D for a weekday."""
    words = (item.word for item in items_of(text, 0, len(text)) if item.word not in ("'s",))
    return tuple(
        "D" if word == "d" or word in DAY_NAMES else "N" if word == "n" else word if word == BREAK else stem(word)
        for word in words
    )


def thing_of(name: str) -> Thing:
    """Return all names of what a fact names; its own words alone where no group knows it."""
    own = phrase(name)
    group = _by_key().get(own)
    if group is None and len(own) > 1:
        group = next((_by_key()[tail] for tail in _tails(own) if tail in _by_key()), None)
        if group is not None and not _is_plain(own):
            group = None
    names = {own, *(group.names if group else ())} if own else set()
    joined = {
        ("".join(one),) for one in names if len(one) == 2 and one[0] in ("check", "wi", "e", "pick", "sign", "log")
    }
    return Thing(
        frozenset(names | joined),
        group.does if group else frozenset(),
        group.lacks if group else frozenset(),
        group.is_business if group else False,
    )


_PLAIN = listed("""
    hotel guest main our the customer house on site general standard all regular daily swimming hotel's public
    normal
""")


def _is_plain(own: Phrase) -> bool:
    """Tell whether words before the last say nothing more: "hotel bar", "guest parking"."""
    return all(word in _PLAIN for word in own[:-1])


def _tails(own: Phrase) -> Iterable[Phrase]:
    return (own[at:] for at in range(1, len(own)))


@cache
def _by_key() -> Mapping[Phrase, Thing]:
    groups = tomllib.loads((files("reviewwatch.reply.claims.topics") / "words.toml").read_text("utf-8"))["things"]
    found: dict[Phrase, Thing] = {}
    for group in groups:
        keys = [phrase(key) for key in group["keys"]]
        is_business = group.get("is_business", False)
        shared = frozenset(phrase(name) for name in group.get("say", ())) | (
            frozenset() if is_business else frozenset(keys)
        )
        does = frozenset(phrase(name) for name in group.get("does", ()))
        lacks = frozenset(phrase(name) for name in group.get("lacks", ()))
        for key in keys:
            found.setdefault(key, Thing(shared | {key}, does, lacks, is_business))
    return found
