"""Who is praised: a person by name, or a team by its work, that is thanked or given credit for what they did. English.

A name is told by its capital. The first word of a sentence has one anyway, so it is a name only if no theme knows it.
"Staff" or "the service" alone name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence, Set
from typing import Final, NamedTuple

from reviewwatch.assess.stems import stem

_ROLE: Final = (
    "waiter|waitress|server|bartender|barman|barista|receptionist|concierge|porter|hostess|guide|driver|courier|rider|nurse"
    "|doctor|dentist|hygienist|surgeon|midwife|physio|therapist|consultant|pharmacist|optician|agent|advis[eo]r|technician"
    "|engineer|plumber|mechanic|manager|instructor|teacher|trainer|coach|developer|chef|cook|baker|tailor|cashier"
    "|housekeeper|cleaner|owner|postman|paramedic|counsellor|moderator|assistant|specialist"
)
_GROUP: Final = "team|crew|squad|porter|shift|desk"
_NO_WORK: Final = (
    "the|a|an|our|your|their|my|his|her|whole|entire|small|tiny|great|good|lovely|best|amazing|wonderful|fantastic|excellent"
    "|friendly|helpful|brilliant|big|own|other|another|this|that|every|each|home|away|football|rival|enemy|opposing|losing"
    "|winning|red|blue|first|second|new|old|same|help|check-in|at|on|by|in|per|of|and|to|for|with"
)
_TEAM: Final = rf"(?!(?:{_NO_WORK})\b)[a-z]+(?:[ -]desk)? (?:{_GROUP})|front desk|housekeeping"
_TEAM_END: Final = f"(?:{_GROUP}|housekeeping)"
_GOOD: Final = (
    "kind|friendly|helpful|polite|patient|attentive|courteous|welcoming|knowledgeable|professional|responsive|caring|gentle"
    "|accommodating|thoughtful|(?:a|an) (?:\\w+ )?(?:star|gem|legend|lifesaver|hero|treasure|angel|delight|pro|credit)"
    "|the best|wonderful|amazing|awesome|excellent|great|fantastic|outstanding|brilliant|lovely|superb|incredible|magic"
)
_DID: Final = (
    "(?!(?:refused|ignored|failed|lied|charged|forgot|lost|told|broke|needed|seemed|wanted|used|cancelled|stopped|closed)\\b)"
    "(?:[a-z]{2,}ed|got|came|put|rang|ran|let|sent|held|sang|heard|built|wrote|drove|went|gave|took|brought|found|kept|made"
    "|stood|taught|spent|caught|lent|knew|does|finds|deserves?|rocks|rules|greets|smiles|remembers|listens"
    "|cooks|bakes|explains|waves|cares|knocks|welcomes|teaches|treats|brings|sings|knows|waits|hums|spoils|answers"
    "|(?:run|runs) (?:this|the|a)\\b)"
)
_BE: Final = "(?:was|were|is|are|has been|have been)"
_VERY: Final = (
    "(?:(?:so|very|really|extremely|incredibly|always|all|both|super|just|absolutely|truly|such|genuinely) ){0,3}"
)
_IS_GOOD: Final = rf" (?:here |there )?{_BE} {_VERY}(?:{_GOOD})\b"
_COMMON: Final = (
    "The|This|That|These|Those|It|Its|They|He|She|We|I|You|There|Everyone|Everything|Everybody|Anyone|All|God|Thanks|Thank|And|But"
    "|What|Who|Which|So|Very|Again|My|Our|Your|Their|His|Her|If|When|Since|After|Before|Then|Now|Nobody|Nothing|Someone"
    "|Somebody|Not|No|Yes|As|At|In|On|For|With|From|To|By|Of|An|A|Great|Good|Nice|Love|Loved|Best|Worst|Had|Have|Has|Was|Were"
    "|Is|Are|Been|Went|Stayed|Ordered|Bought|Used|Using|Tried|Got|Came|Called|Asked|Told|Never|Always|Just|Only|Also|Still"
    "|Even|Would|Will|Can|Cannot|Could|Should|Do|Does|Did|Please|Avoid|Highly|Really|Overall|However|Although|Though|While"
    "|Because|Until|Once|Here|How|Why|Where|Whoever|Whatever|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|First|Second"
    "|Third|Last|Next|Every|Each|Both|Many|Most|Some|Any|Other|Another|Such|Too|Well|Days|Weeks|Months|Years|Hours|Minutes"
    "|Today|Yesterday|Tonight|Tomorrow|Back|Up|Down|Out|Over|More|Less|Much|Instead|Otherwise|Except|Besides|Without|Within"
    "|During|Between|Through|Despite|Unfortunately|Sadly|Luckily|Thankfully|Honestly|Finally|Recently|Currently|Actually"
    "|Maybe|Perhaps|Ok|Okay|Oh|Wow|Sorry|Hello|Hi|Dear|Location|Hotel|App|Room|Rooms|Place|Food|Breakfast|Service|Staff|Team"
    "|Support|Customer|Mother|Mum|Mom|Dad|Father|Grandma|Grandpa|English|German|French|Spanish|Italian|Monday|Tuesday"
    "|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November"
    "|December|Christmas|Easter|Google|Apple|Amazon|Android|Windows|Mac|Linux|Instagram|Facebook|Excel|Outlook|Slack|Captain"
    "|Detective|Map|Lord|Lady|King|Queen|Sir|Saint|New|Mount|Lake|Port"
)
_TITLE: Final = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Nurse|Sister|Chef|Coach|Professor|Doctor|Miss)\.? )"
_ONE_NAME: Final = rf"(?!(?:{_COMMON})\b)[A-Z][a-zà-ÿ]+(?:['’-][A-Z][a-zà-ÿ]+)?"
_NAME: Final = rf"{_TITLE}?{_ONE_NAME}(?: {_ONE_NAME})?"
_NAMES: Final = rf"{_NAME}(?:, {_NAME})*(?:,? (?:and|&) {_NAME})?"
_OUR: Final = "(?:(?:our|your|my|the|their|all the|whole|everyone at|everyone on the|both) ){0,2}"
_PLACE: Final = r"(?: (?:at|from|in|on|behind) (?:[\w-]+ ){1,4}?|,? )"
_HOW: Final = (
    "(?:(?:who|even|always|really|quickly|also|then|patiently|kindly|personally|calmly|immediately|there) ){0,2}"
)
_THANKS: Final = (
    "(?i:thanks|thank you|thx|kudos|shout(?:[ -]?out)?|hats off|props|grateful|compliments|well done|bravo|credit"
    "|praise|special mention|(?:three )?cheers|love letter|hooray|(?:huge |much |big |full )?respect|ask(?= for )"
    "|owe .{1,25}?)(?: so much| very much| a lot| a million| goes)?,?"
    "(?: to| for)?"
)
_BY: Final = (
    "(?:helped|served|treated|looked after|guided|welcomed|handled|greeted|cared for|assisted|taught|supported) by"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Form(NamedTuple):
    """One way of praising people, tried where all its signs stand: a look at a word costs a tenth of a pattern.

    Attributes:
        signs: Letters of _SIGNS; whatever the pattern matches holds a word of each.
        pattern: Its group `who` is whoever is praised.
        is_told: It tells what they did and not how it was, so that the review must be a happy one.
        end: How whatever the pattern matches ends. It is sought first where that takes a tenth of the time.
    """

    signs: frozenset[str]
    pattern: re.Pattern[str]
    is_told: bool = False
    end: re.Pattern[str] | None = None


_ROLES: Final = frozenset([*_ROLE.replace("advis[eo]r", "adviser|advisor").split("|"), "mr", "mrs", "dr"])
_HAS_NAME: Final = re.compile(rf"\b{_ONE_NAME}")
_THANKING, _TEAM_SIGN, _ROLE_SIGN, _GOOD_SIGN, _NAME_SIGN, _BY_SIGN = "tprgnb"
# Whole words in lower case; a name is told by its capital.
_SIGNS: Final = {
    _THANKING: _words(
        "thanks thank thx kudos shout shoutout hats props grateful compliments done bravo credit praise mention cheers"
        " letter hooray respect ask owe"
    ),
    _TEAM_SIGN: _words("team crew squad shift desk porter housekeeping"),
    _ROLE_SIGN: _ROLES,
    _GOOD_SIGN: frozenset(re.findall("[a-z]{3,}", _GOOD.replace("\\w", ""))) - {"the"},
    _BY_SIGN: frozenset(["by"]),
}
_FORMS: Final = (
    Form(frozenset(_THANKING + _NAME_SIGN), re.compile(rf"\b{_THANKS} {_OUR}(?:[a-z]+ ){{0,2}}?(?P<who>{_NAMES})")),
    Form(
        frozenset(_THANKING + _TEAM_SIGN),
        re.compile(rf"\b{_THANKS} .{{0,40}}?\b(?:the|your|our|a|their) (?P<who>{_TEAM})\b"),
    ),
    Form(
        frozenset(_TEAM_SIGN + _GOOD_SIGN),
        re.compile(rf"\b(?P<who>{_TEAM}){_IS_GOOD}", re.IGNORECASE),
        end=re.compile(rf"\b{_TEAM_END}{_IS_GOOD}", re.IGNORECASE),
    ),
    Form(
        frozenset(_TEAM_SIGN),
        re.compile(rf"\b(?P<who>{_TEAM}) {_HOW}{_DID}\b"),
        is_told=True,
        end=re.compile(rf"\b{_TEAM_END} {_HOW}{_DID}\b"),
    ),
    Form(frozenset(_TEAM_SIGN + _BY_SIGN), re.compile(rf"\b{_BY} {_OUR}(?P<who>{_TEAM})\b")),
    Form(frozenset(_ROLE_SIGN + _NAME_SIGN), re.compile(rf"\b(?i:{_ROLE}),? (?P<who>{_NAMES})"), is_told=True),
    Form(
        frozenset(_GOOD_SIGN + _NAME_SIGN),
        re.compile(rf"\b(?P<who>{_NAMES}){_PLACE}?{_BE} {_VERY}(?:{_GOOD})\b"),
    ),
    Form(
        frozenset(_NAME_SIGN),
        re.compile(
            rf"\b(?P<who>{_NAMES})(?:{_PLACE}{_HOW}{_DID}\b|, (?:you|your|if you)\b"
            rf"|(?: and (?:his|her|their) (?:{_TEAM}))?, (?:who|after|with)\b)"
        ),
        is_told=True,
    ),
    Form(frozenset(_NAME_SIGN + _BY_SIGN), re.compile(rf"\b{_BY} {_OUR}(?:[a-z]+ )?(?P<who>{_NAMES})")),
    Form(
        frozenset(_NAME_SIGN + _TEAM_SIGN),
        re.compile(rf"{_ONE_NAME}(?:, you)? and (?:his|her|their|your|the|all the|our) (?P<who>{_TEAM})\b"),
        is_told=True,
    ),
)


def signs_of(token: str) -> str:
    """Return the letters of the signs that what stands between two white spaces holds."""
    lowered = token.lower()
    words = [lowered] if lowered.isalpha() else re.findall(r"\w+", lowered)
    signs = "".join([sign for sign, gate in _SIGNS.items() if not gate.isdisjoint(words)])
    return signs + _NAME_SIGN if token != lowered and _HAS_NAME.search(token) else signs


def forms_among(marks: Set[str], *, is_told: bool) -> list[Form]:
    """Return the ways of praising people whose signs all stand among the marks of a text.

    Args:
        is_told: The review is so happy that to tell what somebody did is praise.
    """
    return [form for form in _FORMS if form.signs <= marks and (is_told or not form.is_told)]


def names_in(sentence: str, marks: Set[str], forms: Sequence[Form], known: Container[str]) -> list[tuple[int, int]]:
    """Return where a sentence that is not unhappy names people whom it praises.

    Args:
        sentence: Folded, in its own case, since a capital makes a name.
        marks: Of its words.
        forms: Of the text that it stands in.
        known: Stems that are no name at the beginning of a sentence.
    """
    found: dict[tuple[int, int], None] = {}
    for form in forms:
        if form.signs <= marks and (form.end is None or form.end.search(sentence)):
            for match in form.pattern.finditer(sentence):
                found.update(dict.fromkeys(_apart(sentence, *match.span("who"), known)))
    if not found or _IRONY.search(sentence):
        return []
    return sorted(one for one in found if not any(_holds(other, one) for other in found))


_IRONY: Final = re.compile(r"\bfor nothing\b|\bno thanks\b|\bthanks but no\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(r",? (?:and|&) |, ")
_TITLES: Final = _words("dr mr mrs ms prof nurse sister chef coach")


def _apart(sentence: str, start: int, end: int, known: Container[str]) -> list[tuple[int, int]]:
    """Return the places of the names in an enumeration, without what is a common word at the beginning."""
    first = len(sentence) - len(sentence.lstrip(" \"'*-•([“\n"))
    places = []
    at = start
    for gap in [*_BETWEEN.finditer(sentence, start, end), None]:
        stop = gap.start() if gap else end
        word = re.split(r"[\s.,'’-]", sentence[at:stop].lower())[0]
        if at > first or not word or word in _TITLES or stem(word) not in known:
            places.append((at, stop))
        at = gap.end() if gap else end
    return places


def _holds(other: tuple[int, int], one: tuple[int, int]) -> bool:
    return other != one and other[0] <= one[0] and one[1] <= other[1]
