"""Threats: neither the law, nor what we know, nor a contract is held over a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import Finding

G05: Final = Law("G05", "16 CFR 465.7: no legal threats to prevent or remove a review")
G06: Final = Law("G06", "16 CFR 465.7: no intimidation to prevent or remove a review")
G07: Final = Law("G07", "Consumer Review Fairness Act, 15 USC 45b: a contract cannot forbid or punish reviewing")

_LEGAL: Final = frames("""
    OUR ..1 COUNSEL !next|door|office
    ( hear|hearing|letter|notice|word|call|mail|contacted|contact|message|visit|answer|line|news ) ..5-COMMA COUNSEL
        !next
    COUNSEL ..2 ( will|is|are|has|have|would|may|shall|can|knows|know|reads|read|advises|advise ) ..6 ( touch|contact|
        write|read|reading|look|looking|copy|review|reviewing|act|take|decide|deal|hear|in_touch|respond|follow|case|
        watching|YOU|informed|instructed|know|case|handle|examine|file|study|studying|assess )
    ( pass|passed|forward|forwarded|refer|referred|escalate|escalated|hand|handed|send|sent|speak|spoken|spoke|talk|
        talked|report|reported|consult|consulted|consulting|instruct|instructed|contact|contacted|brief|briefed|asked|
        ask|involve|involved|involving|with|by|to|leave ) ..4-COMMA|next COUNSEL !next|'s|office
    ( take|taking|consider|considering|pursue|pursuing|bring|begin|start|face|facing|leave|open|explore|exploring|
        reserve|expect|resort|without|avoid|threaten|prepare|preparing|subject|with|lead|escalate|initiate|weigh|
        through|of|for|in|is|as|have|this ) ..3 LEGAL_ACT
    WE ..5 LEGAL_ACT
    YOU|YOUR ..6 LEGAL_ACT
    LEGAL_ACT ..5 ( YOU|YOUR|against|follow|possible|considered|taken|way|option )
    ^ LEGAL_ACT
    ( see|meet|take|drag|bring|haul|find ) ..3 in|to|before|into ..2 ( court|judge|magistrate|tribunal )
    ( WE|rights|pursue|let|matter|this|case|and|settle ) ..6-tennis ( court|judge|magistrate ) ..2 ( decide|decides|
        rule|settle|over_this|$ )
    reserve|reserves|reserving|exercise|enforce|assert ..2 ( all|OUR|every ) ..3 rights
    ( reserve|reserves ) ..1 right|rights to ..2 ( take|pursue|act|seek|sue|prosecute|recover|claim|respond_legally )
    WE ..3 ( may|might|will|could|shall|have|forced|are|would|to ) ..3 ( prosecute|suing )
    ( breaks|break|breaking|broke|against|violates|violate|contrary_to|before ) ..1 ( the|to ) law ..2
    ( is|be|be_a|constitutes|amounts_to ) ..1 ( a|an ) ( crime|offence|criminal|felony|tort )
    ( report|reported|reporting|hand|handed|pass|passed|forward ) ..3 ( YOU|YOUR|this|it ) ..5 ( police|authorities|
        prosecutor )
    ( police|authorities|prosecutor ) ..6-sorry ( YOU|YOUR ) ..2 ( post|review|name|comment|words|lies|case )
    ( a|the|our ) ( claim|case|suit|writ|action ) ( against|for_damages ) ..1 ( YOU|people|anyone|authors )
    ( costs|damages ) ..3 ( from|against|claim|seek ) ..3 YOU
    ( seek|claim|recover|sue_for|demand ) ..3 damages
    ( legal|law|judicial|court ) ( consequences|steps|path|route|way|action|measures|aftermath|bill|battle|footing|
        response|side|channels|recourse|trouble|process|proceedings )
    ( punishable|punished|illegal|unlawful|criminal|prosecutable ) ..3 ( law|by_law|act|offence|$ )
    under oath ..2
    COUNSEL 's ( letter|reply|answer|post|mail ) ..4
    ( statements|claims|words|post|posts|review|it ) ..4 ( is|are ) ..2 ( punishable|illegal|unlawful|actionable|
        criminal|libellous|a_crime )
    ( evidence|proof|record|screenshot|screenshots|copy ) ..6 ( lawyers|court|judge|police|COUNSEL|trial|lawsuit )
    ( hear|hearing|heard ) ..3 ( from|in|by ) ..3 ( court|judge|COUNSEL )
    ( WE ) ..6 ( gericht|tribunales|juzgado )
""")
_SUE: Final = compiled(r"\bwe(?:'ll|'d)?(?: \w+){0,4}? (?-i:sue|SUE|Sue)\b(?! [A-Z])", r"\bto sue\b")
_LAW_AS_TOPIC: Final = frames("""
    YOUR ..1 ( legal|statutory|consumer ) ( rights|right ) ..8
    ( legal ) ( notice|notices|information|page|text|terms|age|holiday|tender|guarantee|warranty|minimum|requirement|
        requirements )
    ( COUNSEL ) ..1 ( office|offices|next|upstairs|downstairs|conference|chamber|firm_next ) ..6
    ( lawyers|solicitors|attorneys ) ( next|upstairs|conference|dinner ) ..4
    COUNSEL 's ( office|offices|next|door ) ..6
    ( tennis|squash|basketball|badminton|padel|food|volleyball ) court|courts ..4
    ( you_wrote|you_mention|you_say ) ..10
""")


def legal_threat(case: Case) -> Iterator[Finding]:
    """G05: the law held over the reviewer."""
    sued = _SUE.search(case.text)
    spans = [*case.found(_LEGAL, spare=_LAW_AS_TOPIC)][:1] or [Span(*at.span()) for at in [sued] if at]
    for span in spans:
        if case.business.profile == "legal" and not case.mentions(span, _AT_AUTHOR):
            continue
        yield G05.block_sentence(case, *span, "threatens with the law, or can be read so")


_AT_AUTHOR: Final = frozenset({"YOU", "YOUR"})
_MENACE: Final = frames("""
    WE ..2 KNOW ..2 ( where|who|which ) YOU ..1 ( live|lives|work|works|are|stay|park|sleep|shop|eat|drink|leben|
        wohnen|arbeiten|vive|trabaja|go|sit )
    WE ..2-NEG KNOW ..1 ( YOUR ) ..1 ( address|name|number|house|car|plate|WORKPLACE|face|street|KIN|flat|home|phone|
        adresse|direccion|full_name|identity )
    WE ..2 KNOW ..6 ( wo|donde ) ..3 ( YOU|wohnen|arbeiten|leben|vive|trabaja|work|live )
    ( we|i ) ( still|also|now )? ( have|got|kept|keep|hold|store|saved|have_got|have_saved ) ..2-NEG YOUR ..2 (
        address|number|home_address|ip|details|picture|photo|face|plate|name|phone|data|home )
    ( better|best|wise|advise|advised|advisable|wiser|suggest|should|must|would|might|ought|smart|safer|prudent|
        remember|careful ) ..6-COMMA ( THREAT|watch )
    YOU ..2 ( will|would|may|might|shall|going ) ..3 THREAT
    YOU ( will|shall ) be ( very|so )? sorry ..4
    ( people|those|someone|anyone|authors|customers|guests|reviewers ) ..8 ( THREAT|regret|regrets|sorry_for )
    ( YOU|they|people|anyone|who|authors|writers ) ..6-WE ( regret|regrets|bereuen|arrepent* ) ..2
    ( you_will_regret|be_sorry|regret_it|you_will_be_sorry|watch_your_back|think_twice|last_warning|final_warning|
        be_warned|live_to_regret|watch_yourself|pay_you_a_visit|pay_for_this|watch_what_you|careful_what|
        tread_carefully|expose_you|name_and_shame )
    ( be|be_very ) ..1 careful|be_careful ..3 ( what|how|who|with_your|about ) ..2 YOU|YOUR
    ( bear|keep ) ..1 ( that|it|this ) in mind ..2 ( before|when|next|$ )
    ( bear_that_in_mind|keep_that_in_mind|remember_that|mind_what_you|better_watch )
    ( there|these|such|YOUR|actions|words ) ..5 ( have|has|be|will|without|carry|bring ) ..2 consequences
    ( WE|post|YOU|YOUR|anyone|one ) ..8 BAN ..1 !in
    BAN ..2 ( from|at|in|by ) ..1 ( every|all|our|any|us|here )
    ^ ..4 BAN ..2 $
    ( YOU|YOUR ) ..3 ( no|never|not|nicht|no_longer ) ..3 ( welcome|served|willkommen ) ..2 ( here|again|anymore|
        longer|back|anywhere|any_more|in|$ )
    ( no|not|never ) ..1 ( longer|be ) ..2 ( welcome|served ) ..6
    ( tell|inform|contact|call|ask|write_to|report|let|speak_to|visit|notify|ring|does|wonder|wissen|informar|erfahr*
        ) ..4-PRIVATE|help|about YOUR ..1 ( boss|employer|workplace|landlord|school|superior|headmaster|chef|
        arbeitgeber|jefe|jefa|empleador|casero|colleagues|wife|husband|parents )
    YOUR ..1 ( boss|employer|workplace|landlord|superior|jefe|jefa|arbeitgeber|chef|colleagues|neighbours|neighbors|
        wife|husband|parents|school ) ..8-COMMA ( know|knows|hear|learn|find|interested|see|told|informed|read|
        love_to|like_to|wissen|saber|sepa|erfahr*|enter* )
    ( none|nobody|no_one|never|not ) ..6 ( stop|serve|deliver|help|talk ) ..4 ( YOUR ..1 door | YOU ..2 ( again|
        any_more|anymore|ever ) )
    ( one|another|single ) ..1 ( more|further ) ..1 ( word|post|review|comment|line|lie ) ..3 ( and|or|then )
    ( post|write|say|complain|repeat|publish ) ..2 ( again|more|once_more|like_this|like_that )
        ( and|or ) ( YOU|WE|YOUR ) ( will|shall|are )
    ( find|found|trace|track|traced|tracked|hunt ) ..1 ( YOU ) ..2 ( down|out|in_person )
    ( WE ) ..3-NEG|COND|YOU ( publish|share|post|reveal|release|show|print|hang ) ..4-NEG YOUR ..1 ( name|address|
        photo|picture|face|details|data|number|messages|bookings|footage|identity ) ..3
    ( small|little ) ..1 ( town|village|world|island|community ) ..6 ( talk|know|word|careful|$ )
    ( town|village|world|place|island|city ) ..2 ( is )? ..1 ( this|so|very|that|too ) small
    ( take|takes ) care ..2 ( what|how|on ) ..2 ( YOU|YOUR|way|street )
    ( walk|walking|way|drive|driving|go ) home ..4 ( safe|safely|careful|dark|alone|night )
    ( we|our|they ) ..3 ( talk|talks|share|warn|warned|tell|told|inform ) ..3 ( other|every|all|each_other|local )
        ..2 ( hotels|shops|businesses|landlords|drivers|owners|branches|restaurants|neighbours|neighbors|stores )
    ( never|not ) ..1 forget ( a|YOUR ) ..1 ( face|name|voice )
    ( remember|recognise|recognize|know ) ..1 ( YOU|YOUR_face|YOUR_name ) ..4 ( if|when|next_time|come_back|again|
        should )
    ( would|should|if_i_were_you|were_you ) ..2 ( lock|watch|check|move|hide ) ..2 ( door|doors|back|car|house )
    ( if ) ( i|we ) were YOU
    next time ..8 ( not_be_so|not_so|less|friendly|gentle|kind|nice|polite|lucky ) ..3
    ( be|so|very|truly|will|soon ) sorry ..1 ( YOU|that_you|for_what|you_wrote|for_writing|one_day|you_posted|
        you_said )
    ( not|never|dare ) ..2 ( show|set|come|dare|return ) ..3 ( face|foot|back|here|again ) ..3
    YOUR ..1 ( name|face|picture|photo|address|details|number|plate ) ..1 ( is|are|goes|go|hangs|stands|has_been )
        ..2 ( on|at|with|known|in ) ..2 ( our|every|all|the_list|list|file|wall|desk|black )
    ( we|i ) ..1 ( are|will_be|am|'ll_be ) watching ..2
    ( sleep|rest ) well ..2
    ( enjoy|sleep|lock ) ..3 YOUR ..1 ( door|doors|account|evening ) ..2 while
    YOUR|konto|cuenta|account ..1 ( account|access|membership|booking|subscription|licence|card ) ..3-sorry ( is|will|
        can|may|be|would|gets|could ) ..3 ( history|closed|terminated|deleted|gone|blocked|suspended|over|end|
        cancelled|locked|revoked ) ..3 ( if|unless|should|next|$ )
    ( if|unless|next|should ) ..8 YOUR ..1 ( account|access|membership|booking|subscription ) ..3 ( is|will|can|may|
        be|would|gets ) ..3 ( history|closed|terminated|deleted|gone|blocked|suspended|over|cancelled|locked )
    YOU ..4 ( THREAT ) ..3 ( town|here|person|door|night )
""")
_CLOSED_TO_ALL: Final = frames("""
    ( dogs|pets|smoking|smokers|children|cars|bikes|cats|drones|animals|vehicles ) ..4 ( BAN|not_allowed|allowed|
        welcome )
    ( we_know_how|we_know_what|we_know_that ) ..8
    ( know|knows ) ( how|what|where_you_would|that ) ..8
    ( sorry|apolog* ) ..8-COMMA
    ( mind|watch ) ( the|your_step|that ) ..6
    YOU ( can|may|could ) ( close|delete|cancel|lock|block ) ..6
    ( please|pls ) ( bear|keep|remember|be ) ..4 ( mind|that ) ..3 ( the|we|it|there|our )
    ( before|when|while ) ( YOU ) ( leave|climb|enter|cross )
    ( THANKS ) ..12-COMMA
    ( you_are|you ) ( always|very|most|warmly|still ) ..1 welcome ..4
    ( sent|mailed ) ..2 from ..4
""")


def intimidation(case: Case) -> Iterator[Finding]:
    """G06: what is known of the reviewer, a ban, an employer or a warning held over them."""
    for span in case.found(_MENACE, spare=_CLOSED_TO_ALL):
        yield G06.block_sentence(case, *span, "threatens the reviewer, or can be read so")
        return


_GAG: Final = frames("""
    CONTRACT ..12 ( FORBID ) ..10 ( COMPLAIN )
    CONTRACT ..12 COMPLAIN ..8 FORBID
    COMPLAIN ..12 ( FORBID ) ..10-END CONTRACT
    FORBID ..8 ( COMPLAIN ) ..10 CONTRACT
    ( agreed|agree|signed|accepted|undertook|promised|consented|pledged|verpflichtet|firmo|acepto ) ..8 ( not|never|
        no|refrain|keep|nicht|silent|quiet|against|without ) ..8 ( COMPLAIN|quiet|silent|post|comment|write|publish|
        speak|review|badly )
    CONTRACT ..12 ( no|not|never|nicht|without|keine|ningun* ) ..4 ( COMPLAIN|review|reviews|post|publish )
    ( negative|bad|critical|public|poor|unfair|unkind|harsh ) ..1 ( review+|reviews|review|comments|comment|post|
        posts|feedback|opinions|complaints|words ) ..10 ( fee|fine|penalty|charge|charged|NUM|cost|costs|breach|
        deposit|forfeit|void|invoice|bill|billed|deducted|lose )
    ( fee|fine|penalty|charge|surcharge|deduction|bill|invoice|breach|violation ) ..8-COMMA ( for|of|when|per|each )
        ..6-COMMA ( negative|bad|critical|public|poor|reviews|reviewing|complaining|COMPLAIN ) ..2
    ( post|posting|write|writing|review|reviewing|complain|complaining|criticis*|publish|publishing|leave|leaving|
        rate|rating ) ..8 ( breach|breaches|breaks|violates|violation|void|voids|forfeit|forfeits|costs|cost|ends|
        cancels|loses|lose|against ) ..4 ( CONTRACT|deposit|warranty|fee|fine|membership|guarantee|NUM )
    ( deposit|warranty|guarantee|membership|licence|license|refund ) ..6 ( forfeit*|void|lost|lose|loses|withheld|
        kept|lapses|ends|gone ) ..8 ( REVIEW|COMPLAIN|post|publish )
    CONTRACT ..8 ( not_permit|not_allow|does_not_permit|FORBID ) ..6 ( talk|speak|say|write|post|publish ) ..6
""")
_HUSHED: Final = frames("""
    ( booking|staying|ordering|signing|buying|joining|registering|installing|checking_in|renting|using|entering ) ..3
        YOU ..2 ( accepted|agreed|agree|accept|consented|promised|undertook|waived ) ..10 ( REVIEW|COMPLAIN|quiet|
        silent|publicly|reviews|public )
    ( waived|gave_up|forfeited|surrendered|signed_away|renounced|lost|no|not_have|without ) ..3 ( right|rights|
        permission|freedom ) ..2 to ..2 ( review|rate|criticise|criticize|complain|comment|post|publish|write|speak )
    ( members|guests|customers|users|tenants|clients|patients|buyers|students|anyone|YOU|nobody|no_one ) ..2 (
        may_not|must_not|can_not|are_not_to|not_allowed|not_permitted|shall_not|agree_not_to|forbidden|prohibited|
        nobody_may ) ..3 ( criticise|criticize|disparage|review|rate|complain|badmouth|post|write|speak|publish|
        comment|say ) ..4 ( us|reviews|review|publicly|public|online|ill|badly|negatively|club|shop|hotel|company|
        house|anything|bad|$ )
    ( rules|agreement|terms|contract|policy|waiver|licence|clause|regulations|small_print|conditions ) ..4 ( say|says|
        state|states|require|requires|demand|demands|mean|means|bind|binds|oblige|obliges|provide|provides|forbid|
        forbids ) ..10 ( review|reviews|criticism|complaint|complaints|criticise|complain|quiet|silent|silence|
        publicly|comments )
""")
_OTHER_TERMS: Final = frames("""
    ( smoking|noise|music|dogs|pets|keys|parking|barbecue|cancellation|cancel|late_checkout ) ..8 FORBID ..4
    ( please|kindly ) ..3 read ..6
    YOU ( can|may|are_free_to|are_welcome_to ) ..10
    ( everyone|anyone|everybody|guests|customers ) ( can|may|is_free|are_free ) ..10
    ( as|like ) YOUR ( review|comment|post ) ..3
    in ..1 YOUR ( review|comment|post ) ..3
""")


def gag(case: Case) -> Iterator[Finding]:
    """G07: a contract, a term or a fee that is to keep people from reviewing."""
    for span in case.found(_GAG, _HUSHED, spare=_OTHER_TERMS):
        yield G07.block_sentence(case, *span, "says that a contract forbids or punishes reviewing")
        return


RULES: Final = (legal_threat, intimidation, gag)
