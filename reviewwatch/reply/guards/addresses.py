"""Links, e-mail addresses and phone numbers: only those that the config lists, and only where the place takes them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from reviewwatch.reply.guards.patterns import EMAIL, LINK, MIN_PHONE_DIGITS, SPELLED_EMAIL, digits, phones
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding, TextField

G18: Final = Law("G18", "Platforms' rules on links in replies; shortened and disguised ones hide where they lead")
G19: Final = Law("G19", "A wrong or invented contact leads customers to strangers; the config lists the right ones")

# Source: the shorteners met in public replies to app reviews, and the common ones beside them; seen 2026-11.
_SHORTENERS: Final = frozenset({
    "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "rb.gy", "t.ly",
    "shorturl.at", "tiny.cc", "lnkd.in", "amzn.to", "s.id", "v.gd", "clck.ru", "soo.gd", "bl.ink",
})  # fmt: skip
# Where anybody can have a page, a configured address stands for that page alone, not for the whole host.
_SHARED_HOSTS: Final = frozenset({
    "facebook.com", "instagram.com", "linktr.ee", "forms.gle", "docs.google.com", "google.com", "github.com", "t.me",
    "gitlab.com", "wa.me", "youtube.com", "x.com", "twitter.com", "linkedin.com", "medium.com", "reddit.com",
    "discord.gg", "discord.com", "typeform.com", "tripadvisor.com",
})  # fmt: skip
# Written like addresses, meant as names.
_NAMES: Final = frozenset({
    "booking.com", "hotels.com", "trip.com", "amazon.com", "asp.net", "vb.net", "paint.net", "monday.com",
})  # fmt: skip


def links(case: Case) -> Iterator[Finding]:
    """G18: a link that is not configured, is shortened or disguised, or that the place does not take."""
    mails = [at.span() for pattern in (EMAIL, SPELLED_EMAIL) for at in pattern.finditer(case.text)]
    for at in LINK.finditer(case.text):
        if not any(start <= at.start() < end for start, end in mails):
            link = at.group().rstrip(".,;:!?").lower()
            end = at.start() + len(link)
            if why := _link_fault(case, link, at.start(), end):
                is_unsure = not case.context.has_business and why == _UNLISTED
                make = G18.warn if is_unsure else G18.block
                yield make(case, at.start(), end, f"{why} (no facts given)" if is_unsure else why, _page(case))


def _link_fault(case: Case, link: str, start: int, end: int) -> str:
    """Return what is wrong with a link, empty for nothing."""
    first, last = case.view.span(start, end)
    if case.view.original[first:last].lower() != link:
        return "is an address written with letters that look like others"
    if link in _NAMES or _is_in_review(case, link) or link.removeprefix("www.") == f"{case.platform.name.lower()}.com":
        return ""
    if not case.platform.allows_links:
        return f"is a link, and {case.platform.name} takes none"
    if any(_covers(contact.url.lower(), link) for contact in case.business.contacts if contact.url):
        return ""
    if _host(link) in _SHORTENERS:
        return "is a shortened link, which hides where it leads"
    return _UNLISTED


_UNLISTED: Final = "is a link that the config does not list as a contact"


def _page(case: Case) -> str | None:
    """Return the page to name in the place of a link, "" where the place takes none, None where there is none."""
    if not case.platform.allows_links:
        return ""
    return next((contact.url for contact in case.business.contacts if contact.url), None)


def _is_in_review(case: Case, link: str) -> bool:
    """Say whether the reviewer names a bare address too. A whole link is never repeated for readers to follow."""
    return "/" not in link and any(link in case.review.field(name).lower() for name in TextField)


def _covers(configured: str, link: str) -> bool:
    """Say whether a configured address stands for a link: the same host or one below it, or the same shared page."""
    allowed, host = _host(configured), _host(link)
    if allowed in _SHARED_HOSTS or allowed in _SHORTENERS:
        return _bare(link).startswith(_bare(configured))
    return bool(allowed) and (host == allowed or host.endswith(f".{allowed}"))


def _bare(link: str) -> str:
    return link.rpartition("://")[2].removeprefix("www.").rstrip("/")


def _host(link: str) -> str:
    try:
        return (urlsplit(link if "://" in link else f"https://{link}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def contacts(case: Case) -> Iterator[Finding]:
    """G19, and G18 where the place takes none: an e-mail address or phone number that the config does not list."""
    mails = {contact.email.lower() for contact in case.business.contacts if contact.email}
    for at in EMAIL.finditer(case.text):
        mail = at.group().replace(" ", "").lower()
        yield from _contact(case, at.span(), mail in mails, "e-mail address", _nearest(mail, mails))
    for at in SPELLED_EMAIL.finditer(case.text):
        mail = _SPELLED_SIGN.sub(lambda sign: "@" if "at" in sign.group().lower() else ".", at.group()).lower()
        yield from _contact(case, at.span(), mail in mails, "e-mail address", _nearest(mail, mails))
    numbers = [digits(contact.phone) for contact in case.business.contacts if contact.phone]
    for span in phones(case.text):
        number = digits(case.text[slice(*span)])
        is_known = any(number == known or _is_same_abroad(number, known) for known in numbers)
        yield from _contact(case, span, is_known, "phone number", _phone(case))


_SPELLED_SIGN: Final = re.compile(r" ?[(\[](?:at|dot)[)\]] ?", re.IGNORECASE)


def _contact(case: Case, span: tuple[int, int], is_known: bool, kind: str, fix: str | None) -> Iterator[Finding]:
    if not case.platform.allows_contacts:
        yield G18.block(case, *span, f"is a contact, and {case.platform.name} takes none")
    elif not is_known:
        why = f"is no {kind} that the config lists as a contact"
        if case.context.has_business:
            yield G19.block(case, *span, why, fix)
        else:
            yield G19.warn(case, *span, f"{why} (no facts given)", fix)


def _phone(case: Case) -> str | None:
    return next((contact.phone for contact in case.business.contacts if contact.phone), None)


def _is_same_abroad(one: str, other: str) -> bool:
    """Say whether two numbers differ by the country's code alone."""
    short, long = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return len(short) >= MIN_PHONE_DIGITS and long.endswith(short) and len(long) - len(short) <= 3


def _nearest(mail: str, known: set[str]) -> str | None:
    close = difflib.get_close_matches(mail, sorted(known), n=1, cutoff=0.8)
    return close[0] if close else next(iter(sorted(known)), None)


RULES: Final = (links, contacts)
