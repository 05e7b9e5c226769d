"""What a team's own edits teach: phrases it always takes out, sentences and facts it always adds. Pure.

Nothing is learned from one reply: a proposal needs three reviews of three authors that have it in common, so that what
one customer told never reaches another. A proposal changes nothing; a person accepts it into the config.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from reviewwatch.text import sentences
from reviewwatch.types import Business

LEAST: Final = 3
"""Reviews, and authors, that must have it in common."""
_USUALLY: Final = 0.8
"""Share of the drafts with a phrase in which the team took it out."""
_LONGEST_PHRASE: Final = 6
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://|www\.")
_PLAIN_WORDS: Final = frozenset([
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "have", "i", "in", "is", "it", "not", "of",
    "on", "or", "our", "so", "that", "the", "this", "to", "us", "was", "we", "were", "what", "with", "you", "your",
])  # fmt: skip


class ProposalKind(StrEnum):
    """Where an accepted proposal goes: words the voice avoids, an approved sentence, a fact to write down."""

    AVOID = "avoid"
    MACRO = "macro"
    FACT = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """A reply that a person approved, beside what was proposed to them.

    Attributes:
        review_id: Row number, so that nothing counts twice.
        drafted: The sentences of every proposed draft.
        text: What was approved.
        themes: What the review complains of.
    """

    review_id: int
    author: str
    drafted: tuple[str, ...]
    text: str
    themes: tuple[str, ...] = ()
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something to take over.

    Attributes:
        words: A phrase, or a whole sentence.
        n: In how many replies the team did so, of `n_seen` where it could have.
    """

    kind: ProposalKind
    words: str
    n: int
    n_seen: int
    themes: tuple[str, ...] = ()
    lang: str = "en"


def proposals(approved: Sequence[Approved], business: Business) -> tuple[Proposal, ...]:
    """Return what the edits of one brand have in common, the most frequent first.

    Args:
        approved: Replies of this brand alone.
        business: What it says already is not proposed again.
    """
    found = [*_taken_out(approved, business), *_added(approved, business)]
    return tuple(sorted(found, key=lambda one: (-one.n, one.kind, one.words)))


def _taken_out(approved: Sequence[Approved], business: Business) -> Iterator[Proposal]:
    gone: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for one in approved:
        for phrase in _runs_gone(one):
            gone[phrase][one.review_id] = one.author
    avoided = {words.casefold() for words in business.avoid}
    for phrase, reviews in gone.items():
        n_seen = sum(any(f" {phrase} " in f" {_key(sentence)} " for sentence in _used(one)) for one in approved)
        if _is_common(reviews) and len(reviews) >= _USUALLY * n_seen and phrase not in avoided:
            yield Proposal(kind=ProposalKind.AVOID, words=phrase, n=len(reviews), n_seen=n_seen)


def _runs_gone(one: Approved) -> set[str]:
    """Return the longest runs of a draft's words of which the approved text has none, plain words at the ends apart."""
    kept = {*_key(one.text).split(), *_key(one.author).split()}
    runs = set()
    for sentence in _used(one):
        for is_gone, words in groupby(_key(sentence).split(), key=lambda word: word not in kept):
            run = list(words) if is_gone else []
            while run and run[0] in _PLAIN_WORDS:
                run.pop(0)
            while run and run[-1] in _PLAIN_WORDS:
                run.pop()
            if 0 < len(run) <= _LONGEST_PHRASE and not any(map(str.isdigit, "".join(run))):
                runs.add(" ".join(run))
    return runs


def _used(one: Approved) -> tuple[str, ...]:
    """Return the proposed sentences, if the reply was made from them: at least one of them still stands in it."""
    return one.drafted if any(sentence in one.text for sentence in one.drafted) else ()


def _added(approved: Sequence[Approved], business: Business) -> Iterator[Proposal]:
    said: defaultdict[str, dict[int, str]] = defaultdict(dict)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    about: defaultdict[str, list[set[str]]] = defaultdict(list)
    langs: dict[str, str] = {}
    known = {_key(macro.text) for macro in business.macros} | {_key(business.sign_off)}
    for one in approved:
        drafted = {_key(sentence) for sentence in one.drafted}
        for start, end in sentences(one.text):
            words = one.text[start:end].strip()
            key = _key(words)
            if key and key not in drafted and key not in known and not _is_personal(words, one.author):
                said[key][one.review_id] = one.author
                forms[key][words] += 1
                about[key].append(set(one.themes))
                langs[key] = one.lang
    for key, reviews in said.items():
        if _is_common(reviews):
            yield Proposal(
                kind=ProposalKind.FACT if any(letter.isdigit() for letter in key) else ProposalKind.MACRO,
                words=forms[key].most_common(1)[0][0],
                n=len(reviews),
                n_seen=len({one.review_id for one in approved}),
                themes=tuple(sorted(set.intersection(*about[key]))),
                lang=langs[key],
            )


def _is_common(reviews: dict[int, str]) -> bool:
    return len(reviews) >= LEAST and len(set(reviews.values())) >= LEAST


def _is_personal(words: str, author: str) -> bool:
    """Say whether a sentence holds an address, or any part of the author's name."""
    names = {name.casefold() for name in _WORD.findall(author)}
    return bool(_ADDRESS.search(words)) or any(word.casefold() in names for word in _WORD.findall(words))


def _key(text: str) -> str:
    """Return what two forms of one sentence share: its words in lower case."""
    return " ".join(word.casefold() for word in _WORD.findall(text))
