"""Who is praised: a person or a team named with thanks. English; meant for sentences that sound happy."""

from __future__ import annotations

import re
from typing import Final

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
_NAME: Final = rf"(?-i:(?!(?:{_COMMON})\b)[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)"
_OUR: Final = "(?:(?:our|your|my|the|their|all the|everyone at|everyone on the) )?"

_PRAISE: Final = re.compile(
    "|".join(
        (
            rf"\b(?:thanks|thank you|kudos|shout[ -]?out|hats off|props|grateful|compliments)(?: so much| very much)?,?"
            rf"(?: to| for)? {_OUR}(?:[a-z]+ ){{0,2}}?(?:(?:{_PEOPLE})\b|{_NAME})",
            rf"\b(?:{_PEOPLE}) (?:here |there )?{_BE} {_VERY}(?:{_GOOD})\b",
            rf"\b(?:{_ROLE}),? {_NAME}",
            rf"\b{_NAME}(?: (?:at|from) (?:[a-z]+ ){{1,3}}|,? ){_BE} {_VERY}(?:{_HUMAN})\b",
            rf"\b{_NAME} (?:helped|went (?:above|out of)|took (?:great |such good |good )?care|made (?:us|me) feel)\b",
        )
    ),
    re.IGNORECASE,
)
# A quick gate: a sentence without any of these holds no praise of that form.
_GATE: Final = (
    "thank", "kudos", "shout", "hats off", "props", "grateful", "compliment", " was ", " were ", " is ", " are ",
    " been ", " helped", " went ", " took ", " made ", "waiter", "waitress", "server", "reception", "host", "guide",
    "driver", "agent", "manager",
)  # fmt: skip


def find_praise(sentence: str) -> tuple[int, int] | None:
    """Return where a sentence names a person or a team with praise.

    Args:
        sentence: Folded, in its own case, since a capital makes a name.
    """
    low = sentence.lower()
    if not any(word in low for word in _GATE):
        return None
    found = _PRAISE.search(sentence)
    return found.span() if found else None
