"""`add` at the places that connectors read: what a person copies from a browser leads to reviews in the queue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reviewwatch import config
from tests.cli.running import run
from tests.connectors.place import Stand, stand_of

PLACES = ("app_store_rss", "github", "jetbrains", "mozilla_addons", "steam")
MINE = "store = 'rw.db'\n[brands.inn]\n[http]\npace = '0s'\nallow_private = true\n"


@pytest.fixture(params=PLACES)
def stand(request: pytest.FixtureRequest) -> Iterator[Stand]:
    """Serve a place with twelve reviews of today, eight of them unhappy."""
    with stand_of(request.param)() as place:
        place.clock.at = datetime.now(UTC) - timedelta(hours=3)
        for number in range(12):
            unhappy = number % 3 < 2
            place.put(
                "It breaks every day and nobody answers. Terrible!" if unhappy else "Lovely, I use it every day.",
                stars=1 if unhappy else 5,
                title="Broken" if unhappy else "Lovely",
            )
        yield place


def add(path: Path, stand: Any, *args: str) -> Any:
    """Run `add` with the address of the page, read from the stand-in."""
    base = ("--option", f"base_url={stand.address}")
    return run("--config", str(path), "add", stand.listing_url, *base, *args)


def test_an_address_from_the_browser_leads_to_flagged_reviews(stand: Stand, tmp_path: Path) -> None:
    """One command without an option of the place's own: its connector reads everything from the address."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)

    done = add(path, stand, "--yes", "--json")

    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert (found["connector"], found["read"], found["is_added"]) == (stand.name, 12, True)
    assert len(found["newest"]) == 3
    (source,) = config.load(path).sources.values()
    assert source.connector == stand.name
    inbox = run("--config", str(path), "inbox", "--json").stdout.splitlines()
    assert len(inbox) == found["due"] >= 8


def test_the_next_pull_finds_nothing_new(stand: Stand, tmp_path: Path) -> None:
    """What `add` stored is where a pull goes on."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)
    assert add(path, stand, "--yes").exit_code == 0

    pulled = json.loads(run("--config", str(path), "pull", "--json").stdout)

    assert (pulled["new"], pulled["error"]) == (0, None)


def test_doctor_reads_it_too(stand: Stand, tmp_path: Path) -> None:
    """Its first page says that all is well."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)
    assert add(path, stand, "--yes").exit_code == 0

    lines = run("--config", str(path), "doctor", "--json").stdout.splitlines()

    assert [(one["level"], "reviews on its first page" in one["what"]) for one in map(json.loads, lines)
            if one["area"] == "source"] == [("ok", True)]  # fmt: skip


def test_it_shows_what_the_place_cannot(stand: Stand, tmp_path: Path) -> None:
    """Each place has its words on edits, deletions and history; the config is not touched by looking."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)

    done = add(path, stand, "--dry-run")

    assert done.exit_code == 0, done.output
    for part in ("Found: 12 reviews", "Edits: ", "Deletions: ", "History: ", "Replies: ", "12 read, "):
        assert part in done.stdout
    assert path.read_text() == MINE


def test_a_page_of_a_shop_is_watched_by_its_address(tmp_path: Path) -> None:
    """Any page with reviews in its markup; the anchor that was copied with it is no part of it."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)
    with stand_of("web_page")() as shop:
        shop.put("It broke after a day. Terrible!", stars=1)
        page = f"{shop.address}{shop.listing_url.removeprefix('https://shop.example')}"

        done = run("--config", str(path), "add", page, "--yes", "--as", "lamp")

    assert done.exit_code == 0, done.output
    assert config.load(path).sources["lamp"].options == {"url": page.partition("#")[0]}
    assert "Ratings: 1★ 1" in done.stdout


def test_a_feed_is_watched_by_its_address(tmp_path: Path) -> None:
    """A stand-in's host says nothing, so the form of the path has to do."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)
    with stand_of("feed")() as forum:
        forum.clock.at = datetime.now(UTC) - timedelta(hours=3)
        forum.put("It broke after a day. Terrible!", stars=1)

        done = run("--config", str(path), "add", str(forum.options()["url"]), "--yes", "--json")

    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert (found["connector"], found["read"], found["due"]) == ("feed", 1, 1)


def test_a_page_with_a_summary_alone_is_never_added(tmp_path: Path) -> None:
    """An average is nothing to answer, and the sentence says what the page has."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)
    with stand_of("web_page")() as shop:
        page = f"{shop.address}{shop.listing_url.removeprefix('https://shop.example')}"

        done = run("--config", str(path), "add", page, "--yes")

    assert done.exit_code == 1
    assert "Nothing was added." in done.stderr
    assert path.read_text() == MINE


def test_a_saved_page_is_added_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The door of a place whose pages refuse programs: the path is kept whole, wherever the config stands."""
    path = tmp_path / "mine" / "reviewwatch.toml"
    path.parent.mkdir()
    path.write_text(MINE)
    saved = Path(__file__).parents[1] / "connectors" / "data" / "web_page" / "trustpilot_saved.html"
    (tmp_path / "my-page.html").write_bytes(saved.read_bytes())
    monkeypatch.chdir(tmp_path)

    done = run("--config", str(path), "add", "my-page.html", "--yes")

    assert done.exit_code == 0, done.output
    assert config.load(path).sources["my-page"].options == {"path": str(tmp_path / "my-page.html")}
    pulled = json.loads(run("--config", str(path), "pull", "--json").stdout)
    assert (pulled["new"], pulled["error"]) == (0, None)
