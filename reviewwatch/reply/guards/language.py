"""The language of a reply: the reviewer's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from reviewwatch.reply.guards.patterns import EMAIL, LINK
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import guess_language
from reviewwatch.text.romanized import n_romanized_hindi
from reviewwatch.types import Finding

G29: Final = Law("G29", "A reply is for the reviewer first, so it is in the reviewer's language")

_MIN_TO_TELL: Final = 20
"""Characters of a reply from which its language is told."""
_MIN_TO_BLOCK: Final = 40
"""Characters of a review from which its language is sure enough to forbid a reply in another; below, it warns."""
_MAX_READ: Final = 2_000
_ALSO_ROMANIZED: Final = frozenset({"hi", "ur"})
_MIN_ROMANIZED: Final = 3


def other_language(case: Case) -> Iterator[Finding]:
    """G29: the reply is in another language than the review. Where a short text or the site alone says so, it warns."""
    words, review = _own_words(case), case.review
    written = guess_language(words[:_MAX_READ]) if len(words) >= _MIN_TO_TELL else None
    if written is None or _is_honest_line(words):
        return
    text = "\n".join(part[:_MAX_READ] for part in (review.title, review.text, review.positive, review.negative) if part)
    read = guess_language(text)
    stated = (review.lang or "").lower().replace("_", "-").partition("-")[0]
    end = len(case.view.original)
    if read and read != written and not _is_mixed(text, written):
        make = G29.block_original if len(text) >= _MIN_TO_BLOCK else G29.warn_original
        yield make(0, end, f"is in another language ({written}) than the review ({read})")
    elif text and not read and stated and stated != written:
        why = f"is in another language ({written}) than the site says of the review ({stated})"
        yield G29.warn_original(0, end, why)


def _is_mixed(text: str, written: str) -> bool:
    """Say whether the author wrote the reply's language too: beside English words, or in Latin letters."""
    if written in _ALSO_ROMANIZED and n_romanized_hindi(re.findall("[a-z]+", text.lower())) >= _MIN_ROMANIZED:
        return True
    words = " ".join(word for word in text.split() if not word.isascii())
    return len(words) >= _MIN_TO_TELL and guess_language(words) == written


@cache
def _honest_lines() -> re.Pattern[str]:
    """Return the lines that say, in the reader's language or in English, that nobody here writes that language yet."""
    tables = tomllib.loads(files("reviewwatch.reply.frames").joinpath("lines.toml").read_text(encoding="utf-8"))
    texts = (re.escape(line) for table in tables.values() for line in table["lines"])
    return re.compile("|".join(texts).replace(re.escape("{language}"), r"\w+"))


def _is_honest_line(words: str) -> bool:
    return _honest_lines().match(words) is not None


def _own_words(case: Case) -> str:
    """Return the reply without what has no language of its own: sign-off, links and addresses."""
    text = case.view.original.strip().removesuffix(case.business.sign_off.strip())
    return LINK.sub(" ", EMAIL.sub(" ", text)).strip()


RULES: Final = (other_language,)
