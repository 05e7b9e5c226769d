"""Guesses: a reply does not say, or hint at, who the author might be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G14: Final = Law("G14", "Tripadvisor: no guessing who the author is")

_GUESSED: Final = frames("""
    ^ ..3-COMMA ( is|are|ist|es ) ( this|YOU ) ..1 ( from|the|our|mr|mrs|ms ) ..3 ( GENTLEMAN|from )
    ^ is this !about|related|something|what|how|possible|on|still|because|in|with|happening|when|the|a|an|your|for|at|
        only|why|where|to|not|still|it|one|our|all|any
    ( could|might|may|can ) ..1 ( it|this ) be ..1 ( that )? ..1 YOU ..3 ( GENTLEMAN|the|from|who|are )
    ( could|might|may|are|were|would ) ..1 YOU ..1 ( be|not )? ..1 ( the|our|that|a|one ) ..2 ( former|old|ex )? ..1
        GENTLEMAN ..2 ( from|who|that|at|in|we|with|of|$ )
    ( GUESS ) ..6-not|kind|kindly|how|what|YOUR|it|fondly|need|hope|would ( YOU ) ..2 ( are|were|must_be|may_be|
        might_be|is|be|could_be ) ( the|our|a|an|from|former|one|mr|mrs|ms|ein|eine|der|die|un|una|el|ex ) ..2
        GENTLEMAN
    ( GUESS|know ) ..4-NEG|nicht|no ( who|which_of|which_guest|which_customer|which_person ) ..1 ( YOU ..1 ( are|were
        ) | wrote|posted|this_is|it_is|this_was|it_was|left_this|of_you|complained )
    ( GUESS|know ) ..4-NEG|nicht|no ( wer|quien|welcher ) ..4 ( YOU|this|it|GENTLEMAN )
    ( idea|hunch|guess|feeling|clue|suspicion|inkling ) ..4 ( who|which|whose|that_you ) ..8
    ( recognis*|recogniz*|recognise|recognize|recognised|recognized|erkennen|reconocemos ) ..4 ( YOU|YOUR|author|
        this_person|handwriting|style|wieder )
    WE ..2 ( remember|recall|erinnern|recordamos ) ..1 ( YOU|sie|le ) ..2 ( well|from|as|very|sitting|at|on|the|,|$|
        clearly|,_you|and|, )
    WE ..1 ( remember|recall ) YOU !r|visit|stay|order
    YOU ( must|are|were|can_only|could_only|have_to|sind|es ) ( be )? ( clearly|surely|obviously|no_doubt|sicher|
        probably )? ( the|our|that|a_former|an_ex|former|der|die|el|la ) ..2 GENTLEMAN ..2 ( from|who|that|at|in|we|
        with|of|on|$ )
    ( from|by|judging|given|reading|seeing ) ..8 ( gather|guess|conclude|infer|assume|see|deduce|tell|take ) ..3 YOU
        ..2 ( are|were ) ..1 ( the|a|our|one )
    WE ..2-NEG ( know|knew ) ..2-NEG who ..2 ( YOU|wrote|posted|behind|this_is|it_is|this_was|that_is|that_was )
    ( not|hard|difficult ) ..2 ( to )? ( guess|tell|work_out|see|figure ) ..2 who ..4
    ( you_are|that_is|this_is|it_is|you_must_be ) ..1 ( mr|mrs|ms|miss|dr ) ..2
    ( are|aren't|is|were ) ..1 YOU ..1 ( mr|mrs|ms|miss|dr|perhaps ) ..2 ( from|who|the|mr|mrs )
    ( hello|hi|greetings|welcome ) ..1 again ..2 ( mr|mrs|ms|dr|to_our_former )
    ( same|very ) ( person|guest|customer|author|gentleman|lady|man|woman ) ..2 ( who|that|as ) ..6
    ( behind|under ) ..2 ( nickname|name|profile|account|pseudonym|alias ) ..6 ( is|hides|stands|sits|we ) ..3
""")
_MORE_GUESSES: Final = frames("""
    ( style|words|handwriting|tone|spelling|time|hour|date|photo|details|way|writing|wording|story|nickname|picture )
        ..6-COMMA ( tells|tell|gives|give|betrays|betray|reveals|reveal|shows|point|points|leaves|says ) ..6 ( who|
        YOU|away|identity|which_guest|which_customer )
    ( this|it ) ( must|can_only|could_only|has_to ) be !for|to|hard|frustrating|a|an|so|very|the_worst|difficult|
        annoying|because|due|an_error|fixed|about|disappointing|better|said|our|seen
    ( written|posted|review|this_is|it_was|sent|comes|came ) ..2 ( by|from ) ..2 ( our|a|the|one_of ) ..1 ( former|ex|
        old|last )? ..1 ( cook|chef|employee|colleague|waiter|tenant|guest_from|customer_from|lady|gentleman|man|
        woman|couple|neighbour|neighbor|student|driver|cleaner|manager|boyfriend|girlfriend|wife|husband|family|
        person_who )
    ( only|just ) ( one|a_single ) ..1 ( guest|customer|person|client|patient|order|couple|family|user|room|table|
        woman|man ) ..8 ( so|therefore|that_day|that_night|that_evening|you|complained|and )
    ( easy|simple|possible|not_hard|not_difficult ) ..2 to ..2 ( guess|tell|see|work_out|find_out|know|identify ) ..2
        ( who|which )
    ( you_are|you_were|you_must_be|are_you|were_you|that_was_you|it_was_you|this_is_you|so_you_are ) ..1 ( the_one|
        one_of_the_two|the_two|the_same ) ..6
""")

_ONE_OF_US: Final = (
    "( lady|gentleman|couple|guest|customer|family|man|woman|tester|neighbour|neighbor|party|group|student|tenant|"
    "mother|father"
    "|girl|boy|chap|guy|client|passenger|diner|gentlemen|ladies|tourist|trainee|inspector|critic|blogger|one|"
    "ex_employee|former_employee )"
)
_DID: Final = (
    "( drove|worked|work|ran|run|rented|rent|met|spoke|talked|chatted|sat|parked|came_with|used_to|left_us|lost_to|"
    "applied|wore|danced"
    "|rang|argued|shouted|live_next|live_across|live_in|live_opposite|own|owned|taught|trained|quit|resigned|"
    "complained_last )"
)
_KNOWN: Final = (
    "( GUESS|know|knew|mistaken|memory|take_it|fancy|dare_say|imagine|gives_it_away|recognise|recognize|recognised|"
    "recognized|clear|obvious"
    "|judging|sounds|surely|perhaps|gather )"
)
_RECOGNIZED: Final = (
    *together("..5-NEG|how|COMMA|sorry|hope", _KNOWN, f"( YOU|we|i ) ..2-NEG|would|will {_DID}"),
    *frames(f"""
    ( this|that|it|review|story|YOU|which|note ) ..1 ( sounds|sound|looks|look|reads|seems|smells|feels ) ..2 like ..2
        {_ONE_OF_US} ..2 ( who|from|that|we|with|in|at|COMMA|$ )
    {_KNOWN} ..4-NEG|how ( this|it|that ) ..1 ( is|was|comes|came|must_be ) ..1 ( from|by ) ..2 {_ONE_OF_US}
    ( are|were|would|could|might ) YOU ..5-COMMA the ..2 {_ONE_OF_US} ..3 ( who|from|that|we|with|in|at|of )
    ( YOU|yours|yours_must ) ..2 ( must|was|were|will ) ..2 ( have_been|be ) ..2 ( the|that|our ) ..2 {_ONE_OF_US}
"""),
    *frames("""
    ( is|was|were ) ( that|this|it ) YOU !who|that|we|mean
    ( it|that|this ) ( was|is|must_be|must_have_been|could_be|might_be ) YOU !who|that|who_had|mean|guys
    ( know|guess|tell|think|see|remember|recall ) ..2-NEG ( exactly )? ( which|what|whose ) ..2 ( table|party|group|
        guest|customer|review|desk|car|family|couple ) ..5 ( YOU|this )
    ( know|knew|saw|realised|realized|guessed|recognised|recognized|clear|clear_to_us ) ..4-NEG ( at_once|immediately|
        straight_away|right_away|instantly|exactly|of_course )? ..3-NEG ( who|whose ) ..2 ( YOU|this|review|wrote|
        posted ) ..3
    ( work|worked|figure|figured|puzzle|find|found ) ..1 out ..2 ( who|whose ) ..3 ( YOU|wrote|this|review|it )
    ( not|no|hardly|without ) ..3 ( detective|sherlock|genius|guesswork|hard|difficult|rocket ) ..6 ( who|whose )
    ( gives_it_away|gives_you_away|gave_you_away|gave_it_away|rather_gives|gives_away_who|giveaway|dead_giveaway )
    YOUR ( face|name|voice|table|car|coat|dog|hat ) ..3 ( came|comes|springs|sprang|sticks|stuck|rings|rang ) ..3 (
        mind|back|bell|memory )
    ( waiter|waitress|receptionist|team|colleague|driver|staff|manager|STAFF|barman ) ..2 ( recognised|recognized|
        recognises|remembers|remembered|knew|identified|placed ) ..1 ( YOU|YOUR|the_guest|who )
    ( if ) ..3 ( not_mistaken|memory_serves|remember_rightly|remember_correctly|recall_rightly|not_wrong ) ..8 ( YOU|
        we_met|we_spoke|yours )
    YOU|yours ..10 ( if ) ..3 ( not_mistaken|memory_serves|remember_rightly|remember_correctly|not_wrong|am_right )
    ( GUESS|know|certain|sure|remember|recall|mistaken ) ..4-NEG|hope ( we|i ) ..1 ( had|shared|exchanged ) ..3 (
        chat|talk|conversation|word|words|drink|call|laugh|discussion )
    ( did|were|are|was|had ) YOU ..4-able ( sit|sitting|wear|wearing|come_with|arrive_with|staying_in|work|working|
        travel|travelling|carry|drive|driving|marry|dine|celebrate ) ..8 ?
    ( are|were ) YOU ( not )? ( our|the|that|one_of|a_former|an_old|perhaps|perchance|maybe ) ..2 ( apprentice|
        trainee|student|guest|employee|neighbour|neighbor|tenant|lady|man|couple|gentleman|woman|customer|cook|driver|
        waiter|group|party|family|person|one )
    YOU ..3-NEG ( came|sat|wore|were|live|stayed|brought|had|drove|parked|left|arrived|are ) ..8 COMMA ( did|were|are|
        have|had|do ) ( not ) you ?
    WE ..3-NEG|like|love|want ( know|remember|recall|tell|guess|sure ) ..2-NEG ( exactly|precisely|very_well )? (
        which|what|whose|who ) ..1 ( evening|night|day|visit|order|booking|table|stay|party|guest|sat|stayed|
        complained ) ..2 ( this|it|YOU|that|was|there )
    ( it|this|that|review ) ..1 ( has_to|must|can_only|could_only|will|would|is_bound_to ) ..1 be ..2 ( lady|
        gentleman|couple|guest|family|man|woman|party|group|tenant|neighbour|chap|guy|girl|boy|employee|colleague|
        trainee|apprentice )
    ( you_and_i|you_and_me|we_two|two_of_us ) ..2 ( spoke|met|talked|know|had|argued|go_back )
    YOU ..2 ( not|never ) ..1 ( forgiven|forgotten ) us ..4
    ( right_in_thinking|correct_in_thinking|think|believe|guess|suspect|assume ) ..2 YOU ..1 ( were|are ) ..1 ( here|
        with_us|in_town|over|at_ours ) ..1 ( for|on|with|because ) ..4
    ( no|never ) ..1 ( mistaking|doubt_who|question_who|hiding ) ..3
    ( another|other|false|different|new ) ( name|nickname|alias ) ..2 ( $ | COMMA|or|and|does )
    ( sound|sounds|look|looks|read|reads|write|writes ) ..2 like ..1 ( a|the|one|our ) ..1 ( certain|particular|
        former|old|well_known ) ..2
    ( know|knew ) ..3-NEG ( YOU ) ..1 ( from|personally|well|of_old|very_well|better_than )
    ( anybody|anyone|everyone|everybody|all_of_us|nobody ) ..6 ( knew|knows|doubt|guess|tell ) ..4 ( whose|who_wrote|
        who_this|who_you|who_it )
    ( WE|team ) ..2-NEG ( remember|recall ) ..1 ( YOU|YOUR ) ..4 ( coat|dog|table|hat|party|suit|dress|face|car|
        birthday|group )
    ( you_used_to|you_once|you_ran|you_still ) ..1 ( work|works|cook|drive|clean|rent|run|worked|live|lived ) ..4 (
        us|our|here|next_door|for_us|kitchen )
"""),
)
_NOT_GUESSED: Final = frames("""
    ( not|never ) ..2 ( know|sure|tell|certain ) ..10
    ( please|kindly|pls ) ..1 remember ..8
    ( like|love|want|wish|happy|hear|learn ) ..3 ( know|hear|learn ) ..6
    ( believe|sure|know|understand|think ) ( that )? ..1 YOU ( will|would|had|have|wanted|expected|deserve|found|
        enjoyed|may|can|felt )
    ( someone|anyone|somebody|colleague|manager ) who
""")


def guess(case: Case) -> Iterator[Finding]:
    """G14: a guess at who the author is, or a claim to know it."""
    for span in case.found(_GUESSED, _MORE_GUESSES, _RECOGNIZED, spare=_NOT_GUESSED):
        yield G14.block_sentence(case, *span, "guesses who wrote the review")
        return


RULES: Final = (guess,)
