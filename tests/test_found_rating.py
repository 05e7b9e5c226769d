"""A rating inside a text is found where it can mean nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.normalize import find_rating, rating_pattern


@pytest.mark.parametrize(
    ("title", "text", "value", "best"),
    [
        ("", "★★★☆☆", 3, 5),
        ("", "★★★★★ Works like a charm", 5, 5),
        ("", "⭐️⭐️⭐️⭐️⭐️\nGreat", 5, 5),
        ("", "★★½☆☆ Meh", 2.5, 5),
        ("Broken again ★☆☆☆☆", "It broke.", None, None),
        ("Broken again - ★☆☆☆☆", "It broke.", 1, 5),
        ("Best lamp (5 stars)", "Bright.", 5, 5),
        ("", "Rating: 4 stars\nBright.", 4, 5),
        ("", "Bright.\n\nMy rating: 2/5\n", 2, 5),
        ("", "Overall score: 8/10", 8, 10),
        ("", "Rating: 3", 3, 5),
        ("", "4/5 - bright, but it hums", 4, 5),
        ("", "4 out of 5 stars. Bright.", 4, 5),
        ("3/5", "It hums.", 3, 5),
        ("", "Bright.\n4,5/5\n", 4.5, 5),
        ("Best lamp (5 stars)", "Rating: 5 stars\nBright.", 5, 5),
    ],
)
def test_a_clear_rating_is_found(title: str, text: str, value: float | None, best: float | None) -> None:
    """At the start, on its own line or set apart in the title, with its scale or the word for it."""
    found = find_rating(title, text)
    assert (found and found.value, found and found.best) == (value, best)


@pytest.mark.parametrize(
    "text",
    [
        "1/2 hour and it was dead",
        "4/5 of my friends returned it",
        "Delivered on 4/5/2026",
        "4/5/2026: delivered",
        "24/7 support",
        "We stayed in a 4 star hotel",
        "5 star hotels are nicer",
        "Food 4/5, service 2/5",
        "★ New in this release",
        "★★★ SALE ★★★",
        "★★★★★★★",
        "4/5\n2/5",
        "11/10 would buy again",
        "100% broken",
        "I waited 3 stars nights",
        "Rating: none",
        "",
    ],
)
def test_what_may_mean_something_else_is_no_rating(text: str) -> None:
    """Dates, shares, hotels, decoration, jokes, and two that disagree."""
    try:
        found = find_rating("", text)
    except ValueError:
        found = None
    assert found is None


def test_a_pattern_of_one_s_own_replaces_the_usual_forms() -> None:
    """Its group is read on the scale that is given; the title counts as a line."""
    pattern = rating_pattern(r"verdict:\s*(\d+)")
    found = find_rating("Lamp, verdict: 70", "Rating: 1 star", pattern, best=100, worst=0)
    assert found is not None
    assert (found.raw, found.value, found.worst, found.best) == ("70", 70, 0, 100)
    assert find_rating("Lamp", "Rating: 1 star", pattern) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(", "no regular expression"),
        ("Rating", "has 0"),
        (r"(\d)/(\d)", "has 2"),
        (r"(?:a+)+(\d)", "repeats a group"),
        (r"((?:a|a)*)", "repeats a group"),
        (r"(\d){2,}", "repeats a group"),
        (r".*.*.*(\d+)", "more than 3"),
        (r"a{2,}b{,50}c{77}d+(\d)", "more than 3"),
        ("(" * 200 + ")" * 200, "no regular expression|has 200"),
    ],
)
def test_a_pattern_that_cannot_be_run_over_strangers_words_is_refused(pattern: str, why: str) -> None:
    """It is told why, before anything is read."""
    with pytest.raises(ValueError, match=why):
        rating_pattern(pattern)


@pytest.mark.parametrize("pattern", [r"\)+(\d)", r"[)]+(\d)", r"rating \((\d+)\)?", r"(\d{1,2})"])
def test_brackets_that_are_characters_are_no_groups(pattern: str) -> None:
    """An escaped bracket, or one in a set, may be repeated."""
    assert rating_pattern(pattern).groups == 1


def test_a_slow_pattern_meets_little_text() -> None:
    """The worst that is allowed, over a text made for it, comes to an end: little of it is looked at."""
    pattern = rating_pattern(r"a*a*a*(\d)")
    assert find_rating("", "\n".join(["a" * 100_000] * 100), pattern) is None


@given(st.text(alphabet="0123456789/.,★☆⭐½ starouf\n()-:", max_size=60), st.text(max_size=30))
def test_any_text_is_read(text: str, title: str) -> None:
    """A rating within its scale, none, or ValueError."""
    try:
        found = find_rating(title, text)
    except ValueError:
        return
    assert found is None or found.worst <= found.value <= found.best
