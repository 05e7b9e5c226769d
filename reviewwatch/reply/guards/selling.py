"""A reply is no advertisement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.types import Finding

G27: Final = Law("G27", "Tripadvisor, App Store: no advertising in replies; readers came for the answer")

_SELLS: Final = frames("""
    ( check|try|discover|explore|visit|browse|download|buy|get|order|join|follow|shop|reserve|taste|sample|grab|
        do_not_miss|pick_up|look ) ..2-sorry|YOU|again|NEG|COMMA|and ( out|at|into )? ..1 ( OUR|us|the ) ..1 ( new|
        other|latest|brand_new|sister|premium|special|seasonal|second|spring|summer|winter|autumn|big|famous|
        award_winning|weekly|daily|christmas|range|shop|newsletter|channel|spa|offers|deals !version|build|update|
        release|status|information|so|location|desk|floor|door|entrance|step|time|page|screen|tab|line|night|day|button|side|
        path|week|stairs|shop_so|shop_with|shop_where )
    ( please|remember|always|next_time|why_not|better|do|could|should|^ ) ..3-share|send|give ( book|reserve|buy | order
        !id|number|details|no|by ) ..3-part|repair|replacement|return|service|exchange ( direct|directly|with_us|
        on_our_site|on_our_website|through_our|straight|online ) !by_phone|by_mail|via|so_that ..10
""")
_ASKED_ABOUT: Final = frames("""
    WE ..2 ( add|adding ) to OUR ..4
    ( YOU|YOUR_question|YOUR_review ) ( asked|ask|wanted|mention|mentioned|wrote|found|tried|looked|booked|bought|
        liked|enjoyed|ordered|upgraded|describe ) ..14-COMMA
    ( sorry|apolog*|regret ) ..12-COMMA|BUT
    ( thank|thanks|thank_you|glad|happy|pleased|delighted ) ..14-COMMA
    ( please|kindly|you_can|you_could ) ..2 ( update|reinstall|check|restart ) ..6
    ( spa|shop|menu|bakery ) ..1 ( hours|opening|address|times|card ) ..8
    ( tell_us|let_us_know|write_to|contact ) ..8
    ( check_out|check|have_a_look|look|visit|see|browse|info ) ..5 ( help|faq|faqs|guide|article|support|community|
        forum|status|contact|terms ) ..3
    how likely ..20
    ( recommend ) ( us ) ..1 COMMA
    YOU ( did|have|also|really|clearly|even )? ( find|found|think|thought|call|called|described|
        rated|named|voted|felt ) !about|of ..1 ( us|OUR|the|this|it|that ) ..14-COMMA
    # A visit is a noun, and who booked has booked.
    ( YOUR|recent|last|latest|first|previous|past ) ..1-next|future ( visit|order|move ) ( to|at|with|in|from ) OUR ..1
    YOU ..1 ( used|chose|decided|preferred|managed|had|wanted|were_able|went_through ) ..1 to ..3 ( book|reserve|order|
        buy|visit|stay ) ..3
    # Thanks and gladness name what was bought; questions and steps name where to look.
    ( thank_you|thanks|grateful ) ..3 for ..14-COMMA
    ( glad|happy|pleased|delighted|thrilled|honoured|honored|proud ) ..10-COMMA|try
    ( share|send|mail|give|quote ) ..3 order ..1 ( id|number|details|no ) ..8
    ( book|reserve|order ) ..2 ( repair|replacement|part|parts|return|exchange|slot|call|callback|service|
        appointment ) ..8
    ( in|of|on ) order to ..6
    ( trying|try|keep|working|continue ) ..3 to ( improve|enhance|fill|make|build|better|fix|mend|add|bring|keep|meet|
        offer|ensure|serve|shorten|find ) ..4
    ( download|downloaded|update|updated|install|installed|check_out|get|use ) ..3 ( latest|newest|new|current ) ..1 (
        version|build|update|release|app ) ..12
    keep upgrading ..6
    ( visit|come_to ) OUR ..1 ( shop|restaurant|showroom|store ) ( so_that|so|with_the|at_any_time|and_ask|where_our )
        ..10
    ( popular|famous|busy ) COMMA? ( so|which_is_why|and_there|and_we_get ) ..4
    WE ( host|hosted|had|have|hold|held ) ..5 COMMA? which_is_why ..4
    try ( the|a|our|that ) ..1 ( side|rear|back|restart|chat|link|browser|reset|other (
        door|entrance|gate|link|browser|number ) ) ..2
    ( disable|turn_off|switch_off|stop|mute ) ..6
    enjoy ..2 ( rest|holidays|day|week|weekend|trip|evening ) ..4
    ^ ( please|do|keep )? ..1 ( enjoy|enjoying ) OUR ( app|service|services|game|games|product|products ) ..8
    stay_tuned ! ( ..14 ( OFFERING|offers|offer|deals|deal|discount|discounts|specials|sale|rewards|instagram|facebook|
        newsletter|channels|channel|social|launch|new ) ) ..6
    ( recommend|advise|suggest|ask ) OUR ( members|patients|clients|guests|customers|users ) ..8
    ( suggest|recommend|try ) ( trying )? ( the|our|this ) ( app|site|page|chat ) ..1 ( on|in|with|over|if|via ) ..6
    tell ( everyone|everybody|all|the_team|them ) ( in|at|of|on ) ..4 about YOUR ..3
    ( bill|invoice|receipt|voucher|code|coupon|offer|ended|still|applied ) ..8-now|get|grab|save|shop ( percent|% ) ..8
    YOU ( got|had|paid|received|used|were_given ) ..4 ( percent|% ) ..6
    ( page|website|site ) has more ( on|about ) ( how|what|when|why|this ) ..6
    ( keep|keeping ) an eye on ( YOUR | OUR ( app|status ) ) ..2
    great_news ..1 OUR ..6 ( works|work|fixed|mended|repaired|again|back ) ..4
    good_news ..3 ( refund|parcel|order|fix|account|payment ) ..8
    waiting list ..10
    have YOU ..1 tried OUR ( chat|help|support|hotline|desk|restart ) ..4
    ( as_you_asked|you_asked|as_you_mention|that_you_mention ) ..4
""")


_HINTS: Final = frames("""
    ( book|order|reserve|buy ) ( through|with|via|from ) us
    ( ring|call|phone|book|reserve ) ..2 ( us|direct|directly ) ..1 ( rather_than|instead_of ) ..4 ( website|site|sites|
        booking|agency|portal|platform )
    ( easter|christmas|spring|summer|autumn|winter|weekends|july|august ) ( is|are ) ..1 ( filling|selling|booking|full|
        going )
    not ( leave_it|wait|hang_about ) ..2 ( late|long )
    WE ..1 ( do|serve|offer|run ) ( a|some ) ..1 ( lovely|great|cracking|super|delicious|wonderful|fine|mean )
    tag us
    ( our|your ) ( other|city|sister|second|country|seaside|beach ) ( hotel|house|shop|place|branch|app|lodge|bar )
        ..6-sorry|was|YOU|same
        ( is|has|does|might|would )
    YOU would have ( paid|saved|got ) ..3 ( less|more|better|cheaper )
    ( going|go|yours ) for a song
    ( new|latest ) ( OFFERING|bistro|cafe ) ..4-sorry ( does|serves|has|offers|opened )
    OUR ..1 ( lodge|bistro|deluxe|suites|premium|other ) ..4-sorry ( has|have|does|do|comes|offers )
    ( keep|eye ) ..1 ( an eye )? on OUR ( socials|page|site|feed|channel|website|instagram|facebook )
    if YOU ( join|sign|become|subscribe ) ..8 ( get|free|thrown|save|cheaper|off )
    WE ..1 ( have|run|got ) ..1 ( a|an|some|another ) ..1 ( special|specials|deal|deals|promotion|sale ) (
        on|for|this|until|at )
    OUR ..12-sorry COMMA ( so )? ( do )? come and ( see|try|taste|visit|look|enjoy|find ) !what|how|me|the_manager
    not miss ( OUR|out_on_our ) !call|calls|mail|email|message|appointment|deadline
    ( best|lowest|cheapest|keenest ) ..1 ( price|prices|rate|rates|deal|deals ) ..4-sorry ( on|at|through|via|in )
        OUR ..1 ( site|website|app|page|shop|desk )
    have YOU ..2 ( tried|seen|heard|thought|considered|visited|discovered ) ..3 OUR !help|support|faq|guide|manual|
        chat|hotline|desk|team|reset
    OUR ( own )? ..1 ( site|website|app|page|shop|desk ) ..6-sorry ( cheaper|less|save|saves|better_price|better_rate|
        better_deal )
    WE ..3-NEG ( do|offer|give|have|make|get ) ..3 ( better|best|lower|keener ) ( price|prices|rate|rates|deal|deals )
    ( do|must|should|have_to ) try ( it|them|our|one )
    ( like|follow|join ) OUR ..1 ( page|channel|feed|account|group )
    ( make|makes ) ..2 ( great|good|lovely|perfect|nice|ideal ) ( present|gift|idea ) !to_hear|to_read|to_see|of_YOURS
    ( rooms|tickets|tables|dates|places|nights|stays ) ..4-sorry ( on_sale|bookable|open_for|now_available )
    ( OFFERING ) ..5-sorry|WE ( is|are ) ..1 ( lovely|beautiful|quieter|worth ) ..3 ( only|bit|more|extra|little|try )
    WE ( do|also_do|cater|offer|host|arrange|also_cater ) ..1 ( for )? ( weddings|parties|catering|conferences|
        events|tours|birthdays|brunch|gift_boxes|corporate ) ! ( ..4 which_is_why ) ..3
    ( give|gives ) it a ( go|try|chance|shot|whirl ) ..2
""")


_OUR_AIM: Final = frames("""
    ( pride|proud|aim|aims|strive|strives|goal|mission|committed|ensure|ensures|ensuring|sure|hard ) ..5-COMMA WE (
        do|serve|offer|run|provide ) ..4
    YOU ( did|have|also|really|clearly|even )? ( find|found|think|thought|call|called|described|
        rated|named|voted|felt ) !about|of ..1 ( us|OUR|the|this|it|that ) ..14-COMMA
    YOU ..1 ( used|chose|decided|preferred|managed|had|wanted|were_able|went_through ) ..1 to ..3 ( book|reserve|order|
        buy ) ..3
""")
_TEMPTS: Final = frames("""
    # Something of ours is praised or announced.
    OUR ..4-sorry|not ( OFFERING ) ..6-sorry|not|was|were|had|YOU|closed ( PRAISED|worth|run|runs|opens|includes|
        features|boasts|gives|offers|starts_from|from_just|for_just|for_only )
    ( OFFERING ) ..3 ( is|are|would_be|makes|make|make_a|is_also ) ..2-sorry|not|was ( PRAISED|great_for|lovely_for|
        worth|the_place|the_answer ) ..4
    WE ..2-sorry|not|never ( also|now|even|recently|just|have_just|have_also|newly|proudly|have_now|are_proud_to|
        are_also|are_now|are_about_to|have_opened|have_launched|have_added|have_introduced ) ..4-sorry|not|passed|
        shared ( run|running|offer|offering|host|hosting|opened|opening|launched|launching|added|introduced|
        introducing|serve|serving|organise|organize|deliver|sell|selling|started|reopened|cater|rent|stock|
        do|make|arrange|hold|released|releasing ) ..4-sorry ( OFFERING|cakes|flowers|bikes|kayaks|wine|cheese|events|
        gifts )
    WE ..1 ( also|now|even ) ..1 ( have|provide ) ..3-sorry ( PRAISED|lovely|wonderful|great|beautiful|cosy|cozy|fine|
        splendid|special ) ..2 ( OFFERING )
    WE ..1 ( run|host|organise|organize|cater|offer ) ..3-sorry|help|apolog*|refund|support ( OFFERING ) ..4 ( for|
        on|every|all|in|at|from|too|as_well|throughout|$ )
    WE ..1 ( have )? ..1 ( opened|launched|added|introduced|built|unveiled ) ..1-sorry ( a|an|our|the|two|new|another
        ) ..2-help|step|ramp ( OFFERING )
    # The reader is drawn to it.
    YOU ..2-sorry|were ( might|may|could|would|will|should|are_sure_to|are_bound_to ) ..2-not ( be_interested|like|
        love|adore|enjoy|want|consider|fancy|try|also_like|even_like|check_out|treat|really_like|surely_love|prefer )
        ..4-to_hear|to_know|to_talk|to_discuss|to_share|sorry|to_have|our_best ( OFFERING|one_of_our )
    ( consider|try|choose|book|pick|opt|upgrade|upgrading|trying|booking|choosing|reserve|reserving|treat|treating|
        discover|explore|taste|sample|enjoy|visit|join|joining|add|order|grab|peek|switch|switching|move|moving )
        ..4-sorry|YOU_tried|not|was|were|COMMA|help ( OUR ..2-best ( OFFERING|other|sister|larger|bigger|paid|pro|
        premium ) | the_rest_of | deluxe | superior | premium | pro_version | the_pro | larger_room | bigger_room
        | half_board | a_suite | a_massage | to_pro | to_premium | to_a_superior | to_a_suite | to_a_larger | to_our )
    ( recommend|suggest|recommending|suggesting|propose|advise|point_you_to|introduce_you_to|interest_you )
        ..4-sorry|not|YOUR|friend ( OUR ..2 OFFERING | upgrading|trying_our|trying_the|the_premium|the_pro|a_suite|
        booking_direct|to_book_direct|to_book_directly|deluxe|superior ) ..4-help|support|team|duty|manager|practice|
        page
    ( keep_an_eye|stay_tuned|watch_this_space|look_out|watch_out|be_sure_to_check|make_sure_to_check|do_check|
        have_you_heard|have_you_tried|have_you_seen|did_you_know|fun_fact|psst|good_news|great_news|exciting_news|
        coming_soon|save_the_date|mark_your ) ..6-sorry|YOUR_patience ( OUR|WE|OFFERING|on_our|for_our|instagram|
        cheaper )
    ( do_not_forget|remember|bear_in_mind|keep_in_mind ) ..6-sorry|add ( OFFERING|cheaper|direct|directly|book )
    ( come|come_and|drop_by|stop_by|pop_in|pop_by|join_us|swing_by|come_back|return|call_in|visit_us ) ..3-sorry (
        taste|try|see|sample|enjoy|discover|experience|for_our|celebrate|browse|savour|savor ) ..4-how|what|
        difference|whether|YOUR ( OUR|new|OFFERING|the_new|a_new )
    have YOU ..2 ( met|tried|thought|considered|seen|heard|discovered|looked|checked|come_across|had_a_look|been|
        visited|tasted ) ..5-sorry|app_settings|help ( OUR|NAME )
    ( straight|directly|direct ) ..1 to us ..10-sorry ( price|prices|cheaper|better|save|saves|deal|rate|rates|
        middleman|less|room )
    ( middleman|middlemen|booking_sites|third_party|commission ) ..8-sorry|YOUR ( skip|avoid|save|cheaper|cut|better )
        ..2
    ( skip|skipping|avoid|cut|cutting ) ..3 ( middleman|middlemen|booking_sites|commission ) ..3
    ( better|cheaper|less|best ) on ..1 ( price|rates|rate )
    OUR ..3-sorry ( range|collection|line|series|season|model|models|flavours|flavors|menu|bowls|edition|shades|
        arrivals ) ..4-sorry|not|YOU ( landed|arrived|dropped|hit|in_stores|in_the_shop|brand_new|reduced|
        on_the_shelves|here|out|ready|just ) ..3
    ( for|on|at|during ) YOUR next ( visit|stay|trip|order|time|purchase|meal|holiday|booking|appointment|party|
        wedding ) ..6-hope|sorry|better|smooth|everything ( recommend|suggest|try|book|choose|upgrade|ask_for ..2
        OFFERING | treat|
        consider|why_not|pick|enjoy|discover|OFFERING )
    ( next_time|when_you_return|when_you_are_back ) ..5-sorry|hope ( treat|upgrade | try|taste|sample|enjoy ( the|a )
        | try|choose|book|pick|order|ask_for|add|taste|sample|enjoy|reserve|go_for|opt ..4-what|why|manager|reception|
        desk (
        OUR|one_of|OFFERING ) )
    ( premium|pro|paid|family|larger|deluxe|superior|gold|plus ) ..1 ( plan|version|room|rooms|subscription|tier|
        package|account ) ..4-sorry|YOU_bought|YOU_paid|not|asked ( would_have|would|gives|offers|comes_with|
        includes|unlocks|adds|can_do|solves|avoids|spares ) ..4
    ( one_of_the|among_the|many | the !benefits|advantages|extras ) ..2 ( perks|extras|benefits|advantages|privileges|
        goodies|bonuses ) ..3-sorry (
        that|of|for|you_get|our|in ) ..3 ( subscribers|members|subscription|membership|plan|pro|club|premium|
        upgrading|joining|guests_get )
    ( so_many|many|countless|more_and_more|which_is_why|lots_of|plenty_of ) ..3 ( companies|couples|families|people|
        businesses|brides|groups ) ..3-sorry ( hold|book|choose|celebrate|marry|trust|swear|host
        | use|come|meet|run ( us|our|here|to_us|back ) ) ..6-YOUR|help
    # Money and membership.
    ( NUM|ten|twenty|fifteen|thirty|fifty|five ) ..1 ( percent|% ) ..2-sorry ( off|discount|cheaper|less|saving|
        reduction ) ..4-charged|error
    ( cheaper|less|save|saves|lower|discount|better_rate|better_price|best_price|best_rate|best_deal|bargain )
        ..6-sorry|YOU_found ( when|if|by|through|on_our|with_us|direct|directly|via ) ..4 ( YOU|book|reserve|order|
        booking|ordering|our_own|our_website|our_site|our_app|member )
    ( book|reserve|order|buy|booking|ordering|buying|reserving|booked ) !page|pages|form|number|desk|team|site|office|
        system|chat|message|goes|went|comes|came ..3-sorry|YOU|reach*|go|goes|went|come|comes|came ( direct|directly|
        straight|with_us|on_our_own|through_our|via_our|on_our_website|on_our_site ) ..6-sorry|asked|was|had
    ( sign_up|subscribe|register|enrol|join ) ..4-sorry ( newsletter|club|first|updates|offers|deals|programme|
        program|list|member|membership|loyalty|mailing|channel )
    ( newsletter|instagram|facebook|tiktok|youtube|channel|blog|page|website|shop ) ..3-sorry|error|wrong|not|said|
        old ( for|has|shows|tells|is_full|brings|features|keeps ) ..4 ( offers|offer|deals|specials|recipes|news|
        inspiration|latest|more|tips|discounts|ideas|promotions )
    ( check|see|browse|visit|follow|find|like|join|add|tag|meet ) ..4-sorry|bill|settings|order|spam ( website|site|
        shop|instagram|facebook|tiktok|social|page|catalogue|brochure|store ) ..4 ( latest|specials|offers|deals|
        more|new|range|collection|news|inspiration|for_the|promotions )
    # Others are to be told, gifts to be given, weddings to be held.
    ( tell|bring|invite|refer|spread|recommend ) ..4-sorry|THANKS|for_recommending ( friends|family|colleagues|word|
        neighbours|everyone ) ..3-sorry ( about|to|along|our|and|of ) ..4
    ( WE|OUR|OFFERING|house|hotel|garden|it ) ..6-YOU|sorry|was ( ideal|perfect|great|lovely|wonderful|beautiful|
        best|right ) ..3-sorry ( place|venue|choice|gift|setting|spot|present|idea|backdrop|location|occasion|way )
        ..2-to_start ( for|to_celebrate|to_treat|to_relax|to_spoil ) ..4
""")


def promotion(case: Case) -> Iterator[Finding]:
    """G27: other products, direct booking, offers, followers."""
    for span in (*case.found(_SELLS, _TEMPTS, spare=_ASKED_ABOUT), *case.found(_HINTS, spare=(*DONE, *_OUR_AIM))):
        make = G27.block_sentence if Ban.PROMO in case.platform.bans else G27.warn_sentence
        yield make(case, *span, "advertises instead of answering")
        return


RULES: Final = (promotion,)
