"""What a reply must not ask of the reviewer: a better rating, or that the review goes away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.ratings import AS_THEY_ARE, NOT_ASKED
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.text import Span
from reviewwatch.types import Finding

G03: Final = Law("G03", "Google Play (do not ask for a higher rating), Trustpilot, Yelp: do not ask to change one")
G04: Final = Law("G04", "16 CFR 465.7 and every platform: do not ask to remove a review")

_BARRED: Final = "OUR|COMMA|AFTER|APP"
_RATED: Final = (
    "( REVIEW | YOUR|this|the|that ( words|remarks|mark|grade|opinion|verdict ) | YOUR ..1 ( entry|text )"
    " | what_you_wrote|what_you_put|what_you_said|what_you_posted|what_you_gave )"
)
_WHICH: Final = (
    "( YOUR|the|this|that|those|these|it|a|an|any|up|upon|of|to|google|play|store|app|public|online|low|lower|poor|bad"
    "|old|former|previous|first|earlier|original|initial|current|own|honest|one|two|three|four|NUM|star|stars|number|and|or"
    "|both|here|existing|us|her|his|their|said )?"
)
_OF_IT: Final = f"{_WHICH} {_WHICH} {_WHICH} {_WHICH}"
"""Between a verb and what it changes: what stands there says which review, and not what else is done by it."""
_RATING_ASK: Final = frames(f"""
    ASKING ..8-COMMA|how|settings CHANGE {_OF_IT} {_RATED} !process
    ASKING ..8-COMMA {_RATED} ..3-{_BARRED}|WE|so|and|on|by|to|used|help|helps|can|that CHANGE
    ASKING ..8-COMMA {_RATED} ..2-{_BARRED}|WE|so|on|by|used to_be ..1 CHANGE
    ^ ..1 CHANGE {_OF_IT} {_RATED} !process
    ( COND|helps|helped|works|worked|now|so ) ..8 COMMA ..2 CHANGE {_OF_IT} {_RATED}
    REVIEW ...14 ( could_you|would_you|can_you|will_you|might_you|you_could|you_would|you_can|you_will|you_might|
        you_may|
        please|kindly ) ..2 CHANGE ( it|that|them|this )
    ASKING ..6-COMMA ( give|giving|leave|leaving|earn|earning|get|getting|award|rate|win|see|deserve|drop|bump|
        spare|receive|grant|add|adding|click|share|sharing|have ( a|an|another|more|one ) ) ..4-COMMA ( POSITIVE|
        MORE_STARS|higher|better ) ..2 ( review|reviews|rating|ratings|star|stars|score|mark|grade|testimonial !service|
        stay|experience|visit|hotel|standard|treatment|care|welcome|trip|meal|on|in )
    ASKING ..4-COMMA|that|WE|time_to ( give|giving|leave|leaving|drop|write|writing|post|share|sharing ) ..2 ( POSITIVE|
        better ) ..1 ( feedback|comment|comments|words )
    ( a|an|any|some|more|another|each|every|few|extra ) ..1 ( POSITIVE|higher|better ) ..1 ( review|reviews|rating|
        ratings|
        score|mark|grade|star|stars|testimonial ) ..8-COMMA|like|YOUR ( would|could|will|might|help|helps|keeps|keep|
        means|mean|make|makes|supports|goes )
    ^ ..1-YOUR|this|such|these|the ( POSITIVE|higher|better ) ..1 ( review|reviews|rating|ratings|score|mark|grade|star|
        stars|testimonial ) ..8-COMMA|like|YOUR ( would|could|might|help|helps|supports )
    ( STAR|score|rating ) ..3 hurt|hurts|sting|stings|harm|harms|damage|damages|kills|pains
    ( five|5|four|full_marks | more|full|five|four|4|5 ( stars|marks ) | five|5 out_of_five|5 ) ( surely|really|here )?
        (
        would|could|might ) ..3-NEG ( reflect|do_justice|justice|be|suit|match|seem|mean|help|look )
    ( deserve|deserves|deserved|earn|earned|earning|worth|worthy|hope_for|hoping_for|win_back|win|gain ) ..4-COMMA (
        MORE_STARS|five|5|POSITIVE ) ..1 ( STAR|rating|review|score )
    ( deserve|deserves|worth|justify|justifies|warrant|warrants ) ..2 ( more|better|higher|another|five ) ( than )?
        ..3 ( STAR|rating|score )
    ( low|lower|poor|bad|one|1|single|wrong ) ..1 ( rating|star|stars|score|review ) ..2 ( by_mistake|in_error|
        by_accident|by_error|mistakenly|erroneously|accidentally )
    ( get|have|win|squeeze|coax ) ..1 ( five|5|more|full|four ) ( stars|marks ) ..1 ( out_of|from )
        ( YOU | this_review )
    ( update|edit|change|revision ) ..1 ( of|to|on ) YOUR ..1 ( review|rating|score|stars ) ..4-COMMA (
        would|could|might|is|will )
    ( hope|trust|wish ) ..4-COMMA ( earns|earn|brings|bring|gets|wins|win ) us ..2 ( POSITIVE|better|higher|more|another
        ) ..1 ( review|rating|star|stars|score )
    re rate|rating|rated
    rate us ..2 ( again|higher|better|five|5|POSITIVE|five_star )
    ASKING ..5-COMMA rate ..2 ( us|it|app|again ) ..3 ( again|higher|five|5|POSITIVE )
    ASKING ..6-COMMA ( see|have|find|read|get ) ..3 ( this|that|it|effort|change|fix ) ..4 ( reflected|shown|appear|
        mirrored|reflect|show ) ..2 in ..2 {_RATED}
    ( hope|love|like|wish|delighted|happy|great|nice|lovely|grateful ) ..6-COMMA ( reflected|reflect|reflects|
        mirrored ) ..1 in ..2 REVIEW
    ( more|extra|higher|better|additional|another ) ( STAR|rating|ratings|reviews|marks|score ) ..4-COMMA|WE ( would|
        could|
        help|helps|welcome|appreciated|from_you|please )
    ( barrier|barriers|stop|stops|stopped|stopping|keep|kept|keeps|prevent|prevents|prevented ) ..3 YOU ..1 from ..2 (
        giving|leaving|awarding|rating|adding ) ..3 ( five|5|full|more|fifth|POSITIVE )
    ( what|how|anything|something|way|whether|if ) ..2-COMMA WE ..1 ( can|could|should|need|must|may ) ..12 ( five|5|
        full ) ( star|stars )
    ( hope|want|trying|work|working|hard ) ..5 ( fifth|missing|last|5th|other|remaining|lost ) ..1 STAR
""")
# Whoever likes it and rates it low is told that the two do not go together.
_MISMATCH: Final = frames("""
    ( like|love|enjoy ) ..4 but ..1 ( the|YOUR ) ( rating|stars|score ) ..3 not ..1 ( match|fit|agree|correspond )
""")
_HINTS: Final = frames("""
    ( happened|become ) ..1 ( to|of ) ( the|that|our|YOUR ) ..1 ( fifth|fourth|missing|last|other ) STAR
    ( tip|nudge|push|bump|lift|move ) us ..1 ( up|over ) ..2 ( four|five|4|5|full|top )
    ( button|stars|rating ) ( is|are ) still ( there|open|here )
    ( see|love|watch|like ) ..5 ( number|score|figure|count|average ) ..1 ( go|going|move|creep|climb ) up
    know where ..1 STAR ..1 ( is|are|button )
    ( hope|hopefully|hoping|wish ) ..6-NEG ( feeling|feel ) ..1 ( generous|kinder|kindly )
    ( yours|your_vote|your_stars|your_rating ) ..1 ( could|would|might|can ) ..2 ( tip|push|take|help|lift|get )
    ( tempt|nudge|sway|win|talk ) YOU ..1 ( up|round|over ) ..1 ( to )? ..1 ( a )? ( four|five|4|5 )
    ( deserve|deserves|merit|merits|earned|worth ) ..3 ( look|rethink ) ..1 ( $ | COMMA )
    ( hope|love|like|wish|glad|happy|thrilled|delighted|great|keen|want ) ..6-COMMA ( YOUR|the|this|that|a ) ..2 (
        rating|score|stars|review|star ) ..3 ( go_up|rise|climb|improve|change|grow|up|higher|better|turn|reflect|
        reflected|show )
    ( think|look ) again ..4 ( STAR|rating|review|score )
    ( STAR|rating|review|score ) ...10 ( please|kindly|so|do|perhaps|could_you|would_you ) ..2 ( reconsider|rethink|
        think_again|have_another_look|take_another_look )
    ( let|make ) ..2 ( STAR|rating|review|score ) ..3 ( show|reflect|say|tell|match )
""")
_TO_RATE: Final = "( STAR|rating|ratings|score|scores|evaluation|mark|marks|grade|REVIEW )"
_BETTER: Final = (
    "( CHANGE|MORE_STARS|POSITIVE|higher|fresh|new|renewed|fairer|up_to_date|catch_up|company|fuller|whole_story )"
)
_WISHED: Final = (
    "( ASKING|could_do_with|could_use|over_the_moon|thrilled|chuffed|made_up|happy|chance|mean_the_world|mean_a_lot"
    "|what_would_it_take|what_it_takes|what_we_can_do|what_can_we_do|stopping_you|stops_you|fair_to_ask|curious"
    "|trust|trusting|one_day|some_day|had_hoped|hoped|on_reflection|lovely|deserve|deserved|deserves )"
)
_MORE_ASKS: Final = (
    *together(
        "..6-COMMA|OUR|APP|NEG|AFTER|how|note",
        _WISHED,
        _BETTER,
        "( STAR|rating|ratings|score|evaluation|mark | YOUR ..1 ( words|text|verdict|entry|wording|what_you_wrote ) )",
    ),
    *frames(f"""
    ( make|making|made|turn|bring|get|bump|raise|lift|call ) ..1 ( it|this|that|them|YOU|us ) ..2 ( a|to|into|up ) ..1 (
        full )? ( five|four|5|4 ) ..1
        ( STAR !experience|service|stay|one|standard|rated|rating_experience|app | $ | COMMA | ? )
    look forward to ..8-OUR|NEG ( new|improved|updated|changed|better|fresh|higher ) ..1 ( rating|review|stars|score )
    ( by|with ) ( updating|editing|changing|raising|revising|amending ) ..1 YOUR ..1 ( REVIEW )
    ( every|each|low|lower|poor|one|single ) ..1 ( star|stars|rating|ratings|score|scores ) ..5 ( counts|count|hurts|
        hurt|harm|harms|cost|costs|hard_on|hard_for|weigh|weighs|weighs_on|matters|makes_a_difference|tough_on|
        tough_for )
    ( score|rating|STAR|mark ) ..2 ( will|would|might|may|can|to|should|could ) ..2 ( follow|rise|climb|improve|
        go_up|match|catch|grow|recover|do_with|use )
    YOUR ..1 ( rating|score|review|stars|evaluation|text ) ..1 ( can|could|may|might ) ..1-NEG ( always )? be ..1 (
        CHANGE )
    YOU ( can|could|may ) ..2-NEG ( edit|update|change|raise|revisit|amend ) ..2 ( YOUR|the|a ) ..1 ( rating|score|
        review|stars|evaluation )
    ( sounds|looks|seems|feels|reads|more ) ..2 like ..1 ( a|an ) ..1 ( four|five|4|5 ) ..2
    ( ASKING|by|grateful ) ..10-NEG|OUR ( freshening|updating|editing|changing|refreshing|touching|tidying ) ..2
        {_RATED}
    ASKING ..6-NEG|OUR YOUR ( next|new|later|future|second ) ( review|rating|comment ) ..3-NEG ( is|be|will|to|can|
        could|may|tells|reads|shows|says )
    ( come|pop|drop|be ) ..1 back ..10 ( let|tell ) ..1 ( people|others|readers|everyone|everybody|folks|the_world )
    ASKING ..4-OUR ( revisit|reconsider|rethink|soften ) YOUR !booking|stay|order|visit
    STAR ..3 ( lonely|alone|some_company|a_friend|company )
    ( YOUR|the ) ..1 ( review|rating|post|text ) ..6-NEG ( brought|bring ) ..1 up_to_date
"""),
)
# Stars and ratings are spoken of in thanks, in regret and as what they are. Spoken of with a wish, a question, a
# condition or a "could", they are asked for.
_STARS: Final = frames("""
    ( STAR|rating|ratings|score|full_marks|top_marks|mark_us|grade|evaluation|rerating|rate_us )
    ( YOUR|kinder|fairer|better|new|different|final ) ..1 verdict
    ( YOUR|the|an ) ..1 ( opinion|view|verdict|judgement|judgment ) ..2 of ..1 ( us|the_app|our )
    ( one|two|three|four|five|2|3|4|5 ) stars
    ( to|for|of|a|us|reach|hit|the|at|get|win|earn|have ) ..1 ( five|5|full_five ) ( $ | COMMA | ? | from | out_of )
    ( look|place|spot ) in the ratings
    ( leave|leaving|left|give|giving|gave|mark|marked|put|see ) us ..2 ( one|two|three|1|2|3 )
    ( up|down ) in YOUR ..1 ( estimation|eyes|view|books|opinion )
""")
_WISHING: Final = frames("""
    ( tempt|nudge|push|win|sway|talk ) YOU ..2 ( up|round|over|to )
    ( feel|feeling|think|see ) ( differently|kinder|warmer | ..1 generous )
    ( ASKING|would|could|can|may|might|let|hopefully|surely|perhaps|maybe|deserve|deserves|be_fair|only_fair|puzzled|
        surprised|confused|baffled|slip_of|mistakenly|erroneously|by_accident|hurts|hurt|pulls|drags|until|till|
        speak_for|speaks_for|get_back|gets_us|back_to|what_do_we_have|rather|wonder|happy_to_see|help_us|helps|
        give_us|giving_us|change|changed|updated|revised|edited|in_line|up_to_you|earn|win|regain )
    ?
""")
_SECOND_LOOK: Final = frames("""
    ( another|second|fresh|new ) ( look|thought|thoughts|glance|opinion|think|verdict )
    ( think|look ) again !in|under|into|at
    ( reconsider|rethink|edit|revise ) ( it|this|that|them|now|again|here|above | $ | ? | COMMA | YOUR|the|this|that !
        booking|order|address|profile|list|lists|photo|settings|details|date|dates|bill|invoice|policy|account|number )
    ( re_rate|re_rating|rerate|edit_button|change_it|raise_it|update_it|bump_it|make_it_higher )
""")
_OUR_LOOK: Final = frames("""
    ( we|i|our_team|team|chef|kitchen|manager|management|they ) ..4 ( another|second|fresh|new|reconsider|rethink|
        revise|edit|look|think ) ..3
    ( THANKS ) ..10
""")


def rating_asks(case: Case) -> Iterator[Span]:
    """Yield where a better rating or a changed review is asked for, hoped for or hinted at."""
    as_they_are = (*DONE, *NOT_ASKED, *AS_THEY_ARE)
    yield from case.found(_RATING_ASK, _HINTS, spare=(*DONE, *NOT_ASKED))
    yield from case.found(_MISMATCH)
    yield from case.found(_MORE_ASKS, spare=as_they_are)
    yield from case.holding(_STARS, _WISHING, spare=as_they_are)
    yield from case.holding(_STARS, _SECOND_LOOK, spare=(*as_they_are, *_OUR_LOOK), reach=2)


def rating_ask(case: Case) -> Iterator[Finding]:
    """G03: a request to raise or change a rating, in plain words or as a hint."""
    for span in rating_asks(case):
        make = G03.block_sentence if Ban.RATING_ASKS in case.platform.bans else G03.warn_sentence
        yield make(case, *span, "asks to change the rating or the review")
        return


_NOT_OURS: Final = frames("""
    ( not|never ) ( able|possible|allowed|in_a_position ) ..1 to ..6
    ( only|nobody_but|no_one_but ) ..3-be|please ( YOU|author|writer|person|google|who|reviewer|site|yelp|platform|
        tripadvisor|trustpilot|its ) ..10-please
    YOU ( asked|ask|wonder|wondered ) ..12
    YOU ( wrote|say|said ) ( that|how|COMMA|: ) ..12
    ( nobody|no_one|none_of_us ) ..3 ( ask|asks|asked|want|wants|wanted|expect|expects ) YOU ..10
    ( WE ) ..1 ( can|do|may|could|would|will ) ..1 ( not|never ) ..10-if
    ( WE|nobody|no_one ) ..1 ( cannot|never|not|can_only ) ..10-if
    ( WE ) ( have|had|also|then|already|just|therefore )? ( removed|deleted|pulled|withdrew|withdrawn|dropped|hid|
        hidden|erased|took|taken|scrapped|wiped|cancelled|retracted|cleared ) ..8
""")
_POST: Final = (
    "( REVIEW | YOUR|this|the|that ( words|remarks|opinion|entry|text|lines|statement ) | what_you_wrote|"
    "what_you_posted )"
)
_GO: Final = "REMOVE|hidden|offline|unsaid|unseen"
# What is dropped, pulled or taken away is another thing.
_NOT_THE_POST: Final = frames("""
    ( drop|dropping|dropped|drops ) ( us|me|a|an|in|by|off|down|out|some|at|to|from ) ..4
    ( pull|pulling ) ( to|through|up | down ( to|the|and|on ) | out ( of|the ) ) ..3
    ( cancel|cancelling|canceling|close|closing|withdraw|withdrawing ) ..1 ( the|YOUR|my|an|a|it|any ) ..2 ( order|
        booking|
        reservation|subscription|plan|card|trip|ride|account|policy|transaction|request|money|amount|funds|cash ) ..3
    get rid of ..2 ( ads|adverts|error|errors|message|noise|smell|bug|bugs|issue|issues|stain|mice|app|problem ) ..2
    ( withdraw*|withdrew ) ..2 ( money|cash|amount|funds|limit|limits|fee|fees|request|option|facility )
    ( cash|money|atm|fund|wallet|your|the ) ( withdrawal|withdrawals ) !of_your_review
    ( the|a|each|every|dust|waste|recycling ) bin ..1
    ( delete|remove|uninstall ) ( it|this|that|them | the ..1 app ) ..1 ( and|then ) ..2 ( reinstall|install|re|
        download|
        try|add|restart|again )
""")
_REMOVAL_ASK: Final = frames(f"""
    ASKING ..8-COMMA {_GO} ..5-{_BARRED} {_POST}
    ASKING ..8-COMMA {_POST} ..5-{_BARRED} {_GO}
    ^ ..2-NEG|WE {_GO} ..4-{_BARRED} {_POST}
    {_POST} ..6-COMMA|YOU|only ( must|should|has_to|have_to|need|needs|ought|want|better|to_be|to ) ..4 {_GO}
    ( is|are|was ) ( requested|asked|expected|hoped|demanded|suggested|recommended ) ..3 {_POST} ..4 ( {_GO} | down )
    ( no|any|little ) ( reason|need|point|cause ) ..4 {_POST} ..3 ( stay|stand|up|remain|online )
    {_POST} ...14 ( please|do|kindly|so|just|you|could|would|can ) ..3 {_GO} ( it|this|that|them )
    ( insist|demand|request|require|ask|urge|expect|want|wish|like|prefer|need ) ..6-COMMA {_POST} ..4 ( {_GO} | down|
        off|away )
    ( insist|demand|request|require|ask|urge|expect|want|appreciate|await ) ..4 {_GO} ..3-{_BARRED} {_POST}
    ( take|taking|took|taken|pull|bring ) ..4-OUR {_POST} ..2 ( down|off|offline|away )
    ^ ..1 ( take|pull ) ( this|it|that|them ) ( down|offline|off ) $
    ^ ..2 ( take_down|REMOVE ) ( this|it|that ) $
    # "Kindly remove", however it is typed.
    ^ ( k*|p* ) ..1 REMOVE $
    ( hit|press|use|tap|click|find|push ) ..1 ( the|YOUR ) ..1 ( delete|remove ) button ..1 ( on|for|above|beside|
        under )
        ..1 ( this|it|that|what_you | {_POST} )
    {_GO} ..3-{_BARRED} {_POST} ..4 ( and|or|then ) ..3 ( WE|talk|help )
    ( take|pull|get|wipe|strike|clear ) ( this | it | that | YOUR ..1 REVIEWISH | YOUR ..1 REVIEW ) ..2 ( down|
        offline|off_the_page|off_the_site|off_google|off_here|from_the_page|from_google|off_this|from_here ) ..2
""")

_DELETE: Final = (
    "( delete|deleting|deleted|remove|removing|removed|erase|erased|erasing|pull|pulled|withdraw|withdrew|withdrawing"
    "|withdrawn|retract|retracting|retracted|unpublish|binning|ditch|ditching|scrub|scrubbing|zap|clear|cleared|clearing|get_rid_of|got_rid_of|wipe|wiped|scrap|hide|hid|hiding|take_down|taking_down"
    "|taken_down|took_down|bin|kill|drop )"
)
_IT: Final = "( it|this|that|these|the_above|this_one|what_is_above )"
_PUBLIC: Final = (
    "( page|site|google|yelp|tripadvisor|trustpilot|booking|platform|profile|store|public|online|here|there|up|web"
    "|internet|view|listing|wall )"
)
_MORE_REMOVAL: Final = (
    *frames(f"""
    ( trust|expect|insist|demand|require|advise|urge|agree|how_about|deal|let_us|ask|asking|assume|count_on )
        ..10-NEG|OUR YOU ..3-NEG ( to|will|would|should|must|and )? {_DELETE} ( {_IT} | ..1-OUR {_POST} )
    ( right|decent|fair|sensible|best|only|honest|wise|noble|least ) ( thing|step|way|you_can_do|course ) ..6-NEG|OUR
        {_DELETE} ( {_IT} | ..2-OUR {_POST} )
    {_DELETE} ..1-OUR YOUR ..1 REVIEW !page
    ( you ) ( take|took|pull|pulled|bring ) ..2 {_POST} ..1 ( away|down|off|back )
    ( request|ask_for|insist_on|demand|expect|appreciate|await|hope_for|asking_for|propose|suggest ) ..3-OUR (
        withdrawal|removal|deletion|takedown|retraction|disappearance )
    ( make|making|set|setting|mark|turn|switch ) ..1 {_POST} ..2 ( private|hidden|invisible|friends_only )
    ( whether|why|if|that|reason_for ) ..2 ( {_POST} | it|this|that|this_one ) ..1-NEG ( really|still )? ..1-NEG (
        needs_to|has_to|must|should|ought_to|to ) ..1 ( remain|stay|stand|be ) ..2 {_PUBLIC}
    ( {_POST} | it|this|that|this_one|one ) ..3 ( not|never|no_longer ) ..1 ( stay|remain|stand|hang|sit ) ..3 {_PUBLIC}
    ( like|love|want|prefer|appreciate|glad|happy|grateful|obliged|relieved|better|best|kind|help ) ..6-NEG ( if|that|
        see|have|to_see|it ) ..2 ( {_POST} | it|this|that|this_one ) ..2-NEG ( came|come|comes|go|went|goes|be|was|
        were )? ..1-NEG ( off|down|away|from ) ..2 {_PUBLIC}
    ( no ) ..1 ( reason|need|point|cause ) ..2 ( this|it|that ) to ..1 ( hang|stay|stand|remain|be_here|be_up ) ..2
    ( obliged|grateful|glad|happy|kind|better|best|prefer|like|love ) ..4-NEG ( if|that|see ) ( it|this|that | {_POST}
        ) ..1-NEG ( disappear|disappeared|vanish|vanished|deleted|removed|withdrawn|hidden )
    ( obliged|grateful|glad|happy|kind|better|best|prefer|like|love ) ..4-NEG ( if|that|see ) ( it|this|that | {_POST}
        ) ( could|can|would|might|were_to|was_to ) ..1 ( disappear|vanish|be_deleted|be_removed|be_withdrawn|be_taken|
        be_hidden )
"""),
)


# Whoever speaks of taking away and of the review in one sentence asks for it, unless we did it, cannot do it, or
# speak of something else that went.
_GOING: Final = frames(f"""
    {_DELETE}
    ( come|comes|came|coming|take|takes|took|taken|taking|pull|bring|get|cut ) ..4-OUR ( down|off|away|offline )
    ( vanish|disappear|go_away|removal|deletion|withdrawal|retraction|take_back|clear_it|hang_around|up_any_longer|
        unpublished|get_rid|leaving_this_up|leave_this_up|leave_it_up|belong|belongs|no_place|offline )
    ( make|making|made|set|setting|mark|turn|switch|move|be|is|go|was|were|becomes|became|stay|stays ) ..5-OUR|
        everything|details|data (
        private|invisible|hidden )
    ( not|no|whether|why|reason|longer ) ..5 ( stay|stays|remain|remains|stand|belongs|up|here|visible )
""")
_THE_POST: Final = frames("""
    ( review|reviews|posts|comment|comments|remarks|testimonial|one_star|what_you_wrote|your_words|
        these_words|write_up | ( YOUR|this|these|those|public ) ..1 ( entry|lines|statement )
        | the_lines
        | the_above !steps|process|mentioned|link|details|number|mail|email|procedure|options
        | ( YOUR|this|the|that ) ..1 post )
""")
# The review is only "this" or "it", but what is to happen to it happens to reviews alone.
_POST_GOES: Final = frames(f"""
    take ..1 YOUR ..1 ( grievance|complaint|gripe|words|rant|views|quarrel ) ..1 ( off|down|elsewhere|away|somewhere )
    whether ( this|it|that ) ..2 ( belongs|should_be|needs_to )
    ( could|can|might|should|may|let|have|see ) ( it|this|that | {_POST} ) ( come_down|vanish|disappear | drop ( $
        | COMMA|off|from ) | go ( $ | COMMA|away ) | off )
    REMOVE ( what_you|the_bit|the_part | YOUR ( words|lines|text ) )
    ( need|reason|point ) ..2 for ( anyone|anybody|others|people|more ) ..3 to ( read|see ) ( this|it )
    ( leave|leaving|left|have|having ) ( it|this|that | {_POST} ) ..1 ( up|online|here|sat|sitting|hanging | there ! (
        COMMA|and|until|we ) )
    ( keep|keeping ) ( it|this|that | {_POST} ) ..1 ( online|here|sat|sitting|hanging | up ( there|here|online|any|for
        ) )
    ( decent|right|fair|good|kind ) ..1 thing ..2 ( REMOVE|unpublish )
    ( please|kindly|trust|and ) ..4 ( get_rid|unpublish ) ..1 ( $ | COMMA )
    {_DELETE} ( this|this_one|the_above|what_you_wrote|what_you_put|what_you_said|what_you_posted|the_bit|the_part|
        that_bit|that_part|this_bit|this_part|the_line|the_lines|that_line ) ( $ | COMMA|until|till|while|once|now|
        please|about|that|where|
        from|off|as|for|here|then|again|and|or|instead|so )
    ( it|this|that|this_one|one | {_POST} ) ( all|just|simply|quietly|then|now|could|would|should|can|be|was|were|is
        )? (
        came|come|comes|goes|go|went|taken|cleared|pulled|taking ) (
        off|down|away ) ( $ | COMMA|now|again | ..1 {_PUBLIC} )
    ( have|get|see|having|getting ) ( it|this|that ) ..1 ( taken_down|taken_off|removed|deleted|pulled|gone )
    {_DELETE} ( it|that|this_one ) ..1 ( off|from ) ..2 {_PUBLIC}
    ( it|this|that | {_POST} ) ..4 ( not|no_reason|no_longer|why|any_reason|no_need ) ..5 ( stay|be|remain|stand|sit )
        ..1 ( here|up|online|there|visible|public )
""")
_ASKED_OF_YOU: Final = frames("""
    ( ASKING|YOU|yourself|would|could|might|should|must|need|needs|request|rather|please|kindly|let|best|better|fair|
        appreciated|no_reason )
""")
_OTHER_THINGS_GO: Final = frames("""
    YOU ( asked|ask|wonder|wondered|wrote|say|said ) ..12
    drop ..1 ( us|me|a|an|in|by ) ..6
    ( can|cannot|could|may|not|unable_to|able_to ) ..1 comment ( here|on|further|about|publicly|in_public|individually|
        more|any|$ | COMMA ) ..2
    ( subject|subject_line|titled|headed ) ..8
    ( AFTER|for|as|like ) ..1 ( YOUR|the|this|these|several|a|other|many )? ..2 ( review|reviews|comment|comments|
        post|remarks ) ..2
    ( YOUR|the|this|other|many|several|these ) ..1 ( review|comment|post|reviews|comments ) ..2 ( says|say|said|
        mentions|asks|shows|helped|stays|stay|stands ) ..10
    ( by|in_the|the|last|first|next|parcel|blog|sign|lamp|bed|to_the ) post ..4
    post ( office|code|box|man|card|room ) ..4
    ( THANKS ) ..4 ( review|comment|post|words|lines ) ..1
    ( delete|remove|withdraw|pull|drop|hide|wipe|take|cancel|erase|scrap|bin ) ..1 ( the|YOUR|a|any|an|our|every|old|
        all|out ) ..1 ( app|account|cache|cable|film|battery|batteries|old|router|file|data|lists|list|item|dish|plug|
        cover|cap|card|photo|picture|money|cash|history|sign|number|address|name|limescale|stain|tick|filter ) ..8
    ( if|should|when|asked_us|want|wanted ) ..3 ( delete|remove|close ) ..2 account ..4
    ( stain|stains|smell|noise|queue|dust|mark|label|lid|paint|handle|knob|wheel|cap|leg ) ..6 ( come|came|comes|go|
        went|disappear|vanish ) ..4
    ( have|has|was|were|been|being|is ) ..1 ( removed|deleted|taken|withdrawn|pulled|dropped|cleared ) ..2 ( from|off|
        by ) ..1 ( OUR|us|the ) ..6
""")


def removal_asks(case: Case) -> Iterator[Span]:
    """Yield where the review is to go away or to be hidden."""
    yield from case.found(_REMOVAL_ASK, _MORE_REMOVAL, spare=(*DONE, *_NOT_OURS, *_NOT_THE_POST))
    others = (*_NOT_OURS, *_NOT_THE_POST, *_OTHER_THINGS_GO)
    yield from case.holding(_GOING, _THE_POST, spare=(*DONE, *others))
    yield from case.holding(_POST_GOES, _ASKED_OF_YOU, spare=others)


def removal_ask(case: Case) -> Iterator[Finding]:
    """G04: a request to take the review away or to hide it."""
    for span in removal_asks(case):
        yield G04.block_sentence(case, *span, "asks to remove the review")
        return


RULES: Final = (rating_ask, removal_ask)
