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
    PROMO ..2 !was|were|is_on_the|you_asked|failed
    ( check|try|discover|explore|visit|browse|download|buy|get|order|join|follow|shop|reserve|taste|sample|grab|
        do_not_miss|pick_up|look ) ..2-sorry|YOU|again|NEG|COMMA|and ( out|at|into )? ..1 ( OUR|us|the ) ..1 ( new|
        other|latest|brand_new|sister|premium|special|seasonal|second|spring|summer|winter|autumn|big|famous|
        award_winning|weekly|daily|christmas|range|shop|newsletter|channel|spa|offers|deals )
    ( upgrade|switch|subscribe|sign_up|sign ) ..1 to ..3 ( pro|premium|plus|gold|vip|plan|version|membership|
        newsletter|club|unlimited )
    ( pro|premium|plus|gold ) ..1 ( plan|version|members|subscribers|membership ) ..6-asked ( faster|better|more|
        unlimited|without_ads|no_ads|get|gets|enjoy|unlocks|offers|saves )
    ( please|remember|always|next_time|why_not|better|do|could|should|^ ) ..3 ( book|reserve|order|buy ) ..3 ( direct|
        directly|with_us|on_our_site|on_our_website|through_our|straight|online ) ..10
    ( book|reserve ) ( direct|directly ) ..6
    ( best|lowest|cheapest|lower|better ) ..1 ( price|prices|rate|rates|deal|deals ) ..6-could|refund
    ( follow|like|find|tag ) ..1 us ..3 ( on|at|for|instagram|facebook|tiktok|youtube|x|social )
    ( have|did) YOU ..1 ( tried|try|seen|heard|visited|discovered ) ..2 ( OUR|about_our ) ..4
    ( OUR ) ..2 ( sale|offers|promotion|deal|deals|special|specials|package|packages|campaign|discount_days ) ..4 (
        starts|runs|ends|is_on|begins|today|now|this|until|includes|makes|is|are )
    ( why|how ) ( not|about ) ..2 ( try|treat|book|join|order|upgrade|add|visit ) ..8
    ( makes|make|perfect|ideal|great ) ..3 ( a|the|for )? ..2 ( gift|present|christmas|birthday|wedding ) ..4-card
    ( tell|bring|refer|recommend ) ..2 ( YOUR )? ..1 ( friends|friend|colleagues|family ) ..6-sorry|THANKS
    ( now|just|newly|also|soon ) ..1 ( in_stock|launched|selling ) ..4-sorry
    WE ..1 ( also|now|even ) ..1 ( sell|stock|rent|cater ) ..6
    ( for|if ) ..4 ( weddings|conferences|parties|events|meetings|birthdays ) ..6 WE
    ( while_stocks_last|limited_time|do_not_miss|special_offer|special_offers|book_direct|best_price|new_menu|
        follow_us|sister_app|our_other_app|our_other_apps )
    ( NUM ..1 ( percent|% ) off | half_price|sale_price ) ..6 ( all|everything|this|every|until|today|code|our|NEXT|
        week )
""")
_MORE_ADS: Final = frames("""
    ( sign|signing|subscribe|register|join|enrol ) ..2 ( up )? ..1 ( for|to|our|us|at ) ..3 ( newsletter|club|loyalty|
        programme|program|mailing|channel|community|updates|rewards|members|membership|list )
    ( why_not|do|please|come|you_could|you_might|how_about|be_sure_to|make_sure_to|hope_you ) ..2 ( book|reserve|try|
        come_by|drop_by|visit|taste|join|order|treat|come_and|upgrade|pick_up|stop_by|check_out ) ..8 ( table|menu|
        valentine's|christmas|easter|new|spa|range|summer|winter|spring|autumn|weekend|event|season|special|pro|
        premium|shop|collection|brunch|bar|terrace|package|flavours|dishes|cocktails )
    OUR ..2 ( menu|sale|collection|season|terrace|brunch|range|line|model|version|plan|package|offer|offers|deal|
        event|concert|festival|market|bar|gym|course|courses|spa|shop ) ..2 ( starts|start|begins|opens|launches|
        is_out|is_here|runs|awaits|arrives|is_now|makes|offers|comes_with|includes|gives ) ..6
    ( instagram|facebook|tiktok|youtube|twitter|linkedin|pinterest|whatsapp_channel|social_media ) ..4-sorry|message|
        write|contact|dm
    ( find|follow|like|see|join|watch|tag|visit ) ..2 us ( on|at ) ..3
""")
_ASKED_ABOUT: Final = frames("""
    ( YOU|YOUR_question|YOUR_review ) ( asked|ask|wanted|mention|mentioned|wrote|found|tried|looked|booked|bought|
        liked|enjoyed|ordered|upgraded|describe ) ..14-COMMA
    ( sorry|apolog*|regret ) ..12-COMMA
    ( thank|thanks|thank_you|glad|happy|pleased|delighted ) ..14-COMMA
    ( please|kindly|you_can|you_could ) ..2 ( update|reinstall|check|restart ) ..6
    ( spa|shop|menu|bakery ) ..1 ( hours|opening|address|times|card ) ..8
    ( tell_us|let_us_know|write_to|contact ) ..8
    ( not|never ) ..6-COMMA PROMO
    ( recommend ) ( us ) ..1 COMMA
""")


_HINTS: Final = frames("""
    YOU ( will|would|might|may|should|are_going_to ) ..1 ( love|like|enjoy|adore|want|try ) ..1 ( our|the ) ( new|pro|
        premium|other|latest|second|upcoming|sea|spa|suite|deluxe ) ..3
    WE ( do|also_do|cater|offer|host|arrange|also_cater ) ..1 ( for )? ( weddings|parties|catering|conferences|events|
        tours|birthdays|brunch|gift_boxes|corporate ) ..3
    ( our ) ..1 ( second|other|newer|bigger|sister|paid|pro|new ) ( app|hotel|shop|restaurant|version|house|store|
        branch|product ) ..4 ( does|has|is|offers|can|gives|might|would|comes )
    ( give|gives ) it a ( go|try|chance|shot|whirl ) ..2
    ( stay|buy|book|order|pay|get ) ..1 ( two|three|NUM|one|four ) ..2 COMMA? ( get|pay|and_get|stay ) ..2 ( one|two|
        three|NUM|free|half )
    ( newsletter|channel|blog|feed|page ) ..1 ( tells|brings|shows|keeps|has ) ..4
    ( next_time|when_you_return|on_your_next ) ..3 ( choose|try|book|pick|take|reserve|ask_for|upgrade|order ) ..1 (
        our|a|the ) ..1 ( suite|sea|premium|deluxe|superior|spa|new|bigger|best|tasting|special|larger ) ..4
""")


def promotion(case: Case) -> Iterator[Finding]:
    """G27: other products, direct booking, offers, followers."""
    for span in (*case.found(_SELLS, _MORE_ADS, spare=_ASKED_ABOUT), *case.found(_HINTS, spare=DONE)):
        make = G27.block_sentence if Ban.PROMO in case.platform.bans else G27.warn_sentence
        yield make(case, *span, "advertises instead of answering")
        return


RULES: Final = (promotion,)
