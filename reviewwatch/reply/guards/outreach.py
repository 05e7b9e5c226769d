"""Invitations to review go to everybody alike, and are paid for by nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G39: Final = Law("G39", "Google, Trustpilot, FTC guide: the same invitation to everybody, and no reward for a review")

_GATED: Final = frames("""
    HAPPY ...14 INVITE ...16 UNHAPPY ...10 INWARD
    ( our ) ..1 ( most|happiest|best|happy|satisfied|loyal|favourite|favorite|promoters|fans ) ..3 ( guests|
        customers|users|clients|buyers|fans|promoters )? ..8-or INVITE
    ( invite|inviting|ask|asking|select|selected|chosen|picked|send|sent ) ..3 ( YOU )? ..4 ( because|since|only|as )
        ..4 HAPPY ..8
""")
_FOR_ALL: Final = frames("""
    ( whatever|good_or_bad|any|everyone|every|all|either_way|no_matter|honest|happy_or_not|good|bad ) ..3 ( or )? ..3
        ( experience|bad|good|customer|guest|opinion|way|not|or ) ..10
    every ( customer|guest|user|buyer ) ..12
""")


_SORTED: Final = frames("""
    STAR ..6-or|NEG and ..4 ( next|free|YOURS )
    before ..1 YOU ..1 ( review|rate|post|write ) ..14-or ( mail|call|ring|tell|contact|write ) ..1 ( us|$ )
    ( every|each|all ) ( good|nice|kind|positive|five ) ..1 ( review|STAR|rating|word )
    ( reviewers|reviewer|review|reviews ) ..6-NEG ( get|gets|receive|receives|win|wins|earn|earns ) ..6
    ( glowing|nice|kind|good|lovely ) ..1 ( line|word|words|review ) ..10-NEG ( surprise|treat|gift|something|present|
        free )
    INVITE ...20-NEG ( and|COMMA|get|for ) ..2 ( a|one|two|NUM ) ..1 THING ..6 ( YOURS|YOUR|YOU|FREE )
    # Who is happy is asked: a condition, a reason or a question before the invitation.
    ( if|since|because|as|when|now_that|given|only|where|provided|should|whenever ) ..8-whatever|or|NEG|COMMA HAPPY
        ..14-or|whatever|NEG|bad|any ( INVITE )
    ^ ..6-how|whatever|or|NEG HAPPY ..4-or|whatever|NEG|how ( ? ) ..10-or|whatever|NEG ( INVITE )
    ( HAPPY ) ..2 : ..8-or|whatever|NEG ( INVITE )
    ( YOUR|YOU ) ..6-or|whatever|NEG|how|for ( HAPPY ) ..12-or|whatever|NEG|how|bad ( please|would|could|so|
        therefore|inviting|invite|do|want ) ..8-or|whatever ( INVITE )
    ( kind|good|nice|positive|glowing|friendly|lovely|warm|flattering|favourable|favorable|great|excellent|five_star|
        five|5 ) ..1 ( word|words|review|reviews|rating|ratings|comment|comments|line|lines|STAR ) ..3-or ( on|
        about_us|for_us|at|here|would|from_you|$ | COMMA | via )
    ( only|just ) ..3 ( send|sent|ask|asking|invite|inviting|for|write|goes|to ) ..4 ( who|guests|customers|our|
        those|users|promoters|you ) ..8 ( HAPPY )
    ( happiest|biggest|keenest|most_loyal|most_satisfied|favourite|favorite|best|top|hand_picked|selected|chosen|
        special|true|loyal|happy|satisfied ) ..1 ( guests|customers|users|clients|fans|promoters|supporters|regulars|
        patients|members ) ..12-or|every ( INVITE )
    YOUR ..1 ( smile|happy_face|kind_words|praise|compliment|compliments|thank_you|high_score|top_score ) ...14-or|
        whatever ( INVITE )
    ( hoped_for|expected|dreamed_of|wished_for|looking_for|up_to_expectations|as_good_as|to_your_liking|
        to_your_taste|very_satisfied|on_a_roll|streak|well_done|as_you_hoped ) ..12-or|whatever ( INVITE|tap|page|
        store|reviewers|rate|line_or_two|a_line )
    ( like|such_as ) YOU ..8-or|whatever ( INVITE|reviewers|line_or_two|count_on|rely_on )
    if ..2 ( it|they|we|you|that ) ..2 ( not|NEG|fell|did_not|was_not|were_not ) ..8 ( manager|us|first|team|mail|
        write|talk|call|hear )
    # Who is not is led elsewhere, or kept from reviewing.
    ( UNHAPPY ) ..10-whatever ( not|never|instead_of|rather_than|before|first|no_need ) ..6 ( google|tripadvisor|
        trustpilot|yelp|post|public|publicly|online|review|reviews|write_a_review|rate|rating|stars|store )
    ( UNHAPPY ) ..12-whatever ( between_us|in_private|private|privately|quietly|in_confidence|to_ourselves|
        behind_closed|internally|only_to_us|with_us_first|us_first|us_and_not|us_rather|us_instead )
    ( not|never|do_not|rather_not|refrain|please_do_not ) ..2 ( post|review|rate|write|go|publish|share|put ) ..8 (
        unless|if_you_were_not|if_you_are_not|if_not|when_not|if_anything|if_something|UNHAPPY )
    ( UNHAPPY ) ..6 ( ? | COMMA | : )? ..8 ( INWARD ) ...14-whatever|or ( HAPPY ) ..6 ( ? | COMMA | : )? ..8 ( INVITE
        )
    ( HAPPY ) ..6 ( ? | COMMA | : )? ...10-whatever|or ( INVITE ) ...10-whatever|any|or ( UNHAPPY ) ..8 ( INWARD )
    ( everyone_else|everybody_else|anyone_else|all_others|the_rest|all_the_others|those_below|those_under|
        those_who_did_not|those_with_less|everyone_below|anyone_below ) ..8-whatever ( form|private|mail|survey|
        us_instead|us_privately|feedback|team|manager|reply ) ..4
    # A score decides, or a gift.
    ( press|tap|choose|pick|select|reply|text|hit ) ..1 NUM ..10-whatever ( INWARD|manager|team ) ..8-whatever NUM
        ..10-whatever ( INVITE|review|reviews|review_page|google|trustpilot|tripadvisor|store )
    ( press|tap|choose|pick|select|reply|text|hit ) ..1 NUM ..10-whatever ( INVITE|review|reviews|review_page|google|
        trustpilot|tripadvisor|store ) ..8-whatever NUM ..10-whatever ( INWARD|manager|team )
    ( score|scored|scores|rate|rated|rates|answered|answers|gave|gives|give|marks|marked|ticked|chose|said|nps )
        ..4-how|or ( nine|ten|eight|9|10|8|five|5|four|4|high|higher|more_than|at_least|above|over|top|yes )
        ..14-whatever ( INVITE )
    ( review|rating|reviews|rate_us|post|posts|reviewer|reviewers|reviewing ) ..12-asked|questions|write_to|unpaid|no
        ( REWARD|draw|raffle|lottery|prize|win|voucher|points|free|%|off_your|entry|enter|chance_to|gift|percent|
        coupon|thank_you_gift|token|treat|bonus )
    ( REWARD|draw|raffle|lottery|prize|win|voucher|points|free|percent|%|gift|coupon|treat|bonus ) ..12-no|not|
        nothing|delivery ( review|rating|reviews|rate_us|reviewer|reviewers|reviewing|posts_a|post_a|google|
        trustpilot )
""")


def gated_invitation(case: Case) -> Iterator[Finding]:
    """G39: outreach that asks only the happy for a review, sends the unhappy elsewhere, or rewards a review."""
    if case.platform.platform_id != OUTREACH:
        return
    spans = [*case.found(_GATED, _SORTED, spare=_FOR_ALL)]
    for span in spans[:1]:
        yield G39.block_sentence(case, *span, "asks only the happy for a review, or rewards one")


OUTREACH: Final = "outreach"
"""The platform of texts that invite: mails and messages to customers, no replies."""

RULES: Final = (gated_invitation,)
