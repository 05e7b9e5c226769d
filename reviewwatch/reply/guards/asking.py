"""What nobody is asked for: personal data where all can read the answer, and secrets anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frame, frames, together
from reviewwatch.reply.guards.patterns import EMAIL, LINK, compiled, phones
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import Span
from reviewwatch.types import Finding

G15: Final = Law("G15", "GDPR art. 5(1)(f): no asking for personal data where all can read the answer")
G16: Final = Law("G16", "Nobody honest asks for a secret; whoever reads it learns to trust those who do")

_ASKED_HERE: Final = frames("""
    !have|enter|add|write|answer|paste|reply TELL ..12-never PII
    ( what_is|may_we_have|let_us_have ) ..12-never PII
    ( ^ | please|kindly|just|could_you|can_you ) ..1 ( write|reply|answer ) ..6-never PII
    ( WE ) ..2-not ( need|require ) ..8 PII !when|if|at|by|during|to_open|to_create|to_set|to_register|to_sign
    ( could|may|can|might|please|would ) ..1 ( we|you|us ) ..1 ( have|get|know|see|give|tell|share ) ..4 PII
    PII ..4-is ( HERE | please ( $ | COMMA ) )
    PII ..4 ( needed|required ) ( $ | COMMA|so|and|to_help|to_look|to_check|to_find )
    !here|below HERE ..6 PII
    ( reply|comment|answer|post|respond|tell_us|write|leave|drop ) ( here|below ) ..6 PII
    ( what|which|was|wie|cual ) ..1 ( is|was|are|ist|lautet|es ) ..1 YOUR ..4 ( number|name|address|e_mail|email|mail|
        id|reference|birthday|phone|mobile|PII )
    ( what_is|what ) ..2 PII
    PII ..4-is|WE|never ( TELL ) ..3 ( HERE|us )
    ( WE ) ..2 ( need|require|ask|want|benotigen|brauchen|necesitamos ) ..5 PII !when|if|at|by|during|to_open|
        to_create|to_set|to_register|to_sign
    ( TELL ) ..6 ( HERE ) ..6 PII
    ( TELL ) ..8 HERE ..8 ( name|number|address|e_mail|mail|email|phone ) ..2 ( of|on|for|behind ) YOUR
    ( TELL ) ..8 ( with|and ) ..2 ( the|YOUR ) ..3 ( number|address|e_mail|phone|id|reference|name ) ..3 ( of )? ..1
        ( YOUR ) ..2 ( account|order|booking|card|profile|store )
""")
_MORE_ASKED: Final = frames("""
    ( TELL|give ) ..2 YOUR ( road|street|house|postcode ) ..2 ( number|name|and|$ )
    ( TELL|can_you|could_you|what|which|may_we|let_me_have ) ..6-NEG|our ( name|email|number|address|phone|postcode )
        ..1 ( on|of|for|under ) ..2 ( order|booking|account|parcel )
    ( who|whose|what_name ) ..3 ( ordered|booked|addressed ) ..2 ( by|under|to|in )? ..1 ?
    ( which|what|whose|under_which|under_what ) ..3 ( name|number|address|e_mail|email|phone|reference|account )
        ...14 ( TELL ) ..2 ( it|that|them ) ..3 HERE
""")

_PERSONAL: Final = (
    "( PII|surname|postcode|telephone|digits|birthday | ( YOUR|the|a|an|and|what|which|with|of|add|edited_in ) ..1 ("
    " name|number|address|phone|mobile|e_mail|email|handle|reference|mail ) !of_guests|of_people|of_stars|of_staff"
    "|of_reviews|of_times|of_things|of_issues|of_problems|us|to|YOUR|the )"
)
_OWN: Final = "( YOU|YOUR|booking|order|reservation|table|parcel|account|card|stay|room|profile )"
_IN_PUBLIC: Final = (
    "( HERE|above|underneath|comments|comment|thread|reply|answer|under_this|what_you_wrote|to_what|your_review|"
    "your_post|the_review|on_this_page"
    "|below )"
)
_HANDED: Final = (
    "( TELL|let_us_know|let_us_have|pop|put|jot|stick|type|drop|leave|add|added|adding|include|included|edit|update|"
    "with|need|please|could_you|if_you|just"
    "|share )"
)
_NEAR: Final = "..9-NEG|printed|sorry|our"
_ASKED_OPENLY: Final = (
    frame(f"{_HANDED} {_NEAR} {_PERSONAL} {_NEAR} {_IN_PUBLIC}"),
    frame(f"{_HANDED} {_NEAR} {_IN_PUBLIC} {_NEAR} {_PERSONAL}"),
    frame(f"{_IN_PUBLIC} {_NEAR} {_HANDED} {_NEAR} {_PERSONAL}"),
    frame(f"{_PERSONAL} {_NEAR} {_HANDED} ..4-NEG|our {_IN_PUBLIC}"),
    frame(f"{_PERSONAL} ..4-NEG|our|is {_IN_PUBLIC} ..2 ( please|would|helps|so )"),
    *frames(f"""
    ( what|which|whose|under_which|under_what|where ) ..2-lamp ( name|e_mail|email|number|room|phone|postcode|surname|
        address|reference|mail ) !of ..1 ( is|was|were|did|do|are|the|YOU|YOUR|under|should|shall|on )  ..8-NEG|our ( ?
        | $ | COMMA|here|tell|so|and )
    ( what|which ) ..1 ( is|was ) ..2 ( YOUR|the|that ) ..3 {_PERSONAL} ..6-NEG|our ( YOU|YOUR|under|on ) ..6 ?
    if YOU ( reply|answer|write|respond|comment|post ) ..4 ( with|us ) ..3-NEG {_PERSONAL}
    ( where|when ) ( do|did|were|are ) YOU ..1 ( live|born|staying|based|park ) ..2 ?
    ( TELL|give_us|leave|post|put ) ..2 YOUR ..3-NEG ( code|street|house_number|number|reference|address ) ..6
        {_IN_PUBLIC}
"""),
)
_NOT_ASKED: Final = frames("""
    # A name that somebody chose, and how the words go with it.
    ( review|feedback|comment|words|stars|rating ) ..1 ( is|are|was|were|fits|fit|suits|suit|matches|match|
        contradicts|contradict|belies|belie ) ..6-COMMA|please|TELL YOUR ..1 ( username|nickname|name|handle )
    ( parcel|order|booking|reservation|stay|visit|account|customer|guest|record|anything ) ..2 under this name
    ( never|not|nobody|no_one|without|rather_than|instead_of|avoid|refrain ) ..16-COMMA
    ( rather|instead ) ( than|of ) ..10
    ( no_need|do_not_need|not_need ) ..12-COMMA
    # Where the reader tried to reach us.
    ( which|what ) ..1 ( number|address|e_mail|email ) ..1 ( did|have ) YOU ..1 ( call|called|try|tried|dial|dialled|
        dialed|ring|rung|write|written|find|found ) ..2
    answer ( any|all|your|the|more|further ) ..1 ( other|question|questions|query|queries|concerns ) ..3
    ( our|my ) ..2 ( number|address|phone|e_mail|name ) ..4
    ( sorry|thank|thanks|thank_you|apolog* ) ..12-COMMA|ASKING
    ( have_received|received|unable|find|found|locate|tried|reach|reached|sent_you|send_you|have_sent|have_send ) ..8
    ( WE|page|receipt|app|our_page|mail|letter|invoice ) ..2 ( wrote|answered|replied|said|stands|shows|sent|show|
        print|prints|have_passed|have_shared|have_added|have_put|have_noted|have_updated|have_changed|will_send ) ..6
    ( is|are|stands|stand|found|printed ) ( on|in|under|at ) ..4
    ( YOU ) ( gave|wrote|shared|sent|mentioned|posted|had_to|have_to ) ..8
    ( we|i|they|team|app|system|store|courier|driver ) ( also|then )? ..1 ( will|can|could|would|have|had|may|shall )
        ..1-need|like|ask|love|request|want|appreciate TELL ..8
    ( on|in|under|via|through|against|from ) ..1 ( the|your|this|that ) ..1 ( ticket|case|complaint ) number ..4
    ( reference|referring|link|regard|mentioning|refer ) ..1 to ( this|your|the ) ( post|review|comment )
    ( tap|click|open|settings|select|sign_in|menu|tab ) ..20-us|HERE ( TELL|add|type|fill_in|update|change ) ..6 PII
    ( TELL|list ) ..3 ( which|why|how|more|about|whether|what_went|shade|of_wishes )
        !account|name|address|number|phone|email|e_mail|mail ..6-PII
""")
_FORM_THERE: Final = frozenset(["here", "below"])
"""With a link beside them these lead away from the public thread."""
_PRIVATE: Final = frozenset({"PRIVATE"})


# Places of their own, though no address is given: a part of the app, a link, a ticket.
_LEADS_AWAY: Final = compiled(
    r"\b(?:helps?|support|contact|chat|feedback|account|profile|complaints?|quer(?:y|ies)|messages?)"
    r" (?:section|tab|page|menu|option|desk|portal|cent(?:re|er)|window|button|form|chat|bot|screen)\b",
    r"\b(?:below|following|this|the) link\b",
    r"\blink (?:below|above|here|provided)\b",
    r"\b(?:raise|open|create|submit|on|through|via|with|in) (?:a|the|your|this) (?:support )?ticket\b",
    r"\b(?:messenger|whatsapp|telegram|chatbot|in person|at (?:the )?(?:desk|reception|counter|branch))\b",
)


def public_ask(case: Case) -> Iterator[Finding]:
    """G15: a request for personal data with no private way to give it, in the sentence or the one before."""
    for span in case.found(_ASKED_HERE, _MORE_ASKED, _ASKED_OPENLY, spare=_NOT_ASKED):
        sentence = case.sentence_at(span.start)
        if _is_open(case, sentence) or not _is_private(case, sentence):
            yield G15.block_sentence(case, *span, "asks for personal data where everybody can read the answer")
            return


def _is_open(case: Case, sentence: Span) -> bool:
    """Say whether a sentence asks for an answer where all can read it."""
    open_words = {unit.word for unit in case.units_in(sentence) if unit.has("HERE")}
    words = case.text[sentence.start : sentence.end]
    has_form = _has_contact(words) or _LEADS_AWAY.search(words) is not None
    return bool(open_words - _FORM_THERE if has_form else open_words)


def _is_private(case: Case, sentence: Span) -> bool:
    """Say whether the sentence or one beside it names a private way."""
    at = case.view.sentences.index(sentence) if sentence in case.view.sentences else 0
    near = case.view.sentences[max(0, at - 1) : at + 2]
    return any(
        case.mentions(one, _PRIVATE)
        or _has_contact(words := case.text[one.start : one.end])
        or _LEADS_AWAY.search(words)
        for one in near
    )


def _has_contact(sentence: str) -> bool:
    return bool(EMAIL.search(sentence) or LINK.search(sentence) or any(phones(sentence)))


_SECRET_ASK: Final = frames("""
    ( share|send|give|provide|tell|reply|respond|post|mail|e_mail|email|text|dm|forward|state|supply|mention|read_out|
        hand|pass|disclose|quote|let_us_know|let_us_have|photograph|drop|comment|sagen|nennen|senden|schicken|teilen|
        bestatigen|mitteilen|angeben|verraten|comparta|envie|envia|diganos|indique|facilite|mande|escriba|confirme|
        proporcione|schreiben|posten|comparte|manda|de|mailen ) ..12-never SECRET
    ( confirm|submit|write|enter|type|upload|verify|show|scan|put|copy ) ..8-never SECRET ..8-COMMA ( HERE|us|agent|
        agents|
        chat|colleague|driver|courier|mail|e_mail|email|reply|call|message|colleagues|team|support|dm|form | so ..1 we |
        so_that | and ( we|our|i ) | underneath )
    ( confirm|submit|verify ) ..2 YOUR ..2 SECRET ( $ | COMMA|please|to_us )
    ( photo|picture|copy|scan|screenshot ) ..4 SECRET
    ( WE|team ) ..3-not ( need|require|brauchen|benotigen|necesitamos|ask_for ) ..6 SECRET
    SECRET ..6-is|forgot ( please|needed|required|helps|speeds|TELL|to_us|would_help|and_we|so_we|so_that|will_do|
        is_needed|is_required|bitte|helps_us )
    ( a|the|one ) ( picture|photo|scan|copy|image|screenshot|foto|snap|pic|shot ) ..6 ( SECRET|card|passport|id )
        !is_destroyed|is_deleted|is_shredded|is_kept|is_not|is_never|was|stays|gets|went ..6-fault
    ( TELL|send|mail|show ) ..6 ( photo|picture|scan|copy|image|foto|screenshot ) ..4 ( of|from|von|de ) ..4 ( card|
        passport|karte|tarjeta|licence|id )
    ( both|two|beide|ambas|ambos ) ..1 ( sides|seiten|caras|lados ) ..3 ( card|id|passport|karte|tarjeta|ausweis )
    ( card|karte|tarjeta ) ..2 COMMA ..1 ( front|both|vorder* ) ..2 ( back|sides|ruck* )
    SECRET ..3 ( please|bitte|por_favor ) $
    ( TELL|read|read_out|give|hand|show|need|enter|say|mail ) ..5 ( code|digits|word|number ) ..6 ( sms|text|texted|
        received|sent|back_of|on_the_back|e_mailed|just_got|screen|we_sent|card )
    ( SECRET ) ..4 ( WE|us ) ..2 ( need|check|verify|ask|log|can|look )
    ( TELL|need ) ..6 ( last|first|all|full|long ) ..1 ( four|sixteen|three|16|4|3|six )? ..1 ( digits|number|numbers
        ) ..5 ( card|back|front )
""")
_MORE_SECRETS: Final = frames("""
    read ..3 ( text|message|sms|code ) ..2 out
    ( agent|team|colleague|driver|courier|staff|we|they|somebody|someone|caller ) ..3 ( will|may|might|must|have_to|
        going_to|would ) ..2-never|not ( ask|need|request|want ) ..4 SECRET
    ( confirm|confirms|confirming ) ..2 SECRET
    ( agent|team|colleague|driver|courier|staff|we|they|caller ) ..2 ( will|may|might|must|have_to|going_to|would )
        ..2-never|not ( ask|need|request|want ) ..3 ( six|four|three|sixteen|last|NUM ) digits
""")

_SECRETS: Final = (
    "( SECRET|log_in|login|logins|pass_word | security ..1 ( question|questions|answer|code|word ) | ( banking|bank|"
    "card|sign_in|log_in ) ( details|data"
    "|number|numbers|login|password|credentials ) | ( sixteen|16|long|full|front|last|three|3|four|4|six|6 ) ..1 ("
    " digit|digits|number ) | month_and_year"
    " | expiry | ( verification|security|login|sign_in|log_in ) ( text|message|sms|code|mail )"
    " | confirmation ( text|sms|code )"
    " | ( code|digits ) ..4 ( phone|text|texted|sms|received|arrives|arrive|sent_you|get|got|screen|app ) |"
    " number from ..1 ( text|message|sms ) | ( text|text_message|sms|message ) ..2"
    " with_the_code | one_time ( code|password|pin|key ) | ( code|pin|password ) !of|reader|pad|rules|page|field|"
    "manager|expired|was|for_the_discount )"
)
_TO_US: Final = (
    "( share|send|give|provide|tell|reply|mail|e_mail|email|text|confirm|submit|dm|forward|supply|disclose|quote|"
    "let_us_know|let_us_have|verify"
    "|read_out|read|say_it|say|message|have|ready|hand|pass|whisper|dictate|spell_out|state|mention|need|needs|"
    "needed|require|all_we_need|hold_up|photograph"
    "|upload|show|copy_us|note_down|write|type|enter|fill_in )"
)
_RECEIVER: Final = (
    "( us|me|WE|OUR|our|agent|team|colleague|support|courier|driver|desk|chat|caller|engineer|technician|rep|"
    "representative|form|call|phone_us|ring_us|ring"
    "|helpline|her|him|staff|adviser|advisor|operator|mail|message|to_help )"
)
_TOLD_US: Final = (
    *together("..8-NEG|page|sorry|reset|screen|forgot", _TO_US, _SECRETS, _RECEIVER),
    *frames(f"""
    ( what|which ) ..1 is ..2 ( YOUR|the ) ..2 {_SECRETS}
    with ..2 {_SECRETS} ..1 ( handy|ready|to_hand|at_hand )
    ( have|keep ) ..1 YOUR ..2 {_SECRETS} ..2 ( ready|to_hand|at_hand|handy|with_you )
    {_SECRETS} ..10-NEG|COMMA|page|screen ( should|must|can|could|please|to_be|then|may ) ..2-NEG ( simply|just|be )?
        ..2 ( read|given|told|shared|sent|said|passed|handed|read_out )
    ( tell|give|message|text|send|mail|e_mail|forward|dm|read|hand|show|supply|let ) ..1 ( us|me|her|him|them|our ..2
        ( agent|team|desk|support|driver|courier|colleague ) | the ..1 ( agent|courier|driver|colleague|caller|team )
        ) ..4-NEG|reset {_SECRETS}
    ( supply|provide|forward|disclose|send|share|submit ) ..1 YOUR ..4-NEG {_SECRETS}
"""),
)
_NO_SECRET_ASK: Final = frames("""
    ( never|not|nobody|no_one|without|none|no ) ..14-COMMA
    ( reset|change|renew|forgot|forgotten|recover|choose|set ) ..4 SECRET ..4
    SECRET ..2 ( rules|page|field|screen|reset|change|manager|failed|box|hint|protection|was|is_asked|did )
    ( sorry|apolog*|thank|thanks|thank_you ) ..14-COMMA|BUT|ASKING|and
    ( YOU ) ( gave|left|wrote|put|typed|entered ) ..10
    ( YOU ) ( can|may ) !safely|give|tell|share|send|read|freely ..10
    pin ( the|a|this|it ) ..3
    ( enter|type|use ) ( the|this|that ) ( code|otp|pin ) ( we|you|that|from ) ..4-HERE|us|chat|agent ( $ | COMMA )
    ( enter|type|use|put ) ..10-COMMA|chat ( page|app|screen|sign_in|field|keypad|door|terminal|yourself ) ..6
    ( otp|pin|code|password|log_in|login|logins|sign_in|SECRET ) ( based|option|feature|issue|issues|problem|problems|
        screen|error|errors|trouble|troubles|difficulty|difficulties|failure|failures|concern|concerns|attempt|attempts|
        glitch|loop ) ..2
    ( trouble|troubles|problem|problems|issue|issues|difficulty|difficulties ) ( with|at|during|on )? ( the|YOUR )? (
        log_in|login|sign_in|logins ) ..1
    ( subject|subject_line|titled ) ..10
    ( discount|promo|voucher|door|dress|post|area|zip|bar|qr|gate|colour|color|source|country|dialling|error|class|
        invite|
        invitation|referral|product|item|coupon|gift|status|tracking|model|airport|team ) ( code|codes ) ..3
    ( we|i|they|app|system|bank|it|store|page|provider ) ..2-us|please ( send|text|mail|e_mail|email|sends|texts|mails|
        emails|e_mails|generate|generates|issue|prints|sent|gave ) ..6-us|agent|driver SECRET ! ( ..4 ( and|which|
        to_read|
        then|that ) ) ..4-COMMA
    ^ ( the|each|this|a|every ) ..1 ( code|pin|otp|password ) ..1 ( we|they|you ) ..3 ( is|are|was|expires|lasts|stays|
        comes|arrives|goes ) ..6
    ( show|hide|forgot|forgotten|reset|change ) password ( button|link|option|icon|sign )
    ( take|upload|scan|hold|photograph ) ..8 ( in|inside|through|within|using ) ..1 ( the|our ) ..1 ( app|scanner|
        camera|
        screen|wizard ) ..4
    code ( of|for_the_door|on_the_door|expired|reader ) ..4
    ( page|app|screen|terminal|reader|machine|field ) ..3 ( asks|asked|wants|wanted|needs|needed|shows|showed|says|
        takes ) ..8
    ( WE ) ( take|took|accept|keep|store|hide|protect ) ..8
""")


def secret_ask(case: Case) -> Iterator[Finding]:
    """G16: a request for a password, a code or card data, in public or not."""
    for span in case.found(_SECRET_ASK, _MORE_SECRETS, spare=_NO_SECRET_ASK):
        if any(unit.has("SECRET") or unit.word in _CARDS for unit in case.units_in(case.sentence_at(span.start))):
            yield G16.block_sentence(case, *span, _WHY_ASKED)
            return
    for span in case.found(_TOLD_US, spare=_NO_SECRET_ASK):
        yield G16.block_sentence(case, *span, _WHY_ASKED)
        return


_WHY_ASKED: Final = "asks for a password, a code or card data"
_CARDS: Final = frozenset(["card", "passport", "id", "karte", "tarjeta", "ausweis", "code", "digits"])

RULES: Final = (public_ask, secret_ask)
