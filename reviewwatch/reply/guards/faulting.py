"""Blame between the lines: what could have been done otherwise, what others do, what stood there."""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.guards.frames import frames

HINTS_OF_BLAME: Final = frames("""
    ( pity|shame|unfortunate|unfortunately ) ..3-WE YOU ..1 ( chose_not|chose_to|never_DEED|decided_to|decided_not )
    wish YOU had ..1-better|more|a ( DEED )
    it ( does|did|clearly ) ..1 ( say|state ) ..2 ( in|on ) ..2 SOURCE
    all ..1 ( it_takes|one_needs|you_had|was_needed|is_needed ) ..3 ( is|was ) ( to )? ( DEED|hold|
        press|turn|plug|click|charge|open|push|tap|pull|screw )
    ( was|were|been ) ..1 ( only|just|merely ) ..1 ( a|one ) ..1 ( phone_call|call|click|message|email|mail|question|
        step ) away
    ( suspect|guess|imagine|reckon ) ..4-WE|OUR|something|courier|driver ( YOU|YOUR ) ..4 ( wrong|incorrect|other )
    ( suspect|guess|imagine|reckon ) ..5-WE|OUR wrong ( button|plug|code|size|address|setting|settings|key|door|app|
        account|cable|way|number|bulb )
    ( shame|pity ) ..1 YOU ( threw|posted|wrote|chose | went ..1 ( straight|online|public|away_without_DEED )
        | ( kept|left|waited ) ..4-WE|OUR ( to_yourself|instead | without ( DEED|giving|a_word ) ) )
    ( if|when|where|as|since|because|that ) ( nobody|no_one ) ..1 ( answers|opens|was_in|is_in|is_home|was_home|picks )
    ( nobody|no_one ) ( was_home|is_home|was_in_to|came_to_the_door )
    ( pity|shame|unfortunate|wish|surprised ) ..3 YOU ..1 ( not|never ) ..1 ( DEED|pop|popped|come|came|ring|rang|knock|
        knocked|use|used|try|tried|wait|waited )
    ( had|if ) ( ( someone|somebody|anyone ) ( had )? ..1 been ( in|home|at_home|available )
        | YOU ( had )? ..1 been ( in|home|
        there|available|present|around ) )
    ( glance|look ) ( at|in|on|through ) ..4-OUR|WE|YOU|and|COMMA|log|logs|case|order|data|picture|photo ( does|would|
        will|might|could|can ) ..1 ( show|tell|reveal|help|say )
    ( with|had_you_shown|taken ) ..1 ( little|bit_of|bit_more|due|more ) ..2 ( care|attention|patience|
        thought|planning|preparation|effort|common_sense ) ! ( ..3 ( OUR|WE|from ) )
    ( next_time|in_future|in_the_future|for_next_time|for_the_future ) ..3 ( advise|recommend|suggest|urge|request )
        ..3 ( read|check|study|measure|look_at|follow|pay_attention|listen|compare )
    ( please|kindly|just|simply ) ..1 ( measure|read|check|think|look_at|plan|compare|study ) ..6-WE|if (
        next_time|beforehand|properly|before_complaining|before_posting|before_writing|before_judging|before_you_post|
        before_you_write|before_you_judge|before_you_complain|before_you_rate )
    ( please|kindly|just|simply ) ..1 ( measure|read|think|plan|study ) ..6-WE|if ( first|before|in_advance|instead|
        again !and ) ( $ | COMMA|buying|ordering|booking | YOU ( buy|order|book ) )
    YOU ..1-have ( left|kept|put ) ..4-comment|review|feedback|rating|note|message|a ( open|unplugged|upside_down|
        switched_on|in_the_sun|outside|on_all|on_over | on ( $ | COMMA ) )
    YOU ..1 ( put|broke|dropped|spilled|overloaded|scratched|burned|burnt|damaged|unplugged|closed|blocked|left ) ..5 (
        yourself|yourselves|upside_down )
    YOU ..1 ( broke|dropped|spilled|overloaded|scratched|burned|burnt|damaged|unplugged ) ..3 ( it|too|wrong|open|on )
""")


FAULTING: Final = frames("""
    would have been ..2 ( nice|good|better|helpful|kind|fair ) to ( hear|know|be_told|have_known|have_heard ) ..5 (
        before|earlier|sooner|at_the_time|then|first )
    ( people|guests|customers|folk ) ..1 ( do )? ( tend|like|love|often|always|rarely|seldom ) ..1 ( skip|forget|ignore|
        miss|overlook|leave|misread|rush|assume|throw ) !how
    with the ( right|correct|full|proper ) ..1 ( address|size|code|settings|bulb|cable|number|details|plug )
        ..6-WE|OUR|please ( would|could )
    YOU ..1 ( went_ahead|carried_on|pressed_on ) ..1 without
    ( nobody|no_one ) else ..1 ( seems|seem|finds|found|struggles|struggled|complains|complained|minds|minded | ( has|
        had )
        ..2 ( complained|problem|problems|trouble|difficulty|difficulties|issue|issues|reported|noticed|mentioned ) )
    YOU had ..8-sorry all along !the
    # How it would have gone, and whose doing it was.
    ^ ..2-WE ( would|might|could ) have ( helped|been_helpful ) ..1 ( to|if ) ..2-WE DEED
    ( had|if ) ( it|this|that|they|the ..1 SOURCE ) ( had )? ..1 been ( read|opened|followed|reported|mentioned )
        !by_us|by_our
    how ( were|are|was|could|should|can|would ) ( we|i|our_staff|our_team|anyone|anybody ) ..1-please ( know|have_known|
        guess|have_guessed|help_it )
    ( that|this|it ) ..1 ( happens|is_what_happens ) ( when|if ) ..6-WE|OUR never ..1 ( cleaned|charged|closed|read|
        followed|updated|washed|emptied|descaled|serviced|oiled )
    YOU ..1 were ( simply|just|perhaps|probably|clearly|far|much|rather|obviously|a_bit )? too ( impatient|hasty|rough|
        careless|slow|lazy|drunk|loud|sensitive|fussy|picky|demanding|proud|inattentive | ( quick|fast|busy ) to )
    can ( hardly|not|scarcely ) ..1 ( help_it|be_expected|be_blamed|be_held|be_responsible|take_the_blame ) ..4-WE|OUR (
        if|when|that|for|because ) ..1 ( YOU|YOUR )
    ( wrong|incorrect ) ..2 ( was|were|is|are ) ..1 ( entered|given|typed|chosen|selected|provided|booked|ordered )
        ..4 ( not_by_us|by_YOU|not_by_our|by_the_customer|by_the_guest )
    ( damage|mistake|error|mess|delay|fault|problem|stain|crack|leak|scratch ) ..2-not ( was|is|were|are ) ..1-not (
        done|caused|made ) ..1 by YOU
    ( because|since|as ) YOU were ..1 ( not|never|nowhere ) ( in|there|home|at_home|present|available|at_the_door|ready|
        reachable|to_be_found )
    YOU ..1 ( kept|stayed|remained ) ( quiet|silent )
    YOU said nothing ( $ | COMMA|at|to_us|to_the|to_our|to_anyone|about|when|during|until|and|while|all )
    ( reading|checking|asking|measuring|planning|listening|arriving|preparing ) ..4-WE|OUR ( next_time|first|beforehand|
        in_advance|before ) ..3-WE|OUR ( would|might|could|does|often ) ..1 ( help|helps|have_helped|spare|save|avoid|
        prevent|solve|work )
    ( it|that|this ) ..1 ( only|just|merely|simply ) ..1 ( needed|needs|takes|took|wanted|wants ) ..4-WE|OUR ( patience|
        care|reading|attention|planning | ( a|one ) ..1 ( look|call|word|push|press|turn|charge|check|question|click ) )
    ( it|that|this ) ..1 ( needs|takes|wants|needed ) ..1 ( little|bit ) ..2-WE|OUR ( patience|care|reading|attention|
        planning ) !from|to_wait
    ( not|hardly|never|cannot ) ..1 read ..1 ( minds|mind|thoughts )
    ( most|other|all|many ) ( guests|people|customers|users|visitors|buyers ) ..1 ( find|spot|notice|see|manage|
        discover )
        ..2 ( within|straight_away|at_once|easily|immediately|in_seconds|in_no_time|in_a_minute )
    ( not|no ) ..2 ( mind_readers|clairvoyant|clairvoyants|psychic|psychics|fortune_tellers )
    ( is|was|were|are|stood|stands ) ..2-NEG|too|not ( on|in|at ) ..2 SOURCE ..4 ( for_all|for_everyone|plain_to_see|
        all_along|in_bold|in_black|in_red|in_large|in_big|in_capital | ( before|when ) YOU ( booked|ordered|bought|paid|
        signed ) )
    if only ..1 YOU ..8
    if YOU had ..1 ( read|listened|looked|checked|told|asked|followed|informed ) ..8 ( YOU|WE|it|this ) ( would|could|
        might )
    ( nobody|no_one ) ( forced|made|asked|told ) YOU to
    ( clearly|obviously|apparently|evidently ) YOU ( do|did|can|could ) not ..4
    WE ..1 ( told|warned|informed|reminded ) YOU ..1 ( twice|several|repeatedly|clearly|three|more_than|about_this|
        of_this )
    YOU ..1-the|time ( waited|left_it ) ..4-hour|hours|minutes|and|long ( to|before|until|till ) ..1 ( tell|telling|
        report|reporting|say|saying|contact|write|writing|mention|complain|ask )
    YOU ..1-time|the took ..1 ( days|weeks|week|day|NUM|until|so_long ) ..3 to ..1 ( tell|report|say|contact|write|
        mention|complain|ask )
    ( as|which ) ..1 ( anyone|anybody|everyone|everybody ) ..1 ( can|could|may ) ..1 ( read|see|check|know ) !it|your
    it ( does|really|usually|always )? ( help|helps ) to ( DEED|charge|plug|press|turn|book|arrive|open )
    WE can only ..1 ( work|act|help|go|deliver|fix|solve|answer|react|be ) ..6 ( given|told|sent|typed|entered|reported
        )
    ( ^|perhaps|maybe|try|how_about ) ..1 ( little|bit|some|slightly|just )? ..1 more ( care|attention|thought|planning
        )
        ! ( ..5 ( WE|OUR|from|kitchen|team|staff ) ) ..4
    ( perhaps|maybe|try|how_about ) ..1 ( little|bit|some|slightly|just )? ..1 more patience
    # Too late: what would have been wise, what a word would have spared.
    ( it|that|this ) ..1 ( would|might|could ) ..1 have ..1 been ..2 ( wise|wiser|better|best|helpful|easier|easy|
        simple|simpler|sensible|nice|good|polite|fair|fairer|kind|useful|enough|a_courtesy|more_helpful ) ..3-WE|OUR
        ( to|if_you|for_you|had_you ) ..3-WE|be DEED !YOU|guests|customers|all|everyone|people|them|in
    ( glance|look|call|word|question|mail|e_mail|click|minute|visit|reading|note|read|press|turn|bit|little )
        ..10-WE|OUR|from|sorry|back|warning|notice|apology|explanation ( would|could|might ) ..1 (
        have|had ) ..1 ( saved|spared|told|shown|solved|avoided|prevented|cleared|been_enough|sufficed|done|helped|
        answered|made|worked ) !us|for_us
    # Silence.
    YOU ..5-sorry ( not|never|did_not|no|refused|without ) ..3 ( give|gave|giving|given|gives|grant|offer ) ..1 ( us|
        me|our|staff|the_team|anyone ) ..3 ( chance|opportunity|time|possibility )
    ( not|without|never|instead_of|rather_than ) ..1 bothering to
    YOU ..8-WE|OUR|staff ( without|instead_of|rather_than ) ..1 ( saying|telling|asking|speaking|giving_us|letting|
        reporting|mentioning|bothering|raising|contacting|informing|calling|checking|reading|complaining|turning_to )
        !YOU|it|in ..8-WE
    ( without|instead_of|rather_than|not ) ..1 ( saying|telling|asking|speaking_to|speaking_with|giving|letting|
        contacting|informing|calling|turning_to|coming_to | mentioning ..2 to | reporting ..2 to ) ( us|reception|
        anyone|
        anybody|someone|somebody|staff|a_word|anything | the ( desk|team|staff|manager|waiter|reception|driver ) )
    # It stood there.
    CLEARLY ..4-NEG|should|sorry|not|WE_should ( INFO ) ..6-NEG|sorry ( YOU ( booked|ordered|bought|paid|signed|
        arrived|buy|book|order ) | anyone|everyone|before_you | when YOU )
    ( clearly|plainly|expressly|explicitly|in_bold|prominently|unmistakably ) ..1 ( stated|states|says|written|printed|
        marked|spelled_out|spelt_out|warned ) ..6-NEG|sorry ( SOURCE|at_the|on_the|in_the|$ )
    SOURCE ..1-NEG|should|sorry|nowhere|hard ( clearly|plainly|expressly|explicitly|repeatedly|unmistakably ) ..1
        !mentioned|listed|shown|described|published|displayed|explained|posted ( INFO )
    ( was|were|is|are|been ) ..2-NEG|should ( INFO ) ..10-NEG|sorry|so|if|when ( YOU ) ..2-sorry ( evidently|obviously|
        apparently|clearly|chose|never|MISDEED|seem_to_have | ( do|did|have ) not ..1 ( read|see|notice|check|open|
        look|want ) )
    ( which|mail|card|note|page|sign|message|terms|SOURCE ) YOU ..2-could|can|cannot|may|if|were|was ( evidently|
        obviously|apparently|clearly|seemingly|seem|simply )? ..1-could|can|cannot|were|was ( not|never|MISDEED|missed )
        ..2 ( open|read|see|notice|check|look|bother|follow|want_to|keep|MISDEED|$ )
    ( reading|preparation|planning|punctuality|listening|measuring|checking ) ( is|helps|pays|matters|goes ) ..1 ( key|
        everything|an_art|essential|a_virtue|half_the|a_skill|optional | ( $ | COMMA ) ) ! ( ..8 ( WE|OUR ) )
    could ..1 not ..1 ( have_been|be )? ..1 ( clearer|plainer|simpler|easier|more_obvious|more_clear )
    YOU were ..1 ( offered|given|asked|invited|told|warned ) ..10-sorry|not|never|wrong|was|were ( turned_it|
        turned_this|
        turned_that|said_no|did_not_want|chose_not|waved | ( and|but|which|COMMA ) ..2-was|were ( declined|refused|
        rejected|ignored ) )
    # What the reviewer did.
    YOU ( have|had|has|also|then|still|even|simply|just|clearly|obviously|apparently|probably|evidently|perhaps|
        must_have|
        may_have|seem_to_have|appear_to_have|unfortunately|sadly )? ( simply|just|also|even|clearly|probably )? (
        MISDEED ) ..1 !because|by
    YOU ..1 ( are|were|was ) the ( only|first ) ..2 ( who|that|to|guest|customer|user|person ) ..4 ( complain*|mind*|
        find|finds|found_fault|problem|trouble|dislike*|struggle* )
    YOU ..1 ( are|were|was ) the ( one|ones|person ) ( who|that ) ..2 ( pressed|entered|typed|chose|chosen|signed|
        booked|
        ordered|forgot|broke|left|agreed|decided|installed|deleted|clicked|refused|cancelled|set|put|picked|made|
        opened|closed|dropped|lost )
    YOU ..1 ( agreed|consented ) to ( the|our|these|those|all|this|that )
    YOU ..1 ( accepted|ticked|acknowledged|signed|confirmed ) ( the|our|these|this|that|all|off ) ..3 ( SOURCE|box|
        agreement|quote|price|offer|rules )
    YOU ..1 confirmed ..6 ( yourself|before_we|before_the|when_you|at_the_time|with_a_click )
    YOU ..1-sorry|to|sure ( knew|were_well_aware|were_perfectly_aware|were_fully_aware ) ( that|of|about|the|this|all|
        exactly|perfectly|full_well|very_well|beforehand|before|in_advance ) !we|our|YOU|reviews ..2
    WE let YOU know ..1 ( before|in_advance|several|twice|clearly ) ..10 ( and|but ) ..1 YOU
    YOU ..1-sorry|to|sure ( know|are_aware ) ..1 ( full_well|very_well|perfectly_well|exactly_what|exactly_how ) ..2
    YOU ..1-sorry|to|sure ( were|had_been ) ..1 ( informed|warned|told ) ..3-NEG|wrong|late|that ( in_advance|
        beforehand|
        several|twice|clearly|before|of_this|about_this|of_that|about_that|of_it|about_it|of_the|about_the|at_check_in
        ) ! ( ..12 ( sorry|late|regret|on_us|and_we|but_we|was_not|were_not ) )
    ( mistake|error|fault|confusion|misunderstanding|problem|delay|trouble|slip|issue|cause|blame|responsibility )
        ..4-not|sorry|WE|OUR|if|any|whether|COMMA ( is|was|lies|lay|must_be|be|were|seems|appears|comes|came|rests )
        ..3-not|sorry|WE|OUR|any ( YOURS | ( on|at ) YOUR ( end|side|part|own ) !of|we | with YOU ( $ | COMMA ) | YOUR
        own | down to YOU | entirely YOURS | lies_with_you )
    ( mistake|error|fault|slip|confusion|misunderstanding ) ..1-not|sorry|WE|OUR ( on|at ) YOUR ( end|side|part ) !of
    ( responsibility|fault|mistake|blame ) ..1-not ( entirely )? ( YOURS | lies_with_you | down to YOU )
    YOU ..2 ( got|have|had ) ..3-the|a|an|by|to|not|been ( wrong ( $ | COMMA | way ) | mixed_up|confused|muddled|
        backwards|
        upside_down ) !by ..2
    # Said of the case in general, or as a guess.
    ( only|just ) ..1 ( happens|happen|occurs|occur|happened|fails|breaks|goes_wrong|occurred ) ..2 ( where|when|if|
        with|
        because|after ) ..8-sorry|WE|OUR|please ( never|wrong|wrongly|badly|incorrectly|carelessly|improperly|without|
        forgotten|skipped|ignored|somebody|someone | ( users|people|guests|customers|YOU ) ..2 ( not|forget|skip|
        ignore|leave|wrong ) | not_been )
    something ..1 ( that|which )? ..1 ( each|every|any ) ( user|guest|customer|buyer|person|visitor|traveller|driver|
        reader|owner ) ..2 ( has_to|have_to|must|should|needs_to|take_care|himself|themselves )
    ( responsibility|duty|obligation|up|falls|rests|left|job|task ) ( of|for|to|with|on|upon )? ..1 ( each|every|any|
        the|
        our|all )? ( user|users|guest|guests|customer|customers|buyer|buyers|visitor|visitors|traveller|everyone|
        everybody|individual|driver|YOU|reader|recipient|owner ) ..1 ( has_to|have_to|must|should|needs_to|need_to|
        to|himself|themselves ) ..1-decide|choose DEED|take|make|keep|see|be|ensure|know|back|bring|set|do|look
    WE ..2 can ..1 only ..1 ( assume|conclude|suspect|suppose|presume|infer ) ..12-WE|OUR ( not|never|wrongly|
        incorrectly|
        badly|improperly|too|without|wrong|YOU )
    WE ..2 can ..1 only ..1 ( guess|imagine|think|believe ) ..8-WE|OUR|how|what ( wrongly|incorrectly|improperly | YOU
        ..1 (
        did_not|had_not|have_not|never|wrongly|wrong|MISDEED ) )
    ( assume|conclude|suspect|presume|seems|appears|looks_as_if|likely|probably|apparently|evidently|presumably )
        ..8-WE|OUR|sorry ( not|never|wrongly|badly|incorrectly ) ..2-working|work ( ( properly|correctly|fully ) (
        closed|
        installed|screwed|plugged|set_up|assembled|mounted|charged|tightened|read|followed ) | ( closed|installed|
        screwed|plugged|set_up|assembled|mounted|charged|tightened|read|followed|done ) ( properly|correctly|fully|
        right|in ) | done_right|followed|tight|tightened|read|fully_charged|as_described|as_shown )
    ( planning|preparation|attention|foresight|reading|common_sense|thought|care ) ..3-WE|OUR|team ( is|was|would|goes )
        ..2-here ( all_it|all_that|all_you|all_one|long_way|avoid|avoided|prevent|prevented|have_helped|have_done|
        have_avoided|have_prevented|have_saved )
    ( can|could|cannot|hard|unable|impossible|difficult|only ) ..2-please|if ( act|help|fix|solve|react|respond|mend|
        work|
        do_something|do_anything ) ..1 ( on|about|with )? ..1 ( what|things|problems|something|anything )
        ..3-WE|COMMA|please|else ( keep|keeps|kept|nobody|no_one|not_told|never_told|not_know|to_themselves|to_yourself|
        is_not_told|not_report|never_report )
    why ..1 ( did|does|do|has ) ..1 ( nobody|no_one|not_anyone|someone|anyone ) ..5 ( DEED|come|came|ring|knock|write
        )
    only as ( good|strong|safe|fast|clean|reliable|stable|firm ) as ..6
    ( a|one|another|some|little|moment's|quick|brief ) ..2 ( glance|look|call|word|question|click|minute|reading|
        planning|moment|attention|check ) ..10-WE|article|page|guide|again|OUR|from_us|sorry|log|logs|and|COMMA (
        tends_to|usually|often|generally|normally|always|will|can|does|might|tend_to|would|could ) ..1 ( spare|spares|
        save|saves|help|helps|avoid|avoids|prevent|prevents|have_helped|have_saved|do|does_the|go_a_long|goes_a_long )
        !us|our
    # Not ours.
    ( works|worked|functions|functioned|performs|behaves|is_working|are_working|runs|was_working ) ..3-sorry|not|COMMA|
        also|again ( as_intended|as_designed|as_it_should|as_described|as_advertised|exactly_as|perfectly|flawlessly|
        without_a_problem|without_problems|without_any|for_most|for_others|for_other|for_thousands|for_the_rest|
        just_fine|fine_for|fine_here|for_us|like_a_charm | ( for_everybody|for_everyone|for_all ) ..1 ( else|others|
        other ) ) !again|now|once_more|since ..2 !now|again|any_more|since|once_more
    # What people do.
    ( guests|customers|users|visitors|travellers|travelers|buyers|people|anyone|anybody|everyone|everybody|whoever|
        patients|one|adult|adults|person|most ) ..2-sorry|WE|NEG|not|should_feel ( should|must|ought_to|is_expected_to|
        are_expected_to|knows_to|can_be_expected_to|would_have|tend_to|usually|normally|bother_to|manage_to|
        take_the_trouble_to ) ..1-NEG|not|be|get|receive ( read !out|aloud|the_papers | check !in|out | ask|tell|study|
        measure|compare|inform|mention|report|look|listen|plan|know|realise|realize|understand|let_us|
        speak_up|pay_attention ) ! ( ..4 ( where|when_their|how_we|that_we ) )
    ( anyone|one|adult|adults|anybody|everybody|everyone|guest|guests ) ..1 can be expected to ..3
    ( users|players|anyone|people|guests|customers|those|visitors ) who ..1 ( skip|skips|forget|forgets|refuse|refuses|
        leave|leaves|do_not|does_not|never ) ..8-WE|sorry|please ( cannot_complain|can_not_complain|can_not_expect|
        cannot_expect|should_not|has_only|have_only|need_not )
    ( anyone|anybody|everyone|everybody|whoever|people|guests|customers|those|visitors|he|she ) ( who|that )? ..1 (
        books|
        buys|comes|arrives|orders|chooses|wants|pays|stays|complains|reads|ignores|travels|takes|uses|book|buy|come|
        arrive|order|choose ) ..8-WE|sorry|like|please ( should|ought|cannot_complain|can_not_complain|should_not|
        can_expect|can_not_expect|cannot_expect|has_only|have_only|would_know|knows )
    ( goes_without_saying|common_knowledge|common_sense|as_everyone_knows|as_everybody_knows|everyone_knows|
        everybody_knows|stands_to_reason|no_secret|hardly_a_surprise|hardly_surprising|no_surprise|no_wonder|
        basic_knowledge|school_knowledge ) !that_you|YOU|that_we|we
    # Asked back.
    ( ^ | COMMA|BUT|or|and|why|so ) ..1 ( did|have ) YOU ..1 ( even|bother|at_least|ever_think|ever_consider|ever_DEED|
        really_think|really_expect | not ( read|see|think|check|ask|notice|look|tell|call|listen ) | actually ( read|
        look|check|ask|listen|tell ) | try ( reading|asking|telling|calling|ringing|looking|plugging|switching ) ) ..4
    # If only.
    ( had YOU | if YOU ( had|only_had|just_had ) | perhaps if YOU had | if_only YOU ) ..2 ( arrived|come|left|packed|
        used|
        taken|paid|set|kept|stayed|started|given|shown|booked|chosen|been|brought|turned|pressed|done|waited|ordered|
        asked|followed|thought|treated|handled ) ..10-WE|trouble|questions|problem|problems|doubt ( would|could|might )
        ..1 ( have|be|not_have|not_be|still|now )
    ( next_time|in_future|for_next_time|for_the_future ) ..3-WE|YOU|hope ( read|check|study|measure|plan|arrive|pack|
        think|listen|follow|compare|pay_attention|bring|leave_earlier|leave_home|say_so|say_something|speak_up | order
        ..1 ( earlier|less|more|before|something_else ) | wait|turn ) !YOU|out|our|for_us|in|at_the_bar ..4
    ( please|kindly|advise|recommend|suggest|urge|remind ) ..2 YOU? ..2 ( to )? ..1 ( read|check|study|measure|look_at|
        pay_attention|listen|compare ) ..9-e_mail|mail ( carefully|properly|next_time|thoroughly|attentively )
    ( please|kindly|advise|recommend|suggest|urge|remind ) ..2 YOU? ..2 ( to )? follow ..6 next_time
    ( please|kindly|just ) ..1 read ( the|our|your ) ( manual|instructions|terms|label|description|rules ) ( $ | COMMA )
""")
