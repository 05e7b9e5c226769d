"""What goes wrong at a place over HTTP, and what each of it must end in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from reviewwatch.demo.loopback import Answer, Call, HangUpError
from reviewwatch.errors import (
    AccessError,
    BlockedAddressError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    TooLargeError,
)

Do = Callable[[], Answer]
MAX_BODY = 50_000


@dataclass(frozen=True)
class Fault:
    """One way to fail.

    Attributes:
        act: What comes instead of the answer.
        error: What it must end in.
        says: A pattern of the message.
        after: How long the error must say to stay away.
        timeout: Of the client: short where the test would wait for it.
    """

    act: Callable[[Call, Do], Answer]
    error: type[ConnectorError]
    says: str
    after: timedelta | None = None
    timeout: timedelta = timedelta(seconds=5)


def gives(status: int, body: bytes = b"", **headers: str) -> Callable[[Call, Do], Answer]:
    """Answer so, whatever was asked."""
    sent = {key.replace("_", "-"): value for key, value in headers.items()}
    return lambda call, do: Answer(status, body, sent)


def words(message: str) -> bytes:
    """Return a refusal in GitHub's form."""
    return json.dumps({"message": message, "documentation_url": "https://docs.github.com/rest"}).encode()


def hangs_up(call: Call, do: Do) -> Answer:
    """End the connection."""
    raise HangUpError


def stores_and_hangs_up(call: Call, do: Do) -> Answer:
    """Take a comment, and end the connection before saying so."""
    answer = do()
    if call.method == "POST":
        raise HangUpError
    return answer


def stores_and_says_nothing(call: Call, do: Do) -> Answer:
    """Take a comment, and let the other side wait."""
    answer = do()
    return replace(answer, is_held=True) if call.method == "POST" else answer


def cut(call: Call, do: Do) -> Answer:
    """Send half of the body."""
    return replace(do(), is_cut=True)


def half_json(call: Call, do: Do) -> Answer:
    """Send half of the JSON as if it were all."""
    answer = do()
    return replace(answer, body=answer.body[:-1] if answer.body else b"[")


def half(call: Call, do: Do) -> Answer:
    """Send half of the answer as if it were all."""
    answer = do()
    return replace(answer, body=answer.body[: len(answer.body) // 2])


def wrong_charset(call: Call, do: Do) -> Answer:
    """Send Latin-1 where UTF-8 is said."""
    answer = do()
    return replace(answer, body=answer.body.replace(b"flickers", "fl\u00efckers".encode("latin-1")))


def another_layout(call: Call, do: Do) -> Answer:
    """Rename what every item is known by."""
    answer = do()
    return replace(answer, body=answer.body.replace(b'"updated_at"', b'"modified"').replace(b'"number"', b'"no"'))


def into_the_network(call: Call, do: Do) -> Answer:
    """Redirect to a private address: the tests call 127.0.0.2 so, and 127.0.0.1 public."""
    return Answer(302, headers={"Location": "http://127.0.0.2:1/secret"})


def holds(call: Call, do: Do) -> Answer:
    """Take the request and say nothing."""
    return Answer(200, is_held=True)


def drips(call: Call, do: Do) -> Answer:
    """Send byte by byte, each before the other side gives up waiting for it."""
    return Answer(200, b"[" * 2000, is_dripping=True)


SHORT = timedelta(seconds=0.15)
LOGIN_PAGE = b"<!doctype html><html><head><title>Sign in to continue</title></head><body>...</body></html>"

MINUTE = timedelta(minutes=1)
SPENT_BUDGET = gives(403, words("API limit"), X_RateLimit_Remaining="0", X_RateLimit_Reset="900")
SECONDARY = words("You have exceeded a secondary rate limit")
SIGN_IN = "an HTML page titled “Sign in to continue”"

READ_FAULTS = {
    "429 with a wait": Fault(
        gives(429, words("Slow"), Retry_After="3600"), RetryLaterError, "says “Slow”", 60 * MINUTE
    ),
    "429 without": Fault(gives(429), RetryLaterError, "answered 429"),
    "403 with a wait": Fault(gives(403, Retry_After="120"), RetryLaterError, "answered 403", 2 * MINUTE),
    "403 budget": Fault(SPENT_BUDGET, RetryLaterError, "says “API limit”", 15 * MINUTE),
    "403 secondary": Fault(gives(403, SECONDARY), RetryLaterError, "secondary rate limit", MINUTE),
    "401": Fault(gives(401, words("Bad credentials")), AccessError, "401 and says “Bad credentials”"),
    "403 html": Fault(gives(403, LOGIN_PAGE), AccessError, "403 and says “Sign in to continue”"),
    "404": Fault(gives(404, words("Not Found")), ListingNotFoundError, "tidewater/tidewater has no issues to read"),
    "410": Fault(gives(410, words("Issues are disabled")), ListingNotFoundError, "Issues are disabled"),
    "500": Fault(gives(500), RetryLaterError, "answered 500"),
    "502 html": Fault(gives(502, LOGIN_PAGE), RetryLaterError, "answered 502"),
    "451": Fault(gives(451, words("Unavailable")), LayoutChangedError, "answered 451 and says “Unavailable”"),
    "hung up": Fault(hangs_up, RetryLaterError, "could not be read"),
    "cut body": Fault(cut, RetryLaterError, "could not be read"),
    "never answers": Fault(holds, RetryLaterError, "took too long", timeout=SHORT),
    "slow drip": Fault(drips, RetryLaterError, "took too long", timeout=SHORT),
    "200 with an error": Fault(gives(200, words("Went wrong")), LayoutChangedError, "something else than a list"),
    "html": Fault(gives(200, LOGIN_PAGE), LayoutChangedError, SIGN_IN),
    "empty": Fault(gives(200), LayoutChangedError, "an empty answer"),
    "half json": Fault(half_json, LayoutChangedError, "breaks off or is damaged"),
    "wrong charset": Fault(gives(200, '["é"]'.encode("latin-1")), LayoutChangedError, "not UTF-8"),
    "layout": Fault(another_layout, LayoutChangedError, "none of which can be read"),
    "no objects": Fault(gives(200, b'["a", 1, null]'), LayoutChangedError, "item 1: is no object"),
    "too large": Fault(gives(200, b"[" + b" " * MAX_BODY + b"]"), TooLargeError, "more than 50,000 bytes"),
    "redirect inside": Fault(into_the_network, BlockedAddressError, r"127\.0\.0\.2 is the private address"),
}
"""Lasting ones, by name."""


ANY_FAULTS = {
    "429 with a wait": Fault(gives(429, Retry_After="3600"), RetryLaterError, "answered 429", 60 * MINUTE),
    "429 without": Fault(gives(429), RetryLaterError, "answered 429"),
    "401": Fault(gives(401), AccessError, "answered 401"),
    "403 html": Fault(gives(403, LOGIN_PAGE), AccessError, "403 and says “Sign in to continue”"),
    "404": Fault(gives(404), ListingNotFoundError, "404"),
    "410": Fault(gives(410), ListingNotFoundError, "410"),
    "500 always": Fault(gives(500), RetryLaterError, "answered 500"),
    "502 html": Fault(gives(502, LOGIN_PAGE), RetryLaterError, "answered 502"),
    "hung up": Fault(hangs_up, RetryLaterError, "could not be read"),
    "cut body": Fault(cut, RetryLaterError, "could not be read"),
    "never answers": Fault(holds, RetryLaterError, "took too long", timeout=SHORT),
    "slow drip": Fault(drips, RetryLaterError, "took too long", timeout=SHORT),
    "html": Fault(gives(200, LOGIN_PAGE), LayoutChangedError, "HTML page|no review"),
    "empty": Fault(gives(200), LayoutChangedError, "empty|nothing"),
    "half": Fault(half, LayoutChangedError, ""),
    "wrong charset": Fault(wrong_charset, LayoutChangedError, "UTF-8"),
    "too large": Fault(gives(200, b"[" + b" " * MAX_BODY + b"]"), TooLargeError, "more than 50,000 bytes"),
    "redirect inside": Fault(into_the_network, BlockedAddressError, r"127\.0\.0\.2 is the private address"),
}
"""What any place over HTTP may do, and what it ends in unless the place's stand-in says otherwise."""
