"""A thing and what is wrong with it, where one clause links them: "the pool was cold", "no towels", "cannot open the safe".

The words of a clause become one line of text in which nouns of our own list are marked; patterns find what is said of
them. A thing and a state that only stand near each other are never put together. English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from reviewwatch.reply.reading import states
from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.reading.nouns import (
    Thing,
    is_being,
    is_digital,
    is_fault,
    is_no_thing,
    is_own,
    things_in,
    words_in,
)
from reviewwatch.reply.reading.states import State


class Link(NamedTuple):
    """A thing of our own list in a state of our own list.

    Attributes:
        state: None where the thing is all that can be named.
    """

    thing: Thing
    state: State | None
    is_own: bool


_COLD: Final = State("gradable", "cold")
_FROZE: Final = State("done", "froze")
_WHOLE: Final = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "dont": "do not"}
_PART: Final = re.compile(
    r"(?:half|part|parts|some|most|one|two|three|four|five|six|none|all|many|several|each|\d+) of$"
)
_DET: Final = (
    r"(?:(?:the|a|an|my|our|your|their|its|this|that|these|those|all|any|both|his|her|whole|entire|every|each) )*"
)
_WORD: Final = r"[^\s,]+"
_THING: Final = r"(?:[^\s,]+‹(?P<n>\d+)›)"
_OTHER: Final = r"[^\s,]+‹\d+›"
_WHERE: Final = "in|on|of|at|by|from|for|with|near|outside|inside|above|below|to|next to|under|over|behind|around|after"
_ASIDE: Final = (
    rf"(?: (?:{_WHERE}) {_DET}(?:{_WORD} ){{0,2}}?(?:{_OTHER}|middle|morning|evening|afternoon|night|end|side|top|bottom|"
    r"start|weekend|beginning|day|one|it|us|me))"
)
_REL: Final = (
    r"(?: ,)?(?: (?:that|which) (?=\S)| (?:that |which )?(?:i|we|they|you) (?:\w+ )?(?:bought|got|ordered|had|booked|"
    r"received|paid for|were given|was given|chose|asked for|were put in|stayed in|sat at|were shown))?"
)
_AUX: Final = "was|were|is|are|has|have|had|will|would|just|keeps|kept|keep|'s|can|could|then|being|been|started|starts"
_NEG: Final = r"(?:(?:did|does|do|would|will|could|can|has|have|had|is|was|are|were|still) (?:\w+ly |still |just )?not|never|no longer|hardly|barely|refuse[sd]? to|fail(?:s|ed)? to|nowhere near)"
_NUMBER: Final = (
    r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|"
    r"several|many|half an|half a|a couple of|a few|nearly an|over an|over a|more than an|most of the|all|the whole|almost an)"
)
_SPAN: Final = (
    rf"(?:ages|forever|for ever|an eternity|hours|days|weeks|months|minutes|too long|so long|very long|far too long|long|"
    rf"a long time|{_NUMBER}(?: and a half| more| whole| full| working| business)* "
    r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|evenings?|mornings?|afternoons?|years?))"
)
_NOTHING: Final = (
    r"(?:there (?:was|were|is|are|be) )?(?:no|without|without any|not any|not a single|not one|zero|lack of|lacks|lacking|lacked|"
    r"absence of|missing|(?:did|do|does|had|has|have) not (?:even )?(?:have|offer|provide|include|own) (?:any|a|an))"
)
_PLAIN: Final = (
    r"(?:(?:single|any|real|proper|decent|working|such|more|other|extra|spare|further|available|actual|usable) )?"
)
_GIVEN: Final = (
    r"(?:never|(?:did|do|does|have|has) not(?: even| yet)?)(?: ever)? "
    r"(?:get|got|receive|received|see|saw|give us|gave us|gave me|give me|bring|brought|bring us|brought us|send|sent)"
)
_EASY: Final = r"(?:can|could|be|was|is|were|are|am) not (?:be )?(?:able to |possible to |allowed to )?"
_BARRED: Final = (
    rf"(?:(?P<hard>hard|difficult|tricky|awkward|a pain|a nightmare|a struggle|a fight|trouble|a hassle|complicated) to|{_EASY}|impossible to|no way to|no way of|"
    r"unable to|no option to|no possibility to|nowhere to|nobody could|no one could|"
    r"(?:would|did|does|will|do) not (?:let|allow) (?:me|us|you)(?: to)?)"
)
_SHOWN: Final = (
    r"(?:nothing like|not like|not at all like|not as|different (?:from|to|than)|far from|not what|not match|bears no resemblance to)"
    r"(?: \S+){0,4}? (?:photos?|pictures?|images?|description|described|descriptions|advertised|website|page|listing|shown|pictured|"
    r"promised|advert|site|catalogue|menu|brochure|screenshots?|video)\b"
)
_REJECTED: Final = re.compile(
    r"(?:^|\s)(?:i|we|to|i've|we've|i'd|we'd|i'm|myself|already)(?: had| have| even| just| then| also)*$"
)
_NEGATED: Final = re.compile(
    r"(?:^|\s)(?:no|not|never|without|hardly|any|nothing|less|than)(?: a| an| any| very| too| so| that| the)*$"
)


def links_of(line: Line, start: int, end: int) -> list[Link]:
    """Return the things of a clause that are told to be wrong, each with its state, in the order of the text.

    Args:
        start, end: Of the clause in the line's folded text.
    """
    words = words_in(line, start, end)
    things = [one for one in things_in(words) if not (is_being(one.text) or is_no_thing(one.text))]
    if not things:
        return []
    text = _marked(words, things)
    found = sorted(_found(text, things), key=lambda one: one[0])
    return [Link(things[at], state, is_own(words, things[at])) for _, at, state in found]


def _marked(words: Sequence[str], things: Sequence[Thing]) -> str:
    """Return the words of a clause, short negations in full and each thing one word with its number behind."""
    parts: list[str] = []
    at = 0
    starts = {thing.first: number for number, thing in enumerate(things)}
    while at < len(words):
        if at in starts:
            thing = things[starts[at]]
            parts.append("_".join(words[at : thing.last]) + f"‹{starts[at]}›")
            at = thing.last
        else:
            parts.append(_full(words[at]))
            at += 1
    return " ".join(parts)


def _full(word: str) -> str:
    if word in _WHOLE:
        return _WHOLE[word]
    return f"{word[:-3]} not" if word.endswith("n't") else word


def _found(text: str, things: Sequence[Thing]) -> Iterator[tuple[int, int, State | None]]:
    """Yield where a link begins, which thing it is of and the state."""
    for pattern, known in _patterns():
        for match in pattern.finditer(text):
            at = int(match["n"])
            state = _state(match, known, things[at])
            if state is not None and not _is_rejected(match, state, things[at], text):
                is_part = bool(_PART.search(_before(text, match, 4)))
                yield match.start(), at, None if is_part else state


def _state(match: re.Match[str], known: Mapping[str, State] | State, thing: Thing) -> State | None:
    if isinstance(known, State):
        return known
    state = known.get(_bare(match["w"]))
    if state in (_COLD, _FROZE):
        return _FROZE if is_digital(thing.text) else _COLD
    if state is not None and state.kind == "cannot" and match.groupdict().get("hard"):
        return State("hard", state.word)
    return state


def _is_rejected(match: re.Match[str], state: State, thing: Thing, text: str) -> bool:
    before = text[: match.start()].rstrip()
    if state.kind in ("none", "few", "ungiven", "little", "late") and is_fault(thing.text):
        return True
    if state.kind == "object" and (not before or before[-1] in ",.;" or _REJECTED.search(before)):
        return True  # a sentence without a subject tells of its author
    is_attribute = match.groupdict().get("a") is not None
    return is_attribute and bool(_NEGATED.search(before))


def _before(text: str, match: re.Match[str], n: int) -> str:
    own = match.start("n")
    words = text[:own].rsplit("‹", 1)[0].split()
    kept = words[max(0, len(words) - 1 - n) : len(words) - 1]
    while kept and kept[-1] in ("the", "my", "our", "a", "an", "them", "these", "those", "your", "their"):
        kept.pop()
    return " ".join(kept)


_MARK: Final = re.compile(r"‹\d+›")


def _bare(words: str) -> str:
    return _MARK.sub("", words).replace("_", " ")


def _any(words: Iterable[str]) -> str:
    """Return the alternatives of a list, the longest first; any of their words may be marked as a thing."""
    ordered = sorted(words, key=lambda one: (-len(one), one))
    return "|".join(r"(?:‹\d+›)?[ _]".join(map(re.escape, one.split())) for one in ordered)


@cache
def _patterns() -> Sequence[tuple[re.Pattern[str], Mapping[str, State] | State]]:
    """Return what to look for, each with the states by their words, or the one state that it tells."""
    end = r"(?:‹\d+›)?(?![^\s,])"
    be, adverbs = _any(states.words_of("be")), _any(states.words_of("adverbs"))
    adverbs = rf"(?: (?:{adverbs}))*"
    subject = rf"{_THING}{_ASIDE}{{0,2}}{_REL}"
    first = rf"(?:(?<=^)|(?<=, )|(?<=with )|(?<=and )|(?<=but ))(?:{_DET})?{_THING}{_ASIDE}?"
    aux = rf"(?: (?:{_AUX}|{_any(states.words_of('adverbs'))}))*"
    patterns: list[tuple[str, Mapping[str, State] | State]] = [
        (rf"{subject}{adverbs} (?:{be})(?: (?:been|being))?{adverbs} (?P<w>{_any(states.adjectives())}){end}(?!(?<=hard) to )", states.adjectives()),
        (rf"{first}{adverbs} (?P<w>{_any(states.short_adjectives())}){end}(?! {_OTHER}| (?:the|my|our|a|an|me|us|it|them|your|his|her)\b)", states.short_adjectives()),
        (rf"{subject}{adverbs} (?:{be}){adverbs} (?P<hard>hard|difficult|tricky|impossible|a pain|a nightmare|awkward|fiddly) to (?P<w>{_any(states.barred())}){end}", states.barred()),
        (rf"{subject}{aux} (?P<w>{_any(states.verbs())}){end}", states.verbs()),
        (rf"{subject}{adverbs} {_NEG}{aux} (?P<w>{_any(states.denied())}){end}", states.denied()),
        (rf"{subject}{adverbs} (?:(?:{be})|could|can|has|have|had|would)(?: (?:been|be))?{adverbs} (?:not|never|hardly|barely)(?: (?:been|be))?{adverbs} (?P<w>{_any(states.undone())}){end}", states.undone()),
        (rf"{subject}{adverbs} (?:never|hardly|barely)(?: (?:got|been|be|was|were))?{adverbs} (?P<w>{_any(states.undone())}){end}", states.undone()),
        (rf"{subject}{aux} (?:stopped|stops|quit) (?P<w>{_any(states.stopped())}){end}", states.stopped()),
        (rf"{subject}{aux} (?:took|takes|taking|needs|needed)(?: us| me| them)?(?: (?:over|nearly|almost|more than|about|around|at least|only|well over|up to|another|a good))*(?: {_SPAN})", State("long")),
        (rf"{subject}{aux} (?:came|come|arrived|turned up|comes|arrives|arrive|was|were|is|are|delivered)(?: (?!on|not|too|in|of)[^\s,]+){{0,4}} (?:late|overdue|behind schedule)(?![^\s,])", State("late")),
        (rf"{subject}{aux} (?:closes|closed|close|opens|opened|open|shuts|shut) (?:at|so|too|from|before|only|already|very|down at|early|late)(?![^\s,])", State("hours")),
        (rf"(?:waiting|waited|wait)(?: \S+){{0,4}} for {_DET}(?:{_WORD} )?{_THING}", State("awaited")),
        (rf"{subject}{aux} {_SHOWN}", State("shown")),
        (rf"{subject}{aux} (?:(?:ran|run|runs|running) out|all gone|(?:was|were) gone|finished)(?![^\s,])", State("spent")),
        (rf"(?:ran|run|runs|running|were|was|are|is|be|always|sold) out of (?!order|stock|service|step|date|use|place|sight|reach|touch|control|tune|hand|action|the way|our|my|his|bounds){_DET}(?:{_WORD} )?{_THING}", State("spent")),
        (rf"(?<![^\s,]){_NOTHING} {_PLAIN}{_THING}", State("none")),
        (rf"(?<![^\s,]){_GIVEN} {_DET}(?:{_WORD} )?{_THING}", State("ungiven")),
        (rf"(?<![^\s,])(?:not enough|too few|hardly any|barely any|only one|just one|only a few|insufficient|not nearly enough) {_THING}", State("few")),
        (rf"(?<![^\s,])(?:too many|so many|far too many|way too many) (?:{_WORD} )?{_THING}", State("many")),
        (rf"(?<![^\s,]){_BARRED} ?(?P<w>{_any(states.barred())}) {_DET}(?:{_WORD} )?{_THING}", states.barred()),
        (rf"(?<![^\s,])(?P<w>{_any(states.acts())})(?: up)? (?:the|my|our|all my|all our|all the|half my|half our|half of my) (?:{_WORD} )?{_THING}", states.acts()),
        (rf"(?<![^\s,])(?:gave|given|giving|give|gives) (?:the|my|our) (?:{_WORD} )?{_THING} (?:away|to)(?![^\s,])", State("object", "given_away")),
        (rf"(?<![^\s,])(?:charged|charge|charges|billed|charging)(?: me| us| my card)?(?: \S+){{0,3}}? for {_DET}(?:{_WORD} )?{_THING}", State("charge")),
        (rf"(?P<a>(?<![^\s,])(?P<w>{_any(states.attributes())})){end}(?: (?:old|little|big|great|and (?!the|my|our|a|an|no|it|they)\w+|plastic|wooden|metal|glass))? {_THING}", states.attributes()),
    ]  # fmt: skip
    return [(re.compile(pattern), known) for pattern, known in patterns]
