"""Review reports of the Google Play Console, read fully."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from reviewwatch_connectors.file import FileConnector, PlayReport
from reviewwatch_connectors.file.play_report import review_id

from reviewwatch.types import Listing, OwnerReply, Rating
from tests.connectors.filing import DATA, NO_HTTP, read, texts, write

REPORT = DATA / "play_16_columns.csv"


def test_a_report_names_its_source_and_listing() -> None:
    """The app's package; the key is the one that the Play Developer API has for the listing, too."""
    connector = FileConnector.from_file(REPORT, None, {})
    assert isinstance(connector, PlayReport)
    assert connector.source_id == "example.harbor.tides"
    [page] = connector.pages(NO_HTTP, {})
    assert page.listing == Listing(
        "google_play:example.harbor.tides",
        "example.harbor.tides",
        "google_play",
        "https://play.google.com/store/apps/details?id=example.harbor.tides",
    )
    assert (connector.capabilities.platform, connector.capabilities.shows_owner_replies) == ("google_play", True)


def test_a_source_may_be_named_otherwise_and_the_listing_stays() -> None:
    """Two sources of one listing meet in the same rows."""
    connector = FileConnector.from_file(REPORT, "tides-android", {"listing_name": "Tides"})
    [page] = connector.pages(NO_HTTP, {})
    assert (connector.source_id, page.listing.key, page.listing.name) == (
        "tides-android",
        "google_play:example.harbor.tides",
        "Tides",
    )


def test_every_column_is_read() -> None:
    """UTF-16, quoted line breaks, the id within the link, both times, version, language and the developer's reply."""
    found = read(REPORT)
    short, long, *star_only = found.reviews
    assert (short.external_id, short.title, short.text) == ("gp:AOqTa1", "", "Shows the tide to the minute. 🌊")
    assert (long.external_id, long.title) == ("gp:AOqTb2", "Stürzt ab, wieder")
    assert long.text == 'Beim Öffnen der Karte:\n"Fehler 7", dann ist sie weg.'
    assert (long.rating, long.lang, long.version, long.author) == (Rating("2", 2.0), "de", "3.1.1", None)
    assert (long.created_at, long.updated_at) == (
        datetime(2026, 9, 11, 8, tzinfo=UTC),
        datetime(2026, 9, 12, 8, tzinfo=UTC),
    )
    assert long.owner_replies == (
        OwnerReply("Danke, das ist in 3.1.2 behoben.", created_at=datetime(2026, 9, 12, 9, 30, tzinfo=UTC)),
    )
    assert long.url is not None
    assert long.url.startswith("https://play.google.com/console/")
    assert not long.is_thread_partial
    assert [(review.text, review.url, review.owner_replies) for review in star_only] == [("", None, ())] * 2
    assert sorted(review.rating.value for review in star_only if review.rating) == [1.0, 3.0]
    assert len(found.by_id) == 4
    assert (found.problems, found.notes) == ([], [])


def test_a_report_read_twice_is_the_same() -> None:
    """Nothing of a reading depends on when or how often it is done."""
    assert read(REPORT).reviews == read(REPORT).reviews


def test_ratings_without_a_text_keep_their_id(tmp_path: Path) -> None:
    """App, submit time, device and language make it, so that a changed rating is an edit."""
    before = REPORT.read_text("utf-16").splitlines(keepends=True)
    star_only = [line for line in before if "moto_g" in line]
    first = read(write(tmp_path, (before[0] + star_only[0]).encode("utf-16")))
    changed = star_only[0].replace(",3,", ",1,")
    second = read(write(tmp_path, (before[0] + changed).encode("utf-16")))
    assert [review.rating for review in second.reviews] == [Rating("1", 1.0)]
    assert first.reviews[0].external_id == second.reviews[0].external_id


def test_older_reports_have_fewer_columns() -> None:
    """Columns are found by name; UTF-8 without a mark and the older form of the link are read as well."""
    found = read(DATA / "play_15_columns.csv")
    [review] = found.reviews
    assert (review.external_id, review.lang, review.title) == ("AOqOld77", "ko", "좋아요")
    assert (review.version, review.rating) == ("1.0.6", Rating("4", 4.0))
    assert found.pages[0].listing.key == "google_play:example.harbor.tides"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://play.google.com/console/developers/1/app/2/review-details?reviewId=gp%3AAOq1&corpus=X", "gp:AOq1"),
        ("https://play.google.com/console/developers/1/app/2/review-details?corpus=X&reviewId=b7d4-11", "b7d4-11"),
        ("http://play.google.com/apps/publish/account?dev_acc=01#ReviewDetailsPlace:p=a.b&reviewid=gp:AOq2", "gp:AOq2"),
        ("https://play.google.com/apps/publish/#ReviewPlace:id=AOq3", "AOq3"),
        ("https://play.google.com/apps/publish/?dev_acc=1#ReviewPlace:p=a.b&id=AOq4&corpus=X", "AOq4"),
        ("https://play.google.com/store/apps/details?id=a.b", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_id_is_found_in_every_form_of_the_link(link: str, expected: str) -> None:
    """Decoded, it is the id of the API; the app's own id in a link is none."""
    assert review_id(link) == expected


def test_a_map_makes_a_report_a_plain_file(tmp_path: Path) -> None:
    """A person who says what the columns mean is believed."""
    path = write(tmp_path, REPORT.read_bytes())
    connector = FileConnector.from_file(path, None, {"map": {"Device": "author"}})
    assert not isinstance(connector, PlayReport)
    assert "Shows the tide to the minute. 🌊" in texts(read(path, map={"Device": "author"}).reviews)
