"""Names that other rooms own and a config may use. Those lie above this one; tests hold the lists equal to theirs."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

PROFILES: Final = ("general", "hospitality", "healthcare", "legal", "finance")

FACT_KINDS: Final = ("hours", "time", "money", "number", "range", "yes_no", "text")

PERSONS: Final = ("we", "I")

UNITS: Final = ("chars", "bytes")

BANS: Final = ("offers", "rating_asks", "lists", "promo", "quotes", "names")

SHIPPED_CONNECTORS: Final = frozenset(
    ("app_store_rss", "feed", "file", "github", "jetbrains", "mozilla_addons", "steam", "web_page")
)
"""The connectors that come with reviewwatch: a config that names no other is not held against what is installed."""

_HOLDS: Final = """
    no_text spam off_topic extortion litigation press safety minors discrimination self_harm health_data client_data
    breach abuse insider language
    """
HOLD_REASONS: Final = tuple(_HOLDS.split())
"""The reasons of `reply/understood.py` to hold a review."""

_PLATFORMS: Final = """
    none web_page github google_play app_store google_business tripadvisor trustpilot yelp steam booking mozilla_addons
    jetbrains vscode_marketplace chrome_web_store workspace_marketplace microsoft_store odrs discourse app_store_rss
    wordpress_org amazon_feedback amazon_product outreach
    """
PLATFORMS: Final = tuple(_PLATFORMS.split())
"""The entries of `reply/platforms.toml`."""

_THEMES: Final = """
    accessibility account_access ads amenities api appointment battery bed bedside_manner billing booking breakfast card
    cheating check_in cleanliness cold_food communication content controls courier crashes damaged data_loss description
    diagnosis difficulty discrimination documentation export features fees fit food fraud gameplay graphics hygiene
    integration interest late location login matchmaking material missing_items monetization noise notifications
    onboarding packaging paperwork permissions price pricing_plan privacy quality refund reliability returns room safety
    servers service speed stock story subscription support sync tracking transfer update uptime usability value
    verification waiting wifi
    """
THEMES: Final = tuple(_THEMES.split())
"""The themes of `assess/packs`."""

_LANGUAGES: Final = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """
LANGUAGES: Final = frozenset(_LANGUAGES.split())
"""Language codes of two letters, as ISO 639-1 has them."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the name that was likely meant, whatever its capitals and spaces; None where none is near."""
    by_plain = {_plain(one): one for one in known}
    near = get_close_matches(_plain(name), by_plain, n=1)
    return by_plain[near[0]] if near else None


def _plain(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").split())
