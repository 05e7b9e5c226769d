"""Numbers, superlatives and rules of the house: only what a fact of the day or the review holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewwatch.reply.guards.backing import Backed, Backing, backing_of, licensed, plain_sentence
from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.promises import unbacked
from reviewwatch.reply.guards.quantities import Quantity, quantities
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import FactKind, Finding

G24: Final = Law(
    "G24",
    "UCPD art. 6, FTC Act s. 5: numbers, prices and policies in public must be true; only configured facts are spoken",
)

_SMALL: Final = 4


def numbers(case: Case) -> Iterator[Finding]:
    """G24: a number, price, date, superlative or policy that neither a fact nor the review holds."""
    backing, allowed = backing_of(case), licensed(case)
    for sentence in case.view.sentences:
        words = case.text[sentence.start : sentence.end]
        if plain_sentence(words) in allowed or _QUOTED_PAST.search(words):
            continue
        loose = next((one for one in quantities(words) if _is_claim(one) and not backing.holds(one.value, words)), None)
        if loose:
            yield unbacked(
                case,
                G24,
                sentence,
                f"says `{words[loose.start : loose.end]}`, which neither a fact nor the review holds",
            )
        elif why := _boast(case, sentence, backing):
            yield unbacked(case, G24, sentence, why)


def _is_claim(one: Quantity) -> bool:
    return one.is_measure or (one.value.replace(".", "").isdigit() and float(one.value) >= _SMALL)


# What our own page once said is told to be corrected, not claimed.
_QUOTED_PAST: Final = re.compile(
    r"\bour (?:page|listing|site|sign|menu|advert|app|website) (?:had|said|showed|gave|named|stated)\b", re.I
)

_BOASTS: Final = frames("""
    ( the|OUR|a|town's|world's|country's ) ..2 ( best|finest|fastest|cheapest|cleanest|largest|biggest|quietest|
        oldest|freshest|safest|highest|friendliest|strongest|tastiest|most_popular|leading|greatest|lowest|smartest|
        simplest|longest|warmest|softest|brightest|newest|healthiest|kindest|easiest ) ..4-COMMA|way|wishes|to ( in|
        of|on|anywhere|around|for_miles|there|money|county|town|coast|region|market|ever|you_can|available|possible )
    ( WE|OUR|it|this|rooms|staff|app|food|lamps|team ) ..4-not|never|sorry|try|do|did|like|hope|which|what|how ( is|
        are|have|has|offer|serve|make|sell|bake|run|provide|be ) ..3-not|sorry ( the ) ..1 ( best|finest|fastest|
        cheapest|cleanest|largest|biggest|quietest|oldest|freshest|safest|highest|friendliest|strongest|tastiest|most|
        leading|greatest|lowest|only|softest|warmest|brightest|easiest|first ) ..3-way|one_who|to
    ( number_one|no_1|award|awarded|winning|unrivalled|unrivaled|unbeatable|unmatched|second_to_none|world_class|
        market_leader|market_leading|top_rated|industry_leading|multi_award|five_star_service|incomparable|
        unparalleled ) ..2
    ( number ) one ..3
    ( second ) to none
    ( award ) winning
    ( world ) class
    ( nobody|no_one|no_other|none|nowhere ) ..4-sorry|told|answered|helped ( better|cheaper|faster|cleaner|fresher|
        else|offers|quicker|serves|bakes|like_we_do ) ..3
    ( everyone|everybody|all|most|almost|nearly|majority|nine|every ) ..2 ( OUR|other|of_our|of )? ..2 ( guests|
        customers|users|people|visitors|buyers|guest|customer|user|clients|shoppers ) ..3 ( love|loves|come|comes|
        return|returns|recommend|recommends|are_happy|agree|rate|praise|adore|is|are|like|likes|say|sleep|happy|
        satisfied|prefer|find )
    ( always ) ..1 ( clean|fresh|on_time|spotless|open|available|in_stock|hot|free|punctual|there|quiet )
    ( more|better|cheaper|faster|cleaner|fresher|quicker ) ..3 than ..3 ( any|other|all|most|every|competitors|
        anywhere|others|anyone )
    ( round|around ) the clock
    ( two|three|NUM|nine|one ) ..1 ( thirds|quarters|third|half|tenths|in_ten ) ..2 of ..2 ( guests|customers|users|
        OUR|people|all )
    ( half|majority|most ) of ( our|all|the ) ..1 ( guests|customers|users|people )
    day and night
""")
_POLICIES: Final = frames("""
    ( all|every|each|any ) ..3-of_us|feedback|review|comment|word|note|experience|time ( room|rooms|order|orders|lamp|
        lamps|item|items|crate|crates|product|products|dish|dishes|meal|meals|delivery|deliveries|parcel|parcels|plan|
        table|shelf|shelves|box|towel|towels|bed|beds|driver|drivers|window|windows|employee|employees|dentist|lawyer|
        flat|booking|bookings|purchase|child|children|payment|payments|backup|list|lists|bathroom|bathrooms|member|
        members ) ..6-you_named|you_describe ( is|are|has|have|gets|get|comes|come|include|includes|receive|receives|
        undergo|can|may|must|pays|pay|will|stays|stay|speaks|speak|works|faces|face|eat|eats|travels|go|ships|ship )
    ( WE|staff|team|kitchen|drivers ) ( always|never|only ) !ask|want|wanted|mind|like|try|welcome|listen|wish|hope|
        meant|mean|be|intend|heard|read|knew|know|love|appreciate|enjoy|learn|imagined|thought|hear ..6
    ( dogs|dog|pets|cats|children|kids|smoking|vaping|barbecues|visitors|bikes|strollers|prams|groups|parties|babies|
        animals|bicycles|under ) ..4 ( is|are|stay|eat|travel|sleep|ride|can|may|get|go ) ..3 ( allowed|welcome|
        permitted|free|forbidden|banned|accepted|prohibited|charged|half_price|possible )
    ( is|are|comes|come|stays|stay|remains|eat|travel|ships|ship|be ) ..2-feel|not_yet|sorry|to ( free|included|
        complimentary|free_of_charge|gratis|no_charge|on_the_house ) !to|from|time|of_bugs
    ( refunds|returns|cancellations|exchanges|changes|vouchers|deposits|tips|payments|cards|cheques|cash ) ..4 ( are|
        is|can|cannot|may ) ..3 ( possible|never|only|free|accepted|given|excluded|refundable|refunded|allowed|taken|
        paid )
    ( non|fully ) refundable
    ( the|OUR|an|a )? ..1 ( average|usual|typical|normal ) ( delivery|wait|order|stay|answer|reply|visit|time|repair|
        guest ) ..3 ( takes|lasts|is|needs|costs|pays|comes )
    ( pets|dogs|cats|children|kids|babies|bikes|groups|families ) ( is|are ) ..1 ( welcome|allowed|free|no_problem )
        ..2
    ( late|early ) ( check|checkout|checkin|arrival|departure ) ..2 ( is|are|costs|comes ) ..3
    ( open|opens|opened|staffed|available|reachable|closed|runs|running|served|there ) ..5-sorry|was|were|found (
        every_day|all_year|daily|weekends|weekend|all_day|all_night|seven_days|year_round|day|24|bank_holidays|
        holidays|christmas|night|summer|winter )
    ( is|are|use|uses|OUR ) ..4-sorry|not ( organic|handmade|home_made|homemade|nut_free|gluten_free|recycled|
        certified|hypoallergenic|halal|kosher|sustainable|carbon_neutral|vegan|locally_sourced|fair_trade|tested|
        insured|licensed|encrypted|hand_made|locally|non_toxic|waterproof|fireproof|childproof|soundproof ) ..2
    ( must|have_to|is_required|are_required|is_obliged ) ..3-have|been|be_hard ( book|pay|show|bring|arrive|order|
        sign|leave ) ..8
    ( changed|cleaned|washed|checked|inspected|baked|serviced|disinfected|updated|tested|delivered|collected ) (
        daily|hourly|every|each|twice|weekly|once|nightly|monthly|twice_a|after_every|before_every ) ..3
""")
_NO_POLICY: Final = frames("""
    ( step|smoke|sugar|gluten|plastic|ad|ads|bug|error|trouble|barrier|worry|pain|stress ) free ..2
    ( YOU ) ..2 ( wrote|write|say|said|asked|thought|expected|were_told|mention|mentioned ) ..12-COMMA
    ( sorry|apolog*|regret ) ..12-COMMA
    ( thank|thanks|thank_you|glad|happy|pleased ) ..12-COMMA
    ( feel|are_free_to|you_are_free ) ..4
    ( do|did|done|try|tried|trying|doing|give|gave ) OUR best ..3
    ( best ) ( wishes|regards|way|to|of_all|not )
    ( should|ought|deserves|want|wants|would|hope|meant|supposed|must ) ..12-COMMA
    ( not|never ) ..1 ( always|the_best|our_best|at_our_best ) ..4
    ( only ) ( the_person|a_person|whoever ) ..8
""")


def _boast(case: Case, sentence: Span, backing: Backing) -> str:
    """Return what a sentence claims without a number that nothing holds, empty for nothing."""
    said = case.review_text.lower()
    for spans, why in ((case.found(_BOASTS, spare=_NO_POLICY), "praises us beyond what a fact holds"),):
        for span in spans:
            if sentence.start <= span.start < sentence.end and case.text[span.start : span.end].lower() not in said:
                return why
    for span in case.found(_POLICIES, spare=_NO_POLICY):
        if sentence.start <= span.start < sentence.end:
            words = case.text[sentence.start : sentence.end]
            about = [one for one in backing.about(words) if not one.is_ended]
            if not about:
                return "states a rule of the house that no fact holds"
            if _is_denied(case, sentence, about):
                return "states a rule of the house of which a fact says the opposite"
    return ""


_NOT: Final = frozenset(["not", "no", "never", "forbidden", "banned", "prohibited", "without", "cannot"])


def _is_denied(case: Case, sentence: Span, about: Sequence[Backed]) -> bool:
    """Say whether the only yes-or-no fact about it says the opposite."""
    words = {unit.word for unit in case.units_in(sentence)}
    answers = {one.fact.value for one in about if one.fact.kind is FactKind.YES_NO}
    return answers == {"no" if _NOT.isdisjoint(words) else "yes"}


RULES: Final = (numbers,)
