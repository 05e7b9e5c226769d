"""The drafter that needs no network: it reads, decides, plans, writes in many ways, and keeps what no rule objects to.

Pure: the same review, business, place and last replies give the same suggestion, byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from reviewwatch.assess import assess
from reviewwatch.reply import guards
from reviewwatch.reply.answer import Policy, answer
from reviewwatch.reply.english import is_english
from reviewwatch.reply.frames import GLOSS, LANGUAGES, lines, load
from reviewwatch.reply.frames.dice import seed_of
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.plan import Plan, line_plan, plans
from reviewwatch.reply.plan.why import why_of
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.rank import ranked, recent_of
from reviewwatch.reply.reading import understand
from reviewwatch.reply.realize import Candidate, candidates, twin
from reviewwatch.reply.understood import Understood
from reviewwatch.text import may_be
from reviewwatch.types import Answer, Assessment, Business, Draft, FindingSeverity, Review, Suggestion

DRAFTER: Final = "offline 2"
UNKNOWN_LANGUAGE: Final = "und"
"""ISO 639-2 for "undetermined"."""
N_CHECKED: Final = 6
"""Wordings of one plan that the rules are asked about before the plan is given up."""

_ALONE: Final = Context()
_USUAL: Final = Policy()


def suggest(
    review: Review,
    assessment: Assessment | None,
    business: Business,
    platform: Platform,
    content_hash: str,
    context: Context = _ALONE,
    policy: Policy = _USUAL,
    now: datetime | None = None,
) -> Suggestion:
    """Propose at most three replies to a review, or say why there is none.

    Args:
        assessment: Of this revision; made anew where None is stored.
        content_hash: Of the revision that the drafts answer.
        context: Its `recent` replies are those that a new one should not resemble.
        policy: Which reviews are answered at all.
        now: To tell how old the review is; without, age does not count.
    """
    judged = assessment or assess(review)
    understood = understand(review, judged, business)
    decision = answer(review, judged, understood, platform, policy, now)
    if decision.answer is not Answer.REPLY:
        return Suggestion(decision.answer, decision.why, next_step=decision.next_step)
    lang = _reply_language(review, judged, understood)
    if lang not in LANGUAGES and lang not in lines():
        why = (
            "the drafter cannot tell its language"
            if lang == UNKNOWN_LANGUAGE
            else f"the drafter has no words in `{lang}`"
        )
        return Suggestion(Answer.HOLD, why, next_step="Let somebody who reads the language answer it.")
    if lang in LANGUAGES:
        made = plans(review, judged, understood, decision, business, platform, lang)
    else:
        made = (line_plan(business, platform, lang),)
    seed = _seed(review, business, content_hash)
    writer = _Writer(review, business, platform, content_hash, context)
    written = [(plan, draft) for plan in made if (draft := writer.written(plan, seed)) is not None]
    kept = [plan for plan, _ in written]
    drafts = tuple(replace(draft, why=why_of(plan, kept)) for plan, draft in written)
    if not drafts:
        return Suggestion(
            Answer.HOLD, f"no draft fits {platform.name} and the rules", next_step="Write the reply yourself."
        )
    return Suggestion(decision.answer, decision.why, drafts, decision.next_step)


def draft(
    review: Review, assessment: Assessment | None, business: Business, platform: Platform, content_hash: str
) -> Draft:
    """Return the first suggested reply; an empty one whose drafter says why there is none."""
    suggestion = suggest(review, assessment, business, platform, content_hash)
    if suggestion.drafts:
        return suggestion.drafts[0]
    lang = (assessment.lang if assessment else None) or review.lang or UNKNOWN_LANGUAGE
    return Draft("", lang, f"{DRAFTER} ({suggestion.why})", content_hash)


_QUOTED: Final = "G20"
"""A person may quote a review where the place allows it; we have no reason to."""


class _Writer:
    """Writes plans for one review, each unlike those before it."""

    def __init__(
        self, review: Review, business: Business, platform: Platform, content_hash: str, context: Context
    ) -> None:
        self._review = review
        self._business = business
        self._platform = platform
        self._content_hash = content_hash
        self._context = context
        self._written: list[str] = []

    def written(self, plan: Plan, seed: int) -> Draft | None:
        """Return the best wording of a plan that no rule blocks, None where there is none."""
        frames = load(plan.lang)
        own = seed_of(str(seed), str(len(self._written)))
        recent = recent_of((*self._written, *self._context.recent))
        made = candidates(plan, frames, self._business, self._platform, own)
        best = ranked(made, self._business, self._platform, recent, plan.lang)
        for one in best[:N_CHECKED]:
            if self._is_clean(one):
                self._written.append(one.text)
                other = "" if plan.lang == "en" else twin(one, plan, load(GLOSS), self._business)
                return Draft(one.text, plan.lang, DRAFTER, self._content_hash, one.sentences, other)
        return None

    def _is_clean(self, one: Candidate) -> bool:
        context = replace(self._context, sentences=one.sentences)
        found = guards.check(one.text, self._review, self._business, self._platform, context)
        return all(finding.severity is FindingSeverity.WARN and finding.rule != _QUOTED for finding in found)


def _seed(review: Review, business: Business, content_hash: str) -> int:
    """Return what all choices follow from: whose review it is, what it says, and what the business knows."""
    return seed_of(review.listing_key, review.external_id, content_hash, *_known(business))


def _known(business: Business) -> Iterator[str]:
    yield from (business.brand_id, business.listing_id, business.sign_off, business.person)
    for fact in business.facts:
        yield from (fact.fact_id, fact.value, str(fact.valid_from), str(fact.valid_to))
    for remedy in business.remedies:
        yield from (remedy.remedy_id, remedy.say)
    for contact in business.contacts:
        yield from (contact.contact_id, contact.text)


def _reply_language(review: Review, judged: Assessment, understood: Understood) -> str:
    """Return the reviewer's language; English also where there is no text to tell, or its words are English.

    What a site states of a short text is believed only where the words allow it: it is often the device's language.
    """
    text = " ".join(part for part in (review.title, review.text, review.positive, review.negative) if part.strip())
    told = understood.lang or judged.lang
    if told is not None and may_be(text, told):
        return told
    return "en" if not text or is_english(text) else UNKNOWN_LANGUAGE
