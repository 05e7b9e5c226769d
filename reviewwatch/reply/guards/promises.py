"""Promises: each needs a remedy or a fact behind it, or a person who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.backing import Backing, backing_of, licensed, plain_sentence, remedy_region
from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.quantities import quantities
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import Finding

G23: Final = Law(
    "G23",
    "UCPD art. 6, FTC Act s. 5: a promise in public that nobody keeps misleads; only configured remedies are offered",
)

_COURTEOUS: Final = (
    "( ask|ask_for|be ..1 ( glad|happy|pleased|delighted|grateful|sorry|here|careful_not|sad|missed|"
    "proud ) | look ..1 forward|look_forward|looking_forward|miss|always_be ..1 grateful|remember_your|"
    "welcome_you|see_you|hear|love|gladly_hear|gern|freuen|share_your_kind|pass_on_your|tell|cherish|"
    "treasure|smile|admit|agree|not_ask|never_ask )"
)
_PROMISES: Final = frames(f"""
    ( WE|OUR ..2 ( team|staff|developers|developer|manager|kitchen|people|engineers|colleagues|desk|driver|drivers|
        chef|technicians|accountant|partner|courier ) | this|it|that|they|towels|beds|furniture|problem|issue|bug|
        everything|the_team|nobody|things|room|rooms|price|prices|refund|parcel|crash|app|feature|patch|update|
        release|version|desk|manager|someone|somebody|money|streak|order|lamp|replacement|technician|plumber|all|
        one_of_us|shower|beds|menu ) ..2 ( will|shall|gonna|going_to|about_to|plan_to|plans_to|intend_to|set_to|
        werden|wird|vamos_a|va_a|is_due_to|are_due_to|scheduled_to ) !be_glad ( not|never|also|soon|now|certainly|
        definitely|of_course|be_sure_to )? !{_COURTEOUS} ..8
    YOU ..1 ( will|shall|can_soon|werden|are_going_to|are_about_to|going_to ) ..1-find|see|hear_from_none|understand|
        notice|like|love|enjoy|know|agree|need|regret|feel ( receive|get|have|be|hear|never|not|see_a|no_longer|soon|
        erhalten|bekommen|recibir|tener|always ) !to|happy|glad|pleased
    YOUR ..4 ( will|shall|wird|is_going_to|going_to ) ..1 ( be|arrive|come|reach|get|work|follow|return|continue|land|
        show|appear|go|ankommen|have ) ..4
    PROMISE ..10
    SOLVED ..1 !by
    ( SCHEDULED ) ..5-COMMA|can|sorry|when|take|takes|asked|for ARRIVE ..6-sorry ( DUE|with|back|it|this|that|$|YOU|
        by|in|on|at|within|next )
    ( SCHEDULED ) ..8-COMMA|sorry|late|take|takes|asked|was|came DUE
    WE ..4-sorry|read|heard|were|had|not ( fix|solve|repair|mend|replace|refund|resolve|sort|call|change|send|deliver|
        check|investigate|finish|reopen|upgrade|release|improve|train|hire|install|contact|process|reply|answer|be|do|
        get|have|start|beheben|losen|ersetzen ) ..8-COMMA ( DUE | within ..3 ( NUM|hours|days|week|minutes|month|an|a
        ) )
    ( within|innerhalb|en_menos_de ) ..3 ( NUM|two|three|four|five|a|one|six|seven|ten|the|an|24|48|few|stunden ) ..3
        ( hours|hour|days|day|minutes|weeks|week|months|month|working|business|stunden|tagen|horas|dias )
    ( WE|team ) ..3-sorry|not ( are|have_been|have|am|sind|estamos ) ..2-sorry|not ( working|fixing|changing|
        replacing|hiring|training|retraining|rolling|installing|ordering|doubling|taking_steps|preparing|planning|
        investigating ) ..6
    ( no_longer|never|not|no_more|nie_wieder|nunca_mas ) ..3 ( happen|occur|repeat|repeated|reoccur|be_repeated|again|
        vorkommen|passieren|volvera|pasar|recur ) ..3
    WE ..2 ( have|has|had|haben|hemos ) ..2-sorry|not|read|heard ( fired|sacked|dismissed|retrained|hired|replaced|
        repaired|fixed|solved|resolved|doubled|installed|refunded|closed_the|taken_steps|implemented|introduced|
        reimbursed|behoben|ersetzt|mended|ordered_new|suspended|stopped|disciplined|cured|tripled ) ..6
    ( leave|consider ) ..2 ( it|this|that ) ..1 ( to_us|with_us|done|solved|fixed|settled )
    ( WE ) ..2 ( make_sure|making_sure|see_to_it|ensure|guarantee|guaranteed|promise|swear|pledge|vow|versprechen|
        prometemos|garantiz* ) ..8
    ( you_have_our_word|our_word|count_on|bank_on|rest_assured|be_assured|without_fail|from_now_on )
    ( is|are|was|were|has_been|have_been|has|have|had_been|been|now|already|all|finally|ist|wurde|esta ) ..2-not|
        sorry|never|to ( SOLVED ) ..1 !by|for
    ( has_been|have_been|had_been|was_promptly|all ) ..2-not|sorry|never ( replaced|settled|corrected|addressed|
        dealt_with|taken_care_of|changed|improved|refunded|upgraded|rewritten|retrained|cancelled|removed_for_good )
        ..2
    ( new|fresh|replacement|better|more ) ..2 ( towels|beds|mattress|mattresses|stock|staff|lamps|parts|doors|windows|
        servers|furniture|chairs|version|model|carpet|carpets|boiler|lift|pump ) ..2 ( arrive|arrives|come|comes|
        are_coming|is_coming|ordered|on_order|on_the_way|follow ) ..3
    ( WE ) ..1-not|sorry|read ( are|am ) ( going_to|about_to|planning_to|set_to ) ..6
    ( WE ) ..1 ( will|shall ) ( also|now|certainly|definitely|soon|gladly|of_course|personally )? !( be ..1 ( glad|
        happy|pleased|delighted|sorry|grateful|here ) | look_forward | miss | never | not | gladly_hear | remember )
        ..8
    ( next|last ) time ..6 ( will|no|be|different|better ) ..4
    ( WE ) ..3 ( call|ring|phone|e_mail|mail|write|reply|visit|contact|get_back|come_back ) ..1-please|or|if YOU ..6
        ( DUE|back|today|this|within )
    ( expect|await ) ..4 ( refund|parcel|update|fix|call|reply|answer|payment|replacement|release|patch ) ..6
    ( is|are|ist|es ) ( guaranteed|garantiert|certain|assured ) ..4
    ( by|before|until|no_later_than|bis|antes_de|hasta ) ..1 ( DUE|tomorrow|monday|tuesday|wednesday|thursday|friday|
        saturday|sunday|next|tonight|christmas|easter|noon|the_weekend|spring|summer|autumn|winter ) ..3 YOU|YOUR|it|
        all|done|fixed|sorted|back|ready
    ( back|ready|fixed|sorted|done|solved|working|replaced|delivered|refunded|in_stock|yours ) ..3-sorry|was|were (
        DUE )
    ( DUE ) ..8-sorry|was|were|THANKS ( WE|SCHEDULED|it|YOUR|YOU|everything ) ..6 ( ARRIVE|back|ready|fixed|FUTURE|
        new|done|get|have|receive )
""")
_NO_PROMISE: Final = frames("""
    ( kind_words|praise|compliment|compliments|thanks|thank_you|greetings|kind_note ) ..8-END WE will ..1 ( pass|
        share|tell|read|hand ) ..8
    ( nobody|no_one|we_never|we ) ..4 ( will|would ) ( ever|never|not ) ( ask|need|want|call|request ) ..10
    ( please|kindly|bitte ) ..3 ( write|call|let|mail|e_mail|tell|contact|send|ring ) ..10-will|and_we|WE
    ( we|i ) ( will ) ( never|not ) ( ask|share|need|call ) ..8
    ( hope|hopefully|wish|would ) ..8-will|COMMA
    ( so|that|as ) ..1 WE can ..8
    ( sorry|apolog*|regret ) ..2 ( that|for|about|YOU|to ) ..10-COMMA|will|and
    ( sooner|soon ) ( enough )
    ( YOU ) ..2 ( wrote|said|say|were|was|asked|write|expected|hoped ) ..3 ( that )? ..10-COMMA|will
    ( nobody|no_one|never ) ..1 told YOU ..4
    ( which|that|what ) ..2 ( went|was ) wrong ..3
    ( as|so ) soon as YOU ..4
    ( can|may|could ) ..1 ( take|pause|fail|reach ) ..6
    ( not|never|nothing ) ..3 ( SOLVED ) ..2
    ( is|are ) ( being )? ..1 ( checking|looked|read ) ..4
""")


def promises(case: Case) -> Iterator[Finding]:
    """G23: a promise, a deadline or "solved" that nothing stands behind."""
    allowed = licensed(case)
    backing: Backing | None = None
    told: set[int] = set()
    for span in case.found(_PROMISES, spare=(*_NO_PROMISE, *DONE)):
        sentence = case.sentence_at(span.start)
        words = case.text[sentence.start : sentence.end]
        if sentence.start in told or plain_sentence(words) in allowed or _is_offered(case, span, sentence):
            continue
        backing = backing or backing_of(case)
        if _is_told_by_fact(backing, words):
            continue
        told.add(sentence.start)
        yield unbacked(case, G23, sentence, "promises what no fact or remedy backs")


def _is_offered(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether the promise is what a public remedy says."""
    remedies = [remedy for remedy in case.business.remedies if remedy.is_public]
    region = remedy_region(case.text[sentence.start : sentence.end], remedies)
    if region is None:
        return False
    start, end = sentence.start + region[0], sentence.start + region[1]
    outside = max(0, start - span.start) + max(0, span.end - end)
    return outside <= _OUTSIDE


_OUTSIDE: Final = 16


def _is_told_by_fact(backing: Backing, sentence: str) -> bool:
    """Say whether facts tell what the sentence tells: every number is theirs, and none the reviewer's alone."""
    said = [one for one in quantities(sentence) if one.is_measure]
    return bool(said) and all(backing.holds(one.value, sentence) and one.value not in backing.review for one in said)


def unbacked(case: Case, law: Law, sentence: Span, why: str) -> Finding:
    """Return what is said of a sentence that nothing stands behind: who may answer for it decides how grave it is."""
    if not case.context.has_business:
        return law.warn(case, *sentence, f"{why} (no facts given)", fix="")
    if case.context.is_persons:
        return law.warn(case, *sentence, f"{why}; whoever approves can vouch for it", fix="")
    return law.block(case, *sentence, why, fix="")


RULES: Final = (promises,)
