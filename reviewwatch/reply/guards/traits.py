"""Traits: nothing on health, faith, origin or orientation that the author has not said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reviewwatch.reply.guards.frames import Encoded, frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.units import units
from reviewwatch.reply.guards.view import Case, Law, View
from reviewwatch.text import Span
from reviewwatch.types import Finding

G13: Final = Law("G13", "GDPR art. 9: nothing on health, faith, origin or orientation that the author has not said")

_INFERRED: Final = frames("""
    at ( sixty|seventy|eighty|ninety|sixty_five|seventy_five ) ..4
    at YOUR ( time|stage ) of ..1 life
    ( lady|woman|man|gentleman|girl|person|people|somebody|someone|guests|guest|anyone ) ( in|of|with ) YOUR ..1 (
        state|condition|build|size|age|shape|years|frame|weight|figure ) !of
    ( given|considering|seeing|knowing ) where ( YOU | YOUR ..1 ( family|parents|people|folks ) ) ..1 ( is|are|come|
        comes ) ..1 from !the|here|at
    ^ ..1 with YOUR ( heart|knees|lungs|liver|eyesight|hearing|weight|blood_pressure|hips|joints|bladder|asthma ) COMMA
    as a ( nation|people|race ) YOU
    a bump ( that|this|of|so )
    ( someone|somebody|anyone|person|people ) so ( heavy|old|big|large|small|short|tall|young )
    YOUR ( boyfriend|girlfriend|partner|husband|wife ) and YOU ..12 ( normal|couple|same )
    ( lot|many|plenty|people|guests|some ) of YOUR ( faith|age|background|sort|kind|colour )
    ( ladies|gentlemen|women|men|people|guests ) of a certain ( age|size|background )
    YOUR ( limp|stoop|tremor|figure )
    ( tell|hear|guess|see ) ..1 ( from|by ) YOUR ( accent|name|voice|skin|face )
    ( differently|different|usual|custom|customary|normal|done ) ..4 in YOUR ..1 ( country|culture|world )
    YOUR ( english|accent|mother_tongue ) ..4
    not ..2 YOUR ..1 ( first|native|mother|own ) ( language|tongue )
    YOUR ( first|native ) ( language|tongue )
    ( ladies|women|mothers|mums|those|guests|somebody|someone|anyone|people|lady|woman ) ( who|that )? ( are|is )?
        expecting ( $ | COMMA )
    ^ being ..1 SPECIAL ..3 YOU
    ( as|being|als|como|siendo ) ( a|an|eine|ein|una|un ) ..2-room|rooms|entrance|access|NEG|our SPECIAL
    ( since|because|seeing|given|considering|knowing|as ) ..1 YOU ( are|have|were|suffer|follow|sind|haben ) ..3-NEG
        SPECIAL
    ( because|due|given|on_account|considering|despite ) ..1 ( of|to )? ..1 YOUR ..2 SPECIAL
    SPECIAL ..3 ( customers|guests|people|persons|users|visitors|patients|clients|diners|travellers|travelers|readers|
        kunden|gaste ) ..3-who ( like|such|as ) YOU
    ( people|customers|guests|someone|those|person|anyone|somebody ) ..1 ( of|with|in|who ) ..1 YOUR ..2 ( SPECIAL|
        age|faith|religion|background|origin|weight|size|condition|state )
    YOUR|ihre|ihrer|su ..2-staff|'s|bank|COMMA|for|to|on|in|from|with SPECIAL
    ( view|because|light|spite|regardless ) of YOUR condition
    ( with|given|considering|despite|for|about|to ) YOUR ( medical|health|physical )? condition !of|report|photo
    YOUR condition ( is|was|makes|made|must|may )
    ( given|because_of|considering|despite|due_to|with|about ) YOUR ( weight|ethnic_origin|nationality )
    YOU ..1 ( are|were|must_be|being|look|looked|seem|seemed|have|had|sind|haben|es|may_be|might_be|suffer|follow|
        observe|practise|practice ) ..2-sorry|NEG|COMMA|to|any|for|our SPECIAL
    ( when|since|as|while|because|now|that ) YOU are expecting ( $ | COMMA|is|and|a_baby|twins|a_child )
    ( expecting ..2 ( baby|twins|child|mother|mum|mums|mothers ) | YOU are expecting $ )
    ( like|many|most|some|all|our|other|fellow ) ..1 SPECIAL ..1 ( customers|guests|people|users|visitors|ladies|
        women|men|travellers|patients ) ..10 YOU
    YOU ..1 ( are|were|as|being|look|seem|like ) ..6-COMMA|END SPECIAL ..1 ( people|person|woman|man|guest|customer|
        mother|lady|gentleman|eyes|ears )
    ( at|for ) YOUR age !group|verification|check|limit
    ( at|in|with|for|during ) YOUR ..1 ( pregnancy )
    ( in|with|given|considering ) YOUR ( delicate|current )? ( condition|state_of_health|age|health ) !of
    in YOUR ( state|condition ) ( $ | COMMA|it|one|we|you )
    ( i|we|one ) ..2 ( guess|assume|suppose|suspect|gather|see|take|notice|noticed|saw ) ..3 ( YOU ) ..4-COMMA|mention|
        mentioned|wrote|asked|liked|enjoyed SPECIAL
    SPECIAL ..3-who|ramp|menu ( couple|couples|guests|people|customers|ladies|men|women|travellers|families|visitors|
        persons|diners|patients|clients|pair|friends ) ..2 ( like|such_as|as ) ..1 ( YOU|yours )
    SPECIAL ..2 ( like|such_as ) ..1 YOU
    ( someone|somebody|guest|person|customer|people|guests|one|those|anyone|man|woman|lady|friend ) ..1 ( with|in|on|
        of|who ) ..5 SPECIAL ..6-NEG ( like|as|such_as|including ) ..3 YOU
    ( with|given|considering|despite|because_of|due_to|having|for|by|from|of ) ..1 ( YOUR|such_a ) ..2-COMMA SPECIAL
    YOUR ..2 SPECIAL ( must|may|might|probably|surely|is|are|was|were|will|would|makes|made|has|have|can|does|did|
        should )
    ( as_you_are|you_are|you_come|since_you_are ) ( from|a|an ) ..1 NATION
    ^ ..1 ( being|coming ) ( from|a|an ) ..1 NATION ..4 YOU
    ( as|being|for ) ( a|an ) ..1 NATION ( COMMA | guest|customer|person|lady|gentleman|woman|man|family|couple|you )
    YOUR ..1 NATION ( roots|origin|origins|background|name|accent|heritage|ancestry|blood|temperament|ways )
    YOU ..1 ( people|folk|lot|guys ) ..3 ( from|of|in ) ..3 ( NATION|east|west|south|north|abroad|over_there|faith|
        religion )
    NATION|gay|lesbian|muslim|jewish|black|asian|african|religious|trans|queer ..1 ( guests|people|customers|couples|
        visitors|travellers|families|clients|patients ) ..8 ( welcome|equal|as_good|same|no_different|loved|respected|
        treat|just_like|as_much )
    ( people|guests|customers|everyone|those|men|women ) ..2 of ..2 ( all|any|every|whatever|other|YOUR ) ..2 ( race|
        races|faith|faiths|religion|religions|colour|color|origin|orientation|background|backgrounds|age|ages|size|
        sizes ) ..6 ( YOUR|yours|YOU|including_you )
    ( about|with|of|for|given|considering|like ) YOUR ..1 ( heart|hip|hips|knee|knees|back|eyes|ears|legs|lungs|
        kidneys|nerves|blood|skin|weight|belly|thyroid|stomach|spine ) ..1 ( problem|problems|trouble|condition|issues )
    ( about|with|given|considering ) YOUR ..1 ( hip|hips|knee|knees|back|legs|lungs|kidneys|nerves|belly|thyroid|spine|
        weight ) ..1 ( $ | COMMA|being|it|we )
    ( someone|somebody|anyone|person|man|woman|people|lady|guest ) of YOUR ( size|build|age|weight|
        height|background|faith|kind|origin|colour|state )
    ( someone|somebody|anyone|people|guests|customers|person ) YOUR ( size|age|weight|height )
    ( congratulations|congrats|mazel_tov ) ( are|must_be|seem )? ..1 in order
    ( congratulations|congrats|mazel_tov ) ..6 ( three_of_you|bump|baby|expecting|on_the_way|new_arrival|little_one )
    ( guess|suspect|imagine|why ) ..10 ( congratulations|little_one|happy_event|feet_up|eating_for_two|bump )
    ( eating_for_two|bun_in_the_oven|little_one_on_the_way|happy_event|bump_of_yours|your_bump|put_your_feet_up_while|
        time_of_the_month|at_your_stage )
""")
_PLACE: Final = frames("""
    ( disabled|disable|disabling ) ..1 ( location|notification*|cookies|javascript|button|option|feature|sync|updates|
        backup|
        the|it|them|in|by|automatic|background|permission* )
    ( notification*|button|option|feature|sync|account|card|setting|settings|link|updates|location ) ..2 disabled
    bad back seat|row|camera|brake
    accent ( chair|chairs|wall|light|lamp|color|colour|cushion )
    blind ( in|on|at|spot|date|tasting|corner|is|was )
    if YOU are ( a|an )? ( foreigner|foreign_national|foreign_resident|foreign|expat )
    YOUR ..1 ( sight|hearing|condition|weight|trauma|illness|race|view ) of
    ( hear|hearing ) ..1 YOUR ..3
    ( look|looking ) forward to ..1 hearing ..4
    ( hearing ) ( from|about|YOUR|of )
    SPECIAL ..2 YOU ( mention|describe|name|write|tell )
    # Words that name a trait only beside somebody: a color, a way, a dish, a trust that is shown.
    ( black|white|straight|blind|sick|ill ) !$|COMMA|guest|guests|people|person|persons|man|woman|men|women|customer|
        customers|lady|ladies|couple|couples|family|families|friend|friends|skin|yourself|like|and|or|that|you|so|who
    faith ( in|that )
    ( show|showing|shown|put|putting|place|placing|restore|restoring|restored|lose|losing|lost|keep|regain|renew ) ..2
        faith
    ( lost|keep|kept|in|on|at|first|plain|catch|out ) ..1 sight
    ( caught|catch ) YOUR sight
    ( anxiety ) ( about|over|regarding|on|with|for )
    ( understand|cause|caused|causing|regret|sorry ) ..3 ( YOUR|the|this )? anxiety
    ( race|weight|hearing|church|temple|mosque|prayer|flu|sight|trauma ) ( of|from|test|aid_shop|limit|street|view|
        season )
    ( if|whether|in_case|whenever|should|unless ) YOU ..10-COMMA
""")


def inferred_trait(case: Case) -> Iterator[Finding]:
    """G13: a trait of the author that the review does not name."""
    said = _said(case)
    beside = case.found(_TIED, spare=(*_PLACE, *_OFFERED_TO_ALL, *DONE))
    near = case.holding(_RARE, _ADDRESSED, spare=(*_PLACE, *_OFFERED_TO_ALL, *DONE))
    for span in chain(case.found(_INFERRED, spare=_PLACE), beside, near):
        words = {unit.word[:5] for unit in case.units_in(span) if unit.has("SPECIAL") or unit.has("NATION")}
        if words - said or not (words or said or _is_told(case, span)):
            yield G13.block_sentence(case, *span, "says of the author what the review does not say")
            return


_TRAIT: Final = (
    "( muslim*|jewish|jews|catholic*|hindu*|sikh*|buddhis*|gay|lesbian*|bisexual|transgender|queer|"
    "homosexual|pregnan*|disabled|disability|wheelchair|autis*|dyslex*|adhd|diabet*|epilep*|"
    "dementia|alzheimer*|cancer|hiv|obes*|overweight|bipolar|mental_health|menopaus*|coeliac|celiac|asthma*|"
    "arthrit*|crutches|sabbath|ramadan|headscarf|hijab|turban|immigrant*|refugee*|kidneys|pacemaker|insulin|"
    "special_diet|no_longer_young|not_so_young|carrying_a_little|pensioner*|old_age|skin_colour|on_the_spectrum|"
    "skin_color|sexual_orientation|your_orientation|your_religion|your_faith|medication|depression|depressive|depressed"
    "|a_christian|christians )"
)
_TIED: Final = frames(f"""
    YOU ..1 ( are|were|look|looked|seem|seemed|being|have|had|suffer|follow|may_be|might_be|must_be|as ) ..3-NEG|COMMA|
        for|to|our|any {_TRAIT}
    YOUR ..2-COMMA|for|to|our|of|on|with|about|and|is|are {_TRAIT}
    ( as|being ) ( a|an ) ..2-COMMA|our {_TRAIT} ..8-END|ramp YOU|YOUR
    {_TRAIT} ..3 ( guests|people|customers|person|guest|customer|patients|clients|friends|families ) ..10-if|help|helps
        (
        like|as|including|want|wish|hope|feel ) ..2 YOU|YOUR
    ( given|because_of|considering|despite|owing_to|due_to|seeing|suppose|guess|assume|suspect|gather|imagine ) ..6-NEG
        {_TRAIT} ..8-END|if YOU|YOUR
    ( people|guests|customers|someone|those|visitors ) ..2 ( from|of|in|with ) ..1 YOUR ..3 ( part_of_the_world )
    YOUR part_of_the_world
""")
# Of these nobody speaks by the way.
_RARE: Final = frames("""
    ( muslim*|jewish|jews|hindu*|sikh*|buddhis*|gay|lesbian*|bisexual|transgender|queer|homosexual|pregnan*|autis*|
        dyslex*|adhd|diabet*|epilep*|dementia|alzheimer*|cancer|hiv|obes*|overweight|bipolar|menopaus*|coeliac|celiac|
        asthma*|arthrit*|headscarf|hijab|turban|immigrant*|refugee*|pacemaker|insulin|no_longer_young|not_so_young|
        sabbath|
        carrying_a_little|pensioner*|old_age|skin_colour|skin_color|crutches|part_of_the_world|catholic*|
        on_the_spectrum )
""")
_ADDRESSED: Final = frames("""
    YOU|YOUR
""")
_OFFERED_TO_ALL: Final = frames("""
    ( if|should|whenever|when|in_case ) YOU ..14
    YOU ( can|could|will_find ) ..12
    ( let_us_know|ask_us|tell_us ) ..10
    ( sorry|thank|THANKS ) ..3 ( YOUR|YOU ) ..2 ( review|feedback|comment|words )
""")


def _is_told(case: Case, span: Span) -> bool:
    """Say whether the review holds a word of the place that tells something."""
    told = {word[:_STEM] for word in case.review_text.lower().split()}
    return any(len(unit.word) >= _TELLING and unit.word[:_STEM] in told for unit in case.units_in(span))


_STEM: Final = 5
_TELLING: Final = 4


def _said(case: Case) -> set[str]:
    """Return how the words of the review that name traits begin."""
    view = View(case.review_text)
    return {
        unit.word[:5]
        for unit in Encoded(units(view.text, view.sentences)).units
        if unit.has("SPECIAL") or unit.has("NATION")
    }


RULES: Final = (inferred_trait,)
