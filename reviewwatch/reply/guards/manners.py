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
    ( cry_me_a_river|get_over_it|grow_up|get_a_life|get_lost|good_riddance|nobody_cares|no_one_cares|
        shame_on_you|boo_hoo|boohoo|poor_thing|poor_you|poor_baby|slow_clap|give_me_a_break|
        learn_to_read|use_your_brain|brain_cells|spoon_fed|smallest_violin|world's_smallest_violin|
        first_world_problem|first_world_problems|wasting_our_time|waste_of_our_time|too_much_time_on|
        nothing_better_to|get_a_hobby|need_a_hobby|find_a_hobby|comedy_gold|a_good_laugh|sorry_not_sorry|eyes_open|
        suit_your_talents|bless_your_heart|heul_doch|armes_ding|schamen_sie_sich|pobrecito|pobrecita|
        a_nadie_le_importa|hold_your_hand ) !here|so_fast
    shut_up !shop|early|the
    ( nobody|no_one ) asked ( YOU|for_your | $ )
    ( no|lack|lacks|lacking|get|find|need|needs|without|buy|lost|missing|not_have ) ..4-only sense_of_humour
    ( congratulations|congrats|bravo|hats_off|well_done|medal|award|oscar|trophy|applause|prize ) ..5 ( on|for|to|
        you|most|best|worst ) ..6-wedding|birthday|anniversary|baby|exam|engagement|graduation|new ( complain*|
        complaint|complaints|whin*|moan*|reading|noticing|rude|ruin*|longest|shortest|missing|managing_to|fault|
        drama|find|finding_out|patience |( worst|angriest|nastiest ) review | finding_fault|finding_something|
        finding_a_reason )
    ( thank|thanks|thank_you ) ..1 for ..1 ( nothing|wasting|the_drama|ruining|sharing_your_drama|the_entertainment|
        YOUR_useless|the_lecture|your_useless )
    ( even|any ) ( a )? ..1 ( child|toddler|monkey|five_year|baby|kid|beginner|donkey|dog ) ..4 ( can|could|knows|
        would|manages|understands|gets ) !join|ride|swim|stay|eat|come|play|visit|sleep|enter|enjoy|go|use_the
    ( YOU|YOUR ) ..3 ( a|such|real|big|total|absolute|little ) ..2 ( joke|disgrace|embarrassment|nuisance|baby|
        piece_of_work|pain|coward|liar|diva|child|drama|cheapskate|complainer|ray_of_sunshine )
""")
_MOCKING: Final = frames("""
    ( maybe|perhaps|better|best|why_not|should ) ..2 stick to ..1 ( what|something|simpler|tv|home|YOUR|chains|
        fast_food|camping|a|pen|
        books|magazines|microwave|caravans|tents|hostels|youth ) ..3
    ( load|heap|pile|bunch|pack ) of ..1 ( RUDE|WHINE|nonsense|rubbish|trash|lies )
    ( YOU|YOUR|REVIEW|this|such|pure|utter|absolute|complete|it|that|is|are|people ) ..2-in|the|to|from|for|file|folder|
        note|notes trash !can|bin|bag|folder|was|in|on|left
    YOU ..1 ( are|were ) ..2 ( nightmare|menace|pest|handful|terror|bully )
    ( are|were ) YOU ..1 ( always|usually|normally|generally ) ..2 ( this|so|such|like_this|like_that )
    ( ten|five|two|three|whole|entire|NUM ) ..2 ( minutes|minute|hours|seconds|pence|pounds|euros|steps ) COMMA ..1 (
        how|poor|imagine|oh | what !a )
""")
_NOT_AT_THEM: Final = frames("""
    ( it|that|this|which ) ( is|was|seems|feels ) ..2 RUDE ..8
    ( WE|OUR|ourselves ) ..5 ( RUDE|INSULT ) ..3
    ( RUDE ) ..3 ( mistake|of_ours|of_us|on_our|error|price|prices|queue|wait|bug|design|rule )
    ( right|agree|justified|fair ) ..4 ( call|find|called|say ) ..4 RUDE
    ( dummy ) ( plug|text|account|battery )
    ( sorry|apolog*|sad|regret ) ..12-COMMA|BUT|YOU_are
    ( clown|clowns ) ( at|in|from|show|act|who )
    ( mean|means|meant ) ..2 ( a_lot|to|so|the_world|that|it|by )
    ( difficult|hard ) ( time|situation|to|one|start|for|moment|decision|day|week|year|case )
    YOUR ..1 ( request|wish|idea|claim|demand ) ..3 difficult
    mad ( about|at|with|when|that|over ) ..3
    # Words that name a thing or a feeling, too.
    ( list|checklist|report|inventory|form|rules|clerk|charge|fee|checks|policy|invoice ) ..4-YOU|YOUR WHINE
    grievances
    ( understand|understandable|share|justified|feel|imagine|hear ) ..6-COMMA ( outrage|rage )
    YOUR ( outrage|rage ) ( is|was ) ..2 ( understandable|justified|right|fair|shared|heard )
    waffle ( machine|maker|iron|batter )
    hot air ( comes|fan|balloon|blows|blower|dryer|oven|system|flows|vent|heating|from )
    bitterness ..1 ( in|of ) ..2 ( coffee|tea|beer|sauce|chocolate|taste|beans )
    trash ( was|bin|bins|can|cans|bag|bags|not|in|on|left|collection|from|chute|removal|has|had|outside|behind|room|
        were|piled )
    genius ( idea|bar|tip|hint|solution )
    fool ( proof )
    grumbling ( cat|dog|stomach|pipes|engine|boiler|fridge|tummy )
    YOU ( worry|think|fear|find|call|called|thought|feel ) ( is|are|was|were ) RUDE
    ( gooseberry|rhubarb|raspberry|april ) fool
    flipping ( of|the|pages|page|through|over|a_coin|board|menu|pancakes|burgers|switch )
    bleeding ( the|radiators|radiator|edge|edges|gums|heart )
    ruddy ( duck|ducks|cheeks )
    jerk ( chicken|pork|sauce|seasoning|marinade|fish )
    ( with|a ) ..1 jerk ( of|when|at | $ )
    ( soap|pool|lime|pond ) scum
    scum ( on|in|line|around )
    ( sore|bracket )? loser ( of|bracket|plays )
    snowflake ( pattern|shape|jumper|sweater|decoration* | $ )
    ( like|of|a|paper|glass|wooden ) ..1 snowflake ( in|on|from )
    prick ( of|test|the|your_finger )
    bloody mary
    some people ( prefer|need|may|might|use|still_use|with|in|on|at|could|get|reported | ( like|find|want ) !to|fault|
        attention )
    drama ( club|school|class|classes|series|department|festival|at_the|group )
    ( for|the|no|any|all_the|such ) drama ( at|with|around|of_the|in_the|you_had|caused )
""")
_SCARE: Final = re.compile(
    r"[\"'](?:cold|dirty|rude|slow|broken|bad|horrible|terrible|late|small|experience|expert|review|problem|issue"
    r"|complaint|opinion|facts?|truth|ordeal|suffering|trauma|injury|emergency|disaster|nightmare|victim|critic|ruined|starving"
    r"|ignored|disgusting|long|hours?|huge|serious|urgent)[\"'],?(?= )"
    r"(?! (?:button|tab|page|section|field|form|menu|option|icon|screen|key)\b)",
    re.IGNORECASE,
)
_SCORN: Final = re.compile(
    r"\b(?:oh|so[- ]called|your|poor|dear|such a|wow|what a|how|ah|clearly|obviously)\b[^.!?]{0,18}$", re.IGNORECASE
)


_BETWEEN_THE_LINES: Final = frames("""
    ( ^ ..1 | COMMA | ( YOU|just|to|must|better|simply ) ) ( just|to|and )? deal_with_it ( $ | COMMA )
    ( cheer_up|calm_down|lighten_up|chill_out|man_up|toughen_up|suck_it_up|get_a_grip ) ..1 ( COMMA|$
        | it_is|and|a_bit|dear|please )
""")


_SCORNED: Final = frames("""
    # What the review is called.
    ( YOUR|this|that|such|a|an|the ) ..3-sorry|our|staff ( WHINE ) ..2-of_our !about_our
    ( YOU|YOUR|this|that|such|another|enough|full_of|pure|sheer|more|so_much|what_a|all_the|a_lot_of|same|spare|REVIEW
        ) ..3-sorry|our|staff|app|child|club|group|COMMA FUSS !at_the|in_the|on|and_the
    FUSS ..1 ( about|over|because_of ) ( a|an|one|some|YOUR|nothing|cold|two ) ..4
    ( masterpiece|opus|epic|saga|novel|poem|poetry|work_of_art|monologue|sermon|prose|essay|shakespeare|fairy_tale|
        bedtime_story|thesis|dissertation|ode ) ..4-sorry|our ( of|about|on|YOUR|YOU|against )
    ( YOUR|this|such|dramatic|theatrical|moving ) ..1 ( performance|lecture|opera|literature ) ..2-our|app|sorry ( of|
        about|on|against )
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
    ( some|certain|many|those|these|most|few|such ) ..1 ( people|guests|customers|folk|users|types|souls|individuals|
        visitors ) ..6-WE|sorry|feel|prefer|told ( complain|moan|whine|find_fault|find_something|never_be|cannot_be|
        never_happy|are_never|please|pleased|paradise|heaven|satisfied|suffer|born|live_for|love_to|
        enjoy_complaining|hobby|attention|cannot_read|simply_cannot|beyond_help|in_life|no_sense )
    YOUR ..1 character ..1 ( leaves|says|must|needs|speaks|explains|tells|shows|missing|lacks )
    ( YOUR ) ..2-sorry|experience|stay|positive|kind|great|good|lovely|wonderful|friendly ( upbringing|
        manners|intelligence|iq|personality|attitude|education|
        common_sense|mental_health|mental_state|sanity|brain|ego|temper|sour_face|breeding|soul|behaviour|behavior )
        ..6-sorry|
        was_so_kind ( is|was|leaves|says|are|must|needs|speaks|explains|tells|seems|shows|than|problem|desired|
        lacking|missing|short|size|elsewhere )
    ( sympathy|sympathies|condolences|sympathise|sympathize ) ..4-we_are|that_you ( your_colleagues|your_neighbours|
        your_friends|next_hotel|next_restaurant|next_shop | ( whoever|anyone|anybody|everyone|everybody|those|
        the_people|the_person ) ..6 ( YOU|YOUR ) | ( your_wife|your_husband|your_family|your_partner|your_children|
        wife|husband|family ) ..2 ( who|having|putting|must|live|lives|married ) ) ..4
    ( feel_sorry|heart_goes|admire|poor | ( WE|really|only|truly|do|can|must|just | ^ ) pity ) ..4-we_are|that_you (
        whoever|anyone|anybody|everyone|those|the_people|your_wife|your_husband|your_family|your_partner|
        your_colleagues|your_children|your_friends|your_neighbours|the_person|wife|husband|family|next_hotel|
        next_restaurant|next_shop ) ..6
    ( some|certain ) people ( $ | COMMA | ..1 just_like|just_want|just_love|just_cannot|just_have|never|really|have_no |
        will_always|will_never|like_you ) ..3 !ask|asked|smartphone|car|account|bank
    ( YOU|YOUR|such|so|how|a|rather ) ..3-our|sorry|was|have|has|been|that spoilt !for|by|your|the|our|it|milk|food
    ( YOU|YOUR|REVIEW|a|an|this|another|just|of|by|feed|the ) ..2-as troll !figure|figures|doll|dolls|path|bridge|boss|
        in_the|level|king
    # Made little of.
    if ..12-WE|sorry ( worst|biggest|greatest|hardest|most_terrible|only_problem ) ..4 ( thing|problem|worry|ordeal|
        trouble|that|of|in|disaster )
    ( count_yourself|consider_yourself|think_yourself|call_yourself|reckon_yourself ) ..1 ( lucky|fortunate|blessed|
        spoiled|spoilt )
    ( get|getting ) ..1 ( a|some )? ( grip|life|perspective|over_it|over_yourself|sense_of_humour|sense_of_humor|
        thicker_skin|used_to_it|real|therapy|out_more ) !better|from|back|COMMA_please
    ( alert|call|inform|notify|ring|tell|phone|summon|fetch|stop|hold|wake|send ) ..2 ( united_nations|the_un|navy|
        coast_guard|fire_brigade|press|presses|newspapers|front_page|president|king|queen|prime_minister|army|
        amnesty|red_cross|hague|human_rights|ambulance|smelling_salts|violins|pope|nasa|media|world_leaders|
        the_authorities|cavalry|guinness ) ..4-sorry
    # Mock horror and mock respect.
    ( oh|ah|o|aw|aww|ooh|wow|gosh|goodness|dear|heavens|gasp|alas|boo|yikes|crikey|blimey|gee|golly|good_lord|
        good_grief ) ..1 COMMA? ..2 ( the ( horror|humanity|tragedy|drama|agony|injustice|suffering|outrage|pain|
        misery|cruelty|scandal|shame|inhumanity|irony ) | ( an_entire|a_whole|one_whole|whole ) ( hour|minute|minutes|
        hours|day|euro|pound|dollar|second|seconds|five|ten ) | you_poor | poor_you
        | how_awful_for | what_a_tragedy | what_a_disaster | such_suffering | me_oh )
    the ( horror|humanity|agony|injustice|inhumanity|indignity|cruelty|outrage|tragedy ) ( COMMA | $ | of | that )
    ( how|however ) ..1 ( did|do|will|could|can|must|have ) ..1 ( YOU|anyone|one|a_person ) ..1 ( ever )? ..1 (
        manage !with|the|it|that|all|on|your | survive|survived|cope|coped|endure|endured|bear|stand|live_through|
        get_through|recover|sleep_at_night|
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
        sorry ( nothing|educating|enlightening|honouring|gracing|wisdom|your_expert|expertise|your_expert_opinion|
        your_expert_advice|your_vast|professor|sherlock|
        einstein|genius|free_lesson|lesson_in_how|lesson_in_running|lecture|sermon|life_advice|the_entertainment|
        the_amusement|
        the_comedy|the_giggle|the_chuckle|wasting|your_drama|this_drama|ruining|self_pity|
        masterpiece|your_tantrum|your_hysteria|your_rant|this_rant|the_rant|your_profound|your_deep )
    sorry ..6-WE|cold|wait|shower|that_our ( sun_did|sun_does|weather_did|universe|the_world_does|sea_was_too|sea_is|
        ocean|nature|gravity|earth_is|do_not_employ|mind_readers|psychic|psychics|not_magicians|cannot_take_a_joke|
        can_not_take|refined|delicate|you_lack|lack_a_sense|you_have_such_a|so_sensitive|so_easily|no_sense_of|
        you_have_nothing|such_a_sad|so_bitter|so_miserable|you_are_a|your_life|your_ego )
    ( emergency|crisis|general|extraordinary ) ( meeting|session|summit|cabinet|assembly|task_force|committee ) ..3 (
        about|over|because|to_discuss|for|in_view ) ..5 ( YOUR|this|such|a|an|one|REVIEW|lukewarm|missing )
    ( call|called|calling|hold|held|convene|convened ) ..3 ( emergency|crisis|extraordinary ) ( meeting|session|summit|
        assembly|task_force|committee ) ..2 ( COMMA|$ )
    ( half_mast|half_staff|day_of_mourning|minute_of_silence|minute's_silence|state_funeral|black_armbands|
        candlelight|candlelit|vigil|royal_commission|public_inquiry|national_mourning|in_mourning|devastated_nation|
        a_nation_weeps|book_of_condolence|trauma_team|trauma_counselling|helpline_for ) ..4
    ( support_group|survivors ) ..1 ( for|of ) ..5 ( YOU|YOUR|such|cold|guests|people|victims|those|this|these|a )
    ( offered|receiving|getting|needs|need|undergoing|given|booked|in|provide|provided ) ..2 ( counselling|
        counseling|therapy|trauma_support|smelling_salts|psychological ) ..3
    ( give ) ( me|us ) ( strength|patience|a_break )
    ( pull_yourself|pull_yourselves|snap_out|build_a_bridge|cry_more|cry_harder|dry_your|wipe_your|chin_up_princess|
        calm_yourself|relax_a|spare_us|spare_me|do_us_a_favour_and_stop|dream_on|keep_dreaming|oh_please|oh_come_on|
        come_off_it|in_your_dreams|tough_luck|too_bad_so_sad|hard_luck|suck_it_up|like_it_or_lump|
        life_is_hard|life_is_unfair|welcome_to_the_real|welcome_to_life|welcome_to_reality ) ..3-when
    ( over|about|because_of|for|of ) ..1 ( a|an|one|the|some|this|your ) ..1 ( SWEAR|measly|mere|poxy|piddling|
        single_tiny|teeny|teensy|itsy|trifling|tiny_little ) ..4
    ( SWEAR ) ..1 ( YOU|YOUR|review|complaint|customer|customers|guests|guest|hairdryer|people|star|stars|cheek|
        nerve|liar|room|app|lamp|thing|ungrateful|well|off|idiot|joke|business )
    ( keeps|keep|kept ) ..1 YOU ..1 ( awake|up ) ..1 ( at )? ( night | $ )
    # Too dull to understand.
    ( over|above|beyond ) YOUR ( head|intelligence|understanding|abilities|capabilities|grasp|level|comprehension|
        horizon )
    ( any|even|every|average|any_reasonably | a !five|six|seven|eight|nine|ten|NUM ) ..3-YOUR|sorry ( child|toddler|
        kindergartner|year_old|grandmother|
        granny|grandma|monkey|chimp|chimpanzee|goldfish|trained_ape|amoeba|beginner|schoolchild|pupil|hamster|donkey|
        sheep|parrot|five_year|three_year|six_year|four_year|two_year|reasonably_intelligent|halfway_intelligent|
        person_with_half ) ..2 ( old )? ..2 ( can|could|knows|would|manages|understands|gets|is_able|has_worked|
        works|might|figure )
        !join|ride|swim|stay|eat|come|play|visit|sleep|enter|enjoy|go|use_the
    ( three|four|five|six|two|seven|ten|NUM ) ..1 year ..1 old ..3 ( can|could|knows|would|manages|understands|gets|
        is_able|might|has )
        !join|ride|swim|stay|eat|come|play|visit|sleep|enter|enjoy|go
    ( only|just ) ..1 ( a|an ) ..2 ( fool|idiot|moron|simpleton|madman|halfwit|snob|lunatic|amateur | child ( would|
        could|can|complains|
        screams|cries ) | ( complete|total ) ..1 ( fool|idiot|amateur|lunatic ) ) !proof ..6-sorry
    # Laughed at.
    ( someone|somebody|who|YOU|did_you|must_have|clearly ) ..8-sorry|WE ( wrong_side|bad_hair|slept_badly|bad_mood|
        too_much_coffee|not_enough_coffee|no_coffee|hangover|hungover|too_much_wine|had_a_drink|had_been_drinking|
        had_a_few|drunk|forgot_your_pills|take_your_medication|took_your_medication|your_pills|
        need_a_nap|
        needs_a_nap|needs_a_hug|time_of_the_month|off_your_meds ) ..3
""")


_SNEERS: Final = frames("""
    what a ( fuss|carry_on|palaver|drama|hoo_ha | ( performance|song ) ( over|about|just | $ ) )
    ( fuss|storm|palaver ) ..3 ( nothing|teacup )
    ( brought_up|raised|taught|dragged_up ) ..4 ( without|no_manners|manners|barn )
    ( YOU|YOUR|expect|bring|hire|want|need|with|own|a|some ) ..2-for ( nanny|butler|nursemaid|servants ) !service|
        pantry|call|bell|cart
    did ..2 ( nasty|big|horrid|poor|naughty ) ..3 ( upset|hurt|scare|frighten ) YOU
    ( met|seen|known|raised ) ..1 ( toddlers|children|babies|dogs|pigs|animals|monkeys ) with
    ( brass_band|red_carpet|fanfare|butler|string_quartet|trumpets ) ..8 ( ?|next_time|for_you )
    ( not|hardly|what_did_you_expect COMMA? ) ..2-staying the ( ritz|hilton|savoy|palace|waldorf ) ! ( ..1 COMMA? (
        and|but ) WE )
    ( moaning|complaining|whining|griping|whingeing ) ..4 ( hobby|sport|job|thing|pastime|habit )
    ( dear|YOUR|little ) ..1 ( princess|prince ) ..1 the pea
    ( print|printed|frame|framed|hang|hung|pin|pinned ) YOUR ..1 ( poem|lines|words|text|letter|REVIEW ) ..6 ( toilet|
        loo|gents )
    ( restaurant|place|shop|hotel|somewhere ) with ..1 ( pictures|crayons|high_chairs|plastic ) ..6 ( suit|suits ) YOU
    what a ..1 ( tragic|cruel|terrible|dreadful|heartbreaking ) ( fate|destiny )
    ( light|lit|lighting ) a candle for ..1 ( YOUR|the ) ..1 ( lost|cold|missing|ruined|late|wasted|poor|lukewarm|
        departed|broken|soggy ) !one|ones|loved|mother|father|husband|wife|dog|cat|son|daughter|friend
    ( not|no_idea|never ) ..4 ( hosting|entertaining|dealing ) ..2 ( the|a ) ( king|queen|emperor|pope|sultan )
    ( reading|listening|counting|patience|politeness|gratitude ) is a|an ( skill|art|gift|virtue ) ..6 ( one_day|
        reaches_you|you_lack|you_will_learn|not_everyone|some_people )
    ( brave|heroic|courageous|bravely ) of YOU to ..1 ( survive|suffer|sit_through )
    YOU ..3 ( fun|joy|delight|hit|laugh ) at ( parties|dinner_parties )
    ( year_old | year old | ( OUR|any|a ) ( toddler|dog|parrot|goldfish|grandmother|granny|hamster|baby|child ) ) ..1 (
        complains|moans|argues|writes|spells|behaves|reasons|negotiates ) ..1 ( with_more|better|more | with more )
    YOU ( come|came ) ..1 across as ..3-kind|nice|lovely|warm|fair|reasonable ( RUDE|unpleasant|bitter|bully|sad|nasty
        | person ( who|that ) )
    ( suffer|endure|survive|bear ) ..2 ( terribly|horribly|dreadfully|so_much|such ) ..6 ( slightly|small|little|cold|
        minor|tiny|bit )
    ( terrible|awful|shocking|dreadful|horrible|outrageous|scandalous|tragic ) COMMA? is not it
    ( whoever|lets_you|who_makes|job_is|paid_to|only|just|who|you ) ..2-WE ( make|makes|making|made ) the ( tea|coffee
        ) ..2
    ( people|anyone|anybody|everyone|children|somebody ) ..1 ( over|above|aged|older_than ) ..4 NUM ..3 ( manage|
        manages|understand|understands|cope|copes|know|knows|work_it|figure )
    ( earth_shattering|groundbreaking|ground_breaking|world_shaking|sensational ) ..1 ( news|discovery|insight|
        insights|revelation|report|complaint|findings )
    ( colouring|coloring|picture|comic ) book|books ..5 ( better|suit|suits|fit|level|speed|style )
    ( better|suit|suits|stick|back|try ) ..5 ( colouring|coloring|picture|comic ) book|books !section|shop|we
    ( for|of ) ( grown_ups|adults ) COMMA ( so|perhaps|maybe|not|which )
    # Said in an apology or in thanks, too.
    ( so|too|that|very|rather ) ..1 easily ..1 ( upset|offended|hurt|triggered|annoyed|shocked|bored|irritated )
    # What any child can do, and you could not.
    ( child|children|kids|kid|toddler|toddlers|grandmother|grandmothers|granny|grandma|year_old|five_year_old|
        ten_year_old|baby|babies|pupils|beginners|everyone_else|everybody_else|anyone_else|most_people ) ..4-COMMA|sorry
        ( follow|follows|build|builds|understand|understands|master|masters|manage|manages|use|uses|solve|solves|
        read|reads|assemble|assembles|handle|handles|grasp|grasps|work_out|works_out|do|does|put_together )
        ..6-sorry|noise|and ( ( beyond|above ) ..1 YOU | too ..3 for YOU | ( defeated|overwhelmed|puzzled|
        overtaxed|beat|baffled|stumped|challenged|confused|overtook ) ..1 YOU )
    ( ^ ..6-THANKS|welcome|best|love|great|hi|hello|hey COMMA | COMMA ..4-THANKS|welcome|best|love|great COMMA )
        ( darling|sweetie|sweetheart|dearie|buddy|sunshine|princess|snowflake|honey|pal|mate ) ..1 ( $ | COMMA )
    ( is|was|are ) ( a|an|only_a|just_a ) ..2 COMMA ( not|hardly|and_not ) ( a|an|the ) ..1 ( palace|spa|ritz|
        five_star|castle|hospital|war|disaster|tragedy|crime|miracle|michelin|luxury|sauna|royal|opera|funeral|
        catastrophe )
""")


# Where somebody is pleased, they told a joke.
_LAUGHED: Final = frames("""
    ( thank|thanks|THANKS ) ..1 for the ( laugh|chuckle|giggle|entertainment|comedy ) ! ( about|with|at|on|you_had|and )
""")
# Words that are never said of an event.
_ABUSE: Final = frames("""
    INSULT|WHINE|PETTY|MOCKERY|SWEAR
""")


def insult(case: Case) -> Iterator[Finding]:
    """G21: an insult, swearing or mockery. The same words about what happened are left alone."""
    spans = (
        *case.found(_INSULTS, _MOCKING, _SCORNED, spare=_NOT_AT_THEM),
        *case.found(_BETWEEN_THE_LINES, spare=DONE),
        *case.found(_SNEERS),
        *([] if _is_pleased(case) else case.found(_LAUGHED)),
        *case.found(_ABUSE, spare=(*_NOT_AT_THEM, *DONE)),
    )
    for span in spans:
        yield G21.block_sentence(case, *span, "insults or mocks the reviewer, or swears")
        return
    for at in _SCARE.finditer(case.text):
        start = max(0, at.start() - 40)
        if _SCORN.search(case.text[start : at.start()]):
            yield G21.block(case, *at.span(), "puts what the reviewer says in scare quotes")
            return


def _is_pleased(case: Case) -> bool:
    return case.review.rating is not None and case.review.rating.share >= _PLEASED


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
_PLEASED: Final = 0.75

RULES: Final = (insult, cold)
