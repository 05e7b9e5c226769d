"""Whether a model's text may take the place of the offline draft: each check names what it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from reviewwatch.reply import guards
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.llm.tokens import TOKEN, Hidden
from reviewwatch.reply.platforms import Platform
from reviewwatch.text import fold, guess_language
from reviewwatch.types import Business, Draft, DraftSentence, FindingSeverity, Review

_MAX_WORDS: Final = 30
_RUN: Final = 5
"""Words of the review in a row from which a text repeats it."""
_LEAST_TOLD: Final = 40
"""Characters from which the language of a text is told."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS: Final = re.compile(r"(?<=[.!?:])\s+")
_FOREIGN: Final = re.compile(r"\d|@|://|www\.|[$€£¥₹%{}<>\[\]_*#|`~\\]|[^\w\s.,;:!?'’\"“”()&/–—-]")
_CAPITALIZES: Final = frozenset({"de"})
"""Languages whose common nouns have capitals: there a capital tells no name."""


class RefusedError(Exception):
    """A text that does not pass; the message is a clause for a person."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What a text is held to.

    Attributes:
        draft: The offline draft, whose sentences and licences stay.
        hidden: What the model saw of it.
        review: Shown to the model or not; nothing of it may come back that the draft does not hold.
        canary: A word of the rules that no text repeats.
    """

    draft: Draft
    hidden: Hidden
    review: Review
    business: Business
    platform: Platform
    context: Context
    canary: str

    def passed(self, answer: str) -> Draft:
        """Return the draft in the model's words.

        Raises:
            RefusedError: It does not pass; nothing of it is used.
        """
        if self.canary.casefold() in answer.casefold():
            raise RefusedError("it repeats its instructions")
        told = list(_sentences(answer, len(self.hidden.sentences)))
        for number, text in enumerate(told):
            self._refuse_sentence(number, text)
        sentences = tuple(
            replace(one, text=self.hidden.restored(text)) for one, text in zip(self.draft.sentences, told, strict=True)
        )
        text = _joined(self.draft, sentences)
        self._refuse_whole(text, sentences)
        return replace(self.draft, text=text, sentences=sentences, twin="")

    def _refuse_sentence(self, number: int, text: str) -> None:
        asked = self.hidden.sentences[number]
        if self.hidden.is_opaque(number) and text != asked:
            raise RefusedError(f"sentence {number + 1} is not the one that was to stay as it is")
        if sorted(TOKEN.findall(text)) != sorted(TOKEN.findall(asked)):
            raise RefusedError(f"sentence {number + 1} does not hold its tokens once each")
        bare = TOKEN.sub(" ", text)
        foreign = _FOREIGN.search(bare)
        if foreign:
            raise RefusedError(f"sentence {number + 1} holds {foreign.group()!r}, which nobody gave it")
        if len(bare.split()) > _MAX_WORDS:
            raise RefusedError(f"sentence {number + 1} has more than {_MAX_WORDS} words")
        self._refuse_new_names(number, bare)

    def _refuse_new_names(self, number: int, bare: str) -> None:
        """Refuse names that the draft does not hold, and words that only the review does."""
        known = {word.casefold() for word in _WORD.findall(self.draft.text)}
        words = _WORD.findall(bare)
        if any(_is_name(word) and word.casefold() not in known for word in _capitals(bare, self.draft.lang)):
            raise RefusedError(f"sentence {number + 1} names something that the draft does not")
        said = _words_of(self.review)
        taken = {word.casefold() for word in words}.intersection(said) - known - vocabulary(self.draft.lang)
        if taken:
            raise RefusedError(f"sentence {number + 1} takes a word over from the review")
        run = " ".join(word.casefold() for word in words)
        for at in range(len(said) - _RUN + 1):
            if f" {' '.join(said[at : at + _RUN])} " in f" {run} ":
                raise RefusedError(f"sentence {number + 1} repeats the review")

    def _refuse_whole(self, text: str, sentences: Sequence[DraftSentence]) -> None:
        if not self.platform.fits(text):
            raise RefusedError(f"it is too long for {self.platform.name}")
        lang = guess_language(text) if len(text) >= _LEAST_TOLD else None
        if lang not in (None, self.draft.lang):
            raise RefusedError(f"it is in another language ({lang})")
        context = replace(self.context, sentences=tuple(sentences), is_persons=False, vouched=())
        before = {one.rule for one in guards.check(self.draft.text, self.review, self.business, self.platform, context)}
        for finding in guards.check(text, self.review, self.business, self.platform, context):
            if finding.severity is not FindingSeverity.WARN or finding.rule not in before:
                raise RefusedError(f"rule {finding.rule}: {finding.why}")


def _capitals(bare: str, lang: str) -> Iterator[str]:
    """Yield the words whose capital says something: not at the beginning of a sentence, unless all of it is capital."""
    for sentence in _ENDS.split(bare):
        for at, word in enumerate(_WORD.findall(sentence)):
            is_shouted = len(word) > 1 and word.isupper()
            if is_shouted or (at > 0 and word[0].isupper() and lang not in _CAPITALIZES):
                yield word


def _is_name(word: str) -> bool:
    return re.fullmatch(r"I(?:['’]\w+)?", word) is None


@cache
def vocabulary(lang: str) -> frozenset[str]:
    """Return the words that our own drafts in a language are made of: those may stand in any review, too."""
    folder = files("reviewwatch.reply.frames").joinpath(lang)
    texts = [one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".toml")]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _sentences(answer: str, n: int) -> Iterator[str]:
    """Yield the sentences of an answer that is in the form asked for."""
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise RefusedError("it is not JSON") from error
    rows: Any = told.get("sentences") if isinstance(told, dict) else None
    if not isinstance(rows, list) or len(rows) != n:
        raise RefusedError(f"it does not hold the {n} sentences of the plan")
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or row.keys() != {"id", "text"} or row["id"] != number:
            raise RefusedError(f"sentence {number} is not in the form asked for")
        if not isinstance(row["text"], str) or not row["text"].strip() or not row["text"].isprintable():
            raise RefusedError(f"sentence {number} is no line of text")
        if fold(row["text"]).text.casefold() != row["text"].casefold() and row["text"].isascii() is False:
            _refuse_disguise(row["text"], number)
        yield row["text"].strip()


def _refuse_disguise(text: str, number: int) -> None:
    """Refuse look-alike letters; accents, quotes and dashes of a language stay."""
    if any(ord(letter) > 0x24F and letter.isalpha() for letter in text):
        raise RefusedError(f"sentence {number} mixes letters that look alike")


def _joined(draft: Draft, sentences: Sequence[DraftSentence]) -> str:
    """Return the new sentences with the white space that the draft has between its own."""
    text, at = "", 0
    for old, new in zip(draft.sentences, sentences, strict=True):
        start = draft.text.index(old.text, at)
        text += draft.text[at:start] + new.text
        at = start + len(old.text)
    return text + draft.text[at:]


def _words_of(review: Review) -> list[str]:
    told = " ".join(part for part in (review.title, review.text, review.positive, review.negative) if part)
    return [word.casefold() for word in _WORD.findall(fold(told[:20_000]).text)]
