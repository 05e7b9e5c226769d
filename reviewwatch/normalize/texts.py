"""Texts as they may be kept, and the language that a place says they are in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

REPLACED: Final = "\ufffd"
"""U+FFFD, what stands for a character that cannot be kept."""

_MAX_SHOWN: Final = 40


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with NUL and lone surrogates as U+FFFD, and a note for each kind that was replaced.

    A pair of surrogates that an encoder left apart becomes the character that it means. All else is kept as received,
    control characters included: they are made visible where they are shown.
    """
    has_nul = "\0" in text
    if not has_nul and (text.isascii() or _is_encodable(text)):
        return text, ()
    notes = ["NUL bytes were replaced by U+FFFD"] if has_nul else []
    joined = text.replace("\0", REPLACED).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if joined.count(REPLACED) > text.count(REPLACED) + text.count("\0"):
        notes.append("lone surrogates were replaced by U+FFFD")
    return joined, tuple(notes)


def cleaned(*texts: str) -> tuple[list[str], tuple[str, ...]]:
    """Return several texts of one review as `clean` does, and each note once."""
    together = "".join(texts)
    if clean(together) == (together, ()):
        return list(texts), ()
    pairs = [clean(text) for text in texts]
    return [text for text, _ in pairs], tuple(dict.fromkeys(note for _, notes in pairs for note in notes))


def text_of(value: object) -> str:
    """Return a value of JSON that should be words: "" for null, a whole number as its digits.

    Raises:
        TypeError: It is something else.
    """
    if value is None or isinstance(value, str):
        return value or ""
    if type(value) is int:
        return str(value)
    raise TypeError(f"holds {type(value).__name__} where words should be")


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


# English names, and those that only Steam uses: https://partner.steamgames.com/doc/store/localization/languages
_LANGUAGES: Final[Mapping[str, str]] = {
    "arabic": "ar", "brazilian": "pt", "bulgarian": "bg", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl",
    "english": "en", "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hungarian": "hu",
    "indonesian": "id", "italian": "it", "japanese": "ja", "korean": "ko", "koreana": "ko", "latam": "es",
    "malay": "ms", "norwegian": "no", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru",
    "schinese": "zh", "spanish": "es", "swedish": "sv", "tchinese": "zh", "thai": "th", "turkish": "tr",
    "ukrainian": "uk", "vietnamese": "vi",
}  # fmt: skip
_LANGUAGE_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


def parse_language(raw: str) -> str | None:
    """Return the language of a tag or name (`en_US`, `pt-BR`, `English`) as `en` or `pt`, None if it is neither."""
    text = raw.strip()
    tag = _LANGUAGE_TAG.fullmatch(text)
    return tag[1].lower() if tag else _LANGUAGES.get(text.lower())


def shown(text: str) -> str:
    """Return a value in quotes for an error, cut where it is long."""
    return f"“{text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + '…'}”"
