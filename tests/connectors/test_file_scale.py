"""What scale a column of ratings stands on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewwatch_connectors.file.fields import ALIASES
from reviewwatch_connectors.file.scale import Scale, scale_of

from reviewwatch.errors import ConnectorError
from reviewwatch.types import Rating, RatingKind
from tests.connectors.filing import Read, read_text


def _ratings(folder: Path, *ratings: str, header: str = "Rating", **options: object) -> Read:
    rows = "".join(f'Text {number},"{rating}"\n' for number, rating in enumerate(ratings))
    return read_text(folder, f"Text,{header}\n{rows}", "ratings.csv", **options)


def test_stars_are_the_rule(tmp_path: Path) -> None:
    """Values up to 5 are stars of 1 to 5, and nothing needs to be said of it."""
    found = _ratings(tmp_path, "1", "5", "4,5", "3 stars")
    assert [review.rating and (review.rating.worst, review.rating.best) for review in found.reviews] == [(1, 5)] * 4
    assert found.notes == []


def test_a_zero_among_stars_is_no_rating(tmp_path: Path) -> None:
    """Shops store 0 where nobody rated; the review says so, since it might have meant something."""
    found = _ratings(tmp_path, "0", "5")
    assert found.reviews[0].rating is None
    assert found.reviews[0].notes == ("the rating 0 was read as no rating",)
    assert found.reviews[1].notes == ()


@pytest.mark.parametrize(
    ("ratings", "worst", "best", "kind"),
    [
        (("7", "10", "3"), 1, 10, RatingKind.TEN),
        (("7", "0", "3"), 0, 10, RatingKind.TEN),
        (("80", "45", "3"), 0, 100, RatingKind.STARS),
    ],
)
def test_higher_values_tell_another_scale(
    tmp_path: Path, ratings: tuple[str, ...], worst: float, best: float, kind: RatingKind
) -> None:
    """All values of the column are looked at, and what was assumed is said with how to say otherwise."""
    found = _ratings(tmp_path, *ratings)
    assert [review.rating for review in found.reviews] == [
        Rating(raw, float(raw), worst, best, kind) for raw in ratings
    ]
    assert f"ratings were read as {worst} to {best}" in found.notes[0]
    assert "--best" in found.notes[0]


def test_one_slip_does_not_change_the_scale(tmp_path: Path) -> None:
    """A 55 among a hundred stars is reported with its line; the stars stay stars."""
    found = _ratings(tmp_path, *["5"] * 99, "55")
    assert found.problems == [("line 101", "rating “55” is not within 1 to 5; name the scale if it is another one")]
    assert found.reviews[0].rating == Rating("5", 5.0)


def test_a_ten_is_no_nps_answer_unless_said(tmp_path: Path) -> None:
    """Only the mapping, the header or the option makes a 0 to 10 column a survey's."""
    assert {review.rating.kind for review in _ratings(tmp_path, "9", "10").reviews if review.rating} == {RatingKind.TEN}
    for header, options in (("NPS", {}), ("Rating", {"kind": "survey"}), ("Q1", {"map": {"Q1": "nps"}})):
        found = _ratings(tmp_path, "9", "0", header=header, **options)
        assert [review.rating and review.rating.kind for review in found.reviews] == [RatingKind.SURVEY] * 2


@pytest.mark.parametrize(
    ("header", "worst", "best"),
    [("Rating (1-10)", 1, 10), ("Score 0 to 100", 0, 100), ("rating / 10", 1, 10), ("Rating out of 5", 1, 5)],
)
def test_a_header_may_name_the_scale(tmp_path: Path, header: str, worst: float, best: float) -> None:
    """Then the values need not tell it."""
    [review] = _ratings(tmp_path, "4", header=header, map={header: "rating"}).reviews
    assert review.rating is not None
    assert (review.rating.worst, review.rating.best) == (worst, best)


def test_yes_and_no_are_a_scale_of_their_own(tmp_path: Path) -> None:
    """A recommendation is no star rating, whether in words or as 1 and 0."""
    for yes, no, header in (("yes", "no", "Rating"), ("1", "0", "Would recommend")):
        found = _ratings(tmp_path, yes, no, header=header)
        assert [review.rating and review.rating.share for review in found.reviews] == [1.0, 0.0]
        assert {review.rating.kind for review in found.reviews if review.rating} == {RatingKind.BINARY}


def test_ratings_that_name_their_scale_may_stand_among_stars(tmp_path: Path) -> None:
    """`8/10` says what it means; said otherwise by the person, it is refused."""
    assert [review.rating and review.rating.share for review in _ratings(tmp_path, "8/10", "5").reviews] == [0.8, 1.0]
    assert [where for where, _ in _ratings(tmp_path, "8/10", "5", best=5).problems] == ["line 2"]
    tens = _ratings(tmp_path, "8", "9", "4/5").reviews
    assert [review.rating and review.rating.best for review in tens] == [10, 10, 5]


def test_stars_and_an_nps_answer_do_not_mix(tmp_path: Path) -> None:
    """A review holds one rating; the report says that the other column was left."""
    found = read_text(tmp_path, "Text,NPS,Stars\nCold,9,2\n")
    assert found.reviews[0].rating == Rating("2", 2.0)
    assert found.notes == ["columns not read: “NPS”"]


def test_an_unusual_scale_must_be_said(tmp_path: Path) -> None:
    """Beyond 100 nothing is assumed."""
    with pytest.raises(ConnectorError, match=r"run up to 940.*--best"):
        _ratings(tmp_path, "940", "120")
    assert _ratings(tmp_path, "940", best=1000, worst=0).reviews[0].rating == Rating("940", 940.0, 0.0, 1000.0)


@given(st.dictionaries(st.integers(0, 100).map(str), st.integers(1, 50), max_size=12))
def test_a_scale_holds_nearly_all_values_and_does_not_depend_on_order(counts: dict[str, int]) -> None:
    """At most one value in fifty lies above the scale, whatever came first."""
    scale = scale_of(counts)
    assert scale == scale_of(dict(reversed(counts.items())))
    assert scale.best in (None, 10.0, 100.0)
    above = sum(n for raw, n in counts.items() if float(raw) > (scale.best or 5.0))
    assert above <= sum(counts.values()) / 50
    assert scale != Scale() or scale.note == ""


def test_no_alias_stands_for_two_fields() -> None:
    """Each folded header means one thing."""
    names = [name for aliases in ALIASES.values() for name in aliases]
    assert sorted(names) == sorted(set(names))
    assert all(name == " ".join(name.lower().split()) for name in names)
