"""A rating that a reviewer or a site wrote into the text: found where it can mean nothing else, or not at all. Pure.

`4/5` may be a date, a share or a fraction, and stars may be decoration. So a rating counts only with its scale or the
word for it, at the start of a text, on a line of its own, or set apart at the end of a title; and only if all that are
found agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.normalize.ratings import parse_rating
from reviewwatch.types import Rating

_LOOKED_AT: Final = 5_000
_N_LINES: Final = 40
_LINE: Final = 120
_MOST_OPEN: Final = 3
_NUMBER: Final = r"\d{1,2}(?:[.,]\d)?"
_STARS: Final = r"(?:[★⭐🌟☆½]\ufe0f?){5}(?![★⭐🌟☆½])"
_OUT_OF: Final = rf"{_NUMBER}\s?(?:/|out of|of)\s?(?:5|10)(?![\d/.,%])(?:\s?stars?)?"
_VALUE: Final = rf"(?:{_OUT_OF}|{_NUMBER}[ -]?stars?|{_STARS})"
_WORD: Final = r"(?:(?:my|our|overall|star|user)[ ])?(?:rating|rated|score)[ ]?[:=]?[ ]?"
_IN_TEXT: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"\A\s*({_STARS})",
        rf"\A\s*(?:{_WORD})?({_VALUE})(?=\s*(?:[-–—:;!|)\n]|[.,]\s|[.]?\Z))",
        rf"^[ \t]*[(\[]?(?:{_WORD})?({_VALUE})[)\]]?[.!]?[ \t]*$",
        rf"^[ \t]*(?:rating|rated|score)[ ]?[:=][ ]?({_NUMBER})[ \t]*$",
    )
)
_AT_END: Final = re.compile(rf"[-–—:(\[|]\s*(?:{_WORD})?({_VALUE})[)\]]?\s*\Z", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_REPEATED_GROUP: Final = re.compile(r"\)[*+{]")
_OPEN_ENDED: Final = re.compile(r"[*+]|\{\d*,\}|\{\d*,?\d{2,}\}")


def rating_pattern(pattern: str) -> re.Pattern[str]:
    """Return a person's pattern for a rating, if it can be run over what strangers write.

    Repeated groups and many open ends can take hours over a line that was made for it. What is allowed took 0.2 s at
    worst over such a line (three open ends over the same characters, 2026-11).

    Raises:
        ValueError: With a clause that says what is wrong.
    """
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"is no regular expression ({error})") from error
    if compiled.groups != 1:
        raise ValueError(f"needs one group, around the rating, and has {compiled.groups}; others are written (?:…)")
    bare = _ESCAPE.sub("x", pattern)
    if _REPEATED_GROUP.search(bare):
        raise ValueError("repeats a group, which a hostile text can turn into hours; write it out")
    if len(_OPEN_ENDED.findall(bare)) > _MOST_OPEN:
        raise ValueError(
            rf"repeats more than {_MOST_OPEN} times without a small end, as * does; write \s{{0,3}} for \s*"
        )
    return compiled


def find_rating(
    title: str,
    text: str,
    pattern: re.Pattern[str] | None = None,
    best: float | None = None,
    worst: float | None = None,
) -> Rating | None:
    """Return the rating that stands in a title or text, None where there is none or several disagree.

    Args:
        pattern: From `rating_pattern`; looked for in the first lines instead of the usual forms.
        best, worst: The ends of the scale, where they are known.

    Raises:
        ValueError: What was found lies outside the scale.
    """
    found = _by_pattern(pattern, title, text) if pattern else _by_form(title, text[:_LOOKED_AT])
    ratings = {(one.value, one.best): one for raw in found if (one := parse_rating(raw, best, worst))}
    return next(iter(ratings.values())) if len(ratings) == 1 else None


def _by_pattern(pattern: re.Pattern[str], title: str, text: str) -> Iterator[str]:
    lines = [title, *text[:_LOOKED_AT].splitlines()[:_N_LINES]]
    matches = (match for line in lines if (match := pattern.search(line[:_LINE])))
    yield from (match[1] for match in matches if match[1])


def _by_form(title: str, text: str) -> Iterator[str]:
    for form in _IN_TEXT:
        yield from form.findall(text)
        yield from form.findall(title)
    yield from _AT_END.findall(title)
