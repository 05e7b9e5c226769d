"""What a review complains of, named only where its words are sure. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reviewwatch.assess.tone import Sentence
from reviewwatch.reply.frames import Issue, IssueKind

_MAX_NAMED: Final = 2
_HAPPY: Final = 0.3
"""Tone of a sentence from which it complains of nothing."""
_UNHAPPY: Final = -0.3
"""Tone of a sentence from which what it speaks of is what it complains of."""

# "no crashes", "never had to wait 20 minutes": the words are there and the complaint is not.
_DENIED: Final = re.compile(r"(?:\bno|\bnot|\bnever|\bwithout|n't|\bzero|\bfree of|\bused to)\W+(?:\w+\W+){0,3}$")
_BLANKS: Final = 40
"""Characters before a word that are searched for a denial."""


def find_issues(said: Iterable[Sentence], known: Iterable[Issue], is_complaint: bool) -> tuple[Issue, ...]:
    """Return what a review complains of, the weightiest first, at most two and of one kind of weight.

    A topic (staff, room) is named only if no fault is: "the wait" says more than "how our staff came across".

    Args:
        known: The issues of the review's language.
        is_complaint: The review as a whole is one; then a fault counts in any sentence that is not happy.
    """
    sentences = [(sentence.folded.lower(), sentence.tone) for sentence in said if sentence.tone < _HAPPY]
    found = [issue for issue in known if any(_complains(issue, *sentence, is_complaint) for sentence in sentences)]
    for kind in (IssueKind.FAULT, IssueKind.WISH, IssueKind.TOPIC):
        named = [issue for issue in found if issue.kind is kind]
        if named:
            return tuple(named[: 1 if kind is IssueKind.TOPIC else _MAX_NAMED])
    return ()


def _complains(issue: Issue, words: str, tone: float, is_complaint: bool) -> bool:
    """Say whether one sentence complains of an issue."""
    if tone > (_UNHAPPY if issue.kind is IssueKind.TOPIC else 0.0) and not (
        is_complaint and issue.kind is not IssueKind.TOPIC
    ):
        return False
    return any(
        not _DENIED.search(words[max(0, at.start() - _BLANKS) : at.start()]) for at in issue.says.finditer(words)
    )
