"""The business speaks as itself, and makes no reviews."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G40: Final = Law("G40", "16 CFR 465.2 and 465.5: the business never speaks as a customer, and writes no reviews")

_POSES: Final = frames("""
    ( i|WE ) ..1 ( am|was|are|'m|bin ) ..1 ( only|just|also|not|simply|merely|nur )? ..1 ( a|an|another|fellow|
        one_of_the|ein|eine|the|not|one ) ..3 ( customer|guest|shopper|buyer|user|reader|visitor|diner|traveller|
        traveler|passer|tourist|bystander|neighbour|neighbor|client|regular|patron|outsider|kunde|gast|cliente|
        huesped|observer|affiliated|member_of_the_public )
    ( as|als|como|speaking|speaking_as ) ..1 ( a|an|one|another|ein|eine|un|fellow|neutral ) ..3 ( customer|guest|
        shopper|buyer|user|reader|visitor|diner|traveller|traveler|bystander|outsider|regular|client|patron|kunde|
        gast|cliente|huesped|observer|neutral|third_party ) !service|support|care|relations|team
    ( fellow|neutral|impartial|independent|longtime|long_time|ordinary|random|satisfied|happy ) ( customer|guest|
        shopper|buyer|user|reader|visitor|diner|traveller|traveler|observer|bystander|reviewer ) ..1 ( here|speaking|
        myself|of_this|of_theirs )
    ( i|WE ) ..1 ( stayed|ate|dined|bought|ordered|shopped|visited|stay|shop|eat|come|booked|used|have_used|have_been|
        been|go|have_stayed|have_bought ) ..3 ( here|there|at_this|this|in_this|with_them|from_them|last|myself|many|
        often|for_years|every|at ) ..6 ( and|it|never|great|perfect|always|lovely|times|love|loved|week|year|
        no_problem|month|fine|best|excellent|happy )
    ( do_not_work|not_work|no_connection|not_connected|not_affiliated|nothing_to_do|not_related|no_relation|no_link|
        do_not_know ) ..4 ( for|with|to|the )? ..3 ( them|this|the|here|company|owner|hotel|shop|business|owners )
    ( i|we ) ( am|are|was ) ( not ) ..1 ( affiliated|paid|connected|related|employed|biased ) ..3 ( with|by|to|at )?
        ..3
    ( my|our ) ..2 ( order|orders|crates|crate|stay|stays|lamp|room|parcel|meal|experience|experiences|visit|visits|
        family_and|kids|husband|wife|purchase|app|phone|lists|shelf ) ..3 ( always|was|were|is|are|came|arrived|has|
        never|works|had ) ..3 ( perfect|great|fine|on_time|lovely|wonderful|always|flawless|excellent|fresh|a_problem|
        late|spotless|good|happy|best|no )
    ( works|work ) ( fine|perfectly|great|well|flawlessly|like_a_charm|fine_here )? ..1 for me
    ( never|no ) ..2 ( had|have|saw|seen ) ..2 ( a|any )? ..1 ( problem|problems|issue|issues|trouble|crash|complaint|
        complaints ) ..3 ( here|myself|with|in|at|as|$ ) ..3-WE
    WE|i ..2 ( write|wrote|written|post|posted|order|ordered|add|added|put|leave|left|buy|bought|arrange|arranged|get|
        publish|published ) ..4 ( REVIEW|a_few|some|several|five|positive|good|fake|better|our_own|reviews ) ..5 (
        ourselves|ourself|for_us|staff|friends|to_balance|balance|in_your_name|to_make_up|to_push|of_our_own|under|
        ourselves|myself|in_return|reviews|own_reviews|other_side )
    ( our|my ) ..1 ( staff|team|friends|family|colleagues|employees|cousins|sister|brother|mother ) ..2 ( will|have|
        has|can|are|already|all )? ..1 ( write|writes|wrote|written|writing|vote|voted|voting|post|posted|posting|
        rate|rated|rating|flag|flagged|flagging|upvote|upvoted|downvote|downvoted|leave|left ) ..4 ( REVIEW|five|YOUR|
        this|it|ratings|opinions )
    ( we|i|team|staff ) ..3 ( upvote|upvoted|downvote|downvoted|voted|vote|flagged|flag|marked|mass_reported ) ..3 (
        REVIEW|YOUR|this|it|unhelpful|not_helpful|helpful|down|up|all )
    ( other|our|many ) ..1 ( customers|guests|users ) ..3 ( asked|told ) ..2 ( me|us ) ..2 to ..2 ( say|write|reply|
        tell )
    ( the|this|that ) ( hotel|shop|app|company|restaurant|place|business|staff|owner|owners|developers|team ) ..2 (
        is|are|was|were|did|does|has|have|deserves|treats ) ..4 ( great|wonderful|amazing|lovely|nothing_wrong|
        excellent|fantastic|awesome|kind|honest|friendly|superb ) ..3 ( i_have|i_always|i_never|in_my_experience|
        i_love|i_was_there ) ..3
    ( i|WE ) ..2 ( had|have|was|were|went|switched|tried|bought|ordered|stayed|suffered|lost|got ) ..6 ( at|from|to|
        with|by ) ..2 ( the_competition|their_competitor|next_door|the_rival|other_shop|the_other|another_hotel|rival|
        competitor|competition ) ..6
    ( ignore|do_not_believe|do_not_listen|not_listen|not_believe ) ..3 ( this|that|him|her|them|the|these ) ..2 (
        REVIEW|review|guy|person|reviewer|one_star|people )? ..3 ( COMMA|i|place|hotel|great )
""")
_MORE_POSES: Final = frames("""
    ( i|we ) ..1 ( also|just|too|only|recently|have|had )? ..1 ( bought|ordered|own|owned|booked|rented|downloaded|
        purchased|got|received|tried ) ..1 ( the|this|that|one|mine|it|here ) ..1 ( same|very|exact|too|also|myself|
        last )? ..6 ( works|fine|great|perfect|perfectly|no_problem|no_problems|love|loved|happy|good|excellent|
        lovely|well|flawless|flawlessly )
    ( as|being ) ( someone|somebody|a_person|one|people|a_mother|a_father|a_parent|a_local|a_neighbour|a_regular|
        a_fan ) ..2 ( who|that )? ..1 ( shops|stays|eats|buys|uses|orders|visits|comes|books|lives|bought|stayed|used|
        travels|has|goes ) ..8
    ( my|our ) ..1 ( family|wife|husband|kids|children|friends|parents|mother|father|partner|boyfriend|girlfriend|
        colleagues|sister|brother|dog ) ..3 ( ate|stayed|loved|love|enjoyed|shop|shops|use|uses|ordered|bought|come|
        visited|go|dine|had|were|was|swear|swears|dined ) ..6
    ( mine|my_one|our_one ) ..1 ( works|arrived|came|is|was|has ) ..3 ( fine|perfect|perfectly|great|good|on_time|
        well|never|no|still ) ..2
    ( am|are|have|has|with|is ) ( not|no ) ( connected|affiliated|related|linked|associated|connection|ties|employee|
        paid|link|relation ) ..2 ( with|to|by|of|for ) ..3 ( hotel|shop|company|app|business|owner|owners|restaurant|
        them|this|place|store|developers|developer|team )
    ( i|we ) ..2 ( disagree|can_only_disagree|cannot_agree|do_not_agree|beg_to_differ ) ..3 ( with|COMMA )? ..3 (
        this|reviewer|review|that|as_a|customer|guest )
    ( i|we ) ..2 ( never|always ) ..1 ( had|have|get|got|been|find|found ) ..3 ( problem|problems|issue|issues|
        trouble|good_food|great_service|great|served ) ..4 ( here|at|with_this|in_this|from_them|with_them|$ )
""")
_HONEST: Final = frames("""
    as a ( valued|dear|loyal|welcome|treasured ) ..3
    ( YOUR|YOU|rights ) ..4 as ( a|an|one_of ) ..3
    ( as|being ) ( the|a|your|our ) ..2 ( manager|owner|host|team|developer|maker|business|chef|director|head|founder|
        support )
    ( WE ) ..2 ( found|find|found_your|read|answered|replied|reported|see ) ..2 YOUR ..4
    ( a|another|one ) ( reader|customer|guest|user ) ..1 ( pointed|told|wrote|asked|mentioned|noticed|reported|asks|
        said ) ..6
    ( WE ) ..2 ( flagged|marked|reported|passed ) ..3 ( bug|crash|issue|fault|room|problem|this_to|it_to|with|for|to
        ) ..4
""")


_HINTS: Final = frames("""
    ( just|only|simply ) ..1 ( a|an|another ) ..1 ( passer|passerby|bystander|customer|guest|visitor|reader|user|fan|
        local|neighbour|neighbor|shopper|stranger ) ..2 ( by|here|COMMA|but|myself|like_you )
    ( another|one_more|a_second ) ( happy|satisfied|regular|fellow|loyal|real|long_time ) ( user|customer|guest|
        shopper|buyer|client|reader|visitor ) ..4
    ( i|we ) ( work|live|shop|eat ) ..1 ( next_door|nearby|across|around_the_corner|opposite|in_the_area|upstairs )
        ..8
    ( chiming|chipping|jumping|weighing ) in ..2 ( $ | as|here|to )
""")


def posing(case: Case) -> Iterator[Finding]:
    """G40: a text that speaks as a customer or a neutral reader, or tells of reviews that the business makes."""
    for span in (*case.found(_POSES, _MORE_POSES, spare=_HONEST), *case.found(_HINTS, spare=DONE)):
        yield G40.block_sentence(case, *span, "speaks as a customer or a bystander, or makes reviews")
        return


RULES: Final = (posing,)
