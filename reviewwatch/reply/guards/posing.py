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
    as ( somebody|someone|one|people ) who ..4 ( stayed|eats|shops|lives|comes|uses|bought|dined|visited|been|stays )
    ( just|only|merely ) a ( local|passer_by|passerby|reader|neighbour|regular|visitor|fan|customer|guest )
    so we ( did|do|wrote|gave|returned|paid ) ..2 ( same|likewise|back|one )
    ( as|als|como|speaking|speaking_as ) ..1 ( a|an|one|another|ein|eine|un|fellow|neutral ) ..3 ( customer|guest|
        shopper|buyer|user|reader|visitor|diner|traveller|traveler|bystander|outsider|regular|client|patron|kunde|
        gast|cliente|huesped|observer|neutral|third_party ) !service|support|care|relations|team|of_ours
    ( my|our ) ..2 ( order|orders|crates|crate|stay|stays|lamp|room|parcel|meal|experience|experiences|visit|visits|
        family_and|kids|husband|wife|purchase|app|phone|lists|shelf ) ..3-WE|COND|YOU ( always|was|were|is|are|came|
        arrived|has|never|works|had ) ..3 ( perfect|great|fine|on_time|lovely|wonderful|always|flawless|excellent|fresh|
        a_problem|late|spotless|good|happy|best|no )
    ( we|i|team|staff ) ..3 ( upvote|upvoted|downvote|downvoted|voted|vote|flagged|flag|marked|mass_reported ) ..3 (
        REVIEW|YOUR|this|it|unhelpful|not_helpful|helpful|down|up|all )
    ( i|WE ) ..2 ( had|have|was|were|went|switched|tried|bought|ordered|stayed|suffered|lost|got ) ..6 ( at|from|to|
        with|by ) ..2 ( the_competition|their_competitor|next_door|the_rival|other_shop|the_other|another_hotel|
        rival|competitor|competition ) ..6
""")
_MORE_POSES: Final = frames("""
    ( my ) ..1 ( family|wife|husband|kids|children|friends|parents|mother|father|partner|boyfriend|girlfriend|
        colleagues|sister|brother|dog ) ..3 ( ate|stayed|loved|love|enjoyed|shop|shops|use|uses|ordered|bought|come|
        visited|go|dine|had|were|was|swear|swears|dined ) ..6
""")
_HONEST: Final = frames("""
    as a ..1 ( guest|customer ) COMMA ( my|our ) ..1 ( team|staff )
    ( YOUR|YOU|rights ) ..4-COMMA|BUT as ( a|an|one_of ) ..3
    ( as|being ) ( the|a|your|our ) ..2 ( manager|owner|host|team|developer|maker|business|chef|director|head|
        founder|support )
    # Thanks the reader for being one.
    ( thank|thanks|thank_you|THANKS ) ..4-COMMA for ..6-COMMA|WE being ( a|an|one_of|part_of|our|such ) ..3
    ( appreciate|value|cherish|treasure|grateful_for ) ..1 ( YOUR|YOU ) ..4-COMMA|WE being ( a|an|one_of|part_of|our|
        such ) ..3
    ( WE ) ..2 ( found|find|found_your|read|answered|replied|reported|see ) ..2 YOUR ..4
    # Whoever looks into a complaint.
    ( i|WE ) ..2 ( slept|ate|tried|sat|drove|stayed|ordered|walked|listened ) ..12-COMMA ( to_hear|to_check|to_see|
        to_find|to_test|to_feel|for_myself|for_ourselves )
    ( a|another|one ) ( reader|customer|guest|user ) ..1 ( pointed|told|wrote|asked|mentioned|noticed|reported|asks|
        said ) ..6
    ( WE ) ..2 ( flagged|marked|reported|passed ) ..3 ( bug|crash|issue|fault|room|problem|this_to|it_to|with|for|to
        ) ..4
""")


_HINTS: Final = frames("""
""")


_MASKED: Final = frames("""
    ( i|my_wife|my_husband ) ..1 ( stayed|ate|bought|ordered|loved|slept|shopped|visited )
    ( i|my_wife|my_husband|wife|husband|partner|we ) ..6-YOU ( stopped|stayed|ate|dined|slept ) ( there|here ) ..8
    not fault ( it|them|the )
    having ( stayed|been|eaten|shopped|dined|used|bought ) ..2 ( there|here|it|this|them ) ..1 ( myself|ourselves|too )
    no ..1 ( link|ties|connection|stake ) ( to|with|in ) ( this|the|that )
    ( got|have|had|asked ) ..2 ( regulars|friends|mates|family|cousins|neighbours ) to ( say|write|post|add|put|leave|
        give|vote )
    ( average|score|rating|stars ) ..1 up $
    put in ..1 good word
    i ( was|am ) a ( guest|customer|patient|user|visitor|client )
    as ( somebody|someone ) who ..1 ( has|have|had ) ..6-YOU ( here|there|for_years|with_them|every_year|every_week )
    just a ..1 ( happy|satisfied|regular|normal ) ( customer|guest|user )
    ( ask|asked|got|had|told|get ) ..1 ( few|some|our|my ) ..2 ( mates|friends|family|cousins|pals ) to
    ( ask|asked|got|told|get ) ..2 ( few|some|our|my ) ..2 ( mates|friends|family|cousins|pals|
        regulars ) ..4-YOU to ..1 (
        post|write|leave|put|add|rate|review )
    looks ( great|fine|lovely|good ) to me
    i ( ate|stayed|shopped|dined|slept ) ( there|here )
    all ( marked|voted|flagged|reported ) ..2
    ( us|WE|staff|team|family ) ..8-YOU ( vote|voted|voting|upvote|upvoted|downvote|downvoted ) ..3 ( this|YOUR|it|one )
    ( KIN|law|cousin|friend|friends|neighbour ) ..4-YOUR ( put|posted|left|wrote|added|given ) ..1 ( up )? ..3 ( one|
        review|STAR|rating )
    # Speaks from a customer's own time here, and judges it.
    ( we|i|my_wife_and|my_husband_and|my_family|my_friends|my_partner|my_kids|our_family|my_mum|my_dad|my_boyfriend|
        my_girlfriend|my_colleagues|my_son|my_daughter ) ..4-sorry|YOU|YOUR|not_know ( stayed|stay|been_coming|
        been_going|been_using|been_shopping|been_eating|been_ordering|been_buying|been_staying|been_there|been_here|
        eaten|ate|dined|shopped|bought|ordered|booked|used|using|visited|come_here|came_here|go_there|go_here|spent|
        celebrated|honeymoon|married|got_the_same|got_mine|own|owned|rented|downloaded|had_the_same|had_this|
        had_our_wedding|had_our_honeymoon|tried_this|tried_it ) ..14-sorry|YOU|YOUR|boiler|repair|late ( never|
        always|no_problem|no_problems|no_issue|no_issues|loved|love|great|lovely|magical|spotless|perfect|recommend|
        nothing_but|best|happy|toasty|works|fine|delicious|wonderful|amazing|excellent|fantastic|brilliant|superb|
        friendly|five_stars|flawless|worth|enjoyed|times|years|every_summer|every_year|every_week|dozen|warm|quick|
        a_dream|well|without_a|without_any|so_far|like_new )
    ( WE|i ) ..2-YOU ( been|am|are|was|were ) ..1 ( a )? ..1 ( customer|guest|user|member|regular|subscriber|client|
        patient|shopper|fan ) ..2 ( of|here|for|since|at|with|myself|too|there ) ..4
    ( got|had|took|booked|bought|ordered|received|own|have ) ( the|this|that ) same ..1-sorry|problem|complaint|
        question|report|feedback|wish|thought|feeling|view ( room|lamp|model|app|version|shelf|item|one|dish|meal|
        flat|crate|product|phone|order|service|treatment ) ..8-sorry|YOU|YOUR
    ( my|mine ) ..1 ( one|order|orders|lamp|crate|parcel|shelf|app|room|stay|visit|meal|copy|streak|lists|groceries|
        tooth|filling|case|dinner|delivery|phone|experience|experiences|breakfast ) ..4-sorry|YOU|YOUR|team ( was|
        were|is|are|came|arrived|has|have|had|works|worked|runs|never|always|turned_out|looks|looked|tasted|syncs )
        ..4-sorry ( perfect|fine|great|good|never|always|on_time|spotless|warm|fresh|lovely|excellent|best|flawless|
        fast|early|without|no_problem|intact|delicious|smooth|perfectly|well|wonderful|ok|okay|years|exactly )
    ( five|5|four|ten ) ..1 ( STAR|out_of|points|thumbs ) ..2 ( from ) ( me|us|my|our ) ..3
    ( two_thumbs_up|would_recommend_this|would_recommend_it|highly_recommend|can_only_recommend|
        warmly_recommend_this|will_be_back_for|will_come_again|cannot_wait_to_go_back ) ..2-OUR|if|that_you|visit (
        $ | hotel | place | app | shop | it | this | them
        | to_anyone | to_everyone | restaurant | pub | store | practice | dentist | firm | COMMA )
    ( my|our ) ..1 ( favourite|favorite ) ..1 ( hotel|app|shop|restaurant|pub|store|practice|dentist|firm|place_to|
        place_in_town|place_for ) !memory|moment|part|photo
    ( not_my|not_our ) ..1 ( experience|impression|finding ) ..2-YOU|YOUR
    ( mine|my_van|my_app|my_phone|my_lamp|my_room|my_order|my_crate ) ..2 ( has|turns|comes|shows|works|is|never|
        always ) ..4 ( never|always|like_clockwork|not_a_single|without|every_time|on_time|perfectly )
    # Says that it is somebody else.
    ( as|speaking_as|being|i_am|we_are|from|hi|hello|signed ) ..2-YOU|YOUR|sorry|treat|you_as ( a|an|another|just_a|
        just_another|one|only_a|your|some|the|fellow|any ) ..3-YOUR|valued|dear|our|sorry|of_ours|thank ( neutral|
        impartial|unbiased|independent|objective|regular|fellow|ordinary|random|long_time|longtime|frequent|
        satisfied|paying|real|genuine|loyal|happy|concerned|disinterested|outside ) ..1 ( guest|customer|observer|
        reader|user|shopper|visitor|traveller|traveler|diner|reviewer|client|bystander|patient|local|person|
        neighbour|member_of|party|buyer|here|outsider )
    ( fellow|random|neutral|impartial|unbiased|objective|independent|disinterested|concerned ) ( guest|customer|
        observer|reader|user|shopper|visitor|traveller|traveler|diner|reviewer|client|bystander|patient|local|person|
        neighbour|buyer|citizen ) ..2-YOU|sorry
    ( speaking|writing|talking|posting|commenting|chiming|answering ) ..1 ( as|here_as ) ..1 ( a|an|one|somebody|
        someone|another ) ..3-manager|owner|host|member_of_the_team
    ( nothing_to_do|no_connection|no_ties|no_link|no_relation|no_affiliation|not_affiliated|not_connected|
        not_associated|not_related|not_employed|not_paid|unaffiliated|no_stake|no_interest|no_share|
        not_on_their_payroll|do_not_work_here|do_not_work_there|do_not_work_for|do_not_even_know|never_met ) ..2-YOU|
        YOUR ( with|to|in|by|for|here|there|the|this ) ..3-YOU|YOUR ( hotel|shop|company|app|business|owner|owners|
        restaurant|them|this|place|store|developers|developer|team|house|firm|practice|brand|$ | COMMA )
    ( full_disclosure|for_the_record_i|in_the_interest_of_disclosure|just_my_two|my_two_cents|just_passing|
        unlike_the_reviewer|unlike_this_reviewer|unlike_this_person|contrary_to_this_review|contrary_to_the_review|
        the_reviewer_above|this_reviewer_is|the_previous_reviewer|other_reviewers_are|the_one_star_reviewers|
        i_was_there_too|we_were_there_too|we_were_there_as|i_was_there_as|we_sat_at_the_next|i_sat_at_the_next ) ..4
    # Talks to other readers.
    ( reader|readers|folks|everyone|everybody|guys|anyone_reading|dear_readers|fellow_travellers|fellow_guests|
        travellers ) ..1 COMMA ..2 ( not|ignore|go|try|give|believe|take|pay_no|trust ) ..10
    ( not|never|please_do_not ) ..1 ( be|let|listen|believe|pay|trust|get|fall ) ..3-us ( put_off|discouraged|
        this_review|fooled|one_bad|reviews_like|this_person|scare|attention_to_this|for_it|the_negative|
        the_bad_review|the_haters|haters ) ..6
    # Makes reviews or ratings.
    ( WE|OUR|staff|team|employees|agency|friends|cousins|family|relatives|colleagues|neighbours|neighbors|interns|
        students|marketing|partners|acquaintances|sister|brother|wife|husband|mother|nephew|company ) ..6-sorry|
        YOU_to|YOU|read|thank|answer|reply|learn|pass|share|look ( write|writes|wrote|written|writing|post|posts|
        posted|posting|put_up|put_out|put|leave|leaves|left|leaving|publish|published|add|added|submit|submitted|
        create|created|buy|bought|order|ordered|pay_for|paid_for|arrange|arranged|organise|organised|organize|
        organized|produce|generate|commission|commissioned|ask_for_some|drop|dropped ) ..5-YOUR|your|response|answer|
        reply|to_your|about_your|under_your|on_your|to_this ( nice|few|positive|good|glowing|kind|five|own|some|
        several|fake|better|dozen|counter|fresh|more|new|happy|ten|friendly ) ..3-words|things ( reviews|review|
        ratings|rating|STAR|testimonials|comments|ones|opinions|posts|votes )
    ( reviews|ratings|review|rating|votes|testimonials|stars ) ..6-sorry|YOU ( on_our_behalf|to_balance|balance|
        even_things|even_out|push_down|push_yours|pushed_down|pushed|bury|buried|outweigh|outnumber|drown|drowned|
        counter|offset|compensate_for|make_up_for|neutralise|neutralize|lift_the_average|raise_the_average|raise_our|
        lift_our|boost_our|improve_our_average|repair_our|cancel_out ) ..4
    ( posed|posing|pretended|pretending|posted|post|wrote|commented|reviewed|signed_up|logged_in ) ..3-sorry|YOU (
        as_guests|as_a_guest|as_customers|as_a_customer|as_users|as_a_user|as_travellers|under_another|
        under_a_different|under_other|under_false|with_another|from_another|from_other|as_somebody|as_someone|
        from_private|from_our_private|with_our_private ) ..3
    # Votes and flags in numbers.
    ( all_of|whole|entire|every|ten|five|twenty|dozen|several|many|some|together|everyone|everybody|both|dozens|two|
        three|eight|six|friends|family|staff|colleagues|we_all|team ) ..6-sorry|YOU ( clicked|click|voted|vote|
        flagged|flag|marked|mark|reported|report|upvoted|upvote|downvoted|downvote|disliked|dislike|liked_each|
        pressed|press|thumbed|rated|given ) ..5-bug|fault|problem|issue|crash ( YOUR|review|unhelpful|not_helpful|
        not_useful|helpful|down|up|inappropriate|spam|thumbs|useful|it|this|one_star|abuse|five|together )
    # Tells of a rival.
    ( WE|i|my|me|us ) ..6-sorry|YOU|YOUR ( hotel_next_door|shop_next_door|next_door|other_hotel|other_place|
        other_shop|other_app|rival|rivals|competitor|competitors|competition|down_the_road|across_the_street|
        down_the_street|round_the_corner|around_the_corner|other_firm|other_dentist|previous_hotel|previous_app|
        last_dentist|old_app|last_hotel ) ..8-WE_compare|YOU ( badly|worse|terrible|awful|rude|dirty|never|ripped|
        cheated|poisoned|robbed|scammed|lost|disaster|nightmare|horrible|much|better|happier|hurt|ruined|crashed|
        cost|overcharged|stole|glad|so_bad|filthy|much_worse|treated )
    ( moved|switched|changed|came|fled|escaped|went ) ..2-sorry|YOU ( here|over|to_this|to_them ) ..2 from ..6
""")


def posing(case: Case) -> Iterator[Finding]:
    """G40: a text that speaks as a customer or a neutral reader, or tells of reviews that the business makes."""
    for span in (*case.found(_POSES, _MORE_POSES, _MASKED, spare=_HONEST), *case.found(_HINTS, spare=DONE)):
        yield G40.block_sentence(case, *span, "speaks as a customer or a bystander, or makes reviews")
        return


RULES: Final = (posing,)
