"""Rewards: never for a review.

Each rule is a frame (who offers what for what), not a word list: "refund" and "discount" are harmless alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.asks import rating_asks, removal_asks
from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.offers import offers
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import Finding

G01: Final = Law("G01", "16 CFR 465.4: no compensation conditioned, even by implication, on what a review says")

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
    "( CHANGE ..4-OUR|COMMA|AFTER|APP|on|as|by|WE REVIEW | REVIEW ..3-WE|OUR|COMMA|MENTION CHANGE | REMOVE ..4-OUR|"
    "COMMA|AFTER REVIEW"
    " | REVIEW ..4-WE|OUR|COMMA|MENTION REMOVE | take|takes|taking|took|taken ..4 REVIEW ..1 down"
    " | ( COND|for|see|sees|seeing|leave|leaving|write|writing|give|giving|post|posting|need|want|get|"
    "have|exchange|with|takes|becomes|become)"
    " ..4-COMMA|NUM POSITIVE ..1 REVIEW"
    " | see|reach|read|leave|give|to ( five|5|four|4|full|NUM ) ..1 STAR"
    " | STAR|REVIEW|rating ..3 ( become|becomes|turn|turns|go|goes|went|climb|climbs|rise|rises|move|"
    "moves|jump|jumps|get|gets|grow|grows ) ..2"
    " ( up|five|four|higher|better|5|4|greener|NUM|positive|kinder )"
    " | ( see|have|find|hope|like|love|if|be|gets|get ) ..4 ( reflected|reflect|shown|mirrored|mentioned ) ..1 in ..2 "
    "REVIEW"
    " | ( rethink|rethinks|reconsider|reconsiders|soften|softens|change|changes|revise|revises|reword|"
    "rewords|edit|edits ) ..3 REVIEWISH"
    " | COND ..6-COMMA YOUR REVIEWISH ..4 ( CHANGE|REMOVE|kinder|nicer|warmer )"
    " | ( leave|write|post|put|giving|leaving|writing|posting ) ..2 ( a|us|us_a|your|another ) ..3 REVIEW"
    " | CHANGE YOUR mind|tune|tone ..6 REVIEW|REVIEWISH|online|public|here | COND ..4 REVIEW ..2 ( looks|reads|goes|"
    "disappears|vanishes | ( is|are|has|have|was|were ) ..2 ( come|gone|down|"
    "changed|updated|removed|deleted|higher|better|kinder|five|four|up|edited|amended|different|away|improved|positive|"
    "nicer|corrected|live ) )"
    " | COND ..2 ( five|5|four ) ..1 STAR | COND ..3 ( WE|YOU ) ..2 see ..4 ( REVIEW|STAR )"
    " | ( fifth|fourth|missing|extra|another ) STAR )"
)
_JUDGED: Final = (
    "( ( review|rating|ratings|STAR|score ) ..4-COMMA|WE|OUR|MENTION|to|help|helps ( nicer|kinder|softer|better|warmer|"
    "gentler|friendlier|gone|higher|positive|improve|improves|improved|five|disappears|offline|away|changed|different )"
    " | REVIEW ..4-COMMA|WE|OUR|MENTION|to|help|helps ( nicer|kinder|softer|warmer|gentler|friendlier|gone|disappears )"
    " | ( nice|kind|good|positive|glowing|friendly|happy|five_star ) ( reviewers|raters )"
    " | ( for|more|with|after|some|leave|leaving ) ..1 ( nice|kind|good|positive|glowing|friendly|happy|five_star ) ( "
    "reviews|ratings )"
    " | ( turn|turns|turning|turned|make|makes|lift|lifts|bring|brings ) ..4-COMMA STAR ..4 ( into|to|five|four )"
    " | REMOVE ..3-OUR|COMMA|APP ( words|remarks|lines|text|post|it_all|what_you_wrote ) | ( CHANGE ) "
    "..3-OUR|COMMA|APP|WE ( the|YOUR ) ( text|words|tone|post|wording|lines )"
    " | take|pull ..3 REVIEW ..1 ( offline|off|away ) | ( four|five|4|5 ) ..1 STAR ( first|or|then )"
    " | ( for|against ) ( a|some|better ) ..2 ( review|reviews|rating|STAR ) !hotel|property|place|house )"
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
    " | YOUR ..2 ( ratings|rating|stars|review|comment ) ..3 ( goes_up|go_up|up|match|matches|change|changes )"
    " | ( look|looks|looked|speak|speaks|write|writes|think|thinks ) ..1 ( kindly|warmly|well|highly ) ..2 ( us|page|"
    "here|of )"
    " | ( kinder|fairer|friendlier ) ..2 ( and|COMMA )"
    " | ( reviewer|reviewers|guests|those|people|anyone|everyone|everybody|whoever|customers ) ..2 ( who|whose ) ..4 ("
    " reconsiders|reconsider|rethinks|rethink|stars|ratings|generous|rates|rate|gives_us|give_us|moves|raises|"
    "full_marks )"
    " | ( replace|swap|redo|rewrite|soften ) ..1 ( the|YOUR ) review | ( favour|favor ) ..2 with ..1 ( the|YOUR ) STAR"
    " | ( full|top ) marks | rate|rates us|me ..1 ( five|5|well|highly|kindly|up )"
    " | ( the|YOUR ) stars ..1 ( match|matches|reflect|reflects|agree ) | see ..4 ( differently|kinder|kindly|better"
    " ) ..4"
    " ( google|online|page|review|here )"
    " | ( complaint|review|post|comment ) ..1 ( goes_away|disappears|vanishes|is_gone )"
    " | ( delete|remove|pull ) this ..1 ( and|COMMA ) | ( from ) ..1 ( NUM|one|two|three ) STAR ..1 to"
    " | ( let|tell ) ..1 ( people|others|readers|everyone ) ..6 STAR | CHANGE YOUR mind ..4 STAR | MORE_STARS ..1 STAR"
    " | ( positive|good|high|top|great|perfect ) ..1 ( rating|review|score ) ( gets|earns|wins|brings|buys|gives|"
    "unlocks ) )"
)
_ANY_REVIEW: Final = (
    " | ( leave|write|post|put|giving|leaving|writing|posting ) ..2 ( a|us|us_a|your|another ) ..3 REVIEW"
)
_ANOTHER: Final = _KINDER.replace(_ANY_REVIEW, "")
_FOR_CHANGE: Final = frames(f"""
    {_GIFT} ...24 {_KINDER}
    {_KINDER} ...24 {_GIFT}
    {_GIFT} ...24 {_JUDGED}
    {_JUDGED} ...24 {_GIFT}
    ( GIVE|MAKE_UP ) ..6 ( COND|for ) ..3 {_KINDER}
""")
_HINTED: Final = frames(f"""
    {_HINTED_GIFT} ...20-sorry|asked ( {_HINTED_KINDNESS} | {_ANOTHER} | {_JUDGED} )
    ( {_HINTED_KINDNESS} | {_ANOTHER} | {_JUDGED} ) ...20-sorry|asked {_HINTED_GIFT}
    {_GIFT} ...16-sorry|asked {_HINTED_KINDNESS}
    {_HINTED_KINDNESS} ...16-sorry|asked {_GIFT}
    ( five|5|four ) STAR and ..3-COMMA|YOU {_HINTED_GIFT}
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
    ( costs|cost ) ..1 nothing
    ( {_HINTED_GIFT} | {_GIFT} | my shout | our shout )
    ( wipe|wiped|wipes|knock|knocked|take|taken|comes|come|strike|struck|money|refund|deposit|quid ) ..6-NEG ( off|back|
        released )
    ( bottle|glass|pint|round|slice|voucher|card ) ( of|with|for )
    {_TREATED_WELL} ..2 {_THOSE}
    GIVE ..6-NEG ( on|in|into|to|with ) YOUR ..2 ( account|bill|crate|order|card|room|tab|plan|wallet|box )
""")
_HANDED: Final = frames(f"""
    ( parcel|lamp|bulb|surprise|something|treat|bottle ) ..5 ( find_its_way|on_its_way|your_way|coming|follow|follows )
    ( see|do|treat ) YOU ( right|proud|well )
    ( bill|charge|invoice|fee ) ( is|will_be ) ..1 ( history|gone|forgotten|torn_up )
    ( knock|knocked|take|taken|took|wipe|wiped|strike|struck ) ..6-NEG off
    ( voucher|coupon|refund|discount|gift|hamper|prize|draw|reward|rewards|cashback | my shout | our shout )
    ( on_the_house|on_us|on_me|our_treat|my_treat|at_our_expense|at_our_cost|our_guest )
    {_TREATED_WELL} ..2 {_THOSE}
    ( GIVE|pop|chuck|slip|stick|drop ) ..6-NEG ( on|in|into|to|with ) YOUR ..2 ( account|bill|crate|order|card|room|tab|
        plan|wallet|box )
    ( FREE|free|extra|another ) ..1 ( month|months|week|year|night|drink|meal|dinner|coffee|upgrade|stay|dessert )
""")
# A thing of value beside a review that turns out another way: that is a deal, whether or not an "if" says so.
_OF_REVIEW: Final = (
    "( review|reviews|rating|ratings|score|STAR|your_text|line_or_two|nice_line|wording_above|your_wording|"
    "this_wording|write_up|testimonial|this_page|this_site|one_star|public_comment|public_comments"
    " | ( YOUR|the|this ) ( post|words|comment ) )"
)
_OTHERWISE: Final = (
    "( leaves|different|differently|kinder|friendlier|warmer|nicer|fairer|softer|gone|taken_down|removed|disappear*|"
    "deleted|edited|not_stay|does_not_stay|favourable|reads_better|looks_better|another_go|higher|goes_up|come_down|"
    "comes_down|glowing|generous|second_thoughts|up_to_date|CHANGE )"
)
_REVIEWED: Final = frames(_OF_REVIEW)
_KINDER_ONE: Final = frames("""
    ( kinder|friendlier|nicer|fairer|softer|gone|taken_down|deleted|higher|goes_up|come_down|comes_down|generous|
        second_thoughts|differently|positive|match|matches|reflects|not_stay|does_not_stay|arrangement|or_more|
        favourable|
        another_go|glowing|up_to_date|do_not_leave|leaves|new_stars|edited )
""")
_TURNED: Final = frames(f"""
    {_OF_REVIEW} ..4-COMMA|WE|OUR|MENTION|to|us {_OTHERWISE}
    {_OTHERWISE} ..2-COMMA|WE|OUR|AFTER|APP|on|as|by|that|which {_OF_REVIEW}
    ( new_review|new_rating|new_stars|better_review|better_rating|better_score|read_differently|reads_differently|
        nice_line|do_not_leave )
""")
# What becomes of a review in words that name none: "edit this", "turns into four", "bump us up", "what they put".
_AMENDED: Final = frames("""
    in ( your|good ) ..1 books
    ( take|takes|taking|took ) ( their|YOUR|the|this|that ) ..1 ( grumble|moan|complaint|words|remarks|comment|post|
        gripe )
        ..1 ( back|down|off )
    ( five|5|top ) STAR ( friends|guests|club|family|people )
    ( two|one|three|2|1|3 ) STAR? ..2 ( becomes|become|turns|turned|turn|into | swapped for ) ..2 ( four|five|4|5 )
    ( two|one|three|2|1|3 ) STAR? ..2 to ( four|five|4|5 ) ..1 ( STAR )
    ( swap|trade|change|turn|exchange ) ..3 ( one|two|three|1|2|3 ) ..2 ( for|to|into ) ..2 ( four|five|4|5 )
    ( come_round|comes_round|come_up|comes_up|bump|bumps|move_up|moves_up|goes_up|go_up|climb|climbs ) ..2 to ( five|
        four|
        5|4 )
    ( page|site ) ..2 ( shows|says|reads|looks ) ..6-NEG ( smiling|happy|happier|better|nicer|kinder|different )
    it ( reads|looks ) ..2-NEG ( happier|nicer|kinder )
    ( kinder|nicer|happier|better|warmer ) ..1 ( score|rating|review )
    ( kinder|nicer|warmer ) ..1 ( word|words|line|something )
    ( say|write|post ) ..2 ( nicer|kinder )
    ( say|write|post ) something ..1 ( nice|kind|better|nicer )
    ( comment|review|rating|post|score ) ..2 ( has|is|been|changes|changed ) ..2 ( corrected|changed|amended|changes|
        edited )
    YOU ..2 ( nudge|bump|lift|edit|change|remove|delete|take|pull|redo|swap|amend|withdraw|soften ) ( this|that|
        this_one )
        ( off|down|COMMA|and|$|up|away|we|to|i|now|then )
    ( nudge|bump|take|pull|edit|redo ) ( it|this|that ) ( down|away | up ..1 $ )
    ( CHANGE|REMOVE|take_back|withdraw ) ..2 ( what_they|what_you|what_was ) ( put|wrote|said|posted )
    ( turn|turns|turned|turning|becomes|become|grows|goes ) ..2 ( into|to|up ) ..3 ( STAR|kinder | ( five|four ) $ )
    ( put|set|get|make ) ..2 ( rating|STAR|score|review|REVIEW ) ..2 ( right|up|better|straight )
    ( bump|nudge|push|lift ) ( us|this ) ..2 ( up|higher )
    ( bump|push|nudge|lift|move|pop|put ) ( the|YOUR ) STAR ..2 ( up|higher )
    ( give|gives|leave|leaves|rate|rates|award|awards|mark|marks ) ..1 us ..2 ( full|top|five|5 )
    ( give|gives|leave|leaves|see ) ..1 us ..2 ( better|higher|good ) ( score|rating|mark|marks|review|STAR )
    ( STAR|review|rating|post|comment ) ..4 ( not|no_longer ) ..2 ( there|here|sitting|up|standing|visible )
    for ..2 ( five|5|good|top|better|kind ) ( STAR|review|reviews|marks|score|rating ) !hotel|property|place
""")
_REFUSAL: Final = frames("""
    # What the business paid for itself, and what others write of it.
    ( spent|spend|spending|invested|invest|investing|cost|budgeted|raised ) ..4-YOU|YOUR ( MONEY NUM | NUM MONEY | NUM
        ..1 MONEY | MONEY NUM ..2 MONEY ) ..1
    WE ( do|also|now|often|still|regularly|always|have )? ( receive|received|get|got|hear|heard|see ) ..1 ( many|mostly|
        mainly|lots_of|a_lot_of|plenty_of|very|only|some|such|countless ) ..1 ( good|great|positive|kind|nice|lovely|
        favourable|favorable|wonderful|complimentary ) ( comments|reviews|feedback|remarks|words|compliments ) !from_you
    # What was said and done already, and things that only share the word.
    ( YOUR|such|these|those ) ..1 ( kind|lovely|nice|warm|generous|positive|good|great|wonderful|glowing ) ..1 ( words|
        word|comments|comment|review|reviews|feedback|rating|remarks|post )
    ( is|was|are|am ) ..2 ( glad|great|happy|pleased|delighted|nice|lovely|wonderful|good|thrilled ) to ..1 ( see|read|
        receive|hear|get|have ) ..8-COMMA
    ( taking|took|taken ) ..3 ( time|moment|trouble|minute|effort ) ..1 ( to|and|in ) ..8
    THANKS ..24-END|COND ( posting|leaving|writing|sharing|reviewing|rating ) ..6-COND
    ( feedback|comments|comment|review|reviews ) ..3 ( to|help|helps|us|will|can|for ) ..3 ( improve|improving|
        improvement|
        improvements|update|updates|upgrade|better|correct )
    ( a|real|great|full|all|the|such ) ..1 credit ( to|goes|for )
    credit ( card|cards|score|scores|bureau|bureaus|report|reports|limit|history|line|rating )
    ( cashback|reward|rewards|points|coupon|coupons|voucher|discount|bonus|refund|gift ) ..1 ( program|programs|
        programme|
        programmes|scheme|section|page|tab|feature|system|policy|policies )
    points ..1 ( raised|made|mentioned|noted|you|that|above|below|in|within|about|from )
    ( drop|dropped ) ( us|me|a|an|by|in|your_feedback )
    ( up|limit|limits|maximum|minimum|least|most ) ..1 to ..1 ( MONEY NUM | NUM MONEY )
    NUM ..1 FREE ..1 per
    YOU ( changed|updated|edited|raised|corrected ) YOUR ..1 ( rating|review|stars )
    WE ..4-YOU|COMMA|COND|in ( improve|improving|correct|correcting|update|updating ) ..8-END
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
    offered = [*offers(case), *case.found(_HANDED, spare=(*DONE, *_REFUSAL))] if asks else []
    places = {span: at for at, span in enumerate(case.view.sentences)}
    for ask in asks:
        for offer in offered:
            between = [places.get(case.sentence_at(one.start), 0) for one in (ask, offer)]
            if abs(between[0] - between[1]) <= 1:
                yield Span(min(ask.start, offer.start), max(ask.end, offer.end))


def _trades(case: Case) -> Iterator[Span]:
    """Yield the sentences that hold something of value and a review that turns out another way."""
    passed = (*DONE, *_REFUSAL, *_SORRY_FOR)
    yield from case.holding(_GIFTS, _TURNED, spare=passed, reach=2)
    yield from case.holding(_GIFTS, _AMENDED, spare=passed, reach=2)
    yield from case.holding(_HANDED, _REVIEWED, _KINDER_ONE, spare=passed, reach=2)


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


RULES: Final = (reward_for_change,)
