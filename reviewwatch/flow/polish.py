"""Drafts in a language model's words, where one is configured: within its budget, and never instead of the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from reviewwatch.storage.verbs import model_use

if TYPE_CHECKING:
    from reviewwatch.config import ModelConfig
    from reviewwatch.flow.desk import Desk
    from reviewwatch.net import HttpClient
    from reviewwatch.reply.guards.view import Context
    from reviewwatch.reply.platforms import Platform
    from reviewwatch.types import Business, Draft, Review, Suggestion

_MOST_ANSWER: Final = 200_000
"""Bytes of an endpoint's answer; sentences take a hundredth of it."""
_LOOPBACK: Final = ("127.0.0.1", "localhost")


def polished(
    desk: Desk, suggestion: Suggestion, review: Review, business: Business, platform: Platform, context: Context
) -> Suggestion:
    """Return a suggestion whose first draft is in the model's words, or as it was, with the reason in its `note`.

    The call is made outside of any transaction; what it cost is kept.
    """
    if not (desk.config.model.url and suggestion.drafts):
        return suggestion
    first = _polished(desk, suggestion.drafts[0], review, business, platform, context)
    return replace(suggestion, drafts=(first, *suggestion.drafts[1:]))


def _polished(
    desk: Desk, draft: Draft, review: Review, business: Business, platform: Platform, context: Context
) -> Draft:
    from reviewwatch.reply.llm import Endpoint, not_used, rewrite

    model, today = desk.config.model, desk.now().date()
    if model_use.spent(desk.db, today) >= model.tokens_a_day:
        return replace(draft, note=not_used("the budget of today is spent"))
    endpoint = Endpoint(model.url, model.name, model.hosts, model.key_env)
    with _client(desk, model) as http:
        written = rewrite(draft, review, business, platform, context, endpoint, http, model.shows_reviews)
    if written.n_tokens:
        with desk.db.transaction():
            model_use.spend(desk.db, today, written.n_tokens)
    return written.draft


def _client(desk: Desk, model: ModelConfig) -> HttpClient:
    """Return a client for the model alone: this machine's own addresses only if the config names one."""
    from reviewwatch.net import HttpClient

    is_here = urlsplit(model.url).hostname in _LOOPBACK
    return HttpClient(
        replace(
            desk.config.http,
            allow_private=is_here,
            pace=timedelta(0),
            timeout=model.timeout,
            max_body=_MOST_ANSWER,
        )
    )
