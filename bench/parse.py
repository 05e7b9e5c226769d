"""Every connector's parser on one full answer of its place: µs a review, beside the peers that read the same thing.

    python3 dev.py bench parse

The answers come from the stand-ins of the tests, fifty reviews of about 60 words each, so that the figures are of the
real formats. Peers: app-store-web-scraper's own parser on the same feed, and for markup BeautifulSoup with lxml and
`select`, reading the same fields by the shortest honest code. Goals, exit code 1 where one is missed: ahead of each
peer, and a page with JSON-LD read at least twenty times faster than by walking its soup.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from app_store_web_scraper import AppStoreEntry
from bs4 import BeautifulSoup

from bench.harness import cpu_of, interleave, row
from bench.invented import invent
from bench.pages import json_ld_page, markup_page
from reviewwatch.connector import Reader, connector_names, load_connector
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.net import Response
from tests.connectors import place
from tests.connectors.place import Stand, stand_of

N_REVIEWS: Final = 50
N_TURNS: Final = 15
GOAL_AHEAD: Final = 1.0
GOAL_JSON_LD: Final = 20.0

place.PER_PAGE = N_REVIEWS  # before the stand-ins are loaded, which take it over: tests want small pages


@dataclass(frozen=True, slots=True)
class Race:
    """One answer, how we read it and how a peer does; both return how many reviews they found."""

    name: str
    ours: Callable[[], int]
    peer_name: str = ""
    peer: Callable[[], int] | None = None
    goal: float = GOAL_AHEAD


def main() -> int:
    """Measure, print, and return 1 where a goal is missed."""
    missed = [race.name for race in races() if run(race) < (race.goal if race.peer else 0.0)]
    row(name="goals", missed=missed)
    return 1 if missed else 0


def run(race: Race) -> float:
    """Print what one answer costs here and there; return how many times more it is there, 0 without a peer."""
    n = race.ours()
    if n != N_REVIEWS:
        raise SystemExit(f"{race.name}: {n} of {N_REVIEWS} reviews read")
    if race.peer is None:
        row(name=race.name, n=n, us=scaled(cpu_of(race.ours, N_TURNS).median))
        return 0.0
    if race.peer() != n:
        raise SystemExit(f"{race.name}: {race.peer_name} read {race.peer()} of {n} reviews")
    pair = interleave(race.ours, race.peer, N_TURNS)
    row(
        name=race.name,
        n=n,
        us=scaled(pair.a.median),
        peer=race.peer_name,
        peer_us=scaled(pair.b.median),
        ratio=pair.ratio,
        low=pair.ratio_low,
        high=pair.ratio_high,
        goal=race.goal,
    )
    return pair.ratio


def scaled(seconds: float) -> float:
    """Return µs a review."""
    return seconds / N_REVIEWS * 1e6


def races() -> Iterator[Race]:
    """Yield every connector that reads answers, then the pages that `web_page` reads in each syntax."""
    for name in connector_names():
        with stand_of(name)() as stand:
            connector = stand.connector()
            if isinstance(connector, Reader):
                response = full_answer(stand)
                peer_name, peer = PEERS.get(name, ("", None))
                yield Race(name, reader(connector, response), peer_name, peer and partial(peer, response.body))
    page = load_connector("web_page").from_options("bench", {"url": "https://shop.example/lamp"})
    assert isinstance(page, Reader)
    texts = [review.text for review in invent(N_REVIEWS)]
    for syntax, body, peer, goal in (
        ("JSON-LD", json_ld_page(texts), soup_json_ld, GOAL_JSON_LD),
        ("microdata", markup_page(texts, "microdata"), soup_microdata, GOAL_AHEAD),
        ("h-review", markup_page(texts, "h-review"), soup_h_review, GOAL_AHEAD),
    ):
        response = Response(200, "https://shop.example/lamp", {"content-type": "text/html; charset=utf-8"}, body)
        yield Race(f"web_page {syntax}", reader(page, response), "BeautifulSoup", partial(peer, body), goal)


def reader(connector: Reader, response: Response) -> Callable[[], int]:
    """Return a call that reads an answer and counts."""
    return lambda: len(connector.read(response).reviews)


def full_answer(stand: Stand) -> Response:
    """Return the first page of a place with fifty reviews on it."""
    for number, review in enumerate(invent(N_REVIEWS)):
        stand.put(review.text, stars=number % 5 + 1)
    kept: list[Answer] = []

    def keep(call: Call, do: Callable[[], Answer]) -> Answer:
        answer = do()
        if stand.is_listing(call):
            kept.append(answer)
        return answer

    stand.faults = keep
    with stand.client() as http:
        for _ in stand.connector().pages(http, {}):
            pass
    headers = {key.lower(): value for key, value in kept[0].headers.items()}
    return Response(200, stand.address, headers, kept[0].body)


def app_store_web_scraper(body: bytes) -> int:
    """Read the feed as app-store-web-scraper does behind its session."""
    entry = AppStoreEntry(1, "us")
    return len([entry._parse_review_entry(item) for item in json.loads(body)["feed"]["entry"]])


def soup_json_ld(body: bytes) -> int:
    """Walk the soup to the blocks, and read them."""
    soup = BeautifulSoup(body, "lxml")
    blocks = [json.loads(script.string or "") for script in soup.select('script[type="application/ld+json"]')]
    return sum(len(block.get("review", ())) for block in blocks)


def soup_microdata(body: bytes) -> int:
    """Select the items and their properties."""
    items = BeautifulSoup(body, "lxml").select('[itemtype="https://schema.org/Review"]')
    names = ("name", "author", "reviewBody", "datePublished", "ratingValue")
    return len([[text_at(item, f'[itemprop="{name}"]') for name in names] for item in items])


def soup_h_review(body: bytes) -> int:
    """Select the items and their properties."""
    items = BeautifulSoup(body, "lxml").select(".h-review")
    names = (".p-name", ".p-author", ".e-content", ".dt-published", ".p-rating")
    return len([[text_at(item, name) for name in names] for item in items])


def soup_feed(body: bytes) -> int:
    """Select the entries and their parts."""
    names = ("title", "link", "guid", "pubDate", "description", "dc|creator")
    return len([[text_at(item, name) for name in names] for item in BeautifulSoup(body, "xml").select("item")])


def text_at(item: Any, selector: str) -> str:
    """Return the text of what a selector finds first."""
    found: Sequence[Any] = item.select(selector, limit=1)
    return str(found[0].get_text()) if found else ""


PEERS: Final[dict[str, tuple[str, Callable[[bytes], int]]]] = {
    "app_store_rss": ("app-store-web-scraper", app_store_web_scraper),
    "feed": ("BeautifulSoup", soup_feed),
}


if __name__ == "__main__":
    sys.exit(main())
