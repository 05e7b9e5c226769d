"""Offers: nothing given away for all to read where the place forbids it.

Each frame is an offer (who gives the reader what), not a word list: what a price includes and what was free are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.backing import is_remedy
from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.pressure import DONE, KEEN
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.text import Span
from reviewwatch.types import Finding

G02: Final = Law("G02", "Tripadvisor, App Store, Trustpilot, Google Play: no gifts, services or money in replies")

_SPELL: Final = "( month|months|year|years|night|nights|week|weeks|days )"
_OFFERED: Final = (
    "( REWARD | FREE ..2 THING | replacement | MONEY NUM | NUM MONEY | NUM ..1 percent|%"
    " | ( a|another|NUM|two|three|six|one|the|YOUR ) ..2 THING of|on|at|for | YOUR ( next|first|coming ) "
    "..1 ( month|meal|dinner|lunch|breakfast|drink|round|coffee|pint|order ) "
    f" | ( extra|another|free ) ..1 {_SPELL}"
    f" | ( two|three|four|six|twelve|NUM|a|an|one ) ..1 {_SPELL} ( of|on|free|stay|with|extra|more|at|COMMA|to|for|$ )"
    " | ( crate|basket|bottle|box|hamper|round|upgrade|dessert|drink|massage|meal|dinner ) ..6 ( YOU|YOUR|next|again|"
    "us ) )"
)
_TO_YOU: Final = "( crate|basket|bottle|box|hamper|round|upgrade|dessert|drink|massage|meal|dinner|lunch|breakfast )"
_OFFER: Final = frames(f"""
    {KEEN} ..1-NEG GIVE ..8-ASKED|within|in|OUR {_OFFERED}
    ( let|allow|permit ) us ..1 GIVE ..8-within|in {_OFFERED}
    WE ..2 GIVE YOU ..6-within|in ( {_OFFERED} | {_TO_YOU} )
    {KEEN} ..1-NEG GIVE YOU ..4-within|in {_TO_YOU}
    {KEEN} ..1-NEG ( refund|reimburse|compensate|recompense|credit|repay|upgrade ) ..1 YOU|YOUR
    {KEEN} ..1-NEG ( invite|treat ) YOU ..6 ( to|for ) ..4-COMMA ( dinner|lunch|breakfast|meal|drink|drinks|coffee|
        dessert|night|free|FREE|REWARD|massage|wine|spa|round|weekend )
    WE ( have|are|will|can|would ) ..2 ( added|credited|refunded|extended|waived|upgraded|sent|put|posting|adding|
        crediting|refunding|sending|topped|reimbursed|gifted|setting|shipping|mailing ) ..7-within|in|OUR {_OFFERED}
    WE ( have|are|will|can|would ) ..2 ( credited|refunded|extended|waived|upgraded|crediting|refunding|topped|
        reimbursed ) ..7 YOUR ..1 ( account|plan|card|wallet|subscription )
    ( MAKE_UP ) ..3 ( with|by ) ..6 {_OFFERED}
    ( make_it_up|make_this_up|make_that_up|make_up_for_it|make_up_for_this|make_amends ) ..3 ( with|by ) ..6 ( a|an|
        some )
    ( THING|order|repair|shipping ) ..6-NEG|review|COMMA|which|that is|are|will|be ..2-NEG ( on us | half_price | our
        treat|gift | on ..2 house )
    ^ ..3 ( please|do|kindly|pls ) ( enjoy|accept|claim|redeem|take|have|pick ) ..4-apolog*|COMMA {_OFFERED}
    ( use|enter|quote|apply|redeem|with ) ..2 ( coupon|voucher|promo_code|discount_code ) !that|which|we|is|fails|
        failed|does
    ( use|enter|quote|apply|redeem ) ..2 code ( NAME | NUM )
    ( a|an|the|YOUR|NUM ) ..2 ( voucher|coupon|gift_card|giftcard|refund|gift|hamper|credit|discount|bottle )
        ..4-COND|after YOURS
    YOUR ( next|first|coming|following ) ..3 ( THING|visit|order|repair ) ..2 ( is|will_be|will|be|comes|are ) ..2 (
        free|complimentary|gratis|paid|covered|half|REWARD )
    ( NUM|two|three|six|a|one ) ..1 ( month|months|year|years|week|weeks ) ..6-before|prior|after|within|or|COMMA|per (
        no_charge|FREE|gratis|YOURS )
    ( voucher|coupon|discount|gift|credit|hamper|basket|bottle|compensation|gift_card|dessert|drink|meal ) ..3-NEG (
        has|
        have|will|is|are|gets ) ..1-NEG ( been|be|being ) ..1 ( sent|issued|added|arranged|posted|offered|provided|
        given|
        set|put|credited|mailed|shipped|extended|granted ) ..3 ( YOU|YOUR|aside )
    ( refund ) ..3-NEG ( has|have ) ..1-NEG ( been ) ..1 ( sent|issued|arranged|credited|granted|given ) ..3 ( YOU|YOUR
        )
""")
_GIFT_OF: Final = (
    "( something|treat|bottle|REWARD|MONEY|percent|FREE|wine|bubbly|champagne|prosecco|chocolates|couple_of|hamper|"
    "basket|dessert|flowers|gift|present|token )"
)
_MORE_OFFERS: Final = frames(f"""
    not ..1 ( take|want|ask|charge ) ..2 ( penny|cent|pence )
    WE ..3 ( arranged|booked|reserved|set_aside|put_by ) ..2 ( night|nights|table|dinner|room ) ..8-sorry ( no_bill|
        free|
        on_us|for_you|waiting )
    ( half|some|part|all ) of ..3 ( paid|price|bill ) ..3 ( coming|going|on_its_way|back )
    ( knock|take ) ( something|a_bit|some|a_little ) off
    WE ..4-NEG|COND|sorry|asked GIVE ..3-NEG ( NUM|MONEY|months|month|points|credit|a_little|extra ) ..4-NEG ( to|on|
        onto )
        YOUR ..2 ( account|bill|card|plan|tab|wallet|order )
    ( case|crate|box|bottle|hamper|bunch|card ) ..4 ( has|have|is|are ) ..1 ( gone|going|heading ) ..2 to YOU
    ( dine|dinner|lunch|breakfast|drink|drinks|meal|spa|a_night|one_night|two_nights|a_weekend ) ..3-your|and as ( our|
        my )
        ( guest|guests )
    WE ..4-look|had|thank|glad|pleasure|having|delighted|thrilled|happy ( return|come|come_back|stay|dine ) ..3 as (
        our|my ) ( guest|guests )
    as my ( guest|guests ) ..2
    ( have|host|see|welcome|invite ) YOU ..1 ( back|again|over ) as ( our|my ) ( guest|guests ) ..6-COMMA ( night|
        dinner|
        meal|weekend|free|lunch )
    ( asked|told|ordered ) ..2 ( accounts|finance|billing|bank ) to ..2 ( return|refund|credit|repay|send )
    YOU ( can|may ) ( count|rely ) on a ( complimentary|free )
    YOUR next ..3-COMMA ( is|will_be|are ) ( on_us|on_me|our_treat|on_the_house|free|half_price )
    the next ( one|round|night|meal|dinner|drink|visit ) is ..2 ( free|on_us|complimentary|on_me ) ..3
    ( put|putting ) YOU up ..4 ( night|weekend|again|free|guest|guests )
    ( bottle|glass|drink|cake|fizz|wine ) ..4-NEG will be ..3 ( ice|waiting|ready|you )
    ( give|send|get|offer|hand ) YOU ..2 ( something|bit|part|some|half ) ..2 back
    ( breakfast|breakfasts|dinner|parking|drinks|night|meal|meals ) ..2 ( will ) not ( be )? ..1 ( charged|billed )
    ( have|take|enjoy|order ) ( a|the|your|whatever|dinner|lunch ) ..5-NEG|look|effect|impact on ( me|us )
    ( our|my ) ( treat|shout ) !box|boxes|menu|shop|bags|yourself
    WE ..4-NEG|COND|sorry|asked ( pop|chuck|slip|stick|drop|sling|bung|knock|tuck_in|throw_in|chuck_in|toss_in|post )
        ..7-NEG|
        ASKED ( on|in|into|to|with|for|by ) YOUR ..2 ( account|bill|crate|order|card|room|tab|plan|wallet|box|basket|
        next )
    WE ..4-NEG|COND|sorry|asked ( GIVE|set ) ..3-NEG|ASKED {_GIFT_OF} ..4-NEG ( on|in|into|to|with|for|by ) YOUR ..2 (
        account|bill|crate|order|card|room|tab|plan|wallet|box|basket|next )
    WE ..4-NEG|COND|sorry|asked GIVE ..6-NEG|ASKED ( on|to|with|in|into ) YOUR next ( crate|order|box|basket|delivery|
        bill|
        parcel|invoice )
    ( come_back|return|come_again|next_time|next_visit|on_your_next|drop_in|pass_by ) ...8 ( on_us|our_treat|half_price
        | (
        FREE ( drink|drinks|night|meal|dessert|upgrade|dinner|lunch|coffee|round|bottle|massage|month|stay|cake ) ) )
    YOUR ..2 ( account|plan|card|wallet|subscription|bill|invoice ) ..2 ( has_been|was|is|will_be|have_been|will )
        ..1 ( topped_up|credited|extended|upgraded|waived|reduced|refunded|reimbursed|halved )
    ( use|enter|quote|apply|with|type|redeem ) ..2 ( checkout|code|NUM|sorry10 ) ..6 ( off|discount|percent )
    WE ..6-NEG|COND|COMMA|sorry|asked ( reimburse|refunding|refunded|reimbursing|reimbursed|repay|repaying|
        compensate|compensating ) ..1 ( YOU|YOUR|the|it|half|all|this|every|whole )
    WE ..4-NEG|COND|COMMA|sorry|asked ( will|would|can|happily|gladly|shall|to|and ) ( refund ) ..1 ( YOU|YOUR|the|it|
        half|
        all|this|every|whole )
    ( complimentary|free ) ..2 THING ..6 ( ( is|are|be ) ..1 waiting | await|awaits|YOURS )
    ( want|like|love|happy|glad|ready|prepared|able ) to ..2 ( give|offer|pay|hand|return|send|gift ) ..2 YOU ..6 (
        money|half|part|price|amount|REWARD|free|bottle|gift )
    ( at_our_expense|at_our_cost|out_of_our_pocket|on_our_account ) ..2
    YOU ..1 ( get|receive|enjoy ) ..2 NUM ..1 ( percent|% ) ..1 ( off|discount )
""")
_PASSED: Final = "sorry|NEG|asked|was|were|if|whether|included|as|when|enjoyed|liked|loved|had|hear|found|tried|used"
_ON_US: Final = (
    "( on_us|on_me|on_the_house|our_treat|my_treat|the_treat|no_charge|half_price|at_a_discount|cost_you_nothing|"
    "costs_you_nothing|waived|a_penny|a_cent|is_yours|are_yours|at_our_cost|taken_care_of|with_compliments|compliments_of|"
    "our_compliments|for_nothing )"
)
_PLAIN_FREE: Final = "( free|complimentary|gratis|for_free|free_of_charge|no_cost|without_charge )"
_TREATS: Final = (
    "( round|drinks|drink|cocktail|beer|pint|taxi|upgrade|move_up|suite|wash|haircut|code|bouquet|flowers|chocolates|"
    "fizz|prosecco|cake|brunch|supper|snack|night|dinner|lunch|meal|dessert|coffee|wine|champagne|bottle|massage|month|"
    "stay|puddings|visit|repair|class|ticket|tickets|session|item|replacement )"
)
_AGAIN: Final = (
    "( next|again|come_back|drop_by|another|ask_for|second_chance|return | ( have|host|see|welcome ) YOU back )"
)
_GOODS: Final = (
    "( THING|REWARD|round|drinks|cocktail|beer|pint|ride|taxi|parking|upgrade|move_up|suite|wash|haircut|repair|service"
    "|delivery|fee|bill|version|code|bouquet|flowers|chocolates|fizz|prosecco|tea|cake|brunch|supper|snack|class )"
)
_FOR_YOU: Final = "( YOU|YOUR|YOURS|next|again|back|return|come|come_back|drop_by|another|ask_for|second_chance )"
_GRATIS: Final = (
    *together(f"..9-{_PASSED}", _ON_US, _GOODS, _FOR_YOU),
    *together(f"..9-{_PASSED}", _PLAIN_FREE, _TREATS, _AGAIN),
    *frames("""
    WE ( will|would|shall|am|are|have|want|like|can|happily|gladly ) ..4-NEG|COND ( buy|treat|stand ) ..1 YOU ..6 (
        lunch|
        dinner|drink|coffee|round|free|meal|breakfast|pint|taxi|cake|beer )
    WE ( will|would|shall|am|are|want|like|can|happily|gladly ) ..4-NEG|COND ( host|invite|have ) YOU ..6 ( nothing|
        for_free|no_cost|free_of_charge|on_us|no_charge|paid )
    WE ( will|would|shall|am|are|have|want|like|can|happily|gladly ) ..4-NEG|COND ( return|refund|reimburse|reimbursing|
        returned|put|paid|pay ) ..3 ( YOU|YOUR|half|back ) ..4 ( back_on|amount|half|price|cost|money|house )
    ( a|an|some|something|little|the ) ..4-NEG ( bottle|basket|hamper|gift|treat|present|envelope|chocolates|flowers|
        something|fizzy|surprise|voucher|bouquet ) ..4 ( waiting|waits|await|awaits|set_aside|YOURS )
    ( will|shall|be|is|are ) ..3 ( bottle|basket|hamper|gift|present|voucher|fizz ) ..5 ( waiting )
    ( accept|take|enjoy|claim|have ) ..3-NEG ( NUM|ten|fifteen|twenty|half ) ..1 ( percent|% ) ..1 ( off )
    YOUR ..3-deposit ( fee|charge|bill|fare|ticket|money|payment ) ..1 ( will|has|is|shall|have ) ..1 ( been|be|being
        )? ..1 ( returned|refunded|reimbursed|waived|repaid|given_back|credited|paid_back )
    ( payment|charge|fee|bill|cost ) ..4 ( has_been|have_been|was|is|will_be ) ..1 ( waived|dropped|cancelled|halved|
        refunded|written_off|taken_off ) ..8-COND
    ( show|mention|quote|present|bring ) ..2-to ( reply|answer|message|name|review|this|code ) ..8-attention|notice (
        free|FREE|on_us|discount | ( get|receive ) ..2 ( REWARD|THING|off|drink|coffee|percent|treat ) | ( a|YOUR ) ..1
        (
        drink|coffee|treat ) )
    ( voucher|gift|gift_card|hamper|refund|coupon|discount|present|parcel_of|bottle ) ..2-NEG ( is|are ) ..1 (
        on_its_way|on_the_way|in_the_post|coming|heading|winging|yours|waiting )
    ( promo|promotional|discount|free|full|upgrade|gift|voucher ) ..1 ( code|codes|version|licence|license|key ) ..6 (
        yours|on_us|sent_to_you|send_you|give_you|waiting )
    ( next_time|next_visit|come_back|when_you_return|when_you_come ) ...10 ( on_me|on_us|my_treat|our_treat|my_shout|
        our_shout|half_price|free_drink|on_the_house | bottle of ( wine|bubbly|champagne|prosecco|fizz|something ) )
    ( have|host|see|welcome|invite ) YOU ..1 ( back|again|over ) ..6 ( for_nothing|no_cost|for_free|free_of_charge|
        on_us|
        our_expense|gratis|half_price|discount )
    YOU ( will|shall|would ) not ..2 ( be )? ( pay|paying|charged|billed|owe|owing ) ..1 ( a|for|us ) ..1 ( penny|cent|
        thing|dinner|night|next|room|stay|meal|drink|drinks|anything )
    WE ..3-NEG|sorry ( waive|waiving|waived|dropping|scrapping|cancelling ) ..4 ( fee|fees|charge|charges|bill|cost|
        costs|surcharge|deposit|payment )
    ( drink|round|coffee|dessert|upgrade|bottle|discount|REWARD|cocktail|cake ) ..6-NEG|sorry ( if|when|just|simply|for|
        on|to ) ..5-NEG|sorry ( mention|mentioning|show|showing|quote|quoting ) ( this|it|us )
    YOU ..2 ( get|receive|collect|pick_up ) ..1 ( a|YOUR|one ) ( free|complimentary ) ..1 ( drink|night|meal|dessert|
        dinner|lunch|month|stay|coffee|upgrade|bottle|cake )
    ( NUM|MONEY|half|part|bill|money|third|quarter|tenner|fiver ) ..5-sorry|took|takes|of_us ( go|goes|going|comes|
        coming|be|paid|sent|given|put|transferred|find_its_way ) ..2 ( back|returned|refunded ) ..2 ( to_you|on_your|
        into_your|YOU )
    ( meals|meal|tab|drinks|taxi|bill|cocktails|lunch|dinner|spa|fare|night ) ..1-NEG ( is|are|be|been ) ..1 (
        taken_care_of|covered|settled|paid_for )
    ( claim|collect|redeem ) ..3 ( complimentary|upgrade|late_checkout|voucher|gift|round|free_drink|free_night|
        free_meal )
    MAKE_UP ..2 ( with|over ) ..4-better ( drink|drinks|round|dinner|lunch|coffee|cocktail|cake|meal|bottle|night|
        upgrade|
        REWARD|pint|beer )
    ( knocked|took|taken|knock|take|deducted|wiped|struck|removed|taking|knocking ) ..5-NEG off ..1 ( YOUR|the ) ..1 (
        bill|invoice|tab|account|total|price|card|cost )
    ( send|sending ) YOU ( home|off|away ) with ..4
    ( money|refund|payment|cash ) ..2 ( is|are ) ..1 ( on_its|on_the|already_on ) ..1 way ..2
    ( code ) ..4 ( for|worth|gives|with|of ) ..3 ( percent|%|off|discount )
"""),
)
_TOPIC: Final = frames("""
    # What there is for all guests, and not for the reader.
    WE ( can|do|could|also|are_able_to | can also | are also able to )? offer ..6-YOU|COMMA ( rate|rates|parking|price|
        prices|tariff|tariffs|ticket|tickets|pass|passes|fee|fees ) ..1 ( for|to ) ..2-YOU|YOUR ( guests|residents|
        members|customers|patrons|students|seniors|pensioners|families|visitors|diners|patients|locals )
    treat ( the|YOUR|this|that|all|every|each|these|any ) ..2 ( REVIEW|REVIEWISH|issue*|complaint*|matter* ) ..6
    ( YOU ..1 ( enjoyed|liked|loved|used|tried ) | REVIEW ( on|about|of ) ) ..2 ( free|complimentary ) ..2-and|COMMA
    YOU ( can|may|could ) ..2 ( upgrade|switch|change|cancel|return|download|use|register|sign|order|move ) ..8
    # What was written point by point.
    points ..4-YOUR|account|card|profile ( *list|agenda|meeting|team|kitchen|notes|chef|board|backlog|manager|crew|plan|
        briefing|training|schedule|log|book|minutes )
    ( ( option|feature|button ) to | code ( from|in|on|that|you|we ) ) ..6
    ( feel|hassle|worry|trouble|ad|step|smoke|gluten ) free
    free to ..4
    first ..2 ( days|month|weeks|months|week ) ..2 free
    YOU ( asked|ask|wrote|write|mention|mentioned|say|said|told ) ..14
    YOUR ( review|comment|words|note|question ) ..2 ( say|says|mentions|asks|ask|mention ) ..14
    ( we_offer|we_replace|we_refund ) ..8
    ( sorry|apologise|apologize|apologies ) ..12-COMMA|BUT
    ( was|were|had_been|been ) ..2 ( promised|refused|offered|told ) ..8
    ( rely|relying|count|counting|depend|call|calling|check|spend|spent|based|lean|reflects|reflect|reflection|focus|
        effect|
        impact|gave_up|give_up|opinion|review|feedback|bet|chance|light|eye ) ..1 on ( us|me )
    YOU ..2 ( paid_for|paid )
    ( cancel|cancelled|canceled|cancellation|cancellations ) ..12
    ( glad|happy|pleased|delighted|thrilled|great|lovely|love ) ..1 ( to )? ..1 ( hear|read|see|that|know ) ..16-BUT|WE
""")


def offers(case: Case) -> Iterator[Span]:
    """Yield what is offered for all to read, but for what a public remedy says."""
    for span in case.found(_OFFER, _MORE_OFFERS, _GRATIS, spare=(*DONE, *_TOPIC)):
        if not is_remedy(case, span):
            yield span


def public_offer(case: Case) -> Iterator[Finding]:
    """G02: an offer of gifts, services or money for all to read. What a public remedy says may be said."""
    for span in offers(case):
        make = G02.block_sentence if Ban.OFFERS in case.platform.bans else G02.warn_sentence
        yield make(case, *span, "offers a gift, a service or money in public, which invites more claims")
        return


RULES: Final = (public_offer,)
