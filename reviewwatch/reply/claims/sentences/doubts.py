"""Words that make a statement no statement: hearsay, guess, wish, condition, question, one event, another place."""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import BREAK

_SAYS: Final = (
    r"(?:says|said|say|claims|claimed|claim|tells|told|reckons|reckon|swears|swore|insists|insisted|heard"
    r"|hears|mentioned|wrote|writes|warned|thinks|thought|believes|reported|reports|complained|assured"
    r"|mention|states|stated|suggested|promised|moaned|posted|informed|explained|replied|answered|joked"
    r"|whispered|shouted)"
)
_TELLS: Final = _SAYS.replace("|thought", "")
"""Without what is a noun as well: "a nice thought"."""
_OWN_WORD: Final = (
    r"(?:sign|signs|note|notes|notice|page|pages|site|website|menu|terms|rules|leaflet|door|board|poster"
    r"|app|brochure|policy|they|sheet|print|it|small|faq|tariff|list|manual|listing)"
)
_HEARSAY: Final = re.compile(
    r" (?:heard|hearsay|rumour|rumor|rumours|word is|word has it|apparently|supposedly|allegedly"
    r"|reportedly|told me|told us|was told(?! to)|were told(?! to)|told that"
    r"|been told|i am told|(?:i|we) read (?:that|somewhere|online|about|in|on)|read somewhere|read "
    r"online|read that|i gather|legend has it|they told|they said|he says|she says|he said|she said|i "
    r"hear|so i hear"
    rf"|according to(?! (?:their |the |its |your )?{_OWN_WORD})|people say|some say|others say|everyone "
    r"says|everybody says|reviews say|reviewers say"
    r"|i am informed|talk of|talk is|gossip|advertised|billed as|marketed|said to be|rumoured|rumored"
    r"|informed us|informed me|so they say|the story goes|i was under the impression|led to believe|it "
    r"is said|they reckon|word of mouth|scuttlebutt|grapevine) "
)
_OTHER_PAGE: Final = re.compile(
    r" (?:booking|travel|comparison|review|another|third|map|maps|hotel|guide|search|city|tourist|a|an) "
    r"(?:[a-z]+ )?(?:site|sites|page|pages|website|websites|app|engine|portal|board|blog|forum|list) "
    rf"{_SAYS} "
)
_THIRD: Final = re.compile(
    r" (?:my|a|an|our|the|another|some|his|her|two|other|someone|somebody|one of|mum|mom|dad|friend"
    rf"|neighbour|neighbor|aunt|uncle|colleague)(?: (?!{_OWN_WORD} )[a-z]+){{1,4}} {_TELLS} "
)
_FRIEND: Final = re.compile(
    r" (?:my|a|an|our|the|another|some|his|her|one|two|this|that) (?:[a-z]+ )?(?:friend|friends|mate|mates"
    r"|colleague|cousin"
    r"|neighbour|neighbor|sister|brother|mother|father|mum|mom|dad|aunt|uncle|husband|wife|partner|son|daughter|guest"
    r"|guests|lady|man|woman|guy|bloke|couple|driver|waiter|nurse|receptionist|boss|in law|reviewer)"
    rf"(?: (?!{_OWN_WORD} )[a-z|]+){{0,10}}? {_SAYS} "
)
_WHOSE: Final = re.compile(
    r" (?:someone|somebody|everyone|everybody|people|he|she|mum|mom|dad|others|reviewers|guests|nobody"
    rf"|grandma|granny|friends|locals|neighbours|neighbors) (?:[a-z]+ ){{0,4}}?{_SAYS} "
)
_UNLIKE: Final = re.compile(
    r" (?:unlike|contrary|despite|whatever|no matter|in spite|against|not what) [^|]*$| (?:unlike|contrary"
    r"|despite|whatever) "
)
_GUESS: Final = re.compile(
    r" (?:i (?:do not )?(?:think|guess|suppose|believe|assume|bet|reckon|imagine|presume|expect"
    r"|suspect|understand|fear|figure|seem|am guessing|am not sure|am fairly sure|am pretty sure|take "
    r"it|doubt|could be wrong|may be wrong|might be wrong)"
    r"|we (?:think|guess|suppose|believe|assume|reckon|assumed|thought|imagine)|probably|maybe|perhaps"
    r"|possibly|presumably|conceivably|might|could be|may be|not sure|unsure|no idea|if i remember|if "
    r"memory|as far as i|afaik|iirc|guessed|i thought|thought that|wondered|wondering|(?<!no )wonder|guessing"
    r"|guess|supposing"
    r"|like (?:having|being|owning|living)|seem|seems|seemed|seemingly|looks like|looked like|look like|looks as"
    r"|looked as|felt|feels|feel"
    r"|feeling|as if|as though|sounds like|sounded like|likely|mark my words|one day|at some point"
    r"|soon|sooner or later|in future|in the future|next year|next month|next season"
    r"|roadmap|coming soon|in the works|announced|going to|plan to|plans to|planning|gonna|will soon"
    r"|some day|eventually|i am sure|surely|no doubt|correct me|could well|or something|or whatever|or "
    r"so i|for all i know|who knows|next week|next summer|next spring|rumour|in my mind|easily (?:a|an|the)|appears"
    r"|appeared|gave the impression) "
)
_MUST: Final = re.compile(
    r" (?<!you )must (?:be (?!sent|made|returned|gone|out|paid|booked|done|in|back|kept|on|worn|ordered"
    r"|asked|told|given|cancelled|canceled)|have been )"
)
_MAY: Final = re.compile(r"(?<! you)(?<! guests)(?<! users)(?<! people) may (?!stay|come|sleep|not )")
_WISH: Final = re.compile(
    r" (?:wish|wishes|hope|hopes|hoping|hoped|would(?! (?:[a-z]+ed|been|gone|shut|had|run|taken|left|sold"
    r"|already) )|should|shall|ought|if only|please|pls|kindly|bring "
    r"back|(?<!not )make it|make them|let us|let me|why not|how about|could they|could you|can you please|dream"
    r"|dreaming|needs to|need to add|they could|could at least|could make|could offer|could add|could "
    r"use|could do with"
    r"|looking forward|suggest|suggestion|recommend|consider|i want|we want|i wanted|we wanted|i need"
    r"|we need|i prefer|had expected|expected|was hoping|imagine|ideally|deserves|deserve|begging"
    r"|crying out|longing|high time) "
)
_IF: Final = re.compile(
    r" (?:if|unless|in case|provided (?:that|you|it|they|we|the|your|there)|as long as|supposing|assuming"
    r"|whenever|even if"
    r"|depending"
    r"|depends|except|only if|only when|only with|subject to) "
)
_FINE_UNLESS: Final = re.compile(
    r" unless (?:you|i|we|one) (?:[a-z]+ ){0,2}?(?:pay|buy|subscribe|upgrade|get pro|fork|cough|part|ask"
    r"|do|want|tick|choose|request|tell|take|remove|untick|uncheck|opt|say|notice|catch|change|spot|switch|turn"
    r"|hand|enter|give|create|register|sign|provide|add|type|show|bring|book|leave|make|have) "
)
_EVENT: Final = re.compile(
    r" (?:(?:i|we|he|she) (?:[a-z]+ly |also |then |just |had |have )?(?!used|visited|stayed|loved|liked|noticed"
    r"|discovered|learned|realized"
    r"|realised|need|hated)[a-z]+ed|(?:charged|billed|took|asked|told|gave|cost|set|charging|overcharged|made"
    r"|served|sold|sent"
    r"|let|refused|offered|quoted|promised|invoiced|fined|stung|rushed|wanted from) (?:me|us|my|our)"
    r"|(?:i|we|he|she) (?:paid|pay|was|were|am|had|got|bought|ended|waited|asked|booked|received|spent"
    r"|tried|called|rang|found|saw|ordered|used|wrote|arrived|left|went|stood|came|returned|sent"
    r"|checked|swam|ate|parked|turned|reached|cannot|can(?! not (?:say|claim|call))|could(?! not "
    r"(?:say|claim|call))|did|have|need|needed|knocked|ran|lost"
    r"|keep|kept|forgot|feared|dreamt|queued|dropped|picked|collected|registered|signed|opened|missed"
    r"|ticked|opted|never got|only got|still)"
    r"|my (?:bill|order|card|receipt|invoice|refund|deposit|account|statement|parcel|delivery|trial"
    r"|lamp|shelf|room|bike|appointment|case|app|phone|subscription|return|returns|answer|reply|data"
    r"|lists|list|own|husband|wife|son|daughter|partner)"
    r"|our (?:bill|order|card|receipt|invoice|refund|deposit|account|room|parcel|delivery|slot|answer"
    r"|appointment|rooms|case|tent|pitch|lesson|lane|own|kids|kid|children|son|daughter|booking)|on "
    r"the bill|from (?:my|our) (?:card|account)|(?:it|app|they|which|that) (?:do|does|did|will) not "
    r"(?:work|start|load)(?! without| offline| on| with| until| till| before| at)|stopped working|broken|broke|breaks"
    r"|crash"
    r"|crashes|crashed|failed|fails|refused|lost|loses|freezes|froze|out of order|in room|room N"
    r"|took|charged|overcharged|billed|yesterday|failing|kaputt|malfunctioning|ran out|run out|sold "
    r"out|came to|turned into|everything came|it came|came with|came without|mine came|order came|came wrapped|came in"
    r"|arrived|fully booked|full up|down again|was down|not respond|ignored|since (?:the|that|this|my) "
    r"(?:last |latest |new )?update|after the update|at the moment|right now|suddenly|again|spinner"
    r"|error|errors|buggy) "
)
_EVENT_FINE: Final = re.compile(
    r" (?:like all|like every|all of them|by (?:their|its) (?:own )?(?:rules|terms)|as (?:their|its) "
    r"(?:rules|terms)|as a rule|the rule|per policy|rules) "
)
_ONE_OFF: Final = re.compile(
    r" (?:(?:closed|shut|off|down|out) (?:[a-zTRD]+ ){0,3}?for (?:maintenance|cleaning|repairs|repair"
    r"|refurbishment)|for maintenance|private (?:party|event|function)|for a wedding|due to|because of"
    r"|owing to|that day|this time|that time|temporarily|exceptionally|out of order|renovation"
    r"|renovations"
    r"|(?:just|only|specially|especially) for (?:us|me)"
    r"|last day|one day|one evening|one night|one morning|this week|that week|that evening|that "
    r"night|that morning|this morning|for an event|power cut|storm|snow|flood|strike|staff shortage) "
)
_SEASONAL: Final = re.compile(
    r" (?:christmas|easter|boxing day|bank holiday|new year|holiday|holidays|eve|thanksgiving|out of "
    r"season|off season|in winter|in summer|low season|high season|peak season|during covid|covid"
    r"|lockdown|pandemic) "
)
_ELSEWHERE: Final = re.compile(
    r" (?:elsewhere|other (?:apps|app|hotels|hotel|places|place|shops|shop|stores|brands|companies"
    r"|sites|practices|offices|dentists|clinics|pools|businesses|firms|branches|branch|campsites|gyms"
    r"|restaurants|cafes|museums|garages|pubs|bars|stations|location|locations|one|ones|salons"
    r"|schools)|another (?:app|hotel|place|shop|store|practice|office|branch|company|pool|garage"
    r"|clinic|firm|site)"
    r"|competitor|competitors|competition|rival|rivals|next door|across the (?:road|street|river"
    r"|square)|down the (?:road|street)|up the (?:road|street)|in town|at home|everyone else|everybody "
    r"else|anywhere else|somewhere else|most (?:apps|hotels|places|shops|stores|practices|offices"
    r"|pools|clinics|garages)|compared|sister (?:hotel|site|shop|branch)"
    r"|their other|their (?:hotel|lodge|inn|shop|store|place|branch) (?:in|at|on|by|near|up|down)"
    r"|in the valley|around the corner|round the corner|nearby|in the village|the one in"
    r"|the one at|the one on|the one by|the one next|in the city|on the high street|in the next"
    r"|neighbouring|neighboring|their (?:city|town) branch|others have|others do|others offer|others "
    r"give|sister|at the other|over the road|opposite"
    r"|my old|our old|my last|our last|my previous|my former|the last place|the previous|where i live"
    r"|back home|my local|our local|usual|adjacent|multi storey|multistorey|municipal|like other"
    r"|(?:the|any|every|some|most|all|no|many|few|these|those|that) other (?!side|hand|day|half|thing|end|way"
    r"|week|night"
    r"|reviewers|guests|people|customers|reviews|than)[a-z]+|(?:[a-z]+s|place) like (?:this|these|that|here)"
    r"|(?:on|in|at|by|near|round|around|down|up|across) the (?:square|street|road|corner|mall|airport|station|harbour"
    r"|harbor|village|town|city|market)"
    r"|(?:their|the) [a-z]+ (?:side|arm|branch|division)|my [a-z]+ app|guests of"
    r"|supermarket|airbnb|booking com|amazon|google|the council|council) "
)
_PAST: Final = re.compile(
    r" (?:used to|never used|in the old days|in those days|those days|back then|back in|years ago|year "
    r"ago|formerly|previously|originally|when (?:i|we) (?:bought|first|started|joined|got|signed|moved"
    r"|began|installed|downloaded)|at the time|once was|was once|were once|once had|had once|until "
    r"recently|a few years back|years back|in the past|at first|in the early days|in the beginning|the "
    r"old|for years|before that|last time|earlier versions|older versions|until last|till last|until a"
    r"|last year|last season|last summer|last winter|last spring|last autumn|(?!(?:day|night|evening"
    r"|week|days|hours|morning|afternoon|month) )[a-z]+ before (?:\||$)|was then|were then|then still"
    r"|still then) "
)
_AUX: Final = listed("does do did is are was were can could will would has have had should shall may might am")
_ASKS: Final = listed("when what how why where which who whose whether")
_SIDE_WORDS: Final = frozenset(
    ["so", "but", "and", "or", "also", "then", "well", "wait", "hm", "hmm", "seriously", "really"]
)
_FLIP: Final = re.compile(
    r" (?:(?:can|could|would) not (?:really |honestly |exactly |quite )*(?:say|claim|call|pretend)|not "
    r"true that|not the case that|not as if|not as though|not that|far from|no way is|nobody can say"
    r"|hardly|it is not like|never said|do not say|do not tell me|do not think|do not believe|not "
    r"saying|wrong to say|untrue) "
)


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


_PAYING: Final = re.compile(
    r" (?:charged|billed|paid|paying|(?<!you )(?<!they )pay|spent|took|cost|owed|refunded|fined|overcharged"
    r"|asked|quoted|booked|ordered"
    r"|bought|waited) "
)
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
    if _is_asked(scene, first, last) or _is_hearsay(scene) or _is_conditional(scene, first, last, clause):
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


_KNOWN: Final = re.compile(
    r" (?:realised|realized|learned|learnt|found out|discovered|noticed|saw|seeing|annoyed|surprised|shocked"
    r"|could not believe"
    r"|cannot believe|can not believe|hate|pity|shame|angry|gutted|glad|pleased|disappointed) "
)


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


_DID: Final = re.compile(
    r" (?:bought|ordered|spent|booked|waited|rang|called|asked|tried|picked|sent|returned|added|needed|used(?! to)) "
)
"""Somebody did, who is not named."""
_OPINION: Final = re.compile(
    r" than (?:i|we|you) (?:[a-z]+ ){0,2}(?:need|want|like|expected|thought|hoped|wanted|needed|liked) "
    r"| is (?:why|the reason) (?:i|we) .*"
)
"""What is thought of a thing: longer "than I need", "is why I come back"."""
_ASIDE: Final = re.compile(
    r" (?:like (?:having|being|owning)|i (?:do not )?(?:think|guess|suppose|believe|assume|bet|reckon|imagine"
    r"|presume|expect"
    r"|suspect|understand|fear|figure|take it|doubt|gather|hear)|probably|maybe|perhaps|possibly"
    r"|presumably|apparently|supposedly|allegedly|not sure|correct me|seems like|it seems|or so it "
    r"seems|no idea|if i remember|if memory|as far as i|afaik|iirc|who knows|or something|i could be "
    r"wrong|might be wrong|may be wrong|i am guessing|if you are lucky|with luck|with any luck|on a "
    r"good day|i am not sure|my guess|at a guess) "
)


_TAKEN_BACK: Final = re.compile(
    r" (?:but|yet|though) (?:it|they|that|this|in) (?:is|are|do|does|did|was|were|will|can|never|fact"
    r"|reality|practice) | i would (?:[a-z]+ ){0,2}(?:pay|paid) (?:that|it|more|twice|double) "
)


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


def _is_hearsay(scene: Scene) -> bool:
    text = scene.text
    for pattern in (_HEARSAY, _THIRD, _FRIEND, _WHOSE, _OTHER_PAGE):
        for found in pattern.finditer(text):
            if re.search(r" which (?:[a-z]+ )?$", text[: found.start() + 1]):
                continue  # "which my dad thought was heaven": an opinion of what was said before
            before = text[: found.start() + 1].rpartition(f" {BREAK} ")[2]
            near = (" " + before.strip() + " " + found[0].strip() + " ").replace("  ", " ")
            if not _UNLIKE.search(near):
                return True
    return False


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


_RELEVANT: Final = re.compile(
    r" (?:and |but |or |so )?if you (?:[a-z]+ly )?(?:hate|like|love|want|need|fancy|prefer|care|mind|ask|wonder"
    r"|wondered|plan"
    r"|expect|expected|enjoy|come|came|are (?:late|early|arriving|driving|coming|hungry|thirsty|unlucky|lucky"
    r"|after|looking|hoping|thinking|into|wondering|planning)|dislike"
    r"|cannot stand"
    r"|do not (?:like|mind|want)) "
)
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
