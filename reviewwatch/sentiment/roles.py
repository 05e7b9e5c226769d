"""What a word does in VADER's rules, as one letter.

The letter is upper-case where the word is shouted, so `str.isupper` of a line of roles tells whether all words are.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, Generic, TypeVar

from reviewwatch.sentiment.lexicon import load

NOTHING: Final = "_"  # stands before the first word and after the last
PLAIN: Final = "x"
FELT: Final = "h"  # carries sentiment by itself, and nothing more
MORE: Final = "i"  # boosts a later word, and nothing more
LESS: Final = "l"
NEGATION: Final = "g"  # turns a later word around, and nothing more
OPENS_IDIOM: Final = "y"
FELT_AND_OPENS_IDIOM: Final = "m"

# Words that a rule names: what else they do stands in the groups below.
NO: Final = "n"
DOUBT: Final = "d"
KIND: Final = "k"
SO: Final = "s"
VERY: Final = "v"
NEVER: Final = "e"
WITHOUT: Final = "w"
NOR: Final = "q"
OR: Final = "r"
THIS: Final = "t"
AT: Final = "a"
LEAST: Final = "z"
BUT: Final = "b"
OF: Final = "f"

ALL_FELT: Final = FELT + FELT_AND_OPENS_IDIOM + NO + DOUBT + KIND
ALL_MORE: Final = MORE + SO + VERY
ALL_NEGATIONS: Final = NEGATION + NEVER + WITHOUT + NOR
ALL_OPEN_IDIOM: Final = OPENS_IDIOM + FELT_AND_OPENS_IDIOM + KIND

_NAMED: Final = {
    "no": NO,
    "doubt": DOUBT,
    "kind": KIND,
    "so": SO,
    "very": VERY,
    "never": NEVER,
    "without": WITHOUT,
    "nor": NOR,
    "or": OR,
    "this": THIS,
    "at": AT,
    "least": LEAST,
    "but": BUT,
    "of": OF,
}

Value = TypeVar("Value")


class Memo(dict[str, Value], Generic[Value]):
    """A dict that works out what it does not hold, and lets go of what was not asked for lately.

    It has two halves. When the young one is full it becomes the old one, and what is asked for again comes back from
    there; what is not is forgotten at the next turn. A cache that keeps its first entries would hold the junk of one
    odd import for good. Long keys are not kept: a hostile text may be one word.

    Args:
        compute: Gives the value of a key.
        size: Entries kept at most.
        longest: Length of a key that is kept, at most.
    """

    def __init__(self, compute: Callable[[str], Value], size: int, longest: int) -> None:
        super().__init__()
        self._old: dict[str, Value] = {}
        self._compute = compute
        self._half = size // 2
        self._longest = longest

    def __missing__(self, key: str) -> Value:
        old = self._old
        value = old[key] if key in old else self._compute(key)
        if len(key) <= self._longest:
            if len(self) >= self._half:
                self._old = self.copy()
                self.clear()
            self[key] = value
        return value


def core_of(word: str) -> str:
    """Return a word in lower case without the punctuation around it, which stays where little else is: an emoticon."""
    return _without_punctuation(word).lower()


def role_of(word: str) -> str:
    """Return the letter of what stands between two white spaces."""
    core = _without_punctuation(word)
    lowered = core.lower()
    role = _known_roles().get(lowered) or (NEGATION if "n't" in lowered else PLAIN)
    return role.upper() if core.isupper() else role


def weight_of(word: str) -> float:
    """Return how a word feels by itself, -4..4; its role must be one of ALL_FELT."""
    return load().valences[core_of(word)]


def _without_punctuation(word: str) -> str:
    core = word.strip(string.punctuation)
    return core if len(core) > 2 else word


@cache
def _known_roles() -> Mapping[str, str]:
    """Return the role of every word that has one by name; of two, the later line of these wins."""
    lexicon, openers = load(), _idiom_openers()
    return {
        **dict.fromkeys(openers, OPENS_IDIOM),
        **dict.fromkeys(lexicon.negations, NEGATION),
        **{word: FELT_AND_OPENS_IDIOM if word in openers else FELT for word in lexicon.valences},
        **{word: MORE if boost > 0 else LESS for word, boost in lexicon.boosters.items()},
        **_NAMED,
    }


@cache
def _idiom_openers() -> frozenset[str]:
    """Return one word of each phrase: the first that carries sentiment, else the first.

    Wherever VADER finds the phrase, that word is the one that it weighs or one of the three before, so its role tells
    when phrases need to be looked for.
    """
    lexicon = load()
    phrases = [phrase.split() for phrase in (*lexicon.idioms, *lexicon.boosters) if " " in phrase]
    return frozenset(next((word for word in words if word in lexicon.valences), words[0]) for words in phrases)
