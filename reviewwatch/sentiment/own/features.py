"""What a team's own model sees of a text: pieces of words of one to four characters, words, and pairs of neighbors.

No language is known here. A word stands between spaces and signs; where a script is written without spaces, a run of
it is taken for a word that has pieces alone. What a word is made of is looked at once and remembered.

`VERSION` names these rules and stands in every file of a model.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

from reviewwatch.sentiment.roles import Memo
from reviewwatch.text import fold

VERSION: Final = 1
SIZE: Final = 1 << 17
"""Places that features are hashed to. In 1,000 reviews stand about that many pieces that are met more than once."""
MAX_CHARS: Final = 6_000
"""Read of a text: ten minutes of reading aloud."""

_LONGEST_PIECE: Final = 4
_REMEMBERED: Final = 60_000
_LONGEST_REMEMBERED: Final = 24  # code points of a word; runs without spaces come once
_TOKEN: Final = re.compile(r"\w+|[^\w\s]+")
# Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_MOST_SIGNS: Final = 4


class Bag(NamedTuple):
    """The features of one text, each once.

    Attributes:
        pieces: Of its words.
        words: The words themselves, signs between them, and pairs of neighbors; empty where no word stands by itself.
    """

    pieces: list[int]
    words: list[int]


def bag_of(text: str) -> Bag:
    """Return the features of a text, whatever letters it is typed with; both empty where it holds none."""
    folded = fold(text[:MAX_CHARS]).text.casefold()
    tokens = [token if token[0].isalnum() else token[:_MOST_SIGNS] for token in _TOKEN.findall(folded)]
    spoken = [token for token in tokens if token[0].isalnum() and not _UNSPACED.search(token)]
    pieces = sorted(set[int]().union(*map(_pieces_of, tokens)))
    if not spoken:
        return Bag(pieces, [])
    signs = [token for token in tokens if not token[0].isalnum()]
    return Bag(pieces, sorted({_place(name) for name in (*spoken, *signs, *map(" ".join, pairwise(spoken)))}))


def _place(name: str) -> int:
    return crc32(name.encode("utf-8", "replace"), 1) & (SIZE - 1)


def _pieces(word: str) -> frozenset[int]:
    """Return the places of what a word is made of; its ends count as a space."""
    inside = f" {word} "
    found = {inside[at : at + size] for size in range(1, _LONGEST_PIECE + 1) for at in range(len(inside) - size + 1)}
    found.discard(" ")
    return frozenset(crc32(piece.encode("utf-8", "replace")) & (SIZE - 1) for piece in found)


_pieces_of: Final = Memo(_pieces, size=_REMEMBERED, longest=_LONGEST_REMEMBERED).__getitem__
