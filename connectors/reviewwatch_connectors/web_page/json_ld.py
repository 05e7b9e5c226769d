"""JSON as shops write it into their pages: with comments, line breaks inside of texts, and commas too many."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from typing import Any, Final

from reviewwatch.types import Problem
from reviewwatch_connectors.web_page.document import Script

_OPENED: Final = re.compile(r"\s*(?:<!--\s*)?(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?")
_CLOSINGS: Final = ("-->", "*/", "]]>", "/*", "//")
# A text stays; what else is named goes: comments, then commas before an end. Each alternative takes what it began, so
# that a text or comment that never ends costs no second look.
_TEXT: Final = r'("(?:[^"\\]++|\\.)*+"?)'
_LITTER: Final = (
    re.compile(_TEXT + r"|//[^\n]*|/\*.*?(?:\*/|\Z)", re.S),
    re.compile(_TEXT + r"|,(?=\s*[}\]])", re.S),
)
_ESCAPED: Final = re.compile(r"\s*[\[{]\s*&quot;")
_BETWEEN: Final = re.compile(r"[\s,;\ufeff]*")
_PREFIX: Final = re.compile(r"(?:schema:|https?://schema\.org/)(?=[A-Za-z])")
_PREFIXED: Final = re.compile(r'"(?:schema:|https?://schema\.org/)\w+"\s*:')
_LENIENT: Final = json.JSONDecoder(strict=False)


def read_blocks(scripts: Sequence[Script]) -> tuple[list[Any], list[Problem]]:
    """Return what the blocks of JSON-LD hold, and a problem for each that is no JSON even with its litter taken out."""
    values: list[Any] = []
    problems: list[Problem] = []
    for number, script in enumerate(scripts, 1):
        try:
            values += _unprefixed(read_block(script.text), script.text)
        except (ValueError, RecursionError) as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply or breaks off"
            problems.append(Problem(f"JSON-LD block {number}", f"is no JSON and was skipped ({why})"))
    return values, problems


def read_block(text: str) -> list[Any]:
    """Return the values of one script: mostly one, sometimes several behind each other, none where it is empty.

    Raises:
        ValueError: It is no JSON, also without comments, wrappers and commas too many.
        RecursionError: It is nested too deeply.
    """
    try:
        return [json.loads(text)]
    except ValueError:
        pass
    try:
        return _several(text)
    except ValueError:
        return _several(_tidied(text))


def _several(text: str) -> list[Any]:
    values, at = [], _end_of_space(text, 0)
    while at < len(text):
        value, at = _LENIENT.raw_decode(text, at)
        values.append(value)
        at = _end_of_space(text, at)
    return values


def _end_of_space(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _tidied(text: str) -> str:
    inner = _OPENED.sub("", text, count=1).rstrip("; \t\r\n")
    for closing in _CLOSINGS:
        inner = inner.removesuffix(closing).rstrip()
    if _ESCAPED.match(inner):
        inner = html.unescape(inner)
    for litter in _LITTER:
        inner = litter.sub(lambda found: found[1] or "", inner)
    return inner


def _unprefixed(values: list[Any], text: str) -> list[Any]:
    """Return the values with `schema:review` and `https://schema.org/review` as `review`, where a block writes so."""
    if not _PREFIXED.search(text):
        return values
    renamed: list[Any] = json.loads(
        json.dumps(values), object_pairs_hook=lambda pairs: {_PREFIX.sub("", key): value for key, value in pairs}
    )
    return renamed
