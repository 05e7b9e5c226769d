"""Reading an answer: its links, its JSON, what it says in words, and its address without secrets."""

from __future__ import annotations

import codecs
import html
import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from reviewwatch.errors import LayoutChangedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from msgspec.json import Decoder

    from reviewwatch.net import Response

_Typed = TypeVar("_Typed")
KEPT: Final = 200_000
"""Bytes of an unreadable answer that an error carries along for a look."""
CREDENTIALS: Final = frozenset({"authorization", "cookie", "proxy-authorization"})
"""Headers that hold secrets."""
_SAID: Final = 200
_WORDS: Final = ("message", "error_description", "error", "detail")
_SECRET_KEY = re.compile(r"token|secret|passw|api_?key|^key$|^sig$|signature|credential|^auth|^code$|session", re.I)
_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*\w+\*?\s*=\s*(?:"[^"]*"|[^\s",;]+))*)')
_REL = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))', re.I)
_TITLE = re.compile(rb"<title[^>]*>(.{1,400}?)</title", re.I | re.S)


def links(response: Response) -> dict[str, str]:
    """Return the addresses of the `Link` header by relation, made absolute.

    Source: https://www.rfc-editor.org/rfc/rfc8288
    """
    found: dict[str, str] = {}
    for target, attributes in _LINK.findall(response.headers.get("link", "")):
        for quoted, bare in _REL.findall(attributes):
            for relation in (quoted or bare).lower().split():
                found.setdefault(relation, urljoin(response.url, target))
    return found


def read_json(response: Response, expected: str) -> Any:
    """Return the body as JSON.

    Args:
        expected: What should be there, for the error: "a list of issues".

    Raises:
        LayoutChangedError: It is something else; the message says what it looks like.
    """
    try:
        return json.loads(_as_text(response))
    except (ValueError, RecursionError) as error:
        raise LayoutChangedError(
            f"{shown(response.url)} sent {_looks_like(response, error)} where {expected} should be",
            expected=expected,
            body=response.body[:KEPT],
        ) from error


def read_typed(response: Response, decoder: Decoder[_Typed]) -> _Typed | None:
    """Return a body of JSON as a type, None where it is anything else, or may mean something else to `read_json`.

    Some five times sooner, since what the type does not name is passed over. No text of it holds NUL or a lone
    surrogate. What it cannot tell is for a reading with care: nothing is refused here.

    Args:
        decoder: Without hooks or `strict=False`. It must name every field that decides how the answer is read.
    """
    from msgspec import MsgspecError  # noqa: PLC0415 - costs some 20 ms, and few connectors need it

    body = response.body
    if (b"\\" in body and b"\\u0000" in body) or not isinstance(_as_text(response), bytes):
        return None
    try:
        if not body.isascii():
            body.decode()  # the decoder does not look at bytes that it passes over
        return decoder.decode(body)
    except (MsgspecError, ValueError, RecursionError):
        return None


def said(response: Response) -> str:
    """Return what an answer says in words, on one line: its JSON messages, else its HTML title, else nothing."""
    try:
        value = json.loads(_as_text(response))
    except (ValueError, RecursionError):
        return _title(response.body)
    return _one_line(": ".join(_words(value)))


def _words(value: object, depth: int = 0) -> list[str]:
    """Return the message of an error in JSON, then those of the list of errors that explains it."""
    if isinstance(value, str):
        return [value]
    if not isinstance(value, dict) or depth > 2:
        return []
    words = [value[key] for key in _WORDS if isinstance(value.get(key), str)][:1] or _words(
        value.get("error"), depth + 1
    )
    errors = value.get("errors")
    for error in errors[:3] if isinstance(errors, list) else ():
        words += _words(error, depth + 1)
    return words


def shown(url: str) -> str:
    """Return an address fit for a message or a log: no user info, no value of a key that names a secret."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        query = [(key, "***" if _SECRET_KEY.search(key) else value) for key, value in parse_qsl(parts.query, True)]
    except ValueError:
        return "an address that cannot be read"
    return _one_line(
        urlunsplit((parts.scheme, host, parts.path, urlencode(query, quote_via=quote, safe="*:,/"), "")), 500
    )


def without_secrets(words: str, url: str, headers: Mapping[str, str]) -> str:
    """Return what a place says without the secrets that it was sent: some repeat a key that they refuse.

    Args:
        url, headers: Of the request.
    """
    secrets = [value.rpartition(" ")[2] for key, value in headers.items() if key.lower() in CREDENTIALS]
    secrets += [value for key, value in parse_qsl(urlsplit(url).query) if _SECRET_KEY.search(key)]
    for secret in filter(None, secrets):
        words = words.replace(secret, "***")
    return words


def _as_text(response: Response) -> str | bytes:
    """Return text where the header names another charset than Unicode's, else bytes: JSON tells its own encoding."""
    charset = re.search(r'charset\s*=\s*"?([\w.:-]+)', response.headers.get("content-type", ""), re.I)
    if charset is None or charset[1].lower().startswith("utf"):
        return response.body
    try:
        return response.body.decode(codecs.lookup(charset[1]).name)
    except LookupError:
        return response.body


def _looks_like(response: Response, error: Exception) -> str:
    """Say what an answer that is no JSON is, in a clause that fits after "sent"."""
    head = response.body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head:
        return "an empty answer"
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        title = _title(response.body)
        return (
            f"an HTML page titled “{title}” (open it in a browser: a login, a block or an outage)"
            if title
            else "an HTML page"
        )
    if isinstance(error, RecursionError):
        return "JSON that is nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return f"bytes that are not {error.encoding.upper()} (at byte {error.start:,})"
    if isinstance(error, json.JSONDecodeError) and head.startswith((b"[", b"{")):
        return f"JSON that breaks off or is damaged (at character {error.pos:,})"
    return "something that is no JSON"


def _title(body: bytes) -> str:
    found = _TITLE.search(body[:KEPT])
    return _one_line(html.unescape(found[1].decode("utf-8", "replace"))) if found else ""


def _one_line(text: str, limit: int = _SAID) -> str:
    """Return foreign words fit for a message: one line, nothing but printable characters, cut with an ellipsis."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: limit * 4]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
