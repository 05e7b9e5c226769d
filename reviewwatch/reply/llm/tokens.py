"""What a model may not see or change stands as a token before it: `[[F1]]` for a fact, `[[C1]]` for a contact.

A sentence that tells a fact, offers help, names a contact, repeats an approved text or signs is one token as a whole.
Of the others only the names of the reviewer and the brand are hidden.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reviewwatch.types import Business, DraftSentence

TOKEN: Final = re.compile(r"\[\[[A-Z]\d{1,2}\]\]")
_LETTERS: Final = {"fact": "F", "remedy": "R", "contact": "C", "macro": "M"}


@dataclass(frozen=True, slots=True)
class Hidden:
    """A draft with tokens.

    Attributes:
        sentences: What the model sees.
        values: What each token stands for.
    """

    sentences: tuple[str, ...]
    values: Mapping[str, str]

    def is_opaque(self, number: int) -> bool:
        """Say whether a sentence is one token, which comes back as it is."""
        return TOKEN.fullmatch(self.sentences[number]) is not None

    def restored(self, text: str) -> str:
        """Return a text with every token's value in its place."""
        return TOKEN.sub(lambda at: self.values.get(at.group(), ""), text)


def hide(sentences: Sequence[DraftSentence], business: Business, name: str) -> Hidden:
    """Hide what the model must not touch.

    Args:
        name: What the draft calls the reviewer, empty for nothing.
    """
    values: dict[str, str] = {}
    hidden = []
    for sentence in sentences:
        letter = _letter(sentence)
        if letter:
            hidden.append(_token(values, letter, sentence.text))
            continue
        text = sentence.text
        for kind, words in (("N", name), ("B", business.listing_name), ("B", business.name)):
            if words and words in text:
                text = text.replace(words, _token(values, kind, words))
        hidden.append(text)
    return Hidden(tuple(hidden), values)


def _letter(sentence: DraftSentence) -> str:
    """Return the kind of token that a whole sentence becomes, empty where it may be put in other words."""
    if sentence.move == "sign":
        return "S"
    kinds = {licence.partition(":")[0] for licence in sentence.licence}
    backed = next((letter for kind, letter in _LETTERS.items() if kind in kinds), "")
    return backed or ("D" if any(map(str.isdigit, sentence.text)) else "")


def _token(values: dict[str, str], letter: str, words: str) -> str:
    for token, known in values.items():
        if known == words:
            return token
    token = f"[[{letter}{sum(one.startswith(f'[[{letter}') for one in values) + 1}]]"
    values[token] = words
    return token
