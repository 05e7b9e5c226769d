"""Legal threats: the law is held over no reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import Finding

G05: Final = Law("G05", "16 CFR 465.7: no legal threats to prevent or remove a review")

_LEGAL: Final = frames("""
    ( claim|claiming|recovering|suing ) ..6-NEG ( from|against ) YOU
    papers ..3 served
    ( police|authorities|prosecutor ) ..8-sorry YOU ..2 ( wrote|write|posted|put|said|claim )
    reserve|reserves|reserving|reserved ..3 ( position|rights|right|options ) !table|seat|seats|room|spot|size|time
    ( not_hesitate|no_hesitation|not_afraid|not_think_twice|prepared|ready|willing|forced|compelled|obliged ) ..8 (
        LEGAL_ACT|COUNSEL )
    YOU ..4 ( get|getting|receive|receiving|expect|find|have ) ( a|our ) letter ( $ | COMMA|soon|about_this )
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
    WE ..5-NEG LEGAL_ACT
    YOU|YOUR ..6 LEGAL_ACT
    LEGAL_ACT ..5 ( YOU|YOUR|against|follow|possible|considered|taken|way|option )
    ^ LEGAL_ACT
    ( see|meet|take|drag|bring|haul|find ) ..3 in|to|before|into ..2 ( court|judge|magistrate|tribunal )
    ( WE|rights|pursue|let|matter|this|case|and|settle ) ..6-tennis ( court|judge|magistrate ) ..2 ( decide|decides|
        rule|settle|over_this|$ )
    reserve|reserves|reserving|exercise|enforce|assert ..2 ( all|OUR|every ) ..3 rights
    ( reserve|reserves ) ..1 right|rights to ..2 ( take|pursue|act|seek|sue|prosecute|recover|claim|respond_legally )
    ( breaks|break|breaking|broke|against|violates|violate|contrary_to|before ) ..1 ( the|to ) law ..2
    ( is|be|be_a|constitutes|amounts_to ) ..1 ( a|an ) ( crime|offence|criminal|felony|tort )
    ( legal|law|judicial|court ) ( consequences|steps|path|route|way|action|measures|aftermath|bill|battle|footing|
        response|side|channels|recourse|trouble|process|proceedings )
    ( punishable|punished|illegal|unlawful|criminal|prosecutable ) ..3 ( law|by_law|act|offence|$ )
    under oath ..2
    ( statements|claims|words|post|posts|review|it ) ..4 ( is|are ) ..2 ( punishable|illegal|unlawful|actionable|
        criminal|libellous|a_crime )
    ( hear|hearing|heard ) ..3 ( from|in|by ) ..3 ( court|judge|COUNSEL )
    ( WE ) ..6 ( gericht|tribunales|juzgado )
""")
_COURT: Final = "( court|courts|judge|judges|magistrate|tribunal|jury|dock )"
_YOUR_POST: Final = (
    "( REVIEW|YOU|YOUR|comments|statement|statements|claims|words|lies|accusations|allegations|this|such|matter|case )"
)
_MORE_LEGAL: Final = (
    *together(
        "..8-NEG|sorry",
        f"( in|before|to|of|by|through|into|up_in|that|let|those ) ..1 ( a|the|any )? {_COURT} !shoes|yard|food",
        _YOUR_POST,
    ),
    *frames("""
    ( bring|bringing|start|starting|begin|open|opening|issue|issuing|commence|institute|take|face|facing|avoid|launch|
        file|lodge|consider|considering ) ..2-further|next ( proceedings|a_suit|a_lawsuit|a_claim_against|charges|
        a_case_against|
        an_action )
    ( proceedings|suit|lawsuit|injunction|writ|summons|subpoena ) ..6-NEG ( over|against|about|drawn|prepared|filed|
        served|drafted|comments|post|review|YOU )
    ( cease_and_desist|slander_case|libel_case|defamation_case|libel_suit|gag_order )
    ( this|that|it|review|post|words|comments|claims|YOU|statement|statements|which ) ..2 ( is|are|be|amounts_to|
        counts_as|constitutes|borders_on|was|call ) ..4-NEG ( slander*|libel*|defam* )
    COUNSEL ..4-NEG ( are|is|will|have|has|may|shall ) ..3-NEG ( handling|handle|dealing|preparing|prepare|drafting|
        informed|told|seen|aware|got|been|looking|waiting|ready|follow|keen|interested|happy|in_touch|write|sent )
    ( insurer|insurers|COUNSEL|counsel|adviser|advisers|advisors ) ..2 ( have|has|had ) ..1 ( advised|told|warned|
        informed ) ..14-NEG ( proceedings|action|claim|sue|court|case|damages|steps|grounds|remedy )
    YOU ..4 ( get|take|seek|need|want|consult|find|wish ) ..4 ( legal_advice|advice_of_your_own|legal_help|a_lawyer|
        good_lawyer|a_solicitor|an_attorney )
    ( expect|await|look_out_for|watch_for|prepare_for|stand_by_for ) ..2 ( claim|letter|writ|summons|bill|post|mail )
        ..6 ( damage|damages|loss|losses|trade|court|COUNSEL|reputation )
    ( way|route|path|road|step|option|course|means|choice|weapons ) ..3-NEG ( legal|court|courts )
    ( options|rights|means|remedies|steps ) ..6-NEG ( court|courts|law|judge ) ..2 ( grant|grants|give|gives|offer|
        offers|allow|allows )
    ( legal|judicial ) ( one|way|road|steps|fees_you|letter|letters|threat|battle )
    ( take|drag|haul|see|bring|put ) YOU ..6 ( court|judge|cleaners|dock )
    ( defend|protect|clear|guard ) ..1 OUR ..1 ( name|reputation|good_name ) ..8 ( law|court|legal|means|right )
    ( no ) ..1 ( choice|option|alternative|other_way ) ..4 ( sue|litigate|legal|court|law|proceed )
    ( paid|trained ) to ( argue|litigate|plead ) ..2
    ( man|woman|lady|gentleman|people|friends|those ) who ..1 ( win|wins|fight|fights|argue|argues|plead|pleads ) OUR
        ..1 ( cases|case|battles|disputes )
    ( made|make|forced ) ..1 to ..1 pay for ..1 ( such|this|these|those|YOUR ) ..1 ( sentences|words|lines|claims|lies|
        statements|REVIEW )
    ( from|to|by ) ..1 OUR legal ( friends|people|eagles|minds|brains|experts|partners )
    ( before|to|in_front_of|by|with ) ..4 ( in|with|wearing ) ..1 black ( robe|robes|gown|gowns )
    ( case|matter|something|one ) for ..2 legal ..1 ( insurance|insurer|cover )
"""),
)
_SUE: Final = compiled(r"\bwe(?:'ll|'d)?(?: \w+){0,4}? (?-i:sue|SUE|Sue)\b(?! [A-Z])", r"\bto sue\b")
# A reply that needs no threat needs no word of the law either: held against what was written, any will do.
_LAW_WORDS: Final = frames("""
    ( LEGAL_ACT|COUNSEL|suing|prosecute|prosecutor|prosecuted|litigation|injunction|libel*|defam*|slander*|damages|
        liable|lawfully|unlawful|unlawfully|illegal|illegally|criminal|sued|subpoena|magistrate|tribunal|bailiff|
        bailiffs|writ )
    ( in|of|by|under|against|to|turn_to|use ) ( the )? law
    ( proceedings|crime|crimes|thief|letter_before|before_claim|taking_advice|take_advice|seek_advice|
        respond_formally|out_of_our_hands|legal_people|solicitor_in|lawyer_in )
    ( before|in_front_of|see_you_in|see_each_other_in|end_up_in|into ) ..2 ( court|judge )
    ( legal|court|judicial|criminal ) ..1 ( steps|channels|means|measures|matters|consequences|adviser|advisers|route|
        ground|case|action )
""")
# What was written, and who wrote it: the law is held over nobody without one of them.
_AIMED: Final = frames("""
    YOU|YOUR|REVIEW
    ( accus*|words|claims|claim|statements|lies|allegations|accusations|reputation|author|writer|anyone|whoever|written|
        false*|this|that|these|matter|people_who|who|publicly|public|name|letter|it|defam*|libel*|slander* )
""")
_LAW_IN_PEACE: Final = frames("""
    ( brother|sister|mother|father|son|daughter|brothers|sisters|parents ) in ( law|laws )
    ( by|under|consumer|tenancy|employment|data|privacy|local|national|food|building ) law ..8
    law ..1 ( asks|asked|requires|says|tells|gives_you|lets|obliges|binds|on ) ..8
    ( sorry|apolog* ) ..12-COMMA|BUT
    ( YOUR|guests|consumers|customers ) ..1 ( right|rights|statutory_rights ) ..8
    ( thank|thanks|THANKS ) ..3 ( sue|judge ) ..2
    ( entitled|right ) ..10
    damages ( to|caused|on_the|in_the|during|were_caused|by )
    ( illegal|criminal ) ( parking|activity|activities|app|apps|calls|access|transaction|transactions|gang|gangs )
    ( against|of|by|prevent|fight|report|from ) ..1 ( fraud|thieves|crime|crimes )
    ( crime|thief|thieves ) ( in|was|were|who|is )
    ( fraud|phishing|scams|spoofing ) ..1 is ..1 ( illegal|crime )
    reserve ..2 right to ( change|amend|update|modify|adjust|limit )
    ( ombudsman|regulator|complaints_procedure ) ..10
""")
_LAW_AS_TOPIC: Final = frames("""
    ( hard|harsh|good|fair|tough|best|strict|stern|poor ) judge !will|shall|decides
    be the judge !of_your
    YOUR ..1 ( legal|statutory|consumer ) ( rights|right ) ..8
    suit|suits ( YOU|YOUR ) !for
    OUR COUNSEL ..2 ( weep|weeping|cry|crying|blush|yawn | ( wrote|drafted|worded|phrased ) ..2 ( terms|contract|form|
        small_print|sentence|page|clause|clauses|that_one|conditions ) | ( like|love ) ( long|commas|small_print|paper|
        jargon|latin ) ) ..6
    ( legal ) ( notice|notices|information|page|text|terms|age|holiday|tender|guarantee|warranty|minimum|requirement|
        requirements )
    ( COUNSEL ) ..1 ( office|offices|next|upstairs|downstairs|conference|chamber|firm_next ) ..6
    ( lawyers|solicitors|attorneys ) ( next|upstairs|conference|dinner ) ..4
    COUNSEL 's ( office|offices|next|door ) ..6
    ( tennis|squash|basketball|badminton|padel|food|volleyball ) court|courts ..4
    reserve|reserves ..1 the right to ( change|amend|update|modify|adjust|limit )
    # What comes next in a request, in the English of many help desks.
    ( further|next|needful|necessary|above|following|subsequent|rest_of_the|day's ) ( proceedings ) !against
    ( you_mention | you_wrote|you_say ( that|of|about|how ) ) ..10
    court|judge ( street|road|lane|yard|house|gardens|square|hotel|of_appeal_stop )
    ( legal|consumer ) ( right|rights ) ..4
""")


def legal_threat(case: Case) -> Iterator[Finding]:
    """G05: the law held over the reviewer."""
    sued = _SUE.search(case.text)
    spans = [*case.found(_LEGAL, _MORE_LEGAL, spare=_LAW_AS_TOPIC)][:1] or [Span(*at.span()) for at in [sued] if at]
    if not spans:
        spans = [*case.holding(_LAW_WORDS, _AIMED, spare=(*_LAW_AS_TOPIC, *_LAW_IN_PEACE))][:1]
    for span in spans:
        if case.business.profile == "legal" and not case.mentions(span, _AT_AUTHOR) and not any(case.found(_NO_PEACE)):
            continue
        yield G05.block_sentence(case, *span, "threatens with the law, or can be read so")


_AT_AUTHOR: Final = frozenset({"YOU", "YOUR"})
# A law firm speaks of the law every day, but not so.
_NO_PEACE: Final = frames("""
    ( defam*|libel*|slander* ) ..8 ( when_we_see | slide|stand|pass|tolerate|unanswered|accept )
    ( tolerate|ignore|accept|overlook|stand_for ) ..3 ( defam*|libel*|slander* )
""")

RULES: Final = (legal_threat,)
