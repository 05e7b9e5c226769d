"""Times that a reviewer gives in a zone of his own."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

_CITIES: Final = {
    "America/New_York": (
        "boston|new york|miami|atlanta|washington|philadelphia|toronto|montreal|detroit|florida|eastern"
        "|east coast|eastern time"
    ),
    "America/Chicago": "chicago|houston|dallas|austin|texas|minneapolis|new orleans|winnipeg|central time",
    "America/Denver": "denver|colorado|utah|salt lake city|calgary|albuquerque|mountain time",
    "America/Phoenix": "phoenix|arizona|tucson",
    "America/Los_Angeles": (
        "los angeles|san francisco|seattle|california|portland|vancouver|san diego|oregon|west coast"
        "|pacific time|las vegas"
    ),
    "America/Mexico_City": "mexico city|guadalajara",
    "America/Sao_Paulo": "sao paulo|rio de janeiro|rio",
    "America/Argentina/Buenos_Aires": "buenos aires",
    "America/Bogota": "bogota|medellin",
    "America/Lima": "lima",
    "Europe/London": "london|manchester|leeds|glasgow|edinburgh|cardiff|england|scotland|wales|the uk",
    "Europe/Dublin": "dublin|ireland",
    "Europe/Lisbon": "lisbon|porto|portugal",
    "Europe/Paris": "paris|lyon|france",
    "Europe/Berlin": "berlin|hamburg|munich|cologne|germany|frankfurt",
    "Europe/Madrid": "madrid|barcelona|spain",
    "Europe/Rome": "rome|milan|italy",
    "Europe/Vienna": "vienna|austria",
    "Europe/Zurich": "zurich|geneva|switzerland|bern",
    "Europe/Amsterdam": "amsterdam|rotterdam|the netherlands",
    "Europe/Brussels": "brussels|belgium",
    "Europe/Stockholm": "stockholm|sweden",
    "Europe/Oslo": "oslo|norway|bergen",
    "Europe/Copenhagen": "copenhagen|denmark",
    "Europe/Helsinki": "helsinki|finland",
    "Europe/Warsaw": "warsaw|poland|krakow",
    "Europe/Prague": "prague",
    "Europe/Athens": "athens|greece",
    "Europe/Istanbul": "istanbul|ankara|turkey",
    "Europe/Moscow": "moscow",
    "Africa/Cairo": "cairo|egypt",
    "Africa/Lagos": "lagos|nigeria",
    "Africa/Nairobi": "nairobi|kenya",
    "Africa/Johannesburg": "johannesburg|cape town|south africa",
    "Asia/Dubai": "dubai|abu dhabi",
    "Asia/Kolkata": "delhi|mumbai|bangalore|india|kolkata|chennai|pune",
    "Asia/Karachi": "karachi|lahore",
    "Asia/Bangkok": "bangkok|thailand",
    "Asia/Singapore": "singapore",
    "Asia/Hong_Kong": "hong kong",
    "Asia/Shanghai": "shanghai|beijing|china",
    "Asia/Tokyo": "tokyo|osaka|japan|kyoto",
    "Asia/Seoul": "seoul|korea|busan",
    "Asia/Manila": "manila",
    "Asia/Jakarta": "jakarta",
    "Australia/Sydney": "sydney|melbourne|canberra",
    "Australia/Brisbane": "brisbane",
    "Australia/Perth": "perth",
    "Pacific/Auckland": "auckland|wellington|new zealand",
    "Pacific/Honolulu": "honolulu|hawaii",
}
_BY_NAME: Final = {name: zone for zone, names in _CITIES.items() for name in names.split("|")}
_NAMED: Final = {
    "utc": "UTC", "gmt": "UTC", "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "mst": "America/Denver", "mdt": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles", "cet": "Europe/Paris",
    "cest": "Europe/Paris", "bst": "Europe/London", "jst": "Asia/Tokyo", "ist": "Asia/Kolkata",
    "aest": "Australia/Sydney",
    "uk time": "Europe/London", "london time": "Europe/London", "berlin time": "Europe/Berlin",
    "eastern time": "America/New_York", "pacific time": "America/Los_Angeles", "central time": "America/Chicago",
    "eastern": "America/New_York", "pacific": "America/Los_Angeles", "german time": "Europe/Berlin",
}  # fmt: skip
HOMES: Final = frozenset(word for name in _BY_NAME for word in name.split())
"""Words of the places that a reviewer may write from."""
_PLACES: Final = "|".join(sorted(_BY_NAME, key=len, reverse=True))
_WHERE: Final = re.compile(
    rf"\b(?:from|in|here in|live in|based in) ({_PLACES})\b|(?:^|[.!?]\s*)({_PLACES}) here\b"
    rf"|\b({_PLACES}) (?:user|customer|resident)\b|\bus in ({_PLACES})\b"
)
_OWN: Final = re.compile(r" (?:our|my) time | here | over here | for us | local time | where i (?:live|am) ")
_ZONE: Final = re.compile(rf" (?:at |in )?({'|'.join(sorted(_NAMED, key=len, reverse=True))}) ")
_OTHER: Final = re.compile(r" (?:our|my|local|your|their own) time ")


def home_of(text: str) -> str | None:
    """Return the zone of the place that a reviewer writes from, if it says one.

    Args:
        text: The review in small letters.
    """
    found = _WHERE.search(text)
    return _BY_NAME[next(name for name in found.groups() if name)] if found else None


def zone_of(clause: str, home: str | None) -> tuple[str | None, bool]:
    """Return the zone of the times in a clause, None for the business's own, and whether it is known.

    Args:
        clause: Its words between spaces.
        home: The reviewer's zone.
    """
    if found := _ZONE.search(clause):
        return _NAMED[found[1]], True
    if home and _OWN.search(clause):
        return home, True
    return None, _OTHER.search(clause) is None


@cache
def zone(name: str) -> tzinfo:
    """Return a zone by its IANA name; UTC for one that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError):
        return UTC


def local(value: str, told_in: str, own: str, day: date) -> str:
    """Return a claim's value with its times of one zone in another, as they are on a day."""
    return _CLOCK.sub(lambda found: _shifted(int(found[1]) % 24, int(found[2]), told_in, own, day), value)


_CLOCK: Final = re.compile(r"(\d\d):(\d\d)")


def _shifted(hour: int, minute: int, told_in: str, own: str, day: date) -> str:
    try:
        there = datetime.combine(day, time(hour, minute), zone(told_in)).astimezone(zone(own))
    except OverflowError:
        return f"{hour:02}:{minute:02}"
    return f"{there:%H:%M}"
