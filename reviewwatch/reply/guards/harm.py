"""Harm: no admission of legal fault for it, and no everyday answer to a review that a trained person must see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import Encoded, frames
from reviewwatch.reply.guards.units import units
from reviewwatch.reply.guards.view import Case, Law, View
from reviewwatch.reply.reading.holds import holds_in
from reviewwatch.types import Finding, FindingSeverity

G25: Final = Law("G25", "Liability law: an admission of fault for harm is for counsel, not for a public reply")
G26: Final = Law("G26", "Duty of care: what touches safety, law, children or discrimination goes to a trained person")

_FAULT: Final = frames("""
    ADMIT ...20-sorry HARM
    HARM ...20 ADMIT
    ( WE|OUR ) ..10-sorry|COMMA ( caused|cause|made|put|led|left|gave|harmed|hurt|injured|poisoned|burned|burnt|
        scalded|sickened|endangered ) ..6 HARM
    ( WE|OUR|it|lamp|food|product|this|that ) ..8-sorry ( poisoned|scalded|sickened|endangered|injured ) ..3 ( YOU|
        YOUR|KIN|people|guest )
    ( was|were|is|are ) ..2 ( defective|faulty|unsafe|dangerous|contaminated|mislabelled|mislabeled|spoiled ) ...10
        HARM
    ( mislabel* ) ...12 HARM
    ( WE ) ..2 ( hurt|injured|harmed|poisoned|burned|burnt|scalded|endangered ) ..3
    ( YOU|YOUR|KIN ) ..6 ( HARM ) ..4 ( because|due|owing|thanks|through|by ) ..2 ( of|to )? ..1 ( us|our|WE|OUR )
""")
_LIABLE: Final = frames("""
    WE|OUR ..8-not|never ( negligence|negligent|liable|liability|culpable|grossly )
    ( negligence|liability|liable ) ..6-not|never WE|OUR|accepted
    ( admit|admits|accept|acknowledge|confess|concede ) ..2-COMMA ( that )? ..1 ( WE|OUR ) ..6 ( discriminat*|
        assault*|breach*|broke|unlawful*|illegal*|neglect*|endanger*|harm*|injur*|violat*|poison*|caused_your|
        caused_this|caused_it|fault|guilt*|liab* )
    WE ..3 ( discriminated|assaulted|neglected|endangered ) ..4
    ( OUR|we_are|we_were|in|we_committed ) ..1 ( breach|violation ) ..1 of ..3 ( duty|law|regulations|contract|care|
        safety ) ..2
    WE ..3 ( gave|served|sold|sent|fed|put|left ) ..8 ( although|despite|even_though|knowing|knew|without_checking|
        by_mistake ) ..6 ( allerg*|nuts|dangerous|unsafe|gluten|broken|hot|wet|ill|sick|risk|HARM )
    ( accept|accepts|take|takes|bear|bears|assume|assumes ) ..2 ( full|all|complete|legal|sole|entire )? ..1 (
        liability|blame|guilt ) ..4
""")
_REGRET: Final = frames("""
    ( sorry|sad|regret ) ..1 ( that|to_hear|to_read|YOU|about|for ) ..8-COMMA|OUR|and|because|our
    ( fire ) ( exit|door|alarm|place|escape )
    ( cut|cuts ) ( off|short|the_price|back|it|down|out )
    ( fell|fall|falls|fallen ) ( short|apart|behind|below|asleep|in_love|on|off|out|through|from )
    ( sick|ill ) ( of|at_ease|mannered|advised|timed )
    ( to_die_for|dead_battery|dead_link|dead_slow|dead_end )
    ( burn|burned|burnt ) ( out|through|toast|sugar|bulb|cake )
    ( shock ) ..1 ( of|absorb*|at|price|when )
    ( slipped|slips|slip ) ( through|up|our )
    ( injury ) ( time )
""")


def admission(case: Case) -> Iterator[Finding]:
    """G25: fault in law admitted for harm that the reply or the review tells of."""
    for span in case.found(_FAULT, _LIABLE, spare=_REGRET):
        yield G25.block_sentence(case, *span, "admits fault for harm; counsel decides what is said of that")
        return
    if "ADMIT" in case.view.encoded.present and _tells_of_harm(case):
        for span in case.found(_PLAIN_FAULT):
            yield G25.block_sentence(case, *span, "admits fault where the review tells of harm")
            return


_PLAIN_FAULT: Final = frames("""
    ( our_fault|our_doing|negligen*|liable|liability|we_caused|because_of_us|we_failed|was_defective|were_defective|
        we_are_to_blame|accept_responsibility|accept_liability|take_responsibility|fully_responsible|are_responsible|
        our_negligence|our_mistake|our_error|duty_of_care|to_blame|mislabel*|admit|accept_that|we_accept_that|
        accept_blame|accept_the_blame|guilty|culpable|reckless|our_responsibility )
""")
_GRAVE: Final = frozenset(
    [
        "injury",
        "injured",
        "injuries",
        "poisoning",
        "poisoned",
        "hospital",
        "ambulance",
        "burn",
        "burned",
        "burns",
        "allergic",
        "allergy",
        "anaphylactic",
        "vomiting",
        "fracture",
        "fractured",
        "concussion",
        "salmonella",
        "stitches",
        "slipped",
        "fell",
        "wrist",
        "bleeding",
        "fire",
        "sick",
        "ill",
        "hurt",
        "scalded",
        "choked",
        "broken_wrist",
        "broken_arm",
        "broken_leg",
    ]
)


def _tells_of_harm(case: Case) -> bool:
    view = View(case.review_text)
    return not _GRAVE.isdisjoint(Encoded(units(view.text, view.sentences)).present)


def everyday_answer(case: Case) -> Iterator[Finding]:
    """G26: any answer to a review that is held, unless somebody approved the text for such reviews."""
    if not case.view.original.strip() or any(
        case.view.original.strip() == macro.text.strip() for macro in case.business.macros
    ):
        return
    for hold in holds_in(case.review, case.business.profile):
        if hold.reason in _ANSWERABLE:
            continue
        why = f"answers a review that is for a trained person ({hold.reason.value.replace('_', ' ')})"
        yield Finding("G26", FindingSeverity.HOLD, 0, len(case.view.original), why, G26.source)
        return


_ANSWERABLE: Final = frozenset({"no_text", "language", "spam", "off_topic", "insider"})
"""Reasons not to draft; a person who writes an answer to such a review harms nobody."""

RULES: Final = (admission, everyday_answer)
