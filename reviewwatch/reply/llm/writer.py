"""Two tries at the words of a draft; then the offline draft stays, and says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from reviewwatch.errors import DraftError
from reviewwatch.net import Http
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.llm.endpoint import Endpoint
from reviewwatch.reply.llm.gate import Gate, RefusedError
from reviewwatch.reply.llm.prompt import messages
from reviewwatch.reply.llm.tokens import hide
from reviewwatch.reply.names import greeting_name
from reviewwatch.reply.platforms import Platform
from reviewwatch.types import Business, Draft, Review

TRIES: Final = 2


@dataclass(frozen=True, slots=True)
class Written:
    """What came of asking.

    Attributes:
        draft: In the model's words, or the offline one; its `note` says which and why.
        n_tokens: What was spent.
        refusals: Why a try was not used, each a clause.
    """

    draft: Draft
    n_tokens: int
    refusals: tuple[str, ...] = ()


def rewrite(
    draft: Draft,
    review: Review,
    business: Business,
    platform: Platform,
    context: Context,
    endpoint: Endpoint,
    http: Http,
    is_review_shown: bool = False,
) -> Written:
    """Let a model put an offline draft into other words.

    Args:
        is_review_shown: The model also sees the review, masked; else the plan alone.
    """
    hidden = hide(draft.sentences, business, greeting_name(review.author) or "")
    canary = _canary(review, draft)
    gate = Gate(draft, hidden, review, business, platform, context, canary)
    shown = review if is_review_shown else None
    asked = messages(hidden, draft.sentences, draft.lang, business, canary, shown)
    spent, refusals = 0, []
    for _ in range(TRIES):
        try:
            answer, used = endpoint.ask(http, asked)
            spent += used.n_tokens
            passed = gate.passed(answer)
        except RefusedError as error:
            refusals.append(str(error))
            continue
        except DraftError as error:
            refusals.append(str(error))
            break
        drafter = f"{draft.drafter}, put by {endpoint.model}"
        put = replace(passed, drafter=drafter, note=f"put into words by the language model `{endpoint.model}`")
        return Written(put, spent, tuple(refusals))
    return Written(replace(draft, note=not_used(refusals[-1])), spent, tuple(refusals))


def not_used(why: str) -> str:
    """Return the note of a draft that stayed as it was."""
    return f"the language model was not used: {why}"


def _canary(review: Review, draft: Draft) -> str:
    """Return a word of its own for each question, the same each time."""
    told = f"{review.listing_key}\0{review.external_id}\0{draft.text}"
    return f"kestrel{blake2b(told.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"
