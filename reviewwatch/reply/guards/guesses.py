"""Guesses: a reply does not say, or hint at, who the author might be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G14: Final = Law("G14", "Tripadvisor: no guessing who the author is")

_GUESSED: Final = frames("""
    YOU ( will|must|would|could|might ) be the ( KIN|GENTLEMAN|one|ex )
    ( were|are|did ) not YOU ( in|the|on|at|here|sit|work|with|one )
    ( know|recognise|recognize|spot ) ( that|the|YOUR ) ..3 ( anywhere|a_mile_off )
    YOU ..1 ( were|are ) the ( one|ones|lady|man|woman|couple|gentleman ) ( by|at|in|with|from|on|who|near )
    ( money is on | bet_it|bet_this|bet_that )
    ( only|just ) ..2 one ( party|table|family|couple|guest|booking|lady|man )
    YOU ..3-NEG ( new|different|another ) ( name|nickname|alias )
    ( this|it ) ( is|was|comes|came ) ..1 ( from|by ) ..1 ( somebody|someone|the|an ) ..4 ( who|job|ex|former|fired )
    ^ ..2-COMMA ( did|were ) not YOU
    YOU ..2 ( sound|look|read|write ) ..5 like ..2 ( someone|somebody|GENTLEMAN ) ..1 who
    ( recognise|recognize|know ) ..1-NEG ( that|this|the|YOUR ) ( turn_of|style|tone|voice|handwriting|phrase|words )
    ( good|nice|great|lovely ) to hear from you again
    ( happen|chance ) to be ..2 ( GENTLEMAN|one )
    ( sounds|looks|reads|seems ) ..4-NEG like ..2 ( lady|gentleman|couple|guest|family|man|woman|party|group|chap|guy )
        ..1 ( who|from|that|we|with|in|at )
    ( sure|certain|convinced|positive ) ..1 ( we|i ) ..1 ( spoke|met|talked|chatted|argued )
    ( obvious|plain|no_secret|clear ) ..5-NEG ( who|whose ) ..4
    who ..1 WE ( think|believe|suspect ) YOU
    ( the|an ) ex of ..3
    ^ ..3-COMMA ( is|are|ist|es ) ( this|YOU ) ..1 ( from|the|our|mr|mrs|ms ) ..3 ( GENTLEMAN|from )
    ^ is this !about|related|something|what|how|possible|on|still|because|in|with|happening|when|the|a|an|your|for|at|
        only|why|where|to|not|still|it|one|our|all|any
    ( could|might|may|can ) ..1 ( it|this ) be ..1 ( that )? ..1 YOU ..3 ( GENTLEMAN|the|from|who|are )
    ( GUESS ) ..6-not|kind|kindly|how|what|YOUR|it|fondly|need|hope|would ( YOU ) ..2 ( are|were|must_be|may_be|
        might_be|is|be|could_be ) ( the|our|a|an|from|former|one|mr|mrs|ms|ein|eine|der|die|un|una|el|ex ) ..2
        GENTLEMAN
    ( GUESS|know ) ..4-NEG|nicht|no ( who|which_of|which_guest|which_customer|which_person ) ..1 ( YOU ..1 ( are|were
        ) | wrote|posted|this_is|it_is|this_was|it_was|left_this|of_you|complained )
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
""")
_MORE_GUESSES: Final = frames("""
    ( style|words|handwriting|tone|spelling|time|hour|date|photo|details|way|writing|wording|story|nickname|picture )
        ..6-COMMA ( tells|tell|gives|give|betrays|betray|reveals|reveal|shows|point|points|leaves|says ) ..6 ( who|
        YOU|away|identity|which_guest|which_customer )
    ( this|it ) ( must|can_only|could_only|has_to ) be !for|to|hard|frustrating|a|an|so|very|the_worst|difficult|
        annoying|because|due|an_error|fixed|about|disappointing|better|said|our|seen
    ( only|just ) ( one|a_single ) ..1 ( guest|customer|person|client|patient|order|couple|family|user|room|table|
        woman|man ) ..8 ( so|therefore|that_day|that_night|that_evening|you|complained|and )
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
    ( YOU|yours|yours_must ) ..2 ( must|was|were|will ) ..2 ( have_been|be ) ..2 ( the|that|our ) ..2 {_ONE_OF_US}
"""),
    *frames("""
    ( is|was|were ) ( that|this|it ) YOU !who|that|we|mean
    ( know|knew|saw|realised|realized|guessed|recognised|recognized|clear|clear_to_us ) ..4-NEG ( at_once|immediately|
        straight_away|right_away|instantly|exactly|of_course )? ..3-NEG ( who|whose ) ..2 ( YOU|this|review|wrote|
        posted ) ..3
    ( work|worked|figure|figured|puzzle|find|found ) ..1 out ..2 ( who|whose ) ..3 ( YOU|wrote|this|review|it )
    ( gives_it_away|gives_you_away|gave_you_away|gave_it_away|rather_gives|gives_away_who|giveaway|dead_giveaway )
    ( waiter|waitress|receptionist|team|colleague|driver|staff|manager|STAFF|barman ) ..2 ( recognised|recognized|
        recognises|remembers|remembered|knew|identified|placed ) ..1 ( YOU|YOUR|the_guest|who )
    ( GUESS|know|certain|sure|remember|recall|mistaken ) ..4-NEG|hope ( we|i ) ..1 ( had|shared|exchanged ) ..3 (
        chat|talk|conversation|word|words|drink|call|laugh|discussion )
    WE ..3-NEG|like|love|want ( know|remember|recall|tell|guess|sure ) ..2-NEG ( exactly|precisely|very_well )? (
        which|what|whose|who ) ..1 ( evening|night|day|visit|order|booking|table|stay|party|guest|sat|stayed|
        complained ) ..2 ( this|it|YOU|that|was|there )
    ( it|this|that|review ) ..1 ( has_to|must|can_only|could_only|will|would|is_bound_to ) ..1 be ..2 ( lady|
        gentleman|couple|guest|family|man|woman|party|group|tenant|neighbour|chap|guy|girl|boy|employee|colleague|
        trainee|apprentice )
    YOU ..2 ( not|never ) ..1 ( forgiven|forgotten ) us ..4
    ( you_used_to|you_once|you_ran|you_still ) ..1 ( work|works|cook|drive|clean|rent|run|worked|live|lived ) ..4 (
        us|our|here|next_door|for_us|kitchen )
"""),
)
_NOT_GUESSED: Final = frames("""
    ( nobody|no_one ) ..1 ( recognised|recognized|greeted|remembered|knew ) ..4
    ( not|never ) ..2 ( know|sure|tell|certain ) ..10
    ( like|love|want|wish|happy|hear|learn ) ..3 ( know|hear|learn ) ..6
    ( believe|sure|know|understand|think ) ( that )? ..1 YOU ( will|would|had|have|wanted|expected|deserve|found|
        enjoyed|may|can|felt )
    ( someone|anyone|somebody|colleague|manager ) who ( can|will|could|knows|speaks|looks|would )
""")


def guess(case: Case) -> Iterator[Finding]:
    """G14: a guess at who the author is, or a claim to know it."""
    for span in case.found(_GUESSED, _MORE_GUESSES, _RECOGNIZED, spare=_NOT_GUESSED):
        yield G14.block_sentence(case, *span, "guesses who wrote the review")
        return


RULES: Final = (guess,)
