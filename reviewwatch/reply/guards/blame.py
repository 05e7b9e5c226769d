"""Blame on the reviewer, said outright or between the lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.faulting import FAULTING, HINTS_OF_BLAME
from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G22: Final = Law("G22", "Denial and blame cost trust (Kapes and others 2022); platforms ask for politeness")

_DONE: Final = (
    "*ed|told|read|brought|given|taken|known|left|let|kept|sent|spoken|said|written|made|put|set|done|chosen|gone|come"
    "|driven|rung|run|shut|paid|held|hung|thought|bought|understood|forgotten|broken|begun|slept|looked|gotten_in"
)
"""What somebody has done: other words after "have" are what somebody owns."""
_ADVERB: Final = (
    "also|simply|just|really|better|clearly|obviously|apparently|perhaps|probably|evidently|then|first|still|even|"
    "unfortunately|sadly|at_least|presumably|maybe|certainly|surely"
)
_SUFFERED: Final = (
    "been|had|received|seen|felt|got|gotten|enjoyed|found|reached|waited|noticed_that|never|heard|expected|met|"
    "come_home|slept|liked|left_with|faced|needed|wanted|wished|hoped|deserved|missed_out"
)
_BLAMES: Final = frames(f"""
    YOU should|could|ought ( {_ADVERB} )? ( have|to_have ) ( {_ADVERB} )? !{_SUFFERED} {_DONE}
    YOU ( might|may ) ( {_ADVERB} )? have ( {_ADVERB} )? !{_SUFFERED}|read|noticed|learned|learnt|come_across|missed
        {_DONE}
    YOU ( {_ADVERB} | have|had|seem_to_have|appear_to_have|must_have )? ( {_ADVERB} )? ( failed_to|fail_to|forgot|
        forgotten|ignored|overlooked|misread|misunderstood|misused|mishandled|neglected|refused|
        skipped|broken|damaged | confused ..3 with | missed ..2 ( SOURCE|deadline|line|step|part|point|paragraph|slot|
        appointment )
        ) !us|our
    YOU ( {_ADVERB} )? ( chose_not|chose_to_not|never_bothered|did_not_bother|were_careless|were_mistaken )
    YOU ( {_ADVERB} )? ( at|by ) YOUR own
    ( it_is|was|is|are|were|being|entirely|purely ) ..2-not ( YOUR ( own )? ( fault|mistake|error|doing|responsibility|
        problem ) | user_error|human_error_on|operator_error )
    # Whoever may still choose is free; it is blame where it is over.
    ( was|were|been|being ) ..2-not YOUR ( own )? choice
    ( it_is|is|are|entirely|purely ) ..1-not YOUR own choice
    ( up_to|up ) ..1 ( customers|guests|the_user|the_customer|the_guest|each_user|each_guest ) to
    ( had|hatten|hattest|hubiera|si_hubiera ) YOU ..1 ( read|told|asked|checked|called|followed|looked|let|informed|
        mentioned|said|contacted|arrived|booked|waited|listened|been|given|gelesen|gesagt|gemeldet|gefragt|opened|
        ordered|tried|planned|paid|noticed|bothered|looked|cared|thought|taken )
    ( hardly|not|never|scarcely ) ..1 OUR ( own )? ( fault|problem|mistake|doing ) ..3 ( that|if|when|because ) YOU
    YOU ..1 ( gave|provided|sent|told|left ) ( us|driver|courier|reception | the ..1 ( driver|courier|team|desk ) )?
        ..2 (
        wrong|incorrect|false|incomplete ) ( address|number|name|date|time|details|code|size|email|phone|street )
    ( other|most|all|our_other|every_other|everyone|everybody|nobody|no_one|none_of_our|andere|otros|hundreds|
        thousands|many ) ..1 ( guests|customers|users|people|else|buyers|visitors|diners|clients|gaste|kunden|
        clientes ) ..1-YOUR|the ( manage|manages|managed|cope|copes|understand|understands|complain|complained|
        are_happy|read_the|read_our|read_it | ( sleep|enjoy|love|like ) ..2 ( it|here|well|just|there|fine|this|
        without ) | ( have|had|find|found|has ) ..1 ( no|never ) ..2 ( problem|problems|trouble|issue|issues|
        complaint|complaints|difficulty|difficulties|fault|reason ) | ( never|do_not|did_not ) ..1 ( complain|
        complained|mind|minded|struggle|need|have_a ) | get ..1 ( on|along|by ) ) !and_we|that_we ..2
    ( handled|used|installed|assembled|set_up|treated|washed|stored|entered|opened ) ..2 ( carelessly|improperly|
        incorrectly|wrongly|roughly|the_wrong_way|badly ) !by_us|by_our
    ( YOU | YOUR ( KIN|party|group|friends|guests|partner|family ) )
        ..2-and|which|that|WE|OUR|it|they|nobody|COMMA|staff|team|who|what|app|to ( did|do|have|had|chose|chosen|
        decided|refused|failed|neglected|omitted ) ..1-had|WE ( not|never|to_not ) ..1-have ( read|tell|check|ask|
        follow|report|mention|inform|let_us|bother|look|listen|show|bring|provide|give|call|use|complain|book|come|
        wait|pay|accept|notice|return|keep|clean|close|charge|enter|speak|say|contact|arrive|update|confirm|set )
    YOU ..1 got ( it|this|that|things|them|something | the ..1-wrong ( time|date|day|size|order|address|name|price|way
        ) ) ..1 wrong
    YOU ..1 got the wrong ( idea|end|impression|place|shop|hotel|restaurant|company|day|person )
    ( clearly|plainly|expressly|explicitly|already ) ..1 ( stated|written|says|said|marked|told|printed|states )
        ..8-NEG|sorry ( read|YOU|anyone|had|label|manual|nobody|no_one|for_all_to ) ..1 !missed
    YOU ( should|ought_to|must ) ..1 ( know|realise|realize ) ..2-WE !that|we|how_sorry
    ( caused|due|because|down ) ..2-COMMA|the ( by|to|of ) ( YOUR|YOU ) ..2 ( own|use|handling|behaviour|late|failure|
        mistake|not|connection|choice|instructions|misuse|having|being|carelessness | ( phone|device|settings ) (
        $ | COMMA|not|and_not ) )
""")
_MORE_BLAME: Final = frames("""
    ( was|were|been|is ) ..2 ( not|never ) ..1 ( read|followed|checked|reported|told|noticed|charged|closed|observed|
        mentioned ) ..2 by ..1-OUR ( YOU|customer|guest|user ) !service|team|care|support
    YOU ..2-COMMA|and|WE|OUR|who|they|he|she|were|was|have_been|get|got|if|when ( ordered|bought|chose|picked|pressed|
        clicked|used|entered|typed|took|put|set|installed|downloaded|booked|selected|opened|connected|read|went_to|
        wrote|confused|brought|came_to|plugged ) ..3-wrong_us|and|but|COMMA|got|received|given|sent|were|WE|OUR|us (
        wrong|incorrect|false|mistaken|cheapest|smaller|other_one|outdated ) !stars|rating|one_from|dish
    YOU never ( once|even|actually|really|ever )? ( complained|told|said|asked|mentioned|called|wrote|contacted|came|
        reported|checked|read|spoke|
        informed|let|showed|tried|replied|answered|returned ) !for|to_be|anything_of ..4
    ( instructions|manual|rules|label|terms|sign|signs|steps|notice|confirmation|mail|description ) ..1 ( is|are|was|
        were|say|says|said|state|states ) ..2-NEG|now ( clear|plain|obvious|clearly ) !to_us|to_me|now|er|mentioned|
        listed|shown|
        described|published ..3
    ( that|this|it ) ..1 ( is|was|happens|happen ) ..2 ( what|when|because|if ) ..2 ( happens|happen|you|comes ) ..2
        ( when|if|of|YOU ) ..6-WE|OUR ( book|buy|choose|cheapest|cheap|without|ignore|late|not )
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
    # Help for whoever forgot something, and what was done to the reader.
    ( if|in_case|when|whenever|should|unless|once|whether|even_if|suppose ) ..1 YOU ..2 ( forgot|forgotten|missed|
        skipped|
        lost|ignored|overlooked|failed|mistyped|misplaced|forget|misread|misunderstood ) ..3
    ( if|in_case|when|whenever|unless|should|as_long_as|even_if|where|so_that|so ) ..1 YOU ( do|did|have|had|can|are|
        were|
        arrive|come|arrived|came ) ..1 ( not|never|late|confused|wrong|mistaken|too_late|too_early ) ..3
    ( ensure|make_sure|sure|so_that|until|hope|want|wants|if|whether|see_if|check_that|once|working|see_that|confirm|
        verify|continue|monitor|expect ) ..8-COMMA|BUT ( works|worked|functions|runs|working|performs )
    WE had YOU ..3
    ( time|trouble|effort|minute|minutes|moment ) ..1 YOU ..1 took ..4
    ( what|which|how|why|when|where ) ..2 ( did|do|have ) YOU ..1 ( not|try|ever|really|actually ) ..4
    YOU ( have|had )? ..1 ( overlooked|missed|misread|forgotten|ignored ) nothing
    YOU did not ask ( to | for ( this|that|it|much|a_lot|money|anything | ( a|the|any|YOUR ) ( refund|money|sympathy ) )
        ) ..4
    # "The nicest thing you could have said."
    ( verdict|message|criticism|wish|REVIEW ) ..4-COMMA could not ..1 ( clearer|plainer )
    the !least *est|best|most ..3 YOU could|might have ( said|given|brought|picked|wished|written|paid|sent|made|done )
    # Somebody else did it.
    ^ ( the|a|an|our|some|his|her|their|one_of ) ..9-YOU|YOUR|COMMA|REVIEW|guest|guests|customer|customers ( without|
        instead_of|rather_than ) ..2
    ( other|many|several|some ) ..1 ( guests|customers|users|people|visitors ) ..1-NEG ( complain|complained ) ..2
    YOU ..2 ( late|too_late ) ..3 ( because|due|thanks|owing|through ) ..4 ( OUR|us|we )
    for YOU to be ..6
    ( as|because|since|now_that ) YOU ( are|may_be|might_be ) aware ..3
    ( WE|OUR|staff|team|they|fitter|driver|plumber ) ..8-YOU|COMMA ( without|instead_of|rather_than ) ..2
    ( WE|OUR|staff|team|fitter|plumber|kitchen|driver ) ..6-YOU|COMMA ( handled|used|installed|assembled|set_up|treated|
        washed|stored|entered|opened ) ..2 ( carelessly|improperly|incorrectly|wrongly|roughly|badly )
""")


def blame(case: Case) -> Iterator[Finding]:
    """G22: the fault put on the reviewer."""
    for span in (
        *case.found(_BLAMES, _MORE_BLAME, FAULTING, spare=_NO_BLAME),
        *case.found(HINTS_OF_BLAME, spare=DONE),
    ):
        yield G22.block_sentence(case, *span, "puts the fault on the reviewer")
        return


RULES: Final = (blame,)
