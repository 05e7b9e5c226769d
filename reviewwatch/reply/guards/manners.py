"""Manners: no insult or mockery, and never only a cold correction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.pressure import DONE
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

G21: Final = Law("G21", "Platforms' content rules; an insult is what readers remember")
G36: Final = Law("G36", "A correction without a courtesy reads as a rebuke")

_AT: Final = (
    "( YOU|YOUR|people_like_you|complaint|complaints|REVIEW|guests_like_you|claim|demand|demands|words|"
    "attitude|expectations|behaviour|behavior|story|nagging )"
)
_INSULTS: Final = frames("""
    INSULT !question|questions|card|cards|of_ours
    ( YOU | YOUR ..1 ( complaint|complaints|review|comment|post|claim|claims|demand|demands|attitude|behaviour|
        behavior|expectations|words|story|wish|idea|request ) ) ..1 ( is|are|was|were|sound|sounds|seem|seems|
        must_be|look|looks|be|being|ist|sind|es|son ) ..3-sorry|not|our|right|feel RUDE
    ( how|what|so|such|too|as|truly|really|simply|frankly|utterly|was_fur|que ) ..2-WE|OUR|it|that ( a|an|ein|eine )?
        ..1 RUDE ..2 ( review|complaint|complaints|comment|thing_to|person|of_you|guest|customer|remark|demand|
        people|kritik|bewertung|queja|resena )
    ( do|please ) not be ..2 RUDE
    ^ ..1 what ..2 ( rubbish|nonsense|drivel|garbage|joke|bullshit|tosh|twaddle|crap|a_joke|unsinn|quatsch|tonteria )
    ( cry_me_a_river|get_over_it|grow_up|get_a_life|shut_up|get_lost|good_riddance|nobody_cares|no_one_cares|
        shame_on_you|boo_hoo|boohoo|poor_thing|poor_you|poor_baby|slow_clap|give_me_a_break|nobody_asked|
        learn_to_read|use_your_brain|brain_cells|spoon_fed|smallest_violin|world's_smallest_violin|
        first_world_problem|first_world_problems|wasting_our_time|waste_of_our_time|too_much_time_on|
        nothing_better_to|get_a_hobby|need_a_hobby|find_a_hobby|comedy_gold|a_good_laugh|sorry_not_sorry|eyes_open|
        suit_your_talents|bless_your_heart|heul_doch|armes_ding|schamen_sie_sich|pobrecito|pobrecita|
        a_nadie_le_importa|hold_your_hand|sense_of_humour ) !here|so_fast
    ( congratulations|congrats|bravo|hats_off|well_done|medal|award|oscar|trophy|applause|prize ) ..5 ( on|for|to|
        you|most|best|worst ) ..6-wedding|birthday|anniversary|baby|exam|engagement|graduation|new ( complain*|
        complaint|complaints|whin*|moan*|review|reading|find|finding|noticing|rude|ruin*|longest|shortest|patience|
        missing|managing|fault|drama )
    ( made|had|gave|gives|given|make ) ..1 ( us|our|me|everyone|whole|the_team|staff ) ..3 ( laugh|chuckle|giggle|
        smirk|roar|entertain* ) ..3-thank
    ( we|team|staff|kitchen|everyone ) ..3 ( laughed|chuckled|giggled|smirked ) ..3 ( at|about|over ) ..3
    ( must|bet|hope ) ..2 ( be|it )? ..1 ( nice|lovely|fun|great|exhausting|hard ) ..2 to_be|being|be YOU|so|that|
        such|perfect|never ..4
    ( thank|thanks|thank_you ) ..1 for ..1 ( nothing|wasting|the_drama|ruining|sharing_your_drama|the_entertainment|
        YOUR_useless|the_lecture|your_useless )
    ( as_if|sure|of_course|yeah|right ) ..2 COMMA ..3 ( because ) ..10
    ( too|so|how ) ..1 ( precious|delicate|sensitive|fragile|posh|refined|spoilt|spoiled ) ..5 ( for|YOU|to|soul|
        flower|guest|taste )
    ( YOU|someone|somebody|people ) ..3 ( lack|lacks|lacking|without|missing|short_of|devoid ) ..3 ( intelligence|
        manners|brains|class|education|brain|wits|taste|decency|sense )
    ( even|any ) ( a )? ..1 ( child|toddler|monkey|five_year|baby|kid|beginner|donkey|dog ) ..4 ( can|could|knows|
        would|manages|understands|gets )
    ( YOU|YOUR ) ..3 ( a|such|real|big|total|absolute|little ) ..2 ( joke|disgrace|embarrassment|nuisance|baby|
        piece_of_work|pain|coward|liar|diva|child|drama|cheapskate|complainer|ray_of_sunshine )
    ( not|never|hardly|barely ) ..3 ( sharpest|brightest|smartest|cleverest ) ..6
    ( whatever | yawn | blah ) ..1 $
    ( sarcasm|sarcastic ) ..2
""")
_MOCKING: Final = frames("""
    YOU ..3 ( no_idea|no_clue|not_the_faintest|not_the_slightest|clueless|know_nothing|do_not_know_what|
        talking_rubbish|talk_nonsense ) ..4
    ( go|run|off|do ) ( and )? ( whine|cry|moan|complain|sulk|bother|annoy|haunt|pester ) ..3 ( somewhere_else|
        elsewhere|to_someone|to_somebody|to_your|about_it|to_mummy|others|$ )
    ( stay|stays|remain|eat|sleep|cook|shop ) ..1 ( at_home|home ) ( next_time|then|instead|in_future|if )
    ( perhaps|maybe|clearly|obviously ) ..2 ( hotels|restaurants|apps|shops|computers|cooking|technology|travel|
        travelling|the_internet|this|it|life|people|reading|shopping|eating_out|modern ) ..2 ( is|are ) ..1 ( not|too
        ) ..1 ( for_you|your_thing|hard_for_you|difficult_for_you|complicated_for_you|much_for_you )
    ( need|needed|want|wanted|require|bring|ask|call|get ) ..2 YOUR ..1 ( mum|mom|mummy|mommy|nanny|mother|daddy|dad|
        babysitter|grandma|nurse ) ..4 !with_you
    WE ..2 ( are|is ) not ( running|a|your ) ..1 ( a )? ..1 ( kindergarten|nursery|charity|babysitters|babysitter|
        servants|slaves|circus|mother|mothers|psychologists|therapists|magicians|mind_readers|hospital|zoo|mum|nanny )
    ( here|have|take|grab|want|send_you ) ..2 ( a|some|the|our|you ) ..1 ( tissue|tissues|cookie|medal|hanky|
        lollipop|pacifier|dummy|trophy )
    ( first|only ) ( person|customer|guest|one|human ) ..6 ( to_find|to_complain|to_notice|in_history|ever_to|
        who_could_not|too_stupid|who_cannot|who_managed ) ..4
    ( ten|five|two|three|whole|entire|NUM ) ..2 ( minutes|minute|hours|seconds|pence|pounds|euros|steps ) COMMA ..1 (
        how|poor|what|imagine|oh|the )
    ( do|did ) YOU ( even|always|really|ever|actually ) ..1 ( think|read|cook|own|know|complain|whine|moan|have ) ..6
    ( wonder|wondering|astonishing|amazing|impressive|remarkable|touching|adorable|cute ) ..2 ( how|that|what ) ..2 (
        some_people|anyone|YOU ) ..6 ( manage|cope|survive|dress|complain|find_fault|find_something|tie )
    ( good ) ( luck ) ..2 ( finding|with|pleasing ) ..4 ( elsewhere|cheaper|better|life|attitude|anything|that )
""")
_NOT_AT_THEM: Final = frames("""
    ( it|that|this|which ) ( is|was|seems|feels ) ..2 RUDE ..8
    ( WE|OUR|ourselves ) ..5 ( RUDE|INSULT ) ..3
    ( RUDE ) ..3 ( mistake|of_ours|of_us|on_our|error|price|prices|queue|wait|bug|design|rule )
    ( right|agree|justified|fair ) ..4 ( call|find|called|say ) ..4 RUDE
    ( dummy ) ( plug|text|account|battery )
    ( sorry|apolog*|sad|regret ) ..12-COMMA|YOU_are
    ( clown|clowns ) ( at|in|from|show|act|who )
    ( fool ) ( proof )
    as YOU ( know )
    ( mean|means|meant ) ..2 ( a_lot|to|so|the_world|that|it|by )
    ( difficult|hard ) ( time|situation|to )
    ( YOU|YOUR ) ..2 ( sad|difficult|cheap|thick|dense|miserable|mad|embarrassing ) ( experience|time|night|stay|day|
        evening|journey|about|situation|surprise|hearing )
""")
_SCARE: Final = re.compile(
    r"[\"'](?:cold|dirty|rude|slow|broken|bad|horrible|terrible|late|small|experience|expert|review|problem|issue|complaint"
    r"|opinion|facts?|truth|ordeal|suffering|trauma|injury|emergency|disaster|nightmare|victim|critic|ruined|starving"
    r"|ignored|disgusting|long|hours?|huge|serious|urgent)[\"'],?(?= )",
    re.IGNORECASE,
)
_SCORN: Final = re.compile(
    r"\b(?:oh|so[- ]called|your|poor|dear|such a|wow|what a|how|ah|clearly|obviously)\b[^.!?]{0,18}$", re.IGNORECASE
)


_BETWEEN_THE_LINES: Final = frames("""
    ^ ( bless|yawn|whatever|boring|charming|classy|lovely|adorable|precious|brilliant ) $
    ( sounds|seems|looks ) like ..2 ( a_you|your|somebody|someone|you_need|you_have ) ..2 ( problem|got_up|woke|
        forgot|needs|issue|bad_day|hobby|nap )
    ( got_up|got_out|woke_up ) ..3 wrong side ..4
    ( alert|call|inform|phone|tell ) ..2 ( the_newspapers|the_press|the_papers|the_police|the_president|the_army|
        the_un|the_media|the_king|the_queen ) ..4
    ( cheer_up|calm_down|lighten_up|chill_out|man_up|toughen_up|deal_with_it|suck_it_up|get_a_grip ) ..1 ( COMMA|$
        | it_is|and|a_bit|dear|please )
    ( some|most|many ) ( of_us|people|of_them ) ..1 ( have|face|fight|know ) ( real|actual|bigger|serious ) ..2 (
        problems|problem|worries|lives|jobs|troubles )
    ( ask|get|find ) ..1 ( a|an|your|some ) ( grown_up|grownup|adult|grown ) ..6
    ( oh_wait|oh_right|newsflash|news_flash|surprise_surprise|guess_what|spoiler|breaking_news ) ..4
    ( must|bet|sure ) ..1 ( be )? ..1 ( fun|a_joy|a_delight|great|popular|a_hit ) ..1 ( at|with ) ..1 ( parties|home|
        people|friends|work|everyone )
    ( shocked|stunned|amazed|astonished|appalled ) COMMA ..1 ( shocked|stunned|simply|absolutely|to|that ) ..8
    ( as|so ) ( bad|poor|weak|thin|cheap|dull ) as YOUR ..3
    ( need|want|like|have|take|deserve ) ..1 a ( hug|tissue|cookie|nap|medal|cuddle|lie_down|holiday|snickers|drink )
        ..1 ( ? | $ )
    ( spare|save ) ( us|me|yourself|everyone ) ..1 ( the|YOUR|this|that ) ( drama|lecture|details|theatrics|tears|
        story|sermon|whining|act|speech|performance )
    ( nobody|no_one|who ) ( forced|forces|makes|made|asked|begged|invited|needs ) YOU ..4
    ( horror|tragedy|drama|scandal|outrage|disaster|catastrophe|crime|cruelty|injustice ) of ( a|an|it|cold|having|
        the|waiting ) ..5
    ( how|what ) ..1 ( terrible|awful|dreadful|tragic|dramatic|horrible|cruel ) ..2 ( that|it|to|for ) ..1 ( must|
        you|the_soup|a|have ) ..6-sorry|been !so_sorry
    ( try|maybe|perhaps ) ..2 ( another|a_different|some_other|a ) ( planet|hobby|species|universe|decade|attitude|
        tone ) ..3
""")


_SCORNED: Final = frames("""
    # What the review is called.
    ( YOUR|this|that|such|a|an|the ) ..3-sorry|our|staff ( WHINE ) ..2-of_our !about_our
    ( WHINE ) ..2 ( of|by|from|like ) ..1 ( YOUR|yours|YOU|a|this )
    ( masterpiece|opus|epic|saga|novel|poem|poetry|work_of_art|literature|performance|monologue|sermon|lecture|opera|
        prose|essay|shakespeare|fairy_tale|bedtime_story|thesis|dissertation|ode ) ..4-sorry|our ( of|about|on|YOUR|
        YOU|against )
    ( YOUR|this|the ) ..2 ( little|tiny|so_called|precious|charming|lovely|delightful|heroic|epic|poetic|thrilling|
        riveting|moving|touching|long|endless ) ..1 ( rant|essay|novel|story|tale|speech|sermon|lecture|opus|
        masterpiece|contribution|performance|adventure|ordeal|drama|poem|crusade|saga ) ..2-with_us
    ( PETTY ) ..4-WE|queue|wait ( complaint|review|thing|comment|reason|remark|criticism|demand|accusation|statement|
        request|post|guest|customer|person|feedback|words|excuse|text|read )
    ( complaint|review|comment|words|post|criticism|demand|message|reasoning ) ..3-sorry|us|our ( is|are|was|sounds|
        reads|seems|deserves|belongs ) ..3-not|sorry|never ( PETTY|RUDE|bin|like_a_joke|like_a_bad|bin|LAUGH|WHINE|
        rubbish|beneath|a_joke|a_farce|worthless|useless|pointless|without_merit )
    ( filed|file|noted|stored|put|place|thrown|printed|framed|hung|pinned|hangs|framing|belongs ) ..6-sorry ( bin|
        trash|rubbish|recycling|shredder|toilet|fridge|wall|frame|waste|basket|joke|round_file|fiction )
    # What the reviewer is called.
    ( YOU|YOUR ) ..2-sorry ( come_across|comes_across|strike|strikes|sound|seem|appear|behave|behaved|act|acted|look
        ) ..2-right|sorry|unhappy ( as|like|us|to_be|WE|a|an|the ) ..6-sorry|right|happy|disappointed ( unpleasant|
        bitter|miserable|spoiled|spoilt|entitled|child|teenager|toddler|baby|rude|arrogant|nasty|lonely|sad|sour|
        self_important|person_who|someone_who|kind_of_person|sort_of|type_who|INSULT|RUDE|difficult|angry|unstable|
        delusional|grumpy|jealous|hateful|toxic )
    ( what|such|quite|how|truly|clearly|simply|just|only ) ..1 ( a|an ) ..3-experience|sorry ( wet_blanket|
        spoilsport|misery|killjoy|sourpuss|moaner|grump|grouch|drama|diva|pain|buffoon|fool|piece_of_work|charmer|
        ray_of_sunshine|delight_you|joy_you|pleasure_you|party_pooper|snob|know_all|prima_donna|crank|prick|
        hypocrite|coward|narcissist|bully|oaf|boor|philistine )
    ( wet_blanket|spoilsport|killjoy|sourpuss|grouch|party_pooper|prima_donna|crybaby|windbag|blowhard|busybody|
        whinger|moaner|nitpicker|complainer|faultfinder|malcontent|ingrate|drama_queen|freeloader|scrounger|tightwad|
        penny_pincher|snob|hypochondriac|philistine|peasant|yokel|bumpkin ) ..3
    ( people|someone|somebody|folk|types|characters ) ( like|such_as ) ( YOU|YOUR|yourself ) !who|which
    ( guests|customers|users|clients|visitors ) ( like|such_as ) ( YOU|YOUR|yourself ) ..3 ( are|is|never|not|make|
        ruin|deserve|spoil|belong|drive|should|complain|always|will ) ..4-joy|why|reason|glad|help|enable ( problem|
        never|not|ruin|spoil|nothing|complain|stay|worst|rude|difficult|elsewhere|grief|miserable|mad|home )
    ( some|certain|many|those|these|most|few|such ) ..1 ( people|guests|customers|folk|users|types|souls|individuals|
        visitors ) ..6-WE|sorry|feel|prefer|told ( complain|moan|whine|find_fault|find_something|never_be|cannot_be|
        never_happy|are_never|please|pleased|paradise|heaven|satisfied|suffer|born|live_for|love_to|
        enjoy_complaining|hobby|attention|cannot_read|simply_cannot|beyond_help|in_life|no_sense )
    ( takes|need|needs|must_be ) ..2 ( special|certain|particular|rare|unique|strange|peculiar ) ..2 ( kind|type|
        sort|talent|gift|person|skill|breed|mind )
    ( YOUR ) ..2-sorry|experience|stay ( character|upbringing|manners|intelligence|iq|personality|attitude|education|
        common_sense|mental|sanity|brain|ego|temper|sour_face|breeding|soul|behaviour|behavior ) ..6-sorry|
        was_so_kind ( is|was|leaves|says|are|must|needs|speaks|explains|tells|seems|shows|than|problem|desired|
        lacking|missing|short|size|elsewhere )
    ( says|tells|speaks|reveals|shows|said ) ..5 ( more|all|everything|lot|volumes|much ) ..4 ( about|of ) YOU|YOUR|
        who_you
    ( pity|feel_sorry|sympathy|condolences|sympathise|sympathize|heart_goes|admire|poor ) ..4-we_are|that_you (
        whoever|anyone|anybody|everyone|those|the_people|your_wife|your_husband|your_family|your_partner|
        your_colleagues|your_children|your_friends|your_neighbours|the_person|wife|husband|family|next_hotel|
        next_restaurant|next_shop ) ..6
    ( YOU|guests|customers ) ..2-sorry ( not|never|hardly ) ..2 ( missed|be_missed|miss|sorely|needed_here )
    WE ..2 ( not|never|hardly|will_not|scarcely ) ..1 ( miss|need|want|care_for|mind_losing ) ..1 ( YOU ( $ | COMMA
        | here | back | and | as | or ) | guests_like | customers_like | YOUR ( custom | business | money | sort
        | kind | attitude ) | people_like )
    ( better|happier|quieter|nicer|glad|relieved|pleased|delighted ) ..4 ( without_you|better_off_without|
        you_are_gone|you_left|rid_of|see_the_back|see_you_go|see_you_leave|lose_you|lost_you|you_will_not_be_back|
        you_are_not_coming )
    ( take|bring|keep ) YOUR ..3 ( elsewhere|somewhere_else|to_yourself|business|attitude|money|custom|opinions|
        opinion|negativity ) ..2
    # Made little of.
    if ..12-WE|sorry ( worst|biggest|greatest|hardest|most_terrible|only_problem ) ..4 ( thing|problem|worry|ordeal|
        trouble|that|of|in|disaster )
    ( count_yourself|consider_yourself|think_yourself|call_yourself|reckon_yourself ) ..1 ( lucky|fortunate|blessed|
        spoiled|spoilt )
    ( get|getting ) ..1 ( a|some )? ( grip|life|perspective|over_it|over_yourself|sense_of_humour|sense_of_humor|
        thicker_skin|used_to_it|real|therapy|out_more ) !better|from|back|COMMA_please
    ( nobody|no_one ) ..1 ( died|was_hurt|was_harmed|was_killed|has_died|starved|froze|got_hurt ) ..3
    ( world|sky|universe|sun|planet|earth|heavens ) ..3 ( not|never|still|has|is|will|does ) ..2 ( end|ended|fall|
        fallen|falling|stop|stopped|revolve|collapse|turning|turn|rotate|revolves )
    ( it|that|this ) ..1 ( was|is ) ..1 ( only|just|merely|all_of|a_mere|but ) ..1-sorry ( a|an|one|two|ten|five|
        water|some|tea|soup|NUM|dust|food|rain ) ..2 ( hour|minutes|minute|shower|drop|room|soup|draught|hair|spider|
        crumb|lamp|app|hotel|crumbs|spot|stain|cold|little|hours|bit|breakfast ) ..1 ( COMMA|$|for|not )
    ( real|actual|serious|bigger|genuine|true ) ( problems|problem|worries|hardship|suffering|disasters|tragedies )
        ..6
    ( first_world|luxury|champagne|white_people ) ..1 ( problem|problems|worries|complaint )
    ( alert|call|inform|notify|ring|tell|phone|summon|fetch|stop|hold|wake|send ) ..2 ( united_nations|the_un|navy|
        coast_guard|fire_brigade|press|presses|newspapers|front_page|president|king|queen|prime_minister|army|
        amnesty|red_cross|hague|human_rights|ambulance|smelling_salts|violins|pope|nasa|media|world_leaders|
        the_authorities|cavalry|guinness ) ..4-sorry
    ( hearts|heart ) ..1 ( bleed|bleeds|breaks|break|weep|weeps ) ..3-sorry !to_read|to_hear
    ( crocodile_tears|violin|violins|smelling_salts|tissues|handkerchief|hankies|tissue|medal|trophy|participation|
        gold_star|nobel|oscar|pulitzer|standing_ovation|slow_hand|drumroll|drum_roll ) ..6
    # Mock horror and mock respect.
    ( oh|ah|o|aw|aww|ooh|wow|gosh|goodness|dear|heavens|gasp|alas|boo|yikes|crikey|blimey|gee|golly|good_lord|
        good_grief ) ..1 COMMA? ..2 ( the ( horror|humanity|tragedy|drama|agony|injustice|suffering|outrage|pain|
        misery|cruelty|scandal|shame|inhumanity|irony ) | entire | whole_hour | whole | you_poor | poor_you
        | how_awful_for | what_a_tragedy | what_a_disaster | such_suffering | real | really | me_oh )
    the ( horror|humanity|agony|injustice|inhumanity|indignity|cruelty|outrage|tragedy ) ( COMMA | $ | of | that )
    ( how|however ) ..1 ( did|do|will|could|can|must|have ) ..1 ( YOU|anyone|one|a_person ) ..1 ( ever )? ..1 (
        survive|survived|cope|coped|manage|endure|endured|bear|stand|live_through|get_through|recover|sleep_at_night|
        get_out_of_bed|get_dressed|tie )
    ( dear|YOUR|yes|of_course|forgive|pardon|we|beg|bow|kneel|curtsy|curtsey|apologise|sorry ) ..5 ( majesty|
        highness|royal_highness|excellency|lordship|ladyship|your_grace|humbly_beg|humbly_bow|most_humbly|
        on_our_knees|mere_mortals|peasants|humble_servants|unworthy|kneel|grovel|not_worthy )
    ( beneath|worthy|unworthy|below|good_enough|fit|up_to|meet|match|suit|satisfy|worth ) ..5-sorry|WE|our ( YOUR ..2
        ( standing|stature|rank|highness|majesty|dignity|palate|elevated|refined|exalted|exacting|lofty|exquisite|
        delicate|royal|superior|sophisticated|sense_of_importance|noble|regal ) | someone_of_your | somebody_of_your
        | a_person_of_your | a_connoisseur | royalty | a_king | a_queen )
    ( bring|hire|pack|get|rent|find|employ|expect|expected|want|wanted|demand|need|deserve|afford|roll_out|
        rolled_out|expecting ) ..4-sorry|WE ( butler|red_carpet|nanny|servant|servants|chauffeur|own_chef|maid|slave|
        slaves|palace|five_star_palace|ritz|personal_assistant|babysitter|throne|trumpets|fanfare|brass_band|caviar|
        gold|golden|champagne_breakfast|helicopter )
    ( thank_you|thanks|thank|grateful|how_kind|so_kind|honoured|honored|blessed|privileged|appreciate ) ..4-glad|
        sorry ( nothing|enlightening|educating|gracing|honouring|wisdom|your_expert|expertise|expert|professor|
        sherlock|einstein|genius|free_lesson|lesson_in|lecture|sermon|life_advice|the_entertainment|the_amusement|
        making_us_laugh|the_comedy|the_giggle|the_chuckle|wasting|your_drama|this_drama|ruining|self_pity|
        masterpiece|your_tantrum|your_hysteria|your_rant|this_rant|the_rant|your_profound|your_deep )
    sorry ..6-WE|cold|wait|shower|that_our ( sun_did|sun_does|weather_did|universe|the_world_does|sea_was_too|sea_is|
        ocean|nature|gravity|earth_is|do_not_employ|mind_readers|psychic|psychics|not_magicians|cannot_take_a_joke|
        can_not_take|refined|delicate|you_lack|lack_a_sense|you_have_such_a|so_sensitive|so_easily|no_sense_of|
        you_have_nothing|such_a_sad|so_bitter|so_miserable|you_are_a|your_life|your_ego )
    ( emergency|crisis|general|extraordinary ) ( meeting|session|summit|cabinet|assembly|task_force|committee ) ..3 (
        about|over|on|because|to_discuss|for|in_view|COMMA|$ )
    ( half_mast|half_staff|day_of_mourning|minute_of_silence|minute's_silence|state_funeral|black_armbands|
        candlelight|candlelit|vigil|royal_commission|public_inquiry|national_mourning|in_mourning|devastated_nation|
        a_nation_weeps|book_of_condolence|trauma_team|trauma_counselling|support_group|survivors|helpline_for ) ..4
    ( offered|receiving|getting|needs|need|undergoing|given|booked|in|provide|provided ) ..2 ( counselling|
        counseling|therapy|trauma_support|smelling_salts|psychological ) ..3
    ( give ) ( me|us ) ( strength|patience|a_break )
    ( for ) ( heaven's|god's|goodness|pete's|christ's|crying_out|pity's|fuck's ) ( sake|loud ) ..1
    ( pull_yourself|pull_yourselves|snap_out|build_a_bridge|cry_more|cry_harder|dry_your|wipe_your|chin_up_princess|
        calm_yourself|relax_a|spare_us|spare_me|do_us_a_favour_and_stop|dream_on|keep_dreaming|oh_please|oh_come_on|
        come_off_it|in_your_dreams|tough_luck|too_bad_so_sad|hard_luck|deal_with_it|suck_it_up|like_it_or_lump|
        life_is_hard|life_is_unfair|welcome_to_the_real|welcome_to_life|welcome_to_reality ) ..3-when
    ( over|about|because_of|for|of ) ..1 ( a|an|one|the|some|this|your ) ..1 ( SWEAR|measly|mere|poxy|piddling|
        single_tiny|teeny|teensy|itsy|trifling|tiny_little ) ..4
    ( SWEAR ) ..1 ( YOU|YOUR|review|complaint|customer|customers|guests|guest|hairdryer|people|star|stars|cheek|
        nerve|liar|room|app|lamp|thing|ungrateful|well|off|idiot|joke|business )
    ( must_be|must_be_so|must_be_very|imagine|how|so ) ..2 ( hard|exhausting|tiring|sad|lonely|awful|difficult|tough|
        miserable|dull|boring ) ..4-sorry|for_you_both ( being_you|to_be_you|go_through_life|going_through_life|
        to_live_like|your_life|life_must|living_with_you|such_a_life|offended|perfect )
    ( speedy|swift|full|quick ) recovery from ..4-surgery|illness|operation|flu
    ( this|the|such ) ..1 trauma ..2
    ( keeps|keep|kept ) ..1 YOU ..1 ( awake|up ) ..1 ( at )? ( night | $ )
    ( one|anyone|anybody ) ( might|would|could ) ( almost )? ( think|believe|assume|suppose ) ..8-sorry|WE
    sound of ( their|YOUR|his|her ) ..1 own ..2
    ( glass_houses|mountain_out|storm_in_a|tempest_in|mole_hill|molehill|making_a_mountain|much_ado|making_a_fuss|
        make_a_fuss|kicking_up ) ..4-sorry|WE
    ( how|so|truly|very ) brave ..2 YOU
    ( anyone|anybody|everyone|everybody|a_person|those|person|people ) ..1 ( older|over|above|past|beyond|out_of )
        ..2 ( NUM|six|five|four|three|ten|seven|nappies|diapers|kindergarten|nursery|primary ) ..4
    ( cheer|cheers|cheered|cheering ) ..1 ( us|me|our ) ..2 up
    ( cheering_up ) ..3-kind|thank|words|day
    ( toy_shop|toy_shops|kindergarten|nursery_school|preschool|primary_school|school_desk|back_to_school ) ..3-sorry
    # Too dull to understand.
    ( over|above|beyond ) YOUR ( head|intelligence|understanding|abilities|capabilities|grasp|level|comprehension|
        horizon )
    ( explain|explained|repeat|spell|draw|say|write|put ) ..6 ( slowly|simple_words|small_words|short_words|
        simpler_words|easy_words|crayons|crayon|pictures_for_you|big_letters|again_for_you|picture_book|for_dummies|
        for_beginners|so_even )
    ( any|even|every|a|average|any_reasonably ) ..3-YOUR|sorry ( child|toddler|kindergartner|year_old|grandmother|
        granny|grandma|monkey|chimp|chimpanzee|goldfish|trained_ape|amoeba|beginner|schoolchild|pupil|hamster|donkey|
        sheep|parrot|five_year|three_year|six_year|four_year|two_year|reasonably_intelligent|halfway_intelligent|
        person_with_half ) ..2 ( old )? ..2 ( can|could|knows|would|manages|understands|gets|is_able|has_worked|
        works|might|figure )
    ( three|four|five|six|two|seven|ten|NUM ) ..1 year ..1 old ..3 ( can|could|knows|would|manages|understands|gets|
        is_able|might|has )
    ( half_a_brain|brain_cell|brain_cells|two_brain|an_ounce_of|a_shred_of|a_modicum|a_trace_of|grey_matter|
        gray_matter|two_working_eyes|a_pair_of_eyes|functioning_brain|working_brain|basic_intelligence|
        basic_literacy|able_to_read|can_read_and|literate ) ..4
    ( rocket_science|brain_surgery|quantum_physics|nuclear_physics|a_university_degree|degree_in|a_phd|phd ) ..4
    ( only|just ) ..1 ( a|an ) ..3 ( fool|idiot|moron|simpleton|madman|halfwit|complete|total|child|snob|lunatic|
        amateur ) ..6-sorry
    ( not|hardly|never|scarcely|far_from ) ..3 ( sharpest|brightest|smartest|cleverest|quickest|most_intelligent|
        fastest ) ..3
    # Laughed at.
    ( WE|team|staff|kitchen|office|everyone|colleagues|our ) ..8-sorry|with_you|your_children|together|thank_you|
        thanks ( LAUGH ) !with|too|together|along
    ( LAUGH ) ..3-sorry|heard|hear ( at|over|reading|value|material|gold|YOUR|YOU|from_start|about_YOUR|about_this|
        about_how ) !with
    ( read|reading|shared|passed|posted|printed ) ..6-sorry|twice|with_care ( aloud|out_loud|out ) ..4 ( team|staff|
        kitchen|meeting|break|everyone|office|lunch|party|bar|canteen|coffee|everybody|chef )
    ( someone|somebody|who|YOU|did_you|must_have|clearly ) ..8-sorry|WE ( wrong_side|bad_hair|slept_badly|bad_mood|
        too_much_coffee|not_enough_coffee|no_coffee|hangover|hungover|too_much_wine|had_a_drink|had_been_drinking|
        had_a_few|drunk|forgot_your_pills|medication|pills|need_a_nap|needs_a_nap|needs_a_hug|time_of_the_month|
        that_time_of|period|off_your_meds|meds ) ..3
    ( ever|have_you|you_might|you_could|may_want|perhaps|maybe|why_not|consider|try ) ..4-sorry|WE ( therapy|
        therapist|anger_management|psychiatrist|psychologist|shrink|counselling|yoga|meditation|a_hobby|decaf|
        manners|kindness|gratitude|a_smile|humility|grow_up|growing_up|lightening|glasses|spectacles|an_optician|
        a_dictionary|a_spell|spelling|a_grammar|grammar ) ..4
""")


_SNEERS: Final = frames("""
    # Said in an apology or in thanks, too.
    ( so|too|that|very|rather ) ..1 easily ..1 ( upset|offended|hurt|triggered|annoyed|shocked|bored|irritated )
    ( tent|hostel|campsite|camping|palace|castle|monastery|cave|barn|caravan|ritz|hilton|youth_hostel ) ..3-WE|OUR (
        would|might|may ) ..4 ( suit|liking|taste|better|more )
    ( sense_of_entitlement|your_entitlement|the_entitlement|the_nerve|the_cheek|the_audacity|the_gall|such_arrogance|
        your_arrogance|your_ignorance|your_rudeness|your_impudence|your_audacity|your_nerve )
    ( realise|realize|know|aware|idea ) ..5-sorry|we_have ( dealing_with|host_to|in_the_presence|hosting|serving|
        honoured_by|had_a ) ..3 ( inspector|expert|critic|royalty|celebrity|connoisseur|star|queen|king|prince|vip|
        professional|gourmet )
    ( stay|stays|remain ) ..1 ( at_home|home ) ..1 ( where|if|next_time|then|instead )
    ( reviews|review|complaints|comments|posts ) ..2 ( say|says|tell|tells|reveal|speak|speaks ) ..2 more ..2 about
        ..2 ( writer|author|reviewer|person|one_who|who )
    # What any child can do, and you could not.
    ( child|children|kids|kid|toddler|toddlers|grandmother|grandmothers|granny|grandma|year_old|five_year_old|
        ten_year_old|baby|babies|pupils|beginners|everyone_else|everybody_else|anyone_else|most_people ) ..4-COMMA|sorry
        ( follow|follows|build|builds|understand|understands|master|masters|manage|manages|use|uses|solve|solves|
        read|reads|assemble|assembles|handle|handles|grasp|grasps|work_out|works_out|do|does|put_together )
        ..6-sorry|noise|and ( ( beyond|above ) ..1 YOU | too ..3 for YOU | ( defeated|overwhelmed|puzzled|
        overtaxed|beat|baffled|stumped|challenged|confused|overtook ) ..1 YOU )
    do YOU ..1 ( complain|whine|behave|treat|moan|write|act ) ..6 ( at_home|everywhere|everyone|always|like_this|
        like_that|this_much|so_much )
    ( captain_obvious|mr_perfect|mrs_perfect|miss_perfect|your_holiness|smart_alec|wise_guy|know_it_all|clever_clogs|
        smarty_pants|miss_marple|einstein )
    COMMA ( darling|sweetie|sweetheart|dearie|buddy|sunshine|princess|snowflake|honey|pal|mate ) ..1 ( $ | COMMA )
    ( are|is ) not YOU ( a|such|the|special|delight|clever|lucky|precious|just|so|sweet )
    ( is|was|are ) ( a|an|only_a|just_a ) ..2 COMMA ( not|hardly|and_not ) ( a|an|the ) ..1 ( palace|spa|ritz|
        five_star|castle|hospital|war|disaster|tragedy|crime|miracle|michelin|luxury|sauna|royal|opera|funeral|
        catastrophe )
""")


def insult(case: Case) -> Iterator[Finding]:
    """G21: an insult, swearing or mockery. The same words about what happened are left alone."""
    spans = (
        *case.found(_INSULTS, _MOCKING, _SCORNED, spare=_NOT_AT_THEM),
        *case.found(_BETWEEN_THE_LINES, spare=DONE),
        *case.found(_SNEERS),
    )
    for span in spans:
        yield G21.block_sentence(case, *span, "insults or mocks the reviewer, or swears")
        return
    for at in _SCARE.finditer(case.text):
        start = max(0, at.start() - 40)
        if _SCORN.search(case.text[start : at.start()]):
            yield G21.block(case, *at.span(), "puts what the reviewer says in scare quotes")
            return


def cold(case: Case) -> Iterator[Finding]:
    """G36: a reply to somebody unhappy without one courtesy."""
    text = case.view.encoded
    n_words = sum("END" not in unit.tags for unit in text.units)
    is_unhappy = case.review.rating is None or case.review.rating.share <= _UNHAPPY
    if not n_words or not is_unhappy or not case.review_text.strip() or "COURTESY" in text.present:
        return
    if case.is_foreign():
        return
    yield G36.warn(case, 0, len(case.text), "has no courtesy: no thanks, no regret, no kind word")


_UNHAPPY: Final = 0.5

RULES: Final = (insult, cold)
