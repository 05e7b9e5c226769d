"""What an issue is called in a reply: a thing in a state, an aspect, a thing alone, or a theme. Pure.

A name says what the review says, or less; never something else.
"""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.frames import Frames
from reviewwatch.reply.frames.nouns import CLAUSE, FAULT, THAT, THING, Noun
from reviewwatch.reply.reading import states
from reviewwatch.reply.reading.aspects import FIRST, SURE, aspects
from reviewwatch.reply.reading.linking import IT
from reviewwatch.reply.reading.nouns import is_bare, is_being, is_mass, is_no_thing, is_plural, says_little
from reviewwatch.reply.understood import Issue

_THE: Final = "the "
_YOUR: Final = "your "
_WORTH: Final = frozenset(["price", "value"])
"""Themes of what a thing costs: the thing itself may have been good."""
_IS_PRICE: Final = re.compile(r"\b(?:price|cost|fee|charge|rate|bill|money|tariff|ticket)s?$")
_TELLING: Final = ("that ", "how ")
"""How a name begins that can speak of "it"."""
_OTHER_HEAD: Final = frozenset(["of", "for", "from", "with", "how", "what", "that"])
"""Words in a name that say that another word than the thing is its head: "the wait for the keys"."""


def names_of(issue: Issue, frames: Frames, names: str = "") -> tuple[Noun, ...]:
    """Return what an issue can be called, empty where nothing can be said of it for sure.

    A thing and its state come first, then an aspect; a thing alone is surer than a theme that was only guessed from it.

    Args:
        names: What the keys of names begin with: "general." for names that say nothing of a person.
    """
    if names:
        return _of_anybody(issue, frames, names)
    told = frames.names.get(issue.aspect, ()) if issue.aspect else ()
    theme = frames.names.get(issue.theme, ()) if issue.theme else ()
    if frames.lang != "en":
        return told or theme
    if issue.state and is_thing(issue.noun):
        return _in_state(issue)
    if told or not issue.noun:
        return told or _it_in_state(issue) or theme
    return theme if says_little(issue.noun) and theme else _alone(issue) or theme


def _alone(issue: Issue) -> tuple[Noun, ...]:
    return (_thing(issue),) if is_thing(issue.noun) else ()


def _of_anybody(issue: Issue, frames: Frames, names: str) -> tuple[Noun, ...]:
    """Return the names that say nothing of a person: of what is told for sure, else of the thing."""
    is_told = bool(issue.aspect) and aspects()[issue.aspect].rank in (FIRST, SURE) and not issue.state
    told = [issue.aspect, issue.theme]
    keys = [*told, f"noun.{issue.noun}"] if is_told else [f"noun.{issue.noun}", *told]
    return next((frames.names[f"{names}{key}"] for key in keys if f"{names}{key}" in frames.names), ())


def is_thing(noun: str) -> bool:
    """Say whether a word of our list names a thing that can be at fault, nobody and no time."""
    return bool(noun) and not is_being(noun) and not is_no_thing(noun)


def _thing(issue: Issue) -> Noun:
    called = f"{_YOUR if issue.is_own else _THE}{issue.noun}"
    if issue.theme in _WORTH and not issue.is_own and not _IS_PRICE.search(called):
        return _noun(f"the price of {called}", issue, THING)
    return _noun(called, issue, THING)


def _in_state(issue: Issue) -> tuple[Noun, ...]:
    """Return the names of a thing in a state."""
    many, mass = is_plural(issue.noun), is_mass(issue.noun)
    the = _YOUR if issue.is_own else "" if is_bare(issue.noun) else _THE
    texts = states.phrases_for(states.state_of(issue.state), issue.noun, the, is_plural=many, is_mass=mass and not many)
    return tuple(_noun(text, issue, _kind(text)) for text in texts) or (_thing(issue),)


def _it_in_state(issue: Issue) -> tuple[Noun, ...]:
    """Return the names of what the review calls "it", in its state: "that it leaked"; none without a state."""
    if not issue.state:
        return ()
    texts = states.phrases_for(states.state_of(issue.state), IT, "", is_plural=False, is_mass=False)
    return tuple(_noun(text, issue, _kind(text)) for text in texts if text.startswith(_TELLING))


def _kind(text: str) -> str:
    if text.startswith("that "):
        return THAT
    if text.startswith(("how ", "what ")):
        return CLAUSE
    return FAULT


def _noun(text: str, issue: Issue, kind: str) -> Noun:
    is_the_thing = text.removeprefix(_YOUR).removeprefix(_THE) == issue.noun
    is_many = (
        is_plural(issue.noun)
        and f"{text} ".partition(" that ")[0].rstrip().endswith(issue.noun)
        and _OTHER_HEAD.isdisjoint(text.split())
    )
    return Noun(text, is_many, THING if is_the_thing else kind, text, text)
