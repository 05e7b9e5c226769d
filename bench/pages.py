"""Invented shop pages with reviews in them, about as much markup around as shops have."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Final, Literal

_CARD: Final = (
    '<li class="card card--product grid__item" data-sku="LAMP-{n:04}"><a class="card__link" href="/lamps/{n}" '
    'aria-label="Lamp {n}"><img class="card__image lazy" data-src="/img/lamp-{n}-640.webp" alt="" width="640" '
    'height="480"><span class="card__title">Lamp number {n}</span><span class="price price--sale">'
    '<s>39.00</s> <b>29.00</b></span><span class="badge badge--new">New</span></a></li>\n'
)
_N_CARDS: Final = 300


def json_ld_page(texts: Sequence[str]) -> bytes:
    """Return a product page of some 180 kB with all its reviews in one block of JSON-LD."""
    reviews = [
        {
            "@type": "Review",
            "name": f"Title {number}",
            "reviewBody": text,
            "datePublished": f"2026-10-{number % 28 + 1:02}",
            "author": {"@type": "Person", "name": f"invented-{number}"},
            "reviewRating": {"@type": "Rating", "ratingValue": str(number % 5 + 1), "bestRating": "5"},
        }
        for number, text in enumerate(texts)
    ]
    product = {"@context": "https://schema.org", "@type": "Product", "name": "A lamp", "review": reviews}
    return _shop(f'<script type="application/ld+json">{json.dumps(product)}</script>', "")


def markup_page(texts: Sequence[str], syntax: Literal["microdata", "h-review"]) -> bytes:
    """Return the same page with the reviews marked up in its text."""
    make = _microdata if syntax == "microdata" else _h_review
    return _shop("", "\n".join(make(number, html.escape(text)) for number, text in enumerate(texts)))


def _microdata(number: int, text: str) -> str:
    return (
        '<div class="review" itemprop="review" itemscope itemtype="https://schema.org/Review">'
        f'<h4 itemprop="name">Title {number}</h4>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        f'<span itemprop="name">invented-{number}</span></span>'
        f'<time itemprop="datePublished" datetime="2026-10-{number % 28 + 1:02}">October</time>'
        '<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">'
        f'<span itemprop="ratingValue">{number % 5 + 1}</span> of <span itemprop="bestRating">5</span></div>'
        f'<p itemprop="reviewBody">{text}</p></div>'
    )


def _h_review(number: int, text: str) -> str:
    return (
        f'<div class="h-review"><h4 class="p-name">Title {number}</h4>'
        '<p class="p-item h-product"><span class="p-name">A lamp</span></p>'
        f'<a class="p-author h-card" href="/people/{number}">invented-{number}</a>'
        f'<time class="dt-published" datetime="2026-10-{number % 28 + 1:02}T09:00:00Z">October</time>'
        f'<data class="p-rating" value="{number % 5 + 1}">stars</data>'
        f'<div class="e-content"><p>{text}</p></div></div>'
    )


def _shop(head: str, reviews: str) -> bytes:
    cards = "".join(_CARD.format(n=number) for number in range(_N_CARDS))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A lamp</title>{head}</head><body>'
        '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">A lamp</h1>'
        f'<section class="reviews">{reviews}</section></div><ul class="grid">{cards}</ul></body></html>'
    ).encode()
