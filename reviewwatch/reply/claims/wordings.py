"""How it is said that something is there, allowed, needed, done or so: patterns over a topic's line, by mode."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reviewwatch.reply.claims.predicates import Mode

_ADV: Final = (
    r"(?:(?:[a-z]+ly|also|even|still|now|always|all|at all|just|simply|here|there|yet|ever|quite|so|in "
    r"fact|any more|apparently|right) )*"
)
_DET: Final = (
    r"(?:(?:a|an|any|the|one|some|single|your|their|its|of|even|in|longer|such|thing|my|as|sort|kind|sign"
    r"|form|trace|own|whole|free"
    r"|extra|for|on|with|to|up|create|make|open|set|enter|give|give them|hand over|type in|have|got"
    r"|first|actual|wear|bring|carry|show|use|buy|leave|pay|own|put on) )*"
)
_SUBJECT: Final = (
    r"(?:it|you|they|we|app|which|one|guests|customers|people|users|anyone|everyone|house|hotel|shop|store"
    r"|E|place|that|site|everybody|office|everything|all)"
)
_THERE: Final = (
    r"available|offered|there|present|exist|exists|existing|supported|provided|included|part of|an "
    r"option|possible|a thing|in the box|on offer"
    r"|installed|supplied|to be found|something|on site|in place|in stock|stocked|anywhere|in every|in "
    r"each|in all|in the price"
    r"|in the pack|thrown in|on the menu|at hand|standard|a given|working here|allowed"
)
_GONE: Final = (
    r"missing|unavailable|unsupported|gone|absent|sold separately|removed|scrapped|discontinued|non "
    r"existent|nonexistent|history|nowhere"
    r"|bought separately|impossible|not to be found|a myth|taken away|dismantled|drained|closed for "
    r"good|left out|ignored|forgotten|neglected"
)
_HAVE: Final = (
    r"have|has|had|got|offer|offers|offered|include|includes|included|come with|comes with|came with"
    r"|provide|provides|provided|feature|features"
    r"|support|supports|give you|gives you|give|gives|get|gets|got|contain|contains|supply|supplies"
    r"|sell|sells|stock|stocks|carry|carries|do|does|see|find|know|knows"
    r"|there|make|made|build|built|add|added|done|introduced|implemented|run|runs|work|works|work with"
    r"|works with|accept|accepts|accepting|show|shows|come|comes|put|keep|keeps|run on|runs on|work on"
    r"|works on|full"
)
_OK: Final = (
    r"allowed|permitted|more than welcome|welcome|welcomed|accepted|tolerated|ok|okay|fine|no problem"
    r"|admitted|let in|possible"
)
_BANNED: Final = (
    r"banned|forbidden|prohibited|barred|off limits|turned away|unwelcome|refused|not allowed|verboten"
    r"|disallowed|a no go|out of bounds"
)
_LET: Final = (
    r"allow|allows|allowed|accept|accepts|take|takes|let|lets|let in|welcome|welcomes|permit|permits"
    r"|tolerate|tolerates|admit|have|want|wants|like|likes"
)
_NEEDED: Final = r"needed|required|necessary|mandatory|compulsory|obligatory|a must|demanded|asked for"
_NEED: Final = (
    r"need|needs|needed|require|requires|must|have to|has to|demand|demands|want|wants|ask for|asks for"
    r"|insist on|insists on|make you|makes you|force you to|forces you to|expect|expects|ask you for|asks "
    r"you for|ask you to|asks you to|expected to|supposed to|made to|forced to|obliged to"
)
_WAY: Final = r"way|chance|option|possibility|means|hope|use trying|setting|button|switch"


_Rules = Iterator[tuple[str, bool, bool]]
_PLAIN_START: Final = r"(?<! not)(?<! no)(?<! never)(?<! not even)(?<! not really)(?<! without)"


def _shared(thing: str) -> _Rules:
    """What is said alike of things that are there and of those that are allowed."""
    yield rf" (?:no|zero|neither) {_DET}{thing}", False, True
    yield rf" without {_DET}{thing}", False, True
    yield r" (?:can|could|may|must|will|would|do|does|did|is|are|shall|never) not (?:[a-z]+ ){0,4}?V", False, True
    yield rf" no (?:{_WAY}) (?:to|of|that) (?:[a-z]+ ){{0,3}}?V", False, True
    yield (
        (
            r" (?:impossible to|unable to|not possible to|not able to|not allowed to|forbidden to|prohibited "
            r"to|no one may|nobody may|never|never used to|never let you) V"
        ),
        False,
        True,
    )
    yield (
        (
            r" V (?:is|are|was) (?:[a-z]+ly |just |simply )?(?:not (?:possible|allowed|an option|offered"
            r"|available|permitted)|impossible|forbidden|banned|prohibited)"
        ),
        False,
        False,
    )
    yield (
        (
            rf"(?<! not) {_SUBJECT} (?:also |now |even |can |may |could |still |actually |really |will |be able "
            r"to |happily |always |be |just |are able to |allowed to )*V"
        ),
        True,
        False,
    )
    yield (
        (
            r" (?:can|may|could|possible to|able to|allowed to|lets you|let you|free to|welcome to|lets us) "
            r"(?:also |even |now |actually |just |still )*V"
        ),
        True,
        False,
    )
    yield (
        (
            r" V (?:is|are|was) (?:[a-z]+ly |also |even |now )?(?:possible|allowed|offered|available|permitted"
            r"|ok|fine)"
        ),
        True,
        False,
    )
    yield r"(?<! not)(?<! no) L(?! X)", False, False
    yield r"^ (?:also |even |now |still )*V", True, False
    yield r" (?:no|zero|not a|not an|not any|without a|without|nor) V", False, False
    yield r" (?:there is|has|have|offers|offer) (?:an? |the |now )*V", True, False
    yield r" (?:is|are|was|were) (?:[a-z]+ly |all |even |both )*V", True, False
    yield rf" {thing} (?:\| )?there used to be (?:one|some)", True, False
    yield rf" {thing} [^A-Z]*?\| there used to be (?:one|some)", True, False


def _exists(thing: str) -> _Rules:
    yield from _shared(thing)
    yield (
        (
            r" (?:has|have|had|is|are|was|were|do|does|did|can|could|will|would|never) (?:[a-z]+ )?(?:not "
            rf"|never ){_ADV}(?:be |been |used to |yet |even |a |find |to )*(?:(?:{_HAVE}) )*{_DET}{thing}"
        ),
        False,
        True,
    )
    yield rf" never (?:{_HAVE}) {_DET}{thing}", False, True
    yield rf" (?:lack|lacks|lacked|lacking|missing|misses|lack of|short of) {_DET}{thing}", False, True
    yield rf" (?:nothing|none) (?:like|in the way of) {_DET}{thing}", False, True
    yield (
        (
            rf" {thing} (?:[a-z]+ ){{0,4}}?(?:is|are|was|were|has|have|does|do|did|can|will) {_ADV}not "
            rf"(?:[a-z]+ ){{0,3}}?(?:{_THERE}|come|an? |in )"
        ),
        False,
        False,
    )
    yield rf" {thing} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were|remains|has been|have been) {_ADV}(?:{_GONE})", False, False
    yield rf" {thing} nowhere", False, False
    yield (
        (
            rf" there (?:is|are|was|were) (?!not |no )(?:(?!not |no |nothing |used )[a-z]+ ){{0,3}}?(?:X "
            rf")?{thing}"
        ),
        True,
        False,
    )
    yield (
        (
            rf"{_PLAIN_START} (?:has(?! to)|have(?! to)|got(?! to)|offers|offer|includes|include|comes with"
            r"|come with|came with|provides|provide|features|supports|support|gives you|give you|you get"
            r"|charge|charges|pay a|pays a|do(?! not)|does(?! not)|contains|supplies|full of|shows"
            r"|shows you|paid for with"
            r"|ships with|boasts|throw in|throws in|runs on|works on|run on|speckled with|packed with|stuffed "
            rf"with|pushes|flashes) (?:(?!not |no |without )[a-z]+ ){{0,3}}?(?:X )?{thing}"
        ),
        True,
        False,
    )
    yield rf" {thing} (?:(?!not )[a-z]+ ){{0,4}}?(?:is|are|was|were|come|comes) (?!not ){_ADV}(?:{_THERE})", True, False
    yield rf" {thing} (?:exists|exist)", True, False
    yield rf" {thing} (?:pop|pops|popping|interrupt|interrupts|flash|flashes) ", True, False
    yield rf" (?:finance|finances|financed|funded) (?:it |itself |that )?(?:with|by|through) {thing}", True, False
    yield rf" {thing} (?:\| )?it works", True, False
    yield rf" (?:sold|comes|offered|available) (?:only )?as (?:a |an )?{thing}", True, False
    yield rf" (?:have to|must|need to) (?:take out|sign up for|book|pay for) (?:a |an ){thing}", True, False
    yield rf" {thing} (?:have|has|must|need|needs) (?:to )?be (?:bought|purchased|ordered)", False, False
    yield rf" (?:you|we|guests|one|people) (?:can|may) (?:also |even |now )?{thing}", True, False
    yield rf"^ (?:an? |another |one more )?(?:app|place|house|shop|site) with (?:X )?{thing}", True, False
    yield rf" {thing} (?:included|provided|available|supplied)", True, False
    yield (
        (
            r"^ (?:so many|too many|lots of|loads of|tons of|plenty of|many|constant|endless|nothing but) (?:X "
            rf")?{thing}"
        ),
        True,
        False,
    )
    yield rf"^ {thing} (?:everywhere|between|all over|on every|in every|after every|at every)", True, False
    yield (
        (
            r" (?:can not|could not|no way to|impossible to|not possible to) (?:get rid of|turn off|remove"
            rf"|skip|switch off|escape|avoid) {_DET}{thing}"
        ),
        True,
        False,
    )
    yield rf" i (?:do |really )*miss (?:a|an|any|the|some) {thing}", False, False
    yield rf" (?:is|now|as) (?:a )?{thing} only", True, False
    yield (
        (
            rf" (?:on|with|for) {_DET}{thing} (?:\| )?(?:it|app|this|E) (?:does|will|do|can|would) not (?:work"
            r"|run|start|open|exist|install)"
        ),
        False,
        False,
    )
    yield (
        (
            r" (?:no|without|lacks|lack of|not any) (?:[a-z]+ )?(?:support|version|option|app|mode|way) (?:for"
            rf"|of|on|with) {_DET}{thing}"
        ),
        False,
        False,
    )
    yield rf" (?:need|needs|bring|buy|get|supply|provide|use|find) (?:your|his|their) own {thing}", False, False
    yield (
        (
            rf" {thing} (?:comes|come|ships|is shipped|is packed|is delivered) with (?:the |every |each |all "
            r")?[EF]"
        ),
        True,
        False,
    )
    yield (
        (
            r" (?:not one|not a single|none of the|no) (?:room|rooms|X) (?:has|have|had|comes with|come with) "
            rf"{_DET}{thing}"
        ),
        False,
        False,
    )
    yield (
        (
            r" (?:can|could|do|does|did) not (?:switch to|turn on|activate|enable|choose|find|get|have|select"
            rf"|order|buy|book|set|borrow|rent) {_DET}{thing}"
        ),
        False,
        False,
    )
    yield (
        (
            r" not (?:[a-z]+ )?(?:use|run|work|get|install|put|open|made|available|supported|usable|play|built"
            rf"|optimized|optimised|designed)(?: it| this| out)? (?:on|for|with) {_DET}{thing}"
        ),
        False,
        False,
    )
    yield (
        (
            rf" (?:buy|get|bring|order|purchase|need) (?:your own |the |your )?{thing} (?:for [EF] "
            r")?(?:separately|extra|yourself|yourselves|on top)"
        ),
        False,
        False,
    )
    yield rf" (?:it|this|app|that|E) is (?:now |just |only |basically )*(?:a |another |an )+{thing}", True, False
    yield (
        (
            r" (?:wants|want|requires|demands|needs|forces|pushes|make you take out|makes you take out|make "
            rf"you buy|asks for|sells you) {_DET}{thing}"
        ),
        True,
        False,
    )
    yield r" (?:have to|has to|must|need to|needs to|forced to) (?:[a-z]+ ){0,2}?V", True, False
    yield (
        (
            r" (?:you|we|guests|one|users|people|customers|anyone|kids|everyone) (?:can|may|get to|could) "
            rf"(?:(?!not |never |no )[a-z]+ |X ){{1,2}}?(?:in |on |with |at |to )?(?:the |a |an |one of the "
            rf")?{thing}"
        ),
        True,
        False,
    )


def _allowed(thing: str) -> _Rules:
    yield from _shared(thing)
    yield (
        (
            rf" (?:do|does|did|can|could|will|would|is|are) (?:[a-z]+ )?not {_ADV}(?:be |used to |you "
            rf")*(?:(?:{_LET}|bring|keep|come with|stay with) ){{1,2}}{_DET}{thing}"
        ),
        False,
        True,
    )
    yield (
        (
            r" (?:never|refuse|refuses|refuse to|forbid|forbids|ban|bans|prohibit|prohibits) (?:used to "
            rf")?(?:{_LET} )?{_DET}{thing}"
        ),
        False,
        True,
    )
    yield (
        (
            rf" {thing} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were|can|may|must) {_ADV}not (?:[a-z]+ "
            rf"){{0,2}}?(?:{_OK}|stay|come|enter|sleep|go|be)"
        ),
        False,
        True,
    )
    yield rf" {thing} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were) {_ADV}(?:{_BANNED})", False, True
    yield rf" {thing} (?:must|have to|has to) (?:stay|remain|wait) (?:outside|at home|out|behind)", False, False
    yield rf" {thing} (?:(?!not )[a-z]+ ){{0,3}}?(?:is|are|was|were) (?!not ){_ADV}(?:{_OK})", True, False
    yield rf" {thing} (?:may|can|could) (?!not ){_ADV}(?:stay|come|sleep|enter|live|be|join)", True, False
    yield rf"(?<! not)(?<! never) (?:they|hotel|house|place|you|it|we) {_ADV}(?:{_LET}) {_DET}{thing}", True, False
    yield rf" {thing} friendly", True, False
    yield (
        (
            r" (?:you|we|guests|everyone|people) (?:can|may) (?:(?!not |no |never )[a-z]+ |X )(?:a |an |your "
            rf"|the |their )?{thing}"
        ),
        True,
        False,
    )
    yield rf" (?:can|may|must) not (?:[a-z]+ |X )(?:a |an |your |the |any |their )?{thing}", False, True
    yield rf" {thing} (?:very |always |also |most )*(?:welcome|allowed|permitted|accepted)", True, False
    yield rf" {thing} (?:are |is )?not (?:welcome|allowed|permitted|accepted)", False, True


def _needed(thing: str) -> _Rules:
    yield (
        (
            rf" (?:can|could|will|do|does|may) not (?:[a-zE]+ ){{0,7}}?(?:X )?(?:[a-zE]+ ){{0,2}}?without "
            rf"(?:[a-z]+ ){{0,3}}?{thing}"
        ),
        True,
        False,
    )
    yield rf" (?:no|nothing|not|impossible) (?:[a-zEX]+ ){{0,5}}?without (?:[a-z]+ ){{0,3}}?{thing}", True, False
    yield (
        (
            rf"(?<! not)(?<! never)(?<! no) (?:{_NEED}|asks|wants|takes|only with|demands|only starts with|only "
            rf"after) {_DET}{thing}"
        ),
        True,
        False,
    )
    yield rf"(?<! not)(?<! never) (?:{_NEED}) (?:[a-z]+ ){{0,2}}?V", True, False
    yield rf" {thing} (?:(?!not |no )[a-z]+ ){{0,3}}?(?:is|are|was) (?!not ){_ADV}(?:{_NEEDED})", True, False
    yield (
        rf" (?:do|does|did|is|are|will) not {_ADV}(?:{_NEED}|ask|have|force you to|make you) {_DET}{thing}",
        False,
        False,
    )
    yield rf" (?:do|does|did|is|are|will) not {_ADV}(?:{_NEED}) (?:to )?(?:[a-z]+ ){{0,2}}?V", False, False
    yield rf" {thing} (?:[a-z]+ ){{0,3}}?(?:is|are|was) {_ADV}not {_ADV}(?:{_NEEDED})", False, False
    yield rf" no (?:need for |need of )?{_DET}{thing} (?:is |are )?(?:{_NEEDED}|\||$)", False, False
    yield (
        (
            rf" without {_DET}{thing} (?:\| )?(?:you |it |there is |there are |the app |app )?(?:can |does "
            r"|will |gets |get |is )?(?:no|nothing|not) "
        ),
        True,
        False,
    )
    yield r" no (?:need|obligation) to (?:[a-z]+ ){0,2}?V", False, False
    yield (
        (
            r"(?<! not) (?:can|could|works|work|starts|start|runs|use it|use) (?:(?!not |no )[a-zE]+ "
            rf"){{0,5}}?without (?:[a-z]+ ){{0,3}}?{thing}"
        ),
        False,
        False,
    )


def _done(thing: str) -> _Rules:
    yield from _shared(thing)
    yield rf" (?:not|never|refuse to|nobody) (?:[a-z]+ ){{0,3}}?P (?:[a-z]+ ){{0,4}}?{thing}", False, True
    yield (
        rf" {thing} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were|gets|get|can|will) {_ADV}not (?:[a-z]+ ){{0,3}}?P",
        False,
        True,
    )
    yield rf" no (?:{_WAY}) (?:to|of) (?:[a-z]+ ){{0,3}}?P(?: E)?", False, False
    yield r" (?:can|could|does|do) not (?:[a-z]+ ){0,2}?P [EF]", False, False
    yield (
        (
            r"(?<! not)(?<! never)(?<! to)(?<! and) (?:it|you|they|we|app|which|site|shop|house|store|people"
            r"|still|always|also|all|checkout|everything|shopping|orders|order|X|can|may|able to|lets you) (?:(?!not "
            rf"|never |no |without |nothing )[a-z]+ ){{0,4}}?P (?:(?!not |no |without |any )[a-z]+ "
            rf"){{0,4}}?{thing}"
        ),
        True,
        False,
    )
    yield (
        (
            rf" {thing} (?:(?!not |never |no )[a-z]+ ){{0,3}}?(?:is|are|gets|get|was|were|can be) (?!not "
            rf")(?:(?!not )[a-z]+ ){{0,2}}?P"
        ),
        True,
        False,
    )
    yield rf" {thing} (?:that |which )?(?:is|are) P", True, False
    yield rf" {thing} (?:just |simply |always |automatically |even |also )*P", True, False
    yield (
        (
            rf" (?:has|have|offer|offers|stock|stocks) (?:a |an )?(?:[a-z]+ ){{0,2}}?(?:choice|selection|range"
            rf"|list|shelf) of {thing}"
        ),
        True,
        False,
    )
    yield rf" (?:{_WAY}) to P(?: E)?", True, False


def _is(thing: str) -> _Rules:
    to = rf" {thing} (?:(?!not |never |no |nor )[a-zXN]+ ){{0,4}}?(?!not )"
    yield rf"{to}P(?! X)", True, False
    yield rf"{to}U(?! X)", False, False
    yield rf" {thing} (?:[a-z]+ ){{0,3}}?(?:not|never|no) {_ADV}(?:a |an |any |even |really )*P(?! X)", False, False
    yield (
        rf" {thing} (?:[a-z]+ ){{0,3}}?(?:not|never|no) {_ADV}(?:a |an |any |even |really |longer )*U(?! X)",
        True,
        False,
    )
    yield (
        (
            r"(?<! no)(?<! not)(?<! not a)(?<! never)(?<! without a)(?<! without)(?<! not an)(?<! not any) P "
            rf"(?:[a-z]+ ){{0,3}}?{thing}"
        ),
        True,
        False,
    )
    yield (
        (
            r" (?:no|not a|not an|not any|without a|without|without any|not|nor a|nor|nobody|never) P "
            rf"(?:[a-z]+ ){{0,3}}?{thing}"
        ),
        False,
        False,
    )
    yield (
        (
            r"(?<! no)(?<! not)(?<! not a)(?<! without)(?<! not any)(?<! without any) U (?:[a-z]+ "
            rf"){{0,3}}?{thing}"
        ),
        False,
        False,
    )
    yield rf" (?:no|not a|not any|without|without any) U (?:[a-z]+ ){{0,3}}?{thing}", True, False


WORDINGS: Final[Mapping[Mode, Callable[[str], _Rules]]] = {
    Mode.EXISTS: _exists,
    Mode.ALLOWED: _allowed,
    Mode.NEEDED: _needed,
    Mode.DONE: _done,
    Mode.IS: _is,
}
"""By mode: what makes, of the pattern of a thing, patterns with what they say and whether they are bare."""
