"""The sentences that drafts are made of, one file per language, and how they are read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("en", "es", "de", "fr", "pt")


class IssueKind(StrEnum):
    """How sure the words are that something went wrong.

    FAULT: they are a complaint by themselves. TOPIC: only in a clearly unhappy sentence.
    WISH: nothing broke, so it is heard and not apologized for.
    """

    FAULT = "fault"
    TOPIC = "topic"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a review may complain of, with the words that say so and the names that a reply gives it.

    Attributes:
        says: Matched on folded lower-case text.
        names: Noun phrases that stand after "we are sorry about".
        is_program: Version and steps help to find it.
    """

    issue_id: str
    kind: IssueKind
    says: re.Pattern[str]
    names: tuple[str, ...]
    is_program: bool


@dataclass(frozen=True, slots=True)
class Frames:
    """One language's sentences.

    Attributes:
        moves: Frames by move; every frame of a move says the same.
        issues: The weightiest first.
    """

    lang: str
    moves: Mapping[str, tuple[str, ...]]
    issues: tuple[Issue, ...]


@cache
def load(lang: str) -> Frames:
    """Return the sentences of one of LANGUAGES."""
    table = tomllib.loads(files("reviewwatch.reply.frames").joinpath(f"{lang}.toml").read_text(encoding="utf-8"))
    return Frames(
        lang=lang,
        moves={move: tuple(frames) for move, frames in table["moves"].items()},
        issues=tuple(
            Issue(
                issue_id=row["id"],
                kind=IssueKind(row["kind"]),
                says=re.compile(rf"\b(?:{'|'.join(row['says'])})"),
                names=tuple(row["names"]),
                is_program=row["is_program"],
            )
            for row in table.get("issues", ())
        ),
    )
