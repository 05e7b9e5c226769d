"""The quick reading of the App Store's usual form: whatever it takes, it reads as the careful reading does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.app_store_rss.entries import Storefront, read_entries
from reviewwatch_connectors.app_store_rss.usual import read_usual

from reviewwatch.net import Response
from tests.connectors.recorded import ODD, answer, broken

NAMES = ("page1.json", "single_2021.json", "empty.json")
PLACE = Storefront("app_store_rss:1", "GB", "https://apps.apple.com/gb/app/id1")
WORDS = st.text(max_size=6) | st.sampled_from(["5", "6", "0", "4.5", "2026-09-14T04:24:23-07:00", "2026-09-14", "7"])


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """Return the usual page with other words, names and shapes in a few places, with or without escapes."""
    value: dict[str, Any] = json.loads(answer("app_store_rss", "page1.json").body)
    entries = value["feed"]["entry"]
    for _ in range(draw(st.integers(0, 4))):
        entry = entries[draw(st.integers(0, len(entries) - 1))]
        key = draw(st.sampled_from([*sorted(entry), "im:name"]))
        change = draw(st.sampled_from(["words", "odd", "gone"]))
        if change == "gone":
            entry.pop(key, None)
        else:
            entry[key] = {"label": draw(WORDS)} if change == "words" else draw(ODD)
    text = json.dumps(value, ensure_ascii=draw(st.booleans()))
    return text.encode("utf-8", draw(st.sampled_from(["surrogatepass", "replace"])))


def careful(body: bytes, headers: dict[str, str]) -> tuple[list[Any], list[Any], int]:
    """Read a page with care; it must be one that can be read."""
    reviews, problems, n_items = read_entries(Response(200, "https://recorded.example/", headers, body), PLACE)
    return list(reviews), list(problems), n_items


def assert_alike(body: bytes, headers: dict[str, str]) -> None:
    """Compare both readings, where the quick one takes the page."""
    usual = list(read_usual(Response(200, "https://recorded.example/", headers, body), PLACE))
    if usual:
        assert (usual, [], len(usual)) == careful(body, headers)


@settings(deadline=None, max_examples=200)
@given(
    body=changed() | st.one_of(*(broken(answer("app_store_rss", name).body) for name in NAMES)),
    charset=st.sampled_from(["", "utf-8", "iso-8859-1", "utf-16", "nonsense"]),
)
def test_whatever_is_taken_is_read_as_with_care(body: bytes, charset: str) -> None:
    """The careful reading is the law."""
    assert_alike(body, {"content-type": f"text/javascript; charset={charset}"} if charset else {})


def test_the_usual_page_is_taken_whole() -> None:
    """Else nothing would be gained."""
    body = answer("app_store_rss", "page1.json").body
    assert len(read_usual(Response(200, "https://recorded.example/", {}, body), PLACE)) == careful(body, {})[2] > 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"feed"', b'\xef\xbb\xbf{"feed"'),
        (b'"label": "5"', b'"label": 5'),
        (b'"label": "5"', b'"label": "many"'),
        (b'"label": "5"', rb'"label": "5\u0000"'),
        (b'"label": "5"', rb'"label": "5\ud800"'),
        (b'"label": "5"', b'"label": "5", "label": null'),
        (b'"attributes": {', b'"attributes": {"odd": NaN, '),
        (b'"attributes": {', b'"attributes": {"odd": "\xff", '),
        (b'"attributes": {', b'"attributes": {"odd": "\n", '),
        (b'"attributes": {', b'"attributes": {"odd": 01, '),
    ],
)
def test_what_may_mean_something_else_is_left_to_care(old: bytes, new: bytes) -> None:
    """Marks in front, numbers and nothing where words are due, what no JSON allows, also where nothing is read."""
    body = json.dumps(json.loads(answer("app_store_rss", "page1.json").body)).encode().replace(old, new, 1)
    assert new in body
    assert not read_usual(Response(200, "https://recorded.example/", {}, body), PLACE)


def test_a_text_that_looks_like_an_escape_of_nul_is_kept() -> None:
    r"""A customer may write `\u0000`."""
    body = answer("app_store_rss", "page1.json").body.replace(b'"label": "', rb'"label": "\\u0000 ', 1)
    assert_alike(body, {})


def test_the_words_of_another_charset_are_not_misread() -> None:
    """What the header names holds."""
    value = json.loads(answer("app_store_rss", "page1.json").body)
    value["feed"]["entry"][0]["content"]["label"] = "Grün, für alle"
    body = json.dumps(value, ensure_ascii=False).encode("utf-8")
    headers = {"content-type": "text/javascript; charset=iso-8859-1"}
    assert "GrÃ¼n" in careful(body, headers)[0][0].text
    assert_alike(body, headers)
