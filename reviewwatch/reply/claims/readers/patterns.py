"""How claims are worded: patterns over a topic's line (see `sentences.line`).

A name in angle brackets stands for one of the lists. A word that is not kept in a line (X, w) ends most readings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reviewwatch.reply.claims.values.listed import any_of, filled

CLOSE: Final = any_of("""
    closes, close, closed, closing, locks, lock, shuts, shut, shutting, ends, end, ended, ending, finishes, finish,
    finished, finishing, stops, stop, stopped, goes home, go home, goes to bed, packs up, pack up, packed up,
    packs it in, locks up, lock up, knocks off, knock off, logs off, clocks off, wraps up, done for the day, done,
    over, off, calls it a day, winds down, winds up, goes dark, gone, leaves, leave, shuts down, shuts up,
    cleared away, clears away, clear away, cleared, put away, goes off, signs off, sign off, last orders, clocks out,
    switches off, shut down, shut up, away, thrown out, kicked out, turfed out, chased out, throw you out,
    kick you out, turn you out, chuck you out, chase you out
""")
OPEN: Final = any_of("""
    opens, open, opened, opening, unlock, starts, start, started, starting, begins, begin, began, comes on, wakes up,
    unlocks, gets going, kicks off
""")
STATE_SHUT: Final = any_of("""
    unstaffed, unmanned, locked, dark, unattended, unreachable, unavailable, in darkness, dead, empty, deserted,
    abandoned, lifeless
""")
PREP: Final = any_of("""
    at, until, till, til, before, by, from, after, past, between, to, since
""")
_NEAR: Final = any_of("""
    all, about, around, roughly, nearly, almost, approximately, just, only, some, circa, over, under, a, little, bit,
    more, less, than, at, least, most, up, to, exactly, as, much, maybe, early, late, fully, even, another, good,
    mere, whole, as, low, high, whopping, full, extra, the, for, flat, ridiculous, cheeky, cool, hefty, steep, measly,
    paltry, single, max, maximum, minimum, of, upwards, above, below, well, hardly, barely, close, longer, later,
    earlier, sooner, before
""")
_LISTS: Final[Mapping[str, str]] = {
    "some": r"(?:[a-z'\d]+ ){0,7}?",
    "few": r"(?:[a-z'\d]+ ){0,3}?",
    "near": f"(?:{_NEAR} )*",
    "thing": "[EF](?! X)",
    "be": "(?:is|are|was|were)",
    "close": CLOSE,
    "open": OPEN,
    "state_shut": STATE_SHUT,
    "prep": PREP,
    "state_open": any_of("""
        staffed, manned, available, there, reachable, in, attended, running, served, serving, serves, serve, runs,
        run, goes on, goes, go, lasts, last, stay, stays, around, possible, allowed, on, works, work, answers, answer,
        answered, accessible, occupied, up, picks up, pick up, swim, use, used, operates, operate
    """),
    "cost": any_of("""
        is, are, was, were, be, costs you, cost you, costs, cost, charges, takes, wants, asks, costing, sets you back,
        set you back, will set you back, comes to, comes at, comes in at, goes for, go for, runs to, runs at,
        starts at, starts from, for, at, of, now, means, amounts to, priced at, adds, works out at, came to,
        stands at, went for, is charged at, charged at, will be, will cost you
    """),
    "out": any_of("""
        thrown out, kicked out, turfed out, chased out, throw you out, kick you out, turn you out, chuck you out,
        chase you out
    """),
    "who": any_of("""
        nobody, no one, noone, no staff, no human, no person, not anyone, not a soul, someone, somebody, staff,
        people, there is always
    """),
    "nobody": any_of("""
        nobody, no one, noone, no staff, not anyone, not a soul
    """),
    "reach": any_of("""
        use, swim in, get into, enter, eat at, eat in, visit, sit in, access, go to, reach, call, ring, phone,
        contact, get hold of, get through to, speak to, talk to, catch
    """),
    "get_in": any_of("""
        get in, come in, go in, let in, get inside, get through the door, enter
    """),
    "free": any_of("""
        free(?! of (?!charge)), complimentary, gratis, on the house, for nothing, (?<=costs )nothing,
        (?<=cost )nothing, (?<=E )nothing, without charge, no charge, no extra charge, no extra cost, no cost
    """),
    "fee": any_of("""
        charge, fee, fees, cost, costs, charges
    """),
    "no_pay": any_of("""
        (?:no|zero) (?:extra |additional )?<fee>, nothing, never pay, without paying, without charge, charge nothing,
        pay nothing, charges nothing
    """),
    "made_to": any_of("""
        have, has, had, need, needs, got, expected, made, make, makes, forced, supposed, obliged
    """),
    "extra": any_of("""
        extra, chargeable, paid, payable, extra charge, charged extra, charged for, charged separately
    """),
    "needs": any_of("""
        needs, need, requires, require, demands, demand, wants, asks for, insists on, only from, from, minimum is, is,
        at least, least, must have, have to have, without, starts at, starts with, only on
    """),
    "or_later": any_of("""
        or later, or newer, or above, or higher, is the minimum, is the least, is required, is needed, is a must,
        and up, and later, and above, and newer, upwards, on, minimum, up
    """),
    "runs": any_of("""
        runs, run, works, work, install, installs, supports, support, available, compatible, start, starts, supported,
        open, opens, use it
    """),
    "supported": any_of("""
        is not supported, is supported, is not enough, is too old, is enough, phones are out, is out
    """),
    "rests": any_of("""
        closed, shut, closes, shuts, day off, off, rests, not open, does not open, opens, open, dark, works, work,
        serves, serve, rest day, available
    """),
    "length": any_of("""
        window, time, length, period, limit, notice, wait, duration, distance, size, is
    """),
    "stops_at": any_of("""
        number, limited to, stops at, up to, limit is, is, are, capped at, at
    """),
    "gets_you": any_of("""
        get, got, gets, give you, gets you, gives you, buys you, buys
    """),
    "from": any_of("""
        from, over, above, at, spend, spending, for, of, under, below, reach, reaches, hit, hits, least, to, than,
        until, till, is, are, passes, exceeds, beyond, with, costs, past, needs, on
    """),
    "no_coin": any_of("""
        you, extra, anything, money, a penny, a cent, a dime, a thing, us, guests
    """),
    "of_whom": any_of("""
        you, extra, guests, separately, a fee, money, people, everyone, for
    """),
    "other_sum": any_of("""
        than, off, save, saves, saved, saving, worth, over, more, less, discount, from, above, back, bet, won, with,
        including, plus
    """),
    "pay_for": r"(?:for (?:[a-z'\d]+ ){0,3}?)?<thing>",
}


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(filled(pattern, _LISTS)) for pattern in patterns)


HOURS: Final = _compiled(
    r" E \| (?P<gap>)(?P<mid>(?:from |between |only )*)(?P<t>R) ",
    r" E (?P<gap><some>)(?P<pred><close>|<open>|<state_open>|<state_shut>) (?P<mid><some>)(?P<t>[TR]) ",
    r" (?P<mid>at|by|from|after|before|until|past) (?P<t>T) (?:\| )?(?:[a-z]+ ){0,3}?E "
    r"(?P<gap><some>)(?P<pred><close>|<open>|staffed|manned|available|there|reachable|<state_shut>) ",
    r" (?P<neg>no|not) (?:any |an? |the )?[EF] (?P<gap>)(?P<mid>(?:[a-z]+ ){0,3}<prep> <near>)(?P<t>T) ",
    r" (?P<pred><close>|<open>) (?P<gap>(?:doing |serving |offering |w )?)(?:the )?E (?P<mid><few>)(?P<t>T) ",
    r" E (?P<gap>)(?P<mid>(?:<be> (?:only |just |on |served )*)(?:until|till|til|from) <near>)(?P<t>T) ",
    r" (?:clear|clears|cleared|take|takes|pack|packs) E (?P<gap>)(?P<pred>away) (?P<mid><few>)(?P<t>T) ",
    r" (?P<pred><out>) (?:of )?(?:the )?(?P<gap>)[EF] (?P<mid><few>)(?P<t>T) ",
    r" E (?P<gap>)(?P<mid>(?:until|till|til|from|to|hours|times|is|are|was|runs|between|X)? ?<near>)(?P<t>[TR]) ",
    r" E (?P<gap>(?:hours|times|opening hours|opening times) )(?P<mid>(?:\| )?<some>)(?P<t>[TR]) ",
    r" (?P<who><who>) (?P<gap><some>)[EF] (?P<mid><some>)(?P<t>[TR]) ",
    r" (?P<mid>at|after|before|by|past|from|until) (?P<t>T) (?:\| )?(?:there )?(?:is |was )?(?P<who><nobody>) "
    r"(?P<gap><some>)[EF] ",
    r" (?P<mid>at|after|before|by|past|from|until) (?P<t>T) (?:\| )?there (?:is|was) (?P<neg>no) (?P<gap>)E ",
    r" (?P<can>(?:you|can|could|not|never|no way to|impossible to) (?:[a-z]+ ){0,3}?)(?P<reach><reach>) "
    r"(?:them |anyone |anybody |someone )?(?P<gap><few>)[EF] (?P<mid><some>)(?P<t>[TR]) ",
    r" (?P<mid>)(?P<t>R) (?P<gap>)E(?! X) ",
)
"""With E the entity, T or R the time. Groups: gap and mid between them, pred, neg, who (is there or not), reach."""
HOURS_LOOSE: Final = _compiled(
    r" (?P<pred>closing|opening) (?:time|times|hour) (?P<gap>)(?P<mid>(?:\| )?<few>)(?P<t>T) ",
    r" (?P<neg>not|never|nobody|nothing|no) (?:[a-z]+ ){0,4}?[EF] (?P<gap>)(?P<mid><few><prep> <near>)(?P<t>T) ",
    r" (?P<mid>after|from|past|before|at) (?P<t>T) [^TRMQ]{0,60}? E "
    r"(?P<gap>is |are |'s )(?P<pred>shut|closed|<state_shut>) (?=\||$)",
    r" (?P<neg>not|never|nobody) (?:[a-z]+ )?<get_in> "
    r"(?P<gap>)(?P<mid>(?:before|until|till|after|past) <near>)(?P<t>T) ",
    r" (?P<edge>last) (?:orders|order|food|sitting|call) (?:for|in|at) (?:the )?[EF] "
    r"(?P<gap><be> )(?P<mid>(?:at )?)(?P<t>T) ",
    r" (?P<edge>earliest|first|latest|last) E "
    r"(?P<gap>(?:is|are|was|ends|starts|begins) )(?P<mid>(?:at |from |until )?<near>)(?P<t>T) ",
    r" E [^TRMQ|]{0,60}?\| (?P<gap>)(?P<mid><near>)(?P<t>R) (?=\||$)",
    r" E (?P<gap>(?:[a-z']+ ){0,9}?)(?P<mid>(?:until|till|til|before|after|past|from|at|by) <near>)(?P<t>T) ",
    r" (?P<t>T) \| (?:that|this) is (?P<gap>)(?:when |the time )(?:[a-z]+ )?E "
    r"(?P<pred>closes|shuts|opens|starts|ends|finishes|stops)(?P<mid>) ",
)
"""Any verb will do: the negation and the preposition alone decide. For times that no pattern above reads."""
PRICE: Final = _compiled(
    r" (?:below|under|less than) (?P<gap>)(?P<m>M) (?:\| )?(?:they|you|we) (?:[a-z]+ )?not [EF](?! X)",
    r" E (?P<gap>(?:[a-z'\d]+ ){0,5}?<cost> <near>(?:not )?<near>)(?P<m>M) (?!to E)",
    r" E (?P<gap><near>)(?P<m>M) (?!for (?!(?:the |a |an |your |each |every |one )?(?:night|day|person|house)))",
    r" E (?:\| )(?P<gap><near>)(?P<m>M) (?=\||$)",
    r" E (?:[a-z]+ ){1,6}?\| (?P<gap><near>)(?P<m>M) (?=\||$)",
    r" (?P<y>Q) (?:of|in|with|for|on) (?:the )?[EF] (?P<gap><cost> <near>)(?P<m>M) ",
    r" (?P<gap>)(?P<m>M) (?:extra |more |on top |just |only |or so |now |it is |is |here )*(?:for|to|as|towards|of) "
    r"(?:[a-z'\d]+ ){0,3}?<thing>",
    r" (?P<gap>)(?P<m>M) (?:just |only |or so )*<thing>",
    r" (?:for|with|to) (?:the |a |an |your |each )?[EF] (?:\| )?(?:you|they|we|guests) "
    r"(?:now |even |still |only |have to |must )*(?:pay|charge|want|ask|take|fork out) (?P<gap><near>)(?P<m>M) ",
    r" (?:at|for) (?P<gap><near>)(?P<m>M) (?:\| )(?:the |a |an )?E ",
    r" (?P<gap>)(?P<m>M) (?:you|they|it|that) <gets_you> (?:[a-z]+ ){0,2}?<thing>",
    r" (?P<gap>)(?P<m>M) (?:is|was) (?:what|the price|the cost|the fee|the charge|how much) (?:[a-z]+ ){0,5}?<thing>",
)
PRICE_LOOSE: Final = _compiled(
    r" E (?:is |are |costs |cost )(?:more|dearer|pricier) than [^|M]*\| (?P<gap><near>)(?P<m>M) ",
    r" [EF] at (?P<gap><near>)(?P<m>M) ",
    r" (?:E|for (?:the |a |an |your )?F) (?P<gap>(?:(?!<other_sum> )[a-z'\d]+ ){0,8}?)(?P<m>M) ",
    r" [EF] (?:[a-z']+ ){0,8}?\| (?P<gap><near>(?:for )?)(?P<m>M) "
    r"(?=\||$|and |but |so |which |more |extra |on top |each |for (?:what|her|him|it|them|that|each) )",
    r" (?P<gap>)(?P<m>M) (?:[a-z]+ ){0,2}?\| (?:because |as |so |and )?(?:that|this|it) is (?:what|how much|all) "
    r"(?:[a-z]+ ){0,3}?[EF](?! X)",
    r" [EF] [^MTRQD]*?\| (?:but |and |so )?at (?P<gap>)(?P<m>M) (?:\| )?(?:it|they|that|this) (?:is|are|was) ",
    r" (?P<gap>)(?P<m>M) (?:[a-z]+ ){0,3}?(?:for|towards) (?:the |a |an )?X of (?:[a-z]+ ){0,2}?[EF](?! X)",
    r" (?P<gap>)(?P<m>M) (?:(?!<other_sum> )[a-z'\d]+ ){0,5}?<thing>",
)
"""Any verb will do, for amounts that no pattern above reads: nothing else stands between the thing and the amount."""
FREE: Final = _compiled(
    r" E (?P<gap>(?:[a-z'\d]+ ){0,5}?)(?P<free><free>) (?P<tail>.*)",
    r" (?P<gap>(?:not |no |any )*)(?P<free>free|complimentary|gratis) <thing> (?P<tail>.*)",
    r" (?P<free>(?:do|does|did|will|need|would) not (?:have to |need to |even |actually |ever )*"
    r"(?:pay|charge|ask)(?: <no_coin>)*) (?P<gap>)<pay_for> (?P<tail>.*)",
    r" E (?P<free>(?:do|does|did|will) not (?:even |actually )?cost(?: you| us)?(?: <no_coin>)) (?P<gap>)(?P<tail>.*)",
    r" (?P<free>(?:no|zero|without|without any) E (?:charge|charges|fee|fees|cost|costs)) (?P<gap>)(?P<tail>.*)",
    r" (?P<free><no_pay>) (?P<gap>)<pay_for> (?P<tail>.*)",
)
PAID: Final = _compiled(
    r" E (?:[a-z]+ ){0,2}?(?:comes|come) at (?:a|an) (?:[a-z]+ )?(?:price|cost|charge|fee) (?P<tail>.*)",
    r" (?:have to|has to|must|need to|needs to) buy (?:the |your )?E (?P<tail>.*)",
    r" <made_to> (?:you |guests |everyone |us )?(?:to )?(?:still )?(?:pay|cough up|fork out|shell out) "
    r"(?:[a-z]+ ){0,2}?for (?:[a-z'\d]+ ){0,2}?<thing> (?P<tail>.*)",
    r" (?:must|you|guests|everybody|everyone) (?:also |even |all |still |now )?(?:pay|pays) (?:[a-z]+ ){0,2}?for "
    r"(?:[a-z'\d]+ ){0,2}?<thing> (?P<tail>.*)",
    r" (?:they|you|hotel|it|place) (?:also |even |actually |still |now )?(?:charge|charges|bill|bills)(?: <of_whom>)* "
    r"<pay_for> (?P<tail>.*)",
    r" E (?:[a-z]+ ){0,2}?(?:costs|cost) (?:extra|money|you extra|a fee|more|you) (?P<tail>\|.*|$|.*)",
    r" E <be> (?:an |not free and |all |charged )?<extra> (?P<tail>.*)",
    r" E (?:has|have) to be paid(?: for| extra| separately)? (?P<tail>.*)",
    r" (?:a|there is a|there are) (?:fee|charge|fees|charges) for (?:[a-z'\d]+ ){0,2}?<thing> (?P<tail>.*)",
    r" (?:you|guests|everyone|people|customers) (?:[a-z]+ ){0,2}?(?:pay|pays) (?:extra )?(?:to )?[EV] (?P<tail>.*)",
    r" E <be> not included (?P<tail>.*)",
    r" paid E (?P<tail>.*)",
)
"""It is said not to be free, and no amount."""

THRESHOLD: Final = _compiled(
    r" <from> (?P<gap><near>)(?P<m>M) ",
    r" (?P<gap>)(?P<m>M) (?:[a-z]+ |\| ){0,5}?(?:[EF]|free|for nothing) ",
)
"""The second: "thirty pounds for free delivery"."""
QUANTITY: Final = _compiled(
    r" (?:after|past|beyond) (?P<gap>)(?P<q>Q) (?:\| )?(?:you|they|it|there) (?:can|do|does|will|is) (?:not|no) "
    r"(?:[a-z]+ ){0,3}?(?P<e>[EF])",
    r" (?P<e>[EFA]) (?P<gap>(?:[a-z'\d]+ |[EFAV] ){0,8}?)(?P<q>Q) ",
    r" (?P<q>Q) (?P<gap>(?:[a-z'\d]+ |[EFAV] ){0,6}?)(?P<e>[EFA])(?! X)",
    r" it (?:is|was) (?P<gap><near>)(?P<q>Q) (?:[a-z]+ )?\| (?:the |this |that )?(?P<e>E) (?=\||$)",
    r" (?P<e>[EFA]) (?:<length> )?\| (?P<gap><near>)(?P<q>Q) (?=\||$|and |but |so )",
    r" (?P<q>Q) (?:[a-z]+ ){0,2}?\| (?:that|this|it) is (?P<gap>(?:how long|how far|how big|what|all|the)) "
    r"(?:[a-z]+ ){0,3}?(?P<e>[EFA])(?! X)",
)
COUNT: Final = _compiled(
    r" (?P<gap><near>)(?P<q>N) (?P<mid>(?:different |single |separate |free |whole |only |of )?)(?P<e>[EFA])(?! X)",
    r" (?P<e>[EFA]) (?P<gap>(?:[a-z]+ ){0,3}?<stops_at> <near>)(?P<q>N) (?=\||and|which|$)",
)
OLDEST: Final = _compiled(
    r" [EF] .*?(?:wants|needs|requires|demands|asks for) (?P<q>N) "
    r"(?P<how>or later|or newer|or above|or higher|and up) ",
    r" (?P<how>below|older than|before|under|less than) [EF] (?P<q>N) ",
    r" (?P<how><needs>) (?:at |least |you |to |have |only |a |minimum |of |on )*[EF] (?P<q>N) ",
    r" [EF] (?P<q>N) (?P<how><or_later>) ",
    r" (?P<how><runs>) (?:(?!from |only )[a-z]+ ){0,3}?[EF] (?P<q>N) ",
    r" [EF] (?P<q>N) (?P<how><supported>) ",
)
LATEST: Final = _compiled(
    r" [EF] (?P<gap>(?:[a-z]+ ){0,4}?(?:is|was|number is|remains|at) <near>(?:not )?(?:version )?)(?P<q>N) ",
    r" (?P<q>N) (?P<gap>(?:is|was|remains) (?:not |still |now )*)(?:the )?E ",
    r" [EF] (?P<gap>(?:\| )?<near>)(?P<q>N) (?=\|)",
    r" (?P<q>N) \| (?P<gap>)(?:which is )?(?:the |their )?[EF] (?=\||$)",
)
DAYS: Final = _compiled(
    r" E (?P<gap><some>)(?P<pred><rests>) (?P<mid><some>)(?P<d>D) ",
    r" (?P<mid>on|every|on a|each) (?P<d>D) (?:\| )?(?:[a-z]+ ){0,2}?E "
    r"(?P<gap><some>)(?P<pred>closed|shut|closes|shuts|not open|does not open|opens|open|off|dark) ",
    r" E (?:takes|has|have|take) (?P<gap>)(?P<mid>)(?P<d>D) (?P<pred>off) ",
    r" (?P<neg>no) (?P<gap>)E (?P<mid>on |on a )(?P<d>D) ",
    r" (?P<gap>(?:not )?)(?P<pred>closed|shut|open) (?P<mid>on |on a |every )?(?P<d>D) ",
    r" (?P<d>D) (?:is|are) (?:the day )?(?:when |that )?(?:the )?E "
    r"(?P<mid>)(?P<gap><some>)(?P<pred>closed|shut|off|open) ",
    r" (?P<d>D) (?P<gap>)(?P<mid>)(?:is|are) (?:its |their |the )?(?P<pred>day off|rest day|closing day) ",
)
