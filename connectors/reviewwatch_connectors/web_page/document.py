"""The text of a page, and its data scripts by a scan: building a tree is most of the time that a page takes."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch.net import Response

_CHARSET: Final = re.compile(
    r"""(?:charset|encoding)\s*=\s*["']?\s*((?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-?8859-?\d+|latin-?\d+|windows-\d+|cp\d+|koi8-[ru]"""
    r"""|shift[_-]?jis|x-sjis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|macintosh)(?![\w-]))""",
    re.I,
)
"""Only what browsers know: Python's own list holds codecs that are slow, or no charsets at all."""
_NAMES: Final = {"x-sjis": "shift_jis", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}
_META: Final = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}", re.I)
_HEAD: Final = 4096
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# One pattern, since each search of a page costs as much as parsing what it finds.
_OPENING: Final = re.compile(r"<(?:!--|script\b([^<>]*)>)", re.I)
_CLOSING: Final = re.compile(r"</script", re.I)
_DATA_ALONE: Final = 'type="application/ld+json" id="__NEXT_DATA__"'
_TYPE: Final = re.compile(r"application/(ld\+json|json)", re.I)
_TITLE: Final = re.compile(r"<title\b[^>]{0,200}>([^<]{0,500})", re.I)
_CANONICAL: Final = (
    re.compile(
        r"""<link\b(?=[^>]{0,500}\brel\s*=\s*["']?canonical\b)[^>]{0,500}?\bhref\s*=\s*["']?(https?://[^"'\s>]+)""",
        re.I,
    ),
    re.compile(r"<!-- saved from url=\(\d{4}\)(https?://[^\s>]+)", re.I),
)


@dataclass(frozen=True, slots=True)
class Script:
    """A script that holds data. `attributes` as written."""

    attributes: str
    text: str

    @property
    def is_json_ld(self) -> bool:
        """Whether it is JSON-LD, and not some other JSON."""
        return "ld+json" in self.attributes.lower()


@dataclass(frozen=True, slots=True)
class Document:
    """A page. `notes` say what was assumed of its charset."""

    text: str
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What stands in the browser's tab, on one line."""
        found = _TITLE.search(self.text)
        return " ".join(html.unescape(found[1]).split()) if found else ""

    @property
    def address(self) -> str:
        """Where the page says that it stands, or a browser that it was saved from; "" if neither does."""
        found = next((found for pattern in _CANONICAL if (found := pattern.search(self.text[:100_000]))), None)
        return html.unescape(found[1]) if found else ""

    def scripts(self) -> Iterator[Script]:
        """Yield the scripts of JSON and JSON-LD in order; one that breaks off with the page comes as far as it goes."""
        if self.text.lstrip()[:1] in ("{", "["):
            # No page but its data alone, as some sites send it to their own scripts.
            yield Script(_DATA_ALONE, self.text)
            return
        at, last_end = 0, -1
        while opening := _OPENING.search(self.text, at):
            at = opening.end()
            if opening[1] is None:
                last_end = last_end if last_end >= 0 else max(0, self.text.rfind("-->"))
                # A comment that never ends hides nothing here: it may be the text of some script.
                at = self.text.find("-->", at) + 3 if at <= last_end else at
                continue
            closing = _CLOSING.search(self.text, at)
            end = closing.start() if closing else len(self.text)
            attributes = html.unescape(opening[1])
            if _TYPE.search(attributes):
                yield Script(attributes, self.text[at:end])
            at = end


def read_document(response: Response) -> Document:
    """Return a page as text, whatever charset it claims.

    What is valid UTF-8 beyond ASCII is UTF-8, since no other charset looks like it by chance. Else the charset of the
    header, of the first bytes or of the markup holds; what does not fit it is replaced, with a note.
    """
    body = response.body
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _replaced(body[len(bom) :], name)
    claimed = _claimed(response)
    try:
        if not claimed.startswith(("utf-16", "iso-2022")):
            text = body.decode()
            wrong = claimed not in ("", "utf-8") and not text.isascii()
            return Document(text, (f"the page says {claimed}, and is UTF-8; it was read as UTF-8",) if wrong else ())
        return Document(body.decode(claimed))
    except UnicodeDecodeError:
        return _guessed(body, claimed)


def _claimed(response: Response) -> str:
    said = _CHARSET.search(response.headers.get("content-type", ""))
    for meta in () if said else _META.finditer(response.body[:_HEAD]):
        said = said or _CHARSET.search(meta[0].decode("ascii", "replace"))
    name = said[1].lower() if said else ""
    # Markup that can be read byte by byte is not UTF-16, whatever it says (WHATWG's rule).
    if name.startswith("utf-16") and b"\0" not in response.body[:_HEAD]:
        return ""
    try:
        return codecs.lookup(_NAMES.get(name, name)).name if name else ""
    except LookupError:
        return ""


def _guessed(body: bytes, claimed: str) -> Document:
    if claimed not in ("", "utf-8"):
        return _replaced(body, claimed)
    text = body.decode("utf-8", "replace")
    n_broken = text.count("\ufffd")
    if n_broken * 2 > sum(not char.isascii() for char in text):
        said = "names no charset" if not claimed else "says UTF-8, and is not"
        return Document(body.decode("cp1252", "replace"), (f"the page {said}; it was read as Western European text",))
    return Document(text, (f"{n_broken:,} places of the page are not UTF-8 and were replaced by U+FFFD",))


def _replaced(body: bytes, name: str) -> Document:
    text = body.decode(name, "replace")
    n_broken = text.count("\ufffd")
    note = f"{n_broken:,} places of the page are not {name.upper()} and were replaced by U+FFFD"
    return Document(text, (note,) if n_broken else ())
