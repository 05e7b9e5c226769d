"""What the detector sees of a sentence: its words, pairs of neighbors, and what a negation turns around.

Training and scoring both call this module, so that a weight always meets the feature that it was learned for.

    It never worked, sadly   ->   it, never, N_worked, sadly · <s> it, it never, never worked, worked sadly

A token weighs with its beginnings: `N_worked` with `N_work*`, `N_worke*` and `N_worked*`.

`VERSION` names the rules below and stands in every file of weights: a change of the rules needs new weights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import mul
from typing import Final

from reviewwatch.sentiment.roles import Memo

VERSION: Final = 1

Pair = tuple[str, str]

START: Final = "<s>"
"""Stands before the first word of a sentence, in pairs alone."""
TURNED: Final = "N_"
"""Begins a word that a negation turns around. No word of a text has an underline in it."""
SCOPE: Final = 3
"""Words that a negation reaches at most."""

# Words, simple emoticons, and each sign that tells a mood; joiners, selectors and skin tones of emoji do not.
_TOKEN: Final = re.compile(
    r"[^\W_]+(?:['’`´][^\W_]+)*|[:;=]-?[()dp/|\\]|[!?]"
    "|[^\\w\\s\\x00-\\x7f\u200b-\u200f\u2028-\u202e\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\ud800-\udfff]"
)
_APOSTROPHES: Final = str.maketrans("", "", "'’`´")
_NEGATIONS: Final = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "hardly",
        "barely",
        "scarcely",
        "cannot",
        "cant",
        "wont",
        "dont",
        "doesnt",
        "didnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "hasnt",
        "havent",
        "hadnt",
        "shouldnt",
        "wouldnt",
        "couldnt",
        "aint",
        "lack",
        "lacks",
        "lacking",
        "lacked",
        "nowhere",
    ]
)
_TURNS: Final = frozenset(["but", "however", "although", "though", "except", "yet", "because"])
"""Words that no negation before them reaches beyond."""
_CLOSING: Final = ".,;:!?)"
"""A word that ends so is the last that a negation before it reaches."""
_NO_NEGATION: Final = _NEGATIONS.isdisjoint
_MOST_DIGITS: Final = 2  # of a number that is looked at: "10/10" and "2 weeks" tell more than a price
_SAME_DIGITS: Final = 4
_BEGINNINGS: Final = (4, 5, 6, 7, 8)  # letters


def tokens_of(word: str) -> tuple[str, ...]:
    """Return the tokens of what stands between two white spaces, most often one."""
    found = [token.translate(_APOSTROPHES) for token in _TOKEN.findall(word.lower())]
    return tuple(_number(token) if token.isdigit() and len(token) > _MOST_DIGITS else token for token in found if token)


def _number(digits: str) -> str:
    return "#" * min(len(digits), _SAME_DIGITS)


_look: Final = Memo(tokens_of, size=20_000, longest=40).__getitem__


def of_sentence(words: Sequence[str]) -> tuple[list[str], list[Pair]]:
    """Return the tokens of a sentence, those marked that a negation turns around, and its pairs of neighbors.

    Args:
        words: What stands between its white space, folded.
    """
    by_word = list(map(_look, words))
    tokens = list(chain.from_iterable(by_word))
    singles = tokens if _NO_NEGATION(tokens) else list(chain.from_iterable(_turned(words, by_word)))
    return singles, list(pairwise([START, *tokens]))


def of_text(sentences: Sequence[Sequence[str]], by_word: Sequence[tuple[str, ...]]) -> tuple[set[str], set[Pair]]:
    """Return what `of_sentence` gives of each sentence of a text, each once.

    Args:
        by_word: Of each word of the text its tokens, as `tokens_of` gives them.
    """
    singles, pairs = set[str](), set[Pair]()
    first = 0
    for words in sentences:
        end = first + len(words)
        own = by_word[first:end]
        tokens = [START, *chain.from_iterable(own)]
        pairs.update(pairwise(tokens))
        singles.update(tokens if _NO_NEGATION(tokens) else chain.from_iterable(_turned(words, own)))
        first = end
    singles.discard(START)
    return singles, pairs


def of_words(words: Sequence[str]) -> list[list[tuple[str, Pair]]]:
    """Return for each word of a sentence its tokens, each with the pair that it ends."""
    before, found = START, []
    by_word = list(map(_look, words))
    for singles, tokens in zip(_turned(words, by_word), by_word, strict=True):
        own = []
        for single, token in zip(singles, tokens, strict=True):
            own.append((single, (before, token)))
            before = token
        found.append(own)
    return found


def forms_of(single: str) -> tuple[str, ...]:
    """Return a token and how it begins, which it shares with its other forms: `disappoi*` of "disappointing"."""
    mark = TURNED if single.startswith(TURNED) else ""
    token = single.removeprefix(TURNED)
    return (single, *(f"{mark}{token[:size]}*" for size in _BEGINNINGS if len(token) >= size))


def _turned(words: Sequence[str], by_word: Sequence[tuple[str, ...]]) -> list[Sequence[str]]:
    """Return the tokens of each word, those marked that a negation turns around."""
    found: list[Sequence[str]] = []
    left = 0
    for word, tokens in zip(words, by_word, strict=True):
        if not left and _NO_NEGATION(tokens):
            found.append(tokens)
            continue
        own = []
        for token in tokens:
            if token in _TURNS:
                left = 0
            own.append(f"{TURNED}{token}" if left and token[0].isalnum() else token)
            left = SCOPE if token in _NEGATIONS else left - 1 if left else 0
        if word[-1] in _CLOSING:
            left = 0
        found.append(own)
    return found


TONES: Final = (
    "mean",
    "by length",
    "lowest",
    "highest",
    "first",
    "last",
    "share unhappy",
    "share happy",
    "unhappy",
    "happy",
)
"""What the detector sees of the tones of a text's sentences, in the order that `tones_of` gives."""
_FELT: Final = 0.05  # VADER's own limit of what is neutral


def tones_of(tones: Sequence[float], lengths: Sequence[int]) -> tuple[float, ...]:
    """Return the features of how the sentences of a text sound, in the order of `TONES`.

    Args:
        tones: VADER's compound of each sentence, -1 to 1; at least one.
        lengths: Words of each sentence.
    """
    n = len(tones)
    unhappy = [tone for tone in tones if tone < -_FELT]
    happy = [tone for tone in tones if tone > _FELT]
    by_length = sum(map(mul, tones, lengths)) / (sum(lengths) or 1)
    return (
        sum(tones) / n,
        by_length,
        min(tones),
        max(tones),
        tones[0],
        tones[-1],
        len(unhappy) / n,
        len(happy) / n,
        sum(unhappy) / n,
        sum(happy) / n,
    )
