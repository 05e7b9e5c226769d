"""Staff as a review names them, praised or blamed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewwatch.assess import topics
from reviewwatch.assess.judge import THANKED
from reviewwatch.assess.stems import stems_of
from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.reading.nouns import nouns
from reviewwatch.text.profiles import LATIN
from reviewwatch.types import Assessment, Review

_MAX: Final = 6
_MAX_CHARS: Final = 40
_ONE: Final = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:['’-][A-ZÀ-Þ][a-zà-ÿ]+)?"
_TITLE: Final = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Doctor|Nurse|Chef|Sister|Herr|Frau|Señora?|Madame|Monsieur)\.?"
_NAME: Final = rf"(?:{_TITLE} )?{_ONE}(?: {_ONE})?"
_ROLE: Final = (
    "waiter|waitress|server|bartender|barman|barmaid|barista|receptionist|concierge|porter|hostess|"
    "host|guide|driver|courier|rider"
    "|nurse|doctor|dentist|hygienist|surgeon|midwife|physio|therapist|pharmacist|optician|agent|"
    "adviser|advisor|technician"
    "|fitter|engineer|plumber|mechanic|manager|instructor|teacher|trainer|coach|developer|dev|chef|"
    "cook|baker|cashier|housekeeper|cleaner|owner"
    "|assistant|lawyer|solicitor|paralegal|secretary|clerk|colleague|lady|man|woman|guy|girl|boy|"
    "gentleman|person|someone|somebody|man called|woman called|called|named"
)
_SAID: Final = (
    "said|says|told|tells|was|is|were|are|has|had|did|does|helped|apologi[sz]ed|cooked|gave|took|"
    "showed|made|explained|promised|refused|shouted"
    "|laughed|shrugged|smiled|ignored|answered|rang|called|came|went|brought|fixed|found|kept|let|"
    "put|ran|sent|served|welcomed|knew|remembered|looked|listened"
    "|offered|asked|got|wrote|drove|carried|handled|sorted|swore|claimed|insisted|blamed|snapped|"
    "rolled|treated|checked|saved|deserves|deserved|stayed|hung|walked|spent|recommended|can|could|"
    "would|should|never|always|even|personally|kindly|patiently|who|and (?:his|her|the|their) team"
)
_WHERE: Final = "at|from|in|on|behind"
_SPOT: Final = (
    "(?:the |your )?(?:front )?(?:desk|bar|door|reception|phone|counter|till|kitchen|support|service|"
    "office|line|chat|spa|pool|garden|shop|van|team|hotline|restaurant|night shift|breakfast)"
)
_FORMS: Final = (
    re.compile(rf"(?P<who>{_NAME})(?P<also>(?:, {_NAME})* (?:and|&) {_NAME})?,? (?:{_SAID})\b"),
    re.compile(rf"(?P<who>{_NAME})(?P<also>(?:, {_NAME})* (?:and|&) {_NAME})? (?:{_WHERE}) {_SPOT}\b"),
    re.compile(rf"\b(?:{_ROLE}),? (?:called |named |, )?(?P<who>{_NAME})(?P<also>(?:, {_NAME})* (?:and|&) {_NAME})?"),
    re.compile(
        rf"\b(?i:thanks|thank you|kudos|credit|praise|shout-?out|hats off|well done|bravo|cheers|ask for|"
        rf"spoke (?:to|with)|talked to|dealt with|served by|helped by|treated by|looked after by|by|met|"
        rf"love|asked|told),? (?:to |by |for |our |your |"
        rf"the )?(?P<who>{_NAME})(?P<also>(?:, {_NAME})* (?:and|&) {_NAME})?"
    ),
    re.compile(rf"\b(?P<who>{_TITLE} {_ONE}(?: {_ONE})?)"),
    re.compile(rf"(?P<who>{_NAME}), (?:you|the (?:{_ROLE})|our (?:{_ROLE})|your (?:{_ROLE})|my (?:{_ROLE}))\b"),
)
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|at|near|to|from|of|on|around|via|through|visiting|visit|city of|like|than|into)(?: the)? $"
)
_SPLIT: Final = re.compile(r",? (?:and|&) |, ")
_NEVER: Final = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "christmas",
        "easter",
        "google",
        "apple",
        "amazon",
        "android",
        "windows",
        "mac",
        "linux",
        "instagram",
        "facebook",
        "excel",
        "outlook",
        "slack",
        "english",
        "german",
        "french",
        "spanish",
        "italian",
        "portuguese",
        "dutch",
        "polish",
        "turkish",
        "chinese",
        "japanese",
        "arabic",
        "russian",
        "europe",
        "london",
        "paris",
        "berlin",
        "madrid",
        "rome",
        "france",
        "germany",
        "spain",
        "italy",
        "portugal",
        "england",
        "britain",
        "ireland",
        "scotland",
        "wales",
        "america",
        "mum",
        "mom",
        "dad",
        "mother",
        "father",
        "grandma",
        "grandpa",
        "granny",
        "god",
        "lord",
        "jesus",
        "mister",
        "sir",
        "madam",
        "lady",
        "robbery",
        "warm",
        "heavy",
        "surprised",
        "perfect",
        "hospital",
        "doctor",
        "nurse",
        "waiter",
        "system",
        "admin",
        "user",
        "assistant",
        "reviewer",
        "brilliant",
        "excellent",
        "fantastic",
        "superb",
        "lovely",
        "delicious",
        "disgusting",
        "awful",
        "terrible",
        "horrible",
        "tripadvisor",
        "trustpilot",
        "yelp",
        "booking",
    ]
)


def names_of(lines: Sequence[Line], assessment: Assessment, review: Review) -> tuple[str, ...]:
    """Return each name of staff once, in the order of the text; not the author's own."""
    found: dict[str, None] = {}
    for reason in assessment.reasons:
        if reason.why == THANKED and any(_stands_in(reason.start, reason, line) for line in lines):
            _add(found, review.field(reason.field)[reason.start : reason.end])
    for line in lines:
        for name in _named(line.text):
            _add(found, name)
    author = (review.author or "").lower()
    names = [name for name in found if name.lower() not in author or not author]
    return tuple(name for name in names if not any(name != other and name in other for other in names))[:_MAX]


def _stands_in(start: int, reason: object, line: Line) -> bool:
    first, last = line.folded.span(line.start, line.end)
    return getattr(reason, "field", None) is line.field and first <= start < last


def _add(found: dict[str, None], name: str) -> None:
    if _is_name(name):
        found.setdefault(name.removesuffix("'s").removesuffix("’s"))


def _named(text: str) -> Iterator[str]:
    for form in _FORMS:
        for match in form.finditer(text):
            if _PLACE_BEFORE.search(text[: match.start("who")]):
                continue
            also = match.groupdict().get("also") or ""
            yield from (name for name in [match["who"], *_SPLIT.split(also)] if name)


def _is_name(name: str) -> bool:
    words = name.split()
    if not words or len(name) > _MAX_CHARS or not words[-1][0].isupper():
        return False
    bare = [word for word in words if not re.fullmatch(_TITLE, word)]
    return bool(bare) and not any(_is_common(word.lower()) for word in bare)


def _is_common(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    if word in _NEVER or (word,) in nouns() or any(word in words for words in (LATIN["en"], LATIN["de"], LATIN["fr"])):
        return True
    return any(stem in topics().first_words for stem in stems_of(word))
