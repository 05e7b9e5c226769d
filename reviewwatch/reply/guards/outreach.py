"""Invitations to review go to everybody alike, and are paid for by nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.rewards import reward_for_review
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G39: Final = Law("G39", "Google, Trustpilot, FTC guide: the same invitation to everybody, and no reward for a review")

_HAPPY: Final = (
    "( happy|satisfied|pleased|delighted|loved|love|enjoyed|liked|perfect|great|good|promoter|promoters|"
    "nine|ten|9|10|fan|fans|five|5|top|best|glad|well|right|positive|loyal|most_satisfied|thrilled|"
    "zufrieden|glucklich|content*|satisfech*|encant*|recommend )"
)
_SAD: Final = (
    "( unhappy|not|less|below|otherwise|else|if_not|dissatisfied|disappointed|wrong|problem|problems|"
    "unsatisfied|lower|under|detractor|detractors|negative|bad|worse|complaint|complaints|unzufrieden|"
    "nicht|no|sonst|insatisfech*|anything_less|fewer|instead )"
)
_INVITE: Final = (
    "( REVIEW|reviews|review_us|rate|rate_us|tell_the_world|the_world|google|tripadvisor|trustpilot|yelp|"
    "map|maps|link|spread|online|share|public|publicly|shout )"
)
_INWARD: Final = (
    "( us|tell_us|mail|e_mail|here|privately|reply|form|only|directly|call|phone|write|answer|inside|"
    "ourselves|quietly|team )"
)
_GATED: Final = frames(f"""
    {_HAPPY} ...14 {_INVITE} ...16 {_SAD} ...10 {_INWARD}
    {_SAD} ...14 {_INWARD} ...16 {_HAPPY} ...10 {_INVITE}
    ( if|only|when|since|because|wenn|si|nur|those|guests|customers|users|everyone|all ) ..3-whatever|or|NEG ( who|
        you|were|was|are|everything|your|order|stay|the|sie|le|with|sind )? ..4-whatever|or|NEG {_HAPPY} ..10-or|
        whatever|bad|WE {_INVITE}
    {_INVITE} ..8-or|whatever ( only|just|but_only|if|when|provided|as_long_as|wenn|si|nur ) ..4-or|NEG {_HAPPY} !or
    ( our ) ..1 ( most|happiest|best|happy|satisfied|loyal|favourite|favorite|promoters|fans ) ..3 ( guests|customers|
        users|clients|buyers|fans|promoters )? ..8-or {_INVITE}
    ( invite|inviting|ask|asking|select|selected|chosen|picked|send|sent ) ..3 ( YOU )? ..4 ( because|since|only|as )
        ..4 {_HAPPY} ..8
    ( give|leave|share|post|write|award ) ..2 ( us )? ..2 ( five|5|a_five|positive|good|glowing|nice|great ) ..1 (
        STAR|review|rating|stars )
    ( score|scored|rate|rated|answer|answered|gave|give ) ..3 ( us )? ..2 ( nine|ten|9|10|high|eight|8|seven|well )
        ..10 ( REVIEW|link|google|review_us|tell|share|map )
    ( below|under|less|fewer|lower ) ..3 ( that|nine|seven|this|six|five|four|9|7|6|4 ) ..10 ( mail|tell|us|reply|
        answer|form|only|private|team )
    {_HAPPY} ..3 ( ? | COMMA )? ...3 {_INVITE} ...10 {_SAD}
""")
_SPLIT: Final = frames("""
    ( loved|love|enjoyed|liked|great|good|happy|perfect|satisfied|nice|best|fun|wonderful ) ..6 ? ..3 ( leave|tell|
        write|post|rate|review|share|say|click|go|give|let ..2 know|spread ) ...14 ( wrong|bad|off|unhappy|not|
        problem|less|disappointed|otherwise|complaint|missing|else|worse|terrible|no ) ..6 ( ?|. )? ..3 ( tell|reply|
        mail|write|call|contact|let|answer|talk|e_mail|come|speak )
    ( send|sent|give|offer|show|forward|mail|invite|inviting|ask|asking|get|gets|goes ) ..6 ( link|invitation|mail|
        message|request|review|rate )? ..4 ( to|who|only|those|guests|customers|users|people ) ..4 ( who|with|that )?
        ..2 ( rated|scored|gave|loved|liked|enjoyed|happy|satisfied|said|recommend|promoters|nine|ten|five|high|
        answered|loyal|biggest|best )
    ( biggest|best|happiest|most|true|loyal|keenest ) ..1 ( fans|promoters|guests|customers|users|supporters|friends|
        satisfied ) ..8 ( rate|review|reviews|link|google|rating|share|stars )
    ( rate|review|reviews|rating ) ..8 ( biggest|happiest|most_satisfied|promoters ) ..3
""")
_FOR_ALL: Final = frames("""
    ( whatever|good_or_bad|any|everyone|every|all|either_way|no_matter|honest|happy_or_not|good|bad ) ..3 ( or )? ..3
        ( experience|bad|good|customer|guest|opinion|way|not|or ) ..10
    every ( customer|guest|user|buyer ) ..12
""")


def gated_invitation(case: Case) -> Iterator[Finding]:
    """G39: outreach that asks only the happy for a review, sends the unhappy elsewhere, or rewards a review."""
    if case.platform.platform_id != OUTREACH:
        return
    spans = [*case.found(_GATED, _SPLIT, spare=_FOR_ALL)] or [*reward_for_review(case)]
    for span in spans[:1]:
        yield G39.block_sentence(case, *span, "asks only the happy for a review, or rewards one")


OUTREACH: Final = "outreach"
"""The platform of texts that invite: mails and messages to customers, no replies."""

RULES: Final = (gated_invitation,)
