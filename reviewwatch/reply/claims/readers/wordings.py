"""How it is said that something is there, allowed, needed, done or so, by mode: patterns over a topic's line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from reviewwatch.reply.claims.readers.presence import (
    ADV,
    BANNED,
    DET,
    LET,
    NEED,
    NEEDED,
    OK,
    PRESENCE,
    SHARED,
    THING,
    WAY,
    Wording,
)
from reviewwatch.reply.claims.topics.predicates import Mode

_ALLOWED: Final[tuple[Wording, ...]] = (
    *SHARED,
    (r" no [EFA] (?:policy|rule|rules|site|place|zone|house|hotel|property)", False, False),
    (
        (
            rf" (?:do|does|did|can|could|will|would|is|are) (?:[a-z]+ )?not {ADV}(?:be |used to |you "
            rf")*(?:(?:{LET}|bring|keep|come with|stay with|do|handle|process|support|offer|deal with) )"
            rf"{{1,2}}{DET}{THING}"
        ),
        False,
        True,
    ),
    (
        (
            r" (?:never|refuse|refuses|refuse to|forbid|forbids|ban|bans|prohibit|prohibits) (?:used to "
            rf")?(?:{LET} )?{DET}{THING}"
        ),
        False,
        True,
    ),
    (
        (
            rf" {THING} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were|can|may|must) {ADV}not (?:[a-z]+ "
            rf"){{0,2}}?(?:{OK}|stay|come|enter|sleep|go|be)"
        ),
        False,
        True,
    ),
    (rf" {THING} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were) {ADV}(?:{BANNED})", False, True),
    (rf" {THING} (?:must|have to|has to) (?:stay|remain|wait) (?:outside|at home|out|behind)", False, False),
    (rf" {THING} (?:(?!not )[a-z]+ ){{0,3}}?(?:is|are|was|were) (?!not ){ADV}(?:{OK})", True, False),
    (rf" {THING} (?:may|can|could) (?!not ){ADV}(?:stay|come|sleep|enter|live|be|join)", True, False),
    (rf"(?<! not)(?<! never) (?:they|hotel|house|place|you|it|we) {ADV}(?:{LET}) {DET}{THING}", True, False),
    (rf" {THING} friendly(?! X)", True, False),
    (
        r" (?:they|it|place|hotel|staff|we|you) (?:is|are) (?:[a-z]+ )?(?:fine|ok|okay|happy|cool|good|relaxed|great) "
        rf"with {THING}",
        True,
        False,
    ),
    (rf" (?:is|are|was|were) (?:allowed|permitted|welcome to have) {DET}{THING}", True, False),
    (
        (
            r" (?:you|we|guests|everyone|people) (?:can|may) (?:(?!not |no |never )[a-z]+ |X )(?:a |an |your "
            rf"|the |their )?{THING}"
        ),
        True,
        False,
    ),
    (rf" (?:can|may|must) not (?:[a-z]+ |X )(?:a |an |your |the |any |their )?{THING}", False, True),
    (rf" {THING} (?:very |always |also |most )*(?:welcome|allowed|permitted|accepted)", True, False),
    (rf" {THING} (?:are |is )?not (?:welcome|allowed|permitted|accepted)", False, True),
)
_NEEDED_SO: Final[tuple[Wording, ...]] = (
    (
        rf" (?:no|not|nothing|nobody|impossible) (?:[a-zEFX]+ ){{0,6}}?(?:\| )?unless (?:you |they |it"
        rf" )?(?:[a-z]+ ){{0,4}}?{THING}",
        True,
        False,
    ),
    (
        (
            rf" (?:can|could|will|do|does|may) not (?:[a-zE]+ ){{0,7}}?(?:X )?(?:[a-zE]+ ){{0,2}}?without "
            rf"(?:[a-z]+ ){{0,3}}?{THING}"
        ),
        True,
        False,
    ),
    (rf" (?:no|nothing|not|impossible) (?:[a-zEX]+ ){{0,5}}?without (?:[a-z]+ ){{0,3}}?{THING}", True, False),
    (
        (
            rf"(?<! not)(?<! never)(?<! no) (?:{NEED}|asks|wants|takes|only with|demands|only starts with|only "
            rf"after) {DET}{THING}"
        ),
        True,
        False,
    ),
    (rf"(?<! not)(?<! never) (?:{NEED}) (?:[a-z]+ ){{0,2}}?V", True, False),
    (rf" {THING} (?:(?!not |no )[a-z]+ ){{0,3}}?(?:is|are|was) (?!not ){ADV}(?:{NEEDED})", True, False),
    ((rf" (?:do|does|did|is|are|will) not {ADV}(?:{NEED}|ask|have|force you to|make you) {DET}{THING}", False, False)),
    (rf" (?:do|does|did|is|are|will) not {ADV}(?:{NEED}) (?:to )?(?:[a-z]+ ){{0,2}}?V", False, False),
    (rf" {THING} (?:[a-z]+ ){{0,3}}?(?:is|are|was) {ADV}not {ADV}(?:{NEEDED})", False, False),
    (rf" no (?:need for |need of )?{DET}{THING} (?:is |are )?(?:{NEEDED}|\|(?! no )|$)", False, False),
    (
        (
            rf" without {DET}{THING} (?:\| )?(?:you |it |there is |there are |the app |app )?(?:can |does "
            r"|will |gets |get |is )?(?:no|nothing|not) "
        ),
        True,
        False,
    ),
    (r" no (?:need|obligation) to (?:[a-z]+ ){0,2}?V", False, False),
    (
        (
            r"(?<! not) (?:can|could|works|work|starts|start|runs|use it|use) (?:(?!not |no )[a-zE]+ "
            rf"){{0,5}}?without (?:[a-z]+ ){{0,3}}?{THING}"
        ),
        False,
        False,
    ),
)
_DONE: Final[tuple[Wording, ...]] = (
    *SHARED,
    (
        rf"^ (?:far |way )?(?:so many|too many|lots of|loads of|tons of|piles of|nothing but|endless) {THING}",
        True,
        False,
    ),
    (rf" (?:not|never|refuse to|nobody) (?:[a-z]+ ){{0,3}}?P (?:[a-z]+ ){{0,4}}?{THING}", False, True),
    (
        rf" {THING} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were|gets|get|can|will) {ADV}not (?:[a-z]+ ){{0,3}}?P",
        False,
        True,
    ),
    (rf" no (?:{WAY}) (?:to|of) (?:[a-z]+ ){{0,3}}?P(?: E)?", False, False),
    (r" (?:can|could|does|do) not (?:[a-z]+ ){0,2}?P [EF]", False, False),
    (
        (
            r"(?<! not)(?<! never)(?<! to)(?<! and) (?:it|you|they|we|app|which|site|shop|house|store|people"
            rf"|still|always|also|all|checkout|everything|shopping|orders|order|X(?! (?:[a-z]+ ){{0,4}}?P an? )"
            r"|can|may|able to|lets you) (?:(?!not "
            rf"|never |no |without |nothing )[a-z]+ ){{0,4}}?P (?:(?!not |no |without |any )[a-z]+ "
            rf"){{0,4}}?{THING}"
        ),
        True,
        False,
    ),
    (
        (
            rf" {THING} (?:(?!not |never |no )[a-z]+ ){{0,3}}?(?:is|are|gets|get|was|were|can be) (?!not "
            rf")(?:(?!not )[a-z]+ ){{0,2}}?P"
        ),
        True,
        False,
    ),
    (rf" {THING} (?:that |which )?(?:is|are) P", True, False),
    (rf" {THING} (?:just |simply |always |automatically |even |also )*P", True, False),
    (
        (
            rf" (?:has|have|offer|offers|stock|stocks) (?:a |an )?(?:[a-z]+ ){{0,2}}?(?:choice|selection|range"
            rf"|list|shelf) of {THING}"
        ),
        True,
        False,
    ),
    (rf" (?:{WAY}) to P(?: E)?", True, False),
)
_TO: Final = rf" {THING} (?:(?!not |never |no |nor )[a-zXN]+ ){{0,4}}?(?!not )"
_IS: Final[tuple[Wording, ...]] = (
    (rf"{_TO}P(?! X)", True, False),
    (rf"{_TO}U(?! X)", False, False),
    (rf" {THING} (?:[a-z]+ ){{0,3}}?(?:not|never|no) {ADV}(?:a |an |any |even |really )*P(?! X)", False, False),
    (
        rf" {THING} (?:[a-z]+ ){{0,3}}?(?:not|never|no) {ADV}(?:a |an |any |even |really |longer )*U(?! X)",
        True,
        False,
    ),
    (
        (
            r"(?<! no)(?<! not)(?<! not a)(?<! never)(?<! without a)(?<! without)(?<! not an)(?<! not any) P "
            rf"(?:[a-z]+ ){{0,3}}?{THING}"
        ),
        True,
        False,
    ),
    (
        (
            r" (?:no|not a|not an|not any|without a|without|without any|not|nor a|nor|nobody|never) P "
            rf"(?:[a-z]+ ){{0,3}}?{THING}"
        ),
        False,
        False,
    ),
    (
        (
            r"(?<! no)(?<! not)(?<! not a)(?<! without)(?<! not any)(?<! without any) U (?:[a-z]+ "
            rf"){{0,3}}?{THING}"
        ),
        False,
        False,
    ),
    (rf" (?:no|not a|not any|without|without any) U (?:[a-z]+ ){{0,3}}?{THING}", True, False),
)


WORDINGS: Final[Mapping[Mode, tuple[Wording, ...]]] = {
    Mode.EXISTS: PRESENCE,
    Mode.ALLOWED: _ALLOWED,
    Mode.NEEDED: _NEEDED_SO,
    Mode.DONE: _DONE,
    Mode.IS: _IS,
}


def wordings(mode: Mode, thing: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield patterns with what they say, and whether they say it barely, so that what follows may narrow it.

    Args:
        thing: The pattern of the thing's sign in a line.
    """
    for pattern, is_there, is_bare in WORDINGS[mode]:
        yield pattern.replace(THING, thing), is_there, is_bare
