"""Promises: each needs a remedy or a fact behind it, or a person who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.backing import Backing, backing_of, licensed, plain_sentence, remedy_region
from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.quantities import quantities
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import Finding

G23: Final = Law(
    "G23",
    "UCPD art. 6, FTC Act s. 5: a promise in public that nobody keeps misleads; only configured remedies are offered",
)

_COURTEOUS: Final = (
    "( ask|ask_for|be ..1 ( glad|happy|pleased|delighted|grateful|sorry|here|careful_not|sad|missed|"
    "proud ) | look ..1 forward|look_forward|looking_forward|miss|always_be ..1 grateful|remember_your|"
    "welcome_you|see_you|hear|love|gladly_hear|gern|freuen|share_your_kind|pass_on_your|tell|cherish|"
    "treasure|smile|admit|agree|not_ask|never_ask )"
)
_PROMISES: Final = frames(f"""
    next ( batch|one|order|parcel|version|box|van|lot ) ..1 will
    look forward to ( faster|better|new|quicker|more ) ..6
    consider it ( done|sorted|fixed|dealt )
    ( man|woman|lad|roofer|fitter|electrician|joiner|painter|glazier|locksmith|handyman|mechanic|builder|inspector|
        gardener|cleaner ) ( will|shall ) !not|never|always|also ..8
    ( lands|arrives|launches|ships|drops|reopens|returns|goes_live|comes_out|comes_back|rolls_out|is_out|is_live|
        is_back ) ..1-sorry|late|not ( before|by|this|next|within|in|on ) ..2-YOU|sorry ( christmas|easter|weekend|
        spring|summer|autumn|winter|week|weeks|month|months|year|quarter|monday|tuesday|wednesday|thursday|friday|
        saturday|sunday|january|february|march|april|june|july|august|september|october|november|december )
    give YOU ( my|our ) word
    about to ( launch|open|start|hire|bring|roll|replace|change|introduce )
    last time ( a|this|that|we|it|any ) ..8
    give it ( a|NUM|two|few|another ) ..2 ( fortnight|week|weeks|day|days|month )
    WE ..2 ( have )? ..1 ironed ..2 out
    ( WE|OUR ..2 ( team|staff|developers|developer|manager|kitchen|people|engineers|colleagues|desk|driver|drivers|
        chef|technicians|accountant|partner|courier ) | this|it|that|they|towels|beds|furniture|problem|issue|bug|
        everything|the_team|nobody|things|room|rooms|price|prices|refund|parcel|crash|app|feature|patch|update|
        release|version|desk|manager|someone|somebody|money|streak|order|lamp|replacement|technician|plumber|all|
        one_of_us|shower|beds|menu ) ..2 ( will|shall|gonna|going_to|about_to|plan_to|plans_to|intend_to|set_to|
        werden|wird|vamos_a|va_a|is_due_to|are_due_to|scheduled_to ) !be_glad ( not|never|also|soon|now|certainly|
        definitely|of_course|be_sure_to )? !{_COURTEOUS} ..8
    PROMISE ..10
    SOLVED ..1 !by
    ( SCHEDULED ) ..8-COMMA|sorry|late|take|takes|asked|was|came DUE
    ( WE|team ) ..3-sorry|not ( are|have_been|have|am|sind|estamos ) ..2-sorry|not ( working|fixing|changing|
        replacing|hiring|training|retraining|rolling|installing|ordering|doubling|taking_steps|preparing|planning|
        investigating ) ..6
    WE ..2 ( have|has|had|haben|hemos ) ..2-sorry|not|read|heard ( fired|sacked|dismissed|retrained|hired|replaced|
        repaired|fixed|solved|resolved|doubled|installed|refunded|closed_the|taken_steps|implemented|introduced|
        reimbursed|behoben|ersetzt|mended|ordered_new|suspended|stopped|disciplined|cured|tripled ) ..6
    ( WE ) ..1-not|sorry|read ( are|am ) ( going_to|about_to|planning_to|set_to ) ..6
    ( next|last ) time ..6 ( will|no|be|different|better ) ..4
    ( WE ) ..3 ( call|ring|phone|e_mail|mail|write|reply|visit|contact|get_back|come_back ) ..1-please|or|if YOU ..6
        ( DUE|back|today|this|within )
""")
_NO_PROMISE: Final = frames("""
    ( kind_words|praise|compliment|compliments|thanks|thank_you|greetings|kind_note ) ..8-END WE will ..1 ( pass|
        share|tell|read|hand ) ..8
    ( nobody|no_one|we_never|we ) ..4 ( will|would ) ( ever|never|not ) ( ask|need|want|call|request ) ..10
    ( please|kindly|bitte ) ..3 ( write|call|let|mail|e_mail|tell|contact|send|ring ) ..10-will|and_we|WE
    ( we|i ) ( will ) ( never|not ) ( ask|share|need|call ) ..8
    ( hope|hopefully|wish|would ) ..8-will|COMMA
    ( so|that|as ) ..1 WE can ..8
    ( sorry|apolog*|regret ) ..2 ( that|for|about|YOU|to ) ..10-COMMA|BUT|will|and
    ( once|when|until|till|if|whether ) ..4-COMMA ( is|are|works|work|working|be|back ) ..3-COMMA
    ( YOU ) ..2 ( wrote|said|say|were|was|asked|write|expected|hoped ) ..3 ( that )? ..10-COMMA|will
    ( nobody|no_one|never ) ..1 told YOU ..4
    ( which|that|what ) ..2 ( went|was ) wrong ..3
    ( as|so ) soon as YOU ..4
    ( can|may|could ) ..1 ( take|pause|fail|reach ) ..6
    ( not|never|nothing ) ..3 ( SOLVED ) ..2
    ( did|does|should|could|had|has|do ) ( not|never ) ..1 ( happen|happened|occur|repeat )
    ( cannot|not|never ) ..1 ( promise|guarantee|assure|swear|ensure ) ..6
    ( bound|held|sworn|obliged|pledged ) ( to|by ) ..2 ( silence|secrecy|confidence|confidentiality|discretion|quiet|
        privacy )
    ( reason|right|wish|want|able|meant|hoped|expected ) ..2 to ..1 ( count|bank|rely|depend ) on ..6
    ( should|could|ought|must|wish|would ) ..3-will ( have|had|be ) ..3-by|on|next ( SOLVED|repaired|fixed|replaced|
        checked|with|there|ready ) ..2-by_monday
    ( and|so|then ) WE will ..1 ( gladly|happily|be_happy_to|be_glad_to )? ..1 ( listen|look|help|see|talk|read|hear|
        explain|go_through|think|find_out ) ..6-and|by|within
    WE will ..1 ( gladly|happily|of_course|certainly|also )? ..1 ( share|pass|read|tell|hand ) ..3 ( kind|praise|
        words|thanks|compliment|compliments|greetings|smile|thank_you ) ..8
    ( is|are ) ( being )? ..1 ( checking|looked|read ) ..4
""")


_ASSURED: Final = frames("""
    # Dated: booked, planned, from then on, within so long.
    ( is|are|has_been|have_been|was|were|been|got ) ..2-not|sorry|never ( booked|scheduled|planned|arranged|lined_up|
        pencilled|timetabled|slated|earmarked|commissioned|signed_off|approved|budgeted|in_the_works|in_progress|
        in_hand|underway|under_way|in_the_pipeline|in_the_making|on_the_cards|on_order|on_the_agenda|on_the_roadmap|
        only_a_matter_of ) ..3-sorry|you_were|free ( for|on|to|this|next|tomorrow|today|before|by|within|after|from|
        as_we|already|now|$ | COMMA )
    ( from|starting|beginning|effective|with_effect ) ..1 ( next|now|today|tomorrow|this|monday|tuesday|wednesday|
        thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|
        december|spring|summer|autumn|winter|then ) ..2-sorry|were|was ( on|week|month|year|onwards|onward|forward|
        COMMA|a|the|WE|there|every|all|your|our )
    ( somebody|someone|one_of_us|one_of_our|colleague|manager|technician|plumber|engineer|team|accountant|courier|
        driver|WE|i|desk|people|support ) ..4-sorry|was|were|can|could|should ( gets|get|comes|come|calls|call|rings|
        ring|writes|write|answers|answer|replies|reply|visits|sees|looks|checks|replaces|fixes|repairs|mends|
        contacts|phones|drops|stops|delivers|refunds|pays|sends ) ..6-please|can|could|if|to_us ( DUE|in_a|within|
        in_an|in_two|in_three|in_the_next|in_the_coming|before|by|by_the|no_later|at_the_latest|a_day_or|a_couple|
        on_monday|on_tuesday|on_wednesday|on_thursday|on_friday|the_same_day )
    YOU will ..1-not ( hear|be_hearing|be_contacted|be_called|get_a|receive|get_your|have_your ) ..6-sorry|if (
        within|by|in_a|today|tomorrow|shortly|soon|very_same|same_day|before|this_week|next )
    ( WE|team|management ) ..2-not|sorry ( put|set|brought|introduced|implemented|rolled|taken|drawn_up|established|
        created|adopted ) ..4-sorry|YOU ( in_place|in_motion|into_effect|into_practice|procedures|new_rules|
        new_checks|new_system|new_process|safeguards|measures|steps )
    # Under way.
    ( an|the|our|a ) ..1 ( engineer|plumber|technician|electrician|team|carpenter|manager|crew ) ( has|have ) ..1 (
        been_through|been_in|been_round|been_here|gone_over|gone_through|looked_over|seen_to|had_a_look|worked ) ..6
    YOU ( would|will|should ) ..1 ( now )? ..1 ( find|see|have|get|receive ) ..4-us|our_answer|problem|if ( today|
        now|toasty|warm|by|money|fixed|clean|new|better|within|in_the_coming|before )
    YOU ..1-hopefully ( will|shall|'ll ) ..1-not|hopefully ( find|see|meet|notice|discover|get|enjoy|have ) ..6-us|
        COMMA|address|if|page|sorry ( on_your_next|next_time|on_your_return|when_you_come|when_you_return|
        when_you_are_back|at_your_next|the_next_time|by_then|by_your_next|during_your_next|upon_your )
    ( on_your_return|on_your_next|next_time|when_you_come|when_you_return|when_you_are_back|upon_your ) ..4-hope|please
        YOU ( will|shall|'ll ) ..1-not|hopefully ( find|see|meet|notice|discover|get|enjoy|have ) ..4
    ( person|human|human_being|real_person|colleague|manager|someone|somebody|specialist|technician|one_of_us|
        one_of_our ) ..1 ( can|will|could|may|shall|is_able_to ) ..2-not ( look|help|put|sort|answer|solve|fix|
        go_through|see|check|deal|resolve|call|ring|write|reply|respond|get_back ) ..8-COMMA|END|YOUR ( DUE|today|
        tonight|tomorrow|within|right_away|straight_away|at_once|immediately|same_day|this_week|this_afternoon|
        this_evening|this_morning|by_monday|by_friday|before_noon|in_an_hour|first_thing )
    ( is|are ) ..1-not|sorry ( in_the_bin|taking_its_place|taking_their_place|replacing_it|on_the_skip|gone_and|
        out_and|being_binned|out_of_the_door )
    ( left|leaves|leaving ) ( our|the ) ..1 ( warehouse|depot|store|shop|office|bank|kitchen ) ..4-late
    ( takes_care_of|takes_care|puts_an_end|puts_paid|does_away|sorts|cures|solves|fixes ) ..3-sorry ( it|this|that|
        the|of_it|of_this|of_that|to_it )
    ( is|are|am|have_been|has_been|now ) ..3-not|sorry|you|YOU ( in_the_process|in_the_course|in_the_middle|
        on_the_point|on_the_verge|about_to|hard_at_work|busy|at_work_on|working_around|looking_to_replace|
        already_working|on_it|on_the_case|bringing_in|getting_in|taking_on|switching_to|moving_to|stepping_up|
        tightening|overhauling|rebuilding|renewing|renovating|refurbishing|replacing|repairing|upgrading|retraining|
        recruiting|installing|rewriting|redesigning|doubling|tripling|reviewing_all|changing ) ..4
    ( is|are ) ..1-not|sorry ( getting|being ) ..2-sorry ( replaced|swapped|fixed|repaired|mended|renewed|upgraded|
        serviced|changed|rebuilt|refurbished|redone|rewritten|renovated|installed|sorted|addressed|tackled|dealt|
        refunded|shipped|delivered|patched|insulated|rewired|repainted|retrained|overhauled ) ..3
    # Done, closed, cured.
    ( consider|regard|treat ) ..5 ( closed|settled|solved|done|dealt_with|resolved|finished|sorted|fixed|handled )
    ( works|working|runs|running|is|are|functions|flows|back ) ..2-not|sorry|glad|never ( again|perfectly_again|
        as_it_should_again|as_new|like_new|good_as_new|back_in_order|back_to_normal|back_to_full|back_up ) ..1-please
        !soon_hope|and_again|if
    ( has|have|had|was|were|is|are ) ..4-not|sorry|never|should|could ( taken_care_of|seen_to|dealt_with|put_right|
        put_to_rights|ironed_out|attended_to|set_right|made_good|cleared_up|rectified|remedied|eliminated|eradicated|
        banished|overcome|straightened_out|tracked_down_and|nipped_in|squashed|rooted_out ) ..3 !by_you
    ( has|have|had ) ..1-not|sorry|never ( already|since|now|meanwhile|long|just|been|all|also|finally|of_course|both
        )? ..1-not|never ( been ) ..1-not|never ( replaced|ordered|fixed|changed|repaired|renewed|serviced|checked|
        tested|retrained|trained|reinforced|insulated|upgraded|refunded|credited|reimbursed|removed|installed|added|
        hired|doubled|improved|updated|tightened|cleaned|rewritten|redesigned|shipped|dispatched|delivered|patched|
        released|rolled_out|cured|restored|reset|cancelled|corrected|adjusted|recalibrated|rewired|descaled|bled|
        relaid|repainted|reviewed_and|stopped|introduced|put_in_place|implemented|appointed|warned|briefed|instructed
        ) ..3
    ( steps|measures|action|precautions|arrangements|provisions|changes|corrections|improvements|safeguards|controls|
        checks ) ..3-sorry|not|no ( taken|made|put_in_place|in_place|introduced|implemented|under_way|underway|
        initiated|set_in_motion|launched|adopted ) ..3
    ( so|to|that|which|and_will ) ..3-sorry|hope ( keep|stop|prevent|avoid|rule_out|exclude|ensure|keeps|stops|
        prevents|avoids|rules_out|preclude ) ..4-YOU ( recurring|happening|repeat|repetition|reoccurring|again|
        occurring|recurrence|similar|such_a|this_from|it_from )
    ( is|are|belongs|belong|remains ) ..1-sorry|not ( a_thing_of|the_past|yesterday's|behind_us|over_and_done|
        gone_for_good|gone_now|sorted_now|out_of_the_way|off_the_table|water_under ) ..3
    ( is|are ) ..1 ( now )? history ( $ | COMMA | now )
    # Given as one's word.
    ( our|my|the|solemn|firm ) ..1 ( promise|word|pledge|commitment|assurance|vow|guarantee|oath ) ..2-sorry|broke|
        broken|did_not|was ( to_you|that|is|on_it|on_that|to_all|to_every|COMMA|: |$ ) ..2
    ( can|may|could ) ..1 ( rely|depend|count|bank|trust|be_sure|be_certain|be_confident|rest|sleep_easy|be_assured|
        safely ) ..2 ( on|in|that|upon|easy|us|assured|expect ) ..4
    ( made|making|make|personally|seen|saw|see ) ..2-sorry ( certain|sure|to_it ) ..1 ( that|it|this|nobody|no_one|
        your|the|every|all|each|personally|there|nothing|YOUR ) ..6
    ( cannot|can_not|must_not|will_not|shall_not|not_going_to|never_going_to|no_one_will|nobody_will|
        nothing_like_this_will|it_ends_here|it_stops_here|last_time ) ..3-YOU|sorry|feel|please ( happen|repeat|
        recur|occur|come_up|be_repeated|go_wrong|queue|again|ever|freeze|suffer ) ..3
    # To come.
    ( is|are|am ) ..1-YOU ( going_to|about_to|bound_to|set_to|sure_to ) ( ring|call|phone|write|visit|come|be|have|
        get|see|fix|put|replace|change|happen|take|send|mend|contact|look|do|sort|pay|refund|make|work|stay|end|stop|
        start|talk|speak|check|drop|give|bring|reach ) ..4
    ( fix|patch|update|solution|remedy|replacement|refund|release|repair|improvement|relief|help|version|hotfix|
        money|parcel|crate|delivery|feature|cure|answer|reply|new_boiler|new_system ) ..2-sorry|not|was|asked|should
        ( is|are|'s ) ..2-not|sorry|free ( coming|on_its_way|on_the_way|on_their_way|imminent|near|nearly_there|
        nearly_ready|almost_ready|almost_done|round_the_corner|around_the_corner|in_sight|close|days_away|weeks_away|
        in_testing|being_tested|being_prepared|en_route|ready_to_go|heading|headed|waiting_to_be_released|queued|
        in_transit|a_few_days|just_days ) ..3
    ( YOUR|the ) ..1 ( money|refund|replacement|parcel|credit|deposit|payment|amount|new_lamp|order ) ..1-sorry|not (
        is|has_been|was|are ) ..2-not|sorry|late|missing|should ( on|back_on|back_in|sent|paid|returned|transferred|
        credited|released|initiated|processed|issued|dispatched|posted|in_the_post|sent_off|wired|approved ) ..4
    ( WE|i ) ..1-sorry|not ( aim|aims|plan|plans|intend|mean|expect|promise|undertake|commit|expects|are_committed|
        hope ) ..1 ( to ) ..1 ( have|be|get|finish|complete|reopen|deliver|release|fix|replace|repair|roll|ship|
        install|launch|finalise|refund|bring_back|resolve|solve|double|hire ) ..10-listen|ask|hear|able ( by|within|
        before|this|next|soon|in_the|in_a|shortly|in_two|in_three|done|fixed|ready|back|up|again|for_good )
    ( WE|i|team ) ..2 ( shall|will|'ll ) ..2-not|never|remember|glad|miss ( sort|see_to|fix|repair|mend|replace|
        refund|arrange|make_sure|take_care|get_it|have_it|bring|put|chase|change|add|install|train|retrain|address|
        tackle|end|stop|finish|send|rewrite|speed|call_you|ring_you|contact_you|visit|reimburse|credit|cover|pay|
        reopen|restore|work_on|work_hard|monitor|follow_up|get_back|handle|deal|implement|review_our|raise_this|
        escalate|investigate|look_into|look_at|check_with|speak_to|talk_to ) ..3
    ( next_time|next_stay|next_visit|next_order|next_crate|when_you_return|when_you_come|by_your_next|on_your_next|
        your_next ) ..6-hope|sorry|please|would|if|can|could ( is_going|are_going|will|everything_is|is_all|gets|
        goes|arrives|comes|works|awaits|there_is|better|without|no ) ..6-hope|would
""")


def promises(case: Case) -> Iterator[Finding]:
    """G23: a promise, a deadline or "solved" that nothing stands behind."""
    allowed = licensed(case)
    backing: Backing | None = None
    told: set[int] = set()
    for span in case.found(_PROMISES, _ASSURED, spare=(*_NO_PROMISE, *DONE)):
        sentence = case.sentence_at(span.start)
        words = case.text[sentence.start : sentence.end]
        if sentence.start in told or plain_sentence(words) in allowed or _is_offered(case, span, sentence):
            continue
        backing = backing or backing_of(case)
        if _is_told_by_fact(backing, words):
            continue
        told.add(sentence.start)
        yield unbacked(case, G23, sentence, "promises what no fact or remedy backs")


def _is_offered(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether the promise is what a public remedy says."""
    remedies = [remedy for remedy in case.business.remedies if remedy.is_public]
    region = remedy_region(case.text[sentence.start : sentence.end], remedies)
    if region is None:
        return False
    start, end = sentence.start + region[0], sentence.start + region[1]
    outside = max(0, start - span.start) + max(0, span.end - end)
    return outside <= _OUTSIDE


_OUTSIDE: Final = 16


def _is_told_by_fact(backing: Backing, sentence: str) -> bool:
    """Say whether facts tell what the sentence tells: every number is theirs, and none the reviewer's alone."""
    said = [one for one in quantities(sentence) if one.is_measure]
    return bool(said) and all(backing.holds(one.value, sentence) and one.value not in backing.review for one in said)


def unbacked(case: Case, law: Law, sentence: Span, why: str) -> Finding:
    """Return what is said of a sentence that nothing stands behind: who may answer for it decides how grave it is."""
    if not case.context.has_business:
        return law.warn(case, *sentence, f"{why} (no facts given)", fix="")
    if case.context.is_persons:
        return law.warn(case, *sentence, f"{why}; whoever approves can vouch for it", fix="")
    return law.block(case, *sentence, why, fix="")


RULES: Final = (promises,)
