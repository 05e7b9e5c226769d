"""Somebody who works here, blamed or punished in public."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G28: Final = Law("G28", "GDPR art. 5; Tripadvisor: nobody who works here is blamed or punished in public")

_SHAMED: Final = frames("""
    ( DISCIPLINE ) ..4-WE ( STAFF ) !praise
    ( STAFF ) ..10-COMMA|sorry ( BLAME_STAFF ) ..2 !on_our
    ( have|has|had|is|was|been|got|received|given|faces ) ..2 ( a|been|her|his|an )? ..1 ( first|last|final|official|
        formal|written|stern|serious )? ..1 ( warning|reprimand|disciplin*|dressing_down|DISCIPLINE|caution|
        ticking_off|penalty|punishment|sanction )
    WE ..2 ( fired|sacked|dismissed|suspended|disciplined|let_go|punished|demoted|replaced|reprimanded|cautioned ) ..4
    ( WE ) ..2 ( have|had|will ) ..2 ( fired|sacked|dismissed|suspended|disciplined|let_go|punished|demoted|
        reprimanded|cautioned|sent_home|fire|sack|dismiss|suspend|discipline|punish ) ..4
""")
_NOT_SHAMED: Final = frames("""
    # Whose work it is.
    responsible for ( this|that|the ) ( area|department|section )
    ( he|she ) did ( mention|say|tell|note )
    ( all|whole|every|everyone|our ) ..1 ( STAFF|team|of_us ) ..3 ( trained|training|train|retrain|retrained|reminded
        ) ..4
    ( sorry|apolog*|regret|sad ) ..14-COMMA|BUT
    ( glad|happy|kind|praise|thank|thanks|thank_you|pleased|delighted|proud ) ..12-COMMA
    ( our ) ..1 ( mistake|fault|error ) ..3 ( not ) ..4
    ( STAFF ) ..2 ( listens|listen|can|will|would|is|are ) ..1 ( happy|glad|help|look|there|available|check|checking|
        listen|call )
""")


_SINGLED_OUT: Final = frames("""
    ( PERSON|NAME|girl|lad|boy|lady ) ..1 ( gets|get|is|was|can_be ) ..2-sorry ( flustered|slow|grumpy|forgetful|
        careless|tired|stressed|nervous|clumsy|rude|moody|sharp )
    not a ( morning|people ) person
    ( PERSON|NAME|he|she ) is ..1 ( young|green|inexperienced ) ..6
    ( PERSON|girl|boy|lad|man|woman ) ..6 on ..1 ( trial|probation|notice )
    that ( was|would_have_been|must_have_been|will_have_been ) ( NAME | our PERSON | the PERSON ) ..4-kind
    ( PERSON|NAME|he|she ) ..3 ( meant|supposed|asked|told|paid|expected ) to ..10 ( not|plainly|clearly|never )
    ( whoever|the_one_who|the_person_who|those_who ) ..8-YOU|would ( BOTCHED|SLACK|told_so|been_told|PUNISHED|DISCIPLINE
        )
    WE ..2 ( moved|took|taken|put|pulled|kept ) ( PERSON|NAME | ( the|our ) PERSON ) ( off|from|away|out )
    ( PERSON|NAME|he|she ) ..3-sorry ( spoken|talked ) to
    ( piece of ( my|our|his|her ) mind|earful|telling_off )
    that is ( NAME|PERSON ) ( for_you|again|all_over )
    ( NAME|PERSON|he|she ) never ( checks|listens|looks|learns|asks|cares|thinks )
    ( housekeeping|kitchen|reception|accounts|maintenance|desk ) 's ( fault|mistake|doing|error|slip )
    # Punished, moved, gone, told off.
    ( PERSON|NAME|he|she ) ..6-sorry|glad|praise|train|trained|training|all ( DISCIPLINE|PUNISHED ) !up|
        about_your_kind|praise|for_the_kind
    ( WE|manager|management|boss|owner|head|PERSON|NAME|he|she ) ..4-sorry|not|never|fault|problem ( PUNISH ) ..2-WE|
        our_best|it|this|glad|people|fault|fire ( PERSON|NAME|he|she|person|people|member|member_of|somebody|someone|
        one_of|two_of|two_people|culprit|culprits|team_member|individual|him|her|them|girl|boy|lady|man|woman|guy )
        !and_we|praise
    ( disciplinary|personnel|staffing|hr ) ..1 ( steps|action|measures|consequences|proceedings|meeting|procedure|
        hearing|talk|process|matter|file|investigation|complaint|record ) ..6
    ( PERSON|NAME|he|she ) ..4 ( uncomfortable|difficult|serious|stern|unpleasant|hard|frank|tough|long ) (
        conversation|talk|word|words|chat|discussion|meeting )
    ( uncomfortable|serious|stern|unpleasant|frank|tough ) ( conversation|talk|word|words|chat|discussion ) ..3 with
        ..2 ( PERSON|NAME|he|she|him|her|them )
    ( come|comes|coming|taken|deducted|docked|paid|recovered|stopped ) ..3 ( from|out_of|by ) ..2 ( his|her|their ) (
        own )? ( wages|pay|salary|tips|pocket|wage|bonus )
    ( trace|traced|traces|goes|go|lead|leads|come|comes|came|boils|boil|down|points|attributable) ..1 ( back )? ..1 (
        to|down_to ) ..2 ( PERSON|NAME ) ..1 ( in|at|on|who|from|COMMA|$ ) ..3-kind
    ( PERSON|NAME|he|she|they|who|person|member|colleague|him|her ) ..4-sorry|WE|OUR ( no_longer|not|never|will_not|
        hardly ) ..2 ( be )? ..1 ( serving|serve|working|work|seeing|see|handling|driving|cooking|employed|part|meet|
        greet|assisting|at_the ) ..6-YOU ( any_more|anymore|any_longer|again|here|anybody|with_us|for_us|company|
        desk|team|reception|house|our )
    who ..1 ( has|was|is|had|got|will ) ..3-sorry|glad|happy ( PUNISHED|DISCIPLINE )
    ( whoever|the_person_who|the_one_who|the_colleague_who|person_who|man_who|woman_who|the_people_who|those_who|
        somebody_who ) ..5-sorry|like|YOU|would ( will|has|had|is|was|have|gets|got|knows|learned ) ..3-glad (
        PUNISHED|DISCIPLINE|reminded|heard|hear|regret|told|asked_to|pay|explain|answer_for|feel|spoken|left|driven|
        learned_his|learned_her|better|for_the_last|be_looking|to_answer )
    ( for|his|her|their ) ..1 ( last|final ) ..1 ( time|day|shift|drive|delivery|week|warning|chance ) ..1 !you|visit
    # A fault or a bad trait of one.
    ( PERSON|NAME|he|she ) 's ..3 ( mistake|fault|error|blunder|carelessness|doing|slip|attitude|negligence|
        oversight|laziness|temper|mood|incompetence|rudeness|behaviour|behavior|forgetfulness|clumsiness|sloppiness|
        inexperience|failure|work ) !is_kind|that_you_praise|and_kindness
    ( mistake|fault|error|blunder|carelessness|doing|negligence|oversight|incompetence|rudeness|inexperience|failure|
        work|handiwork|laziness|slip ) ..1 ( of|by|from|on_the_part_of|lies_with|rests_with|is_with|was ) ..3-all|
        ours|YOUR ( PERSON|NAME|he|she )
    ( blame|fault|scold|thank ) ( the|our|that|this )? ..1 ( PERSON|NAME|he|she ) ..1 ( COMMA|for|$|he|she|who )
        ..3-kind|help
    ( PERSON|NAME|he|she ) ..5-sorry|glad|kind|felt|seemed|find|found|praise|COMMA ( is|was|has_been|are|were|can_be|
        has_always_been|proved|seems_to_be ) ..3-not|never|sorry|glad|kind ( SLACK ) !us|here_to|to_help|but_kind
    ( PERSON|NAME|he|she ) ..8-sorry|glad|kind|felt|could_not|praise ( BOTCHED ) ..2
    ( PERSON|NAME|he|she ) ..8-sorry|glad|kind|could|COMMA ( not|never|no|barely|hardly|scarcely|simply|cannot ) ..2
        ( paying_attention|concentrating|focused|focussed|looking|listening|thinking|reading|trained|himself|herself|
        the_sharpest|the_brightest|the_quickest|the_fastest|up_to|fit_for|suited|cope|coping|care|cares|
        pay_attention|listen|listens|learn|learned|trained_properly|properly_trained|understand|understands|the_best|
        our_best|idea|clue|manners|sense|speak|trusted|capable|the_right_person|do_the_job|done_the_job|done_his|
        done_her|do_his|do_her|followed|follow|bothered|read_the|check|checked|comes_when|turned_up|turn_up ) ..4
    ( PERSON|NAME|he|she ) ..3 ( tends|known|has_a_habit|has_form|likes|prone|always|often|constantly|regularly|
        usually|notorious|famous ) ..1 ( to|for|of|be )? ..1 (forget|forgets|ignore|late|slow|rude|lazy|so|that|this|
        being|doing|forgetting|oversleep|gossip|snap|get|gets|lose|loses|skip|skips|drop|drops )
    ( PERSON|NAME|he|she ) ..3 ( having|having_had|had|in ) ..2 ( one_of_his|one_of_her|one_of_their|a_bad_day|
        a_bad_mood|an_off_day|a_mood|his_moods|her_moods|a_hangover|a_tantrum|problems_at_home|personal_problems )
    ( one|certain|particular|single|individual|specific ) ..1 ( PERSON|person|member|individual|colleague ) ..6 (
        fault|mistake|error|failed|wrong|blame|let_you|let_us|forgot|was_careless|responsible|PUNISHED|DISCIPLINE|
        BOTCHED )
    ( PERSON|person|member|colleague|individual|one ) ..2 ( in_question|concerned|responsible|you_dealt_with|you_met|
        you_spoke_to|you_describe|who_served_you|who_checked_you|who_did_this|at_fault|to_blame|involved )
        ..2-will_be_glad ( is|was|has|had|will|should|did|got|made|can|knows|does|did_not|admits|admitted|claims )
        ..3-glad|happy|sorry
    should ..1 ( have ) known ..2 ( better )
""")


# One of the staff is spoken of as having done something. What the team does for the reader is spared.
_ACTED: Final = frames("""
    ( PERSON|he|she ) ..1 ( was|had|did|got|gets|does|forgot|should|ought ) !SPARED|able|happy|glad|there|thrilled|
        delighted|chuffed|pleased|on|alone|busy|sorry|sad|proud|touched|moved|grateful
""")
_AT_FAULT: Final = frames("""
    SLACK|BOTCHED|BLAME_STAFF|DISCIPLINE|PUNISHED|PUNISH
""")
_SOMEBODY: Final = frames("""
    PERSON|he|she
""")


def shaming(case: Case) -> Iterator[Finding]:
    """G28: somebody who works here blamed or punished before everybody."""
    faults = case.holding(_SOMEBODY, _AT_FAULT, spare=_NOT_SHAMED)
    for span in chain(case.found(_SHAMED, _SINGLED_OUT, _ACTED, spare=_NOT_SHAMED), faults):
        yield G28.block_sentence(case, *span, "blames or punishes somebody who works here")
        return


RULES: Final = (shaming,)
