"""How the bytes of a file become text: by its first bytes, else by all of them, else a guess that is said to be one."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewwatch.normalize import REPLACED

_CHUNK: Final = 1 << 18
_SAMPLE: Final = 1 << 17
_SHARE_OF_NULS: Final = 0.3
_MARKS: Final = (
    # The mark of UTF-32LE starts as that of UTF-16LE does, so it comes first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What exports are written in where not in Unicode; among more encodings a guess is more often wrong.
_LEGACY: Final = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp932", "gb18030", "big5", "cp949",
    "koi8_r", "mac_roman",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file is decoded.

    Attributes:
        name: As Python calls it.
        note: What was assumed, empty where nothing was.
    """

    name: str
    note: str = ""


def find_encoding(path: Path) -> Encoding:
    """Return how a file is encoded, from all of its bytes, so that the order of its rows does not matter."""
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name)
    if wide := _unmarked_utf16(head):
        return Encoding(wide, f"the text was read as {wide}, a guess; say another with --encoding")
    if _is_utf8(path):
        return Encoding("utf-8")
    n_good, n_bad = _count_utf8(path)
    if n_good > n_bad:
        places = "one place, which reads" if n_bad == 1 else f"{n_bad:,} places, which read"
        return Encoding("utf-8", f"the text is UTF-8 but for {places} {REPLACED}")
    guess = _guess(_sample(path))
    return Encoding(guess, f"the text was read as {guess}, a guess; say another with --encoding")


def _unmarked_utf16(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by the NUL in every other byte of its Latin letters."""
    half = max(len(head) // 2, 1)
    if head[1::2].count(0) / half > _SHARE_OF_NULS and head[::2].count(0) == 0:
        return "utf-16-le"
    if head[::2].count(0) / half > _SHARE_OF_NULS and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _count_utf8(path: Path) -> tuple[int, int]:
    """Count the characters beyond ASCII that are valid UTF-8, and the places that are not.

    Text in another encoding is valid UTF-8 by accident only: bad places outnumber good characters in it.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    n_good = n_bad = 0
    for chunk in _chunks(path):
        text = decoder.decode(chunk)
        if not text.isascii():
            bad = text.count(REPLACED) - chunk.count(b"\xef\xbf\xbd")
            n_bad += max(bad, 0)
            n_good += len(text) - len(text.encode("ascii", "ignore")) - bad
    return n_good, n_bad + len(decoder.decode(b"", final=True))


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _sample(path: Path) -> bytes:
    """Return lines that hold more than ASCII, in an order that is not the file's."""
    lines: set[bytes] = set()
    size = 0
    with path.open("rb") as file:
        while size < _SAMPLE and (line := file.readline(_CHUNK)):
            if not line.isascii():
                lines.add(line[:4096])
                size += min(len(line), 4096)
    return b"\n".join(sorted(lines))


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes longer to load than most files to read

    matches = from_bytes(sample, cp_isolation=list(_LEGACY))
    best = matches.best()
    # A few accented letters fit several Latin encodings alike; among equals the most common one is the best bet.
    western = [match for match in matches if "cp1252" in match.could_be_from_charset]
    if best is None or (western and western[0].chaos <= best.chaos):
        return "cp1252"
    return str(best.encoding)
