"""Text of a review with the places marked that a reason points at."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from reviewwatch.text import show_controls

Span = tuple[int, int]

_PLAIN_MARKS = (("«", "»"), ("⟦", "⟧"))  # the second where the text itself quotes with the first


def marked(text: str, spans: Iterable[Span], style: str) -> Text:
    """Return text with styled spans, harmless to a terminal.

    Args:
        text: As received; offsets of `spans` count in it.
        spans: In any order; they may overlap or point outside, as offsets of an older revision do.
        style: Of rich; empty puts marks around the spans instead.
    """
    opening, closing = ("", "") if style else _marks_for(text)
    shown, at = Text(), 0
    for start, end in _merged(spans, len(text)):
        shown.append(show_controls(text[at:start]))
        shown.append(f"{opening}{show_controls(text[start:end])}{closing}", style or None)
        at = end
    shown.append(show_controls(text[at:]))
    return shown


def _marks_for(text: str) -> tuple[str, str]:
    first, second = _PLAIN_MARKS
    return second if first[0] in text or first[1] in text else first


def _merged(spans: Iterable[Span], length: int) -> list[Span]:
    """Return spans within the text, in order, those that touch joined."""
    merged: list[Span] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
