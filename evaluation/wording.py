"""How texts read: reading grade, sentence length, near-copies, openings, and BLEU, each by its published definition."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE: Final = re.compile(r"[^.!?\n]*[^\W_][^.!?\n]*[.!?]*")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_OPENING_WORDS: Final = 8
N_BEFORE: Final = 20
"""Replies of a listing that a reader may see on one page."""
NEAR_COPY: Final = 0.5
"""Share of word trigrams in common from which two replies count as copies."""


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; an address or a number with a stop in it stays whole."""
    guarded = re.sub(r"(?<=\w)\.(?=\w)", "·", text)
    return [one.strip() for one in _SENTENCE.findall(guarded) if _WORD.search(one)]


def grade(text: str) -> float:
    """Return the school grade that can read it: Flesch-Kincaid (Kincaid et al. 1975)."""
    sentences, words = sentences_of(text), _WORD.findall(text)
    if not words:
        return 0.0
    n_syllables = sum(map(syllables, words))
    return 0.39 * len(words) / max(len(sentences), 1) + 11.8 * n_syllables / len(words) - 15.59


def syllables(word: str) -> int:
    """Return the syllables of an English word by its groups of vowels; a silent e at the end counts for none."""
    plain = word.casefold()
    groups = len(_VOWELS.findall(plain))
    is_silent = plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1
    return max(1, groups - is_silent)


def longest_sentence(text: str) -> int:
    """Return the words of the longest sentence."""
    return max((len(one.split()) for one in sentences_of(text)), default=0)


def near_copies(texts: Sequence[str], masked: Sequence[str] = ()) -> float:
    """Return the share of texts that share half of their word trigrams with one of the 20 before.

    Args:
        masked: Names, contacts and sign-offs, which say nothing about sameness.
    """
    seen = [_trigrams(_masked(text, masked)) for text in texts]
    copied = sum(
        any(_jaccard(one, other) >= NEAR_COPY for other in seen[max(0, at - N_BEFORE) : at])
        for at, one in enumerate(seen)
    )
    return copied / max(len(texts), 1)


def same_opening(texts: Sequence[str], masked: Sequence[str] = ()) -> float:
    """Return the share of texts that begin with the eight words of another."""
    openings = Counter(" ".join(_masked(text, masked)[:_OPENING_WORDS]) for text in texts)
    return sum(n for n in openings.values() if n > 1) / max(len(texts), 1)


def bleu(candidates: Sequence[str], references: Sequence[str]) -> float:
    """Return corpus BLEU-4, 0 to 100, of lower-case words with one reference each (Papineni et al. 2002)."""
    matched, total = [0] * 4, [0] * 4
    length = reference_length = 0
    for candidate, reference in zip(candidates, references, strict=True):
        said, meant = candidate.lower().split(), reference.lower().split()
        length += len(said)
        reference_length += len(meant)
        for n in range(4):
            ours, theirs = Counter(_grams(said, n + 1)), Counter(_grams(meant, n + 1))
            matched[n] += sum((ours & theirs).values())
            total[n] += sum(ours.values())
    if not all(matched):
        return 0.0
    mean = sum(math.log(hit / all_) for hit, all_ in zip(matched, total, strict=True)) / 4
    brevity = min(0.0, 1 - reference_length / max(length, 1))
    return 100 * math.exp(mean + brevity)


def _masked(text: str, masked: Sequence[str]) -> list[str]:
    for words in masked:
        text = text.replace(words, " ") if words else text
    return [word.casefold() for word in _WORD.findall(text)]


def _trigrams(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(_grams(words, 3)) or frozenset(pairwise(words))


def _grams(words: Sequence[str], n: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(n)), strict=False)


def _jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
