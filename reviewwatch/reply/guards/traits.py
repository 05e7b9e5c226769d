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
    as a ( nation|people|race ) YOU
    a bump ( that|this|of|so )
    ( someone|somebody|anyone|person|people ) ..1 so ( heavy|old|big|large|small|short|tall|young )
    YOUR ( boyfriend|girlfriend|partner|husband|wife ) and YOU ..12 ( normal|couple|same )
    ( lot|many|plenty|people|guests|some ) of YOUR ( faith|age|background|sort|kind|colour )
    ( ladies|gentlemen|women|men|people|guests ) of a certain ( age|size|background )
    YOUR ( limp|stoop|tremor|skin|build|figure )
    ( tell|hear|guess|see ) ..1 ( from|by ) YOUR ( accent|name|voice|skin|face )
    ( differently|different|usual|custom|customary|normal|done ) ..4 in YOUR ..1 ( country|culture|world )
    YOUR ( english|accent|native|mother_tongue ) ..4
    ^ being ..1 SPECIAL ..3 YOU
    ( as|being|als|como|siendo ) ( a|an|eine|ein|una|un ) ..2-room|rooms|entrance|access|NEG|our SPECIAL
    ( since|because|seeing|given|considering|knowing|as ) ..1 YOU ( are|have|were|suffer|follow|sind|haben ) ..3-NEG
        SPECIAL
    ( because|due|given|on_account|considering|despite ) ..1 ( of|to )? ..1 YOUR ..2 SPECIAL
    SPECIAL ..3 ( customers|guests|people|persons|users|visitors|patients|clients|diners|travellers|travelers|readers|
        kunden|gaste ) ..3-who ( like|such|as ) YOU
    ( people|customers|guests|someone|those|person|anyone|somebody ) ..1 ( of|with|in|who ) ..1 YOUR ..2 ( SPECIAL|
        age|faith|religion|background|origin|weight|size|condition|state )
    YOUR|ihre|ihrer|su ..2-staff SPECIAL
    YOU ..1 ( are|were|must_be|being|look|looked|seem|seemed|have|had|sind|haben|es|may_be|might_be|suffer|follow|
        observe|practise|practice ) ..3-sorry|NEG SPECIAL
    ( like|many|most|some|all|our|other|fellow ) ..1 SPECIAL ..1 ( customers|guests|people|users|visitors|ladies|
        women|men|travellers|patients ) ..10 YOU
    YOU ..10-COMMA|END SPECIAL ..1 ( people|person|woman|man|guest|customer|mother|lady|gentleman|eyes|ears )
    ( at|in|with|for ) YOUR ..1 ( age|condition|state|weight|size|situation|health|pregnancy )
    ( i|we|one ) ..2 ( guess|assume|suppose|suspect|gather|see|take|notice|noticed|saw ) ..3 ( YOU ) ..6 SPECIAL
    SPECIAL ..3-who|ramp|menu ( couple|couples|guests|people|customers|ladies|men|women|travellers|families|visitors|
        persons|diners|patients|clients|pair|friends ) ..2 ( like|such_as|as ) ..1 ( YOU|yours )
    SPECIAL ..2 ( like|such_as ) ..1 YOU
    ( someone|somebody|guest|person|customer|people|guests|one|those|anyone|man|woman|lady|friend ) ..1 ( with|in|on|
        of|who ) ..5 SPECIAL ..6-NEG ( like )? ..3 YOU
    ( with|given|considering|despite|because_of|due_to|having|for|by|from|of ) ..1 ( YOUR|such_a ) ..3 SPECIAL
    YOUR ..2 SPECIAL ( must|may|might|probably|surely|is|are|was|were|will|would|makes|made|has|have|can|does|did|
        should )
    ( being|coming|as_you_are|you_are|you_come ) ..2 ( from|a|an ) ..2 NATION
    YOU ..1 ( people|folk|lot|guys ) ..3 ( from|of|in ) ..3 ( NATION|east|west|south|north|abroad|over_there|faith|
        religion )
    NATION|gay|lesbian|muslim|jewish|black|asian|african|religious|trans|queer ..1 ( guests|people|customers|couples|
        visitors|travellers|families|clients|patients ) ..8 ( welcome|equal|as_good|same|no_different|loved|respected|
        treat|just_like|as_much )
    ( people|guests|customers|everyone|those|men|women ) ..2 of ..2 ( all|any|every|whatever|other|YOUR ) ..2 ( race|
        races|faith|faiths|religion|religions|colour|color|origin|orientation|background|backgrounds|age|ages|size|
        sizes ) ..6 ( YOUR|yours|YOU|including_you )
    ( about|with|of|for|given|considering|like ) YOUR ..1 ( heart|hip|hips|knee|knees|back|eyes|ears|legs|lungs|
        kidneys|nerves|blood|skin|weight|size|figure|belly|brain|head|sugar|thyroid|stomach|spine ) ..1 ( $ | COMMA|
        problem|problems|trouble|condition|issues|and|being|it|we|a|the )
    ( someone|somebody|anyone|person|man|woman|people|lady|guest ) ..1 ( of )? YOUR ..1 ( size|build|age|weight|
        height|background|faith|kind|origin|colour|state )
    ( congratulations|congrats|mazel_tov ) ..6 ( order|two_of_you|three_of_you|little|bump|baby|news|expecting|way|
        arrival )
    ( guess|suspect|imagine|know|tell|why ) ..10 ( congratulations|little_one|happy_event|feet_up|eating_for_two|bump|
        expecting )
    ( eating_for_two|bun_in_the_oven|little_one_on_the_way|happy_event|bump_of_yours|your_bump|put_your_feet_up_while|
        in_your_state|time_of_the_month|at_your_stage )
""")
_PLACE: Final = frames("""
    if YOU are ( a|an )? ( foreigner|foreign_national|foreign_resident|foreign|expat )
    YOUR ..1 ( sight|hearing|condition|weight|trauma|illness|race|view ) of
    ( hear|hearing ) ..1 YOUR ..3
    ( look|looking ) forward to ..1 hearing ..4
    ( hearing ) ( from|about|YOUR|of )
    SPECIAL ..2 YOU ( mention|describe|name|write|tell )
""")


def inferred_trait(case: Case) -> Iterator[Finding]:
    """G13: a trait of the author that the review does not name."""
    said = _said(case)
    beside = case.holding(_TRAITS, _ADDRESSED, spare=(*_PLACE, *_OFFERED_TO_ALL, *DONE))
    for span in chain(case.found(_INFERRED, spare=_PLACE), beside):
        words = {unit.word[:5] for unit in case.units_in(span) if unit.has("SPECIAL") or unit.has("NATION")}
        if words - said or not (words or said or _is_told(case, span)):
            yield G13.block_sentence(case, *span, "says of the author what the review does not say")
            return


_TRAITS: Final = frames("""
    ( muslim*|jewish|jews|christian*|catholic*|hindu*|sikh*|buddhis*|gay|lesbian*|bisexual|transgender|queer|
        homosexual|pregnan*|disabled|disability|wheelchair|autis*|spectrum|dyslex*|adhd|depressi*|diabet*|epilep*|
        dementia|alzheimer*|cancer|hiv|obes*|overweight|bipolar|mental_health|menopaus*|coeliac|celiac|asthma*|
        arthrit*|crutches|sabbath|ramadan|headscarf|hijab|turban|immigrant*|refugee*|kidneys|pacemaker|insulin|
        special_diet|no_longer_young|not_so_young|part_of_the_world|carrying_a_little|pensioner*|old_age|skin_colour|
        skin_color|orientation|your_religion|your_faith|medication )
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
