"""Words before a noun: those that only describe it, and those that make it a narrower thing."""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.claims.amounts import listed

NARROW: Final = listed(
    "valet street staff underground kid kids child children early late premium express second other indoor outdoor"
    " rooftop private international continental vegan cooked family group disabled bike bicycle "
    "motorbike coach long short"
    " emergency single double triple deluxe student senior weekend electric paddling shared nearby public neighbouring"
    " neighboring toy fake another extra additional different previous former old airport home "
    "personal business toddler"
    " weekly large small big executive next same overnight special guided self day petrol gas fire "
    "police metro bus tram filling"
)
"""What makes a thing a narrower one: a price of valet parking is none of parking."""
ARTICLES: Final = listed("the a an our their your my no any this")
_ENDINGS: Final = (
    "y",
    "ful",
    "ous",
    "able",
    "ible",
    "ive",
    "al",
    "ic",
    "less",
    "ing",
    "ed",
    "ish",
    "est",
    "ern",
    "ant",
    "ent",
    "own",
)
_ADJECTIVES: Final = listed(
    "good bad nice lovely tiny small big huge great poor dark cold warm hot new old main own whole "
    "entire full half so called very same only"
    " cheap dear sad mere single free paid famous dull grim grand vast wide narrow long short fast "
    "slow late early cool awful decent fine plain"
    " real proper simple basic standard normal usual super top best worst cute neat clean stale fresh "
    "loud quiet rude kind much more 's hotel house"
    " app shop store lodge site not even first last just first second few little actual average "
    "average bare basic brilliant crap crappy damn bloody"
    " swimming oh wonderful terrible horrible guest guests customer customers users user"
)


def is_adjective(word: str) -> bool:
    """Guess whether a word before a noun only describes it."""
    return word in _ADJECTIVES or (len(word) > 3 and word.endswith(_ENDINGS)) or not word.isalpha()
