"""The review itself and why it was flagged."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from rich.text import Text

from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.look import Look, Section
from reviewwatch.cli.screen.marked import marked
from reviewwatch.cli.screen.wording import ago, due_words, moment, rating_glyphs, rating_words
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.types import Assessment, Reason, StoredReview, TextField

MARK: Final = "bold yellow"
MAX_SHOWN: Final = 20_000
"""Code points of one field that are drawn; the rest of a longer text is counted. Nobody writes that much to be read."""
MAX_REASONS: Final = 6
_QUOTED: Final = 60
_LABELS: Final = ((TextField.TEXT, ""), (TextField.POSITIVE, "Liked: "), (TextField.NEGATIVE, "Disliked: "))


def review_section(stored: StoredReview, now: datetime, look: Look) -> Section:
    """Return who said what, when and where, with the places marked that reasons point at."""
    body = Text()
    body.append_text(_rating_line(stored, look)).append("\n")
    body.append(f"{_author(stored)}, {_when(stored, now)}\n")
    body.append(safe(f"{stored.listing.name} · {stored.source_id} · {to_text(REVIEW, stored.review_id)}"))
    for fact in _facts(stored):
        body.append(f"\n{fact}", "italic" if look.has_color else None)
    reasons = stored.assessment.reasons if stored.assessment else ()
    for part in _texts(stored, reasons, look):
        body.append("\n\n").append_text(part)
    return Section("Review", body)


def why_section(stored: StoredReview, now: datetime, everything: bool = False) -> Section:
    """Return why the review was flagged, the weightiest reason first.

    Args:
        everything: Every reason with its place, themes and numbers, instead of the first few.
    """
    lines = [_standing(stored, now)]
    if stored.flag is not None:
        lines += [f"- {safe(reason)}" for reason in stored.flag.reasons]
    if stored.assessment is not None:
        lines += _evidence(stored, stored.assessment, None if everything else MAX_REASONS)
        if everything:
            lines += _numbers(stored, stored.assessment)
    return Section("Why", Text("\n".join(lines)))


def _rating_line(stored: StoredReview, look: Look) -> Text:
    words, glyphs = rating_words(stored.review.rating), rating_glyphs(stored.review.rating)
    if look.is_plain or not glyphs:
        return Text(words, look.style("bold"))
    return Text.assemble((glyphs, look.style("bold yellow")), "  ", (words, look.style("bold")))


def _author(stored: StoredReview) -> str:
    return safe(stored.review.author or "") or "no name"


def _when(stored: StoredReview, now: datetime) -> str:
    review = stored.review
    when = moment(review.created_at, review.created_precision)
    return f"{when}, {ago(review.created_at, now)}" if review.created_at else when


def _facts(stored: StoredReview) -> list[str]:
    """Return what else is known of the review, only where it says something."""
    review = stored.review
    facts = [
        f"language {safe(review.lang)}" if review.lang and review.lang != "en" else "",
        f"country {safe(review.country)}" if review.country else "",
        f"version {safe(review.version)}" if review.version else "",
    ]
    lines = [", ".join(fact for fact in facts if fact)]
    if stored.n_revisions:
        lines.append(f"edited {stored.n_revisions} times" if stored.n_revisions > 1 else "edited once")
    if stored.gone_at is not None:
        lines.append(f"gone from the site since {moment(stored.gone_at)}: {safe(stored.gone_proof or '')}")
    lines += [safe(note) for note in review.notes]
    return [line for line in lines if line]


def _texts(stored: StoredReview, reasons: tuple[Reason, ...], look: Look) -> list[Text]:
    review = stored.review
    parts = [_field(stored, TextField.TITLE, reasons, look, "")] if review.title else []
    for part in parts:
        part.stylize(look.style("bold"))
    parts += [_field(stored, name, reasons, look, label) for name, label in _LABELS if review.field(name)]
    return parts or [Text("(no text)")]


def _field(stored: StoredReview, name: TextField, reasons: tuple[Reason, ...], look: Look, label: str) -> Text:
    text = stored.review.field(name)
    spans = [(reason.start, reason.end) for reason in reasons if reason.field is name]
    shown = Text(label).append_text(marked(text[:MAX_SHOWN], spans, look.style(MARK)))
    if len(text) > MAX_SHOWN:
        shown.append(f" … {len(text) - MAX_SHOWN:,} more characters; `reviewwatch show --json` has them all")
    return shown


def _standing(stored: StoredReview, now: datetime) -> str:
    """Return severity, due time and standing in one line."""
    parts = [f"{stored.flag.severity} severity" if stored.flag else "not flagged"]
    parts.append(due_words(stored.case.due_at, now))
    parts.append(str(stored.case.state))
    if stored.case.snoozed_until is not None:
        parts.append(f"until {moment(stored.case.snoozed_until)}")
    parts.append(safe(stored.case.reason))
    return ", ".join(part for part in parts if part)


def _evidence(stored: StoredReview, assessment: Assessment, limit: int | None) -> list[str]:
    lines = []
    for reason in assessment.reasons[:limit]:
        quoted = safe(stored.review.field(reason.field)[reason.start : reason.end])
        shown = quoted if len(quoted) <= _QUOTED else quoted[: _QUOTED - 1] + "…"
        where = "" if reason.field is TextField.TEXT else f" ({reason.field})"
        lines.append(f"- «{shown}»{where}: {safe(reason.why)}")
    left = len(assessment.reasons) - len(lines)
    return [*lines, f"- {left} more: `reviewwatch show --why`"] if left else lines


def _numbers(stored: StoredReview, assessment: Assessment) -> list[str]:
    likely = "not scored" if assessment.p_detractor is None else f"{assessment.p_detractor:.2f} likely a detractor"
    feeling = "not scored" if assessment.sentiment is None else f"{assessment.sentiment:+.2f}"
    lines = [f"Band {assessment.band} ({likely}); sentiment of the text {feeling}; judged by {assessment.scorer}."]
    lines += [
        f"Theme {theme.theme} {theme.polarity:+.2f} ({theme.field} {theme.start}-{theme.end})"
        for theme in assessment.themes
    ]
    if stored.flag is not None:
        lines.append(f"Priority {stored.flag.priority} of 1000.")
    return lines
