"""`dev.py eval obfuscated`: disguised letters cost what it says."""

from __future__ import annotations

import csv
import gzip
import json
import random
from pathlib import Path

import pytest

from evaluation import obfuscated
from evaluation.obfuscated import DISGUISES
from reviewwatch.text import fold
from tests.test_detector_training import invented, write

TEXT = "The room was dirty, and nobody at the front desk answered when we called."


@pytest.mark.parametrize("name", ["look-alike letters", "zero-width", "full-width", "stretched", "leet"])
def test_a_disguise_is_one_and_folding_takes_it_off(name: str) -> None:
    """The text differs, and reads as before."""
    typed = DISGUISES[name](TEXT, random.Random(2))
    assert typed != TEXT
    assert fold(typed).text.lower() == TEXT.lower()


def test_what_a_disguise_costs_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line a disguise; exit code 1 where one costs more than .01, as a cipher that nobody folds does."""
    write(tmp_path, "cafes", invented(120, 1))
    with gzip.open(tmp_path / "salons.csv.gz", "wt", encoding="utf-8", newline="") as file:
        rows: list[list[object]] = [
            ["text", "rating", "det2", "lang", "title"],
            ["Чисто и тепло", "", 0, "ru", ""],
            ["Гр00бо", "", 1, "ru", ""],
        ]
        csv.writer(file).writerows(rows)
    assert obfuscated.main(["--data", str(tmp_path), "--draws", "10"]) == 0
    *lines, russian = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["disguise"] for line in lines] == list(DISGUISES)
    assert lines[0]["cost"] == 0
    assert all(line["cost"] <= 0.01 for line in lines)
    assert lines[3]["unfolded"] < lines[3]["auc"] - 0.2, "full-width letters say nothing to who does not fold"
    assert (russian["lang"], russian["n"], russian["left_alone"]) == ("ru", 2, 1.0)

    def cipher(text: str, _: random.Random) -> str:
        return "".join(chr(0x4E00 + ord(sign)) if sign.isalpha() else sign for sign in text)

    monkeypatch.setattr(obfuscated, "DISGUISES", {"as typed": DISGUISES["as typed"], "cipher": cipher})
    assert obfuscated.main(["--data", str(tmp_path), "--draws", "10"]) == 1
    assert "MISSED" in capsys.readouterr().err


def test_a_folder_without_english_sets_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to measure ends with 2."""
    assert obfuscated.main(["--data", str(tmp_path)]) == 2
    assert "no set of English reviews" in capsys.readouterr().err
