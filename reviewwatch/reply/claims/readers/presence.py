"""How it is said that something is there, or is not: patterns over a topic's line."""

from __future__ import annotations

from typing import Final

ADV: Final = (
    r"(?:(?:[a-z]+ly|also|even|still|now|always|all|at all|just|simply|here|there|yet|ever|quite|so|in "
    r"fact|any more|apparently|right) )*"
)
DET: Final = (
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
    r"handed out|given out|laid out|put out|complimentary|available|offered|there|present|exist|exists|existing"
    r"|supported|provided|included|part of|an "
    r"option|possible|a thing|in the box|on offer"
    r"|installed|supplied|to be found|something|on site|in place|in stock|stocked|anywhere|in every|on every"
    r"|on each|in each|in all|in the price"
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
OK: Final = (
    r"allowed|permitted|more than welcome|welcome|welcomed|accepted|tolerated|ok|okay|fine|no problem"
    r"|admitted|let in|possible"
)
BANNED: Final = (
    r"banned|forbidden|prohibited|barred|off limits|turned away|unwelcome|refused|not allowed|verboten"
    r"|disallowed|a no go|out of bounds"
)
LET: Final = (
    r"allow|allows|allowed|accept|accepts|take|takes|let|lets|let in|welcome|welcomes|permit|permits"
    r"|tolerate|tolerates|admit|have|want|wants|like|likes"
)
NEEDED: Final = r"needed|required|necessary|mandatory|compulsory|obligatory|a must|demanded|asked for"
NEED: Final = (
    r"need|needs|needed|require|requires|must|have to|has to|demand|demands|want|wants|ask for|asks for"
    r"|insist on|insists on|make you|makes you|force you to|forces you to|expect|expects|ask you for|asks "
    r"you for|ask you to|asks you to|expected to|supposed to|made to|forced to|obliged to"
)
WAY: Final = r"way|chance|option|possibility|means|hope|use trying|setting|button|switch"


_DO: Final = r"V(?! (?:an?|some|one) )"
"""What people do, and not to something of their own: "pick up a lamp"."""
_PLAIN_START: Final = r"(?<! not)(?<! no)(?<! never)(?<! not even)(?<! not really)(?<! without)"

THING: Final = "@"
Wording = tuple[str, bool, bool]
"""A pattern, what it says of the thing that its @ stands for, and whether what follows may narrow it."""
SHARED: Final[tuple[Wording, ...]] = (
    (rf" not (?:even an?|so much as an?|one|a single) {THING}", False, True),
    (rf" (?:no|zero|neither) {DET}{THING}", False, True),
    (rf" without {DET}{THING}", False, True),
    (r" (?:can|could|may|must|will|would|do|does|did|is|are|shall|never) not (?:[a-z]+ ){0,4}?V", False, True),
    (rf" no (?:{WAY}) (?:to|of|that) (?:[a-z]+ ){{0,3}}?V", False, True),
    (
        (
            r" (?:impossible to|unable to|not possible to|not able to|not allowed to|forbidden to|prohibited "
            r"to|no one may|nobody may|never|never used to|never let you) V"
        ),
        False,
        True,
    ),
    (
        (
            r" V (?:is|are|was) (?:[a-z]+ly |just |simply )?(?:not (?:possible|allowed|an option|offered"
            r"|available|permitted)|impossible|forbidden|banned|prohibited)"
        ),
        False,
        False,
    ),
    (
        (
            rf"(?<! not) {_SUBJECT} (?:also |now |even |can |may |could |still |actually |really |will |be able "
            rf"to |happily |always |be |go |come |just |are able to |allowed to )*{_DO}"
        ),
        True,
        False,
    ),
    (
        (
            r" (?:can|may|could|possible to|able to|allowed to|lets you|let you|free to|welcome to|lets us) "
            rf"(?:also |even |now |actually |just |still )*{_DO}"
        ),
        True,
        False,
    ),
    (
        (
            r" V (?:is|are|was) (?:[a-z]+ly |also |even |now )?(?:possible|allowed|offered|available|permitted"
            r"|ok|fine)"
        ),
        True,
        False,
    ),
    (r"(?<! not)(?<! no) L(?! X)", False, False),
    (rf"^ (?:also |even |now |still )*{_DO}", True, False),
    (r" (?:no|zero|not a|not an|not any|without a|without|nor) V", False, False),
    (r" (?:there is|has|have|offers|offer) (?:an? |the |now )*V", True, False),
    (r" (?:is|are|was|were) (?:[a-z]+ly |all |even |both )*V", True, False),
    (rf" {THING} (?:\| )?there used to be (?:one|some)", True, False),
    (rf" {THING} [^A-Z]*?\| there used to be (?:one|some)", True, False),
)
"""What is said alike of things that are there and of those that are allowed."""
PRESENCE: Final[tuple[Wording, ...]] = (
    *SHARED,
    (
        (
            r" (?:has|have|had|is|are|was|were|do|does|did|can|could|will|would|never) (?:[a-z]+ )?(?:not "
            rf"|never ){ADV}(?:be |been |used to |yet |even |a |find |to )*(?:(?:{_HAVE}) )*{DET}{THING}"
        ),
        False,
        True,
    ),
    (rf" never (?:{_HAVE}) {DET}{THING}", False, True),
    (rf" (?:lack|lacks|lacked|lacking|missing|misses|lack of|short of) {DET}{THING}", False, True),
    (rf" (?:nothing|none) (?:like|in the way of|for|on) {DET}{THING}", False, True),
    (
        (
            rf" {THING} (?:[a-z]+ ){{0,4}}?(?:is|are|was|were|has|have|does|do|did|can|will) {ADV}not "
            rf"(?:(?:[a-z]+ ){{0,3}}?(?:{_THERE})|come (?:as|with|in) |an? |(?:get )?in )"
        ),
        False,
        False,
    ),
    (rf" {THING} (?:[a-z]+ ){{0,3}}?(?:is|are|was|were|remains|has been|have been) {ADV}(?:{_GONE})", False, False),
    (rf" {THING} nowhere", False, False),
    (
        (
            rf" there (?:is|are|was|were) (?!not |no |nowhere )(?:(?!not |no |nothing |nowhere |used )[a-z]+"
            rf" ){{0,3}}?(?:X "
            rf")?{THING}"
        ),
        True,
        False,
    ),
    (
        (
            rf"{_PLAIN_START} (?:has(?! to)|have(?! to)|got(?! to)|offers|offer|includes|include|comes with"
            r"|come with|came with|provides|provide|features|supports|support|gives you|give you|you get"
            r"|charge|charges|pay a|pays a|do(?! not)|does(?! not)|contains|supplies|full of|shows"
            r"|shows you|paid for with"
            r"|ships with|boasts|throw in|throws in|runs on|works on|run on|speckled with|packed with|stuffed "
            rf"with|pushes|flashes) (?:(?!not |no |without )[a-z]+ ){{0,3}}?(?:X )?{THING}"
        ),
        True,
        False,
    ),
    (rf" {THING} (?:(?!not )[a-z]+ ){{0,4}}?(?:is|are|was|were|come|comes) (?!not ){ADV}(?:{_THERE})", True, False),
    (rf" {THING} (?:exists|exist)", True, False),
    (rf" {THING} (?:pop|pops|popping|interrupt|interrupts|flash|flashes) ", True, False),
    (rf" (?:finance|finances|financed|funded) (?:it |itself |that )?(?:with|by|through) {THING}", True, False),
    (rf" {THING} (?:\| )?(?:it )?works", True, False),
    (rf"(?:^| has| have| got| there are| with| offers| offer) (?:only |just )?N {THING}(?= \||$| and)", True, False),
    (
        rf" {THING} (?:they|it|you|we|place|app) (?:do|does|did|is|are) not (?:have|offer|provide|do|get|include)",
        False,
        False,
    ),
    (
        rf"^ (?:an? |the |any |some )?{THING} \| (?:not here|nope|no|none|no such thing|forget it|no chance|not"
        rf" a chance) ",
        False,
        False,
    ),
    (rf" no way to (?:get|have|find|enable|turn on|switch on|activate) {DET}{THING}", False, False),
    (r"^ (?:yet )?another [EFO] (?=\||$)", True, False),
    (rf"^ {THING} (?:all the time|constantly|non stop|nonstop|all day)", True, False),
    (
        rf" (?:have to|has to|must|need to) (?:watch|sit through|put up with|close|endure|skip|suffer|click"
        rf" away) {DET}{THING}",
        True,
        False,
    ),
    (
        rf" (?:on|with|for) {DET}{THING} (?:\| )?(?:you|it) (?:can|could|will|do) not (?:install|run|use|open"
        rf"|get|work|start)",
        False,
        False,
    ),
    (rf" (?:thank|thanks to) (?:goodness|god|heavens|heaven) (?:for )?(?:the |their )?{THING}", True, False),
    (rf" (?:an?|another|one) {THING} (?:[a-z]+ )?(?:each|every|after every|whenever|for every) ", True, False),
    (
        r" (?:(?:turned|turn|made|make|switched|moved) (?:it|this|everything) (?:in |into |to )?|became |become )"
        rf"an? {THING}",
        True,
        False,
    ),
    (rf" (?:come|comes) (?:complete|equipped|fitted|supplied|packed|bundled) with {DET}{THING}", True, False),
    (r" no [EFA] (?:policy|rule|rules|site|place|zone|house|hotel|property)", False, False),
    (rf" (?:nowhere|no place|not anywhere) (?:to|for) (?:[a-z]+ )?{THING}", False, False),
    (rf" nowhere {THING}", False, False),
    (rf"^ (?:finally|at last|hooray|yay|hurrah) (?:an? |some |there is an? )?{THING}", True, False),
    (
        rf" (?:crammed|riddled|plastered|littered|filled|swamped|bombarded|flooded|covered|peppered|stuffed)"
        rf" (?:with|by|in) {THING}",
        True,
        False,
    ),
    (rf" (?:sold|comes|offered|available) (?:only )?as (?:a |an )?{THING}", True, False),
    (rf" (?:have to|must|need to) (?:take out|sign up for|book|pay for) (?:a |an ){THING}", True, False),
    (rf" {THING} (?:have|has|must|need|needs) (?:to )?be (?:bought|purchased|ordered)", False, False),
    (rf" (?:you|we|guests|one|people) (?:can|may) (?:also |even |now )?{THING}", True, False),
    (rf"^ (?:an? |another |one more )?(?:app|place|house|shop|site) with (?:X )?{THING}", True, False),
    (rf" {THING} (?:included|provided|available|supplied)", True, False),
    (rf" {THING} not (?:even |yet |always )?(?:{_THERE})", False, False),
    (
        rf"^ (?:an? |another |more )?(?:[a-z]+ )?{THING} \| (?:no thanks|no thank you"
        r"|brilliant|great|perfect|hooray|bliss|result|handy|really"
        r"|seriously|why|ugh|yuck|finally) ",
        True,
        False,
    ),
    (
        (
            r"^ (?:so many|too many|lots of|loads of|tons of|plenty of|many|constant|endless|nothing but) (?:X "
            rf")?{THING}"
        ),
        True,
        False,
    ),
    (
        rf"^ {THING} (?:everywhere|between|all over|on every|in every|after every|at every|on each|in each|after"
        rf" each)",
        True,
        False,
    ),
    (
        (
            r" (?:can not|could not|no way to|impossible to|not possible to) (?:get rid of|turn off|remove"
            rf"|skip|switch off|escape|avoid) {DET}{THING}"
        ),
        True,
        False,
    ),
    (rf" i (?:do |really )*miss (?:a|an|any|the|some) {THING}", False, False),
    (rf"(?:^| is| now| as) (?:an? |[a-z]+ly )*{THING} (?:only|based|w(?= \||$))", True, False),
    (
        (
            rf" (?:on|with|for) {DET}{THING} (?:\| )?(?:it|app|this|E) (?:does|will|do|can|would) not (?:work"
            r"|run|start|open|exist|install)"
        ),
        False,
        False,
    ),
    (
        (
            r" (?:no|without|lacks|lack of|not any) (?:[a-z]+ )?(?:support|version|option|app|mode|way) (?:for"
            rf"|of|on|with) {DET}{THING}"
        ),
        False,
        False,
    ),
    (rf" (?:need|needs|bring|buy|get|supply|provide|use|find) (?:your|his|their) own {THING}", False, False),
    (
        (
            rf" {THING} (?:comes|come|ships|is shipped|is packed|is delivered) with (?:the |every |each |all "
            r")?[EF]"
        ),
        True,
        False,
    ),
    (
        (
            r" (?:not one|not N|not a single|none of the|no) (?:room|rooms|X) (?:has|have|had|comes with"
            r"|come with) "
            rf"{DET}{THING}"
        ),
        False,
        False,
    ),
    (
        (
            r" (?:can|could|do|does|did) not (?:switch to|turn on|activate|enable|choose|find|get|have|select"
            rf"|order|buy|book|set|borrow|rent) {DET}{THING}"
        ),
        False,
        False,
    ),
    (
        (
            r" not (?:[a-z]+ )?(?:use|run|work|get|install|put|open|made|available|supported|usable|play|built"
            rf"|optimized|optimised|designed)(?: it| this| out)? (?:on|for|with) {DET}{THING}"
        ),
        False,
        False,
    ),
    (
        (
            rf" (?:buy|get|bring|order|purchase|need) (?:your own |the |your )?{THING} (?:for [EF] "
            r")?(?:separately|extra|yourself|yourselves|on top)"
        ),
        False,
        False,
    ),
    (rf" (?:it|this|app|that|E) is (?:now |just |only |basically )*(?:a |another |an )+{THING}", True, False),
    (
        (
            r" (?:wants|want|requires|demands|needs|forces|pushes|make you take out|makes you take out|make "
            rf"you buy|asks for|sells you) {DET}{THING}"
        ),
        True,
        False,
    ),
    (r" (?:have to|has to|must|need to|needs to|forced to) (?:[a-z]+ ){0,2}?V", True, False),
    (
        (
            r" (?:you|we|guests|one|users|people|customers|anyone|kids|everyone) (?:can|may|get to|could) "
            rf"(?:(?!not |never |no )[a-z]+ |X ){{1,2}}?(?:in |on |with |at |to )?(?:the |a |an |one of the "
            rf")?{THING}"
        ),
        True,
        False,
    ),
)
