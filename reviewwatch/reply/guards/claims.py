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
        subject = _with_before(case, sentence)
        claimed = (one for one in quantities(words) if _is_claim(one))
        loose = next((one for one in claimed if not backing.holds(one.value, subject)), None)
        if loose:
            yield unbacked(
                case,
                G24,
                sentence,
                f"says `{words[loose.start : loose.end]}`, which neither a fact nor the review holds",
            )
        elif why := _boast(case, sentence, backing):
            yield unbacked(case, G24, sentence, why)


def _with_before(case: Case, sentence: Span) -> str:
    """Return a sentence, with the one before it where it says only "it" or "they" of its subject."""
    words = case.text[sentence.start : sentence.end]
    before = next((one for one in case.view.sentences if one.end <= sentence.start < one.end + _GAP), None)
    return case.text[before.start : sentence.end] if before and _PRONOUN.match(words) else words


_PRONOUN: Final = re.compile(r"\W*(?:it|its|it's|they|their|these|those|this|that|that's|there|both|he|she)\b", re.I)
_GAP: Final = 4
"""Characters at most between two sentences that follow each other."""


def _is_claim(one: Quantity) -> bool:
    return one.is_measure or (one.value.replace(".", "").isdigit() and float(one.value) >= _SMALL)


# What our own page once said is told to be corrected, not claimed.
_QUOTED_PAST: Final = re.compile(
    r"\bour (?:page|listing|site|sign|menu|advert|app|website) (?:had|said|showed|gave|named|stated)\b", re.I
)

_BOASTS: Final = frames("""
    ( number_one|no_1|award|awarded|winning|unrivalled|unrivaled|unbeatable|unmatched|second_to_none|world_class|
        market_leader|market_leading|top_rated|industry_leading|multi_award|five_star_service|incomparable|
        unparalleled ) ..2
    ( number ) one ..3
    ( nobody|no_one|no_other|none|nowhere ) ..4-sorry|told|answered|helped ( better|cheaper|faster|cleaner|fresher|
        else|offers|quicker|serves|bakes|like_we_do ) ..3
    ( always ) ..1 ( clean|fresh|on_time|spotless|open|available|in_stock|hot|free|punctual|there|quiet )
    ( round|around ) the clock
""")
_POLICIES: Final = frames("""
    ( all|every|each|any ) ..3-of_us|feedback|review|comment|word|note|experience|time ( room|rooms|order|orders|
        lamp|lamps|item|items|crate|crates|product|products|dish|dishes|meal|meals|delivery|deliveries|parcel|
        parcels|plan|table|shelf|shelves|box|towel|towels|bed|beds|driver|drivers|window|windows|employee|employees|
        dentist|lawyer|flat|booking|bookings|purchase|child|children|payment|payments|backup|list|lists|bathroom|
        bathrooms|member|members ) ..6-you_named|you_describe ( is|are|has|have|gets|get|comes|come|include|includes|
        receive|receives|undergo|can|may|must|pays|pay|will|stays|stay|speaks|speak|works|faces|face|eat|eats|
        travels|go|ships|ship )
    ( is|are|comes|come|stays|stay|remains|eat|travel|ships|ship|be ) ..2-feel|not_yet|sorry|to ( free|included|
        complimentary|free_of_charge|gratis|no_charge|on_the_house ) !to|from|time|of_bugs
    ( refunds|returns|cancellations|exchanges|changes|vouchers|deposits|tips|payments|cards|cheques|cash ) ..4 ( are|
        is|can|cannot|may ) ..3 ( possible|never|only|free|accepted|given|excluded|refundable|refunded|allowed|taken|
        paid )
    ( the|OUR|an|a )? ..1 ( average|usual|typical|normal ) ( delivery|wait|order|stay|answer|reply|visit|time|repair|
        guest ) ..3 ( takes|lasts|is|needs|costs|pays|comes )
    ( pets|dogs|cats|children|kids|babies|bikes|groups|families ) ( is|are ) ..1 ( welcome|allowed|free|no_problem )
        ..2
    ( open|opens|opened|staffed|available|reachable|closed|runs|running|served|there ) ..5-sorry|was|were|found (
        every_day|all_year|daily|weekends|weekend|all_day|all_night|seven_days|year_round|day|24|bank_holidays|
        holidays|christmas|night|summer|winter )
    ( must|have_to|is_required|are_required|is_obliged ) ..3-have|been|be_hard ( book|pay|show|bring|arrive|order|
        sign|leave ) ..8
""")
_NO_POLICY: Final = frames("""
    ( step|smoke|sugar|gluten|plastic|ad|ads|bug|error|trouble|barrier|worry|pain|stress ) free ..2
    ( YOU ) ..2 ( wrote|write|say|said|asked|thought|expected|were_told|mention|mentioned ) ..12-COMMA
    ( sorry|apolog*|regret ) ..12-COMMA|BUT
    ( thank|thanks|thank_you|glad|happy|pleased ) ..12-COMMA
    ( feel|are_free_to|you_are_free ) ..4
    ( do|did|done|try|tried|trying|doing|give|gave ) OUR best ..3
    ( best ) ( wishes|regards|way|to|of_all|not|of_luck|from )
    all the best ..4
    ( every|each|all|everyone ) ..2 ( customer|guest|user|customers|guests|users|who ) ..6 ( get|gets|receive|
        receives ) ..1 ( this|the_same ) ..4
    ( ensure|realise|realize|want|like|strive|not|sure|hope|try|aim|wish ) ..6-COMMA ( all|every|each|most|many )
        ..8-COMMA
    ( not|never ) ..3-COMMA ( our|the|at_our ) ..1 ( SUPER ) ..4
    ( should|ought|deserves|want|wants|would|hope|meant|supposed|must ) ..12-COMMA
    ( not|never ) ..1 ( always|the_best|our_best|at_our_best ) ..4
    ( only ) ( the_person|a_person|whoever ) ..8
""")


_PROUD: Final = frames("""
    WE ..2 ( won|win ) ..1 ( best|NAME|award )
    YOU get ..2 ( year|years|guarantee|warranty )
    all ( of )? OUR ..2-sorry ( comes|come|is|are|has|have|gets|get )
    no other ( shop|hotel|place|app|firm|house ) ( gives|has|offers|does|is|lets )
    ( all|OUR|WE|everything|every ) ..6-sorry|not ( hand_made|handmade|made_in|made_by_hand|organic|fair_trade|
        home_made|locally_sourced|recycled )
    # The best, or better than others.
    ( WE|OUR|it|this|here|house|town|coast|bay|region|market|county|city|area|village|street|country|industry|world|
        world's|town's ) ..8-not|never|sorry|wish|should|YOU|all|try|trying|aim|strive|hope|working ( the|
        some_of_the|one_of_the|among_the|town's|world's|area's|city's|country's|by_far ) ..1-not|way|next ( SUPER )
        !possible|priority|features|effort|way|part|thing|experience|service|version|update|time|wishes|regards|luck|
        to
    ( the|some_of_the|one_of_the|among_the ) ( SUPER ) ..5-wishes|way|part|thing|luck|sorry|regards|of_all_to|
        you_named ( in|on|of|around|anywhere|you_will|you_can|available|for_miles|there_is|there_are|under_the_sun|
        far_and_wide|money_can|on_earth|within|this_side )
    ( no_other|no_one_else|nobody_else|nowhere_else|nowhere|no_place|no_hotel|no_shop|no_app|not_one|none|few_other|
        hardly_any|no_better|you_will_not_find|you_will_find_no|hard_to_find|hard_pressed ) ..10-sorry|told|helped|
        answered|was|were ( MORE|has|have|offers|does|in_the|on_the )
    ( won|win|wins|winner|received|awarded|holds|hold|earned|carry|carries|boast|boasts|boasting|proud_of|holder|
        shortlisted|nominated|recognised_by|recognized_by|recommended_by|certified_by|accredited|rated ) ..6-sorry|
        YOU ( prize|prizes|award|awards|medal|medals|certificate|certificates|hygiene|seal|title|accolade|accolades|
        trophy|distinction|accreditation|iso|michelin|rosette|rosettes|gold|silver|five_star|by_experts|by_the_press|
        experts|excellent|outstanding )
    ( second_to_none|unrivalled|unrivaled|unbeatable|unmatched|world_class|state_of_the_art|cutting_edge|
        market_leader|market_leading|industry_leading|top_rated|gold_standard|top_notch|unparalleled|incomparable|
        peerless|legendary|renowned|famous_for|famed|unsurpassed|award_winning|tried_and_tested|time_tested|
        fail_safe|foolproof ) ..2
    ( highest|strictest|most_rigorous|toughest|most_exacting ) ..1 ( standards|standard|quality|hygiene|safety|level|
        levels ) ..3
    ( a|over|than|nearly|almost|many|several|around|half ) ..1 ( million|thousand|billion|millions|thousands )
        ..3-thanks|sorry|apologies|times|YOU ( users|guests|customers|people|downloads|reviews|orders|families|homes|
        installs|members|followers|readers|subscribers|times )
    # How many are happy, how rarely something fails.
    ( most|all|many|countless|thousands|hundreds|dozens|majority|nearly|almost|every|plenty|scores|millions|nine|
        ninety|each|everyone|everybody|tens ) ..1 ( of )? ..1 ( our|the|other )? ..1-sorry|like_you|YOU|feedback (
        guests|customers|users|people|visitors|buyers|guest|customer|clients|shoppers|families|diners|patients|
        travellers|members|regulars|reviewers|orders|deliveries|parcels|us|who_stay ) ..4-sorry|hope|want|wish|
        deserve|should|deserves|expect|expects|wants|like_you|who_were ( love|loves|come_back|come_again|return|
        returns|recommend|recommends|happy|satisfied|rate|praise|adore|like|likes|say|says|sleep|prefer|find|finds|
        check_in|never|no_trouble|without|report|enjoy|use|uses|rave|agree|trust|choose|arrive|arrives|delighted|
        swear|manage|get|gets|in_under|within|on_time )
    ( hardly|scarcely|rarely|seldom|practically_no|almost_no|almost_never|virtually_no|virtually_never|next_to_no|
        very_few|barely|never_before|not_a_single|not_one_single ) ..3-sorry|you ( anyone|anybody|any|ever|one|guest|
        guests|customer|customers|complaint|complaints|user|users|people|fail|fails|break|breaks|late|happens|happen|
        goes|go|returns|crash|crashes|wait|waits|problems|problem|order|orders|parcel|lamp|lamps|complain|complains )
""")


_HABITS: Final = frames("""
    ( under|per|by|as_per|according_to ) OUR ..1 ( policy|policies|rules|terms|practice ) ..4
    # How it is done here, when it was done.
    ( all|every|each|any ) ..3-of_us|feedback|review|time|guest|word|sorry|one_of_you ( PERSON|member|members|
        colleague|colleagues|staff|team|floor|flat|seat|ticket|plan|phone|tablet|apartment|suite|table|slot|lamp|
        shelf|app ) ..6-sorry ( holds|hold|come|comes|carries|carry|offers|offer|features|boasts|includes|knows|know|
        speaks|speak|has|have|is|are|gets|get )
    # How things stand today.
    ( the|OUR ) ..2-sorry|not|that|door|desk|team|case ( is|are ) ..1-was ( currently|now|still|always|permanently|
        temporarily|only )? ( closed|open|shut|out_of_order|out_of_service|unavailable|under_repair|under_renovation|
        being_renovated|for_guests_only|for_adults_only|adults_only|reserved_for|heated|unheated ) !to_you|to_your|
        to_all_ideas
    OUR ..2-sorry|below|short ( policy|policies|rule|rules|practice|principle|procedure|custom|tradition|protocol|
        philosophy|standard_procedure|house_rule|terms ) ..1-sorry ( is|are|to|that|requires|says|state|states|never|
        always|means|has_always|allows|forbids|do_not|does_not|prescribes )
    ( rooms|room|kitchen|everything|every_room|beds|showers|app|lamps|servers|drivers|boiler|bathrooms|bathroom|
        linen|towels|fruit|vegetables|pool|water|windows|carpets ) ..2-sorry|YOU|YOUR|not ( is|are|gets|get|undergo|
        undergoes|be|has_been|have_been ) ..4-sorry|YOU|not ( twice_a|twice_per|once_a|once_per|three_times_a|
        several_times_a|daily|hourly|nightly|weekly|monthly|yearly|annually|every_morning|every_day|every_single|
        every_evening|every_night|every_hour|every_week|every_month|every_year|every_spring|each_morning|each_day|
        each_night|each_year|round_the|around_the|seven_days|day_and_night|all_year|year_round|after_every|
        before_every|between_guests|by_hand|by_experts|by_professionals|from_scratch|in_house|on_site ) ..3-sorry
    ( WE|OUR|staff|team|kitchen|housekeeping|they ) ..2-sorry|YOU|not ( clean|cleans|check|checks|wash|washes|change|
        changes|bake|bakes|service|inspect|inspects|test|tests|train|trains|trained|disinfect|restock|update|updates|
        back_up|maintain|refresh|vacuum|polish|are_trained|is_trained|are_checked ) ..5-sorry|YOU|not ( twice_a|
        twice_per|once_a|once_per|three_times_a|several_times_a|daily|hourly|nightly|weekly|monthly|yearly|annually|
        every_morning|every_day|every_single|every_evening|every_night|every_hour|every_week|every_month|every_year|
        each_morning|each_day|each_night|after_every|before_every|by_experts|by_professionals|twice|regularly ) ..2
    ( was|were|has_been|have_been|is|are ) ..3-not|sorry|YOU|you ( refurbished|renovated|rebuilt|redecorated|
        modernised|modernized|built|founded|established|opened|installed|rewired|replaced|bought|launched|introduced|
        renewed|redesigned|updated|painted|fitted|overhauled|insulated ) ..2-sorry|by_you ( last|this|only|just|in|
        recently|brand|as_recently|since|two|three|four|a_few|a_year|new|years )
    ( WE|family|house|hotel|shop|firm|practice|company|business|generation|generations ) ..6-sorry|YOU ( since|
        for_over|for_more_than|for_decades|for_generations|for_centuries|over_a_century|a_century|in_the_third|
        in_the_second|third_generation|fourth_generation|second_generation|family_run|family_owned|decades_of|
        years_of_experience|years_experience ) ..3-YOU
    ( WE|team|staff|kitchen|drivers|developers ) ..2-sorry|not ( always|never|only|exclusively|without_exception|
        as_a_rule|by_default|on_principle|invariably|routinely|regularly ) ..1 ( use|uses|buy|buys|serve|serves|hire|
        hires|employ|overbook|overcharge|charge|charges|clean|cleans|check|checks|change|changes|deliver|delivers|
        ship|ships|bake|bakes|cook|cooks|answer|answers|reply|replies|refund|refunds|replace|replaces|sell|sells|
        share|give|gives|offer|offers|run|runs|work|works|book|accept|accepts|inspect|test|tests|wash|train|source|
        sources|keep|keeps|store|stores|close|closes|open|opens|upgrade|upgrades|allow|allows|take|takes|let|lets|
        bring|brings|send|sends|pack|packs|pick|picks|disinfect ) ..3
""")


def _boast(case: Case, sentence: Span, backing: Backing) -> str:
    """Return what a sentence claims without a number that nothing holds, empty for nothing."""
    said = case.review_text.lower()
    for spans, why in ((case.found(_BOASTS, _PROUD, spare=_NO_POLICY), "praises us beyond what a fact holds"),):
        for span in spans:
            if sentence.start <= span.start < sentence.end and case.text[span.start : span.end].lower() not in said:
                return why
    for span in case.found(_POLICIES, _HABITS, spare=_NO_POLICY):
        if sentence.start <= span.start < sentence.end:
            about = [one for one in backing.about(_with_before(case, sentence)) if not one.is_ended]
            if not about and not _is_reviewers(case, span):
                return "states a rule of the house that no fact holds"
            if _is_denied(case, sentence, about) or _is_priced(case, span, about):
                return "states a rule of the house of which a fact says the opposite"
    return ""


_NOT: Final = frozenset(["not", "no", "never", "forbidden", "banned", "prohibited", "without", "cannot"])


def _is_denied(case: Case, sentence: Span, about: Sequence[Backed]) -> bool:
    """Say whether the only yes-or-no fact about it says the opposite."""
    words = {unit.word for unit in case.units_in(sentence)}
    answers = {one.fact.value for one in about if one.fact.kind is FactKind.YES_NO}
    return answers == {"no" if _NOT.isdisjoint(words) else "yes"}


def _is_reviewers(case: Case, span: Span) -> bool:
    """Say whether the review itself tells how the thing stands: what it calls closed may be called so."""
    said = set(re.findall(r"[a-z]+", case.review_text.lower()))
    states = {unit.word for unit in case.units_in(span)} & _STATES
    return bool(states) and not said.isdisjoint(_SHUT if states & _SHUT else states)


_SHUT: Final = frozenset(["closed", "shut", "close"])
_STATES: Final = frozenset([*_SHUT, "open", "heated", "unheated", "unavailable"])


def _is_priced(case: Case, span: Span, about: Sequence[Backed]) -> bool:
    """Say whether something is called free of which every fact names a price."""
    words = {unit.word for unit in case.units_in(span)}
    prices = [one.fact.value for one in about if one.fact.kind is FactKind.MONEY]
    is_free = "free" in words or ("charge" in words and not _NOT.isdisjoint(words))
    return is_free and bool(prices) and len(prices) == len(about) and not any("free" in one for one in prices)


RULES: Final = (numbers,)
