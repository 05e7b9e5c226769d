"""Blame on the reviewer, said outright or between the lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G22: Final = Law("G22", "Denial and blame cost trust (Kapes and others 2022); platforms ask for politeness")

_BLAMES: Final = frames("""
    YOU should|could|might|ought ( also|at_least|simply|just|really|better )? ( have|to_have ) ( at_least|simply|
        just|also|really )? !been|had|received|seen|felt|got|gotten|enjoyed|found|reached|waited|noticed_that|never|
        heard|expected|to|met|come_home|slept|liked|left_with
    YOU ( FAULT_YOU ) !been|had|received|seen|felt|got|gotten|enjoyed|found|to|reached|heard|helpful|never
    YOU ..1 ( simply|just|clearly|obviously|apparently|perhaps|seem_to_have|appear_to_have|have|had|seem|must_have|
        probably|evidently )  ..2 ( FAULT_YOU|failed|forgotten|missed|ignored|overlooked|misread|misunderstood|
        neglected|chosen|refused|confused|mistaken|skipped|broken|damaged ) !us|been
    ( YOUR|YOU ..1 own | customer|guest|user|users ) ..2-OUR ( fault|mistake|error|doing|responsibility|carelessness|
        negligence|oversight|problem|misuse|ignorance|choice|job|duty|schuld|fehler|culpa )
    ( had|hatten|hattest|hubiera|si_hubiera ) YOU ..1 ( read|told|asked|checked|called|followed|looked|let|informed|
        mentioned|said|contacted|arrived|booked|waited|listened|been|given|gelesen|gesagt|gemeldet|gefragt|opened|
        ordered|tried|planned|paid|noticed )
    ( customers|guests|users|people|buyers|visitors ) ..1 ( should|must|need|ought|have ) ..1 ( to )? ..1 ( check|
        read|know|follow|look|plan|report|measure|listen|ask|learn|tell )
    ( other|most|all|our_other|every_other|everyone|everybody|nobody|no_one|none_of_our|andere|otros|hundreds|
        thousands|many ) ..1 ( guests|customers|users|people|else|buyers|visitors|diners|clients|gaste|kunden|
        clientes ) ..1-YOUR ( manage|manages|managed|sleep|cope|have_no|had_no|no|never|find|found|enjoy|understand|
        read|are_happy|love|complain|complained|has|seem|like|get|do_not|did_not ) ..3
    ( carelessly|improperly|incorrectly|wrongly|roughly ) ..3 ( handled|used|installed|assembled|set|treated|washed|
        stored|entered )
    ( handled|used|installed|assembled|set_up|treated|washed|stored|entered|opened ) ..2 ( carelessly|improperly|
        incorrectly|wrongly|roughly|the_wrong_way|badly )
    ( user|operator|customer|human|guest|bedien* ) ( error|mistake|fault|failing )
    ( did|do|have|has|could|would ) YOU ..1 ( even|actually|bother|really|not_think ) ..3 ( read|check|try|look|ask|
        think|call|follow|tell|listen )
    ( YOU|YOUR ) ..2 ( did|do|have|had|chose|chosen|decided|refused|failed|neglected|omitted ) ..1-had ( not|never|
        to_not ) ..1 ( read|tell|check|ask|follow|report|mention|inform|let_us|bother|look|listen|show|bring|provide|
        give|call|use|complain|book|come|wait|pay|accept|notice|return|keep|clean|close|charge|enter|speak|say|
        contact|arrive|update|confirm|set )
    ( YOU ) ..1 ( chose|decided|opted|insisted|wanted|picked ) ..1 ( to|the|on|this ) ..6 ( so|yourself|instead|
        anyway|cheapest|cheap|late|not )
    ( YOU ) ..1 got ..3 ( wrong )
    ( clearly|plainly|expressly|explicitly|as|already ) ..1 ( stated|written|says|said|marked|explained|told|shown|
        described|printed|mentioned|states ) ..8 ( read|YOU|before|anyone|had|label|manual|terms|nobody|no_one|
        for_all_to ) ..1 !missed
    ( next_time|in_future|please|kindly|perhaps|maybe ) ..3 ( read|check|ask|tell|follow|look|pay_attention|plan )
        ..6-WE ( before|first|properly|carefully|instructions|instead|more|manual|the_label|complain|blam*|review|
        writing )
    ( expect|expectation|expectations ) ..4 ( unrealistic|too_high|unreasonable|too_much|wrong|exaggerated|
        for_the_price|at_this_price )
    ( unrealistic|unreasonable|exaggerated|excessive ) ( expectation|expectations|demand|demands|request )
    ( what ) ( did|do|else_did|would ) YOU expect ..6
    ( YOU ) ( get|got|paid|pay ) ( what|for_what ) ..2 YOU ( pay|paid|got|get ) ..2
    YOU ( should|must|ought_to|could ) ..1 ( have )? ( know|known|realise|realised|realized|guessed|noticed|
        anticipated|understood ) ..2-WE
    ( people|customers|guests|users|anyone|everyone|everybody ) ( should|must|ought_to ) ..1 ( know|realise|
        understand ) ..2
    ( cause|caused|due|because|down ) ..2-COMMA ( by|to|of ) ( YOUR|YOU ) ..2 ( own|use|handling|device|behaviour|
        late|failure|mistake|not|phone|connection|choice|instructions|delay|settings|misuse|having|being|carelessness
        )
""")
_MORE_BLAME: Final = frames("""
    ( was|were|been|is ) ..2 ( not|never ) ..1 ( read|followed|checked|reported|told|noticed|charged|closed|observed|
        mentioned ) ..2 ( by )? ..1 ( YOU|customer|guest|user )
    ( mistake|error|fault|misunderstanding|carelessness|oversight|slip|negligence|confusion ) ( on|at|from ) YOUR (
        part|side|end )
    ( nobody|no_one|no_other|none ) ..2 ( else|other|customer|guest|user|of_our ) ..2 ( had|has|complained|noticed|
        reported|mentioned|saw|was|experienced|minded ) ..4
    YOU ..2 ( ordered|bought|chose|picked|pressed|clicked|used|entered|typed|took|put|set|installed|downloaded|
        booked|selected|opened|connected|read|went_to|wrote|gave|confused|brought|came_to|plugged ) ..3-wrong_us (
        wrong|incorrect|false|mistaken|cheapest|smaller|other_one|outdated )
    YOU never ( complained|told|said|asked|mentioned|called|wrote|contacted|came|reported|checked|read|spoke|
        informed|let|showed|tried|replied|answered|returned ) ..4
    ( instructions|manual|rules|label|page|description|terms|sign|signs|website|text|steps|notice|confirmation|mail )
        ..2 ( is|are|was|were|say|says|said|state|states ) ..2 ( clear|plain|obvious|easy|simple|clearly|there_for|
        enough|written|very ) ..3
    ( it|that|app|lamp|machine|device|system|product|door|shower ) ( works|worked|functions|is_fine ) ..2 ( if|when|
        as_long|provided|for_everyone|for_everybody|perfectly|once|just_fine ) ..4 ( YOU|follow|used|one|properly|
        correctly|right|everyone|else|$ )
    ( customers|guests|users|people|buyers|visitors|everyone|clients|patients ) ..2 ( expected|supposed|required|
        asked|obliged|meant|advised ) to ..3 ( report|read|check|tell|ask|bring|know|follow|arrive|inform|measure|
        plan|clean|mention|call )
    why ( not|didn't_you ) ..1 ( tell|ask|call|say|mention|read|check|report|complain ) ..4
    ( that|this|it ) ..1 ( is|was|happens|happen ) ..2 ( what|when|because|if ) ..2 ( happens|happen|you|comes ) ..2
        ( when|if|of|YOU ) ..6 ( YOU|book|buy|choose|cheapest|cheap|not|without|ignore|late )
    ( the|a ) ..1 ( cheapest|cheap|lowest|budget|basic ) ..2 ( room|rate|ticket|option|price|model|category|plan )
        ..6 ( YOU|chose|expect|so|what|after_all )
    ( had|have ) YOU ..1 ( been ) ( more|on_time|careful|there|patient|awake|earlier|honest|clearer ) ..3
    YOU ..1 ( were|are|arrived|came|checked_in|showed_up|turned_up ) ( late|too_late|too_early|drunk|yourself|
        impatient|careless|confused|mistaken|wrong|to_blame|at_fault|unprepared|inattentive ) ..3
    ( simply|just|only ) ..1 ( had|needed|have|need|needs ) to ..2 ( read|press|ask|call|follow|look|tell|open|turn|
        plug|check|wait ) ..4
    ( we|nobody ) can not ..1 ( help|be_blamed|be_held|be_expected|know|guess|smell|read_minds|read_your|
        take_responsibility ) ..6 ( if|when|for|that|unless|what|YOU|mind )
""")
_NO_BLAME: Final = frames("""
    ( glad|happy|pleased|delighted|thank|thanks|thank_you|appreciate ) ..14-COMMA
    ( WE|nobody|no_one|someone|our_team|page|staff|app|system|driver ) ..2 ( should_have|should|could_have|failed|
        forgot|failed_to|forgot_to|might_have|ought ) ..8
    ( YOU|YOUR ) ( must_have|should ) been ..4
    ( not|nothing|never|no ) ..1 ( YOUR|YOU ) ..1 ( fault|mistake|error|responsibility ) ..2
    YOU ..2 ( nothing|not|never ) ..2 ( wrong|overlooked|missed|misread|mistaken|anything|overlook|miss ) ..4
    YOU ( were|had_been ) ..1 ( told|given|shown|sent|charged|promised ) ..2 wrong ..4
    ( sorry|apolog*|regret|pity ) ..4 ( that|YOU|if|to ) ..2 ( YOU ) ( had|did_not|were|could_not|have|felt|got|are|
        waited|missed ) ..6
    ( easily|easy_to|how_easy ) ..4 ( missed|miss|overlook|overlooked ) ..2
    ( YOU ) ( are|were ) ( not ) ( alone|the_only|the_first|wrong|mistaken|to_blame )
    ( YOU ) ( are|were ) ( right|so_right|quite_right ) ..6
    ( if|in_case|should ) YOU ( have|had|did ) ( not ) ( received|had|seen|heard|yet|already|found ) ..4
    YOU ( could|can ) not ..6
    ( will|would|shall|can|to|gladly|also ) let YOU know ..3
    # What the reader went through, not what was left undone.
    YOU ( might|may|could ) ..1 have ..1 ( faced|encountered|experienced|suffered|endured )
    YOU ( might|may|could ) ..1 have ( noticed|observed|come_across|run_into ) ..4 ( issue|issues|error|errors|problem|
        problems|delay|delays|outage|outages|crash|crashes|glitch|glitches|bug|bugs )
    # Where the terms stand is help, unless they are to be read better.
    ( suggest|recommend|advise|request ) YOU ..1 ( check|read|see|review|visit|consult ) ..2 ( terms|conditions|
        details|description|instructions|manual ) ( in|on|under|at|within ) ! ( ..12 ( carefully|properly|before|
        first|thoroughly|attentively|next_time|again|instead ) )
    ( not ) ..1 ( clear|easy|plain|obvious ) ..3
    ( sorry|apolog*|regret ) ..8-COMMA|but|when
    ( YOU ) ( can|could|might|may|may_want|might_like ) ( also|always|now|then|want|like ) ..3 ( check|read|ask|find
        ) ..4
    ( YOU ) should ( not|never|be_able|also|now|still|soon|always|see|receive|find|get|expect ) ..6
    ( should_have|could_have ) ( been|had ) ..6
    ( THANKS ) ..12-COMMA
""")


_HINTS_OF_BLAME: Final = frames("""
    it ( says|said|states|stands|is_written|is_printed ) ..1 ( so|this|that|it|there )? ..1 ( on|in|at|right_on|
        clearly_on|so_on ) ( the|every|our|each|your ) ( box|label|page|ticket|door|sign|bill|manual|first_page|
        confirmation|package|packaging|website|menu|contract|receipt|form )
    WE ( can|could ) not ..1 ( read|guess|smell|know|see ) ..1 ( minds|YOUR_mind|thoughts|YOUR_thoughts|the_future|
        what_nobody|what_you_do_not|everything|if_nobody|it )
    ( with|use|had_you_shown|show|taken|take ) ..2 ( little|more|bit_of|due|some ) ..2 ( care|attention|patience|
        thought|planning|preparation|effort|common_sense )
    ( lamp|room|parcel|item|food|box|device|order|it|everything|product|shelf|crate|car ) ..2 ( was|were|is|worked )
        ..1 ( fine|perfect|intact|clean|ok|okay|in_order|whole|undamaged|good ) ..3 ( when|until|before|as ) ..4 (
        left|sent|handed|shipped|arrived|YOU|packed|us|gave )
    ( next_time|in_future|another_time ) ..2-WE|YOU|YOUR ( read|measure|check|ask|think|plan|test|listen|tell|follow
        ) ..6-WE|us_see|better
    ( next_time|in_future|in_the_future|for_next_time|for_the_future ) ..3 ( advise|recommend|suggest|urge|request )
        ..3 ( read|check|study|measure|look_at|follow|pay_attention|listen|compare )
    ( please|kindly|just|simply ) ..1 ( measure|read|check|think|look_at|plan|compare|study ) ..6-WE ( first|before|
        next_time|beforehand|in_advance|instead|properly|again )
    YOUR ..1 ( phone|device|computer|tablet|connection|wifi|router|browser|wall|kettle|expectations|english|eyes|
        memory|planning|driving|handling|tv|laptop ) ..1 ( is|was|are|were|must_be ) ..1 ( too|simply|just|clearly|
        very|probably )? ..1 ( old|slow|weak|outdated|wrong|bad|poor|full|broken|high|cheap|crooked|uneven|short|
        at_fault|the_problem|to_blame )
    ( booking|coming|ordering|arriving|paying|asking|checking|complaining ) ( late|too_late|last|afterwards|
        at_the_last|online|cheap|in_august ) ..3 ( has|comes|means|costs|is|brings|does|leaves ) ..4
    YOU ..1 ( left|kept|put|broke|dropped|spilled|overloaded|scratched|lost|burned|burnt|damaged|unplugged|closed|
        blocked ) ..5 ( yourself|yourselves|open|on|wrong|upside_down|too|outside|unplugged|behind )
""")


_FAULTING: Final = frames("""
    # Too late: what would have been wise, what a word would have spared.
    ( it|that|this ) ..1 ( would|might|could ) ..1 have ..1 been ..2 ( wise|wiser|better|best|helpful|easier|easy|
        simple|simpler|sensible|nice|good|polite|fair|fairer|kind|useful|enough|a_courtesy|more_helpful ) ..3-WE|OUR
        ( to|if_you|for_you|had_you ) ..3-WE DEED !YOU
    ( glance|look|call|word|question|mail|e_mail|click|minute|visit|reading|note|read|press|turn|bit|little )
        ..10-WE|OUR|from_us|sorry ( would|could|might ) ..1 ( have|had ) ..1 ( saved|spared|told|shown|solved|
        avoided|prevented|cleared|been_enough|sufficed|done|helped|answered|made|worked )
    ( would|could|might ) not ( be|have ) ..3-WE|sorry ( problem|trouble|issue|complaint|delay|wait|happened|
        occurred|needed|been_necessary ) ..4-WE ( if|had ) YOU ..6
    # Silence.
    YOU ..5-sorry ( not|never|did_not|no|refused|without ) ..3 ( give|gave|giving|given|gives|grant|offer ) ..1 ( us|
        me|our|staff|the_team|anyone ) ..3 ( chance|opportunity|time|possibility )
    ( YOU|guests|people|instead|but ) ..3-sorry|WE ( kept|keep|remained|stayed|stay|keeping|preferred|prefer|chose|
        sat ) ..3 ( silent|quiet|silence|to_yourself|mum|in_silence )
    ( without|instead_of|rather_than|not ) ..1 ( saying|telling|asking|speaking|giving_us|letting|reporting|
        mentioning|bothering|raising|contacting|informing|calling|checking|reading|complaining|turning_to ) !YOU|it|
        in ..8-WE
    ( hard|difficult|impossible|can_not|unable|little|nothing|tough|hardly ) ..4 ( help|fix|solve|act|improve|know|
        react|put|do|guess|remedy ) ..6 ( if|unless|when|who|which|that|what|without ) ..6-sorry ( not|no_one|nobody|
        without|never|tell|told|say|saying|report|leaves|leave|silent|being_told|aware )
    ( instead|but|yet|only ) ..1 YOU ..2-WE ( waited|left_without|chose_to|preferred|decided|wrote|posted|complained|
        walked|waited_until|turned_to|went_online|rather ) ..4
    # It stood there.
    CLEARLY ..4-NEG|should|sorry|not|WE_should ( INFO ) ..6 ( SOURCE|YOU|anyone|everyone|when|before|at_the|on_the|
        in_the|$ )
    ( INFO ) ..2 CLEARLY ..6 ( SOURCE|$|COMMA )
    SOURCE ..3-NEG|should|sorry|nowhere|hard ( CLEARLY ) ..1 ( INFO )
    ( was|were|is|are|been ) ..2-NEG|should ( INFO ) ..10-NEG|sorry ( YOU ) ..2-sorry ( evidently|obviously|
        apparently|clearly|must|chose|never|not|MISDEED|seem )
    ( which|mail|card|note|page|sign|message|terms|SOURCE ) YOU ..2 ( evidently|obviously|apparently|clearly|
        seemingly|seem|simply )? ..1 ( not|never|MISDEED|missed ) ..2 ( open|read|see|notice|check|look|bother|
        follow|want_to|keep|MISDEED|$ )
    ( read|reading|look|looking|listen|listening|preparation|planning|patience|punctuality|check|checking ) ..1 ( is|
        helps|pays|matters|would_have|goes ) ..1 ( key|everything|an_art|essential|useful|helpful|a_virtue|half|
        better|COMMA|$|here|off|a_skill|optional )
    ( hard|difficult|impossible|not_easy|tough ) to ( overlook|miss|misread|misunderstand|ignore ) ..2-sorry
    ( hang|hangs|hung|stands|stand|is_up|are_up|is_pinned|are_pinned|is_on|are_on ) ..3 ( on|by|at|in|above|beside|
        over ) ( every|each ) ..2 ( door|wall|room|floor|page|ticket|table|desk|bill|lift|package|box|screen )
    could ..1 not ..1 ( have_been|be )? ..1 ( clearer|plainer|simpler|easier|more_obvious|more_clear )
    YOU were ..1 ( offered|given|asked|invited|told|warned ) ..10-sorry|not|never|wrong ( turned_it|turned_this|
        turned_that|declined|refused|rejected|said_no|did_not_want|ignored|chose_not|waved )
    # Of your own making.
    ( of|by|through ) YOUR own ..1 ( making|doing|accord|choosing|choice|fault|hand|mistake|impatience|haste|
        carelessness|decision )
    ( yourself|himself|herself|themselves|oneself|yourselves ) to ( thank|blame )
    ( self_inflicted|home_made|own_goal )
    ( left|switched|turned|set|filled|entered|chosen|selected|pressed|closed|opened|used|handled|assembled|typed|
        booked|signed|accepted|requested|confirmed|unplugged|blocked|installed|missed|ignored|caused|damaged|broken|
        overlooked|given|provided|made ) ..4-WE|OUR|to|sorry by YOU !are
    ( comes|came|boils|boiled|is|was|due|because|owing|put|lies|lay|points|depends|related ) ..2-not|sorry ( to|of|
        in|on|with|at ) ..1 ( how|the_way|what|something ) ..2-WE|OUR ( YOU|it_was|was|were|they_were|shower_was )
        ..3-WE ( used|use|handled|treated|set_up|operated|installed|assembled|did|do|washed|stored|entered|typed|
        pressed|ordered|booked|filled )
    # What the reviewer did.
    YOU ..2-sorry|WE|not|if|in_case|never ( MISDEED ) ..1 !because|by
    YOU must ..1 have ..1 ( turned|pressed|missed|misread|forgotten|confused|mixed|overlooked|used|entered|left|
        taken|chosen|clicked|set|typed|misunderstood|ignored|known|realised|realized|mistaken|put|picked|opened|
        booked|got|dropped|done|given|lost ) ..3 !lucky|worried|angry
    YOU ..1 ( are|were|was ) the ( one|ones|person|only|first ) ..2 ( who|that|to|guest|customer ) ..3
    YOU ..1 ( agreed|accepted|consented|signed|confirmed|ticked|acknowledged ) ..2 ( to|the|these|our|all|this|that|
        them|on|up|it ) ..3
    YOU ..1-sorry|to|sure ( knew|were_well_aware|were_perfectly_aware|were_informed|were_warned|were_told|
        had_been_told|had_been_informed|had_been_warned|are_aware|were_fully_aware|know ) ..2 ( that|of|about|
        in_advance|beforehand|before|several|twice|clearly|full_well|very_well|perfectly_well|exactly|what_you ) !we|
        our|YOU|reviews ..2
    surely ( YOU|anyone|everyone|everybody|a_guest|one ) ( know|knew|realise|realised|realize|realized|can|could|do|
        did|would|must|have|are|understand|noticed|saw ) ..3
    YOU ..1 ( were|are|seemed|seem|have_been ) ..2-sorry|not|never|right ( unwilling|reluctant|not_willing|
        not_prepared|not_interested|uncooperative|impatient|in_a_hurry|aggressive|demanding|abusive|unreasonable|
        hasty|inattentive|unprepared|mistaken|confused|careless|too_quick|too_late|late|in_the_wrong ) ..2 !by|
        because|about
    YOU ..1 ( picked|chose|booked|took|selected|opted_for|went_for|wanted|ordered|paid_for|requested ) ..3-our_hotel|
        us ( cheapest|cheap|basic|smallest|budget|lowest|simplest|economy|standard|wrong|saver|discounted|most_basic|
        low_cost ) ..3
    ( mistake|error|fault|confusion|misunderstanding|problem|delay|trouble|slip|issue|cause|blame|responsibility )
        ..6-not|sorry|WE|OUR ( YOURS | on YOUR ( end|side|part|own ) | with YOU | at YOUR ( end|side ) | YOUR own
        | down to YOU | entirely YOURS | lies_with_you )
    YOU ..2 ( got|have|had ) ..3 ( wrong|mixed_up|confused|muddled|backwards|upside_down ) ..2
    # Said of the case in general, or as a guess.
    ( only|just ) ..1 ( happens|happen|occurs|occur|happened|arises|fails|breaks|goes_wrong|possible|occurred|
        comes_up|appears ) ..2 ( where|when|if|with|because|after ) ..8-sorry|WE|OUR ( not|never|no|wrong|wrongly|
        badly|incorrectly|carelessly|improperly|too|without|forgotten|skipped|missing|ignored|somebody|someone|users|
        people )
    ( something|thing|matter|job|task|responsibility|duty|up|falls|rests|left|obligation ) ..1 ( that|which|to|of|
        for|with|on )? ..1 ( each|every|any|the|our|all )? ( user|users|guest|guests|customer|customers|buyer|buyers|
        person|visitor|visitors|traveller|everyone|everybody|individual|driver|YOU|reader|recipient|owner ) ..2 (
        has_to|have_to|must|should|needs_to|need_to|take_care|to|himself|themselves ) ..1-decide DEED|take|make|keep|
        see|be|ensure|know|back|bring|check|set|do|look
    WE ..2 can ..1 only ..1 ( assume|conclude|suspect|suppose|presume|guess|imagine|infer|think|believe ) ..12-WE|OUR
        ( not|never|wrongly|incorrectly|badly|improperly|too|without|wrong|YOU|YOUR )
    ( assume|conclude|suspect|presume|seems|appears|looks_as_if|likely|probably|apparently|evidently|presumably )
        ..8-WE|OUR|sorry ( not|never|wrongly|badly|incorrectly ) ..3 ( properly|correctly|done_right|followed|tight|
        tightened|read|fully_charged|mounted|closed|installed|screwed|plugged|set_up|assembled|as_described|as_shown )
    ( planning|preparation|care|attention|patience|reading|foresight|practice|look|effort|thought|common_sense )
        ..5-WE|OUR ( is|are|was|would|goes|helps ) ..5 ( takes|needed|required|necessary|avoid|avoided|prevent|
        prevented|long_way|helps|do|help )
    ( act|help|fix|solve|react|respond|mend|work|do_something|do_anything ) ..2 ( on|about|with|if )? ..1 ( what|
        things|problems|something|anything ) ..4-WE ( keep|keeps|kept|not|never|nobody|no_one|to_themselves|
        to_yourself )
    why ..1 ( did|does|do|has ) ..1 ( nobody|no_one|not_anyone|someone|anyone ) ..5 ( DEED|come|came|ring|knock|write
        )
    ( button|setting|settings|box|option|permission|permissions|switch|key|tab|tap|lid|valve|window|note|warning|
        message|reminder|update|lever|plug|cable ) ..4-WE|OUR|us|sorry ( was|were|is|has_been|had_been|been|
        must_have_been|got ) ..2-not|sorry ( pressed|refused|denied|ticked|unticked|switched_off|turned_off|ignored|
        overlooked|forgotten|disabled|declined|dismissed|skipped|swiped|clicked|tapped|muted|unplugged|left_open|
        left_on|left_off )
    ( app|system|machine|lock|boiler|lamp|shelf|door|oven|device|software|product|it ) itself ( does|did|is|was|
        cannot|works|has|can|never|worked|runs ) ..4
    only as ( good|strong|safe|fast|clean|reliable|stable|firm ) as ..6
    in ( YOUR | the|a|each|every ) ..1 ( customer's|guest's|user's|buyer's|recipient's|reader's|visitor's|own|YOUR|
        patient's|client's )? ..1 hands ..2
    ( handed_over|handed_to_you|left_us|left_our|delivered|was_fine|were_fine|left_the_shop ) ..2 ( on_time|in_order|
        fine|intact|in_perfect|in_good|as_agreed|frozen_solid|when_it ) ..6 ( after|then|later|since|what|when|
        on_your )
    ( a|one|another|some|little|moment's|quick|brief ) ..2 ( glance|look|call|word|question|click|minute|reading|
        planning|moment|attention|check ) ..10-WE|article|page|guide|again|OUR|from_us|sorry ( tends_to|usually|
        often|generally|normally|always|will|can|does|might|tend_to|would|could ) ..2 ( spare|spares|save|saves|help|
        helps|avoid|avoids|prevent|prevents|have_helped|have_saved|do|does_the|go_a_long|goes_a_long )
    ( when|if|where|whenever ) ..1 ( people|patients|guests|customers|someone|somebody|users|visitors|travellers|
        clients|a_guest|a_patient|a_customer|parents ) ..8-WE|OUR|sorry|feel ( late|after_their|too_early|without_a|
        without_telling|without_reading|last_minute|unannounced|behind_schedule|forget|forgets|miss_their|misses|
        cancel|ignore|ignores|keep_silent|say_nothing|skip|skips|anyway ) ..12-sorry
    ( assume|assumes|require|requires|presuppose|takes|need|needs|demand|demands|expect|expects|call_for|calls_for )
        ..3-WE|OUR|sorry|more|our ( willingness|reading|common_sense|a_minimum_of|good_will|some_effort|some_care|
        some_attention|some_patience|a_certain|grown_up|adult ) ..3
    # Not ours.
    ( technician|engineer|plumber|team|we|test|tests|check|checks|inspection|staff|carrier|lab|housekeeping|mechanic|
        electrician|investigation ) ..4-sorry ( found|find|finds|saw|detected|discovered|see|showed ) ..2 ( nothing|
        no|none ) ..3 ( wrong|fault|faults|problem|defect|defects|issue|issues|error|evidence|damage|anything|
        unusual|reason )
    ( works|worked|functions|functioned|performs|behaves|is_working|are_working|work|runs|was_working ) ..3-sorry|not
        ( as_intended|as_designed|as_it_should|as_described|as_expected|as_advertised|exactly_as|perfectly|
        flawlessly|without_a_problem|without_problems|without_any|for_everybody|for_everyone|for_all|for_most|
        for_others|for_other|for_thousands|for_the_rest|just_fine|fine_for|fine_here|for_us|like_a_charm ) ..2 !now|
        again|any_more
    ( is|was|are|were|am ) not ..1 ( our|the_hotel's|a_hotel's|down_to_us|on_us|up_to_us|something_we_can ) ..1 (
        problem|fault|doing|business|job|responsibility|concern|mistake|error|duty|task|can|could|COMMA|$ )
    ( we|hotel|shop|team|staff|nobody ) can ..1 ( not|hardly|scarcely|never )? ..1 be ( blamed|held|expected|made|
        responsible ) ..4
    # What people do.
    ( guests|customers|users|visitors|travellers|travelers|buyers|people|anyone|anybody|everyone|everybody|whoever|
        patients|one|adult|adults|person|most ) ..3-sorry|WE|NEG|not|should_feel ( usually|normally|generally|should|
        must|ought|ought_to|is_expected|are_expected|has_to|have_to|knows_to|would_have|can_be_expected|typically|
        tend_to|will_usually|bother_to|take_the_trouble|manage_to ) ..3-NEG|not|be ( DEED|know|knows|realise|realize|
        find|be_able|understand|let )
    ( anyone|anybody|everyone|everybody|whoever|people|guests|customers|he|she|those|child|adult|visitors ) ..5-sorry
        ( who|that|comes|arrives|books|buys|knows|sees|reads ) ..8-WE|sorry|like ( only|should|must|ought|
        cannot_complain|should_not|knows|can_expect|has_to|have_to|would_know )
    ( goes_without_saying|common_knowledge|common_sense|as_everyone_knows|as_everybody_knows|everyone_knows|
        everybody_knows|stands_to_reason|no_secret|hardly_a_surprise|hardly_surprising|no_surprise|no_wonder|as_any|
        basic_knowledge|school_knowledge ) !that_you|YOU
    # Asked back.
    why ..1 ( did|do|would|have|had|was|were ) ..1 ( YOU|this|it|that|nobody ) ..2 not ..6
    ( what|how ) ..1 ( did|do|were|are|else|exactly ) ..3 YOU ( expect|expecting|imagine|suppose ) ..6
    ( did|have|do ) YOU ..1 ( even|actually|bother|ever|at_least|really|try|not ) ..4
    # If only.
    ( had|if ) ..1 ( this|it|that|the|someone|somebody|YOU|we ) ..6 ( been_raised|been_reported|been_mentioned|
        been_told|been_flagged|been_brought|been_pointed|been_informed|been_notified|been_made_aware|was_raised|
        was_reported|known_at|known_then|come_to_us|come_to_our|spoken_to|had_let_us|come_forward ) ..6
    ( if|had|perhaps_if|only_if|as_long_as|provided ) ..1 YOU ..1 ( had|have|just|only|simply )? ..2 ( arrived|come|
        left|packed|used|taken|paid|set|kept|stayed|started|given|shown|had|booked|chosen|been|brought|turned|
        pressed|done|waited|ordered|asked|followed|thought|treated|handled ) ..10-WE|trouble|questions|problem|
        problems|doubt ( would|could|might ) ..3
    ( next_time|in_future|for_next_time|for_the_future ) ..3-WE|YOU|hope ( DEED|arrive|bring|pick|pack|think|leave|
        order|wait|turn ) !YOU|out|our ..4
    ( please|kindly|advise|recommend|suggest|urge|remind ) ..2 YOU? ..2 ( to )? ..1 ( read|check|study|measure|
        look_at|follow|pay_attention|listen|compare ) ..3-e_mail ( the|our|your|all|every|more|before|first|properly|
        carefully ) ..4 ( carefully|properly|first|before|next_time|in_advance|instructions|manual|terms|description|
        label|beforehand|thoroughly|attentively )
""")


def blame(case: Case) -> Iterator[Finding]:
    """G22: the fault put on the reviewer."""
    for span in (
        *case.found(_BLAMES, _MORE_BLAME, _FAULTING, spare=_NO_BLAME),
        *case.found(_HINTS_OF_BLAME, spare=DONE),
    ):
        yield G22.block_sentence(case, *span, "puts the fault on the reviewer")
        return


RULES: Final = (blame,)
