"""Pages of an invented shop, and how one is read."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reviewwatch_connectors.web_page import WebPageConnector

from reviewwatch.connector import Batch
from reviewwatch.net import Response
from reviewwatch.types import Review

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


def product(reviews: object, **more: object) -> dict[str, object]:
    """Return a product with these reviews."""
    return {"@context": "https://schema.org", "@type": "Product", "name": "Harbor lamp", "review": reviews, **more}
