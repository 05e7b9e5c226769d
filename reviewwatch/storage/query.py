"""What a person types into a search box, taken apart; each backend says it in its own syntax.

Words must all be there, `"several words"` must follow each other, `-word` must be absent. Nothing is ever an error:
a quote without its end reaches to the end of the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MAX_TERMS: Final = 32
"""Terms of one query that count. No person types more, and a pasted review must not become a query of 10,000 terms."""
_MAX_TERM_LENGTH: Final = 200
_TERM: Final = re.compile(r'(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """Words and phrases, each with at least one letter or digit and without any quote.

    Attributes:
        wanted: All of them must be there; empty finds nothing, since excluding alone names nothing to look for.
        unwanted: None of them may be there.
    """

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def parse(words: str) -> Query:
    """Take a query apart; terms without a letter or digit are left out."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for found in _TERM.finditer(words):
        minus, phrase, word = found.groups()
        term = (phrase if phrase is not None else word)[:_MAX_TERM_LENGTH].strip()
        if any(sign.isalnum() for sign in term):
            (unwanted if minus else wanted).append(term)
        if len(wanted) + len(unwanted) == MAX_TERMS:
            break
    return Query(tuple(wanted), tuple(unwanted))
