"""The one HTTP client: who we say we are, how long we wait, how much we take, and where we never go.

`HttpClient` is loaded when it is first asked for: with it comes httpx, whose import costs more than most commands.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reviewwatch.net.decoding import text_of
from reviewwatch.net.reading import links, read_json, read_typed, said
from reviewwatch.net.waits import limited_for

if TYPE_CHECKING:
    from reviewwatch.net.client import HttpClient

__all__ = ["Http", "HttpClient", "Response", "limited_for", "links", "read_json", "read_typed", "said", "text_of"]


@dataclass(frozen=True, slots=True)
class Response:
    """What a place answered, fully read and within the cap.

    Attributes:
        url: After redirects.
        headers: Keys in lower case.
    """

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON; `read_json` says more where it is not.

        Raises:
            ValueError: It is not JSON.
        """
        return json.loads(self.body)


class Http(Protocol):
    """What a connector may ask of the network."""

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> Response:
        """Read, politely and repeatedly.

        Follows redirects (each hop checked again), honors `Retry-After`, retries time-outs, resets, 429 and 5xx with
        jitter. A 304 comes back as a response with status 304.

        Raises:
            RetryLaterError: It did not work within the retries, or the place asked to be left alone for longer.
            AccessError: 401 or 403.
            ListingNotFoundError: 404 or 410.
            BlockedAddressError: A private address, directly or by redirect.
            TooLargeError: More than the cap.
            LayoutChangedError: Any other status.
        """
        ...

    def send_once(self, method: str, url: str, *, headers: Mapping[str, str], json_body: object) -> Response:
        """Send once and never again; redirects are not followed.

        Returns:
            Any answer below 500, refusals included.

        Raises:
            RetryLaterError: Certain that nothing was sent (the connection was never made).
            OutcomeUnknownError: A time-out, reset or 5xx after sending began.
            BlockedAddressError: A private address.
        """
        ...


def __getattr__(name: str) -> Any:
    """Load the client on demand (PEP 562)."""
    if name == "HttpClient":
        return importlib.import_module("reviewwatch.net.client").HttpClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
