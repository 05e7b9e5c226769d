"""What an edit changed, short enough to read beside the review."""

from __future__ import annotations

from difflib import SequenceMatcher

from rich.text import Text

from reviewwatch.text import show_controls

CONTEXT = 4
"""Unchanged words shown on each side of a change."""
MAX_WORDS = 400
"""Above so many differing words on a side both texts are quoted: comparing them word by word takes too long."""
QUOTED = 40
"""Words of each text that are quoted then."""


def word_diff(old: str, new: str, has_color: bool) -> Text:
    """Return the changed words with a little context, removed ones before added ones.

    Without color they stand as `[-removed-]` and `{+added+}`.
    """
    before, after = show_controls(old).split(), show_controls(new).split()
    start, end = _common_ends(before, after)
    left, right = before[start : len(before) - end], after[start : len(after) - end]
    shown = Text()
    _append_context(shown, before[:start], is_head=True, is_tail=False)
    if max(len(left), len(right)) > MAX_WORDS:
        _append_change(shown, _quoted(left), _quoted(right), has_color)
    else:
        _append_changes(shown, left, right, has_color)
    _append_context(shown, before[len(before) - end :], is_head=False, is_tail=True)
    shown.rstrip()
    return shown


def _common_ends(before: list[str], after: list[str]) -> tuple[int, int]:
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _append_changes(shown: Text, left: list[str], right: list[str], has_color: bool) -> None:
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, left, right).get_opcodes():
        if kind == "equal":
            _append_context(shown, left[i1:i2], is_head=False, is_tail=False)
        else:
            _append_change(shown, left[i1:i2], right[j1:j2], has_color)


def _append_change(shown: Text, removed: list[str], added: list[str], has_color: bool) -> None:
    if removed:
        words = " ".join(removed)
        shown.append(words if has_color else f"[-{words}-]", "red strike" if has_color else None).append(" ")
    if added:
        words = " ".join(added)
        shown.append(words if has_color else f"{{+{words}+}}", "green underline" if has_color else None).append(" ")


def _append_context(shown: Text, words: list[str], is_head: bool, is_tail: bool) -> None:
    """Add unchanged words: the last few before the first change, the first few after the last, both in between."""
    kept = CONTEXT * (1 if is_head or is_tail else 2)
    if len(words) > kept:
        head = [] if is_head else words[:CONTEXT]
        tail = [] if is_tail else words[-CONTEXT:]
        words = [*head, "…", *tail]
    if words:
        shown.append(" ".join(words)).append(" ")


def _quoted(words: list[str]) -> list[str]:
    return words if len(words) <= QUOTED else [*words[:QUOTED], "…"]
