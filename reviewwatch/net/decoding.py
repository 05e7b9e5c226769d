"""The characters of an answer in a markup language: its bytes, read in the encoding that they are really in.

What is declared is often wrong, in the header as in the document. Bytes that are valid UTF-8 and not plain ASCII are
UTF-8 whatever anybody says; of bytes that are not, the header is believed first (RFC 7303), then the document.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reviewwatch.net import Response

_HEAD: Final = 1024
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
"""What a document in an encoding begins with: a byte order mark, or `<?` without one."""
# Where Latin-1 or ASCII is declared, browsers read Windows-1252, which holds both. https://encoding.spec.whatwg.org
_AS_BROWSERS: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_FOR_TEXT: Final = (
    "utf-8",
    "utf-16",
    "utf-32",
    "iso8859",
    "iso2022",
    "cp",
    "koi8",
    "mac-",
    "gb",
    "big5",
    "euc",
    "shift",
)
"""What names of encodings that pages are written in begin with; Python has others, that hold code or escapes."""
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def text_of(response: Response) -> tuple[str, tuple[str, ...]]:
    """Return the text of an answer in XML or HTML, and a note where it is not in an encoding that it declares.

    Never fails: single damaged characters become U+FFFD, and what nothing fits is read as Windows-1252.
    """
    body = response.body
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace").removeprefix("\ufeff"), ()
    declared = _declared(response)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(body, declared)
    if text.isascii():
        return (body.decode(declared[0], "replace") if declared and "\x1b" in text else text), ()
    return text, _note(declared[0], "UTF-8") if declared and declared[0] != "utf-8" else ()


def _declared(response: Response) -> list[str]:
    """Return the encodings that the header and the document name and that are known, by Python's names."""
    in_header = _CHARSET.search(response.headers.get("content-type", ""))
    in_document = _DECLARED.search(response.body[:_HEAD])
    names = [in_header[1]] if in_header else []
    names += [in_document[1].decode("ascii", "replace")] if in_document else []
    return [name for name in map(_known, names) if name]


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    found = _AS_BROWSERS.get(found, found)
    return found if found.startswith(_FOR_TEXT) else ""


def _as_declared(body: bytes, declared: list[str]) -> tuple[str, tuple[str, ...]]:
    """Read what is no whole UTF-8: as declared, else as UTF-8 with damage, else as Windows-1252."""
    for name in declared:
        try:
            return body.decode(name), ()
        except UnicodeDecodeError:
            continue
    damaged = body.decode("utf-8", "replace")
    n_damaged = damaged.count("\ufffd")
    if sum(char > "\x7f" for char in damaged) >= 2 * n_damaged:
        return damaged, (f"damage in the answer itself became {n_damaged} × U+FFFD",)
    return body.decode("cp1252", "replace"), _note(" and ".join(declared) or "nothing known", "Windows-1252")


def _note(declared: str, actual: str) -> tuple[str, ...]:
    return (f"the answer is declared to be in {declared}, and was read as {actual}",)
