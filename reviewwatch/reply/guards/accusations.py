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
    ( RIVAL ) ..4 ( wrote|written|behind|posted|paid|post|sent )
    BLACKMAIL ..8 ( YOU|YOUR|this|us|REVIEW|that|it )
    ( this|that|it|YOU|YOUR|REVIEW ) ..8 BLACKMAIL
    ( nobody|no_one|none|niemand|nadie|no_such_person|no_person|no_guest|no_customer ) ..10-COMMA ( been|was|were|is|
        ever|bought|stayed|ordered|visited|used|come|booked|dined|eaten|shopped ) ..3-find|found|trace (
        CUSTOMER | from_us|with_us|here|at_our|our|in_our )
    ( author|reviewer|person|he|she ) ..4 ( has_not|have_not|did_not ) ..2 ( stayed|visited|ordered|bought|been )
    ( YOU|author|reviewer|person|he|she|they ) ..4 ( never|not_even ) ..2 ( been_here|been_a|been_our|stayed|
        stay_here|ordered|order_anything|eaten_here|bought_anything|bought_from|visited|visit_us|set_foot|dined|
        used_our|been_one_of )
    ( YOU|he|she|they|author|reviewer|person|this|writer ) ..4 ( not|never|no ) ..1 ( a|an|one_of|our|real|genuine|
        actual ) ..1 ( real|genuine|actual|our|paying )? ..1 ( customer|guest|client|visitor|buyer|user ) !care|
        service|support
    ( there|that ) ( was|is|were ) ( no|never ) ..1 such ..1 ( incident|visit|stay|order|event|thing|guest|delivery )
    ( none|nothing|not_a_word|no_part|little|not_one_word ) ..2 of ..2 ( this|that|it|YOUR|what ) ..5 ( true|happened|
        real|correct|took_place|place|so )
    ( this|that|it|what_you_describe|what_you ) ..4 ( never|did_not|not ) ( happened|took_place|occurred|happen_here|
        happen_at|true ) !again
    ( simply|just|plainly|entirely|completely|totally|wholly|utterly|purely ) ..1 ( not ..1 true | untrue|FALSE )
    ( question|doubt|wonder ) ..4 ( who_you | whether_you | if_you | that_you | YOUR ..1 ( honesty|motives|motive|
        truth|word|story|visit ) | truth|authenticity|genuine|motive|motives )
    ( YOUR ) ..2 ( motives|agenda|real_reason|hidden )
    ( bots|trolls|liars|competitors|frauds|fakes|people ) like YOU
    ( attempt|trying|try|tries|effort|trick|ploy|scheme|plot ) ..4 ( to )? ..3 ( BLACKMAIL | squeeze|extort|harm ..2
        us|damage ..2 us|hurt ..2 us|smear|discredit|money_out )
    ( a|the|another|obvious|clear|such|this|your ) ..1 ( fake|bogus|phony|fraudulent|fabricated|false|made_up|
        invented|paid|malicious|dishonest ) ..1 ( review|rating|comment|post|complaint|story|claim|account|profile|
        accusation|accusations )
    ( review|rating|comment|post|complaint|claims|claim ) ..2 ( bombing|bomber|farm|attack )
    ( do|did|can ) not ( believe|trust|buy ) ..2 ( YOU|YOUR|a_word|this|any|REVIEW )
    ( pure|sheer|total|complete|utter ) ( fiction|invention|fantasy|fabrication|FALSE )
    ( fairy|tall ) ( tale|tales|story )
    ( do|get|have ) ..1 ( the|your ) ( maths|math|facts|story ) ..1 ( straight|right|$ )
    ( tell|telling|say|speak|stick ) ..3 truth
    ( YOU|YOUR ) ..5 FALSE ..4 ( REVIEW|claim|story|claims )
    ( FALSE ) ..2 REVIEW
""")
_MORE_FALSE: Final = frames("""
    ( nice|good|dear|hello|hi|well|bad|poor|clumsy|pathetic ) ..1 ( try|tried|attempt|effort|attempts )
    another attempt to
    ( doubt|question|wonder|not_convinced|hard_to_believe|struggle_to_believe|impossible ) ..3 ( that_you|whether_you|
        if_you|YOU|this|that ) ..4 ( stayed|ever|been|visited|bought|ordered|were|are|used|came|happened|real|true|
        dined|eaten )
    ( not|no ) ..1 ( a|one|single|an )? ..1 ( grain|word|shred|bit|ounce|iota|spark ) ..1 ( of ) ..1 ( truth|it|this|
        fact )
    ( not|no ) ..1 ( word|part ) ..3 ( true|real|correct )
    ( spread|spreading|spreads|tell|telling|peddling|inventing|making_up|publish|publishing|stop|post|posting ) ..2 (
        lies|falsehoods|rumours|rumors|nonsense|untruths|stories|fiction|tales|fake )
    ( events|event|incident|scene|visit|conversation|things|what_you ) ..4 ( did_not|never|could_not_have|cannot_have
        ) ..2 ( take_place|happen|occur|took_place|happened|occurred|exist )
    ( review|post|comment|story|someone|somebody|person|people|author ) ..4 ( was_never|never_was|has_never|
        have_never|who_never|never_even|never ) ..3 ( guest|customer|client|here|been|stayed|bought|ordered|user|
        visited|set_foot|used|patient )
    ( only|just|merely|clearly|obviously|simply ) ..2 ( after|want|wants|wanted|hoping|out ) ..3 ( money|refund|
        freebie|freebies|for_free|compensation|discount|something_free|to_harm|to_hurt|to_damage|trouble|attention )
    ( agenda|vendetta|grudge|axe_to_grind|ulterior|bad_faith|malice|maliciously|malicious|jealous|jealousy|spite|
        spiteful ) ..2
    ( written|posted|paid|ordered|invented|sent|planted|commissioned ) ..3 ( by|from ) ..3 ( competitor|competition|
        rival|rivals|shop|enemy|neighbour|ex|former|somebody|someone|bot|competitors ) ..3
    ( twist|twisted|twisting|bend|bending|distort|distorted|stretch|stretching ) ..3 ( truth|facts|story|reality )
    YOU ..4 ( made|making|dreamt|dreamed|thought ) ( this|that|it|things|the_story|everything ) up !to|for
""")

_ODD: Final = (
    "( curious|odd|oddly|strange|strangely|funny|interesting|interestingly|telling|suspicious|suspiciously|"
    "remarkable|coincidence"
    "|convenient|conveniently|wonder|one_wonder|makes_one|makes_you|no_accident|conclusions|fishy|beggars|hmm )"
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
    *frames(f"""
    ( no|not|nobody|no_one|hardly|never|far_from|anything_but|without ) ..2 {_HONEST} ..1 ( review|reviewer|opinion|
        experience|stay|visit|account|complaint|customer|guest|story )
    ( nobody|no_one|no|{_HONEST} ) ..1 ( customer|guest|client|visitor|person|reviewer|one|buyer|user )? ..6-COMMA|
        sorry ( would|could ) ..2 ( write|post|say|claim|rate|invent ) ..1 ( this|that|it|such|so|like_that )
    ( describe|described|describes|alleged|allege|claimed|claim|claims|tell|told|story|this|that|it|report|events|
        incident|wrote ) ..5 ( did_not|never|could_not_have|can_not_have|cannot_have|not ) ..2 ( take_place|
        took_place|happen|happened|occur|occurred ) !again|for|to_you|on_time|as_it|more|any_more|anymore
    ( describe|described|alleged|story|account_of|version ) ..3 ( is|was|are ) ..1 ( physically|technically|simply|
        plainly|quite|just )? ..1 ( impossible|absurd|pure | not_possible )
"""),
    *frames("""
    ( review|post|stars|rating|comment|this|praise|complaint ) ( was|is|were|has_been ) ..1 ( bought|paid_for|
        commissioned|planted|arranged|ordered_by|purchased|a_plant|a_setup|a_stitch_up )
    ( everything|all|every_word|each_word|nothing|most|none|not_a_thing ) ..3 ( this|YOUR|the ) ..1 ( post|review|
        comment|story|account_of|version|REVIEW ) ..4-sorry ( wrong|false|right|true|incorrect|inaccurate|invented|
        correct|accurate )
    ( everything|nothing|every_word|none_of_what|most_of_what ) ..2 YOU ..2 ( wrote|write|say|said|claim|claimed|
        describe|posted ) ..4 ( wrong|false|incorrect|inaccurate|invented|not_true|untrue | is_true|is_right )
    ( version|account|story|description|words|review|post ) ..6 ( little|nothing|not_much ) ..1 ( to_do|in_common ) with
    ( nice|good|lovely|great|fine|pretty|touching|amusing|entertaining ) ( story|tale|fiction|fairy|invention|try )
    YOU ..2 ( threatened|threaten|blackmailed|promised_us_a_bad ) ..2 ( us|me|our|to_write|to_post|with ) ..8
    ( bad|negative|one_star ) ( review|reviews ) ..2 ( unless|if ) ..8 ( money|refund|free|discount|paid )
    YOU ..3 ( just|only|simply|merely ) ..1 ( want|wanted|hope|hoped|after|out ) ..6 ( free|discount|voucher|meal|
        money|refund|compensation|something )
    ( account|profile|nickname|reviewer ) ..6 ( no_other_reviews|no_reviews|only_one_review|one_review|brand_new|
        created_last|created_this|no_history|opened_yesterday )
    ( YOU|reviewer|author ) ..2 ( seem|seems|appear|appears|must|might|may ) ..1 ( to )? ..1 be ( paid|hired|sent|
        jealous|in_the_pay )
    ( draw|make_up ) YOUR|their|the ..1 own ( conclusions|conclusion|mind|minds )
    ( assume|conclude|suppose|suspect|believe|think|clear|certain|sure|afraid ) ..4-not|NEG ( this|it|that|review|post
        ) ..3 ( is|was ) ..1 ( not ) ..3 ( genuine|real|honest|about_us|written_by_a )
    ( somebody|someone|colleague|friend|friends|people|neighbour|those ) ..2 ( from|at|of ) ..2 ( across|opposite|
        next_door|down_the|over_the|other ) ..3 ( street|road|shop|hotel|door|place|side ) ..10
    ( slander*|libel*|defam* ) ..2 ( plain|pure|simple|$ )
    ( not|never ) ..2 ( been|set_foot|eaten|stayed|shopped|opened|used|bought ) ..4 ( our|here|it|us|app|this ) ..4 (
        write|review|rate|know|wrote ) ..4
    ( never|not ) ..1 ( actually|really|even|once )? ..1 ( opened|used|tried|visited|entered|tasted|stayed|ordered )
        ..4 ( app|us|shop|hotel|here|house|restaurant|anything ) ..3 ( $ | COMMA|and|so )
    ( award|prize|success|growth ) ..6 ( competition|competitor|rival|jealous* )
    ( funny_how|curious|curiously|odd|oddly|strange|strangely|suspicious|suspiciously|coincidence|convenient )
        ..4-OUR|you ( review|reviews|post|posts|profile|timing|pop_up|whenever|appear|appears )
    ( smell|smells ) a rat
    ( no|little|scant|not ) ..2 ( resemblance|relation|likeness|similarity|connection ) to
    YOU ..2 ( were|was ) never ..1 ( at|in|with|among|one|on ) ..2
    ( not|never|nothing ) ..3 ( go|went|happen|happened|was|were ) ..3 ( way|as|like|how ) YOU ( tell|describe|say|
        claim|put|paint|told|described )
    ( make|making|made|spin|spins|spinning|invent|inventing ) ..1 up? ..2 ( tales|stories|fairy|yarns|fables|lies )
    ( nonsense|rubbish|fiction|lies|invention|fabrication|untrue|wrong ) ..2 ( from_start|from_beginning|from_the|
        from_top|start_to|through_and|end_to )
    ( written|posted|meant|designed|intended|aimed ) ..2 ( to|at ) ( hurt|harm|damage|discredit|smear|ruin|hit|
        hurting|harming|damaging ) ..1 ( us|our|the|a )
    another ..1 ( day|week|month ) ..4 another ..1 ( review|post|one )
    ( review|post|words|stars|comment ) ..2 from ..2 ( people|folks|friends|lot|guys|team|somebody ) ( at|across|over|
        down|next|on ) ..4
    ( this|it ) is ( all|only|just|purely|really )? about ..2 ( money|getting|discount|refund|freebie|free|revenge )
    ( profile|account|author|name ) ..5 ( one|single|no|only|first ) ..1 ( review|post ) ..2
    ( by|with ) ( threatening|threats|threat ) ..3 ( stars|review|reviews|post )
    ( YOU|people|some|those|easy|rather|who|reviewers ) ..6 ( hide|hiding|hides ) behind ..2 ( nickname|name|screen|
        alias|keyboard|profile|anonymity )
    ( this|that|it ) is not ( it|one|that ) $
    ( fact|facts|reality ) ..3 ( fantasy|fiction|imagination|invention )
    YOUR ..1 ( own )? ..1 ( imagination|fantasy|fantasies )
    ( word|grain|ounce|shred ) of ..1 truth
    ( write|writes|review|reviews|post|posts|comment ) ..4 ( places|hotels|shops|things|somewhere|businesses|apps )
        ..4 ( never|not )
    ( YOU ) ..14 ( came_up_with|cooked_up|made_this_up|dreamt_up|concocted ) ..3
    YOU ..6 ( punishing|punish|revenge|get_back_at|retaliat*|payback|get_even|settle_a_score ) ..2
    ( out_of|sheer|pure|from ) ..1 ( spite|malice|envy|jealousy|revenge|bitterness|boredom )
    ( what|all|as|this|that|it|which ) ..3 ( claim|describe|allege|report|say|wrote )? ..1 ( can_not|cannot|could_not|
        can_hardly ) ..1 ( have )? ..1 ( happened|happen|taken_place|occurred|be_true )
    ( it|this|that ) never ..1 ( occurred|happened|took_place )
    ( never|not ) ..1 ( occurred|took_place ) ..1 $
    ( no|nothing|without ) ..1 ( substance|foundation|basis|evidence ) ..2 ( to|for|in|whatsoever|$ ) ..2 ( this|YOUR|
        it|claims|review|$ )
    hello|hi|greetings COMMA? ( competition|competitor|rival|neighbour|troll )
"""),
)
_NOT_SO_CALLED: Final = frames("""
    ( should_have|should_never_have|should_not_have ) ..4
    ( none|nothing ) of ..4 should ..4
    ( false|fake ) ( alarm|alarms|ceiling|bottom|teeth|tooth|plant|plants|leather|fur|part|parts|start|positive|hope|
        impression|economy|grass|flowers|nails|door|goods|product|site|sites|website|app|apps|calls|call|email|emails|
        advert|ads )
    ( OUR|WE|page|listing|menu|site|map|app ) ..8-YOU FALSE ..2
    ( it_is|is ) true ..8
    ( sorry|apolog*|regret ) ..10-COMMA
    ( not|never ) ..3 ( find|trace|locate|see|match ) ..12
    ( not|never|no_one|nobody|do_not ) ..3 ( think|call|calling|say|saying|said|claimed|meant|implied|thought|
        suggested|wished|suggest|suggesting|mean|doubt|accuse|accusing ) ..10
    ( thank|thanks|thank_you ) ..12-COMMA
    ( compare|compared|comparing ) ..8
    ( lie|lies|lying ) ( in|with|down|awake|on|at|ahead|low )
    ( chat|support|phone|help|our|the|reply|answering ) bot ..2
    ( report|reported|flag|beware|warn ) ..4 ( scam|fake|fraud* ) ..4
    ( WE|team|driver|staff|nobody|somebody|colleague|kitchen|they ) ..3 ( never|not ) ..2 ( opened|used|tried|entered|
        ordered ) ..4
    ( supposed|meant|intended ) to ..2 ( happen|occur|take_place ) ..4
    ( should|must|shall ) ( not|never ) ..2 ( have )? ..1 ( happen|happened|occur|occurred ) ..4
    in question ..8
    ( fraud* ) ( team|department|prevention|protection|check|checks|detection|desk|attempt|alert )
    ( against|from|of|for|prevent|avoid|any|suspected|online ) ..2 ( fraud*|scam ) ..4
""")


def called_false(case: Case) -> Iterator[Finding]:
    """G08: the review or its author called false, paid, a rival or a blackmailer."""
    for span in case.found(_CALLED_FALSE, _MORE_FALSE, _HINTED_FALSE, spare=_NOT_SO_CALLED):
        yield G08.block_sentence(case, *span, "says that the review or its author is not honest")
        return


RULES: Final = (called_false,)
