"""Somebody who works here, blamed or punished in public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G28: Final = Law("G28", "GDPR art. 5; Tripadvisor: nobody who works here is blamed or punished in public")

_SOMEBODY: Final = "( PERSON|he|she | ( NAME|PERSON ) ..3-YOU who )"
_SENT_OFF: Final = (
    "( fired|sacked|dismissed|let_go|disciplin*|reprimand*|told_off|punished|cautioned|demoted|scolded|rebuked|warned|"
    "sent_home|laid_off|docked|spoken_to|dealt_with|shown_the_door|taken_to_task|written_up|sanctioned|hauled"
    "|pulled_aside|told_in_front|in_trouble|asked_to_leave|put_on_leave|reassigned|called_in|held_responsible"
    "|held_accountable|"
    "made_to_apologise|made_to_apologize|on_probation|on_report|no_longer_with_us|parted_ways )"
)
"""What is done to people alone; a plan, a page or an app is not scolded."""
_SHAMED: Final = frames(f"""
    WE ..2-NEG ( fired|sacked|dismissed|suspended|disciplined|let_go|punished|demoted|replaced|reprimanded|cautioned|
        warned|told_off|sent_home ) ..2-COMMA|YOU|YOUR|with ( STAFF|PERSON|him|her|person|people )
    ( PERSON|he|she ) 's ..2 ( BLAME_STAFF )
    ( chef|waiter|driver|receptionist|manager|colleague ) NAME 's ..2 ( BLAME_STAFF )
    ( STAFF ) ..2-COMMA|sorry|YOU|YOUR|any|will|can|WE ( BLAME_STAFF ) !on_our
    ( STAFF ) who ..5-COMMA|sorry ( BLAME_STAFF )
    ( {_SOMEBODY} | NAME ) ..3-COMMA|YOU|YOUR|to|and ( have|has|had|got|received|given|faces|face ) ..2 ( a|been|her|
        his|
        an )? ..1 ( first|last|final|official|formal|written|stern|serious )? ..1 ( warning|reprimand|disciplin*|
        dressing_down|caution|ticking_off|punishment|sanction|talking_to )
""")
_NOT_SHAMED: Final = frames("""
    # Programs and machines have names of trades, too.
    ( server|servers|host|agent|operator|installer|driver|drivers|assistant|guard|partner|client ) ..8-who|he|she|his|
        her ( app|apps|software|update|updates|version|network|crash|crashed|offline|overload|overloaded|error|errors|
        systems|system|settings|logins|outage|reboot|restart|restarted|patch|requests|unreachable|timed_out|down )
    ( driver|drivers ) ( of|for ) the ( printer|scanner|camera|card|device|sound|mouse )
    # What held somebody up was the weather or the road.
    PERSON ..4-COMMA ( late|delayed|slow|held_up ) ..2 ( because|due|owing|as|since ) ..1 ( of|to )? ..1 ( the|there|
        traffic|snow|ice|fog|rain|a|road|roads|strike )
    on the phone ( with|to ) ..6
    # What another one wrote.
    ( guest|guests|reviewer|reviewers|customer|customers|visitor|patient|diner|somebody_else ) ..3-who|that (
        advised|said|told|wrote|felt|complained|reported|claimed|mentioned|stated|commented ) ..3 ( STAFF ) ..2-WE (
        rude|slow|unfriendly|careless|lazy|unhelpful|grumpy|late|BLAME_STAFF )
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


_SINGLED_OUT: Final = frames(f"""
    ( PERSON|girl|lad|boy|lady ) ..1 ( gets|get|is|was|can_be ) ..2-sorry ( flustered|slow|grumpy|forgetful|careless|
        tired|stressed|nervous|clumsy|rude|moody|sharp )
    NAME ( gets|is|was|can_be ) ..2-sorry|not ( flustered|grumpy|forgetful|careless|clumsy|rude|moody|lazy|nervous )
    not a ( morning|people ) person
    ( PERSON|NAME|he|she ) is ..1 ( young|green|inexperienced ) ..6
    ( PERSON|girl|boy|lad|man|woman ) ..4-COMMA ( is|was|still|put|currently ) ..1 on ..1 ( trial|probation )
    that ( would_have_been|must_have_been|will_have_been ) ( NAME | our PERSON | the PERSON ) ..4-kind
    that was ( NAME | our PERSON ) ..1 ( COMMA who | again | who )
    ( PERSON|NAME|he|she ) ..1 ( was|is|were|had_been ) ..1 ( meant|supposed|told|paid|expected ) to ..8-COMMA|YOU (
        and|
        but|yet ) ..3 ( not|plainly|clearly|never )
    ( whoever|the_one_who|the_person_who ) ..8-YOU|would ( BOTCHED|told_so|been_told|PUNISHED|DISCIPLINE )
    ( whoever|the_one_who|the_person_who ) ..6-YOU|would|COMMA ( is|was|were|has_been ) ..2 SLACK
    ( NAME|PERSON|he|she ) ..4 ( is|was ) ..1 new ..1 and it ( shows|showed )
    ( PERSON|colleague ) ( concerned|involved|responsible|in_question ) ..1 ( cleans|scrubs|washes|sweeps ) ..2 (
        toilets|
        toilet|bins|floors|pots|gutters )
    ( PERSON|NAME|he|she ) ..1 ( has|had ) been known to ( nap|sleep|doze|drink|shout|forget|snap|sulk|swear|vanish|
        gossip|oversleep )
    prefers ( his|her ) ( phone|mobile|bed|break )
    sent ..2 ( lad|girl|boy|PERSON|him|her|NAME ) home ( unpaid|in_disgrace | without pay | for good )
    WE ..2 told ( him|her ) so ( $ | COMMA|and )
    ( PERSON|NAME|he|she ) ..2 ( is|was|been|has_been|works|cleans|sits ) ..6-YOU|WE as ..1 ( lesson|punishment|
        penalty )
    ( PERSON|NAME|he|she ) ..1 had been ( drinking|partying|out_late|out_drinking|out_all|up_all | out late ) !with
    ( PERSON|NAME|he|she ) ..4-COMMA ( is|was ) ..1 ( no|not_a|hardly_a|not_exactly_a ) ..1 ( genius|einstein|angel|
        great_thinker|rocket_scientist|professor )
    ( WE|manager|boss ) ..2 ( gave|give|given ) ..1 ( PERSON|him|her|NAME ) ..2 ( dressing_down|telling_off|earful|
        ticking_off|talking_to|warning|lecture|roasting )
    WE ..2 ( moved|took|taken|put|pulled|kept ) ( PERSON|NAME | ( the|our ) PERSON ) ( off|from|away|out )
    ( PERSON|NAME|he|she ) ..3-sorry|YOU|WE ( has_been|have_been|was|been|will_be|got ) ..1 ( spoken|talked ) to
    ( piece of ( my|our|his|her ) mind|earful|telling_off )
    that is ( NAME|PERSON ) ( for_you|again|all_over )
    ( PERSON|he|she ) never ( checks|listens|looks|learns|cares|thinks )
    NAME never ( listens|learns|cares|thinks )
    ( housekeeping|kitchen|reception|accounts|maintenance|desk ) 's ( fault|mistake|doing|error|slip )
    # Punished, moved, gone, told off.
    {_SOMEBODY} ..4-COMMA|YOU|YOUR|sorry|glad|praise ( is|was|been|be|being|gets|got|get|are|were ) ..1-NEG (
        DISCIPLINE|
        PUNISHED | {_SENT_OFF} ) !up|you|your
    {_SOMEBODY} ..4-COMMA|YOU|YOUR|sorry|glad ( no_longer ..1 ( works|work|with_us|part|employed|serves )
        | lost_his_job|
        lost_her_job|shown_the_door|parted_ways|parted_company|face_consequences|faces_consequences|is_history|
        facing_consequences|has_heard_about_it|regrets_it|regretted_it|will_pay_for )
    NAME ..1 ( is|was|has_been|got|will_be|had_been|gets|been ) ..1 ( {_SENT_OFF} | ( suspended|removed|transferred|
        replaced|taken_off|moved ) ..3 ( duty|duties|shift|shifts|team|desk|reception|rota|roster|role|post|position|
        pay|work|job|kitchen|floor ) )
    NAME ..3-COMMA|YOU|YOUR ( no_longer ..1 ( works|work|with_us|part_of|employed|serves ) )
    ( WE|manager|management|boss|owner|head|he|she ) ..3-sorry|not|never|COMMA|YOU ( fired|sack|sacked|dismiss|
        dismissed|
        suspend|suspended|disciplined|discipline|docked|dock|demoted|demote|punished|punish|reprimanded|reprimand|
        scolded|scold|cautioned|warned|replaced|removed|sent_home|told_off|tell_off|had_a_word_with|have_a_word_with|
        had_words_with|dealt_with|deal_with|written_up|sanctioned|rebuked|got_rid_of|get_rid_of|gotten_rid_of|
        parted_company_with|confronted|terminated|made_an_example_of|spoken_sternly_to|spoke_sternly_to|laid_off|hauled
        ) ..1-YOU|YOUR ( the|our|that|two|both|one )? ( PERSON|him|her|person|people|member|member_of|somebody|someone|
        one_of|two_of|culprit|culprits|team_member|individual|girl|boy|lady|man|woman|guy ) !and_we|praise|will|can
    ( WE|manager|management|boss|owner ) ..4-sorry|not|never ( fired|sacked|sack|dismissed|disciplined|demoted|punished|
        reprimanded|scolded|told_off|sent_home ) ( NAME )
    WE ..4-sorry|not|never ( let ) ..3-know|have|YOU|us ( PERSON|him|her|people|person|member|NAME|colleagues|of_them|
        staff ) ..1 go
    disciplinary ..1 ( steps|action|measures|consequences|proceedings|meeting|procedure|hearing|talk|process|matter|
        file|
        investigation|complaint|record ) ..6
    ( personnel|hr ) ..1 ( action|measures|consequences|proceedings|hearing|investigation|complaint|file|record ) ..6
    ( PERSON|NAME|he|she ) ..4 ( uncomfortable|serious|stern|unpleasant|frank|tough ) ( conversation|talk|word|words|
        chat|
        discussion|meeting )
    ( uncomfortable|serious|stern|unpleasant|frank|tough ) ( conversation|talk|word|words|chat|discussion ) ..3 with
        ..2 ( PERSON|NAME|he|she|him|her|them )
    ( come|comes|coming|taken|deducted|docked|paid|recovered|stopped ) ..3 ( from|out_of|by ) ..2 ( his|her|their ) (
        own )? ( wages|pay|salary|tips|pocket|wage|bonus )
    ( trace|traced|traces|boils|boil|attributable ) ..1 ( back|down )? ..1 to ..2 ( PERSON|NAME ) ..1 ( in|at|on|who|
        from|
        COMMA|$ ) ..3-kind
    ( mistake|slip|slips|fault|error|delay|mix_up|blunder|muddle ) ..4-COMMA ( down|back|leads|points ) to ..2 ( PERSON|
        NAME )
    ( PERSON|he|she|person|member|colleague ) ..4-sorry|WE|OUR|YOU|if ( no_longer|will_not|will_never|will_no_longer|
        hardly ) ..1 ( be )? ..1 ( serving|serve|working|work|seeing|see|handling|driving|cooking|employed|part|meet|
        greet|assisting|at_the ) ..6-YOU ( any_more|anymore|any_longer|again|here|anybody|with_us|for_us|company|
        desk|team|reception|house|our )
    NAME ( COMMA who )? ..1 ( no_longer|will_not|will_never|will_no_longer ) ( be )? ..1 ( serving|serve|working|work|
        handling|driving|cooking|employed|greet ) ..6-YOU ( any_more|anymore|any_longer|again|here|anybody|with_us|
        for_us|desk|team|reception )
    ( PERSON|NAME ) ..4-YOU who ..1 ( has|was|is|had|got|will ) ..3-sorry|glad|happy|YOU ( PUNISHED|DISCIPLINE )
    COMMA who ..1 ( has|was|is|had|got ) ( been )? ( DISCIPLINE|PUNISHED | {_SENT_OFF} ) !YOU|to_you|you
    ( whoever|the_person_who|the_one_who|the_colleague_who|man_who|woman_who ) ..5-sorry|like|YOU|would ( will|has|had|
        is|
        was|have|gets|got|knows|learned ) ..3-glad|help|happy ( PUNISHED|DISCIPLINE|reminded|regret|answer_for|spoken|
        driven|learned_his|learned_her|better|for_the_last|be_looking|to_answer|pay_for )
    ( PERSON|NAME|he|she|man|woman ) ..8-YOU|WE for the last time
    ( his|her ) ( last|final ) ( time|day|shift|drive|delivery|week|warning|chance ) ..1 !you|visit
    # A fault or a bad trait of one.
    ( PERSON|he|she ) 's ..2-hard|great|good ( mistake|fault|error|blunder|carelessness|doing|slip|negligence|oversight|
        laziness|incompetence|rudeness|forgetfulness|clumsiness|sloppiness|inexperience|failure | ( attitude|temper|
        behaviour|behavior|mood ) ( was|is|cost|has|let ) )
    NAME 's ..1 ( mistake|fault|blunder|carelessness|doing|slip|negligence|oversight|laziness|temper|incompetence|
        rudeness|
        forgetfulness|clumsiness|sloppiness|inexperience|attitude )
    ( mistake|fault|blunder|carelessness|doing|negligence|oversight|incompetence|rudeness|inexperience|laziness|slip|
        error|failure ) ( of|by|on_the_part_of|lies_with|rests_with|is_with ) ..2-all|ours|YOUR|any ( PERSON|he|she|
        NAME )
    ( blame|fault|scold ) ( the|our|that|this )? ..1 ( PERSON|NAME|he|she ) ..1 ( COMMA|for|$|he|she|who ) ..3-kind|help
    ( PERSON|he|she ) ..5-sorry|glad|kind|felt|seemed|find|found|praise|COMMA|YOUR|will ( is|was|has_been|are|were|
        can_be|
        has_always_been|proved|seems_to_be ) ..2-not|never|sorry|glad|kind|YOUR|helping|here ( SLACK ) !us|here_to|
        to_help|but_kind
    NAME ..1-COMMA ( is|was|can_be|has_been|has_always_been|seems_to_be ) ..2-not|never ( careless|lazy|rude|useless|
        clumsy|incompetent|sloppy|inexperienced|drunk|forgetful|to_blame|at_fault|in_the_wrong|out_of_line|grumpy|moody|
        hungover|short_tempered|untrained|ill_tempered|insolent|negligent|dozy|the_culprit|a_trainee_and|a_beginner )
    ( her|his|their|a|the ) ( stand_in|replacement|deputy|cover ) ( BOTCHED )
    ( he|she|PERSON ) ..2 ( tends_to|likes_to|is_known_to|is_prone_to ) ( get|be ) ..2 ( carried|away|cross|angry|
        flustered|late|lazy|loud|
        rude|distracted|forgetful )
    ( PERSON|he|she ) ..4-sorry|glad|kind|felt|could_not|praise|COMMA|will|can|to|WE ( BOTCHED )
    ( PERSON ) who ..6-sorry|glad|kind|COMMA ( BOTCHED )
    NAME ..2-COMMA|and|YOU ( lost_control|lost_the_plot|lost_patience|botched|bungled|messed_up|screwed_up|fouled_up|
        dropped_the_ball|slipped_up|got_it_wrong|got_this_wrong|muddled|forgot|neglected|overslept|let_you_down|
        let_us_down|could_not_be_bothered|cannot_cope|did_not_bother|lied|shirked|skived|panicked|misbehaved )
    ( PERSON|he|she ) ..2-COMMA|YOU|will|can got ( your|the ) ..3-COMMA ( wrong|mixed|confused )
    ( PERSON|he|she ) ..5-sorry|glad|kind|could|COMMA|if|YOU|YOUR ( not|never|no|barely|hardly|scarcely|simply|cannot )
        ..2
        ( paying_attention|concentrating|focused|focussed|looking|listening|thinking|reading|trained|himself|herself|
        the_sharpest|the_brightest|the_quickest|the_fastest|up_to|fit_for|suited|cope|coping|care|cares|
        pay_attention|listen|listens|learn|learned|trained_properly|properly_trained|understand|understands|the_best|
        our_best|clue|manners|sense|trusted|capable|the_right_person|do_the_job|done_the_job|done_his|
        done_her|do_his|do_her|followed|follow|bothered|read_the|checked|comes_when|turned_up|turn_up ) ..4
    NAME ..3-COMMA|YOU ( not|never|simply|cannot|hardly ) ..1 ( paying_attention|concentrating|listening|cope|coping|
        pay_attention|bothered|do_his_job|do_her_job|turn_up|trained_properly|properly_trained )
    ( PERSON|he|she|NAME ) ..2-COMMA|YOU ( tends|known|has_a_habit|has_form|likes|prone|always|often|constantly|
        regularly|
        usually|notorious|famous ) ..1 ( to|for|of|be )? ..1 ( forget|forgets|ignore|rude|lazy|forgetting|oversleep|
        gossip|snap|lose|loses|skip|skips|drop|drops|oversleeping|gossiping )
    ( PERSON|he|she ) ..2-COMMA|YOU ( known|prone|always|often|constantly|notorious|famous ) ..1 ( to|for|of|be )? ..1 (
        late|slow|being|doing|so|that )
    ( PERSON|NAME|he|she ) ..3-COMMA ( having|having_had|had|in ) ..2 ( one_of_his|one_of_her|one_of_their|a_bad_day|
        a_bad_mood|an_off_day|a_mood|his_moods|her_moods|a_hangover|a_tantrum|problems_at_home|personal_problems )
    ( one|certain|particular|single|individual|specific ) ..1 ( PERSON|person|member|individual|colleague ) ..6-about|
        COMMA|
        WE|YOU|to|with ( fault|mistake|error|failed|wrong|blame|let_you|let_us|forgot|was_careless|responsible|PUNISHED|
        DISCIPLINE|BOTCHED )
    ( PERSON|person|member|colleague|individual|one ) ..2 ( in_question|concerned|responsible|you_dealt_with|you_met|
        you_spoke_to|you_describe|who_served_you|who_checked_you|who_did_this|at_fault|to_blame|involved )
        ..2 ( is|was|has|had|will|did|got|knows|does|admits|admitted|claims ) ..3-glad|happy|sorry|COMMA ( no_longer|
        DISCIPLINE|PUNISHED|SLACK|BOTCHED|told|spoken|learned|reminded|better|wrong|not|admits|admitted )
    ( PERSON|NAME|he|she|they|who ) ..2 should ..1 ( have ) known ..2 ( better )
    ( PERSON|he|she ) ..1 ( should|ought_to ) ..1 ( not|never )? have !your|the|a|an|it|this|them|no|more|time|enough
    ( PERSON ) who ..6-COMMA|sorry|glad ( is|was|has_been|got ) ..1 {_SENT_OFF}
    ( PERSON|he|she ) ..1 ( had ) ..1 ( no ) ..1 ( business|right|excuse|reason|clue|idea )
    ( PERSON|he|she ) ( forgot|did_not_bother | got ..1 ( it|this|that ) wrong )
""")


def shaming(case: Case) -> Iterator[Finding]:
    """G28: somebody who works here blamed or punished before everybody."""
    for span in case.found(_SHAMED, _SINGLED_OUT, spare=_NOT_SHAMED):
        yield G28.block_sentence(case, *span, "blames or punishes somebody who works here")
        return


RULES: Final = (shaming,)
