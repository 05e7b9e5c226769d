"""Personal data: nothing of a person that the public review and the display name do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.lexicon import irregular_verbs
from reviewwatch.reply.guards.patterns import EMAIL, LINK, compiled, digits, phones
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.units import COMMA, END, Unit
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span, fold
from reviewwatch.types import Finding, TextField

G09: Final = Law("G09", "GDPR art. 5 and 6, Tripadvisor: nothing about a person that is not in the public review")

_LONG_NUMBER: Final = re.compile(
    r"(?<![a-zA-Z\d])\d{5,}(?!\d| (?:guests|users|customers|people|visitors|downloads|reviews|steps|miles|members)\b)"
)
_NUMBERED: Final = compiled(
    r"\b(?:room|order|booking|reservation|ticket|case|invoice|account|flight|policy|reference|ref|table|seat|apartment"
    r"|suite|crate|parcel|basket|card|customer|member|cabin|zimmer|bestellung|habitaci[oó]n|pedido)"
    r"(?: (?:no|number|nr|id|code|ending in|ending))?\.?:? ?#? ?([a-z]{0,4}-?\d[\w-]*)(?![\w/%-])"
    r"(?! ?(?:hours?|hrs?|days?|minutes?|mins?|nights?|weeks?|months?|years?|people|persons?|guests|times|items?"
    r"|[ap]m\b"
    r"|working|business|metres|meters|miles|adults|more|or|to)\b)"
)


def numbered(case: Case) -> Iterator[Finding]:
    """G09: a number of a room, an order or an account that the public review does not hold."""
    public = _public_numbers(case)
    taken = [at.span() for pattern in (EMAIL, LINK) for at in pattern.finditer(case.text)]
    taken += phones(case.text)
    for at in _LONG_NUMBER.finditer(case.text):
        if at.group() not in public and not _overlaps(at.span(), taken):
            taken.append(at.span())
            make = G09.block if case.context.has_business else G09.warn
            yield make(case, *at.span(), "is a number that neither the review nor a configured contact holds")
    for at in _NUMBERED.finditer(case.text):
        number = digits(at.group(1))
        if (
            number
            and number not in public
            and not _overlaps(at.span(), taken)
            and (len(number) > 1 or "you" in case.text.lower())
        ):
            yield G09.block_sentence(case, *at.span(), "names a number that the review does not hold")


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _public_numbers(case: Case) -> frozenset[str]:
    """Return every run of digits that the review, a configured contact or the brand's name holds."""
    known = [case.review.field(name) for name in TextField] + [contact.text for contact in case.business.contacts]
    known += [case.review.author or "", case.business.sign_off, case.business.name, case.business.listing_name]
    return frozenset(run for text in known for run in re.findall(r"\d+", fold(text).text))


_LOOKED_UP: Final = frames("""
    ( see|saw|note|noted|notice|noticed|tell ) ..1 ( from|on|in|by ) ..2 ( account|file|profile|order|booking|screen|
        history ) ..2 ( that|it|YOU|YOUR )
    ( photo|picture|scan|signature|gps|tracker|scanner ) ( shows|says|proves|has|tells ) ..6 YOUR
    WE note ( that )? YOU ..1 ( got|had|bought|paid ) !a_bad|a_poor|some|trouble|problems|issues|difficulty|to|hoped
    YOU ..1 asked for ( it|them|the|a|an ) ..1 to
    ( look|looking|looked|see|going|judging|from ) ..3 YOUR ( past|previous|earlier|other|order|purchase|booking ) ..1 (
        orders|stays|visits|bookings|history|purchases|returns )
    signed for by
    when the ..1 ( NAME|car|van|bike|watch|laptop|dress|coat|dog|cat ) was in ( on|last ) ..2
    ( second|third|fourth|fifth|sixth ) time ..4-COMMA ( that )? YOU ..3-COMMA ( touch|contacted|complained|called|
        cancelled|claimed|written )
    ( driver|porter|colleague|courier|waiter|receptionist ) ( says|said|tells|told|remembers|recalls|swears|noted ) ..3
        ( YOU|man|woman|somebody|someone|neighbour )
    ( when|last_time|since ) we ( spoke|met|talked|chatted )
    ( from|on|at ) our ( end|side ) ..6-COMMA ( look|looks|see|shows|seems|appears|seem|appear ) ( like|that|as_if|
        as_though )? YOU
    ( went|looked|looking|been|going|gone|sat|checked ) ..1 ( through|at|over|back|in ) ..3 ( camera|cameras|cctv|
        footage|recording|log|logs|till|register )
    ( looked|look|looking ) ( YOU | YOUR ..2 ) up
    ( has|have|had|got ) YOU ( down|listed|registered|noted|under )
    according to ..2 ( reception|desk|staff|porter|kitchen|till|driver|team|waiter|colleague ) ..2 YOU !can|could|may|
        will|should|need|would|might|are_able
    ( e_mail|email|address|number|name|phone ) ..1 WE have ( for|on|of|from ) YOU
    ( door|key|card|entry|access|till|call|delivery|server ) ..1 ( log|logs|history|data ) ..8 ( YOU|YOUR )
    !the HAVE_RECORD ..2 SHOW !YOU|every|each|all ..14 ( YOU|YOUR|issue|case|ticket|request|refund|guest|customer|
        handed|
        transaction|payment|transfer|signed ) !can|could|may|should
    ( our_records|our_system|our_logs|our_log|our_notes|our_books|our_register ) ..1 ( show|shows|indicate|indicates|
        have|
        say|says|tell_us|tells_us|confirm|confirms ) ..2 YOU
    ^ as ..1 checked ..1-WE ( YOU|YOUR )
    the_system ..1 ( shows|says|indicates|confirms|tells_us ) ..1 ( that )? YOU
    ( according_to|as_per|per|checked_in|looking_at|see_from|see_in|saw_in ) ..1 ( HAVE_RECORD|our_system|our_database|
        our_records|our_books ) ..14 ( YOU|YOUR|transaction|payment|refund|transfer|
        the_room|the_table|the_order|the_parcel|the_call|the_visit|the_appointment|the_booking|the_delivery )
    ( we|i ) ..2-can|NEG ( see|saw|checked|looked_at|went_through|reviewed|have_reviewed ) ..3 HAVE_RECORD ..12-SHOW (
        YOU|YOUR )
    OUR ..2-sorry ( log|logs|register|till|diary|key_card|lock|ledger|database|crm|recordings|footage|key_cards|
        sensors|tracker|gps|scanner ) ..2 ( SHOW ) ..2 YOU
    YOUR ..1 ( account|card|subscription|membership|profile ) ( is|was|has_been|has|got ) ..1 ( been )? ..1 ( frozen|
        blocked|suspended|closed|locked|restricted|flagged|under|declined|overdrawn|cancelled|canceled )
    ( we|i ) ( have|also|then )? ( checked|looked_at|looked_into|inspected ) ..1 ( room|table|order|account|booking|
        file|
        cabin|seat|suite|apartment|parcel ) ..2 for YOU
    ( cctv|footage|camera|cameras ) ..3 ( shows|show|showed|of_you|confirms|from_your|of_your ) ..4
    ( our_records|our_files|our_cameras|our_notes|our_logs|our_books ) ..1 ( on|about|COMMA )? YOU
    ( our_system|our_database ) ( shows|says|confirms|indicates|reveals|lists ) !every|each|all|an_error|when|if ..3
    ( your_profile|your_file|your_history ) ( shows|says|tells_us|confirms|indicates|reveals ) ..1 ( that|YOU ) ..3
    YOU ..4-COMMA ( paid|spent|signed_in|logged_in|checked_in|checked_out ) ..3 ( with|from|at|by|using|on|via ) ..1
        ( a|an|YOUR|the ) ..2 ( card|phone|device|laptop|account|company )
""")
# What is seen of the author, unless the review tells it as well.
_SEEN: Final = frames("""
    ( WE ) ..2 ( can )? ( see|saw|notice|noticed|note|noted|checked ) ( that )? ( YOU ) ..2-why ( RECORDED|opted )
        !our|the_stay|
        disappointed|unhappy|happy|upset|us ! ( ..3 REVIEW )
""")
# Not what the author did, but what anybody may do; what is asked for; why something is so.
_GENERAL: Final = frames("""
    ( if|unless|whether|in_case|whenever ) ..2 ( YOU|YOUR ) ..14-COMMA
    ( happens|happen|occurs|occur|appears|arises ) ..2 ( when|if|because|after|once ) ..16-COMMA
    ( can|could|may|might ) ..2 be ..1 ( that|because|if|when|due_to ) ..16
    ( make_sure|making_sure|ensure|check|verify|confirm|sure ) ( that|if|whether )? ( YOU|YOUR ) ..12-COMMA
    ( why|how|reason ) ..1 ( YOU|YOUR ) ..8-COMMA
""")
_TOLD_KINDLY: Final = frames("""
    YOU ..1 ( left|gave|posted|wrote|put ) ..3 REVIEW
    ( glad|happy|pleased|delighted|thrilled|lovely|wonderful|great|pleasure|joy|means|meant|honoured|honored|touched|
        proud|grateful|hope|hear|read|sorry|shame ) ..8-COMMA|BUT ( that|when|how|because )? YOU ..8-COMMA
""")
_CLOSE_ONES: Final = frames("""
    YOUR ..1 KIN did ..3
    YOUR ..1 ( firm|secretary|agency|club ) ..1 ( NAME|booked|paid|rang|called|was|is|has|had|sent )
    ( made|booked|paid|signed|ordered|cancelled|arranged ) ( by|through|via ) YOUR ..1 ( secretary|assistant|agency|
        firm|
        company|employer|boss|club|KIN )
    YOUR ..1 bank ..1 ( NAME|booked|paid|rang|called|sent|rejected|refused )
    YOU ..1 ( had|drank|ordered|ate|emptied ) ..4 ( bottle|bottles|glasses|pints|cocktails|beers|whiskies|steaks )
    ( in|with|by|parked|drove|drive ) YOUR ..2 ( car|van|bike|motorbike|volvo|bmw|audi|jeep|caravan|camper )
    YOU ..4-COMMA ( with ) YOUR ..1 ( KIN )
    YOUR ..1 ( KIN|frau|mann|sohn|tochter|esposa|esposo|hijo|hija ) ..2 ( asked|said|told|ordered|paid|came|was|were|
        had|called|left|signed|wrote|rang|drank|ate|booked|used|swam|played|ran|slept|liked|wanted|broke|took|went|
        got|agreed|mentioned|slept|enjoyed|complained|needed|thanked|cried|fell|seemed|looked )
    YOUR ..1 ( KIN|frau|mann|sohn|tochter|esposa|esposo|hijo|hija ) COMMA ..8-COMMA|END COMMA ..1 ( asked|said|
        told|ordered|paid|came|was|were|had|called|left|signed|wrote|rang|booked|liked|wanted|agreed|mentioned|
        enjoyed|complained|needed|thanked|has|is|seemed|looked|assured|confirmed|praised|loved|found|felt )
    YOU ..2 ( work|works|live|lives|worked|lived|teach|study ) ..1 ( for|at|in|with|on|near|as )
    YOU ..2 ( had|came|left|used|brought|took|asked|paid|arrived|went|owe|owed|ordered|requested|lost|travelled|
        stayed ) ..6-COMMA|can|if ( friends|baby|cot|hospital|airport|tip|raffle|company|passport|flight|taxi|wedding|
        funeral|conference|surgery|cheque|agent|colleagues|pram|dog|cat|ferry|coach )
    YOU ( still )? ( owe|owed ) ..1 ( us|me ) ..1 ( for|money|NUM|MONEY|the|a )
    YOUR ( second|third|fourth|fifth|sixth|tenth ) ..1 ( stay|visit|order|booking|purchase|trip|complaint|
        delivery|review )
    ( on_the_phone|by_phone|over_the_phone|on_the_telephone|in_your_email|in_your_e_mail|in_your_message|at_check_out
        ) ..3 YOU ..2 ( told|said|agreed|confirmed|wrote|thanked|seemed|were )
    YOUR ..1 ( boss|employer|workplace|colleagues|landlord|honeymoon|divorce|funeral|surgery|interview|
        number_plate|licence_plate|license_plate|passport|surname|nationality )
""")
_HELD: Final = frames("""
    ( thank|thanks|thank_you|sorry|apolog* ) ..2 ( for )? ..1 YOUR ..1 ( patience|feedback|review|words )
    ( please|kindly|bring|you_can|could_you|would_you ) ..4 YOUR ..2
    ( watch|watched|see|seeing|saw|meet|love|loved|glad|happy ) YOUR ..1 KIN
    ( hope|wish ) ..4 YOUR ..1 ( family|friends|KIN )
    ( enter|type|tap|show|fill_in|add|update|correct|spell ) ..2 YOUR ..1 ( surname|passport|nationality )
    ( regards|greetings|love|best_wishes ) ..1 to ..2
""")


_BLOCKED: Final = compiled(
    r"\byour (?:\w+ )?(?P<what>account|card|subscription|membership|profile) .*\b"
    r"(?:frozen|blocked|suspended|closed|locked|restricted|declined|cancell?ed)\b"
)
_BLOCKS: Final = compiled(
    r"\b(?:froz\w*|freez\w*|block\w*|lock\w*|suspend\w*|clos\w+|restrict\w*|declin\w*|cancel\w*)\b"
)


def _is_own_block(case: Case, span: Span, said: str) -> bool:
    """Say whether a reply only repeats that an account was blocked: who writes "froze" may be told "blocked"."""
    at = _BLOCKED.search(case.text[span.start : span.end])
    return at is not None and at["what"].lower() in said and _BLOCKS.search(said) is not None


_FROM_RECORDS: Final = "tells in public what your records say about a person"


def looked_up(case: Case) -> Iterator[Finding]:
    """G09: what records tell of the author, and people around them that the review does not name."""
    said = case.review_text.lower() + " " + (case.review.author or "").lower()
    for span in case.found(_LOOKED_UP, spare=_GENERAL):
        if not _is_own_block(case, span, said):
            yield G09.block_sentence(case, *span, _FROM_RECORDS)
            return
    for span in case.found(_SEEN, spare=_GENERAL):
        rest = Span(span.end - 1, case.sentence_at(span.start).end)
        if not _is_shared(case.units_in(rest), case.units_in(span)[-1], said):
            yield G09.block_sentence(case, *span, _FROM_RECORDS)
            return
    for span in case.found(_CLOSE_ONES, spare=(*_HELD, *_GENERAL)):
        if not _is_told(case, span, said):
            yield G09.block_sentence(
                case, *span, "names somebody or something of the author that the review does not name"
            )
            return


def _is_told(case: Case, span: Span, said: str) -> bool:
    """Say whether the review holds who or what a place names: the relative, else its last word."""
    units = case.units_in(span)
    if any(unit.word in _ORDINALS for unit in units) and any(sign in said for sign in _CAME_AGAIN):
        return True
    telling = [unit for unit in units if unit.has("KIN")] or units[-1:]
    words = frozenset(re.findall(r"\w+", said))
    return any(
        unit.word[:_STEM] in said or any(unit.word in alike and not alike.isdisjoint(words) for alike in _ALIKE)
        for unit in telling
    )


_ALIKE: Final = tuple(
    frozenset(line.split())
    for line in (
        "mother mum mom mam mummy mommy mama",
        "father dad daddy papa",
        "child children kid kids son sons daughter daughters boy boys girl girls toddler baby little twins",
        "husband wife spouse partner hubby fiance fiancee",
        "brother sister sibling siblings",
        "taxi cab uber lift",
        "dog dogs puppy pet pets",
        "friends mates pals group buddies",
        "flight plane airport fly",
        "coach bus",
        "wedding marriage married",
    )
)
_STEM: Final = 5
_ORDINALS: Final = frozenset(["second", "third", "fourth", "fifth", "sixth", "tenth"])
_CAME_AGAIN: Final = ("again", "return", "came back", "been back", "times", "twice", "nd ", "rd ", "th ")
# What an author is said to have done, but for what every review tells: to come, to find, to feel and to write.
_JOINED: Final = frozenset([
    "and", "but", "so", "because", "as", "since", "when", "while", "until", "before", "after", "although", "though",
    "where", "that", "think", "see", "believe",
])  # fmt: skip
_ADVERBS: Final = frozenset([
    "also", "then", "only", "just", "even", "first", "really", "have", "never", "actually", "simply", "later",
])  # fmt: skip
_PAST: Final = frozenset(verb[2] for verb in irregular_verbs()) - {"are"} | {
    "hung",
    "swore",
    "drank",
    "spat",
    "tore",
    "wore",
    "shook",
    "fled",
}


# Hopes, pauses and ways in vain, which the review tells in other words.
_IN_SUBSTANCE: Final = frames("""
    YOU ( counted|banked|relied|depended|reckoned|set ) ..1 on
    YOU left off
    YOU ..4-COMMA ( for_nothing|in_vain|to_no_avail )
    YOU ( stood|knocked|waited|pushed|hung ) ..3-COMMA ( door|doors|gate|shutters|line )
""")


def acts(case: Case) -> Iterator[Finding]:
    """G09: something that the author is said to have done, of which the review tells nothing."""
    said = case.review_text.lower()
    text = case.view.encoded.without((*DONE, *_GENERAL, *_TOLD_KINDLY, *_IN_SUBSTANCE))
    for at, unit in enumerate(text.units[:-2]):
        before = text.units[at - 1] if at else unit
        opens = before.has(END) or before.has(COMMA) or before.word in _JOINED or not at
        if unit.word != "you" or not opens:
            continue
        verb = next((one for one in text.units[at + 1 : at + 4] if one.word not in _ADVERBS), unit)
        is_past = verb.word in _PAST or (verb.word.endswith("ed") and len(verb.word) > _MIN_PAST)
        if (
            is_past
            and not (verb.has("LIVED") or verb.has("PLAIN"))
            and not _is_shared(text.units[at + 1 :], verb, said)
        ):
            yield G09.block_sentence(case, unit.start, verb.end, "tells what the author did, and the review does not")
            return


def _is_shared(units: Sequence[Unit], verb: Unit, said: str) -> bool:
    """Say whether the review holds the verb, or a telling word of what follows in the sentence."""
    rest = takewhile(lambda unit: not unit.has(END), units)
    return verb.word[:_MIN_PAST] in said or any(_tells(one.word) and one.word[:_STEM] in said for one in rest)


def _tells(word: str) -> bool:
    return len(word) >= _STEM or (len(word) == _MIN_PAST and word not in _SMALL)


_MIN_PAST: Final = 4
_SMALL: Final = frozenset([
    "with", "have", "your", "that", "from", "this", "when", "were", "them", "they", "then", "than", "been", "also",
    "just", "into", "over", "very", "what", "will", "here", "more", "some", "only", "back", "time", "down", "even",
    "said", "room", "paid", "left", "like", "well", "good", "much", "most", "each", "both", "once", "upon", "about",
])  # fmt: skip
_OPEN_TALK: Final = compiled(
    r"\b(?:please|kindly|can|could|will|would|may|might|should|hope|thank|thanks|sorry|apolog\w*|look forward|share"
    r"|sad|glad|happy|pleased|delighted|read|reading|if"
    r"|tap|click|select|your (?:business|custom|patronage))\b"
)


def belongings(case: Case) -> Iterator[Finding]:
    """G09: somebody or something of the author's in what is told as past, of which the review tells nothing."""
    said = case.review_text.lower()
    for sentence in case.view.sentences:
        words = case.text[sentence.start : sentence.end]
        if not HAPPENED.search(words) or _OPEN_TALK.search(words) or _ECHOED.search(words):
            continue
        units = case.units_in(sentence)
        for at, unit in enumerate(units):
            named = units[at + 1 : at + 3]
            if unit.word != "your" or not named or any(_is_public(one, said) for one in named):
                continue
            if not HAPPENED.search(_clause(case, units, at)):
                continue
            yield G09.block_sentence(
                case, unit.start, named[-1].end, "tells of something that the review does not name"
            )
            return


# What the author is said to have met with is what the review is about.
_ECHOED: Final = compiled(
    r"\byou(?:'ve| have| had)? (?:also )?(?:noticed|faced|experienced|encountered|reported|mentioned|described"
    r"|raised)\b",
    r"\b(?:request|requested|ask|advise|suggest) you\b",
)


def _clause(case: Case, units: Sequence[Unit], at: int) -> str:
    """Return the words around a unit up to the commas beside it."""
    first = next((one for one in range(at, -1, -1) if units[one].has(COMMA)), 0)
    last = next((one for one in range(at, len(units)) if units[one].has(COMMA)), len(units) - 1)
    return case.text[units[first].start : units[last].end]


def _is_public(unit: Unit, said: str) -> bool:
    """Say whether a word is of what every review is about, or one of the review's own."""
    if unit.word in ("group", "party") and re.search(r"\b(?:we|us|our)\b", said):
        return True
    return unit.has("TALKED_OF") or unit.word in _SAID_HERE or unit.has(END) or unit.word[:_STEM] in said


# What a review is by other names: to praise somebody in it is to give a shout-out; and a person's own merit.
_SAID_HERE: Final = frozenset([
    "shout", "shoutout", "shout_out", "mention", "compliment", "compliments", "accolade", "accolades", "tribute",
    "recognition", "recommendation", "recommendations", "endorsement", "testimonial", "acknowledgment",
    "acknowledgement", "courage", "nerve", "pluck", "effort", "efforts", "work", "spirit", "determination", "talent",
    "persistence", "dedication", "generosity", "humor", "humour", "enthusiasm", "laughter", "smile",
])  # fmt: skip


HAPPENED: Final = compiled(
    r"\b(?:was|were|had|did|left|sent|paid|came|went|stayed|booked|ordered|bought|signed|logged|arrived"
    r"|checked|called|spent|ate|sat|got|shipped|delivered|opened|used|broke|hid|swore|hung|smashed|stole"
    r"|charged|cancell?ed|visited|moved|placed|reserved|picked|travell?ed|registered(?! (?:company|office|address"
    r"|e-?mail|mail|number|mobile|phone|user|trade))|asked|rang|joined|wrote"
    r"|made|took|taken|drank|flew|drove|swam|returned(?! (?:items?|goods|parcels?|orders?))|refunded|credited|phoned"
    r"|wrote|has been"
    r"|have been|ended|began|started|requested|kamen|haben|hatten|waren|pag[oó]|lleg[oó])\b"
)


def public_text(case: Case) -> str:
    """Return in small letters what anybody knows: the review, its author's name, the business and its facts."""
    business = case.business
    texts = [case.review_text, case.review.author or "", business.name, business.listing_name, business.sign_off]
    texts += [part for fact in business.facts for part in (fact.entity, fact.value)] + [
        remedy.say for remedy in business.remedies
    ]
    return "\n".join(texts).lower()


RULES: Final = (numbered, looked_up, acts, belongings)
