"""The ordinary replies that no rule may block: of many trades, to every rating, and such as their places take."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from evaluation import labelled
from evaluation.labelled import Row
from reviewwatch.reply import platforms


def rows() -> list[Row]:
    """Read both parts of the set."""
    return labelled.of_replies("ordinary") + labelled.of_replies("ordinary", is_sealed=True)


def test_ordinary_replies_come_from_every_trade_to_every_rating() -> None:
    """At least 1,000 replies of 22 trades, half of them at no named platform, near half to four or five stars."""
    found = rows()
    assert len(found) >= 1_000
    assert min(Counter(row["trade"] for row in found).values()) >= 40
    assert len({row["trade"] for row in found}) == 22
    assert sum(row["platform"] is None for row in found) / len(found) == pytest.approx(0.5, abs=0.01)
    assert sum(row["stars"] >= 4 for row in found) / len(found) >= 0.35
    assert {row["stars"] for row in found} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("field", ["review", "reply"])
def test_no_ordinary_text_stands_twice(field: str) -> None:
    """Each review and each reply is a text of its own."""
    assert [text for text, n in Counter(row[field] for row in rows()).items() if n > 1] == []


def test_ordinary_replies_stand_where_they_may_and_hold_no_address() -> None:
    """Each platform is a known one or none, each text fits it, and no link, address or long number stands in one."""
    for row in rows():
        assert row["reply"].strip() == row["reply"] != "", row["id"]
        assert platforms.load(row["platform"] or "none").fits(row["reply"]), row["id"]
        assert not re.search(r"https?:|www\.|@|\d{5}", row["reply"]), row["id"]
