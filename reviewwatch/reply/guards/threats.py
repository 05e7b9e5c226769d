"""Threats: nothing that we know or can do is held over a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G06: Final = Law("G06", "16 CFR 465.7: no intimidation to prevent or remove a review")

_MENACE: Final = frames("""
    THREAT
    ( will|going_to|shall|make_you|have_to|somebody|someone ) ..2 pay for ( this|it ) ( $ | COMMA|dearly|one_day|yet )
    be ..1 careful ( $ | COMMA|what|who|whom|if|next|now|from_now|how_you_talk|how_you_speak|about_what )
    ( find YOU | meet|catch|catches|caught|YOU ..4-sorry|like|level ) ..3 sooner_or_later
    sooner_or_later ..5 ( YOU|meet|regret|karma|catch|catches|word|pays|everybody_pays )
    WE ..1 will ..1 find ( YOU ( $ | COMMA|and|one|wherever ) | out ( who|where|your ) | who | YOUR ..1 ( house|home|
        address ) )
    ( WE|i|somebody|someone|people|friends|boys|lawyer ) ..3-driver|courier|engineer|technician turn up at YOUR
    ( know|knows|ask|asking|tell|told|telling|show|warn|hear|what ) ..3 YOUR ( neighbours|neighbors ) !about_the|
        know_that
    YOUR ( neighbours|neighbors ) ..3 ( know|knows|hear|read|learn|think|say|interested|told|see|should|might|will )
    ( told|warned|asked|informed|tell|warn ) ..7 ( look|watch ) out for ( YOU | YOUR ..1 ( name|face ) )
    ( not|never|dare ) ..2 show YOUR face
    YOUR ..1 ( address|name|postcode|household|face ) ..2 ( blocked|barred|blacklisted|on_our_list|on_a_list )
    ( do|take ) YOUR ( shopping|business|custom|money ) elsewhere
    YOU ..4-sorry ( struggle|hard|difficult|not|never ) ..3 ( get|find|book|see ) ..2 ( appointment|table|job|builder|
        dentist|landlord|hairdresser|salon|booking|anyone|anybody|somebody ) ..3 ( anywhere|around|in_town|in_this|
        else )
    let us just say ..4 YOU ..2 ( may|might|will|could|would ) ..8
    ( YOU|YOUR|words|review|reviews|posts|post|actions|claims|lies|this|writing|posting ) ..5-sorry|understand|late|
        delay|had|no
        consequences
    ( never|not|nobody|no_one|refuse|refused|none ) ..4-sorry|wait ( send|sends|book|serve|host|admit|accept|deliver|
        sell|welcome|want|have|take ) ..1 YOU ..1 ( again|back|anymore|any_more|any_longer|ever | here ( $ | again|any|
        COMMA ) )
    ( never|not|nobody|no_one|none ) ..4-sorry ( send|sends|deliver|sell ) ..2 YOUR way
    next time YOU ..8-sorry ( sent_away|turned|thrown|shown_the_door|shown_out|marched|escorted|stopped|refused )
    YOU ..1 ( live|lives|work|works|drink ) ..4-can|in ( doors|street|road|corner|village|round|next_door|opposite )
    for YOUR ..1 ( followers|boss|customers|colleagues|employer|landlord ) to ..2 ( learn|know|hear|see|find|read )
    ( long|good|excellent ) memory ( $ | COMMA|and|so|here|for_faces|for_names )
    ( have|has|got ) ..1 long memories
    ( told|asked|warned|instructed ) ..2 ( agency|agent|agents|portal|others|colleagues|doorman|staff|team|desk ) ..3 (
        not|never ) ..3 ( serve|book|let|admit|rent|deliver|sell|accept|take|send|host|have|welcome ) ..3 YOU
    ( WE|nobody|no_one|doorman|doormen|staff|team ) ..2 ( not|never|will|shall ) ..1 ( let|letting|lets ) ..1 ( YOU|
        them ) ..1 in !know
    ( can|could|may|should|must|better|go_and ) ..1 ( find|try|look_for ) ( another|a_different ) ( hotel|place|shop|
        restaurant|dentist|app|firm )
    WE ..2-NEG ( share|swap|compare|exchange ) ..1 ( notes|names|lists|details ) with ..1 ( other|others|each_other|
        one_another|every|all|neighbouring|friends|hotels|shops|landlords|places|hosts )
    ( i|we ) know YOUR ..1 ( KIN|boss|friends|neighbours|landlord|teacher )
    YOU ..8 who else ..4 ( read|see|hear|know|reads|sees )
    not let ( me|us ) ( see|catch|find ) YOU
    ( put|post|share|tell|publish|print|know ) ..5 ( about|of ) YOU ( too|as_well|also|online | $ )
    ( stories|things|pictures|photos|tales ) about YOU ..3
    knows what YOU look like
    YOU ..2-NEG on ( our|a|the ) ..1 list !of_those|waiting|mailing
    not ..1 ( bother|trouble ) ..2 ( to )? ..1 ( come|coming|book|booking|return|returning|order|ordering|stay|staying|
        visit )
    ( notice|noticed|noticing|see|saw|seen|know|found ) ..5-NEG ( where|who ) YOU ( work|works|live|lives|teach|study )
    ( account|booking|membership|access|subscription ) ..8-sorry WE ..2 can ..2 ( switch|turn|close|shut|cut|lock|block|
        cancel|end|delete ) ..2 ( off|down|out|it|just|any|at|$|easily )
    wonder ..4 ( they|boss|colleagues|family|friends|employer ) ..2 ( make|makes|think|thinks|say|says ) of
    WE ..2-NEG KNOW ..2-NEG ( which|whose ) ..5 yours
    ( other|all|every|local ) ..1 ( hotels|shops|places|hosts|businesses|restaurants|landlords|bars ) ..4-sorry ( have|
        know|got|hear|heard ) ..1 YOUR ..1 ( name|details|picture|number|face )
    ( carry|keep|go|post|write|try ) ..4 and see ( what|where|how )
    YOUR ..2-money|safe|secure ( address|plate|details|face|number ) ..2 ( is|are|sit|sits ) ..1-safe|only|secure|
        stored|kept|protected|encrypted
        ( here|on_file|with_us|on_record ) ( $ | COMMA|and|too|remember|should|if )
    YOU ..4-NEG on ..2 ( do not ( book|serve|rent|admit|host ) | no_go|blocked|watch|banned|black ) list
    be ..1 ( shame|pity ) if ( it|something|anything|that|someone|somebody|they )
    be ..2 ( shame|pity|sad|awkward|unfortunate|embarrassing ) if ..1 YOUR ..1 ( employer|boss|wife|husband|landlord|
        colleagues|neighbours|clients|school|family|friends|parents ) ..1 ( came|come|saw|see|read|heard|hear|found|
        find|
        knew|learn|learned|got_wind )
    WE ..3 ( keep|have|kept|hold ) ..1 YOUR ..2 ( form|slip|registration|sheet ) ..2 ( with|and | COMMA ) ..4 ( street|
        house_number | house number )
    ( camera|cameras|cctv|video ) ..3 ( caught|have|got|show|shows|recorded|filmed|saw ) ..1 YOUR ..2 ( plate|face|
        car ) ( nicely|well|clearly|beautifully|perfectly | COMMA? by_the_way )
    YOU ..2 find ..1 ( every|all|each ) ..2 in ..1 ( town|village|valley|island|city|street ) ..2 ( taken|full|booked|
        closed|shut ) ..1 ( from_now|from_today|for_you )
    ( other|fellow|local|all_the ) ..1 ( landlords|hotels|hosts|owners|shops|restaurants|dentists|garages|hoteliers )
        ..3 ( read|see|follow ) ..2-OUR|YOU ( reviews|REVIEW ) ..1 ( too|as_well|also )
    WE ..2 ( drive|walk|pass|cycle|jog ) ..1 ( past|by )? YOUR ..1 ( house|home|door|flat|office|workplace ) ! ( ..6 (
        collect|pick|drop|deliver|bring|leave ) )
    WE know ( when|how ) to use ( it|them ) ( $ | COMMA )
    ( man|woman|person|somebody|someone|people ) with YOUR ( car|address|job|name|face|number|family ) ..3 ( should|
        might|may|ought|better )
    and so ( does|will|do ) YOUR ..1 name
    no_longer ..1 ( somebody|someone|guest|customer|person ) WE ..6
    ( account|accounts|booking|bookings|names ) ..2 have a way of ( disappearing|vanishing|ending )
    YOUR ..2 ( membership|account|booking|tenancy|contract|place|job ) ..1 ( hangs|is_hanging|hanging ) by ..1 thread
    ( doors|door ) ..2 ( close|closes|shut|shuts ) ..2 ( for_good|forever|for_ever ) ..8 ( write|writes|post|posts|
        review|talk|talks )
    WE ..2 know ..2 ( which|what ) ( school|kindergarten|nursery|gym|church|club ) ( YOU|YOUR ) ..2 ( go|goes|attend|
        attends|visit|visits ) ..1 ( $ | COMMA )
    ( no_longer|not|stopped|cancelled|blocked|closed ) ..10 and YOU ( know|will_know|can_guess|can_imagine ) ..1 (
        why|the_reason ) $
    ( sleep|sleeping ) ..3 one eye
    if ( i|we ) ( went|go|were|wrote|posted|talked ) ..3 ( writing|posting|saying|spreading|putting|wrote|posted )
    WE ..2-NEG KNOW ..2-NEG ( where|who|which ) YOU ..1 ( live|lives|work|works|are|stay|park|sleep|shop|eat|drink|
        leben|wohnen|arbeiten|vive|trabaja|go|sit )
    WE ..2-NEG KNOW ( all|exactly|also|too )? ( YOUR ) ..1 ( address|name|number|house|car|plate|WORKPLACE|face|street|
        KIN|
        flat|home|phone|adresse|direccion|full_name|identity ) !was|is|has|wrong|spelled|spelt|only|safe|on_the_waiting
    WE ..2 KNOW ..6 ( wo|donde ) ..3 ( YOU|wohnen|arbeiten|leben|vive|trabaja|work|live )
    ( we|i ) ( still|also|now )? ( have|got|kept|keep|hold|store|saved|have_got|have_saved ) ( all|also|still )? YOUR
        ..1 (
        address|number|home_address|ip|details|picture|photo|face|plate|name|phone|home ) !safe|secure|private|only|
        was|is|wrong|number|protected
    ( better|best|wise|advise|advised|advisable|wiser|suggest|should|must|would|might|ought|smart|safer|prudent|
        remember|careful ) ..6-COMMA ( THREAT | watch ( YOUR|what|out|yourself|it ) )
    ( people|those|someone|anyone|authors|customers|guests|reviewers ) ( who|like|that ) ..8-NEG ( THREAT|regret|
        regrets|sorry_for )
    ( YOU|they|people|anyone|who|authors|writers ) ..6-WE|NEG ( regret|regrets|bereuen|arrepent* ) ..2
    ( you_will_regret|you_will_be_sorry|you_shall_regret|you_will_live_to|watch_your_back|think_twice|last_warning|
        final_warning|be_warned|live_to_regret|watch_yourself|pay_you_a_visit|pay_for_this|watch_what_you|
        careful_what|tread_carefully|expose_you|name_and_shame )
    ( bear|keep ) ..1 ( that|it|this ) in mind ..2 ( before|when|next|$ )
    ( bear_that_in_mind|keep_that_in_mind|mind_what_you )
    remember_that ( $ | COMMA|before|when|next )
    better_watch ( YOUR|what|out|yourself|it )
    ( WE|post|YOU|YOUR|anyone|one ) ..8-sorry|nobody|feel|felt|feeling BAN ..1 !in
    BAN ..2 ( from|at|in|by ) ..1 ( every|all|our|any|us|here )
    ^ ..4-WE|feel|felt|sorry|nobody|no|smoking|to BAN ..2 $
    ( guests|customers|people|those|anyone|reviewers|patients|clients|whoever ) ..8-nobody|no BAN
    ( YOU|YOUR ) ..3 ( no|never|not|nicht|no_longer ) ..3 ( welcome|served|willkommen ) ..2 ( here|again|anymore|
        longer|back|anywhere|any_more|in|$ )
    ( tell|inform|contact|call|ask|write_to|report|let|speak_to|visit|notify|ring|does|wonder|wissen|informar|erfahr*
        ) ..4-PRIVATE|help|about YOUR ..1 ( boss|employer|workplace|landlord|school|superior|headmaster|chef|
        arbeitgeber|jefe|jefa|empleador|casero|colleagues|wife|husband|parents )
    YOUR ..1 ( boss|employer|workplace|landlord|superior|jefe|jefa|arbeitgeber|chef ) ..8-COMMA ( know|knows|hear|
        learn|find|
        interested|see|told|informed|read|love_to|like_to|wissen|saber|sepa|erfahr*|enter* )
    YOUR ..1 ( colleagues|neighbours|neighbors|wife|husband|parents|school ) ..5-COMMA ( know|knows|hear|learn|
        interested|
        told|informed ) ..3 ( about|what|of|this|$ )
    ( let|letting ) YOUR ..1 ( colleagues|neighbours|neighbors|wife|husband|parents|school ) know ..3
    ( none|nobody|no_one|never|not ) ..6 ( stop|serve|deliver|help|talk ) ..4 ( YOUR ..1 door | YOU ..2 ( again|
        any_more|anymore|ever ) )
    ( one|another|single ) ..1 ( more|further ) ..1 ( word|post|review|comment|line|lie ) ..3 ( and|or|then )
    ( post|write|say|complain|repeat|publish ) ..2 ( again|more|once_more|like_this|like_that )
        ( and|or ) ( YOU|WE|YOUR ) ( will|shall|are )
    ( small|little ) ..1 ( town|village|world|island|community|place|valley ) ..6 ( talk|talks|word|careful )
    in ..2 ( town|village|world|place|island|city ) ( this|so|that ) small
    ( town|village|world|island|city ) ..1 is ..1 ( so|very|too )? small ..4 ( you_know|after_all|remember|talk|talks|
        word )
    ( never|not ) ..1 forget ( a|YOUR ) ..1 ( face|name|voice )
    ( careful|watch|think|stop|quiet|mind|delete|silent|sleep|worry|step ) ..8 if ( i|we ) were YOU
    if ( i|we ) were YOU ..4 ( would|should ) ..4 ( careful|watch|think|stop|quiet|mind|delete|keep|not|look_over )
    ( be|so|very|truly|will|soon ) sorry ..1 ( YOU|that_you|for_what|you_wrote|for_writing|one_day|you_posted|
        you_said )
    YOUR|konto|cuenta|account ..1 ( account|access|membership|booking|subscription|licence|card ) ..3-sorry ( is|will|
        can|may|be|would|gets|could ) ..3 ( history|closed|terminated|deleted|gone|blocked|suspended|over|end|
        cancelled|locked|revoked ) ..3 ( if|unless|should ) ..4-wish|like|want|need ( post|write|complain|continue|keep|
        review|say|again|repeat|carry|remove|delete|withdraw|take|goes|words|stop )
    YOUR|konto|cuenta|account ..1 ( account|access|membership|booking|subscription|licence ) ..1 ( is|will_be ) ..1 (
        history|over|gone )
""")
_THIS_WAY: Final = (
    "( COMPLAIN|talk|talks|write|writes|post|posts|run_us|say|says|speak|speaks|criticis*|slate|slates|slam|slams|rate"
    "|rates|treat|treats|insult|badmouth|drag|attack|smear|like_you|like_this|bad_review|what_you_wrote )"
)
_SHUT_OUT: Final = (
    "( not|never|no|nobody|nowhere|hard|harder|difficult|struggle|refuse|refuses|refused|last_time|twice )"
)
_MORE_MENACE: Final = (
    *frames(f"""
    ( guests|guest|people|customers|customer|those|anyone|reviewers|clients|patients|tenants|whoever|somebody|someone
        ) ( who|like|that )? ..2 {_THIS_WAY} ..8-COMMA {_SHUT_OUT} ..4 ( taken|served|accepted|welcome|admitted|let|
        come|get|find|return|treated|booked|invited|allowed|stay|stays|door|back|again|through|see|sit|table|room )
"""),
    *frames("""
    ( do|better|need ) not ..1 bother ..3 ( coming|come|to_come|returning|booking|calling|showing|ringing )
    YOUR ..4 ( booking|reservation|account|order|appointment|membership|stay|contract|tab|subscription ) ..4-sorry (
        cancelled|canceled|closed|refused|ended|terminated|void|off|blocked|suspended|live_long|withdrawn|frozen|stop|
        stops ) ..8 ( wrote|posted|review|comments|remarks|words|post|keep_this|goes_on|carry_on )
    ( we|i|our ) ..2-NEG ( share|shared|swap|exchange|circulate|pass|pass_on ) ..2 ( OUR|a|the|this|YOUR ) ..1 ( list|
        name|names|details|picture|photo|blacklist ) ..6 ( with|to|among|around )
    ( we|i ) ..1 never forget ..2 ( face|faces|name|names )
    ( every|each ) ( action|word|deed|post|review|lie ) ..2 ( has|have|brings|gets|finds ) ..2 ( reaction|consequence|
        consequences|price|answer|cost )
    ( boss|employer|wife|husband|landlord|partner|colleagues|clients|parents|school ) ..4-sorry ( interested|
        interesting|amused|love|say|think|pleased|curious|read|see|wonder ) ..2 ( to )? ..3 ( this|see|hear|read|know|
        that|it|what_you|about_you )
    ( wonder|curious|imagine|interesting ) ..2 ( what|how|whether|if ) ..2 YOUR ..2 ( wife|husband|boss|employer|
        landlord|partner|colleagues|clients|parents|school|neighbours|friends )
"""),
)
# Somebody else is told of the author; the author is kept out; the author is told to take care.
_WORD_SPREADS: Final = frames("""
    ( tell|told|telling|ask|asking|hear|hears|know|knows|learn|read|pass|passed|pass_on|passed_on|share|shared|warn|
        warned|inform|informed|spread|show|call|calling|contact|contacting|write_to|let ..3 know )
""")
_OTHERS: Final = frames("""
    ( employer|boss|landlord|neighbours|neighbors|wife|husband|partner|school|colleagues|clients|followers|parents|
        workplace|town|village|valley|street|island|other_hotels|other_bars|other_houses|other_shops|
        other_restaurants|other_landlords|the_trade|our_friends_at )
""")
_OF_YOU: Final = frames("""
    ( about_you|of_you|YOUR_name|your_name|what_you|how_you|who_you|they_think|your_details|your_photo|your_picture|
        your_employer|your_boss|your_landlord|your_neighbours|your_neighbors|your_wife|your_husband|your_school|
        your_colleagues|your_clients )
""")
_KEPT_OUT: Final = frames("""
    YOU ..2 ( will|may|are|shall|can ) ..1 ( not|never|no_longer|no ) ..4 ( book|stay|eat|dine|shop|enter|
        order|rent|return|be_served|be_let|be_admitted|welcome|come_back|come_in|get_in|find_a ) ..4 ( us|here|house|
        houses|again|future|any_of|our|ours|any_more|anymore|$ )
    ( doors|door|house|shop|bar|phone|page|books ) ..3 ( shut|closed|locked ) ..1 to YOU
    ( advise|suggest|recommend|please|better|invite|urge|ask|kindly ) ..5 ( choose|find|try|pick|use|book|go_to|
        take_your ) ..1 ( another|a_different|some_other|somewhere|business ) ..2 ( hotel|shop|place|restaurant|house|
        dentist|practice|firm|else|elsewhere ) ..8
    ( easy|simple|tempting|free|able|could|might ) ..4 ( give|pass|hand|share|publish|show ) ( YOUR_number|YOUR_address|
        your_number|your_address|your_name|your_details ) ..3 ( others|on|everyone|public|around )
    ( easy|simple|tempting|free|able|could|might ) ..4 ( give|hand ) ( it|them ) to ( others|everyone|anyone|people )
    ( others|people|some|those|many|few ) ..8-NEG ( regret|regretted|rue|rued ) ( it|this|that )
    ( flagged|marked|noted|tagged ) YOUR ..1 ( profile|name|account|number|address|face ) ..2
    ( twice|hard|carefully|again ) before ..1 ( posting|writing|reviewing|publishing|complaining ) ..3
    ( have|throw|thrown|kick|kicked|escort|escorted|chase|chased ) YOU ..1 ( thrown_out|out|removed|off_the|escorted )
    ( never|not ) ..1 forget ..1 ( a|this|YOU|that|such ) ..2 ( troublemaker|face|insult|person|guest|customer|name )
    ( keep|hold|have|start|started|opened|run|maintain ) ..1 ( a|our ) ( file|list|blacklist|black_book|register|record|
        dossier ) ..1 ( of|on|about|with ) ..1 ( troublemakers|YOU|complainers|names | ( guests|people|customers ) (
        who|
        like ) )
    ( shame_on_you|you_know_who_we_are|you_know_what_happens ) ...6 ( watch|careful|remember|wait )
    ^ ..1 ( watch_out|beware|be_warned|mind_yourself|look_out ) $
""")
_CLOSED_TO_ALL: Final = frames("""
    ( not|never|nobody|no_one|without|want_to ) ..4 throw YOU out
    ( not|never ) ..1 ( shut|closed|locked ) to YOU
    YOU ..1 will ..1 be ..1 sorry to ( hear|learn|read|see|know )
    think twice before YOU ( take|click|open|buy|download|share|pay|order|book|drive|swim|walk|lift|press|delete|sign )
    barred from the lift
    be ..1 careful if ( it|the|there|any|a )
    so_that WE can have YOUR ..3
    ( WE|team|kitchen|staff|managers|designers|developers ) ..4-COMMA ( keep|bear|keeping|bearing|kept ) ..2 in mind ..6
    keeping|bearing ( this|that|it ) in mind ..3
    ( let|help|allow ) ( us|me ) ( know|see|have|understand|find ) ..12-COMMA
    tell ( us|me ) ..12-COMMA
    where YOU ( are|were ) coming from
    ( hear|read|see|learn|sad|sorry|disappoint*|regret|hope|shame|pity|understand|feel|felt|decided ) ..4 YOU ..2 (
        will|
        would|are|may|might|do|can ) ..12-COMMA
    ( WE|team|staff|drivers|they|packers ) ..4 ( be_careful|be_more_careful|think_carefully|think_hard|think_twice )
    ( make|makes|made|making ) YOU think_twice ..6
    think twice before ..1 ( clicking|opening|buying|downloading|sharing|paying|ordering|booking|coming )
    ( not|never|asked_to|willing_to|happy_to|wanted_to|had_to ) ..3 pay for ( it|this )
    ( noise|noisy|loud|by|from|disturbed|next_door|late_night ) ..6 YOUR ( neighbours|neighbors )
    YOUR ( neighbours|neighbors ) ..4 ( loud|noise|noisy|party|kept|woke|slammed|smoked|smoke|smoking|music|late )
    ( will|shall )? ( not|never ) forget ..1 ( YOUR|the|those|these|such|all|to ) ..1 ( words|kind|kindness|visit|stay|
        warm|smile|evening|
        day|wedding|review|feedback|help|lovely|patience|generosity|support|customers|basics|bring|add|ask|tap|book|
        save|press|select|update|check|mention|use|turn|switch )
    ( find|found ) out who ( !YOU|wrote|posted|this|left|writes|is_behind|that ..8 )
    ( find|found ) out who YOU ( spoke|dealt|talked|met|saw|had|were_served|were_speaking ) ..3
    ( WE )? will find ( a|the|an|ways|some|what|it|something|another|time|our|all|your_parcel|your_order | out ( what|
        why|how|when|
        whether|more|which ) ) ..6
    ( driver|courier|delivery|parcel|van|engineer|technician|he|she|order|guests|YOU|somebody|someone|we ) ..4 turn up
        at ..3
    ( YOU ..2 | tap ..1 | how_to | to ) publish YOUR ..3
    to pay for this ( twice|again|extra|in|at|separately )
    ( should|nobody|no_one|not|never|without|could|someone|somebody|sign|page|app ) ..5 ( warned|warning ) you ..3
    ( evening|day|stay|visit|trip|holiday|night|meal|party|journey ) ..4 ( not )? end ( badly|well ) ..1
    tell everyone who ( asks|works|comes|visits|books|calls ) ..3
    sooner_or_later !YOU|YOUR ..1 ( every|each|the|a|any|it|we|all ) ..4-YOU
    ( ^ | please|kindly | YOU ( can|could|may|should|need_to|might ) ..2 ) ( ask|contact|call|inform|tell|speak_to|
        check_with|
        speak_with ) YOUR ..1 ( school|employer|parents|landlord|boss|workplace|colleagues|wife|husband|superior ) ..8
    ( should|shall ) not ..4 BAN ..2
    banned ( a|some|many|several|those|more|cheaters|bots|smoking|plastic ) ..3
    ( nobody|no_one|never|not ) ..4 ( feel|feels|felt ) ..2 BAN
    ( feel|felt|feeling|made ) ..4 BAN
    ( number|calls|call|facility|incoming|outgoing|line|sim|roaming ) ..6 barred ..4
    ( close|delete|cancel|terminate|suspend ) YOUR account ..2 ( on_request|at_your_request|on_your_request|as_you|
        if_you|
        whenever_you|when_you|for_you )
    ^ ..1 to ( close|delete|cancel ) YOUR account ..6
    ( how_do_i|how_you_can|able_to|option_to|ask_to|request_to|wish_to|help_you|button_to ) ( close|delete|cancel )
        YOUR account
    ( if|should|whenever|in_case ) YOU ..2 ( like|want|wish|prefer|need|decide|no_longer ) ..14
    found_out who YOU ( spoke|talked|dealt|met )
    be careful ( on|with_the|at|in|when ) ..4
    ( will|shall )? not forget ( what|how|that | YOUR words )
    ( dogs|pets|smoking|smokers|children|cars|bikes|cats|drones|animals|vehicles ) ..4 ( BAN|not_allowed|allowed|
        welcome )
    ( we_know_how|we_know_what|we_know_that ) ..8
    ( know|knows ) ( how|what|where_you_would|that ) ..8
    ( sorry|apolog* ) ..8-COMMA|BUT
    ( mind|watch ) ( the|your_step ) ..6
    YOU ( can|may|could ) ( close|delete|cancel|lock|block ) ..6
    ( please|pls ) ( bear|keep|remember|be ) ..4 ( mind|that ) ..3 ( the|we|it|there|our )
    ( THANKS ) ..12-COMMA
    ( sent|mailed ) ..2 from ..4
    ( if|should|in_case|when ) YOU ..4 ( like|want|wish|prefer|need ) ..8
    ( asked|ask ) us ..2 BAN
    ( how_to|want_to|like_to|wish_to|help_you|assist_you|assist_you_in|able_to_assist_you_in|ask_us_to ) ..2 BAN
    ( not|never ) ..1 ( know|see|tell ) ..2 ( who|where ) YOU ..3
""")


def intimidation(case: Case) -> Iterator[Finding]:
    """G06: what is known of the reviewer, a ban, an employer or a warning held over them."""
    spread = case.holding(_WORD_SPREADS, _OTHERS, _OF_YOU, spare=_CLOSED_TO_ALL)
    for span in chain(case.found(_MENACE, _MORE_MENACE, _KEPT_OUT, spare=_CLOSED_TO_ALL), spread):
        yield G06.block_sentence(case, *span, "threatens the reviewer, or can be read so")
        return


RULES: Final = (intimidation,)
