"""Who is praised: a person or a team named with thanks. English; meant for sentences that sound happy."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reviewwatch.sentiment.roles import Memo

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


class _Form(NamedTuple):
    """One way of praising people, tried where a word of its gate stands: a look at a word costs a tenth of a pattern.

    Attributes:
        gate: Whole words in lower case; whatever the pattern matches holds one of them.
        is_cased: A capital makes a name; else the pattern is matched on lower case, which is quicker.
        hint: A part of the pattern that is looked for first, since it is rare and quick to find.
    """

    gate: frozenset[str]
    pattern: re.Pattern[str]
    is_cased: bool = True
    hint: re.Pattern[str] | None = None


_THANKING: Final = frozenset(
    ["thanks", "thank", "kudos", "shout", "shoutout", "hats", "props", "grateful", "compliments"]
)
_TEAMS: Final = frozenset(
    ["staff", "team", "crew", "desk", "helpdesk", "reception", "housekeeping", "service", "support", "care"]
)
_ROLES: Final = frozenset(role.replace("s?", end) for role in _ROLE.split("|") for end in ("", "s"))
_KIND_WORDS: Final = frozenset(re.findall("[a-z]{3,}", _HUMAN)) - {"the"}
_GOOD_PEOPLE: Final = re.compile(rf"\b(?:{_PEOPLE}) (?:here |there )?{_BE} {_VERY}(?:{_GOOD})\b")
_FORMS: Final = (
    _Form(_THANKING, re.compile(rf"{_THANKS}(?:(?i:{_PEOPLE})\b|{_NAME})")),
    _Form(_TEAMS | _ROLES, _GOOD_PEOPLE, is_cased=False),
    _Form(_ROLES, re.compile(rf"\b(?i:{_ROLE}),? {_NAME}"), hint=re.compile(f" {_NAME}")),
    _Form(_KIND_WORDS, re.compile(rf"\b{_NAME}(?: (?:at|from) (?:[a-z]+ ){{1,3}}|,? ){_BE} {_VERY}(?:{_HUMAN})\b")),
    _Form(
        frozenset(["helped", "went", "took", "made"]),
        re.compile(
            rf"\b{_NAME} (?:helped|went (?:above|out of)|took (?:(?:such )?(?:great|good) )?care|made (?:us|me) feel)\b"
        ),
    ),
)


def _forms_of(token: str) -> str:
    """Return the places in _FORMS, a digit each, of the forms that a token between white spaces opens."""
    words = re.findall(r"\w+", token.lower())
    return "".join([str(place) for place, form in enumerate(_FORMS) if not form.gate.isdisjoint(words)])


_opened_by: Final = Memo(_forms_of, size=20_000, longest=40).__getitem__


def names_people(sentence: str) -> bool:
    """Say whether a sentence that sounds happy names a person or a team.

    Args:
        sentence: Folded, in its own case, since a capital makes a name.
    """
    for place in set("".join(map(_opened_by, sentence.split()))):
        form = _FORMS[int(place)]
        if form.hint and not form.hint.search(sentence):
            continue
        if form.pattern.search(sentence if form.is_cased else sentence.lower()):
            return True
    return False
