"""One JSON line with a reply in, what the rules say of it out; no store is needed.

What goes in and comes out is a promise to scripts (`reviewwatch lint --help`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from reviewwatch.approve import VOUCHABLE
from reviewwatch.config import Config
from reviewwatch.errors import ConfigError
from reviewwatch.flow.draft import ANY_PLACE, speaker_of, texts_of
from reviewwatch.flow.rows import BadRowError, fields_of, id_of, rating_of, refuse_slips, text_of
from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Finding, FindingSeverity, Problem, Review

_KEYS: Final = "id reply review title rating best worst author listing platform profile business recent_replies"
"""What a line may hold."""
OK: Final = "ok"
_STRONGEST: Final = (FindingSeverity.BLOCK, FindingSeverity.HOLD, FindingSeverity.WARN)
"""A block forbids the text whoever answers; a hold says that a trained person answers; a warning can be accepted."""

_FOR_PERSONS: Final = (
    "a text that nobody answers for may not say it; whoever approves it can vouch for it, "
    "or `reviewwatch knowledge add fact` backs it"
)

MAX_REPLY: Final = 70_000
"""Characters of a reply that is read; the longest that any place takes is 65,536."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What the rules say of the reply in one line.

    Attributes:
        line_id: The line's own `id`, else its number.
        findings: Their spans count code points of `reply` as given.
    """

    line_id: str | int | float
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """Return the strongest of the findings: "block", "hold", "warn", or "ok" for none."""
        found = {finding.severity for finding in self.findings}
        return next((severity.value for severity in _STRONGEST if severity in found), OK)


def lint_line(line: bytes, number: int, config: Config, today: date) -> Linted | Problem:
    """Hold the reply in one JSON line to the rules, as a text that nobody has vouched for.

    Args:
        number: Of the line in its input, from 1 on.
        config: Whose brands speak where the row brings no business of its own.
        today: Facts that are not valid then back nothing.
    """
    try:
        fields = fields_of(line)
        refuse_slips(fields, _KEYS)
        line_id, reply, review = id_of(fields, number), _reply(fields), _review(fields, number)
        platform = platforms.load(text_of(fields, "platform") or ANY_PLACE, config.platforms)
        speaker, is_known = speaker_of(fields, config, platform)
        context = Context(today=today, recent=texts_of(fields, "recent_replies"), has_business=is_known)
    except BadRowError as error:
        return Problem(f"line {number}", str(error))
    except ConfigError as error:
        return Problem(f"line {number}", "; ".join(f"{one.key} {one.clause}" for one in error.problems))
    findings = guards.check(reply, review, speaker, platform, context)
    return Linted(line_id, tuple(_as_nobodys(finding) for finding in findings))


def _as_nobodys(finding: Finding) -> Finding:
    """Say of what stops a machine's text alone that a person may answer for it: approvals only warn of it."""
    if finding.rule not in VOUCHABLE or finding.severity is not FindingSeverity.BLOCK:
        return finding
    return replace(finding, why=f"{finding.why}; {_FOR_PERSONS}")


def _reply(fields: dict[str, Any]) -> str:
    if "reply" not in fields:
        raise BadRowError("has no `reply`, the text that is to be judged")
    reply = text_of(fields, "reply")
    if len(reply) > MAX_REPLY:
        raise BadRowError(f"has a `reply` of {len(reply):,} characters; no place takes more than {MAX_REPLY:,}")
    return reply


def _review(fields: dict[str, Any], number: int) -> Review:
    """Return the review as given; an absent author is unknown, an empty one shows no name."""
    return Review(
        listing_key=text_of(fields, "listing"),
        external_id=str(id_of(fields, number)),
        title=text_of(fields, "title"),
        text=text_of(fields, "review"),
        rating=rating_of(fields),
        author=text_of(fields, "author") if fields.get("author") is not None else None,
    )
