"""Words of others: what a friend, a page or "they" said is no statement of the reviewer."""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.values.listed import any_of, finder
from reviewwatch.reply.claims.values.tokens import BREAK

_SAYS: Final = any_of("""
    says, said, say, claims, claimed, claim, tells, told, reckons, reckon, swears, swore, insists, insisted, heard,
    hears, mentioned, wrote, writes, warned, thinks, thought, believes, reported, reports, complained, assured,
    mention, states, stated, suggested, promised, moaned, posted, informed, explained, replied, answered, joked,
    whispered, shouted
""")
_TELLS: Final = _SAYS.replace("|thought", "")
"""Without what is a noun as well: "a nice thought"."""
_OWN_WORD: Final = any_of("""
    sign, signs, note, notes, notice, page, pages, site, website, menu, terms, rules, leaflet, door, board, poster,
    app, brochure, policy, they, sheet, print, it, small, faq, tariff, list, manual, listing
""")
_HEARSAY: Final = finder(f"""
    heard, hearsay, rumour, rumor, rumours, word is, word has it, apparently, supposedly, allegedly, reportedly,
    told me, told us, was told(?! to), were told(?! to), told that, been told, i am told,
    (?:i|we) read (?:that|somewhere|online|about|in|on), read somewhere, read online, read that, i gather,
    legend has it, they told, they said, he says, she says, he said, she said, i hear, so i hear,
    according to(?! (?:their |the |its |your )?{_OWN_WORD}), people say, some say, others say, everyone says,
    everybody says, reviews say, reviewers say, i am informed, talk of, talk is, gossip, advertised, billed as,
    marketed, said to be, rumoured, rumored, informed us, informed me, so they say, the story goes,
    i was under the impression, led to believe, it is said, they reckon, word of mouth, scuttlebutt, grapevine
""")
_PAGE: Final = any_of("""
    site, sites, page, pages, website, websites, app, engine, portal, board, blog, forum, list
""")
_OTHER_PAGE: Final = re.compile(
    r" (?:booking|travel|comparison|review|another|third|map|maps|hotel|guide|search|city|tourist|a|an) "
    rf"(?:[a-z]+ )?{_PAGE} {_SAYS} "
)
_SOME: Final = any_of("""
    my, a, an, our, the, another, some, his, her, two, other, someone, somebody, one of, mum, mom, dad, friend,
    neighbour, neighbor, aunt, uncle, colleague
""")
_THIRD: Final = re.compile(rf" {_SOME}(?: (?!{_OWN_WORD} )[a-z]+){{1,4}} {_TELLS} ")
_PERSON: Final = any_of("""
    friend, friends, mate, mates, colleague, cousin, neighbour, neighbor, sister, brother, mother, father, mum, mom,
    dad, aunt, uncle, husband, wife, partner, son, daughter, guest, guests, lady, man, woman, guy, bloke, couple,
    driver, waiter, nurse, receptionist, boss, in law, reviewer
""")
_FRIEND: Final = re.compile(
    r" (?:my|a|an|our|the|another|some|his|her|one|two|this|that) (?:[a-z]+ )?"
    rf"{_PERSON}(?: (?!{_OWN_WORD} )[a-z|]+){{0,10}}? {_SAYS} "
)
_PEOPLE: Final = any_of("""
    someone, somebody, everyone, everybody, people, he, she, mum, mom, dad, others, reviewers, guests, nobody,
    grandma, granny, friends, locals, neighbours, neighbors
""")
_WHOSE: Final = re.compile(rf" {_PEOPLE} (?:[a-z]+ ){{0,4}}?{_SAYS} ")
_UNLIKE: Final = re.compile(
    r" (?:unlike|contrary|despite|whatever|no matter|in spite|against|not what) [^|]*$"
    r"| (?:unlike|contrary|despite|whatever) "
)


def is_hearsay(scene: Scene) -> bool:
    """Say whether a sentence tells what others said, unless it contradicts them."""
    text = scene.text
    for pattern in (_HEARSAY, _THIRD, _FRIEND, _WHOSE, _OTHER_PAGE):
        for found in pattern.finditer(text):
            if re.search(r" which (?:[a-z]+ )?$", text[: found.start() + 1]):
                continue  # "which my dad thought was heaven": an opinion of what was said before
            before = text[: found.start() + 1].rpartition(f" {BREAK} ")[2]
            near = (" " + before.strip() + " " + found[0].strip() + " ").replace("  ", " ")
            if not _UNLIKE.search(near):
                return True
    return False
