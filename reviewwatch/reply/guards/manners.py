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
        behavior|expectations|words|story|wish|idea|request ) ) ..1 ( is|are|was|were|sound|sounds|seem|seems|must_be|
        look|looks|be|being|ist|sind|es|son ) ..3-sorry|not|our|right|feel RUDE
    ( YOU|YOUR ) ..1 RUDE ..1 !that|to|about|how
    RUDE ..1 ( little|old|small )? ( review|reviews|complaint|complaints|comment|comments|claim|claims|person|people|
        customer|customers|demand|demands|remark|woman|man|excuse|post|guest|guests|question|attitude ) !of_ours|line
    ( how|what|so|such|too|as|truly|really|simply|frankly|utterly|was_fur|que ) ..2-WE|OUR|it|that ( a|an|ein|eine )?
        ..1 RUDE ..2 ( review|complaint|complaints|comment|thing_to|person|of_you|guest|customer|remark|demand|people|
        kritik|bewertung|queja|resena )
    YOUR ..2 ( rant|whining|tantrum|drivel|nonsense|moaning|nagging|rubbish|garbage|ramblings|rambling|outburst|hissy|
        meltdown|sulking|gejammer|unsinn )
    ( do|please ) not be ..2 RUDE
    ^ ..1 what ..2 ( rubbish|nonsense|drivel|garbage|joke|bullshit|tosh|twaddle|crap|a_joke|unsinn|quatsch|tonteria )
    ^ ..1 ( rubbish|nonsense|drivel|twaddle|garbage|blah ) ..1 $
    ^ ..2 MOCKERY ..2 ( would|will|can|could|just|love|like|always|are|never|must|need )
    ( cry_me_a_river|get_over_it|grow_up|get_a_life|shut_up|get_lost|good_riddance|nobody_cares|no_one_cares|
        shame_on_you|boo_hoo|boohoo|poor_thing|poor_you|poor_baby|slow_clap|give_me_a_break|nobody_asked|
        learn_to_read|use_your_brain|brain_cells|spoon_fed|smallest_violin|world's_smallest_violin|
        first_world_problem|first_world_problems|wasting_our_time|waste_of_our_time|too_much_time_on|
        nothing_better_to|get_a_hobby|need_a_hobby|find_a_hobby|comedy_gold|a_good_laugh|sorry_not_sorry|eyes_open|
        suit_your_talents|bless_your_heart|heul_doch|armes_ding|schamen_sie_sich|pobrecito|pobrecita|
        a_nadie_le_importa|hold_your_hand|sense_of_humour ) !here|so_fast
    ( how|however|wie|como ) ..1 ( will|did|could|can|do ) ..1 YOU ..2 ( ever|survive|cope|manage|get_over|recover|
        sleep ) ..3
    ( perhaps|maybe|try|suggest|recommend|might|should|why_not ) ..3-sorry|WE ( a|an|the )? ..4 ( would|might|may )?
        ..2 suit YOU|YOUR ..3 ( better|more|talents|budget|taste|level )
    ( suggest|suggests|try|recommend|buy|get|borrow|find|wear|invest|need|needs|time_for ) ..3 ( glasses|spectacles|
        manners|dictionary|brain|hearing_aid|map|sense|compass|calculator|school|mirror|optician|life|hobby|therapist|
        reading_lesson|patience )
    ( try|start|learn|begin ) ..1 ( reading|thinking|looking|listening|opening|using ) ..6 ( eyes|brain|head|glasses|
        once|next_time|carefully|before )
    ( some|certain|most ) people|guests|customers ..3 ( would|will|just|always|love|like|are|can|cannot|could|never|
        enjoy|live|complain|find|have ) ..6 ( complain|moan|whine|sun|anything|fault|find|please|pleased|happy|
        satisfied|live_to|hate|nothing|everything|enough )
    ( congratulations|congrats|bravo|hats_off|well_done|medal|award|oscar|trophy|applause|prize ) ..5 ( on|for|to|you|
        most|best|worst ) ..6-wedding|birthday|anniversary|baby|exam|engagement|graduation|new ( complain*|complaint|
        complaints|whin*|moan*|review|reading|find|finding|noticing|rude|ruin*|longest|shortest|patience|missing|
        managing|fault|drama )
    ( made|had|gave|gives|given|make ) ..1 ( us|our|me|everyone|whole|the_team|staff ) ..3 ( laugh|chuckle|giggle|
        smirk|roar|entertain* ) ..3-thank
    ( we|team|staff|kitchen|everyone ) ..3 ( laughed|chuckled|giggled|smirked ) ..3 ( at|about|over ) ..3
    ( must|bet|hope ) ..2 ( be|it )? ..1 ( nice|lovely|fun|great|exhausting|hard ) ..2 to_be|being|be YOU|so|that|
        such|perfect|never ..4
    ( thank|thanks|thank_you ) ..1 for ..1 ( nothing|wasting|the_drama|the_laugh|ruining|sharing_your_drama|
        the_entertainment|YOUR_useless|the_lecture|your_useless )
    ^ ( oh_no|oh_dear|dear_me|heaven_forbid|god_forbid|wow|ooh|gasp|oh ) ..1 COMMA ..8 ( a|the|how|what|imagine|had|
        poor|YOU|shock|such )
    ( as_if|sure|of_course|yeah|right ) ..2 COMMA ..3 ( because ) ..10
    ( too|so|how ) ..1 ( precious|delicate|sensitive|fragile|posh|refined|spoilt|spoiled ) ..5 ( for|YOU|to|soul|
        flower|guest|taste )
    ( YOU|someone|somebody|people ) ..3 ( lack|lacks|lacking|without|missing|short_of|devoid ) ..3 ( intelligence|
        manners|brains|class|education|brain|wits|taste|decency|sense )
    ( even|any ) ( a )? ..1 ( child|toddler|monkey|five_year|baby|kid|beginner|donkey|dog ) ..4 ( can|could|knows|
        would|manages|understands|gets )
    ( YOU|YOUR ) ..3 ( a|such|real|big|total|absolute|little ) ..2 ( joke|disgrace|embarrassment|nuisance|baby|
        piece_of_work|pain|coward|liar|diva|child|drama|cheapskate|complainer|ray_of_sunshine )
    ( only|just|what|any|nur|solo ) ..1 ( a|an|ein )? ..1 ( idiot|fool|moron|child|madman|snob|INSULT ) ..4
    ( not|never|hardly|barely ) ..3 ( sharpest|brightest|smartest|cleverest ) ..6
    ( whatever | yawn | blah ) ..1 $
    ( sarcasm|sarcastic ) ..2
""")
_MOCKING: Final = frames("""
    YOU ..3 ( no_idea|no_clue|not_the_faintest|not_the_slightest|clueless|know_nothing|do_not_know_what|
        talking_rubbish|talk_nonsense ) ..4
    ( go|run|off|do ) ( and )? ( whine|cry|moan|complain|sulk|bother|annoy|haunt|pester ) ..3 ( somewhere_else|
        elsewhere|to_someone|to_somebody|to_your|about_it|to_mummy|others|$ )
    ( how|so|very|truly ) ( brave|clever|kind|original|charming|grown_up|mature|witty|noble|heroic|big|smart|
        observant|perceptive|classy ) ( of_you )
    ( stay|stays|remain|eat|sleep|cook|shop ) ..1 ( at_home|home ) ( next_time|then|instead|in_future|if )
    what ( a|an ) ..1 ( sad|little|sorry|empty|miserable|boring|pathetic|ridiculous|silly|hard|tough|
        terrible ) ..2 ( life|person|existence|man|woman|world|burden|ordeal|complaint|review|story|way_to )
    ( perhaps|maybe|clearly|obviously ) ..2 ( hotels|restaurants|apps|shops|computers|cooking|technology|travel|
        travelling|the_internet|this|it|life|people|reading|shopping|eating_out|modern ) ..2 ( is|are ) ..1 ( not|too
        ) ..1 ( for_you|your_thing|hard_for_you|difficult_for_you|complicated_for_you|much_for_you )
    ( need|needed|want|wanted|require|bring|ask|call|get ) ..2 YOUR ..1 ( mum|mom|mummy|mommy|nanny|mother|daddy|dad|
        babysitter|grandma|nurse ) ..4 !with_you
    WE ..2 ( are|is ) not ( running|a|your ) ..1 ( a )? ..1 ( kindergarten|nursery|charity|babysitters|babysitter|
        servants|slaves|circus|mother|mothers|psychologists|therapists|magicians|mind_readers|hospital|zoo|mum|nanny )
    ( get|getting ) over ( yourself|it|yourselves )
    ( nobody|no_one ) ( cares|asked|needs|forced ) ..4 ( YOU|what_you_think|YOUR|$ )
    ( YOU ) ..2 ( sound|seem|look|must_be|are|act|behave|write|whine|moan ) ..3-sorry|right|happy|upset|not|
        disappointed ( like ) ( a|an|my|someone|the ) ..3 ( child|baby|toddler|idiot|fool|teenager|kid|person_who|
        diva|princess|donkey|broken )
    ( here|have|take|grab|want|send_you ) ..2 ( a|some|the|our|you ) ..1 ( tissue|tissues|cookie|medal|hanky|lollipop|
        pacifier|dummy|trophy )
    ( first|only ) ( person|customer|guest|one|human ) ..6 ( to_find|to_complain|to_notice|in_history|ever_to|
        who_could_not|too_stupid|who_cannot|who_managed ) ..4
    ( ten|five|two|three|whole|entire|NUM ) ..2 ( minutes|minute|hours|seconds|pence|pounds|euros|steps ) COMMA ..1 (
        how|poor|what|imagine|oh|the )
    ( rude|nasty|horrible|awful|miserable|bitter|unpleasant|impossible|toxic|terrible|dreadful|despicable|vile ) (
        person|people|guest|customer|man|woman|human|individual|client|soul )
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
    ( cheer_up|calm_down|lighten_up|chill_out|man_up|toughen_up|deal_with_it|suck_it_up|get_a_grip ) ..1 ( COMMA|
        $ | it_is|and|a_bit|dear|please )
    ( some|most|many ) ( of_us|people|of_them ) ..1 ( have|face|fight|know ) ( real|actual|bigger|serious ) ..2 (
        problems|problem|worries|lives|jobs|troubles )
    ( ask|get|find ) ..1 ( a|an|your|some ) ( grown_up|grownup|adult|grown ) ..6
    ( oh_wait|oh_right|newsflash|news_flash|surprise_surprise|guess_what|spoiler|hint|breaking_news ) ..4
    ( must|bet|sure ) ..1 ( be )? ..1 ( fun|a_joy|a_delight|great|popular|a_hit ) ..1 ( at|with ) ..1 ( parties|home|
        people|friends|work|everyone )
    ( shocked|stunned|amazed|astonished|appalled ) COMMA ..1 ( shocked|stunned|simply|absolutely|to|that ) ..8
    ( as|so ) ( bad|poor|weak|thin|cheap|dull ) as YOUR ..3
    ( need|want|like|have|take|deserve ) ..1 a ( hug|tissue|cookie|nap|medal|cuddle|lie_down|holiday|snickers|drink )
        ..1 ( ? | $ )
    ( spare|save ) ( us|me|yourself|everyone ) ..1 ( the|YOUR|this|that ) ( drama|lecture|details|theatrics|tears|
        story|sermon|whining|act|speech|performance )
    ( nobody|no_one|we|who ) ( forced|forces|makes|made|asked|begged|invited|needs ) YOU ..4
    ( horror|tragedy|drama|scandal|outrage|disaster|catastrophe|crime|cruelty|injustice ) of ( a|an|it|cold|having|
        the|waiting ) ..5
    ( how|what ) ..1 ( terrible|awful|dreadful|tragic|dramatic|horrible|cruel ) ..2 ( that|it|to|for ) ..1 ( must|you|
        the_soup|a|have ) ..6-sorry|been !so_sorry
    ( try|maybe|perhaps ) ..2 ( another|a_different|some_other|a ) ( planet|hobby|species|universe|decade|attitude|
        tone ) ..3
""")


def insult(case: Case) -> Iterator[Finding]:
    """G21: an insult, swearing or mockery. The same words about what happened are left alone."""
    spans = (*case.found(_INSULTS, _MOCKING, spare=_NOT_AT_THEM), *case.found(_BETWEEN_THE_LINES, spare=DONE))
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
