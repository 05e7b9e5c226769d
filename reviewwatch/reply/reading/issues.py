"""What a review complains of, the main thing first, and what it praises.

Each clause is weighed: what its phrases say by themselves, what `assess` heard in it, how it sounds, and the stars.
What was solved, happened elsewhere or is only wished for weighs little. What a clause names is an aspect where the
words are sure, else a noun of our own list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile
from typing import Final, NamedTuple

from reviewwatch.assess.judge import WORST
from reviewwatch.reply.reading.aspects import FIRST, GUESS, LONE, RANKS, SURE, Aspect, Named, aspects, named_in
from reviewwatch.reply.reading.cues import Hit, cues, hits
from reviewwatch.reply.reading.doubted import doubted_in
from reviewwatch.reply.reading.hints import hinted
from reviewwatch.reply.reading.lines import Line, stems_in
from reviewwatch.reply.reading.linking import IT, Link, links_of
from reviewwatch.reply.reading.nouns import noun_of, says_little
from reviewwatch.reply.reading.parts import Part
from reviewwatch.reply.reading.states import State, state_of
from reviewwatch.reply.understood import Issue, Place
from reviewwatch.types import Assessment, Rating, Reason, TextField, Theme

_LEAST: Final = 1.5
"""Weight from which a clause complains."""
_LEAST_FURTHER: Final = 3.2
"""The same for all but the main issue."""
_ASPECT, _THEME, _FAULT = 3.0, 1.2, 1.2
_LINK, _DEGREE = 2.5, 0.8
"""What a thing in a state adds; less where the state may be welcome: "the room was warm"."""
_TONE: Final = 1.0
_TURN: Final = 0.7
_TURNS: Final = re.compile(r"(?:but|yet|however|only|unfortunately|sadly)\b", re.IGNORECASE)
"""Words with which a sentence turns against the one before."""
_AS_WORST: Final = 0.4
_TELLING: Final = frozenset(["fault", "mild"])
_NEGATIVE_FIELD: Final = 2.0
_TAKEN: Final = {"solved": -4.0, "elsewhere": -4.0, "wish": -2.0, "verdict": -0.8, "not_fault": -1.5, "bare": -1.0}
"""What cues take from a clause."""
_ASKED: Final = -2.0
"""What a request or a promise in it takes."""
_STARS: Final = ((0.13, 1.0), (0.3, 0.8), (0.55, 0.4), (0.8, -0.5), (1.0, -1.4))
"""By share of the rating up to which, what stars add."""
_UNHAPPY: Final = -0.15
_SURE: Final = -0.4
"""Polarity from which a theme of `assess` is named though no aspect is."""
_HARD: Final = frozenset([
    "done", "not", "never", "stopped", "undone", "none", "missing", "ungiven", "cannot", "object", "charge", "lost",
    "late", "long", "predicate", "passive",
])  # fmt: skip
"""Kinds of states in which a thing fails, not only displeases."""
_HAPPY: Final = 0.3
_LOW: Final = 0.55
_SAD: Final = 0.3
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
_BY_WEIGHT: Final = 0.2
_FIRST: Final = 0.15
_AFTER: Final = 2.0
_CONSEQUENCES: Final = frozenset(["sleep.bad"])
"""What other faults lead to: named where nothing else is."""
_LOSSES: Final = frozenset(["billing.double", "app.data_loss"])
_LOST: Final = frozenset(["lost:", "object:deleted", "passive:lost", "passive:gone", "done:disappeared"])
_LOSS: Final = 1.2
"""What cost money or data comes before a missing answer or warning."""
_DOUBTED: Final = "description.claimed"
_NOT_SO: Final = State("shown")
"""What is said of something in quotation marks."""
_MAX: Final = 8
_BROKEN: Final = frozenset(["delivery.late"])
"""What a promise tells of that was not kept."""
_KIND: Final = 0.45
"""Tone above which a clause praises."""
_MAX_ON: Final = 2
"""Clauses up to which a matter is told on."""
_POINTS_BACK: Final = re.compile(r"(?:it|this|that|which|there|none|one|nothing|neither)\b", re.IGNORECASE)
_ASIDE: Final = re.compile(r"(?:if|at|for|with|despite|like|as if) ", re.IGNORECASE)
"""How a clause begins that only adds to another complaint: "at these prices"."""
_JOINTS: Final = frozenset(["and", "plus", "with"])
_NEAR: Final = 3
"""Words up to which a matter stands behind the word that joins it."""


class _Weighed(NamedTuple):
    part: Part
    weight: float
    severity: int
    issue: Issue
    is_worst: bool
    is_told: bool
    is_asked: bool


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
    heard = {id(part.line): _hear(part.line, lang or "en", never) for part in parts}
    parts = [piece for part in parts for piece in _apart(part, heard[id(part.line)])]
    weighed = [one for part in parts if (one := _weigh(part, heard[id(part.line)], assessment, rating, asked, never))]
    bad = _apart_from_title([one for one in weighed if _complains(one, rating)])
    if not bad and rating is not None and rating.share < _BEST:
        bad = _best_guess(weighed, is_low=rating.share <= _LOW, is_sad=rating.share <= _SAD)
    bad = [one for one in bad if not one.is_asked] or bad
    bad = [one for one in bad if _is_plain(one)] or bad
    order = sorted(bad, key=lambda one: -_standing(one, bad))
    order[:1] = [_told_on(_named_by_title(one, weighed), weighed) for one in order[:1]]
    sure = [one for one in order if one is order[0] or (_is_sure(one) and _family(one) != _family(order[0]))]
    sure = sure if len(sure) > 1 else [_named_by_hint(one, parts, never) for one in sure]
    return tuple(_once(one.issue for one in sure))[:_MAX], tuple(_goods(parts, assessment, never))[:_MAX]


def _complains(one: _Weighed, rating: Rating | None) -> bool:
    """Say whether a clause complains: under high stars only what is plain and can be named."""
    share = 0.5 if rating is None else rating.share
    if share < _GOOD:
        return one.weight >= _LEAST
    is_first = bool(one.issue.aspect) and aspects()[one.issue.aspect].rank == FIRST and one.part.tone <= _QUIET
    is_mild = share < _BEST or is_first
    return _can_be_named(one.issue) and one.weight >= (_LEAST if is_mild else _LEAST_BEST)


def _is_sure(one: _Weighed) -> bool:
    """Say whether a further issue is named: better left out than wrong."""
    issue = one.issue
    is_linked = bool(issue.state) and state_of(issue.state).kind not in ("thing", "degree")
    rank = aspects()[issue.aspect].rank if issue.aspect else GUESS
    is_told = rank in (FIRST, SURE) or (rank == LONE and one.is_told)
    is_aside = issue.aspect in _CONSEQUENCES or _ASIDE.match(one.part.line.folded.text, one.part.start) is not None
    is_further = not one.is_asked and not is_aside
    return is_further and one.weight >= _LEAST_FURTHER and (is_linked or is_told)


def _apart_from_title(bad: Sequence[_Weighed]) -> list[_Weighed]:
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


def _best_guess(weighed: Sequence[_Weighed], *, is_low: bool, is_sad: bool) -> list[_Weighed]:
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


def _named_by_title(first: _Weighed, weighed: Sequence[_Weighed]) -> _Weighed:
    """Return the main issue with what the title names, where the text names nothing: "Hot tub: there is none"."""
    issue = first.issue
    if issue.noun or issue.aspect or issue.theme:
        return first
    titles = [one.issue for one in weighed if _is_topic(one) and one.issue.noun]
    return first._replace(issue=replace(issue, noun=titles[0].noun, is_own=titles[0].is_own)) if titles else first


def _named_by_hint(first: _Weighed, parts: Sequence[Part], never: Set[str]) -> _Weighed:
    """Return the main issue with the theme that its single words tell of, where nothing names it."""
    theme = ""
    if not _can_be_named(first.issue):
        others = [part for part in parts if part.tone <= 0.0 and part is not first.part]
        theme = next((told for part in (first.part, *others) if (told := hinted(part, parts))), "")
    return first._replace(issue=replace(first.issue, theme=theme)) if theme and theme not in never else first


def _told_on(first: _Weighed, weighed: Sequence[_Weighed]) -> _Weighed:
    """Return the main issue with the place of all that tells it: "I asked for a refund. Nothing came"."""
    at = next(number for number, one in enumerate(weighed) if one.part is first.part)
    before, behind = reversed(weighed[max(0, at - _MAX_ON) : at]), weighed[at + 1 : at + 1 + _MAX_ON]
    issue = first.issue
    for others in (before, behind):
        for one in takewhile(lambda one: _is_of(one, first), others):
            start, end = min(issue.place.start, one.part.place.start), max(issue.place.end, one.part.place.end)
            issue = replace(issue, place=replace(issue.place, start=start, end=end))
            if not (issue.aspect or issue.state) and one.issue.theme == issue.theme:
                issue = replace(issue, aspect=one.issue.aspect)
    return first._replace(issue=issue)


def _is_of(one: _Weighed, first: _Weighed) -> bool:
    """Say whether a clause tells on of a matter: it names the same, or nothing of its own, and praises nothing."""
    part, issue = one.part, one.issue
    if part.line.field is not first.issue.place.field or part.tone > _KIND or one.is_asked:
        return False
    if (_key(issue) and _key(issue) == _key(first.issue)) or (issue.noun and issue.noun == first.issue.noun):
        return True
    is_own = bool(noun_of(part.line, part.start, part.end)[0] or issue.aspect)
    return not is_own or bool(_POINTS_BACK.match(part.line.folded.text, part.start))


def _is_topic(one: _Weighed) -> bool:
    """Say whether a title only says what the review is about: "Hot tub"."""
    return one.part.line.field is TextField.TITLE and one.part.tone <= _QUIET


def _is_plain(one: _Weighed) -> bool:
    """Say whether a clause has a name, and more than the stars to say that it complains."""
    is_bad = one.is_told or one.part.tone < _UNHAPPY or bool(one.issue.aspect or one.issue.state)
    is_aside = _ASIDE.match(one.part.line.folded.text, one.part.start) is not None
    return is_bad and not is_aside and _can_be_named(one.issue)


def _can_be_named(issue: Issue) -> bool:
    return bool(issue.noun or issue.aspect or issue.theme or issue.state)


def _standing(one: _Weighed, others: Sequence[_Weighed]) -> float:
    """Return how much speaks for an issue as the main one."""
    key = _key(one.issue)
    is_again = bool(key) and any(other is not one and _key(other.issue) == key for other in others)
    return (
        _GRAVE * one.severity
        + _BY_WEIGHT * one.weight
        + (_AGAIN if is_again else 0.0)
        + (_WORST if one.is_worst and one.severity > 1 else 0.0)
        + (_NAMED if one.issue.aspect or one.issue.state else 0.0)
        + (_LOSS if _is_loss(one.issue) else 0.0)
        - _FIRST * others.index(one)
        - (_AFTER if one.issue.aspect in _CONSEQUENCES and len(others) > 1 else 0.0)
    )


def _family(one: _Weighed) -> str:
    """Return what a name says an issue is about; a further issue of the same would say it twice."""
    aspect = "" if one.issue.state else one.issue.aspect
    return aspect.partition(".")[0] or one.issue.noun or f"{one.issue.place}"


def _is_loss(issue: Issue) -> bool:
    """Say whether money was taken twice or data is gone."""
    return issue.aspect in _LOSSES or (issue.theme == "data_loss" and issue.state in _LOST)


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


class _Heard(NamedTuple):
    """What a line names and tells, looked up once for all its clauses."""

    named: Sequence[Named]
    told: Sequence[Hit]
    is_english: bool


def _hear(line: Line, lang: str, never: Set[str]) -> _Heard:
    doubted = [Named(aspects()[_DOUBTED], words.start, words.stop) for words in (doubted_in(line) if lang == "en" else ())]
    return _Heard(
        [one for one in (*doubted, *named_in(line, lang)) if never.isdisjoint((one.aspect.theme, one.aspect.family))],
        list(hits(cues("faults"), line)),
        lang == "en",
    )


def _apart(part: Part, heard: _Heard) -> Iterator[Part]:
    """Yield a clause, in two where "and" joins a thing to another matter: "a dent in the foot and a bot on the phone"."""
    named = [one for one in heard.named if one.first in part.words]
    for seam in range(part.words.start + 1, part.words.stop - 1):
        if _word(part.line, seam) in _JOINTS and any(_begins_behind(one, seam) for one in named):
            (_, end), (start, _) = part.line.spans[seam - 1], part.line.spans[seam + 1]
            left = part._replace(end=end, words=range(part.words.start, seam))
            is_whole = all(one.last <= seam or one.first > seam for one in named)
            if is_whole and noun_of(left.line, left.start, left.end)[0]:
                yield left
                yield part._replace(start=start, words=range(seam + 1, part.words.stop))
                return
    yield part


def _begins_behind(one: Named, seam: int) -> bool:
    return one.aspect.rank in (FIRST, SURE) and 0 < one.first - seam <= _NEAR


def _word(line: Line, at: int) -> str:
    return line.folded.text[slice(*line.spans[at])].lower()


def _weigh(
    part: Part,
    heard: _Heard,
    assessment: Assessment,
    rating: Rating | None,
    asked: Sequence[Place],
    never: Set[str],
) -> _Weighed | None:
    if part.line.field is TextField.POSITIVE or not part.words:
        return None
    named = [one for one in heard.named if one.first in part.words]
    themes = [one for one in _themes(part, assessment) if one.polarity <= _UNHAPPY and one.theme not in never]
    told = frozenset(hit.cue.name for hit in heard.told if hit.first in part.words)
    links = links_of(part.line, part.start, part.end) if heard.is_english else []
    best = _best(named)
    weight = (_ASPECT if named else _of_links(links)) + (
        _THEME - min(one.polarity for one in themes) if themes else 0.0
    )
    weight += _FAULT if "fault" in told and "not_fault" not in told else 0.0
    is_hard = any(map(_is_hard, links)) or (best is not None and best.aspect.key == _DOUBTED)
    is_turn = part.is_turn or bool(_TURNS.match(part.line.text))
    # "Took ten minutes to get warm" sounds warm, and is not.
    weight += -_TONE * (min(part.tone, 0.0) if is_hard else part.tone) + (_TURN if is_turn else 0.0)
    weight += _NEGATIVE_FIELD if part.line.field is TextField.NEGATIVE else 0.0
    weight += sum(taken for name, taken in _TAKEN.items() if name in told and not (name == "wish" and is_hard))
    is_asked = any(_overlaps(one, part.place) for one in asked) and not is_hard
    # Who asks for a refund or an answer complains, and so does who tells of a delivery promised for last week.
    is_demand = is_asked and best is not None and (best.aspect.rank == FIRST or best.aspect.key in _BROKEN)
    is_asked = is_asked and not (is_demand and best is not None and best.aspect.key in _BROKEN)
    weight += _of_stars(rating) + (_ASKED if is_asked and not is_demand else 0.0)
    severity = _severity(best.aspect.severity if best else 2, told, rating, is_hard=is_hard)
    issue = _issue(part, best, links, themes, heard.is_english)
    issue = replace(issue, polarity=min([part.tone, *(one.polarity for one in themes), -0.3]), severity=severity)
    is_worst = any(one.why == WORST and _overlaps(one, part.place) for one in assessment.reasons)
    is_told = is_turn or not told.isdisjoint(_TELLING)
    weight += _AS_WORST if is_worst else 0.0
    return _Weighed(part, weight, severity, issue, is_worst, is_told, is_asked)


def _issue(part: Part, best: Named | None, links: Sequence[Link], themes: Sequence[Theme], is_english: bool) -> Issue:
    """Return what a clause complains of, named as closely as its words are sure."""
    aspect = best.aspect if best else None
    noun, is_own, place = _noun(part) if is_english else ("", False, part.place)
    if aspect is not None and aspect.key == _DOUBTED and noun and noun == noun_of(part.line, *_reach(part, best))[0]:
        return Issue(aspect.theme, part.place, 0.0, 2, noun=noun, state=_NOT_SO.key)
    is_backed = aspect is not None and (not is_english or _is_backed(aspect, part, themes, noun))
    said = stems_in(part.line.folded.text[part.start : part.end])
    heard = _theme(themes)
    theme = aspect.theme if aspect is not None and is_backed else heard
    bare = Issue(theme, part.place, 0.0, 2, aspect=aspect.key if aspect is not None and is_backed else "")
    link = next((one for one in links if one.state is not None), links[0] if links else None)
    if link is not None and link.thing.text == IT:
        return bare if bare.aspect else replace(bare, state=link.state.key if link.state else "")
    if link is not None and (aspect is None or aspect.rank != FIRST):
        state = link.state.key if link.state else ""
        return replace(bare, noun=link.thing.text, state=state, is_own=link.is_own)
    if theme == heard and not is_backed and (not noun or says_little(noun)) and said.isdisjoint(_words_of(theme)):
        bare = replace(bare, theme="")  # heard, but not said: a name would add to what the review says
    if aspect is not None and aspect.rank not in (FIRST, SURE) and noun and not says_little(noun):
        bare = replace(bare, aspect="")  # the thing itself is surer
    if bare.aspect and place != part.place:
        return bare
    return replace(bare, place=place, noun=noun, is_own=is_own)


def _reach(part: Part, named: Named | None) -> tuple[int, int]:
    """Return from where to where the words of an aspect stand."""
    spans = part.line.spans
    return (spans[named.first][0], spans[named.last - 1][1]) if named else (0, 0)


def _words_of(theme: str) -> frozenset[str]:
    return stems_in(theme.replace("_", " "))


def _is_backed(aspect: Aspect, part: Part, themes: Sequence[Theme], noun: str) -> bool:
    """Say whether something else speaks for an aspect, whose phrases may mean something else: a theme that the judgment
    found there, a word of its names, or that the clause holds no thing of its own."""
    if aspect.rank in (FIRST, SURE, GUESS):
        return aspect.rank != GUESS
    if aspect.rank == LONE and (not noun or says_little(noun)):
        return True
    said = stems_in(part.line.folded.text[part.start : part.end])
    is_said = not stems_in(" ".join(aspects()[aspect.key].names)).isdisjoint(said)
    return is_said or any(one.theme == aspect.theme for one in themes)


def _of_links(links: Sequence[Link]) -> float:
    if not links:
        return 0.0
    is_plain = any(one.state is None or one.state.kind != "degree" for one in links)
    return _LINK if is_plain else _DEGREE


def _noun(part: Part) -> tuple[str, bool, Place]:
    """Return what a clause is about, and where it is told: if not in the clause, in its sentence before it."""
    noun, is_own = noun_of(part.line, part.start, part.end)
    if noun:
        return noun, is_own, part.place
    noun, is_own = noun_of(part.line, part.line.start, part.start)
    return noun, is_own, part.line.place() if noun else part.place


def _of_stars(rating: Rating | None) -> float:
    if rating is None:
        return 0.0
    return next((added for share, added in _STARS if rating.share <= share), 0.0)


def _themes(part: Part, assessment: Assessment) -> list[Theme]:
    place = part.place
    return [one for one in assessment.themes if _overlaps(one, place)]


def _overlaps(one: Theme | Reason | Place, place: Place) -> bool:
    return one.field is place.field and one.start < place.end and place.start < one.end


def _theme(themes: Sequence[Theme]) -> str:
    """Return the theme that `assess` heard, where it is sure."""
    worst = min(themes, key=lambda one: one.polarity, default=None)
    return worst.theme if worst is not None and worst.polarity <= _SURE else ""


def _best(named: Sequence[Named]) -> Named | None:
    """Return a loss, else the surest aspect; of those, the one in most words; of equals, the first of the file."""

    def order(one: Named) -> tuple[bool, int, int]:
        return one.aspect.key in _LOSSES, RANKS.index(one.aspect.rank), one.last - one.first

    return max(named, key=order, default=None)


def _is_hard(link: Link) -> bool:
    """Say whether a thing did not do what it is for, whatever else was good."""
    return link.state is not None and link.state.kind in _HARD


def _severity(base: int, told: frozenset[str], rating: Rating | None, *, is_hard: bool) -> int:
    share = 0.5 if rating is None else rating.share
    level = base + (1 if "severe" in told and share < _LOW else 0) - (1 if "mild" in told else 0)
    level -= 1 if share >= 0.7 and base < 3 and not is_hard else 0
    return max(1, min(3, level))


def _goods(parts: Sequence[Part], assessment: Assessment, never: Set[str]) -> Iterator[Issue]:
    seen = set(never)
    for one in assessment.themes:
        if one.polarity >= _HAPPY and one.theme not in seen:
            seen.add(one.theme)
            place = Place(one.field, one.start, one.end)
            part = next((part for part in parts if part.place == place), None)
            noun = noun_of(part.line, part.start, part.end)[0] if part else ""
            yield Issue(one.theme, place, one.polarity, 1, noun=noun)
