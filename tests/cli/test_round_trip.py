"""What `export` wrote, `import` reads back: nothing new where it came from, everything in an empty store."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.cli.commands.export import COLUMNS, Format, _write
from reviewwatch.connector import Export, load_importers
from reviewwatch.demo.workspace import play_report
from reviewwatch.flow.absorb import absorb, absorb_gone
from reviewwatch.flow.pull import PullReport
from reviewwatch.flow.restore import restore
from reviewwatch.normalize.exports import check_of
from reviewwatch.storage.verbs import leases, reviews, sources
from reviewwatch.types import (
    Listing,
    OwnerReply,
    Precision,
    QueueFilter,
    Rating,
    RatingKind,
    ReplyState,
    Review,
    SourceState,
)
from tests.cli.scene import Scene, scene_in
from tests.flow.scene import Scene as FlowScene
from tests.flow.scene import dump, make_scene
from tests.make import LISTING, NOW, owner_reply, review, stars

NOT_CARRIED = {"reviewwatch_id", "state", "due_at", "gone_at", "band", "p_detractor", "severity"}
"""Columns that a store gives by itself; the rest is the review."""

# What a spreadsheet, a terminal or a reader of files could trip over, next to plain letters.
PIECES = (
    "⟨U+202E⟩",
    "⟨U+27E8⟩",
    "⟨U+0000⟩",
    "⟨U+",
    "\r\n",
    "\n",
    "\r",
    "'=",
    "=",
    "'",
    '"',
    ",",
    ";",
    "\t",
    " ",
    "\u202e",
    "\x1b",
)
TEXTS = st.lists(
    st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8
).map("".join)
NAMES = TEXTS.filter(bool)
REPLIES = st.builds(
    OwnerReply, TEXTS, author=st.none() | NAMES, account=st.none() | NAMES, created_at=st.none() | st.just(NOW),
    state=st.sampled_from(ReplyState), external_id=st.none() | NAMES,
)  # fmt: skip
RATINGS = st.builds(
    Rating, TEXTS, st.sampled_from([0.0, 2.5, 5.0]), st.just(0.0), st.just(5.0), st.sampled_from(RatingKind)
)
REVIEWS = st.lists(
    st.builds(
        Review, listing_key=st.sampled_from(["github:acme/lamps", "file:box", "google_play:a b"]), external_id=NAMES,
        title=TEXTS, text=TEXTS, positive=TEXTS, negative=TEXTS, rating=st.none() | RATINGS, author=st.none() | NAMES,
        lang=st.sampled_from([None, "en", "de"]), country=st.none() | NAMES, version=st.none() | NAMES,
        created_at=st.none() | st.datetimes().map(lambda at: at.replace(tzinfo=NOW.tzinfo)),
        created_precision=st.sampled_from(Precision), updated_at=st.none() | st.just(NOW),
        url=st.sampled_from([None, "https://place.example/1?a=b"]), n_votes=st.none() | st.integers(0, 10**9),
        owner_replies=st.lists(REPLIES, max_size=3).map(tuple),
    ),
    max_size=6,
)  # fmt: skip


@contextmanager
def empty_store() -> Iterator[FlowScene]:
    """Give a scene over a new store."""
    folder = Path(tempfile.mkdtemp())
    scene = make_scene(folder)
    try:
        yield scene
    finally:
        scene.desk.db.close()
        shutil.rmtree(folder)


def put(scene: FlowScene, written: list[Review]) -> None:
    """Store reviews of several listings as if sources of the same names had read them."""
    for one in written:
        key = one.listing_key
        listing = Listing(key, f"Name of {key}", "none", None if key == "file:box" else "https://place.example/")
        absorb(scene.desk, listing, [one], SourceState(source_id=f"source {key}", connector="memory"))


def exported(scene: FlowScene, written_as: Format = Format.JSONL) -> str:
    """Return the export of everything."""
    out = io.StringIO(newline="")
    _write(reviews.export(scene.desk.db, QueueFilter()), written_as, out)
    return out.getvalue()


def bring_in(scene: FlowScene, content: str, name: str = "all.csv", **options: Any) -> list[PullReport]:
    """Import an export."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(content, encoding="utf-8", newline="")
        (importer,) = load_importers()
        opened = importer.from_file(path, None, {})
        assert isinstance(opened, Export)
        return restore(scene.desk, opened, **options)


def carried(content: str) -> list[dict[str, Any]]:
    """Return the rows of an export as JSON lines without what a store gives by itself."""
    rows = [json.loads(line) for line in content.splitlines()]
    kept = [{name: value for name, value in row.items() if name not in NOT_CARRIED} for row in rows]
    return sorted(kept, key=lambda row: (row["listing_key"], row["id"]))


@settings(max_examples=60, deadline=None)
@given(written=REVIEWS, written_as=st.sampled_from(Format))
def test_an_export_changes_nothing_at_home_and_restores_everything_elsewhere(
    written: list[Review], written_as: Format
) -> None:
    """Whatever reviews say, the store they came from stays as it is, and an empty one gets the same reviews."""
    with empty_store() as home, empty_store() as elsewhere:
        put(home, written)
        content = exported(home, written_as)
        if not content.strip():
            return
        before = dump(home.desk.db)
        reports = bring_in(home, content)
        assert dump(home.desk.db) == before
        assert sum(report.n_new + report.n_edited + len(report.problems) for report in reports) == 0

        bring_in(elsewhere, content)
        bring_in(elsewhere, content)
        assert carried(exported(elsewhere)) == carried(exported(home))


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Two places with reviews, and a store that read them."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("r1", text="Cold\r\nand loud \u202etxt", title="=1+1")
    scene.place.put("r2", rating=stars(5), owner_replies=(owner_reply("One."), owner_reply("Two.", author="Sam")))
    scene.ok("pull")
    return scene


def told(scene: Scene, *args: str) -> dict[str, tuple[int, int, int, int]]:
    """Import and return read, new, edited and problems by source."""
    lines = scene.lines("import", *args, "--json")
    return {line["source"]: (line["read"], line["new"], line["edited"], len(line["problems"])) for line in lines}


@pytest.mark.parametrize("written_as", ["csv", "jsonl"])
def test_the_commands_bring_every_source_back(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written_as: str
) -> None:
    """A watched place, a file and a Play report: known here, and in an empty store under the same keys and ids."""
    box, play, out = tmp_path / "box.csv", tmp_path / "play.csv", tmp_path / f"all.{written_as}"
    box.write_text("Author,Date,Score (0-10),Text\nJo Example,2026-11-20,3,'dim'\n,,9,\n")
    play.write_bytes(play_report(NOW))
    scene.ok("import", str(box), str(play))
    scene.ok("export", "--format", written_as, "--out", str(out))
    n_play = len([row for row in csv_rows(scene) if row["source"] not in ("shop", "box")])

    at_home = told(scene, str(out))

    (tmp_path / "other").mkdir()
    other = scene_in(tmp_path / "other", monkeypatch)
    elsewhere = told(other, str(out))
    assert at_home == {"shop": (2, 0, 0, 0), "box": (2, 0, 0, 0), "com.example.tidewater": (n_play, 0, 0, 0)}
    assert elsewhere == {name: (n, n, 0, 0) for name, (n, *_) in at_home.items()}
    assert homes(other) == homes(scene)
    assert (
        "an export of reviewwatch: reviews go back to their listings (file:box), and known ones"
        in scene.ok("import", str(out)).stderr
    )


def test_a_restored_review_is_known_to_its_place(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next pull of the place finds its own reviews, word for word, also through a spreadsheet's file."""
    out = tmp_path / "all.csv"
    scene.ok("export", "--out", str(out))
    (tmp_path / "other").mkdir()
    other = scene_in(tmp_path / "other", monkeypatch)
    other.place.reviews = scene.place.reviews
    other.ok("import", str(out))
    pulled = {line["source"]: line for line in other.lines("pull", "--json")}["shop"]
    assert (pulled["read"], pulled["same"]) == (2, 2)


def test_with_a_source_an_export_is_a_plain_file(scene: Scene, tmp_path: Path) -> None:
    """A person who names the source, or says what the columns mean, gets new reviews of that source."""
    out = tmp_path / "all.jsonl"
    scene.ok("export", "--format", "jsonl", "--out", str(out))
    assert told(scene, str(out), "--source", "copy") == {"copy": (2, 2, 0, 0)}
    assert {key for key, _ in homes(scene)} == {"test:shop", "file:copy/Lamp Shop"}
    assert told(scene, str(out), "--map", "text=text") == {"all": (2, 2, 0, 0)}


def test_a_file_made_by_hand_changes_no_known_review(scene: Scene, tmp_path: Path) -> None:
    """Whoever imitates an export can add a review to a listing, which is said, and can change none."""
    rows = csv_rows(scene)
    forged = [
        {**row, "text": "Best lamp ever!", "gone_at": "2026-11-01", "listing": "Other", "platform": "x"} for row in rows
    ]
    added = {**forged[0], "id": "forged", "check": check_of("shop", "test:shop", "forged"), "gone_at": ""}
    before = scene.ok("export", "--format", "jsonl").stdout
    out = tmp_path / "forged.csv"
    write_rows(out, [*forged, added])

    result = scene.ok("import", str(out))

    after = scene.ok("export", "--format", "jsonl").stdout
    assert after.startswith(before)
    assert [json.loads(line)["id"] for line in after[len(before) :].splitlines()] == ["forged"]
    assert json.loads(after.splitlines()[-1])["platform"] == "google_play"
    assert "go back to their listings (test:shop)" in result.stderr


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"id": "1.2E+19"}, "was changed since the export"),
        ({"listing_key": "test:paper"}, "was changed since the export"),
        ({"source": "paper"}, "was changed since the export"),
        ({"listing_key": "shop", "check": check_of("shop", "shop", "r1")}, "is missing or too long"),
        ({"source": "", "check": check_of("", "test:shop", "r1")}, "is missing or too long"),
        ({"rating": "many"}, "its rating is not as an export writes it"),
        ({"rating": "9"}, "does not lie on its scale"),
        ({"rating": "nan"}, "does not lie on its scale"),
        ({"thread": "[1]"}, "its thread is not"),
        ({"thread": "{"}, "its thread is not"),
        ({"created": "yesterday"}, "yesterday"),
        ({"created_precision": "week"}, "week"),
    ],
)
def test_a_row_that_a_spreadsheet_changed_is_named_and_the_others_come(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], why: str
) -> None:
    """A long id that became a rounded number must not become a second review."""
    first, second = csv_rows(scene)
    out = tmp_path / "all.csv"
    write_rows(out, [{**first, **changed}, second])
    (tmp_path / "other").mkdir()
    other = scene_in(tmp_path / "other", monkeypatch)
    result = other.run("import", str(out), "--json")
    [line] = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert (line["new"], [problem["where"] for problem in line["problems"]]) == (1, ["line 2"])
    assert why in line["problems"][0]["why"]


def test_an_unknown_platform_gets_no_rules_of_its_own(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A listing of a platform that nobody knows can still be opened and answered by hand."""
    out = tmp_path / "all.csv"
    write_rows(out, [{**row, "platform": "google_pay"} for row in csv_rows(scene)])
    (tmp_path / "other").mkdir()
    other = scene_in(tmp_path / "other", monkeypatch)
    assert "`google_pay` is no known platform; did you mean `google_play`?" in other.ok("import", str(out)).stderr
    assert {row["platform"] for row in csv_rows(other)} == {"none"}
    assert other.json("show", other.ids()[0], "--json")["reply"]["text"]


def test_an_export_without_reviews_brings_nothing(scene: Scene, tmp_path: Path) -> None:
    """A header alone is a file of ours, too."""
    out = tmp_path / "none.csv"
    scene.ok("export", "--source", "shop", "--since", "2099-01-01", "--out", str(out))
    assert told(scene, str(out)) == {"none": (0, 0, 0, 0)}


def test_a_dry_run_counts_and_stores_nothing(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers are those of the real run."""
    out = tmp_path / "all.csv"
    scene.ok("export", "--out", str(out))
    (tmp_path / "other").mkdir()
    other = scene_in(tmp_path / "other", monkeypatch)
    tried, after = told(other, str(out), "--dry-run"), homes(other)
    assert (tried, after) == ({"shop": (2, 2, 0, 0)}, [])
    assert told(other, str(out)) == tried


def test_what_was_gone_is_gone_in_the_other_store_and_stays_gone_at_home() -> None:
    """A removed review comes with its standing, and no import brings it back to life."""
    with empty_store() as home, empty_store() as elsewhere:
        home.place.put("gone", 1)
        home.place.put("stands", 1)
        home.pull()
        absorb_gone(
            home.desk, LISTING, "gone", sources.load(home.desk.db, "inn") or SourceState(source_id="inn", connector="")
        )
        content, before = exported(home), dump(home.desk.db)

        [at_home], [there] = bring_in(home, content, "all.jsonl"), bring_in(elsewhere, content, "all.jsonl")

        assert (at_home.n_new, dump(home.desk.db)) == (0, before)
        assert (there.n_new, there.n_gone, there.n_due) == (2, 1, 1)
        assert reviews.known(elsewhere.desk.db, LISTING.key, ["gone"])["gone"].is_gone
        assert len(elsewhere.queue()) == 1


def test_a_known_review_keeps_what_the_place_said_since_the_export() -> None:
    """An old export takes nothing back: text, thread, cursor and history rule of the source stand."""
    with empty_store() as home:
        home.place.put("r1", 1, created_at=NOW - timedelta(days=1))
        home.pull()
        content = exported(home)
        home.place.put("r1", 4, text="Much better now.")
        home.place.answer("r1", "Thank you.")
        home.clock.move(days=20)
        home.pull()
        before = dump(home.desk.db)
        home.clock.move(days=20)
        bring_in(home, content, "all.jsonl")
        assert dump(home.desk.db) == before


def test_a_source_that_is_being_read_is_left_to_that_process() -> None:
    """Nothing of it is stored, and the report says so."""
    with empty_store() as home, empty_store() as elsewhere:
        home.place.put("r1", 1)
        home.pull()
        leases.take(elsewhere.desk.db, "pull:inn", "another", NOW, NOW + timedelta(minutes=5))
        [report] = bring_in(elsewhere, exported(home), "all.jsonl")
        assert (report.is_busy, report.n_new) == (True, 0)
        assert exported(elsewhere) == ""


def test_many_reviews_of_many_sources_come_in_pages() -> None:
    """More than a page of each of two sources, and more than may wait at once."""
    with empty_store() as home, empty_store() as elsewhere:
        put_many(home, "inn", 1_200)
        put_many(home, "mill", 1_300)
        reports = bring_in(elsewhere, exported(home, Format.CSV))
        assert {report.source_id: report.n_new for report in reports} == {"inn": 1_200, "mill": 1_300}
        assert carried(exported(elsewhere)) == carried(exported(home))


def put_many(scene: FlowScene, source_id: str, n: int) -> None:
    """Store many reviews of a source."""
    written = [review(f"r{number}", text="Fine.", rating=stars(5)) for number in range(n)]
    state = SourceState(source_id=source_id, connector="memory")
    absorb(scene.desk, replace(LISTING, key=f"test:{source_id}"), written, state)


def csv_rows(scene: Scene) -> list[dict[str, str]]:
    """Return the export as CSV by column."""
    return list(csv.DictReader(io.StringIO(scene.ok("export").stdout, newline="")))


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows as a person with a spreadsheet would."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [name for name, _ in COLUMNS])
        writer.writeheader()
        writer.writerows(rows)


def homes(scene: Scene) -> list[tuple[str, str]]:
    """Return listing key and id of every stored review."""
    rows = map(json.loads, scene.ok("export", "--format", "jsonl").stdout.splitlines())
    return sorted((row["listing_key"], row["id"]) for row in rows)
