"""What feeds do that a reader has to know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.feed import FeedConnector

from reviewwatch.connector import Batch, Certainty, Page
from reviewwatch.demo.loopback import Answer
from reviewwatch.errors import ConfigError, ConnectorError, LayoutChangedError, SuspiciousEmptyError
from reviewwatch.net import Response
from reviewwatch.types import RatingKind
from tests.connectors.places.feed import Stand
from tests.connectors.recorded import DATA, answer, plain
from tests.connectors.shelf import Shelf

PLAIN = "https://feeds.example/guestbook.atom"
PAGE = '<html><link href="/g.atom" rel="alternate" type="application/atom+xml"></html>'
OF_LAMP = "https://wordpress.org/support/plugin/lamp/reviews/feed/"
FIXTURES = {
    "wordpress_org.xml": "https://wordpress.org/support/plugin/lamp/reviews/feed/",
    "discourse_latest.rss": "https://forum.lumen.example/latest.rss",
    "discourse_topic.rss": "https://forum.lumen.example/t/refund-return/4711.rss",
    "atom.xml": PLAIN,
}


def connector(url: str = PLAIN, **options: object) -> FeedConnector:
    """Return a connector as the config would make it."""
    return FeedConnector.from_options("place", {"url": url, **options})


def read(body: str | bytes, content_type: str = "", **options: object) -> Batch:
    """Read a document as the answer of a place."""
    raw = body.encode() if isinstance(body, str) else body
    return connector(**options).read(Response(200, PLAIN, {"content-type": content_type}, raw))  # type: ignore[arg-type]


def rss(*items: str, title: str = "Lamps") -> str:
    """Return a feed of these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>{title}</title>{inner}</channel></rss>'


def item(number: int, text: str = "It hums.", more: str = "") -> str:
    """Return what stands in an item."""
    return (
        f'<title>Title {number}</title><guid isPermaLink="false">no-{number}</guid><description>{text}</description>'
        f"<pubDate>Tue, 10 Nov 2026 03:{number:02}:00 GMT</pubDate>{more}"
    )


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Give a stand-in for WordPress.org."""
    stand = Stand()
    with stand:
        yield stand


def pull(stand: Stand, shelf: Shelf) -> Page:
    """Pull the one page that a feed has."""
    with stand.client() as http:
        (page,) = shelf.pull(stand.connector(), http)
    return page


@pytest.mark.parametrize("name", FIXTURES)
def test_the_fixtures_are_read_as_expected(name: str) -> None:
    """Beside each raw feed stands what it means."""
    expected = json.loads((DATA / "feed" / f"{name.rpartition('.')[0]}.expected.json").read_text(encoding="utf-8"))
    assert plain(connector(FIXTURES[name]).read(answer("feed", name))) == expected


@settings(deadline=None, max_examples=100)
@given(data=st.data(), name=st.sampled_from(sorted(FIXTURES)))
def test_a_broken_answer_is_a_batch_or_a_connector_error(data: st.DataObject, name: str) -> None:
    """Whatever is cut out or put in, nothing else comes out, and nothing is read out of nothing."""
    body = answer("feed", name).body
    start, end = sorted((data.draw(st.integers(0, len(body))), data.draw(st.integers(0, len(body)))))
    odd = data.draw(
        st.sampled_from([b"", b"<", b"&", b"]]>", b"&#xD800;", b"\0", b"\xff", b"<item>", b"</item>", b'"'])
    )
    try:
        batch = connector(FIXTURES[name]).read(Response(200, PLAIN, {}, body[:start] + odd + body[end:]))
    except ConnectorError:
        return
    assert batch.reviews or batch.problems or batch.notes
    assert all(review.external_id and review.text.encode() is not None for review in batch.reviews)


def test_of_the_old_forms_each_is_read() -> None:
    """RSS 0.91 with its document type, and RSS 1.0 with its items beside the channel and Dublin Core's time."""
    old = '<?xml version="1.0"?>\n<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n'
    old += '<rss version="0.91"><channel><title>Lamps</title><item><title>Hums</title><link>https://a.example/1</link>'
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>Lamps</title>'
        '</channel><item rdf:about="https://a.example/1"><title>Hums</title><link>https://a.example/1</link>'
        "<dc:date>2026-11-10T03:00:00+01:00</dc:date><dc:creator>Invented Ada</dc:creator></item></rdf:RDF>"
    )
    (first,), (second,) = read(old + "</item></channel></rss>").reviews, read(rdf).reviews
    assert (first.title, first.external_id) == ("Hums", "https://a.example/1")
    assert (second.author, second.created_at) == ("Invented Ada", datetime(2026, 11, 10, 2, tzinfo=UTC))


def test_the_whole_content_wins_over_the_summary() -> None:
    """WordPress sends both, and the summary ends in […]."""
    whole = '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">It hums a lot.</content:encoded>'
    (review,) = read(rss(item(1, "It hums […]", whole))).reviews
    assert review.text == "It hums a lot."


def test_a_time_that_is_filled_in_is_no_edit() -> None:
    """An entry with one time alone was written then, and has not been edited."""
    (review,) = read(rss(item(1))).reviews
    assert (review.created_at, review.updated_at) == (datetime(2026, 11, 10, 3, 1, tzinfo=UTC), None)


def test_an_id_is_what_stays_when_links_are_tracked() -> None:
    """Parameters that say where it was clicked are dropped; those that name the thread are kept."""
    one = "<title>A</title><link>https://f.example/v.php?utm_source=rss&amp;t=1&amp;p=2&amp;utm_medium=x#p2</link>"
    other = "<title>A</title><link>https://f.example/v.php?t=1&amp;p=3</link>"
    ids = [review.external_id for review in read(rss(one, other)).reviews]
    assert ids == ["https://f.example/v.php?t=1&p=2#p2", "https://f.example/v.php?t=1&p=3"]


def test_several_entries_under_one_id_are_all_kept() -> None:
    """An id that several people share is none; the same entry twice is one; without any id the words count."""
    shared = [item(number).replace(f"no-{number}", "the-feed") + "<author>Ada</author>" for number in (1, 2)]
    batch = read(rss(*shared, item(3), item(3)))
    ids = [review.external_id for review in batch.reviews]
    assert len(set(ids)) == 3
    assert "the-feed" not in ids
    assert ids[2:] == ["no-3", "no-3"]
    assert any("2 entries have no id" in note for note in batch.notes)
    nameless = "<title>Hums</title><description>Loudly</description>"
    assert len({review.external_id for review in read(rss(nameless, nameless)).reviews}) == 2


def test_an_entry_without_an_id_keeps_its_made_up_one_when_its_text_changes() -> None:
    """Author, time and title name it."""

    def of(text: str) -> str:
        one = f"<title>Hums</title><author>Ada</author><pubDate>Tue, 10 Nov 2026 03:00:00 GMT</pubDate>{text}"
        return read(rss(one)).reviews[0].external_id

    assert of("<description>a</description>") == of("<description>b</description>")


@pytest.mark.parametrize(
    ("body", "content_type", "is_noted"),
    [
        (b'<?xml version="1.0" encoding="iso-8859-1"?>' + rss(item(1, "Trüb")).encode("latin-1"), "", False),
        (rss(item(1, "Trüb")).encode("latin-1"), "text/xml; charset=ISO-8859-1", False),
        (b'<?xml version="1.0" encoding="utf-8"?>' + rss(item(1, "Trüb")).encode("latin-1"), "", True),
        (b'<?xml version="1.0" encoding="iso-8859-1"?>' + rss(item(1, "Trüb")).encode(), "", True),
        (rss(item(1, "Trüb")).encode(), "text/xml", False),
        (b"\xef\xbb\xbf" + rss(item(1, "Trüb")).encode(), "", False),
        (('<?xml version="1.0" encoding="utf-16"?>' + rss(item(1, "Trüb"))).encode("utf-16"), "", False),
        (b'\n\n<?xml version="1.0" encoding="windows-1252"?>' + rss(item(1, "Trüb")).encode("cp1252"), "", False),
        (b'<?xml version="1.0" encoding="no-such-thing"?>' + rss(item(1, "Trüb")).encode(), "", False),
    ],
)  # fmt: skip
def test_the_bytes_are_read_in_the_encoding_that_they_are_in(body: bytes, content_type: str, is_noted: bool) -> None:
    """Whatever header and document say; where both are wrong it is noted."""
    batch = read(body, content_type)
    assert batch.reviews[0].text == "Trüb"
    assert bool(batch.notes) == is_noted


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_one_s_own_are_refused(encoding: str) -> None:
    """Three lines that would become gigabytes, in any encoding; nothing is expanded."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!-- x --><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>{rss(item(1, "&l9;"))}'
    with pytest.raises(LayoutChangedError, match="declares entities of its own"):
        read(bomb.encode(encoding))


def test_a_file_on_this_machine_is_never_read() -> None:
    """An entity that names one is refused, and a body that is a path is no feed."""
    stolen = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + rss(item(1, "&f;"))
    for body in (stolen, "/etc/passwd", "https://feeds.example/other.rss"):
        with pytest.raises(LayoutChangedError):
            read(body)


def test_what_xml_forbids_costs_one_character_and_no_entry() -> None:
    """Controls, NUL and lone surrogates become U+FFFD; names that HTML knows become what they mean."""
    reviews = read(rss(item(1, "a&#0;b&#xD800;c\x08d&nbsp;e&#x2028;f"), item(2))).reviews
    assert [review.text for review in reviews] == ["a\ufffdb\ufffdc\ufffdd\xa0e\u2028f", "It hums."]


def test_a_feed_that_is_no_xml_is_read_and_said_to_be_so() -> None:
    """A bare ampersand, a tag that nobody closed, a warning of PHP above."""
    batch = read("<br /><b>Warning</b>: deprecated in x.php\n" + rss(item(1, "AT&T <b>hums"), item(2)))
    assert [(review.external_id, review.text) for review in batch.reviews] == [
        ("no-1", "AT&T hums"),
        ("no-2", "It hums."),
    ]
    assert any("no well-formed XML" in note for note in batch.notes)
    assert any("before the feed" in note for note in batch.notes)


def test_of_a_feed_that_breaks_off_the_whole_entries_are_kept() -> None:
    """The half one at the end would look like an edit later."""
    body = rss(item(1), item(2), item(3, "It hums, and then the light goes out."))
    batch = read(body[: body.index("light goes")])
    assert [review.external_id for review in batch.reviews] == ["no-1", "no-2"]
    assert [problem.where for problem in batch.problems] == ["the end of the feed"]
    with pytest.raises(LayoutChangedError, match="breaks off before"):
        read(body[: body.index("It hums")])


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "an empty answer"),
        ('{"latest_posts": []}', r"sent JSON .* \.rss instead of \.json"),
        ("<urlset><url/></urlset>", "<urlset>, which is no feed"),
        ("<!DOCTYPE html><html><head><title>Sign in</title></head></html>", "HTML page .*“Sign in”"),
        (PAGE, 'url = "https://feeds.example/g.atom"'),
        (rss(*["<a></a>"] * 40).replace("item>", "story>"), "no entry that can be read"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_named_with_the_next_step(body: str, says: str) -> None:
    """A page, another document, another form."""
    with pytest.raises(LayoutChangedError, match=says) as caught:
        read(body)
    assert caught.value.body == body.encode()


def test_a_hundred_kilobytes_of_author_hold_nobody_up() -> None:
    """The library's search for an e-mail address in them takes half a minute; a name is shorter."""
    long = "a" * 100_000
    (review,) = read(rss(item(1, "b" * 100_000, f"<author/><author><![CDATA[{long}]]></author>"))).reviews
    assert len(review.author or "") == 200
    assert len(review.text) == 100_000


def test_a_link_that_leads_nowhere_on_the_web_is_no_link() -> None:
    """A relative one is made whole; a script or a broken one is left out, and the entry stays."""
    links = ["/a", "javascript:alert(1)", "http://[", "mailto:a@b.example"]
    items = (f"<guid isPermaLink='false'>{n}</guid><link>{link}</link>" for n, link in enumerate(links))
    reviews = read(rss(*items)).reviews
    assert [review.url for review in reviews] == ["https://feeds.example/a", None, None, None]


def test_a_rating_is_read_as_the_options_say() -> None:
    """A pattern and a scale of one's own; what lies outside the scale is noted, and the words are kept."""
    body = rss(item(1, "Verdict: 70 points"), item(2, "Verdict: 170 points"), item(3, "4/5"))
    reviews = read(body, rating=r"verdict: (\d+)", best=100, worst=0).reviews
    assert [review.rating and review.rating.value for review in reviews] == [70, None, None]
    assert reviews[0].rating is not None
    assert (reviews[0].rating.best, reviews[0].rating.kind) == (100, RatingKind.STARS)
    assert "not within" in reviews[1].notes[0]


def test_every_option_is_checked() -> None:
    """All at once, each with its key."""
    with pytest.raises(ConfigError) as caught:
        connector("ftp://a.example/feed", preset="phpbb", rating="(a+)+", best=1)
    assert {problem.key.rpartition(".")[2] for problem in caught.value.problems} == {"url", "preset", "rating", "best"}


def test_a_private_key_in_the_address_stays_out_of_the_listing() -> None:
    """The listing's key goes to reports and exports."""
    batch = connector("https://me:pw@feeds.example/a.rss?token=invented&utm_source=x").read(
        Response(200, PLAIN, {}, rss(item(1)).encode())
    )
    assert batch.listing is not None
    assert batch.listing.key == "feed:https://feeds.example/a.rss?token=***"


@pytest.mark.parametrize(
    ("url", "options_url", "certainty"),
    [
        ("https://wordpress.org/plugins/lamp/", OF_LAMP, Certainty.PLACE),
        ("https://de.wordpress.org/plugins/lamp/#reviews", OF_LAMP, Certainty.PLACE),
        ("https://wordpress.org/support/plugin/lamp/reviews/?filter=1", OF_LAMP, Certainty.PLACE),
        ("https://wordpress.org/themes/glow/", OF_LAMP.replace("plugin/lamp", "theme/glow"), Certainty.PLACE),
        ("https://forum.example/t/refund/4711/12?u=x", "https://forum.example/t/refund/4711.rss", Certainty.SHAPE),
        ("https://forum.example/c/help/lamps/9", "https://forum.example/c/help/lamps/9.rss", Certainty.SHAPE),
        ("https://a.example/blog/feed/", "https://a.example/blog/feed/", Certainty.SHAPE),
        ("https://a.example/x.ATOM?a=1", "https://a.example/x.ATOM?a=1", Certainty.SHAPE),
        ("https://notwordpress.org/plugins/lamp/", None, None),
        ("https://a.example/feedback", None, None),
        ("feed.xml", None, None),
    ],
)  # fmt: skip
def test_addresses_are_recognized(url: str, options_url: str | None, certainty: Certainty | None) -> None:
    """WordPress.org by its host, feeds and Discourse by their paths."""
    found = FeedConnector.recognize(url)
    assert (found and found.options["url"], found and found.certainty) == (options_url, certainty)


def test_a_feed_that_did_not_change_is_not_sent_again(stand: Stand) -> None:
    """The place says so by the tag, and the listing keeps its name; other options ask anew."""
    stand.put("It hums.")
    shelf = Shelf()
    first, second = pull(stand, shelf), pull(stand, shelf)
    assert second.is_not_modified
    assert (second.listing, second.cursor) == (first.listing, first.cursor)
    assert first.listing.name == "WordPress.org Forums » [Lamp] Reviews"
    with stand.client() as http:
        (anew,) = stand.connector(rating=r"(\d) of 9").pages(http, shelf.cursor)
    assert not anew.is_not_modified


def test_a_feed_that_is_suddenly_empty_is_not_believed(stand: Stand) -> None:
    """From the first pull on an empty feed is said to be one; after there were entries it is an error."""
    shelf = Shelf()
    assert pull(stand, shelf).notes == ("the feed holds no entry",)
    external_id = stand.put("It hums.")
    pull(stand, shelf)
    stand.delete(external_id)
    with pytest.raises(SuspiciousEmptyError, match="held 1 items before and holds none now"):
        pull(stand, shelf)


def test_what_was_pushed_out_between_two_pulls_is_said(stand: Stand) -> None:
    """The first pull says where the feed begins; a later one only where it no longer reaches back to the last."""
    old = stand.put("It hums.")
    shelf = Shelf()
    assert "where the document begins" in pull(stand, shelf).unseen[0]
    stand.put("It is dark.")
    assert pull(stand, shelf).unseen == []
    stand.clock.move(timedelta(days=1))
    for external_id in list(stand.reviews):
        stand.delete(external_id)
    stand.put("It is bright.")
    assert "if anything: a shorter `every` helps" in pull(stand, shelf).unseen[0]
    assert shelf.gone == set()
    assert old in shelf.reviews


def test_a_feed_that_was_cut_is_asked_for_whole_the_next_time(stand: Stand) -> None:
    """Its tag is not remembered: the place would say that nothing changed."""
    for _ in range(3):
        stand.put("It hums.")
    shelf = Shelf()
    stand.faults = lambda call, do: Answer(200, (whole := do()).body[:-120], whole.headers)
    assert pull(stand, shelf).problems
    stand.faults = None
    assert not pull(stand, shelf).is_not_modified
    assert shelf.said() == stand.stands()
