"""A person who answers from a list, and tickets to lay before them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import Any

from reviewwatch.cli.screen.face import Choice
from reviewwatch.cli.screen.look import Look, View
from reviewwatch.flow.decide import Ticket
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.platforms import load
from reviewwatch.types import (
    Answer,
    Assessment,
    Band,
    Business,
    Case,
    CaseState,
    Draft,
    Finding,
    FindingSeverity,
    Flag,
    Reason,
    Severity,
    StoredReview,
    Suggestion,
    Target,
    TextField,
)
from tests import make

WARNING = Finding("G07", FindingSeverity.WARN, 0, 4, "promises what no remedy backs", "house")
BLOCK = Finding("G01", FindingSeverity.BLOCK, 0, 4, "names a person", "law")


class ScriptedFace:
    """Answers keys and lines in order, and keeps what it was shown and told. Raises EOFError when the script ends."""

    look = Look(is_plain=True, has_color=False)

    def __init__(self, *keys: str, lines: Sequence[str] = (), shows_reply_after: int = 0) -> None:
        self._keys = list(keys)
        self._lines = list(lines)
        self._pages_left = shows_reply_after
        self.views: list[View] = []
        self.told: list[str] = []
        self.questions: list[str] = []

    def show(self, view: View, from_reply: bool = False) -> None:
        self.views.append(view)

    def tell(self, message: str) -> None:
        self.told.append(message)

    def ask(self, choices: Sequence[Choice], question: str = "") -> str:
        self.questions.append(question)
        if not self._keys:
            raise EOFError
        key = self._keys.pop(0)
        if key == "^C":
            raise KeyboardInterrupt
        assert key == "" or key in {choice.key for choice in choices}, f"`{key}` was not offered after {self.told}"
        return key

    def pause(self) -> None:
        if not self._keys:
            raise EOFError
        self._keys.pop(0)

    def line(self, question: str) -> str:
        self.questions.append(question)
        return self._lines.pop(0)

    def has_shown_reply(self) -> bool:
        return self._pages_left == 0

    def go_to_reply(self) -> None:
        self._pages_left -= 1

    def outside(self) -> AbstractContextManager[None]:
        return nullcontext()

    @property
    def heads(self) -> list[str]:
        """Where each shown ticket stood in the queue."""
        return [view.head for view in self.views]


def stored(review_id: int = 33, **fields: Any) -> StoredReview:
    """Return a flagged open review with a reason that points at a word of it."""
    values: dict[str, Any] = {
        "review_id": review_id,
        "source_id": "harbor",
        "listing": make.LISTING,
        "review": make.review(),
        "content_hash": "c",
        "thread_hash": "t",
        "n_revisions": 1,
        "first_seen_at": make.NOW,
        "gone_at": None,
        "gone_proof": None,
        "case": Case(CaseState.OPEN, "flagged", 450, make.NOW + timedelta(hours=3)),
        "assessment": Assessment(
            p_detractor=0.9,
            band=Band.DETRACTOR,
            reasons=(Reason(TextField.TEXT, 13, 17, "uncomfortable room"),),
            scorer="test 1",
        ),
        "flag": Flag(Severity.HIGH, 450, make.NOW + timedelta(hours=3), ("2 of 5 stars", "uncomfortable room")),
    }
    return StoredReview(**{**values, **fields})


def ticket(text: str = "Dear Ines, we are sorry.", findings: tuple[Finding, ...] = (), **fields: Any) -> Ticket:
    """Return a ticket whose reply goes to a place with an API."""
    values: dict[str, Any] = {
        "stored": stored(),
        "revisions": (),
        "decisions": (),
        "publications": (),
        "business": Business(brand_id="inn", name="Harbor Inn"),
        "suggestion": Suggestion(Answer.REPLY, ""),
        "draft": Draft(text, "en", "test 1", "c"),
        "context": Context(),
        "findings": findings,
        "platform": replace(load("google_play"), limit=350),
        "target": Target(make.LISTING.key, "r1", "https://place.example"),
        "account": "harbor-inn",
    }
    return Ticket(**{**values, **fields})
