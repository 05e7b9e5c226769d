"""How claims are worded: patterns over a topic's line (see `scene`), and the words that they know."""

from __future__ import annotations

import re
from typing import Final

# Words between a thing and what is said of it. A word that is not known (X) ends the reading.
GAP: Final = r"(?:[a-z'\d]+ ){0,7}?"
SHORT: Final = r"(?:[a-z'\d]+ ){0,3}?"
THING: Final = r"[EF](?! X)"
NEAR: Final = (
    r"(?:(?:all|about|around|roughly|nearly|almost|approximately|just|only|some|circa|over|under|a|little|bit"
    r"|more|less|than|at|least|most|up|to|exactly|as|much|maybe|early|late|fully|even|another|good|mere"
    r"|whole|as|low|high|whopping|full|extra|the|for|flat|ridiculous|cheeky|cool|hefty|steep|measly|paltry"
    r"|single|max|maximum|minimum|of|upwards|above|below|well|hardly|barely|close|longer|later|earlier"
    r"|sooner|before) )*"
)

CLOSE: Final = (
    r"closes|close|closed|closing|locks|lock|shuts|shut|shutting|ends|end|ended|ending|finishes|finish|finished"
    r"|finishing|stops|stop"
    r"|stopped|goes home|go home|goes to bed|packs up|pack up|packed up|packs it in|locks up|lock up"
    r"|knocks off|knock off|logs off"
    r"|clocks off|wraps up|done for the day|done|over|off|calls it a day|winds down|winds up|goes dark"
    r"|gone|leaves|leave"
    r"|shuts down|shuts up|cleared away|clears away|clear away|cleared|put away|goes off|signs off"
    r"|sign off|last orders|clocks out"
    r"|switches off|shut down|shut up|away|thrown out|kicked out|turfed out|chased out|throw you out"
    r"|kick you out|turn you out|chuck you out"
    r"|chase you out"
)
OPEN: Final = (
    r"opens|open|opened|opening|unlock|starts|start|started|starting|begins|begin|began|comes on|wakes up|unlocks"
    r"|gets going|kicks off"
)
STATE_OPEN: Final = (
    r"staffed|manned|available|there|reachable|in|attended|running|served|serving|serves|serve|runs|run|goes on"
    r"|goes|go"
    r"|lasts|last|stay|stays|around|possible|allowed|on|works|work|answers|answer|answered|accessible|occupied"
    r"|up|picks up|pick"
    r" up|swim"
    r"|use|used|operates|operate"
)
LIFELESS: Final = r"dead|empty|deserted|abandoned|lifeless"
STATE_SHUT: Final = rf"unstaffed|unmanned|locked|dark|unattended|unreachable|unavailable|in darkness|{LIFELESS}"
PREP: Final = r"at|until|till|til|before|by|from|after|past|between|to|since"

HOURS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r" E \| (?P<gap>)(?P<mid>(?:from |between |only )*)(?P<t>R) ",
        rf" E (?P<gap>{GAP})(?P<pred>{CLOSE}|{OPEN}|{STATE_OPEN}|{STATE_SHUT}) (?P<mid>{GAP})(?P<t>[TR]) ",
        (
            rf" (?P<mid>at|by|from|after|before|until|past) (?P<t>T) (?:\| )?(?:[a-z]+ ){{0,3}}?E "
            rf"(?P<gap>{GAP})(?P<pred>{CLOSE}|{OPEN}|staffed|manned|available|there|reachable|{STATE_SHUT}) "
        ),
        rf" (?P<neg>no|not) (?:any |an? |the )?[EF] (?P<gap>)(?P<mid>(?:[a-z]+ ){{0,3}}(?:{PREP}) {NEAR})(?P<t>T) ",
        rf" (?P<pred>{CLOSE}|{OPEN}) (?P<gap>(?:doing |serving |offering |w )?)(?:the )?E (?P<mid>{SHORT})(?P<t>T) ",
        (
            r" E (?:them |anyone |somebody )(?P<gap>)(?P<mid>(?:only |just )?(?:until|till|til|from"
            rf"|between|after) {NEAR})(?P<t>[TR]) "
        ),
        (
            r" E (?P<gap>)(?P<mid>(?:(?:is|are|was|were) (?:only |just |on |served )*)(?:until|till|til"
            rf"|from) {NEAR})(?P<t>T) "
        ),
        rf" (?:clear|clears|cleared|take|takes|pack|packs) E (?P<gap>)(?P<pred>away) (?P<mid>{SHORT})(?P<t>T) ",
        (
            r" (?P<pred>thrown out|kicked out|turfed out|chased out|throw you out|kick you out|turn you "
            rf"out|chuck you out|chase you out) (?:of )?(?:the )?(?P<gap>)[EF] (?P<mid>{SHORT})(?P<t>T) "
        ),
        rf" E (?P<gap>)(?P<mid>(?:until|till|til|from|to|hours|times|is|are|was|runs|between|X)?"
        rf" ?{NEAR})(?P<t>[TR]) ",
        rf" E (?P<gap>(?:hours|times|opening hours|opening times) )(?P<mid>(?:\| )?{GAP})(?P<t>[TR]) ",
        (
            r" (?P<who>nobody|no one|noone|no staff|no human|no person|not anyone|not a soul|someone"
            rf"|somebody|staff|people|there is always) (?P<gap>{GAP})[EF] (?P<mid>{GAP})(?P<t>[TR]) "
        ),
        (
            r" (?P<mid>at|after|before|by|past|from|until) (?P<t>T) (?:\| )?(?:there )?(?:is |was "
            rf")?(?P<who>nobody|no one|noone|no staff|not anyone|not a soul) (?P<gap>{GAP})[EF] "
        ),
        r" (?P<mid>at|after|before|by|past|from|until) (?P<t>T) (?:\| )?there (?:is|was) (?P<neg>no) (?P<gap>)E ",
        (
            r" (?P<can>(?:you|can|could|not|never|no way to|impossible to) (?:[a-z]+ "
            rf"){{0,3}}?)(?P<reach>use|swim in|get into|enter|eat at|eat in|visit|sit in|access|go to|reach"
            r"|call|ring|phone|contact|get hold of|get through to|speak to|talk to|catch) (?:them |anyone "
            rf"|anybody |someone )?(?P<gap>{SHORT})[EF] (?P<mid>{GAP})(?P<t>[TR]) "
        ),
        r" (?P<mid>)(?P<t>R) (?P<gap>)E(?! X) ",
    )
)
"""With E the entity, T or R the time. Groups: gap and mid between them, pred, neg, who (is there or not), reach."""
HOURS_LOOSE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf" (?P<pred>closing|opening) (?:time|times|hour) (?P<gap>)(?P<mid>(?:\| )?{SHORT})(?P<t>T) ",
        rf" (?P<neg>not|never|nobody|nothing|no) (?:[a-z]+ ){{0,4}}?[EF] (?P<gap>)(?P<mid>{SHORT}(?:{PREP})"
        rf" {NEAR})(?P<t>T) ",
        rf" (?P<mid>after|from|past|before|at) (?P<t>T) [^TRMQ]{{0,60}}? E (?P<gap>is |are |'s )(?P<pred>shut"
        rf"|closed|{STATE_SHUT}) (?=\||$)",
        (
            r" (?P<neg>not|never|nobody) (?:[a-z]+ )?(?:get in|come in|go in|let in|get inside|get through the"
            r" door|enter) "
            rf"(?P<gap>)(?P<mid>(?:before|until|till|after|past) {NEAR})(?P<t>T) "
        ),
        (
            r" (?P<edge>last) (?:orders|order|food|sitting|call) (?:for|in|at) (?:the )?[EF] (?P<gap>(?:is|are"
            r"|was|were) )"
            r"(?P<mid>(?:at )?)(?P<t>T) "
        ),
        rf" (?P<edge>earliest|first|latest|last) E (?P<gap>(?:is|are|was|ends|starts|begins) )(?P<mid>(?:at "
        rf"|from |until )?{NEAR})(?P<t>T) ",
        rf" E [^TRMQ|]{{0,60}}?\| (?P<gap>)(?P<mid>{NEAR})(?P<t>R) (?=\||$)",
        rf" E (?P<gap>(?:[a-z']+ ){{0,9}}?)(?P<mid>(?:until|till|til|before|after|past|from|at|by) {NEAR})(?P<t>T) ",
        r" (?P<t>T) \| (?:that|this) is (?P<gap>)(?:when |the time )(?:[a-z]+ )?E "
        r"(?P<pred>closes|shuts|opens|starts|ends|finishes|stops)(?P<mid>) ",
    )
)
"""Any verb will do: the negation and the preposition alone decide. For times that no pattern above reads."""


COST: Final = (
    r"is|are|was|were|be|costs you|cost you|costs|cost|charges|takes|wants|asks|costing|sets you back"
    r"|set you back|will set you back|comes to|comes at|comes in at|goes for|go for|runs to|runs at"
    r"|starts at|starts from|for|at|of|now|means|amounts to|priced at|adds|works out at|came to|stands "
    r"at|went for|is charged at|charged at|will be|will cost you"
)
PRICE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r" (?:below|under|less than) (?P<gap>)(?P<m>M) (?:\| )?(?:they|you|we) (?:[a-z]+ )?not [EF](?! X)",
        rf" E (?P<gap>(?:[a-z'\d]+ ){{0,5}}?(?:{COST}) {NEAR}(?:not )?{NEAR})(?P<m>M) (?!to E)",
        rf" E (?P<gap>{NEAR})(?P<m>M) (?!for (?!(?:the |a |an |your |each |every |one )?(?:night|day|person|house)))",
        rf" E (?:\| )(?P<gap>{NEAR})(?P<m>M) (?=\||$)",
        rf" E (?:[a-z]+ ){{1,6}}?\| (?P<gap>{NEAR})(?P<m>M) (?=\||$)",
        rf" (?P<y>Q) (?:of|in|with|for|on) (?:the )?[EF] (?P<gap>(?:{COST}) {NEAR})(?P<m>M) ",
        (
            r" (?P<gap>)(?P<m>M) (?:extra |more |on top |just |only |or so |now |it is |is |here )*(?:for"
            rf"|to|as|towards|of) (?:[a-z'\d]+ ){{0,3}}?{THING}"
        ),
        rf" (?P<gap>)(?P<m>M) (?:just |only |or so )*{THING}",
        (
            r" (?:for|with|to) (?:the |a |an |your |each )?[EF] (?:\| )?(?:you|they|we|guests) (?:now |even "
            rf"|still |only |have to |must )*(?:pay|charge|want|ask|take|fork out) (?P<gap>{NEAR})(?P<m>M) "
        ),
        rf" (?:at|for) (?P<gap>{NEAR})(?P<m>M) (?:\| )(?:the |a |an )?E ",
        (
            r" (?P<gap>)(?P<m>M) (?:you|they|it|that) (?:get|got|gets|give you|gets you|gives you|buys you"
            rf"|buys) (?:[a-z]+ ){{0,2}}?{THING}"
        ),
        (
            r" (?P<gap>)(?P<m>M) (?:is|was) (?:what|the price|the cost|the fee|the charge|how much) "
            rf"(?:[a-z]+ ){{0,5}}?{THING}"
        ),
        (
            r" (?:charge|charges|ask|asks|want|wants|take|takes|demand|demands|pay) (?:you |guests |people "
            rf"|everyone )?(?:for )?(?:the )?[EF] (?P<gap>{NEAR})(?P<m>M) "
        ),
    )
)
_NO_PRICE: Final = (
    r"(?!(?:than|off|save|saves|saved|saving|worth|over|more|less|discount|from|above|back|bet|won|with"
    r"|including|plus) )"
)
PRICE_LOOSE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf" E (?:is |are |costs |cost )(?:more|dearer|pricier) than [^|M]*\| (?P<gap>{NEAR})(?P<m>M) ",
        rf" [EF] at (?P<gap>{NEAR})(?P<m>M) ",
        rf" (?:E|for (?:the |a |an |your )?F) (?P<gap>(?:{_NO_PRICE}[a-z'\d]+ ){{0,8}}?)(?P<m>M) ",
        rf" [EF] (?:[a-z']+ ){{0,8}}?\| (?P<gap>{NEAR}(?:for )?)(?P<m>M) (?=\||$|and |but |so |which |more "
        rf"|extra |on top |each |for (?:what|her|him|it|them|that|each) )",
        r" (?P<gap>)(?P<m>M) (?:[a-z]+ ){0,2}?\| (?:because |as |so |and )?(?:that|this|it) is (?:what|how much"
        r"|all) (?:[a-z]+ ){0,3}?[EF](?! X)",
        r" [EF] [^MTRQD]*?\| (?:but |and |so )?at (?P<gap>)(?P<m>M) (?:\| )?(?:it|they|that|this) (?:is|are|was) ",
        r" (?P<gap>)(?P<m>M) (?:[a-z]+ ){0,3}?(?:for|towards) (?:the |a |an )?X of (?:[a-z]+ ){0,2}?[EF](?! X)",
        rf" (?P<gap>)(?P<m>M) (?:{_NO_PRICE}[a-z'\d]+ ){{0,5}}?{THING}",
    )
)
"""Any verb will do, for amounts that no pattern above reads: nothing else stands between the thing and the amount."""
_PAY_FOR: Final = rf"(?:for (?:[a-z'\d]+ ){{0,3}}?)?{THING}"
FREE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r" E (?P<gap>(?:[a-z'\d]+ ){0,5}?)(?P<free>free(?! of (?!charge))|complimentary|gratis|on the house|for "
            r"nothing|(?<=costs )nothing|(?<=cost )nothing|(?<=E )nothing|without charge|no charge|no "
            r"extra charge|no extra cost|no cost) (?P<tail>.*)"
        ),
        rf" (?P<gap>(?:not |no |any )*)(?P<free>free|complimentary|gratis) {THING} (?P<tail>.*)",
        (
            r" (?P<free>(?:do|does|did|will|need|would) not (?:have to |need to |even |actually |ever "
            r")*(?:pay|charge|ask)(?: you| extra| anything| money| a penny| a cent| a thing| us| guests)*) "
            rf"(?P<gap>){_PAY_FOR} (?P<tail>.*)"
        ),
        (
            r" E (?P<free>(?:do|does|did|will) not (?:even |actually )?cost(?: you| us)?(?: anything| a "
            r"penny| a cent| extra| a thing| money| a dime)) (?P<gap>)(?P<tail>.*)"
        ),
        r" (?P<free>(?:no|zero|without|without any) E (?:charge|charges|fee|fees|cost|costs)) (?P<gap>)(?P<tail>.*)",
        (
            r" (?P<free>(?:no|zero) (?:extra |additional )?(?:charge|fee|fees|cost|costs|charges)|nothing"
            r"|never pay|without paying|without charge|charge nothing|pay nothing|charges nothing) "
            rf"(?P<gap>){_PAY_FOR} (?P<tail>.*)"
        ),
    )
)
PAID: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r" E (?:[a-z]+ ){0,2}?(?:comes|come) at (?:a|an) (?:[a-z]+ )?(?:price|cost|charge|fee) (?P<tail>.*)",
        r" (?:have to|has to|must|need to|needs to) buy (?:the |your )?E (?P<tail>.*)",
        (
            r" (?:have|has|had|need|needs|got|expected|made|make|makes|forced|supposed|obliged) (?:you "
            r"|guests |everyone |us )?(?:to )?(?:still )?(?:pay|cough up|fork out|shell out) (?:[a-z]+ "
            rf"){{0,2}}?for (?:[a-z'\d]+ ){{0,2}}?{THING} (?P<tail>.*)"
        ),
        (
            r" (?:must|you|guests|everybody|everyone) (?:also |even |all |still |now )?(?:pay|pays) "
            rf"(?:[a-z]+ ){{0,2}}?for (?:[a-z'\d]+ ){{0,2}}?{THING} (?P<tail>.*)"
        ),
        (
            r" (?:they|you|hotel|it|place) (?:also |even |actually |still |now )?(?:charge|charges|bill"
            rf"|bills)(?: you| extra| guests| separately| a fee| money| people| everyone| for)* {_PAY_FOR} "
            r"(?P<tail>.*)"
        ),
        r" (?:have|has|had|need|needs|must) (?:you |to )*pay (?:extra )?E (?P<tail>.*)",
        r" E (?:[a-z]+ ){0,2}?(?:costs|cost) (?:extra|money|you extra|a fee|more|you) (?P<tail>\|.*|$|.*)",
        (
            r" E (?:is|are|was|were) (?:an |not free and |all |charged )?(?:extra|chargeable|paid|payable"
            r"|extra charge|charged extra|charged for|charged separately) (?P<tail>.*)"
        ),
        r" E (?:has|have) to be paid(?: for| extra| separately)? (?P<tail>.*)",
        rf" (?:a|there is a|there are) (?:fee|charge|fees|charges) for (?:[a-z'\d]+ ){{0,2}}?{THING} (?P<tail>.*)",
        r" (?:you|guests|everyone|people|customers) (?:[a-z]+ ){0,2}?(?:pay|pays) (?:extra )?(?:to )?[EV]"
        r" (?P<tail>.*)",
        r" E (?:is|are|was|were) not included (?P<tail>.*)",
        r" paid E (?P<tail>.*)",
    )
)
"""It is said not to be free, and no amount."""

THRESHOLD_FIRST: Final = re.compile(r" (?P<gap>)(?P<m>M) (?:[a-z]+ |\| ){0,5}?(?:[EF]|free|for nothing) ")
"""The amount comes first: "thirty pounds for free delivery"."""
THRESHOLD: Final = re.compile(
    r" (?:from|over|above|at|spend|spending|for|of|under|below|reach|reaches|hit|hits|least|to|than"
    rf"|until|till|is|are|passes|exceeds|beyond|with|costs|past|needs|on) (?P<gap>{NEAR})(?P<m>M) "
)

QUANTITY: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r" (?:after|past|beyond) (?P<gap>)(?P<q>Q) (?:\| )?(?:you|they|it|there) (?:can|do|does|will|is) "
            r"(?:not|no) (?:[a-z]+ ){0,3}?(?P<e>[EF])"
        ),
        r" (?P<e>[EFA]) (?P<gap>(?:[a-z'\d]+ |[EFAV] ){0,8}?)(?P<q>Q) ",
        r" (?P<q>Q) (?P<gap>(?:[a-z'\d]+ |[EFAV] ){0,6}?)(?P<e>[EFA])(?! X)",
        rf" it (?:is|was) (?P<gap>{NEAR})(?P<q>Q) (?:[a-z]+ )?\| (?:the |this |that )?(?P<e>E) (?=\||$)",
        rf" (?P<e>[EFA]) (?:(?:window|time|length|period|limit|notice|wait|duration|distance|size|is) )?\|"
        rf" (?P<gap>{NEAR})(?P<q>Q) (?=\||$|and |but |so )",
        r" (?P<q>Q) (?:[a-z]+ ){0,2}?\| (?:that|this|it) is (?P<gap>(?:how long|how far|how big|what|all|the))"
        r" (?:[a-z]+ ){0,3}?(?P<e>[EFA])(?! X)",
    )
)
COUNT: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf" (?P<gap>{NEAR})(?P<q>N) (?P<mid>(?:different |single |separate |free |whole |only |of "
            r")?)(?P<e>[EFA])(?! X)"
        ),
        (
            rf" (?P<e>[EFA]) (?P<gap>(?:[a-z]+ ){{0,3}}?(?:number|limited to|stops at|up to|limit is|is|are"
            rf"|capped at|at) {NEAR})(?P<q>N) (?=\||and|which|$)"
        ),
    )
)
OLDEST: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r" [EF] .*?(?:wants|needs|requires|demands|asks for) (?P<q>N) (?P<how>or later|or newer|or above|or"
        r" higher|and up) ",
        r" (?P<how>below|older than|before|under|less than) [EF] (?P<q>N) ",
        (
            r" (?P<how>needs|need|requires|require|demands|demand|wants|asks for|insists on|only from|from"
            r"|minimum is|is|at least|least|must have|have to have|without|starts at|starts with|only on) "
            r"(?:at |least |you |to |have |only |a |minimum |of |on )*[EF] (?P<q>N) "
        ),
        (
            r" [EF] (?P<q>N) (?P<how>or later|or newer|or above|or higher|is the minimum|is the least|is "
            r"required|is needed|is a must|and up|and later|and above|and newer|upwards|on|minimum|up) "
        ),
        (
            r" (?P<how>runs|run|works|work|install|installs|supports|support|available|compatible|start"
            r"|starts|supported|open|opens|use it) (?:(?!from |only )[a-z]+ ){0,3}?[EF] (?P<q>N) "
        ),
        (
            r" [EF] (?P<q>N) (?P<how>is not supported|is supported|is not enough|is too old|is enough"
            r"|phones are out|is out) "
        ),
    )
)
LATEST: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf" [EF] (?P<gap>(?:[a-z]+ ){{0,4}}?(?:is|was|number is|remains|at) {NEAR}(?:not )?(?:version )?)(?P<q>N) ",
        r" (?P<q>N) (?P<gap>(?:is|was|remains) (?:not |still |now )*)(?:the )?E ",
        rf" [EF] (?P<gap>(?:\| )?{NEAR})(?P<q>N) (?=\|)",
        r" (?P<q>N) \| (?P<gap>)(?:which is )?(?:the |their )?[EF] (?=\||$)",
    )
)
DAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf" E (?P<gap>{GAP})(?P<pred>closed|shut|closes|shuts|day off|off|rests|not open|does not open"
            rf"|opens|open|dark|works|work|serves|serve|rest day|available) (?P<mid>{GAP})(?P<d>D) "
        ),
        (
            rf" (?P<mid>on|every|on a|each) (?P<d>D) (?:\| )?(?:[a-z]+ ){{0,2}}?E "
            rf"(?P<gap>{GAP})(?P<pred>closed|shut|closes|shuts|not open|does not open|opens|open|off|dark) "
        ),
        r" E (?:takes|has|have|take) (?P<gap>)(?P<mid>)(?P<d>D) (?P<pred>off) ",
        r" (?P<neg>no) (?P<gap>)E (?P<mid>on |on a )(?P<d>D) ",
        r" (?P<gap>(?:not )?)(?P<pred>closed|shut|open) (?P<mid>on |on a |every )?(?P<d>D) ",
        (
            r" (?P<d>D) (?:is|are) (?:the day )?(?:when |that )?(?:the )?E "
            rf"(?P<mid>)(?P<gap>{GAP})(?P<pred>closed|shut|off|open) "
        ),
        r" (?P<d>D) (?P<gap>)(?P<mid>)(?:is|are) (?:its |their |the )?(?P<pred>day off|rest day|closing day) ",
    )
)
