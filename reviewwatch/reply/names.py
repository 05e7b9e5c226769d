"""What to greet a reviewer with."""

from __future__ import annotations

from typing import Final

_MAX_NAME: Final = 30
_LAST_LATIN: Final = 0x24F
_NOT_NAMES: Final = frozenset({
    "a", "an", "the", "google", "user", "guest", "anonymous", "anonym", "customer", "visitor", "traveler", "traveller",
    "reviewer", "none", "null", "unknown", "deleted", "former", "member", "client", "kunde", "cliente", "utilisateur",
})  # fmt: skip


def greeting_name(author: str | None) -> str | None:
    """Return what to greet a reviewer with, or None where the author's name is no plain name.

    Plain is letters, blanks and hyphens, at most 30. The first word of it is taken if it is written as a name is;
    scripts without capitals keep the whole. A handle, a role or a word such as "Guest" is no name.
    """
    whole = " ".join((author or "").split())
    words = whole.replace("-", " ").split()
    if not words or len(whole) > _MAX_NAME or not all(word.isalpha() for word in words):
        return None
    if any(_is_mixed(word) for word in words):
        return None
    if _NOT_NAMES & {word.casefold() for word in words}:
        return None
    if whole.lower() == whole.upper():
        return whole
    first = whole.split()[0]
    return first if first.istitle() and len(first) > 1 else None


def _is_mixed(word: str) -> bool:
    """Say whether a word mixes plain Latin letters with those of another script: a disguise, not a name."""
    return not word.isascii() and any(map(str.isascii, word)) and any(ord(letter) > _LAST_LATIN for letter in word)
