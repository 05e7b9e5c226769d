"""How much a clause complains, and of what: by its phrases, by what `assess` heard, by how it sounds, by the stars.

What was solved, happened elsewhere or is only wished for weighs little. What a clause names is an aspect where the
words are sure, else a thing in a state, else a noun of our own list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Final, NamedTuple

from reviewwatch.reply.reading.aspects import FIRST, GUESS, LONE, RANKS, SURE, UNSURE, Aspect, Named, aspects, named_in
from reviewwatch.reply.reading.cues import Hit, cues, hits
from reviewwatch.reply.reading.doubted import doubted_in
from reviewwatch.reply.reading.lines import Line, stems_in
from reviewwatch.reply.reading.linking import IT, Link, links_of
from reviewwatch.reply.reading.nouns import noun_of, says_little
from reviewwatch.reply.reading.parts import Part
from reviewwatch.reply.reading.states import State
from reviewwatch.reply.understood import Issue, Place
from reviewwatch.types import Assessment, Rating, Reason, TextField, Theme, Unhappy

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
UNHAPPY: Final = -0.15
_SURE: Final = -0.4
"""Polarity from which a theme of `assess` is named though no aspect is."""
_HARD: Final = frozenset([
    "done", "not", "never", "stopped", "undone", "none", "missing", "ungiven", "cannot", "object", "charge", "lost",
    "late", "long", "predicate", "passive",
])  # fmt: skip
"""Kinds of states in which a thing fails, not only displeases."""
LOSSES: Final = frozenset(["billing.double", "app.data_loss"])
_DOUBTED: Final = "description.claimed"
_NOT_SO: Final = State("shown")
"""What is said of something in quotation marks."""
_BROKEN: Final = frozenset(["delivery.late"])
"""What a promise tells of that was not kept."""
_USUAL: Final = 2
"""Severity of what no aspect tells more of."""
_JOINTS: Final = frozenset(["and", "plus", "with"])
_LOW: Final = 0.55


class Weighed(NamedTuple):
    """A clause with how much it complains, and of what.

    Attributes:
        weight: Some 1.5 and more where it complains.
        severity: 1 to 3.
        is_worst: `assess` found nothing worse in the review.
        is_told: Its own words say that something was wrong.
        is_asked: It asks for something, or tells of a promise.
    """

    part: Part
    weight: float
    severity: int
    issue: Issue
    is_worst: bool
    is_told: bool
    is_asked: bool


class Heard(NamedTuple):
    """What a line names and tells, looked up once for all its clauses."""

    named: Sequence[Named]
    told: Sequence[Hit]
    is_english: bool


def hear(line: Line, lang: str, never: Set[str]) -> Heard:
    """Look up what a line names and tells.

    Args:
        never: Themes and families of aspects that are not meant here.
    """
    doubted = [
        Named(aspects()[_DOUBTED], words.start, words.stop) for words in (doubted_in(line) if lang == "en" else ())
    ]
    return Heard(
        [one for one in (*doubted, *named_in(line, lang)) if never.isdisjoint((one.aspect.theme, one.aspect.family))],
        list(hits(cues("faults"), line)),
        lang == "en",
    )


def apart(part: Part, heard: Heard) -> Iterator[Part]:
    """Yield a clause, or its pieces where it lists matters: "a dent in the lid and a bot on the line"."""
    left = part
    for seam in _seams(part):
        start, behind = left.words.start, seam + (_word(part.line, seam) in _JOINTS)
        one, other = _piece(left, start, seam), _piece(left, behind, left.words.stop)
        is_whole = all(
            named.last <= seam or named.first >= behind for named in heard.named if named.first in left.words
        )
        if is_whole and _complains_alone(one, heard) and _complains_alone(other, heard):
            yield one
            left = other
    yield left


def _seams(part: Part) -> list[int]:
    """Return the words at which a list may go on: "and", and what stands behind a comma."""
    text, spans = part.line.folded.text, part.line.spans
    words = range(part.words.start + 1, part.words.stop - 1)
    return [at for at in words if _word(part.line, at) in _JOINTS or "," in text[spans[at - 1][1] : spans[at][0]]]


def _piece(part: Part, first: int, last: int) -> Part:
    spans = part.line.spans
    return part._replace(start=spans[first][0], end=spans[last - 1][1], words=range(first, last))


def _complains_alone(part: Part, heard: Heard) -> bool:
    """Say whether a piece of a clause tells a matter: an aspect that is sure, or a thing in a state."""
    if not part.words or not heard.is_english:
        return False
    if any(one.first in part.words and one.aspect.rank in (FIRST, SURE) for one in heard.named):
        return True
    return any(link.state is not None for link in links_of(part.line, part.start, part.end))


def _word(line: Line, at: int) -> str:
    return line.folded.text[slice(*line.spans[at])].lower()


def weigh(
    part: Part,
    heard: Heard,
    assessment: Assessment,
    rating: Rating | None,
    asked: Sequence[Place],
    never: Set[str],
) -> Weighed | None:
    """Weigh a clause; None for one that says nothing, or what was asked to be good.

    Args:
        asked: Where the review asks for something or tells of a promise.
        never: Themes and families of aspects that are not meant here.
    """
    if part.line.field is TextField.POSITIVE or not part.words:
        return None
    named = [one for one in heard.named if one.first in part.words]
    themes = [one for one in _themes(part, assessment) if one.polarity <= UNHAPPY and one.theme not in never]
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
    is_broken = best is not None and best.aspect.key in _BROKEN
    is_asked = any(_overlaps(one, part.place) for one in asked) and not is_hard and not is_broken
    # Who asks for a refund or an answer complains.
    is_demand = best is not None and best.aspect.rank == FIRST
    weight += _of_stars(rating) + (_ASKED if is_asked and not is_demand else 0.0)
    base = best.aspect.severity if best and best.aspect.rank not in (UNSURE, GUESS) else _USUAL
    severity = _severity(base, told, rating, is_hard=is_hard)
    issue = _issue(part, best, links, themes, heard.is_english)
    issue = replace(issue, polarity=min([part.tone, *(one.polarity for one in themes), -0.3]), severity=severity)
    is_worst = any(one.why == Unhappy.WORST and _overlaps(one, part.place) for one in assessment.reasons)
    is_told = is_turn or not told.isdisjoint(_TELLING)
    weight += _AS_WORST if is_worst else 0.0
    return Weighed(part, weight, severity, issue, is_worst, is_told, is_asked)


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
        return one.aspect.key in LOSSES, RANKS.index(one.aspect.rank), one.last - one.first

    return max(named, key=order, default=None)


def _is_hard(link: Link) -> bool:
    """Say whether a thing did not do what it is for, whatever else was good."""
    return link.state is not None and link.state.kind in _HARD


def _severity(base: int, told: frozenset[str], rating: Rating | None, *, is_hard: bool) -> int:
    share = 0.5 if rating is None else rating.share
    level = base + (1 if "severe" in told and share < _LOW else 0) - (1 if "mild" in told else 0)
    level -= 1 if share >= 0.7 and base < 3 and not is_hard else 0
    return max(1, min(3, level))
