"""`dev.py eval conflict`: wrong stars are found as often as it says, and as the product finds them."""

from __future__ import annotations

import csv
import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import conflict
from evaluation.conflict import Case, cases_of, counts, cut_at
from evaluation.sets import load
from reviewwatch.assess import assess
from reviewwatch.assess.odds import disagreement
from reviewwatch.sentiment.model import load as load_detector
from tests.make import review, stars
from tests.test_detector_training import HAPPY, UNHAPPY


def write(folder: Path, name: str, rows: list[tuple[str, float]]) -> None:
    """Write a set of rated texts in the shared format."""
    with gzip.open(folder / f"{name}.csv.gz", "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "rating", "det2", "lang", "title"])
        writer.writerows([at, text, stars, int(stars <= 2), "en", ""] for at, (text, stars) in enumerate(rows))


def rated(n: int, is_told: bool) -> list[tuple[str, float]]:
    """Return texts with stars that go with them, or with stars that have nothing to do with them."""
    rng = random.Random(7)
    rows = []
    for at in range(n):
        value = (1.0, 2.0, 3.0, 4.0, 5.0)[at % 5]
        is_unhappy = value <= 2 if is_told else rng.random() < 0.5
        words = rng.sample(UNHAPPY if is_unhappy else HAPPY, 4)
        rows.append((". ".join(words).capitalize() + ".", value))
    return rows


@pytest.mark.parametrize(("is_told", "code", "word"), [(True, 0, "met"), (False, 1, "MISSED")])
def test_the_exit_code_says_whether_the_marks_are_met(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], is_told: bool, code: int, word: str
) -> None:
    """Where texts go with their stars, turned stars are found; where they do not, nothing can be."""
    write(tmp_path, "cafes", rated(400, is_told))
    write(tmp_path, "shops", rated(300, is_told)[::-1])
    assert conflict.main(["--data", str(tmp_path), "--seeds", "3", "--draws", "20"]) == code
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["name"] for row in rows] == [*2 * ["cafes"], *2 * ["shops"], *2 * ["mean of 2"], *2 * ["all reviews"]]
    assert rows[-1]["n"] == 560, "three of five are left out"
    assert rows[-1]["alarms"] <= 0.06
    assert rows[-1]["found_low"] <= rows[-1]["found"] <= rows[-1]["found_high"]
    assert err.rstrip().endswith(word)


def test_sets_without_ratings_cannot_be_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so and ends with 2, as for a folder that is not there."""
    assert conflict.main(["--data", str(tmp_path / "nowhere")]) == 2
    assert conflict.main(["--data", str(tmp_path)]) == 2
    (tmp_path / "tweets.csv.gz").write_bytes(gzip.compress(b"text,rating,det2,lang\nso late again,,1,en\n"))
    assert conflict.main(["--data", str(tmp_path)]) == 2
    assert "with ratings" in capsys.readouterr().err


def test_a_case_is_judged_as_the_product_judges_it(tmp_path: Path) -> None:
    """What is a conflict as shipped is one in the assessment, with the stars as they are and turned round."""
    rows = rated(60, is_told=False)
    write(tmp_path, "cafes", rows)
    detector = load_detector("en")
    assert detector is not None
    cases = cases_of(load(tmp_path, "cafes"), detector)
    kept = [(text, value) for text, value in rows if value != 3]
    assert len(cases) == len(kept)
    for case, (text, value) in zip(cases, kept, strict=True):
        for said, rating in ((case.straight, value), (case.turned, 6 - value)):
            assert (said >= 1) is assess(review(text=text, rating=stars(rating))).is_conflict, (text, rating)
        assert case.is_end is (value in (1, 5))


def test_counts_by_hand() -> None:
    """What is turned counts by its turned side, the rest by its straight one."""
    cases = [Case(2.0, 0.0, is_end=False)] * 500 + [Case(0.0, 2.0, is_end=True)] * 500
    found = counts(cases, 1.0, random.Random(1))
    assert found.alarms == pytest.approx(0.5, abs=0.04)
    assert found.found == pytest.approx(0.5, abs=0.15)
    assert found.ends == 1.0
    assert cut_at([Case(float(at), 0.0, is_end=False) for at in range(100)], 0.05) == 95.0
    assert cut_at([Case(1.0, 0.0, is_end=False)] * 9, 0.05) > 1.0


@given(st.floats(0, 1), st.floats(-9, 9), st.lists(st.floats(-1, 1), max_size=3), st.floats(0, 2))
def test_the_unhappier_a_text_the_more_it_disagrees_with_high_stars(
    share: float, text: float, tones: list[float], more: float
) -> None:
    """And the less with low ones; with the middle of a scale nothing disagrees."""
    before, after = disagreement(share, text, tones), disagreement(share, text + more, tones)
    if share >= 0.7:
        assert after >= before
    elif share <= 0.3:
        assert after <= before
    else:
        assert before == after == 0.0
