"""Lines from files and pipes as they come, in memory that does not grow with the input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

_CHUNK: Final = 1 << 16
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class Stream(Protocol):
    """What lines are read from: a file, or standard input's buffer."""

    def read1(self, size: int, /) -> bytes:
        """Return what is there, at most `size` bytes; wait only where there is nothing; empty at the end."""
        ...


def batches(stream: Stream, longest: int) -> Iterator[list[bytes]]:
    """Yield the lines that have come, without their ends, as soon as they are there and in order.

    All of a batch was there without waiting, so whoever writes an answer to each line flushes once a batch.

    Args:
        longest: Bytes of a line that are kept; of a longer one so many and one more, so that it can be told.
    """
    kept: list[bytes] = []
    n_kept, is_first = 0, True
    while chunk := stream.read1(_CHUNK):
        first, *others = chunk.removeprefix(_BYTE_ORDER_MARK).split(b"\n") if is_first else chunk.split(b"\n")
        is_first = False
        if n_kept <= longest:
            kept.append(first)
            n_kept += len(first)
        if others:
            yield [_line(kept, longest), *others[:-1]]
            kept, n_kept = [others[-1]], len(others[-1])
    if n_kept:
        yield [_line(kept, longest)]


def _line(parts: list[bytes], longest: int) -> bytes:
    return b"".join(parts)[: longest + 1]
