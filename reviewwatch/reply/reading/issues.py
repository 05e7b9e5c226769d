"""What a review complains of, the main thing first, and what it praises.

`weighing` says of each clause how much it complains, and of what. Here the main matter is chosen, with all the clauses
that tell it, and what further matters are plain enough to be named beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile
from typing import Final

from reviewwatch.reply.reading.aspects import FIRST, GUESS, LONE, SURE, aspects
from reviewwatch.reply.reading.hints import hinted
from reviewwatch.reply.reading.nouns import is_being, is_no_thing, is_plural, noun_of, says_little, things_in, words_in
from reviewwatch.reply.reading.parts import Part
from reviewwatch.reply.reading.states import state_of
from reviewwatch.reply.reading.weighing import LOSSES, UNHAPPY, Weighed, apart, hear, weigh
from reviewwatch.reply.understood import Issue, Place
from reviewwatch.types import Assessment, Rating, TextField

_LEAST: Final = 1.5
"""Weight from which a clause complains."""
_LEAST_FURTHER: Final = 3.2
"""The same for all but the main issue."""
_HAPPY: Final = 0.3
_LOW: Final = 0.55
_SAD: Final = 0.3
_SADDEST: Final = -0.5
"""Tone from which a clause complains by itself, though it names no fault."""
_LEAST_GUESS, _LEAST_MIDDLE = 0.0, 0.7
"""Weight from which the likeliest clause is taken for the complaint, under the worst stars and under middling ones."""
_GOOD: Final = 0.7
_BEST: Final = 0.95
_LEAST_BEST: Final = 3.0
_QUIET: Final = 0.05
_LEAST_QUIET: Final = -0.6
_WORST: Final = 0.8
_AGAIN: Final = 0.7
_GRAVE: Final = 0.6
"""What severity, being the worst clause and a second mention count for the main issue, beside the weight."""
_NAMED: Final = 0.6
_UNMISTAKABLE: Final = 0.3
"""What it counts that the words of the main issue can mean nothing else."""
_BY_WEIGHT: Final = 0.2
_FIRST: Final = 0.15
_AFTER: Final = 2.0
_CONSEQUENCES: Final = frozenset(["sleep.bad"])
"""What other faults lead to: named where nothing else is."""
_LOST: Final = frozenset(["lost:", "object:deleted", "passive:lost", "passive:gone", "done:disappeared"])
_LOSS: Final = 1.2
"""What cost money or data comes before a missing answer or warning."""
_MAX: Final = 8
_KIND: Final = 0.45
"""Tone above which a clause praises."""
_MAX_ON: Final = 2
"""Clauses up to which a matter is told on."""
_POINTS_BACK: Final = re.compile(r"(?:it|this|that|which|there|none|one|nothing|neither)\b", re.IGNORECASE)
_IT: Final = re.compile(r"(?:and |but )?it\b", re.IGNORECASE)
_AROUND: Final = frozenset(
    [f"gradable:{word}" for word in ("cold", "loud", "crowded", "stuffy", "expensive", "slow", "dim", "gloomy")]
    + [f"degree:{word}" for word in ("hot", "warm", "dark", "bright", "quiet", "high", "late", "early", "hard", "long")]
    + ["plain:closed", "predicate:full", "predicate:busy"]
)
"""States in which "it" may be all that is around: the weather, the place, the time."""
_SCENE: Final = re.compile(r"(?:i|we|my|our|on|in|at|for|last|this|after|when|before|during) ", re.IGNORECASE)
"""How a clause begins that tells when and why its author came."""
_ASIDE: Final = re.compile(r"(?:if|at|for|with|despite|like|as if) ", re.IGNORECASE)
"""How a clause begins that only adds to another complaint: "at these prices"."""


def issues_of(
    parts: Sequence[Part],
    assessment: Assessment,
    rating: Rating | None,
    lang: str | None,
    asked: Sequence[Place] = (),
    never: Set[str] = frozenset(),
) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
    """Return what is complained of, the main issue first, and what is praised.

    Args:
        asked: Where the review asks for something or tells of a promise: beside the complaint, seldom the complaint.
        never: Themes and families of aspects that are not meant here, whatever the words: danger where nothing is held
            for it, what another trade is blamed for.
    """
    heard = {id(part.line): hear(part.line, lang or "en", never) for part in parts}
    parts = [piece for part in parts for piece in apart(part, heard[id(part.line)])]
    weighed = [one for part in parts if (one := weigh(part, heard[id(part.line)], assessment, rating, asked, never))]
    bad = _apart_from_title([one for one in weighed if _complains(one, rating)])
    if not bad and rating is not None and rating.share < _BEST:
        bad = _best_guess(weighed, is_low=rating.share <= _LOW, is_sad=rating.share <= _SAD)
    bad = [one for one in bad if not one.is_asked] or bad
    bad = [one for one in bad if _is_plain(one)] or bad
    bad = [one for one in bad if not _is_scene(one)] if any(_stands_alone(one) for one in bad) else bad
    order = sorted(bad, key=lambda one: -_standing(one, bad))
    order[:1] = [_told_on(_named_before(_named_by_title(one, weighed), weighed), weighed) for one in order[:1]]
    sure = [one for one in order if one is order[0] or (_is_sure(one) and _is_apart(one, order[0]))]
    sure = sure if len(sure) > 1 else [_named_by_hint(one, parts, never) for one in sure]
    return tuple(_once(one.issue for one in sure))[:_MAX], tuple(_goods(parts, assessment, never))[:_MAX]


def _complains(one: Weighed, rating: Rating | None) -> bool:
    """Say whether a clause complains: under high stars only what is plain and can be named."""
    share = 0.5 if rating is None else rating.share
    if share < _GOOD:
        return one.weight >= _LEAST
    is_mild = share < _BEST or (_is_first(one.issue) and one.part.tone <= _QUIET)
    return _can_be_named(one.issue) and one.weight >= (_LEAST if is_mild else _LEAST_BEST)


def _is_sure(one: Weighed) -> bool:
    """Say whether a further issue is named: better left out than wrong."""
    issue = one.issue
    is_linked = bool(issue.state) and state_of(issue.state).kind not in ("thing", "degree")
    rank = aspects()[issue.aspect].rank if issue.aspect else GUESS
    is_told = rank in (FIRST, SURE) or (rank == LONE and one.is_told)
    is_aside = issue.aspect in _CONSEQUENCES or _ASIDE.match(one.part.line.folded.text, one.part.start) is not None
    is_further = not one.is_asked and not is_aside
    return is_further and one.weight >= _LEAST_FURTHER and (is_linked or is_told)


def _apart_from_title(bad: Sequence[Weighed]) -> list[Weighed]:
    """Return what the text complains of; the title alone where the text does not.

    A title sums up. Where the text tells the matter without a word that we know, the title's name for it counts.
    """
    titles = [one for one in bad if one.part.line.field is TextField.TITLE]
    texts = [one for one in bad if one.part.line.field is not TextField.TITLE]
    if not texts or not titles:
        return texts or titles
    named = next((one for one in titles if one.issue.aspect), None)
    named = named or next((one for one in titles if one.issue.theme), None)
    if named is not None and not any(one.issue.aspect for one in texts):
        first = max(texts, key=lambda one: one.weight + one.severity)
        issue = replace(first.issue, theme=named.issue.theme, aspect=named.issue.aspect)
        texts[texts.index(first)] = first._replace(issue=issue, severity=max(first.severity, named.severity))
    return texts


def _best_guess(weighed: Sequence[Weighed], *, is_low: bool, is_sad: bool) -> list[Weighed]:
    """Return the clause that complains most likely: stars that are missing have a reason.

    Args:
        is_low: The stars say that there is a complaint; with four of five it is a small one, told in words that are
            neither happy nor a wish.
        is_sad: The stars say that there is nothing else.
    """
    named = [one for one in weighed if _can_be_named(one.issue)]
    if is_low:
        least = _LEAST_GUESS if is_sad else _LEAST_MIDDLE
        told = [one for one in weighed if one.weight > least and (is_sad or one.is_told or one.part.tone <= 0.0)]
        likely = [one for one in told if _can_be_named(one.issue)] or told
        return [max(likely, key=lambda one: one.weight)] if likely else []
    quiet = [one for one in named if one.is_told and one.part.tone <= _QUIET and one.weight > _LEAST_QUIET]
    first = max(quiet, key=lambda one: one.weight, default=None)
    return [] if first is None else [first._replace(issue=replace(first.issue, severity=1), severity=1)]


def _named_by_title(first: Weighed, weighed: Sequence[Weighed]) -> Weighed:
    """Return the main issue with what the title names, where the text names nothing: "Hot tub: there is none"."""
    issue = first.issue
    if issue.noun or issue.aspect or issue.theme:
        return first
    titles = [one.issue for one in weighed if _is_topic(one) and one.issue.noun]
    return first._replace(issue=replace(issue, noun=titles[0].noun, is_own=titles[0].is_own)) if titles else first


def _named_before(first: Weighed, weighed: Sequence[Weighed]) -> Weighed:
    """Return the main issue with the one thing of the clause before: "a car for Thursday. It was not ready"."""
    issue, part = first.issue, first.part
    at = next(number for number, one in enumerate(weighed) if one.part is part)
    is_it = issue.state and not issue.noun and _IT.match(part.line.folded.text, part.start)
    if not at or not is_it or issue.state in _AROUND:
        return first
    before = weighed[at - 1].part
    things = {one.text: one for one in things_in(words_in(before.line, before.start, before.end))}
    noun, is_own = noun_of(before.line, before.start, before.end)
    is_the_one = set(things) == {noun} and not (is_being(noun) or is_no_thing(noun) or is_plural(noun))
    if before.line.field is not part.line.field or not is_the_one or says_little(noun):
        return first
    return first._replace(issue=replace(issue, noun=noun, is_own=is_own))


def _named_by_hint(first: Weighed, parts: Sequence[Part], never: Set[str]) -> Weighed:
    """Return the main issue with the theme that its single words tell of, where nothing names it."""
    theme = ""
    if not _can_be_named(first.issue):
        others = [part for part in parts if part.tone <= 0.0 and part is not first.part]
        theme = next((told for part in (first.part, *others) if (told := hinted(part, parts))), "")
    return first._replace(issue=replace(first.issue, theme=theme)) if theme and theme not in never else first


def _told_on(first: Weighed, weighed: Sequence[Weighed]) -> Weighed:
    """Return the main issue with the place of all that tells it: "I asked for a refund. Nothing came"."""
    at = next(number for number, one in enumerate(weighed) if one.part is first.part)
    before, behind = reversed(weighed[max(0, at - _MAX_ON) : at]), weighed[at + 1 : at + 1 + _MAX_ON]
    issue = first.issue
    for others in (before, behind):
        for one in takewhile(lambda one: _is_of(one, first), others):
            start, end = min(issue.place.start, one.part.place.start), max(issue.place.end, one.part.place.end)
            issue = replace(issue, place=replace(issue.place, start=start, end=end))
            if not (issue.aspect or issue.state or issue.noun) and one.issue.theme == issue.theme:
                issue = replace(issue, aspect=one.issue.aspect)
    return first._replace(issue=issue)


def _is_of(one: Weighed, first: Weighed) -> bool:
    """Say whether a clause tells on of a matter: it names the same, or nothing of its own, and praises nothing."""
    part, issue = one.part, one.issue
    if part.line.field is not first.issue.place.field or part.tone > _KIND or one.is_asked:
        return False
    if (_key(issue) and _key(issue) == _key(first.issue)) or (issue.noun and issue.noun == first.issue.noun):
        return True
    is_own = bool(noun_of(part.line, part.start, part.end)[0] or issue.aspect)
    return not is_own or bool(_POINTS_BACK.match(part.line.folded.text, part.start))


def _is_topic(one: Weighed) -> bool:
    """Say whether a title only says what the review is about: "Hot tub"."""
    return one.part.line.field is TextField.TITLE and one.part.tone <= _QUIET


def _is_plain(one: Weighed) -> bool:
    """Say whether a clause has a name, and more than the stars to say that it complains."""
    is_bad = one.is_told or one.part.tone < UNHAPPY or bool(one.issue.aspect or one.issue.state)
    is_aside = _ASIDE.match(one.part.line.folded.text, one.part.start) is not None
    return is_bad and not is_aside and _can_be_named(one.issue)


def _stands_alone(one: Weighed) -> bool:
    """Say whether a clause tells a matter for sure, and does not only tell on: "nothing came"."""
    return _is_sure(one) and not _POINTS_BACK.match(one.part.line.folded.text, one.part.start)


def _is_scene(one: Weighed) -> bool:
    """Say whether a clause only sets the scene, beside one that tells what went wrong: "my appointment was at ten"."""
    is_bare = not (one.issue.aspect or one.issue.state or one.is_told or one.is_asked)
    return is_bare and one.part.tone > _SADDEST and bool(_SCENE.match(one.part.line.folded.text, one.part.start))


def _can_be_named(issue: Issue) -> bool:
    return bool(issue.noun or issue.aspect or issue.theme or issue.state)


def _standing(one: Weighed, others: Sequence[Weighed]) -> float:
    """Return how much speaks for an issue as the main one."""
    key = _key(one.issue)
    is_again = bool(key) and any(other is not one and _key(other.issue) == key for other in others)
    return (
        _GRAVE * one.severity
        + _BY_WEIGHT * one.weight
        + (_AGAIN if is_again else 0.0)
        + (_WORST if one.is_worst and one.severity > 1 and not _tells_on(one) else 0.0)
        + (_NAMED if one.issue.aspect or one.issue.state else 0.0)
        + (_UNMISTAKABLE if _is_first(one.issue) else 0.0)
        + (_LOSS if _is_loss(one.issue) else 0.0)
        - _FIRST * others.index(one)
        - (_AFTER if one.issue.aspect in _CONSEQUENCES and len(others) > 1 else 0.0)
    )


def _tells_on(one: Weighed) -> bool:
    """Say whether a clause points back, in words that alone may mean much: "nothing came"."""
    is_lone = bool(one.issue.aspect) and aspects()[one.issue.aspect].rank == LONE
    return is_lone and _POINTS_BACK.match(one.part.line.folded.text, one.part.start) is not None


def _is_apart(one: Weighed, first: Weighed) -> bool:
    """Say whether an issue is another matter than the main one."""
    return _family(one) != _family(first) and not one.issue.place.overlaps(first.issue.place)


def _family(one: Weighed) -> str:
    """Return what a name says an issue is about; a further issue of the same would say it twice."""
    aspect = "" if one.issue.state else one.issue.aspect
    return aspect.partition(".")[0] or one.issue.noun or f"{one.issue.place}"


def _is_first(issue: Issue) -> bool:
    return bool(issue.aspect) and not issue.state and aspects()[issue.aspect].rank == FIRST


def _is_loss(issue: Issue) -> bool:
    """Say whether money was taken twice or data is gone."""
    return issue.aspect in LOSSES or (issue.theme == "data_loss" and issue.state in _LOST)


def _key(issue: Issue) -> str:
    return issue.aspect.partition(".")[0] or issue.theme or issue.noun


def _once(issues: Iterable[Issue]) -> Iterator[Issue]:
    seen: set[str] = set()
    for issue in issues:
        noun = "" if issue.aspect and not issue.state else issue.noun
        keys = {issue.aspect or issue.theme, noun} - {""} or {f"{issue.place}"}
        if seen.isdisjoint(keys):
            yield issue
        seen |= keys


def _goods(parts: Sequence[Part], assessment: Assessment, never: Set[str]) -> Iterator[Issue]:
    seen = set(never)
    for one in assessment.themes:
        if one.polarity >= _HAPPY and one.theme not in seen:
            seen.add(one.theme)
            place = Place(one.field, one.start, one.end)
            part = next((part for part in parts if part.place == place), None)
            noun = noun_of(part.line, part.start, part.end)[0] if part else ""
            yield Issue(one.theme, place, one.polarity, 1, noun=noun)
