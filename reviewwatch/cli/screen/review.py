"""The review itself and why it was flagged."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from rich.text import Text

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.look import Look, Section
from reviewwatch.cli.screen.marked import marked
from reviewwatch.cli.screen.why import hinge_lines, priority_lines, quoted
from reviewwatch.cli.screen.wording import ago, counted, due_words, moment, rating_glyphs, rating_words
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.types import Assessment, CaseState, Reason, StoredReview, TextField

if TYPE_CHECKING:
    from reviewwatch.flow.why import Why

MARK: Final = "bold yellow"
MAX_SHOWN: Final = 20_000
"""Code points of one field that are drawn; the rest of a longer text is counted. Nobody writes that much to be read."""
MAX_REASONS: Final = 6
_LABELS: Final = ((TextField.TEXT, ""), (TextField.POSITIVE, "Liked: "), (TextField.NEGATIVE, "Disliked: "))


def review_section(stored: StoredReview, now: datetime, look: Look, why: Why | None = None) -> Section:
    """Return who said what, when and where, with the places marked that reasons point at.

    Args:
        why: Marks the clause that weighs most, too.
    """
    body = Text()
    body.append_text(_first_line(stored, now, look))
    body.append(f"\n{safe(' · '.join([stored.listing.name, stored.source_id, *_facts(stored)]))}")
    for remark in _remarks(stored):
        body.append(f"\n{remark}", "italic" if look.has_color else None)
    driver = why.explanation.driver if why else None
    pointed = (Reason(driver.field, driver.start, driver.end, ""),) if driver else ()
    for part in _texts(stored, (*_reasons(stored), *pointed), look):
        body.append("\n\n").append_text(part)
    return Section("Review", body)


def why_section(stored: StoredReview, now: datetime, why: Why | None = None) -> Section:
    """Return why the review was flagged, the weightiest reason first.

    Args:
        why: Adds what the verdict hangs on, and every reason with the words that it points at, themes and numbers,
            instead of the first few.
    """
    clauses = [*(stored.flag.reasons if stored.flag else ()), *(reason.why for reason in _reasons(stored))]
    clauses = list(dict.fromkeys(clauses))
    shown = clauses if why else clauses[:MAX_REASONS]
    review_id = to_text(REVIEW, stored.review_id)
    lines = [_standing(stored, now), *(f"- {safe(clause)}" for clause in shown)]
    if len(shown) < len(clauses):
        lines.append(as_called(f"- {len(clauses) - len(shown)} more: `reviewwatch show {review_id} --why`"))
    if stored.case.state is CaseState.HELD:
        lines.append(
            as_called(f"A trained person answers it, or releases it: `reviewwatch hold {review_id} --release`.")
        )
    if why is not None:
        lines += [*hinge_lines(why, stored.review), *_evidence(stored)]
        lines += _numbers(stored.assessment) if stored.assessment else []
        lines += priority_lines(why, stored.case.priority)
    return Section("Why", Text("\n".join(lines)), hangs=True)


def _reasons(stored: StoredReview) -> tuple[Reason, ...]:
    return stored.assessment.reasons if stored.assessment else ()


def _first_line(stored: StoredReview, now: datetime, look: Look) -> Text:
    """Return the rating, who gave it and when."""
    words, glyphs = rating_words(stored.review.rating), rating_glyphs(stored.review.rating)
    line = Text()
    if glyphs and not look.is_plain:
        line.append(f"{glyphs} ", look.style("bold yellow") or None)
    line.append(words, "bold" if look.has_color else None)
    author = safe(stored.review.author or "") or "no name"
    when = moment(stored.review.created_at, stored.review.created_precision)
    since = f" ({ago(stored.review.created_at, now)})" if stored.review.created_at else ""
    return line.append(f" · {author} · {when}{since}")


def _facts(stored: StoredReview) -> list[str]:
    """Return what else is known of the review in a word each, only where it says something."""
    review, n_edits = stored.review, stored.n_revisions - 1
    facts = [
        f"language {review.lang}" if review.lang and review.lang != "en" else "",
        review.country or "",
        f"version {review.version}" if review.version else "",
        counted(review.n_votes, "vote") if review.n_votes else "",
        ("edited" if n_edits == 1 else f"edited {n_edits} times") if n_edits > 0 else "",
        "answered already" if review.owner_replies else "",
    ]
    return [fact for fact in facts if fact]


def _remarks(stored: StoredReview) -> list[str]:
    gone = (
        f"gone from the site since {moment(stored.gone_at)}: {safe(stored.gone_proof or '')}" if stored.gone_at else ""
    )
    return [remark for remark in (gone, *map(safe, stored.review.notes)) if remark]


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
        all_of_it = as_called(f"`reviewwatch show {to_text(REVIEW, stored.review_id)} --json`")
        shown.append(f" … {len(text) - MAX_SHOWN:,} more characters; {all_of_it} has them all")
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


def _evidence(stored: StoredReview) -> list[str]:
    """Return the words that each reason points at, where it points at any."""
    lines = ["The words behind it:"]
    for reason in _reasons(stored):
        words = stored.review.field(reason.field)[reason.start : reason.end]
        if words:
            lines.append(f"- {safe(reason.why)}: {quoted(words)} ({reason.field} {reason.start}-{reason.end})")
    return lines if len(lines) > 1 else []


def _numbers(assessment: Assessment) -> list[str]:
    likely = "not scored" if assessment.p_detractor is None else f"{assessment.p_detractor:.2f} likely a detractor"
    feeling = "not scored" if assessment.sentiment is None else f"{assessment.sentiment:+.2f}"
    lines = [f"Band {assessment.band} ({likely}); sentiment of the text {feeling}; judged by {assessment.scorer}."]
    return lines + [
        f"Theme {theme.theme} {theme.polarity:+.2f} ({theme.field} {theme.start}-{theme.end})"
        for theme in assessment.themes
    ]
