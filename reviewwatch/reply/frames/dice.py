"""Choices that look random and are not: the same seed gives the same choice on every machine and Python."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import Final

_MASK: Final = (1 << 64) - 1


def seed_of(*parts: str) -> int:
    """Return a seed for some texts; another order or another cut gives another seed."""
    digest = blake2b(digest_size=8)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return int.from_bytes(digest.digest(), "big")


def pick(seed: int, key: str, n: int) -> int:
    """Return a number below `n` for a seed and a key. Keys vary apart: one says nothing about another."""
    return mixed(seed ^ _number(key)) % n


def mixed(value: int) -> int:
    """Return 64 bits that depend on all bits of a value (SplitMix64; Steele, Lea and Flood, OOPSLA 2014)."""
    value = (value + 0x9E3779B97F4A7C15) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


@cache
def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
