"""The shape of every file of weights: two lines that a person can read, then one compressed block.

<what it is, with the version of the format>
{"blake2b": …, "features": …, and what else the kind says}
<zlib: the weights>
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any, NamedTuple

from reviewwatch.errors import DamagedWeightsError


class Kind(NamedTuple):
    """What tells the files of one kind from those of another.

    Attributes:
        magic: The first line.
        noun: For a sentence: "… is no <noun> that this version reads".
        features: Version of the rules by which texts are taken apart; weights of another one mean nothing.
        max_body: Bytes when unpacked; a file that holds more was not written here.
    """

    magic: bytes
    noun: str
    features: int
    max_body: int
    error: type[DamagedWeightsError]


def packed(kind: Kind, head: Mapping[str, Any], body: bytes) -> bytes:
    """Return the bytes of a file, the same for the same values."""
    line = json.dumps({**head, "features": kind.features}, sort_keys=True, ensure_ascii=False)
    return b"\n".join([kind.magic, line.encode("utf-8", "replace"), zlib.compress(body, 9)])


def unpacked(kind: Kind, data: bytes, path: str) -> tuple[dict[str, Any], bytes]:
    """Return the second line and the block of a file.

    Raises:
        DamagedWeightsError: Of the kind: it is another one, cannot be read, or was written for other features.
    """
    magic, _, rest = data.partition(b"\n")
    if magic != kind.magic:
        raise kind.error(f"is no {kind.noun} that this version reads", path)
    line, _, block = rest.partition(b"\n")
    with reading(kind, path):
        head: dict[str, Any] = json.loads(line)
        if head["features"] != kind.features:
            why = f"was learned for features {head['features']}, this version has {kind.features}"
            raise kind.error(why, path)
        return head, zlib.decompressobj().decompress(block, kind.max_body)


@contextmanager
def reading(kind: Kind, path: str) -> Iterator[None]:
    """Turn whatever values of the wrong kind lead to into the one error that a file has."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error) as error:
        raise kind.error("cannot be read", path) from error


def check(kind: Kind, head: Mapping[str, Any], digest: str, path: str) -> None:
    """Refuse a file that is not what was written.

    Raises:
        DamagedWeightsError: Of the kind.
    """
    if head.get("blake2b") != digest:
        raise kind.error("has changed since it was written", path)


def digest_of(*parts: bytes) -> str:
    """Return the hash that a file names."""
    return blake2b(b"".join(parts), digest_size=16).hexdigest()
