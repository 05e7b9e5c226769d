"""One sentence, its values put together and its clauses set apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.claims.sentences.describing import is_adjective, is_verb
from reviewwatch.reply.claims.values.found import with_values
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import BREAK, Item, items_of, stem


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence.

    Attributes:
        text: Its words and value signs in one line between spaces, breaks as `|`.
        is_question: It ends with a question mark.
    """

    items: Sequence[Item]
    stems: Sequence[str]
    text: str
    is_question: bool

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the clause, or clauses, that some items stand in."""
        while start > 0 and self.items[start - 1].word != BREAK:
            start -= 1
        while end < len(self.items) and self.items[end].word != BREAK:
            end += 1
        return start, end

    def is_relative(self, first: int) -> bool:
        """Say whether the clause that begins at an item only adds to a noun before it."""
        return first > 0 and self.items[first].word in ("which", "who", "whose") and not self.is_question

    def words(self, start: int, end: int) -> str:
        """Return items as words between spaces."""
        return " " + " ".join(item.word for item in self.items[start:end]) + " "


_PRONOUNS: Final = listed("it they that this which these he she you we i there who everything")
_BEGINS: Final = listed("the a an my our your their his her its no not is are was were") | _PRONOUNS
_JOINS: Final = listed("but so because although though while whereas which who unless if whenever where yet")
_SINCE: Final = listed("spring summer autumn winter last then january february march april may june july august")
_MAX_ITEMS: Final = 160
"""Of a sentence; what is longer is no sentence, and is read up to there."""


def scene_of(text: str, start: int, end: int) -> Scene:
    """Return a sentence, its values put together and its clauses set apart."""
    items = _clauses(with_values(_with_is(items_of(text, start, min(end, start + 2_000))[:_MAX_ITEMS])))
    stems = [
        "D" if item.word == "D" else item.word if item.amount or item.word == BREAK else stem(item.word)
        for item in items
    ]
    words = " ".join(item.word for item in items)
    return Scene(items, stems, f" {words} ", "?" in text[max(start, end - 4) : end])


_AFTER_IS: Final = listed(
    "open closed shut free heated not no a an the only just also always never still now gone missing available"
    " allowed"
    " forbidden banned included extra in on at compulsory required included as at from until till staffed"
    " unstaffed manned good great"
    " fine nice"
)


def _with_is(items: Sequence[Item]) -> list[Item]:
    """Read the s of "the pool's heated" as a verb."""
    return [
        item._replace(word="is") if item.word == "'s" and at + 1 < len(items) and _follows_is(items, at + 1) else item
        for at, item in enumerate(items)
    ]


_BEHIND: Final = listed("| and but so here too at by after before until till from")


def _follows_is(items: Sequence[Item], at: int) -> bool:
    ends = at + 1 == len(items) or items[at + 1].word in _BEHIND
    return items[at].word in _AFTER_IS or (ends and is_adjective(items[at].word))


def _clauses(items: Sequence[Item]) -> list[Item]:
    """Put a break before each word that begins a new clause."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after = items[at + 1].word if at + 1 < len(items) else ""
        if found and found[-1].word != BREAK and _begins(items, at, item.word, after):
            found.append(Item(BREAK, item.start, item.start))
        found.append(item)
        if after != "that" and _is_learned(items, at) and _has_verb(items[at + 1 : at + 7]):
            found.append(Item(BREAK, item.end, item.end))
        if item.word == "and" and _starts_clause(items, at + 1, after):
            found.append(Item(BREAK, item.end, item.end))
    return found


_LEARNED: Final = listed("saw noticed learned learnt realized realised discovered see notice learn seeing noticing")
"""What follows "I saw" is so, if it is a clause."""
_SAID_THAT: Final = _LEARNED | listed(
    "out read annoyed surprised believe told glad sad angry shocked pity shame pleased disappointed say said says think"
    " thought guess hope wish suppose sure know knew mean fact gripe complaint hate love like loved liked plus"
    " find found"
    " heard told gutted delighted happy upset understand suspect reckon claim claims imagine given mind"
)


def _is_learned(items: Sequence[Item], at: int) -> bool:
    """Find "I saw", "we had not realized", "found out"."""
    if items[at].word == "out":
        return items[at - 1].word in ("find", "found", "finding")
    return items[at].word in _LEARNED and any(item.word in ("i", "we") for item in items[max(0, at - 4) : at])


def _has_verb(items: Sequence[Item]) -> bool:
    return any(item.word in _FINITE or item.word in VERBS for item in items)


def _begins(items: Sequence[Item], at: int, word: str, after: str) -> bool:
    before = items[at - 1].word
    if word == "but" and before in ("nothing", "anything", "none", "all", "no"):
        return False
    if word in _JOINS:
        return not (word == "though" and before == "as") and not (
            word == "so" and before in ("or", "and", "not", "is", "do", "says")
        )
    if word == "that":
        is_said = before in _SAID_THAT and _has_verb(items[at + 1 : at + 9])
        return is_said or (before in ("is", "was") and after in _BEGINS)
    if word in ("since", "as"):
        return _begins_why(items, at, after) if word == "since" else _begins_as(items, at, after)
    return word == "when" and after in _PRONOUNS | {"the"}


def _begins_why(items: Sequence[Item], at: int, after: str) -> bool:
    """Tell "since the museum closes at four" from "since March"."""
    if after in _SINCE or after[:1].isdigit() or after in ("N", "D"):
        return False
    return after != "the" or _has_verb(items[at + 2 : at + 6])


def _begins_as(items: Sequence[Item], at: int, after: str) -> bool:
    """Tell "as dogs are allowed" from "as cheap as"."""
    if items[at - 1].word in ("as", "such", "same", "known", "far"):
        return False
    if _has_verb(items[at + 2 : at + 5]):
        return items[at - 1].word not in ("so", "well", "just")
    return after in _BEGINS - {"a", "no", "not"}


def _starts_clause(items: Sequence[Item], at: int, after: str) -> bool:
    if after.endswith("ly") and at + 1 < len(items):
        return _starts_clause(items, at + 1, items[at + 1].word)
    if after in _AHEAD and _says_all(items[:at]) and _has_verb(items[at : at + 9]):
        return True
    following = items[at + 1].word if at + 1 < len(items) else ""
    if after in _PRONOUNS or after in VERBS or following in _FINITE or is_verb(after):
        return True
    near = 6 if after in _BEGINS else 4
    has_subject = after in _OWNERS and any(is_verb(item.word) or item.word in _STOPS for item in items[at + 2 : at + 4])
    return has_subject or _has_verb(items[at : at + near])


_AHEAD: Final = listed("here at for with in on after before by from the a an this that there")


def _says_all(items: Sequence[Item]) -> bool:
    """Say whether what stands before an "and" is a clause of its own, with somebody who did something."""
    return any(item.word in ("i", "we", "he", "she") for item in items)


_OWNERS: Final = listed("my our his her their")
_STOPS: Final = listed("stops works needs wants runs goes costs looks smells drinks plays")
"""Verbs that are nouns as well."""


_FINITE: Final = listed("is are was were has have had costs cost does do did can could will closes opens shuts takes")
VERBS: Final = listed("closes opens closed opened shuts costs ends starts begins takes lasts finishes has have")
"""What a clause begins with whose subject is that of the clause before."""
