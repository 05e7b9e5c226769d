"""What a reply must not say of the reviewer: that they lie, who they might be, or what their body or faith is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.frames import Encoded, frames, together
from reviewwatch.reply.guards.units import units
from reviewwatch.reply.guards.view import Case, Law, View
from reviewwatch.text import Span
from reviewwatch.types import Finding

G08: Final = Law("G08", "16 CFR 465.7, Tripadvisor, defamation law: a review or its author is not called false")
G13: Final = Law("G13", "GDPR art. 9: nothing on health, faith, origin or orientation that the author has not said")
G14: Final = Law("G14", "Tripadvisor: no guessing who the author is")

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
    "( curious|odd|oddly|strange|strangely|funny|interesting|interestingly|telling|suspicious|suspiciously|remarkable|coincidence"
    "|convenient|conveniently|wonder|one_wonder|makes_one|makes_you|no_accident|conclusions|fishy|beggars|hmm )"
)
_TOLD_OF: Final = (
    "( this_appeared|this_review|this_post|this_came|this_comes|this_shows|this_turned|the_review|the_post|your_review|reviews_like"
    "|posts_like|same_week|very_week|same_day|very_day|award|across_the_road|across_the_street|down_the_road|next_door|over_the_road"
    "|opposite|rival|RIVAL|competition|nobody_else|no_one_else|no_other|not_one_other|none_of_our|other_guests_never|is_real|account|profile|timing )"
)
_HONEST: Final = "( genuine|real|honest|authentic|true|actual|truthful|bona_fide )"
_HINTED_FALSE: Final = (
    *together("..10-sorry|glad", _ODD, _TOLD_OF),
    *frames(f"""
    ( no|not|nobody|no_one|hardly|never|far_from|anything_but|without ) ..2 {_HONEST} ..1 ( review|reviewer|opinion|experience|stay|visit|
        account|complaint|customer|guest|story )
    ( nobody|no_one|no|{_HONEST} ) ..1 ( customer|guest|client|visitor|person|reviewer|one|buyer|user )? ..6-COMMA|sorry ( would|could )
        ..2 ( write|post|say|claim|rate|invent ) ..1 ( this|that|it|such|so|like_that )
    ( describe|described|describes|alleged|allege|claimed|claim|claims|tell|told|story|this|that|it|report|events|incident|wrote ) ..5 (
        did_not|never|could_not_have|can_not_have|cannot_have|not ) ..2 ( take_place|took_place|happen|happened|occur|occurred ) !again|
        for|to_you|on_time|as_it|more|any_more|anymore
    ( describe|described|alleged|story|account_of|version ) ..3 ( is|was|are ) ..1 ( physically|technically|simply|plainly|quite|just )?
        ..1 ( impossible|absurd|pure | not_possible )
"""),
    *frames("""
    ( review|post|stars|rating|comment|this|praise|complaint ) ( was|is|were|has_been ) ..1 ( bought|paid_for|commissioned|planted|
        arranged|ordered_by|purchased|a_plant|a_setup|a_stitch_up )
    ( everything|all|every_word|each_word|nothing|most|none|not_a_thing ) ..3 ( this|YOUR|the ) ..1 ( post|review|comment|story|account_of|
        version|REVIEW ) ..4-sorry ( wrong|false|right|true|incorrect|inaccurate|invented|correct|accurate )
    ( everything|nothing|every_word|none_of_what|most_of_what ) ..2 YOU ..2 ( wrote|write|say|said|claim|claimed|describe|posted ) ..4 ( wrong|
        false|incorrect|inaccurate|invented|not_true|untrue | is_true|is_right )
    ( version|account|story|description|words|review|post ) ..6 ( little|nothing|not_much ) ..1 ( to_do|in_common ) with
    ( nice|good|lovely|great|fine|pretty|touching|amusing|entertaining ) ( story|tale|fiction|fairy|invention|try )
    YOU ..2 ( threatened|threaten|blackmailed|promised_us_a_bad ) ..2 ( us|me|our|to_write|to_post|with ) ..8
    ( bad|negative|one_star ) ( review|reviews ) ..2 ( unless|if ) ..8 ( money|refund|free|discount|paid )
    YOU ..3 ( just|only|simply|merely ) ..1 ( want|wanted|hope|hoped|after|out ) ..6 ( free|discount|voucher|meal|money|refund|compensation|
        something )
    ( account|profile|nickname|reviewer ) ..6 ( no_other_reviews|no_reviews|only_one_review|one_review|brand_new|created_last|created_this|
        no_history|opened_yesterday )
    ( YOU|reviewer|author ) ..2 ( seem|seems|appear|appears|must|might|may ) ..1 ( to )? ..1 be ( paid|hired|sent|jealous|in_the_pay )
    ( draw|make_up ) YOUR|their|the ..1 own ( conclusions|conclusion|mind|minds )
    ( assume|conclude|suppose|suspect|believe|think|clear|certain|sure|afraid ) ..4-not|NEG ( this|it|that|review|post ) ..3 ( is|was ) ..1 (
        not ) ..3 ( genuine|real|honest|about_us|written_by_a )
    ( somebody|someone|colleague|friend|friends|people|neighbour|those ) ..2 ( from|at|of ) ..2 ( across|opposite|next_door|down_the|over_the|
        other ) ..3 ( street|road|shop|hotel|door|place|side ) ..10
    ( slander*|libel*|defam* ) ..2 ( plain|pure|simple|$ )
    ( not|never ) ..2 ( been|set_foot|eaten|stayed|shopped|opened|used|bought ) ..4 ( our|here|it|us|app|this ) ..4 ( write|review|rate|know|
        wrote ) ..4
    ( never|not ) ..1 ( actually|really|even|once )? ..1 ( opened|used|tried|visited|entered|tasted|stayed|ordered ) ..4 ( app|us|shop|hotel|here|
        house|restaurant|anything ) ..3 ( $ | COMMA|and|so )
    ( award|prize|success|growth ) ..6 ( competition|competitor|rival|jealous* )
    ( funny_how|curious|curiously|odd|oddly|strange|strangely|suspicious|suspiciously|coincidence|convenient ) ..4-OUR|you ( review|reviews|post|posts|profile|
        timing|pop_up|whenever|appear|appears )
    ( smell|smells ) a rat
    ( no|little|scant|not ) ..2 ( resemblance|relation|likeness|similarity|connection ) to
    YOU ..2 ( were|was ) never ..1 ( at|in|with|among|one|on ) ..2
    ( not|never|nothing ) ..3 ( go|went|happen|happened|was|were ) ..3 ( way|as|like|how ) YOU ( tell|describe|say|claim|put|paint|told|described )
    ( make|making|made|spin|spins|spinning|invent|inventing ) ..1 up? ..2 ( tales|stories|fairy|yarns|fables|lies )
    ( nonsense|rubbish|fiction|lies|invention|fabrication|untrue|wrong ) ..2 ( from_start|from_beginning|from_the|from_top|start_to|through_and|end_to )
    ( written|posted|meant|designed|intended|aimed ) ..2 ( to|at ) ( hurt|harm|damage|discredit|smear|ruin|hit|hurting|harming|damaging ) ..1 ( us|our|the|a )
    another ..1 ( day|week|month ) ..4 another ..1 ( review|post|one )
    ( review|post|words|stars|comment ) ..2 from ..2 ( people|folks|friends|lot|guys|team|somebody ) ( at|across|over|down|next|on ) ..4
    ( this|it ) is ( all|only|just|purely|really )? about ..2 ( money|getting|discount|refund|freebie|free|revenge )
    ( profile|account|author|name ) ..5 ( one|single|no|only|first ) ..1 ( review|post ) ..2
    ( by|with ) ( threatening|threats|threat ) ..3 ( stars|review|reviews|post )
    ( YOU|people|some|those|easy|rather|who|reviewers ) ..6 ( hide|hiding|hides ) behind ..2 ( nickname|name|screen|alias|keyboard|profile|anonymity )
    ( this|that|it ) is not ( it|one|that ) $
    ( fact|facts|reality ) ..3 ( fantasy|fiction|imagination|invention )
    YOUR ..1 ( own )? ..1 ( imagination|fantasy|fantasies )
    ( word|grain|ounce|shred ) of ..1 truth
    ( write|writes|review|reviews|post|posts|comment ) ..4 ( places|hotels|shops|things|somewhere|businesses|apps ) ..4 ( never|not )
    ( YOU ) ..14 ( came_up_with|cooked_up|made_this_up|dreamt_up|concocted ) ..3
    YOU ..6 ( punishing|punish|revenge|get_back_at|retaliat*|payback|get_even|settle_a_score ) ..2
    ( out_of|sheer|pure|from ) ..1 ( spite|malice|envy|jealousy|revenge|bitterness|boredom )
    ( what|all|as|this|that|it|which ) ..3 ( claim|describe|allege|report|say|wrote )? ..1 ( can_not|cannot|could_not|can_hardly ) ..1 ( have )? ..1 ( happened|happen|
        taken_place|occurred|be_true )
    ( it|this|that ) never ..1 ( occurred|happened|took_place )
    ( never|not ) ..1 ( occurred|took_place ) ..1 $
    ( no|nothing|without ) ..1 ( substance|foundation|basis|evidence ) ..2 ( to|for|in|whatsoever|$ ) ..2 ( this|YOUR|it|claims|review|$ )
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
    ( not|never|no_one|nobody|do_not ) ..3 ( think|call|calling|say|saying|said|claimed|meant|implied|thought|suggested|wished|suggest|suggesting|mean|doubt|accuse|
        accusing ) ..10
    ( thank|thanks|thank_you ) ..12-COMMA
    ( compare|compared|comparing ) ..8
    ( lie|lies|lying ) ( in|with|down|awake|on|at|ahead|low )
    ( chat|support|phone|help|our|the|reply|answering ) bot ..2
    ( report|reported|flag|beware|warn ) ..4 ( scam|fake|fraud* ) ..4
    ( WE|team|driver|staff|nobody|somebody|colleague|kitchen|they ) ..3 ( never|not ) ..2 ( opened|used|tried|entered|ordered ) ..4
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


_GUESSED: Final = frames("""
    ^ ..3-COMMA ( is|are|ist|es ) ( this|YOU ) ..1 ( from|the|our|mr|mrs|ms ) ..3 ( GENTLEMAN|from )
    ^ is this !about|related|something|what|how|possible|on|still|because|in|with|happening|when|the|a|an|your|for|at|
        only|why|where|to|not|still|it|one|our|all|any
    ( could|might|may|can ) ..1 ( it|this ) be ..1 ( that )? ..1 YOU ..3 ( GENTLEMAN|the|from|who|are )
    ( could|might|may|are|were|would ) ..1 YOU ..1 ( be|not )? ..1 ( the|our|that|a|one ) ..2 ( former|old|ex )? ..1
        GENTLEMAN ..2 ( from|who|that|at|in|we|with|of|$ )
    ( GUESS ) ..6-not|kind|kindly|how|what|YOUR|it|fondly|need|hope|would ( YOU ) ..2 ( are|were|must_be|may_be|
        might_be|is|be|could_be ) ( the|our|a|an|from|former|one|mr|mrs|ms|ein|eine|der|die|un|una|el|ex ) ..2
        GENTLEMAN
    ( GUESS|know ) ..4-NEG|nicht|no ( who|which_of|which_guest|which_customer|which_person ) ..1 ( YOU ..1 ( are|were ) | wrote|
        posted|this_is|it_is|this_was|it_was|left_this|of_you|complained )
    ( GUESS|know ) ..4-NEG|nicht|no ( wer|quien|welcher ) ..4 ( YOU|this|it|GENTLEMAN )
    ( idea|hunch|guess|feeling|clue|suspicion|inkling ) ..4 ( who|which|whose|that_you ) ..8
    ( recognis*|recogniz*|recognise|recognize|recognised|recognized|erkennen|reconocemos ) ..4 ( YOU|YOUR|author|
        this_person|handwriting|style|wieder )
    WE ..2 ( remember|recall|erinnern|recordamos ) ..1 ( YOU|sie|le ) ..2 ( well|from|as|very|sitting|at|on|the|,|$|
        clearly|,_you|and|, )
    WE ..1 ( remember|recall ) YOU !r|visit|stay|order
    YOU ( must|are|were|can_only|could_only|have_to|sind|es ) ( be )? ( clearly|surely|obviously|no_doubt|sicher|
        probably )? ( the|our|that|a_former|an_ex|former|der|die|el|la ) ..2 GENTLEMAN ..2 ( from|who|that|at|in|we|
        with|of|on|$ )
    ( from|by|judging|given|reading|seeing ) ..8 ( gather|guess|conclude|infer|assume|see|deduce|tell|take ) ..3 YOU
        ..2 ( are|were ) ..1 ( the|a|our|one )
    WE ..2-NEG ( know|knew ) ..2-NEG who ..2 ( YOU|wrote|posted|behind|this_is|it_is|this_was|that_is|that_was )
    ( not|hard|difficult ) ..2 ( to )? ( guess|tell|work_out|see|figure ) ..2 who ..4
    ( you_are|that_is|this_is|it_is|you_must_be ) ..1 ( mr|mrs|ms|miss|dr ) ..2
    ( are|aren't|is|were ) ..1 YOU ..1 ( mr|mrs|ms|miss|dr|perhaps ) ..2 ( from|who|the|mr|mrs )
    ( hello|hi|greetings|welcome ) ..1 again ..2 ( mr|mrs|ms|dr|to_our_former )
    ( same|very ) ( person|guest|customer|author|gentleman|lady|man|woman ) ..2 ( who|that|as ) ..6
    ( behind|under ) ..2 ( nickname|name|profile|account|pseudonym|alias ) ..6 ( is|hides|stands|sits|we ) ..3
""")
_MORE_GUESSES: Final = frames("""
    ( style|words|handwriting|tone|spelling|time|hour|date|photo|details|way|writing|wording|story|nickname|picture )
        ..6-COMMA ( tells|tell|gives|give|betrays|betray|reveals|reveal|shows|point|points|leaves|says ) ..6 ( who|
        YOU|away|identity|which_guest|which_customer )
    ( this|it ) ( must|can_only|could_only|has_to ) be !for|to|hard|frustrating|a|an|so|very|the_worst|difficult|
        annoying|because|due|an_error|fixed|about|disappointing|better|said|our|seen
    ( written|posted|review|this_is|it_was|sent|comes|came ) ..2 ( by|from ) ..2 ( our|a|the|one_of ) ..1 ( former|ex|
        old|last )? ..1 ( cook|chef|employee|colleague|waiter|tenant|guest_from|customer_from|lady|gentleman|man|
        woman|couple|neighbour|neighbor|student|driver|cleaner|manager|boyfriend|girlfriend|wife|husband|family|
        person_who )
    ( only|just ) ( one|a_single ) ..1 ( guest|customer|person|client|patient|order|couple|family|user|room|table|
        woman|man ) ..8 ( so|therefore|that_day|that_night|that_evening|you|complained|and )
    ( easy|simple|possible|not_hard|not_difficult ) ..2 to ..2 ( guess|tell|see|work_out|find_out|know|identify ) ..2
        ( who|which )
    ( you_are|you_were|you_must_be|are_you|were_you|that_was_you|it_was_you|this_is_you|so_you_are ) ..1 ( the_one|
        one_of_the_two|the_two|the_same ) ..6
""")

_ONE_OF_US: Final = (
    "( lady|gentleman|couple|guest|customer|family|man|woman|tester|neighbour|neighbor|party|group|student|tenant|mother|father"
    "|girl|boy|chap|guy|client|passenger|diner|gentlemen|ladies|tourist|trainee|inspector|critic|blogger|one|ex_employee|former_employee )"
)
_DID: Final = (
    "( drove|worked|work|ran|run|rented|rent|met|spoke|talked|chatted|sat|parked|came_with|used_to|left_us|lost_to|applied|wore|danced"
    "|rang|argued|shouted|live_next|live_across|live_in|live_opposite|own|owned|taught|trained|quit|resigned|complained_last )"
)
_KNOWN: Final = (
    "( GUESS|know|knew|mistaken|memory|take_it|fancy|dare_say|imagine|gives_it_away|recognise|recognize|recognised|recognized|clear|obvious"
    "|judging|sounds|surely|perhaps|gather )"
)
_RECOGNIZED: Final = (
    *together("..5-NEG|how|COMMA|sorry|hope", _KNOWN, f"( YOU|we|i ) ..2-NEG|would|will {_DID}"),
    *frames(f"""
    ( this|that|it|review|story|YOU|which|note ) ..1 ( sounds|sound|looks|look|reads|seems|smells|feels ) ..2 like ..2 {_ONE_OF_US} ..2 ( who|from|
        that|we|with|in|at|COMMA|$ )
    {_KNOWN} ..4-NEG|how ( this|it|that ) ..1 ( is|was|comes|came|must_be ) ..1 ( from|by ) ..2 {_ONE_OF_US}
    ( are|were|would|could|might ) YOU ..5-COMMA the ..2 {_ONE_OF_US} ..3 ( who|from|that|we|with|in|at|of )
    ( YOU|yours|yours_must ) ..2 ( must|was|were|will ) ..2 ( have_been|be ) ..2 ( the|that|our ) ..2 {_ONE_OF_US}
"""),
    *frames("""
    ( is|was|were ) ( that|this|it ) YOU !who|that|we|mean
    ( it|that|this ) ( was|is|must_be|must_have_been|could_be|might_be ) YOU !who|that|who_had|mean|guys
    ( know|guess|tell|think|see|remember|recall ) ..2-NEG ( exactly )? ( which|what|whose ) ..2 ( table|party|group|guest|customer|review|desk|
        car|family|couple ) ..5 ( YOU|this )
    ( know|knew|saw|realised|realized|guessed|recognised|recognized|clear|clear_to_us ) ..4-NEG ( at_once|immediately|straight_away|right_away|
        instantly|exactly|of_course )? ..3-NEG ( who|whose ) ..2 ( YOU|this|review|wrote|posted ) ..3
    ( work|worked|figure|figured|puzzle|find|found ) ..1 out ..2 ( who|whose ) ..3 ( YOU|wrote|this|review|it )
    ( not|no|hardly|without ) ..3 ( detective|sherlock|genius|guesswork|hard|difficult|rocket ) ..6 ( who|whose )
    ( gives_it_away|gives_you_away|gave_you_away|gave_it_away|rather_gives|gives_away_who|giveaway|dead_giveaway )
    YOUR ( face|name|voice|table|car|coat|dog|hat ) ..3 ( came|comes|springs|sprang|sticks|stuck|rings|rang ) ..3 ( mind|back|bell|memory )
    ( waiter|waitress|receptionist|team|colleague|driver|staff|manager|STAFF|barman ) ..2 ( recognised|recognized|recognises|remembers|remembered|
        knew|identified|placed ) ..1 ( YOU|YOUR|the_guest|who )
    ( if ) ..3 ( not_mistaken|memory_serves|remember_rightly|remember_correctly|recall_rightly|not_wrong ) ..8 ( YOU|we_met|we_spoke|yours )
    YOU|yours ..10 ( if ) ..3 ( not_mistaken|memory_serves|remember_rightly|remember_correctly|not_wrong|am_right )
    ( GUESS|know|certain|sure|remember|recall|mistaken ) ..4-NEG|hope ( we|i ) ..1 ( had|shared|exchanged ) ..3 ( chat|talk|conversation|word|words|drink|call|laugh|
        discussion )
    ( did|were|are|was|had ) YOU ..4-able ( sit|sitting|wear|wearing|come_with|arrive_with|staying_in|work|working|travel|travelling|carry|drive|driving|marry|dine|celebrate ) ..8 ?
    ( are|were ) YOU ( not )? ( our|the|that|one_of|a_former|an_old|perhaps|perchance|maybe ) ..2 ( apprentice|trainee|student|guest|employee|neighbour|neighbor|tenant|lady|man|couple|
        gentleman|woman|customer|cook|driver|waiter|group|party|family|person|one )
    YOU ..3-NEG ( came|sat|wore|were|live|stayed|brought|had|drove|parked|left|arrived|are ) ..8 COMMA ( did|were|are|have|had|do ) ( not ) you ?
    WE ..3-NEG|like|love|want ( know|remember|recall|tell|guess|sure ) ..2-NEG ( exactly|precisely|very_well )? ( which|what|whose|who ) ..1 ( evening|night|day|visit|order|booking|table|stay|party|guest|
        sat|stayed|complained ) ..2 ( this|it|YOU|that|was|there )
    ( it|this|that|review ) ..1 ( has_to|must|can_only|could_only|will|would|is_bound_to ) ..1 be ..2 ( lady|gentleman|couple|guest|family|man|woman|party|group|tenant|neighbour|
        chap|guy|girl|boy|employee|colleague|trainee|apprentice )
    ( you_and_i|you_and_me|we_two|two_of_us ) ..2 ( spoke|met|talked|know|had|argued|go_back )
    YOU ..2 ( not|never ) ..1 ( forgiven|forgotten ) us ..4
    ( right_in_thinking|correct_in_thinking|think|believe|guess|suspect|assume ) ..2 YOU ..1 ( were|are ) ..1 ( here|with_us|in_town|over|at_ours ) ..1 ( for|on|with|because ) ..4
    ( no|never ) ..1 ( mistaking|doubt_who|question_who|hiding ) ..3
    ( another|other|false|different|new ) ( name|nickname|alias ) ..2 ( $ | COMMA|or|and|does )
    ( sound|sounds|look|looks|read|reads|write|writes ) ..2 like ..1 ( a|the|one|our ) ..1 ( certain|particular|former|old|well_known ) ..2
    ( know|knew ) ..3-NEG ( YOU ) ..1 ( from|personally|well|of_old|very_well|better_than )
    ( anybody|anyone|everyone|everybody|all_of_us|nobody ) ..6 ( knew|knows|doubt|guess|tell ) ..4 ( whose|who_wrote|who_this|who_you|who_it )
    ( WE|team ) ..2-NEG ( remember|recall ) ..1 ( YOU|YOUR ) ..4 ( coat|dog|table|hat|party|suit|dress|face|car|birthday|group )
    ( you_used_to|you_once|you_ran|you_still ) ..1 ( work|works|cook|drive|clean|rent|run|worked|live|lived ) ..4 ( us|our|here|next_door|for_us|kitchen )
"""),
)
_NOT_GUESSED: Final = frames("""
    ( not|never ) ..2 ( know|sure|tell|certain ) ..10
    ( please|kindly|pls ) ..1 remember ..8
    ( like|love|want|wish|happy|hear|learn ) ..3 ( know|hear|learn ) ..6
    ( believe|sure|know|understand|think ) ( that )? ..1 YOU ( will|would|had|have|wanted|expected|deserve|found|
        enjoyed|may|can|felt )
    ( someone|anyone|somebody|colleague|manager ) who
""")


def guess(case: Case) -> Iterator[Finding]:
    """G14: a guess at who the author is, or a claim to know it."""
    for span in case.found(_GUESSED, _MORE_GUESSES, _RECOGNIZED, spare=_NOT_GUESSED):
        yield G14.block_sentence(case, *span, "guesses who wrote the review")
        return


_INFERRED: Final = frames("""
    ( as|being|als|como|siendo ) ( a|an|eine|ein|una|un ) ..2-room|rooms|entrance|access|NEG|our SPECIAL
    ( since|because|seeing|given|considering|knowing|as ) ..1 YOU ( are|have|were|suffer|follow|sind|haben ) ..3-NEG
        SPECIAL
    ( because|due|given|on_account|considering|despite ) ..1 ( of|to )? ..1 YOUR ..2 SPECIAL
    SPECIAL ..3 ( customers|guests|people|persons|users|visitors|patients|clients|diners|travellers|travelers|readers|
        kunden|gaste ) ..3-who ( like|such|as ) YOU
    ( customers|guests|people|persons|users|visitors|someone|those|somebody|anyone|leute|menschen|personas ) ..1 (
        with|of|who|in ) ..4 SPECIAL ..8 ( like|such|as ) ..1 ( YOU|YOURS|yours|YOUR )
    ( people|customers|guests|someone|those|person|anyone|somebody ) ..1 ( of|with|in|who ) ..1 YOUR ..2 ( SPECIAL|
        age|faith|religion|background|origin|weight|size|condition|state )
    YOUR|ihre|ihrer|su ..2-staff SPECIAL
    YOU ..1 ( are|were|must_be|being|look|looked|seem|seemed|have|had|sind|haben|es|may_be|might_be|suffer|follow|
        observe|practise|practice ) ..3-sorry|NEG SPECIAL
    ( like|such_as ) YOU COMMA? ..1 SPECIAL
    ( like|many|most|some|all|our|other|fellow ) ..1 SPECIAL ..1 ( customers|guests|people|users|visitors|ladies|
        women|men|travellers|patients ) ..10 YOU
    ( congratulations|congrats ) ..4 SPECIAL
    ^ ( being|as ) ..2 SPECIAL ..2 COMMA ..2 YOU
    ( for|to|with ) ( someone|somebody|people|a_person|a_man|a_woman|guests|those|anyone ) ..6 SPECIAL ..4 ( like|
        such_as|as ) ..1 YOU
    YOU ..10-COMMA|END SPECIAL ..1 ( people|person|woman|man|guest|customer|mother|lady|gentleman|eyes|ears )
    ( at|in|with|for ) YOUR ..1 ( age|condition|state|weight|size|situation|health|pregnancy )
    ( i|we|one ) ..2 ( guess|assume|suppose|suspect|gather|see|take|notice|noticed|saw ) ..3 ( YOU ) ..6 SPECIAL
    SPECIAL ..3-who|ramp|menu ( couple|couples|guests|people|customers|ladies|men|women|travellers|families|visitors|persons|diners|patients|
        clients|pair|friends ) ..2 ( like|such_as|as ) ..1 ( YOU|yours )
    SPECIAL ..2 ( like|such_as ) ..1 YOU
    ( someone|somebody|guest|person|customer|people|guests|one|those|anyone|man|woman|lady|friend ) ..1 ( with|in|on|of|who ) ..5 SPECIAL
        ..6-NEG ( like )? ..3 YOU
    ( with|given|considering|despite|because_of|due_to|having|for|by|from|of ) ..1 ( YOUR|such_a ) ..3 SPECIAL
    YOUR ..2 SPECIAL ( must|may|might|probably|surely|is|are|was|were|will|would|makes|made|has|have|can|does|did|should )
    ( being|coming|as_you_are|you_are|you_come ) ..2 ( from|a|an ) ..2 NATION
    YOU ..1 ( people|folk|lot|guys ) ..3 ( from|of|in ) ..3 ( NATION|east|west|south|north|abroad|over_there|faith|religion )
    NATION|gay|lesbian|muslim|jewish|black|asian|african|religious|trans|queer ..1 ( guests|people|customers|couples|visitors|travellers|families|
        clients|patients ) ..8 ( welcome|equal|as_good|same|no_different|loved|respected|treat|just_like|as_much )
    ( people|guests|customers|everyone|those|men|women ) ..2 of ..2 ( all|any|every|whatever|other|YOUR ) ..2 ( race|races|faith|faiths|religion|
        religions|colour|color|origin|orientation|background|backgrounds|age|ages|size|sizes ) ..6 ( YOUR|yours|YOU|including_you )
    ( medication|medicine|pills|tablets|treatment|therapy|condition|illness|drugs|insulin ) YOU ..2 ( take|takes|are_on|use|need|have|suffer )
    ( about|with|of|for|given|considering|like ) YOUR ..1 ( heart|hip|hips|knee|knees|back|eyes|ears|legs|lungs|kidneys|nerves|blood|skin|weight|size|figure|belly|brain|
        head|sugar|thyroid|stomach|spine ) ..1 ( $ | COMMA|problem|problems|trouble|condition|issues|and|being|it|we|a|the )
    ( someone|somebody|anyone|person|man|woman|people|lady|guest ) ..1 ( of )? YOUR ..1 ( size|build|age|weight|height|background|faith|kind|origin|colour|state )
    YOU ..2 ( sound|sounded|look|looked|seem|seemed|appear|appeared ) ..3-NEG ( unwell|ill|sick|depressed|drunk|pregnant|anxious|autistic|flu|fever|feverish|foreign|
        disturbed|manic|bipolar|hungover|SPECIAL )
    ( baby_bump|bump_is|bump_of ) ..4
    YOU ..2 ( take|are_on|need|walk|walks|wear|wore|use|used|carry|move|get_around ) ..2 ( medication|medicine|pills|a_stick|a_cane|crutches|a_walker|
        a_frame|hijab|headscarf|turban|kippah|burka|hearing|oxygen|insulin|SPECIAL )
    ( because|about|due|thanks|owing|by|of ) ..1 ( to|of )? ..1 YOUR ..1 ( headscarf|hijab|turban|kippah|veil|burka|cross|skin|hair|looks|accent|
        crutches|cane|stick|walker|guide_dog|medication|pills|hormones|womb|bump|belly|menopause|partner_of )
    ( congratulations|congrats|mazel_tov ) ..6 ( order|two_of_you|three_of_you|little|bump|baby|news|expecting|way|arrival )
    ( guess|suspect|imagine|know|tell|why ) ..10 ( congratulations|little_one|happy_event|feet_up|eating_for_two|bump|expecting )
    ( eating_for_two|bun_in_the_oven|little_one_on_the_way|happy_event|bump_of_yours|your_bump|put_your_feet_up_while|in_your_state|
        time_of_the_month|at_your_stage )
    ( YOU ) ..1 and YOUR ( boyfriend|girlfriend|partner|husband|wife ) ..10 ( sir|madam|both_men|both_women|gentlemen|ladies )
    ( limited|reduced|restricted|poor ) ( mobility|sight|hearing|vision|eyesight ) ..4 YOU
""")
_PLACE: Final = frames("""
    YOU ( are|were ) ( blind|deaf|sick|mad ) ( of|to|with )
    ( sorry|glad|happy ) ..2 YOU ( are|were|felt|feel|had ) ..1 ( ill|sick ) ..2
    YOUR ..1 ( faith|hearing|hearing_from|condition_of ) ( in ) ..2
    YOUR ..1 ( sight|hearing|condition|weight|trauma|illness|race|view ) of
    ( hear|hearing ) ..1 YOUR ..3
    ( look|looking ) forward to ..1 hearing ..4
    ( hearing ) ( from|about|YOUR|of )
    ( step-free|accessible|access|room|rooms|toilet|ramp|menu|options ) ..3 ( for|is|are ) ..3 SPECIAL
    ( what|than|as|like|that ) ..3 YOU ( were|are|had_been ) expecting
    expecting ( a|an|the|to|more|better|something|that|this|from|us|much|less|it )
    YOUR ( origin|age|race ) ( airport|station )
    ( black|white|blind ) ( room|screen|mode|background|coat|wine|coffee|bread|box|page|lamp|shade|list|friday|chair|
        towel|towels|shelf )
""")


def inferred_trait(case: Case) -> Iterator[Finding]:
    """G13: a trait of the author that the review does not name."""
    said = _said(case)
    beside = case.holding(_TRAITS, _ADDRESSED, spare=(*_PLACE, *_OFFERED_TO_ALL))
    for span in chain(case.found(_INFERRED, spare=_PLACE), beside):
        words = {unit.word[:5] for unit in case.units_in(span) if unit.has("SPECIAL") or unit.has("NATION")}
        if words - said or not (words or said or _is_told(case, span)):
            yield G13.block_sentence(case, *span, "says of the author what the review does not say")
            return


_TRAITS: Final = frames("""
    ( muslim*|jewish|jews|christian*|catholic*|hindu*|sikh*|buddhis*|gay|lesbian*|bisexual|transgender|queer|homosexual|pregnan*|disabled|disability|wheelchair|
        autis*|spectrum|dyslex*|adhd|depressi*|diabet*|epilep*|dementia|alzheimer*|cancer|hiv|obes*|overweight|bipolar|mental_health|menopaus*|coeliac|celiac|asthma*|
        arthrit*|crutches|sabbath|ramadan|headscarf|hijab|turban|immigrant*|refugee*|kidneys|pacemaker|insulin|special_diet|no_longer_young|not_so_young|
        part_of_the_world|carrying_a_little|pensioner*|old_age|skin_colour|skin_color|orientation|your_religion|your_faith|medication )
""")
_ADDRESSED: Final = frames("""
    YOU|YOUR
""")
_OFFERED_TO_ALL: Final = frames("""
    ( if|should|whenever|when|in_case ) YOU ..14
    YOU ( can|could|will_find ) ..12
    ( let_us_know|ask_us|tell_us ) ..10
    ( sorry|thank|THANKS ) ..3 ( YOUR|YOU ) ..2 ( review|feedback|comment|words )
""")


def _is_told(case: Case, span: Span) -> bool:
    """Say whether the review holds a word of the place that tells something."""
    told = {word[:_STEM] for word in case.review_text.lower().split()}
    return any(len(unit.word) >= _TELLING and unit.word[:_STEM] in told for unit in case.units_in(span))


_STEM: Final = 5
_TELLING: Final = 4


def _said(case: Case) -> set[str]:
    """Return how the words of the review that name traits begin."""
    view = View(case.review_text)
    return {
        unit.word[:5]
        for unit in Encoded(units(view.text, view.sentences)).units
        if unit.has("SPECIAL") or unit.has("NATION")
    }


RULES: Final = (called_false, guess, inferred_trait)
