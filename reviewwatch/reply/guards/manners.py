"""Manners: no insult or mockery, no blame on the reviewer or on staff, and never only a cold correction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G21: Final = Law("G21", "Platforms' content rules; an insult is what readers remember")
G22: Final = Law("G22", "Denial and blame cost trust (Kapes and others 2022); platforms ask for politeness")
G28: Final = Law("G28", "GDPR art. 5; Tripadvisor: nobody who works here is blamed or punished in public")
G36: Final = Law("G36", "A correction without a courtesy reads as a rebuke")

_AT: Final = (
    "( YOU|YOUR|people_like_you|complaint|complaints|REVIEW|guests_like_you|claim|demand|demands|words|"
    "attitude|expectations|behaviour|behavior|story|nagging )"
)
_INSULTS: Final = frames("""
    INSULT !question|questions|card|cards|of_ours
    ( YOU | YOUR ..1 ( complaint|complaints|review|comment|post|claim|claims|demand|demands|attitude|behaviour|
        behavior|expectations|words|story|wish|idea|request ) ) ..1 ( is|are|was|were|sound|sounds|seem|seems|must_be|
        look|looks|be|being|ist|sind|es|son ) ..3-sorry|not|our|right|feel RUDE
    ( YOU|YOUR ) ..1 RUDE ..1 !that|to|about|how
    RUDE ..1 ( little|old|small )? ( review|reviews|complaint|complaints|comment|comments|claim|claims|person|people|
        customer|customers|demand|demands|remark|woman|man|excuse|post|guest|guests|question|attitude ) !of_ours|line
    ( how|what|so|such|too|as|truly|really|simply|frankly|utterly|was_fur|que ) ..2-WE|OUR|it|that ( a|an|ein|eine )?
        ..1 RUDE ..2 ( review|complaint|complaints|comment|thing_to|person|of_you|guest|customer|remark|demand|people|
        kritik|bewertung|queja|resena )
    YOUR ..2 ( rant|whining|tantrum|drivel|nonsense|moaning|nagging|rubbish|garbage|ramblings|rambling|outburst|hissy|
        meltdown|sulking|gejammer|unsinn )
    ( do|please ) not be ..2 RUDE
    ^ ..1 what ..2 ( rubbish|nonsense|drivel|garbage|joke|bullshit|tosh|twaddle|crap|a_joke|unsinn|quatsch|tonteria )
    ^ ..1 ( rubbish|nonsense|drivel|twaddle|garbage|blah ) ..1 $
    ^ ..2 MOCKERY ..2 ( would|will|can|could|just|love|like|always|are|never|must|need )
    ( cry_me_a_river|get_over_it|grow_up|get_a_life|shut_up|get_lost|good_riddance|nobody_cares|no_one_cares|
        shame_on_you|boo_hoo|boohoo|poor_thing|poor_you|poor_baby|slow_clap|give_me_a_break|nobody_asked|
        learn_to_read|use_your_brain|brain_cells|spoon_fed|smallest_violin|world's_smallest_violin|
        first_world_problem|first_world_problems|wasting_our_time|waste_of_our_time|too_much_time_on|
        nothing_better_to|get_a_hobby|need_a_hobby|find_a_hobby|comedy_gold|a_good_laugh|sorry_not_sorry|eyes_open|
        suit_your_talents|bless_your_heart|heul_doch|armes_ding|schamen_sie_sich|pobrecito|pobrecita|
        a_nadie_le_importa|hold_your_hand|sense_of_humour ) !here|so_fast
    ( how|however|wie|como ) ..1 ( will|did|could|can|do ) ..1 YOU ..2 ( ever|survive|cope|manage|get_over|recover|
        sleep ) ..3
    ( perhaps|maybe|try|suggest|recommend|might|should|why_not ) ..3-sorry|WE ( a|an|the )? ..4 ( would|might|may )?
        ..2 suit YOU|YOUR ..3 ( better|more|talents|budget|taste|level )
    ( suggest|suggests|try|recommend|buy|get|borrow|find|wear|invest|need|needs|time_for ) ..3 ( glasses|spectacles|
        manners|dictionary|brain|hearing_aid|map|sense|compass|calculator|school|mirror|optician|life|hobby|therapist|
        reading_lesson|patience )
    ( try|start|learn|begin ) ..1 ( reading|thinking|looking|listening|opening|using ) ..6 ( eyes|brain|head|glasses|
        once|next_time|carefully|before )
    ( some|certain|most ) people|guests|customers ..3 ( would|will|just|always|love|like|are|can|cannot|could|never|
        enjoy|live|complain|find|have ) ..6 ( complain|moan|whine|sun|anything|fault|find|please|pleased|happy|
        satisfied|live_to|hate|nothing|everything|enough )
    ( congratulations|congrats|bravo|hats_off|well_done|medal|award|oscar|trophy|applause|prize ) ..5 ( on|for|to|you|
        most|best|worst ) ..6-wedding|birthday|anniversary|baby|exam|engagement|graduation|new ( complain*|complaint|
        complaints|whin*|moan*|review|reading|find|finding|noticing|rude|ruin*|longest|shortest|patience|missing|
        managing|fault|drama )
    ( made|had|gave|gives|given|make ) ..1 ( us|our|me|everyone|whole|the_team|staff ) ..3 ( laugh|chuckle|giggle|
        smirk|roar|entertain* ) ..3-thank
    ( we|team|staff|kitchen|everyone ) ..3 ( laughed|chuckled|giggled|smirked ) ..3 ( at|about|over ) ..3
    ( must|bet|hope ) ..2 ( be|it )? ..1 ( nice|lovely|fun|great|exhausting|hard ) ..2 to_be|being|be YOU|so|that|
        such|perfect|never ..4
    ( thank|thanks|thank_you ) ..1 for ..1 ( nothing|wasting|the_drama|the_laugh|ruining|sharing_your_drama|
        the_entertainment|YOUR_useless|the_lecture|your_useless )
    ^ ( oh_no|oh_dear|dear_me|heaven_forbid|god_forbid|wow|ooh|gasp|oh ) ..1 COMMA ..8 ( a|the|how|what|imagine|had|
        poor|YOU|shock|such )
    ( as_if|sure|of_course|yeah|right ) ..2 COMMA ..3 ( because ) ..10
    ( too|so|how ) ..1 ( precious|delicate|sensitive|fragile|posh|refined|spoilt|spoiled ) ..5 ( for|YOU|to|soul|
        flower|guest|taste )
    ( YOU|someone|somebody|people ) ..3 ( lack|lacks|lacking|without|missing|short_of|devoid ) ..3 ( intelligence|
        manners|brains|class|education|brain|wits|taste|decency|sense )
    ( even|any ) ( a )? ..1 ( child|toddler|monkey|five_year|baby|kid|beginner|donkey|dog ) ..4 ( can|could|knows|
        would|manages|understands|gets )
    ( YOU|YOUR ) ..3 ( a|such|real|big|total|absolute|little ) ..2 ( joke|disgrace|embarrassment|nuisance|baby|
        piece_of_work|pain|coward|liar|diva|child|drama|cheapskate|complainer|ray_of_sunshine )
    ( only|just|what|any|nur|solo ) ..1 ( a|an|ein )? ..1 ( idiot|fool|moron|child|madman|snob|INSULT ) ..4
    ( not|never|hardly|barely ) ..3 ( sharpest|brightest|smartest|cleverest ) ..6
    ( whatever | yawn | blah ) ..1 $
    ( sarcasm|sarcastic ) ..2
""")
_MOCKING: Final = frames("""
    YOU ..3 ( no_idea|no_clue|not_the_faintest|not_the_slightest|clueless|know_nothing|do_not_know_what|
        talking_rubbish|talk_nonsense ) ..4
    ( go|run|off|do ) ( and )? ( whine|cry|moan|complain|sulk|bother|annoy|haunt|pester ) ..3 ( somewhere_else|
        elsewhere|to_someone|to_somebody|to_your|about_it|to_mummy|others|$ )
    ( how|so|very|truly ) ( brave|clever|kind|original|charming|grown_up|mature|witty|noble|heroic|big|smart|
        observant|perceptive|classy ) ( of_you )
    ( stay|stays|remain|eat|sleep|cook|shop ) ..1 ( at_home|home ) ( next_time|then|instead|in_future|if )
    what ( a|an ) ..1 ( sad|little|sorry|empty|miserable|boring|pathetic|ridiculous|silly|hard|tough|
        terrible ) ..2 ( life|person|existence|man|woman|world|burden|ordeal|complaint|review|story|way_to )
    ( perhaps|maybe|clearly|obviously ) ..2 ( hotels|restaurants|apps|shops|computers|cooking|technology|travel|
        travelling|the_internet|this|it|life|people|reading|shopping|eating_out|modern ) ..2 ( is|are ) ..1 ( not|too
        ) ..1 ( for_you|your_thing|hard_for_you|difficult_for_you|complicated_for_you|much_for_you )
    ( need|needed|want|wanted|require|bring|ask|call|get ) ..2 YOUR ..1 ( mum|mom|mummy|mommy|nanny|mother|daddy|dad|
        babysitter|grandma|nurse ) ..4 !with_you
    WE ..2 ( are|is ) not ( running|a|your ) ..1 ( a )? ..1 ( kindergarten|nursery|charity|babysitters|babysitter|
        servants|slaves|circus|mother|mothers|psychologists|therapists|magicians|mind_readers|hospital|zoo|mum|nanny )
    ( get|getting ) over ( yourself|it|yourselves )
    ( nobody|no_one ) ( cares|asked|needs|forced ) ..4 ( YOU|what_you_think|YOUR|$ )
    ( YOU ) ..2 ( sound|seem|look|must_be|are|act|behave|write|whine|moan ) ..3-sorry|right|happy|upset|not|
        disappointed ( like ) ( a|an|my|someone|the ) ..3 ( child|baby|toddler|idiot|fool|teenager|kid|person_who|
        diva|princess|donkey|broken )
    ( here|have|take|grab|want|send_you ) ..2 ( a|some|the|our|you ) ..1 ( tissue|tissues|cookie|medal|hanky|lollipop|
        pacifier|dummy|trophy )
    ( first|only ) ( person|customer|guest|one|human ) ..6 ( to_find|to_complain|to_notice|in_history|ever_to|
        who_could_not|too_stupid|who_cannot|who_managed ) ..4
    ( ten|five|two|three|whole|entire|NUM ) ..2 ( minutes|minute|hours|seconds|pence|pounds|euros|steps ) COMMA ..1 (
        how|poor|what|imagine|oh|the )
    ( rude|nasty|horrible|awful|miserable|bitter|unpleasant|impossible|toxic|terrible|dreadful|despicable|vile ) (
        person|people|guest|customer|man|woman|human|individual|client|soul )
    ( do|did ) YOU ( even|always|really|ever|actually ) ..1 ( think|read|cook|own|know|complain|whine|moan|have ) ..6
    ( wonder|wondering|astonishing|amazing|impressive|remarkable|touching|adorable|cute ) ..2 ( how|that|what ) ..2 (
        some_people|anyone|YOU ) ..6 ( manage|cope|survive|dress|complain|find_fault|find_something|tie )
    ( good ) ( luck ) ..2 ( finding|with|pleasing ) ..4 ( elsewhere|cheaper|better|life|attitude|anything|that )
""")
_NOT_AT_THEM: Final = frames("""
    ( it|that|this|which ) ( is|was|seems|feels ) ..2 RUDE ..8
    ( WE|OUR|ourselves ) ..5 ( RUDE|INSULT ) ..3
    ( RUDE ) ..3 ( mistake|of_ours|of_us|on_our|error|price|prices|queue|wait|bug|design|rule )
    ( right|agree|justified|fair ) ..4 ( call|find|called|say ) ..4 RUDE
    ( dummy ) ( plug|text|account|battery )
    ( sorry|apolog*|sad|regret ) ..12-COMMA|YOU_are
    ( clown|clowns ) ( at|in|from|show|act|who )
    ( fool ) ( proof )
    ( mean|means|meant ) ..2 ( a_lot|to|so|the_world|that|it|by )
    ( difficult|hard ) ( time|situation|to )
    ( YOU|YOUR ) ..2 ( sad|difficult|cheap|thick|dense|miserable|mad|embarrassing ) ( experience|time|night|stay|day|
        evening|journey|about|situation|surprise|hearing )
""")
_SCARE: Final = re.compile(
    r"[\"'](?:cold|dirty|rude|slow|broken|bad|horrible|terrible|late|small|experience|expert|review|problem|issue|complaint"
    r"|opinion|facts?|truth|ordeal|suffering|trauma|injury|emergency|disaster|nightmare|victim|critic|ruined|starving"
    r"|ignored|disgusting|long|hours?|huge|serious|urgent)[\"'],?(?= )",
    re.IGNORECASE,
)
_SCORN: Final = re.compile(
    r"\b(?:oh|so[- ]called|your|poor|dear|such a|wow|what a|how|ah|clearly|obviously)\b[^.!?]{0,18}$", re.IGNORECASE
)


def insult(case: Case) -> Iterator[Finding]:
    """G21: an insult, swearing or mockery. The same words about what happened are left alone."""
    for span in case.found(_INSULTS, _MOCKING, spare=_NOT_AT_THEM):
        yield G21.block_sentence(case, *span, "insults or mocks the reviewer, or swears")
        return
    for at in _SCARE.finditer(case.text):
        start = max(0, at.start() - 40)
        if _SCORN.search(case.text[start : at.start()]):
            yield G21.block(case, *at.span(), "puts what the reviewer says in scare quotes")
            return


_BLAMES: Final = frames("""
    YOU should|could|might|ought ( also|at_least|simply|just|really|better )? ( have|to_have ) ( at_least|simply|just|
        also|really )? !been|had|received|seen|felt|got|gotten|enjoyed|found|reached|waited|noticed_that|never|heard|
        expected|to|met|come_home|slept|liked|left_with
    YOU ( FAULT_YOU ) !been|had|received|seen|felt|got|gotten|enjoyed|found|to|reached|heard|helpful|never
    YOU ..1 ( simply|just|clearly|obviously|apparently|perhaps|seem_to_have|appear_to_have|have|had|seem|must_have|
        probably|evidently )  ..2 ( FAULT_YOU|failed|forgotten|missed|ignored|overlooked|misread|misunderstood|
        neglected|chosen|refused|confused|mistaken|skipped|broken|damaged ) !us|been
    ( YOUR|YOU ..1 own | customer|guest|user|users ) ..2-OUR ( fault|mistake|error|doing|responsibility|carelessness|
        negligence|oversight|problem|misuse|ignorance|choice|job|duty|schuld|fehler|culpa )
    ( had|hatten|hattest|hubiera|si_hubiera ) YOU ..1 ( read|told|asked|checked|called|followed|looked|let|informed|
        mentioned|said|contacted|arrived|booked|waited|listened|been|given|gelesen|gesagt|gemeldet|gefragt|opened|
        ordered|tried|planned|paid|noticed )
    ( if|if_only ) YOU ..1 ( had )( only|simply|just|bothered|actually )? ..1 ( read|told|asked|checked|called|
        followed|looked|let_us|informed|mentioned|bothered|paid|listened|taken|opened|said|spoken|contacted|done|come|
        reported|used|arrived|planned|waited|noticed )
    ( YOU ) ..2 ( refused|failed|neglected|omitted|chose|decided|forgot|forgotten|opted ) ..1 ( to|not_to ) ..2 !be
    ( up|responsibility|duty|job ) ..2 ( to|of ) ( customers|guests|users|YOU|the_user|the_guest|the_customer|
        every_guest ) ..1 to ..2 ( check|read|know|ask|tell|make|ensure|bring|report|follow|look|plan|book|choose|
        keep|set )
    ( customers|guests|users|people|buyers|visitors ) ..1 ( should|must|need|ought|have ) ..1 ( to )? ..1 ( check|
        read|know|follow|look|plan|report|measure|listen|ask|learn|tell )
    ( other|most|all|our_other|every_other|everyone|everybody|nobody|no_one|none_of_our|andere|otros|hundreds|
        thousands|many ) ..1 ( guests|customers|users|people|else|buyers|visitors|diners|clients|gaste|kunden|
        clientes ) ..1-YOUR ( manage|manages|managed|sleep|cope|have_no|had_no|no|never|find|found|enjoy|understand|
        read|are_happy|love|complain|complained|has|seem|like|get|do_not|did_not ) ..3
    ( only|just|nur|solo ) ..1 ( when|if|because|wenn|cuando ) ..4 ( handled|used|mistreated|treated|misused|dropped|
        washed|installed|overloaded|ignored ) ..4 ( carelessly|wrong|wrongly|roughly|badly|without|improperly|
        incorrectly|hard )
    ( carelessly|improperly|incorrectly|wrongly|roughly ) ..3 ( handled|used|installed|assembled|set|treated|washed|
        stored|entered )
    ( handled|used|installed|assembled|set_up|treated|washed|stored|entered|opened ) ..2 ( carelessly|improperly|
        incorrectly|wrongly|roughly|the_wrong_way|badly )
    ( user|operator|customer|human|guest|bedien* ) ( error|mistake|fault|failing )
    ( nothing|not ) ..1 ( wrong|a_fault|our_fault|our_problem|a_bug|broken|a_defect ) ..2 ( with|on|in|COMMA|$ ) ..3
        ( our|the|it|us|YOU|end|side|$ )
    ( did|do|have|has|could|would ) YOU ..1 ( even|actually|bother|really|not_think ) ..3 ( read|check|try|look|ask|
        think|call|follow|tell|listen )
    ( YOU|YOUR ) ..2 ( did|do|have|had|chose|chosen|decided|refused|failed|neglected|omitted ) ..1-had ( not|never|
        to_not ) ..1 ( read|tell|check|ask|follow|report|mention|inform|let_us|bother|look|listen|show|bring|provide|
        give|call|use|complain|book|come|wait|pay|accept|notice|return|keep|clean|close|charge|enter|speak|say|
        contact|arrive|update|confirm|set )
    ( YOU|YOUR ) ..3 ( ignored|overlooked|misread|misunderstood|misused|mishandled|disregarded|skipped|broke ) ..1
        !by|because|when|since|the_trouble
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
    ( YOU ) ..1 ( are|were|have_been ) ..2 ( late|early|careless|impatient|confused|mistaken|wrong|to_blame|at_fault|
        responsible|the_only|unprepared|inattentive|drunk|the_one|the_first ) ..3-sorry
""")
_MORE_BLAME: Final = frames("""
    ( not|never|wrongly|badly|incorrectly|carelessly|too_late ) ..3 ( by ) YOU ..2
    ( was|were|been|is ) ..2 ( not|never ) ..1 ( read|followed|checked|reported|told|noticed|charged|closed|observed|
        mentioned ) ..2 ( by )? ..1 ( YOU|customer|guest|user )
    ( fault|mistake|error|blame|responsibility|problem|slip ) ..3 ( is|was|lies|rests|entirely|on|with ) ..3 ( yours|
        YOURS|with_you|on_you|your_own|your_side|your_part|your_end|entirely_yours )
    ( mistake|error|fault|misunderstanding|carelessness|oversight|slip|negligence|confusion ) ( on|at|from ) YOUR (
        part|side|end )
    ( problem|fault|issue|error|cause|mistake ) ..2 ( is|was|lies|must_be|seems ) ..2 ( on|at|with|from ) YOUR ..1 (
        part|side|end|device|phone )
    ( nobody|no_one|no_other|none ) ..2 ( else|other|customer|guest|user|of_our ) ..2 ( had|has|complained|noticed|
        reported|mentioned|saw|was|experienced|minded ) ..4
    YOU ..2 ( ordered|bought|chose|picked|pressed|clicked|used|entered|typed|took|put|set|installed|downloaded|booked|
        selected|opened|connected|read|went_to|wrote|gave|confused|brought|came_to|plugged ) ..3-wrong_us ( wrong|
        incorrect|false|mistaken|cheapest|smaller|other_one|outdated )
    YOU never ( complained|told|said|asked|mentioned|called|wrote|contacted|came|reported|checked|read|spoke|informed|
        let|showed|tried|replied|answered|returned ) ..4
    ( instructions|manual|rules|label|page|description|terms|sign|signs|website|text|steps|notice|confirmation|mail )
        ..2 ( is|are|was|were|say|says|said|state|states ) ..2 ( clear|plain|obvious|easy|simple|clearly|there_for|
        enough|written|very ) ..3
    ( it|that|app|lamp|machine|device|system|product|door|shower ) ( works|worked|functions|is_fine ) ..2 ( if|when|
        as_long|provided|for_everyone|for_everybody|perfectly|once|just_fine ) ..4 ( YOU|follow|used|one|properly|
        correctly|right|everyone|else|$ )
    ( customers|guests|users|people|buyers|visitors|everyone|clients|patients ) ..2 ( expected|supposed|required|
        asked|obliged|meant|advised ) to ..3 ( report|read|check|tell|ask|bring|know|follow|arrive|inform|measure|
        plan|clean|mention|call )
    ( why|how_come ) ..1 ( did|do|have ) YOU not ..6
    why ( not|didn't_you ) ..1 ( tell|ask|call|say|mention|read|check|report|complain ) ..4
    ( that|this|it ) ..1 ( is|was|happens|happen ) ..2 ( what|when|because|if ) ..2 ( happens|happen|you|comes ) ..2
        ( when|if|of|YOU ) ..6 ( YOU|book|buy|choose|cheapest|cheap|not|without|ignore|late )
    ( the|a ) ..1 ( cheapest|cheap|lowest|budget|basic ) ..2 ( room|rate|ticket|option|price|model|category|plan )
        ..6 ( YOU|chose|expect|so|what|after_all )
    ( had|have ) YOU ..1 ( been ) ( more|on_time|careful|there|patient|awake|earlier|honest|clearer ) ..3
    YOU ..1 ( were|are|arrived|came|checked_in|showed_up|turned_up ) ( late|too_late|too_early|drunk|yourself|
        impatient|careless|confused|mistaken|wrong|to_blame|at_fault|unprepared|inattentive ) ..3
    ( with|use|using|show|take|needs|requires|a_little|a_bit_of|some|more ) ..2 ( care|attention|patience|
        common_sense|thought ) ..4 ( would_have|YOU|and_this|nothing_would|this_would|it_would|works|lasts )
    ( simply|just|only ) ..1 ( had|needed|have|need|needs ) to ..2 ( read|press|ask|call|follow|look|tell|open|turn|
        plug|check|wait ) ..4
    ( not|hardly|never|scarcely ) ..2 ( our ) ( fault|problem|mistake|responsibility|business|error|doing|concern )
        ..3
    ( we|nobody ) can not ..1 ( help|be_blamed|be_held|be_expected|know|guess|smell|read_minds|read_your|
        take_responsibility ) ..6 ( if|when|for|that|unless|what|YOU|mind )
""")
_NO_BLAME: Final = frames("""
    ( glad|happy|pleased|delighted|thank|thanks|thank_you|appreciate ) ..14-COMMA
    ( WE|nobody|no_one|someone|our_team|page|staff|app|system|driver ) ..2 ( should_have|should|could_have|failed|
        forgot|failed_to|forgot_to|might_have|ought ) ..8
    ( YOU|YOUR ) ( must_have|should ) been ..4
    ( not|nothing|never|no ) ..1 ( YOUR|YOU ) ..1 ( fault|mistake|error|responsibility ) ..2
    ( sorry|apolog*|regret|pity ) ..4 ( that|YOU|if|to ) ..2 ( YOU ) ( had|did_not|were|could_not|have|felt|got|are|
        waited|missed ) ..6
    ( easily|easy_to|how_easy ) ..4 ( missed|miss|overlook|overlooked ) ..2
    ( YOU ) ( are|were ) ( not ) ( alone|the_only|the_first|wrong|mistaken|to_blame )
    ( YOU ) ( are|were ) ( right|so_right|quite_right ) ..6
    ( if|in_case|should ) YOU ( have|had|did ) ( not ) ( received|had|seen|heard|yet|already|found ) ..4
    YOU ( could|can ) not ..6
    ( not ) ..1 ( clear|easy|plain|obvious ) ..3
    ( sorry|apolog*|regret ) ..8-COMMA|but|when
    ( YOU ) ( can|could|might|may|may_want|might_like ) ( also|always|now|then|want|like ) ..3 ( check|read|ask|find
        ) ..4
    ( YOU ) should ( not|never|be_able|also|now|still|soon|always|see|receive|find|get|expect ) ..6
    ( should_have|could_have ) ( been|had ) ..6
    ( THANKS ) ..12-COMMA
""")


def blame(case: Case) -> Iterator[Finding]:
    """G22: the fault put on the reviewer."""
    for span in case.found(_BLAMES, _MORE_BLAME, spare=_NO_BLAME):
        yield G22.block_sentence(case, *span, "puts the fault on the reviewer")
        return


_SHAMED: Final = frames("""
    ( STAFF|he|she|they|the_one|one ) ..6-COMMA|train|training|sorry|passes|praise|all ( DISCIPLINE ) !up|
        for_the_kind|praised|about_your_kind
    ( DISCIPLINE ) ..4-WE ( STAFF ) !praise
    ( WE|manager|management|boss ) ..3 ( have|had|will|has|are|did|will_be|going ) ..3 ( DISCIPLINE|spoken|speak|told|
        warn|talked|talk|dealt|deal ) ..4 ( STAFF|him|her|the_person|person ) ..2 ( about|and|firmly|sternly|severely|
        $|strongly|in_question|concerned|involved|responsible|off )
    ( STAFF ) ..10-COMMA|sorry ( BLAME_STAFF ) ..2 !on_our
    ( BLAME_STAFF ) ..3 ( of|by|on|lies|was|is|from ) ..3 ( a|the|our|one_of|that|this|his|her )? ..2 ( STAFF|he|she )
    ( STAFF ) ..2 's ..2 ( mistake|fault|error|blunder|carelessness|doing|slip|attitude )
    ( that|this|it ) ( was|is ) ..2 ( chef|cook|waiter|STAFF ) ..3 's ..1 ( mistake|fault|error|doing )
    ( blame|blamed|blaming ) ..3 ( on )? ..2 ( STAFF|him|her )
    ( he|she|they ) ..1 ( knows|know|will_pay|regrets|admitted|apologised|apologized|has_been_told|was_told ) ..3 (
        it|for_it|so|wrong|better|off|$ )
    ( he|she ) ..2 ( was|is|has|had|does|did|will|got ) ..4 ( DISCIPLINE|BLAME_STAFF )
    ( have|has|had|is|was|been|got|received|given|faces ) ..2 ( a|been|her|his|an )? ..1 ( first|last|final|official|
        formal|written|stern|serious )? ..1 ( warning|reprimand|disciplin*|dressing_down|DISCIPLINE|caution|
        ticking_off|penalty|punishment|sanction )
    ( no_longer ) ( works|work|employed|with_us|part|one_of|on_our|on_the ) ..4
    WE ..2 ( fired|sacked|dismissed|suspended|disciplined|let_go|punished|demoted|replaced|reprimanded|cautioned ) ..4
    ( WE ) ..2 ( have|had|will ) ..2 ( fired|sacked|dismissed|suspended|disciplined|let_go|punished|demoted|
        reprimanded|cautioned|sent_home|fire|sack|dismiss|suspend|discipline|punish ) ..4
    ( newer|new|youngest|weakest|slowest|worst|laziest ) ..2 ( STAFF )  ..4 ( of_ours|got|did|was|made|BLAME_STAFF )
    ( STAFF ) ..1 ( who|that ) ..8-sorry|help|kind|looked|kindly|praise ( got|was|were|did|is|has|made ) ..4 ( wrong|
        BLAME_STAFF|DISCIPLINE|not_know )
""")
_MORE_SHAME: Final = frames("""
    ( STAFF|employee|trainee|person|colleague|man|woman|lady|gentleman|girl|boy|one ) ..8-COMMA|sorry|glad|kind|
        our_fault ( is|was|were|has|had|made|did|gave|got|forgot|acted|behaved|lacks|made_a|took ) ..4 ( careless|
        lazy|rude|slow|useless|clumsy|wrong|mistake|mistakes|incompetent|sloppy|unprofessional|too_slow|inexperienced|
        overwhelmed|impolite|tired|drunk|forgetful|disciplined|dismissed|spoken_to|punished|fired|sacked|warned|
        suspended|not_up_to|to_blame|at_fault|replaced|let_go|told_off|reprimanded|your_order )
    ( will_not|not|never|no_longer|wont|hardly ) ..1 ( be )? ..1 ( working|work|serve|serving|see|seeing|handle|
        handling|staff|staffing|meet|drive|driving|cook|cooking|find ) ..3 ( desk|here|for_us|with_us|again|him|her|
        shift|bar|kitchen|that_round|anymore|any_more|any_longer|for_our )
    WE ..3 ( let|sent|moved|took|put|had ) ..4 ( go|home|off_the|another_job|off_duty|on_leave|suspended|dismissed|
        aside|on_notice|elsewhere|a_word ) ..2
    ( STAFF|employee|trainee|person|colleague|he|she|one ) ..2 ( concerned|involved|responsible|in_question|
        you_spoke_to|you_mention|who_served ) ..1 ( has|had|was|is|will|got|made|faces|gets ) ..5
    ( blame|fault|mistake|error|guilt ) ..3 ( of|with|by|lies_with|is_with|was_with ) ..2 ( STAFF|one_person|him|her|
        one_employee )
    ( night|evening|morning|kitchen|front|day|weekend ) ( porter|shift|team|crew|cook|manager|desk ) 's ..1 ( fault|
        mistake|error|doing|blunder )
    ( as|like ) ( he|she|they ) ( often|always|usually|so_often|does|do ) ..3
""")
_NOT_SHAMED: Final = frames("""
    ( all|whole|every|everyone|our ) ..1 ( STAFF|team|of_us ) ..3 ( trained|training|train|retrain|retrained|reminded
        ) ..4
    ( sorry|apolog*|regret|sad ) ..14-COMMA
    ( glad|happy|kind|praise|thank|thanks|thank_you|pleased|delighted|proud ) ..12-COMMA
    ( not|never ) ..2 STAFF ..2 ( fault|mistake )
    ( our ) ..1 ( mistake|fault|error ) ..3 ( not ) ..4
    ( STAFF ) ..2 ( listens|listen|can|will|would|is|are ) ..1 ( happy|glad|help|look|there|available|check|checking|
        listen|call )
    ( technician|engineer|developer|developers|courier|driver ) ..2 ( fixed|fixes|found|replaced|repaired ) ..3
""")


def shaming(case: Case) -> Iterator[Finding]:
    """G28: somebody who works here blamed or punished before everybody."""
    for span in case.found(_SHAMED, _MORE_SHAME, spare=_NOT_SHAMED):
        yield G28.block_sentence(case, *span, "blames or punishes somebody who works here")
        return


def cold(case: Case) -> Iterator[Finding]:
    """G36: a reply to somebody unhappy without one courtesy."""
    text = case.view.encoded
    n_words = sum("END" not in unit.tags for unit in text.units)
    is_unhappy = case.review.rating is None or case.review.rating.share <= _UNHAPPY
    if not n_words or not is_unhappy or not case.review_text.strip() or "COURTESY" in text.present:
        return
    if case.is_foreign():
        return
    yield G36.warn(case, 0, len(case.text), "has no courtesy: no thanks, no regret, no kind word")


_UNHAPPY: Final = 0.5

RULES: Final = (insult, blame, shaming, cold)
