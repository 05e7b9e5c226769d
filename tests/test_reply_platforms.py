"""What each place allows in a reply."""

from __future__ import annotations

from datetime import date

import pytest

from reviewwatch.config.known import Limits
from reviewwatch.errors import ConfigError
from reviewwatch.reply import platforms
from reviewwatch.reply.platforms import Ban, Certainty, Unit


@pytest.mark.parametrize("platform_id", platforms.known_platforms())
def test_every_limit_has_a_source_and_a_date(platform_id: str) -> None:
    """No entry stands on hearsay without saying so, and nothing is dated ahead."""
    platform = platforms.load(platform_id)

    assert platform.platform_id == platform_id
    assert platform.limit >= 300
    assert date(2026, 1, 1) <= platform.checked_on <= date(2026, 12, 31)
    assert platform.source
    assert "http" in platform.source or platform.limit_is is not Certainty.DOCUMENTED


@pytest.mark.parametrize(
    ("platform_id", "limit", "unit"),
    [
        ("google_play", 350, Unit.CHARS),
        ("google_business", 4096, Unit.BYTES),
        ("github", 65536, Unit.CHARS),
        ("app_store", 5970, Unit.CHARS),
        ("yelp", 5000, Unit.CHARS),
    ],
)
def test_the_known_limits(platform_id: str, limit: int, unit: Unit) -> None:
    """These were read or reported; a change of them is a change of what users can post."""
    platform = platforms.load(platform_id)

    assert (platform.limit, platform.unit) == (limit, unit)
    assert platform.limit_is is not Certainty.ASSUMED


def test_bytes_are_counted_where_the_place_counts_bytes() -> None:
    """1,365 Chinese characters fit into 4,096 bytes, one more does not; the same text counts otherwise elsewhere."""
    business, play = platforms.load("google_business"), platforms.load("google_play")

    assert (business.length("好"), business.length("😀"), business.length("\ud800")) == (3, 4, 3)
    assert business.fits("好" * 1365)
    assert not business.fits("好" * 1366)
    assert play.fits("😀" * 350)
    assert not play.fits("😀" * 351)


def test_an_unknown_place_is_as_strict_as_any() -> None:
    """Where nobody knows the place, every ban holds, and nothing is promised about seeing the reply."""
    unknown = platforms.load("none")

    assert unknown.bans == frozenset(Ban)
    assert unknown.hides_replies
    assert unknown.limit_is is Certainty.ASSUMED


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("google-play", "is not a known platform; did you mean `google_play`?"),
        ("Yelp", "is not a known platform; did you mean `yelp`?"),
        ("myspace", r"is not a known platform; there are: none, .*github"),
    ],
)
def test_a_mistyped_place_is_refused_with_what_was_meant(name: str, said: str) -> None:
    """The nearest, whatever its capitals; all that there are where none is near."""
    with pytest.raises(ConfigError, match=said):
        platforms.load(name)


@pytest.mark.parametrize(
    ("ban", "places"),
    [
        (Ban.OFFERS, {"tripadvisor", "app_store", "app_store_rss", "trustpilot"}),
        (Ban.RATING_ASKS, {"google_play", "trustpilot", "yelp", "amazon_product"}),
        (Ban.QUOTES, {"tripadvisor"}),
        (Ban.PROMO, {"tripadvisor", "app_store", "app_store_rss", "workspace_marketplace", "booking"}),
        (Ban.LISTS, {"tripadvisor", "google_play", "google_business", "app_store", "app_store_rss", "mozilla_addons"}),
    ],
)
def test_a_ban_holds_where_the_place_says_so(ban: Ban, places: set[str]) -> None:
    """A rule blocks there and warns elsewhere; a place that nobody knows has every ban."""
    banning = {one for one in platforms.known_platforms() if ban in platforms.load(one).bans}

    assert banning == places | {"none", "web_page"}


def test_a_team_may_know_a_place_better() -> None:
    """What the config says replaces what ships, key by key; a limit that somebody read is a documented one."""
    own = {
        "tripadvisor": Limits(
            platform_id="tripadvisor", limit=3000, source="owner's page", checked_on=date(2026, 9, 1)
        ),
        "yelp": Limits(platform_id="yelp", unit="bytes", bans=("offers",), allows_links=False),
    }

    tripadvisor, yelp, steam = (platforms.load(one, own) for one in ("tripadvisor", "yelp", "steam"))

    assert (tripadvisor.limit, tripadvisor.limit_is) == (3000, Certainty.DOCUMENTED)
    assert (tripadvisor.source, tripadvisor.checked_on) == ("owner's page", date(2026, 9, 1))
    assert tripadvisor.bans == platforms.load("tripadvisor").bans
    assert (yelp.limit, yelp.unit, yelp.bans, yelp.allows_links) == (5000, Unit.BYTES, frozenset({Ban.OFFERS}), False)
    assert steam == platforms.load("steam")


def test_where_nobody_can_answer_in_public() -> None:
    """Product reviews of one place take no reply, and an invitation is none; everywhere else there is one."""
    silent = {one for one in platforms.known_platforms() if not platforms.load(one).takes_replies}

    assert silent == {"amazon_product", "outreach"}
    assert platforms.load("amazon_feedback").is_final
