"""One JSON line with a review in, replies to it out; no store is needed.

What goes in and comes out is a promise to scripts (`reviewwatch draft --help`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from reviewwatch import assess
from reviewwatch.config import Config
from reviewwatch.config.business import business, of_listing
from reviewwatch.errors import ConfigError
from reviewwatch.flow.rows import BadRowError, fields_of, id_of, kind_of, rating_of, refuse_slips, text_of
from reviewwatch.normalize import cleaned, parse_language, parse_time
from reviewwatch.reply import guards, platforms, suggest
from reviewwatch.reply.answer import policy_of
from reviewwatch.reply.given import business_of
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.platforms import Platform
from reviewwatch.types import Business, Finding, Precision, Problem, Profile, Review, Suggestion

_KEYS: Final = (
    "id review text title rating best worst author created_at lang listing platform profile business recent_replies"
)
"""What a line may hold."""
ANY_PLACE: Final = "none"
"""Where a row names no platform: the strictest of all."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was made of one line.

    Attributes:
        line_id: The line's own `id`, else its number.
        findings: What the rules say of each draft; none of them blocks.
    """

    line_id: str | int | float
    suggestion: Suggestion
    findings: tuple[tuple[Finding, ...], ...]


def draft_line(line: bytes, number: int, config: Config, asked: assess.Topics | None = None) -> Drafted | Problem:
    """Draft replies to the review in one JSON line.

    Args:
        number: Of the line in its input, from 1 on.
        config: Whose brands speak where the row brings no business of its own.
        asked: The themes to look for; without, those of every trade.
    """
    try:
        fields = fields_of(line)
        refuse_slips(fields, _KEYS)
        line_id, review = id_of(fields, number), _review(fields, number)
        platform = platforms.load(text_of(fields, "platform") or ANY_PLACE, config.platforms)
        speaker, is_known = speaker_of(fields, config, platform)
        context = Context(recent=texts_of(fields, "recent_replies"), has_business=is_known)
    except BadRowError as error:
        return Problem(f"line {number}", str(error))
    except ConfigError as error:
        return Problem(f"line {number}", "; ".join(f"{one.key} {one.clause}" for one in error.problems))
    judged = assess.assess(review, asked=asked)
    policy = policy_of(config.replies)
    suggestion = suggest(review, judged, speaker, platform, "", context, policy=policy)
    return Drafted(line_id, suggestion, _findings(suggestion, review, speaker, platform, context))


def _findings(
    suggestion: Suggestion, review: Review, speaker: Business, platform: Platform, context: Context
) -> tuple[tuple[Finding, ...], ...]:
    return tuple(
        guards.check(draft.text, review, speaker, platform, replace(context, sentences=draft.sentences))
        for draft in suggestion.drafts
    )


def _review(fields: dict[str, Any], number: int) -> Review:
    if "text" not in fields and "review" not in fields:
        raise BadRowError("has no `text`; a review without words says so with an empty one")
    (title, text), _ = cleaned(text_of(fields, "title"), text_of(fields, "text") or text_of(fields, "review"))
    created_at, precision = _created(text_of(fields, "created_at"))
    return Review(
        listing_key=text_of(fields, "listing"),
        external_id=str(id_of(fields, number)),
        title=title,
        text=text,
        rating=rating_of(fields),
        author=text_of(fields, "author") or None,
        lang=parse_language(text_of(fields, "lang")),
        created_at=created_at,
        created_precision=precision,
    )


def _created(given: str) -> tuple[datetime | None, Precision]:
    if not given:
        return None, Precision.INSTANT
    try:
        return parse_time(given)
    except ValueError as error:
        raise BadRowError(f"has a `created_at` that cannot be read: {error}") from error


def speaker_of(fields: dict[str, Any], config: Config, platform: Platform) -> tuple[Business, bool]:
    """Return who speaks, and whether anything is known of them: the row's own business, else the config's.

    Raises:
        BadRowError: The profile is none.
        ConfigError: The business in the row cannot be read.
    """
    if fields.get("business") is not None:
        speaker, is_known = business_of(fields["business"], platform.platform_id), True
    else:
        speaker, is_known = _configured(text_of(fields, "listing"), config, platform)
    profile = text_of(fields, "profile")
    if not profile:
        return speaker, is_known
    if profile not in list(Profile):
        raise BadRowError(f"has `{profile}` as `profile`, which must be one of: {', '.join(Profile)}")
    return replace(speaker, profile=Profile(profile)), is_known


def _configured(listing_id: str, config: Config, platform: Platform) -> tuple[Business, bool]:
    """Return what the config lets the listing say; with several brands, a listing of none of them says nothing."""
    if config.path is None:
        return Business(brand_id="", name=""), False
    if listing_id in config.sources:
        return business(config, listing_id, platform.platform_id), True
    owners = [brand for brand in config.brands.values() if listing_id and listing_id in brand.listings]
    if listing_id and not owners and config.brands and any(brand.listings for brand in config.brands.values()):
        there = ", ".join(name for brand in config.brands.values() for name in brand.listings)
        raise BadRowError(f"names no source and no listing of the config with `{listing_id}`; there are: {there}")
    brands = owners or list(config.brands.values())
    if len(brands) != 1:
        return Business(brand_id="", name=""), False
    return of_listing(brands[0], listing_id if owners else "", platform.platform_id), True


def texts_of(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of texts, empty where there is none.

    Raises:
        BadRowError: It is something else.
    """
    value = fields.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadRowError(f"has {kind_of(value)} as `{name}`, which must be a list of texts")
    return tuple(value)
