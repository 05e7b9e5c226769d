"""Words that make a statement no statement: guess, wish, condition, question, one event, another place."""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.claims.sentences.hearsay import is_hearsay
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.values.listed import any_of, finder, listed
from reviewwatch.reply.claims.values.tokens import BREAK

_THINK: Final = any_of("""
    think, guess, suppose, believe, assume, bet, reckon, imagine, presume, expect, suspect, understand, fear, figure,
    seem, am guessing, am not sure, am fairly sure, am pretty sure, take it, doubt, could be wrong, may be wrong,
    might be wrong
""")
_GUESS: Final = finder(f"""
    i (?:do not )?{_THINK}, we (?:think|guess|suppose|believe|assume|reckon|assumed|thought|imagine), probably, maybe,
    perhaps, possibly, presumably, conceivably, might, could be, may be, not sure, unsure, no idea, if i remember,
    if memory, as far as i, afaik, iirc, guessed, i thought, thought that, wondered, wondering, (?<!no )wonder,
    guessing, guess, supposing, like (?:having|being|owning|living), seem, seems, seemed, seemingly, looks like,
    looked like, look like, looks as, looked as, felt, feels, feel, feeling, as if, as though, sounds like,
    sounded like, likely, mark my words, one day, at some point, soon, sooner or later, in future, in the future,
    next year, next month, next season, roadmap, coming soon, in the works, announced, going to, plan to, plans to,
    planning, gonna, will soon, some day, eventually, i am sure, surely, no doubt, correct me, could well,
    or something, or whatever, or so i, for all i know, who knows, next week, next summer, next spring, rumour,
    in my mind, easily (?:a|an|the), appears, appeared, gave the impression
""")
_MUST_DO: Final = any_of("""
    sent, made, returned, gone, out, paid, booked, done, in, back, kept, on, worn, ordered, asked, told, given,
    cancelled, canceled
""")
_MUST: Final = re.compile(rf" (?<!you )must (?:be (?!{_MUST_DO})|have been )")
_MAY: Final = re.compile(r"(?<! you)(?<! guests)(?<! users)(?<! people) may (?!stay|come|sleep|not )")
_WISH: Final = finder("""
    wish, wishes, hope, hopes, hoping, hoped, would(?! (?:[a-z]+ed|been|gone|shut|had|run|taken|left|sold|already) ),
    should, shall, ought, if only, please, pls, kindly, bring back, (?<!not )make it, make them, let us, let me,
    why not, how about, could they, could you, can you please, dream, dreaming, needs to, need to add, they could,
    could at least, could make, could offer, could add, could use, could do with, looking forward, suggest,
    suggestion, recommend, consider, i want, we want, i wanted, we wanted, i need, we need, i prefer, had expected,
    expected, was hoping, imagine, ideally, deserves, deserve, begging, crying out, longing, high time
""")
_IF: Final = finder("""
    if, unless, in case, provided (?:that|you|it|they|we|the|your|there), as long as, supposing, assuming, whenever,
    even if, depending, depends, except, only if, only when, only with, subject to
""")
_ONE_MAY: Final = any_of("""
    pay, buy, subscribe, upgrade, get pro, fork, cough, part, ask, do, want, tick, choose, request, tell, take,
    remove, untick, uncheck, opt, say, notice, catch, change, spot, switch, turn, hand, enter, give, create, register,
    sign, provide, add, type, show, bring, book, leave, make, have
""")
_FINE_UNLESS: Final = re.compile(rf" unless (?:you|i|we|one) (?:[a-z]+ ){{0,2}}?{_ONE_MAY} ")
_LIVED: Final = any_of("""
    used, visited, stayed, loved, liked, noticed, discovered, learned, realized, realised, need, hated
""")
_DID_TO: Final = any_of("""
    charged, billed, took, asked, told, gave, cost, set, charging, overcharged, made, served, sold, sent, let,
    refused, offered, quoted, promised, invoiced, fined, stung, rushed, wanted from
""")
_DID_OR_HAD: Final = any_of("""
    paid, pay, was, were, am, had, got, bought, ended, waited, asked, booked, received, spent, tried, called, rang,
    found, saw, ordered, used, wrote, arrived, left, went, stood, came, returned, sent, checked, swam, ate, parked,
    turned, reached, cannot, can(?! not (?:say|claim|call)), could(?! not (?:say|claim|call)), did, have, need,
    needed, knocked, ran, lost, keep, kept, forgot, feared, dreamt, queued, dropped, picked, collected, registered,
    signed, opened, missed, ticked, opted, never got, only got, still, drove, rode, flew, sat, slept, chose, met
""")
_MY_THINGS: Final = any_of("""
    bill, order, card, receipt, invoice, refund, deposit, account, statement, parcel, delivery, trial, lamp, shelf,
    room, bike, appointment, case, app, phone, subscription, return, returns, answer, reply, data, lists, list, own,
    husband, wife, son, daughter, partner, copy, friend, mate, sister, brother, mother, father, mum, mom, dad,
    neighbour, neighbor, cousin, colleague, aunt, uncle
""")
_OUR_THINGS: Final = any_of("""
    bill, order, card, receipt, invoice, refund, deposit, account, room, parcel, delivery, slot, answer, appointment,
    rooms, case, tent, pitch, lesson, lane, own, kids, kid, children, son, daughter, booking
""")
_WORK: Final = r"(?:work|start|load)(?! (?:without|offline|on|with|until|till|before|at))"
_EVENT: Final = finder(f"""
    (?:i|we|he|she) (?:[a-z]+ly |also |then |just |had |have )?(?!{_LIVED})[a-z]+ed, {_DID_TO} (?:me|us|my|our),
    (?:i|we|he|she) {_DID_OR_HAD}, (?<!like )my {_MY_THINGS}, on my (?:tablet|laptop|computer), our {_OUR_THINGS},
    on the bill, from (?:my|our) (?:card|account), (?:it|app|they|which|that) (?:do|does|did|will) not {_WORK},
    stopped working, broken, broke, breaks, crash, crashes, crashed, failed, fails, refused, lost, loses, freezes,
    froze, out of order, in room, room N, took, charged, overcharged, billed, yesterday, failing, kaputt,
    malfunctioning, ran out, run out, sold out, came to, turned into, everything came, it came, came with,
    came without, mine came, order came, came wrapped, came in, arrived, fully booked, full up, down again, was down,
    not respond, ignored, since (?:the|that|this|my) (?:last |latest |new )?update, after the update, at the moment,
    right now, suddenly, again, spinner, error, errors, buggy
""")
_EVENT_FINE: Final = finder("""
    like all, like every, all of them, by (?:their|its) (?:own )?(?:rules|terms), as (?:their|its) (?:rules|terms),
    as a rule, the rule, per policy, rules
""")
_ONE_OFF: Final = finder("""
    (?:closed|shut|off|down|out) (?:[a-zTRD]+ ){0,3}?for (?:maintenance|cleaning|repairs|repair|refurbishment),
    for maintenance, private (?:party|event|function), for a wedding, due to, because of, owing to, that day,
    this time, that time, temporarily, exceptionally, out of order, renovation, renovations,
    (?:just|only|specially|especially) for (?:us|me), last day, one day, one evening, one night, one morning,
    this week, that week, that evening, that night, that morning, this morning, for an event, power cut, storm, snow,
    flood, strike, staff shortage
""")
_SEASONAL: Final = finder("""
    christmas, easter, boxing day, bank holiday, new year, holiday, holidays, eve, thanksgiving, out of season,
    off season, in winter, in summer, low season, high season, peak season, during covid, covid, lockdown, pandemic
""")
_BUSINESSES: Final = any_of("""
    apps, app, hotels, hotel, places, place, shops, shop, stores, brands, companies, sites, practices, offices,
    dentists, clinics, pools, businesses, firms, branches, branch, campsites, gyms, restaurants, cafes, museums,
    garages, pubs, bars, stations, location, locations, one, ones, salons, schools
""")
_NO_PLACES: Final = any_of("""
    side, hand, day, half, thing, end, way, week, night, reviewers, guests, people, customers, reviews, than
""")
_IN_TOWN: Final = any_of("""
    square, street, road, corner, mall, airport, station, harbour, harbor, village, town, city, market
""")
_ELSEWHERE: Final = finder(f"""
    elsewhere, other {_BUSINESSES},
    another (?:app|hotel|place|shop|store|practice|office|branch|company|pool|garage|clinic|firm|site), competitor,
    competitors, competition, rival, rivals, next door, across the (?:road|street|river|square),
    down the (?:road|street), up the (?:road|street), in town, at home, everyone else, everybody else, anywhere else,
    somewhere else, most (?:apps|hotels|places|shops|stores|practices|offices|pools|clinics|garages), compared,
    sister (?:hotel|site|shop|branch), their other,
    their (?:hotel|lodge|inn|shop|store|place|branch) (?:in|at|on|by|near|up|down), in the valley, around the corner,
    round the corner, nearby, in the village, the one in, the one at, the one on, the one by, the one next,
    in the city, on the high street, in the next, neighbouring, neighboring, their (?:city|town) branch, others have,
    others do, others offer, others give, sister, at the other, over the road, opposite, my old, our old, my last,
    our last, my previous, my former, the last place, the previous, where i live, back home, my local, our local,
    usual, adjacent, multi storey, multistorey, municipal, like other,
    (?:the|any|every|some|most|all|no|many|few|these|those|that) other (?!{_NO_PLACES})[a-z]+,
    (?:[a-z]+s|place) like (?:this|these|that|here), (?:on|in|at|by|near|round|around|down|up|across) the {_IN_TOWN},
    (?:their|the) [a-z]+ (?:side|arm|branch|division), my [a-z]+ app, guests of, supermarket, airbnb, booking com,
    amazon, google, the council, council
""")
_PAST: Final = finder(r"""
    (?:in|during) (?:the )?(?:pandemic|lockdown|covid), used to, never used, in the old days, in those days,
    those days, back then, back in, years ago, year ago, formerly, previously, originally,
    when (?:i|we) (?:bought|first|started|joined|got|signed|moved|began|installed|downloaded), at the time, once was,
    was once, were once, once had, had once, until recently, a few years back, years back, in the past, at first,
    in the early days, in the beginning, the old, for years, before that, last time, earlier versions, older versions,
    until last, till last, until a, last year, last season, last summer, last winter, last spring, last autumn,
    (?!(?:day|night|evening|week|days|hours|morning|afternoon|month) )[a-z]+ before (?:\||$), was then, were then,
    then still, still then
""")
_AUX: Final = listed("does do did is are was were can could will would has have had should shall may might am")
_ASKS: Final = listed("when what how why where which who whose whether")
_SIDE_WORDS: Final = listed("so but and or also then well wait hm hmm seriously really")
_FLIP: Final = finder("""
    (?:can|could|would) not (?:really |honestly |exactly |quite )*(?:say|claim|call|pretend), not true that,
    not the case that, not as if, not as though, not that, far from, no way is, nobody can say, hardly,
    it is not like, never said, do not say, do not tell me, do not think, do not believe, not saying, wrong to say,
    untrue
""")


def is_flipped(before: str) -> bool:
    """Say whether what stands before a statement in its clause denies it: "I can't say parking was free"."""
    return _FLIP.search(before) is not None


def is_past_in(clause: str) -> bool:
    """Say whether the words of a clause tell of how things once were."""
    return _PAST.search(clause) is not None


def is_past(scene: Scene) -> bool:
    """Say whether a sentence tells of how things once were."""
    text = scene.text
    if re.search(r" (?:any more|anymore|no longer|any longer|these days|nowadays) ", text):
        return False
    return _PAST.search(text) is not None


_PAYING: Final = finder("""
    charged, billed, paid, paying, (?<!you )(?<!they )pay, spent, took, cost, owed, refunded, fined, overcharged,
    asked, quoted, booked, ordered, bought, waited
""")
"""What happened once, whatever value stands beside it."""


def has_doubt(
    scene: Scene,
    start: int,
    end: int,
    at: int,
    *,
    is_permission: bool = False,
    is_timed: bool = False,
) -> bool:
    """Say whether items of a sentence are no firm statement on how things are here.

    Args:
        start, end: The items of the statement.
        at: The item of its value, or of its last word.
        is_permission: "May" is said of what is allowed.
        is_timed: A season or a holiday makes it another statement: opening hours.
    """
    first, last = scene.clause(start, end)
    clause = _OPINION.sub(" ", scene.words(first, last))
    if _is_asked(scene, first, last) or is_hearsay(scene) or _is_conditional(scene, first, last, clause):
        return True
    if any(pattern.search(clause) for pattern in (_GUESS, _MUST, _WISH, _ELSEWHERE, _ONE_OFF)):
        return True
    if (not is_permission and _MAY.search(clause)) or (is_timed and _SEASONAL.search(clause)):
        return True
    if _guess_beside(scene, first, last) or _is_there(scene, first) or _is_thought(scene, first):
        return True
    return not _EVENT_FINE.search(scene.text) and _is_event(scene, clause, (first, last), at)


def _is_thought(scene: Scene, first: int) -> bool:
    """Find "I hope that": what stands before a clause with "that" decides how sure it is."""
    if first < 2 or scene.items[first].word != "that":
        return False
    before = scene.words(*scene.clause(first - 2, first - 1))
    return any(pattern.search(before) for pattern in (_GUESS, _WISH, _MUST, _FLIP)) and not _KNOWN.search(before)


_KNOWN: Final = finder("""
    realised, realized, learned, learnt, found out, discovered, noticed, saw, seeing, annoyed, surprised, shocked,
    could not believe, cannot believe, can not believe, hate, pity, shame, angry, gutted, glad, pleased, disappointed
""")


def _is_event(scene: Scene, clause: str, span: tuple[int, int], at: int) -> bool:
    """Say whether a clause tells what happened once; a value in a clause of its own is judged by that clause.

    "My husband had the guide, nine euros" names a price, "I paid for parking, nine euros" a bill.
    """
    own = scene.clause(at, at + 1)
    if _DID.match(clause):
        return True
    if own == span:
        return _EVENT.search(clause) is not None
    return _PAYING.search(clause) is not None or _EVENT.search(scene.words(*own)) is not None


_DID: Final = finder("""
    bought, ordered, spent, booked, waited, rang, called, asked, tried, picked, sent, returned, added, needed,
    used(?! to)
""")
"""Somebody did, who is not named."""
_OPINION: Final = re.compile(
    r" than (?:i|we|you) (?:[a-z]+ ){0,2}(?:need|want|like|expected|thought|hoped|wanted|needed|liked) "
    r"| is (?:why|the reason) (?:i|we) .*"
)
"""What is thought of a thing: longer "than I need", "is why I come back"."""
_GATHER: Final = any_of("""
    think, guess, suppose, believe, assume, bet, reckon, imagine, presume, expect, suspect, understand, fear, figure,
    take it, doubt, gather, hear
""")
_ASIDE: Final = finder(f"""
    like (?:having|being|owning), i (?:do not )?{_GATHER}, probably, maybe, perhaps, possibly, presumably, apparently,
    supposedly, allegedly, not sure, correct me, seems like, it seems, or so it seems, no idea, if i remember,
    if memory, as far as i, afaik, iirc, who knows, or something, i could be wrong, might be wrong, may be wrong,
    i am guessing, if you are lucky, with luck, with any luck, on a good day, i am not sure, my guess, at a guess
""")


_TAKEN_BACK: Final = finder("""
    (?:but|yet|though) (?:it|they|that|this|in) (?:is|are|do|does|did|was|were|will|can|never|fact|reality|practice),
    i would (?:[a-z]+ ){0,2}(?:pay|paid) (?:that|it|more|twice|double)
""")


def _guess_beside(scene: Scene, first: int, last: int) -> bool:
    """Find "I take it", "I think", "right?" in the clauses beside."""
    before = scene.words(*scene.clause(max(0, first - 2), max(0, first - 1))) if first > 1 else ""
    after = scene.words(*scene.clause(last + 1, last + 2)) if last + 1 < len(scene.items) else ""
    asides = [one for one in (before, after) if len(one.split()) <= 6]
    if _TAKEN_BACK.match(after):
        return True
    return any(
        _ASIDE.search(one) or re.fullmatch(r" (?:right|correct|no|or not|is it|are they|does it|do they|can you) ", one)
        for one in asides
    )


def _is_asked(scene: Scene, first: int, last: int) -> bool:
    words = [item.word for item in scene.items[first:last]]
    if words[:1] and words[0] in _ASKS and words[1:2] and words[1] in _AUX and not scene.is_relative(first):
        return True
    if not scene.is_question:
        return False
    while words and words[0] in _SIDE_WORDS:
        words = words[1:]
    if not words:
        return False
    is_last = not any(item.word not in (BREAK,) for item in scene.items[last:])
    if words[0] in _AUX and (len(words) < 2 or words[1] != "not" or is_last):
        return is_last
    return is_last and (
        words[0] in _ASKS or words[:2] in (["is", "it"], ["anyone", "know"], ["any", "idea"], ["anybody", "know"])
    )


def _is_conditional(scene: Scene, first: int, last: int, clause: str) -> bool:
    if _IF.search(clause) and not _FINE_UNLESS.search(clause):
        return True
    if last + 1 < len(scene.items) and scene.items[last].start == scene.items[last].end:
        after = scene.words(*scene.clause(last + 1, last + 2))
        if _IF.search(after) and not _FINE_UNLESS.search(after):
            return True
    if first < 2 or clause.startswith(" but "):
        return False
    begin, _ = scene.clause(first - 2, first - 1)
    before = scene.words(begin, first - 1)
    if _RELEVANT.match(before) or (begin > 1 and scene.items[begin - 1].start == scene.items[begin - 1].end):
        return False  # "bring snacks if you book, it is long": the condition is that of the clause before
    return (
        re.match(
            r" (?:and |but |or |so )?(?:if|unless|in case|suppose|supposing|imagine|assuming|even if|only if)"
            r" ",
            before,
        )
        is not None
    )


_ARE: Final = any_of("""
    late, early, arriving, driving, coming, hungry, thirsty, unlucky, lucky, after, looking, hoping, thinking, into,
    wondering, planning
""")
_WOULD: Final = any_of(f"""
    hate, like, love, want, need, fancy, prefer, care, mind, ask, wonder, wondered, plan, expect, expected, enjoy,
    come, came, are {_ARE}, dislike, cannot stand, do not (?:like|mind|want)
""")
_RELEVANT: Final = re.compile(rf" (?:and |but |or |so )?if you (?:[a-z]+ly )?{_WOULD} ")
"""A condition for the reader, and none of what is stated: "if you hate smoke"."""


def _is_there(scene: Scene, first: int) -> bool:
    """Find "and there the return costs £8": another place that was named before."""
    words = [item.word for item in scene.items[first : first + 3]]
    words = words[1:] if words[:1] in (["and"], ["but"], ["so"]) else words
    return words[:1] == ["there"] and len(words) > 1 and words[1] not in (
        "is", "are", "was", "were", "used", "has", "will", "should", "can", "seems", "also", "still", "really",
        "isnt",
        "might", "may", "would", "once", "no", "actually", "never", "now", "had", "have", "|",
    )  # fmt: skip
