"""Who is praised: a person or a team named with thanks. English; meant for sentences that sound happy."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final, NamedTuple

_ROLE: Final = (
    "waiters?|waitress|servers?|bartender|receptionist|concierge|hosts?|guides?|drivers?|nurses?|doctors?|dentist|agents?"
    "|technician|plumber|mechanic|manager|instructor|teacher|developers?|devs?"
)
_PEOPLE: Final = (
    f"staff|team|crew|front desk|reception|housekeeping|customer (?:service|support|care)|support|help ?desk|{_ROLE}"
)
# Said of people, not of food or rooms, so that it makes a name of the capitalized word before it.
_HUMAN: Final = (
    "kind|friendly|helpful|polite|patient|attentive|courteous|welcoming|knowledgeable|professional|responsive|caring"
    "|accommodating|thoughtful|a (?:star|gem|legend|lifesaver)|the best"
)
_GOOD: Final = (
    f"{_HUMAN}|wonderful|amazing|awesome|excellent|great|fantastic|outstanding|brilliant|lovely|superb|incredible"
)
_BE: Final = "(?:was|were|is|are|has been|have been)"
_VERY: Final = "(?:(?:so|very|really|extremely|incredibly|always|all|both|super|just|absolutely|truly|such) ){0,3}"
_COMMON: Final = (
    "The|This|That|These|Those|It|They|He|She|We|I|You|There|Everyone|Everything|Everybody|All|God|Thanks|Thank|And|But|What|Who"
    "|Which|So|Very|Again|My|Our|Your|Their|Location|Hotel|App|Room|Rooms|Place|Food|Breakfast|Service|Staff|Team|Support"
)
_NAME: Final = rf"(?!(?:{_COMMON})\b)[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_OUR: Final = "(?:(?:our|your|my|the|their|all the|everyone at|everyone on the) )?"
_THANKS: Final = (
    rf"\b(?:[Tt]hanks|[Tt]hank [Yy]ou|[Kk]udos|[Ss]hout[ -]?out|[Hh]ats off|[Pp]rops|[Gg]rateful|[Cc]ompliments)"
    rf"(?: so much| very much)?,?(?: to| for)? {_OUR}(?:[a-z]+ ){{0,2}}?"
)


class Form(NamedTuple):
    """One way of praising people, tried where all its signs stand: a look at a word costs a tenth of a pattern.

    Attributes:
        signs: Letters of _SIGNS; whatever the pattern matches holds a word of each.
        is_cased: A capital makes a name; else the pattern is matched on lower case, which is quicker.
    """

    signs: frozenset[str]
    pattern: re.Pattern[str]
    is_cased: bool = True


_ROLES: Final = frozenset(role.replace("s?", end) for role in _ROLE.split("|") for end in ("", "s"))
_HAS_NAME: Final = re.compile(rf"\b{_NAME}")
_THANKING, _TEAM, _ROLE_SIGN, _HUMAN_SIGN, _GOOD_SIGN, _DOING, _NAME_SIGN = "tprkgdn"
# Whole words in lower case; a name is told by its capital.
_SIGNS: Final = {
    _THANKING: frozenset(["thanks", "thank", "kudos", "shout", "shoutout", "hats", "props", "grateful", "compliments"]),
    _TEAM: _ROLES
    | {"staff", "team", "crew", "desk", "helpdesk", "reception", "housekeeping", "service", "support", "care"},
    _ROLE_SIGN: _ROLES,
    _HUMAN_SIGN: frozenset(re.findall("[a-z]{3,}", _HUMAN)) - {"the"},
    _GOOD_SIGN: frozenset(re.findall("[a-z]{3,}", _GOOD)) - {"the"},
    _DOING: frozenset(["helped", "went", "took", "made"]),
}
_FORMS: Final = (
    Form(frozenset(_THANKING), re.compile(rf"{_THANKS}(?:(?i:{_PEOPLE})\b|{_NAME})")),
    Form(
        frozenset(_TEAM + _GOOD_SIGN),
        re.compile(rf"\b(?:{_PEOPLE}) (?:here |there )?{_BE} {_VERY}(?:{_GOOD})\b"),
        is_cased=False,
    ),
    Form(frozenset(_ROLE_SIGN + _NAME_SIGN), re.compile(rf"\b(?i:{_ROLE}),? {_NAME}")),
    Form(
        frozenset(_HUMAN_SIGN + _NAME_SIGN),
        re.compile(rf"\b{_NAME}(?: (?:at|from) (?:[a-z]+ ){{1,3}}|,? ){_BE} {_VERY}(?:{_HUMAN})\b"),
    ),
    Form(
        frozenset(_DOING + _NAME_SIGN),
        re.compile(
            rf"\b{_NAME} (?:helped|went (?:above|out of)|took (?:(?:such )?(?:great|good) )?care|made (?:us|me) feel)\b"
        ),
    ),
)


def signs_of(token: str) -> str:
    """Return the letters of the signs that what stands between two white spaces holds."""
    lowered = token.lower()
    words = [lowered] if lowered.isalpha() else re.findall(r"\w+", lowered)
    signs = "".join([sign for sign, gate in _SIGNS.items() if not gate.isdisjoint(words)])
    return signs + _NAME_SIGN if token != lowered and _HAS_NAME.search(token) else signs


def forms_among(marks: Set[str]) -> list[Form]:
    """Return the ways of praising people whose signs all stand among the marks of a text."""
    return [form for form in _FORMS if form.signs <= marks]


def names_people(sentence: str, marks: Set[str], forms: Sequence[Form]) -> bool:
    """Say whether a sentence that sounds happy names a person or a team.

    Args:
        sentence: Folded, in its own case, since a capital makes a name.
        marks: Of its words.
        forms: Of the text that it stands in.
    """
    for form in forms:
        if form.signs <= marks and form.pattern.search(sentence if form.is_cased else sentence.lower()):
            return True
    return False
