"""Words meant for whoever drafts the reply: found, and left out of what is read as a complaint, request or name.

A review may hold them openly, as a role to play, as a message of the system, between signs that close the review,
encoded, in other languages, in look-alike letters, or split over title and text. What is left out is whole sentences,
or what stands between such signs; the genuine rest of the review is read as ever.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewwatch.reply.reading.cues import cues, hits
from reviewwatch.reply.reading.lines import Line, line_of
from reviewwatch.text.folding import Folded
from reviewwatch.text.profiles import LATIN
from reviewwatch.types import TextField

_SIGN: Final = re.compile(
    r"\b[A-Za-z/]{2,12}\](?!\()|"
    r"<[^<>]{0,60}>|\]\]>|<!\[CDATA\[|\[/?[A-Za-z_ ]{2,30}\]|#{2,}|={3,}|-{4,}|\*{3,}|~{3,}|`{3,}|"
    r"\{\{|\}\}|<<|>>|<\||\|>|#[A-Z]{2,}#|<-|\|\|"
)
_COMMAND: Final = re.compile(
    r"^\W*(?:system|assistant|user|admin|developer|instructions?|policy|exec|reply|answer|response|"
    r"output|note to|override|prompt|operator|root|command)\s*(?:[:=>]|\(|to\b)",
    re.IGNORECASE,
)
_BLOB: Final = re.compile(r"[A-Za-z0-9+/]{18,}={0,2}")
_HEX: Final = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{2}(?:[ :][0-9a-fA-F]{2}){9,40}(?![0-9a-fA-F])")
_IS_BLOB: Final = re.compile(r"\d|[a-z][A-Z]")
_SPACED: Final = re.compile(r"\b(?:\w[ .·_*-]{1,3}){3,}\w\b")
_DOTTED: Final = re.compile(r"(?<=\w)[.·_*\u200b-\u200d](?=\w)")
_LEET: Final = str.maketrans("013457@$", "oieastas")
_MIXED: Final = re.compile(r"\b(?=\w*[a-zA-Z@$])(?=\w*\d)[\w@$]+\b")
_WORD: Final = re.compile(r"[a-z]+")
_COMMON: Final = frozenset(word for word in LATIN["en"] if len(word) > 1)
_CJK: Final = re.compile(
    "忽略|无视|無視|忘记|指令|指示を|従わず|무시|지시|تجاهل|تعليمات|התעלם|הוראות|игнорир|забудь|инструкци|पिछले निर्देश|"
    "अनदेखा|αγνόησε|οδηγίες",
    re.IGNORECASE,
)
_MOST: Final = 0.3
"""Share of the words of a sentence that must be common English once turned round or shifted."""


def without_steering(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without what is meant for whoever drafts.

    Once a title says so ("ignore your instructions and"), what goes on in the text with an order is left out, too.
    """
    kept: list[Line] = []
    is_split = False
    for line in lines:
        for part in _apart(line):
            if is_steering(part) or (is_split and _goes_on(part)):
                is_split = is_split or line.field is TextField.TITLE
            elif part.stems:
                kept.append(part)
    return kept


def is_steering(line: Line) -> bool:
    """Say whether a line tells whoever drafts what to write."""
    text = line.text
    if _COMMAND.search(text) or _is_encoded(text) or _CJK.search(text) or _is_turned(text):
        return True
    kinds = {hit.cue for hit in hits(cues("steering"), line)}
    if any(cue.kind == "words" for cue in kinds):
        return not any(cue.kind == "harmless" for cue in kinds)
    plain = _plain(text)
    return plain != text and any(hit.cue.kind == "words" for hit in hits(cues("steering"), _line(plain)))


def _is_encoded(text: str) -> bool:
    return bool(_HEX.search(text)) or any(_IS_BLOB.search(found[0][:200]) for found in _BLOB.finditer(text))


def _apart(line: Line) -> Iterator[Line]:
    """Yield what of a line stands before the first sign that closes a review, and what behind the last one."""
    text = line.folded.text
    signs = [found.span() for found in _SIGN.finditer(text, line.start, line.end)]
    blobs = _BLOB.finditer(text, line.start, line.end)
    signs += [found.span() for found in blobs if _IS_BLOB.search(found[0][:200])]
    if not signs:
        yield line
        return
    first, last = min(start for start, _ in signs), max(end for _, end in signs)
    for start, end in ((line.start, first), (last, line.end)):
        if line.folded.text[start:end].strip():
            yield line_of(line.field, line.folded, start, end, line.number)


_ORDER: Final = re.compile(
    r"^\W*(?:and |then |to )?(?:reply|answer|write|say|post|use|leave out|set|tell|promise|offer|add|"
    r"praise|print|a very|part|step|the last|take|who)\b",
    re.IGNORECASE,
)


def _goes_on(line: Line) -> bool:
    return bool(_ORDER.search(line.text))


def _plain(text: str) -> str:
    """Return a text with spaced, dotted and leet letters written as words."""
    text = _SPACED.sub(lambda found: re.sub(r"[ .·_*-]", "", found[0]), re.sub(r"(?<=\b\w) {2,}(?=\w\b)", " | ", text))
    text = _DOTTED.sub("", text)
    return _MIXED.sub(lambda found: found[0].translate(_LEET), text)


def _line(text: str) -> Line:
    return line_of(TextField.TEXT, Folded(text), 0, len(text))


def _is_turned(text: str) -> bool:
    """Say whether a text is English only once its letters are shifted by thirteen, or read backwards."""
    words = _WORD.findall(text[:400].lower())
    if len(words) < 3 or _share(words) >= _MOST:
        return False
    shifted = [codecs.encode(word, "rot13") for word in words]
    return max(_share(shifted), _share([word[::-1] for word in words])) >= _MOST


def _share(words: Sequence[str]) -> float:
    return sum(word in _COMMON for word in words) / len(words)
