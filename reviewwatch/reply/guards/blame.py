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
    ( had|hatten|hattest|hubiera|si_hubiera ) YOU ..1 ( read|told|asked|checked|called|followed|looked|let|informed|
        mentioned|said|contacted|arrived|booked|waited|listened|been|given|gelesen|gesagt|gemeldet|gefragt|opened|
        ordered|tried|planned|paid|noticed )
    ( other|most|all|our_other|every_other|everyone|everybody|nobody|no_one|none_of_our|andere|otros|hundreds|
        thousands|many ) ..1 ( guests|customers|users|people|else|buyers|visitors|diners|clients|gaste|kunden|
        clientes ) ..1-YOUR ( manage|manages|managed|sleep|cope|have_no|had_no|no|never|find|found|enjoy|understand|
        read|are_happy|love|complain|complained|has|seem|like|get|do_not|did_not ) ..3
    ( handled|used|installed|assembled|set_up|treated|washed|stored|entered|opened ) ..2 ( carelessly|improperly|
        incorrectly|wrongly|roughly|the_wrong_way|badly )
    ( YOU|YOUR ) ..2-and|which|that ( did|do|have|had|chose|chosen|decided|refused|failed|neglected|omitted ) ..1-had (
        not|never|to_not ) ..1 ( read|tell|check|ask|follow|report|mention|inform|let_us|bother|look|listen|show|bring|
        provide|give|call|use|complain|book|come|wait|pay|accept|notice|return|keep|clean|close|charge|enter|speak|say|
        contact|arrive|update|confirm|set )
    ( YOU ) ..1 got ..3 ( wrong )
    ( clearly|plainly|expressly|explicitly|as|already ) ..1 ( stated|written|says|said|marked|explained|told|shown|
        described|printed|mentioned|states ) ..8 ( read|YOU|before|anyone|had|label|manual|terms|nobody|no_one|
        for_all_to ) ..1 !missed
    YOU ( should|must|ought_to|could ) ..1 ( have )? ( know|known|realise|realised|realized|guessed|noticed|
        anticipated|understood ) ..2-WE
    ( cause|caused|due|because|down ) ..2-COMMA ( by|to|of ) ( YOUR|YOU ) ..2 ( own|use|handling|device|behaviour|
        late|failure|mistake|not|phone|connection|choice|instructions|delay|settings|misuse|having|being|carelessness
        )
""")
_MORE_BLAME: Final = frames("""
    ( was|were|been|is ) ..2 ( not|never ) ..1 ( read|followed|checked|reported|told|noticed|charged|closed|observed|
        mentioned ) ..2 ( by )? ..1 ( YOU|customer|guest|user )
    YOU ..2 ( ordered|bought|chose|picked|pressed|clicked|used|entered|typed|took|put|set|installed|downloaded|
        booked|selected|opened|connected|read|went_to|wrote|gave|confused|brought|came_to|plugged ) ..3-wrong_us (
        wrong|incorrect|false|mistaken|cheapest|smaller|other_one|outdated )
    YOU never ( complained|told|said|asked|mentioned|called|wrote|contacted|came|reported|checked|read|spoke|
        informed|let|showed|tried|replied|answered|returned ) ..4
    ( instructions|manual|rules|label|page|description|terms|sign|signs|website|text|steps|notice|confirmation|mail )
        ..2 ( is|are|was|were|say|says|said|state|states ) ..2 ( clear|plain|obvious|easy|simple|clearly|there_for|
        enough|written|very ) ..3
    ( that|this|it ) ..1 ( is|was|happens|happen ) ..2 ( what|when|because|if ) ..2 ( happens|happen|you|comes ) ..2
        ( when|if|of|YOU ) ..6 ( YOU|book|buy|choose|cheapest|cheap|not|without|ignore|late )
    YOU ..1 ( were|are|arrived|came|checked_in|showed_up|turned_up ) ( late|too_late|too_early|drunk|yourself|
        impatient|careless|confused|mistaken|wrong|to_blame|at_fault|unprepared|inattentive ) ..3
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
    YOU ( could|can ) not ..6
    ( will|would|shall|can|to|gladly|also|and ) let YOU know ..3
    YOU and know ..3
    as YOU ( may )? know that ( YOUR|the|OUR ) ..3 ( comes|come|has|have|offers|costs )
    what YOU expectations
    # What the reader went through, not what was left undone.
    YOU ( might|may|could ) ..1 have ..1 ( faced|encountered|experienced|suffered|endured )
    YOU ( might|may|could ) ..1 have ( noticed|observed|come_across|run_into ) ..4 ( issue|issues|error|errors|problem|
        problems|delay|delays|outage|outages|crash|crashes|glitch|glitches|bug|bugs )
    # Where the terms stand is help, unless they are to be read better.
    ( suggest|recommend|advise|request ) YOU ..1 ( check|read|see|review|visit|consult ) ..2 ( terms|conditions|
        details|description|instructions|manual ) ( in|on|under|at|within ) ! ( ..12 ( carefully|properly|before|
        first|thoroughly|attentively|next_time|again|instead ) )
    ( not ) ..1 ( clear|easy|plain|obvious ) ..3
    ( sorry|apolog*|regret ) ..8-COMMA|BUT|but|when
    ( YOU ) ( can|could|might|may|may_want|might_like ) ( also|always|now|then|want|like ) ..3 ( check|read|ask|find
        ) ..4
    ( YOU ) should ( not|never|be_able|also|now|still|soon|always|see|receive|find|get|expect ) ..6
    ( should_have|could_have ) ( been|had ) ..6
    ( THANKS ) ..12-COMMA
""")


_HINTS_OF_BLAME: Final = frames("""
    ( pity|shame|unfortunate|unfortunately|wish ) ..3-WE YOU ..1 ( not|never|did|had|went|left|chose )
    it ( does|did|clearly ) ..1 ( say|state ) ..2 ( in|on ) ..2 SOURCE
    all ..1 ( it_takes|you_need|you_have|one_needs|you_had|was_needed|is_needed ) ..3 ( is|was ) ( to )? ( DEED|hold|
        press|turn|plug|click|charge|open|push|tap|pull|screw )
    ( only|just|merely ) ..1 ( a|one ) ..1 ( phone_call|call|click|message|email|mail|question|step ) away
    ( suspect|guess|imagine|reckon ) ..5-WE|OUR ( wrong|incorrect|other )
    ( shame|pity ) ..1 YOU ( threw|went|left|posted|wrote|put|chose|kept|waited|sent )
    ( nobody|no_one ) ..1 ( answers|opens|was_in|is_in|is_home|was_home|picks )
    ( pity|shame|unfortunate|wish|surprised ) ..3 YOU ..1 ( not|never ) ..1 ( DEED|pop|popped|come|came|ring|rang|knock|
        knocked|use|used|try|tried|wait|waited )
    ( had|if ) ( someone|somebody|anyone|YOU ) ( had )? ..1 been ( in|home|there|available|present|around )
    ( glance|look ) ( at|in|on|through ) ..4 ( does|would|will|might|could|can ) ..1 ( show|tell|reveal|help|say )
    ( with|use|had_you_shown|show|taken|take ) ..2 ( little|more|bit_of|due|some ) ..2 ( care|attention|patience|
        thought|planning|preparation|effort|common_sense )
    ( next_time|in_future|in_the_future|for_next_time|for_the_future ) ..3 ( advise|recommend|suggest|urge|request )
        ..3 ( read|check|study|measure|look_at|follow|pay_attention|listen|compare )
    ( please|kindly|just|simply ) ..1 ( measure|read|check|think|look_at|plan|compare|study ) ..6-WE ( first|before|
        next_time|beforehand|in_advance|instead|properly | again !and )
    YOU ..1 ( left|kept|put|broke|dropped|spilled|overloaded|scratched|lost|burned|burnt|damaged|unplugged|closed|
        blocked ) ..5 ( yourself|yourselves|open|on|wrong|upside_down|too|outside|unplugged|behind )
""")


_FAULTING: Final = frames("""
    would have been ..2 ( nice|good|better|helpful|kind|fair ) to ( hear|know|be_told|have_known|have_heard ) ..5 (
        before|earlier|sooner|at_the_time|then|first )
    ( people|guests|customers|folk ) ..1 ( do )? ( tend|like|love|often|always|rarely|seldom ) ..1 ( skip|forget|ignore|
        miss|overlook|leave|misread|rush|assume|throw )
    with the ( right|correct|full|proper ) ..1 ( address|size|code|settings|bulb|cable|number|details|plug ) ..6 (
        would|could )
    YOU ..1 ( went_ahead|carried_on|pressed_on ) ..1 without
    ( nobody|no_one ) else ..1 ( seems|seem|has|had|is|finds|found|struggles|struggled|complains|minds )
    YOU had ..8-sorry all along
    ( it|that|this ) ..2 ( needed|needs|takes|took|wanted|wants ) ..4-WE|OUR ( patience|care|reading|attention|planning
        |( a|one ) ..1 ( look|call|word|push|press|turn|charge|check|question|click ) )
    ( not|no ) ..2 ( mind_readers|clairvoyant|clairvoyants|psychic|psychics|fortune_tellers )
    ( is|was|were|are|stood|stands ) ..2-NEG|too|not ( on|in|at ) ..2 SOURCE ..4 ( CLEARLY|for_all|plain_to_see|
        all_along|before_you|when_you )
    if only ..1 YOU ..8
    YOU ..1 ( waited|took|needed|left_it ) ..4 ( to|before|until ) ..1 ( tell|report|say|contact|write|mention|complain|
        ask )
    ( as|which ) ..1 ( anyone|anybody|everyone|everybody ) ..1 ( can|could|may ) ..1 ( read|see|check|know ) !it|your
    it ( does|really|usually|always )? ..1 ( help|helps ) to ( DEED|charge|plug|press|turn|book|arrive|open )
    WE can only ..1 ( work|act|help|go|deliver|fix|solve|answer|react|be ) ..6 ( given|told|sent|typed|entered|reported
        )
    ( ^|perhaps|maybe|try|how_about ) ..1 ( little|bit|some|slightly|just )? ..1 more ( care|patience|attention|thought|
        planning ) ..4
    # Too late: what would have been wise, what a word would have spared.
    ( it|that|this ) ..1 ( would|might|could ) ..1 have ..1 been ..2 ( wise|wiser|better|best|helpful|easier|easy|
        simple|simpler|sensible|nice|good|polite|fair|fairer|kind|useful|enough|a_courtesy|more_helpful ) ..3-WE|OUR
        ( to|if_you|for_you|had_you ) ..3-WE DEED !YOU
    ( glance|look|call|word|question|mail|e_mail|click|minute|visit|reading|note|read|press|turn|bit|little )
        ..10-WE|OUR|from_us|sorry ( would|could|might ) ..1 ( have|had ) ..1 ( saved|spared|told|shown|solved|
        avoided|prevented|cleared|been_enough|sufficed|done|helped|answered|made|worked )
    # Silence.
    YOU ..5-sorry ( not|never|did_not|no|refused|without ) ..3 ( give|gave|giving|given|gives|grant|offer ) ..1 ( us|
        me|our|staff|the_team|anyone ) ..3 ( chance|opportunity|time|possibility )
    ( without|instead_of|rather_than|not ) ..1 ( saying|telling|asking|speaking|giving_us|letting|reporting|
        mentioning|bothering|raising|contacting|informing|calling|checking|reading|complaining|turning_to ) !YOU|it|
        in ..8-WE
    # It stood there.
    CLEARLY ..4-NEG|should|sorry|not|WE_should ( INFO ) ..6 ( SOURCE|YOU|anyone|everyone|when|before|at_the|on_the|
        in_the|$ )
    SOURCE ..3-NEG|should|sorry|nowhere|hard ( CLEARLY ) ..1 ( INFO )
    ( was|were|is|are|been ) ..2-NEG|should ( INFO ) ..10-NEG|sorry ( YOU ) ..2-sorry ( evidently|obviously|
        apparently|clearly|must|chose|never|not|MISDEED|seem )
    ( which|mail|card|note|page|sign|message|terms|SOURCE ) YOU ..2 ( evidently|obviously|apparently|clearly|
        seemingly|seem|simply )? ..1 ( not|never|MISDEED|missed ) ..2 ( open|read|see|notice|check|look|bother|
        follow|want_to|keep|MISDEED|$ )
    ( read|reading|look|looking|listen|listening|preparation|planning|patience|punctuality|check|checking ) ..1 ( is|
        helps|pays|matters|would_have|goes ) ..1 ( key|everything|an_art|essential|useful|helpful|a_virtue|half|
        better|COMMA|$|here|off|a_skill|optional )
    could ..1 not ..1 ( have_been|be )? ..1 ( clearer|plainer|simpler|easier|more_obvious|more_clear )
    YOU were ..1 ( offered|given|asked|invited|told|warned ) ..10-sorry|not|never|wrong ( turned_it|turned_this|
        turned_that|declined|refused|rejected|said_no|did_not_want|ignored|chose_not|waved )
    # What the reviewer did.
    YOU ..2-sorry|WE|not|if|in_case|never ( MISDEED ) ..1 !because|by
    YOU ..1 ( are|were|was ) the ( one|ones|person|only|first ) ..2 ( who|that|to|guest|customer ) ..3
    YOU ..1 ( agreed|accepted|consented|signed|confirmed|ticked|acknowledged ) ..2 ( to|the|these|our|all|this|that|
        them|on|up|it ) ..3-not|never|sorry
    YOU ..1-sorry|to|sure ( knew|were_well_aware|were_perfectly_aware|were_informed|were_warned|were_told|
        had_been_told|had_been_informed|had_been_warned|are_aware|were_fully_aware|know ) ..2 ( that|of|about|
        in_advance|beforehand|before|several|twice|clearly|full_well|very_well|perfectly_well|exactly|what_you ) !we|
        our|YOU|reviews ..2
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
    only as ( good|strong|safe|fast|clean|reliable|stable|firm ) as ..6
    ( a|one|another|some|little|moment's|quick|brief ) ..2 ( glance|look|call|word|question|click|minute|reading|
        planning|moment|attention|check ) ..10-WE|article|page|guide|again|OUR|from_us|sorry ( tends_to|usually|
        often|generally|normally|always|will|can|does|might|tend_to|would|could ) ..2 ( spare|spares|save|saves|help|
        helps|avoid|avoids|prevent|prevents|have_helped|have_saved|do|does_the|go_a_long|goes_a_long )
    # Not ours.
    ( works|worked|functions|functioned|performs|behaves|is_working|are_working|work|runs|was_working ) ..3-sorry|not
        ( as_intended|as_designed|as_it_should|as_described|as_expected|as_advertised|exactly_as|perfectly|
        flawlessly|without_a_problem|without_problems|without_any|for_everybody|for_everyone|for_all|for_most|
        for_others|for_other|for_thousands|for_the_rest|just_fine|fine_for|fine_here|for_us|like_a_charm ) ..2 !now|
        again|any_more
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
    ( did|have|do ) YOU ..1 ( even|actually|bother|ever|at_least|really|try|not ) ..4
    # If only.
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
