"""What is a web page's own: the syntaxes and their shapes, ratings, texts, and which review is which."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reviewwatch.errors import (
    LayoutChangedError,
)
from reviewwatch.types import Precision, RatingKind
from tests.connectors.shop_pages import DATA, FIXTURES, URL, as_json, in_page, marked, one, product, read, read_file


@pytest.mark.parametrize("name", FIXTURES)
def test_each_page_is_read_as_expected(name: str) -> None:
    """The page beside what it holds, field by field."""
    path = DATA / name
    assert as_json(read_file(path)) == json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))


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


def test_data_without_a_page_is_read_too() -> None:
    """What a site sends its own scripts: JSON-LD alone, a part of the state of Trustpilot, or one review of it."""
    assert one(json.dumps(product([marked()]))).text == "It hums."
    text = (DATA / "trustpilot_saved.html").read_text(encoding="utf-8")
    state = json.loads(text.split('"application/json">')[1].split("<")[0])
    props = state["props"]["pageProps"]
    whole = [review.external_id for review in read(json.dumps(state)).reviews]
    assert [review.external_id for review in read(json.dumps({"pageProps": props})).reviews] == whole
    assert [review.external_id for review in read(json.dumps(props["reviews"][0])).reviews] == whole[:1]
    for other in ('{"consumer": 1, "dates": null}', '{"props": []}', '{"pageProps": {"reviews": 3}}', "[]", "{"):
        with pytest.raises(LayoutChangedError):
            read(other)


SCRIPT = '<script type="application/ld+json">{"@type": "Review", "author": "%s", "reviewBody": "It hums."}</script>'


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        (f"<!-- {SCRIPT % 'A'} --> {SCRIPT % 'B'}", "B"),
        (f"<!-- a --><!-- {SCRIPT % 'A'} {SCRIPT % 'B'} -->{SCRIPT % 'C'}<!-- b -->{SCRIPT % 'D'}", "CD"),
        (f"<!-- never ends {SCRIPT % 'A'}", "A"),
        (f"<script>var a = '<!--';</script>{SCRIPT % 'A'}<!-- b -->", "A"),
        (SCRIPT % "<!-- A" + SCRIPT % "B -->", ["<!-- A", "B -->"]),
        ((SCRIPT % "A").replace("script", "SCRIPT"), "A"),
        ((SCRIPT % "A").replace('"application/ld+json"', "application/ld+json"), "A"),
        ((SCRIPT % "A").replace('"application/ld+json"', '"text/x-template"'), ""),
        ((SCRIPT % "A").partition("</script>")[0], "A"),
    ],
)
def test_only_scripts_of_data_that_a_browser_sees_are_read(page: str, authors: str | list[str]) -> None:
    """Not those in a comment; a comment that never ends, or stands in a script, hides none."""
    try:
        found = [review.author for review in read(page).reviews]
    except LayoutChangedError:
        found = []
    assert found == list(authors)


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
