"""Pages that hold no review that can be read: a summary, a wall, a wrong charset; and hostile ones."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import (
    AccessError,
    ConnectorError,
    LayoutChangedError,
    SummaryOnlyError,
)
from tests.connectors.places.web_page import shop_page
from tests.connectors.shop_pages import DATA, FIXTURES, URL, in_page, marked, one, product, read

SUMMARY = {"@type": "AggregateRating", "ratingValue": "4.4", "reviewCount": "1,205"}
SUMMARIES = {
    "JSON-LD": in_page({"@type": "Product", "name": "Lamp", "aggregateRating": SUMMARY}),
    "with an address of reviews": in_page(product(f"{URL}/reviews", aggregateRating=SUMMARY)),
    "an empty list": in_page(product([], aggregateRating=SUMMARY)),
    "microdata": '<div itemscope itemtype="https://schema.org/AggregateRating"><b itemprop="ratingValue">4</b></div>',
    "RDFa": '<div vocab="https://schema.org/" typeof="AggregateRating"><b property="ratingValue">4</b></div>',
    "h-review-aggregate": '<div class="h-review-aggregate"><b class="p-average">4</b></div>',
    "hreview-aggregate": '<div class="hreview-aggregate"><b class="rating">4</b></div>',
}


@pytest.mark.parametrize("page", SUMMARIES.values(), ids=SUMMARIES)
def test_a_summary_alone_is_refused(page: str) -> None:
    """There is nothing to watch, and the sentence names the door that works."""
    with pytest.raises(SummaryOnlyError, match=r"only a summary rating.*reviewwatch import"):
        read(page)


def test_a_page_without_markup_names_what_was_looked_for() -> None:
    """Nothing, an empty page, and something that is no page at all."""
    for body, says in (("<p>Hello</p>", "holds no review"), ("", "is empty"), ('{"reviews": []}', "holds no review")):
        with pytest.raises(LayoutChangedError, match=f"{says}.*JSON-LD, microdata, RDFa or h-review"):
            read(body)


def test_a_page_whose_reviews_all_say_nothing_is_a_changed_layout() -> None:
    """Items are there and none can be read; but an empty template hides no other syntax."""
    empty = in_page(product([{"@type": "Review"}]))
    with pytest.raises(LayoutChangedError, match="none of which can be read"):
        read(empty)
    real = '<div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">It hums.</p></div>'
    assert one(empty.replace("<body>", f"<body>{real}")).text == "It hums."


WALLS = {
    "Cloudflare": "<title>Just a moment...</title>",
    "AWS": '<html><script src="https://abc.token.awswaf.com/abc/challenge.js"></script></html>',
    "a captcha": "<title>Please solve this CAPTCHA</title>",
    "a robot check": "<title>Robot Check</title>",
    "Imperva": '<iframe src="/_Incapsula_Resource?x=1"></iframe>',
}


@pytest.mark.parametrize("page", WALLS.values(), ids=WALLS)
def test_a_bot_wall_is_called_one(page: str) -> None:
    """It is not got around; the sentence says how to go on by hand."""
    with pytest.raises(AccessError, match="save it as an HTML file, and watch that file: `path`"):
        read(page)


def test_a_page_with_reviews_is_no_wall() -> None:
    """A shop may load a script of its guard, and a lamp may be called Captcha."""
    page = in_page(marked()).replace("A page", "Captcha lamp").replace("</body>", "/cdn-cgi/challenge-platform/</body>")
    assert len(read(page).reviews) == 1


CAFE = "Café “Zoë” – très bon"


@pytest.mark.parametrize(
    ("body", "content_type", "note"),
    [
        (in_page(marked(reviewBody=CAFE)).encode(), "text/html; charset=utf-8", ""),
        (b"\xef\xbb\xbf" + in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode(), "text/html", ""),
        (b"\xff\xfe" + in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode("utf-16-le"), "text/html", ""),
        (in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode("cp1252"), "text/html; charset=iso-8859-1", ""),
        (
            b'<meta charset="windows-1252">' + in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode("cp1252"),
            "text/html",
            "",
        ),
        (
            in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode(),
            "text/html; charset=iso-8859-1",
            "the page says cp1252, and is UTF-8; it was read as UTF-8",
        ),
        (
            in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode("cp1252"),
            "text/html; charset=utf-8",
            "the page says UTF-8, and is not; it was read as Western European text",
        ),
        (
            in_page(f'{{"@type":"Review","reviewBody":"{CAFE}"}}').encode("cp1252"),
            "text/html; charset=unicode_escape",
            "the page names no charset; it was read as Western European text",
        ),
    ],
)
def test_charsets(body: bytes, content_type: str, note: str) -> None:
    """By header, mark or markup; one that is wrong is told, and the text is right all the same."""
    batch = read(body, content_type)
    assert [review.text for review in batch.reviews] == [CAFE]
    assert batch.notes == ((note,) if note else ())


def test_bytes_that_fit_no_charset_are_replaced_with_a_note() -> None:
    """One broken byte in a page of UTF-8 costs one character."""
    body = in_page(f'{{"@type":"Review","reviewBody":"{CAFE} ok"}}').encode().replace(b" ok", b" \xff")
    batch = read(body)
    assert batch.reviews[0].text == f"{CAFE} \ufffd"
    assert batch.notes == ("1 places of the page are not UTF-8 and were replaced by U+FFFD",)


HOSTILE = {
    "openings": "<script" * 1_000_000,
    "comments": "<!--" * 1_000_000,
    "comments before a script": "<!-- -->" * 500_000 + "<script>",
    "scripts in a comment": "<script></script>" * 200_000 + "<!--" + "<script></script>" * 200_000,
    "an endless text": '<script type="application/ld+json">{"a": ' + '"\\"' * 1_000_000,
    "endless comments": '<script type="application/ld+json">{' + "/*" * 1_000_000,
    "commas": '<script type="application/ld+json">[' + ", " * 1_000_000,
    "space": '<script type="application/ld+json"><!--' + " " * 1_000_000 + "x",
    "nested items": '<div itemscope itemtype="http://schema.org/Review"><p itemprop="review">' * 20_000,
    "references": '<div id="a" itemscope itemref="a b" itemprop="review"></div>' * 3_000
    + '<p id="b" itemprop="x">y</p>',
    "much that all refer to": '<p itemscope itemref="b">' * 2_000 + '<div id="b">' + '<i itemprop="x">' * 20_000,
    "nested classes": '<div class="h-review"><p class="p-name">' * 20_000,
    "titles": "<title" * 1_000_000,
    "links": "<link rel=canonical " * 100_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_come_to_an_end(body: str) -> None:
    """Megabytes that are made to be read over and over are refused or read: each look back would make it hours."""
    with contextlib.suppress(ConnectorError):
        read(body)


def test_items_that_refer_to_each_other_end() -> None:
    """Two things that are each a property of the other, as `itemref` allows."""
    page = (
        '<div id="a" itemscope itemtype="http://schema.org/Review" itemprop="x" itemref="b">'
        '<p itemprop="reviewBody">It hums.</p></div><div id="b" itemscope itemprop="y" itemref="a"></div>'
    )
    assert one(page).text == "It hums."


json_values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just({"@id": "#review-81"})
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@type", "name", "@id"]), inner),
    max_leaves=4,
)
WHOLE = marked(
    **{"@id": "#r1"},
    dateModified="2026-10-03",
    name="Hums",
    reviewRating={"ratingValue": 4, "bestRating": 5},
    inLanguage="en",
    upvoteCount=1,
    itemReviewed={"name": "Harbor lamp"},
    comment={"text": "Sorry.", "author": {"@type": "Organization", "name": "Tidewater"}},
)
PRODUCT_LD = product([WHOLE, {"@type": "Review", "reviewBody": "Two."}], aggregateRating={"reviewCount": 3})


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places_in(inner, (*path, key))


def swapped(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    """Return a value with another one at a path."""
    if not path:
        return other
    made = dict(value) if isinstance(value, dict) else list(value)
    made[path[0]] = swapped(made[path[0]], path[1:], other)
    return made


def read_or_refuse(body: bytes) -> None:
    """Read a page; a refusal is fine, and what comes is whole."""
    try:
        batch = read(body)
    except ConnectorError:
        return
    assert batch.reviews
    for review in batch.reviews:
        assert review.external_id
        assert review.title or review.text or review.rating or review.notes
        assert review.text.encode() is not None


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(list(places_in(PRODUCT_LD))), other=json_values)
@example(path=("review", 0, "author"), other={"name": {"name": {"name": {"name": {"name": 1}}}}})
def test_any_value_anywhere_is_read_or_refused(path: tuple[Any, ...], other: Any) -> None:
    """A text where a number was due, a list where an object was, and the like: nothing else is raised."""
    read_or_refuse(in_page(swapped(PRODUCT_LD, path, other)).encode("utf-8", "surrogatepass"))


STATE = json.loads(
    (DATA / "trustpilot_saved.html").read_text(encoding="utf-8").split('"application/json">')[1].split("<")[0]
)


@settings(max_examples=100, deadline=None)
@given(path=st.sampled_from(list(places_in(STATE))), other=json_values)
def test_any_value_in_a_state_is_read_or_refused(path: tuple[Any, ...], other: Any) -> None:
    """The same for what Trustpilot's pages carry."""
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(swapped(STATE, path, other))}</script>'
    read_or_refuse(script.encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(FIXTURES), start=st.integers(0, 4000), length=st.integers(0, 200), noise=st.binary(max_size=6)
)
def test_any_cut_of_a_page_is_read_or_refused(name: str, start: int, length: int, noise: bytes) -> None:
    """Bytes are missing or wrong anywhere: a batch or a sentence."""
    body = (DATA / name).read_bytes()
    read_or_refuse(body[:start] + noise + body[start + length :])


def test_the_stand_in_speaks_json_ld() -> None:
    """The page of the stand-in is one that a shop would send."""
    assert b'"reviewCount": 3' in shop_page([], 3)
