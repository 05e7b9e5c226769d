"""Texts, times, languages and ratings as places write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.normalize import (
    AmbiguousDateError,
    clean,
    from_millis,
    parse_language,
    parse_rating,
    parse_time,
    plain_number,
    proven_order,
)
from reviewwatch.types import Precision, RatingKind

DAY = datetime(2026, 9, 10, tzinfo=UTC)
MORNING = datetime(2026, 9, 10, 10, 0, tzinfo=UTC)
BERLIN_SUMMER = timezone(timedelta(hours=2))

TEXTS = st.text(st.characters(exclude_categories=()))
INSTANTS = st.timedeltas(timedelta(days=1), timedelta(days=80_000)).map(
    lambda age: datetime(1970, 1, 1, tzinfo=UTC) + age
)
SCALES = st.sampled_from([(1.0, 5.0), (0.0, 10.0), (1.0, 10.0), (0.0, 100.0), (0.0, 1.0)])


def test_clean_keeps_text_as_received() -> None:
    """Controls, bidi overrides and odd spaces stay: they are shown harmlessly later, not removed here."""
    text = " \x1b[31mNice\u202e\u200b  day\r\n🙂 "
    assert clean(text) == (text, ())


def test_clean_replaces_nul_and_lone_surrogates_with_a_note() -> None:
    """What no store and no encoder can hold becomes U+FFFD, and the review says so."""
    assert clean("a\0b") == ("a\ufffdb", ("NUL bytes were replaced by U+FFFD",))
    assert clean("a\ud800b") == ("a\ufffdb", ("lone surrogates were replaced by U+FFFD",))
    assert len(clean("\0\udfff")[1]) == 2


def test_clean_joins_surrogates_that_belong_together() -> None:
    """A pair that an encoder left apart means one character, and needs no note."""
    assert clean("so \ud83d\ude42 nice") == ("so 🙂 nice", ())


@given(TEXTS)
def test_cleaned_text_can_be_encoded_and_cleaning_again_changes_nothing(text: str) -> None:
    """Whatever comes in, what comes out is valid Unicode without NUL, for good."""
    cleaned, notes = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert "\0" not in cleaned
    assert clean(cleaned) == (cleaned, ())
    assert bool(notes) == (cleaned.count("\ufffd") > text.count("\ufffd"))


@pytest.mark.parametrize(
    ("written", "precision", "moment"),
    [
        ("2026-09-10T10:00:00Z", Precision.INSTANT, MORNING),
        ("2026-09-10T12:00:00+02:00", Precision.INSTANT, MORNING),
        (" 2026-09-10 10:00 ", Precision.INSTANT, MORNING),
        ("2026-09-10 10:00:00 UTC", Precision.INSTANT, MORNING),
        ("2026-09-10T10:00:00.123456789Z", Precision.INSTANT, MORNING.replace(microsecond=123456)),
        ("1789034400", Precision.INSTANT, MORNING),
        ("1789034400.25", Precision.INSTANT, MORNING.replace(microsecond=250_000)),
        ("1789034400123", Precision.INSTANT, MORNING.replace(microsecond=123_000)),
        ("1789034400123456", Precision.INSTANT, MORNING.replace(microsecond=123_456)),
        ("1789034400123456789", Precision.INSTANT, MORNING.replace(microsecond=123_456)),
        ("20260910100000", Precision.INSTANT, MORNING),
        ("Thu, 10 Sep 2026 12:00:00 +0200", Precision.INSTANT, MORNING),
        ("Sep 10, 2026 at 6:00 AM EDT", Precision.INSTANT, MORNING),
        ("Thu Sep 10 2026 12:00:00 GMT+0200 (CEST)", Precision.INSTANT, MORNING),
        ("10.09.2026 10:00", Precision.INSTANT, MORNING),
        ("13/10/2026, 12:30 p.m.", Precision.INSTANT, datetime(2026, 10, 13, 12, 30, tzinfo=UTC)),
        ("2026-09-10", Precision.DAY, DAY),
        ("20260910", Precision.DAY, DAY),
        ("2026/09/10", Precision.DAY, DAY),
        ("2026/9/10", Precision.DAY, DAY),
        ("10.09.2026", Precision.DAY, DAY),
        ("10.9.26", Precision.DAY, DAY),
        ("10 Sep 2026", Precision.DAY, DAY),
        ("10-Sep-2026", Precision.DAY, DAY),
        ("10th of September, 2026", Precision.DAY, DAY),
        ("September 10, 2026", Precision.DAY, DAY),
        ("sept. 10th 2026", Precision.DAY, DAY),
        ("2026-09", Precision.MONTH, DAY.replace(day=1)),
        ("September 2026", Precision.MONTH, DAY.replace(day=1)),
        ("09/2026", Precision.MONTH, DAY.replace(day=1)),
    ],
)
def test_times_are_read_as_places_write_them(written: str, precision: Precision, moment: datetime) -> None:
    """Every form comes out as the same UTC time, with how exactly it was stated."""
    assert parse_time(written) == (moment, precision)


@pytest.mark.parametrize(
    ("written", "order", "moment"),
    [
        ("10/9/2026", "dmy", DAY),
        ("9/10/2026", "mdy", DAY),
        ("9-10-26", "mdy", DAY),
        ("26/09/10", "ymd", DAY),
        ("2026/09/10", "mdy", DAY),
        ("9.10.2026", "mdy", DAY),
    ],
)
def test_an_order_settles_what_digits_leave_open(written: str, order: str, moment: datetime) -> None:
    """With the order said, all-digit dates are read by it; a year that stands first needs none."""
    assert parse_time(written, order=order) == (moment, Precision.DAY)  # type: ignore[arg-type] # a parameter of the test


@pytest.mark.parametrize("written", ["9/10/2026", "9-10-2026 10:00", "25/12/26", "10/10/26"])
def test_an_ambiguous_date_is_never_guessed(written: str) -> None:
    """It says that it is ambiguous and names the option that settles it."""
    with pytest.raises(AmbiguousDateError, match="--dates dmy"):
        parse_time(written)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2026", "0000-00-00", "2026-13-40", "31.02.2026", "13/13/2026", "12:30", "10 Sep 2026 25:00",
     "10 Sep 2026 13:00 pm", "10 Sep 2026 10:00 XYZ", "10 Foo 2026", "0001-01-01T00:00:00+05:00", "9" * 200_000,
     "12345"],
)  # fmt: skip
def test_what_is_no_time_is_refused_briefly(written: str) -> None:
    """The error names the value, cut where it is long."""
    with pytest.raises(ValueError, match="“") as caught:
        parse_time(written)
    assert len(str(caught.value)) < 250


def test_an_order_that_does_not_fit_is_an_error() -> None:
    """A date of the other order in the file is reported, not swapped."""
    with pytest.raises(ValueError, match="month"):
        parse_time("25/12/2026", order="mdy")
    with pytest.raises(ValueError, match="ymd"):
        parse_time("25/12/2026", order="ymd")


def test_a_zone_moves_clock_times_and_leaves_days_alone() -> None:
    """A day has no zone: moved by two hours it would show as the day before."""
    assert parse_time("2026-09-10 12:00", zone=BERLIN_SUMMER) == (MORNING, Precision.INSTANT)
    assert parse_time("10 Sep 2026 12:00", zone=BERLIN_SUMMER) == (MORNING, Precision.INSTANT)
    assert parse_time("20260910120000", zone=BERLIN_SUMMER) == (MORNING, Precision.INSTANT)
    assert parse_time("2026-09-10T10:00Z", zone=BERLIN_SUMMER) == (MORNING, Precision.INSTANT)
    assert parse_time("2026-09-10", zone=BERLIN_SUMMER) == (DAY, Precision.DAY)


@given(INSTANTS)
def test_a_written_instant_reads_back(moment: datetime) -> None:
    """Reading what was read, in ISO, seconds or an American or European form, gives it again."""
    assert parse_time(moment.isoformat()) == (moment, Precision.INSTANT)
    whole = moment.replace(microsecond=0)
    assert parse_time(whole.strftime("%m/%d/%Y %I:%M:%S %p"), order="mdy") == (whole, Precision.INSTANT)
    assert parse_time(whole.strftime("%d.%m.%Y %H:%M:%S")) == (whole, Precision.INSTANT)
    millis = int((moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1))
    assert parse_time(from_millis(millis).isoformat())[0] == from_millis(millis)


@given(st.dates())
def test_a_written_day_reads_back(day: datetime) -> None:
    """A day stays that day in every order, and reading it again changes nothing."""
    read, precision = parse_time(day.isoformat())
    assert (read.date(), precision) == (day, Precision.DAY)
    assert parse_time(read.date().isoformat()) == (read, Precision.DAY)
    assert parse_time(f"{day.day}/{day.month}/{day.year:04}", order="dmy") == (read, Precision.DAY)


@given(st.dates())
def test_without_an_order_a_date_is_right_or_refused(day: datetime) -> None:
    """Written in either order, it is never read as another day than in the order that it proves."""
    for written, order in (
        (f"{day.day}/{day.month}/{day.year:04}", "dmy"),
        (f"{day.month}/{day.day}/{day.year:04}", "mdy"),
    ):
        if proven_order(written) == order or day.day == day.month:
            assert parse_time(written)[0].date() == day
        else:
            with pytest.raises(AmbiguousDateError):
                parse_time(written)


def test_millis_beyond_the_calendar_are_refused() -> None:
    """A count that leads past the year 9999 is an error and no crash."""
    assert from_millis(1_789_034_400_000) == MORNING
    with pytest.raises(ValueError, match="no time"):
        from_millis(10**18)


@pytest.mark.parametrize(
    ("raw", "lang"),
    [("en", "en"), ("en_US", "en"), ("pt-BR", "pt"), ("zh-Hans-CN", "zh"), (" German ", "de"), ("", None), ("?", None),
     ("1234", None), ("schinese", "zh"), ("koreana", "ko"), ("latam", "es"), ("brazilian", "pt"), ("thai", "th")],
)  # fmt: skip
def test_a_language_is_the_first_part_of_its_tag(raw: str, lang: str | None) -> None:
    """Regions and scripts are left out; what is no tag and no name is unknown."""
    assert parse_language(raw) == lang


@pytest.mark.parametrize(
    ("raw", "value", "worst", "best", "kind"),
    [
        ("4", 4, 1, 5, RatingKind.STARS),
        ("4.0", 4, 1, 5, RatingKind.STARS),
        (" 4,5 ", 4.5, 1, 5, RatingKind.STARS),
        ("4 stars", 4, 1, 5, RatingKind.STARS),
        ("4/5", 4, 1, 5, RatingKind.STARS),
        ("Rated 4 out of 5 stars", 4, 1, 5, RatingKind.STARS),
        ("8/10", 8, 0, 10, RatingKind.TEN),
        ("0/10", 0, 0, 10, RatingKind.TEN),
        ("80%", 80, 0, 100, RatingKind.STARS),
        ("★★★☆☆", 3, 1, 5, RatingKind.STARS),
        ("★★★½☆", 3.5, 1, 5, RatingKind.STARS),
        ("⭐⭐⭐", 3, 1, 5, RatingKind.STARS),
        ("⭐️⭐️", 2, 1, 5, RatingKind.STARS),
        ("FOUR", 4, 1, 5, RatingKind.STARS),
        ("yes", 1, 0, 1, RatingKind.BINARY),
        ("Not recommended", 0, 0, 1, RatingKind.BINARY),
        ("👎", 0, 0, 1, RatingKind.BINARY),
    ],
)
def test_ratings_are_read_as_places_write_them(
    raw: str, value: float, worst: float, best: float, kind: RatingKind
) -> None:
    """The raw value is kept, and what it says of its scale is believed."""
    rating = parse_rating(raw)
    assert rating is not None
    assert (rating.raw, rating.value, rating.worst, rating.best, rating.kind) == (raw.strip(), value, worst, best, kind)


@pytest.mark.parametrize("raw", ["", "  ", "-", "N/A", "nan", "0", "0.0", "0/5", "STAR_RATING_UNSPECIFIED"])
def test_no_rating_is_none(raw: str) -> None:
    """Blank says that nobody rated, and so does a 0 on a scale that starts at 1."""
    assert parse_rating(raw) is None


def test_a_given_scale_decides() -> None:
    """A plain number means what its column says, and only a survey column makes an NPS answer."""
    ten = parse_rating("8", best=10)
    assert ten is not None
    assert (ten.worst, ten.kind) == (1, RatingKind.TEN)
    survey = parse_rating("0", kind=RatingKind.SURVEY)
    assert survey is not None
    assert (survey.value, survey.worst, survey.best, survey.share) == (0, 0, 10, 0)
    percent = parse_rating("35", best=100)
    assert percent is not None
    assert percent.share == 0.35


@pytest.mark.parametrize(
    ("raw", "scale", "why"),
    [
        ("6", {}, "1 to 5"),
        ("-1", {}, "1 to 5"),
        ("11", {"kind": RatingKind.SURVEY}, "0 to 10"),
        ("★★★★★★", {}, "1 to 5"),
        ("great", {}, "not a rating"),
        ("4/5", {"best": 10}, "out of 5"),
        ("yes", {"kind": RatingKind.STARS}, "binary"),
        ("3", {"best": 5, "worst": 5}, "holds no rating"),
        ("5" * 200_000, {}, "…"),
        ("1e3", {}, "not a rating"),
        ("nan%", {}, "not a rating"),
    ],
)
def test_what_does_not_fit_its_scale_is_refused(raw: str, scale: dict[str, float], why: str) -> None:
    """The error names the value and the scale, and stays short."""
    with pytest.raises(ValueError, match=why) as caught:
        parse_rating(raw, **scale)  # type: ignore[arg-type] # parameters of the test
    assert len(str(caught.value)) < 200


@given(SCALES, st.floats(0, 1), st.floats(0, 1))
def test_shares_keep_the_order_of_a_scale(scale: tuple[float, float], first: float, second: float) -> None:
    """On every scale a share lies within 0 and 1, and a better rating never has a lower share."""
    worst, best = scale
    values = sorted(round(worst + share * (best - worst), 3) for share in (first, second))
    ratings = [parse_rating(f"{value:.3f}", best=best, worst=worst) for value in values]
    shares = [rating.share for rating in ratings if rating is not None]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


@given(SCALES, st.integers(0, 100))
def test_a_rating_reads_back(scale: tuple[float, float], number: int) -> None:
    """Reading the raw value again on the same scale gives the same rating; nothing outside a scale gets in."""
    worst, best = scale
    if not (worst <= number <= best or number == 0):
        with pytest.raises(ValueError, match="not within"):
            parse_rating(str(number), best=best, worst=worst)
        return
    rating = parse_rating(str(number), best=best, worst=worst)
    assert (rating is None) == (number < worst)
    assert rating is None or parse_rating(rating.raw, rating.best, rating.worst, rating.kind) == rating


@given(st.text(max_size=60))
def test_no_text_breaks_a_reader(text: str) -> None:
    """Whatever a cell holds, a reader gives a value or a ValueError."""
    for read in (parse_time, parse_rating, parse_language, plain_number, proven_order):
        with suppress(ValueError):
            read(text)
