"""Feeds in their usual form are read without feedparser, and come out as feedparser would give them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.normalize import feeds
from reviewwatch.normalize.feeds import Feed, read_feed
from reviewwatch.normalize.loose_xml import safe_xml
from reviewwatch.normalize.usual_feed import read_usual_feed

FIXTURES: Final = Path(__file__).parent / "connectors" / "data" / "feed"
USUAL: Final = ("wordpress_org.xml", "discourse_latest.rss", "discourse_topic.rss")
PIECES: Final = (
    *("<b>", "</b>", "&amp;", "&#8217;", "&hellip;", "&foo;", "Ã©", "é", "\x85", " ", "<![CDATA[", "]]>", "<!-- c -->"),
    *(
        "<title>Q &amp;amp; A</title>",
        "<title><![CDATA[5 < 6 &amp; 7]]></title>",
        "<title><![CDATA[<b>x</b>]]></title>",
    ),
    *("<link/>", "<link>https://a.example/?a=1&amp;b=2</link>", "<guid>x</guid>", '<guid isPermaLink="false">x</guid>'),
    *("<dc:creator>a@b.example (Ada)</dc:creator>", "<author>Ada</author>", "@ada", "<comments>c</comments>"),
    *("<pubDate>yesterday</pubDate>", "<pubDate>9/10/2026</pubDate>", "<dc:date>2026-01-01</dc:date>", "<ttl>60</ttl>"),
    *("<description>d</description>", "<content:encoded>c</content:encoded>", "<content:encoded></content:encoded>"),
    *("<item>", "</item>", "<item><title>t</title><link>https://z.example/</link></item>", "<category>c</category>"),
    *("<image><title>t</title><link>l</link></image>", '<atom:link href="https://a.example/f"/>', "https:///a.example"),
    *(' xml:base="https://b.example/"', ' type="html"', ' xmlns:dc="https://other.example/"', "<other>o</other>"),
)


def text(name: str) -> str:
    """Return a fixture."""
    return (FIXTURES / name).read_text(encoding="utf-8")


def usual(document: str) -> Feed | None:
    """Read a document without feedparser, if it starts with its root."""
    xml = safe_xml(document)
    return read_usual_feed(xml) if xml.startswith("<rss") else None


def by_feedparser(document: str) -> Feed:
    """Read a document as if nothing were usual."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeds, "read_usual_feed", lambda _: None)
        return read_feed(document)


@st.composite
def changed(draw: st.DrawFn) -> str:
    """Return a fixture with other pieces beside or instead of some of its marks."""
    document = text(draw(st.sampled_from(USUAL)))
    for _ in range(draw(st.integers(1, 3))):
        places = [place for mark in re.finditer(r"<|>", document) for place in mark.span()]
        start = draw(st.sampled_from(places) | st.integers(0, len(document)))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=3))
        document = document[:start] + piece + document[start + draw(st.sampled_from((0, 0, 0, 1, 5))) :]
    return document


@pytest.mark.parametrize("name", USUAL)
def test_the_feeds_that_are_watched_most_are_usual(name: str) -> None:
    """Else nothing would be gained."""
    assert usual(text(name)) == by_feedparser(text(name))


@pytest.mark.parametrize(
    "words", ["DÃ©gÃ¢ts", "Schön gut", "5 &lt; 6", "&hellip; &amp; &#8217;", "\u00a0x\u2028", "😀"]
)
@pytest.mark.parametrize("place", ["Dims by itself", "<p>Replies", "invented-tove"])
def test_words_are_read_back_and_taken_for_html_as_feedparser_does(words: str, place: str) -> None:
    """In the title, the text and the author."""
    document = text("wordpress_org.xml").replace(place, f"{words} {place}", 1)
    assert words in document
    found = usual(document)
    assert found is not None
    assert found == by_feedparser(document)


@settings(deadline=None, max_examples=300)
@given(document=changed())
def test_whatever_is_taken_is_read_as_feedparser_does(document: str) -> None:
    """Titles that are HTML or are not, texts that were encoded twice, ids that are addresses."""
    try:
        found = usual(document)
    except ValueError:
        return
    assert found is None or found == by_feedparser(document)


@pytest.mark.parametrize(
    "piece",
    [
        "<title>Another</title>",
        "<link>https://a.example/?a=1&amp;lt;=2</link>",
        "<dc:creator>a@b.example (Ada)</dc:creator>",
        "<pubDate>yesterday</pubDate>",
        "<description><b>bold</b></description>",
        "<dc:date>2026-01-01</dc:date>",
        "<other>o</other>",
        '<guid isPermaLink="true" xml:base="https://b.example/">/x</guid>',
        '<atom:link href="https://a.example/x" xmlns:atom="http://www.w3.org/2005/Atom"/>',
    ],
)
def test_what_needs_judgment_is_left_to_feedparser(piece: str) -> None:
    """Twice the same, dates in words, markup that nobody escaped, names that are not known."""
    name = re.split(r"[ >]", piece[1:])[0]
    without = re.sub(rf"<{name}\b.*?</{name}>\s*", "", text("wordpress_org.xml"), flags=re.DOTALL)
    whole = text("wordpress_org.xml") if name in ("title", "other", "dc:date") else without
    assert usual(whole.replace("</item>", f"{piece}</item>", 1)) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<guid>https://", "<guid>https:///"),
        ("<link>https://", "<link>https:///"),
        ("<guid>", '<guid xmlns:dc="http://www.itunes.com/DTDs/PodCast-1.0.dtd">'),
        ('version="2.0"', 'version="0.92"'),
        ('version="2.0"', 'version="2.0" xml:base="https://b.example/"'),
        ("<channel>", "<channel><image><title>Lamps</title><name>x</name></image>"),
    ],
)
def test_what_changes_the_meaning_of_other_parts_is_left_to_feedparser(old: str, new: str) -> None:
    """Addresses that are mended, prefixes that mean something else from there on, old versions."""
    document = text("wordpress_org.xml")
    assert old in document
    assert usual(document.replace(old, new, 1)) is None


def test_a_feed_that_is_cut_or_stands_behind_something_is_not_usual() -> None:
    """What was left out or passed over is said."""
    document = text("discourse_latest.rss")
    assert usual(document[: document.rindex("</rss>")]) is None
    assert read_feed(document[: document.rindex("</channel>")]).is_cut
    assert read_feed("Warning: <b>deprecated</b> " + document[document.index("<rss") :]).notes
