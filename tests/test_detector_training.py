"""Training and measuring the detector, on small invented sets: the same bytes, the same figures, nothing seen twice."""

from __future__ import annotations

import csv
import gzip
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from math import isclose, isnan
from pathlib import Path

import pytest

from evaluation import card, detector, metrics
from evaluation.sets import load, names_in
from reviewwatch.sentiment.weights.format import unpacked

HAPPY = ["lovely room", "kind staff", "great coffee", "works well", "quick answer", "so comfortable", "would come back"]
UNHAPPY = ["cold room", "rude staff", "stale coffee", "never works", "no answer", "so noisy", "want a refund"]
PLAIN = ["we stayed two nights", "ordered in May", "the blue one", "near the station", "bought it for my aunt"]


def invented(n: int, seed: int) -> list[tuple[str, int]]:
    """Return texts with labels, one in three a detractor's; one word in ten is of the other kind."""
    rng = random.Random(seed)
    rows = []
    for number in range(n):
        unhappy = int(number % 3 == 0)
        kinds = [UNHAPPY, HAPPY] if unhappy else [HAPPY, UNHAPPY]
        said = [rng.choice(kinds[rng.random() < 0.1]) for _ in range(3)]
        rows.append((". ".join(rng.sample([*said, rng.choice(PLAIN)], 4)) + ".", unhappy))
    return rows


def write(folder: Path, name: str, rows: Sequence[tuple[str, int]], lang: str = "en") -> None:
    """Write a set in the shared format."""
    with gzip.open(folder / f"{name}.csv.gz", "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "rating", "det2", "det3", "lang", "title"])
        writer.writerows([number, text, "", label, label, lang, ""] for number, (text, label) in enumerate(rows))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder of three English sets, one in Danish, and a table of graded texts."""
    folder = tmp_path / "sets"
    (folder / "vader_icwsm14").mkdir(parents=True)
    for number, name in enumerate(["cafes", "hotels", "shops"]):
        write(folder, name, invented(90, number))
    write(folder, "gyms", [("Rent og pænt", 0), ("Alt for dyrt", 1)], lang="da")
    graded = [
        f"{number}\t{3.0 if label == 0 else -3.0}\t{text}" for number, (text, label) in enumerate(invented(60, 9))
    ]
    table = folder / "vader_icwsm14" / "notes_GroundTruth.txt"
    table.write_bytes("\n".join(graded).encode() + b"\n61\t-0.5\tcaf\x92 was cold\n")
    return folder


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[list[dict[str, object]], str]:
    """Return the JSON lines that measuring prints, and its table."""
    capsys.readouterr()
    assert detector.main([*args, "--draws", "20"]) == 0
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err


def test_every_set_of_a_folder_is_found(data: Path) -> None:
    """Rated sets come in order, graded tables last; what has no labels is none."""
    (data / "aspects.csv.gz").write_bytes(gzip.compress(b"text,term\nnice soup,soup\n"))
    assert names_in(data) == ["cafes", "gyms", "hotels", "shops", "vader_notes"]


def test_a_set_is_taken_apart_as_the_product_does_it(data: Path) -> None:
    """Sentences and tones come from the reading of a review; a graded label is a share; other languages are left."""
    one = load(data, "cafes")
    assert (len(one.texts), one.lang, one.is_graded) == (90, "en", False)
    assert all(len(text.sentences) == len(text.tones) == 4 for text in one.texts)
    graded = load(data, "vader_notes")
    assert graded.is_graded
    assert [round(text.unhappy, 3) for text in graded.texts[:2]] == [0.973, 0.027]
    assert graded.texts[-1].sentences == [["caf\ufffd", "was", "cold"]]
    assert (load(data, "gyms").lang, load(data, "gyms").texts) == ("da", [])


def test_training_gives_the_same_bytes_and_a_card_of_what_is_printed(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two runs write the same files, and the card's tables are those that its commands print."""
    pytest.importorskip("numpy")
    from evaluation import train

    names = "cafes,hotels,vader_notes"
    for run in ("a", "b"):
        args = ["--data", str(data), "--sets", names, "--out", str(tmp_path / run / "en.bin"), "--draws", "20"]
        assert train.main(args) == 0
    first, second = tmp_path / "a", tmp_path / "b"
    assert (first / "en.bin").read_bytes() == (second / "en.bin").read_bytes()
    page = (first / "en.md").read_text()
    assert page == (second / "en.md").read_text()
    assert f"--loo --from {names}" in page
    for more in (["--weights", str(first / "en.bin")], ["--loo", "--from", names], ["--loo"]):
        _, table = printed(capsys, "--data", str(data), *more)
        assert table in page


def test_every_figure_of_a_card_can_be_checked(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What weights are is printed as the card has it, and `--check` says which line of a card is not so any more."""
    pytest.importorskip("numpy")
    from evaluation import train

    out = tmp_path / "en.bin"
    args = ["--data", str(data), "--sets", "cafes,vader_notes", "--out", str(out), "--draws", "5"]
    assert train.main(args) == 0
    capsys.readouterr()
    assert card.main(["--data", str(data), "--weights", str(out)]) == 0
    lines, told = capsys.readouterr()
    weights, cafes, notes = [json.loads(line) for line in lines.splitlines()]
    page = out.with_suffix(".md")
    assert told.strip() in page.read_text()
    assert f"{weights['weights']:,} weights" in told
    assert weights["bytes"] == out.stat().st_size
    assert (cafes["texts"], cafes["detractors"], notes["texts"], notes["detractors"]) == (90, 30, 61, None)

    before = out.read_bytes()
    assert train.main([*args, "--check"]) == 0
    page.write_text(page.read_text().replace("| cafes | 90 |", "| cafes | 91 |"))
    capsys.readouterr()
    assert train.main([*args, "--check"]) == 1
    said = capsys.readouterr().err
    assert "-| cafes | 91 |" in said
    assert "the same weights" in said
    out.write_bytes(before + b"!")
    assert train.main([*args, "--check", "--draws", "0"]) == 1
    assert out.read_bytes() == before + b"!", "nothing is written"


def test_one_thread_does_the_sums() -> None:
    """A sum in several threads comes out otherwise, so measures load numpy with one, whatever the caller set."""
    code = "import os, evaluation; print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['VECLIB_MAXIMUM_THREADS'])"
    env = {"OPENBLAS_NUM_THREADS": "7", "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]


def test_what_was_seen_is_told_apart(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Weights name their sets; the mean of the others stands by itself, and other languages are not scored."""
    pytest.importorskip("numpy")
    from evaluation import train

    out = tmp_path / "en.bin"
    train.main(["--data", str(data), "--sets", "cafes,vader_notes", "--out", str(out), "--draws", "0"])
    assert unpacked(out.read_bytes(), "").sets == ("cafes", "vader_notes")
    rows, _ = printed(capsys, "--data", str(data), "--weights", str(out))
    assert [(row["name"], row.get("is_seen")) for row in rows] == [
        ("cafes", True),
        ("hotels", False),
        ("shops", False),
        ("mean of 3", False),
        ("mean of 2 unseen", False),
        ("gyms", None),
    ]
    assert rows[-1] == {"name": "gyms", "lang": "da", "n": 2, "unscored": "no detector for da"}
    hotels, shops, unseen = rows[1], rows[2], rows[4]
    assert isclose(float(str(unseen["auc"])), (float(str(hotels["auc"])) + float(str(shops["auc"]))) / 2, abs_tol=1e-4)
    assert float(str(unseen["auc"])) > 0.9


def test_leaving_one_out_learns_without_it(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A set is scored by weights of all the others, which are those that training on the others gives."""
    pytest.importorskip("numpy")
    from evaluation import train

    out = tmp_path / "en.bin"
    train.main(["--data", str(data), "--sets", "shops,cafes,vader_notes", "--out", str(out), "--draws", "0"])
    apart, _ = printed(capsys, "--data", str(data), "--weights", str(out))
    left_out, _ = printed(capsys, "--data", str(data), "--loo")
    assert left_out[1] == apart[1]
    assert left_out[1]["name"] == "hotels"
    assert not any(row.get("is_seen") for row in left_out)


def test_a_set_that_is_not_there_is_named(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name or folder ends with 2 and says what there is."""
    pytest.importorskip("numpy")
    from evaluation import train

    assert train.main(["--data", str(data), "--sets", "cafes,bars", "--out", str(tmp_path / "en.bin")]) == 2
    assert "bars; there are: cafes, gyms" in capsys.readouterr().err
    assert not (tmp_path / "en.bin").exists()
    assert detector.main(["--data", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_a_set_that_nothing_is_left_to_learn_from_for_is_not_measured(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Learned from one set, that set cannot be left out; a name that is not there is refused."""
    pytest.importorskip("numpy")
    from evaluation import train

    assert train.main(["--data", str(data), "--sets", "shops", "--out", str(tmp_path / "en.bin"), "--draws", "5"]) == 0
    rows, _ = printed(capsys, "--data", str(data), "--loo", "--from", "shops")
    assert [row["name"] for row in rows] == ["cafes", "hotels", "mean of 2", "gyms"]
    assert detector.main(["--data", str(data), "--loo", "--from", "shops,bars"]) == 2
    assert "bars" in capsys.readouterr().err


def test_the_fit_is_the_best_one() -> None:
    """Where the best weights are known they are found: one feature that stands with three of four detractors."""
    np = pytest.importorskip("numpy")
    from evaluation.fitting import Examples, fit

    found = fit(
        Examples(
            indices=np.zeros(4, dtype=np.int64),
            counts=np.array([1, 1, 1, 1, 0, 0, 0, 0]),
            scales=np.ones(8),
            dense=np.zeros((8, 1)),
            labels=np.array([1.0, 1, 1, 0, 0, 0, 0, 1]),
            weights=np.ones(8),
        ),
        1,
        penalty=1e-6,
        n_steps=200,
    )
    log3 = 1.0986
    assert isclose(found.intercept, -log3, abs_tol=0.01)
    assert isclose(found.features[0], 2 * log3, abs_tol=0.01)


@pytest.mark.parametrize(
    ("labels", "scores", "auc"),
    [
        ([True, False], [2.0, 1.0], 1.0),
        ([True, False], [1.0, 2.0], 0.0),
        ([True, False, True], [1.0, 1.0, 1.0], 0.5),
        ([True, False, False, True], [3.0, 2.0, 3.0, 1.0], 0.375),
    ],
)
def test_auc_counts_pairs(labels: list[bool], scores: list[float], auc: float) -> None:
    """It is the share of pairs in the right order, ties halved."""
    assert metrics.auc(labels, scores) == auc


def test_f1_by_hand_and_at_many_thresholds() -> None:
    """Both ways to it agree, at the edge of a score and beyond all."""
    labels, scores = [True, True, False, False, True], [0.9, 0.4, 0.4, 0.1, 0.2]
    thresholds = [0.0, 0.1, 0.2, 0.4, 0.41, 0.9, 0.95]
    assert metrics.f1(labels, scores, 0.4) == 2 * 2 / (3 + 3)
    assert metrics.f1_at_all(labels, scores, thresholds) == [metrics.f1(labels, scores, one) for one in thresholds]


def test_precision_and_calibration_by_hand() -> None:
    """Precision is the best that finds so many; calibration compares each tenth with what came true."""
    assert metrics.precision_at_recall([True, False, True, False], [0.9, 0.8, 0.7, 0.1], 0.9) == 2 / 3
    assert isnan(metrics.precision_at_recall([False], [0.5], 0.9))
    assert isclose(metrics.calibration_error([True, False, True], [0.85, 0.85, 0.15]), (0.7 + 0.85) / 3)


def test_draws_are_the_same_each_time_and_hold_the_measure() -> None:
    """A bootstrap is repeatable, and its middle holds what was measured."""
    labels = [number % 2 == 0 for number in range(80)]
    scores = [float(label) + (number % 7) / 4 for number, label in enumerate(labels)]
    drawn = metrics.draws(metrics.auc, labels, scores, 50)
    assert drawn == metrics.draws(metrics.auc, labels, scores, 50)
    low, high = metrics.middle(drawn)
    assert low < metrics.auc(labels, scores) < high
    assert all(isnan(value) for value in metrics.middle([]))
