"""Where a review asks for something, tells of a promise, or says what would win its author over.

English, with the commonest ways of asking in four more languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.reading.nouns import noun_of, says_little
from reviewwatch.reply.understood import Issue, Place
from reviewwatch.types import TextField

_EDGES: Final = " \t\n.,;:!?\"'“”‘’()"
_MAX: Final = 8


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


_BEGIN: Final = (
    r"(?:^|(?<=[.!?;:,–—-])\s*|\b(?:and|but|so|now|then|also|or)\s+)(?:please,?\s+|pls\s+|do\s+|"
    r"just\s+|kindly\s+|at least\s+|and\s+|so\s+)*"
)
_VERBS: Final = (
    "add|allow|answer|find (?:it|my|the|out|a|me)|finish|learn to|keep (?:it|the)|apologi[sz]e|"
    "bring back|call (?:me|us)|change|clean|correct|consider|cancel|delete|do something|drop|enable"
    "|explain|extend|fix|get (?:rid|someone|a|some|your|it|this|more)|give|hire|improve|include|"
    "increase|invest|let (?:me|us|people|users|guests|customers)"
    "|look (?:into|at|after)|lower|make (?:it|the|this|that|them|your|a|an|sure (?:your|the|that))|"
    "mend|move|offer|open|pay|print|provide|put|refund|remove|repair|replace|reply"
    "|respond|restore|return|reverse|send|set up|show|sort|stop|support|switch (?:it|the|back)|"
    "take (?:me|us|it|this|that|them|the|my|off|back|down|care)"
    "|teach|tell (?:me|us|your)|train|translate|turn|update|upgrade|use (?:a|an|the|some|less|more|"
    "better|real)|write|work on|get back|contact (?:me|us)|review your|hand|lose the|swap|warn|"
    "reduce|raise|return|undo|unblock|unlock|check (?:your|the)"
)
_REQUESTS: Final = (
    _pattern(rf"{_BEGIN}(?P<it>(?:please\s+)?(?:do not |don't )?(?:{_VERBS})\b)"),
    _pattern(
        r"(?P<it>(?<!to )(?<!, )\b(?:please|pls|plz)\b|\bplease (?:\w+ )?\w+)", r"(?P<that>\b(?:pls|plz|please)\W*$)"
    ),
    _pattern(
        r"(?P<it>\b(?:can|could|would|will|may|might|won't|can't|couldn't) (?:you|we|i|someone|somebody|"
        r"anyone|anybody|the|your|it|this|there|they)\b)",
        r"(?P<that>\bwould you (?:mind|consider)\b|\bwould (?:make it (?:perfect|better|five|complete)|"
        r"be perfect)\b|\b(?:would|might) be (?:welcome|appreciated|"
        r"much appreciated|nice to have|a (?:nice|great|useful|good|welcome) (?:addition|touch|feature|"
        r"thing))\b)",
    ),
    _pattern(
        r"(?P<it>\b(?:i|we)(?:(?:'d| would| should) (?:like|love|appreciate|be grateful|be glad|welcome|"
        r"prefer)| (?:want|expect|demand|ask|request|need|hope for|wish for))"
        r" (?:my|our|the|a|an|you|to (?:know|see|hear|have|get|be able|override|turn|switch|set|change|"
        r"add|use|log|sort|choose|pick|hide|mute|export|import|print|share|skip|edit|delete|move)|it|"
        r"someone|some|that|back|more|this|for|if|less|answers|an?|it to|them|at least)\b)",
    ),
)
_QUESTION: Final = _pattern(
    r"^\W*(?:and |so |but |also )?(?P<it>(?:can|could|would|will|may|is|are|do|does|did|was|were|has|"
    r"have|am|should|when|how (?:do|can|long|much|many|soon|about|would|will|is|are)"
    r"|what (?:do|can|should|is|are|happens?|about|now|time|will)|where (?:can|do|is the|are the|"
    r"should|will)|which|any(?:one| chance| date| news| plans?| idea| way| hope)?|who (?:can|do|"
    r"should|will)|whom)\b)",
)
_RHETORICAL: Final = _pattern(
    r"\b(?:why|who (?:is|wants|needs|has|does|would|thinks|checks|designed|pays|came up|reads)|"
    r"how (?:hard|difficult) (?:can|is|could)|where on earth|what on earth|what is the point|"
    r"what's the point|really|seriously|is (?:this|that|it) (?:a joke|normal|too much|what)|"
    r"are you (?:serious|kidding)|isn't|wouldn't you|who'd|what (?:kind|sort)|is anybody|is anyone|"
    r"does anybody|does anyone|did (?:anyone|anybody|nobody)|how come|what for|want to know|guess|"
    r"paying for|did i pay)\b"
)
_ADVICE: Final = _pattern(
    r"^\W*(?:and |so |but )?(?:avoid|stay away|don't (?:bother|go|book|buy|order|waste|use|trust|"
    r"expect|forget|download|be|stay|eat|fall|get)|do not (?:bother|go|book|buy|order|waste|use|trust|"
    r"download|stay)|go (?:to|elsewhere|for|there|early)|try (?:the|it|them|their|to)"
    r"|bring (?:boots|your|a|an|cash|warm|earplugs|someone)|ask for (?:a|the|room)|book (?:early|"
    r"ahead|a|the)|read (?:this|the|before)|save your|look elsewhere|run|beware|keep in mind|"
    r"be (?:aware|warned|careful|prepared)|take (?:a|an|your|warm|earplugs|cash)|make sure (?:you|to)|"
    r"get (?:there|here|up|in) |order the|buy (?:it|elsewhere|one|two)|use (?:it|the other)|"
    r"give (?:it|them|this) (?:a )?(?:try|go|chance|miss)"
    r"|add to that|put (?:simply|off)|tell (?:you|everyone)|thank|thanks|welcome|ignore the|stop (?:reading|by))\b"
)
_PROMISE: Final = _pattern(
    r"(?P<it>\b(?:(?:they|he|she|you|who|i was|we were|was|were|it|staff|support|agent|manager|desk|"
    r"reception|driver|shop|hotel|note|mail|e-?mail|letter|team|developer|dev|\w+) )?(?:had |have |"
    r"has |been |being )*(?:promised|promises|swore|assured|guaranteed|vowed|pledged)\b(?! (?:land|"
    r"myself|to myself|my)))",
    r"(?P<that>\b(?:(?:your|the|a|an|their|my|auto|customer|one|this|"
    r"some)\s+)?(?:[\w'-]+\s+){0,3}?(?:said|told|tells|says|wrote|writes|claimed|informed|mailed|"
    r"texted|confirmed|answered|replied)\b(?=[^.?!]*?\b(?:would|will|'ll|'d|wouldn't|won't|going to|"
    r"gonna|within|soon|tomorrow|tonight|next (?:day|week|month|time)|by (?:mon|tues|wednes|thurs|fri|"
    r"satur|sun|noon|the|tomorrow|\d)"
    r"|in (?:a|an|one|two|three|four|five|six|seven|ten|\d+) (?:minutes?|hours?|days?|weeks?|months?)|"
    r"(?:one|two|three|four|five|six|seven|ten|\d+) (?:working |business )?(?:minutes?|hours?|days?|"
    r"weeks?|months?)|to wait|on (?:its|the|their) way|be (?:back|fixed|sent|refunded|there|here|"
    r"sorted)|call (?:me|us) back|look (?:into|at) it|money back|refund)\b))",
)
_NO_PROMISE: Final = _pattern(
    r"\bas promised\b|\b(?:page|website|site|ad|advert|brochure|photos?|pictures?|trailer|description|"
    r"box|label|sign|poster|commercial|headline) (?:had )?(?:promised|promises|said|says)\b|\b(?:i|"
    r"we) (?:said|promised|told|wrote|swore|answered|replied)\b|\bmy \w+ (?:said|says|told|"
    r"promised)\b|no promises"
)
_TOLD: Final = _pattern(
    r"(?P<it>\b(?:i was |we were |was |were |got |been )?told (?:to wait|it would|that it|it was on|"
    r"i would|we would|i'd|we'd|they would|they'd|someone would|somebody would|within|two|three|a|"
    r"tomorrow|by|next)\b)"
)
_CONDITION: Final = _pattern(
    r"(?P<it>\b(?:would|'d|will|'ll|could|might) (?:\w+ ){0,5}?(?:recommend|be (?:five|5|four|4|"
    r"a five|a 5|perfect|back|happy|great|better)|come back|return|buy|order|book|give|have given|"
    r"have been|stay|use|pay|subscribe|upgrade|change|rate|raise|get|deserve|"
    r"love)\b[^.!?]{0,60}?\b(?:if|with|when|once|without|as soon as|but for|were it not|provided|"
    r"should)\b)",
    r"(?P<that>\b(?:five|four|5|4|full|more|another|extra|the fifth|last|missing|"
    r"one) stars?\b[^.!?]{0,30}\b(?:if|when|once|as soon as|with|would|for the day|the day)\b)",
    r"(?P<what>\b(?:if|once|when|as soon as|should) (?:only )?(?:you|they|it|there|the|this|that|we|"
    r"someone)\b[^.!?]{2,80}?\b(?:i'd|i would|we'd|we would|i'll|we'll|it'd|it would|this would|"
    r"i will|five stars|5 stars|i might|we might|it's five|it is five)\b)",
    r"(?P<why>\b(?:what would make me|to (?:win|earn|get) (?:me|us|five|the fifth|a fifth|that|my)|"
    r"only then (?:would|will) i|until then|the fifth star|fifth star (?:for|when|if|once)|"
    r"one star (?:off|less) (?:for|because|until)|would have been (?:five|5|perfect))\b)",
)
_FOREIGN: Final = _pattern(
    r"(?P<it>\b(?:por favor|bitte|s'il vous pla[iî]t|svp|per favore|pod[eé]is|puede[ns]?|"
    r"podr[ií]a[ns]?|k[oö]nn(?:en|te|ten) (?:sie|ihr|man)|pouvez-vous|pourriez-vous|podem|poderiam|"
    r"poderia|potete|potreste)\b)"
)


_IF: Final = _pattern(r"\b(?:if|once|when|as soon as|with|without|unless|until|but for|were it not for|provided)\b")


class Asked(NamedTuple):
    """Places of what a review asks, tells of a promise, and makes its condition."""

    requests: tuple[Place, ...]
    promises: tuple[Place, ...]
    conditions: tuple[Place, ...]


def asks_of(lines: Sequence[Line]) -> Asked:
    """Return where lines ask, tell of a promise, and say what would win the author over."""
    return Asked(
        tuple(_found(lines, _requests_in)), tuple(_found(lines, _promises_in)), tuple(_found(lines, _conditions_in))
    )


def wished_of(lines: Sequence[Line], conditions: Sequence[Place]) -> tuple[Issue, ...]:
    """Return the things that conditions name: the wifi of "I'd come back if the wifi worked", each where it is told."""
    found = []
    for line in lines:
        place = line.place()
        if any(one.field is place.field and one.start < place.end and place.start < one.end for one in conditions):
            named = _IF.search(line.text)
            start = line.start + (named.end() if named else 0)
            noun, is_own = noun_of(line, start, line.end) if named else ("", False)
            if noun and not says_little(noun):
                found.append(Issue("", place, -0.3, 1, noun=noun, is_own=is_own))
    return tuple(found)


def _found(lines: Sequence[Line], look: object) -> list[Place]:
    found: list[Place] = []
    for line in lines:
        if callable(look):
            found += look(line)
    return found[:_MAX]


def _requests_in(line: Line) -> Iterator[Place]:
    """Yield at most one place: the sentence from where it begins to ask."""
    text = line.text
    is_question = line.folded.text[line.end : line.end + 2].lstrip(" \"'”’)").startswith("?") or text.endswith("?")
    if is_question:
        if _RHETORICAL.search(text):
            return
        asked = _QUESTION.search(text) or _first(_REQUESTS[2:3], text)
        start = asked.start(_group(asked)) if asked else text.rfind(", ") + 2 if ", " in text else 0
        if asked or (len(text) < 60 and line.field is not TextField.TITLE):
            yield _place(line, start)
        return
    if _ADVICE.search(text):
        return
    found = _first((*_REQUESTS, _FOREIGN), text)
    if found:
        yield _place(line, 0 if found.groupdict().get("that") else found.start(_group(found)))


def _promises_in(line: Line) -> Iterator[Place]:
    text = line.text
    if _NO_PROMISE.search(text):
        return
    found = _first((_TOLD, _PROMISE), text)
    if found:
        yield _place(line, found.start(_group(found)))


def _conditions_in(line: Line) -> Iterator[Place]:
    found = _first((_CONDITION,), line.text)
    if found:
        yield _place(line, found.start(_group(found)))


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    found = [match for pattern in patterns if (match := pattern.search(text[:1000]))]
    return min(found, key=lambda match: match.start(_group(match)), default=None)


def _group(match: re.Match[str]) -> str:
    return next(name for name, text in match.groupdict().items() if text is not None)


def _place(line: Line, start: int) -> Place:
    text = line.text
    begin = start + len(text[start:]) - len(text[start:].lstrip(_EDGES))
    return Place(line.field, *line.folded.span(line.start + begin, line.start + len(text.rstrip(_EDGES))))
