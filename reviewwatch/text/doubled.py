"""Words with a doubled letter that people stretch: "goooood" is "good", while "sooooo" is "so"."""

from __future__ import annotations

from itertools import groupby
from typing import Final

_WORDS: Final = """
accept aggressive all annoyed annoying app apparently appalled appalling appreciate apps arrogant arrived ass
attitude ball beer bell bigger bill bitter blood boo book boom boss bottle bottom brilliant bubble buffet bull
bullshit butter call called carry cheers cheese cheesy chill class classic classy coffee comment committed
connection cool correct cross dessert different difficult dinner disappear disappoint disappointed disappointing
disappointment door dull eerie effing effort egg eww fee feed feel feeling feels feet fell filled filling floor fool
foolish food free freezing fridge full fully funny fussy getting glass good goodness goofy grass green greet grill
gross guess happen happened happiness happy hell hello hmm horrible horribly horrific hotter hurry ill impress
impressed impressive indeed irritating issue issues keep keeps kill killed killer less letter lobby look looked
looking looks loose loss luggage mall mass matter mattress meet mess message messed messy middle million miss missed
missing mood moody moon need needed needs nutty occasion odd off offer offered office oops pass passed pee pissed
pizza pool poo poor poorly pretty professional puppy queen really recommend recommended refill room rooms rotten
rubbish sadden scammed scammer scammers see seem seems seen sell seller selling session settle shall shitty shopping
silly skill skinny sleep sleepy sloppy small smell smelled smells smelly smooth sorry speechless speed speedy spill
staff steep still stopped street stress stressed stressful stuff stunned stunning succeed success sudden suffer
suffered summer sunny supper support supposed sweet tall tee teeth tell terrible terribly terrific terrified till
too took tool tooth totally tree unhappy unless usually utter village wall week weekend weekly weeks well wheel will
wonderfully wood woohoo worry wrapped yell yelled yelling yellow yippee zoo zoom
"""


def skeleton(word: str) -> str:
    """Return a word with every run of a letter as one, in lower case."""
    return "".join(letter for letter, _ in groupby(word.lower()))


def runs(word: str) -> tuple[int, ...]:
    """Return how long each run of a letter is, capitals and small letters alike."""
    return tuple(sum(1 for _ in run) for _, run in groupby(word, key=str.lower))


def _longest_runs() -> dict[str, tuple[int, ...]]:
    longest: dict[str, tuple[int, ...]] = {}
    for word in _WORDS.split():
        lengths, bare = runs(word), skeleton(word)
        longest[bare] = tuple(map(max, lengths, longest.get(bare, lengths)))
    return longest


DOUBLED: Final = _longest_runs()
"""By skeleton, how long each run may be; "feel" and "fell" share one, and either letter may be doubled."""
