"""XML as strangers write it, made fit for a parser: no document type, no entity, no character that XML forbids. Pure.

What stands before the first element goes: the declaration, whose encoding no longer counts once the text is decoded,
and the document type, which can make a parser expand three lines into gigabytes. Names for characters that HTML knows
(`&nbsp;`) become those characters.
"""

from __future__ import annotations

import html
import re
from typing import Final

# Each alternative is taken whole or not at all, so that a head of a thousand comments is read once.
_PROLOG: Final = re.compile(
    r"((?>\s+|<\?.*?\?>|<!--.*?-->)*+)(?:<!DOCTYPE[^>\[]*(\[.*?\]\s*)?>)?", re.DOTALL | re.IGNORECASE
)
_ENTITY: Final = re.compile(r"<!ENTITY\s+[^%\s]", re.IGNORECASE)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE: Final = re.compile(r"&(?:#([xX]?[0-9a-fA-F]+)|(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{1,31});", re.ASCII)
_LONGEST_NUMBER: Final = 9


def safe_xml(text: str) -> str:
    """Return a document from its first element on, with U+FFFD for what XML forbids.

    Raises:
        ValueError: It declares entities of its own, which no place needs and some attacks do.
    """
    head = _PROLOG.match(text)
    if head and head[2] and _ENTITY.search(head[2]):
        raise ValueError("declares entities of its own, as attacks on parsers do")
    text = _FORBIDDEN.sub("\ufffd", text[head.end() :] if head else text)
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    """Return a reference that every XML parser takes."""
    digits = reference[1]
    if digits is None:
        return html.escape(html.unescape(reference[0]), quote=False)
    try:
        character = (
            chr(int(digits[1:], 16) if digits[0] in "xX" else int(digits)) if len(digits) <= _LONGEST_NUMBER else ""
        )
    except (ValueError, OverflowError):
        return "\ufffd"
    return "\ufffd" if not character or _FORBIDDEN.match(character) else f"&#{ord(character)};"
