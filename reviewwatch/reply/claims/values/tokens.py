"""The words of a sentence as claims are looked for in them: small letters, short forms spelled out, places kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.listed import listed

BREAK: Final = "|"
"""The word of an item that ends a clause."""


class Item(NamedTuple):
    """A word, a sign, or a value of several words.

    Attributes:
        word: In small letters; `|` between clauses; for a value its sign alone: M money, T time of day, Q quantity,
            N number, D weekday, R hours from and to.
        start, end: Code points of the folded text.
        amount: What a value says.
        is_name: It is written with a capital letter and does not begin the sentence.
        is_quoted: It stands in quotation marks by itself.
    """

    word: str
    start: int
    end: int
    amount: Amount | None = None
    is_name: bool = False
    is_quoted: bool = False


_TOKEN: Final = re.compile(
    r"""[ap]\.\ ?m\b\.?|24\s?/\s?7|[£$€¥₹%]|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTES: Final = frozenset("\"“”'‘’«»")
_DASHES: Final = frozenset("-‐‑‒–—")
_BREAKS: Final = frozenset(",;:()[].!?…|/")
_SHORT: Final = {
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "isnt": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "werent": ("were", "not"),
    "doesnt": ("does", "not"),
    "dont": ("do", "not"),
    "didnt": ("did", "not"),
    "hasnt": ("has", "not"),
    "havent": ("have", "not"),
    "couldnt": ("could", "not"),
    "theres": ("there", "is"),
    "o'clock": ("oclock",),
}
_IS: Final = listed("it that there here what who he she this which where everything")
_ENDS: Final = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


def items_of(text: str, start: int, end: int) -> list[Item]:
    """Return the words and signs of a sentence, values not yet put together."""
    found: list[Item] = []
    for token in _TOKEN.finditer(text, start, end):
        is_first = not found or (found[-1].word == BREAK and text[found[-1].start] in ".?!")
        found.extend(_items(text, token.start(), token.end(), is_first))
    return found


def _items(text: str, start: int, end: int, is_first: bool) -> Iterator[Item]:
    raw = text[start:end]
    sign = raw[0]
    if len(raw) == 1 and sign in _QUOTES:
        return
    if len(raw) == 1 and sign in _DASHES:
        if _joins(text, start, end):
            return
        yield Item("-" if _is_range(text, start, end) else BREAK, start, end)
    elif len(raw) == 1 and sign in _BREAKS:
        yield Item("/" if sign == "/" and _joins(text, start, end) else BREAK, start, end)
    else:
        is_name = sign.isupper() and not is_first and raw != "I"
        is_quoted = start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES and text[end:] != ""
        for word in _spelled(raw.lower().replace("’", "'")):
            yield Item(word, start, end, None, is_name, is_quoted)


def _joins(text: str, start: int, end: int) -> bool:
    """Tell a hyphen within a word from a dash."""
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalpha()


def _is_range(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 2) : start].strip()[-1:].isalnum() and text[end : end + 2].strip()[:1].isdigit()


def _spelled(word: str) -> tuple[str, ...]:
    if word in _SHORT:
        return _SHORT[word]
    if "'" not in word:
        return (word.replace(".", "").replace(" ", ""),) if word[0] in "ap" and "." in word else (word,)
    head, tail = word.split("'", 1)
    if tail == "t" and head.endswith("n"):
        return head[:-1], "not"
    if f"'{tail}" in _ENDS:
        return head, _ENDS[f"'{tail}"]
    if tail == "s":
        return (head, "is") if head in _IS else (head, "'s")
    return (word.replace("'", ""),)


_PLURALS: Final = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))
_NO_PLURALS: Final = listed("is was this has does ios gas bus its as us yes plus always gps sms")


def stem(word: str) -> str:
    """Return the singular of a noun, or what stands for it; verbs lose the s of the third person."""
    if word in ("ads", "pcs", "tvs"):
        return word[:-1]
    if word == "children":
        return "child"
    if len(word) < 4 or word in _NO_PLURALS or word.endswith(("ss", "us", "is")):
        return word
    for ending, other in _PLURALS:
        if word.endswith(ending):
            return word[: -len(ending)] + other
    return word
