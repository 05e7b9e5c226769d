"""Duties of a trade: nothing in public of one person's care, case or account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import Frame, frames
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding, Profile

G10: Final = Law("G10", "HIPAA, 45 CFR 164.502(a): even that somebody is a patient is not said in public")
G11: Final = Law(
    "G11", "ABA Formal Opinion 496: a review lifts no duty of confidence on whether and how one was represented"
)
G12: Final = Law("G12", "GDPR art. 5(1)(f), bank secrecy: the state of somebody's account is not told in public")

# What is said of anybody, of rules or of a wish to talk is said of nobody.
_GENERAL: Final = frames("""
    ( not|cannot|never|nor ) ..2 ( say|discuss|confirm|comment|talk|speak|share|tell|know|deny|disclose|allow|able )
        ..16
    ( privacy|law|rules|duty|duties|obligation|obligations|confidentiality ) ..20
    ( ANYONE ) ..1 's? ..2 ( care|case|treatment|account|visit|file|matter|records )
    ( please|kindly|do|bitte|por_favor|can|may|could ) ..3 ( call|ring|contact|write|phone|mail|e_mail|reach|
        get_in_touch|speak|talk|
        tell_us|email ) ..10
    ( sorry|thank|thanks|thank_you ) ..2 ( YOUR|the ) ..1 ( feedback|review|comment|note|words )
    ( wait|waited|waiting|answer|answers|reply|support|response|question|questions|query|concern|concerns|help ) ..3 (
        about|on|with ) YOUR ..2
    ( if|should|whenever ) YOU ..8
    YOU ( can|may|could ) ..8
    ( thank|thanks|thank_you ) ..1 for ..3 ( feedback|review|words|note|sharing|telling|writing|pointing|comment )
""")
# How it feels not to get to one's money is what the review says; what happened to it is what the records say.
_NO_ACCESS: Final = (
    "( unable|cannot|can_not|not_able|not_being|without|wait|waiting|locked_out|no_access|lose|losing|reach|access ) "
    "..5-COMMA|OUR YOUR ..1 ( money|account|card|funds|savings|payment|transfer|refund|salary|wallet|app ) "
    "!is|was|has|had|got|were|being|because|due|after|since|that|which"
)
_FELT: Final = (
    "( worry|worrying|worried|stress|stressful|stressed|frustrat*|upset|upsetting|fright*|scary|scared|annoying|"
    "alarming|unsettling|anxious|hard|difficult|unpleasant|nerve_racking|nerve_wracking|awful|horrible|distress*|"
    "unnerving )"
)
_FEELING: Final = frames(f"""
    {_FELT} ..6-COMMA {_NO_ACCESS}
    {_NO_ACCESS} ..6-COMMA {_FELT}
""")

_CARED: Final = frames("""
    WE did ( say|tell|warn|explain|mention )
    ( glad|hope|pleased|relieved|hoping ) ..3 YOU ..3-NEG ( comfortable|better|settled|mending|healing )
    if ( it|that|this|they ) ..1 ( flares|hurts|swells|aches|bleeds|throbs|loosens|falls )
    YOUR|KIN ..4-COMMA|review|comment|feedback|manager|our CARE !takers|home
    YOUR ..1 ( child|KIN ) ..8
    YOU ..8-COMMA|phone|call|hear|reach CARE !manager|of_this|home
    CARE ..6-COMMA ( YOU|YOUR|KIN )
    YOU ..4-COMMA|hear|not_hear CAME
    ( THANKS ) ..4 ( CAME|trusting|choosing|visit|visiting|YOUR_visit|trust )
    ( WE|doctor|dentist|nurse|hygienist|dr|team ) ..4 ( saw|treated|treat|see|seen|examined|filled|pulled|removed|
        gave|looked_after|looking_after|prescribed|told|advised|explained|numbed|recommended|referred|diagnosed|
        booked|fitted|cleaned|x_rayed ) ..2 ( YOU|YOUR|KIN|him|her )
    ( see|seeing|welcome|welcoming|greet|look_after ) YOU ..2 ( again|soon|back|at|for|next|here )
    NO_RECORD ..4
    ( no|never|not|nobody ) ..4 ( record|patient|treated|seen|registered|list|file|chart|met|such_person|kartei ) ..4
    ( OUR|the ) ( files|file|records|record|chart|notes|system|list|books|diary|calendar|kartei ) ..1 ( show|shows|
        say|says|tell|have|has|confirm|confirms|contain|list|indicate|zeigt ) ..6
    ( you|YOU ) ..2 ( waited|wait|had_to_wait|were_late|arrived|missed|cancelled|canceled|refused|asked_for|signed|
        agreed|declined|consented )
    YOUR ..2 ( appointment|visit|wait|treatment|insurer|insurance|results|dentist|doctor|last_visit|first_visit|file|
        chart|notes|mouth|recovery|concern_about|experience_with_us|time_with_us )
    ( as|being|of ) ( a|our|one_of_our ) ..2 patient|patients ..3
    ( children|patients|people|many|most ) ..10 ( YOUR|and_your ) ..1 ( KIN )
    ( CARE ) YOU ( had|have|got|received|needed|were|came )
""")
_BODY: Final = (
    "( tooth|teeth|gum|gums|swelling|pain|crown|filling|jaw|mouth|stitches|smile|wound|numbness|ache|toothache|molar|"
    "bite|bleeding|soreness|implant"
    "|bridge|denture|dentures|braces|infection|abscess|injection|extraction|root_canal|check_up|scan|x_ray|"
    "prescription|recovery|back|knee|shoulder|eyes )"
)
_TREATED: Final = frames(f"""
    ( sorry|sad|hear|hope ) ..4-COMMA ( still|no_longer )? ..1 ( hurts|hurt|sore|tender|aching|aches|swollen|bleeding|
        painful )
    ( get|fit|squeeze|book|see|slot ) YOU ..1 ( in|today|tomorrow|before|soon|this )
    ( in|under|by ) YOUR name
    YOUR !feedback|review|comment|comments|words|concern|concerns|message|question|questions|call|note|points|point|
        remarks|honest|honesty|kind|frank|view|views|thoughts|suggestion|suggestions|frustration|disappointment|anger|
        rights|right|privacy|time|own|opinion|message|patience|email|e_mail|input|interest|stars|rating|complaint|
        experience|wishes|wish|expectations|understanding|letter|enquiry|inquiry|mail|trouble|help
    ( hope|glad|pleased|happy|sorry|wish|hear|relieved|great|good ) ..5-COMMA|wait ( the|YOUR|that|this|both|all|YOU )
        ..2 {_BODY}
    YOU ..2 ( are|were|feel|felt|is ) ..2-NEG ( sore|swollen|in_pain|numb|healing|recovering|on_the_mend|nervous_in|
        in_good_hands )
    ( one_of_our|our|as_a|a|such_a|being_a ) ..1 ( regulars|regular|long_standing|longest|loyal|faithful ) ..2 ( $
        | patients|patient|for|COMMA|here|who|faces )
    ( one_of_our|among_our|of_our ) ..1 ( regulars|patients|oldest|longest )
    ( dentist|doctor|nurse|dr|hygienist|surgeon|anaesthetist|therapist|specialist|clinician ) ..2-will|can (
        explained|told|said|advised|mentioned|warned|discussed|saw|examined|numbed|used|chose|decided|recommended|did
        ) ..1 !us|me
    ( dentist|doctor|nurse|dr|hygienist|surgeon ) ..1 ( explained|discussed|advised|warned|saw|examined|mentioned ) ..6
    ( nobody|no_one|none|not ) ..6 ( YOUR|YOU|that_name|this_name ) ..4 ( list|books|system|register|files|diary|
        patient|name )
    ( nobody|no_one ) ..2 ( with|by|of ) ..2 name
    ( when|while|after|before|since ) YOU ..1 ( were|came|left|had|sat|lay|arrived|woke|visited|saw )
    ( a|the ) {_BODY} ..8 ( settle|settles|heal|heals|normal|expected|take ) ..10 ( explained|told|said|on_the_day|
        you|YOUR )
    YOU ..3-COMMA|feel|felt|wrote|write|found|describe|mention|raise|say ( have_been|have_had|were|was|had|came|left|
        asked|told|paid|sat|got|took|saw|rang|booked|stayed|arrived|missed|chose|called|needed|wanted|waited|received|
        started|stopped|returned|lost|broke ) ..2 !unhappy|upset|disappointed|not_happy|unable|let_down|left_with|
        dissatisfied
    YOU ..2 ( with_us|our_patient|one_of_ours|in_our_books ) ..2
    YOU ..3 ( pop|come|drop|call|step ) ..1 ( back|in|by|again ) ..6
    ( met|meet|meeting|see|seeing|saw ) YOU ..6
    WE ..2 ( did|tried|have_done|gave|offered ) ..6 ( for|to ) ( YOU|YOUR )
    ( see|look_forward_to_seeing|welcome ) YOU ..4 ( next|again|soon|check|appointment|back )
""")
_REPRESENTED: Final = frames("""
    YOU ..1 ( rang|called|phoned|mailed|emailed|visited ) us
    YOU ..2 ( went|moved|switched|left ) ..2 ( with|to|for ) ..2 ( another|other|different|new ) ..1 ( firm|solicitor|
        lawyer )
    ( glad|pleased|happy|relieved|delighted ) ..8 ( sorted|settled|resolved|over_the_line|completed|went_through )
    ( nobody|no_one|none_of_us|never ) ..5 ( acted|act|represented|advised|met|worked|instructed ) ..2 ( for|by|YOU|with
        )
    YOUR ..5-COMMA|review|comment|feedback|manager CASE !hours|manager
    YOU ..8-COMMA|hear|reach|phone CASE
    CASE ..6-COMMA|costs|hours ( YOU|YOUR|yours )
    ( WE ) ..3 ( advised|acted|represented|told_you|won|lost|settled|filed|drafted|fought|argued|warned|billed|
        charged|negotiated|handled|obtained|secured|instructed|appeared|wrote ) ..4
    ( WE ) ..2 ( never|not|have_not|do_not|did_not|nie ) ..2 ( act|acted|represented|represent|advise|advised|met|
        instructed|meet|work|worked|vertreten ) ..3
    NO_RECORD ..3
    ( no|not|never|nobody|none ) ..4 ( client|clients|instructed|mandant|file|case ) ..4
    ( win|won|winning|lose|lost|losing|settle|settled|settling|fight|fought|get|got|achieve|achieved ) ..2 ( this|it|
        that|case|CASE ) ..3 ( YOU|YOUR|together )
    YOU ..3 ( hired|fired|engaged|instructed|retained|ignored|rejected|accepted|signed|dismissed|sued|lost|won|
        withdrew|changed|refused|missed|chose )
    ( THANKS ) ..4 ( trust|trusting|choosing|instructing|hiring|YOUR_business|patience_during|faith_in )
    ( matters|cases|claims|estates|divorces|probate|disputes|settlements|matter|case|divorce ) ..2 ( such_as|like|
        such_as ) ..2 ( YOURS|yours|this|this_one|YOUR )
    ( such_as|like|as ) yours
    ( opponent|opponents|other_side|other_party|judge|court|landlord|your_employer ) ..6 ( was|were|had|did|made|
        refused|offered|delayed|ruled|took|would|kept )
    ( as|being|former|our ) ..1 ( client|clients ) ..2 ( YOU|of_ours|who|COMMA )
    WE ..2 ( called|rang|wrote|phoned|e_mailed|emailed|met|sent|informed|updated|kept|returned|gave|explained|stopped|
        ceased|withdrew|acted|took ) ..2-note|steps|part ( YOU|acting|YOUR|on_your|instructions|work_on )
    ( won|win|lost|lose|winnable ) ..2 ( that|this|it ) ..1 ( one|case|$ | COMMA )
    WE ..2 ( worked|fought|spent|tried|laboured|argued ) ..4 ( it|this|two|three|years|months|weeks|hours|hard )
    YOU ..2 have ( been|had|won|lost|got ) ..3
    ( told|warned|advised ) YOU ..6
    YOUR !feedback|review|comment|comments|words|concern|concerns|message|question|questions|call|note|points|point|
        remarks|honest|honesty|kind|frank|view|views|thoughts|suggestion|suggestions|frustration|disappointment|anger|
        rights|right|privacy|time|own|opinion|patience|email|e_mail|input|interest|stars|rating|complaint|experience|
        wishes|wish|expectations|understanding|letter|enquiry|inquiry|mail|trouble|help
    ( retainer|money_on_account|legal_aid|funding ) ..1 ( ran|run|was|had|has|ended|dried )
    YOUR ..1 ( instructions|retainer|account|charges|case_handler|adviser|meeting|paperwork|documents|evidence )
    YOU ..2 ( decided|chose|wanted|preferred|asked|stopped|knew|agreed|turned_down|declined|delayed|sent|
        failed_to_send|approved|left|moved|switched ) ..10
    ( the|that|a ) ..1 ( hearing|trial|sale|completion|settlement|verdict|judgment|judgement|opponent|other_side|
        purchase|appeal ) ..1 ( was|were|had|did|went|took|fell|has|came|got|would )
    ( former|past|other|our ) ..1 ( client|clients ) ..1 ( like|such_as ) ..1 ( YOU|yours )
    YOUR ..1 ( case|matter|divorce|claim|file|purchase|sale|estate|fees|invoice|bill|solicitor|hearing|trial|lease|
        will|settlement|papers|opponent )
    ( pleasure|joy|honour|honor|privilege|proud|glad|happy ) ..3 ( to )? ..1 ( represent|act|help|serve|win|assist|
        stand|fight|work ) ..2 ( YOU|with_you|for_you|beside_you )
""")
_ACCOUNTED: Final = frames("""
    WE ..3 not ..1 take YOU on
    WE ..2 ( passed|approved|cleared|checked ) YOUR ..1 ( id|papers|documents|photo|passport )
    YOU ..2 not ( meet|qualify|fulfil|pass|satisfy )
    ( payment|transfer|money|savings|funds ) ..3 ( is|was|were|has|are|sits|sitting ) ..4 ( with_our|moved|compliance|
        returned|held|put_back|on_hold|fraud|stuck )
    WE ..2 ( put|moved|sent|paid|released ) ..2 ( money|funds|payment|amount|savings ) ..1 ( back|to|into|out|on )
    WE ..2 ( turned_down|turned|declined|rejected|refused|closed ) ..2 ( loan|application|it|request|card|mortgage )
    YOUR ..4-COMMA|review|comment|feedback|message|patience ACCOUNT ..4 ( is|was|has|have|are|were|will|failed|shows|
        got|had|did|not|remains|stands|been|stays|went|bounced|expired|could|can|needs|cannot|exceeds|under|on|
        because|due|declined|closed|approved|rejected|frozen|blocked|ist|wurde|wird|esta|fue|ha )
    YOUR ..4-COMMA|review|comment ACCOUNT ..8-COMMA ( frozen|blocked|locked|suspended|rejected|declined|approved|
        overdrawn|flagged|closed|restricted|pending|hold|failed|overdue|expired|arrears|gesperrt|abgelehnt|bloquead*|
        rechazad* )
    ( because|since|as|while|after|until|when|that|of|from|in|on|behind|against ) ..2 YOUR ..2 ACCOUNT ..4
    YOUR ..1 ACCOUNT ..6
    YOU ..4-COMMA ( late|behind|overdrawn|in_arrears|in_debt|blacklisted|flagged|listed|verified|unverified|declined|
        rejected|approved|not_eligible|eligible|bankrupt|insolvent )
    ( names|name|papers|documents|photo|address|signature|data|details|income|score ) ..3 ( YOU|YOUR ) ..4 ( match|
        differ|failed|expired|missing|rejected|refused|too_low|not|blurred|gave|sent|uploaded )
    ( YOUR ..2 ( papers|documents|photo|signature|income|score|history|instalment|instalments|papers|bank|employer|
        name ) ) ..5 ( match|differ|differs|failed|fail|expired|missing|rejected|refused|low|not|turned|declined|is|
        was|were|has )
    ACCOUNT ..3-ANYONE ( in|under|with|on|to|of ) YOUR ..1 ( name|card|account|profile|behalf )
    ( report|flag|alert|complaint|freeze|block|hold|check|investigation|mark|lien ) ..3 ( about|on|against|concerning
        ) ( YOU|YOUR )
    YOU ..4-COMMA ( owe|owed|defaulted|missed|overdrew|applied|transferred|withdrew|deposited|failed|exceeded|
        borrowed|passed|did_not_pass|have_not_paid|were_declined|were_rejected|are_overdrawn|have_been_flagged|
        have_an_outstanding|repaid ) ..6
    YOU ..3 ( have|had|hold|opened|closed|took ) ..4 ( ACCOUNT|overdue|outstanding|unpaid|negative ) ..2 !question|
        questions|concerns
    ( your_kyc|your_loan|your_account_is|your_account_was|your_card_was )
    WE ..3 ( froze|frozen|blocked|locked|closed|rejected|declined|approved|flagged|suspended|restricted|refused|
        paused|limited|cancelled|verified|checked|reviewed ) ..3 YOUR ..2 ( ACCOUNT )
""")

_ITS: Final = "( YOUR|the|this|that|it|they )"
_STATUS: Final = (
    "( passed|approved|rejected|declined|failed|negative|positive|complete|completed|pending|blocked|frozen|unfrozen|"
    "stopped|held|on_hold|under_review"
    "|reversed|returned|released|lifted|cleared|refused|cancelled|canceled|settled|received|lowered|raised|verified|"
    "bounced|overdue|late|incomplete"
    "|expired|accepted|restored|reopened|unlocked|gone_through|not_gone|come_back|went_through|gone_out|went_out|"
    "set_up|arrived|being_looked|not_match|short|below|above|in_arrears )"
)
_STATE: Final = frames(f"""
    YOU ( were|are|got|have_been ) ..1-not ( closed|closed_down|frozen|shut_down|suspended|restricted|offboarded )
    ( fraud|risk|compliance|screening|monitoring ) ..1 ( team|people|department|desk|checks|check|officers|unit|
        colleagues ) ..2-NEG ( flagged|stopped|held|spotted|froze|caught|noticed|questioned ) ..1 ( some|the|a|YOUR|
        several|certain|unusual|two|NUM ) ..2 ( payment|payments|transfer|transfers|transaction|transactions|deposit|
        deposits|withdrawal|withdrawals|activity )
    {_ITS} ..1 ( check|verification|transfer|payment|payout|application|limit|selfie|passport|document|documents|
        photo|loan|card|account|kyc|deposit|refund|wallet|money|funds|instalment|salary|balance|mortgage|direct_debit|
        claim|request ) ..6-COMMA|if|when|can|could|may|ANYONE|usually|always|only|once {_STATUS}
    ( selfie|passport|document|documents|photo|papers|id|picture|details|transfer|payment|deposit|withdrawal|statement
        ) ( that )? YOU ..2 ( uploaded|sent|gave|submitted|provided|made|took|entered|scanned )
    ^ ..6 ( it|this|that ) ( was|is|has_been|has ) ..1 ( now|been|just )? ..1 ( passed|approved|rejected|declined|
        lifted|cleared|unblocked|unfrozen|verified|released ) ..6
    ( money|funds|transfer|payment|sum|amount|salary|refund ) ( that )? YOU ..1 ( miss|are_missing|sent|paid|wait_for|
        are_waiting|asked|made ) ..4
    ( on|from|at ) YOUR ( side|end|part ) ..2
    ( free|able|cleared|good ) to ..1 ( spend|trade|transfer|withdraw|borrow|use_it|pay|invest ) ..1 ( again|now|$ )
    ( on|in|to|from|with|against|under ) YOUR ..1 ( profile|bank|file|record|history|id|identity|address|salary|
        employer ) ..4
    ( the|YOUR ) ..1 ( amount|money|sum|funds|block|hold|refund|payment ) ..3-can|may|if|usually ( will|has|is|was|
        on_your_card ) ..4 ( bank|account|card|YOU|taken_off|lifted|removed|tuesday|returned|sent|on_its_way )
    YOU ..3 ( used_up|reached|exceeded|hit|typed|entered|are_behind|fell_behind|behind_with ) ..6
    YOU ..3-if|anyone ( qualify|qualified|eligible|overdrew|overspent|owe|defaulted|failed|missed|are_behind|
        passed_the|uploaded|are_blocked|are_verified )
    ( we|i ) ..2 ( unfroze|unfrozen|unlocked|unblocked|released|lifted|restored|lowered|raised|reduced|increased|
        sent_back|stopped|reported ) ..2 ( YOU|YOUR|the )
    ( payout|payment|transfer|refund|money|funds|loan ) ..1 ( to|for ) YOU ..4
""")


# The state as a reason for what was done: whose it is need not be said.
_ARREARS: Final = (
    "( overdraft|arrears|overdue|unpaid|defaults|default|debt|debts|chargeback|chargebacks | ( missed|late|failed|"
    "returned|bounced|outstanding|skipped|declined|rejected|negative ) ..1 ( payment|payments|instalment|instalments|"
    "repayment|repayments|check|checks|balance|sum|amount|direct_debit|debit|debits|verification|transfer|transfers ) "
    "!system|systems|service|provider|page|run|screen|on_our|of_ours|rules|fee|fees )"
)
_DUE_TO: Final = (
    "( given|because_of|with|after|due_to|following|owing_to|on_account_of|in_view_of|in_light_of|in_the_light_of|"
    "considering|as_a_result_of|on_the_strength_of|on_the_basis_of|seeing )"
)
_REASONED: Final = frames(f"""
    {_DUE_TO} ..1 ( the|these|those|this|that|such|so_many|several|repeated|two|three|four|five|NUM ) ..3-COMMA
        {_ARREARS}
    {_DUE_TO} ..3-COMMA {_ARREARS} ..6-END ( we_had|we_could|we_did|we_were|had_to|no_choice|
        little_else|no_other|followed )
    ^ ..1 ( the|these|those|this|such|so_many ) ..2 {_ARREARS} ..3 ( left|forced|made|meant|gave|led|obliged|
        required|caused|explain|explains|is_why|are_why|is_the_reason )
""")


def _on_sentences(
    case: Case, law: Law, wanted: tuple[Frame, ...], why: str, spare: tuple[Frame, ...] = _GENERAL
) -> Iterator[Finding]:
    for span in case.found(wanted, spare=spare):
        yield law.block_sentence(case, *span, why)
        return


def patient(case: Case) -> Iterator[Finding]:
    """G10: that the author or their kin is or is no patient, came, or was treated."""
    if case.business.profile is Profile.HEALTHCARE:
        yield from _on_sentences(
            case, G10, (*_CARED, *_TREATED), "confirms or denies that somebody is a patient, or tells of care"
        )


def client(case: Case) -> Iterator[Finding]:
    """G11: whether or how the author was represented."""
    if case.business.profile is Profile.LEGAL:
        yield from _on_sentences(case, G11, _REPRESENTED, "tells whether or how somebody was represented")


def account(case: Case) -> Iterator[Finding]:
    """G12: the state of the author's account, card, loan or check."""
    if case.business.profile is Profile.FINANCE:
        yield from _on_sentences(
            case,
            G12,
            (*_ACCOUNTED, *_STATE, *_REASONED),
            "tells the state of somebody's account, card, loan or check",
            (*_GENERAL, *_FEELING),
        )


RULES: Final = (patient, client, account)
