"""Drafts in bulk: reviews, brands, places and configs that vary, and no rule objects to any of them."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.businesses import businesses
from evaluation.varied import asked
from reviewwatch.assess import assess
from reviewwatch.reply import guards, platforms, suggest
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import FindingSeverity

LABELLED = Path(__file__).parents[1] / "data" / "replies" / "reviews.jsonl"
N_ASKED = 60
"""A sample; `python3 dev.py eval replies --drafts 10000` looks through as many as it is told."""


def test_no_rule_blocks_and_no_word_is_another_brands() -> None:
    """Nor does a draft miss a licence, or its place's limit."""
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    contacts = {contact.text: brand_id for (brand_id, _, _), one in businesses().items() for contact in one.contacts}
    n_drafts = 0
    for one in asked(N_ASKED, rows, seed=11):
        place = platforms.load(one.platform_id)
        for draft in suggest(one.review, assess(one.review), one.business, place, "hash").drafts:
            n_drafts += 1
            context = Context(sentences=draft.sentences)
            found = guards.check(draft.text, one.review, one.business, place, context)
            assert all(finding.severity is FindingSeverity.WARN for finding in found), (draft.text, found)
            assert place.fits(draft.text)
            assert all(sentence.licence for sentence in draft.sentences)
            assert not [
                text for text, owner in contacts.items() if text in draft.text and owner != one.business.brand_id
            ]

    assert n_drafts > N_ASKED
