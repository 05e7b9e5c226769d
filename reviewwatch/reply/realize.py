"""From a plan to words that fit the place. Pure: the same review and plan give the same text."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from reviewwatch.reply.frames import Frames
from reviewwatch.reply.plan import Plan
from reviewwatch.reply.platforms import Platform
from reviewwatch.types import Business

_ROOMY: Final = 0.9
"""Share of a place's limit that a draft keeps to where it can: a person may want to add a word."""

_MAX_NAME: Final = 30
_NOT_NAMES: Final = frozenset({
    "a", "an", "the", "google", "user", "guest", "anonymous", "anonym", "customer", "visitor", "traveler", "traveller",
    "reviewer", "none", "null", "unknown", "deleted", "former", "member", "client", "kunde", "cliente", "utilisateur",
})  # fmt: skip


def realize(plan: Plan, frames: Frames, name: str | None, business: Business, platform: Platform, seed: str) -> str:
    """Return the fullest text that fits: first the empathy goes, then the greeting, the rest of the help, the sign-off.

    Args:
        name: What to greet the reviewer with, None for nobody.
        seed: What the choice of frames depends on; the reviews of one place differ in it.

    Returns:
        The empty text where not even the opening fits.
    """
    candidates = list(_candidates(plan, frames, name, business, _Choice(seed)))
    for room in (platform.limit * _ROOMY, platform.limit):
        for text in candidates:
            if platform.length(text) <= room:
                return text
    return ""


def greeting_name(author: str | None) -> str | None:
    """Return what to greet a reviewer with, or None where the author's name is no plain name.

    Plain is letters, blanks and hyphens, at most 30. The first word of it is taken if it is written as a name is;
    scripts without capitals keep the whole. A handle, a role or a word such as "Guest" is no name.
    """
    whole = " ".join((author or "").split())
    words = whole.replace("-", " ").split()
    if not words or len(whole) > _MAX_NAME or not all(word.isalpha() for word in words):
        return None
    if _NOT_NAMES & {word.casefold() for word in words}:
        return None
    if whole.lower() == whole.upper():
        return whole
    first = whole.split()[0]
    return first if first.istitle() and len(first) > 1 else None


class _Choice:
    """Picks a frame of each move by the seed; each move by bytes of its own, so that they vary apart."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode("utf-8", "surrogatepass")

    def of(self, move: str, frames: tuple[str, ...]) -> str:
        digest = blake2b(self._seed, digest_size=8, key=move.encode()).digest()
        return frames[int.from_bytes(digest) % len(frames)]


def _candidates(plan: Plan, frames: Frames, name: str | None, business: Business, choice: _Choice) -> Iterator[str]:
    greet = _greeting(frames, name, choice)
    opening = choice.of(plan.opening, frames.moves[plan.opening]).format(issue=_issue_names(plan, choice))
    feeling = choice.of(plan.feeling, frames.moves[plan.feeling]) if plan.feeling else ""
    contact = plan.contact.text if plan.contact else ""
    helping = choice.of(plan.help, frames.moves[plan.help]).format(contact=contact) if plan.help else ""
    sign_off = business.sign_off.strip()
    yield _joined(greet, opening, feeling, helping, sign_off=sign_off)
    yield _joined(greet, opening, helping, sign_off=sign_off)
    yield _joined("", opening, helping, sign_off=sign_off)
    yield _joined("", opening, helping)
    yield _joined("", opening, sign_off=sign_off)
    yield _joined("", opening)
    yield _joined("", min(frames.moves["sorry" if plan.issues else plan.opening], key=len))


def _greeting(frames: Frames, name: str | None, choice: _Choice) -> str:
    move = "greet" if name else "greet_nobody"
    return choice.of(move, frames.moves[move]).format(name=name)


def _issue_names(plan: Plan, choice: _Choice) -> str:
    return " and ".join(choice.of(issue.issue_id, issue.names) for issue in plan.issues)


def _joined(greet: str, opening: str, *rest: str, sign_off: str = "") -> str:
    """Put a reply together. The opening goes on in lower case after a greeting that ends in a comma."""
    begun = opening if greet.endswith(",") else _capitalized(opening)
    body = " ".join(part for part in (_capitalized(greet), begun, *rest) if part)
    return f"{body}\n{sign_off}" if sign_off else body


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
