"""Ids that people type: a kind, a row number in Crockford's base 32, and a check character.

The check character is Luhn's algorithm over 32 symbols: it catches every single wrong character and nearly every pair
of swapped neighbors, so a typo is refused instead of naming a neighbor.
Source: https://www.crockford.com/base32.html for the alphabet.
"""

from __future__ import annotations

from typing import Final

from reviewwatch.errors import UsageError

_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUE: Final = {symbol: value for value, symbol in enumerate(_ALPHABET)}

REVIEW: Final = "rv"
PUBLICATION: Final = "pb"
DECISION: Final = "dc"
_LISTED_BY: Final = {REVIEW: "inbox", PUBLICATION: "outbox", DECISION: "show ID"}
"""The command that lists ids of a kind."""


def to_text(kind: str, number: int) -> str:
    """Return the id of a row.

    Args:
        kind: REVIEW, PUBLICATION or DECISION.
        number: The row number, 1 or more.
    """
    digits = ""
    while number:
        number, digit = divmod(number, 32)
        digits = _ALPHABET[digit] + digits
    return f"{kind}-{digits}{_check(digits)}"


def to_number(kind: str, text: str) -> int:
    """Return the row number of an id that a person typed.

    Raises:
        UsageError: It is of another kind, or its check character does not fit.
    """
    prefix, _, digits = text.strip().lower().partition("-")
    if prefix != kind or len(digits) < 2 or any(symbol not in _VALUE for symbol in digits):
        raise UsageError(f"`{text}` is not an id of the form {kind}-…; `reviewwatch {_LISTED_BY[kind]}` lists them.")
    if _check(digits[:-1]) != digits[-1]:
        raise UsageError(f"`{text}` has a typing mistake: its last character does not fit. Nothing was done.")
    number = 0
    for symbol in digits[:-1]:
        number = number * 32 + _VALUE[symbol]
    return number


def _check(digits: str) -> str:
    total = 0
    for place, symbol in enumerate(reversed(digits)):
        value = _VALUE[symbol] * (1 if place % 2 else 2)
        total += value // 32 + value % 32
    return _ALPHABET[-total % 32]
