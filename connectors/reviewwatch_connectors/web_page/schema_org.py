"""Reviews in schema.org's words, from JSON-LD, microdata or RDFa: all three give the same nodes.

Source: https://schema.org/Review and https://developers.google.com/search/docs/appearance/structured-data/review-snippet
(read 2026-11).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reviewwatch.connector import each
from reviewwatch.normalize import plain_of_html
from reviewwatch_connectors.web_page.graph import Found, Graph, Node, types_of
from reviewwatch_connectors.web_page.marks import Marked, MarkedReply, Marks, refuse_nothing

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
# Tags by name: "I want <this> back" is no markup.
_TAG: Final = re.compile(
    r"</?(?:a|b|big|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|script|small|span|strong|style|sub|sup"
    r"|table|tbody|td|th|tr|u|ul)\b[^<>]*>",
    re.I,
)


def read_nodes(roots: Iterable[object], *, is_escaped: bool, body: bytes = b"") -> Marks:
    """Return the reviews that stand anywhere below the roots.

    Args:
        is_escaped: Texts may hold entities and tags, as JSON-LD's often do.
        body: The page, kept for a look where no review in it can be read.
    """
    graph = Graph.of(roots)
    found = graph.reviews()
    reader = _Reader(graph, _unescaped if is_escaped else str.strip)
    reviews, problems = each(found, reader.review, what="review", expected="reviews of schema.org", body=body)
    name = next(iter(Counter(review.item for review in reviews if review.item).most_common(1)), ("", 0))[0]
    summaries = [node["aggregateRating"] for node in graph.nodes if "aggregateRating" in node]
    return Marks(
        reviews=reviews,
        problems=problems,
        name=name or (reader.main_name() if summaries else ""),
        has_summary=bool(summaries or reviews) or any("AggregateRating" in types_of(node) for node in graph.nodes),
        n_stated=reader.n_stated(name, summaries),
        best=next(filter(None, (_scalar(one.get("bestRating")) for one in summaries if isinstance(one, dict))), ""),
        n_items=len(found),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads nodes of one graph. `plain` turns a text as written into one as read."""

    graph: Graph
    plain: Callable[[str], str]
    names: dict[int, str] = field(default_factory=dict)

    def review(self, found: Found) -> Marked:
        """Return one review as the page's markup has it.

        Raises:
            TypeError: It is no object.
            ValueError: It says nothing.
        """
        node = found.node
        if not isinstance(node, dict):
            raise TypeError("it is no object")
        rating, best, worst = self.rating(node)
        item = self.name(node.get("itemReviewed")) or self.item_name(found.parent)
        return refuse_nothing(
            Marked(
                site_id=_site_id(node),
                author=self.name(node.get("author", node.get("creator"))),
                title=self.text(node.get("name", node.get("headline"))),
                text=self.text(node.get("reviewBody")) or self.text(node.get("description", node.get("text"))),
                rating=rating,
                best=best,
                worst=worst,
                created=_scalar(node.get("datePublished")) or _scalar(node.get("dateCreated")),
                modified=_scalar(node.get("dateModified")),
                item=item,
                lang=_scalar(node.get("inLanguage")),
                n_votes=votes if type(votes := node.get("upvoteCount")) is int else None,
                replies=tuple(self.replies(node, item)) if "comment" in node else (),
            )
        )

    def rating(self, node: Node) -> tuple[str, str, str]:
        """Return value, best and worst; of several ratings the one that is not about an aspect."""
        stated = self.graph.resolve(node.get("reviewRating", node.get("rating")))
        if isinstance(stated, list):
            stated = min(stated, key=lambda one: isinstance(one, dict) and "reviewAspect" in one, default=None)
        if isinstance(stated, dict):
            value = _scalar(stated.get("ratingValue", stated.get("value")))
            return value, _scalar(stated.get("bestRating")), _scalar(stated.get("worstRating"))
        return _scalar(stated) or _scalar(node.get("ratingValue")), "", ""

    def text(self, value: object) -> str:
        """Return a text; the paragraphs of a list as lines."""
        if isinstance(value, list):
            return "\n".join(filter(None, map(self.text, value[:1000])))
        return self.plain(_scalar(value))

    def name(self, value: object, depth: int = 0) -> str:
        """Return what a thing or person is called; several with commas between."""
        if value is None:
            return ""
        value = self.graph.resolve(value)
        if isinstance(value, list):
            return ", ".join(filter(None, (self.name(one, depth + 1) for one in value[:20] if depth < 3)))
        if not isinstance(value, dict):
            return " ".join(self.plain(_scalar(value)).split())
        called = value.get("name", value.get("@value"))
        if not called:
            called = " ".join(filter(None, (_scalar(value.get("givenName")), _scalar(value.get("familyName")))))
        return " ".join(self.text(called or value.get("alternateName")).split())

    def item_name(self, item: Node | None) -> str:
        """Return what the thing that lists a review is called, looked up once."""
        if id(item) not in self.names:
            self.names[id(item)] = self.name(item)
        return self.names[id(item)]

    def replies(self, node: Node, item: str) -> Iterator[MarkedReply]:
        """Yield the comments of the business: an organization's, or those under the name of what is reviewed."""
        comments = node["comment"]
        business = {item, self.name(node.get("publisher"))}
        for comment in comments if isinstance(comments, list) else [comments]:
            if isinstance(comment, dict) and (text := self.text(comment.get("text", comment.get("description")))):
                author = self.graph.resolve(comment.get("author", comment.get("creator")))
                name = self.name(author)
                kinds = types_of(author) if isinstance(author, dict) else frozenset[str]()
                if (kinds and "Person" not in kinds) or name in business - {""}:
                    created = _scalar(comment.get("datePublished")) or _scalar(comment.get("dateCreated"))
                    yield MarkedReply(text=text, author=name, created=created)

    def main_name(self) -> str:
        """Return what the first thing with a summary rating is called, else the first product or place."""
        rated = next((node for node in self.graph.nodes if "aggregateRating" in node), None)
        return self.name(rated) if rated else ""

    def n_stated(self, name: str, summaries: Sequence[object]) -> int | None:
        """Return how many reviews the summary of the thing counts."""
        own = [
            node["aggregateRating"]
            for node in self.graph.nodes
            if "aggregateRating" in node and self.name(node) == name
        ]
        for summary in map(self.graph.resolve, own or summaries[:1]):
            count = _scalar(summary.get("reviewCount")).replace(",", "") if isinstance(summary, dict) else ""
            if count.isdecimal() and len(count) < 10:
                return int(count)
        return None


def _scalar(value: object) -> str:
    """Return a number or text as written; of a list the first, of a typed value what it holds."""
    if value is None or type(value) is str:
        return value.strip() if value else ""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value", value.get("name"))
    return str(value).strip() if type(value) in (str, int, float) else ""


def _site_id(node: Node) -> str:
    """Return the id of a review, "" where what stands there would be any review's: a node without a name, a page."""
    name = node.get("@id")
    if isinstance(name, str) and name and not name.startswith("_:"):
        return name
    identifier = node.get("identifier")
    stated = _scalar(identifier.get("value") if isinstance(identifier, dict) else identifier)
    if stated:
        return stated
    url = _scalar(node.get("url"))
    return url if re.search(r"#.*\d", url) else ""


def _unescaped(text: str) -> str:
    """Return a text of JSON-LD as read: tags as lines, entities once. Without tags its own line breaks stay."""
    if "<" in text and _TAG.search(text):
        return plain_of_html(text)
    return (_ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text).strip()
