"""Words before a noun: those that only describe it, and those that make it a narrower thing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import stem

NARROW: Final = listed("""
    valet street staff underground kid kids child children early late premium express second other indoor outdoor
    rooftop private international continental vegan cooked family group disabled bike bicycle motorbike coach long
    short emergency single double triple deluxe student senior weekend electric paddling shared nearby public
    neighbouring neighboring toy fake another extra additional different previous former old airport home personal
    business toddler wedding champagne birthday conference weekly large small big executive next same overnight
    special guided self day petrol gas fire police metro bus tram filling
""")
"""What makes a thing a narrower one: a price of valet parking is none of parking."""
ARTICLES: Final = listed("the a an our their your my no any this")
_ENDINGS: Final = (
    *("y", "ful", "ous", "able", "ible", "ive", "al", "ic", "less"),
    *("ing", "ed", "ish", "est", "ern", "ant", "ent", "own"),
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


_BEFORE_NOUN: Final = ARTICLES | listed(
    "some any each every another of in on at for with from by about his her its these those which whose two per than"
    " into under over near between plus via like M Q N"
)


@cache
def _nouns() -> frozenset[str]:
    """Return the common nouns of our own list, singular; `-` and `/` there tell of plurals."""
    text = (files("reviewwatch.reply") / "reading" / "nouns.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for entry in line.split() for word in entry.rstrip("-").split("/"))


def is_verb(word: str) -> bool:
    """Guess whether a word is a verb of the third person: it ends in s and is no noun of our list."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return False
    return word not in _NO_VERBS and word not in _nouns() and stem(word) not in _nouns()


_NO_VERBS: Final = listed(
    "always sometimes perhaps besides less unless towards upstairs downstairs others thanks its days"
)


def is_thing(word: str, before: str) -> bool:
    """Guess whether a word that no pattern knows names another thing, which ends what is said of the one before it.

    Args:
        before: The word in front of it, adjectives left out.
    """
    if word in _nouns() or stem(word) in _nouns():
        return True
    return before in _BEFORE_NOUN and not is_adjective(word)
