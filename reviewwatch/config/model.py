"""The config as frozen values. Problems come as rows with key, line and nearest valid key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reviewwatch.config.known import Goodwill, Limits, Part
    from reviewwatch.types import Contact, Fact, Macro, Remedy

TRADES: Final = ("hospitality", "apps", "shops", "delivery", "games", "health", "finance", "software")
"""What a brand may be in; each has its themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """One voice with what it knows; owns sources.

    Attributes:
        name: As it stands in a reply.
        sign_off: The last line of a reply, empty for none.
        trade: Of TRADES; decides which themes its reviews are asked for. Empty: all of them.
        weight: How much its reviews count beside those of other brands.
        profile, person: Of `names.PROFILES` and `names.PERSONS`.
        time_zone: IANA name.
        avoid: Words and phrases that its replies never use.
        contacts, facts, remedies, macros: In order of preference, facts of all times.
        goodwill: Private; no part of a `Business`.
        listings, platforms: By id, what holds for one of them alone.
    """

    brand_id: str
    name: str
    sign_off: str = ""
    trade: tuple[str, ...] = ()
    weight: float = 1.0
    profile: str = "general"
    time_zone: str = "UTC"
    person: str = "we"
    avoid: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    facts: tuple[Fact, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    macros: tuple[Macro, ...] = ()
    goodwill: tuple[Goodwill, ...] = ()
    listings: Mapping[str, Part] = field(default_factory=dict)
    platforms: Mapping[str, Part] = field(default_factory=dict)


NOBODY: Final = Brand(brand_id="", name="")
"""Whose reviews nobody knows: nothing may be said for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeConfig:
    """A theme that a team adds, or more words for one that is there.

    Attributes:
        trade: Of TRADES, where it is used; everywhere if empty.
    """

    theme_id: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    trade: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceConfig:
    """A `[sources.<id>]` table.

    Attributes:
        listing: Which of its brand's, empty where the brand has none.
        every: How often the daemon pulls.
        weight: How much its reviews count beside others; None for as much as the brand's.
        options: The connector's own, validated by it when it is loaded.
    """

    source_id: str
    brand: str
    connector: str
    listing: str = ""
    every: timedelta = timedelta(hours=6)
    weight: float | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageConfig:
    """When a review is looked at, and by when it is owed an answer.

    Attributes:
        since: Reviews older than this at the first pull of a listing are history.
        threshold: `p_detractor` from which a review is flagged, 0..1.
        budget: What flags may cost or miss, as `reviewwatch threshold` reads it: "20/day", "5%"; empty for none.
        praise_route: Who hears of praise that names a person or team; empty for nobody.
        due: Answer time by severity.
    """

    since: timedelta = timedelta(days=7)
    threshold: float = 0.5
    budget: str = ""
    praise_route: str = ""
    due_critical: timedelta = timedelta(hours=4)
    due_high: timedelta = timedelta(hours=24)
    due_medium: timedelta = timedelta(hours=48)
    due_low: timedelta = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesConfig:
    """Which reviews are answered, and how approved replies leave the house.

    Attributes:
        undo_window: Between an approval and the post.
        thank: Share of the happy reviews that get brief thanks, 0 to 1.
        max_age: Older reviews are left alone; None for no bound.
        answered_anyway: Reasons to hold a review that do not apply here.
    """

    undo_window: timedelta = timedelta(seconds=60)
    thank: float = 0.3
    max_age: timedelta | None = None
    answered_anyway: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig:
    """A language model that may put drafts into other words. Without a `url` there is none, which is the default.

    Attributes:
        url: Base address of an OpenAI-compatible endpoint.
        name: The model's name there.
        hosts: The only hosts that are ever asked.
        key_env: The environment variable that holds the key, empty where none is needed.
        shows_reviews: The model also sees the review, masked; else the plan of the reply alone.
        tokens_a_day: What it may cost; above it the offline drafts stay as they are.
        timeout: Of one question.
    """

    url: str = ""
    name: str = ""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    key_env: str = ""
    shows_reviews: bool = False
    tokens_a_day: int = 200_000
    timeout: timedelta = timedelta(seconds=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpConfig:
    """How we appear to the places that we read.

    Attributes:
        contact: An address or page in the user agent, so that a site's owner can reach a person.
        allow_private: Hosts (`name` or `name:port`) that may resolve to private addresses.
        pace: Least time between two requests to one host.
        timeout: Of connecting, and of each wait for bytes.
        max_body: Largest answer in bytes.
    """

    contact: str = ""
    allow_private: bool = False
    pace: timedelta = timedelta(seconds=1)
    timeout: timedelta = timedelta(seconds=20)
    max_body: int = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DaemonConfig:
    """How `reviewwatch run` works.

    Attributes:
        tick: How often it looks for what is due.
        parallel: Places read side by side.
        deadline: Of one pull; what it stored until then stays.
    """

    tick: timedelta = timedelta(seconds=15)
    parallel: int = 4
    deadline: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who decides."""

    person_id: str
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoConfig:
    """A workspace of the demo: where its loopback site keeps what was done to it, its port included."""

    site: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All of it.

    Attributes:
        path: The file, None if there is none and the defaults hold.
        store: The SQLite file.
    """

    path: Path | None
    store: Path
    brands: Mapping[str, Brand]
    sources: Mapping[str, SourceConfig]
    people: Mapping[str, Person]
    triage: TriageConfig = TriageConfig()
    replies: RepliesConfig = RepliesConfig()
    model: ModelConfig = ModelConfig()
    http: HttpConfig = HttpConfig()
    daemon: DaemonConfig = DaemonConfig()
    demo: DemoConfig | None = None
    themes: Mapping[str, ThemeConfig] = field(default_factory=dict)
    platforms: Mapping[str, Limits] = field(default_factory=dict)

    def brand_of(self, source_id: str) -> Brand:
        """Return the brand that a source belongs to.

        A source that is not configured (an imported file) belongs to the only brand; with several brands it belongs to
        none of them, since nothing of one brand may speak for another.
        """
        source = self.sources.get(source_id)
        if source is not None:
            return self.brands.get(source.brand, NOBODY)
        return next(iter(self.brands.values())) if len(self.brands) == 1 else NOBODY
