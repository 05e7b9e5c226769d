"""Accusations: a review or its author is not called false, paid, a rival or a blackmailer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G08: Final = Law("G08", "16 CFR 465.7, Tripadvisor, defamation law: a review or its author is not called false")

_SAID: Final = (
    "( REVIEW | claim|claims|allegation|allegations|accusation|accusations|story|account_of|statement|"
    "statements|description|what_you_wrote|complaint|incident|tale|version|report|this|that|it|"
    "all_of_this|most_of_this|none_of_this|author|reviewer|person|writer|aussage*|geschichte|behauptung*|"
    "historia|afirmacion*|words )"
)
_CALLED_FALSE: Final = frames(f"""
    {_SAID} ..4-our|part|alarm|teeth|tooth|bottom|ceiling|leather|fur|plant|plants ( is|are|was|were|seems|seem|looks|
        look|sounds|appears|reads|ist|sind|es|son|must_be|be|can_only_be|as ) ..4-our|part FALSE ..1 !part|alarm|
        of_ours
    FALSE ..3-OUR|alarm|door|part|bottom|COMMA {_SAID} ..1 !of_ours
    ( YOU|author|reviewer|person|he|she ) ..3-sorry ( FALSE ) !on|in_bed|down|awake
    ( YOU ) ..3 ( made|make|making|invented|dreamed|dreamt ) ..2 ( that|this|it|things|everything|all ) ..1 up
    ( YOU|YOUR|this|that|it|clearly|obviously|written|post|posted|REVIEW|work|from|by ) ..6 ( by|from|for|of|a|our|
        konkurren*|RIVAL ) ..2-sorry RIVAL
    BLACKMAIL ..8 ( YOU|YOUR|this|us|REVIEW|that|it )
    ( this|that|it|YOU|YOUR|REVIEW ) ..8 BLACKMAIL
    ( nobody|no_one|none|niemand|nadie|no_such_person|no_person|no_guest|no_customer ) ..10-COMMA ( been|was|were|is|
        ever|bought|stayed|ordered|visited|used|come|booked|dined|eaten|shopped ) ..3-find|found|trace|broken|heard|
        asked (
        CUSTOMER | from_us|with_us|here|at_our|our|in_our )
    ( YOU|he|she|they|author|reviewer|person|this|writer ) ..4 ( not|never|no ) ..1 ( a|an|one_of|our|real|genuine|
        actual ) ..1 ( real|genuine|actual|our|paying )? ..1 ( customer|guest|client|visitor|buyer|user ) !care|
        service|support
    ( none|nothing|not_a_word|no_part|little|not_one_word ) ..2 of ..2 ( this|that|it|YOUR|what ) ..5 ( true|happened|
        real|correct|took_place|place|so )
    ( this|that|it|what_you_describe|what_you ) ..4 ( never|did_not|not ) ( happened|took_place|occurred|happen_here|
        happen_at|true ) !again|to_plan|for|on_us
    ( simply|just|plainly|entirely|completely|totally|wholly|utterly|purely ) ..1 ( not ..1 true | untrue|FALSE )
    ( question|doubt|wonder ) ..4 ( who_you | ( whether|if|that ) YOU ..2-could|would|can|may|might|like|please ( were|
        was|ever|even|really|
        stayed|visited|bought|ordered|came|dined|are_a|are_so|are_who|been|used_our|used_the|exist|ate ) | YOUR ..1 (
        honesty|motives|motive|truth|word ) | authenticity|motive|motives | ( whether|if|that ) ..4 ( genuine|true|real|
        truth ) )
    ( question|doubt ) ..1 ( the|YOUR|its|this ) ..1 ( truth|story|visit|account )
    ( bots|trolls|liars|competitors|frauds|fakes|people ) like YOU
    ( attempt|trying|try|tries|effort|trick|ploy|scheme|plot ) ..4 ( to )? ..3 ( BLACKMAIL | squeeze|extort|harm ..2
        us|damage ..2 us|hurt ..2 us|smear|discredit|money_out )
    ( a|the|another|obvious|clear|such|this|your ) ..1 ( fake|bogus|phony|fraudulent|fabricated|false|made_up|
        invented|paid|malicious|dishonest ) ..1 ( review|rating|comment|post|complaint|story|claim|account|profile|
        accusation|accusations )
    ( pure|sheer|total|complete|utter ) ( fiction|invention|fantasy|fabrication|FALSE )
    ( fairy|tall ) ( tale|tales|story )
    ( do|get|have ) ..1 ( the|your ) ( maths|math|facts|story ) ..1 ( straight|right|$ )
    ( tell|telling|say|speak|stick ) ..3 truth
    ( FALSE ) ..2 REVIEW
""")
_MORE_FALSE: Final = frames("""
    ( somebody|someone|some_people ) ..1 ( ( wants|want|likes|like|enjoys ) ..2 ( harm|attention|money|free|revenge|
        damage|
        destroy|hurt|invent|inventing|stories|telling | make_up | to_tell ) | invents|dreamt|cooks_up|cooked_up | (
        makes|
        made ) ..2 ( up|stories | a_story ) )
    YOU know ( it|full_well|very_well|this|fine ) !that|and|from ..1 ( is|was|not|never|did|COMMA|$ )
    ( not_true|untrue|lie|lies|nonsense|never_happened ) ..3-WE|let YOU know ( it|that|this )? $
    BLACKMAIL
    ( disgruntled|someone_paid|former_employee|former_employees|ex_employee|ex_employees|konkurren*|mitbewerber*|
        competencia|competidor* )
    ( competitor|competitors|rival|rivals ) !charge|charges|offer|offers|ask|team|teams|club|clubs|match|game|clan|
        clans|player|players|guild|school|side|fans|faction|army|sell|cost
    ( from|by|of|with|behind|at|is|are|were|YOU ) ..1 ( the|our|your|some|local )? competition !for|entry|winner|prize|
        night|day|time
    paid_by ..3 ( competitor|competitors|rival|rivals|somebody|someone|shop|place|hotel|bar|restaurant|house|others|
        other|whom|neighbour|across )
    paid ..3 to ( write|say|post|harm|leave|complain|slate|run_us|lie|do_this|review )
    ( fishing|angling | ( only|just|simply|merely|clearly ) ..1 hoping ) for ..3-COMMA ( refund|money|discount|
        compensation|free*|compliments|voucher|cash|
        something_for|gift|attention|upgrade ) ..3-sorry !and_we|that
    ( just|only|simply|merely|clearly|obviously|YOU_are|you_are|you_were|are_you|were_you|who_is|someone|somebody|
        people|REVIEW ) ..2 after ( a_refund|money|a_discount|a_free*|our_money|the_money|compensation|freebies )
    ( trying|tried|tries|try|hope|hopes|hoping|want|wants ) to ..1 get ..1 ( money ( out|from|back_from | $ ) |
        something ( for | out|from_us | $ ) )
    ( get|squeeze|wring|press|money|cash|refund|meal|something|anything|pounds|euros|dollars|NUM ) ..3-mickey out_of_us
    reads ..1 like ..3 ( ordered|bought|paid_for|generated|copied|invented|made_up )
    ( squeeze|wring|bleed|bully ) us ( $ | COMMA|for|into|dry )
    ( suspect|truth|obvious|clear|clearly|obviously ) ..6 YOU ..2 ( just|only ) want ..4 ( money|refund|discount|cash )
    a free_ride !on|in|with|to|from|home|into|up
    ( out_to|trying_to|want_to|wants_to|and|to|only|just ) milk us
    no ( parcel|order|room|booking|lamp|table|meal|stay ) ..1 ( ever|was_ever|has_ever )
    ( YOU|author|reviewer|writer|he|she|REVIEW|this|profile|name|person_who|somebody_who|someone_who|guest|one ) ..5 (
        works|work|worked|working ) for ..2 ( other|another|rival|competition|competitor )
    ( bit|little ) rich
    not recognise ..2 ( single|anything|word|thing ) ..4
    never ( spent|paid ) ..3 ( penny|cent|pound )
    in YOUR ( imagination|head|dreams|fantasy|mind )
    in ( your|somebody's|someone's ) ..2 imagination
    OUR ..1 ( cameras|camera|footage|records|logs|till ) ( tell|tells|told ) ..1 ( another|different|other ) ( story|
        tale )
    ( bad|negative|one_star|poor ) ( review|reviews ) for ..1 ( refund|money|free|discount|meal|voucher )
    ( funny|odd|strange|curious|interesting|oddly|curiously|strangely ) COMMA OUR ..1 ( books|records|till|list|system|
        diary|cameras ) ..2 ( nobody|no_one|no_such )
    ( such|this|these|YOUR ) ..1 ( tale|tales|story|stories|lines|text|REVIEW|words ) ..3-OUR ( written|composed|
        invented|cooked|born|made|baked|
        hatched|come|comes|stems ) ..2 ( at|in|by|from ) the ..2 ( across|next|over|opposite|down|round|around|up ) ..2
    ^ ..1 ( this|that|REVIEW ) ( smells|reeks|smacks ) of ..4 ( next_door|across|opposite|RIVAL | down_the )
    ( who|which ) ..1 ( paid|pays ) ..1 for ..1 ( these|this|YOUR ) ..1 ( lines|words|text|sentences|REVIEW )
    ( doubts|doubtful|not_convinced|unconvinced|hard_to_believe ) ..2 YOU ..1 ( ever|even|really|actually ) ..1 (
        set_foot|stayed|visited|were|ate|came|used|bought|ordered|been|dined|met|set )
    ( account|story|complaint|tale|REVIEW|claim|thing ) ..2 ( is|was ) ..2 ( made|spun|plucked|pulled|woven|conjured )
        ..2 ( air|thin_air )
    YOU ..2 ( like|want|wanted|fancy|fancied ) ..1 free ..1 ( meal|night|dinner|lunch|drink|stay|room|haircut ) ( COMMA
        so | so|hence|and_so )
    ( seldom|rarely|never|not_often ) ..2 ( read|heard ) ..4 ( creative|imaginative|inventive|fanciful ) ..3 (
        storytelling|story|
        tale|fiction|writing|account|piece )
    ( having|have|had ) a laugh
    ( YOUR|this|the|an|a ) ..1 ( account|profile ) ..4-sorry|opened|with_us ( is|been_around|exists|only|all_of|barely|
        mere ) ..3-in|
        within|for|active|reviewed|open ( days|day|hours|hour|week ) ..1 ( old|ago ) ! ( COMMA so )
    never ..1 ( set_eyes|seen|held|touched|owned|been_near ) ..3 ( one_of|our|any|a_single )
    ( account|profile ) ..2 been around for ..2 ( day|days|week|hours )
    ( odd|oddly|funny|strange|curious ) ..2 ( somebody|someone|author|profile|person ) ..4 ( one|single|only ) ..1
        review
    not ..2 ( how|what|way ) ( it|this|that|things ) ( went|happened|was|were )
    ( YOU are | ( COMMA | and|but | ^ ) ( this|that|it ) is ) not one $
    ( dreamt|dreamed|cooked|cook|dream|thought|think ) ( this|it|that )? up
    ( comes|came|come|written|posted|is|was|stems ) ..1 ( from|by ) ..2 ( somebody|someone|people|person|those ) ..2 (
        with|who ) ..8 ( own|opposite|road|street|competing|rooms_to_let|next_door|trade|rival|business )
    ( nobody|no_one|none|not|hardly ) ..6-find ( believe|believes|believed|buy|buys ) ..2 ( word|this|story|tale|YOUR )
    YOU ..1 ( not|never ) ..1 ( buy|stay|order|eat|visit|come|shop|book|bought|stayed|ordered ) ..1 ( anything|here|one|
        at_all|a_thing ) !yet|so_far|extra|until|for_a|else
    ( certain|some ) ..2 ( shop|hotel|place|business|restaurant|competitor|neighbour|somebody|someone ) ..2 ( down|
        across|over|round|next|in_town|along|nearby ) ..10 ( time|writing|write|post|busy|hand|reviews|behind )
    REVIEW ..1 ( was|is|were|has_been|are ) ..1 ( bought|paid_for|purchased|planted )
    YOU ..1 ( were|have ) ..1 never ..1 ( been )? here ( $ | COMMA|at_all|and )
    ( somebody|someone|some_people|they|author|people_who|those_who ) ..2 ( want|wants|wanted|after|hoping|looking|
        fishing|out ) ..4 ( money|
        cash|refund|freebie|free|something_for|compensation|payout|discount )
    ( another|a|these|this|the ) ..1 ( bought|paid|planted|paid_for|purchased ) ..3 ( STAR|review|reviews|rating|ratings
        )
    ( if|were|had|should ) ..6-sorry ( genuine|real|honest|actual|true ) ..1 ( customer|guest|buyer|client|visitor|user|
        review|complaint )
    ( nice|good|dear|hello|hi|well|bad|poor|clumsy|pathetic ) ..1 ( try|tried|attempt|effort|attempts )
    ( not|no ) ..1 ( a|one|single|an )? ..1 ( grain|word|shred|bit|ounce|iota|spark ) ..1 ( of ) ..1 ( truth|it|this|
        fact )
    ( events|event|incident|scene|visit|conversation|things|what_you ) ..4-should|supposed|meant|normally|usually (
        did_not|never|could_not_have|cannot_have
        ) ..2-should|again ( take_place|happen|occur|took_place|happened|occurred|exist ) !again|to|the_way|as
    ( vendetta|grudge|axe_to_grind|ulterior|bad_faith|malice|maliciously|malicious|spiteful|jealousy ) ..2
    ( an|own|hidden|secret|personal|political|clear|other|YOUR|whose|with|different ) agenda !item|items|for_the|point
    ( YOU|YOUR|author|reviewer|writer|somebody|someone|people|some|he|she|they|who|owner|REVIEW|this|that|it|just|only|
        simply|clearly|pure|from|by|out_of ) ..5-WE|kids|children jealous
    jealous ..1 of ( OUR | us | what_we )
    spite !of
    ( REVIEW|this|it|that|words|lines|story|YOU|YOUR|clearly|obviously|probably|surely | ^ ..1 ) ..4-rules|menu|guide|
        sign|book|recipe|parcel|order|key|letter|invoice|poster|OUR ( written|posted|invented|planted|commissioned|
        sent|paid|ordered ) ..3-OUR|to|again|card|cash ( by|from ) ..3-OUR ( competitor|competition|rival|rivals|
        enemy|neighbour|ex|former|somebody|someone|bot|competitors | shop|hotel|bar|restaurant|cafe|place ( across|
        over|down|up|round|opposite|around|on_the | $ ) ) ..3
    YOU ..4 ( made|making|dreamt|dreamed|thought ) ( this|that|it|things|the_story|everything ) up !to|for
""")

_ODD: Final = (
    "( suspicious|suspiciously|coincidence|coincidentally|convenient|conveniently|one_wonder|one_wonders|makes_one|"
    "makes_you|no_accident|conclusions|fishy|beggars|hmm )"
)
_UNUSUAL: Final = (
    "( curious|curiously|odd|oddly|strange|strangely|funny|interesting|interestingly|telling|remarkable|wonder )"
)
_FROM_WHOM: Final = (
    "( this_appeared|this_review|this_post|this_came|this_comes|this_shows|this_turned|reviews_like|posts_like|"
    "same_week|very_week|award|across_the_road|across_the_street|down_the_road|over_the_road|rival|RIVAL|competition|"
    "nobody_else|no_one_else|not_one_other|other_guests_never|is_real|timing )"
)
_TOLD_OF: Final = (
    "( this_appeared|this_review|this_post|this_came|this_comes|this_shows|this_turned|the_review|the_post|"
    "your_review|reviews_like"
    "|posts_like|same_week|very_week|same_day|very_day|award|across_the_road|across_the_street|down_the_road|"
    "next_door|over_the_road"
    "|opposite|rival|RIVAL|competition|nobody_else|no_one_else|no_other|not_one_other|none_of_our|other_guests_never|"
    "is_real|account|profile|timing )"
)
_HONEST: Final = "( genuine|real|honest|authentic|true|actual|truthful|bona_fide )"
_HINTED_FALSE: Final = (
    *together("..10-sorry|glad", _ODD, _TOLD_OF),
    *together("..6-sorry|glad|WE|OUR|looking|why|what", _UNUSUAL, _FROM_WHOM),
    *frames(f"""
    ( no|not|nobody|no_one|hardly|never|far_from|anything_but|without ) ..2 {_HONEST} ..1 ( review|reviewer|opinion|
        experience|stay|visit|account|complaint|customer|guest|story )
    ( describe|described|describes|alleged|allege|claimed|claim|claims|tell|told|story|report|events|
        incident|wrote ) ..5-should|must|supposed|ought|sure|ensure|so ( did_not|never|could_not_have|can_not_have|
        cannot_have|not ) ..2-should ( take_place|
        took_place|happen|happened|occur|occurred ) !again|for|to_you|on_time|as|the_way|more|any_more|anymore|often|
        before|in_future|in_the_future|normally|usually
    ( this|that|it|none_of_it ) ( simply|just|clearly|plainly|definitely|certainly )? ( did_not|never|could_not_have|
        can_not_have|cannot_have ) ..2
        ( take_place|took_place|happen|happened|occur|occurred ) ( $ | COMMA|here|at_all|in_our|at_our|with_us|
        like_that ) ! ( ..3 before )
"""),
    *frames("""
    ( nice|good|lovely|great|fine|pretty|touching|amusing|entertaining ) ( ( tale|fiction|fairy|invention|try ) | story
        COMMA? (
        but|though|shame|pity|except|only|however | $ ) )
    YOU ..2 ( threatened|threaten|blackmailed|promised_us_a_bad ) ..2 ( us|me|our|to_write|to_post|with ) ..8
    ( bad|negative|one_star ) ( review|reviews ) ..2 ( unless|if ) ..8 ( money|refund|free|discount|paid )
    ( draw|make_up ) YOUR|their|the ..1 own ( conclusions|conclusion|mind|minds )
    ( assume|conclude|suppose|suspect|believe|think|clear|certain|sure|afraid ) ..4-not|NEG ( this|it|that|review|post
        ) ..3 ( is|was ) ..1 ( not ) ..3 ( genuine|real|honest|about_us|written_by_a )
    ( slander*|libel*|defam* ) ..2 ( plain|pure|simple|$ )
    ( suspicious|suspiciously|coincidence|convenient ) ..4-OUR|you ( review|reviews|post|posts|profile|timing|pop_up|
        whenever|
        appear|appears )
    ( funny_how|curious|curiously|odd|oddly|strange|strangely ) ..4-OUR|you|COMMA|what|why|learn|know|hear|understand (
        reviews|posts|timing|pop_up|whenever|appear|appears | ( review|post ) ..2 ( appear*|came|comes|pop*|turn*|show*
        )
        )
    ( no|little|scant|not ) ..2 ( resemblance|relation|likeness|similarity|connection ) to
    another ..1 ( day|week|month ) ..4 another ..1 ( review|post|one )
    ( review|post|words|stars|comment ) ..2 from ..2 ( people|folks|friends|lot|guys|team|somebody ) ( at|across|over|
        down|next|on ) ..4
    YOUR ..1 ( own )? ..1 ( imagination|fantasy|fantasies )
    ( word|grain|ounce|shred ) of ..1 truth
"""),
)
_NOT_SO_CALLED: Final = frames("""
    ( a|an|the|any|some|every|each|YOUR|OUR|for ) ..2-COMMA|story|event|events|incident|visit|stay|conversation|
        something|thing|things|REVIEW|scene|tale|say|said|claim|is|was|meal|evening that ( did|never|could|has|does|
        will ) ..2 ( happen|happened|take_place|took_place|come_off )
    ( alarm|leather|fur|page|listing|photo|call ) ..6-REVIEW FALSE ..2
    ( should_have|should_never_have|should_not_have ) ..4
    ( none|nothing ) of ..4 should ..4
    ( false|fake ) ( alarm|alarms|ceiling|bottom|teeth|tooth|plant|plants|leather|fur|part|parts|start|positive|hope|
        impression|economy|grass|flowers|nails|door|goods|product|site|sites|website|app|apps|calls|call|email|emails|
        advert|ads )
    ( OUR|WE|page|listing|menu|site|map|app ) ..8-YOU FALSE ..2
    ( it_is|is ) true ..8
    ( sorry|apolog*|regret ) ..10-COMMA|BUT
    ( not|never ) ..3 ( find|trace|locate|see|match ) ..12
    ( not|never|no_one|nobody|do_not ) ..3 ( think|call|calling|say|saying|said|claimed|meant|implied|thought|
        suggested|wished|suggest|suggesting|mean|doubt|accuse|accusing ) ..10
    ( thank|thanks|thank_you ) ..12-COMMA
    ( compare|compared|comparing ) ..8
    ( lie|lies|lying ) ( in|with|down|awake|on|at|ahead|low|by|around|about|under|there|next|beside|behind|between|
        near|across|over|idle|empty|open )
    ( made|make|makes|making ) up for ..3
    ( WE|team|driver|staff|nobody|somebody|colleague|kitchen|they ) ..3 ( never|not ) ..2 ( opened|used|tried|entered|
        ordered ) ..4
        not true to ..3
    ( this|that|it ) is not true ( to|of|for )
    no doubt ..1 ( that )? YOU ( were|had|have|are|waited|felt|did ) ..3
    ( did|does|has|do ) not ..1 ( happen|happened|occur ) ..1 ( the_way|as|like|often|very_often|every|normally|again|
        to_often ) ..4
    ( never|not ) ( happens|happened ) ..2 ( before|to_us|to_me|in_all|in_our_years|normally|usually ) ..3
    ( supposed|meant|intended ) to ..2 ( happen|occur|take_place ) ..4
    ( should|must|shall ) ( not|never ) ..2 ( have )? ..1 ( happen|happened|occur|occurred ) ..4
    in question ..8
    ( paid|refunded|transferred|sent|credited ) ( to|by ) ( YOUR|the|you|bank|card|cash|our|us|them|a|courier|debit|
        credit ) ..4
    ( compare|comparable|than|unlike|among|as|like ) ..4 ( competitors|competition|competitor|rivals )
    ( fraud* ) ( team|department|prevention|protection|check|checks|detection|desk|attempt|alert )
    ( against|from|of|for|prevent|avoid|any|suspected|online ) ..2 ( fraud*|scam ) ..4
""")


def called_false(case: Case) -> Iterator[Finding]:
    """G08: the review or its author called false, paid, a rival or a blackmailer."""
    for span in case.found(_CALLED_FALSE, _MORE_FALSE, _HINTED_FALSE, spare=_NOT_SO_CALLED):
        yield G08.block_sentence(case, *span, "says that the review or its author is not honest")
        return


RULES: Final = (called_false,)
