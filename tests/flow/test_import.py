"""Files on the whole road: read, judged and stored, once, whatever their order."""

from __future__ import annotations

import csv
import io
import random
from datetime import timedelta
from pathlib import Path

import pytest

from reviewwatch.connector import load_importers
from reviewwatch.demo.workspace import play_report
from reviewwatch.flow.pull import PullReport, pull
from tests.flow.scene import Scene, dump
from tests.make import NOW


def read(scene: Scene, path: Path) -> PullReport:
    """Import one file."""
    (importer,) = load_importers()
    opened = importer.from_file(path, None, {})
    return pull(scene.desk, opened.source_id, opened)


def changed_tables(before: dict[str, list[dict[str, object]]], after: dict[str, list[dict[str, object]]]) -> list[str]:
    """Return the tables in which anything differs."""
    return [name for name in after if after[name] != before[name]]


def test_two_texts_of_one_day_without_names_are_two_reviews(scene: Scene, tmp_path: Path) -> None:
    """Without ids, titles and authors nothing is an edit of anything: each text is a review of its own."""
    path = tmp_path / "box.csv"
    path.write_text("date,rating,text\n2026-11-20,1,The bell is broken.\n2026-11-20,2,The soup was cold.\n")

    first = read(scene, path)
    second = read(scene, path)

    assert (first.n_new, first.n_edited) == (2, 0)
    assert (second.n_new, second.n_edited, second.n_same) == (0, 0, 2)


def test_a_play_report_read_twice_writes_nothing_new(scene: Scene, tmp_path: Path) -> None:
    """The second reading of a monthly report changes the source's row and nothing else."""
    path = tmp_path / "reviews_com.example.tidewater_202611.csv"
    path.write_bytes(play_report(NOW))
    first = read(scene, path)
    before = dump(scene.desk.db)
    scene.clock.move(hours=1)

    second = read(scene, path)

    assert (first.n_new, second.n_same) == (10, 10)
    assert changed_tables(before, dump(scene.desk.db)) == ["source_state"]


@pytest.mark.parametrize("seed", range(5))
def test_rows_in_any_order_are_the_same_reviews(scene: Scene, tmp_path: Path, seed: int) -> None:
    """A file whose rows were sorted anew is the same file: ties, repeats and rows without names included."""
    head, *rows = [
        ["author", "date", "rating", "title", "text"],
        ["Ines", "2026-11-20", "1", "", "Cold room."],
        ["Ines", "2026-11-20", "1", "", "Cold room."],
        ["Ines", "2026-11-20", "4", "", "Warm room."],
        ["", "2026-11-20", "2", "Soup", "Cold soup."],
        ["", "", "2", "Soup", "Cold soup."],
        ["Omar", "2026-11-19", "5", "Great", ""],
        ["Omar", "2026-11-18", "5", "Great", ""],
    ]
    path = tmp_path / "box.csv"
    path.write_text(_as_csv([head, *rows]))
    read(scene, path)
    before = dump(scene.desk.db)
    random.Random(seed).shuffle(rows)
    path.write_text(_as_csv([head, *rows]))

    report = read(scene, path)

    assert (report.n_new, report.n_edited, report.n_read) == (0, 0, 7)
    assert changed_tables(before, dump(scene.desk.db)) in ([], ["source_state"])


def test_a_bad_row_costs_itself_alone(scene: Scene, tmp_path: Path) -> None:
    """The good rows of a file with a bad one are stored, and the bad one is named by line."""
    path = tmp_path / "box.csv"
    path.write_text("id,rating,text\n1,2,Cold.\n2,eleven,Odd.\n3,5,Warm.\n")

    report = read(scene, path)

    assert report.n_new == 2
    assert [problem.where for problem in report.problems] == ["line 3"]


def test_a_monthly_file_brings_its_month(scene: Scene, tmp_path: Path) -> None:
    """What was written since the last import of the same file is due, however long that is ago."""
    path = tmp_path / "box.csv"
    path.write_text(f"id,date,rating,text\n1,{NOW - timedelta(days=40):%Y-%m-%d},1,Cold.\n")
    first = read(scene, path)
    scene.clock.move(days=31)
    path.write_text(f"id,date,rating,text\n1,2026-10-12,1,Cold.\n2,{NOW + timedelta(days=3):%Y-%m-%d},1,Colder.\n")

    second = read(scene, path)

    assert (first.n_due, first.n_history) == (0, 1)
    assert (second.n_due, second.n_history) == (1, 0)


def _as_csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
