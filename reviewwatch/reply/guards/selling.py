"""A reply is no advertisement, no invitation for the happy alone, and speaks for nobody but the business."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.rewards import reward_for_review
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.types import Finding

G27: Final = Law("G27", "Tripadvisor, App Store: no advertising in replies; readers came for the answer")
G39: Final = Law("G39", "Google, Trustpilot, FTC guide: the same invitation to everybody, and no reward for a review")
G40: Final = Law("G40", "16 CFR 465.2 and 465.5: the business never speaks as a customer, and writes no reviews")

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


def promotion(case: Case) -> Iterator[Finding]:
    """G27: other products, direct booking, offers, followers."""
    for span in case.found(_SELLS, _MORE_ADS, spare=_ASKED_ABOUT):
        make = G27.block_sentence if Ban.PROMO in case.platform.bans else G27.warn_sentence
        yield make(case, *span, "advertises instead of answering")
        return


_HAPPY: Final = (
    "( happy|satisfied|pleased|delighted|loved|love|enjoyed|liked|perfect|great|good|promoter|promoters|"
    "nine|ten|9|10|fan|fans|five|5|top|best|glad|well|right|positive|loyal|most_satisfied|thrilled|"
    "zufrieden|glucklich|content*|satisfech*|encant*|recommend )"
)
_SAD: Final = (
    "( unhappy|not|less|below|otherwise|else|if_not|dissatisfied|disappointed|wrong|problem|problems|"
    "unsatisfied|lower|under|detractor|detractors|negative|bad|worse|complaint|complaints|unzufrieden|"
    "nicht|no|sonst|insatisfech*|anything_less|fewer|instead )"
)
_INVITE: Final = (
    "( REVIEW|reviews|review_us|rate|rate_us|tell_the_world|the_world|google|tripadvisor|trustpilot|yelp|"
    "map|maps|link|spread|online|share|public|publicly|shout )"
)
_INWARD: Final = (
    "( us|tell_us|mail|e_mail|here|privately|reply|form|only|directly|call|phone|write|answer|inside|"
    "ourselves|quietly|team )"
)
_GATED: Final = frames(f"""
    {_HAPPY} ...14 {_INVITE} ...16 {_SAD} ...10 {_INWARD}
    {_SAD} ...14 {_INWARD} ...16 {_HAPPY} ...10 {_INVITE}
    ( if|only|when|since|because|wenn|si|nur|those|guests|customers|users|everyone|all ) ..3-whatever|or|NEG ( who|
        you|were|was|are|everything|your|order|stay|the|sie|le|with|sind )? ..4-whatever|or|NEG {_HAPPY} ..10-or|
        whatever|bad|WE {_INVITE}
    {_INVITE} ..8-or|whatever ( only|just|but_only|if|when|provided|as_long_as|wenn|si|nur ) ..4-or|NEG {_HAPPY} !or
    ( our ) ..1 ( most|happiest|best|happy|satisfied|loyal|favourite|favorite|promoters|fans ) ..3 ( guests|customers|
        users|clients|buyers|fans|promoters )? ..8-or {_INVITE}
    ( invite|inviting|ask|asking|select|selected|chosen|picked|send|sent ) ..3 ( YOU )? ..4 ( because|since|only|as )
        ..4 {_HAPPY} ..8
    ( give|leave|share|post|write|award ) ..2 ( us )? ..2 ( five|5|a_five|positive|good|glowing|nice|great ) ..1 (
        STAR|review|rating|stars )
    ( score|scored|rate|rated|answer|answered|gave|give ) ..3 ( us )? ..2 ( nine|ten|9|10|high|eight|8|seven|well )
        ..10 ( REVIEW|link|google|review_us|tell|share|map )
    ( below|under|less|fewer|lower ) ..3 ( that|nine|seven|this|six|five|four|9|7|6|4 ) ..10 ( mail|tell|us|reply|
        answer|form|only|private|team )
    {_HAPPY} ..3 ( ? | COMMA )? ...3 {_INVITE} ...10 {_SAD}
""")
_SPLIT: Final = frames("""
    ( loved|love|enjoyed|liked|great|good|happy|perfect|satisfied|nice|best|fun|wonderful ) ..6 ? ..3 ( leave|tell|
        write|post|rate|review|share|say|click|go|give|let ..2 know|spread ) ...14 ( wrong|bad|off|unhappy|not|
        problem|less|disappointed|otherwise|complaint|missing|else|worse|terrible|no ) ..6 ( ?|. )? ..3 ( tell|reply|
        mail|write|call|contact|let|answer|talk|e_mail|come|speak )
    ( send|sent|give|offer|show|forward|mail|invite|inviting|ask|asking|get|gets|goes ) ..6 ( link|invitation|mail|
        message|request|review|rate )? ..4 ( to|who|only|those|guests|customers|users|people ) ..4 ( who|with|that )?
        ..2 ( rated|scored|gave|loved|liked|enjoyed|happy|satisfied|said|recommend|promoters|nine|ten|five|high|
        answered|loyal|biggest|best )
    ( biggest|best|happiest|most|true|loyal|keenest ) ..1 ( fans|promoters|guests|customers|users|supporters|friends|
        satisfied ) ..8 ( rate|review|reviews|link|google|rating|share|stars )
    ( rate|review|reviews|rating ) ..8 ( biggest|happiest|most_satisfied|promoters ) ..3
""")
_FOR_ALL: Final = frames("""
    ( whatever|good_or_bad|any|everyone|every|all|either_way|no_matter|honest|happy_or_not|good|bad ) ..3 ( or )? ..3
        ( experience|bad|good|customer|guest|opinion|way|not|or ) ..10
    every ( customer|guest|user|buyer ) ..12
""")


def gated_invitation(case: Case) -> Iterator[Finding]:
    """G39: outreach that asks only the happy for a review, sends the unhappy elsewhere, or rewards a review."""
    if case.platform.platform_id != OUTREACH:
        return
    spans = [*case.found(_GATED, _SPLIT, spare=_FOR_ALL)] or [*reward_for_review(case)]
    for span in spans[:1]:
        yield G39.block_sentence(case, *span, "asks only the happy for a review, or rewards one")


OUTREACH: Final = "outreach"
"""The platform of texts that invite: mails and messages to customers, no replies."""

_POSES: Final = frames("""
    ( i|WE ) ..1 ( am|was|are|'m|bin ) ..1 ( only|just|also|not|simply|merely|nur )? ..1 ( a|an|another|fellow|
        one_of_the|ein|eine|the|not|one ) ..3 ( customer|guest|shopper|buyer|user|reader|visitor|diner|traveller|
        traveler|passer|tourist|bystander|neighbour|neighbor|client|regular|patron|outsider|kunde|gast|cliente|
        huesped|observer|affiliated|member_of_the_public )
    ( as|als|como|speaking|speaking_as ) ..1 ( a|an|one|another|ein|eine|un|fellow|neutral ) ..3 ( customer|guest|
        shopper|buyer|user|reader|visitor|diner|traveller|traveler|bystander|outsider|regular|client|patron|kunde|
        gast|cliente|huesped|observer|neutral|third_party ) !service|support|care|relations|team
    ( fellow|neutral|impartial|independent|longtime|long_time|ordinary|random|satisfied|happy ) ( customer|guest|
        shopper|buyer|user|reader|visitor|diner|traveller|traveler|observer|bystander|reviewer ) ..1 ( here|speaking|
        myself|of_this|of_theirs )
    ( i|WE ) ..1 ( stayed|ate|dined|bought|ordered|shopped|visited|stay|shop|eat|come|booked|used|have_used|have_been|
        been|go|have_stayed|have_bought ) ..3 ( here|there|at_this|this|in_this|with_them|from_them|last|myself|many|
        often|for_years|every|at ) ..6 ( and|it|never|great|perfect|always|lovely|times|love|loved|week|year|
        no_problem|month|fine|best|excellent|happy )
    ( do_not_work|not_work|no_connection|not_connected|not_affiliated|nothing_to_do|not_related|no_relation|no_link|
        do_not_know ) ..4 ( for|with|to|the )? ..3 ( them|this|the|here|company|owner|hotel|shop|business|owners )
    ( i|we ) ( am|are|was ) ( not ) ..1 ( affiliated|paid|connected|related|employed|biased ) ..3 ( with|by|to|at )?
        ..3
    ( my|our ) ..2 ( order|orders|crates|crate|stay|stays|lamp|room|parcel|meal|experience|experiences|visit|visits|
        family_and|kids|husband|wife|purchase|app|phone|lists|shelf ) ..3 ( always|was|were|is|are|came|arrived|has|
        never|works|had ) ..3 ( perfect|great|fine|on_time|lovely|wonderful|always|flawless|excellent|fresh|a_problem|
        late|spotless|good|happy|best|no )
    ( works|work ) ( fine|perfectly|great|well|flawlessly|like_a_charm|fine_here )? ..1 for me
    ( never|no ) ..2 ( had|have|saw|seen ) ..2 ( a|any )? ..1 ( problem|problems|issue|issues|trouble|crash|complaint|
        complaints ) ..3 ( here|myself|with|in|at|as|$ ) ..3-WE
    WE|i ..2 ( write|wrote|written|post|posted|order|ordered|add|added|put|leave|left|buy|bought|arrange|arranged|get|
        publish|published ) ..4 ( REVIEW|a_few|some|several|five|positive|good|fake|better|our_own|reviews ) ..5 (
        ourselves|ourself|for_us|staff|friends|to_balance|balance|in_your_name|to_make_up|to_push|of_our_own|under|
        ourselves|myself|in_return|reviews|own_reviews|other_side )
    ( our|my ) ..1 ( staff|team|friends|family|colleagues|employees|cousins|sister|brother|mother ) ..2 ( will|have|
        has|can|are|already|all )? ..1 ( write|writes|wrote|written|writing|vote|voted|voting|post|posted|posting|
        rate|rated|rating|flag|flagged|flagging|upvote|upvoted|downvote|downvoted|leave|left ) ..4 ( REVIEW|five|YOUR|
        this|it|ratings|opinions )
    ( we|i|team|staff ) ..3 ( upvote|upvoted|downvote|downvoted|voted|vote|flagged|flag|marked|mass_reported ) ..3 (
        REVIEW|YOUR|this|it|unhelpful|not_helpful|helpful|down|up|all )
    ( other|our|many ) ..1 ( customers|guests|users ) ..3 ( asked|told ) ..2 ( me|us ) ..2 to ..2 ( say|write|reply|
        tell )
    ( the|this|that ) ( hotel|shop|app|company|restaurant|place|business|staff|owner|owners|developers|team ) ..2 (
        is|are|was|were|did|does|has|have|deserves|treats ) ..4 ( great|wonderful|amazing|lovely|nothing_wrong|
        excellent|fantastic|awesome|kind|honest|friendly|superb ) ..3 ( i_have|i_always|i_never|in_my_experience|
        i_love|i_was_there ) ..3
    ( i|WE ) ..2 ( had|have|was|were|went|switched|tried|bought|ordered|stayed|suffered|lost|got ) ..6 ( at|from|to|
        with|by ) ..2 ( the_competition|their_competitor|next_door|the_rival|other_shop|the_other|another_hotel|rival|
        competitor|competition ) ..6
    ( ignore|do_not_believe|do_not_listen|not_listen|not_believe ) ..3 ( this|that|him|her|them|the|these ) ..2 (
        REVIEW|review|guy|person|reviewer|one_star|people )? ..3 ( COMMA|i|place|hotel|great )
""")
_MORE_POSES: Final = frames("""
    ( i|we ) ..1 ( also|just|too|only|recently|have|had )? ..1 ( bought|ordered|own|owned|booked|rented|downloaded|
        purchased|got|received|tried ) ..1 ( the|this|that|one|mine|it|here ) ..1 ( same|very|exact|too|also|myself|
        last )? ..6 ( works|fine|great|perfect|perfectly|no_problem|no_problems|love|loved|happy|good|excellent|
        lovely|well|flawless|flawlessly )
    ( as|being ) ( someone|somebody|a_person|one|people|a_mother|a_father|a_parent|a_local|a_neighbour|a_regular|
        a_fan ) ..2 ( who|that )? ..1 ( shops|stays|eats|buys|uses|orders|visits|comes|books|lives|bought|stayed|used|
        travels|has|goes ) ..8
    ( my|our ) ..1 ( family|wife|husband|kids|children|friends|parents|mother|father|partner|boyfriend|girlfriend|
        colleagues|sister|brother|dog ) ..3 ( ate|stayed|loved|love|enjoyed|shop|shops|use|uses|ordered|bought|come|
        visited|go|dine|had|were|was|swear|swears|dined ) ..6
    ( mine|my_one|our_one ) ..1 ( works|arrived|came|is|was|has ) ..3 ( fine|perfect|perfectly|great|good|on_time|
        well|never|no|still ) ..2
    ( am|are|have|has|with|is ) ( not|no ) ( connected|affiliated|related|linked|associated|connection|ties|employee|
        paid|link|relation ) ..2 ( with|to|by|of|for ) ..3 ( hotel|shop|company|app|business|owner|owners|restaurant|
        them|this|place|store|developers|developer|team )
    ( i|we ) ..2 ( disagree|can_only_disagree|cannot_agree|do_not_agree|beg_to_differ ) ..3 ( with|COMMA )? ..3 (
        this|reviewer|review|that|as_a|customer|guest )
    ( i|we ) ..2 ( never|always ) ..1 ( had|have|get|got|been|find|found ) ..3 ( problem|problems|issue|issues|
        trouble|good_food|great_service|great|served ) ..4 ( here|at|with_this|in_this|from_them|with_them|$ )
""")
_HONEST: Final = frames("""
    as a ( valued|dear|loyal|welcome|treasured ) ..3
    ( YOUR|YOU|rights ) ..4 as ( a|an|one_of ) ..3
    ( as|being ) ( the|a|your|our ) ..2 ( manager|owner|host|team|developer|maker|business|chef|director|head|founder|
        support )
    ( WE ) ..2 ( found|find|found_your|read|answered|replied|reported|see ) ..2 YOUR ..4
    ( a|another|one ) ( reader|customer|guest|user ) ..1 ( pointed|told|wrote|asked|mentioned|noticed|reported|asks|
        said ) ..6
    ( WE ) ..2 ( flagged|marked|reported|passed ) ..3 ( bug|crash|issue|fault|room|problem|this_to|it_to|with|for|to
        ) ..4
""")


def posing(case: Case) -> Iterator[Finding]:
    """G40: a text that speaks as a customer or a neutral reader, or tells of reviews that the business makes."""
    for span in case.found(_POSES, _MORE_POSES, spare=_HONEST):
        yield G40.block_sentence(case, *span, "speaks as a customer or a bystander, or makes reviews")
        return


RULES: Final = (promotion, gated_invitation, posing)
