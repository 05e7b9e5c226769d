"""Rewards: never for a review, and nothing offered for all to read where the place forbids it.

Each rule is a frame (who offers what for what), not a word list: "refund" and "discount" are harmless alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.asks import rating_asks, removal_asks
from reviewwatch.reply.guards.backing import is_remedy
from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.pressure import DONE, KEEN
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.text import Span
from reviewwatch.types import Finding

G01: Final = Law("G01", "16 CFR 465.4: no compensation conditioned, even by implication, on what a review says")
G02: Final = Law("G02", "Tripadvisor, App Store, Trustpilot, Google Play: no gifts, services or money in replies")

_GIFT: Final = (
    "( ( bill|price|fee|invoice|charge|rate ) ..3 ( halved|reduced|waived|cut|lowered|forgiven|cancelled|"
    "erased ) | ( dinner|breakfast|lunch|dessert|coffee|night|meal|delivery|stay ) is|are|be ..3 FREE|on_us|ours "
    "| ( overlook|drop|forget|waive|cancel|erase ) ..3 ( fee|bill|charge|charges|deposit|invoice|fine ) |"
    " ( NUM|two|three|one|a|an|extra ) ..1 extra|free|more ..1 THING | send ..2 replacement"
    " | REWARD | FREE ..1 THING | NUM percent|% off | knock|take ..5 off | ( third|half|quarter|NUM ) ..1 off"
    " | ( a|NUM|two|three|six|one|another ) THING of|on !usage|use|testing | MONEY NUM | NUM MONEY | a|small|little"
    " present|bonus"
    " | GIVE ..1-OUR YOU ..3 MONEY | ( two|three|six|twelve|NUM|a ) ..1 months|month|weeks|year|years "
    "..2 yours|waiting|free"
    " | MAKE_UP | ( a|the|our ) ..1 ( crate|basket|box|hamper|bottle ) !from|that|which|you "
    "| months|month of !usage|use )"
)
_KINDER: Final = (
    "( CHANGE ..4-OUR|COMMA|AFTER|APP REVIEW | REVIEW ..3-WE|OUR|COMMA|MENTION CHANGE | REMOVE ..4-OUR|"
    "COMMA|AFTER REVIEW"
    " | REVIEW ..4-WE|OUR|COMMA|MENTION REMOVE | take|takes|taking|took|taken ..4 REVIEW ..1 down"
    " | ( COND|for|see|sees|seeing|leave|leaving|write|writing|give|giving|post|posting|need|want|get|"
    "have|exchange|with|takes|becomes|become)"
    " ..4-COMMA|NUM POSITIVE ..1 REVIEW"
    " | see|reach|read|leave|give|to|with ( five|5|four|4|full|NUM ) ..1 STAR"
    " | STAR|REVIEW|rating ..3 ( become|becomes|turn|turns|go|goes|went|climb|climbs|rise|rises|move|"
    "moves|jump|jumps|get|gets|grow|grows ) ..2"
    " ( up|five|four|higher|better|5|4|greener|NUM|positive|kinder )"
    " | ( reflected|reflect|reflects|show|shows|shown|mirrored|mention|mentioned ) ..1 in ..2 REVIEW"
    " | ( rethink|rethinks|reconsider|reconsiders|soften|softens|change|changes|revise|revises|reword|"
    "rewords|edit|edits ) ..3 REVIEWISH"
    " | COND ..6-COMMA YOUR REVIEWISH ..4 ( CHANGE|REMOVE|kinder|nicer|warmer )"
    " | ( leave|write|post|put|giving|leaving|writing|posting ) ..2 ( a|us|us_a|your|another ) ..3 REVIEW"
    " | CHANGE YOUR mind|tune|tone ..6 REVIEW|REVIEWISH|online|public|here | COND ..4 REVIEW ..2 ( is|"
    "are|was|were|has|have|looks|reads|goes|disappears|vanishes )"
    " | COND ..2 ( five|5|four ) ..1 STAR | COND ..3 ( WE|YOU ) ..2 see ..4 ( REVIEW|STAR )"
    " | ( fifth|fourth|missing|extra|another ) STAR )"
)
_JUDGED: Final = (
    "( REVIEW ..5-COMMA|WE|OUR|MENTION ( nicer|kinder|softer|better|warmer|gentler|friendlier|gone|"
    "higher|positive|improve|improves|improved|five|disappears|offline|away|changed|different )"
    " | ( nice|kind|good|positive|glowing|friendly|happy|five_star ) ( reviewers|reviews|raters|comments|"
    "ratings|feedback )"
    " | ( turn|turns|turning|turned|make|makes|lift|lifts|bring|brings ) ..4-COMMA STAR ..4 ( into|to|five|four )"
    " | REMOVE ..3-OUR|COMMA|APP ( words|remarks|lines|text|post|it_all|what_you_wrote ) | ( CHANGE ) "
    "..3-OUR|COMMA|APP|WE ( the|YOUR ) ( text|words|tone|post|wording|lines )"
    " | take|pull ..3 REVIEW ..1 ( offline|off|away ) | ( four|five|4|5 ) ..1 STAR ( first|and|COMMA|or|"
    "then ) | ( for|against ) ( a|some|more|better ) ..2 ( REVIEW|STAR ) )"
)
_HINTED_GIFT: Final = (
    "( free|gratis|complimentary|throw_in|late_checkout|late_check_out|dinner|envelope|chocolates|tickets|wine|"
    "invoice|bill|bills|deposit|compensation|surprise|basket|refund"
    "|good_things|something_for_you|draw|raffle|lottery|prize|on_us|on_me|our_treat|my_treat|entered|wins|win"
    "|generous_with | ( cover|pay|pick_up|foot|settle|sort_out|sort|drop|halve ) ..2 ( the|YOUR ) ..2 ( money|bill|"
    "taxi|cost"
    "|costs|fee|meal|tab|invoice|charge ) | ( cost|costs|charge|charges|bill|delivery ) ..2 ours"
    " | ( NUM|pounds|euros|dollars|something ) ..3 ( aside|set_aside ) | ( percent|% ) ..1 ( back|off )"
    " | ( forget|thoughts_about|drop|let_go_of|overlook ) ..4 ( fee|charge|bill|invoice|penalty|fine ) | bubbly|"
    "champagne|prosecco|hamper )"
)
_HINTED_KINDNESS: Final = (
    "( kind ..1 words | kinder|warmer|fairer|nicer ..1 ( word|words|light|line|tone|review|reviews|reviewers|rating )"
    " | ( warmer|kinder|nicer|fairer|friendlier|happier|softer ) ..2 REVIEW | ( generous ) ..3 STAR"
    " | YOUR ..2 ( ratings|rating|stars|review|comment ) ..3 ( go|goes|up|match|matches|change|changes )"
    " | ( look|looks|looked|speak|speaks|write|writes|think|thinks ) ..1 ( kindly|warmly|well|highly ) ..2 ( us|page|"
    "here|of )"
    " | ( warmer|kinder|nicer|fairer|friendlier|happier ) ..2 ( and|COMMA )"
    " | ( reviewer|reviewers|guests|those|people|anyone|everyone|everybody|whoever|customers ) ..2 ( who|whose ) ..4 ("
    " reconsiders|reconsider|rethinks|rethink|stars|ratings|generous|rates|rate|gives_us|give_us|moves|raises|"
    "full_marks )"
    " | ( replace|swap|redo|rewrite|soften ) ..1 ( the|YOUR ) review | ( favour|favor ) ..2 with ..1 ( the|YOUR ) STAR"
    " | ( full|top ) marks | rate|rates us|me ..1 ( five|5|well|highly|kindly|up )"
    " | ( the|YOUR ) stars ..1 ( match|matches|reflect|reflects|agree ) | see ..4 ( differently|kinder|kindly|better"
    " ) ..4"
    " ( google|online|page|review|here )"
    " | ( complaint|review|post|comment ) ..1 ( goes_away|disappears|vanishes|is_gone|goes )"
    " | ( delete|remove|drop|pull ) ( this|it|that ) ..1 ( and|COMMA ) | ( from ) ..1 ( NUM|one|two|three ) STAR ..1 to"
    " | ( let|tell ) ..1 ( people|others|readers|everyone ) ..6 STAR | CHANGE YOUR mind ..4 STAR | MORE_STARS ..1 STAR"
    " | ( positive|good|high|top|great|perfect ) ..1 ( rating|review|score ) ( gets|earns|wins|brings|buys|gives|"
    "unlocks ) )"
)
_FOR_CHANGE: Final = frames(f"""
    {_GIFT} ...24 {_KINDER}
    {_KINDER} ...24 {_GIFT}
    {_GIFT} ...24 {_JUDGED}
    {_JUDGED} ...24 {_GIFT}
    ( GIVE|MAKE_UP ) ..6 ( COND|for ) ..3 {_KINDER}
""")
_HINTED: Final = frames(f"""
    {_HINTED_GIFT} ...20-sorry|asked ( {_HINTED_KINDNESS} | {_KINDER} | {_JUDGED} )
    ( {_HINTED_KINDNESS} | {_KINDER} | {_JUDGED} ) ...20-sorry|asked {_HINTED_GIFT}
    {_GIFT} ...16-sorry|asked {_HINTED_KINDNESS}
    {_HINTED_KINDNESS} ...16-sorry|asked {_GIFT}
    ( reconsider|rethink|kinder_word|kinder_words|kinder_line ) ...14 ( generous|reward|rewarded|remembered|gift )
""")
# Who is kind about us fares well: the reward is how people are treated.
_WELL_SAID: Final = (
    "( ( speak|speaks|write|writes|talk|talks|think|thinks ) ..1 ( well|kindly|highly|warmly|fondly|nicely|better ) "
    "..1 ( of|about ) ( us|me|our|this | the ..1 ( house|shop|place ) )"
    " | ( say|says|write|writes|post|posts|have ) ..1 ( nice|kind|good|lovely|warm|friendly|kinder|nicer ) ..1 ( "
    "things|words|lines|thing|word|something|remarks ) ..1 ( of|about ) ( us|me|our )"
    " | ( praise|praises|recommend|recommends|compliment|compliments|flatter|flatters ) us"
    " | ( feel|feels|warm|warms|think|thinks ) ..1 ( kinder|warmer|kindly|better|to|friendlier|more_kindly ) ..1 ( of|"
    "about|towards|toward|us ) ( us )? )"
)
_THOSE: Final = "( people|those|guests|customers|whoever|anyone|anybody|everyone|everybody|reviewers|friends|one|all )"
_TREATED_WELL: Final = (
    "( looks_after|looking_after|look_after|take_care|take_good_care|take_very_good_care|take_great_care|"
    "do_well|fare_well|fares_well|does_well|do_not_forget|never_forget|not_forget|remember|remembers|"
    "are_generous_to|good_to|repay|never_forgotten|not_forgotten|looked_after|remembered|treated|served_first|"
    "given_the_best|spoil|spoiled|spoilt|get_the_best|rewarded|reward|cared_for|taken_care_of|kind_to|generous_to )"
)
_PUT_BY: Final = (
    "( ( set|put|laid|kept|keep|keeping|saved ) ..4-COMMA ( aside|by|back ) | ( something|little_something|treat|"
    "token|present|surprise ) ..3-wrong|broken ( aside|waiting|ready|put_by|for_you|in_it|in_store|up_my_sleeve|"
    "set_aside|nice|special|extra ) | ( a|the ) treat )"
)
_FAVOURED: Final = frames(f"""
    {_TREATED_WELL} ..3-COMMA|NEG|WE {_THOSE} ( who|that ) ..3-COMMA|NEG {_WELL_SAID}
    {_THOSE} ( who|that )? ..3-COMMA|NEG {_WELL_SAID} ..4-COMMA|stay|and {_TREATED_WELL}
    ( if|should|once|when|were|COND ) ..1 YOU ..4-COMMA {_WELL_SAID} ...14-sorry|wrong|problem {_PUT_BY}
""")
_GIFTS: Final = frames(f"""
    ( parcel|lamp|bulb|surprise|something|treat|bottle ) ..5 ( find_its_way|on_its_way|your_way|coming|follow|follows )
    ( see|do|treat ) YOU ( right|proud|well )
    ( bill|charge|invoice|fee ) ( is|will_be ) ..1 ( history|gone|forgotten|torn_up )
    ( get|gets|have|has ) ( their|your|the ) ..1 ( postage|money|deposit|fee|fare|delivery ) ( back|free|refunded )
    ( fresh|new|spare|another|next|free ) THING
    ( {_HINTED_GIFT} | {_GIFT} | my shout | our shout )
    ( wipe|wiped|wipes|knock|knocked|take|taken|comes|come|strike|struck|money|refund|deposit|quid ) ..6-NEG ( off|back|
        released )
    ( bottle|glass|pint|round|slice|voucher|card ) ( of|with|for )
    {_TREATED_WELL} ..2 {_THOSE}
    GIVE ..6-NEG ( on|in|into|to|with ) YOUR ..2 ( account|bill|crate|order|card|room|tab|plan|wallet|box )
""")
# A thing of value beside a review that turns out another way: that is a deal, whether or not an "if" says so.
_OF_REVIEW: Final = frames("""
    ( review|reviews|rating|ratings|score|STAR|your_text|line_or_two|nice_line|wording_above|your_wording|
        this_wording|write_up|testimonial|this_page|this_site|read_differently|reads_differently|one_star|
        public_comment|public_comments | ( YOUR|the|this ) ( post|words|comment ) )
""")
_TURNED: Final = frames("""
    ( CHANGE|leaves|leave|new_review|new_rating|new_stars|different|differently|kinder|friendlier|warmer|nicer|fairer|
        softer|gone|taken_down|removed|disappear*|deleted|edit|match|positive|matches|not_stay|does_not_stay|
        one_about|arrangement|or_more|favourable|better_review|better_rating|better_score|reads_better|looks_better|
        another_go|higher|goes_up|come_down|comes_down|glowing|generous|forget|second_thoughts|nice_line|reflects|
        reflect|up_to_date|line_or_two|do_not_leave )
""")
# What becomes of a review in words that name none: "edit this", "turns into four", "bump us up", "what they put".
_AMENDED: Final = frames("""
    in ( your|good ) ..1 books
    ( five|5|top ) STAR ( friends|guests|club|family|people )
    ( two|one|three|2|1|3 ) ..3 ( for|to|into ) ..2 ( four|five|4|5 )
    ( come|comes|came|coming|bump|get ) ..2 to ( five|four|5|4 )
    ( page|site|it ) ..2 ( shows|says|reads|looks ) ..6-NEG ( smiling|happy|happier|better|nicer|kinder|different )
    ( kinder|nicer|happier|better|warmer ) ..1 ( score|rating|review|word|words|line|something )
    ( say|write|post ) ..2 ( nicer|kinder|nice|kind|better )
    ( comment|review|rating|post|score ) ..2 ( has|is|been|changes|changed ) ..2 ( corrected|changed|amended|changes|
        edited )
    ( CHANGE|editing|edit|REMOVE|take|pull|redo|swap ) ( this|it|that|this_one ) ( off|down|COMMA|and|$|up|away|we|
        to|i|now|then )
    ( CHANGE|REMOVE|take_back|withdraw ) ..2 ( what_they|what_you|what_was ) ( put|wrote|said|posted )
    ( turn|turns|turned|turning|becomes|become|grows|goes ) ..2 ( into|to|up ) ..3 ( STAR|five|four|5|4|better|kinder )
    ( put|set|get|make ) ..2 ( rating|STAR|score|review|REVIEW ) ..2 ( right|up|better|straight )
    ( bump|push|nudge|lift|move|pop|put ) ( us|it|this|that | the STAR | YOUR STAR ) ..2 ( up|higher )
    ( give|gives|leave|leaves|rate|rates|award|awards|mark|marks|see ) ..1 us ..2 ( full|top|five|5|better|higher|good )
    ( STAR|review|rating|this|it ) ..4 ( not|no_longer ) ..2 ( there|here|sitting|up|standing|visible )
    for ..2 ( five|5|good|top|better|kind ) ( STAR|review|reviews|marks|score|rating )
""")
_REFUSAL: Final = frames("""
    review of ..3 ( bill|bills|invoice|charge|charges|fee|fees|costs|cost|case ) ..2
    ( feel|hassle|worry|trouble|ad|step|smoke|gluten ) free
    free to ..4
    WE ..2-NEG|would appreciate YOUR ..6-COMMA|COND
    YOU ( mention|mentioned|describe|described|wrote|write|say|said|named|name ) ..6
    YOUR ..1 ( review|comment|post ) ..2 ( says|say|said|mentions|names|shows|makes|helped|was|is_right ) ..6
    ( never|not|no ) ..2 ( depend|depends|tied|linked|conditional|bought|for_sale|pay_for|paid_for|matter_of ) ..8
    WE ( have|had|recently|also|already )? ( CHANGE ) ..8-END
    ( WE|team|business ) ..2 ( not|never ) ..4 ( GIVE|REWARD|ask|pay|trade|buy|offer ) ..16-END
""")


def reward_for_change(case: Case) -> Iterator[Finding]:
    """G01: a reward and a change of the review in the same breath, whichever comes first.

    Either one frame holds both, or what G02 finds (we offer) stands in the sentence of what G03 or G04 finds (we ask),
    or in the one beside it: side by side they read as a deal, whether or not an "if" stands between.
    """
    for span in chain(
        case.found(_FOR_CHANGE, _HINTED, _FAVOURED, spare=(*DONE, *_REFUSAL)), _deals(case), _trades(case)
    ):
        yield G01.block_sentence(case, *span, "ties a reward to writing, changing or removing a review")
        return


def _deals(case: Case) -> Iterator[Span]:
    """Yield from the first to the last word of an offer and an ask that stand side by side."""
    asks = [*rating_asks(case), *removal_asks(case)]
    offers = [*_offers(case), *case.found(_GIFTS, spare=(*DONE, *_REFUSAL))] if asks else []
    places = {span: at for at, span in enumerate(case.view.sentences)}
    for ask in asks:
        for offer in offers:
            between = [places.get(case.sentence_at(one.start), 0) for one in (ask, offer)]
            if abs(between[0] - between[1]) <= 1:
                yield Span(min(ask.start, offer.start), max(ask.end, offer.end))


_OFFERED: Final = (
    "( REWARD | FREE ..2 THING | replacement | MONEY NUM | NUM MONEY | NUM ..1 percent|%"
    " | ( a|another|NUM|two|three|six|one|the|YOUR ) ..2 THING of|on|at|for | YOUR ( next|first|coming ) "
    "..1 ( month|meal|dinner|lunch|breakfast|drink|round|coffee|pint|order ) "
    " | ( two|three|four|six|twelve|NUM|a|an|one|extra|another ) ..1 ( month|months|year|years|night|"
    "nights|week|weeks|days )"
    " | ( crate|basket|bottle|box|hamper|round|upgrade|dessert|drink|massage|meal|dinner ) )"
)
_OFFER: Final = frames(f"""
    {KEEN} ..1-NEG GIVE ..8-ASKED {_OFFERED}
    ( let|allow|permit ) us ..1 GIVE ..8 {_OFFERED}
    WE ..2 GIVE YOU ..6 {_OFFERED}
    {KEEN} ..1-NEG ( refund|reimburse|compensate|recompense|credit|repay|upgrade ) ..1 YOU|YOUR
    {KEEN} ..1-NEG ( invite|treat ) YOU ..6 ( to|for ) ..4-COMMA ( dinner|lunch|breakfast|meal|drink|drinks|coffee|
        dessert|night|free|FREE|REWARD|massage|wine|spa|round|weekend )
    WE ( have|are|will|can|would ) ..2 ( added|credited|refunded|extended|waived|upgraded|sent|put|posting|adding|
        crediting|refunding|sending|topped|reimbursed|gifted|setting|shipping|mailing ) ..7 ( {_OFFERED} | YOUR ..1 (
        account|plan|card|wallet|subscription ) )
    ( MAKE_UP ) ..3 ( with|by ) ..6 ( {_OFFERED} | a|an|some )
    ( THING|order|repair|shipping ) ..6-NEG|review|COMMA|which|that is|are|will|be ..2-NEG ( on us | REWARD | our
        treat|gift | on ..2 house )
    ^ ..3 ( please|do|kindly|pls ) ( enjoy|accept|claim|redeem|take|have|pick ) ..4 {_OFFERED}
    ( use|enter|quote|apply|redeem|with ) ..2 ( code|coupon|voucher ) !that|which|we|is|fails|failed|does
    ( a|an|the|YOUR|NUM ) ..2 ( voucher|coupon|gift_card|giftcard|refund|gift|hamper|credit|discount|bottle )
        ..4-COND|after YOURS
    YOUR ( next|first|coming|following ) ..3 ( THING|visit|order|repair ) ..2 ( is|will_be|will|be|comes|are ) ..2 (
        free|complimentary|gratis|paid|covered|half|REWARD )
    ( NUM|two|three|six|a|one ) ..1 ( month|months|year|years|week|weeks ) ..6 ( no_charge|FREE|gratis|YOURS )
    ( voucher|coupon|refund|discount|gift|credit|hamper|basket|bottle|compensation|gift_card|dessert|drink|meal )
        ..3-NEG ( has|have|will|can|is|are|gets ) ..1-NEG ( been|be|being ) ..1 ( sent|issued|added|arranged|posted|
        offered|provided|given|set|put|credited|mailed|shipped|extended|granted ) ..3 ( YOU|YOUR|to|for|by|aside )
""")
_MORE_OFFERS: Final = frames("""
    not ..1 ( take|want|ask|charge ) ..2 ( penny|cent|pence )
    ( arranged|booked|reserved|set_aside|put_by ) ..2 ( night|nights|table|dinner|room ) ..8-sorry ( no_bill|free|on_us|
        for_you|waiting )
    ( half|some|part|all ) of ..3 ( paid|price|bill ) ..3 ( coming|going|on_its_way|back )
    ( knock|take ) ( something|a_bit|some|a_little ) off
    ( case|crate|box|bottle|hamper|bunch|card ) ..4 ( has|have|is|are ) ..1 ( gone|going|heading ) ..2 to YOU
    as ( our|my ) ( guest|guests )
    ( put|putting ) YOU up ..4 ( night|weekend|again|free|guest|guests )
    ( bottle|glass|dinner|drink|cake|fizz|wine ) ..4-NEG will be ..3 ( ice|waiting|ready|you )
    ( give|send|get|offer|hand ) YOU ..2 ( something|bit|part|some|half ) ..2 back
    ( breakfast|breakfasts|dinner|parking|drinks|night|meal|meals ) ..2 ( are|is|be|will ) not ( be )? ..1 ( charged|
        billed )
    ( have|take|enjoy|order ) ( a|the|your|whatever|dinner|lunch ) ..5-NEG on ( me|us )
    ( our|my ) ( treat|shout )
    WE ..4-NEG|COND|sorry|asked ( GIVE|stick|drop|set ) ..7-NEG|ASKED ( on|in|into|to|with|for|by ) YOUR ..2 ( account|
        bill|crate|order|card|room|tab|plan|wallet|box|basket|next )
    ( come_back|return|come_again|next_time|next_visit|on_your_next|drop_in|pass_by ) ...8 ( FREE|on_us|our_treat|
        half_price|our_guest )
    YOUR ..2 ( account|plan|card|wallet|subscription|bill|invoice ) ..2 ( has_been|was|is|will_be|have_been|will )
        ..1 ( topped_up|credited|extended|upgraded|waived|reduced|refunded|reimbursed|halved )
    ( use|enter|quote|apply|with|type|redeem ) ..2 ( checkout|code|NUM|sorry10 ) ..6 ( off|discount|percent )
    WE ..6-NEG|COND|COMMA|sorry|asked ( reimburse|refund|refunding|refunded|reimbursing|reimbursed|repay|repaying|
        compensate|compensating ) ..1 ( YOU|YOUR|the|it|half|all|this|every|whole )
    ( complimentary|free ) ..2 THING ..6 ( waiting|wait|await|awaits|ready|YOURS|for_you|in_your_room|next )
    ( want|like|love|happy|glad|ready|prepared|able ) to ..2 ( give|offer|pay|hand|return|send|gift ) ..2 YOU ..6 (
        money|half|part|price|amount|REWARD|free|bottle|gift )
    ( at_our_expense|at_our_cost|out_of_our_pocket|on_our_account ) ..2
""")
_FREE_NOW: Final = (
    "( on_us|on_me|on_the_house|our_treat|my_treat|the_treat|no_cost|free_of_charge|for_nothing|no_charge|"
    "without_charge"
    "|half_price|at_a_discount|not_cost|costs_nothing|cost_nothing|cost_you_nothing|without_extra|without_further|without_additional|waived|"
    "paid_for"
    "|a_penny|a_cent|a_thing|is_yours|are_yours|complimentary|gratis|for_free|at_our_cost|taken_care_of|"
    "with_compliments"
    "|compliments_of|our_compliments|free | is|are|be|come|comes|cost|a FREE )"
)
_GOODS: Final = (
    "( THING|REWARD|round|drinks|cocktail|beer|pint|ride|taxi|parking|upgrade|move_up|suite|wash|haircut|repair|service"
    "|delivery|fee|bill|app|version|code|bouquet|flowers|chocolates|fizz|prosecco|tea|cake|brunch|supper|snack|"
    "guests|class )"
)
_FOR_YOU: Final = "( YOU|YOUR|YOURS|next|again|back|return|come|come_back|drop_by|another|ask_for|second_chance )"
_GRATIS: Final = (
    *together("..9-sorry|NEG|asked|was|were|if|whether|included|as|when", _FREE_NOW, _GOODS, _FOR_YOU),
    *frames(f"""
    WE ( will|would|shall|am|are|have|want|like|can|happily|gladly ) ..4-NEG|COND ( buy|treat|host|invite|return|
        refund|reimburse|reimbursing|returned|put|paid|pay|stand ) ..3 ( YOU|YOUR|half|back ) ..6 ( lunch|dinner|
        drink|coffee|round|free|nothing|paid|back_on|house|amount|half|price|cost|meal|breakfast|pint|taxi )
    ( a|an|some|something|little|the ) ..4-NEG ( bottle|box|basket|hamper|gift|treat|present|envelope|chocolates|
        flowers|something|fizzy|surprise|voucher|bouquet ) ..4 ( waiting|waits|await|awaits|ready|set_aside|YOURS
        | in_your_room )
    ( will|shall|be|is|are ) ..3 ( bottle|box|basket|hamper|gift|present|voucher|fizz ) ..5 ( waiting|ready|in_your )
    ( accept|take|enjoy|claim|have ) ..3-NEG ( NUM|ten|fifteen|twenty|half ) ..1 ( percent|% ) ..1 ( off )
    YOUR ..3-deposit ( fee|charge|bill|fare|ticket|money|payment ) ..1 ( will|has|is|shall|have ) ..1 ( been|be|being
        )? ..1 ( returned|refunded|reimbursed|waived|repaid|given_back|credited|paid_back )
    ( payment|charge|fee|bill|cost ) ..4 ( has_been|have_been|was|is|will_be ) ..1 ( waived|dropped|cancelled|halved|
        refunded|written_off|taken_off ) ..8-COND
    ( show|mention|quote|bring|present|say ) ..3 ( reply|answer|message|word|name|review|this|code ) ..8 ( free|FREE|
        get|receive|off|on_us|drink|coffee|discount )
    ( voucher|gift|gift_card|hamper|refund|coupon|discount|present|parcel_of|bottle ) ..2-NEG ( is|are ) ..1 (
        on_its_way|on_the_way|in_the_post|coming|heading|winging|yours|waiting )
    ( promo|promotional|discount|free|full|upgrade|gift|voucher ) ..1 ( code|codes|version|licence|license|key ) ..6 (
        yours|for_you|on_us|sent_to_you|send_you|give_you|waiting )
    ( next_time|next_visit|come_back|when_you_return|when_you_come ) ...10 ( on_me|on_us|my_treat|our_treat|my_shout|
        our_shout|half_price|free_drink|bottle|the_house )
    ( have|host|see|welcome|invite ) YOU ..1 ( back|again|over ) ..6 ( for_nothing|no_cost|free|our_guest|our_guests|
        on_us|our_expense|gratis|complimentary|half_price|REWARD|discount )
    YOU ..1 ( will|shall|would|need|have|do )? ( not|never ) ..2 ( be )? ( pay|paying|charged|billed|owe|owing|paid )
        ..1 ( for|a|anything|that|this|the|us )
    WE ..3-NEG|sorry ( waive|waiving|waived|dropping|scrapping|cancelling ) ..4 ( fee|fees|charge|charges|bill|cost|
        costs|surcharge|deposit|payment )
    {_GOODS} ..6-NEG|sorry ( for|on|to ) ..8-NEG|sorry ( mention|show|quote|bring ) ( this|it|us )
    ( get|receive|collect|pick_up ) ..1 ( a|YOUR|one ) ( free|complimentary ) ..2
    ( NUM|MONEY|half|part|bill|all|money|third|quarter|tenner|fiver ) ..5-sorry|took|takes ( go|goes|going|come|comes|
        coming|be|paid|sent|given|put|transferred|find_its_way ) ..2 ( back|returned|refunded ) ..2 ( to_you|on_your|
        into_your|YOU )
    ( meals|meal|tab|drinks|taxi|night|bill|stay|parking|breakfast|cocktails|lunch|dinner|spa|fare ) ..3-NEG ( is|are|
        be|been ) ..1 ( taken_care_of|looked_after|sorted|covered|settled|paid_for )
    ( count_on|look_forward_to|expect|enjoy|claim|collect|redeem|treat_yourself_to ) ..3 ( complimentary|upgrade|
        late_checkout|voucher|gift|round|free_drink|free_night|free_meal )
    MAKE_UP ..2 ( with|by|over ) ..4-better {_GOODS}
    ( knocked|took|taken|knock|take|deducted|wiped|struck|removed|taking|knocking ) ..5-NEG off ..1 ( YOUR|the ) ..1 (
        bill|invoice|tab|account|total|price|card|cost )
    ( send|sending ) YOU ( home|off|away ) with ..4
    ( money|refund|payment|cash ) ..2 ( is|are ) ..1 ( on_its|on_the|already_on ) ..1 way ..2
    ( code ) ..4 ( for|worth|gives|with|of ) ..3 ( percent|%|off|discount )
"""),
)
_TOPIC: Final = frames("""
    treat ( the|YOUR|this|that|all|every|each|these|any ) ..2 ( REVIEW|REVIEWISH|issue*|complaint*|matter* ) ..6
    ( YOU ..1 ( enjoyed|liked|loved|used|tried ) | REVIEW ( on|about|of ) ) ..2 ( free|complimentary ) ..2-and|COMMA
    YOU ( can|may|could ) ..2 ( upgrade|switch|change|cancel|return|download|use|register|sign|order|move ) ..8
    ( ( option|feature|button ) to | code ( from|in|on|that|you|we ) ) ..6
    ( feel|hassle|worry|trouble|ad|step|smoke|gluten ) free
    free to ..4
    first ..2 ( days|month|weeks|months|week ) ..2 free
    YOU ( asked|ask|wrote|write|mention|mentioned|say|said|told ) ..14
    YOUR ( review|comment|words|note|question ) ..2 ( say|says|mentions|asks|ask|mention ) ..14
    ( we_offer|we_replace|we_refund ) ..8
    ( sorry|apologise|apologize|apologies ) ..12-COMMA|BUT
    ( was|were|had_been|been ) ..2 ( promised|refused|offered|told ) ..8
""")


def _trades(case: Case) -> Iterator[Span]:
    """Yield the sentences that hold something of value and a review that turns out another way."""
    passed = (*DONE, *_REFUSAL, *_SORRY_FOR)
    yield from case.holding(_GIFTS, _OF_REVIEW, _TURNED, spare=passed, reach=2)
    yield from case.holding(_GIFTS, _AMENDED, spare=passed, reach=2)


_SORRY_FOR: Final = frames("""
    ( since|time|date ) ..4 ( this|YOUR ) review
    ( sorry|apolog*|regret ) ..14-COMMA|BUT|COND
    ( after|since|because_of|thanks_to|as|like|in|from ) ..1 ( YOUR|the|this|these ) ..1 ( review|reviews|comment|
        comments|post ) ..4
    ( WE ) ..2 ( changed|updated|improved|reviewed|edited|corrected|raised ) ..10
    review of ..4
    ( if|for ) ..2 ( any|further|more|other ) ..2 ( questions|help|issues|concerns|queries|problems|details|
        assistance|information ) ..8
    ( please|kindly ) ..2 ( write|contact|mail|email|e_mail|call|reach ) ..8
""")


def _offers(case: Case) -> Iterator[Span]:
    for span in case.found(_OFFER, _MORE_OFFERS, _GRATIS, spare=(*DONE, *_TOPIC)):
        if not is_remedy(case, span):
            yield span


def public_offer(case: Case) -> Iterator[Finding]:
    """G02: an offer of gifts, services or money for all to read. What a public remedy says may be said."""
    for span in _offers(case):
        make = G02.block_sentence if Ban.OFFERS in case.platform.bans else G02.warn_sentence
        yield make(case, *span, "offers a gift, a service or money in public, which invites more claims")
        return


RULES: Final = (reward_for_change, public_offer)
