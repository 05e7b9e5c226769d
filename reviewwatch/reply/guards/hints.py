"""The rules on pressure and honesty, said between the lines.

The other modules hear what is said; here stand the turns of phrase that mean it without naming it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.guards.accusations import G08
from reviewwatch.reply.guards.asking import G15, G16
from reviewwatch.reply.guards.asks import G03, G04
from reviewwatch.reply.guards.frames import Frame, frames
from reviewwatch.reply.guards.gags import G07
from reviewwatch.reply.guards.guesses import G14
from reviewwatch.reply.guards.lawsuits import G05
from reviewwatch.reply.guards.offers import G02
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.threats import G06
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.types import Finding


@dataclass(frozen=True, slots=True)
class Hint:
    """Turns of phrase that break a rule.

    Attributes:
        ban: What a place must forbid for it to block; None where it blocks everywhere.
    """

    law: Law
    why: str
    frames: tuple[Frame, ...]
    ban: Ban | None = None


_HINTS: Final = (
    Hint(
        G02,
        "offers a gift, a service or money in public, which invites more claims",
        frames("""
    WE ..3-NEG ( put|set|keep|kept|laid|reserved|booked ) ..6-COMMA ( aside|by|apart ) ..1 for YOU
    ( expect|await|look_out_for ) ..2 ( a|an|some|our ) ..2 ( parcel|surprise|envelope|gift|something|package|treat|
        voucher )
    ( take|knock|cut|strike ) ..4 ( pounds|euros|dollars|percent|NUM|half|third ) ..2 off ..2 YOUR
    ( have|take|keep|enjoy ) ..4-COMMA on us
    WE ( will|can|shall|have|would|happily|gladly )? ( waive|waived|drop|dropped|forgive|cancel|cancelled ) ..4-COMMA
        ( fee|charge|bill|cost|costs|deposit|price|invoice ) ..2 ( for|YOU|$ )
    WE owe YOU ..2 ( dinner|drink|night|meal|lunch|breakfast|coffee|refund|pint|wine|voucher )
    ( be|come_back_as|return_as|dine_as|stay_as ) OUR guest ..1 ( for|at|next|$ )
    YOU ..3 ( drink|eat|stay|dine|sleep|ride|park ) ..3 ( for_free|free|on_us|for_nothing|at_our_expense )
"""),
        Ban.OFFERS,
    ),
    Hint(
        G03,
        "hints at a better rating",
        frames("""
    ( hate|sad|shame|pity|sorry ) ..4 to ..3 ( remembered|known|judged|seen ) ..3 STAR
    ( any|a|some ) ( way|hope|chance ) ..3 ( turn|make|lift|bring|change|get|see|to ) ..4 ( five|5|four|more|higher|
        better )
    ( ratings|reviews|stars|scores ) like yours ..8
    ( YOUR ) ..1 ( vote|voice|rating|score|stars|star ) ..2 ( counts|matters|hurts|weighs|decides|drags|pulls|costs )
        ..6
    ( STAR ) ..2 short of ..6
    ( read|see|find|know|learn ) ..2 ( that|it|this ) in ..1 ( the|YOUR ) ( STAR|rating|score )
    ( takes|take|needs|costs ) ..4 to ..1 ( CHANGE|correct|fix ) ..3 ( rating|review|score|stars )
    ( let|may ) YOUR ( rating|stars|score|review ) ..6
    ( follow|match|mirror|catch_up ) ..4 ( rating|stars|score )
    ( rating|stars|score|review ) ..3 ( follow|follows|catch_up|catches_up|keep_pace|reflect ) ..4 ( facts|change|
        truth|reality|that|now )
"""),
        Ban.RATING_ASKS,
    ),
    Hint(
        G04,
        "asks to remove the review",
        frames("""
    WE ..2 ( rather|prefer|feel|sleep|like|love ) ..4-COMMA|pointing|mentioning|saying ( it|this|that|REVIEW
        ) ..2-checked|right|straight|sorted|resolved|fixed|looked|solved|put|addressed|passed (
        not_see|not_there|not_here|were_not|was_not|gone|away|off ) ..4
    ( make|making ) ( this|it|that|the_review|the_post ) ( go_away|disappear|vanish ) ..2
    ( review|post|comment ) ..3 ( no_longer|not ) ( needed|necessary|relevant|appropriate|valid|required|serves ) ..4
    ( review|post|comment ) ..1 ( can|may|should|could|must|ought_to ) ..1 ( go|leave|rest|come_off|be_closed ) ..2 (
        $ | now|COMMA|too )
    ( possible|way|chance|kind|able|good ) ..3 to ..1 ( withdraw|retract|remove|delete|erase|hide|unpost|take_back )
        ..2 ( what_you|REVIEW|this_review | YOUR ..1 ( REVIEW|REVIEWISH ) )
    ( clear|clean|free|rid ) ..2 ( the|our|this ) ( page|site|profile|listing ) of ..3
    ( take|took|taking ) ( back|it_back ) ( what_you|YOUR|the|this ) ..3
"""),
    ),
    Hint(
        G05,
        "hints at legal steps",
        frames("""
    ( law|laws ) ..4-consumer ( against|protect|protects|forbids|punishes|is_on_our|allows_us|gives_us|knows|calls|
        names ) ..6
    ( court|courts|judge|judges|law|lawyers ) ..1 ( decide|decides|rule|settle|sort|have_the_last|look_at|see|speak|
        take_care ) ..5
    ( a|the|our|your ) ( claim|case|lawsuit|suit|complaint|file|letter ) ..1 ( is|has|will|was ) ..1 ( being|been|be
        )? ..1 ( prepared|filed|drafted|opened|lodged|brought|with_our )
    ( documented|saved|recorded|kept|archived|printed|screenshot|noted ) ..6 ( proceedings|court|lawyers|evidence|
        trial|authorities|police )
    ( get|find|hire|call|need|want ) ..2 ( a|YOUR|yourself_a ) ..1 ( good )? ..1 lawyer ..2
    ( forced|obliged|left|compelled|have_no_choice|no_option ) ..3 ( take|act|sue|file|report|proceed ) ..2 ( steps|
        action|further|legally|court|$ )
    ( consider|take|regard|treat ) ..2 ( on_notice|as_notice|a_warning|served|formal_notice|as_a_warning|warned )
    ( libel|slander|defamation ) ..1 ( is|costs|has|can ) ..3
    # What we guard, what must be proven, and who advises us.
    ( know|knows|able|ready|prepared|entitled|willing|intend|will|shall|means|right ) ..1-NEG|COMMA ( how )?
        ..1-NEG|COMMA ( protect|defend|guard|safeguard|preserve|clear ) ..1 OUR ..2 ( name|
        reputation|honour|honor ) !by|with|through
    ( public|such|statements|claims|accusations|allegations|assertions|whoever|anyone|accuses ) ..8 ( proof|evidence|
        proven|proved|prove|substantiated|provable ) !of_purchase ...12 ( protect|defend|guard|safeguard|preserve ) ..1
        OUR ..2 ( name|reputation|honour|honor )
    ( passed|handed|given|sent|forwarded|shown|shared|turned|is_now|lies|are_now|is|are ) ..6-COMMA|sorry ( to|with|
        before|by|over_to ) ..1 ( the|some )? ( people|those|persons|somebody|someone|ones ) ( who|that )? (
        advise|advises|act|acts|represent|represents|speak|speaks ) ..1 ( us|for_us ) !on|about|how
"""),
    ),
    Hint(
        G06,
        "threatens the reviewer, or can be read so",
        frames("""
    ( town|village|world|city|island|community|trade|market ) ..1 ( is|this|so ) ..1 ( very|so|quite|this|a )? small
        ..2 (
        you_know|after_all|remember | and ..4 ( talk|talks|word|news|names ) )
    ( have|has|got ) ..1 ( long|excellent|perfect ) ( memory|memories ) ( $ | COMMA|and|so|here|for_faces|for_names )
    ( ^ | please|better|advise_you_to|suggest_you|tell_you_to|you_should|just|kindly ) ..1 ( stay_away|keep_away|
        keep_clear|
        steer_clear|avoid_us|avoid_our_place ) ..1 ( $ | COMMA|from_us|from_our|from_now|in_future )
    ( wonder|curious|interesting|ask_ourselves ) ..2 ( what|how|whether|if ) ..1 YOUR ..1 ( clients|boss|employer|
        patients|followers|neighbours|wife|husband|colleagues|students|friends|landlord|parents|customers|school ) ..6
    ( shame|pity|sad|unfortunate ) ..3 if ( something|anything|word|someone|somebody|YOUR ) ..6 ( happened|happen|
        happens|lost|got|went_wrong|heard|found_out|learned )
    YOU ..2 ( made|have_made|make|have ) ..1 an enemy ..2
    WE ..2 ( keep|have|hold|made ) ..1 ( a|our ) ( list|file|register|blacklist|book ) ..1 ( of|on|about ) ..2 (
        troublemakers|
        you|complainers|those_who | ( people|guests|customers ) ( who|like ) )
    ( YOUR ) ..1 ( manager|boss|landlord|employer|headmaster|wife|husband|bank|doctor ) ..1 ( and|is|plays|eats|
        drinks|comes ) ..1 ( i|we|a_friend|our|golf|here|with_us ) ..4
    ( make|making ) sure ..3 ( every|all|everyone|everybody|the_whole|no|nobody ) ..8 ( your_name|about_you|
        who_you_are|what_you_did )
    ( we|i|everyone|everybody|staff|driver|drivers|others ) ..1-NEG ( know|knows ) YOUR ( name|face|car|address|street|
        plate|
        boss|employer ) ..1
    ( wise|wiser|sensible|prudent|advisable|smart|clever|better|interest|want_to|should|advise|suggest|might|best|
        recommend|carefully|hard|twice ) ..6-thank|glad|grateful ( before|whether|not|reconsider ) ..5-NEG|COMMA (
        leave|leaving|keep|keeping|let|letting ) ..1 ( this|it|that|these|REVIEW ) ..1 ( up|online|standing|
        posted|public ) !so|and|to|with|for_others
    ( ^ | please|just|then|so|COMMA ) ..1-if|YOU|who do not come ( back|again|here|near ) ..2 ( $ | COMMA|ever|to )
    ( not|never ) ..1 ( want|wish|need ) ..1 ( to )? ..1 ( see|have|serve|host ) YOU ..2 ( again|here|back|any_more|
        anymore )
"""),
    ),
    Hint(
        G07,
        "says that a contract forbids or punishes reviewing",
        frames("""
    ( promise|promised|promises|agree|agreed|agrees|sign|signed|signs|undertake|undertook|accept|accepted|pledge|
        pledged ) ..5 ( nothing_bad|say_nothing|no_bad|no_negative|only_good|only_positive|not_to_speak|silence|
        keep_quiet|stay_silent|praise_only|in_private|with_us_alone|with_us_first|with_us_only ) ..4
    ( small_print|fine_print|clause|lease|contract|agreement|terms|conditions|rules|policy|waiver ) ..8 ( on|about|
        against|for|allow|allows|permit|permits|need|needs|require|requires ) ..1 ( reviews|review|praise|bad_press|
        comments|criticism|approval|opinions|posts ) ..4
    ( comments|reviews|posts|opinions|criticism ) ..2 ( need|needs|require|requires|must_have ) ..1 ( our|prior|
        written ) ..2 ( approval|consent|permission|agreement|blessing )
    ( guests|customers|users|members|tenants|anyone|those|whoever ) ..1 ( who )? ( review|criticise|criticize|
        complain|post|slate|slam|badmouth|rate ) ..4 ( lose|loses|forfeit|pay|pays|owe|are_charged|get_charged|face|
        end|leave )
    ( contract|membership|lease|licence|warranty|account|agreement|subscription ) ..1 ( ends|end|ended|lapses|is_void|
        becomes_void|is_over|stops|expires ) ..3 ( when|if|once|should|after ) ..6 ( criticise|criticize|review|
        complain|post|public|publicly|comment|rate )
    ( penalty|fine|fee|charge ) ..2 ( for|on ) ..2 ( bad|negative|poor|harsh ) ..1 ( press|publicity|reviews|comments|
        words|ratings|feedback )
"""),
    ),
    Hint(
        G08,
        "says that the review or its author is not honest",
        frames("""
    ( and|as|which ) YOU ( know|well_know|know_very_well|know_it|knew ) ( it|this|$ | that !YOUR|the|OUR ) ..1
    ( somebody|someone|who|a_rival|our_competitor|they ) ..2 ( paid|pays|hired|sent|put ) YOU ..4
    YOU ..2 ( are|sound|must_be|seem|look ) ..1 ( a|an|just_a|no ) ( troll|fake|fraud|liar|bot|competitor|rival|
        impostor|con|cheat|scammer|real|phony|plant )
    ( reviews|posts|comments|stories ) like ( this|these|yours|that ) ..2 ( are|is|come|get ) ..1 ( bought|paid|sold|
        written|made|ordered|invented|from ) ..4
    ( stop|quit ) ..1 ( making|inventing|lying|pretending|spreading|telling ) ..4
    YOU ..2 ( tried|try|wanted|want|hoped|hope|attempted|meant|just_want|only_want|like ) to ..1 ( hurt|harm|damage|
        ruin|smear|blackmail|cheat|con|scam|destroy|get_a_free|eat_for_free|get_money|squeeze ) ..3
    YOU ..3 on purpose ..1
    YOUR ( name|order|booking|stay|visit ) ..3 ( none|no|nowhere|not ) ..2 ( of|in|on ) ..1 our ..4
    ( remember|recall|know_of|saw|had ) no such ..4
    ( because|since|as ) there ( was|is|were ) ( none|no_such|nothing|never ) ..2
    ( who_are_you_really|who_you_really_are|who_are_you|whoever_you_are )
    ( shame|pity|sadly|unfortunately|except|only ) ..4 ( it_is|that_is|is|was ) ..1 ( not_true|untrue|false|fiction|
        invented|made_up )
    ( easy|tempting|convenient|simple ) to ( write|post|invent|tell|spread|type ) ( lies|such|stories|anything|
        nonsense|rubbish|this|that ) ..4
"""),
    ),
    Hint(
        G14,
        "guesses who wrote the review",
        frames("""
    YOU ( sound|seem|look|write|read ) ..1 like ( the|our|that|a_former|one_of|someone_we ) ..3
    WE ..2 ( noticed|see|saw|realised|realized|knew|spotted|gathered|understood ) ..1 ( that )? ( it_was|this_was|
        it_is|this_is ) YOU ..3
    YOUR ( nickname|alias|pseudonym|username|profile|name|disguise|picture ) ..2 ( fools|hides|deceives|gives_you|
        gives_it|gives_away|tricks|tells_us_who|conceals|betrays ) ..4
    ( am_i|are_we|is_it|was_it|were_we ) ( right|correct|wrong|true ) ..2 YOU ..2 ( the|our|who|from|that|a_former|one
        ) ..2
    ( hello|hi|good_evening|greetings|nice_to_hear|welcome_back ) ..1 again ..2 ( mr|mrs|ms|dr|to_our|from )
"""),
    ),
    Hint(
        G15,
        "asks for personal data where everybody can read the answer",
        frames("""
    ( edit|update|complete|extend|add_to|amend ) ..1 ( YOUR|the|this ) ( review|comment|post ) ..3 ( include|with|by|
        add|adding|to|and ) ..4 PII
    ( which|what|whose ) ..2 ( e|e_mail|email|mail|name|number|address|account|phone ) ..8 ? ( answer|reply|tell|
        write|post|share|say|put ) ..3 HERE
"""),
    ),
    Hint(
        G16,
        "asks for a password, a code or card data",
        frames("""
    ( unless|only|if|once|until|when|as_soon_as ) ..3 YOU ( tell|give|send|share|mail|provide|confirm|show|text|
        enter_here ) ..4 ( login|SECRET|banking|code|pin|password )
    ( need|require|want|waiting ) ..2 ( YOUR|the ) ..2 ( banking|login|bank|online ) ( login|password|details|data|
        access|code )
"""),
    ),
)


_WE_CANNOT: Final = frames("""
    WE ..2 ( not|never ) able to ( delete|remove|erase|hide|withdraw|retract ) ..2
""")


def hints(case: Case) -> Iterator[Finding]:
    """G02 to G08 and G14 to G16, said between the lines."""
    for one in _HINTS:
        for span in case.found(one.frames, spare=(*DONE, *_WE_CANNOT)):
            is_grave = one.ban is None or one.ban in case.platform.bans
            make = one.law.block_sentence if is_grave else one.law.warn_sentence
            yield make(case, *span, one.why)
            break


RULES: Final = (hints,)
