"""Gag clauses: no contract, term or fee keeps people from reviewing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G07: Final = Law("G07", "Consumer Review Fairness Act, 15 USC 45b: a contract cannot forbid or punish reviewing")

_GAG: Final = frames("""
    ( agree|agrees|agreed|signs|signed|clause|understanding|condition ) ..8-sorry|not ( in_house|stay_off|keep_off|
        nothing_bad|nothing_negative|review_pages|review_sites|gripes|grievances | nothing ..2 said )
    CONTRACT ..8 ( FORBID ) ..4-COMMA ( posts|reviews|post|this )
    keep ..1 ( views|opinions|thoughts|complaints|feelings|grievances ) ..2 to ( themselves|yourself )
    ( keep|keeps|lose|loses|withhold ) ..2 ( deposit|refund|bond ) ..8 ( online|air|post|posts|publicly|public|reviews )
    ( write_up|review|reviews|post|posts|comment ) ..3-sorry ( needs|need|requires|require|must ) ..4 ( nod|approval|
        consent|permission|okay|ok|blessing )
    ( stay|stays|remain|remains|keep|kept ) between us
    CONTRACT ..12 ( FORBID ) ..10-COMMA|BUT ( COMPLAIN )
    CONTRACT ..12 COMPLAIN ..8 ( FORBID|costs|cost )
    ( signed|agreed|accepted ) ..5 ( non_disparagement|nda|confidentiality|gag|silence )
    ( anyone|anybody|whoever|guests|customers|people|clients|members|those ) ..2 COMPLAIN ..4-NEG ( pays|pay|loses|lose|
        owes|owe|forfeits )
    ( copyright|ownership|rights ) ..2 ( in|to|of|over ) ..2 ( anything|whatever|what|reviews|everything|all ) ..4 (
        write|post|publish|say|writes )
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
    ( deposit|warranty|guarantee|membership|licence|license|refund ) ..6 ( forfeit*|void|lost|lose|loses|withheld|
        kept|lapses|ends|gone ) ..8 ( REVIEW|COMPLAIN|post|publish )
    CONTRACT ..8 ( not_permit|not_allow|does_not_permit|FORBID ) ..6 ( talk|speak|say|write|post|publish ) ..6
""")
_HUSHED: Final = frames("""
    ( who|anyone|anybody|whoever ) ..3 ( post|posts|write|writes|review|reviews|publish|publishes|complain|complains )
        ..6-sorry|not|never ( give_up|gives_up|forfeit*|lose|loses|waive|waives|owe|owes|surrender|surrenders ) ..2 (
        deposit|refund|bond|fee|warranty|discount|place|membership|right|rights )
    ( booking|staying|ordering|signing|buying|joining|registering|installing|checking_in|renting|using|entering ) ..3
        YOU ..2 ( accepted|agreed|agree|accept|consented|promised|undertook|waived ) ..10 ( REVIEW|COMPLAIN|quiet|
        silent|publicly|reviews|public )
""")
_PAPER: Final = (
    "( CONTRACT|form|forms|paper|papers|ticket|lease|section|rule|warranty|discount|deal|refund|settlement|course|"
    "booking"
    "|deposit|member|members|membership|clients|customers|tenants|guests|patients|everyone|everybody|anyone|"
    "registration )"
)
_AGREED: Final = (
    "( agreed|agree|agrees|signed|sign|signs|accepted|accept|accepts|undertook|undertake|promised|promise|promises"
    "|consented|consent|pledged|bound|committed|commit|came_with|comes_with|states|state|say|says|saying|sets|under|"
    "according|clause|see"
    "|puts_their_name|put_your_name|subject_to|break|breaks|broke|breached|breaches|breaking|breach )"
)
_PUBLIC_WORD: Final = (
    "( reviews|review|reviewing|online|internet|google|yelp|tripadvisor|trustpilot|review_sites|social_media|"
    "publicly|in_public"
    "|the_press|statements|opinions|opinion|criticism|disparag*|badly|reputation|speak_well|well_of|the_web|posts|"
    "forums )"
)
_SILENT: Final = (
    "( silence|silent|quiet|confidential|confidentiality|privately|nowhere_else|nobody_else|no_one_else|keep_off|"
    "off_review_sites"
    "|refrain|refrains|without_consent|without_our|without_permission|no_reviews|no_opinions|only_good|only_positive|"
    "only_be_shared|first_with_us"
    "|not_on|nor_on|never_on|not_to_air|settle_disputes|non_disparagement|our_consent|our_permission|our_approval|"
    "written_permission"
    "|nothing_bad|nothing_negative|speak_well|well_of|loses|lose|forfeit|forfeits|a_fine|fine|fee|owe | ( not|never )"
    " ..2 ( discuss|"
    "publish|post|write|review|comment|rate|air|disparage|criticise|criticize|speak|talk|harm|damage ) | ( go|goes|"
    "come|comes|belong|stay|"
    "stays|brought|shared|sent ) ..2 ( to|with ) ..1 ( us|practice|office|management|manager|desk|club|firm|house|"
    "team|only ) )"
)
_MORE_GAG: Final = (
    *together("..9-WE|sorry", _PAPER, _SILENT, _PUBLIC_WORD),
    *together("..9-sorry", _AGREED, _SILENT, _PUBLIC_WORD),
    *frames("""
    ( agreement|contract|deal|clause|terms|form|settlement|refund|discount ) ..8-NEG to ( keep|leave|hold ) ..4 ( off|
        quiet|private|between_us|to_yourself|silent|confidential )
    ( complaints|concerns|disputes|problems|grievances ) ..2 ( go|come|are_brought|are_raised|belong|stay ) ..2 ( to|
        with ) ..2 ( us|practice|office|club|firm|manager ) ..3 ( and|COMMA ) ..1 ( nowhere|not|nobody|no_one|only )
    ( posting|publishing|writing|leaving ) ..1 ( this|it|that|reviews|reviews_like|a_review ) ..1 ( breaks|breaches|
        violates|goes_against|is_against|voids ) ..2 ( it|that|agreement|deal|terms|contract|promise|clause|form|
        policy )
    ( charge|charges|bill|bills|fine|fines|costs|deduct|deducts ) ..5 ( every|each|per|any ) ..1 ( star|stars|STAR
        ) ..1 ( below|under|less|short|missing|lost )
    ( undertake|undertook|agree|agreed|promise|promised|sign|signed|commit|bound|pledge ) ..2 to ..1 praise ..8
    ( discount|refund|deal|upgrade|offer|money ) ..3 ( comes|come|came ) with ..1 ( silence|discretion )
    YOU ..1 ( agreed|accepted|signed|promised|undertook ) ..3 ( nothing|no_word|not_a_word|no_line ) ..4 be ..1 (
        written|posted|said|published|shared|aired )
    ( warranty|deposit|membership|discount|guarantee|refund|lease|contract ) ..3 ( ends|end|lapses|void|gone|lost|
        forfeit* ) ..6 ( speak|speaks|talk|talks|write|writes|post|posts ) ..1 ( ill|badly|poorly|negatively|evil )
    ( promise|promised|swore|sworn|pledged|undertook|agreed ) ..4 ( silence|confidentiality|discretion|to_stay_silent|
        to_speak_well )
    ( not|never ) ..1 ( permit|allow|let|allows|permits|tolerate|accept ) ..4 ( to )? ..2 ( post|review|write|reviews|
        comment|rate ) ..2 ( about_us|of_us|of_this_kind|like_this|on_us|online|about_the|kind|publicly )
    ( money|refund|discount|deposit ) ..4 ( due_back|has_to_come_back|be_returned|be_paid_back|will_be_reclaimed|
        taken_back|forfeit* )
"""),
)
# A contract and a review in one sentence: there is no honest reason for both.
_BINDING: Final = frames("""
    CONTRACT|tenancy|lease|settlement|papers|leaflet|warranty|consent|consents
    ( code_of|our_code|our_rule|rule_that|the_offer|bound_by|refund_was|deposit_was|on_the_understanding|condition_that
        )
    ( in_return_for|got_a_discount )
    ( sign|signs|ticked|agree|agreed|agrees ) ..3 ( that|to|not|at_check_in|when|our|the )
""")
_SPEAKING: Final = frames("""
    COMPLAIN|REVIEW|public|online
    ( review|reviews|reviewing|remarks|public_comments|posting|posted|post|comments|feedback|speak_ill|speak_badly|
        speak_of|ratings|rating|grievances|criticism|publicly|public_sites|in_public|one_star|two_stars|stars|
        disputes|aired|going_online|write_about|anything_they_write|anything_you_write|public_complaints|complain_in|
        let_the_matter|here_included|bad_press|the_store|the_internet|opinions )
""")
_REVIEWS_IN_PEACE: Final = frames("""
    ( AFTER|for|as|like|of ) ..1 ( YOUR|the|this|these|several|a|other|many )? ..2 ( review|reviews|comment|comments|
        post|remarks|feedback ) ..2
    ( YOUR|this ) ..1 ( review|comment|feedback|post ) ..2 ( is|says|say|said|mentions|asks|shows|helped|stays|was|
        has|makes|and|on ) ..10
    ( THANKS|sorry|apolog* ) ..14-COMMA
    ( by|in_the|the|last|first|parcel ) post ..4
    posted ..1 ( by|on|to|it|your|the|in ) ..4
    ( online|in_the_app|on_the_page|publicly ) ..3 ( order|booking|cancel|cancelled|ended|end|shop|form|check_in|
        account|available ) ..4
    ( ended|end|cancel|cancelled|changed|booked|found|read|moved|order|sign|signed|apply|buy|pay|book|find|available|
        check|shop|register|renew|open ) ..1 online
    ( rules|terms|policy|policies|membership ) ( is|are ) online
    online ( only|check_in|banking|order|orders|shop|form|account|store|payment|payments|booking|purchase|purchases|
        chat|portal|service|services )
    ( under|please|kindly|periodic|regular|medical|annual|legal ) review ..2
    ( by|via|through|parcel|in_the|the|next ) post
    ( post|send ) ( it|them ) ( to|by|back ) ..3
    post ( a|the ) parcel
    ( WE|guests|others ) ..1 ( agree|agrees ) ( that|with ) ..6
    ( not|never ) ( forbid|prohibit|bar|ban|keep|stop ) ..6 ( review|reviews|reviewing|posting|complaining )
    ( is|are ) public
    ( everybody|everyone|anybody|anyone|YOU ) ..2 ( free|may|can|welcome ) ..10
    ( WE ) ..2 ( answer|read|reply|value|welcome|take ) ..2 ( every|all|each|any )? ..2 ( review|reviews|feedback|
        comment|comments ) ..6
""")
_OTHER_TERMS: Final = frames("""
    ( under|in|pending ) review
    ( WE|team|management ) ..2 ( agree|agreed|promised|signed ) ..1 with ( the|our|them ) ..14
    ( is|are|was|were|not|available|form|account|booking|order|shop|check_in|register|renew|pay|sign_up|cancel ) online
        ..2-post|review|complain
    in terms of ..2
    ( CONTRACT ) ..2 ( do|does|did ) not ( forbid|prohibit|bar|ban|keep|stop ) ..6
    ( fee|fine|charge|penalty ) ..6 ( cancel|order|pay|book|buy ) online
    ( please|kindly ) ..2 review ..1 ( OUR|the ) ! ( ..12 ( FORBID|REVIEW|COMPLAIN ) ) ..3-COMMA
    ( hear|see|read|know|glad|pleased|happy|delighted ) ..1 YOU agree ..2
    ( rules|duties|duty|law ) ( leave|leaves|keep|keeps|bind|binds ) us ..8
    ( smoking|noise|music|dogs|pets|keys|parking|barbecue|cancellation|cancel|late_checkout ) ..8 FORBID ..4
    ( please|kindly ) ..3 read ..6
    YOU ( can|may|are_free_to|are_welcome_to ) ..10
    ( everyone|anyone|everybody|guests|customers ) ( can|may|is_free|are_free ) ..10
    in ..1 YOUR ( review|comment|post ) ..3
    ( sorry|apolog* ) ..12-COMMA|BUT
    WE ..3-YOU ( not|never|cannot ) ..2 ( discuss|speak|talk|say|comment|publish|post|share|disclose ) ..10
    ( duty|duties|obligation|obligations|rules|privacy|confidentiality ) ..1 ( of|to|do|does|mean|means|forbid ) ..10
    ( WE|OUR_policy|our_policy ) ..3 ( answer|read|reply|ask|never_ask|asks ) ..8
    ( no|nothing|not ) ..3 ( term|terms|contract|rule|policy|clause ) ..6
    ( change|changed|new ) ..6 ( after|since|because ) ..6 ( reviews|review )
""")


# What is forbidden, agreed or owed: paper and reviews in one sentence are harmless without it.
_HELD_TO: Final = frames("""
    FORBID
    ( not|never|no|nothing|nowhere|against|agree|agreed|agrees|signed|sign|signs|ticked|accepted|waived|condition|
        understanding|penalty|fine|fee|void|quiet|silent|silence|private|privately|consent|permission|approval|first|
        off|
        only|break|breaks|breach|breached|bound|binds|refund|deposit|promise|promised|undertook|instead|reminded|
        remind|remember|ours|belong|belongs|clause|keep|keeps|in_return|subject )
""")


def gag(case: Case) -> Iterator[Finding]:
    """G07: a contract, a term or a fee that is to keep people from reviewing."""
    bound = case.holding(_BINDING, _SPEAKING, _HELD_TO, spare=(*DONE, *_OTHER_TERMS, *_REVIEWS_IN_PEACE))
    for span in chain(case.found(_GAG, _HUSHED, _MORE_GAG, spare=_OTHER_TERMS), bound):
        yield G07.block_sentence(case, *span, "says that a contract forbids or punishes reviewing")
        return


RULES: Final = (gag,)
