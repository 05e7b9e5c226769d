"""Harm: no admission of legal fault for it, and no everyday answer to a review that a trained person must see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.reading.holds import holds_in
from reviewwatch.types import Finding, FindingSeverity

G25: Final = Law("G25", "Liability law: an admission of fault for harm is for counsel, not for a public reply")
G26: Final = Law("G26", "Duty of care: what touches safety, law, children or discrimination goes to a trained person")

_SOMEBODY: Final = (
    "( YOU|KIN|him|her|he|she|guest|guests|child|people|person|somebody|someone|anyone|visitor|customer|customers|lady"
    "|man|woman|gentleman|patient|passenger|friend|dog|cat|horse|pet|them|both )"
)
# What things do too: batteries die, prices fall, tents collapse.
_SOFT: Final = (
    "( hurt|hurts|hurting|ill|sick|burn|burns|burned|burnt|fell|fall|falling|fallen|died|die|dead|killed|harm|harmed|"
    "suffer|suffers|suffered|suffering|collapse|collapsed|pain|choke|choked|chokes|choking )"
)
_HARM_TOLD: Final = frames(f"""
    HARM
    {_SOMEBODY} ..5-WE|OUR|while|plant|battery|phone|if|unless|in_case|sorry {_SOFT} !of|that|the_need
    {_SOFT} ..4-COMMA|WE|so|feelings|short {_SOMEBODY}
    ( YOUR|his|her|this|that|the|such|a|an|any|guest's|bad|no ) ..1 ( fall|burn|burns|pain|harm|suffering|death ) !of|in
    ( caused|cause|causes|caused_by|did|do|come_to|came_to|in|without ) ..2 ( harm|pain|suffering )
    ( sick|ill ) ( from|by|after|because|with )
    ( sick|ill|hurt|burned|burnt|harmed ) ( $ | COMMA ) ! ( ..2 ( and|but )? WE )
    ( fell|fall|falling|slid ) ..2 ( down|over|on|off|into|from ) ..2 ( stairs|steps|step|floor|ladder|stool|chair|bed|
        horse|balcony|ice|path|bike|swing|slide|pool|platform )
    ( YOUR|his|her|KIN|guest's|son's|daughter's|wife's|husband's|mother's|father's|child's ) ..2 BODY ..1 !is_safe
    ( damage|injury|harm|happened|hurt|burn|burns|cut|cuts|blow|wound|pain|harmed|broke|broken|broken_a|lost|loss|
        cost ) ..4 BODY
    ( danger|endanger*|at_risk|in_peril|unsafe|hazard*|life_threatening|nearly_killed|could_have_died|
        could_have_been_killed|lethal|deadly ) ..3
    ( YOUR|KIN ) ..1 ( accident|health|suffering|ordeal|reaction|seizure|illness|condition )
    ( food ) ( poisoning )
    ( bad|severe|allergic|terrible|that|violent|dangerous|nasty|serious ) reaction
    ( YOU|KIN|him|her ) ..1 ( trip|tripped|slip|slipped|stumble|stumbled|fell|fall|faint|fainted )
    ( discriminat*|racis*|harass*|assault*|molest*|abused )
    what ..1 ( YOUR|YOU|KIN ) ..3 ( went_through|gone_through|endured|suffered )
""")
_FIGURES: Final = frames("""
    ( fire ) ( exit|door|alarm|place|escape )
    ( off|call_in|called_in|calls_in|report|reported|on ) sick
    sick ( bay|leave|day|days|pay|note|notes|list|cover|of )
    ( OUR|the|a|an|my|of|half ) ..2-that|this|which ( cleaner|cleaners|cook|cooks|chef|chefs|driver|drivers|waiter|
        waitress|team|staff|kitchen|colleague|colleagues|winemaker|baker|host|singer|band|crew|receptionist|manager|
        engineer|technician|nurse|dentist|teacher|trainer|guide|plumber|carpenter|courier|couriers|crew|hygienist )
        ..3-YOU|YOUR|KIN|guest|guests|made|so|and ( sick|ill|unwell|in_hospital|off_sick )
    in the fall
    ( slip|slipped|slips ) ( through|up|in|past|our|my|away|from )
    ( put|puts ) YOUR finger on
    ( in|into|to|under|on ) YOUR ( bones|skin|nerves )
    ( if|unless|in_case|whenever ) ..4-COMMA ( ill|sick|hurt )
    ( price|prices|rates|snow|rain|temperature|leaves|sales|night|darkness|ratings|numbers|level ) ..3 ( fell|fall|
        falls|fallen )
    ( hand|skin|head|face|eye|ear|foot|heel|arm|leg|nose|hip|chest|neck|back ) ( cream|lotion|mask|luggage|bag|bags|
        wash|towel|towels|rest|rests|room|count|start|phones|phone|test|tests|buds|office|door|yard|garden|seat|row|
        up|line|lines|piece|dryer|driers|rail|rails|brake|board|wear|care|warmers|made )
    ( table|chair|coat|sofa|bed|shirt|jacket|lamp|clock|watch|doll|trouser|desk|bench|statue ) ..1 ( leg|legs|arm|arms|
        back|foot|feet|face|hand|hands|head|neck )
    arm ( chair|chairs )
    ( character|hero|avatar|player|healer|boss|enemy|clan|server|bot|pixel|pet_in ) ..4 ( died|dies|die|dead|killed|
        fell|fall|hurt|harmed )
    ill ( prepared|equipped|informed|advised|fitting|suited|mannered|will|timed )
    ( soup|sauce|toast|pizza|food|meat|bread|rice|cake|fish|steak|dish|meal|coffee|crust|egg|eggs|chips ) ..3 ( burnt|
        burned )
    ( cut|cuts ) ( off|short|the_price|back|it|down|out )
    ( fell|fall|falls|fallen ) ( short|apart|behind|below|asleep|in_love|out_of_favour|through_the_cracks|on_deaf|
        on_hard )
    ( battery|phone|app|screen|lamp|bulb|heater|heating ) ..2 ( died|dead|dies )
    ( burn|burned|burnt|burns ) ( out|through|toast|sugar|bulb|cake|soup|pizza|crust|smell|rice|meat|food|edges )
    ( a|real|such|big|huge|pure ) pain !in_your
    ( hard|pain ) to ..2
    ( come|came|get|got|welcome|sent|send|give|gave|gives|be|write|wrote|call|called|fed|went|go|look|see|money ) ..2
        back ..2
    ( at|in|on|to ) the back ..2
    back ( to|of|in|at|home|when|then|into|with|soon|here )
    ( on_the_other|at|to|by|in|from|first|second ) ..1 ( hand )
    ( face|faced|facing ) ( to|the|with|a|up )
    ( head ) ( of|office|chef|receptionist|waiter|housekeeper|over|back|to )
    ( foot ) ( of|the|wrong )
""")
_OURS: Final = frames("""
    should have been ..3 and ( it|that|they ) ( was|were ) not
    ( gave|served|handed ) ( him|her|YOU|them|KIN ) ..1 wrong
    ( had|have|were|was ) ..1 warned ( us|of|about )
    PERSON was ..1 ( late|asleep|absent|away|distracted|slow|on_the_phone|on_his_phone|on_her_phone|chatting|texting|
        not_looking|on_a_break|elsewhere )
    WE ( should|ought_to ) have ( put|spread|laid|placed|strewn|thrown|fitted|hung ) ..6
    ( nobody|no_one|none_of_us ) ..2 ( put|set|placed|checked|noticed|cleared|wiped|gritted|salted|mopped|fixed|locked|
        warned|marked|told_you )
    WE ..2 ( messed|slipped|screwed|mixed ) up
    not ..2 ( been )? ( cooked|cleaned|dried|locked|secured|checked|fixed|mended|gritted ) ( through|properly|enough|
        right|at_all|well )
    ( was|were ) ..2 ( overdue|out_of_date|due_for|worn_out|past_its )
    ( left|dropped|spilled|put|placed|served|installed|fitted ) ..4 by ..2 ( OUR|us|staff|PERSON|cleaners|team )
    ( had|if ) WE ..8 ( would|could|might ) ..1 not
    ( should|ought_to|could ) ..1 have_been ..1 ( a|an|some|any|more ) ..2 ( sign|signs|warning|light|rail|handrail|
        barrier|mat|cover|label|lifeguard|fence|net )
    # Fault and responsibility by name.
    ADMIT !whoever
    ( fault|blame|guilt|responsibility|liability|negligence|carelessness|error|mistake|failing|failure ) ..6-not|
        never|nobody|YOUR|your ( ours|us|OUR|WE|hotel's|kitchen's|with_us )
    ( WE|OUR ) ..6-not|never|cannot|sorry ( responsible|accountable|answerable|to_blame|culpable|liable|in_the_wrong|
        at_fault|careless|negligent|reckless|sloppy|lax|guilty|remiss )
    ( own_up|owning_up|owned_up|plead_guilty|our_part_in|hold_our_hands_up|held_our_hands_up|put_our_hands_up|
        hands_up|no_excuse|no_excuses|mea_culpa|entirely_on_us|on_us|down_to_us|ours_alone|shoulder_the|bear_the|
        stand_for_the|answer_for|answerable_for|pay_for_the_consequences|our_doing|we_did_this|our_hands )
    ( take|takes|took|taken|accept|accepts|assume|bear ) ..2-not|never ( full|all|complete|entire|sole|total|our )?
        ..1 responsibility
    # What we did, or left undone.
    ( WE|OUR ..3 ( kitchen|chef|cook|staff|team|cleaner|cleaners|plumber|technician|driver|waiter|nurse|people|
        maintenance|colleague|lifeguard|hotel|dentist ) ) ..4-sorry|glad ( had_not|did_not|not|never|failed|forgot|
        neglected|skipped|ignored|missed|overlooked|omitted|disregarded|put_off|postponed|should_have|could_have|
        ought_to_have ) !know|see|hear|want|mean|intend|find|receive|wish|get|take_lightly|expect|ask|comment|
        discuss|have|aware|informed|told|able|here|be|able_to ..3
    ( WE|OUR|they|kitchen|chef|cook|staff ) ..6-sorry|glad ( without ) ..2 ( telling|checking|warning|asking|testing|
        cleaning|drying|marking|looking|reading|saying|a_warning|any_warning|a_sign|inspection|labelling|labeling|
        cooking )
    ( WE|OUR|staff|team|kitchen ) ..2 ( knew|were_aware|had_known|were_warned|had_been_warned|was_aware|were_told|
        had_been_told ) ..2-not|nothing|sorry ( of|about|that|it|the|this|and|for ) ..6
    ( WE|OUR|it|staff|team|kitchen ) ..4-not|never|sorry|please ( left|leave|served|gave|sold|fed|used|mixed|put|let|
        placed|installed|wired|mounted|built|allowed|exposed|ignored|treated_you|mislabelled|mislabeled|undercooked|
        swapped|confused|spilled|spilt|dropped ) ..10-not|please|hope ( HARM|BODY|hurt|ill|sick|open|wet|unlocked|
        unattended|
        unsafe|danger|peanut|nut|nuts|gluten|allerg*|milk|dairy|raw|off|old|differently|worse|because|loose|unmarked|
        broken|exposed|at_risk|icy|hot|wrong|chemicals|bleach )
    ( should|ought|could ) ..2 ( have_been|have ) ..2-you|YOU ( withdrawn|fixed|repaired|removed|replaced|closed|
        cordoned|gritted|cleaned|checked|marked|labelled|labeled|cooked|mopped|cleared|salted|secured|tested|
        inspected|maintained|locked|lit|fenced|covered|serviced|recalled|prevented|stopped|warned|dried|fastened|
        screwed )
    ( was|were|had_been|is ) ..2 ( not|never|badly|poorly|wrongly|improperly|inadequately|insufficiently ) ..2 (
        withdrawn|fixed|repaired|maintained|serviced|secured|checked|cooked|cleaned|mopped|gritted|lit|fastened|
        locked|inspected|tested|labelled|labeled|marked|safe|wired|fenced|salted|installed )
    ( forgot|forgotten|neglected|failed|skipped|missed ) ..1 ( $ | COMMA | to_do | it | that | this )
    ( someone|somebody|one_of_us|staff ) ..2 ( ought|should ) ..2 ( have ) ..4
    # Our thing was unsafe.
    ( OUR|the|a|that|this|which ) ..4-YOUR|sorry ( was|were|is|had_been|turned_out ) ..3-not|sorry|never ( faulty|
        defective|loose|unsafe|rotten|spoiled|spoilt|contaminated|undercooked|raw|icy|slippery|rusty|broken|
        dangerous|out_of_date|expired|past_its|mislabelled|mislabeled|exposed|wet|cracked|wobbly|unmarked|unlit|
        overheated|overheating )
""")
_CAUSES: Final = frames("""
    # One led to the other.
    ( because|due|owing|thanks|down|result|consequence|caused|stems|stemmed|came|comes|comes_from|arose|led|traced|
        attributable|fault|caused_by|brought_about|from|by ) ..2 ( of|to|by|from|in )? ..4-YOUR|sorry|read|hear ( OUR
        | us ( $ | COMMA | and ) ) ..2 !review|reviews
    ( since|because ) ( WE|OUR ) ..12-sorry|read|heard|want|hope|know|take|care|pride
    ( as|when|after ) ( WE|OUR ) ..4-sorry|care|pride ( had_not|did_not|have_not|failed|forgot|left|used|served|never|
        ignored|put|mixed|were_late|were_short|were_slow|gave|sold|skipped|removed|moved ) !to_hear|read|heard ..6
    ( led|leads|resulted|caused|causes|cost|costs|meant|made|put|sent|gave ) ..3-sorry|us|hope ( YOU|YOUR|KIN|
        to_this|in_this|to_the|in_the ) ..3-happy|feel|wait|think
    ( this|it|that|injury|accident|none_of_this|harm|fall ) ..2 ( would|could|need|should ) not ..2 ( happened|
        occurred|taken_place|been ) ..3
    ( wrong|careless|reckless|negligent|unacceptable|irresponsible|unforgivable|sloppy|lax ) of us ..4
    ( had|if ) WE ..1 ( had )? ..6
    ( that|this|which ) is ..1 ( the_reason|why|how|what ) ..6 ( HARM|hurt|fell|ill|sick|burned|burnt|died|suffered|
        harmed )
""")
_LAWLESS: Final = frames("""
    # Admitted in the words of the law: enough by itself.
    WE|OUR ..8-not|never ( negligence|negligent|liable|liability|culpable|grossly )
    ( negligence|liability|liable ) ..6-not|never WE|OUR|accepted
    ( admit|admits|accept|acknowledge|confess|concede ) ..2-COMMA ( that )? ..1 ( WE|OUR ) ..6 ( discriminat*|
        assault*|breach*|broke|unlawful*|illegal*|neglect*|endanger*|harm*|injur*|violat*|poison*|caused_your|
        caused_this|caused_it|guilt*|liab* )
    WE ..3-not|never ( discriminated|assaulted|neglected|endangered|harassed|poisoned ) ..4
    ( WE|OUR|this|that|it|which ) ..8-not|never|sorry ( broke|breached|violated|breach|violation|break|breaks|
        contravened|against|infringed|in_breach ) ..4 ( law|act|code|obligations|obligation|rights|regulations|
        regulation|duty|duties|contract|health_and_safety|equality|gdpr|legislation|safety_rules )
    WE ..3 ( treated|refused|served|turned ) ..3 ( YOU|YOUR|KIN ) ..3 ( differently|worse|less|away|because ) ..8 (
        because|colour|color|race|skin|religion|where|origin|gender|disability|accent|faith|orientation|age|come_from
        )
    ( accept|accepts|take|takes|bear|bears|assume|assumes ) ..2 ( full|all|complete|legal|sole|entire )? ..1 (
        liability|blame|guilt ) ..4
    legally ..1 ( answerable|responsible|liable|accountable|to_blame|obliged|at_fault ) ..4
""")
_REGRET: Final = frames("""
    responsible for ( this|that|the ) ( area|department|section )
    ( sorry|sad|regret ) ..1 ( that|to_hear|to_read|YOU|about|for ) ..8-COMMA|OUR|and|because|our
    ( hope|hoping|wish ) ..8-COMMA
    ( inconvenience|trouble|difficulty|difficulties|disappointment|frustration|upset|confusion|delay|problem|
        problems|noise|disturbance ) ..4-COMMA caused ..2
    ( take|takes|taking ) ..4 ( seriously ) ..2
    ( look|looking|find|learn|check|know|understand|ask|hear|talk ) ..2 ( into|out|what|how|where|whether|about )
        ..8-COMMA
    ( call|write|mail|contact|ring|phone|reach|speak|talk|come ) ..1 ( to|with|back )? ..1 ( us|our ) ..4
""")


def admission(case: Case) -> Iterator[Finding]:
    """G25: fault admitted where the reply or the review tells of harm, or in the words of the law."""
    for span in case.found(_LAWLESS, spare=_REGRET):
        yield G25.block_sentence(case, *span, "admits fault for harm; counsel decides what is said of that")
        return
    harmed = {case.sentence_at(span.start) for span in case.found(_HARM_TOLD, spare=_FIGURES)}
    causes = [span for span in case.found(_CAUSES, spare=_REGRET) if case.sentence_at(span.start) in harmed]
    for span in (*case.found(_OURS, spare=_REGRET), *causes) if harmed or _tells_of_harm(case) else ():
        yield G25.block_sentence(
            case, *span, "admits fault where harm is told of; counsel decides what is said of that"
        )
        return


_GRAVE: Final = frozenset({"safety", "minors", "discrimination", "self_harm"})
"""Reasons to hold a review that tell of harm."""


def _tells_of_harm(case: Case) -> bool:
    return any(hold.reason in _GRAVE for hold in holds_in(case.review, case.business.profile))


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
