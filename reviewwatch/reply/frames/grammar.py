"""From a rule of the grammar to words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewwatch.reply.frames import NUMBER, PERSON, RULE, WORDS, Frames, Part
from reviewwatch.reply.frames.dice import pick
from reviewwatch.reply.frames.nouns import Noun


@dataclass(frozen=True, slots=True)
class Words:
    """What the slots of a sentence are filled with.

    Attributes:
        nouns: Noun phrases by slot; the first of them, "issue", decides between rules of a kind.
        texts: Everything else by slot.
        is_single: The voice says "I".
    """

    nouns: Mapping[str, Noun] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    is_single: bool = False


def expand(frames: Frames, rule: str, words: Words, seed: int) -> str:
    """Return one of the texts that a rule stands for, with every slot filled.

    A choice depends on the seed and the rule's name alone, so that two grammars with the same rules choose alike.
    """
    text = ""
    alternatives = _alternatives(frames, rule, words)
    for part in alternatives[pick(seed, rule.partition("~")[0], len(alternatives))]:
        if part.kind == WORDS:
            text += part.text
        elif part.kind == RULE:
            text = _joined(frames, text, expand(frames, part.text, words, seed))
        else:
            text = _joined(frames, text, _value(part, words))
    return text


def has(frames: Frames, rule: str) -> bool:
    """Say whether a grammar knows a rule."""
    return rule in frames.rules


def _alternatives(frames: Frames, rule: str, words: Words) -> tuple[tuple[Part, ...], ...]:
    issue = words.nouns.get("issue")
    special = frames.rules.get(f"{rule}.{issue.kind}") if issue is not None else None
    return special or frames.rules[rule]


def _value(part: Part, words: Words) -> str:
    if part.kind == PERSON:
        return part.second if words.is_single else part.first
    if part.kind == NUMBER:
        return part.second if words.nouns[part.text].is_plural else part.first
    if part.text in words.nouns:
        return words.nouns[part.text].form(part.first)
    text = words.texts[part.text]
    return text[:1].upper() + text[1:] if part.first == "cap" else text


def _joined(frames: Frames, text: str, more: str) -> str:
    """Put words together; a preposition and an article melt where the language melts them."""
    for first, second, made in frames.joins:
        if more.startswith(f"{second} ") and text.endswith(f"{first} "):
            before = text[: -len(first) - 1]
            if not before or not before[-1].isalpha():
                return f"{before}{made} {more[len(second) + 1 :]}"
    return text + more
