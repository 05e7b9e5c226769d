"""Guesses: a reply does not say, or hint at, who the author might be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames, together
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G14: Final = Law("G14", "Tripadvisor: no guessing who the author is")

_GUESSED: Final = frames("""
    YOU ( must|could|might ) be the ( KIN|GENTLEMAN|one|ex )
    ( were|are|did ) not YOU ( in|the|on|at|here|sit|work|with|one )
    ( know|recognise|recognize|spot ) ( that|the|YOUR ) ..3 ( anywhere|a_mile_off )
    YOU ..1 ( were|are ) the ( lady|man|woman|couple|gentleman ) ( by|at|in|with|from|on|who|near )
    YOU ..1 ( were|are ) the ( one|ones ) ( by|at|in|from|near )
    ( our|my ) money is on
    ( put|putting ) two and two together
    which of OUR ..3 ( is|was ) ..1 ( writing|posting|speaking | behind ( this|YOUR|REVIEW ) )
    ( was|is ) it YOU who ..1 ( shouted|argued|left|complained|threw|sent|broke|sat|stormed|wanted )
    ( writing|style|tone|words|wording|voice|lines|spelling|REVIEW ) ..2 ( reminds|remind ) ( us|me ) ..2 of ..3 (
        GENTLEMAN|tenant|somebody|someone|colleague|employee|person|trainee )
    ( bet_it|bet_this|bet_that )
    ( only|just ) ..2 one ( party|table|family|couple|guest|booking|lady|man ) ..1 ( that|who|complained|that_day|
        that_night|that_evening|so_you )
    YOU ..2-NEG|can|could|may ( under|with|behind|use|using|used|have|chose|took|got|picked ) ..1 ( new|different|
        another ) (
        name|nickname|alias )
    ( this|it ) ( is|was|comes|came ) ..1 ( from|by ) ..1 ( somebody|someone | an ..1 ( ex|former ) | ( the|a ) ..1
        GENTLEMAN ) ..4 ( who|job|ex|former|fired )
    ^ ..2-COMMA ( did|were ) not YOU
    YOU ..2 ( sound|look|read|write ) ..5 like ..2 ( someone|somebody|GENTLEMAN ) ..1 who
    ( recognise|recognize|know ) ..1-NEG ( that|this|the|YOUR ) ( turn_of|style|tone|voice|handwriting|phrase|words )
    ( good|nice|great|lovely ) to hear from you again
    ( happen|chance ) to be ..2 ( GENTLEMAN|one )
    ( sounds|looks|reads|seems ) ..4-NEG like ..2 ( lady|gentleman|couple|guest|family|man|woman|party|group|chap|guy )
        ..1 ( who|from|that|we|with|in|at )
    ( sure|certain|convinced|positive ) ..1 ( we|i ) ..1 ( spoke|met|talked|chatted|argued )
    ( obvious|plain|no_secret|clear ) ..3-NEG|everybody|everyone|all|anyone ( who|whose ) ..1 ( YOU|wrote|posted|this|
        is|it|was|review )
    who ..1 WE ( think|believe|suspect ) YOU
    ( not ..2 ( hard|difficult ) | easy|simple|no_secret|no_mystery ) ..2 ( work_out|figure_out|guess|tell|find_out|see|
        puzzle_out ) ..1 ( who|whose|which ) ..1 ( is|was|wrote|has|posted|YOU|this|left|it|GENTLEMAN )
    WE ..2-NEG ( know|knew|see|realise|realize ) ..2-NEG which ..1 GENTLEMAN ..1 ( this|YOU|it|that|wrote|we_are )
    ( must|can_only ) be ..1 the ..1 ( lad|bloke|fellow|gent|youngster|teenager|chap|guy ) ..1 ( who|that|from|with|in )
    ( the|an ) ex of ..3
    ^ ..3-COMMA ( is|are|ist|es ) ( this|YOU ) ..1 ( from|the|our|mr|mrs|ms ) ..3 ( GENTLEMAN|from )
    ^ is this !about|related|something|what|how|possible|on|still|because|in|with|happening|when|the|a|an|your|for|at|
        only|why|where|to|not|still|it|one|our|all|any|error|issue|problem|page|screen|feature|button|app|bug|option|
        room|
        resolved|fixed|working|correct|solved|true|ok|okay|right|better|clear|done|enough|new|message ..6 ?
    ( could|might|may|can ) ..1 ( it|this ) be ..1 ( that )? ..1 YOU ..3 ( the ..1 GENTLEMAN | from|who )
    ( GUESS ) ..6-not|kind|kindly|how|what|YOUR|it|fondly|need|hope|would|valued|loyal|mention|sure_that ( YOU ) ..2 (
        are|were|
        must_be|may_be|might_be|is|be|could_be ) ( the|our|a|an|from|former|one|mr|mrs|ms|ein|eine|der|die|un|una|
        el|ex ) ..2-valued|loyal|return|returning|regular|registered|happy|new|first GENTLEMAN !first|COMMA|of_our
    ( GUESS|know ) ..4-NEG|nicht|no ( who|which_of|which_guest|which_customer|which_person ) ..1 ( YOU ..1 ( are|were
        ) ( $ | COMMA|and|but|so|by_now ) | wrote|posted|this_is|it_is|this_was|it_was|left_this|of_you|complained )
    ( a|an|good|fair|some|no|our|my|clear ) ..1 ( idea|hunch|guess|feeling|clue|suspicion|inkling ) ..2 ( who|whose
        | which
        ..2 GENTLEMAN | which_of ) ..8
    ( hunch|guess|feeling|suspicion|inkling|idea ) that_you ..1 ( are|were ) ..1 ( the|our|one ) ..1 GENTLEMAN
    ( recognis*|recogniz*|recognise|recognize|recognised|recognized|erkennen|reconocemos ) ( YOU|author|this_person|
        wieder
        | ihnen|sie|le|lo|la ) !are|were|have|had|did|do|for|as_a|would|may|can|will|deserve|with|expect
    ( recognis*|recogniz*|recognise|recognize|recognised|recognized|erkennen|reconocemos ) ..1 ( YOUR|the|that|this )
        ..1 (
        author|handwriting|style|voice|face|name|nickname|words|tone|phrase|turn_of|picture|photo|car|guest|
        customer|lady|gentleman|couple )
    ( recognis*|recogniz*|recognise|recognize|recognised|recognized ) ..4 ( author|handwriting )
    WE ..2 ( remember|recall|erinnern|recordamos ) ..1 ( YOU|sie|le ) ..2 ( well|from|as|very|sitting|at|on|the|,|$|
        clearly|,_you|and|, )
    WE ..1 ( remember|recall ) YOU !r|visit|stay|order|could|would|wanted|asked|wrote|mentioned
    YOU ( must|are|were|can_only|could_only|have_to|sind|es ) ( be )? ( clearly|surely|obviously|no_doubt|sicher|
        probably )? ( the|our|that|a_former|an_ex|former|der|die|el|la ) ..2 GENTLEMAN ..2 ( from|who|that|at|in|we|
        with|of|on|$ )
    ( from|by|judging|given|reading|seeing ) ..8 ( gather|guess|conclude|infer|assume|see|deduce|tell|take ) ..3 YOU
        ..2 ( are|were ) ..1 ( the|a|our|one ) ..1 GENTLEMAN
    WE ..2-NEG ( know|knew ) ..2-NEG who ..2 ( YOU|wrote|posted|behind|this_is|it_is|this_was|that_is|that_was )
""")
_MORE_GUESSES: Final = frames("""
    ( style|words|handwriting|tone|spelling|time|hour|date|photo|details|way|writing|wording|story|nickname|picture )
        ..6-COMMA ( tells|tell|gives|give|betrays|betray|reveals|reveal|shows|show|point|points|leaves|says ) ..3 ( YOU
        !that|how|all|what|had|were|are|have|a|the|did|need|enjoyed|liked|loved | away|identity|which_guest|
        which_customer | ..2
        ( who ..1 ( YOU|this|it|wrote|posted|is|was|left ) ) )
    ( this|it ) ( must|can_only|could_only|has_to ) be ( YOU | mr|mrs|ms|miss|dr|somebody|someone | ( the|our|that ) ..2
        GENTLEMAN | ..1 from ( table|room|flat|number ) )
    ( only|just ) ( one|a_single ) ..1 ( guest|customer|person|client|patient|order|couple|family|user|room|table|woman|
        man ) ..8-short|on_duty|on_shift|COND ( therefore|that_day|that_night|that_evening|complained | so ..1 ( YOU|
        this|it|we ) )
    ( you_were|you_must_be|are_you|were_you|that_was_you|it_was_you|this_is_you|so_you_are ) ..1 ( the_one
        | one_of_the_two|
        the_two | the_same ..1 GENTLEMAN ) ..6
    you_are ..1 ( one_of_the_two|the_two | the_same ..1 GENTLEMAN | the_one ( from|at|by|in ) ) ..6
""")

_ONE_OF_US: Final = (
    "( lady|gentleman|couple|guest|customer|family|man|woman|tester|neighbour|neighbor|party|group|student|tenant|"
    "mother|father"
    "|girl|boy|chap|guy|client|passenger|diner|gentlemen|ladies|tourist|trainee|inspector|critic|blogger|one|"
    "ex_employee|former_employee )"
)
_DID: Final = (
    "( drove|rented|rent|sat|parked|came_with|used_to|left_us|lost_to|applied|wore|danced|rang|argued|shouted|live_next"
    "|live_across|live_in|live_opposite|taught|trained|quit|resigned|complained_last | ( worked|work|ran|run|met|spoke|"
    "talked|chatted|own|owned ) ..2 ( us|here|our|for_us|with_us|me|at_the|in_the|on_the|next|shop|place|hotel ) )"
)
_KNOWN: Final = (
    "( GUESS|know|knew|mistaken|memory|take_it|fancy|dare_say|imagine|gives_it_away|recognise|recognize|recognised|"
    "recognized|clear|obvious"
    "|judging|sounds|surely|perhaps|gather )"
)
_RECOGNIZED: Final = (
    *together("..5-NEG|how|COMMA|sorry|hope", _KNOWN, f"( YOU|we|i ) ..2-NEG|would|will {_DID}"),
    *frames(f"""
    ( this|that|it|review|story|YOU|which|note ) ..1 ( sounds|sound|looks|look|reads|seems|smells ) ..2 like ..2-one|
        party
        {_ONE_OF_US} ..2 ( who|from|that|we|with|in|at|COMMA|$ )
    ( YOU|yours|yours_must ) ..2 ( must|can_only ) ..2 ( have_been|be ) ..2 ( the|that|our ) ..2 {_ONE_OF_US}
"""),
    *frames("""
    ( ^ | COMMA | so|and|but|wonder|or|then|hello|hi ) ..1-NEG ( is|was|were ) ( that|this|it ) YOU !who|or|that|we|
        mean|
        can|could|will|would|may|want
    ( know|knew|saw|realised|realized|guessed|recognised|recognized|clear|clear_to_us ) ..4-NEG ( at_once|immediately|
        straight_away|right_away|instantly|exactly|of_course )? ..3-NEG ( who|whose ) ..2 ( YOU|this|review|wrote|
        posted ) ..3
    ( work|worked|figure|figured|puzzle|find|found ) ..1 out ..2 ( who|whose ) ..3-spoke|dealt|talked|spoken|served|met
        ( YOU ..1 ( are|were ) | wrote|this|
        review|it|posted )
    ( gives_it_away|gives_you_away|gave_you_away|gave_it_away|rather_gives|gives_away_who|giveaway|dead_giveaway )
    ( waiter|waitress|receptionist|team|colleague|driver|staff|manager|STAFF|barman ) ..2 ( recognised|recognized|
        recognises|remembers|remembered|knew|identified|placed ) ..1 ( YOU|the_guest|who ..1 ( YOU|this|it|wrote )
        | YOUR ..1 ( face|voice|name|
        description|party|car|coat|accent|nickname ) )
    ( GUESS|know|certain|sure|remember|recall|mistaken ) ..4-NEG|hope ( we|i ) ..1 ( had|shared|exchanged ) ..3 (
        chat|talk|conversation|word|words|drink|call|laugh|discussion )
    ( we|i|our_team ) ..3-NEG|like|love|want|will|need ( know|remember|recall|tell|guess|sure ) ..2-NEG ( exactly|
        precisely|very_well )? (
        which|what|whose|who ) ..1 ( evening|night|day|visit|order|booking|table|stay|party|guest|sat|stayed|
        complained ) ..2 ( this|it|YOU|that|was|there )
    ( it|this|that|review ) ..1 ( has_to|must|can_only|could_only|is_bound_to ) ..1 be ..2 ( lady|
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
    ( let|tell|ask|show|help|inform ) ..1 ( us|me ) ..1 ( know|understand|see|find_out )? ..10-COMMA
    ( remember|remember_to|sure|certain ) to ( mention|say|tell|bring|ask|book ) ..8
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
