"""Why a trained person answers a review, or nobody does.

Classes of phrases stand in `holds.toml`, and rules say which of them make a reason together. Recall comes first: a held
review costs a minute, a cheerful answer to one that speaks of a death costs far more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reviewwatch.assess import read
from reviewwatch.assess.matters import matters_in
from reviewwatch.assess.phrases import END, GROUPS, Phrases
from reviewwatch.assess.tone import language
from reviewwatch.assess.topics import CLASSES, CUES, MATTER, NEAR
from reviewwatch.assess.topics import data as shared
from reviewwatch.reply.frames import LANGUAGES
from reviewwatch.reply.reading.cues import Cue, data, forms_of, hits, is_as_written, listed
from reviewwatch.reply.reading.lines import Line, lines_of
from reviewwatch.reply.reading.nonsense import is_gibberish, is_web_spam, says_nothing
from reviewwatch.reply.reading.silence import client_data, health_data
from reviewwatch.reply.understood import Hold, HoldReason, Place
from reviewwatch.text.reading import Reading
from reviewwatch.types import Profile, Review

ORDER: Final = (
    HoldReason.SELF_HARM,
    HoldReason.MINORS,
    HoldReason.SAFETY,
    HoldReason.DISCRIMINATION,
    HoldReason.BREACH,
    HoldReason.LITIGATION,
    HoldReason.EXTORTION,
    HoldReason.PRESS,
    HoldReason.ABUSE,
    HoldReason.HEALTH_DATA,
    HoldReason.CLIENT_DATA,
    HoldReason.INSIDER,
    HoldReason.SPAM,
    HoldReason.OFF_TOPIC,
    HoldReason.LANGUAGE,
    HoldReason.NO_TEXT,
)
"""The gravest first."""
_SHARED: Final = {
    "self_harm": HoldReason.SELF_HARM,
    "minors": HoldReason.MINORS,
    "safety": HoldReason.SAFETY,
    "discrimination": HoldReason.DISCRIMINATION,
    "legal": HoldReason.LITIGATION,
    "extortion": HoldReason.EXTORTION,
}
"""The sensitive matters of `assess` that are reasons to hold, too."""
_SHARED_NEAR: Final = "shared near "
_CARE: Final = "in_care"
"""The setting of a clinic, where pain is the trade's work."""
_ALARMS: Final = frozenset(["safety", "litigation", "press", "minors", "breach", "insider"])
"""Reasons that a negation right before them takes back: no lawyer is none."""
_REACH: Final = 2
_FOREIGN: Final = "_foreign"
_ANY_LANGUAGE: Final = frozenset(["spam", "not_spam", "abuse", "not_abuse"])
"""Classes whose words travel: slurs, and the names of services."""
_ANY_FORM: Final = frozenset([
    "death", "attack", "child_danger", "child_risk", "discriminated", "like_us", "because_am", "group", "unequal",
])  # fmt: skip
"""Classes of the gravest matters, whose words count in every form: there to miss one costs most."""
_NOT: Final = GROUPS["<neg>"]


class _Rule(NamedTuple):
    """Classes that make a reason where all stand in one sentence, or with `is_wide` in one or the next."""

    reason: HoldReason
    needs: frozenset[str]
    never: frozenset[str]
    is_wide: bool


class _Heard(NamedTuple):
    """The classes that stand in a line, each with the words where it first does."""

    line: Line
    classes: Mapping[str, tuple[int, int]]


def holds_in(review: Review, profile: Profile, reading: Reading | None = None) -> tuple[Hold, ...]:
    """Return each reason to hold a review, the gravest first, with where it shows.

    Args:
        profile: The duties of the business's trade: what a clinic may not say, a hotel may.
        reading: What `assess.read` made of the review, where the caller has that already.
    """
    reading = read(review) if reading is None else reading
    if says_nothing(review):
        return (Hold(HoldReason.NO_TEXT),)
    lines = lines_of(review, reading)
    found: dict[HoldReason, Place | None] = {}
    for reason, place in _all(review, reading, lines, profile):
        found.setdefault(reason, place)
    return tuple([Hold(reason, found[reason]) for reason in ORDER if reason in found])


def _all(
    review: Review, reading: Reading, lines: Sequence[Line], profile: Profile
) -> Iterator[tuple[HoldReason, Place | None]]:
    guessed = language(replace(review, lang=None), reading)
    heard = [_heard(line, guessed) for line in lines]
    yield from _by_rules(heard)
    if guessed in (None, "en"):
        yield from _by_shared(heard, _CARE if profile is Profile.HEALTHCARE else "")
    if profile is Profile.HEALTHCARE and (place := health_data(lines)):
        yield HoldReason.HEALTH_DATA, place
    if profile is Profile.LEGAL and (place := client_data(lines)):
        yield HoldReason.CLIENT_DATA, place
    lang = language(review, reading)
    if (place := is_web_spam(lines)) or (place := is_gibberish(lines)):
        yield HoldReason.SPAM, place
    if place := _off_topic(heard):
        yield HoldReason.OFF_TOPIC, place
    if lang is not None and lang not in LANGUAGES:
        yield HoldReason.LANGUAGE, None


def _by_rules(heard: Sequence[_Heard]) -> Iterator[tuple[HoldReason, Place]]:
    """Yield the reasons whose classes stand together, without those that only sound so."""
    near = _near()
    for number, one in enumerate(heard):
        after = heard[number + 1].classes if number + 1 < len(heard) else {}
        for rule in _rules_among(frozenset(one.classes)):
            spans = {**after, **one.classes} if rule.is_wide else one.classes
            if not all(name in spans for name in rule.needs):
                continue
            if _stand_apart(one, rule) and all(
                _is_meant(one, name, rule.reason, near) for name in rule.needs if name in one.classes
            ):
                yield rule.reason, _place(one, rule)


def _stand_apart(one: _Heard, rule: _Rule) -> bool:
    """Say whether no two classes of a rule are heard in the very same words."""
    spans = sorted(one.classes[name] for name in rule.needs if name in one.classes)
    return all(last <= second or second > first for (first, last), (second, _) in pairwise(spans))


def _is_meant(one: _Heard, name: str, reason: HoldReason, near: Mapping[HoldReason, frozenset[str]]) -> bool:
    """Say whether a class is meant: no negation before it, no figure of speech over it."""
    first, last = one.classes[name]
    if reason in _ALARMS and _is_denied(one.line.stems, first):
        return False
    return not any(
        one.classes[other][0] < last and first < one.classes[other][1]
        for other in (*near.get(reason, ()), *_shared_near(reason))
        if other in one.classes
    )


def _shared_near(reason: HoldReason) -> Iterator[str]:
    """Yield the classes of `assess` that say that a matter only sounds like a reason."""
    yield from (_SHARED_NEAR + name for name, meant in _SHARED.items() if meant is reason)


def _is_denied(stems: Sequence[str], first: int) -> bool:
    return stems[first] not in _NOT and not _NOT.isdisjoint(stems[max(0, first - _REACH) : first])


def _place(one: _Heard, rule: _Rule) -> Place:
    spans = [one.classes[name] for name in rule.needs if name in one.classes]
    return one.line.place(min(first for first, _ in spans), max(last for _, last in spans))


def _by_shared(heard: Sequence[_Heard], setting: str) -> Iterator[tuple[HoldReason, Place]]:
    """Yield what `assess` holds for sensitive, unless its own words or ours say that it only sounds so.

    Args:
        setting: As `matters_in` takes it.
    """
    stems: list[str] = []
    starts: list[int] = []
    for one in heard:
        starts.append(len(stems))
        stems += [*one.line.stems, END]
    found = [(bisect_right(starts, start) - 1, start, end, sign) for start, end, sign in matters_in(stems, setting)]
    harmless = {(number, sign.name) for number, _, _, sign in found if sign.kind == NEAR}
    for number, start, end, sign in found:
        if sign.kind != MATTER or sign.name not in _SHARED or (number, sign.name) in harmless:
            continue
        one, reason, first = heard[number], _SHARED[sign.name], start - starts[number]
        if _is_denied(one.line.stems, first):
            continue
        yield reason, one.line.place(first, min(end - starts[number], len(one.line.stems)))


def _off_topic(heard: Sequence[_Heard]) -> Place | None:
    """Return where a review speaks of politics, if nothing in it speaks of any trade."""
    political = next((one for one in heard if "politics" in one.classes), None)
    if political is None or any("trade" in one.classes for one in heard):
        return None
    return political.line.place(*political.classes["politics"])


def _heard(line: Line, lang: str | None) -> _Heard:
    """Return the classes that stand in a line.

    Words of one language are others in another: "brand" burns in German, "en retard" is no slur. Where the text tells
    its language, only that one's classes count.
    """
    classes: dict[str, tuple[int, int]] = {}
    for hit in hits(_phrases(), line):
        have = classes.get(hit.cue.name)
        # The first place counts, and of those that begin there the longest.
        if have is not None and (have[0] < hit.first or have[1] >= hit.last):
            continue
        if lang is not None and not _is_of(hit.cue.name, lang):
            continue
        if lang == "en" and hit.cue.name not in _ANY_FORM and not is_as_written(line, hit):
            continue
        classes[hit.cue.name] = (hit.first, hit.last)
    return _Heard(line, classes)


def _is_of(name: str, lang: str) -> bool:
    return name in _ANY_LANGUAGE or name.endswith(_FOREIGN) is not (lang == "en")


@cache
def _phrases() -> Phrases[Cue]:
    """Return our classes, with what only sounds so and the trades as `assess` has them, as one set of phrases."""
    return Phrases(
        [(phrase, Cue("words", name, forms_of(phrase))) for name, text in _tables() for phrase in listed(text)]
    )


def _tables() -> Sequence[tuple[str, str]]:
    """Return our classes with what `assess` has in those of the same names, where more than one word makes a reason.

    What a single class tells there, `_by_shared` finds.
    """
    cues, classes, own = shared(CUES), shared(CLASSES)["words"], data("holds")["words"]
    return [
        *own.items(),
        *((name, text) for name, text in classes.items() if name in _joined()),
        *((_SHARED_NEAR + name, text) for name, text in cues["near"].items() if name in _SHARED),
        *(("trade", text) for text in cues["trade"].values()),
    ]


@cache
def _joined() -> frozenset[str]:
    """Return the classes that our rules put together or take back."""
    several = (rule.needs if len(rule.needs) > 1 else frozenset[str]() for rule in _rules())
    return frozenset[str]().union(*several, *(rule.never for rule in _rules()), *_near().values())


@cache
def _rules() -> Sequence[_Rule]:
    return [_rule(HoldReason(reason), text) for reason, texts in data("holds")["rules"].items() for text in texts]


@lru_cache(maxsize=4096)
def _rules_among(classes: frozenset[str]) -> Sequence[_Rule]:
    """Return the rules that a line of these classes may keep, alone or with the next one."""
    may_be = [rule for rule in _rules() if rule.is_wide or rule.needs <= classes]
    return [rule for rule in may_be if not rule.needs.isdisjoint(classes) and rule.never.isdisjoint(classes)]


def _rule(reason: HoldReason, text: str) -> _Rule:
    words = text.split()
    never = frozenset(word[1:] for word in words if word[0] == "!")
    needs = frozenset(word for word in words if word[0] not in "!&")
    return _Rule(reason, needs, never, is_wide=words[0] == "&")


@cache
def _near() -> Mapping[HoldReason, frozenset[str]]:
    return {HoldReason(reason): frozenset(names) for reason, names in data("holds")["near"].items()}
