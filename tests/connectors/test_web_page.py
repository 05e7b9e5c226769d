"""What is a web page's own: the syntaxes and their shapes, ids, charsets, walls, robots, saved files, several pages."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.web_page import WebPageConnector, connector

from reviewwatch.connector import Batch, Certainty, Page, Recognized
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import (
    AccessError,
    ConfigError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    SummaryOnlyError,
    SuspiciousEmptyError,
    TooLargeError,
)
from reviewwatch.net import Response
from reviewwatch.types import Precision, RatingKind, Review
from tests.connectors.faults import Do, gives
from tests.connectors.places.web_page import PRODUCT, Stand, shop_page
from tests.connectors.shelf import Shelf

DATA = Path(__file__).parent / "data" / "web_page"
URL = "https://shop.example/lamps/harbor"
FIXTURES = sorted(path.name for path in DATA.glob("*.html"))


def read(body: str | bytes, content_type: str = "text/html", **options: object) -> Batch:
    """Read a page as one of the shop."""
    made = body.encode() if isinstance(body, str) else body
    response = Response(200, URL, {"content-type": content_type}, made)
    return WebPageConnector.from_options("shop", {"url": URL, **options}).read(response)


def read_file(path: Path) -> Batch:
    """Read a page as it was saved."""
    return WebPageConnector.from_options("shop", {"path": str(path)}).read(
        Response(200, path.as_uri(), {}, path.read_bytes())
    )


def as_json(batch: Batch) -> dict[str, Any]:
    """Return a batch as JSON, without what is empty."""
    reviews = [
        {key: value for key, value in asdict(one).items() if value not in (None, "", ())} for one in batch.reviews
    ]
    assert batch.listing is not None
    made = {
        "listing": asdict(batch.listing),
        "reviews": reviews,
        "problems": [asdict(problem) for problem in batch.problems],
        "n_items": batch.n_items,
        "notes": batch.notes,
    }
    plain: dict[str, Any] = json.loads(json.dumps(made, default=str))
    return plain


def in_page(*blocks: object, body: str = "") -> str:
    """Return a page with blocks of JSON-LD: texts as they are, all else as JSON."""
    texts = (block if isinstance(block, str) else json.dumps(block).replace("</", "<\\/") for block in blocks)
    scripts = (f'<script type="application/ld+json">{text}</script>' for text in texts)
    return f"<html><head><title>A page</title>{''.join(scripts)}</head><body>{body}</body></html>"


def marked(**said: object) -> dict[str, object]:
    """Return a review of JSON-LD."""
    return {"@type": "Review", "author": "Oda", "datePublished": "2026-10-02", "reviewBody": "It hums.", **said}


def one(body: str | bytes, **options: Any) -> Review:
    """Return the only review of a page."""
    (review,) = read(body, **options).reviews
    return review


@pytest.mark.parametrize("name", FIXTURES)
def test_each_page_is_read_as_expected(name: str) -> None:
    """The page beside what it holds, field by field."""
    path = DATA / name
    assert as_json(read_file(path)) == json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))


def product(reviews: object, **more: object) -> dict[str, object]:
    """Return a product with these reviews."""
    return {"@context": "https://schema.org", "@type": "Product", "name": "Harbor lamp", "review": reviews, **more}


@pytest.mark.parametrize(
    "block",
    [
        product(marked()),
        product([marked()]),
        product([[marked()]]),
        {"@type": "Product", "name": "Harbor lamp", "reviews": [marked()]},
        {"@graph": [product([marked()])]},
        [{"@type": "WebSite"}, product([marked()])],
        marked(itemReviewed={"@type": "Product", "name": "Harbor lamp"}),
        [marked(itemReviewed="Harbor lamp")],
        product([{key: value for key, value in marked().items() if key != "@type"}]),
        {"http://schema.org/review": {f"schema:{key}" if key[0] != "@" else key: v for key, v in marked().items()}},
        product(marked(reviewBody={"@value": "It hums.", "@language": "en"})),
        {"mainEntity": {"hasPart": {"itemListElement": [{"item": product([marked()])}]}}},
    ],
)
def test_every_shape_of_json_ld(block: object) -> None:
    """A review is found wherever it hangs, once."""
    review = one(in_page(block))
    assert (review.author, review.text, review.created_precision) == ("Oda", "It hums.", Precision.DAY)


@pytest.mark.parametrize(
    ("stated", "value", "best", "kind"),
    [
        (4, 4.0, 5.0, RatingKind.STARS),
        ("4,5", 4.5, 5.0, RatingKind.STARS),
        ("4/5", 4.0, 5.0, RatingKind.STARS),
        ({"ratingValue": "4"}, 4.0, 5.0, RatingKind.STARS),
        ({"ratingValue": 80, "bestRating": 100}, 80.0, 100.0, RatingKind.STARS),
        ({"ratingValue": "7", "bestRating": "10"}, 7.0, 10.0, RatingKind.TEN),
        ([{"reviewAspect": "Staff", "ratingValue": 1}, {"ratingValue": 3}], 3.0, 5.0, RatingKind.STARS),
        ({"ratingValue": [2]}, 2.0, 5.0, RatingKind.STARS),
        ({"ratingValue": 2, "bestRating": "0", "worstRating": "9"}, 2.0, 5.0, RatingKind.STARS),
    ],
)
def test_every_shape_of_a_rating(stated: object, value: float, best: float, kind: RatingKind) -> None:
    """A number, a text, an object or a list of them, with or without its scale."""
    rating = one(in_page(product(marked(reviewRating=stated)))).rating
    assert rating is not None
    assert (rating.value, rating.best, rating.kind) == (value, best, kind)


@pytest.mark.parametrize(("value", "best"), [(8, 10.0), (64, 100.0)])
def test_a_scale_that_nobody_states_is_assumed_aloud(value: int, best: float) -> None:
    """More than five without a best: the shortest usual scale, and a note says so."""
    review = one(in_page(product(marked(reviewRating={"ratingValue": value}))))
    assert review.rating is not None
    assert review.rating.best == best
    assert review.notes == (f"the page does not say of how many this rating is; it was read as of {best:g}",)


def test_a_low_rating_among_high_ones_is_of_the_same_scale() -> None:
    """A 4 beside a 9 is of ten, and so is one where the summary says so: read as of five it would be praise."""
    nine, four = marked(reviewRating=9, author="Bo"), marked(reviewRating=4)
    summary = {"@type": "AggregateRating", "ratingValue": 8, "bestRating": 10}
    for page in (in_page([nine, four]), in_page(product(four, aggregateRating=summary))):
        rating = read(page).reviews[-1].rating
        assert rating is not None
        assert (rating.value, rating.best) == (4.0, 10.0)


@pytest.mark.parametrize("stated", ["super", {"ratingValue": 9, "bestRating": 5}, {"ratingValue": "1e400"}])
def test_a_rating_that_cannot_be_read_costs_no_review(stated: object) -> None:
    """The review stays, with a note."""
    review = one(in_page(product(marked(reviewRating=stated))))
    assert review.rating is None
    assert "its rating was left out" in review.notes[0]


def test_a_date_that_means_two_days_waits_for_proof() -> None:
    """9/10 is read only where another date of the page shows which number is the month."""
    unclear = marked(datePublished="9/10/2026")
    assert one(in_page(unclear)).created_at is None
    assert "its date was left out" in one(in_page(unclear)).notes[0]
    proven = read(in_page([unclear, marked(datePublished="25/10/2026", author="Bram")])).reviews
    assert proven[0].created_at == datetime(2026, 10, 9, tzinfo=UTC)
    assert proven[0].external_id == one(in_page(unclear)).external_id, "its id does not hang on what others say"


LITTER = {
    "a comment": '{"@type": "Review", /* c */ "author": "O", // a "b"\n "reviewBody": "see http://a // b"}',
    "commas too many": '{"@type": ["Review",], "author": "O", "reviewBody": "see http://a // b",\n}',
    "a semicolon": '{"@type": "Review", "author": "O", "reviewBody": "see http://a // b"};\n',
    "an HTML comment": '<!--\n{"@type": "Review", "author": "O", "reviewBody": "see http://a // b"}\n//-->',
    "CDATA": '/*<![CDATA[*/{"@type": "Review", "author": "O", "reviewBody": "see http://a // b",}/*]]>*/',
    "a mark of order": '\ufeff{"@type": "Review", "author": "O", "reviewBody": "see http://a // b"}',
    "two values": '{"@type": "Thing"}{"@type": "Review", "author": "O", "reviewBody": "see http://a // b"}',
    "escaped quotes": "{&quot;@type&quot;: &quot;Review&quot;, &quot;reviewBody&quot;: &quot;see http://a // b&quot;}",
}


@pytest.mark.parametrize("block", LITTER.values(), ids=LITTER)
def test_json_ld_with_litter_is_mended(block: str) -> None:
    """Comments, commas and wrappers go; what stands in a text stays."""
    assert one(in_page(block)).text == "see http://a // b"


def test_control_characters_stay_in_a_text() -> None:
    """A line break inside of a JSON text is none by the standard, and is a line break."""
    assert one(in_page('{"@type": "Review", "reviewBody": "one\ntwo\tthree"}')).text == "one\ntwo\tthree"


def test_a_block_beyond_mending_is_named_and_the_others_are_read() -> None:
    """It is a problem with its number; where nothing else stands it is in the error."""
    broken = '{"@type": "Review", "reviewBody": "he said "no""}'
    batch = read(in_page(broken, marked()))
    assert len(batch.reviews) == 1
    assert [problem.where for problem in batch.problems] == ["JSON-LD block 1"]
    with pytest.raises(LayoutChangedError, match="JSON-LD block 1 is no JSON") as caught:
        read(in_page(broken))
    assert caught.value.body
    with pytest.raises(LayoutChangedError, match="block 1 is no JSON"):
        read(in_page("[" * 100_000))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Tom &amp; I", "Tom & I"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("one<br/>two", "one\ntwo"),
        ("a < b, <this> & <3", "a < b, <this> & <3"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("<script>alert(1)</script>ok", "ok"),
    ],
)
def test_entities_are_resolved_once(written: str, shown: str) -> None:
    """As shops write them; what is no entity and no tag of HTML stays."""
    assert one(in_page(marked(reviewBody=written))).text == shown


def test_microdata_is_not_unescaped_twice() -> None:
    """The parser has resolved the entities already."""
    text = '<p itemprop="reviewBody">&amp;lt;i&amp;gt; &lt;b&gt;</p>'
    assert one(f'<div itemscope itemtype="http://schema.org/Review">{text}</div>').text == "&lt;i&gt; <b>"


def test_a_link_names_its_author_and_addresses_its_review() -> None:
    """By the standard both are worth their address; nobody is called `/people/7`."""
    page = (
        '<div itemscope itemtype="http://schema.org/Review"><p itemprop="reviewBody">It hums.</p>'
        '<a itemprop="author" href="/people/7">Oda</a> <a itemprop="url" href="#review-81">link</a></div>'
    )
    assert (one(page).author, one(page).external_id) == ("Oda", f"{URL}#review-81")


def test_the_same_review_twice_comes_once() -> None:
    """In two blocks, with and without an id, or in two syntaxes of one page."""
    with_id = marked(**{"@id": f"{URL}#review-7"})
    assert [review.external_id for review in read(in_page(product([marked()]), with_id, marked())).reviews] == [
        f"{URL}#review-7"
    ]
    microdata = '<div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">It hums.</p></div>'
    assert len(read(in_page(marked(), body=microdata)).reviews) == 1


def test_two_reviews_of_one_author_and_day_both_stay() -> None:
    """Their texts differ, so they are two; the order in the page does not matter to their ids."""
    two = [marked(), marked(reviewBody="It hums again.")]
    ids = [review.external_id for review in read(in_page(two)).reviews]
    assert len(set(ids)) == 2
    assert [review.external_id for review in read(in_page(two[::-1])).reviews] == ids[::-1]


def test_two_reviews_of_one_author_and_moment_both_stay() -> None:
    """An import writes many at once; where author, exact time and title repeat, the text tells them apart."""
    exact = {"datePublished": "2026-10-02T08:15:00Z"}
    two = [marked(**exact), marked(**exact, reviewBody="It hums again.")]
    assert [review.text for review in read(in_page(two)).reviews] == ["It hums.", "It hums again."]


def test_an_exact_time_keeps_the_id_through_an_edit() -> None:
    """Author, exact time and title are enough; with a day alone the text is needed too."""
    exact, day = {"datePublished": "2026-10-02T08:15:00Z"}, {"datePublished": "2026-10-02"}
    assert one(in_page(marked(**exact))).external_id == one(in_page(marked(**exact, reviewBody="Edited."))).external_id
    assert one(in_page(marked(**day))).external_id != one(in_page(marked(**day, reviewBody="Edited."))).external_id


@pytest.mark.parametrize(
    ("said", "external_id"),
    [
        ({"@id": "#review-7"}, f"{URL}#review-7"),
        ({"url": f"{URL}#review-7"}, f"{URL}#review-7"),
        ({"identifier": 5521}, "5521"),
        ({"identifier": {"@type": "PropertyValue", "value": "r-5521"}}, "r-5521"),
        ({"@id": "_:b0"}, ""),
        ({"@id": "#review"}, ""),
        ({"@id": URL}, ""),
        ({"url": URL}, ""),
    ],
)
def test_only_an_id_of_its_own_is_taken(said: dict[str, object], external_id: str) -> None:
    """A node without a name, the page itself or a word that fits any review is no id: a hash stands there."""
    found = one(in_page(marked(**said))).external_id
    assert found == external_id if external_id else len(found) == 32


def test_an_id_under_which_two_people_write_is_no_id() -> None:
    """Templates repeat one id over all reviews; none is lost for that."""
    same = {"@id": "https://shop.example/review/1"}
    batch = read(in_page([marked(**same), marked(**same, author="Bram")]))
    assert len({review.external_id for review in batch.reviews}) == 2


def test_reviews_of_another_thing_say_so() -> None:
    """The listing is what most are about; the others stay, each with its thing in a note."""
    shelf = product([marked(author="Ada"), marked(author="Bo")])
    batch = read(in_page(shelf, {"@type": "Product", "name": "Quay lamp", "review": marked(author="Cy")}))
    assert batch.listing is not None
    assert (batch.listing.name, batch.listing.key) == ("Harbor lamp", "web:shop.example/lamps/harbor")
    assert [review.notes for review in batch.reviews] == [(), (), ("it is about Quay lamp",)]


def test_a_review_belongs_to_the_thing_that_refers_to_it() -> None:
    """By `@id` in a graph, also where the review stands first; by `itemref` in microdata."""
    graph = [
        marked(**{"@id": "#r1"}, author="Ada"),
        product([marked(author="Bo"), marked(author="Cy")]),
        {"@type": "Product", "name": "Quay lamp", "review": {"@id": "#r1"}},
    ]
    assert [review.notes for review in read(in_page({"@graph": graph})).reviews] == [("it is about Quay lamp",), (), ()]
    item = '<div itemscope itemtype="http://schema.org/Product"{}><b itemprop="name">{}</b>{}</div>'
    review = (
        '<p id="{0}" itemprop="review" itemscope itemtype="http://schema.org/Review">'
        '<i itemprop="author">{0}</i><i itemprop="name">T</i></p>'
    )
    page = item.format("", "Harbor lamp", review.format("a") + review.format("b")) + review.format("c")
    found = read(page + item.format(' itemref="c"', "Quay lamp", "")).reviews
    assert {review.author: review.notes for review in found} == {"a": (), "b": (), "c": ("it is about Quay lamp",)}


def test_only_the_business_s_comments_are_replies() -> None:
    """A stranger's comment is no answer, or an unhappy customer would count as answered."""
    comments = [
        {"text": "Me too", "author": {"@type": "Person", "name": "Bo"}},
        {"text": "Who knows"},
        {"text": "Sorry!", "author": {"@type": "Person", "name": "Harbor lamp"}},
        {"text": "We mend it.", "author": {"@type": "LocalBusiness", "name": "Tidewater"}},
    ]
    assert [reply.text for reply in one(in_page(product(marked(comment=comments)))).owner_replies] == [
        "Sorry!",
        "We mend it.",
    ]


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


def test_a_saved_page_of_trustpilot_is_its_own_listing(tmp_path: Path) -> None:
    """Its id is the business unit's, whatever the file is called; replies and verification come along."""
    path = tmp_path / "any name.HTML"
    path.write_bytes((DATA / "trustpilot_saved.html").read_bytes())
    (page,) = pages(WebPageConnector.from_options("tp", {"path": str(path)}))
    assert (page.listing.key, page.listing.platform) == ("trustpilot:5e0000000000000000000abc", "trustpilot")
    assert [review.external_id for review in page.reviews] == ["6710a0b1c2d3e4f500000001", "6710a0b1c2d3e4f500000002"]
    assert page.reviews[0].owner_replies[0].text == "Hello Sanne, a new lamp is on its way."
    assert page.unseen == ("the pages show 2 of 312 reviews",)
    assert [problem.why for problem in page.problems] == ["`id` is no text"]


def test_a_saved_page_knows_where_it_stood(tmp_path: Path) -> None:
    """By `url`, its canonical address, the browser's comment or its file name: the same rows as the page's."""
    path = tmp_path / "lamp.html"
    connector_ = WebPageConnector.from_options("shop", {"path": str(path)})
    canonical = f'<link href="{URL}?utm_source=mail&amp;color=red" rel="canonical">'
    saved = "<!-- saved from url=(0034)https://www.shop.example/lamps/quay -->"
    for head, key in (
        (canonical, "shop.example/lamps/harbor?color=red"),
        (saved, "shop.example/lamps/quay"),
        ("", "lamp"),
    ):
        path.write_text(head + in_page(marked()), encoding="utf-8")
        (page,) = pages(connector_)
        assert page.listing.key == f"web:{key}"
    (page,) = pages(WebPageConnector.from_options("shop", {"path": str(path), "url": URL, "id_space": "mine"}))
    assert (page.listing.key, page.listing.url) == ("mine:shop.example/lamps/harbor", URL)


def pages(source: WebPageConnector, cursor: dict[str, str] | None = None) -> list[Page]:
    """Return all pages of a source that needs no network."""
    return list(source.pages(None, cursor or {}))  # type: ignore[arg-type] # a saved page asks nothing


def test_a_saved_page_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, too large: each with the next step."""
    with pytest.raises(ListingNotFoundError, match="is not there; save the page under that name"):
        pages(WebPageConnector.from_options("shop", {"path": str(tmp_path / "no.html")}))
    with pytest.raises(AccessError, match="cannot be read") as caught:
        pages(WebPageConnector.from_options("shop", {"path": str(tmp_path)}))
    assert caught.value.source == "shop"
    (tmp_path / "big.html").write_bytes(b"x" * 101)
    monkeypatch.setattr(connector, "MOST_BYTES", 100)
    with pytest.raises(TooLargeError, match="larger than 100 bytes"):
        pages(WebPageConnector.from_options("shop", {"path": str(tmp_path / "big.html")}))


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Serve the shop, with ten reviews on two of its four pages."""
    stand = Stand()
    with stand:
        for number in range(10):
            stand.put(f"It hums, take {number}.", stars=number % 5 + 1)
        yield stand


def pull(stand: Stand, shelf: Shelf, **options: object) -> list[Page]:
    """Pull once."""
    with stand.client() as http:
        return shelf.pull(stand.connector(**options), http)


def test_pages_without_a_review_are_counted(stand: Stand) -> None:
    """Two of four are empty; that is said with the last page, and again where nothing changed since."""
    shelf = Shelf()
    assert [page.unseen for page in pull(stand, shelf)] == [(), (), (), ("2 of 4 pages hold no review",)]
    assert len(shelf.reviews) == 10
    again = pull(stand, shelf)
    assert [page.is_not_modified for page in again] == [True, True, False, False]
    assert again[-1].unseen == ("2 of 4 pages hold no review",)


def test_what_a_page_does_not_show_is_said(stand: Stand) -> None:
    """The page counts ten reviews and shows seven."""
    (page,) = pull(stand, Shelf(), urls=[])
    assert (len(page.reviews), page.unseen) == (7, ("the pages show 7 of 10 reviews",))
    assert not page.is_complete


def test_a_place_that_shows_nothing_any_more_is_suspicious(stand: Stand) -> None:
    """At the first pull it says what stands there; later also that reviews stood there before."""
    shelf = Shelf()
    stand.faults = lambda call, do: stand.empty_page(call) if stand.is_listing(call) else do()
    with pytest.raises(SummaryOnlyError):
        pull(stand, shelf)
    stand.faults = None
    pull(stand, shelf)
    stand.put("A new one, so that no page is the same.")
    stand.faults = lambda call, do: stand.empty_page(call) if stand.is_listing(call) else do()
    with pytest.raises(SuspiciousEmptyError, match="Earlier pulls read reviews there; nothing was changed"):
        pull(stand, shelf)
    assert len(shelf.reviews) == 10


def test_one_page_that_did_not_change(stand: Stand) -> None:
    """ETag or Last-Modified is sent back, and a 304 keeps the listing's name and what was unseen."""
    shelf = Shelf()
    for tag, header in (("ETag", "if-none-match"), ("Last-Modified", "if-modified-since")):
        value = '"abc"' if tag == "ETag" else "Sat, 21 Nov 2026 12:00:00 GMT"

        def answer(call: Call, do: Do, tag: str = tag, header: str = header, value: str = value) -> Answer:
            if not stand.is_listing(call):
                return do()
            is_same = call.headers.get(header) == value
            return Answer(304) if is_same else Answer(200, do().body, {tag: value})

        stand.faults = answer
        pull(stand, shelf, urls=[])
        (page,) = pull(stand, shelf, urls=[])
        assert (page.is_not_modified, page.reviews) == (True, ())
        assert (page.listing.name, page.unseen) == ("Harbor lamp", ("the pages show 7 of 10 reviews",))


def test_a_304_that_nobody_asked_for_is_no_success(stand: Stand) -> None:
    """Without a tag to compare it is an empty answer."""
    stand.faults = lambda call, do: Answer(304) if stand.is_listing(call) else do()
    with pytest.raises(LayoutChangedError, match="is empty"):
        pull(stand, Shelf())


def robots(rules: str | int) -> Any:
    """Answer for robots.txt with these rules, or with a status."""

    def act(call: Call, do: Do) -> Answer:
        if call.path != "/robots.txt":
            return do()
        return Answer(rules) if isinstance(rules, int) else Answer(200, rules.encode())

    return act


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /lamps", "User-agent: reviewwatch\nDisallow: /"])
def test_robots_txt_is_kept_to(stand: Stand, rules: str) -> None:
    """A page that programs shall not read is not asked for; the owner of a site can say otherwise."""
    stand.faults = robots(rules)
    with pytest.raises(AccessError, match=r"robots\.txt of 127\.0\.0\.1.*/lamps/harbor.*respect_robots = false"):
        pull(stand, Shelf())
    assert {call.path for call in stand.calls} == {"/robots.txt"}
    shelf = Shelf()
    pull(stand, shelf, respect_robots=False)
    assert len(shelf.reviews) == 10


@pytest.mark.parametrize("rules", [404, 401, 403, 410, "User-agent: other\nDisallow: /", "<html>no rules</html>", ""])
def test_a_robots_txt_that_forbids_nothing(stand: Stand, rules: str | int) -> None:
    """One that is missing, or not for us, or no rules at all, lets us in; it is read once a pull."""
    stand.faults = robots(rules)
    shelf = Shelf()
    pull(stand, shelf)
    assert len(shelf.reviews) == 10
    assert [call.path for call in stand.calls] == ["/robots.txt", *[PRODUCT] * 4]


def test_a_robots_txt_that_cannot_be_read_now_is_waited_for(stand: Stand) -> None:
    """A server error is no permission (RFC 9309)."""
    stand.faults = robots(503)
    with pytest.raises(RetryLaterError, match=r"robots\.txt"):
        pull(stand, Shelf())


def test_a_refusal_names_the_way_by_hand(stand: Stand) -> None:
    """403 with a page of a guard."""
    stand.faults = lambda call, do: (
        gives(403, b"<title>Just a moment...</title>")(call, do) if stand.is_listing(call) else do()
    )
    with pytest.raises(AccessError, match=r"answered 403 and says “Just a moment\.\.\.”.*not got around.*`path`"):
        pull(stand, Shelf())


@pytest.mark.parametrize(
    ("options", "key", "says"),
    [
        ({}, "url", "is missing"),
        ({"url": "shop.example"}, "url", "must be a web address"),
        ({"url": "ftp://shop.example/"}, "url", "must be a web address"),
        ({"url": "https://me:secret@shop.example/"}, "url", "without a password"),
        ({"url": URL, "urls": ["/page/2"]}, "urls", "must be a web address"),
        ({"path": "a.html", "urls": [URL]}, "urls", "a saved page is one page"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, object], key: str, says: str) -> None:
    """Each is told with its key, and without repeating a password."""
    with pytest.raises(ConfigError, match=says) as caught:
        WebPageConnector.from_options("shop", options)
    assert [problem.key for problem in caught.value.problems] == [f"sources.shop.{key}"]
    assert "secret" not in str(caught.value)


def test_addresses_that_are_recognized() -> None:
    """Any page of the web, last of all; a saved page by its ending."""
    assert WebPageConnector.recognize(" https://www.shop.example/Lamps/h%C3%A5rbor?c=1#reviews ") == Recognized(
        name="shop-example-lamps-h-rbor",
        options={"url": "https://www.shop.example/Lamps/h%C3%A5rbor?c=1"},
        certainty=Certainty.ANY,
    )
    for path in ("saved/My Page.html", "file:///saved/My%20Page.html", "/saved/My Page.HTM"):
        found = WebPageConnector.recognize(path)
        assert found is not None
        assert (found.name, found.certainty) == ("my-page", Certainty.SHAPE)
        assert str(found.options["path"]).lower().startswith(("saved/my page.htm", "/saved/my page.htm"))
    for text in ("shop.example", "reviews.csv", "mailto:a@b.example", "https://u:p@shop.example/", "https://", ".html"):
        assert WebPageConnector.recognize(text) is None


HOSTILE = {
    "openings": "<script" * 1_000_000,
    "comments": "<!--" * 1_000_000,
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
