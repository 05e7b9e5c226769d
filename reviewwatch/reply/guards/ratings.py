"""How stars and ratings are spoken of where nobody asks for another one."""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.guards.frames import frames

NOT_ASKED: Final = frames("""
    if WE could ( rate|give|award|mark ) ..5-us COMMA? ..8
    such a ..2 REVIEW ( makes|made|means|is|keeps|was ) ..3-COMMA|COND
    ( earn|collect|win|get|gain|restore|lose|lost ) ..3 ( star|stars|points ) ..2 ( in|on|with|for ) ..2 ( game|level|
        card|
        loyalty|club|each|every|quest|stage )
    # What the reviewer thinks of us is ours to mend; and time that was taken is no time that is asked for.
    ( chance|opportunity|hope|hopes|hoping|able|want|wish|like|love|WE|try|trying|let_us|allow_us|help_us|aim|working )
        ..2-YOU ( to )? ( improve|change|raise|lift|better|turn|restore|correct|alter ) ..1 YOUR ..1 ( opinion|view|
        impression|mind|perception|experience )
    ( taking|took|taken|found|finding|for|YOUR|the ) ..1 time ..1 to ..10-COMMA|COND
    # "Post" for after.
    post ( updating|upgrading|installing|reinstalling|installation|upgrade|update|verification|payment|purchase|
        delivery|checkout|login|recharge|repayment|migration|maintenance|which )
    post ( the|this|our|latest|recent ) ..2 ( update|upgrade|version|payment|purchase|delivery|verification|release )
    WE ( do|can|could ) ( also )? ( see|note|notice|read|realise|realize|understand|acknowledge )
    # Gladness about what was given; "would be glad" looks ahead.
    ( are|am|is|was|were|feel|^ ) ( so|very|really|truly|all|both|just )? ( glad|happy|pleased|proud|delighted|thrilled|
        honoured|honored|humbled|over_the_moon|chuffed ) ..1 ( to_have|we_have|we_could|that_we|we|to_know|to_learn|
        to_hear|to_read|to_get|to_receive|to_see ) ..10-COMMA|COND
    ( sad|saddens|saddened|disappointed|upset ) ..1 to ( see|read|get|find|receive ) ..8-COMMA|COND|ASKING
    ( such_a|seeing|a ) ..1 ( low|poor|bad ) ( score|rating ) ..1 ( makes|leaves|made ) us ..6-COMMA
    ( passed|shared|forwarded|sent|read|posted|pinned ) ..1 ( on )? ( YOUR|the|this|these ) ..6-COMMA|COND
    ( we|nobody|no_one ) ..2 ( not|never ) ..3 ask ..10
    ( no_need|you_need_not|not_have_to|need_not ) ..8
""")
"""What is said of the business's own doing, of thanks and of gladness; all that asks for a rating passes over it."""

# What is asked for after a remark, and makes it a hint.
_LATER: Final = (
    "update|edit|revise|change|raise|reconsider|rethink|revisit|adjust|amend|bump|increase|upgrade|higher|another|fifth|five"
    "|5|kinder|correct|check|again|another_look|look_again|second|fix_it|rerate"
)
AS_THEY_ARE: Final = frames(f"""
    ( ^ | COMMA ) ( so|very|truly|really )? ( grateful|thankful ) for ..1 ( the|YOUR|all|such|this|these )
        ..8-COMMA|COND|CHANGE|MORE_STARS|better
    ( time|moment|effort ) ..2 YOU ( took|spent|take|found|made ) ..8-COMMA|COND
    # Stars and scores of something else.
    ( high|top|best|game|personal|team|test|exam|match|final ) ( score|scores ) ..4
    ( score|scores ) ..1 ( list|board|table|sheet|of_the_game|of_YOUR ( test|exam|game|match ) ) ..4
    ( hygiene|food|energy|safety|age|film|movie|noise|driver|drivers|seller|recipe|song|content|user|risk|pain ) (
        rating|
        ratings|score|scores ) ..8
    ( rating|ratings|stars|score ) of ..1 ( the|a|each|every|this|that ) ( film|movie|song|game|recipe|driver|product|
        book|
        dish|item|show|series|fund|stock ) ..12
    ( star|stars|score|scores ) ..3 ( lost|saved|restored|synced|back_in|in_the_game|in_the_app|on_the_card|in_the_card|
        to_the_cloud|on_the_server ) ..6
    ( stars|score|scores|level|points ) ..3 ( tied_to|linked_to|bound_to|stored|kept_in|kept_on|synced ) ..10
    YOUR ( rating|ratings|stars|score ) ..1 ( helps|help|helped|lets|let|shows|allows ) us ..1 ( see|find|learn|to_see|
        to_find|to_learn|understand|to_understand|know ) ..8-CHANGE|MORE_STARS
    ( restore|recover|return|count ) ( the|YOUR|all )? ( star|stars|score )
    ( asks|asking|asked | ( app|it|they|never|not|page|window ) ask
        | request|requests|prompt|prompts|pop_up|popup|popups|pop_ups|reminder|reminders|notification
        ) (
        YOU )? ( to|for ) ..2 ( a )? ( rate|rating|ratings|stars|five_stars|review|reviews|rate_us ) ..8-please
    i ( gave|give|rated|left ) ..14
    for ..1 ( the|YOUR|all|such|this|these ) ..3-COMMA ( feedback|words|review|comments|support|love ) ( and )? ..1 (
        STAR|rating|ratings|score )
    # A reason is asked for, or told of, not another rating.
    ( tell|share|explain|know|hear|understand|learn|ask|see|find_out|wonder|wondering ) ..4-COMMA|how|change|earn (
        more|what|why|about|reason|reasons|behind|issue|led|made ) ..8-COMMA|CHANGE|MORE_STARS|higher|better|get|earn|
        would|could|stopped|stops|stopping|keep|kept|keeps|holding|held|prevents|prevented|take|takes|five|5
        ( STAR|rating|ratings|score|us_so|us_low ) ( rating|ratings|review|stars )? ! ( ..20 ( {_LATER} ) )
    ( discuss|speak|talk|call|contact ) ..4-COMMA|CHANGE ( rating|stars|score ) ! ( ..20 ( {_LATER} ) )
    ( rating|score|stars|star ) ( tells|tell|shows|show|says|reminds|told|showed ) ..1 us ..10-CHANGE|MORE_STARS
    # That two things differ is a remark; what is asked then is another matter.
    ( rating|stars|score|ratings|review|words|comment|comments|text|feedback ) ..4-COMMA ( and|with|to ) ..2 (
        review|words|comment|comments|text|rating|feedback|stars|ratings ) ..5 ( match|differ|agree|fit|correspond|
        tally|
        align ) ! ( ...25 ( {_LATER} ) )
    ( stars|rating|score|review ) ( do|does ) not ( quite|really|seem_to|exactly )? ( match|agree|fit|correspond|tally|
        align ) ..2
        YOUR ..1 ( words|review|comment|text|
        feedback ) ! ( ...25 ( {_LATER} ) )
    ( mismatch|difference|discrepancy ) ..1 ( in|between|of ) ..2 ( rating|stars|review|ratings|words ) and ..1 (
        rating|
        stars|review|ratings|words ) ! ( ...25 ( {_LATER} ) )
    # A score of credit is no rating of ours, and of the best there is none higher to ask for.
    credit ( score|scores|rating|ratings ) ..30-YOUR|STAR
    ( gave|given|left ) us ..2 ( five|5|5_star|five_star|POSITIVE ) ..2 COMMA? but ..3 ( rating|review ) and ..1 (
        review|rating ) ( do|does ) not ( match|agree|fit )
    ( reason|reasons|why|cause|concern|behind ) ..6-ASKING ( STAR|rating|ratings|score )
    YOUR ( rating|ratings ) ( mean|means ) ( a_lot|the_world|so_much|much|everything ) ! ( ...20 ( raise|update|edit|
        revise|change|reconsider|rethink|again|another|fifth|higher|better|five|5|up|STAR ) )
    # What a low one is about is asked, not that it be another.
    ( towards|regarding|concerning|about|behind|led_to|caused|prompted ) ..1 ( the|YOUR|this|such|a ) ..1 ( low|lower|
        poor|bad|negative ) ( STAR|rating|score|ratings|scores ) ! ( ..20 ( CHANGE|reconsider|rethink|MORE_STARS|
        higher|better|go_up|rise|climb|improve|five|5 ) )
    ( understand|learn|know|find_out|look_into|examine ) ..3-ASKING ( low|lower|poor|bad|negative ) ( rating|score|
        ratings|scores ) ! ( ..20 ( CHANGE|reconsider|rethink|MORE_STARS|higher|better|go_up|rise|climb|improve|
        five|5 ) )
    WE ( do|really|truly|very_much|greatly|so|all )? appreciate ..1 ( YOUR|YOU ) ..8
    WE ( do|really|truly|very_much|greatly|so|all )? appreciate ( the|this|that|these|such|all|each|every ) ..8-COND|if|
        CHANGE|MORE_STARS
    ( note|noted|see|saw|read|hear|gather|tell|learn ) ..1 ( from|by|in ) ..1 ( YOUR|the|this ) ..3
    all star
    scale ..6 ( 5|five )
    ( understand|understands|understood|see_why|get_why|accept|respect|know|fair|agree|deserved|earned|merited|true|
        honest|regret ) ..6-ASKING STAR
    STAR ..3-NEG ( is|are|was|were|seems|seem ) ..2-NEG ( fair|right|deserved|understandable|honest|just|clear|
        accurate|earned|kind ) ..10
    ( YOU ) ( gave|rated|left|awarded|chose|have_given ) ..3 ( NUM|one|STAR|low|rating|score|review ) ..4
    ( NUM|one|two|three|four|five|seven|michelin|gold|rock|pop|film|energy|noise|safety|age|hygiene|credit ) ( star|
        stars|
        rating|score|scores|ratings ) ( hotel|house|service|standard|standards|property|experience|guesthouse|stay|
        establishment|restaurant|treatment|label|rated|visit|trip|welcome|care|meal|place|kitchen|level|quality|one )
        ..2
    ( difference|matter|matters|whatever|however|regardless|no_matter|any_kind ) ..8
    ( fell|fall|falling|fallen|short|less|fewer|below ) ..2 ( of|than )? ..2 ( STAR|five|5 ) ..2
    ( not|never ) ..1 ( ask|asking|asked|want|wish ) ..12
    ( no ) ( STAR|rating )
    ( YOUR|the ) ( stars|rating|score ) ( stand|stands|stay|stays ) ..6
    stars ( in|on|mark|beside|next_to|show|mean|above ) ..6
    ( marked_us_down|mark_us_down ) ..4
""")
"""What is said of a rating as it is: thanks, regret, reasons, and stars and scores of something else."""
