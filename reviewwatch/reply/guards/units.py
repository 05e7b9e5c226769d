"""A reply as units with meanings: words and set phrases, whatever form, language or spelling they come in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.guards import lexicon
from reviewwatch.reply.guards.lexicon import Lexicon, without_accents
from reviewwatch.text import Span, guess_language

END: Final = "END"
"""The meaning of what ends a sentence."""
COMMA: Final = "COMMA"
SPARED: Final = "SPARED"
"""The meaning of what a rule passes over."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a comma or the end of a sentence.

    Attributes:
        word: In plain small letters.
        tags: Its meanings.
        start, end: Where it stands in the plain text.
        phrase: The meanings of the set phrase that it begins.
    """

    word: str
    tags: frozenset[str]
    start: int
    end: int
    phrase: frozenset[str] = frozenset()

    def has(self, tag: str) -> bool:
        """Say whether it, or the phrase that it begins, has a meaning."""
        return tag in self.tags or tag in self.phrase


Word = tuple[str, int, int]
_WORD: Final = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)|[^\W_]+(?:'[^\W\d_]+)*|[,;:()\"–—]|[£$€₹%]"
)
_SHORTENED: Final = {
    "ll": "will", "ve": "have", "re": "are", "d": "would", "m": "am", "s": "is", "em": "them",
}  # fmt: skip
_NOT: Final = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not")}
_WHOLE: Final = {
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not", "wont": "will not",
    "youve": "you have", "weve": "we have", "im": "i am", "thats": "that is", "isnt": "is not", "youll": "you will",
    "youre": "you are", "lets": "let us", "gonna": "going to", "wanna": "want to", "gotta": "have to", "u": "you",
    "ur": "your", "pls": "please", "plz": "please", "thx": "thanks", "ya": "you", "wouldnt": "would not",
    "couldnt": "could not", "shouldnt": "should not", "wed": "we would", "theyre": "they are",
}  # fmt: skip


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages whose words a plain text is read with: English, and what else it is written in."""
    return _languages({word for word, _, _ in _words(text, Span(0, len(text)))}, text)


def units(text: str, sentences: Sequence[Span]) -> list[Unit]:
    """Return a plain text as units, each sentence closed by one that ends it."""
    by_sentence = [list(_words(text, span)) for span in sentences]
    languages = _languages({word for words in by_sentence for word, _, _ in words}, text)
    meanings = lexicon.load(*languages)
    found: list[Unit] = []
    for span, words in zip(sentences, by_sentence, strict=True):
        capitals = _capitals(text, words)
        found += _phrased(words, meanings, capitals - {span.start}, capitals)
        sign = "?" if "?" in text[max(span.start, span.end - 3) : span.end] else "."
        found.append(Unit(sign, frozenset({END}), max(span.start, span.end - 1), span.end))
    return found


# Words that English does not have; two of them are enough to read a language's pack.
_MARKERS: Final = {
    "de": frozenset(
        [
            "aufs",
            "geht",
            "diese",
            "dieser",
            "dieses",
            "hier",
            "gibt",
            "wer",
            "was",
            "habe",
            "hast",
            "hatten",
            "ganz",
            "wir",
            "sie",
            "ihre",
            "ihren",
            "ihrer",
            "ihr",
            "ihnen",
            "uns",
            "unsere",
            "unserer",
            "unser",
            "und",
            "der",
            "das",
            "ist",
            "nicht",
            "ein",
            "eine",
            "einen",
            "wenn",
            "dass",
            "werden",
            "wird",
            "haben",
            "bitte",
            "danke",
            "fur",
            "mit",
            "auf",
            "wie",
            "sich",
            "noch",
            "ich",
            "von",
            "bei",
            "dem",
            "den",
            "zu",
            "im",
            "als",
            "auch",
            "keine",
            "kein",
            "du",
            "dein",
            "deine",
            "nur",
            "oder",
            "sind",
            "hatten",
            "konnen",
        ]
    ),
    "es": frozenset(
        [
            "suya",
            "suyo",
            "esto",
            "eso",
            "todo",
            "toda",
            "nada",
            "culpa",
            "haber",
            "ser",
            "estas",
            "nuestras",
            "hay",
            "nos",
            "donde",
            "quien",
            "porque",
            "debe",
            "puede",
            "el",
            "la",
            "los",
            "las",
            "su",
            "sus",
            "usted",
            "ustedes",
            "nosotros",
            "nuestro",
            "nuestra",
            "nuestros",
            "que",
            "por",
            "para",
            "con",
            "una",
            "uno",
            "si",
            "le",
            "les",
            "gracias",
            "favor",
            "de",
            "del",
            "se",
            "es",
            "no",
            "lo",
            "y",
            "en",
            "un",
            "tu",
            "te",
            "ha",
            "han",
            "como",
            "pero",
            "esta",
            "este",
            "al",
            "mas",
            "muy",
            "cuando",
            "sera",
            "podemos",
        ]
    ),
}
_ENGLISH_TOO: Final = frozenset(
    ["was", "nos", "das", "el", "la", "de", "no", "en", "un", "los", "las", "a", "es", "se", "y", "lo", "al"]
)
_MIN_MARKERS: Final = 2


def _languages(words: set[str], text: str) -> tuple[str, ...]:
    guessed = guess_language(text[:_MAX_TOLD])
    others = [language for language, markers in _MARKERS.items() if language == guessed or _speaks(words, markers)]
    return ("en", *others)


def _speaks(words: set[str], markers: frozenset[str]) -> bool:
    """Say whether words are of a language: two of its own, or one among few words and none of English."""
    own = words & markers
    if own <= _ENGLISH_TOO:
        return False
    return len(own) >= _MIN_MARKERS or (len(words) <= _FEW and words.isdisjoint(_ENGLISH))


_MAX_TOLD: Final = 1_000
_FEW: Final = 8
_ENGLISH: Final = frozenset(
    [
        "the",
        "we",
        "you",
        "your",
        "is",
        "and",
        "to",
        "of",
        "that",
        "for",
        "are",
        "our",
        "this",
        "it",
        "was",
        "have",
        "be",
        "will",
        "with",
        "not",
        "please",
    ]
)


def _words(text: str, span: Span) -> Iterator[Word]:
    """Yield the words of a sentence in plain small letters, shortened ones in full."""
    found = list(_WORD.finditer(text, *span))
    for number, at in enumerate(found):
        word = without_accents(at[0].lower())
        place = at.start(), at.end()
        if at["address"]:
            yield "@", *place
            continue
        if word.isalpha():
            for part in _WHOLE.get(word, word).split():
                yield part, *place
        elif "'" in word:
            follower = found[number + 1][0].lower() if number + 1 < len(found) else ""
            for part in _in_full(word, follower):
                yield part, *place
        else:
            yield word, *place


def _in_full(word: str, follower: str) -> tuple[str, ...]:
    if word in _NOT:
        return _NOT[word]
    if word.endswith("n't"):
        return word[:-3], "not"
    head, _, tail = word.partition("'")
    if word == "let's":
        return "let", "us"
    if tail == "s" and follower == "been":
        return head, "has"
    if tail == "s" and head not in _WITH_IS and follower not in _AFTER_IS:
        return head, "'s"
    return (head, _SHORTENED[tail]) if tail in _SHORTENED else (head, tail)


_WITH_IS: Final = frozenset(["it", "that", "what", "there", "here", "he", "she", "who", "where", "how"])
_AFTER_IS: Final = frozenset([
    "not", "on", "in", "at", "to", "a", "an", "the", "my", "our", "your", "yours", "mine", "ours", "free", "ready",
    "waiting", "coming", "going", "gone", "taken", "covered", "paid", "sorted", "all", "being", "still", "now", "no",
    "just", "so", "too", "very", "young", "new", "why", "what", "never", "always", "also", "already", "up", "down",
    "off", "back", "out",
])  # fmt: skip
"""Before these "the lamp's" is "the lamp is"; before anything else, somebody's."""
_SIGNS: Final = frozenset(',;:()"–—')


def _phrased(words: list[Word], meanings: Lexicon, names: frozenset[int], capitals: frozenset[int]) -> Iterator[Unit]:
    """Yield words with their meanings, those of a set phrase on its first word.

    Words one slip away from one that has a meaning are read as it.
    """
    plain = [word if start in names or meanings.tags_of(word) else lexicon.repaired(word) for word, start, _ in words]
    at = last = 0
    tags_of_rest = _NOTHING
    while at < len(words):
        word, start, end = plain[at], *words[at][1:]
        if at >= last and (joined := _broken(plain, at)):
            yield Unit(joined, meanings.tags_of(joined), start, words[at + 1][2])
            at += 2
            continue
        tags = meanings.tags_of(word) | _kind(word)
        if start in capitals and word.isalpha() and word not in lexicon.known_words():
            tags |= _NAME
        if at < last:
            tags = _REST if tags_of_rest & _WHOLE_ALONE else tags | _REST
        elif (phrase := meanings.phrase_at(plain, at)) is not None:
            last, tags_of_rest = at + len(phrase.words), phrase.tags
            own = frozenset[str]() if phrase.tags & _WHOLE_ALONE else tags
            yield Unit(word, own, start, end, phrase.tags)
            at += 1
            continue
        yield Unit(word, tags, start, end)
        at += 1


_NOTHING: Final[frozenset[str]] = frozenset()
_WHOLE_ALONE: Final = frozenset({"THANKS", "PLAIN"})
"""Phrases whose words mean nothing by themselves."""
OF_PHRASE: Final = "="
"""Before a meaning that a whole phrase has."""
REST: Final = "REST"
"""The meaning of a word that belongs to the phrase before it."""
_REST: Final = frozenset({REST})


def _capitals(text: str, words: list[Word]) -> frozenset[int]:
    """Return where words begin that are written with one capital, as names are."""
    return frozenset(start for _, start, end in words if text[start].isupper() and text[start + 1 : end].islower())


def _kind(word: str) -> frozenset[str]:
    if word in _SIGNS:
        return _COMMA
    return _NUMBER if word[0].isdigit() else frozenset()


_COMMA: Final = frozenset({COMMA})
_NUMBER: Final = frozenset({"NUM"})
_NAME: Final = frozenset({"NAME"})
"""A word with a capital that is no known word: somebody's or something's name."""
_MIN_BROKEN: Final = 5


def _broken(words: list[str], at: int) -> str:
    """Return the word that two parts make that are none by themselves: "re fund"."""
    if at + 1 >= len(words):
        return ""
    one, other = words[at], words[at + 1]
    known, whole = lexicon.known_words(), one + other
    if len(whole) < _MIN_BROKEN or (one in known and other in known) or not whole.isalpha():
        return ""
    return whole if whole in known else ""
