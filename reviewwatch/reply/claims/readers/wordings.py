"""How it is said that something is there, allowed, needed, done or so: patterns over a topic's line, by mode.

In a pattern @ stands for the thing, and a name in angle brackets for one of the lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.claims.topics.predicates import Mode
from reviewwatch.reply.claims.values.listed import any_of, filled

_ADVERBS: Final = any_of(r"""
    [a-z]+ly, also, even, still, now, always, all, at all, just, simply, here, there, yet, ever, quite, so, in fact,
    any more, apparently, right
""")
_ARTICLES: Final = any_of("""
    a, an, any, the, one, some, single, your, their, its, of, even, in, longer, such, thing, my, as, sort, kind, sign,
    form, trace, own, whole, free, extra, for, on, with, to, up, create, make, open, set, enter, give, give them,
    hand over, type in, have, got, first, actual, wear, bring, carry, show, use, buy, leave, pay, put on
""")
_LISTS: Final[Mapping[str, str]] = {
    "adverbs": f"(?:{_ADVERBS} )*",
    "articles": f"(?:{_ARTICLES} )*",
    "subject": any_of("""
        it, you, they, we, app, which, one, guests, customers, people, users, anyone, everyone, house, hotel, shop,
        store, E, place, that, site, everybody, office, everything, all
    """),
    "there": any_of("""
        handed out, given out, laid out, put out, complimentary, available, offered, there, present, exist, exists,
        existing, supported, provided, included, part of, an option, possible, a thing, in the box, on offer,
        installed, supplied, to be found, something, on site, in place, in stock, stocked, anywhere, in every,
        on every, on each, in each, in all, in the price, in the pack, thrown in, on the menu, at hand, standard,
        a given, working here, allowed
    """),
    "gone": any_of("""
        missing, unavailable, unsupported, gone, absent, sold separately, removed, scrapped, discontinued,
        non existent, nonexistent, history, nowhere, bought separately, impossible, not to be found, a myth,
        taken away, dismantled, drained, closed for good, left out, ignored, forgotten, neglected
    """),
    "have": any_of("""
        have, has, had, got, offer, offers, offered, include, includes, included, come with, comes with, came with,
        provide, provides, provided, feature, features, support, supports, give you, gives you, give, gives, get,
        gets, contain, contains, supply, supplies, sell, sells, stock, stocks, carry, carries, do, does, see, find,
        know, knows, there, make, made, build, built, add, added, done, introduced, implemented, run, runs, work,
        works, work with, works with, accept, accepts, accepting, show, shows, come, comes, put, keep, keeps, run on,
        runs on, work on, works on, full
    """),
    "ok": any_of("""
        allowed, permitted, more than welcome, welcome, welcomed, accepted, tolerated, ok, okay, fine, no problem,
        admitted, let in, possible
    """),
    "banned": any_of("""
        banned, forbidden, prohibited, barred, off limits, turned away, unwelcome, refused, not allowed, verboten,
        disallowed, a no go, out of bounds
    """),
    "let": any_of("""
        allow, allows, allowed, accept, accepts, take, takes, let, lets, let in, welcome, welcomes, permit, permits,
        tolerate, tolerates, admit, have, want, wants, like, likes
    """),
    "needed": any_of("""
        needed, required, necessary, mandatory, compulsory, obligatory, a must, demanded, asked for
    """),
    "need": any_of("""
        need, needs, needed, require, requires, must, have to, has to, demand, demands, want, wants, ask for,
        asks for, insist on, insists on, make you, makes you, force you to, forces you to, expect, expects,
        ask you for, asks you for, ask you to, asks you to, expected to, supposed to, made to, forced to, obliged to
    """),
    "way": any_of("""
        way, chance, option, possibility, means, hope, use trying, setting, button, switch
    """),
    "unable": any_of("""
        impossible to, unable to, not possible to, not able to, not allowed to, forbidden to, prohibited to,
        no one may, nobody may, never, never used to, never let you
    """),
    "offers": any_of(r"""
        has(?! to), have(?! to), got(?! to), offers, offer, includes, include, comes with, come with, came with,
        provides, provide, features, supports, support, gives you, give you, you get, charge, charges, pay a, pays a,
        do(?! not), does(?! not), contains, supplies, full of, shows, shows you, paid for with, ships with, boasts,
        throw in, throws in, runs on, works on, run on, speckled with, packed with, stuffed with, pushes, flashes
    """),
    "doer": any_of(r"""
        it, you, they, we, app, which, site, shop, house, store, people, still, always, also, all, checkout,
        everything, shopping, orders, order, X(?! (?:[a-z]+ ){0,4}?P an? ), can, may, able to, lets you
    """),
    "may": any_of("""
        also, now, even, can, may, could, still, actually, really, will, be able to, happily, always, be, go, come,
        just, are able to, allowed to
    """),
    "for_it": any_of("""
        use, run, work, get, install, put, open, made, available, supported, usable, play, built, optimized,
        optimised, designed
    """),
    "sells": any_of("""
        wants, want, requires, demands, needs, forces, pushes, make you take out, makes you take out, make you buy,
        asks for, sells you
    """),
    "deal_with": any_of("""
        <let>, bring, keep, come with, stay with, do, handle, process, support, offer, deal with
    """),
    "at_last": any_of("""
        no thanks, no thank you, brilliant, great, perfect, hooray, bliss, result, handy, really, seriously, why, ugh,
        yuck, finally
    """),
    "do": r"V(?! (?:an?|some|one) )",  # and not to something of their own: "pick up a lamp"
    "be": "(?:is|are|was|were)",
    "now_not": r"(?<! not)(?<! no)(?<! never)(?<! not even)(?<! not really)(?<! without)",
    "to": r" @ (?:(?!not |never |no |nor )[a-zXN]+ ){0,4}?(?!not )",
}


@dataclass(frozen=True, slots=True)
class _Wordings:
    """Patterns that say yes, those that say no, and those that say no barely, so that what follows may narrow it."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    bare: tuple[str, ...] = ()


_THERE_OR_ALLOWED: Final = _Wordings(
    yes=(
        r"(?<! not) <subject> (?:<may> )*<do>",
        r" (?:can|may|could|possible to|able to|allowed to|lets you|let you|free to|welcome to|lets us) "
        r"(?:also |even |now |actually |just |still )*<do>",
        r" V (?:is|are|was) (?:[a-z]+ly |also |even |now )?(?:possible|allowed|offered|available|permitted|ok|fine)",
        r"^ (?:also |even |now |still )*<do>",
        r" (?:there is|has|have|offers|offer) (?:an? |the |now )*V",
        r" <be> (?:[a-z]+ly |all |even |both )*V",
        r" @ (?:\| )?there used to be (?:one|some)",
        r" @ [^A-Z]*?\| there used to be (?:one|some)",
    ),
    no=(
        r"(?<! not)(?<! no) L(?! X)",
        r" (?:no|zero|not a|not an|not any|without a|without|nor) V",
    ),
    bare=(
        r" not (?:even|so much as) an? @",
        r" (?:no|zero|neither) <articles>@",
        r" without <articles>@",
        r" (?:can|could|may|must|will|would|do|does|did|is|are|shall|never) not (?:[a-z]+ ){0,4}?V",
        r" no <way> (?:to|of|that) (?:[a-z]+ ){0,3}?V",
        r" <unable> V",
    ),
)
_BY_MODE: Final[Mapping[Mode, _Wordings]] = {
    Mode.EXISTS: _Wordings(
        yes=(
            r" there <be> (?!not |no |nowhere )(?:(?!not |no |nothing |nowhere |used )[a-z]+ ){0,3}?(?:X )?@",
            r"<now_not> <offers> (?:(?!not |no |without )[a-z]+ ){0,3}?(?:X )?@",
            r" @ (?:(?!not )[a-z]+ ){0,4}?(?:is|are|was|were|come|comes) (?!not )<adverbs><there>",
            r" @ (?:exists|exist)",
            r" @ (?:pop|pops|popping|interrupt|interrupts|flash|flashes) ",
            r" (?:finance|finances|financed|funded) (?:it |itself |that )?(?:with|by|through) @",
            r" @ (?:\| )?(?:it )?works",
            r"(?:^| has| have| got| there are| with| offers| offer) (?:only |just )?N @(?= \||$| and)",
            r"^ (?:yet )?another [EFO] (?=\||$)",
            r"^ @ (?:all the time|constantly|non stop|nonstop|all day)",
            r" (?:have to|has to|must|need to) "
            r"(?:watch|sit through|put up with|close|endure|skip|suffer|click away) <articles>@",
            r" (?:thank|thanks to) (?:goodness|god|heavens|heaven) (?:for )?(?:the |their )?@",
            r" (?:an?|another|one) @ (?:[a-z]+ )?(?:each|every|after every|whenever|for every) ",
            r" (?:(?:turned|turn|made|make|switched|moved) (?:it|this|everything)(?: in| into| to)?|became|become) "
            r"an? @",
            r" (?:come|comes) (?:complete|equipped|fitted|supplied|packed|bundled) with <articles>@",
            r"^ (?:finally|at last|hooray|yay|hurrah) (?:an? |some |there is an? )?@",
            r" (?:crammed|riddled|plastered|littered|filled|swamped|bombarded|flooded|covered|peppered|stuffed) "
            r"(?:with|by|in) @",
            r" (?:sold|comes|offered|available) (?:only )?as (?:a |an )?@",
            r" (?:have to|must|need to) (?:take out|sign up for|book|pay for) (?:a |an )@",
            r" (?:you|we|guests|one|people) (?:can|may) (?:also |even |now )?@",
            r"^ (?:an? |another |one more )?(?:app|place|house|shop|site) with (?:X )?@",
            r" @ (?:included|provided|available|supplied)",
            r"^ (?:an? |another |more )?(?:[a-z]+ )?@ \| <at_last> ",
            r"^ (?:so many|too many|lots of|loads of|tons of|plenty of|many|constant|endless|nothing but) (?:X )?@",
            r"^ @ (?:everywhere|between|all over|on every|in every|after every|at every|on each|in each|after each)",
            r" (?:can not|could not|no way to|impossible to|not possible to) "
            r"(?:get rid of|turn off|remove|skip|switch off|escape|avoid) <articles>@",
            r"(?:^| is| now| as) (?:an? |[a-z]+ly )*@ (?:only|based|w(?= \||$))",
            r" @ (?:comes|come|ships|is shipped|is packed|is delivered) with (?:the |every |each |all )?[EF]",
            r" (?:it|this|app|that|E) is (?:now |just |only |basically )*(?:a |another |an )+@",
            r" <sells> <articles>@",
            r" (?:have to|has to|must|need to|needs to|forced to) (?:[a-z]+ ){0,2}?V",
            r" (?:you|we|guests|one|users|people|customers|anyone|kids|everyone) (?:can|may|get to|could) "
            r"(?:(?!not |never |no )[a-z]+ |X ){1,2}?(?:in |on |with |at |to )?(?:the |a |an |one of the )?@",
        ),
        no=(
            r" @ (?:[a-z]+ ){0,4}?(?:is|are|was|were|has|have|does|do|did|can|will) <adverbs>not "
            r"(?:(?:[a-z]+ ){0,3}?<there>|come (?:as|with|in) |an? |(?:get )?in )",
            r" @ (?:[a-z]+ ){0,3}?(?:is|are|was|were|remains|has been|have been) <adverbs><gone>",
            r" @ (?:they|it|you|we|place|app) (?:do|does|did|is|are) not (?:have|offer|provide|do|get|include)",
            r"^ (?:an? |the |any |some )?@ \| "
            r"(?:not here|nope|no|none|no such thing|forget it|no chance|not a chance) ",
            r" no way to (?:get|have|find|enable|turn on|switch on|activate) <articles>@",
            r" (?:on|with|for) <articles>@ (?:\| )?(?:you|it) (?:can|could|will|do) not "
            r"(?:install|run|use|open|get|work|start)",
            r" (?:nowhere|no place|not anywhere) (?:to|for) (?:[a-z]+ )?@",
            r" nowhere @",
            r" @ (?:have|has|must|need|needs) (?:to )?be (?:bought|purchased|ordered)",
            r" @ not (?:even |yet |always )?<there>",
            r" i (?:do |really )*miss (?:a|an|any|the|some) @",
            r" (?:on|with|for) <articles>@ (?:\| )?(?:it|app|this|E) (?:does|will|do|can|would) not "
            r"(?:work|run|start|open|exist|install)",
            r" (?:no|without|lacks|lack of|not any) (?:[a-z]+ )?(?:support|version|option|app|mode|way) "
            r"(?:for|of|on|with) <articles>@",
            r" (?:need|needs|bring|buy|get|supply|provide|use|find) (?:your|his|their) own @",
            r" (?:not one|not N|not a single|none of the|no) (?:room|rooms|X) (?:has|have|had|comes with|come with) "
            r"<articles>@",
            r" (?:can|could|do|does|did) not "
            r"(?:switch to|turn on|activate|enable|choose|find|get|have|select|order|buy|book|set|borrow|rent) "
            r"<articles>@",
            r" not (?:[a-z]+ )?<for_it>(?: it| this| out)? (?:on|for|with) <articles>@",
            r" (?:buy|get|bring|order|purchase|need) (?:your own |the |your )?@ "
            r"(?:for [EF] )?(?:separately|extra|yourself|yourselves|on top)",
        ),
        bare=(
            r" (?:has|have|had|is|are|was|were|do|does|did|can|could|will|would|never) (?:[a-z]+ )?"
            r"(?:not|never) <adverbs>(?:be |been |used to |yet |even |a |find |to )*(?:<have> )*<articles>@",
            r"^ not an? @",
            r" never <have> <articles>@",
            r" (?:lack|lacks|lacked|lacking|missing|misses|lack of|short of) <articles>@",
            r" (?:nothing|none) (?:like|in the way of|for|on) <articles>@",
        ),
    ),
    Mode.ALLOWED: _Wordings(
        yes=(
            r" @ (?:(?!not )[a-z]+ ){0,3}?<be> (?!not )<adverbs><ok>",
            r" @ (?:may|can|could) (?!not )<adverbs>(?:stay|come|sleep|enter|live|be|join)",
            r"(?<! not)(?<! never) (?:they|hotel|house|place|you|it|we) <adverbs><let> <articles>@",
            r" @ friendly(?! X)",
            r" (?:they|it|place|hotel|staff|we|you) (?:is|are) "
            r"(?:[a-z]+ )?(?:fine|ok|okay|happy|cool|good|relaxed|great) with @",
            r" <be> (?:allowed|permitted|welcome to have) <articles>@",
            r" (?:you|we|guests|everyone|people) (?:can|may) "
            r"(?:(?!not |no |never )[a-z]+ |X )(?:a |an |your |the |their )?@",
            r" @ (?:very |always |also |most )*(?:welcome|allowed|permitted|accepted)",
            r" @ <be> <adverbs>not <adverbs>(?!not )<banned>",
            r" (?:not|never) (?:refuse|forbid|ban|prohibit) <articles>@",
        ),
        no=(
            r" no [EFA] (?:policy|rule|rules|site|place|zone|house|hotel|property)",
            r" @ (?:must|have to|has to) (?:stay|remain|wait) (?:outside|at home|out|behind)",
        ),
        bare=(
            r" (?:do|does|did|can|could|will|would|is|are) (?:[a-z]+ )?not "
            r"<adverbs>(?:be |used to |you )*(?:<deal_with> ){1,2}<articles>@",
            r"(?: never|(?<! never)(?<! not) (?:refuse|refuses|refuse to|forbid|forbids|ban|bans|prohibit|prohibits)) "
            r"(?:used to )?(?:<let> )?<articles>@",
            r" @ (?:[a-z]+ ){0,3}?(?:is|are|was|were|can|may|must) <adverbs>not "
            r"(?:[a-z]+ ){0,2}?(?:<ok>|stay|come|enter|sleep|go|be)",
            r" @ (?:[a-z]+ ){0,3}?<be> <adverbs><banned>",
            r" (?:can|may|must) not (?:[a-z]+ |X )(?:a |an |your |the |any |their )?@",
            r" @ (?:are |is )?not (?:welcome|allowed|permitted|accepted)",
        ),
    ),
    Mode.NEEDED: _Wordings(
        yes=(
            r" (?:no|not|nothing|nobody|impossible) (?:[a-zEFX]+ ){0,6}?(?:\| )?unless "
            r"(?:you |they |it )?(?:[a-z]+ ){0,4}?@",
            r" (?:can|could|will|do|does|may) not (?:[a-zE]+ ){0,7}?(?:X )?(?:[a-zE]+ ){0,2}?without "
            r"(?:[a-z]+ ){0,3}?@",
            r" (?:no|nothing|not|impossible) (?:[a-zEX]+ ){0,5}?without (?:[a-z]+ ){0,3}?@",
            r"(?<! not)(?<! never)(?<! no) "
            r"(?:<need>|asks|wants|takes|only with|demands|only starts with|only after) <articles>@",
            r"(?<! not)(?<! never) <need> (?:[a-z]+ ){0,2}?V",
            r" @ (?:(?!not |no )[a-z]+ ){0,3}?(?:is|are|was) (?!not )<adverbs><needed>",
            r" without <articles>@ "
            r"(?:\| )?(?:you |it |there (?:is|are) |(?:the )?app )?(?:can |does |will |gets? |is )?(?:no|nothing|not) ",
        ),
        no=(
            r" (?:do|does|did|is|are|will) not <adverbs>(?:<need>|ask|have|force you to|make you) <articles>@",
            r" (?:do|does|did|is|are|will) not <adverbs><need> (?:to )?(?:[a-z]+ ){0,2}?V",
            r" @ (?:[a-z]+ ){0,3}?(?:is|are|was) <adverbs>not <adverbs><needed>",
            r" no (?:need for |need of )?<articles>@ (?:is |are )?(?:<needed>|\|(?! no )|$)",
            r" no (?:need|obligation) to (?:[a-z]+ ){0,2}?V",
            r"(?<! not) (?:can|could|works|work|starts|start|runs|use it|use) (?:(?!not |no )[a-zE]+ ){0,5}?without "
            r"(?:[a-z]+ ){0,3}?@",
        ),
    ),
    Mode.DONE: _Wordings(
        yes=(
            r"^ (?:far |way )?(?:so many|too many|lots of|loads of|tons of|piles of|nothing but|endless) @",
            r"(?<! not)(?<! never)(?<! to)(?<! and) <doer> (?:(?!not |never |no |without |nothing )[a-z]+ ){0,4}?P "
            r"(?:(?!not |no |without |any )[a-z]+ ){0,4}?@",
            r" @ (?:(?!not |never |no )[a-z]+ ){0,3}?(?:is|are|gets|get|was|were|can be) "
            r"(?!not )(?:(?!not )[a-z]+ ){0,2}?P",
            r" @ (?:that |which )?(?:is|are) P",
            r" @ (?:just |simply |always |automatically |even |also )*P",
            r" (?:has|have|offer|offers|stock|stocks) "
            r"(?:a |an )?(?:[a-z]+ ){0,2}?(?:choice|selection|range|list|shelf) of @",
            r" <way> to P(?: E)?",
        ),
        no=(
            r" no <way> (?:to|of) (?:[a-z]+ ){0,3}?P(?: E)?",
            r" (?:can|could|does|do) not (?:[a-z]+ ){0,2}?P [EF]",
        ),
        bare=(
            r" (?:not|never|refuse to|nobody) (?:[a-z]+ ){0,3}?P (?:[a-z]+ ){0,4}?@",
            r" @ (?:[a-z]+ ){0,3}?(?:is|are|was|were|gets|get|can|will) <adverbs>not (?:[a-z]+ ){0,3}?P",
        ),
    ),
    Mode.IS: _Wordings(
        yes=(
            r"<to>P(?! X)",
            r" @ (?:[a-z]+ ){0,3}?(?:not|never|no) <adverbs>(?:a |an |any |even |really |longer )*U(?! X)",
            r"(?<! no)(?<! not)(?<! not a)(?<! never)(?<! without a)(?<! without)(?<! not an)(?<! not any) P "
            r"(?:[a-z]+ ){0,3}?@",
        ),
        no=(
            r"<to>U(?! X)",
            r" @ (?:[a-z]+ ){0,3}?(?:not|never|no) <adverbs>(?:a |an |any |even |really )*P(?! X)",
            r" (?:no|not a|not an|not any|without a|without|without any|not|nor a|nor|nobody|never) P "
            r"(?:[a-z]+ ){0,3}?@",
            r"(?<! no)(?<! not)(?<! not a)(?<! without)(?<! not any)(?<! without any) U (?:[a-z]+ ){0,3}?@",
        ),
    ),
}


def wordings(mode: Mode, thing: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield patterns with what they say, and whether they say it barely, so that what follows may narrow it.

    Args:
        thing: The pattern of the thing's sign in a line.
    """
    shared = () if mode in (Mode.NEEDED, Mode.IS) else (_THERE_OR_ALLOWED,)
    for one in (*shared, _BY_MODE[mode]):
        for patterns, is_there, is_bare in ((one.bare, False, True), (one.no, False, False), (one.yes, True, False)):
            for pattern in patterns:
                yield filled(pattern, _LISTS).replace("@", thing), is_there, is_bare
