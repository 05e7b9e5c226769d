"""The drafter that needs no network: honest, short, in the reviewer's language or not at all. Pure."""

from __future__ import annotations

from typing import Final

from reviewwatch.assess import assess
from reviewwatch.assess.tone import Sentence, read
from reviewwatch.reply import guards
from reviewwatch.reply.frames import LANGUAGES, Frames, load
from reviewwatch.reply.plan import plan
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.realize import greeting_name, realize
from reviewwatch.types import Assessment, Business, Draft, Review

DRAFTER: Final = "offline 1"
UNKNOWN_LANGUAGE: Final = "und"
"""ISO 639-2 for "undetermined"."""


def draft(
    review: Review, assessment: Assessment | None, business: Business, platform: Platform, content_hash: str
) -> Draft:
    """Suggest a reply to a review.

    The text is empty where there is none to suggest: no frames for the language, or no word on how the reviewer
    feels. The drafter's name then says why; a reply in the wrong language would be worse than none.

    Args:
        assessment: Of this revision; made anew where None is stored.
        content_hash: Of the revision that the draft answers.
    """
    judged = assessment or assess(review)
    said = read(review) if judged.lang in ("en", None) else []
    lang = _reply_language(review, judged, said)
    if lang not in LANGUAGES:
        why = f"no frames for {lang}" if lang != UNKNOWN_LANGUAGE else "language unknown"
        return Draft("", lang, f"{DRAFTER} ({why})", content_hash)
    frames = load(lang)
    planned = plan(review, judged, said, frames, business, platform)
    if planned is None:
        return Draft("", lang, f"{DRAFTER} (no word on how the reviewer feels)", content_hash)
    seed = f"{review.listing_key}\0{review.external_id}"
    text = ""
    for name in dict.fromkeys((greeting_name(review.author), None)):
        text = realize(planned, frames, name, business, platform, seed)
        if not guards.check(text, review, business, platform):
            break
    return Draft(text, lang, DRAFTER if text else f"{DRAFTER} (nothing fits {platform.name})", content_hash)


def _reply_language(review: Review, judged: Assessment, said: list[Sentence]) -> str:
    """Return the reviewer's language; English also where there is no text to tell, or its words are English."""
    if judged.lang is not None:
        return judged.lang
    has_text = bool(review.title or review.text or review.positive or review.negative)
    is_english = judged.sentiment is not None or any(_speaks_english(sentence, load("en")) for sentence in said)
    return "en" if is_english or not has_text else UNKNOWN_LANGUAGE


def _speaks_english(sentence: Sentence, english: Frames) -> bool:
    words = sentence.folded.lower()
    return any(issue.says.search(words) for issue in english.issues)
