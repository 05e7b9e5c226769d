"""VADER, exactly as vaderSentiment 3.3.2 scores and many times faster.

Upstream lower-cases all words again for each word that carries sentiment, so its cost grows with the square of the
length: 40 kB of "bad a bad a" takes it seconds. Here each word is looked up once and becomes one letter, its role. The
text becomes a line of roles, and the rules look at a few letters around a word that carries sentiment:

    I never liked it, but the view was SO nice   ->   X e h x b x x x S h

What the letters do to a weight depends on nothing else, so it is worked out once for each combination and remembered.
Rules that are odd upstream are kept odd: scores are equal to the last digit, and the tests hold them against upstream.

Source: C.J. Hutto and E.E. Gilbert, VADER, ICWSM-14; vaderSentiment 3.3.2 (MIT).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from heapq import heappop, heappush
from math import sqrt
from typing import Final, TypedDict

from reviewwatch.sentiment.effects import effect_of
from reviewwatch.sentiment.lexicon import load
from reviewwatch.sentiment.roles import ALL_FELT, BUT, NOTHING, Memo, role_of, weight_of

_LONGEST_WORD: Final = 40
# Of a word its letter is remembered, of one that carries sentiment its weight, of a combination of letters its effect.
_role: Final = Memo(role_of, size=20_000, longest=_LONGEST_WORD).__getitem__
_WEIGHTS: Final = Memo(weight_of, size=20_000, longest=_LONGEST_WORD)
_EFFECTS: Final = Memo(effect_of, size=20_000, longest=4)

_BEFORE: Final = NOTHING * 3
_BUT_SHOUTED: Final = BUT.upper()
# Both cases are spelled out: a class with IGNORECASE is searched three times slower.
_FELT: Final = re.compile(f"[{ALL_FELT}{ALL_FELT.upper()}]")
_EMOJI_GAP: Final = 256


class Polarity(TypedDict):
    """How a text feels.

    Attributes:
        neg, neu, pos: Shares, 0..1, to three places.
        compound: All in all, -1..1, to four places.
    """

    neg: float
    neu: float
    pos: float
    compound: float


def polarity_scores(text: str) -> Polarity:
    """Return what vaderSentiment 3.3.2 returns for a text, in time that grows with the length alone."""
    text = _spelled(text)
    words = text.split()
    weights = _weights(words, "".join(map(_role, words)))
    if not weights:
        return {"neg": 0.0, "neu": 1.0 if words else 0.0, "pos": 0.0, "compound": 0.0}
    emphasis = _emphasis(text)
    neg, neu, pos = _shares(weights, len(words), emphasis)
    return {"neg": neg, "neu": neu, "pos": pos, "compound": _compound(weights, emphasis)}


def compound(text: str) -> float:
    """Return `polarity_scores(text)["compound"]` a little sooner."""
    text = _spelled(text)
    words = text.split()
    weights = _weights(words, "".join(map(_role, words)))
    return _compound(weights, _emphasis(text)) if weights else 0.0


def compounds(
    words: Sequence[str], roles: str, parts: Sequence[tuple[int, int]], texts: Sequence[str] = ()
) -> list[float]:
    """Return `compound` of each part of a text whose words were looked up already.

    Args:
        words: What stands between the white space of the text.
        roles: Of each word, as `roles.role_of` tells.
        parts: From which word to which each reaches.
        texts: The parts as they stand; not needed where the text is quiet.
    """
    found = []
    for at, (first, end) in enumerate(parts):
        if texts and not texts[at].isascii():  # an emoji is read as its name, which may be several words
            found.append(compound(texts[at]))
            continue
        weights = _weights(words[first:end], roles[first:end])
        found.append(_compound(weights, _emphasis(texts[at]) if texts else 0.0) if weights else 0.0)
    return found


def is_quiet(text: str) -> bool:
    """Say whether nothing but its words makes a text sound as it does."""
    return "!" not in text and "?" not in text and text.isascii()


def _weights(words: Sequence[str], roles: str) -> list[float]:
    """Return what each word that carries sentiment adds, in order; 0 where the rules took it all."""
    line = f"{_BEFORE}{roles}{NOTHING}"
    if line.isupper():  # where all is shouted nothing is
        line = line.lower()
    weights = []
    for found in _FELT.finditer(line):
        end = found.end()
        weight = _WEIGHTS[words[end - 4]]
        effect = _EFFECTS[line[end - 4 : end]]
        weights.append(weight if effect is None else effect.on(weight, line, end - 4, words))
    if weights and (BUT in line or _BUT_SHOUTED in line):
        _weigh_but(weights, len(_FELT.findall(line, 0, line.lower().index(BUT))))
    return weights


def _weigh_but(weights: list[float], n_before: int) -> None:
    """Halve what stands before the first "but" and raise what stands after by half, in place.

    Upstream looks up the place of each weight by its value, and so changes the first word that weighs the same at that
    moment, not always the word it is at. A heap of places for each value finds that one without a search.

    Args:
        n_before: How many of the weights stand before the "but".
    """
    places: dict[float, list[int]] = {}
    for place, weight in enumerate(weights):
        if weight:
            same = places.setdefault(weight, [])
            heappush(same, place)
            first = heappop(same)
            weights[first] = weight * (0.5 if first < n_before else 1.5)
            heappush(places.setdefault(weights[first], []), first)


def _emphasis(text: str) -> float:
    """Return what exclamation marks, up to four, and question marks, two or more, add to a text's weight."""
    n_exclamations, n_questions = text.count("!"), text.count("?")
    questions = 0.96 if n_questions > 3 else n_questions * 0.18 if n_questions > 1 else 0.0
    return (n_exclamations if n_exclamations < 4 else 4) * 0.292 + questions


def _compound(weights: list[float], emphasis: float) -> float:
    # The built-in `sum`, as upstream, and not a loop: since Python 3.12 it rounds otherwise.
    total = float(sum(weights))
    if total > 0:
        total += emphasis
    elif total < 0:
        total -= emphasis
    return _rounded(total / sqrt(total * total + 15), 4, 10_000.0)


def _shares(weights: list[float], n_words: int, emphasis: float) -> tuple[float, float, float]:
    """Return the shares of negative, neutral and positive; a word counts 1 and its weight on top."""
    neg = pos = 0.0
    neutral = n_words
    for weight in weights:
        if weight > 0:
            pos += weight + 1
            neutral -= 1
        elif weight < 0:
            neg -= weight - 1
            neutral -= 1
    if pos > neg:
        pos += emphasis
    elif pos < neg:
        neg += emphasis
    total = pos + neg + neutral
    return (
        _rounded(neg / total, 3, 1000.0) if neg else 0.0,
        _rounded(neutral / total, 3, 1000.0),
        _rounded(pos / total, 3, 1000.0) if pos else 0.0,
    )


def _rounded(value: float, places: int, scale: float) -> float:
    """Return `round(value, places)` for a value of -1..1 at a third of its cost.

    `round` writes the number out and reads it back, which settles ties exactly. Away from a tie the nearest whole
    number of thousandths is beyond doubt, and its quotient is the same float.

    Args:
        scale: Ten to the power of `places`.
    """
    scaled = value * scale
    nearest = int(scaled + 0.5) if scaled > 0 else int(scaled - 0.5)
    return nearest / scale if -0.499 < scaled - nearest < 0.499 else round(value, places)


def _spelled(text: str) -> str:
    """Return a text with the name of each emoji of one code point in its place."""
    if text.isascii():
        return text
    emoji = load().emoji

    def spell(found: re.Match[str]) -> str:
        name = emoji.get(found[0])
        return found[0] if name is None else f" {name}"

    return _emoji_pattern().sub(spell, text)


@cache
def _emoji_pattern() -> re.Pattern[str]:
    """Return a class of a few ranges that holds every emoji and little else: `re` searches a long list one by one."""
    ranges: list[list[int]] = []
    for sign in sorted(map(ord, load().emoji)):
        if ranges and sign - ranges[-1][1] <= _EMOJI_GAP:
            ranges[-1][1] = sign
        else:
            ranges.append([sign, sign])
    return re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in ranges)}]")
